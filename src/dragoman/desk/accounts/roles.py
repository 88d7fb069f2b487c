"""What a role may do, and the dependency that guards a route."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request

from dragoman.desk.accounts.callers import Caller, caller_of
from dragoman.desk.accounts.refusals import RoleTooLow, ScopeTooLow
from dragoman.desk.accounts.users import ROLES, Role
from dragoman.desk.refusals import SignInNeeded

MEANINGS: Mapping[Role, str] = {
    "viewer": "sees everything, asks, and takes exports away",
    "analyst": "also adds articles, judges facts and saves briefs and questions",
    "editor": "also says who is who, and names, merges and splits crises",
    "admin": "also keeps accounts and sees the trail of what was done",
}
"""What each role may do, in words; each may do what those before it may."""


def allows(role: Role | None, least: Role) -> bool:
    """Tell whether a role may do what another one may."""
    return role is not None and ROLES.index(role) >= ROLES.index(least)


class Needs:
    """Lets nobody pass whose role is below ``least``."""

    def __init__(self, least: Role) -> None:
        self.least = least

    def __call__(self, request: Request) -> Caller:
        """Return who asks.

        Raises:
            SignInNeeded: Nobody has signed in.
            RoleTooLow: Their role is below.
            ScopeTooLow: They may, but not by this token.
        """
        caller = caller_of(request)
        if caller.role is None:
            raise SignInNeeded("Sign in first.")
        if allows(caller.role, self.least):
            return caller
        if caller.user is not None and allows(caller.user.role, self.least):
            raise ScopeTooLow(self.least)
        raise RoleTooLow(caller.role, self.least)


def needs(least: Role) -> Needs:
    """Return the dependency that guards a route.

    @router.post("/crises/{crisis}/name", dependencies=[Depends(needs("editor"))])
    """
    return Needs(least)
