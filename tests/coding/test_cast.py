"""The cast as its readers use it: who a phrase denotes, sides, unnamed ones, first persons."""

from __future__ import annotations

import pytest

from dragoman.coding.actors import build_cast
from dragoman.coding.cast import ActorDraft, Cast
from dragoman.coding.tree import tree_of
from dragoman.world import world
from tests.coding.articles import article


def cast_of(*sentences: str) -> Cast:
    """The cast of sentences in shorthand."""
    return build_cast(article(*sentences), world())


def token(cast: Cast, word: str) -> int:
    """The index of the first token that reads so."""
    return cast.tree.words.index(word)


def names(cast: Cast, actors: tuple[int, ...]) -> list[str]:
    """The names of actors."""
    return [cast.draft(actor).name for actor in actors]


TITLED = "{nsubj {amod Danish@N} {amod Foreign} Minister <+Ida Holm>} spoke=speak ."
BESIDE = (
    "{nsubj <Ida Holm> , {appos {nmod:poss Denmark@L 's} {amod foreign} minister} ,} spoke=speak ."
)


@pytest.mark.parametrize(
    ("sentence", "word"), [(TITLED, "Minister"), (TITLED, "Ida"), (BESIDE, "minister")]
)
def test_a_person_is_found_from_title_name_and_apposition(sentence: str, word: str) -> None:
    cast = cast_of(sentence)
    assert names(cast, cast.at(token(cast, word))) == ["Ida Holm"]


def test_a_noun_that_a_state_qualifies_does_not_denote_the_state() -> None:
    cast = cast_of("{nsubj a {compound US@L} strike} failed=fail .")
    assert cast.at(token(cast, "strike")) == ()


def test_the_state_is_found_inside_the_phrase() -> None:
    cast = cast_of("{nsubj a {compound US@L} strike} failed=fail .")
    assert names(cast, cast.inside(0, 3)) == ["United States"]


JOINED = [
    "{nsubj Iran@L {conj and Oman@L}} met=meet .",
    "{nsubj Iran@L {conj , Oman@L} {conj and Qatar@L}} met=meet .",
]


@pytest.mark.parametrize("sentence", JOINED)
def test_a_phrase_denotes_its_conjuncts_too(sentence: str) -> None:
    cast = cast_of(sentence)
    words = [word for word in cast.tree.words if word in {"Iran", "Oman", "Qatar"}]
    assert names(cast, cast.denoted(0)) == words


def test_a_list_of_names_holds_where_the_tree_breaks_it() -> None:
    cast = cast_of(
        "{nsubj they} met=meet {obj {amod Danish@N} {amod Foreign} Minister <+Ida Holm>"
        " {nmod:desc and {amod Omani@N} President <+Said Amri>}} ."
    )
    assert names(cast, cast.denoted(token(cast, "Minister"))) == ["Ida Holm", "Said Amri"]


def test_an_ally_is_the_state_named_after_it() -> None:
    cast = cast_of("{nsubj it} pleased=please {obj {compound US@L} ally {appos Israel@L}} .")
    assert names(cast, cast.at(token(cast, "ally"))) == ["Israel"]


def test_a_group_is_opened_into_its_members() -> None:
    cast = cast_of(
        "{nsubj <Ida Holm>} met=meet {obj <Lars Bo>} .",
        "{nsubj Both leaders=leader/NOUN} agreed=agree .",
    )
    assert names(cast, cast.denoted(token(cast, "leaders"))) == ["Ida Holm", "Lars Bo"]


def test_a_side_is_the_code_where_there_is_one() -> None:
    cast = cast_of(TITLED, "{nsubj rebels=rebel} fled=flee .")
    holm, rebels = cast.at(token(cast, "Ida"))[0], cast.at(token(cast, "rebels"))[0]
    assert cast.side(holm) == "DNK"
    assert cast.side(rebels) == cast.id(rebels)


def test_certainty_tells_how_sure_a_link_is() -> None:
    cast = cast_of(TITLED, "{nsubj She} left=leave .")
    holm = cast.at(token(cast, "Ida"))[0]
    assert cast.certainty(token(cast, "Ida"), holm) == 1.0
    assert 0 < cast.certainty(token(cast, "She"), holm) < 1.0
    assert cast.certainty(token(cast, "left"), holm) == 0.0


def test_an_unnamed_actor_is_added_once() -> None:
    cast = Cast(
        tree_of(article("{nsubj the ministers=minister} met=meet {obj ministers=minister} ."))
    )
    assert cast.unnamed(0, 2) == cast.unnamed(3, 4)
    assert [draft.name for draft in cast.drafts] == ["ministers"]


def test_an_unnamed_phrase_that_is_known_already_stays_who_it_is() -> None:
    cast = cast_of("{nsubj Oman@L} spoke=speak .")
    assert names(cast, (cast.unnamed(0, 1),)) == ["Oman"]


QUOTED = (
    '{ccomp " {nsubj I} will go/VERB {conj and {nsubj we} agree} , "} {nsubj <Ida Holm>} said=say .'
)


def test_i_in_a_quotation_is_its_speaker() -> None:
    cast = cast_of(QUOTED)
    holm = cast.at(token(cast, "Ida"))[0]
    cast.link_first_person((0, cast.tree.ends[token(cast, "agree")]), holm)
    assert cast.at(token(cast, "I")) == (holm,)


def test_we_of_an_official_is_the_state() -> None:
    said = QUOTED.replace("<Ida Holm>", "{amod Danish@N} {amod Foreign} Minister <+Ida Holm>")
    cast = cast_of(said, "{nsubj Denmark@L} agreed=agree .")
    holm = cast.at(token(cast, "Ida"))[0]
    cast.link_first_person((0, cast.tree.ends[token(cast, "agree")]), holm)
    assert names(cast, cast.at(token(cast, "we"))) == ["Denmark"]


def test_a_bound_pronoun_stays_bound() -> None:
    cast = cast_of(QUOTED)
    span = (0, cast.tree.ends[token(cast, "agree")])
    cast.link_first_person(span, cast.add_actor(ActorDraft("A", "person")))
    assert cast.link_first_person(span, cast.add_actor(ActorDraft("B", "person"))) == ()


def test_ids_depend_on_kind_name_and_country_alone() -> None:
    first, second = cast_of(TITLED), cast_of("{nsubj Oman@L} spoke=speak .", TITLED)
    assert first.id(first.at(token(first, "Ida"))[0]) == second.id(
        second.at(token(second, "Ida"))[0]
    )


def test_finished_actors_have_mentions_in_order_without_overlap() -> None:
    cast = cast_of(
        TITLED, "{nsubj Holm} left=leave .", "{nsubj the {amod foreign} minister} came=come ."
    )
    holm = cast.finish()[0]
    text = cast.tree.text
    assert [text[slice(*span)] for span in holm.mentions] == [
        "Ida Holm",
        "Holm",
        "the foreign minister",
    ]
