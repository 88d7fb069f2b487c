"""Attributions of the learned head, of the rules and of lone quotations, brought together."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from dragoman.coding.attribution_rules import Finding
from dragoman.coding.attributions import Gathering, Heard, merged
from dragoman.coding.cues import cues
from dragoman.coding.quotes import paragraph_spans, quotations
from dragoman.coding.tree import tree_of
from tests.coding.sentences import texts
from tests.coding.shorthand import short


def gathered(doc: Doc, *heard: Heard) -> list[Finding]:
    gathering = Gathering(tree_of(doc), cues(), quotations(doc.text), paragraph_spans(doc.text))
    return gathering.gather(heard)


def heard(doc: Doc, source: str, cue: str, content: str, confidence: float = 0.8) -> Heard:
    spans = []
    for words in (source, cue, content):
        start = doc.text.index(words)
        spans.append(((start, start + len(words)),) if words else ())
    return Heard(spans[0], spans[1], spans[2], confidence)


def content(doc: Doc, finding: Finding) -> str:
    return texts(doc, tree_of(doc).spans(finding.content))


PLAIN = "{nsubj Lind} said=say {ccomp that {nsubj talks} failed=fail} ."


def test_head_and_rule_are_one_attribution() -> None:
    doc = short(PLAIN)
    assert len(gathered(doc, heard(doc, "Lind", "said", "that talks failed"))) == 1


def test_agreement_is_surer_than_the_head_alone() -> None:
    doc = short(PLAIN)
    found = gathered(doc, heard(doc, "Lind", "said", "that talks failed", 0.7))
    assert found[0].confidence > 0.7


def test_rule_alone_is_less_sure_than_agreement() -> None:
    doc = short(PLAIN)
    agreed = gathered(doc, heard(doc, "Lind", "said", "that talks failed", 0.8))
    assert gathered(doc)[0].confidence < agreed[0].confidence


def test_missing_source_is_taken_from_the_rule() -> None:
    doc = short(PLAIN)
    found = gathered(doc, heard(doc, "", "said", "that talks failed"))
    assert texts(doc, tree_of(doc).spans(found[0].source)) == "Lind"


def test_missing_content_is_taken_from_the_rule() -> None:
    doc = short(PLAIN)
    assert content(doc, gathered(doc, heard(doc, "Lind", "said", ""))[0]) == "that talks failed"


def test_attribution_only_the_head_knows_is_kept() -> None:
    doc = short(
        "{nsubj The plan} {cop is} {nmod:poss {det the} envoy 's} {amod secret} dream/NOUN ."
    )
    found = gathered(doc, heard(doc, "the envoy's", "dream", "The plan", 0.6))
    assert [item.confidence for item in found] == [0.6]


@pytest.mark.parametrize(
    "half",
    ["We saw the ruins", "We saw the ruins. Nobody", "ruins. Nobody came"],
)
def test_quotation_is_taken_in_as_a_whole(half: str) -> None:
    doc = short(
        "“ {nsubj We} saw=see/VERB {obj the ruins} .",
        "{ccomp {nsubj Nobody} came=come , ”} {nsubj Lind} said=say .",
    )
    found = gathered(doc, heard(doc, "Lind", "said", half))
    assert content(doc, found[0]) == "“We saw the ruins. Nobody came,”"


def test_nested_attribution_does_not_take_in_the_quotation_around_it() -> None:
    doc = short(
        "{ccomp “ {nsubj Soto} claimed=claim {ccomp {nsubj talks} failed=fail} , ”} "
        "{nsubj Lind} said=say ."
    )
    assert sorted(content(doc, item) for item in gathered(doc)) == [
        "talks failed",
        "“Soto claimed talks failed,”",
    ]


def test_merging_nothing_gives_nothing() -> None:
    assert merged([], []) == []


def test_preposition_of_the_cue_is_taken_from_the_content() -> None:
    doc = short("{nsubj Lind} called=call {obl for a truce} .")
    found = gathered(doc, heard(doc, "Lind", "called", "for a truce"))
    assert (texts(doc, tree_of(doc).spans(found[0].cue)), content(doc, found[0])) == (
        "called for",
        "a truce",
    )


def test_clause_that_the_head_cuts_into_begins_where_it_begins() -> None:
    doc = short(PLAIN)
    found = gathered(doc, heard(doc, "Lind", "said", "talks failed"))
    assert content(doc, found[0]) == "that talks failed"


def test_attribution_in_two_parts_is_made_one() -> None:
    doc = short("{nsubj Lind} {aux has} warned=warn {ccomp that {nsubj talks} failed=fail} .")
    found = gathered(
        doc, heard(doc, "Lind", "has", ""), heard(doc, "", "warned", "that talks failed")
    )
    assert [texts(doc, tree_of(doc).spans(item.cue)) for item in found] == ["has warned"]


def test_content_ends_where_another_clause_begins() -> None:
    doc = short(
        "{nsubj Lind} asked=ask {obl for calm} {conj and {nsubj Vale} urged=urge {obj talks}} ."
    )
    found = gathered(doc, heard(doc, "Lind", "asked", "for calm and Vale"))
    assert content(doc, found[0]) == "calm"


def test_content_ends_where_another_attribution_begins() -> None:
    doc = short(
        "{nsubj Lind} vowed=vow {obj revenge} "
        "{conj and {nsubj Vale} said=say {ccomp {nsubj it} failed=fail}} ."
    )
    found = gathered(doc, heard(doc, "Lind", "vowed", "revenge and Vale said it failed"))
    assert content(doc, found[0]) == "revenge"


def test_content_keeps_a_clause_without_words_of_its_own() -> None:
    doc = short(
        "{nsubj Lind} said=say {ccomp {nsubj talks} failed=fail} {conj and {nsubj Vale} ran=run} ."
    )
    found = gathered(doc, heard(doc, "Lind", "said", "talks failed and Vale ran"))
    assert content(doc, found[0]) == "talks failed and Vale ran"


def test_missing_source_is_taken_from_the_tree() -> None:
    doc = short("{nsubj Lind} documents=document/VERB {obj the losses=loss} .")
    found = gathered(doc, heard(doc, "", "documents", "the losses"))
    assert texts(doc, tree_of(doc).spans(found[0].source)) == "Lind"


def test_content_ends_with_its_paragraph() -> None:
    doc = short(
        "{nsubj Lind} said=say {ccomp {nsubj talks} failed=fail}",
        "{nsubj Nobody} came=come/VERB .",
        gap="\n\n",
    )
    found = gathered(doc, heard(doc, "Lind", "said", "talks failed\n\nNobody came"))
    assert content(doc, found[0]) == "talks failed"


def test_what_the_quoted_think_is_no_attribution_of_its_own() -> None:
    doc = short(
        "{ccomp “ {nsubj We} think {ccomp {nsubj talks} failed=fail} , ”} {nsubj Lind} said=say ."
    )
    assert len(gathered(doc)) == 1


def test_a_clause_is_taken_in_as_a_whole_where_the_head_cuts_off_what_it_says() -> None:
    doc = short("{nsubj Lind} said=say {ccomp that {nsubj ^it} {cop was/AUX} past/ADJ} .")
    found = gathered(doc, heard(doc, "Lind", "said", "that it was"))
    assert content(doc, found[0]) == "that it was past"
