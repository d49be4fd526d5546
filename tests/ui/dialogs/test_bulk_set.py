from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from seqeditor.app.bulk_set import What
from seqeditor.app.document import Document
from seqeditor.domain.criteria import Criteria
from seqeditor.domain.sequence import skipped_sequence
from seqeditor.ui.actions.many import Many
from seqeditor.ui.dialogs.bulk_set import BulkSetDialog
from seqeditor.ui.dialogs.scope import ALL, NUMBERS, SELECTED, SHOWN
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import sequence, settle, the_dialog


@pytest.fixture
def four(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    made = windows.open(
        document(2, sequence("MKV", "AA"), skipped_sequence()),
    )
    settle(qtbot, made)
    return made


def opened(window: MainWindow) -> BulkSetDialog:
    next(one for one in window.commands.groups if isinstance(one, Many)).set.trigger()
    return the_dialog(BulkSetDialog)  # type: ignore[no-any-return]


def look(qtbot: QtBot, window: MainWindow, dialog: BulkSetDialog) -> list[list[str]]:
    dialog.look()
    qtbot.waitUntil(lambda: dialog._job is None, timeout=10_000)
    table = dialog.table
    return [
        [cell.text() for column in range(4) if (cell := table.item(row, column)) is not None]
        for row in range(table.rowCount())
    ]


def test_the_organism_of_all_is_set_after_a_look(four: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(four)
    assert not dialog.isModal()
    assert dialog.scope.scope == ALL
    qtbot.keyClicks(dialog.organism, "Mus musculus")
    dialog.organism.completion.popup.hide()
    assert look(qtbot, four, dialog) == [
        ["1", "Homo sapiens", "Mus musculus", ""],
        ["2", "Homo sapiens", "Mus musculus", ""],
        ["3", "Homo sapiens", "Mus musculus", ""],
        ["4", "", "", "It is intentionally skipped."],
    ]
    assert dialog.count.text() == (
        "3 sequences change. 1 does not fit and stays as it is; see the remark."
    )
    assert dialog.go.text() == "&Change 3 sequences"
    dialog.go.click()
    settle(qtbot, four)
    rows = four.signal.document.rows_of(four.signal.document.order.ids)
    assert [row.organism for row in rows] == ["Mus musculus"] * 3 + [""]
    assert four.edit_actions.undo.text() == "&Undo: 3 sequences changed"
    four.edit_actions.undo.trigger()
    settle(qtbot, four)
    rows = four.signal.document.rows_of(four.signal.document.order.ids)
    assert [row.organism for row in rows] == ["Homo sapiens"] * 3 + [""]


def test_the_sequences_meant_are_chosen(four: MainWindow, qtbot: QtBot) -> None:
    four.project.list.select_ids(four.project.model.ids[:2])
    dialog = opened(four)
    assert dialog.scope.scope == SELECTED
    assert len(dialog.scope.ids()) == 2
    dialog.scope.choose(SHOWN)
    four.project.list_filter.set_criteria(Criteria(numbers="3"))
    assert list(dialog.scope.ids()) == list(four.project.model.ids)
    assert len(dialog.scope.ids()) == 1
    dialog.scope.choose(NUMBERS)
    dialog.scope.numbers.setText("1-2")
    assert len(dialog.scope.ids()) == 2
    dialog.organism.setText("Mus musculus")
    dialog.scope.numbers.setText("x")
    look(qtbot, four, dialog)
    assert "“x”" in dialog.count.text()
    assert not dialog.go.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_feature_over_the_whole_length_is_added_and_a_qualifier_offers_its_values(
    four: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(four)
    dialog.kind.setCurrentIndex(dialog.kind.findData(What.ADD_FEATURE))
    dialog.key.setCurrentText("primer_bind")
    names = [dialog.name.itemText(n) for n in range(dialog.name.count())]
    assert "note" in names
    rows = look(qtbot, four, dialog)
    assert rows[0] == ["1", "", "primer_bind 1..30", ""]
    assert rows[2][3] == "primer_bind is no feature key for molecule type AA."
    dialog.kind.setCurrentIndex(dialog.kind.findData("mol_type"))
    values = [dialog.value.itemText(n) for n in range(dialog.value.count())]
    assert {"genomic DNA", "protein"} <= set(values)
    dialog.value.setEditText("other DNA")
    rows = look(qtbot, four, dialog)
    assert [row[2] for row in rows[:2]] == ["other DNA", "other DNA"]
    assert rows[2][3] == "“other DNA” is no mol_type for molecule type AA."
    dialog.close()


def test_what_is_edited_meanwhile_is_looked_at_again(four: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(four)
    dialog.organism.setText("Mus musculus")
    look(qtbot, four, dialog)
    assert dialog.go.isEnabled()
    four.signal.document.remove_sequences("Delete", [four.signal.document.order.id_at(1)])
    assert not dialog.go.isEnabled()
    assert len(look(qtbot, four, dialog)) == 3
    dialog.close()
    settle(qtbot, four)


def test_what_the_filter_leaves_is_meant_when_there_is_one(four: MainWindow) -> None:
    four.project.list_filter.set_criteria(Criteria(moltypes=("DNA",)))
    four.project.list.selectRow(0)
    dialog = opened(four)
    assert dialog.scope.scope == SHOWN
    assert dialog.scope.choice.currentText() == "2 sequences shown"
    dialog.close()
