"""The model case, read and asked: what the analyst wants of it comes out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import Reader
from dragoman.crises import take
from dragoman.crises.questions import Questions, Scope
from dragoman.store import Store, View


@pytest.fixture(scope="module")
def filled(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the article alone."""
    path = tmp_path_factory.mktemp("model") / "case.sqlite"
    record = Reader().read(shared / "articles" / "wion-2020-01-04.txt")
    with Store.open(str(path)) as store, store.work() as unit:
        take(unit, unit.writer.write(record), record, origin="WION")
    return path


@pytest.fixture
def view(filled: Path) -> Iterator[View]:
    """A look at it."""
    with Store.open(str(filled)) as store, store.view() as opened:
        yield opened


def test_the_one_whose_level_differs_is_told(view: View) -> None:
    (campaign,) = Questions(view).outreach(Scope(code="USA")).campaigns
    assert (campaign.initiator, campaign.side.code) == ("Mike Pompeo", "USA")
    (outlier,) = campaign.outliers
    assert outlier.counterpart.code == "PAK"
    assert [each.role for each in outlier.parties] == ["military_chief"]


def test_the_stances_on_the_strike_are_told(view: View) -> None:
    found = Questions(view).standings()
    strike = next(each for each in found if each.act and each.act.act["mode"] == "drone")
    own = {each.holder.code: each.stances for each in strike.standings if each.holder.code}
    assert own == {
        "EUR": ("restraint",),
        "FRA": ("restraint",),
        "GBR": ("restraint",),
        "ISR": ("support",),
        "USA": ("support",),
    }


def test_every_sentence_of_the_brief_quotes_the_article(view: View) -> None:
    told = Questions(view).brief()
    citations = [
        citation
        for section in told.sections
        for sentence in section.sentences
        for citation in sentence.citations
    ]
    assert len(citations) > 10
    assert {each.outlet for each in citations} == {"WION"}
    assert all(each.words for each in citations)
