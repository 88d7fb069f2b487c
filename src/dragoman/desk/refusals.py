"""What the desk refuses, each with the HTTP status it has and a word for programs."""

from __future__ import annotations

from http import HTTPStatus

from dragoman.errors import DeskError


class Refused(DeskError):
    """A request that is not done; ``status`` and ``code`` say in what way."""

    status = HTTPStatus.BAD_REQUEST
    code = "bad_request"


class BadQuery(Refused):
    """Something in the address or the form is none that it can be."""


class NotFound(Refused):
    """There is no such page, or no such thing in the store."""

    status = HTTPStatus.NOT_FOUND
    code = "not_found"


class SignInNeeded(Refused):
    """Only for people who are signed in."""

    status = HTTPStatus.UNAUTHORIZED
    code = "sign_in_needed"


class Forbidden(Refused):
    """Not for people of this role, or not by a form of another site."""

    status = HTTPStatus.FORBIDDEN
    code = "forbidden"


class Conflicting(Refused):
    """Somebody else changed the same meanwhile."""

    status = HTTPStatus.CONFLICT
    code = "conflict"


class TooMany(Refused):
    """Too many requests in a short time."""

    status = HTTPStatus.TOO_MANY_REQUESTS
    code = "too_many_requests"
