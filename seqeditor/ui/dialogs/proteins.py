"""Adding the proteins of all CDS, after a look at what would be added."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
)

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.app.proteins import Fate, Wanted, add_proteins, by_sequence, proteins_wanted
from seqeditor.domain.number_ranges import NumbersError
from seqeditor.texts import N_, _, fill, ngettext, say
from seqeditor.ui.actions.bulk import labelled, run_edit
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.report_table import ReportTable
from seqeditor.ui.dialogs.scope import ALL, SELECTED, ScopeBox
from seqeditor.ui.panels.filter_words import numbers_fault
from seqeditor.ui.qt.locale import count_text, length_text

MOST = 500
ADD_ONE = N_("Add the protein of a CDS")
ADD_MANY = N_("Add proteins for {count} CDS")

_HEADS = (N_("SEQ ID NO"), N_("CDS"), N_("Protein"), N_("What is done"))
_FATES = {
    Fate.NEW: N_("A new sequence"),
    Fate.FOUND: N_("SEQ ID NO {number} is named"),
    Fate.SAME: N_("A new sequence named before is named again"),
    Fate.SHORT: N_("Nothing: fewer than four amino acids (par. 7, 8)"),
    Fate.UNREADABLE: N_("Nothing: the CDS cannot be translated as it is"),
}


class ProteinsDialog(Dialog):
    """Not modal. Closes when the proteins are added."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Proteins for all CDS"))
        self._desk = desk
        self._job: Job | None = None
        self._chosen: dict[int, set[int]] = {}
        self.scope = ScopeBox(desk.project, desk.signal)
        self.scope.choose(SELECTED if desk.project.list.selected_count() > 1 else ALL)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        size = self.progress.sizePolicy()
        size.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(size)
        self.progress.hide()
        self.table = ReportTable(_("What would be added"), _HEADS, wide=(1, 3))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.go.setDefault(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(200)
        self._timer.timeout.connect(self.look)
        self._ticks = QTimer(self)
        self._ticks.setInterval(100)
        self._ticks.timeout.connect(self._show_progress)
        self.scope.changed.connect(self.later)
        self.buttons.accepted.connect(self._add)
        self.buttons.rejected.connect(self.reject)
        desk.signal.changed.connect(self.later)
        desk.signal.busy_changed.connect(self.later)
        self.resize(720, 460)
        self.look()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        label = QLabel(_("&For the CDS of:"))
        label.setBuddy(self.scope)
        form.addRow(label, self.scope)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(form)
        for widget in (self.words, self.progress, self.table, self.buttons):
            column.addWidget(widget)

    # Looking -----------------------------------------------------------------------------------

    def later(self, *_told: object) -> None:
        """Look anew in a moment."""
        self.scope.refresh()
        self._chosen = {}
        self._show_possible()
        self._timer.start()

    def look(self) -> None:
        """Look at what would be added, beside the window."""
        self._timer.stop()
        self._stop()
        self._chosen = {}
        self.table.fill([])
        self._show_possible()
        try:
            ids = None if self.scope.scope == ALL else self.scope.ids()
        except NumbersError as error:
            self.words.setText(numbers_fault(error))
            return
        document = self._desk.document
        if document.busy:
            return

        def work(job: Job) -> list[Wanted]:
            reader = document.reader()
            try:
                return list(proteins_wanted(reader, ids, job))
            finally:
                reader.connection.close()

        def show(found: list[Wanted]) -> None:
            if self._job is job:
                self._job = None
                self._show(found)

        self.words.setText(_("Looking for coding regions …"))
        job = self._job = self._desk.runner.start(work, on_done=show, is_quiet=True)
        self._ticks.start()

    def _show(self, found: list[Wanted]) -> None:
        self._show_progress()
        self._chosen = by_sequence(found)
        number = self._desk.document.number
        self.table.fill(
            [_row(one, number(one.sequence), number(one.protein)) for one in found[:MOST]]
        )
        self.words.setText(proteins_words(found))
        self._show_possible()

    def _show_progress(self) -> None:
        if self._job is None:
            self._ticks.stop()
            self.progress.hide()
            return
        self.progress.setRange(0, self._job.total)
        self.progress.setValue(self._job.done)
        self.progress.show()

    def _show_possible(self) -> None:
        self.go.setEnabled(bool(self._chosen) and self._desk.signal.is_editable)
        self.go.setText(_("&Add proteins"))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._show_progress()

    # Adding ------------------------------------------------------------------------------------

    def _add(self) -> None:
        chosen = self._chosen
        if not chosen or not self._desk.signal.is_editable:
            return
        document = self._desk.document
        self.accept()
        count = sum(map(len, chosen.values()))
        run_edit(self._desk, count, lambda job: give_proteins(document, chosen, job))

    def done(self, result: int) -> None:
        """Stop looking and close."""
        self._timer.stop()
        self._stop()
        super().done(result)


def give_proteins(document: Document, chosen: dict[int, set[int]], job: Job) -> None:
    """Add the proteins of CDS as one step."""
    count = sum(map(len, chosen.values()))
    label, arguments = labelled(ADD_ONE, ADD_MANY, count)
    document.write(label, lambda copy: add_proteins(copy, chosen, job), arguments=arguments)


def _row(one: Wanted, number: str, protein: str) -> tuple[str, str, str, str]:
    letters = one.letters if len(one.letters) <= 12 else f"{one.letters[:12]}…"
    shown = f"{letters} ({length_text(len(one.letters))})" if letters else ""
    # Between signs that keep them from left to right in every window.
    location, shown = (f"\u2066{text}\u2069" if text else "" for text in (one.location, shown))
    return number, location, shown, say(_FATES[one.fate], {"number": protein})


def proteins_words(found: list[Wanted]) -> str:
    """Return how many proteins would be added, and what happens to the other CDS."""
    fates = [one.fate for one in found]
    new = fates.count(Fate.NEW)
    named = fates.count(Fate.FOUND) + fates.count(Fate.SAME)
    left = len(fates) - new - named
    if not found:
        return _("No CDS is without a protein here.")
    lines = [
        fill(
            ngettext("{count} new protein.", "{count} new proteins.", new),
            {"count": count_text(new)},
        )
    ]
    if named:
        words = ngettext(
            "{count} CDS names a protein that is there.",
            "{count} CDS name a protein that is there.",
            named,
        )
        lines.append(fill(words, {"count": count_text(named)}))
    if left:
        words = ngettext("{count} CDS stays as it is.", "{count} CDS stay as they are.", left)
        lines.append(fill(words, {"count": count_text(left)}))
    return " ".join(lines)
