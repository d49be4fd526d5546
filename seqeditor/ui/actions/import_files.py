"""Importing a file into the open listing: one step, with a report of what became of each datum."""

from __future__ import annotations

from array import array
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from seqeditor.app.document import ReadOnlyError
from seqeditor.app.import_report import ImportReport
from seqeditor.app.importing import UnknownFormatError, import_file
from seqeditor.app.receiving import UnreadableError
from seqeditor.texts import _, fill
from seqeditor.ui.actions.report_actions import write_to_file
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.files import ask_for_file
from seqeditor.ui.dialogs.import_summary import ImportSummary
from seqeditor.ui.dialogs.message import Icon, show_message
from seqeditor.ui.dialogs.unreadable import show_unreadable

PURPOSE = "import"
RECORDS = "*.gb *.gbk *.genbank *.gbff *.gp *.gpt *.ape *.embl *.swiss *.uniprot *.dna *.xdna"
"""What the names of files of records end with, for a file dialog."""


class ImportFiles(QObject):
    """Import of one window."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[Path] = []
        desk.signal.busy_changed.connect(self._take_next)

    def ask(self) -> None:
        """Ask for a file and add its sequences at the end."""
        path = ask_for_file(self._desk.widget, self._desk.session, PURPOSE, _("Import"), filters())
        if path is not None:
            self.run(path)

    def run(self, path: Path) -> None:
        """Add the sequences of a file at the end of the listing."""
        document = self._desk.document
        if document.busy:
            self._waiting.append(path)
            return
        if document.read_only:
            self._desk.tell(_title(path), ReadOnlyError())
            return
        finish_typing(self._desk.widget)
        position = document.count() + 1
        self._desk.runner.start(
            lambda job: import_file(document, path, position, job),
            on_done=lambda report: self._done(report, position),
            on_error=lambda error: self._refused(path, error),
            holds_document=True,
        )

    def _take_next(self, busy: bool) -> None:
        """Go on with the next of several files, once the document is free."""
        if not busy and self._waiting:
            QTimer.singleShot(0, self, lambda: self.run(self._waiting.pop(0)))

    def _done(self, report: ImportReport, position: int) -> None:
        order = self._desk.document.order
        if report.sequences and len(order) >= position:
            last = min(position - 1 + report.sequences, len(order))
            self._desk.project.clear_filter()
            self._desk.project.show_sequence(order.id_at(position))
            self._desk.project.list.select_ids(array("q", order.ids[position - 1 : last][:10_000]))
        summary = ImportSummary(report, self._desk.widget)
        summary.write_asked.connect(
            lambda wanted: write_to_file(self._desk, summary, wanted.source, lambda _job: wanted)
        )
        summary.open()

    def _refused(self, path: Path, error: BaseException) -> None:
        title = _title(path)
        if isinstance(error, UnreadableError):
            show_unreadable(self._desk.widget, path, error.findings)
        elif isinstance(error, UnknownFormatError):
            words = _("The format of the file is not known.")
            show_message(self._desk.widget, title, title, details=words, icon=Icon.Warning)
        else:
            self._desk.tell(title, error)


def _title(path: Path) -> str:
    return fill(_("{file} could not be imported."), {"file": path.name})


def filters() -> list[str]:
    """Return the kinds of files that can be imported, for a file dialog."""
    fasta = "*.fasta *.fa *.fas *.fna *.faa *.ffn *.seq *.raw *.txt *.gz"
    return [
        _("Sequence files") + f" (*.xml {fasta} {RECORDS} *.app *.st25)",
        _("ST.26 sequence listings") + " (*.xml)",
        _("ST.25 sequence listings") + " (*.txt *.app *.st25)",
        _("GenBank, EMBL, UniProt, SnapGene") + f" ({RECORDS})",
        _("FASTA files") + f" ({fasta})",
        _("All files") + " (*)",
    ]
