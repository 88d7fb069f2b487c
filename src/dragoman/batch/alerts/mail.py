"""Alerts by e-mail: plain text over SMTP, its password out of the environment alone."""

from __future__ import annotations

import os
import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate
from urllib.parse import unquote, urlsplit

from dragoman.crises.questions.saved import AlertText
from dragoman.errors import DeliveryError, SettingError
from dragoman.settings import Settings

VARIABLE = "DRAGOMAN_SMTP_PASSWORD"
"""The environment variable that holds the password."""

_PORTS = {"smtp": 587, "smtps": 465}
_HINT = "Write it as smtps://user@host or smtp://user@host:587."


@dataclass(frozen=True, slots=True)
class Server:
    """Where e-mail is sent by. ``encrypted``: from the first byte; else once greeted, if it can."""

    host: str
    port: int
    user: str | None
    encrypted: bool


def server(settings: Settings) -> Server:
    """Return the server that the settings name.

    Raises:
        SettingError: They name none, or one with its password in it.
    """
    if settings.smtp is None:
        raise SettingError("No server for e-mail is set.", hint=f"Set smtp. {_HINT}")
    try:
        parts = urlsplit(settings.smtp)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port, parts = None, None, urlsplit("")
    if parts.scheme not in _PORTS or not host:
        raise SettingError("smtp: it names no server for e-mail.", hint=_HINT)
    if parts.password is not None:
        raise SettingError("smtp: a password must not stand there.", hint=f"Set {VARIABLE}.")
    user = unquote(parts.username) if parts.username else None
    return Server(host, port or _PORTS[parts.scheme], user, parts.scheme == "smtps")


def message(told: AlertText, sender: str, recipient: str) -> EmailMessage:
    """Return an alert as an e-mail; it has the same identity however often it is made."""
    mail = EmailMessage()
    mail["Subject"] = told.subject
    mail["From"] = sender
    mail["To"] = recipient
    mail["Date"] = formatdate(usegmt=True)
    mail["Message-ID"] = f"<{told.id}@dragoman.invalid>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(told.text)
    return mail


def send(
    told: AlertText,
    recipient: str,
    settings: Settings,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Send an alert.

    Raises:
        SettingError: No server is set, or no address to send from.
        DeliveryError: The server does not take it.
    """
    by = server(settings)
    sender = settings.mail_from or by.user
    if sender is None or "@" not in sender or not sender.isprintable():
        raise SettingError("No address that e-mail is sent from is set.", hint="Set mail_from.")
    variables = os.environ if environment is None else environment
    mail = message(told, sender, recipient)
    try:
        with _connected(by, settings.fetch_timeout) as connection:
            _log_in(connection, by, variables.get(VARIABLE))
            connection.send_message(mail)
    except (smtplib.SMTPException, OSError) as error:
        raise _failure(by, error) from error


def _connected(by: Server, timeout: float) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if by.encrypted:
        return smtplib.SMTP_SSL(by.host, by.port, timeout=timeout, context=context)
    connection = smtplib.SMTP(by.host, by.port, timeout=timeout)
    connection.ehlo()
    if connection.has_extn("starttls"):
        connection.starttls(context=context)
        connection.ehlo()
    return connection


def _log_in(connection: smtplib.SMTP, by: Server, password: str | None) -> None:
    """Log in where there is a password, which never travels unencrypted.

    Raises:
        DeliveryError: The connection is not encrypted.
    """
    if by.user is None or not password:
        return
    if not isinstance(connection.sock, ssl.SSLSocket):
        message = f"{by.host} does not encrypt; the password was not sent."
        raise DeliveryError(message, again=False, hint="Use smtps://, or a server with STARTTLS.")
    connection.login(by.user, password)


def _failure(by: Server, error: Exception) -> DeliveryError:
    """Return the error for what a server answered: codes from 500 on will stay as they are."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code = max((each[0] for each in error.recipients.values()), default=0)
    else:
        code = getattr(error, "smtp_code", 0)
    return DeliveryError(f"{by.host} did not take the e-mail: {error}.", again=code < 500)
