"""Who does what in a clause, also where another clause holds the subject."""

from __future__ import annotations

import pytest

from dragoman.coding import grammar
from dragoman.coding.tree import tree_of
from tests.coding.shorthand import short


@pytest.mark.parametrize(
    ("sentence", "verb", "subject"),
    [
        ("{nsubj Oslo} wavered=waver .", "wavered", "Oslo"),
        ("{nsubj Oslo} promised=promise {obj Bern} {xcomp to leave} .", "leave", "Oslo"),
        ("{nsubj Oslo} urged=urge {obj Bern} {xcomp to leave} .", "leave", "Bern"),
        ("{nsubj Oslo} began=begin {xcomp to leave} .", "leave", "Oslo"),
        ("{nsubj Oslo} called=call {obl on Bern} {xcomp to leave} .", "leave", "Bern"),
        ("{nsubj Oslo} came=come {conj and won=win/VERB} .", "won", "Oslo"),
        ("{nsubj Oslo} sat=sit , {advcl waiting=wait} .", "waiting", "Oslo"),
        ("{nsubj The men=man {acl:relcl {nsubj ^who} fled=flee}} rested=rest .", "fled", "men"),
        ("{nsubj Men=man {acl wearing=wear {obj masks=mask}}} ran=run .", "wearing", "Men"),
        ("{nsubj {nmod:poss Oslo 's} plan {acl to leave}} failed=fail .", "leave", "Oslo"),
        (
            "{nsubj Oslo} scorned=scorn {obj the {amod Swiss} plan {acl to leave}} .",
            "leave",
            "Swiss",
        ),
        ("{nsubj Oslo} scorned=scorn {obj the {amod new} plan {acl to leave}} .", "leave", "Oslo"),
    ],
)
def test_subjects(sentence: str, verb: str, subject: str) -> None:
    tree = tree_of(short(sentence))
    found = grammar.subjects(tree, tree.words.index(verb))
    assert [tree.words[item] for item in found] == [subject]


@pytest.mark.parametrize(
    ("sentence", "verb", "found"),
    [
        ("{nsubj Oslo} bought=buy {obj ships=ship} .", "bought", ["ships"]),
        (
            "{nsubj The town {acl:relcl {nsubj Oslo} shelled=shell}} burned=burn .",
            "shelled",
            ["town"],
        ),
        (
            "{nsubj The town {acl:relcl {obj ^which} {nsubj Oslo} took=take}} burned=burn .",
            "took",
            ["town"],
        ),
        (
            "{nsubj Oslo} caught=catch {conj and tried=try/VERB {obj spies=spy}} .",
            "caught",
            ["spies"],
        ),
        ("{nsubj Oslo} allowed=allow {iobj ships=ship} {xcomp to dock} .", "allowed", ["ships"]),
        ("{nsubj Oslo} told=tell {iobj Bern} {ccomp that {nsubj ^it} left=leave} .", "told", []),
        ("{nsubj Oslo} slept=sleep .", "slept", []),
    ],
)
def test_objects(sentence: str, verb: str, found: list[str]) -> None:
    tree = tree_of(short(sentence))
    assert [tree.words[item] for item in grammar.objects(tree, tree.words.index(verb))] == found


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"),
    [
        ("{nsubj:pass Oslo} {aux:pass was} hit {obl:agent by rain} .", "hit", True),
        ("{nsubj Towns=town {acl hit=hit+Tense=Past|VerbForm=Part}} wept=weep .", "hit", True),
        ("{nsubj Oslo} hit {obj Bern} .", "hit", False),
        (
            "{nsubj:pass Oslo} have deported=deport {nsubj:pass migrants=migrant} .",
            "deported",
            False,
        ),
    ],
)
def test_passives(sentence: str, verb: str, *, passive: bool) -> None:
    tree = tree_of(short(sentence))
    assert grammar.is_passive(tree, tree.words.index(verb)) is passive


def test_agents_stand_after_by() -> None:
    tree = tree_of(short("{nsubj:pass Oslo} {aux:pass was} hit {obl:agent by hail} ."))
    assert [tree.words[i] for i in grammar.agents(tree, tree.words.index("hit"))] == ["hail"]


def test_a_relative_phrase_means_its_noun() -> None:
    tree = tree_of(
        short(
            "{nsubj The men=man {acl:relcl {obl with ^whom} {nsubj he} spoke=speak}} left=leave ."
        )
    )
    found = grammar.obliques(tree, tree.words.index("spoke"), "with")
    assert [tree.words[i] for i in found] == ["men"]


@pytest.mark.parametrize(
    ("sentence", "verb", "negated"),
    [
        ("{nsubj Oslo} did {advmod not} sign .", "sign", True),
        ("{nsubj Oslo} {advmod never} signed=sign .", "signed", True),
        ("{nsubj Oslo} signed=sign .", "signed", False),
    ],
)
def test_negation(sentence: str, verb: str, *, negated: bool) -> None:
    tree = tree_of(short(sentence))
    assert grammar.is_negated(tree, tree.words.index(verb)) is negated


def test_a_conjunct_shares_the_auxiliaries() -> None:
    tree = tree_of(short("{nsubj Oslo} will come {conj and sign/VERB} ."))
    assert grammar.auxiliaries(tree, tree.words.index("sign")) == ("will",)
