"""Trees that names and words mend where the parser hung something wrongly."""

from __future__ import annotations

import pytest

from dragoman.coding.actors import build_cast
from dragoman.coding.mending import mend_clauses, mend_name
from dragoman.coding.tree import Tree, tree_of
from dragoman.world import world
from tests.coding.articles import article
from tests.coding.shorthand import short

LEFT_VERB = "left=leave/VERB+VerbForm=Fin"
TWO_CLAUSES = "{nsubj Lind} sought=seek {obj talks {conj and {det the} envoy}} {conj <left>} ."


def finite(sentence: str) -> str:
    """A sentence with its finite verb written out."""
    return sentence.replace("<left>", LEFT_VERB)


def mended(sentence: str) -> Tree:
    """The tree of a sentence after mending."""
    tree = tree_of(short(finite(sentence)))
    mend_clauses(tree)
    return tree


def relation(tree: Tree, word: str) -> tuple[str, str]:
    """The relation of a word and its governor."""
    token = tree.words.index(word)
    return tree.relations[token], tree.words[tree.heads[token]]


def test_phrase_before_the_second_verb_is_its_subject() -> None:
    assert relation(mended(TWO_CLAUSES), "envoy") == ("nsubj", "left")


def test_conjunction_goes_with_the_second_clause() -> None:
    assert relation(mended(TWO_CLAUSES), "and") == ("cc", "left")


def test_second_subject_that_hangs_on_the_first_is_freed() -> None:
    tree = tree_of(short(finite(TWO_CLAUSES)))
    tree.attach(tree.words.index("envoy"), tree.words.index("Lind"), "conj")
    mend_clauses(tree)
    assert relation(tree, "envoy") == ("nsubj", "left")


LEFT = [
    ("{nsubj Lind {conj and Vale}} left=leave .", "Vale"),
    (
        "{nsubj Lind} met=meet {obj Toure {conj and Vale}} {conj {cc and} <left>} .",
        "Vale",
    ),
    ("{nsubj Lind} met=meet {obj Toure {conj and Vale}} .", "Vale"),
    (
        "{nsubj Lind} met=meet {obj Toure {conj and Vale}} {conj , {nsubj she} <left>} .",
        "Vale",
    ),
]


@pytest.mark.parametrize(("sentence", "word"), LEFT)
def test_true_conjunct_stays(sentence: str, word: str) -> None:
    assert relation(mended(sentence), word)[0] == "conj"


@pytest.mark.parametrize("quantifier", ["most/ADJ", "many/ADJ", "some/DET", "three/NUM"])
def test_whole_modifies_its_part(quantifier: str) -> None:
    tree = mended(f"{{nsubj {quantifier} {{obl of {{det the}} states=state}}}} left=leave .")
    assert relation(tree, "states")[0] == "nmod"


def test_oblique_of_a_verb_stays() -> None:
    tree = mended("{nsubj Lind} spoke=speak {obl of {det the} states=state} .")
    assert relation(tree, "states") == ("obl", "spoke")


def test_second_name_with_a_title_is_joined_to_the_first() -> None:
    doc = article(
        "{nsubj Rebels} shot=shoot "
        "{obj {amod Kenyan@N} commander {appos <Juma Otieno>}} "
        "{nsubj {cc and} {amod Ugandan@N} {amod militia} {nmod chief} <Peter Okello>} ."
    )
    cast = build_cast(doc, world())
    found = cast.denoted(tree_of(doc).words.index("commander"))
    assert [cast.draft(actor).name for actor in found] == ["Juma Otieno", "Peter Okello"]


def test_a_relative_pronoun_with_a_preposition_goes_with_the_verb_of_its_clause() -> None:
    tree = mended(
        "{nsubj envoys {nmod {case with} whom} {acl:relcl {nsubj Lind} met=meet}} left=leave ."
    )
    assert relation(tree, "whom") == ("obl", "met")


def test_a_relative_pronoun_behind_its_verb_stays() -> None:
    tree = mended(
        "{nsubj envoys {acl:relcl met=meet {obj some {nmod {case of} whom}}}} left=leave ."
    )
    assert relation(tree, "whom") == ("nmod", "some")


TOLD = (
    "{ccomp {nsubj a ship} rammed=ram {obj a boat}} , {advcl injuring=injure {obj sailors}} , "
    "{nsubj the navy} said=say ."
)


def test_a_participle_goes_with_the_clause_before_it() -> None:
    assert relation(mended(TOLD), "injuring") == ("advcl", "rammed")


def test_a_participle_behind_who_tells_stays() -> None:
    tree = mended("{nsubj The navy} said=say {obj so} , {advcl blaming=blame {obj rebels}} .")
    assert relation(tree, "blaming") == ("advcl", "said")


