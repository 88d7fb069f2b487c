"""Whom a word may go back to, and how likely each is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.coding.discourse import Candidate, Discourse
from dragoman.coding.scene import Scene
from dragoman.records import Furniture
from dragoman.world import world
from tests.coding.articles import named, with_article
from tests.coding.networks import Shares, with_links
from tests.coding.shorthand import person, short

NAMES = ("Holm", "Bo", "Dal")


def discourse(
    *sentences: str, told: dict[str, Shares] | None = None, hidden: str | None = None
) -> Discourse:
    """A discourse about Holm, Bo and Dal, wherever they stand; ``hidden`` words are furniture."""
    doc = short(*map(named, sentences))
    start = doc.text.index(hidden) if hidden else 0
    furniture = Furniture("caption", hidden, (start, start + len(hidden))) if hidden else None
    with_article(doc, furniture=(furniture,) if furniture else ())
    if told is not None:
        with_links(doc, told)
    found = Discourse(Scene(doc, world()))
    actors = {name: found.cast.add_actor(person(name)) for name in NAMES}
    for token, word in enumerate(found.tree.words):
        if word in actors:
            mention = found.cast.add_mention(actors[word], token, token + 1, kind="name")
            found.mentions.append(mention)
    return found


def token(found: Discourse, word: str) -> int:
    """The last token that reads so."""
    return max(place for place, each in enumerate(found.tree.words) if each == word)


def ranked(
    found: Discourse,
    word: str,
    reach: int = 3,
    fits: Callable[[int], bool] = lambda _: True,
    other: Callable[[int], bool] | None = None,
    *,
    surely: bool = False,
) -> list[Candidate]:
    """Whom a word may go back to."""
    return found.candidates(token(found, word), reach, fits, other, surely=surely)


def names(found: Discourse, candidates: list[Candidate]) -> list[str]:
    """The names of candidates."""
    return [" ".join(found.cast.draft(who).name for who in each.who) for each in candidates]


# Roles in the sentence -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "subject"), [("Holm", True), ("Bo", True), ("Dal", False), ("met", False)]
)
def test_conjuncts_of_a_subject_are_subjects(word: str, *, subject: bool) -> None:
    found = discourse("{nsubj Holm@P {conj and Bo@P}} met=meet {obj Dal@P} .")
    assert found.is_subject(token(found, word)) == subject


@pytest.mark.parametrize(
    ("word", "quoted"), [("They", True), ("lied", True), ("said", False), ("left", False)]
)
def test_a_word_stands_in_a_quotation_or_not(word: str, *, quoted: bool) -> None:
    found = discourse(
        '{ccomp " {nsubj They} lied=lie , "} {nsubj Holm@P} said=say .', "{nsubj Bo@P} left=leave ."
    )
    assert (found.quote_of(token(found, word)) is not None) == quoted


def test_of_nested_quotations_the_outermost_counts() -> None:
    found = discourse(
        "{nsubj Holm@P} said=say : {ccomp “ {nsubj Bo@P} said=say : {ccomp ‘ ^no/INTJ ’} ”} ."
    )
    assert found.quote_of(token(found, "no")) is found.quote_of(token(found, "Bo"))


# Rules ---------------------------------------------------------------------------------------

ORDER = [
    pytest.param(
        ["{nsubj Holm@P} met=meet {obj Bo@P} .", "{nsubj He} left=leave ."],
        ["Holm", "Bo"],
        id="subjects first",
    ),
    pytest.param(
        ["{nsubj Holm@P} spoke=speak .", "{nsubj Bo@P} spoke=speak .", "{nsubj He} left=leave ."],
        ["Bo", "Holm"],
        id="the nearest first",
    ),
    pytest.param(
        [
            "{nsubj {nmod:poss Holm@P 's} dog} bit=bite {obj Bo@P} .",
            "{nsubj He} left=leave .",
        ],
        ["Bo", "Holm"],
        id="owners last",
    ),
]


@pytest.mark.parametrize(("sentences", "expected"), ORDER)
def test_the_salient_come_first(sentences: list[str], expected: list[str]) -> None:
    found = discourse(*sentences)
    assert names(found, ranked(found, "He")) == expected


RULED_OUT = [
    pytest.param("{nsubj Holm@P} praised=praise {obj him} .", "him", id="an object"),
    pytest.param("{nsubj Holm@P} spoke=speak {obl about him} .", "him", id="an oblique"),
    pytest.param('{nsubj Holm@P} said=say : {ccomp " {nsubj he} lied=lie "} .', "he", id="quoted"),
    pytest.param("{nsubj Holm@P} left=leave {conj and told=tell {obj him}} .", "him", id="joined"),
    pytest.param("{nsubj Holm@P} hoped=hope {xcomp to meet {obj him}} .", "him", id="infinitive"),
    pytest.param(
        "{nsubj rain} made=make {obj Holm@P} {xcomp hit {obj him}} .", "him", id="made to"
    ),
]


@pytest.mark.parametrize(("sentence", "word"), RULED_OUT)
def test_grammar_rules_some_out(sentence: str, word: str) -> None:
    found = discourse(sentence)
    assert ranked(found, word) == []


ALLOWED = [
    pytest.param("{nsubj Holm@P} praised=praise {obj himself} .", "himself", id="reflexive"),
    pytest.param("{nsubj Holm@P} praised=praise {obj {nmod:poss his} dog} .", "his", id="owner"),
    pytest.param("{nsubj Holm@P} said=say {ccomp {nsubj he} lied=lie} .", "he", id="not quoted"),
    pytest.param(
        "{nsubj Holm@P} asked=ask {obj us} {xcomp to free {obj him}} .", "him", id="others do it"
    ),
    pytest.param(
        '{nsubj Holm@P} sold=sell " {obj {nmod:poss his} dog} " .', "his", id="owner, quoted"
    ),
]


@pytest.mark.parametrize(("sentence", "word"), ALLOWED)
def test_grammar_allows_others(sentence: str, word: str) -> None:
    found = discourse(sentence)
    assert names(found, ranked(found, word)) == ["Holm"]


@pytest.mark.parametrize(("reach", "expected"), [(0, []), (1, ["Bo"]), (2, ["Bo", "Holm"])])
def test_nobody_beyond_reach_is_meant(reach: int, expected: list[str]) -> None:
    found = discourse(
        "{nsubj Holm@P} spoke=speak .", "{nsubj Bo@P} spoke=speak .", "{nsubj He} left=leave ."
    )
    assert names(found, ranked(found, "He", reach)) == expected


def test_who_does_not_fit_is_not_meant() -> None:
    found = discourse("{nsubj Holm@P} met=meet {obj Bo@P} .", "{nsubj He} left=leave .")
    fitting = ranked(found, "He", fits=lambda actor: found.cast.draft(actor).name == "Bo")
    assert names(found, fitting) == ["Bo"]


def test_who_comes_later_is_not_meant() -> None:
    found = discourse("{nsubj He} met=meet {obj Bo@P} .")
    assert ranked(found, "He") == []


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("{nsubj Holm@P} left=leave .", 0.9),
        ("{nsubj Holm@P} met=meet {obj Bo@P} .", 0.9),
        ("{nsubj Holm@P {conj and Bo@P}} met=meet .", 0.55),
    ],
)
def test_without_a_network_the_share_tells_how_far_ahead_the_first_is(
    sentence: str, share: float
) -> None:
    found = discourse(sentence, "{nsubj He} left=leave .")
    assert ranked(found, "He")[0].share == share


# Several -------------------------------------------------------------------------------------


def test_those_joined_by_and_are_found_together() -> None:
    found = discourse("{nsubj Holm@P {conj and Bo@P}} met=meet .", "{nsubj They} left=leave .")
    joined = found.joined(token(found, "They"), 2)
    assert [[found.cast.draft(each).name for each in who] for who in joined.values()] == [
        ["Holm", "Bo"],
        ["Holm", "Bo"],
    ]


def test_those_joined_come_before_each_alone() -> None:
    found = discourse("{nsubj Holm@P {conj and Bo@P}} met=meet .", "{nsubj They} left=leave .")
    both = found.candidates(token(found, "They"), 2, lambda _: True, joined=True)
    assert names(found, both) == ["Holm Bo"]


# Gender --------------------------------------------------------------------------------------


def test_what_the_text_tells_of_gender_holds() -> None:
    found = discourse("{nsubj Holm@P} left=leave .")
    found.cast.draft(0).gender = "f"
    assert (found.is_called(0, "f"), found.is_called(0, "m")) == (True, False)


@pytest.mark.parametrize(("certainty", "called"), [(0.9, False), (0.5, True)])
def test_a_clear_pronoun_tells_gender(certainty: float, *, called: bool) -> None:
    found = discourse("{nsubj Holm@P} left=leave .")
    found.call(0, "f", certainty)
    assert found.is_called(0, "m") == called


def test_pronouns_of_both_genders_tell_nothing() -> None:
    found = discourse("{nsubj Holm@P} left=leave .")
    found.call(0, "f", 0.9)
    found.call(0, "m", 0.9)
    assert found.is_called(0, "m")


# The network ---------------------------------------------------------------------------------

MET = ("{nsubj Holm@P} met=meet {obj Bo@P} .", "{nsubj He} left=leave .")
SAILED = ("{nsubj Holm@P} thanked=thank {obj the skipper} .", "{nsubj He} left=leave .")


def test_a_network_that_is_sure_beats_the_rules() -> None:
    found = discourse(*MET, told={"he": {"Bo": 0.95}})
    assert names(found, ranked(found, "He")) == ["Bo", "Holm"]


def test_where_the_network_is_silent_the_rules_decide() -> None:
    found = discourse(*MET, told={})
    assert names(found, ranked(found, "He")) == ["Holm", "Bo"]


@pytest.mark.parametrize("told", [{"Bo": 0.95}, {"Holm": 0.5, "Bo": 0.5}, {"Holm": 0.1}, {}])
def test_shares_are_probabilities(told: Shares) -> None:
    found = discourse(*MET, told={"he": told})
    shares = [each.share for each in ranked(found, "He")]
    assert min(shares) >= 0
    assert sum(shares) <= 1 + 1e-9


def test_a_noun_that_is_no_actor_has_its_share() -> None:
    found = discourse(*SAILED, told={"he": {"skipper": 0.95}})
    assert ranked(found, "He")[0].share < 0.5


def test_a_noun_that_cannot_be_meant_has_none() -> None:
    found = discourse(*SAILED, told={"he": {"skipper": 0.95}})
    assert ranked(found, "He", other=lambda _: False, surely=True)[0].share == pytest.approx(1)


def test_furniture_is_nobody_s_antecedent() -> None:
    found = discourse(*SAILED, told={"he": {"skipper": 0.95}}, hidden="the skipper")
    assert ranked(found, "He", surely=True)[0].share == pytest.approx(1)


def test_where_something_is_surely_meant_nothing_is_left_over() -> None:
    found = discourse(*MET, told={"he": {"Holm": 0.2, "Bo": 0.1}})
    open_, sure = (
        sum(each.share for each in ranked(found, "He", surely=surely)) for surely in (False, True)
    )
    assert open_ < sure == pytest.approx(1)


def test_further_heads_may_be_given() -> None:
    found = discourse("{nsubj rain} fell=fall {obl in Oslo@L} .", "{nsubj It} left=leave .")
    also = {token(found, "Oslo"): (2,)}
    given = found.candidates(token(found, "It"), 2, lambda _: True, also=also)
    assert names(found, given) == ["Dal"]
