"""Positions of residues: typed, taken from the selection, or one of the usual choices."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from seqeditor.app.residue_positions import positions_text
from seqeditor.texts import _, fill


def left_to_right_line() -> QLineEdit:
    """Return a line for residues, positions and names of the standard, in a fixed font."""
    line = QLineEdit()
    line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return line


class PositionsField(QWidget):
    """A line with a button of choices. `changed` when the text is another one.

    It follows what is selected among the residues as long as nobody has typed into it.
    """

    changed = Signal()

    def __init__(self, letters: Iterable[str], parent: QWidget | None = None) -> None:
        """`letters`: the symbols that can be chosen by themselves."""
        super().__init__(parent)
        self._selection = ""
        self._follows = True
        self.line = left_to_right_line()
        self.line.setPlaceholderText("1, 3, 5-8")
        self.line.setToolTip(
            _("Positions and ranges such as 1, 3, 5-8; all, odd, even; or a symbol, such as all g")
        )
        self.choose = QPushButton(_("C&hoose"))
        self.choose.setAutoDefault(False)
        self.choose.setMenu(self._menu(letters))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.choose)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda _text: self._typed())
        self.line.textChanged.connect(lambda _text: self.changed.emit())

    def _menu(self, letters: Iterable[str]) -> QMenu:
        menu = QMenu(self)
        self._selected = menu.addAction(_("Selected residues"), self._take_selection)
        self._more = menu.addAction(_("These and the selected residues"), self._add_selection)
        menu.addSeparator()
        for words, text in (
            (_("All residues"), "all"),
            (_("Every other residue: 1, 3, 5…"), "odd"),
            (_("Every other residue: 2, 4, 6…"), "even"),
        ):
            menu.addAction(words, partial(self.put, text))
        menu.addSeparator()
        for letter in letters:
            words = fill(_("All {letter}"), {"letter": f"\u2066{letter}\u2069"})
            menu.addAction(words, partial(self.put, f"all {letter}"))
        menu.aboutToShow.connect(self._offer)
        return menu

    @property
    def text(self) -> str:
        """What is typed."""
        return self.line.text().strip()

    def put(self, text: str) -> None:
        """Show these positions, and follow the selection no more."""
        self._follows = False
        self.line.setText(text)

    def set_selection(self, start: int, end: int) -> None:
        """Take note of what is selected among the residues."""
        self._selection = positions_text(range(start, end + 1)) if 1 <= start <= end else ""
        if self._follows and self._selection:
            self.line.setText(self._selection)

    def _typed(self) -> None:
        self._follows = not self.line.text()

    def _offer(self) -> None:
        self._selected.setEnabled(bool(self._selection))
        self._more.setEnabled(bool(self._selection and self.text))

    def _take_selection(self) -> None:
        self.put(self._selection)

    def _add_selection(self) -> None:
        self.put(f"{self.text}, {self._selection}")
