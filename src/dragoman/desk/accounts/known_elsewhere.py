"""Which account is whose, for somebody who signs in by OpenID Connect."""

from __future__ import annotations

from dragoman.desk.accounts.oidc import Identity, NotSignedIn
from dragoman.desk.accounts.users import User, Users, sound_role
from dragoman.errors import StoreError
from dragoman.store import Store, UnitOfWork


def account_of(store: Store, identity: Identity, *, new_role: str | None) -> User:
    """Return the account of somebody whom the provider lets in.

    It is the one that has been theirs before; else one without such an owner that has their
    address; else, if ``new_role`` says so, a new one.

    Raises:
        NotSignedIn: They have none, or it is locked.
    """
    with store.work() as unit:
        user = _known(unit, identity) or _new(unit, identity, new_role)
        if user is None:
            raise NotSignedIn("You have no account at this desk.")
        if user.locked_at is not None:
            raise NotSignedIn("Your account at this desk is locked.")
    return user


def _known(unit: UnitOfWork, identity: Identity) -> User | None:
    users = Users(unit.connection)
    found = users.of_subject(identity.subject)
    if found is not None or identity.email is None:
        return found
    by_email = users.of_email(identity.email)
    if by_email is None or by_email.subject is not None:
        return None
    users.set_subject(by_email, identity.subject)
    return by_email


def _new(unit: UnitOfWork, identity: Identity, role: str | None) -> User | None:
    """Make an account, named by the address; none where that is taken already."""
    users = Users(unit.connection)
    if role is None or identity.email is None or not users.are_there():
        return None
    try:
        user = users.add(identity.email, sound_role(role), email=identity.email)
    except StoreError:
        return None
    users.set_subject(user, identity.subject)
    unit.audit.note("user-add", user.name, {"role": user.role, "by": "provider"}, who=user.name)
    return user
