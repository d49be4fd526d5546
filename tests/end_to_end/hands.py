"""Mouse and keyboard at a window: menus, buttons, fields, lists, dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QMenu,
    QWidget,
)
from pytestqt.qtbot import QtBot

from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.organisms.line import OrganismLine

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton

D = TypeVar("D", bound=QDialog)


def plain(words: str) -> str:
    """Return the words of a button or menu without mnemonic, dots and keys."""
    return words.split("\t")[0].replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


class Hands:
    """What a person does at one window, whatever is shown in it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait for something that comes by itself."""
        self.qtbot.waitUntil(until, timeout=20_000)

    # -- menus, buttons, keys --------------------------------------------------------------------

    def come_forward(self) -> None:
        """Work in this window."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def focus(self, widget: QWidget) -> None:
        """Put the cursor into a part of the window."""
        if QApplication.activeWindow() is None:
            self.come_forward()  # without a screen, no window comes forward after a list closes
        widget.setFocus()

    def menu(self, title: str, *path: str) -> None:
        """Open a menu of the window with the mouse, and choose an entry by keyboard."""
        bar = self.window.menuBar()
        first = next(one for one in bar.actions() if plain(one.text()) == title)
        self.qtbot.mouseClick(bar, LEFT, pos=bar.actionGeometry(first).center())
        menu = first.menu()
        assert isinstance(menu, QMenu)
        for words in path:
            for entry in _way(menu, words):
                self.wait(menu.isVisible)
                assert entry.isEnabled(), (plain(entry.text()), "is not offered")
                menu.setActiveAction(entry)
                self.qtbot.keyClick(menu, Qt.Key.Key_Return)
                below = entry.menu()
                menu = below if isinstance(below, QMenu) else menu

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a widget, in its middle or at a point."""
        self.qtbot.mouseClick(widget, LEFT, pos=at if at is not None else widget.rect().center())

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Click the button that bears words: in a dialog of the window, or within a widget."""
        places: list[Any] = [within] if within is not None else self.dialogs()
        buttons = [b for one in places for b in one.findChildren(QAbstractButton)]
        found = [b for b in buttons if b.isVisible() and plain(b.text()) == words]
        assert found, (words, [plain(b.text()) for b in buttons if b.isVisible()])
        assert found[0].isEnabled(), (words, "cannot be pressed")
        self.click(found[0])

    def keys(self, widget: QWidget, text: str) -> None:
        """Type into what has the focus already; what is not ASCII comes by an input method."""
        for is_ascii, run in groupby(text, str.isascii):
            letters = "".join(run)
            if is_ascii:
                self.qtbot.keyClicks(widget, letters)
            else:
                composed = QInputMethodEvent()
                composed.setCommitString(letters)
                QApplication.sendEvent(widget, composed)

    def key(
        self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER
    ) -> None:
        """Press a key."""
        self.qtbot.keyClick(widget, key, modifier)

    def fill(self, field: QWidget, text: str) -> None:
        """Click into a field, and type in place of what is there."""
        self.click(field)
        self.key(field, Qt.Key.Key_A, CTRL)
        self.key(field, Qt.Key.Key_Delete)
        self.keys(field, text)
        if isinstance(field, OrganismLine) and field.completion.popup.isVisible():
            self.key(field.completion.popup, Qt.Key.Key_Escape)
            assert field.text() == text

    def choose(self, box: QComboBox, words: str) -> None:
        """Choose an entry of a closed list, as the arrow keys do."""
        box.setFocus()
        texts = [box.itemText(n) for n in range(box.count())]
        wanted = next((n for n, one in enumerate(texts) if plain(one) == words), None)
        assert wanted is not None, (words, texts)
        while box.currentIndex() != wanted:
            up = box.currentIndex() > wanted
            self.key(box, Qt.Key.Key_Up if up else Qt.Key.Key_Down)

    def check(self, box: QAbstractButton, *, on: bool = True) -> None:
        """Put a tick, or take it away."""
        if box.isChecked() is not on:
            box.setFocus()
            self.key(box, Qt.Key.Key_Space)
        assert box.isChecked() is on

    def press_check(self, within: QWidget, words: str) -> None:
        """Put a tick at a box that bears words."""
        boxes = within.findChildren(QAbstractButton)
        (box,) = [b for b in boxes if plain(b.text()) == words]
        self.check(box)

    def click_row(
        self, view: QAbstractItemView, row: int, modifier: Qt.KeyboardModifier = NO_MODIFIER
    ) -> None:
        """Click on a row of a table."""
        index = view.model().index(row, 0)
        view.scrollTo(index)
        rect: QRect = view.visualRect(index)
        assert rect.isValid(), (row, "is not there")
        self.qtbot.mouseClick(view.viewport(), LEFT, modifier, rect.center())

    # -- dialogs ---------------------------------------------------------------------------------

    def dialogs(self) -> list[QDialog]:
        """Return the dialogs on the screen."""
        top = QApplication.topLevelWidgets()
        return [one for one in top if isinstance(one, QDialog) and one.isVisible()]

    def dialog(self, kind: type[D]) -> D:
        """Return the dialog of a kind, once it is on the screen."""

        def shown() -> list[D]:
            return [one for one in self.dialogs() if isinstance(one, kind)]

        self.qtbot.waitUntil(lambda: bool(shown()), timeout=20_000)
        (found,) = shown()
        return found

    def close(self, dialog: QDialog) -> None:
        """Close a dialog by Escape."""
        self.key(dialog, Qt.Key.Key_Escape)
        self.qtbot.waitUntil(lambda: dialog not in self.dialogs())


def _way(menu: QMenu, words: str) -> list[QAction]:
    """Return the entries to be chosen one after the other to come to one, in submenus or not."""
    found = [way for way in _ways(menu) if plain(way[-1].text()) == words]
    assert found, (words, [plain(way[-1].text()) for way in _ways(menu)])
    return min(found, key=len)


def _ways(menu: QMenu) -> Iterator[list[QAction]]:
    for entry in menu.actions():
        if entry.isVisible() and not entry.isSeparator():
            yield [entry]
            below = entry.menu()
            if isinstance(below, QMenu):
                yield from ([entry, *way] for way in _ways(below))
