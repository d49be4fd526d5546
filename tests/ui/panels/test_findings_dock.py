from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.ui.dialogs.changes import ChangesDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import press, sequence, settle, the_dialog

RULE = "seq-length-mismatch"


@pytest.fixture
def faulty(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    wrong = [replace(sequence(), written_length=str(n)) for n in (28, 29, 31)]
    window = windows.open(document(0, *wrong))
    settle(qtbot, window)
    return window


def choose(window: MainWindow, rule: str) -> None:
    panel = window.findings.panel
    for row in range(panel.model.rowCount()):
        kept = panel.model.kept(row)
        if kept is not None and kept.finding.rule == rule:
            panel.view.setCurrentIndex(panel.model.index(row, 0))
            return
    raise AssertionError(rule)


def mismatches(window: MainWindow) -> int:
    return len(window.signal.document.findings.of_rule(RULE))


def test_one_click_repairs_one(faulty: MainWindow, qtbot: QtBot) -> None:
    choose(faulty, RULE)
    faulty.findings.panel._repair.click()
    settle(qtbot, faulty)
    assert mismatches(faulty) == 2


def test_all_of_a_kind_are_shown_first_and_repaired_in_one_step(
    faulty: MainWindow, qtbot: QtBot
) -> None:
    choose(faulty, RULE)
    faulty.findings.panel._repair_all.click()
    dialog = the_dialog(ChangesDialog)
    assert dialog.table.rowCount() == 3
    assert [dialog.table.item(row, 0).text() for row in range(3)] == ["1", "2", "3"]
    assert mismatches(faulty) == 3
    dialog.copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 4
    press(dialog, "Repair")
    settle(qtbot, faulty)
    assert mismatches(faulty) == 0
    faulty.edit_actions.undo.trigger()
    settle(qtbot, faulty)
    assert mismatches(faulty) == 3


def test_a_preview_given_up_changes_nothing(faulty: MainWindow, qtbot: QtBot) -> None:
    choose(faulty, RULE)
    faulty.findings.panel._repair_all.click()
    press(the_dialog(ChangesDialog), "Cancel")
    settle(qtbot, faulty)
    assert mismatches(faulty) == 3
    assert faulty.signal.document.undo_step().label == "Add"  # type: ignore[union-attr]
