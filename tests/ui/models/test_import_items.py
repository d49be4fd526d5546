from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from seqeditor.store.reports import TO_LOOK_AT, ItemRow
from seqeditor.ui.models.import_items import EXPLANATION, LOOKED, OLD, TO_CHECK, ImportItems

ROWS: list[ItemRow] = [
    ("dropped", "a", 7, "", "x" * 9_000, None, 0, 4, '"The name {name} goes."', '{"name": "n"}'),
    ("renamed", "b", None, "", None, None, TO_LOOK_AT, None, '["{count} u.", "{count} us."]', "{}"),
    ("decision", "c", 8, "", "o", "n", 0, None, "no JSON", "none"),
    ("unheard of", "d", None, "", None, None, 0, None, "7", "[]"),
]


def _model(marked: list[tuple[int, bool]]) -> ImportItems:
    def mark(position: int, looked_at: bool) -> bool:
        marked.append((position, looked_at))
        return True

    return ImportItems(lambda one: "" if one == 8 else str(one), mark)


def test_qt_finds_nothing_wrong_with_the_model(qtmodeltester: ModelTester) -> None:
    model = _model([])
    qtmodeltester.check(model)
    model.show_items(list(ROWS))
    qtmodeltester.check(model)
    model.choose("dropped")
    qtmodeltester.check(model)
    model.refresh()


def test_only_what_asks_for_it_is_ticked() -> None:
    marked: list[tuple[int, bool]] = []
    model = _model(marked)
    model.show_items(list(ROWS))
    model.choose(TO_CHECK)
    assert model.rowCount() == 2
    role = Qt.ItemDataRole.CheckStateRole
    assert model.setData(model.index(0, LOOKED), Qt.CheckState.Checked.value, role)
    assert marked == [(2, True)]
    assert model.count(TO_CHECK) == 1
    model.choose("")
    assert not model.setData(model.index(0, LOOKED), Qt.CheckState.Checked.value, role)


def test_damaged_rows_and_long_values_are_shown() -> None:
    model = _model([])
    model.show_items(list(ROWS))
    said = [model.index(n, EXPLANATION).data() for n in range(4)]
    assert said == ["The name n goes.", "{count} us.", "no JSON", "7"]
    assert len(model.index(0, OLD).data()) == 300
