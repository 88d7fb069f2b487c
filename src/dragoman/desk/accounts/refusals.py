"""What the desk answers to those whom it does not let pass."""

from __future__ import annotations

from http import HTTPStatus

from dragoman.desk.accounts.users import Role
from dragoman.desk.refusals import Forbidden, Refused, TooMany


class RoleTooLow(Forbidden):
    """The role of whoever asks is below what is needed."""

    def __init__(self, role: Role, least: Role) -> None:
        super().__init__(
            f"This needs the role {least}; yours is {role}.",
            hint="Ask whoever keeps the accounts of this desk.",
        )


class ScopeTooLow(Forbidden):
    """A token does not reach as far as the user it is of."""

    def __init__(self, least: Role) -> None:
        scope = "admin" if least == "admin" else "write"
        super().__init__(
            "The token does not reach so far; you yourself may do this.",
            hint=f"Make one of the scope {scope} on the page Settings.",
        )


class Forged(Forbidden):
    """A change that did not come from a page of this desk."""

    code = "forged"

    def __init__(self) -> None:
        super().__init__(
            "This did not come from a page of this desk, or from one that is too old.",
            hint="Load the page again and send it once more.",
        )


class BadToken(Refused):
    """A token of the API that is none, ran out, or was taken back."""

    status = HTTPStatus.UNAUTHORIZED
    code = "bad_token"

    def __init__(self) -> None:
        super().__init__("The token is not valid.", hint="Make another on the page Settings.")
        self.headers = {"WWW-Authenticate": 'Bearer error="invalid_token"'}


class Wait(TooMany):
    """Too much was asked in too short a time; ``seconds`` is how long to wait."""

    def __init__(self, message: str, seconds: int) -> None:
        super().__init__(message, hint=f"Try again in {waiting(seconds)}.")
        self.seconds = seconds
        self.headers = {"Retry-After": str(seconds)}


class WrongPassword(Refused):
    """Name and password do not belong together; nothing tells which of them is wrong."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY
    code = "wrong_password"

    def __init__(self) -> None:
        super().__init__("Name and password do not belong together.")


def waiting(seconds: int) -> str:
    """Say how long a wait is."""
    if seconds < 90:
        return f"{seconds} seconds"
    return f"{-(-seconds // 60)} minutes"
