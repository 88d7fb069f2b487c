"""Contacts as a table of who began them and with whom."""

from __future__ import annotations

from dragoman.desk.parts.contacting import between
from dragoman.desk.parts.matrix import Matrix, matrix
from tests.crises.questions.made import contact

CALLS = (
    contact("NOR", "SWE", day="2031-05-01"),
    contact("NOR", "SWE", status="planned", day="2031-05-02"),
    contact("SWE", "DNK", channel="visit", day="2031-05-03"),
)


def names(found: Matrix) -> tuple[list[str], list[str]]:
    """Return the names of the rows and of the columns."""
    rows = [each.member.side.name for each in found.rows]
    return rows, [each.side.name for each in found.columns]


def test_rows_began_and_columns_were_reached() -> None:
    assert names(matrix(between(CALLS), most=9)) == (["Sweden", "Norway"], ["Sweden", "Denmark"])


def test_a_cell_counts_what_was_held_and_tells_the_rest_apart() -> None:
    cell = matrix(between(CALLS), most=9).rows[1].cells[0]
    assert cell is not None
    assert (cell.held, cell.text) == (1, "1 held, 1 planned; phone")


def test_where_there_were_no_contacts_the_cell_is_empty() -> None:
    assert matrix(between(CALLS), most=9).rows[0].cells[0] is None


def test_rows_columns_and_all_are_added_up() -> None:
    found = matrix(between(CALLS), most=9)
    assert [(each.total.held, each.total.others) for each in found.rows] == [(1, 0), (1, 1)]
    assert [(each.held, each.others) for each in found.totals] == [(1, 1), (1, 0)]
    assert (found.total.held, found.total.others) == (2, 1)


def test_of_many_the_busiest_are_shown_and_the_totals_count_all() -> None:
    found = matrix(between(CALLS), most=1)
    assert (names(found), found.beyond) == ((["Sweden"], ["Sweden"]), 2)
    assert found.total.held == 2


def test_a_cell_says_that_a_contact_differs_from_the_rest() -> None:
    found = matrix(between(CALLS), {CALLS[2].id}, most=9)
    assert [each.differs for row in found.rows for each in row.cells if each] == [True, False]
