"""What an alert says: its question, a sentence, and the reports that the sentence rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.crises.entries import Entry
from dragoman.crises.ledger import Ledger
from dragoman.crises.questions.asking import Questions
from dragoman.crises.questions.brief.dates import days_text
from dragoman.crises.questions.brief.lines import cited_as
from dragoman.crises.questions.brief.phrases import act_phrase, change_phrase, phrase
from dragoman.crises.questions.citations import Citation, cited, clean, quotes
from dragoman.crises.questions.plain import plain
from dragoman.crises.questions.saved.finding import Alert
from dragoman.crises.questions.standings import standings
from dragoman.errors import StoreError
from dragoman.store import View


@dataclass(frozen=True, slots=True)
class AlertText:
    """An alert in words; ``id`` is the same however often it is put together."""

    id: str
    question: str
    asks: str
    sentence: str
    citations: tuple[Citation, ...]
    entry: str

    @property
    def subject(self) -> str:
        """One line that says what it is about."""
        return f"{self.question}: {self.asks}"

    @property
    def text(self) -> str:
        """The whole as plain text."""
        lines = [self.sentence, ""]
        for each in self.citations:
            link = f" ({each.link})" if each.link else ""
            lines.append(f"- {cited_as(each)}{link}: “{each.words}”")
        return "\n".join(lines) + "\n"

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        row: dict[str, Any] = plain(self)
        return row


def tell(view: View, alert: Alert) -> AlertText | None:
    """Put an alert into words; ``None`` where the ledger no longer holds what it tells of."""
    try:
        entry = Ledger(view).entry(alert.entry)
    except StoreError:
        return None
    wanted = alert.question.wanted
    return AlertText(
        id=alert.id,
        question=clean(alert.question.name),
        asks=clean(wanted.told()),
        sentence=clean(_sentence(view, alert, entry)),
        citations=cited(entry.reports, quotes(view)),
        entry=entry.id,
    )


def _sentence(view: View, alert: Alert, entry: Entry) -> str:
    acts = Questions(view).acts([entry])
    wanted = alert.question.wanted
    if wanted.what == "position":
        positions = list(Ledger(view).entries(**wanted.asked()))
        for on_act in standings(positions, acts):
            for standing in on_act.standings:
                for change in standing.changes:
                    if change.after.entries[0].id == entry.id:
                        act = act_phrase(on_act.target, acts)
                        since = days_text(change.before.first_day, change.before.last_day)
                        views = (change.before.views, change.after.views)
                        return change_phrase(standing.holder, *views, act, since)
    return phrase(entry, acts)
