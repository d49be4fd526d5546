from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from seqeditor.domain.edits.general_information import set_field
from seqeditor.domain.edits.sequence import set_name
from seqeditor.store.workingcopy import Step
from seqeditor.ui.actions.edit_actions import step_label
from seqeditor.ui.main_window import MainWindow
from tests.ui.conftest import settle


def test_undo_and_redo_say_what_they_will_do(window: MainWindow, qtbot: QtBot) -> None:
    document = window.signal.document
    document.copy.mark_saved()
    document.apply("Rename the sequence", [document.order.id_at(1)], partial(set_name, name="x"))
    undo, redo = window.edit_actions.undo, window.edit_actions.redo
    assert undo.text() == "&Undo: Rename the sequence"
    assert not redo.isEnabled()
    undo.trigger()
    assert redo.text() == "&Redo: Rename the sequence"
    assert redo.isEnabled()
    redo.trigger()
    assert document.sequence(document.order.id_at(1)).name == "x"
    settle(qtbot, window)


def test_nothing_is_asked_of_a_document_at_work(window: MainWindow, qtbot: QtBot) -> None:
    document, signal = window.signal.document, window.signal
    document.apply("Rename the sequence", [document.order.id_at(1)], partial(set_name, name="x"))
    settle(qtbot, window)
    asked: list[str] = []
    signal.set_busy(True)
    try:
        document.copy.connection.set_trace_callback(asked.append)
        window.edit_actions.refresh()
        window.project._count_records()
        window.centre.snapshots.refresh()
        document.copy.connection.set_trace_callback(None)
        assert not window.edit_actions.undo.isEnabled()
    finally:
        signal.set_busy(False)
    assert asked == []
    assert window.edit_actions.undo.isEnabled()
    settle(qtbot, window)


def test_the_name_of_a_field_in_a_label_is_worded_too() -> None:
    step = Step(1, "Change {field}", {"field": "Filing date"}, True)
    assert step_label(step) == "Change Filing date"
    assert step_label(Step(1, "Import of {file}", {"file": "{field}.xml"}, True)) == (
        "Import of {field}.xml"
    )


def test_undo_takes_over_what_is_being_typed_first(window: MainWindow, qtbot: QtBot) -> None:
    name = window.centre.editor.head.name
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "typed")
    window.edit_actions.undo.trigger()
    document = window.signal.document
    assert document.sequence(document.order.id_at(1)).name == "s1"
    assert name.text() == "s1"
    window.edit_actions.redo.trigger()
    assert document.sequence(document.order.id_at(1)).name == "typed"
    settle(qtbot, window)


def test_the_clipboard_belongs_to_what_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    actions = window.edit_actions
    residues = window.centre.editor.residues
    window.project.list.setFocus()
    assert actions.copy.isEnabled()
    residues.setFocus()
    assert not actions.copy.isEnabled()
    residues.select(1, 4)
    assert actions.copy.isEnabled()
    actions.copy.trigger()
    assert QGuiApplication.clipboard().text() == "acgt"
    actions.cut.trigger()
    assert residues.length == 26
    actions.paste.trigger()
    assert residues.length == 30
    name = window.centre.editor.head.name
    name.setFocus()
    actions.paste.trigger()
    assert "acgt" in name.text()
    settle(qtbot, window)


def test_select_all_selects_where_the_focus_is(window: MainWindow) -> None:
    window.project.list.setFocus()
    window.edit_actions.select_all.trigger()
    assert window.project.list.selected_count() == 3
    window.centre.editor.residues.setFocus()
    window.edit_actions.select_all.trigger()
    assert window.centre.editor.residues.selection.size == 30


def test_find_goes_to_the_filter_and_enter_to_the_list(window: MainWindow, qtbot: QtBot) -> None:
    window.edit_actions.find.trigger()
    filter_ = window.project.filter
    assert filter_.hasFocus()
    qtbot.keyClicks(filter_, "s3")
    qtbot.keyClick(filter_, Qt.Key.Key_Return)
    assert window.project.model.rowCount() == 1
    assert window.project.list.hasFocus()
    assert window.project.list.current_id() == window.signal.document.order.id_at(3)
    window.project.clear_filter()
    assert window.project.model.rowCount() == 3


def test_a_step_of_the_form_is_undone_from_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    window.project.choose(0)
    window.signal.document.apply_header(
        "Change {field}",
        partial(set_field, path=("file_reference",), text="AB1"),
        arguments={"field": "Applicant file reference"},
    )
    assert window.edit_actions.undo.text() == "&Undo: Change Applicant file reference"
    window.edit_actions.undo.trigger()
    assert window.signal.document.header.file_reference is None
    settle(qtbot, window)
