"""Every action, in every state of a window: nothing fails, cancel changes nothing, undo undoes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import Qualifier, Sequence, skipped_sequence
from seqeditor.texts import N_
from seqeditor.ui.actions.every_action import Entry, entries
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.app.conftest import content
from tests.ui.conftest import sequence, settle

LEFT_OUT = ("New", "Open", "Close", "Quit")
AFTERWARDS = ("Undo", "Redo")
"""What ends or begins a window, and what is tried after each action."""

FEWEST = 15
"""Actions that are there in every state; a test that tries none proves nothing."""

CODING = "atgaaagtgctggcgaaagtgctggcgtaa"
LONG = "A name that is far too long for any column " * 12


def _coding(name: str = "") -> Sequence:
    made = sequence(CODING, name=name)
    return add_feature(made, "CDS", "1..30", [Qualifier("translation", "MKVLAKVLA")])


STATES: dict[str, tuple[Sequence, ...]] = {
    "empty": (),
    "skipped": (skipped_sequence(),),
    "coding": (_coding(LONG), sequence("MKVLAKVLA", "AA"), skipped_sequence()),
}


def _leave_dialogs() -> int:
    """Close what asks for something, as Escape does; return how much there was."""
    left = 0
    for _round in range(6):
        open_ones = [w for w in QApplication.topLevelWidgets() if _is_asking(w)]
        if not open_ones:
            break
        left += len(open_ones)
        for one in open_ones:
            if isinstance(one, QDialog):
                one.reject()
            else:
                one.close()
        _rest()
    return left


def _is_asking(widget: QWidget) -> bool:
    return widget.isVisible() and not isinstance(widget, MainWindow) and widget.isWindow()


def _rest() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _wanted(entry: Entry) -> bool:
    known = entry.text.rstrip("…") in LEFT_OUT or entry.text.startswith(AFTERWARDS)
    return bool(entry.name) and not known


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("reading", [False, True], ids=["editing", "reading"])
def test_every_action(
    windows: Windows,
    document: Callable[..., Document],
    answer_file_dialog: Callable[[Path | None], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    state: str,
    *,
    reading: bool,
) -> None:
    answer_file_dialog(None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    one = document(0, *STATES[state])
    if reading:
        one.read_only = N_("The project is open elsewhere.")
    window = windows.open(one)
    settle(qtbot, window)
    faults: list[tuple[str, str]] = []
    tried = 0
    for name in [entry.name for entry in entries(window) if _wanted(entry)]:
        window.project.list.selectAll()
        _rest()
        action = next((e.action for e in entries(window) if e.name == name), None)
        if action is None or not action.isEnabled():
            continue
        before, step = content(one), one.undo_step()
        tried += 1
        action.trigger()
        _rest()
        asked = _leave_dialogs()
        settle(qtbot, window)
        _leave_dialogs()
        if content(one) == before and one.undo_step() == step:
            continue
        if asked or reading:
            faults.append((name, "changed though cancelled"))
        for _step in range(9):
            if one.undo_step() != step:
                one.undo()
        settle(qtbot, window)
        if content(one) != before:
            faults.append((name, "undo does not bring back what was there"))
    assert (faults, tried >= FEWEST) == ([], True)
