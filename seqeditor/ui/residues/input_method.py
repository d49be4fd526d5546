"""What an input method may know of the residue view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from seqeditor.ui.residues.view import ResidueView

_Query = Qt.InputMethodQuery

_HINTS = (
    Qt.InputMethodHint.ImhLatinOnly
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


def input_method_answer(view: ResidueView, query: Qt.InputMethodQuery) -> tuple[bool, Any]:
    """Return whether the view itself answers the query, and the answer.

    Where the caret is, and that Latin letters are wanted; never the residues, which would only
    lead a keyboard to propose words.
    """
    match query:
        case _Query.ImEnabled:
            return True, not view.read_only
        case _Query.ImCursorRectangle:
            return True, view.caret_rectangle()
        case _Query.ImHints:
            return True, int(_HINTS.value)
        case _Query.ImSurroundingText | _Query.ImCurrentSelection:
            return True, ""
    return False, None
