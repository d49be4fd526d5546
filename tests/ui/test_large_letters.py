"""With the largest usual letters of a system (18 points) nothing is cut or off the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import settle
from tests.ui.test_reachable import OTHERS, full

__all__ = ["full"]

SMALL_SCREEN = 1280
_BUTTONS = (QPushButton, QCheckBox, QRadioButton)


@pytest.fixture(autouse=True)
def _large(qapp: QApplication) -> Iterator[None]:
    usual = QFont(qapp.font())
    large = QFont(usual)
    large.setPointSize(18)
    qapp.setFont(large)
    yield
    qapp.setFont(usual)


def cut(window: QWidget) -> list[str]:
    """Return the words of a window that have less room than they need."""
    buttons = [b for kind in _BUTTONS for b in window.findChildren(kind) if b.isVisible()]
    found = [b.text() for b in buttons if b.text() and b.width() < b.sizeHint().width()]
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            if label.height() < label.heightForWidth(label.width()):
                found.append(label.text())
        elif label.width() < label.sizeHint().width():
            found.append(label.text())
    return found


@pytest.mark.parametrize("name", OTHERS)
def test_the_words_of_every_dialog(name: str, full: MainWindow, qtbot: QtBot) -> None:
    dialog = OTHERS[name](full)
    dialog.open()
    settle(qtbot, full)
    found, size, room = cut(dialog), dialog.size(), dialog.screen().availableSize()
    dialog.reject()
    assert found == []
    assert size.height() <= room.height()


def test_the_window_fits_on_a_small_screen(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(3))
    settle(qtbot, window)
    assert window.minimumSizeHint().width() <= SMALL_SCREEN


def test_what_is_too_much_for_the_screen_scrolls_but_for_the_buttons(qtbot: QtBot) -> None:
    dialog = Dialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    for number in range(80):
        column.addWidget(QCheckBox(f"Choice {number}"))
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    column.addWidget(box)
    dialog.open()
    (area,) = dialog.findChildren(QScrollArea)
    last = dialog.findChildren(QCheckBox)[-1]
    assert dialog.height() <= dialog.screen().availableSize().height()
    assert area.isAncestorOf(last)
    assert not area.isAncestorOf(box)
    assert dialog.rect().contains(box.geometry())
    last.setFocus()
    assert area.verticalScrollBar().maximum() > 0
    dialog.reject()
