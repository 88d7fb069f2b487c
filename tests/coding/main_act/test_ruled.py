from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.coding.main_act.ruled import ruled
from dragoman.coding.main_act.scene import Scene
from dragoman.coding.main_act.sides import drawn
from tests.coding.sentences import parsed
from tests.evals.drafting import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.records import Record


def found(record: Record, doc: Doc) -> list[tuple[str, str]]:
    parts = {head: part for part, heads in ruled(record, doc).items() for head in heads}
    return [(side.part, doc.text[slice(*side.span)]) for side in drawn(Scene(record, doc), parts)]


SHELLED = parsed(
    "{nsubj {amod Rwandan} troops=troop {acl:relcl {nsubj who} crossed=cross}} shelled=shell"
    " {obj {det the} {compound border} town {nmod {case of} Goma}} {punct .}"
)


def test_mentions_grow_to_whole_phrases_without_relative_clauses() -> None:
    draft = Draft(SHELLED.text)
    rwanda = draft.actor("Rwanda", "Rwandan", kind="state", country="RWA")
    congo = draft.actor("Goma", "town", kind="unnamed", country="COD")
    draft.event("ASSAULT", [rwanda], [congo], trigger="shelled")
    assert found(draft.record, SHELLED) == [
        ("actor", "Rwandan troops"),
        ("recipient", "the border town of Goma"),
    ]


def test_the_words_of_the_field_go_before_the_nearest_mention() -> None:
    draft = Draft(SHELLED.text)
    rwanda = draft.actor("Rwanda", "Rwandan", kind="state")
    congo = draft.actor("Goma", "town", "Goma", kind="unnamed")
    words = {"recipients": draft.at("Goma")}
    draft.event("ASSAULT", [rwanda], [congo], trigger="shelled", evidence=words)
    assert found(draft.record, SHELLED) == [("actor", "Rwandan troops"), ("recipient", "Goma")]


def test_the_event_whose_trigger_stands_highest_counts() -> None:
    draft = Draft(SHELLED.text)
    rwanda = draft.actor("Rwanda", "Rwandan", kind="state")
    town = draft.actor("Goma", "Goma", kind="unnamed")
    draft.event("RETREAT", [town], [rwanda], trigger="crossed")
    draft.event("ASSAULT", [rwanda], [town], trigger="shelled")
    assert found(draft.record, SHELLED) == [("actor", "Rwandan troops"), ("recipient", "Goma")]


def test_a_side_that_the_event_lacks_is_given_by_grammar() -> None:
    draft = Draft(SHELLED.text)
    draft.actor("Goma", "town", kind="unnamed")
    draft.event("ASSAULT", [], trigger="shelled")
    assert found(draft.record, SHELLED) == [
        ("actor", "Rwandan troops"),
        ("recipient", "the border town of Goma"),
    ]


def test_a_pronoun_gives_way_to_the_nearest_name() -> None:
    doc = parsed(
        "{nsubj Burundi} said=say {ccomp {nsubj it} {aux would} free {obj {det the} priest}}"
        " {punct .}"
    )
    draft = Draft(doc.text)
    burundi = draft.actor("Burundi", "Burundi", "it", kind="state")
    priest = draft.actor("priest", "priest", kind="unnamed")
    words = {"actors": draft.at("it")}
    draft.event("RETREAT", [burundi], [priest], trigger="free", evidence=words)
    assert found(draft.record, doc) == [("actor", "Burundi"), ("recipient", "the priest")]


MET = parsed("{nsubj Egypt {conj {cc and} Ethiopia}} met=meet {obl {case in} Cairo} {punct .}")


def test_coordinated_sides_are_one_phrase() -> None:
    draft = Draft(MET.text)
    sides = [draft.actor("Egypt", "Egypt"), draft.actor("Ethiopia", "Ethiopia")]
    draft.event("CONSULT", sides, trigger="met")
    assert found(draft.record, MET) == [("both", "Egypt and Ethiopia")]


def test_sides_that_stand_apart_are_two_phrases() -> None:
    doc = parsed("{nsubj Egypt} hosted=host {obj Ethiopia} {punct .}")
    draft = Draft(doc.text)
    sides = [draft.actor("Egypt", "Egypt"), draft.actor("Ethiopia", "Ethiopia")]
    draft.event("CONSULT", sides, trigger="hosted")
    assert found(draft.record, doc) == [("both", "Egypt"), ("both", "Ethiopia")]


def test_conjuncts_are_phrases_of_their_own() -> None:
    doc = parsed(
        "{nsubj Peru} warned=warn {obj Chile {conj {cc and} {det the} rebels=rebel}} {punct .}"
    )
    draft = Draft(doc.text)
    peru, chile = draft.actor("Peru", "Peru"), draft.actor("Chile", "Chile")
    rebels = draft.actor("rebels", "rebels", kind="unnamed")
    draft.event("THREATEN", [peru], [chile, rebels], trigger="warned")
    assert found(draft.record, doc) == [
        ("actor", "Peru"),
        ("recipient", "Chile"),
        ("recipient", "the rebels"),
    ]


def test_without_event_the_main_clause_answers() -> None:
    draft = Draft(SHELLED.text)
    draft.actor("Goma", "Goma", kind="unnamed")
    assert found(draft.record, SHELLED) == [("actor", "Rwandan troops"), ("recipient", "Goma")]


def test_without_event_a_passive_turns_the_sides_round() -> None:
    doc = parsed(
        "{nsubj:pass {det The} priest} {aux:pass was=be} jailed=jail"
        " {obl:agent {case by} Burundi} {punct .}"
    )
    assert found(Draft(doc.text).record, doc) == [("actor", "Burundi"), ("recipient", "The priest")]


def test_a_heading_without_verb_has_no_participants() -> None:
    doc = parsed("Calm/NOUN {nmod {case in} Goma}")
    assert found(Draft(doc.text).record, doc) == []


def test_the_first_of_several_actors_acts_where_they_do_not_meet() -> None:
    doc = parsed("{nsubj Peru} opened=open {obj ties=tie {nmod {case with} Chile}} {punct .}")
    draft = Draft(doc.text)
    sides = [draft.actor("Peru", "Peru"), draft.actor("Chile", "Chile")]
    draft.event("SUPPORT", sides, trigger="opened")
    assert found(draft.record, doc) == [("actor", "Peru"), ("recipient", "Chile")]
