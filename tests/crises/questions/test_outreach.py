"""Who contacted whom, in which campaigns, and who was left out."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dragoman.crises import Entry
from dragoman.crises.questions import outreach
from tests.crises.questions.made import contact, event

MINISTER = "Mara Oduya/KEN/foreign_minister"


def called(*counterparts: str, day: str = "2031-05-02") -> list[Entry]:
    """Return calls of one minister."""
    return [contact(MINISTER, each, day=day) for each in counterparts]


def heads(*codes: str) -> list[str]:
    return [f"Head of {code}/{code}/head_of_state" for code in codes]


def ministers(*codes: str) -> list[str]:
    return [f"Minister of {code}/{code}/foreign_minister" for code in codes]


def test_contacts_are_counted_by_sides() -> None:
    found = outreach(
        [
            contact(MINISTER, "FRA", day="2031-05-02"),
            contact("KEN", "FRA", channel="visit", day="2031-05-04", origins=("Post",)),
            contact("FRA", "KEN", day="2031-05-03"),
        ]
    )
    first = found.exchanges[0]
    assert (first.initiator.code, first.counterpart.code, first.number) == ("KEN", "FRA", 2)
    assert first.channels == {"phone": 1, "visit": 1}
    assert (str(first.first_day), str(first.last_day)) == ("2031-05-02", "2031-05-04")
    assert first.origins == 2
    assert [pair.initiator for pair in first.pairs] == ["Mara Oduya", "Kenya"]
    assert (found.exchanges[1].initiator.code, found.exchanges[1].number) == ("FRA", 1)


def test_who_began_is_counted_where_it_is_known() -> None:
    found = outreach(
        [
            contact("KEN", "FRA", day="2031-05-02"),
            contact("KEN", "FRA", initiative="unknown", day="2031-05-03"),
        ]
    )
    assert (found.exchanges[0].number, found.exchanges[0].begun) == (2, 1)


def test_contacts_that_were_not_held_are_apart() -> None:
    found = outreach([contact("KEN", "FRA", status="refused", day="2031-05-02")])
    assert (found.exchanges[0].number, found.exchanges[0].others) == (0, {"refused": 1})


def test_contacts_within_a_government_are_left_out() -> None:
    assert outreach([contact(MINISTER, "KEN", day="2031-05-02")]).exchanges == ()


def test_other_kinds_are_passed_over() -> None:
    assert outreach([event("KEN", "FRA", day="2031-05-02")]).exchanges == ()


def test_only_one_government_can_be_asked_for() -> None:
    entries = [contact("KEN", "FRA"), contact("ITA", "KEN"), contact("ITA", "FRA")]
    found = outreach(entries, of="KEN")
    assert {(each.initiator.code, each.counterpart.code) for each in found.exchanges} == {
        ("KEN", "FRA"),
        ("ITA", "KEN"),
    }


def test_a_counterpart_of_another_level_than_the_rest_is_told() -> None:
    chief = "Chief of DEU/DEU/military_chief"
    (campaign,) = outreach(called(*heads("FRA", "ITA"), chief)).campaigns
    assert (campaign.initiator, campaign.level) == ("Mara Oduya", 2)
    assert campaign.levels == {"1": 2, "2": 1}
    (outlier,) = campaign.outliers
    assert outlier.counterpart.code == "DEU"
    assert [each.name for each in outlier.parties] == ["Chief of DEU"]
    difference = outlier.difference
    assert (difference.field, difference.found, difference.usual) == ("level", "2", "1")
    assert (difference.alike, difference.of) == (2, 3)


def test_a_counterpart_of_the_same_level_and_another_office_is_told() -> None:
    chief = "Chief of DEU/DEU/military_chief"
    (campaign,) = outreach(called(*ministers("FRA", "ITA", "ESP"), chief)).campaigns
    (outlier,) = campaign.outliers
    assert outlier.difference.field == "office"
    assert (outlier.difference.found, outlier.difference.usual) == (
        "military_chief",
        "foreign_minister",
    )


def test_heads_of_state_and_of_government_hold_like_offices() -> None:
    premier = "Premier of DEU/DEU/head_of_government"
    (campaign,) = outreach(called(*heads("FRA", "ITA", "ESP"), premier)).campaigns
    assert campaign.outliers == ()


def test_who_was_reached_at_the_usual_level_as_well_is_no_outlier() -> None:
    chief = "Chief of DEU/DEU/military_chief"
    (campaign,) = outreach(called(*heads("FRA", "ITA", "DEU"), chief)).campaigns
    assert campaign.outliers == ()


def test_the_level_of_a_contact_stands_in_for_that_of_an_office() -> None:
    told = contact(MINISTER, "DEU", day="2031-05-02")
    (first,) = told.reports
    fact = replace(first.told.fact, counterpart_level=3)
    known = replace(told, reports=(replace(first, told=replace(first.told, fact=fact)),))
    (exchange,) = outreach([known]).exchanges
    assert (exchange.pairs[0].initiator_level, exchange.pairs[0].counterpart_level) == (2, 3)


def test_without_a_clear_majority_nobody_is_an_outlier() -> None:
    entries = called(*heads("FRA", "ITA"), *ministers("DEU", "ESP"))
    (campaign,) = outreach(entries).campaigns
    assert campaign.outliers == ()


def test_parts_without_a_known_level_are_told_and_not_judged() -> None:
    (campaign,) = outreach(called(*heads("FRA", "ITA"), "DEU")).campaigns
    assert [each.code for each in campaign.unknown] == ["DEU"]
    assert campaign.outliers == ()


def test_a_pause_parts_campaigns() -> None:
    entries = called(*heads("FRA", "ITA"), day="2031-05-02")
    entries += called(*heads("DEU"), day="2031-05-05")
    assert outreach(entries).campaigns == ()
    entries += called(*heads("DEU"), day="2031-05-04")
    (campaign,) = outreach(entries).campaigns
    assert (str(campaign.first_day), str(campaign.last_day)) == ("2031-05-02", "2031-05-05")


@pytest.mark.parametrize("status", ["planned", "proposed", "cancelled", "refused"])
def test_a_campaign_is_of_contacts_that_were_held(status: str) -> None:
    entries = [contact(MINISTER, each, status=status, day="2031-05-02") for each in heads("FRA")]
    assert outreach([*entries, *called(*heads("ITA", "DEU"))]).campaigns == ()


def test_two_of_one_government_have_campaigns_of_their_own() -> None:
    other = "Otieno Were/KEN/defence_minister"
    entries = called(*heads("FRA", "ITA"))
    entries.append(contact(other, heads("DEU")[0], day="2031-05-02"))
    assert outreach(entries).campaigns == ()


def test_who_was_not_called_is_told() -> None:
    entries = [
        contact("KEN", "FRA", day="2031-05-02"),
        contact("ITA", "KEN", day="2031-05-02"),
        contact("KEN", "ESP", status="refused", day="2031-05-02"),
    ]
    found = outreach(entries, of="KEN", expected=["KEN", "FRA", "ITA", "DEU", "ESP"])
    assert [(each.side.code, len(each.tried)) for each in found.uncalled] == [
        ("DEU", 0),
        ("ESP", 1),
    ]


def test_the_answer_is_plain_json() -> None:
    row = json.loads(json.dumps(outreach(called(*heads("FRA", "ITA", "DEU"))).to_dict()))
    assert [each["code"] for each in row["campaigns"][0]["counterparts"]] == ["DEU", "FRA", "ITA"]
    assert row["exchanges"][0]["entries"][0]["kind"] == "contacts"
