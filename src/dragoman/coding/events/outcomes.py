"""From an act as its clause tells it to a typed event with a modality.

An announced act is a promise or a threat, a refused one a rejection, a duty told to another
party a request: PLOVER types what is said about acts that have not happened.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.coding.events.arguments import NOBODY, Side
from dragoman.coding.events.modality import Outlook
from dragoman.records import Modality, codebook

if TYPE_CHECKING:
    from dragoman.coding.cast import Cast
    from dragoman.coding.drafts import StatementDraft
    from dragoman.coding.events.acts import Act
    from dragoman.coding.events.readings import Readings

_VERBAL = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN", "AGREE"})
_CONFLICT = "material conflict"
_INTENDED = 0.85
_THREAT_BY_MODAL = 0.6
_UNREAL = 0.7
_DUTY = 0.65


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an act comes to: type, mode, sides, modality; ``weight`` scales its confidence."""

    type: str
    mode: str | None
    actors: Side
    recipients: Side
    modality: Modality
    weight: float = 1.0


def outcome(
    act: Act, statement: StatementDraft | None, readings: Readings, cast: Cast
) -> Outcome | None:
    """The event an act comes to, or ``None`` where it comes to none.

    Args:
        act: The act.
        statement: The innermost statement inside whose content it is told, if any.
        readings: The trigger tables.
        cast: The actors.
    """
    plain = Outcome(act.type, act.mode, act.actors, act.recipients, "asserted")
    match act.outlook:
        case Outlook.FACT:
            return plain
        case Outlook.PAST:
            return replace(plain, modality="historical")
        case Outlook.NEGATED:
            return replace(plain, modality="negated")
        case Outlook.FUTURE:
            return _future(act, plain, readings, own=own_word(act, statement, cast))
        case Outlook.NEGATED_FUTURE:
            return _refusal(act, plain, readings, own=own_word(act, statement, cast))
        case Outlook.REFUSED:
            return _refused(plain, readings, own=own_word(act, statement, cast))
        case Outlook.POSSIBLE:
            return _possible(act, plain, readings, own=own_word(act, statement, cast))
        case Outlook.DUTY:
            return _duty(plain, statement, readings, cast)


def own_word(act: Act, statement: StatementDraft | None, cast: Cast) -> bool:
    """Whether those who would act say so themselves, or the outlet says it of them.

    An official whose state is not told is taken to speak for those who act.
    """
    if not act.actors:
        return False
    if statement is None or not statement.speakers:
        return True
    speakers = {cast.side(actor) for actor in statement.speakers}
    if speakers & {cast.side(actor) for actor in act.actors.actors}:
        return True
    drafts = (cast.draft(actor) for actor in statement.speakers)
    return any(draft.country is None and draft.office is not None for draft in drafts)


def _future(act: Act, plain: Outcome, readings: Readings, *, own: bool) -> Outcome:
    """What is announced: a promise or a threat, or the act itself that lies ahead."""
    type_, mode = readings.intended(plain.type, plain.mode)
    if plain.type in _VERBAL or not own or _rather(act, plain.type, type_):
        return replace(plain, modality="future", weight=_INTENDED)
    return replace(plain, type=type_, mode=mode, weight=_INTENDED)


def _rather(act: Act, type_: str, other: str) -> bool:
    """Whether the typer takes the words for one type rather than for another."""
    types = act.typed.types if act.typed is not None else {}
    return bool(types) and types.get(type_, 0.0) >= types.get(other, 0.0)


def _refusal(act: Act, plain: Outcome, readings: Readings, *, own: bool) -> Outcome:
    if _rather(act, plain.type, "REJECT"):
        return replace(plain, modality="negated", weight=_UNREAL)
    return _refused(plain, readings, own=own)


def _refused(plain: Outcome, readings: Readings, *, own: bool) -> Outcome:
    """What those who would act will not do: "Hanoi would not recall its envoy"."""
    if not own:
        return replace(plain, modality="negated", weight=_UNREAL)
    mode = readings.table.act_mode("REJECT", plain.type, plain.mode)
    return replace(plain, type="REJECT", mode=mode, weight=_INTENDED)


def _possible(act: Act, plain: Outcome, readings: Readings, *, own: bool) -> Outcome:
    hostile = codebook().quad(plain.type) == _CONFLICT
    own = own or plain.type == "SANCTION"
    if own and hostile and plain.recipients and readings.is_open_threat(act.head):
        type_, mode = readings.intended(plain.type, plain.mode)
        return replace(plain, type=type_, mode=mode, weight=_THREAT_BY_MODAL)
    return replace(plain, modality="hypothetical", weight=_UNREAL)


def _duty(
    plain: Outcome, statement: StatementDraft | None, readings: Readings, cast: Cast
) -> Outcome | None:
    if statement is None or not statement.speakers:
        return None
    speakers = {cast.side(actor) for actor in statement.speakers}
    addressed = tuple(actor for actor in plain.actors.actors if cast.side(actor) not in speakers)
    if not addressed:
        return None
    mode = readings.table.act_mode("REQUEST", plain.type, plain.mode)
    asking = Side(statement.speakers, ())
    asked = Side(addressed, plain.actors.heads)
    return Outcome("REQUEST", mode, asking, asked or NOBODY, "asserted", _DUTY)
