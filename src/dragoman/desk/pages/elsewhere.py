"""Signing in by the provider of one's own organisation."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from dragoman.desk import links
from dragoman.desk.accounts import cookies, secrets
from dragoman.desk.accounts.known_elsewhere import account_of
from dragoman.desk.accounts.oidc import NotSignedIn, Provider
from dragoman.desk.accounts.sessions import Lifetime
from dragoman.desk.accounts.signing import Signing, origin_of
from dragoman.desk.context import TheDesk
from dragoman.desk.pages.signing import let_in
from dragoman.desk.refusals import NotFound

router = APIRouter()

_FLOW_SECONDS = 600
_LONGEST = 3000


@router.get(links.sign_in_elsewhere())
def begin(request: Request, then: str = "/") -> Response:
    """Send a browser to the provider."""
    flow = secrets.made()
    response = RedirectResponse(_provider(request).begin(flow), 303)
    on = urlsafe_b64encode(links.safe(then).encode()).decode()
    cookies.write(response, request, cookies.FLOW, f"{flow}.{on}", seconds=_FLOW_SECONDS)
    return response


@router.get(links.signed_in_elsewhere())
def finish(request: Request, desk: TheDesk, state: str = "", code: str = "") -> Response:
    """Let somebody in who comes back from the provider."""
    provider = _provider(request)
    flow, then = _flow(request)
    if not flow or not code:
        raise NotSignedIn("The provider let nobody in, or it took too long.")
    identity = provider.finish(flow, state[:_LONGEST], code[:_LONGEST])
    user = account_of(desk.store, identity, new_role=desk.settings.oidc_role)
    signing = Signing(desk.store, Lifetime.of(desk.settings))
    secret = signing.begin(user, origin_of(request), "provider")
    response = RedirectResponse(then, 303)
    let_in(response, request, secret)
    cookies.remove(response, request, cookies.FLOW)
    return response


def _provider(request: Request) -> Provider:
    """Return the provider.

    Raises:
        NotFound: The desk is not set up for one.
    """
    found: Provider | None = request.app.state.provider
    if found is None:
        raise NotFound("This desk knows no provider to sign in by.")
    return found


def _flow(request: Request) -> tuple[str, str]:
    """Return the secret of chance of a browser, and where it goes from there."""
    kept = cookies.read(request, cookies.FLOW) or ""
    flow, _, on = kept.partition(".")
    try:
        return flow, links.safe(urlsafe_b64decode(on.encode()).decode())
    except ValueError:
        return flow, links.safe(None)
