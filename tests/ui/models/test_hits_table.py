from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from seqeditor.ui.models.hits_table import HitColumn, HitList, HitsTable

COLUMNS = (
    HitColumn("SEQ ID NO", lambda hit: str(hit[0]), to_end=True),
    HitColumn("Location", lambda hit: str(hit[1]), fixed=True, wide=True),
)


def table(*hits: tuple[int, str]) -> HitsTable:
    made = HitsTable()
    made.show_list(HitList(hits, COLUMNS))
    return made


def texts(model: HitsTable) -> list[str]:
    return [model.data(model.index(row, 1)) for row in range(model.rowCount())]


def test_qt_finds_nothing_wrong_with_the_model(qtmodeltester: ModelTester) -> None:
    model = table((1, "1..9"), (2, "3"))
    model.remove_rows([0])
    model.exchange(0, (2, "4"))
    qtmodeltester.check(model)
    model.show_list(HitList())
    qtmodeltester.check(model)


def test_hits_go_and_change(qapp: QApplication) -> None:
    model = table((1, "1"), (1, "2"), (2, "3"), (2, "4"))
    model.remove_rows([2, 0])
    assert texts(model) == ["2", "4"]
    model.exchange(1, (2, "5..6"))
    assert texts(model) == ["2", "5..6"]
    assert model.hit_at(1) == (2, "5..6")
    assert model.hit_at(2) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "SEQ ID NO"


def test_locations_keep_their_direction_in_a_mirrored_window(qapp: QApplication) -> None:
    model = table((1, "1..9"))
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert texts(model) == ["\u20661..9\u2069"]
    finally:
        qapp.setLayoutDirection(before)
    assert texts(model) == ["1..9"]
