"""Parameters that the commands which ask the ledger share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from dragoman.cli.parameters import day

if TYPE_CHECKING:
    from dragoman.crises.questions import Scope
    from dragoman.store import View

Of = Annotated[
    str | None,
    typer.Option(
        "--of",
        metavar="STATE",
        help="Only what this state or body takes part in, by code or name: FRA, France, EUR.",
        show_default=False,
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="DAY",
        help="Only what may have been on this day or later.",
        callback=day,
        show_default=False,
    ),
]
Until = Annotated[
    str | None,
    typer.Option(
        metavar="DAY",
        help="Only what may have been on this day or earlier.",
        callback=day,
        show_default=False,
    ),
]
StoryName = Annotated[
    str | None,
    typer.Option(
        "--story",
        metavar="STORY",
        help="Only what articles of this story report, by id or title.",
        show_default=False,
    ),
]
CrisisName = Annotated[
    str | None,
    typer.Option(
        "--crisis",
        metavar="CRISIS",
        help="Only what articles of the stories of this crisis report, by id or title.",
        show_default=False,
    ),
]
Confidence = Annotated[
    float,
    typer.Option(
        metavar="NUMBER", help="Only facts of at least this confidence.", min=0.0, max=1.0
    ),
]
Origins = Annotated[
    int,
    typer.Option(metavar="NUMBER", help="Only what so many independent origins report.", min=1),
]
Words = Annotated[
    bool, typer.Option("--words", "-w", help="Also show the words that each fact rests on.")
]


def code(name: str | None) -> str | None:
    """Return the code of a state or body; refuse an unknown one and offer near ones."""
    from dragoman.cli.who import code_of

    return code_of(name) if name is not None else None


def codes(names: list[str] | None) -> tuple[str, ...]:
    """Return the codes of states and bodies, parted by commas, each once."""
    from dragoman.cli.who import code_of

    parts = [part.strip() for name in names or () for part in name.split(",")]
    return tuple(dict.fromkeys(code_of(part) for part in parts if part))


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What the options say that a question is narrowed down to."""

    of: str | None = None
    since: str | None = None
    until: str | None = None
    story: str | None = None
    crisis: str | None = None
    confidence: float = 0.0
    origins: int = 1

    def scope(self, view: View) -> Scope:
        """Return it as the ledger is asked; the days are days here.

        Raises:
            StoreError: There is no such story or crisis.
        """
        return replace(
            self.scope_of_all_days(view),
            since=date.fromisoformat(self.since) if self.since else None,
            until=date.fromisoformat(self.until) if self.until else None,
        )

    def scope_of_all_days(self, view: View) -> Scope:
        """Return it without its days.

        Raises:
            StoreError: There is no such story or crisis.
        """
        from dragoman.crises.questions import Scope
        from dragoman.crises.questions.naming import crisis_named, story_named

        return Scope(
            code=code(self.of),
            story=story_named(view, self.story) if self.story else None,
            crisis=crisis_named(view, self.crisis) if self.crisis else None,
            confidence=self.confidence,
            origins=self.origins,
        )


_OPTIONS: dict[str, Any] = {
    "of": Of,
    "since": Since,
    "until": Until,
    "story": StoryName,
    "crisis": CrisisName,
    "confidence": Confidence,
    "origins": Origins,
}


def narrowed(**other: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of :class:`Narrowing` in place of its parameter ``narrowing``.

    Args:
        other: Annotations of options that differ from the usual ones.
    """
    return gathered("narrowing", Narrowing, _OPTIONS | other)


def gathered(
    name: str, kind: type[Any], options: Mapping[str, Any]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command options in place of one parameter, which gets them gathered.

    Args:
        name: The parameter.
        kind: A dataclass that holds the options; its defaults are theirs.
        options: Their annotations, by the names of the fields.
    """

    def decorated(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def run(**given: Any) -> None:
            given[name] = kind(**{option: given.pop(option) for option in options})
            command(**given)

        defaults = {each.name: each.default for each in fields(kind)}
        told = {option: (each, defaults[option]) for option, each in options.items()}
        parameters = list(_parameters(command, name, told))
        vars(run)["__signature__"] = Signature(parameters)
        run.__annotations__ = {each.name: each.annotation for each in parameters}
        return run

    return decorated


def _parameters(
    command: Callable[..., None], gathering: str, options: Mapping[str, tuple[Any, Any]]
) -> Iterator[Parameter]:
    """Yield the parameters of a command, with options in place of the one that gathers them."""
    hints = get_type_hints(command, include_extras=True)
    for name, parameter in signature(command).parameters.items():
        if name == gathering:
            for option, (annotation, default) in options.items():
                yield Parameter(
                    option, Parameter.KEYWORD_ONLY, default=default, annotation=annotation
                )
        else:
            yield parameter.replace(kind=Parameter.KEYWORD_ONLY, annotation=hints[name])
