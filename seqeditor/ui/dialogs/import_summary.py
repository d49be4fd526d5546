"""What became of every datum of an imported file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.import_report import Action, ImportReport, Item
from seqeditor.texts import N_, Catalogue, _, fill, language, ngettext
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.report_table import ReportTable
from seqeditor.ui.qt.locale import count_text

MOST = 2_000

_ACTIONS = {
    Action.KEPT: N_("kept"),
    Action.RENAMED: N_("renamed"),
    Action.NOTE: N_("moved to a note"),
    Action.DROPPED: N_("dropped"),
    Action.DECISION: N_("to decide"),
}
_HEADS = (N_("SEQ ID NO"), N_("What became of it"), N_("Explanation"), N_("Line"))


class ImportSummary(Dialog):
    """Counts first, then each datum that was not simply kept.

    `write_asked(ImportReport)`: the report is wanted as a file.
    """

    write_asked = Signal(object)

    def __init__(self, report: ImportReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Import report"))
        head = QLabel(_summary(report))
        head.setWordWrap(True)
        head.setTextFormat(Qt.TextFormat.PlainText)
        self.table = ReportTable(_("What became of the data"), _HEADS, wide=(2,))
        self.table.fill([_row(item) for item in report.items[:MOST]])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._button(buttons, N_("Copy as table"), self.table.copy).setEnabled(bool(report.items))
        self._button(buttons, N_("&Write to a file…"), lambda: self.write_asked.emit(report))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (head, self.table, buttons):
            column.addWidget(widget)
        self.table.setVisible(bool(report.items))
        self.resize(680, 380 if report.items else 120)

    def _button(self, buttons: QDialogButtonBox, text: str, slot: Callable[[], object]) -> QWidget:
        button = buttons.addButton(_(text), QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(lambda _checked=False: slot())
        return button


def _row(item: Item) -> tuple[str, ...]:
    number = "" if item.sequence is None else str(item.sequence)
    line = "" if item.line is None else str(item.line)
    return number, _(_ACTIONS[item.action]), _said(item), line


def _summary(report: ImportReport) -> str:
    name = Path(report.source).name
    taken = ngettext(
        "{count} sequence was taken over from {file}.",
        "{count} sequences were taken over from {file}.",
        report.sequences,
    )
    words = [fill(taken, {"count": count_text(report.sequences), "file": f"\u2068{name}\u2069"})]
    if not report.items:
        words.append(_("Everything was kept as it was."))
    for action in (Action.DROPPED, Action.DECISION, Action.NOTE, Action.RENAMED):
        if report.counts[action]:
            said = _("{action}: {count}").replace("{action}", _(_ACTIONS[action]))
            words.append(said.replace("{count}", count_text(report.counts[action])))
    if len(report.items) > MOST:
        more = _("Only the first {count} are listed here; the project keeps them all.")
        words.append(more.replace("{count}", count_text(MOST)))
    return "\n".join(words)


def _said(item: Item) -> str:
    catalogue = Catalogue(language(), on_screen=True)
    if isinstance(item.message, str):
        return catalogue.say(item.message, item.parameters)
    count = item.parameters.get("count", 0)
    one, many = item.message
    number = count if isinstance(count, int) else 0
    return catalogue.say(one, item.parameters, plural=many, count=number)