@pytest.mark.parametrize("relation_of_author", ["obl", "obl:agent"])
def test_who_did_what_is_judged_goes_with_it(relation_of_author: str) -> None:
    tree = mended(
        f"{{nsubj Oslo}} called=call {{obj the raid}} "
        f"{{{relation_of_author} by Lima@N}} {{xcomp an outrage}} ."
    )
    assert relation(tree, "Lima") == ("nmod", "raid")


def test_a_day_by_which_something_is_done_stays_with_the_verb() -> None:
    tree = mended("{nsubj Oslo} wants=want {obj the report} {obl by Friday@N} .")
    assert relation(tree, "Friday") == ("obl", "wants")


def test_an_infinitive_goes_with_the_adjective_that_judges_it() -> None:
    tree = mended(
        "{ccomp {nsubj ^it} {cop was/AUX} wrong/ADJ} {ccomp to send {obj troops=troop}} "
        "{nsubj Lind} said=say ."
    )
    assert relation(tree, "send") == ("csubj", "wrong")


def test_what_somebody_is_ready_to_do_stays() -> None:
    tree = mended("{nsubj Lind} {cop is/AUX} ready/ADJ {xcomp to leave} .")
    assert relation(tree, "leave") == ("xcomp", "ready")


def test_who_stands_before_what_is_told_does_it_and_does_not_tell_it() -> None:
    told = "{nsubj Lind} {ccomp rang=ring {obj Vale}} , {nsubj {nmod:poss her} aide} said=say ."
    assert relation(mended(told), "Lind") == ("nsubj", "rang")


def test_who_is_acted_on_in_what_is_told_stays_so() -> None:
    told = "{nsubj Lind} {ccomp {aux:pass was} seized=seize} , {nsubj an aide} said=say ."
    assert relation(mended(told), "Lind") == ("nsubj:pass", "seized")


def test_who_tells_before_what_is_told_tells_it() -> None:
    told = "{nsubj Lind} said=say {ccomp that {nsubj Vale} rang=ring} ."
    assert relation(mended(told), "Lind") == ("nsubj", "said")


def test_a_name_behind_the_verb_goes_with_the_object() -> None:
    tree = mended("{nsubj Lind@N} rang=ring {obj Vale@N} {obl on Monday@N} {dep and Moss@N} .")
    tree.attach(tree.words.index("Moss"), tree.words.index("Lind"), "conj")
    mend_clauses(tree)
    assert relation(tree, "Moss") == ("conj", "Vale")


def test_a_name_before_the_verb_stays_with_the_subject() -> None:
    tree = mended("{nsubj Lind@N {conj and Moss@N}} rang=ring {obj Vale@N} .")
    assert relation(tree, "Moss") == ("conj", "Lind")


def test_what_follows_the_word_of_a_teller_goes_with_it() -> None:
    tree = mended("{ccomp {nsubj We} fight=fight {obl after calls=call}} {nsubj Lind} said=say .")
    assert relation(tree, "calls") == ("obl", "fight")
    tree = mended("{ccomp {nsubj We} fight=fight} {nsubj Lind} said=say {obl after calls=call} .")
    tree.attach(tree.words.index("calls"), tree.words.index("fight"), "obl")
    mend_clauses(tree)
    assert relation(tree, "calls") == ("obl", "said")


def test_what_follows_a_teller_behind_a_comma_stays_with_what_was_told() -> None:
    tree = mended("{ccomp {nsubj We} fight=fight} {nsubj Lind} said=say , {obl after calls=call} .")
    tree.attach(tree.words.index("calls"), tree.words.index("fight"), "obl")
    mend_clauses(tree)
    assert relation(tree, "calls") == ("obl", "fight")


def test_a_name_that_hangs_on_the_object_is_the_subject_of_the_verb_behind_it() -> None:
    tree = tree_of(short("{nsubj Argyll@N} fired=fire/VERB+VerbForm=Fin {obj shots=shot} ."))
    tree.attach(0, tree.words.index("shots"), "compound")
    mend_name(tree, 0, 1)
    assert relation(tree, "Argyll") == ("nsubj", "fired")


def test_a_name_before_a_verb_that_has_a_subject_stays() -> None:
    tree = tree_of(
        short("{nsubj Argyll@N} fired=fire/VERB+VerbForm=Fin {obj shots=shot} {nsubj they} .")
    )
    tree.attach(0, tree.words.index("shots"), "compound")
    mend_name(tree, 0, 1)
    assert relation(tree, "Argyll") == ("compound", "shots")
