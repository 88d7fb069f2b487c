"""Rows of sheets become facts, each matched to what was read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select

from dragoman.crises import Ledger, review
from dragoman.crises.review.forgetting import forget
from dragoman.crises.review.sheets import Sheet, SheetDone, SheetMap, import_sheet, rows_of_text
from dragoman.errors import DataError
from dragoman.store import Store, View
from dragoman.store.checking import check_store
from dragoman.store.tables import sheet_rows, sheets
from tests.store.changes import URL, at

STANDINGS = SheetMap(
    kind="positions",
    columns={"Who": "holder", "View": "stance", "On": "target", "Day": "day", "Link": "link"},
    values={"stance": {"Calls for calm": "restraint"}},
)
CALLS = SheetMap(
    kind="contacts",
    columns={"From": "initiator", "To": "counterpart", "How": "channel", "Day": "day"},
)
EVENTS = SheetMap(
    kind="events",
    columns={"What": "type", "By": "actor", "Against": "recipient", "Dead": "killed", "Day": "day"},
)
WORDS = SheetMap(kind="statements", columns={"Who": "speaker", "Said": "content", "Link": "link"})


@pytest.fixture
def filled(store: Store) -> Store:
    with store.work() as unit:
        unit.writer.write(at())
    return store


def imported(store: Store, sheet_map: SheetMap, *lines: str, who: str = "ada") -> SheetDone:
    header = ",".join(sheet_map.columns)
    columns, rows = rows_of_text("\n".join([header, *lines]))
    with store.work() as unit:
        return import_sheet(unit, Sheet(name="Desk", who=who, map=sheet_map), columns, rows)


def outcomes(done: SheetDone) -> list[str]:
    return [each.found.outcome for each in done.rows]


def of_sheet(view: View, kind: str) -> Iterator[Any]:
    return (told for told in view.facts(kind) if told.article.outlet == "Desk")


def test_a_row_becomes_a_fact_that_points_at_its_cells(filled: Store) -> None:
    imported(filled, STANDINGS, "France,condemnation,the raid,2031-05-02,")
    with filled.view() as view:
        (told,) = of_sheet(view, "positions")
        record = view.record(told.article.id)
        text = record.article.text
    assert (told.fact.holder, told.fact.stance, told.fact.target) == (
        *("FRA", "condemnation"),
        "the raid",
    )
    assert text == "Desk\n\nWho: France\nView: condemnation\nOn: the raid\nDay: 2031-05-02"
    (span,) = told.fact.field_evidence["stance"]
    assert text[slice(*span)] == "condemnation"
    assert told.article.told_on.isoformat() == "2031-05-02"


@pytest.mark.usefixtures("both_databases")
def test_the_sheet_row_and_keeper_are_known(filled: Store) -> None:
    imported(filled, STANDINGS, "France,concern,the raid,2031-05-02,https://x.example/1")
    with filled.view() as view:
        (sheet,) = view.connection.execute(select(sheets))
        (row,) = view.connection.execute(select(sheet_rows))
    assert (sheet.name, sheet.who) == ("Desk", "ada")
    assert (row.number, row.link, row.outcome) == (2, "https://x.example/1", "new")


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        (f"Norway,Calls for calm,the raid,2031-05-02,{URL}", "same"),
        (f"Norway,condemnation,the raid,2031-05-02,{URL}", "contradicts"),
        (f"France,restraint,the raid,2031-05-02,{URL}", "new"),
        ("Norway,restraint,the raid,2031-05-03,", "same"),
        ("Norway,support,the raid,2031-05-02,", "contradicts"),
        ("Norway,support,the raid,2031-05-04,", "new"),
        ("Norway,restraint,the raid,2031-07-02,", "new"),
        ("Norway,restraint,the raid,2031-05-02,https://unread.example", "same"),
    ],
)
def test_a_position_is_matched(filled: Store, line: str, outcome: str) -> None:
    assert outcomes(imported(filled, STANDINGS, line)) == [outcome]


@pytest.mark.parametrize(
    ("sheet_map", "line", "outcome"),
    [
        (CALLS, "Kari Lund (Norway),Denmark,phone,2031-05-02", "same"),
        (CALLS, "Norway,Denmark,meeting,2031-05-02", "contradicts"),
        (CALLS, "Norway,Denmark,unspecified,2031-05-02", "same"),
        (CALLS, "Denmark,Norway,phone,2031-05-02", "new"),
        (EVENTS, "Assault,Freedonia,Three sailors,3,2031-05-01", "new"),
        (WORDS, f'Kari Lund,"""Both sides must step back""",{URL}', "same"),
        (WORDS, f"Kari Lund,We are at war.,{URL}", "new"),
    ],
)
def test_rows_of_other_kinds_are_matched(
    filled: Store, sheet_map: SheetMap, line: str, outcome: str
) -> None:
    done = imported(filled, sheet_map, line)
    assert (outcomes(done), done.wrong) == ([outcome], [])


def test_what_a_person_rejected_is_not_what_a_row_tells(filled: Store) -> None:
    with filled.work() as unit:
        fact = next(unit.view.facts("positions")).fact.id
        review.judge(unit, "reject", "positions", fact, who="ada")
    done = imported(filled, STANDINGS, f"Norway,restraint,the raid,2031-05-02,{URL}")
    assert outcomes(done) == ["new"]


@pytest.mark.usefixtures("both_databases")
def test_importing_twice_changes_nothing(filled: Store) -> None:
    lines = ("France,concern,the raid,2031-05-02,", "Italy,support,the raid,2031-05-02,")
    imported(filled, STANDINGS, *lines)
    done = imported(filled, STANDINGS, *reversed(lines))
    assert ([each.new for each in done.rows], done.gone) == ([False, False], [])
    with filled.view() as view:
        assert len(list(of_sheet(view, "positions"))) == 2
        assert check_store(view).faults == []


def test_a_row_that_stands_there_twice_is_taken_once(filled: Store) -> None:
    line = "France,concern,the raid,2031-05-02,"
    assert len(imported(filled, STANDINGS, line, line).rows) == 1


@pytest.mark.usefixtures("both_databases")
def test_rows_that_are_gone_are_told_and_can_be_taken_out(filled: Store) -> None:
    imported(filled, STANDINGS, "France,concern,the raid,2031-05-02,")
    done = imported(filled, STANDINGS, "France,criticism,the raid,2031-05-02,")
    assert len(done.gone) == 1
    with filled.work() as unit:
        forget(unit, "article", done.gone, who="ada", lasting=False)
    with filled.view() as view:
        assert [told.fact.stance for told in of_sheet(view, "positions")] == ["criticism"]


def test_sheets_of_other_people_stay_apart(filled: Store) -> None:
    imported(filled, STANDINGS, "France,concern,the raid,2031-05-02,")
    done = imported(filled, STANDINGS, "Italy,concern,the raid,2031-05-02,", who="bob")
    assert done.gone == []


@pytest.mark.usefixtures("both_databases")
def test_rows_stand_in_the_ledger(filled: Store) -> None:
    imported(filled, CALLS, "Sweden,Finland,phone,2031-05-02")
    with filled.view() as view:
        (entry,) = Ledger(view).entries("contacts", code="SWE")
        (report,) = entry.reports
    assert (report.origin, report.outlet) == ("sheet Desk", "Desk")


@pytest.mark.parametrize(
    ("sheet_map", "line", "fault"),
    [
        (STANDINGS, ",concern,the raid,2031-05-02,", "no holder"),
        (STANDINGS, "France,angry,the raid,2031-05-02,", "stance"),
        (STANDINGS, "France,concern,,2031-05-02,", "no target"),
        (STANDINGS, "France,concern,the raid,someday,", "no day"),
        (STANDINGS, "France; Italy,concern,the raid,2031-05-02,", "one party"),
        (STANDINGS, "Atlantis,concern,the raid,2031-05-02,", "no state"),
        (STANDINGS, "Ole (Atlantis),concern,the raid,2031-05-02,", "no state"),
        (CALLS, "France,,phone,2031-05-02", "no counterpart"),
        (CALLS, "France,Italy,smoke,2031-05-02", "channel"),
        (EVENTS, "Party,France,Italy,3,2031-05-02", "codebook"),
        (EVENTS, "Assault,France,Italy,many,2031-05-02", "killed"),
        (WORDS, "France,,", "what was said"),
    ],
)
def test_a_wrong_row_is_told_and_the_rest_goes_on(
    filled: Store, sheet_map: SheetMap, line: str, fault: str
) -> None:
    right = {"positions": "Italy,concern,the raid,2031-05-02,", "contacts": "Italy,Spain,phone,"}
    good = right.get(sheet_map.kind, "Assault,Italy,Spain,1,2031-05-02")
    good = "Italy,Calm,," if sheet_map.kind == "statements" else good
    done = imported(filled, sheet_map, line, good)
    assert len(done.rows) == 1
    assert fault in str(done.wrong[0])
    assert str(done.wrong[0]).startswith("Desk:2: ")


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "parties"},
        {"columns": {"Who": "holder", "View": "stance"}},
        {"columns": {"Who": "holder", "View": "stance", "On": "topic"}},
        {"columns": {"Who": "holder", "View": "stance", "On": "target", "Of": "target"}},
        {"dates": "year first"},
        {"values": {"colour": {}}},
    ],
)
def test_a_map_that_cannot_be_is_refused(change: dict[str, Any]) -> None:
    whole = {"kind": "positions", "columns": STANDINGS.columns}
    with pytest.raises(DataError):
        SheetMap(**{**whole, **change})


def test_a_sheet_without_a_column_of_its_map_is_refused(filled: Store) -> None:
    columns, rows = rows_of_text("Who,View,On,Dai,Link\n")
    with filled.work() as unit, pytest.raises(DataError, match=r"no column 'Day'.*Dai"):
        import_sheet(unit, Sheet(name="Desk", who="ada", map=STANDINGS), columns, rows)


def test_a_map_is_read_from_toml() -> None:
    text = """
    kind = "positions"
    dates = "day first"
    columns = { Who = "holder", View = "stance", On = "target" }
    values.stance = { "Calls for calm" = "restraint" }
    constants = { basis = "own" }
    """
    found = SheetMap.from_toml(text, "map.toml")
    assert (found.values["stance"]["Calls for calm"], found.dates) == ("restraint", "day first")


@pytest.mark.parametrize(
    "text", ["=", "kind = 1", "colour = 2", 'columns = "x"', "columns = {a=1}"]
)
def test_toml_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(DataError):
        SheetMap.from_toml(text, "map.toml")
