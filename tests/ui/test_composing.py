"""Composing by an input method (Japanese, Chinese, Korean, dead keys) in each kind of field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.ui.features.cells import VALUE
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.panels.header_fields import Field
from seqeditor.ui.windows import Windows
from tests.ui.conftest import sequence, settle

WORD = "\u914d\u5217"
"""Japanese for sequence, composed from five keys."""


@pytest.fixture
def full(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    plain = sequence()
    noted = Feature("misc_feature", "1..12", (Qualifier("note", "old"),))
    made = windows.open(document(0, replace(plain, features=(*plain.features, noted))))
    made.show()
    settle(qtbot, made)
    made.project.show_sequence(made.desk.document.order.id_at(1))
    return made


def compose(widget: QWidget, *steps: str) -> None:
    for text in steps:
        QCoreApplication.sendEvent(widget, QInputMethodEvent(text, []))


def commit(widget: QWidget, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


def header_line(window: MainWindow) -> QLineEdit:
    window.commands.view.places[0].trigger()
    return next(f.line for f in window.desk.information.findChildren(Field) if not f.text())


def value_field(window: MainWindow) -> QWidget:
    tree = window.desk.editor.features.tree
    feature = tree.model().index(1, 0)
    cell = tree.model().index(0, VALUE, feature)
    tree.setCurrentIndex(cell)
    tree.edit(cell)
    field = tree.indexWidget(cell)
    assert field is not None
    return field


def list_filter(window: MainWindow) -> QWidget:
    return window.project.list_filter.line


def name_of_sequence(window: MainWindow) -> QWidget:
    return window.desk.editor.head.name


FIELDS: dict[str, Callable[[MainWindow], QWidget]] = {
    "general information": header_line,
    "value of a qualifier": value_field,
    "filter of the list": list_filter,
    "name of the sequence": name_of_sequence,
    "organism": lambda window: window.desk.editor.head.organism,
}


def text_of(field: Any) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return str(field.text())


def refresh(window: MainWindow) -> None:
    """Do what comes by itself while somebody types: the live check, and edits elsewhere."""
    document = window.desk.document
    window.live.check_now()
    document.apply("Set the name", [document.order.id_at(1)], lambda s: replace(s, note="seen"))
    document.apply_header("Set", lambda header: replace(header, dtd_version="V1_3"))
    window.live.check_now()


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_composed_is_there_once(name: str, full: MainWindow, qtbot: QtBot) -> None:
    field = FIELDS[name](full)
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    compose(field, "\u306f", "\u306f\u3044", "\u306f\u3044\u308c\u3064")
    assert "\u306f" not in text_of(field), "what is composed is no text yet"
    commit(field, WORD)
    assert text_of(field) == WORD


@pytest.mark.parametrize("name", FIELDS)
def test_what_comes_meanwhile_does_not_end_the_composing(
    name: str, full: MainWindow, qtbot: QtBot
) -> None:
    field = FIELDS[name](full)
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    compose(field, "\u306f", "\u306f\u3044")
    refresh(full)
    compose(field, "\u306f\u3044\u308c\u3064")
    settle(qtbot, full)
    commit(field, WORD)
    assert text_of(field) == WORD
    refresh(full)
    assert text_of(field) == WORD


def test_residues_take_what_is_committed_once_and_nothing_before(
    full: MainWindow, qtbot: QtBot
) -> None:
    view = full.desk.editor.residues
    document = full.desk.document
    sequence_id = document.order.id_at(1)
    before = document.sequence(sequence_id).residues.text()
    view.setFocus()
    view.go_to(1)
    compose(view, "g", "ga")
    assert document.sequence(sequence_id).residues.text() == before
    refresh(full)
    commit(view, "ga")
    assert document.sequence(sequence_id).residues.text() == "ga" + before


def test_the_palette_searches_for_what_is_committed(full: MainWindow, qtbot: QtBot) -> None:
    from seqeditor.ui.actions.every_action import entries
    from seqeditor.ui.dialogs.palette import CommandPalette

    palette = CommandPalette(entries(full), lambda _number: None, full)
    palette.show()
    line = palette.findChildren(QLineEdit)[0]
    compose(line, "u", "un")
    commit(line, "undo")
    assert line.text() == "undo"
    palette.close()


def test_a_field_knows_where_its_cursor_is(full: MainWindow) -> None:
    for make in FIELDS.values():
        field = make(full)
        assert field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        assert not field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).isNull()
