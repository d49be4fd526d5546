"""What the keys mean in the residue view, by the conventions of each platform."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from seqeditor.ui.residues.caret import Move

_Key = QKeySequence.StandardKey


class Act(Enum):
    """What a key does, apart from moving the caret and typing."""

    BACKSPACE = auto()
    DELETE = auto()
    BACKSPACE_GROUP = auto()
    DELETE_GROUP = auto()
    COPY = auto()
    CUT = auto()
    PASTE = auto()
    SELECT_ALL = auto()
    OVERWRITE = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """A movement of the caret by a key."""

    move: Move
    extend: bool


_MOVES = {
    Move.LEFT: (_Key.MoveToPreviousChar, _Key.SelectPreviousChar),
    Move.RIGHT: (_Key.MoveToNextChar, _Key.SelectNextChar),
    Move.GROUP_LEFT: (_Key.MoveToPreviousWord, _Key.SelectPreviousWord),
    Move.GROUP_RIGHT: (_Key.MoveToNextWord, _Key.SelectNextWord),
    Move.UP: (_Key.MoveToPreviousLine, _Key.SelectPreviousLine),
    Move.DOWN: (_Key.MoveToNextLine, _Key.SelectNextLine),
    Move.PAGE_UP: (_Key.MoveToPreviousPage, _Key.SelectPreviousPage),
    Move.PAGE_DOWN: (_Key.MoveToNextPage, _Key.SelectNextPage),
    Move.LINE_START: (_Key.MoveToStartOfLine, _Key.SelectStartOfLine),
    Move.LINE_END: (_Key.MoveToEndOfLine, _Key.SelectEndOfLine),
    Move.START: (_Key.MoveToStartOfDocument, _Key.SelectStartOfDocument),
    Move.END: (_Key.MoveToEndOfDocument, _Key.SelectEndOfDocument),
}

_ACTS = {
    _Key.Copy: Act.COPY,
    _Key.Cut: Act.CUT,
    _Key.Paste: Act.PASTE,
    _Key.SelectAll: Act.SELECT_ALL,
    _Key.DeleteStartOfWord: Act.BACKSPACE_GROUP,
    _Key.DeleteEndOfWord: Act.DELETE_GROUP,
    _Key.Delete: Act.DELETE,
}

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def command_for(event: QKeyEvent) -> Step | Act | None:
    """Return what a key asks for, None when it is none of ours or is typing."""
    for standard, act in _ACTS.items():
        if event.matches(standard):
            return act
    for move, (plain, extending) in _MOVES.items():
        if event.matches(plain):
            return Step(move, extend=False)
        if event.matches(extending):
            return Step(move, extend=True)
    if event.modifiers() & _COMMANDS:
        return None
    if event.key() == Qt.Key.Key_Backspace:
        return Act.BACKSPACE
    if event.key() == Qt.Key.Key_Insert and not event.modifiers():
        return Act.OVERWRITE
    return None


def typed_text(event: QKeyEvent) -> str:
    """Return the visible letters that a key types, "" for any other key."""
    alt_graph = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    held = event.modifiers() & _COMMANDS
    if held and held != alt_graph:
        return ""
    text = event.text()
    return text if text.isprintable() else ""
