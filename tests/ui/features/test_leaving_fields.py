"""What is being typed into a field of the feature table stays with the sequence it is for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import Qualifier
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import sequence, settle

NOTE = ("features", 1, "qualifiers", 0, "value")


@pytest.fixture
def two(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    made = [
        add_feature(sequence(name=f"s{n}"), "misc_feature", "1..9", [Qualifier("note", text)])
        for n, text in enumerate(("one", "two"), 1)
    ]
    window = windows.open(document(0, *made))
    settle(qtbot, window)
    window.project.show_sequence(window.signal.document.order.id_at(1))
    window.centre.editor.focus_place(NOTE)
    return window


def notes(window: MainWindow) -> list[str | None]:
    document = window.signal.document
    return [document.sequence(i).features[1].value("note") for i in document.order.ids]


def typed(window: MainWindow, text: str) -> None:
    field = QApplication.focusWidget()
    while field is not None and not isinstance(field, QPlainTextEdit):
        inner = field.findChild(QPlainTextEdit)
        field = inner if inner is not None else field.parentWidget()
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText(text)


def test_a_field_open_for_a_sequence_that_goes_writes_into_no_other(
    two: MainWindow, qtbot: QtBot
) -> None:
    first = two.signal.document.order.id_at(1)
    two.signal.document.remove_sequences("Delete", [first])
    settle(qtbot, two)
    two.project.list.setFocus()
    settle(qtbot, two)
    assert notes(two) == ["two"]


def test_what_is_typed_is_taken_over_when_another_sequence_is_shown(
    two: MainWindow, qtbot: QtBot
) -> None:
    typed(two, "changed")
    two.project.show_sequence(two.signal.document.order.id_at(2))
    settle(qtbot, two)
    assert notes(two) == ["changed", "two"]
