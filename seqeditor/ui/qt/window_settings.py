"""Sizes and places of windows and splitters, remembered by kind of screen in an ini file."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QSettings, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter

from seqeditor.app.home import config_folder

LAYOUT_VERSION = 1
"""Raised when docks get other names: what was remembered for the former ones is left aside."""


def _settings() -> QSettings:
    return QSettings(str(config_folder() / "window.ini"), QSettings.Format.IniFormat)


def _screen() -> str:
    """Return what a layout is remembered for: the size of the screen, and the direction."""
    size = QGuiApplication.primaryScreen().availableSize()
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return f"{size.width()}x{size.height()}{'-mirrored' if mirrored else ''}"


def keep_window(window: QMainWindow) -> None:
    """Remember place, size and docks of a window."""
    settings = _settings()
    settings.setValue(f"{_screen()}/geometry", window.saveGeometry())
    settings.setValue(f"{_screen()}/docks", window.saveState(LAYOUT_VERSION))


def restore_window(window: QMainWindow) -> bool:
    """Give a window the place and docks remembered for this screen; False when there are none."""
    settings = _settings()
    geometry = settings.value(f"{_screen()}/geometry")
    docks = settings.value(f"{_screen()}/docks")
    if not isinstance(geometry, QByteArray) or not isinstance(docks, QByteArray):
        return False
    return window.restoreGeometry(geometry) and window.restoreState(docks, LAYOUT_VERSION)


def keep_splitter(splitter: QSplitter) -> None:
    """Remember where the parts of a splitter meet; the splitter's object name is the key."""
    _settings().setValue(f"{_screen()}/{splitter.objectName()}", splitter.saveState())


def restore_splitter(splitter: QSplitter) -> bool:
    """Put a splitter where it was left; False when nothing is remembered."""
    state = _settings().value(f"{_screen()}/{splitter.objectName()}")
    return isinstance(state, QByteArray) and splitter.restoreState(state)


def keep_size(name: str, size: QSize) -> None:
    """Remember the size that somebody has given to a kind of dialog."""
    _settings().setValue(f"{_screen()}/dialogs/{name}", size)


def kept_size(name: str) -> QSize | None:
    """Return the size that a kind of dialog was left in on this screen, None for none."""
    size = _settings().value(f"{_screen()}/dialogs/{name}")
    return size if isinstance(size, QSize) and size.isValid() else None


def forget_layout() -> None:
    """Forget everything that is remembered for this screen."""
    _settings().remove(_screen())


def keep_columns(header: QHeaderView, name: str, usual: Mapping[int, int]) -> None:
    """Remember the widths that the user has given to columns; `usual`: those they had else."""
    last = header.count() - 1
    for column, width in usual.items():
        key = f"{_screen()}/columns-{name}/{int(column)}"
        shown = not header.isSectionHidden(column)
        if shown and header.visualIndex(column) != last and header.sectionSize(column) != width:
            _settings().setValue(key, header.sectionSize(column))
        elif shown:
            _settings().remove(key)


def restore_columns(header: QHeaderView, name: str, usual: Mapping[int, int]) -> None:
    """Give columns the widths remembered, or the usual ones."""
    for column, width in usual.items():
        kept = _settings().value(f"{_screen()}/columns-{name}/{int(column)}")
        own = int(str(kept)) if kept is not None and str(kept).isdecimal() else width
        header.resizeSection(column, max(own, header.minimumSectionSize()))
