from __future__ import annotations

from array import array

from seqeditor.domain.row import SequenceRow
from seqeditor.rules.finding import Level
from seqeditor.ui.models.row_cache import MOST_PAGES, PAGE, RowCache


class Source:
    """Rows made up, counting how often they are asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()

    def rows(self, ids: list[int]) -> list[SequenceRow]:
        self.asked.append(ids)
        return [
            SequenceRow(i, i, str(i), "DNA", 10, False, "", "", b"")
            for i in ids
            if i not in self.gone
        ]

    def levels(self, ids: list[int]) -> dict[int, Level]:
        return {i: Level.ERROR for i in ids if i == 3}


def cache(source: Source, count: int) -> RowCache:
    made = RowCache(source.rows, source.levels)
    made.set_ids(array("q", range(1, count + 1)))
    return made


def test_a_page_is_fetched_once() -> None:
    source = Source()
    rows = cache(source, 1000)
    assert [rows.entry(row)[0].number for row in (0, 5, PAGE - 1)] == ["1", "6", str(PAGE)]  # type: ignore[index]
    assert len(source.asked) == 1
    assert rows.entry(PAGE) is not None
    assert len(source.asked) == 2


def test_the_gravest_level_comes_along() -> None:
    rows = cache(Source(), 10)
    assert [rows.entry(row)[1] for row in (1, 2)] == [None, Level.ERROR]  # type: ignore[index]


def test_dropping_an_id_fetches_its_page_again() -> None:
    source = Source()
    rows = cache(source, 1000)
    rows.entry(0)
    assert rows.drop([2]) == [1]
    assert rows.drop([2]) == []
    rows.entry(0)
    assert len(source.asked) == 2


def test_a_sequence_gone_meanwhile_is_no_row() -> None:
    source = Source()
    source.gone = {2}
    rows = cache(source, 3)
    assert rows.entry(1) is None
    assert rows.entry(2) is not None


def test_memory_is_bounded() -> None:
    source = Source()
    rows = cache(source, (MOST_PAGES + 2) * PAGE)
    for page in range(MOST_PAGES + 2):
        rows.entry(page * PAGE)
    assert len(rows._pages) == MOST_PAGES
