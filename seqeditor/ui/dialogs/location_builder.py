"""Builds a feature location: typed, as rows of parts, and drawn; all three always in step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from seqeditor.domain.location import LocationError, parse
from seqeditor.domain.location_parts import Operator, Part, PartKind, Parts, parts_of
from seqeditor.rules.finding import Level
from seqeditor.texts import _, fill
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.location_row import HIGHEST, LocationRow
from seqeditor.ui.dialogs.location_strip import LocationStrip
from seqeditor.ui.features.location_line import fault_text
from seqeditor.ui.qt.icons import level_colour

MOST_ROWS = 100
"""More parts than these are edited as text: nobody finds anything in so many rows."""


class LocationBuilder(Dialog):
    """Shows a location of a feature; `chosen(text)` when it is taken over.

    It stands beside the window, so that residues can be selected while it is open. Wrong text
    stays as it is, with what is wrong below it.
    """

    chosen = Signal(str)

    def __init__(self, key: str, location: str, moltype: str, length: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = f"\u2066{key}\u2069"
        self.setWindowTitle(fill(_("Location of {key}"), {"key": name}))
        self._moltype, self._length = moltype, length
        self._amino = moltype == "AA"
        self._selection: tuple[int, int] | None = None
        self._parts: Parts | None = Parts(())
        self._current = 0
        self._rows: list[LocationRow] = []
        self._busy = False
        self.strip = LocationStrip(key, length)
        self.strip.setAccessibleName(_("Parts along the sequence"))
        self.text = self._make_text()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.message.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.whole = QCheckBox(_("&Complement of the whole"))
        self.join = QRadioButton(_("&join: the parts are placed end to end"))
        self.order = QRadioButton(_("&order: the parts come in this order, joined or not"))
        self.add = QPushButton(_("&Add a part"))
        self.add_selection = QPushButton()
        self._lay_out()
        self._connect()
        self.text.setText(location)
        self._typed(location)
        self.text.setFocus()
        self.resize(780, 480)

    def _make_text(self) -> QLineEdit:
        line = QLineEdit()
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        line.setPlaceholderText("12..400")
        return line

    def _lay_out(self) -> None:
        label = QLabel(_("&Location:"))
        label.setBuddy(self.text)
        operators = QButtonGroup(self)
        operators.addButton(self.join)
        operators.addButton(self.order)
        self._inside = QWidget()
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(4, 4, 4, 4)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._inside)
        area.setAccessibleName(_("Parts of the location"))
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addWidget(self.add_selection)
        below.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.addButton(_("&Take over"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (label, self.text, self.message, self.strip, area):
            column.addWidget(widget, 1 if widget is area else 0)
        column.addLayout(below)
        for operator in (self.join, self.order, self.whole):
            column.addWidget(operator)
            operator.setVisible(not self._amino)
        self.add.setVisible(not self._amino)
        column.addWidget(buttons)
        self.take.setDefault(True)
        self.add.setAutoDefault(False)
        self.add_selection.setAutoDefault(False)

    def _connect(self) -> None:
        self.text.textEdited.connect(self._typed)
        self.strip.dragged.connect(self._dragged)
        self.strip.part_pressed.connect(self._make_current)
        self.whole.toggled.connect(lambda _on: self._built())
        self.join.toggled.connect(lambda _on: self._built())
        self.add.clicked.connect(self._add)
        self.add_selection.clicked.connect(self._add_selection)

    # From outside ------------------------------------------------------------------------------

    def set_selection(self, start: int, end: int) -> None:
        """Take note of what is selected among the residues (1-based), `end` < `start` for none."""
        self._selection = (start, end) if 1 <= start <= end else None
        self.strip.show_selection(self._selection)
        self._offer()

    @property
    def location(self) -> str:
        """The location as it stands."""
        return self.text.text().strip()

    def _take(self) -> None:
        self.chosen.emit(self.location)
        self.accept()

    # Text to rows ------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        """Follow the text with rows and drawing; what cannot be read leaves them as they were."""
        self._parts = self._read(text)
        self._show_message()
        if self._parts is not None:
            self._current = min(self._current, max(0, len(self._parts.parts) - 1))
            self._show_rows()
        self._offer()

    def _read(self, text: str) -> Parts | None:
        if not text.strip():
            return Parts(())
        try:
            location = parse(text.strip(), self._moltype)
        except LocationError:
            return None
        if location.maximum > HIGHEST:
            return None
        parts = parts_of(location)
        return parts if parts is not None and len(parts.parts) <= MOST_ROWS else None

    def _show_message(self) -> None:
        text = self.location
        wrong = fault_text(text, self._moltype, self._length)
        note = ""
        if not wrong and self._parts is None:
            note = _("This location is too deep or too long for rows. Edit it as text.")
        colour = level_colour(Level.ERROR, self.palette()).name() if wrong and text else ""
        self.message.setStyleSheet(f"color: {colour}" if colour else "")
        self.message.setText(wrong or note)
        self.text.setAccessibleDescription(wrong or note)

    def _show_rows(self) -> None:
        assert self._parts is not None
        self._busy = True
        parts = self._parts.parts
        while len(self._rows) > len(parts):
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(parts):
            self._add_row()
        for row, part in zip(self._rows, parts, strict=True):
            row.show_part(part)
        self.whole.setChecked(self._parts.complement)
        self.order.setChecked(self._parts.operator is Operator.ORDER)
        self.join.setChecked(self._parts.operator is Operator.JOIN)
        self._busy = False
        self.strip.show_parts(self._parts, self._current)

    def _add_row(self) -> None:
        row = LocationRow(amino=self._amino)
        number = len(self._rows)
        row.changed.connect(self._built)
        row.entered.connect(lambda: self._make_current(number))
        row.selection_wanted.connect(lambda: self._take_selection(number))
        row.removed.connect(lambda: self._remove(number))
        row.moved.connect(lambda by: self._move(number, by))
        self._rows.append(row)
        self._list.insertWidget(number, row)

    # Rows to text ------------------------------------------------------------------------------

    def _built(self) -> None:
        """Follow the rows with text and drawing."""
        if self._busy:
            return
        operator = Operator.ORDER if self.order.isChecked() else Operator.JOIN
        self._put(Parts(tuple(row.part for row in self._rows), operator, self.whole.isChecked()))

    def _put(self, parts: Parts) -> None:
        self._parts = parts
        self.text.setText(str(parts))
        self._show_message()
        self._show_rows()
        self._offer()

    def _with(self, parts: tuple[Part, ...]) -> None:
        base = self._parts or Parts(())
        self._put(replace(base, parts=parts))

    def _all(self) -> list[Part]:
        return list(self._parts.parts) if self._parts is not None else []

    def _add(self) -> None:
        parts = self._all()
        place = min(parts[-1].end + 1, max(1, self._length)) if parts else 1
        self._with((*parts, Part(PartKind.RANGE, place, max(place, self._length))))
        self._make_current(len(self._rows) - 1)
        self._rows[-1].start.setFocus()
        self._rows[-1].start.selectAll()

    def _add_selection(self) -> None:
        if self._selection is not None:
            parts = () if self._amino else tuple(self._all())
            self._with((*parts, _selected(self._selection)))
            self._make_current(len(self._rows) - 1)

    def _take_selection(self, number: int) -> None:
        parts = self._all()
        if self._selection is not None and number < len(parts):
            taken = _selected(self._selection)
            parts[number] = replace(
                taken,
                before=parts[number].before,
                after=parts[number].after,
                complement=parts[number].complement,
            )
            self._with(tuple(parts))

    def _remove(self, number: int) -> None:
        parts = self._all()
        del parts[number : number + 1]
        self._current = max(0, min(self._current, len(parts) - 1))
        self._with(tuple(parts))
        (self._rows[self._current].remove if self._rows else self.add).setFocus()

    def _move(self, number: int, by: int) -> None:
        parts, to = self._all(), number + by
        if 0 <= to < len(parts):
            parts[number], parts[to] = parts[to], parts[number]
            self._with(tuple(parts))
            self._make_current(to)
            (self._rows[to].up if by < 0 else self._rows[to].down).setFocus()

    def _dragged(self, number: int, start: int, end: int) -> None:
        parts = self._all()
        if number < len(parts):
            parts[number] = replace(parts[number], start=start, end=end)
            self._with(tuple(parts))

    def _make_current(self, number: int) -> None:
        self._current = number
        if self._parts is not None:
            self.strip.show_parts(self._parts, number)

    def _offer(self) -> None:
        """Let be done what can be done with what stands there now."""
        showable = self._parts is not None
        several = self._parts is not None and len(self._parts.parts) > 1
        self._inside.setEnabled(showable)
        self.add.setEnabled(showable)
        self.add_selection.setEnabled(showable and self._selection is not None)
        for widget in (self.join, self.order, self.whole):
            widget.setEnabled(several)
        if self._parts is not None and self._parts.complement:
            self.whole.setEnabled(True)
        self.add_selection.setText(self._selection_words())
        for row in self._rows:
            row.take.setEnabled(self._selection is not None)

    def _selection_words(self) -> str:
        if self._selection is None:
            return _("Add the &selected residues")
        words = (
            _("Use the &selected residues {range}")
            if self._amino
            else (_("Add the &selected residues {range}"))
        )
        return fill(words, {"range": f"\u2066{_selected(self._selection)}\u2069"})


def _selected(selection: tuple[int, int]) -> Part:
    start, end = selection
    return Part(PartKind.POINT if start == end else PartKind.RANGE, start, end)
