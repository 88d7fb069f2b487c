"""Gold records: what the record of an article must hold, by names, codes and words.

The form is described in ``evals/records/README.md``. A field that is absent is not compared; a kind
of fact that is absent altogether is not compared either, while an empty list says that there is
none.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from evals.errors import GoldError
from evals.files import json_objects, shared_folder
from evals.forms import Form

if TYPE_CHECKING:
    from collections.abc import Callable

Built = TypeVar("Built")


@dataclass(frozen=True, slots=True)
class GoldPart:
    """A part of the page that is no body: its kind and first words."""

    kind: str
    begins: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The article: a file or a text, and what must be read off the page."""

    file: Path | None
    text: str | None
    published: str | None
    title: str | None
    publisher: str | None
    byline: str | None
    dateline: str | None
    published_at: str | None
    updated_at: str | None
    not_body: tuple[GoldPart, ...]
    contexts: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class GoldActor:
    """An actor with its country, role and sector."""

    name: str
    country: str | None
    role: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event; several types where more than one is right."""

    types: tuple[str, ...]
    actors: tuple[str, ...]
    actor_countries: tuple[str, ...]
    recipients: tuple[str, ...]
    recipient_countries: tuple[str, ...]
    trigger: str | None


@dataclass(frozen=True, slots=True)
class GoldContact:
    """A contact between two sides; unnamed sides by their words."""

    initiator: str | None
    initiator_countries: tuple[str, ...]
    initiator_text: str | None
    counterpart: str | None
    counterpart_countries: tuple[str, ...]
    counterpart_text: str | None


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement with the first and last words of its content."""

    speaker: str | None
    speaker_text: str | None
    countries: tuple[str, ...]
    begins: str | None
    ends: str | None


@dataclass(frozen=True, slots=True)
class GoldPosition:
    """A position; several stances where more than one is right."""

    holder: str | None
    holder_text: str | None
    stances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldAttitude:
    """A directed sentiment."""

    from_: str | None
    from_text: str | None
    toward: str | None
    toward_text: str | None
    sign: str | None


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """All that must be found in one article; ``None`` for a kind that is not compared."""

    path: Path
    line: int
    article: GoldArticle
    actors: tuple[GoldActor, ...] | None
    events: tuple[GoldEvent, ...] | None
    contacts: tuple[GoldContact, ...] | None
    contacts_unnamed: tuple[GoldContact, ...]
    statements: tuple[GoldStatement, ...] | None
    positions: tuple[GoldPosition, ...] | None
    attitudes: tuple[GoldAttitude, ...] | None

    @property
    def name(self) -> str:
        """A short name of the article, for lists of what went wrong."""
        file = self.article.file
        return file.name if file else f"{self.path.name}:{self.line}"


def read_gold(path: Path) -> tuple[GoldRecord, ...]:
    """Read gold records: one JSON object a file, JSON lines, or a folder of such files.

    Raises:
        GoldError: a file cannot be read or does not have the form; names file and line.
    """
    if path.is_dir():
        members = sorted(path.glob("*.json"))
        if not members:
            raise GoldError("holds no *.json file", path=path)
        return tuple(record for member in members for record in read_gold(member))
    return tuple(_record(Form(values, path, line)) for line, values in json_objects(path))


def find_article(file: str, gold: Path) -> Path | None:
    """Return the article's file: beside the gold file, one folder up, or in the shared folder."""
    places = (gold.parent, gold.parent.parent, shared_folder())
    return next((place / file for place in places if (place / file).is_file()), None)


def _record(form: Form) -> GoldRecord:
    return GoldRecord(
        path=form.path,
        line=form.line,
        article=_article(form.form("article"), form),
        actors=_kind(form, "actors", _actor),
        events=_kind(form, "events", _event),
        contacts=_kind(form, "contacts", _contact),
        contacts_unnamed=_kind(form, "contacts_unnamed", _contact) or (),
        statements=_kind(form, "statements", _statement),
        positions=_kind(form, "positions", _position),
        attitudes=_kind(form, "attitudes", _attitude),
    )


def _kind(form: Form, name: str, build: Callable[[Form], Built]) -> tuple[Built, ...] | None:
    if name not in form.values:
        return None
    return tuple(build(part) for part in form.forms(name))


def _article(form: Form, record: Form) -> GoldArticle:
    file, text = form.optional("file"), form.optional("text")
    if not file and not text:
        raise record.error("'article' has neither 'file' nor 'text'")
    found = find_article(file, form.path) if file else None
    if file and found is None:
        raise record.error(f"the article {file!r} is not there")
    return GoldArticle(
        file=found,
        text=text,
        published=form.optional("published"),
        title=form.optional("title"),
        publisher=form.optional("publisher"),
        byline=form.optional("byline"),
        dateline=form.optional("dateline"),
        published_at=form.optional("published_at"),
        updated_at=form.optional("updated_at"),
        not_body=tuple(
            GoldPart(part.string("kind"), part.string("begins")) for part in form.forms("not_body")
        ),
        contexts=form.strings("contexts") if "contexts" in form.values else None,
    )


def _actor(form: Form) -> GoldActor:
    return GoldActor(
        form.string("name"),
        form.optional("country"),
        form.optional("role"),
        form.optional("sector"),
    )


def _event(form: Form) -> GoldEvent:
    return GoldEvent(
        types=form.strings("type") + form.strings("type_alt"),
        actors=form.strings("actor"),
        actor_countries=form.strings("actor_country"),
        recipients=form.strings("recipient"),
        recipient_countries=form.strings("recipient_country"),
        trigger=form.optional("trigger"),
    )


def _contact(form: Form) -> GoldContact:
    return GoldContact(
        initiator=form.optional("initiator"),
        initiator_countries=form.strings("initiator_country"),
        initiator_text=form.optional("initiator_text"),
        counterpart=form.optional("counterpart"),
        counterpart_countries=form.strings("counterpart_country"),
        counterpart_text=form.optional("counterpart_text"),
    )


def _statement(form: Form) -> GoldStatement:
    return GoldStatement(
        speaker=form.optional("speaker"),
        speaker_text=form.optional("speaker_text"),
        countries=form.strings("country"),
        begins=form.optional("content_begins"),
        ends=form.optional("content_ends"),
    )


def _position(form: Form) -> GoldPosition:
    return GoldPosition(
        holder=form.optional("holder"),
        holder_text=form.optional("holder_text"),
        stances=form.strings("stance") + form.strings("stance_alt"),
    )


def _attitude(form: Form) -> GoldAttitude:
    return GoldAttitude(
        from_=form.optional("from"),
        from_text=form.optional("from_text"),
        toward=form.optional("toward"),
        toward_text=form.optional("toward_text"),
        sign=form.optional("sign"),
    )
