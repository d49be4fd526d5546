"""Asks what becomes of texts that speak of sequences by numbers they are about to lose."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.document import Document
from seqeditor.app.renumbering import TITLE, Place, Plan
from seqeditor.texts import N_, _, fill, ngettext
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.report_table import ReportTable
from seqeditor.ui.qt.locale import count_text

MOST = 500
_HEADS = (N_("SEQ ID NO"), N_("Where"), N_("Text now"), N_("Text afterwards"))
_AROUND = 40
"""Letters shown before and after what changes."""


class MentionsDialog(Dialog):
    """Lists the texts before and after. `chosen(adjust)`: go on, with the texts adjusted or not."""

    chosen = Signal(bool)

    def __init__(self, document: Document, plan: Plan, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        words = QLabel(_question(plan))
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.table = ReportTable(title, _HEADS, wide=(2, 3))
        self.table.fill([row for place in plan.places[:MOST] for row in _rows(document, place)])
        self.again = QCheckBox(_("&Do the same from now on, as long as this window is open"))
        self.again.setVisible(bool(plan.changed))
        self.buttons = QDialogButtonBox()
        self._fill_buttons(plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (words, self.table, self.again, self.buttons):
            column.addWidget(widget)
        self.resize(760, 420)

    def _fill_buttons(self, plan: Plan) -> None:
        roles = QDialogButtonBox.ButtonRole
        if plan.changed:
            go = self._button(_("&Adjust them"), adjust=True)
            self._button(_("&Leave them"), adjust=False)
        else:
            go = self._button(_("&Go on"), adjust=False)
        go.setDefault(True)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        copy = self.buttons.addButton(_("Copy as table"), roles.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda _checked=False: self.table.copy())
        self.buttons.rejected.connect(self.reject)
        go.setFocus()

    def _button(self, text: str, *, adjust: bool) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda _checked=False: self._choose(adjust=adjust))
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def _choose(self, *, adjust: bool) -> None:
        self.accept()
        self.chosen.emit(adjust)


def _question(plan: Plan) -> str:
    parts = []
    if plan.changed:
        words = ngettext(
            "{count} mention in free text would point to another sequence.",
            "{count} mentions in free text would point to other sequences.",
            plan.changed,
        )
        parts.append(fill(words, {"count": count_text(plan.changed)}))
    if plan.lost:
        words = ngettext(
            "{count} mention names a sequence that goes or cannot be told for sure: its text stays"
            " as it is. Please look at it.",
            "{count} mentions name sequences that go or cannot be told for sure: their texts stay"
            " as they are. Please look at them.",
            plan.lost,
        )
        parts.append(fill(words, {"count": count_text(plan.lost)}))
    return " ".join(parts)


def _rows(document: Document, place: Place) -> Iterator[tuple[str, str, str, str]]:
    where = place.name or place.field
    if place.field == TITLE:
        where = _("Invention title")
    number = document.number(place.sequence) if place.sequence else ""
    if place.result.changed:
        yield number, where, *_around(place.old, place.result.text)
    if place.result.lost:
        lost = ", ".join(f"\u2066{one}\u2069" for one in place.result.lost)
        words = fill(_("stays as it is: {numbers}"), {"numbers": lost})
        yield number, where, _piece(place.old, 0, 2 * _AROUND), words


def _around(old: str, new: str) -> tuple[str, str]:
    """Return both texts shortened to what differs and its surroundings."""
    start, end_old, end_new = 0, len(old), len(new)
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    while end_old > start and end_new > start and old[end_old - 1] == new[end_new - 1]:
        end_old, end_new = end_old - 1, end_new - 1
    return _piece(old, start, end_old), _piece(new, start, end_new)


def _piece(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before = "…" if first else ""
    return f"{before}{text[first:last]}{'…' if last < len(text) else ''}"
