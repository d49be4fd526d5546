from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.criteria import Criteria
from seqeditor.domain.edits.features import set_location
from seqeditor.domain.edits.residues import replace_residues
from seqeditor.domain.sequence import Sequence
from seqeditor.store.choosing import Sort
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.models.sequence_table import Column
from seqeditor.ui.panels import project
from seqeditor.ui.windows import Windows
from tests.ui.conftest import sequence, settle


@pytest.fixture
def five(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    made = windows.open(
        document(
            0,
            sequence("a" * 12, name="one"),
            sequence("MKV", "AA", "two"),
            sequence("c" * 30, name="three"),
            sequence("a" * 12, name="four"),
            sequence("g" * 20, "RNA", "five"),
        )
    )
    settle(qtbot, made)
    return made


def shown(window: MainWindow) -> list[int]:
    order = window.signal.document.order
    return [order.position(i) for i in window.project.model.ids]


def chips(window: MainWindow) -> list[QToolButton]:
    box = window.project.list_filter.chips
    return [one for one in box.findChildren(QToolButton) if not one.isHidden()]


def click_head(qtbot: QtBot, window: MainWindow, column: Column) -> None:
    header = window.project.list.horizontalHeader()
    place = header.viewport().rect().center()
    place.setX(header.sectionViewportPosition(column) + header.sectionSize(column) // 3)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_criteria_are_chosen_beside_the_list_and_shown_as_chips(
    five: MainWindow, qtbot: QtBot
) -> None:
    panel = five.project.list_filter
    panel.button.click()
    dialog = panel.dialog
    assert dialog is not None
    assert not dialog.isModal()
    dialog.moltypes["DNA"].click()
    dialog.duplicates.click()
    five.project.filter_now()
    assert shown(five) == [1, 4]
    assert [one.text() for one in chips(five)] == ["DNA", "Duplicates"]
    assert panel.shown.text() == dialog.count.text() == "2 of 5 shown"
    chips(five)[1].click()
    assert shown(five) == [1, 3, 4]
    assert not dialog.duplicates.isChecked()
    dialog.longest.setValue(15)
    five.project.filter_now()
    assert shown(five) == [1, 4]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    five.project.clear_filter()
    assert shown(five) == [1, 2, 3, 4, 5]
    assert chips(five) == []


def test_numbers_that_cannot_be_read_are_told_and_the_list_stays(five: MainWindow) -> None:
    panel = five.project.list_filter
    panel.set_criteria(Criteria(numbers="2-3"))
    assert shown(five) == [2, 3]
    panel.set_criteria(Criteria(numbers="two"))
    assert shown(five) == [2, 3]
    assert panel.fault.text() == ("“two” is no number and no range. Write numbers like 1-20, 35.")
    panel.clear()
    assert panel.fault.isHidden()


def test_a_filter_is_kept_renamed_and_deleted(five: MainWindow, qtbot: QtBot) -> None:
    panel = five.project.list_filter
    panel.open_dialog()
    dialog = panel.dialog
    assert dialog is not None
    dialog.moltypes["AA"].click()
    qtbot.keyClicks(dialog.saved.lineEdit(), "proteins")
    dialog.save.click()
    panel.clear()
    panel._fill_menu()
    assert next(a.text() for a in panel.menu.actions()) == "proteins"
    panel.menu.actions()[0].trigger()
    assert shown(five) == [2]
    dialog.saved.setEditText("peptides")
    dialog.rename.click()
    assert [dialog.saved.itemText(n) for n in range(dialog.saved.count())] == ["peptides"]
    dialog.delete.click()
    assert dialog.saved.count() == 0
    dialog.close()


def test_a_click_on_a_head_sorts_the_view_only(five: MainWindow, qtbot: QtBot) -> None:
    header = five.project.list.horizontalHeader()
    order = list(five.signal.document.order.ids)
    click_head(qtbot, five, Column.LENGTH)
    assert shown(five) == [2, 1, 4, 5, 3]
    assert header.isSortIndicatorShown()
    assert [one.text() for one in chips(five)] == ["Shown by Length"]
    assert not five.sequence_actions.up.isEnabled()
    click_head(qtbot, five, Column.LENGTH)
    assert shown(five) == [3, 5, 1, 4, 2]
    assert list(five.signal.document.order.ids) == order
    chips(five)[0].click()
    assert shown(five) == [1, 2, 3, 4, 5]
    assert not header.isSortIndicatorShown()


def test_what_is_added_while_the_view_is_sorted_finds_its_place(
    five: MainWindow, qtbot: QtBot
) -> None:
    five.project.list_filter.set_sort(Sort("length"))
    _change, ids = five.signal.document.insert_sequences("Add", 1, [sequence("a" * 15)])
    qtbot.waitUntil(lambda: len(five.project.model.ids) == 6)
    assert list(five.project.model.ids).index(ids[0]) == 3
    five.signal.document.insert_sequences("Add", 1, [sequence("a" * 16)])
    assert five.project.show_sequence(five.signal.document.order.id_at(1))
    settle(qtbot, five)


def test_filter_and_order_are_found_beside_the_window_in_large_listings(
    five: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project, "SEARCH_AT_ONCE", 1)
    five.project.list_filter.set_criteria(Criteria(moltypes=("DNA",)))
    five.project.list_filter.set_sort(Sort("name"))
    settle(qtbot, five)
    assert shown(five) == [4, 1, 3]
    five.project.list_filter.set_criteria(Criteria(numbers="x"))
    settle(qtbot, five)
    assert not five.project.list_filter.fault.isHidden()
    assert shown(five) == [4, 1, 3]


def test_the_selection_is_inverted(five: MainWindow) -> None:
    list_ = five.project.list
    list_.select_ids(five.project.model.ids[1:3])
    list_.invert_selection()
    assert list(list_.selected_ids()) == [five.project.model.ids[n] for n in (0, 3, 4)]
    list_.invert_selection()
    assert list(list_.selected_ids()) == list(five.project.model.ids[1:3])


def test_the_filter_follows_edits_and_keeps_what_is_selected(
    five: MainWindow, qtbot: QtBot
) -> None:
    document, panel = five.signal.document, five.project
    first, third, fourth = (document.order.id_at(n) for n in (1, 3, 4))
    panel.list_filter.set_criteria(Criteria(longest=15))
    assert shown(five) == [1, 2, 4]
    panel.list.show_id(first)

    def grow(one: Sequence) -> Sequence:
        return replace_residues(one, 1, 0, "ggggg")

    document.apply("Grow", [first, fourth], grow)
    qtbot.waitUntil(lambda: shown(five) == [1, 2])
    assert panel.list.current_id() == first
    assert panel.list_filter.shown.text().startswith("2 of 5 shown\n1 of them is selected but")
    panel.list.selectRow(1)
    qtbot.waitUntil(lambda: shown(five) == [2])
    assert panel.list_filter.shown.text() == "1 of 5 shown"
    document.undo()
    qtbot.waitUntil(lambda: shown(five) == [1, 2, 4])
    document.apply("Shrink", [third], lambda one: replace_residues(one, 1, 20, ""))
    qtbot.waitUntil(lambda: shown(five) == [1, 2, 3, 4])
    settle(qtbot, five)


def test_a_filter_of_findings_follows_what_is_found(five: MainWindow, qtbot: QtBot) -> None:
    document, panel = five.signal.document, five.project
    panel.list_filter.set_criteria(Criteria(findings="error"))
    assert shown(five) == [2]
    last = document.order.id_at(5)
    document.apply("Break", [last], lambda one: set_location(one, 0, "1..999"))
    qtbot.waitUntil(lambda: shown(five) == [2, 5])
    settle(qtbot, five)
