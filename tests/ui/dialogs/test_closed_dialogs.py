"""A dialog that is closed hears nothing more of the document: it is gone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

import seqeditor.ui.dialogs
from seqeditor.app.document import Document
from seqeditor.domain.edits.sequence import set_name
from seqeditor.ui.actions.action import plain
from seqeditor.ui.windows import Windows
from tests.listings import coding, protein
from tests.ui.conftest import settle, the_dialog

DIALOGS = Path(seqeditor.ui.dialogs.__path__[0])
OPENED = (
    "Translate CDS",
    "Find Open Reading Frames",
    "Add Proteins for All CDS",
    "Modified Residues",
    "Set in many sequences",
)


@pytest.mark.parametrize("words", OPENED)
def test_an_edit_after_it_is_closed_is_heard_by_no_dialog(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot, words: str
) -> None:
    one = document(0, coding("2"), protein())
    window = windows.open(one)
    settle(qtbot, window)
    window.centre.editor.features.select_feature(1)
    groups = window.commands.groups
    actions = {
        plain(a.text()): a for g in groups for a in vars(g).values() if hasattr(a, "trigger")
    }
    actions[words].trigger()
    qtbot.keyClick(the_dialog(QDialog), Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # What is raised in a slot fails the test.
    one.apply("Rename", one.order.ids[:], lambda s: set_name(s, "other"))
    window.signal.busy_changed.emit(False)
    one.undo()
    settle(qtbot, window)


def test_no_dialog_leaves_a_function_with_what_outlives_it() -> None:
    """A method goes with its dialog; a lambda stays connected, and calls into what is gone."""
    outliving = re.compile(r"\bsignal\.\w+\.connect\(\s*lambda")
    found = [p.name for p in DIALOGS.glob("*.py") if outliving.search(p.read_text("utf-8"))]
    assert found == []
