"""Nonsense typed into every field of every dialog stays there, is told of, and harms nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.ui.actions.every_action import Entry, entries
from seqeditor.ui.dialogs.next_filing import NextFilingDialog
from seqeditor.ui.dialogs.rearranging import RangeDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.app.conftest import content
from tests.ui.audit import others
from tests.ui.conftest import sequence, settle, the_dialog

LEFT_OUT = ("New", "Open", "Close", "Quit", "Undo", "Redo")
"""What opens or closes windows, or takes the sequences away."""

NONSENSE = ("-1", "9" * 20, "\u2603", "q" * 10_000, "1..", "")

CDS = Feature("CDS", "1..12", (Qualifier("translation", "TYVR"),))


@pytest.fixture
def full(
    windows: Windows,
    document: Callable[..., Document],
    qtbot: QtBot,
    answer_file_dialog: Callable[[Path | None], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    """Return a window on nucleotides with a CDS, and a protein."""
    answer_file_dialog(None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    plain = sequence()
    coding = replace(plain, features=(*plain.features, CDS))
    made = windows.open(document(2, coding, sequence("MKVLAA", "AA")))
    settle(qtbot, made)
    return made


def _show_coding(window: MainWindow) -> None:
    window.project.show_sequence(window.desk.document.order.id_at(3))
    tree = window.desk.editor.features.tree
    tree.setCurrentIndex(tree.model().index(1, 0))


def _show_protein(window: MainWindow) -> None:
    window.project.show_sequence(window.desk.document.order.id_at(4))


STATES: dict[str, Callable[[MainWindow], object]] = {
    "nucleotides": _show_coding,
    "protein": _show_protein,
}


def _fields(dialog: QWidget) -> Iterator[QLineEdit | QPlainTextEdit]:
    found: list[QLineEdit | QPlainTextEdit] = [
        *dialog.findChildren(QLineEdit),
        *dialog.findChildren(QPlainTextEdit),
    ]
    for field in found:
        is_number = isinstance(field.parentWidget(), QAbstractSpinBox)
        if not field.isReadOnly() and not is_number and field.isVisibleTo(dialog):
            yield field


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _type(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Put a text in as a user does: over what is there, all at once."""
    field.selectAll()
    if isinstance(field, QLineEdit):
        field.insert(text)
        field.textEdited.emit(field.text())
    else:
        field.insertPlainText(text)


def _rest() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _leave() -> None:
    for _round in range(6):
        for dialog in others():
            dialog.reject()
        _rest()


def _wanted(entry: Entry) -> bool:
    return bool(entry.name) and not entry.text.startswith(LEFT_OUT)


@pytest.mark.parametrize("state", STATES)
def test_nonsense_stays_and_changes_nothing(state: str, full: MainWindow, qtbot: QtBot) -> None:
    faults: list[str] = []
    tried: set[str] = set()
    document = full.desk.document
    before = content(document)
    for name in [entry.name for entry in entries(full) if _wanted(entry)]:
        STATES[state](full)
        entry = next((e for e in entries(full) if e.name == name), None)
        if entry is None or not entry.action.isEnabled():
            continue
        entry.action.trigger()
        settle(qtbot, full)
        for dialog in others():
            for text in NONSENSE:
                for field in list(_fields(dialog)):
                    tried.add(f"{type(dialog).__name__} {field.accessibleName()}")
                    _type(field, text)
                    _rest()
                    if _text(field) != text:
                        faults.append(f"{name} {field.accessibleName()}: {_text(field)[:40]!r}")
        settle(qtbot, full)
        _leave()
        for _step in range(9):
            if content(document) == before:
                break
            document.undo()
        settle(qtbot, full)
    assert faults == []
    assert len(tried) > 15


def _trigger(window: MainWindow, text: str) -> None:
    entry = next(e for e in entries(window) if e.text.startswith(text))
    entry.action.trigger()


@pytest.mark.parametrize("which", ["Delete range", "Skip range", "Move to position"])
@pytest.mark.parametrize("text", ["\u2603", "9" * 20, "q" * 10_000, "900..", ""])
def test_enter_in_a_range_that_names_nothing_leaves_it_open(
    which: str, text: str, full: MainWindow, qtbot: QtBot
) -> None:
    before = content(full.desk.document)
    _trigger(full, which)
    dialog = the_dialog(RangeDialog)
    qtbot.waitUntil(dialog.line.hasFocus)
    _type(dialog.line, text)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert (dialog.isVisible(), dialog.line.text()) == (True, text)
    assert not dialog.go.isEnabled()
    assert 0 < len(dialog.hint.text()) < 400
    assert content(full.desk.document) == before
    dialog.reject()


def test_a_date_that_is_none_keeps_the_next_filing_waiting(full: MainWindow) -> None:
    begun: list[object] = []
    header = full.desk.document.header
    dialog = NextFilingDialog(header, full, lambda *told: begun.append(told), keeps=False)
    dialog.open()
    dialog.reference.line.setText("REF-2")
    assert dialog.hint.text() == ""
    dialog.filing_date.line.setText("32.1.2024")
    dialog.accept()
    assert dialog.isVisible()
    assert "32.1.2024" in dialog.hint.text()
    assert begun == []
    dialog.filing_date.line.setText("2024-01-31")
    dialog.accept()
    assert len(begun) == 1
