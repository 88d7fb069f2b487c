"""Signing in by OpenID Connect: the provider of one's own organisation says who one is.

The way is the authorization code flow with PKCE. All that must be remembered between its two ends
is derived from one secret of chance that the browser keeps: what the provider sends back is good
for that browser alone.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from dragoman.desk import links
from dragoman.desk.accounts import secrets
from dragoman.desk.accounts.keeping import is_loopback
from dragoman.desk.accounts.users import sound_role
from dragoman.desk.refusals import Refused
from dragoman.errors import SettingError, StoreError
from dragoman.settings import Settings

VARIABLE = "DRAGOMAN_OIDC_SECRET"
"""The environment variable of the client's secret; a public client has none."""

_DESCRIPTION = "/.well-known/openid-configuration"
_NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA")
"""How an identity may be signed: by a key pair, never by a secret that is shared, never not."""

_SECONDS = 10.0
_LEEWAY = 60
_LONGEST = 500


class NotSignedIn(Refused):
    """The provider did not say who somebody is, or said it in a way that cannot be trusted."""

    code = "not_signed_in"

    def __init__(self, message: str) -> None:
        super().__init__(message, hint="Try again, or ask whoever keeps the desk.")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is for a provider; ``email`` only where the provider has verified it."""

    subject: str
    email: str | None


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider of OpenID Connect, as the desk is registered with it.

    Raises:
        SettingError: A setting is missing, or the issuer is reached without TLS.
    """

    issuer: str
    client: str
    back: str
    secret: str | None = field(default=None, repr=False)

    def begin(self, flow: str) -> str:
        """Return where a browser signs in, whose secret of chance is ``flow``.

        Raises:
            NotSignedIn: The provider cannot be reached.
        """
        with self._session() as session:
            told = self._description(session)
            url, _ = session.create_authorization_url(
                told["authorization_endpoint"],
                state=secrets.derived(flow, "state"),
                code_verifier=secrets.derived(flow, "verifier"),
                nonce=secrets.derived(flow, "nonce"),
            )
        return str(url)

    def finish(self, flow: str, state: str, code: str) -> Identity:
        """Return who came back from the provider.

        Args:
            flow: The secret of chance of the browser.
            state: What it brings back, which must be of that secret.
            code: What the provider gives an identity for.

        Raises:
            NotSignedIn: It is not what was begun, or the provider gives no identity for it.
        """
        from authlib.common.errors import AuthlibBaseError
        from joserfc.errors import JoseError

        if not secrets.same(state, secrets.derived(flow, "state")):
            raise NotSignedIn("This sign-in was not begun in this browser, or long ago.")
        try:
            with self._session() as session:
                told = self._description(session)
                token = session.fetch_token(
                    told["token_endpoint"],
                    code=code,
                    code_verifier=secrets.derived(flow, "verifier"),
                )
                keys = session.request("GET", told["jwks_uri"], withhold_token=True).json()
            return self._identity(token.get("id_token", ""), keys, flow)
        except (AuthlibBaseError, JoseError, _unanswered(), ValueError, KeyError) as error:
            raise NotSignedIn("The provider gave no identity that can be trusted.") from error

    def _identity(self, signed: str, keys: Any, flow: str) -> Identity:
        from joserfc import jwt
        from joserfc.jwk import KeySet

        told = jwt.decode(signed, KeySet.import_key_set(keys), algorithms=_ALGORITHMS).claims
        jwt.JWTClaimsRegistry(
            leeway=_LEEWAY,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self.client},
            exp={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": secrets.derived(flow, "nonce")},
        ).validate(told)
        subject = f"{self.issuer} {told['sub']}"
        if len(subject) > _LONGEST:
            raise NotSignedIn("The provider gave a name that is too long.")
        email = told.get("email") if told.get("email_verified") is True else None
        return Identity(subject, email if isinstance(email, str) else None)

    def _session(self) -> Any:
        from authlib.integrations.httpx_client import OAuth2Client

        return OAuth2Client(
            client_id=self.client,
            client_secret=self.secret,
            token_endpoint_auth_method=None if self.secret else "none",
            scope="openid email",
            redirect_uri=self.back,
            code_challenge_method="S256",
            timeout=_SECONDS,
        )

    def _description(self, session: Any) -> Mapping[str, Any]:
        """Return what the provider says of itself.

        Raises:
            NotSignedIn: It cannot be reached, or is another than it should be.
        """
        try:
            answer = session.request("GET", self.issuer + _DESCRIPTION, withhold_token=True)
            told = answer.raise_for_status().json()
        except (_unanswered(), ValueError) as error:
            raise NotSignedIn("The provider cannot be reached.") from error
        if not isinstance(told, dict) or any(not _is_safe(told.get(name)) for name in _NEEDED):
            raise NotSignedIn("The provider does not say how one signs in.")
        if str(told.get("issuer", "")).rstrip("/") != self.issuer.rstrip("/"):
            raise NotSignedIn("The provider says that it is another one.")
        return told


def provider(settings: Settings, environment: Mapping[str, str] | None = None) -> Provider | None:
    """Return the provider that the settings name, if they name one.

    Raises:
        SettingError: A setting is missing or wrong, or the extra ``oidc`` is not installed.
    """
    if settings.oidc_issuer is None:
        return None
    if settings.oidc_client is None or settings.desk_url is None:
        raise SettingError("oidc_issuer needs oidc_client and desk_url as well.")
    if not _is_safe(settings.oidc_issuer):
        raise SettingError(f"oidc_issuer: {settings.oidc_issuer!r} is no https address.")
    if importlib.util.find_spec("authlib") is None:
        raise SettingError("authlib is not installed.", hint="Install dragoman[oidc].")
    if settings.oidc_role is not None:
        _check_role(settings.oidc_role)
    given = os.environ if environment is None else environment
    return Provider(
        issuer=settings.oidc_issuer,
        client=settings.oidc_client,
        back=settings.desk_url.rstrip("/") + links.signed_in_elsewhere(),
        secret=given.get(VARIABLE) or None,
    )


def _check_role(role: str) -> None:
    try:
        sound_role(role)
    except StoreError as error:
        raise SettingError(f"oidc_role: {error.message}", hint=error.hint) from error


def _unanswered() -> type[Exception]:
    """Return what a provider that does not answer raises.

    authlib asks by httpx2, and by httpx where that is not installed.
    """
    name = "httpx2" if importlib.util.find_spec("httpx2") else "httpx"
    error: type[Exception] = importlib.import_module(name).HTTPError
    return error


def _is_safe(url: object) -> bool:
    """Tell whether an address is reached over TLS, or on the machine itself."""
    if not isinstance(url, str):
        return False
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
