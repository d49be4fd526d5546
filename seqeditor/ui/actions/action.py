"""Actions and menus whose words are looked up again when the language of the window changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from seqeditor.texts import _, say
from seqeditor.ui.qt.icons import icon

Keys = QKeySequence.StandardKey | str | None


class Action(QAction):
    """One thing the user can do, with its text as a message id."""

    def __init__(
        self,
        parent: QObject,
        text: str,
        slot: Callable[[], object],
        *,
        tip: str = "",
        picture: str = "",
        keys: Keys = None,
        only_within: QWidget | None = None,
    ) -> None:
        """Make an action; `only_within`: its keys count only while this widget has the focus."""
        super().__init__(parent)
        self._text = text
        self.setObjectName(plain(text))  # what it is called in the settings
        self._parameters: Mapping[str, str | int] = {}
        self._tip = tip
        self._picture = picture
        if keys is not None:
            self.setShortcuts(_sequences(keys))
        if only_within is not None:
            self.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            only_within.addAction(self)
        self.triggered.connect(lambda _checked=False: slot())
        self.retranslate()
        self.redraw()

    def say(self, text: str, parameters: Mapping[str, str | int] | None = None) -> None:
        """Bear another text."""
        self._text, self._parameters = text, parameters or {}
        self.retranslate()

    def retranslate(self) -> None:
        """Word the text and the tip in the language of the window."""
        self.setText(say(self._text, self._parameters))
        tip = _(self._tip) if self._tip else plain(self.text())
        keys = self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{tip} ({keys})" if keys else tip)

    def redraw(self) -> None:
        """Draw the icon in the colours of the window."""
        if self._picture:
            self.setIcon(icon(self._picture))


class Menu(QMenu):
    """A menu with its title as a message id."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self._title = title
        self.setToolTipsVisible(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Word the title in the language of the window."""
        self.setTitle(_(self._title))

    def add(self, *actions: QAction | QMenu | None) -> None:
        """Append actions and menus; None is a line between two groups."""
        for action in actions:
            if action is None:
                self.addSeparator()
            elif isinstance(action, QMenu):
                self.addMenu(action)
            else:
                self.addAction(action)


def plain(text: str) -> str:
    """Return a menu text without its accelerator and dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip(".…")


def _sequences(keys: QKeySequence.StandardKey | str) -> list[QKeySequence]:
    if isinstance(keys, str):
        return [QKeySequence(keys)]
    return QKeySequence.keyBindings(keys)
