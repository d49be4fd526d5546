"""What a window must have for those who use it by keyboard or hear it read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QDockWidget,
    QGroupBox,
    QHeaderView,
    QLabel,
    QMenu,
    QMenuBar,
    QPushButton,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QTabWidget,
    QWidget,
)

_PARTS = (QHeaderView, QScrollBar, QTabBar, QSplitterHandle, QMenu)
"""Parts of a control that Qt itself tells of."""

_WHOLES = (QAbstractSpinBox, QComboBox, QCalendarWidget)


def nameless(window: QWidget) -> list[str]:
    """Return the controls that take the focus and that a screen reader has no name for."""
    return [_place(w, window) for w in _focusable(window) if not spoken_name(w)]


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader says of a control: its name, its text or that of its label."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name).strip() if found is not None else ""


def _focusable(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(widget, _PARTS):
            continue
        if widget.window() is not window and not isinstance(widget.window(), QDockWidget):
            continue  # a window of its own, looked at by itself
        if widget.objectName().startswith("qt_") or _is_part(widget):
            continue
        if widget.isHidden() and isinstance(widget, QLabel | QAbstractButton):
            continue  # it is given its words when it is shown
        if isinstance(widget, QLabel) and not widget.text():
            continue
        yield widget


def _is_part(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, _WHOLES):
            return True
        above = above.parentWidget()
    return False


def _place(widget: QWidget, window: QWidget) -> str:
    names = [type(widget).__name__]
    above = widget.parentWidget()
    while above is not None and above is not window:
        names.append(type(above).__name__)
        above = above.parentWidget()
    return " < ".join(names)


def doubled_mnemonics(window: QWidget) -> list[str]:
    """Return the letters that Alt would bring to two places of a window at once."""
    texts = [text for w in window.findChildren(QWidget) if _seen(w, window) for text in _texts(w)]
    letters = Counter(m for text in texts if (m := QKeySequence.mnemonic(text).toString()))
    return [f"{m}: {[t for t in texts if _has(t, m)]}" for m, n in letters.items() if n > 1]


def doubled_in_menu(menu: QMenu) -> list[str]:
    """Return the letters that bring to two entries of a menu, those of its submenus too."""
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    letters = Counter(m for text in texts if (m := QKeySequence.mnemonic(text).toString()))
    found = [f"{m}: {[t for t in texts if _has(t, m)]}" for m, n in letters.items() if n > 1]
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += doubled_in_menu(inner)
    return found


def _has(text: str, mnemonic: str) -> bool:
    return QKeySequence.mnemonic(text).toString() == mnemonic


def _seen(widget: QWidget, window: QWidget) -> bool:
    return widget.isVisibleTo(window) and widget.window() is window


def _texts(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel):
        return [widget.text()] if widget.buddy() is not None else []
    if isinstance(widget, QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QGroupBox):
        return [widget.title()]
    if isinstance(widget, QMenuBar):
        return [action.text() for action in widget.actions()]
    if isinstance(widget, QTabWidget):
        return [widget.tabText(n) for n in range(widget.count())]
    return []


def without_default(dialog: QDialog) -> list[str]:
    """Return the buttons of a dialog none of which Enter presses; [] where one is."""
    buttons = [b for b in dialog.findChildren(QPushButton) if _seen(b, dialog)]
    if not buttons or any(button.isDefault() for button in buttons):
        return []
    return [button.text() for button in buttons]


def faults_of(dialog: QWidget) -> list[str]:
    """Return all that is missing in a window or a dialog."""
    found = [f"no name: {one}" for one in nameless(dialog)]
    found += [f"doubled letter {one}" for one in doubled_mnemonics(dialog)]
    if isinstance(dialog, QDialog):
        found += [f"no default among: {one}" for one in without_default(dialog)]
        if not dialog.windowTitle() and not dialog.accessibleName():
            found.append("no title")
    return found


def others() -> list[QDialog]:
    """Return the dialogs on the screen."""
    found = QApplication.topLevelWidgets()
    return [one for one in found if isinstance(one, QDialog) and one.isVisible()]
