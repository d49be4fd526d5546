from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from seqeditor.app.clipboard import MIME
from seqeditor.app.document import Document
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import press, sequence, settle, the_dialog, visible_dialogs


def names(window: MainWindow) -> list[str]:
    document = window.signal.document
    return [row.name for row in document.rows_of(document.order.ids)]


def select(window: MainWindow, *rows: int) -> None:
    document = window.signal.document
    from array import array

    window.project.list.select_ids(array("q", [document.order.id_at(row) for row in rows]))
    window.project.list.setFocus()


def test_add_goes_after_the_current_sequence(window: MainWindow, qtbot: QtBot) -> None:
    select(window, 2)
    window.sequence_actions.add.trigger()
    assert names(window) == ["s1", "s2", "", "s3"]
    assert window.centre.editor.sequence_id == window.signal.document.order.id_at(3)
    settle(qtbot, window)


def test_insert_goes_before_the_current_sequence(window: MainWindow, qtbot: QtBot) -> None:
    select(window, 2)
    window.sequence_actions.insert.trigger()
    assert names(window) == ["s1", "", "s2", "s3"]
    settle(qtbot, window)


def test_a_new_sequence_has_the_molecule_type_of_its_neighbour(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(0, sequence("MKVLA", "AA")))
    window.sequence_actions.add.trigger()
    document_ = window.signal.document
    added = document_.sequence(document_.order.id_at(2))
    assert added.moltype == "AA"
    assert added.source is not None
    assert added.source.value("mol_type") == "protein"
    settle(qtbot, window)


def test_delete_takes_the_selected_out_and_stays_near(window: MainWindow, qtbot: QtBot) -> None:
    select(window, 2)
    window.sequence_actions.delete.trigger()
    assert names(window) == ["s1", "s3"]
    assert window.centre.editor.sequence_id == window.signal.document.order.id_at(2)
    assert "Delete a sequence" in window.edit_actions.undo.text()
    window.edit_actions.undo.trigger()
    assert names(window) == ["s1", "s2", "s3"]
    settle(qtbot, window)


def test_delete_by_its_key_only_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    select(window, 1)
    window.centre.editor.residues.setFocus()
    qtbot.keyClick(window.centre.editor.residues, Qt.Key.Key_Delete)
    assert names(window) == ["s1", "s2", "s3"]
    settle(qtbot, window)


def test_up_and_down_keep_the_selection(window: MainWindow, qtbot: QtBot) -> None:
    select(window, 3)
    assert not window.sequence_actions.down.isEnabled()
    window.sequence_actions.up.trigger()
    assert names(window) == ["s1", "s3", "s2"]
    window.sequence_actions.up.trigger()
    assert names(window) == ["s3", "s1", "s2"]
    assert not window.sequence_actions.up.isEnabled()
    window.sequence_actions.down.trigger()
    assert names(window) == ["s1", "s3", "s2"]
    settle(qtbot, window)


def test_several_move_together(window: MainWindow, qtbot: QtBot) -> None:
    select(window, 1, 2)
    window.sequence_actions.down.trigger()
    assert names(window) == ["s3", "s1", "s2"]
    assert window.project.list.selected_count() == 2
    settle(qtbot, window)


def test_nothing_moves_among_the_rows_of_a_filter(window: MainWindow, qtbot: QtBot) -> None:
    window.project.filter.setText("s2")
    window.project.filter_now()
    window.project.list.selectRow(0)
    assert not window.sequence_actions.up.isEnabled()
    assert window.sequence_actions.delete.isEnabled()
    settle(qtbot, window)


def test_skip_asks_before_residues_go(window: MainWindow, qtbot: QtBot) -> None:
    select(window, 2)
    window.sequence_actions.skip.trigger()
    press(the_dialog(QMessageBox), "Cancel")
    document = window.signal.document
    second = document.order.id_at(2)
    assert not document.sequence(second).is_skipped
    window.sequence_actions.skip.trigger()
    press(the_dialog(QMessageBox), "Skip")
    assert document.sequence(second).is_skipped
    editor = window.centre.editor
    assert editor.pages.currentWidget() is editor.skipped
    settle(qtbot, window)
    editor.skipped.button.click()
    assert not document.sequence(second).is_skipped
    assert editor.pages.currentWidget() is editor.splitter
    settle(qtbot, window)


