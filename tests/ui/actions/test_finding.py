from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.finding_text import Where
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import Qualifier
from seqeditor.ui.actions import finding
from seqeditor.ui.actions.finding import Finding
from seqeditor.ui.dialogs import find_text
from seqeditor.ui.dialogs.find_text import FindDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import sequence, settle


@pytest.fixture
def noted(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    texts = ("promoter one, promoter two", "nothing", "PROMOTER")
    made = [
        add_feature(sequence(name=f"s{n}"), "misc_feature", "1..9", [Qualifier("note", text)])
        for n, text in enumerate(texts, 1)
    ]
    one = document(0, *made)
    one.apply_header("Edit", lambda h: replace(h, file_reference="promoters"))
    window = windows.open(one)
    settle(qtbot, window)
    return window


def group(window: MainWindow) -> Finding:
    return next(one for one in window.commands.groups if isinstance(one, Finding))


def opened(window: MainWindow, *, replacing: bool = True) -> FindDialog:
    actions = group(window)
    (actions.replace if replacing else actions.find).trigger()
    assert actions.dialog is not None
    return actions.dialog


def find(qtbot: QtBot, window: MainWindow, dialog: FindDialog, text: str) -> list[list[str]]:
    dialog.fields.text.setText(text)
    qtbot.keyClick(dialog.fields.text, Qt.Key.Key_Return)
    settle(qtbot, window)
    return rows(window)


def rows(window: MainWindow) -> list[list[str]]:
    model = group(window).results.model
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def notes(window: MainWindow) -> list[str | None]:
    document = window.signal.document
    return [document.sequence(i).features[1].value("note") for i in document.order.ids]


def test_what_is_found_stands_below_and_is_gone_through(noted: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(noted, replacing=False)
    assert not dialog.isModal()
    assert dialog.fields.replacement.isHidden()
    found = find(qtbot, noted, dialog, "promoter")
    assert [row[:3] for row in found] == [
        ["", "General information", "⟦promoter⟧s"],
        ["1", "misc_feature note", "⟦promoter⟧ one, promoter two"],
        ["1", "misc_feature note", "promoter one, ⟦promoter⟧ two"],
        ["3", "misc_feature note", "⟦PROMOTER⟧"],
    ]
    assert dialog.words.text() == "4 places found."
    assert noted.centre.pages.currentWidget() is noted.centre.form
    results = group(noted).results
    assert not results.isHidden()
    qtbot.keyClick(dialog.fields.text, Qt.Key.Key_Return)
    assert noted.centre.editor.sequence_id == noted.signal.document.order.id_at(1)
    group(noted).previous.trigger()
    group(noted).previous.trigger()
    assert noted.centre.editor.sequence_id == noted.signal.document.order.id_at(3)
    qtbot.mouseClick(
        results.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=results.table.visualRect(results.model.index(1, 1)).center(),
    )
    assert noted.centre.editor.sequence_id == noted.signal.document.order.id_at(1)
    results.select.click()
    selected = noted.project.list.selected_ids()
    assert [noted.signal.document.order.position(i) for i in selected] == [1, 3]
    dialog.close()


def test_one_is_replaced_then_all_others_as_one_step(noted: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(noted)
    dialog.fields.where[Where.HEADER].click()
    find(qtbot, noted, dialog, "promoter")
    dialog.fields.replacement.setText("x")
    assert [row[3] for row in rows(noted)] == [
        "x one, promoter two",
        "promoter one, x two",
        "x",
    ]
    dialog.replace.click()
    assert notes(noted) == ["x one, promoter two", "nothing", "PROMOTER"]
    assert len(rows(noted)) == 2
    dialog.replace_all.click()
    assert notes(noted) == ["x one, x two", "nothing", "x"]
    assert dialog.words.text() == "2 places replaced."
    assert noted.edit_actions.undo.text() == "&Undo: Replace in 2 places"
    settle(qtbot, noted)
    noted.edit_actions.undo.trigger()
    settle(qtbot, noted)
    assert notes(noted) == ["x one, promoter two", "nothing", "PROMOTER"]
    dialog.close()


def test_many_are_replaced_beside_the_window(
    noted: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find_text, "AT_ONCE", 0)
    dialog = opened(noted)
    find(qtbot, noted, dialog, "promoter")
    dialog.fields.replacement.setText("y")
    dialog.replace_all.click()
    settle(qtbot, noted)
    assert notes(noted) == ["y one, y two", "nothing", "y"]
    assert noted.signal.document.header.file_reference == "ys"
    dialog.close()


def test_expressions_fill_in_their_groups_and_faults_are_told(
    noted: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(noted)
    dialog.fields.is_expression.click()
    dialog.fields.match_case.click()
    find(qtbot, noted, dialog, "promoter (")
    assert dialog.words.text().startswith("This is no regular expression: ")
    assert len(find(qtbot, noted, dialog, r"promoter (\w+)")) == 2
    dialog.fields.replacement.setText(r"\2")
    assert dialog.words.text().startswith("This replacement cannot be read: ")
    dialog.replace_all.click()
    assert dialog.words.text().startswith("This replacement cannot be read: ")
    dialog.fields.replacement.setText("\x07")
    dialog.replace_all.click()
    assert notes(noted)[0] == "promoter one, promoter two"
    dialog.fields.replacement.setText(r"\1st")
    dialog.replace_all.click()
    assert notes(noted)[0] == "onest, twost"
    settle(qtbot, noted)
    dialog.close()


def test_an_edit_makes_the_next_search_look_anew(noted: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(noted, replacing=False)
    assert len(find(qtbot, noted, dialog, "nothing")) == 1
    second = noted.signal.document.order.id_at(2)
    noted.project.list.setFocus()
    noted.sequence_actions.delete.trigger()
    assert second not in noted.signal.document.order
    group(noted).results.go_to(0)
    settle(qtbot, noted)
    assert find(qtbot, noted, dialog, "nothing") == []
    assert dialog.words.text() == "Nothing was found."
    dialog.close()
    again = opened(noted)
    assert again.fields.text.text() == "nothing"
    again.close()


def test_residues_found_are_selected(noted: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(noted, replacing=False)
    for where, box in dialog.fields.where.items():
        box.setChecked(where is Where.RESIDUES)
    dialog.fields.scope.choose("numbers")
    dialog.fields.scope.numbers.setText("2")
    found = find(qtbot, noted, dialog, "GTACGT")
    assert found[0][:2] == ["2", "residues, 3"]
    selection = noted.centre.editor.residues.selection
    assert (selection.start, selection.end) == (3, 8)
    dialog.close()


def test_results_are_copied_as_a_table(noted: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(noted, replacing=False)
    find(qtbot, noted, dialog, "PROMOTER")
    dialog.close()
    results = group(noted).results
    results.table.selectRow(1)
    qtbot.keyClick(results.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 5
    assert lines[0].split("\t")[:3] == ["SEQ ID NO", "Place", "Text"]
    assert lines[4].split("\t")[:3] == ["3", "misc_feature note", "⟦PROMOTER⟧"]


def test_qt_finds_nothing_wrong_with_the_results(
    noted: MainWindow, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    dialog = opened(noted)
    find(qtbot, noted, dialog, "o")
    model = group(noted).results.model
    model.remove_rows([0, 2])
    qtmodeltester.check(model)
    assert finding.Finding.menu == "edit/find"
    dialog.close()


def test_results_in_the_selected_sequences_leave_them_selected(
    noted: MainWindow, qtbot: QtBot
) -> None:
    order = noted.signal.document.order
    noted.project.list.select_ids(order.ids[1:])
    dialog = opened(noted, replacing=False)
    dialog.fields.scope.choose("selected")
    found = find(qtbot, noted, dialog, "o")
    assert {row[0] for row in found} == {"", "2", "3"}
    group(noted).go_on(1)
    assert noted.centre.editor.sequence_id == order.id_at(2)
    assert noted.project.list.selected_count() == 2
    dialog.close()
