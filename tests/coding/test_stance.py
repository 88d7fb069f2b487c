"""What the words of a statement say of an act."""

from __future__ import annotations

import pytest

from dragoman.coding.stance import LexiconStanceTyper, cue_act
from dragoman.coding.tree import tree_of
from tests.coding.shorthand import short

SAID = [
    ("{nsubj She} said=say {ccomp that {nsubj it} {cop was} illegal/ADJ} .", "criticism"),
    ("{nsubj She} said=say {ccomp that {nsubj it} {cop was} {det a} {compound war} crime/NOUN} .",
     "condemnation"),
    (("{nsubj She} said=say {ccomp that {nsubj it} violated=violate {obj {amod international} "
     "law}} ."), "criticism"),
    ("{nsubj She} called=call {obl for {amod maximum} restraint} .", "restraint"),
    ("{nsubj She} warned=warn {obl of {amod regional} war} .", "concern"),
    (("{nsubj She} said=say {ccomp that {nsubj dialogue} {cop was} {det the} {amod only} way/NOUN} "
     "."), "restraint"),
    ("{nsubj She} said=say {ccomp that {nsubj it} {cop was} {advmod not/PART} illegal/ADJ} .",
     None),
    ("{nsubj She} said=say {ccomp that {nsubj dialogue} failed=fail} .", None),
    (("{nsubj She} said=say {ccomp {nsubj I} call/VERB {obj ^that/PRON} {xcomp {det a} "
     "diplomacy/NOUN}} ."), None),
    ("{nsubj She} said=say {ccomp {nsubj I} call/VERB {obl for diplomacy/NOUN}} .", "restraint"),
    ("{nsubj She} said=say {ccomp that {nsubj it} rained=rain} .", None),
    ("{nsubj She} warned=warn {ccomp that {nsubj we} {aux would} escalate} .", None),
    ("{nsubj She} called=call {obl for {det no} restraint} .", None),
    ("{nsubj She} said=say {ccomp that {nsubj laws} stop/VERB {obj {amod criminal} acts=act}} .",
     None),
    ("{nsubj She} said=say {ccomp that {nsubj it} may end/VERB {obl in {compound war} art}} .",
     None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "stance"), SAID)
def test_stance_of_a_statement(sentence: str, stance: str | None) -> None:
    doc = short(sentence)
    tree = tree_of(doc)
    cue = tree.relations.index("root")
    typed = LexiconStanceTyper()(doc, range(cue + 1, len(tree)), cue)
    assert (typed.stance if typed else None) == stance


def test_strongest_words_count() -> None:
    doc = short(
        "{nsubj She} said=say {ccomp that {nsubj it} {cop was} illegal/ADJ {conj and {det an} "
        "atrocity/NOUN}} ."
    )
    typed = LexiconStanceTyper()(doc, range(2, len(doc)), 1)
    assert typed is not None
    assert typed.stance == "condemnation"


def test_words_that_show_it_are_named() -> None:
    doc = short("{nsubj She} said=say {ccomp that {nsubj it} {cop was} illegal/ADJ} .")
    typed = LexiconStanceTyper()(doc, range(2, len(doc)), 1)
    assert typed is not None
    assert [doc[token].text for token in typed.tokens] == ["illegal"]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("{nsubj She} called=call {obl for calm} .", "appeal"),
        ("{nsubj She} warned=warn {obl of war} .", "warning"),
        ("{nsubj She} said=say {obj so} .", "telling"),
    ],
)
def test_what_is_done_with_a_cue(sentence: str, act: str) -> None:
    assert cue_act(tree_of(short(sentence)), 1) == act


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("{nsubj She} said=say {ccomp that {nsubj the {amod criminal} court} met=meet} .", None),
        (
            "{nsubj She} said=say {ccomp that {nsubj it} {cop was} a {amod criminal} raid/NOUN} .",
            "condemnation",
        ),
        (
            "{nsubj She} said=say {ccomp that {nsubj:pass this crime} {aux:pass was} seen=see} .",
            "condemnation",
        ),
        ("{nsubj She} said=say {ccomp that {nsubj crime} fell=fall} .", None),
    ],
)
def test_single_words_count_where_they_are_said_of_an_act(
    sentence: str, stance: str | None
) -> None:
    doc = short(sentence)
    typed = LexiconStanceTyper()(doc, range(2, len(doc)), 1)
    assert (typed.stance if typed else None) == stance
