"""Everything that the menus of a window offer, in one list: for the palette and the shortcuts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from seqeditor.ui.actions.action import plain

Format = QKeySequence.SequenceFormat
_USUAL = "usual-keys"


@dataclass(frozen=True)
class Entry:
    """An action as a person finds it. `name` is the same in every language, "" when it has none."""

    action: QAction
    menu: str
    text: str
    name: str

    @property
    def keys(self) -> str:
        """The keys as the system writes them, "" for none."""
        return self.action.shortcut().toString(Format.NativeText)


def entries(window: QMainWindow) -> list[Entry]:
    """Return what the menus offer, in their order; each action once."""
    found: dict[int, Entry] = {}
    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            for entry in _of_menu(menu, plain(menu.title())):
                found.setdefault(id(entry.action), entry)
    return list(found.values())


def _of_menu(menu: QMenu, path: str) -> Iterator[Entry]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _of_menu(inner, f"{path} \u203a {plain(inner.title())}")
        elif not action.isSeparator() and action.text():
            yield Entry(action, path, plain(action.text()), action.objectName())


def usual_keys(action: QAction) -> list[QKeySequence]:
    """Return the keys that an action has when nobody has chosen others."""
    kept = action.property(_USUAL)
    if kept is None:
        return action.shortcuts()
    return [QKeySequence(text, Format.PortableText) for text in kept]


def set_usual_keys(action: QAction, keys: list[QKeySequence]) -> None:
    """Give an action other usual keys; `use_keys` puts them behind those that were chosen."""
    if action.property(_USUAL) is None:
        action.setShortcuts(keys)
    else:
        action.setProperty(_USUAL, [one.toString(Format.PortableText) for one in keys])


def use_keys(window: QMainWindow, chosen: Mapping[str, str]) -> None:
    """Give the actions the keys chosen by name, "" for none; the others have their usual ones."""
    for entry in entries(window):
        action = entry.action
        if not entry.name:
            continue
        if action.property(_USUAL) is None:
            texts = [keys.toString(Format.PortableText) for keys in action.shortcuts()]
            action.setProperty(_USUAL, texts)
        own = chosen.get(entry.name)
        if own is None:
            action.setShortcuts(usual_keys(action))
        else:
            action.setShortcuts([QKeySequence(own, Format.PortableText)] if own else [])
