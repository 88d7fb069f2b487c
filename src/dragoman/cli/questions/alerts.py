"""``dragoman alerts``: questions that are saved, and told about when there is something new."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.db import AsJson, Where
from dragoman.cli.questions.parameters import Confidence, CrisisName, StoryName, gathered

if TYPE_CHECKING:
    from dragoman.batch.alerts import Delivered
    from dragoman.crises.questions.saved import AskedFor, Wanted
    from dragoman.store import Store, View

_FAILED = 1

alerts = typer.Typer(name="alerts", no_args_is_help=True, rich_markup_mode=None)

Name = Annotated[str, typer.Argument(metavar="NAME", help="What it is called.", show_default=False)]
ContactWith = Annotated[
    str | None,
    typer.Option(
        metavar="WHO",
        help="Every new contact with this state, body or person.",
        show_default=False,
    ),
]
PositionOf = Annotated[
    str | None,
    typer.Option(
        metavar="WHO", help="Every change of its own position, on any act.", show_default=False
    ),
]
StatementBy = Annotated[
    str | None,
    typer.Option(metavar="WHO", help="The first statement from now on.", show_default=False),
]
And = Annotated[
    str | None,
    typer.Option(
        "--and",
        metavar="WHO",
        help="With --contact-with: only contacts between the two.",
        show_default=False,
    ),
]
To = Annotated[
    list[str],
    typer.Option(
        metavar="PLACE",
        help="Where alerts go: file:PATH, mailto:ADDRESS or https://HOST/PATH. May be given often.",
        show_default=False,
    ),
]
KnownToo = Annotated[
    bool, typer.Option("--known-too", help="Also tell what the ledger holds already.")
]
Every = Annotated[
    float | None,
    typer.Option(
        metavar="SECONDS",
        help="Go on, and look again each time after so many seconds.",
        min=1.0,
        show_default=False,
    ),
]


@alerts.callback()
def _alerts() -> None:
    """Save questions, and be told when there is something new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What the options say that is asked for: one of the first three."""

    contact_with: str | None = None
    position_of: str | None = None
    statement_by: str | None = None
    and_: str | None = None
    story: str | None = None
    crisis: str | None = None
    confidence: float = 0.0

    def wanted(self, view: View) -> Wanted:
        """Return it as it is saved.

        Raises:
            StoreError: There is nobody, or no story or crisis, of that name.
        """
        from dragoman.crises.questions.naming import crisis_named, party_named, story_named
        from dragoman.crises.questions.saved import Wanted

        what, who = self._asked()
        key, name = party_named(view, who)
        other = party_named(view, self.and_) if self.and_ is not None else (None, None)
        if other[0] == key:
            raise typer.BadParameter(f"It is {name} as well.", param_hint="--and")
        return Wanted(
            what=what,
            of=key,
            name=name,
            other=other[0],
            other_name=other[1],
            story=story_named(view, self.story) if self.story is not None else None,
            crisis=crisis_named(view, self.crisis) if self.crisis is not None else None,
            confidence=self.confidence,
        )

    def _asked(self) -> tuple[AskedFor, str]:
        asked: dict[AskedFor, str | None] = {
            "contact": self.contact_with,
            "position": self.position_of,
            "statement": self.statement_by,
        }
        given = [(what, who) for what, who in asked.items() if who is not None]
        if len(given) != 1:
            message = "Ask for one: --contact-with, --position-of or --statement-by."
            raise typer.BadParameter(message, param_hint="--contact-with")
        if self.and_ is not None and self.contact_with is None:
            raise typer.BadParameter("It goes with --contact-with.", param_hint="--and")
        return given[0]


_ASKING = {
    "contact_with": ContactWith,
    "position_of": PositionOf,
    "statement_by": StatementBy,
    "and_": And,
    "story": StoryName,
    "crisis": CrisisName,
    "confidence": Confidence,
}


@alerts.command("add")
@gathered("asking", Asking, _ASKING)
def add(
    name: Name, *, to: To, asking: Asking, known_too: KnownToo = False, where: Where = None
) -> None:
    """Save a question."""
    from dragoman.batch.alerts import destination
    from dragoman.cli.stores import existing
    from dragoman.crises.questions.saved import SavedQuestions, remember

    places = [str(destination(each)) for each in to]
    with existing(where) as store, store.work() as unit:
        wanted = asking.wanted(unit.view)
        question = SavedQuestions(unit.connection).save(name, wanted, places)
        known = 0 if known_too else remember(unit, question)
    typer.echo(f"{name}: {question.wanted.told()}. {_known(known)}".rstrip())


def _known(number: int) -> str:
    if not number:
        return ""
    return f"{number} known already, which {'is' if number == 1 else 'are'} not told."


@alerts.command("list")
def list_questions(where: Where = None, *, as_json: AsJson = False) -> None:
    """List the saved questions."""
    from dragoman.cli.console import print_json
    from dragoman.cli.stores import viewed
    from dragoman.crises.questions.plain import plain
    from dragoman.crises.questions.saved import SavedQuestions, alerts_of

    with viewed(where) as view:
        found = SavedQuestions(view.connection).all()
        counts = {each.id: len(alerts_of(view.connection, each)) for each in found}
    if as_json:
        print_json([{**plain(each), "alerts": counts[each.id]} for each in found])
        return
    from rich.text import Text

    from dragoman.cli.questions.sheet import BETWEEN, Sheet, counted

    sheet = Sheet()
    sheet.heading("questions", counted(len(found), "question"))
    for each in found:
        told = [each.wanted.told(), *each.destinations, counted(counts[each.id], "alert")]
        sheet.columns(Text(sheet.say(each.name), "name"), BETWEEN.join(told), 2)


@alerts.command("remove")
def remove(name: Name, where: Where = None) -> None:
    """Remove a question, and what is known of its alerts."""
    from dragoman.cli.stores import existing
    from dragoman.crises.questions.saved import SavedQuestions

    with existing(where) as store, store.work() as unit:
        SavedQuestions(unit.connection).remove(name)
    typer.echo(f"{name}: removed.")


@alerts.command("run")
def run(where: Where = None, *, every: Every = None, as_json: AsJson = False) -> None:
    """Look for what is new, and deliver what is due; what fails is tried again later."""
    from dragoman.cli.stores import existing

    with existing(where) as store:
        while True:
            failed = _round(store, as_json=as_json)
            if every is None:
                break
            time.sleep(every)
    if failed:
        raise typer.Exit(_FAILED)


def _round(store: Store, *, as_json: bool) -> bool:
    """Look and deliver once; tell whether anything could not be delivered."""
    from dragoman.batch.alerts import deliver
    from dragoman.crises.questions.saved import look

    with store.work() as unit:
        look(unit)
    failed = False
    for delivered in deliver(store):
        failed = failed or delivered.error is not None
        _tell(delivered, as_json=as_json)
    return failed


def _tell(delivered: Delivered, *, as_json: bool) -> None:
    from dragoman.cli.console import fit, output, write_utf8
    from dragoman.crises.questions.plain import plain

    if as_json:
        write_utf8(json.dumps(plain(delivered), ensure_ascii=False))
    elif delivered.error is not None:
        after = "it will be tried again" if delivered.state == "waiting" else "given up"
        typer.echo(f"Error: {delivered.to}: {delivered.error} ({after})", err=True)
    elif delivered.told is not None:
        say = fit(output())
        typer.echo(say(f"{delivered.told.question} → {delivered.to}: {delivered.told.sentence}"))


@alerts.command("retry")
def retry(where: Where = None) -> None:
    """Let alerts that were given up be tried again by the next run."""
    from dragoman.batch.alerts import revive
    from dragoman.cli.stores import existing

    with existing(where) as store:
        number = revive(store)
    deliveries = "1 delivery" if number == 1 else f"{number:,} deliveries"
    typer.echo(f"{deliveries} will be tried again.")


@alerts.command("show")
def show(name: Name, where: Where = None, *, as_json: AsJson = False) -> None:
    """Show the alerts of a question, in words."""
    from dragoman.cli.console import print_json
    from dragoman.cli.stores import viewed
    from dragoman.crises.questions.saved import SavedQuestions, alerts_of, tell

    with viewed(where) as view:
        question = SavedQuestions(view.connection).get(name)
        told = [tell(view, each) for each in alerts_of(view.connection, question)]
    known = [each for each in told if each is not None]
    if as_json:
        print_json([each.to_dict() for each in known])
        return
    from rich.text import Text

    from dragoman.cli.questions.sheet import Sheet, counted

    sheet = Sheet()
    sheet.heading(question.name, f"{question.wanted.told()}  {counted(len(told), 'alert')}")
    for each in known:
        sheet.flow(Text(sheet.say(each.sentence)), 2, 0)
        for citation in each.citations:
            sheet.citation(citation, 4)
