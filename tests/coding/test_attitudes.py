"""Attitudes: what one side feels towards another."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from dragoman.coding.attitudes import attitudes
from dragoman.coding.cast import ActorDraft, Cast
from dragoman.coding.drafts import AttitudeDraft, EventDraft, Party
from dragoman.coding.statements import statements
from dragoman.coding.tree import tree_of
from tests.coding.sentences import texts
from tests.coding.shorthand import cast_of, official, person, short, state

ACTORS: dict[str, ActorDraft | str] = {
    "Norway": state("NOR"),
    "Norwegian": "Norway",
    "Ghana": state("GHA"),
    "Peru": state("PER"),
    "Lind": official("Ada Lind", "SWE"),
    "we": "Lind",
    "Soto": official("Ben Soto", "CHL"),
    "Okoro": person("Okoro", "NGA"),
    "Asians": ActorDraft("Asians", "population"),
}


def read(sentence: str, *triggers: str) -> tuple[Doc, list[AttitudeDraft], Cast]:
    """The attitudes of a sentence; words among ``triggers`` are events of the record."""
    doc = short(sentence)
    words = {token.text for token in doc}
    named = {ACTORS[name] for name in words & set(ACTORS) if isinstance(ACTORS[name], str)}
    actors = {name: ACTORS[name] for name in ACTORS if name in words | named}
    cast = cast_of(doc, actors)
    tree = tree_of(doc)
    events = [
        EventDraft(
            type="ASSAULT",
            triggers=(token,),
            evidence=(tree.span(token, token + 1),),
            confidence=0.9,
        )
        for token, word in enumerate(tree.words)
        if word in triggers
    ]
    return doc, list(attitudes(doc, cast, statements(doc, cast), events)), cast


def name_of(cast: Cast, party: Party) -> str:
    return party if isinstance(party, str) else cast.draft(party).name


def feelings(sentence: str, *triggers: str) -> list[tuple[str, str, str]]:
    _, found, cast = read(sentence, *triggers)
    return [(name_of(cast, item.from_), name_of(cast, item.toward), item.sign) for item in found]


SAYS = "{nsubj Lind} said=say {ccomp that %s} ."
FELT = [
    ("{nsubj Norway} {cop is} angry/ADJ {obl at {nmod:poss Ghana 's} reaction {nmod to raids}} .",
     ("NOR", "GHA", "negative")),
    ("{nsubj Norway} thanked=thank {obj Ghana} {obl for the decision} .",
     ("NOR", "GHA", "positive")),
    ("{nsubj Norway} stands=stand {obl with Ghana} .", ("NOR", "GHA", "positive")),
    ("{nsubj Norway} {cop is} disappointed/ADJ {obl with Ghana} .", ("NOR", "GHA", "negative")),
    ("{nsubj Ghana} {cop is} disappointed/ADJ {obl with {amod Norwegian} reaction} .",
     ("GHA", "NOR", "negative")),
    ("{nsubj Ghana} {cop is} angry/ADJ {obl at {nmod:poss Norway 's} silence} .",
     ("GHA", "NOR", "negative")),
    ("{nsubj Norway} remains=remain {xcomp wary/ADJ {obl of Ghana}} .",
     ("NOR", "GHA", "negative")),
    ("{nsubj Norway} {cop is} grateful/ADJ {obl to Ghana} .", ("NOR", "GHA", "positive")),
    ("{nsubj Norway} {cop is} {advmod not/PART} proud/ADJ {obl of Ghana} .",
     ("NOR", "GHA", "negative")),
    ("{nsubj Norway} distrusts=distrust {obj Ghana} .", ("NOR", "GHA", "negative")),
    ("{nsubj Norway} praised=praise {obj Ghana} .", ("NOR", "GHA", "positive")),
    ("{nsubj:pass Ghana} {aux:pass is} admired=admire {obl:agent by Norway} .",
     ("NOR", "GHA", "positive")),
    ("{nsubj Lind} insulted=insult {obj Soto} .", ("SWE", "CHL", "negative")),
    ("{nsubj Okoro} despises=despise {obj Soto} .", ("Okoro", "CHL", "negative")),
    ("{nmod:poss Norway 's} anger/NOUN {nmod at Ghana} .", ("NOR", "GHA", "negative")),
    ("{nsubj Norway} voiced=voice {obj gratitude} {obl to Ghana} .", ("NOR", "GHA", "positive")),
    ("{nsubj Norway} has=have/VERB {obj {det no} respect {nmod for Ghana}} .",
     ("NOR", "GHA", "negative")),
    (SAYS % "{nsubj Ghana} {aux has} {cop been} fantastic/ADJ", ("SWE", "GHA", "positive")),
    (SAYS % "{nsubj Ghana} {cop is} {det a} {amod great} friend/NOUN", ("SWE", "GHA", "positive")),
    (SAYS % "{nsubj Ghana} {cop is} {nmod:poss our} {amod closest} ally/NOUN",
     ("SWE", "GHA", "positive")),
    (SAYS % "{nsubj Ghana} {cop is} unreliable/ADJ", ("SWE", "GHA", "negative")),
    (SAYS % "{nsubj Ghana} {aux has} {advmod not/PART} {cop been} helpful/ADJ",
     ("SWE", "GHA", "negative")),
    (SAYS % "{nsubj Ghana} {cop was} {advmod less} helpful/ADJ", ("SWE", "GHA", "negative")),
    ("{nsubj Lind} called=call {obj Ghana} {xcomp {det a} {amod rogue} threat/NOUN} .",
     ("SWE", "GHA", "negative")),
    (SAYS % "{nsubj relations=relation {nmod with Ghana}} {cop are} excellent/ADJ",
     ("SWE", "GHA", "positive")),
    (SAYS % "{nsubj {nmod:poss our} ties=tie {nmod with Ghana}} {cop are} strained/ADJ",
     ("SWE", "GHA", "negative")),
    ("{nsubj Norway} praised=praise {obj {nmod:poss Ghana 's} resolve} .",
     ("NOR", "GHA", "positive")),
    (SAYS % "{nsubj partners=partner {nmod in Asia}} {aux have} {cop been} helpful/ADJ",
     ("SWE", "partners in Asia", "positive")),
    (SAYS % "{nsubj the Asians} {aux have} {advmod not/PART} {cop been} {advmod ^as} helpful/ADJ",
     ("SWE", "Asians", "negative")),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), FELT)
def test_attitude(sentence: str, expected: tuple[str, str, str]) -> None:
    assert feelings(sentence) == [expected]


NOTHING = [
    ("{nsubj Norway} met=meet {obj Ghana} .", ()),
    ("{nsubj Ghana} {cop is} fantastic/ADJ .", ()),
    (SAYS % "{nsubj the weather} {cop was} fantastic/ADJ", ()),
    (SAYS % "{nsubj Ghana} {aux could} {cop be} helpful/ADJ {advcl {mark if} {nsubj it} tried=try}",
     ("x",)),
    ("{nsubj Norway} {cop is} {advmod not/PART} hostile/ADJ {obl to Ghana} .", ()),
    ("{nsubj Norway} praised=praise {obj Ghana} {obl for the raid} .", ("raid",)),
    ("{nsubj Norway} praised=praise {obj the raid} .", ("raid",)),
    ("{nsubj Norway} accused=accuse {obj Ghana} {obl of aggression} .", ()),
    ("{nsubj Norway} blames=blame {obj Ghana} .", ()),
    ("{nsubj Norway} praised=praise {obj the pilots=pilot} .", ()),
    ("{nsubj Norway} voiced=voice {obj solidarity {nmod of Ghana}} .", ()),
    ("{nsubj Norway} {cop is} angry/ADJ {obl at the raid} .", ("raid",)),
    (SAYS % "{nsubj we} {aux have} {cop been} helpful/ADJ", ()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "triggers"), NOTHING)
def test_no_attitude(sentence: str, triggers: tuple[str, ...]) -> None:
    certain = [item for item in read(sentence, *triggers)[1] if item.confidence > 0.3]
    assert certain == []


def test_relations_in_the_outlets_voice_go_both_ways() -> None:
    found = feelings(
        "{nsubj Relations=relation {nmod between Norway {conj and Ghana}}} {cop are} strained/ADJ ."
    )
    assert set(found) == {("NOR", "GHA", "negative"), ("GHA", "NOR", "negative")}


def test_feeling_told_by_another_is_reported() -> None:
    _, found, _ = read(
        "{nsubj Soto} said=say {ccomp that {nsubj Norway} distrusts=distrust {obj Ghana}} ."
    )
    assert [item.basis for item in found] == ["reported"]


def test_feeling_told_by_the_one_who_feels_is_his_own() -> None:
    _, found, _ = read(SAYS % "{nsubj we} trust/VERB {obj Ghana}")
    assert [item.basis for item in found] == ["own"]


def test_fields_point_at_their_words() -> None:
    doc, found, _ = read("{nsubj Norway} {cop is} disappointed/ADJ {obl with Ghana} .")
    assert {name: texts(doc, spans) for name, spans in found[0].field_evidence.items()} == {
        "sign": "disappointed",
        "from_": "Norway",
        "toward": "Ghana",
    }


def test_evidence_is_the_sentence() -> None:
    doc, found, _ = read("{nsubj Norway} distrusts=distrust {obj Ghana} .")
    assert texts(doc, found[0].evidence) == "Norway distrusts Ghana."
