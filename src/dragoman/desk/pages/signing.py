"""Signing in and out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from dragoman.desk import links
from dragoman.desk.accounts import cookies
from dragoman.desk.accounts.callers import caller_of
from dragoman.desk.accounts.refusals import Wait, WrongPassword
from dragoman.desk.accounts.sessions import Lifetime
from dragoman.desk.accounts.signing import Signing, origin_of
from dragoman.desk.accounts.users import Users
from dragoman.desk.context import TheDesk
from dragoman.desk.refusals import Refused
from dragoman.desk.rendering import render

router = APIRouter()

_KEPT_NOWHERE = {"Cache-Control": "no-store"}

Name = Annotated[str, Form(max_length=200)]
Password = Annotated[str, Form(max_length=1000)]
Then = Annotated[str, Form(max_length=2000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningPage:
    """Where one signs in.

    Attributes:
        then: Where it goes from there.
        accounts: Whether the desk has any accounts; without them nobody can sign in.
        elsewhere: Where to sign in by OpenID Connect, if the desk is set up for it.
        name: What was given as a name.
        fault: What was wrong, if anything was.
    """

    then: str
    accounts: bool
    elsewhere: str | None = None
    name: str = ""
    fault: str | None = None


@router.get(links.sign_in())
def form(request: Request, desk: TheDesk, then: str = "/") -> Response:
    """Show where one signs in; whoever has is sent on."""
    if caller_of(request).role is not None:
        return RedirectResponse(links.safe(then), 303)
    return _shown(request, desk, then)


@router.post(links.sign_in())
def sign_in(
    request: Request, desk: TheDesk, name: Name, password: Password, then: Then = "/"
) -> Response:
    """Let somebody in by name and password."""
    signing = Signing(desk.store, Lifetime.of(desk.settings))
    try:
        _, secret = signing.sign_in(name, password, origin_of(request))
    except (WrongPassword, Wait) as error:
        return _shown(request, desk, then, name=name, error=error)
    response = RedirectResponse(links.safe(then), 303)
    let_in(response, request, secret)
    return response


@router.post(links.sign_out())
def sign_out(request: Request, desk: TheDesk) -> Response:
    """End the session; the browser forgets what it has seen."""
    Signing(desk.store, Lifetime.of(desk.settings)).sign_out(caller_of(request))
    response = RedirectResponse(links.sign_in(), 303, headers={"Clear-Site-Data": '"cache"'})
    cookies.remove(response, request, cookies.SESSION)
    return response


def let_in(response: Response, request: Request, secret: str) -> None:
    """Give a browser the secret of a session; what its forms were bound to before is gone."""
    cookies.write(response, request, cookies.SESSION, secret)
    cookies.remove(response, request, cookies.BROWSER)


def _shown(
    request: Request, desk: TheDesk, then: str, *, name: str = "", error: Refused | None = None
) -> HTMLResponse:
    with desk.store.view() as view:
        accounts = Users(view.connection).are_there()
    page = SigningPage(
        then=links.safe(then),
        accounts=accounts,
        name=name,
        elsewhere=links.sign_in_elsewhere(then) if request.app.state.provider else None,
        fault=None if error is None else str(error),
    )
    headers = {**_KEPT_NOWHERE, **getattr(error, "headers", {})}
    status = 200 if error is None else error.status
    return render(request, "pages/signing.html", page, status=status, headers=headers)
