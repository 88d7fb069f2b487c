"""The ways that an alert goes: a file, e-mail, a web server."""

from __future__ import annotations

import json
import stat
from email import message_from_string
from pathlib import Path

import pytest

from dragoman.batch.alerts import destination
from dragoman.batch.alerts.file import append
from dragoman.batch.alerts.mail import message, send, server
from dragoman.batch.alerts.web import post
from dragoman.crises.questions import Citation
from dragoman.crises.questions.saved import AlertText
from dragoman.errors import DeliveryError, SettingError
from dragoman.settings import Settings
from tests.batch.alerts.serving import mail, web

LOOPBACK = ("127.0.0.0/8",)


def told(question: str = "mine") -> AlertText:
    words = "„Żółć” phoned\nher counterpart"
    citation = Citation(
        "Wire", None, "https://wire.example/1", words, None, "Wire", "a1", 0.9, "f1"
    )
    sentence = "A phone call is reported."
    return AlertText("f" * 64, question, "new contact with Norway", sentence, (citation,), "e1")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("mailto:desk@ministry.example", "mail"),
        ("https://hook.example/a?b=c", "web"),
        ("http://10.0.0.1:8080/a", "web"),
        ("file:/var/alerts.jsonl", "file"),
    ],
)
def test_destinations_are_read_and_written_alike(text: str, way: str) -> None:
    assert destination(text).way == way
    assert str(destination(text)) == text


def test_paths_become_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert destination("file:a.jsonl").target == str(tmp_path / "a.jsonl")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "file:",
        "desk@ministry.example",
        "mailto:desk",
        "mailto:a@b.example,c@d.example",
        "mailto:a@b.example\nBcc: c@d.example",
        "ftp://a.example/",
        "https://",
        "https://user:secret@a.example/",
        "https://a.example/ b",
        "https://[::1/",
    ],
)
def test_nothing_else_is_a_destination(text: str) -> None:
    with pytest.raises(SettingError, match="cannot go to"):
        destination(text)


def test_a_file_takes_an_alert_once(tmp_path: Path) -> None:
    path = tmp_path / "new" / "alerts.jsonl"
    append(path, told().to_dict())
    append(path, {**told().to_dict(), "sentence": "put in other words"})
    append(path, {**told().to_dict(), "id": "other"})
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["f" * 64, "other"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_line_that_was_broken_off_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "alerts.jsonl"
    path.write_text('{"id": "' + "f" * 64)
    append(path, told().to_dict())
    first, second = path.read_text(encoding="utf-8").splitlines()
    assert (first.startswith('{"id'), json.loads(second)["id"]) == (True, "f" * 64)


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="cannot be written") as caught:
        append(tmp_path, told().to_dict())
    assert caught.value.again


def test_a_web_server_is_sent_json() -> None:
    with web() as kept:
        settings = Settings(allowed_networks=LOOPBACK)
        post(f"http://localhost:{kept.port}/hook", told().to_dict(), settings)
    assert kept.bodies[0]["sentence"] == "A phone call is reported."
    assert kept.headers[0]["idempotency-key"] == "f" * 64
    assert kept.headers[0]["host"] == f"localhost:{kept.port}"


@pytest.mark.parametrize(
    ("answer", "again"), [(500, True), (429, True), (404, False), (302, False)]
)
def test_an_answer_that_is_no_success_is_a_failure(answer: int, again: bool) -> None:
    settings = Settings(allowed_networks=LOOPBACK)
    with web(answer) as kept, pytest.raises(DeliveryError, match=str(answer)) as caught:
        post(f"http://127.0.0.1:{kept.port}/", {"id": "a"}, settings)
    assert caught.value.again is again


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.1", "[::1]", "169.254.169.254"])
def test_addresses_that_are_not_public_are_refused(host: str) -> None:
    with pytest.raises(DeliveryError, match="public") as caught:
        post(f"http://{host}:9/", {"id": "a"}, Settings())
    assert not caught.value.again


def test_a_server_that_is_not_there_is_tried_again() -> None:
    with web() as kept:
        url = f"http://127.0.0.1:{kept.port}/"
    with pytest.raises(DeliveryError, match="cannot be reached") as caught:
        post(url, {"id": "a"}, Settings(allowed_networks=LOOPBACK))
    assert caught.value.again


def test_e_mail_is_sent() -> None:
    with mail() as kept:
        settings = Settings(smtp=f"smtp://127.0.0.1:{kept.port}", mail_from="a@b.example")
        send(told(), "desk@ministry.example", settings, {})
    got = message_from_string(kept.bodies[0])
    assert (got["Subject"], got["To"]) == (
        "mine: new contact with Norway",
        "desk@ministry.example",
    )
    assert got["Message-ID"] == f"<{'f' * 64}@dragoman.invalid>"


def test_e_mail_says_the_sentence_and_its_reports() -> None:
    text = message(told(), "a@b.example", "c@d.example").get_content()
    assert text.startswith("A phone call is reported.\n\n- Wire (https://wire.example/1): ")


@pytest.mark.parametrize(("answer", "again"), [(451, True), (554, False)])
def test_e_mail_that_is_not_taken_is_a_failure(answer: int, again: bool) -> None:
    with mail(answer) as kept:
        settings = Settings(smtp=f"smtp://127.0.0.1:{kept.port}", mail_from="a@b.example")
        with pytest.raises(DeliveryError, match="did not take") as caught:
            send(told(), "desk@ministry.example", settings, {})
    assert caught.value.again is again


def test_a_password_never_travels_unencrypted() -> None:
    password = {"DRAGOMAN_SMTP_PASSWORD": "secret"}
    with mail() as kept:
        settings = Settings(smtp=f"smtp://a%40b.example@127.0.0.1:{kept.port}")
        with pytest.raises(DeliveryError, match="does not encrypt") as caught:
            send(told(), "desk@ministry.example", settings, password)
    assert (kept.bodies, caught.value.again) == ([], False)


@pytest.mark.parametrize(
    ("smtp", "port", "encrypted"),
    [("smtps://a@b.example", 465, True), ("smtp://b.example", 587, False)],
)
def test_a_server_for_e_mail_is_read(smtp: str, port: int, encrypted: bool) -> None:
    read = server(Settings(smtp=smtp))
    assert (read.host, read.port, read.encrypted) == ("b.example", port, encrypted)


@pytest.mark.parametrize("smtp", [None, "b.example", "https://b.example", "smtp://a:b@c.example"])
def test_a_server_for_e_mail_that_is_none_is_refused(smtp: str | None) -> None:
    with pytest.raises(SettingError):
        server(Settings(smtp=smtp))


def test_a_password_in_the_settings_is_not_shown() -> None:
    with pytest.raises(SettingError) as caught:
        server(Settings(smtp="smtp://a:secret@c.example"))
    assert "secret" not in str(caught.value)


def test_e_mail_needs_an_address_to_be_sent_from() -> None:
    with pytest.raises(SettingError, match="sent from"):
        send(told(), "desk@ministry.example", Settings(smtp="smtp://c.example"), {})