def test_skipping_an_empty_sequence_asks_nothing_once_it_is_skipped(
    window: MainWindow, qtbot: QtBot
) -> None:
    select(window, 1)
    window.sequence_actions.skip.trigger()
    press(the_dialog(QMessageBox), "Skip")
    window.sequence_actions.skip.trigger()
    assert visible_dialogs() == []
    settle(qtbot, window)


def test_copied_sequences_come_whole_and_as_text(window: MainWindow, qtbot: QtBot) -> None:
    select(window, 1, 2)
    window.edit_actions.copy.trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat(MIME)
    assert data.text().count(">") == 2
    select(window, 3)
    window.edit_actions.paste.trigger()
    document = window.signal.document
    assert document.count() == 5
    first, fourth = (document.sequence(document.order.id_at(n)) for n in (1, 4))
    assert (fourth.residues, fourth.features) == (first.residues, first.features)
    assert window.project.list.selected_count() == 2
    settle(qtbot, window)


def test_cut_is_one_step(window: MainWindow, qtbot: QtBot) -> None:
    select(window, 1, 2)
    window.edit_actions.cut.trigger()
    assert names(window) == ["s3"]
    window.edit_actions.undo.trigger()
    assert names(window) == ["s1", "s2", "s3"]
    settle(qtbot, window)


@pytest.mark.parametrize(
    ("text", "moltype", "letters"),
    [
        ("1 ACGT acgt\n9 ttaa", "DNA", ["acgtacgtttaa"]),
        (">a\nacguacgu\n>b\nggcc", "RNA", ["acgtacgt", "ggcc"]),
        ("MKVLAAGIVQ", "AA", ["MKVLAAGIVQ"]),
    ],
)
def test_pasted_text_becomes_sequences_and_says_how_it_was_read(
    text: str,
    moltype: str,
    letters: list[str],
    windows: Windows,
    document: Callable[..., Document],
    qtbot: QtBot,
) -> None:
    window = windows.open(document())
    QGuiApplication.clipboard().setText(text)
    window.centre.empty.paste_asked.emit()
    one = window.signal.document
    found = [one.sequence(i) for i in one.order.ids]
    assert [s.residues.text() for s in found] == letters
    assert {s.moltype for s in found} == {moltype}
    assert moltype in window.centre.notice.text
    settle(qtbot, window)


def test_each_record_of_pasted_text_has_its_own_molecule_type(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document())
    QGuiApplication.clipboard().setText(">a\nACGTACGT\n>b\nMKVLAEQ\n>c\nacguacgu")
    window.centre.empty.paste_asked.emit()
    one = window.signal.document
    found = [one.sequence(i) for i in one.order.ids]
    assert [(s.moltype, s.residues.text()) for s in found] == [
        ("DNA", "acgtacgt"),
        ("AA", "MKVLAEQ"),
        ("RNA", "acgtacgt"),
    ]
    assert "DNA, AA, RNA" in window.centre.notice.text
    settle(qtbot, window)


def test_the_molecule_type_of_pasted_text_can_be_put_right_at_once(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document())
    QGuiApplication.clipboard().setText("gattaca")
    window.edit_actions.paste.trigger()
    buttons = {b.text(): b for b in window.centre.notice.findChildren(QPushButton)}
    buttons["They are AA"].click()
    one = window.signal.document
    made = one.sequence(one.order.id_at(1))
    assert (made.moltype, made.residues.text()) == ("AA", "GATTACA")
    assert made.source is not None
    assert made.source.value("mol_type") == "protein"
    assert window.centre.notice.isHidden()
    settle(qtbot, window)


def test_what_is_no_sequence_is_not_pasted(window: MainWindow, qtbot: QtBot) -> None:
    select(window, 1)
    QGuiApplication.clipboard().setText("12345 ---")
    window.edit_actions.paste.trigger()
    assert window.signal.document.count() == 3
    assert window.centre.notice.text
    data = QMimeData()
    data.setData(MIME, b"<Sequences><broken")
    QGuiApplication.clipboard().setMimeData(data)
    window.edit_actions.paste.trigger()
    the_dialog(QMessageBox).close()
    assert window.signal.document.count() == 3


def test_the_list_copies_as_a_table(window: MainWindow) -> None:
    select(window, 1, 3)
    window.edit_actions.copy_table.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["No.", "Type", "Length", "Organism", "Name"]
    assert lines[1].split("\t") == ["1", "DNA", "30", "Homo sapiens", "s1"]
    assert lines[2].split("\t")[0] == "3"
