"""Which act is judged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.coding.cast import ActorDraft, Cast
from dragoman.coding.drafts import EventDraft
from dragoman.coding.targets import Targets
from dragoman.coding.tree import Tree, tree_of
from dragoman.records import Modality
from tests.coding.shorthand import cast_of, short, state

ARTICLE = (
    "{nsubj Chad} bombed=bomb {obj Peru} .",
    "{nsubj Peru} met=meet {obj envoys=envoy} .",
    "{nsubj Ghana} seized=seize {obj {det a} ship} .",
    "{nsubj Norway} regretted=regret {obj the attack} {obl in the situation} .",
)


def setting(modality: Modality = "asserted") -> tuple[Tree, Targets]:
    """Four sentences and their events; the first is of that modality."""
    doc = short(*ARTICLE)
    tree = tree_of(doc)
    cast = cast_of(doc, {name: state(name) for name in ("Chad", "Peru", "Ghana", "Norway")})

    def event(kind: str, word: str, *actors: int) -> EventDraft:
        token = tree.words.index(word)
        return EventDraft(
            type=kind, triggers=(token,), actors=actors, evidence=((0, 1),), confidence=0.9
        )

    events = [
        replace(event("ASSAULT", "bombed", *cast.at(0)), modality=modality),
        event("CONSULT", "met"),
        event("COERCE", "seized", *cast.at(tree.words.index("Ghana"))),
    ]
    return tree, Targets(tree, cast, events)


BOMBED = ("{nsubj Chad} bombed=bomb {obj Peru} .", "{nsubj Peru} hated=hate {obj it} .")


def _bombing(token: int) -> EventDraft:
    return EventDraft(type="ASSAULT", triggers=(token,), evidence=((0, 1),), confidence=0.9)


def test_named_event() -> None:
    tree, targets = setting()
    found = targets.named([tree.words.index("seized")])
    assert found is not None
    assert found.target == 2


def test_talks_are_no_target_by_name() -> None:
    tree, targets = setting()
    assert targets.named([tree.words.index("met")]) is None


def test_main_act_is_the_weightiest() -> None:
    _, targets = setting()
    found = targets.main("Norway", 0)
    assert found is not None
    assert found.target == 0


def test_what_was_not_done_is_no_main_act() -> None:
    _, targets = setting("negated")
    found = targets.main("Norway", 0)
    assert found is not None
    assert found.target == 2


def test_nobody_is_asked_of_his_own_act_first() -> None:
    _, targets = setting()
    found = targets.main("Chad", 0)
    assert found is not None
    assert found.target == 2


def test_affair_is_the_main_act() -> None:
    tree, targets = setting()
    found = targets.referred([tree.words.index("situation")], "Norway")
    assert found is not None
    assert found.target == 0


def test_unmentioned_words_refer_to_nothing() -> None:
    tree, targets = setting()
    assert targets.referred([tree.words.index("envoys")], "Norway") is None


def test_pronoun_for_an_act_refers_to_it() -> None:
    tree = tree_of(short(*BOMBED))
    targets = Targets(tree, Cast(tree), [_bombing(1)])
    assert targets.referred([tree.words.index("it")], None) is not None


def test_subject_that_stands_for_an_actor_refers_to_no_act() -> None:
    tree = tree_of(short(BOMBED[0], "{nsubj it} left=leave ."))
    cast = Cast(tree)
    it = tree.words.index("it")
    cast.add_mention(cast.add_actor(state("TCD")), it, it + 1, kind="pronoun")
    assert Targets(tree, cast, [_bombing(1)]).referred([it], None) is None


def test_empty_pronoun_refers_to_no_act() -> None:
    wrong = "{nsubj it} {cop is} wrong/ADJ {csubj to stay/VERB} ."
    tree = tree_of(short(BOMBED[0], wrong))
    it = tree.words.index("it")
    assert Targets(tree, Cast(tree), [_bombing(1)]).referred([it], None) is None


def test_pronoun_far_from_any_act_refers_to_none() -> None:
    tree = tree_of(
        short(BOMBED[0], "{nsubj Peru} slept=sleep .", "{nsubj Peru} hated=hate {obj it} .")
    )
    it = tree.words.index("it")
    assert Targets(tree, Cast(tree), [_bombing(1)]).referred([it], None) is None


def test_agreement_refers_to_no_attack() -> None:
    tree = tree_of(short(BOMBED[0], "{nsubj Peru} hated=hate {obj {det the} deal} ."))
    deal = tree.words.index("deal")
    assert Targets(tree, Cast(tree), [_bombing(1)]).referred([deal], None) is None


def test_what_somebody_claims_is_no_policy() -> None:
    tree = tree_of(short("{nsubj Peru} rejected=reject {obj the claim} ."))
    assert Targets(tree, Cast(tree), []).worded(tree.words.index("claim")) is None


@pytest.mark.parametrize(("words", "tells"), [(["raid"], True), (["reaction", "weather"], False)])
def test_nouns_for_deeds_tell_of_an_act(words: list[str], *, tells: bool) -> None:
    tree = tree_of(short("{nsubj the raid} met=meet {obj a reaction} {obl in weather} ."))
    found = Targets(tree, Cast(tree), []).tells_of_act(map(tree.words.index, words))
    assert found is tells


@pytest.mark.parametrize(
    ("names", "fits"), [(["Peru"], False), (["Peru", "Chad"], True), (["Ghana"], True), ([], True)]
)
def test_words_on_those_who_suffered_suit_no_act(names: list[str], *, fits: bool) -> None:
    tree = tree_of(short(BOMBED[0], "{nsubj Ghana} slept=sleep ."))
    cast = Cast(tree)
    codes = {"Chad": "TCD", "Peru": "PER", "Ghana": "GHA"}
    index = {name: cast.add_actor(state(code)) for name, code in codes.items()}
    event = EventDraft(
        type="ASSAULT",
        actors=(index["Chad"],),
        recipients=(index["Peru"],),
        triggers=(1,),
        evidence=((0, 1),),
        confidence=0.9,
    )
    targets = Targets(tree, cast, [event])
    assert targets.suits(0, [index[name] for name in names], "NOR") is fits


def test_policy_is_named_by_its_words() -> None:
    tree, targets = setting()
    found = targets.worded(tree.words.index("ship"))
    assert found is not None
    assert found.target == "a ship"


def test_who_did_it() -> None:
    _, targets = setting()
    assert (targets.by(0, "Chad"), targets.by(0, "Peru")) == (True, False)


def test_act_that_opens_the_article_is_what_it_is_about() -> None:
    tree = tree_of(
        short(
            "{nsubj Ghana} seized=seize {obj {det a} ship} .",
            *("{nsubj Peru} slept=sleep .",) * 4,
            "{nsubj Chad} bombed=bomb {obj Peru} .",
        )
    )
    late, early = tree.words.index("bombed"), tree.words.index("seized")
    events = [
        EventDraft(type=kind, triggers=(token,), evidence=((0, 1),), confidence=0.9)
        for kind, token in (("ASSAULT", late), ("COERCE", early))
    ]
    found = Targets(tree, Cast(tree), events).main("NOR", late)
    assert found is not None
    assert found.target == 1


def test_words_name_an_act_of_some_actors() -> None:
    tree = tree_of(short("{nsubj Chad} sent=send {obj tents=tent} ."))
    cast = Cast(tree)
    chad, peru = (cast.add_actor(state(code)) for code in ("TCD", "PER"))
    event = EventDraft(
        type="AID", actors=(chad,), triggers=(1,), evidence=((0, 1),), confidence=0.9
    )
    targets = Targets(tree, cast, [event])
    assert targets.named_of([chad], range(3)) is not None
    assert targets.named_of([peru], range(3)) is None


def test_thanks_to_a_people_are_for_what_its_state_did() -> None:
    tree = tree_of(
        short(
            "{nsubj Chad} sent=send {obj tents=tent} .",
            "{nsubj Peru} thanked=thank {obj {det the} Chadians} .",
        )
    )
    cast = Cast(tree)
    chad = cast.add_actor(state("TCD"))
    people = cast.add_actor(ActorDraft("Chadians", "population", country="TCD"))
    event = EventDraft(
        type="AID", actors=(chad,), triggers=(1,), evidence=((0, 1),), confidence=0.9
    )
    found = Targets(tree, cast, [event]).favour([people], tree.words.index("thanked"), "PER")
    assert found is not None
    assert found.target == 0
