"""The import reports in the window: going to them and from them, and writing them to a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import ClassVar

from PySide6.QtWidgets import QMainWindow, QWidget

from seqeditor.app.import_report import ImportReport
from seqeditor.app.import_report_files import SUFFIXES, write_import_report
from seqeditor.app.jobs import Job
from seqeditor.app.kept_reports import whole_report
from seqeditor.store.reports import KeptReport
from seqeditor.texts import N_, Catalogue, _, fill, language
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.files import ask_where_to_save
from seqeditor.ui.panels.import_reports import ImportReportsPanel
from seqeditor.ui.panels.project import REPORTS

PURPOSE = "import report"


class ReportActions(ActionGroup):
    """The import reports of one window."""

    menu: ClassVar[str] = "view/jump"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.show = Action(
            window,
            N_("Go to the import re&ports"),
            lambda: desk.project.choose(REPORTS),
            picture="import",
            tip=N_("What became of every datum of the files imported"),
        )
        self.panel = window.findChild(ImportReportsPanel)
        assert self.panel is not None
        self.panel.sequence_asked.connect(self._go)
        self.panel.write_asked.connect(self._write)

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.show)

    def _go(self, sequence_id: int) -> None:
        if not self.desk.project.show_sequence(sequence_id):
            self.desk.project.choose(REPORTS)
            self.desk.notice.show_words(lambda: _("The sequence is not in the listing any more."))

    def _write(self, kept: KeptReport) -> None:
        document = self.desk.document

        def report(_job: Job) -> ImportReport:
            reader = document.reader()
            try:
                return whole_report(reader, kept)
            finally:
                reader.connection.close()

        write_to_file(self.desk, self.desk.widget, kept.source, report)


def write_to_file(
    desk: Desk, parent: QWidget, source: str, report: Callable[[Job], ImportReport]
) -> None:
    """Ask for a name and write a report there; its suffix says how. `report` runs in a worker."""
    path = ask_where_to_save(
        parent,
        desk.session,
        PURPOSE,
        _("Write the import report"),
        Path(f"{PurePath(source).stem or 'import'}-report.html"),
        [_("Web page") + " (*.html)", _("Text") + " (*.txt)", "JSON (*.json)"],
    )
    if path is None:
        return
    target = path if path.suffix.lower() in SUFFIXES else Path(f"{path}.html")
    catalogue = Catalogue(language())

    def write(job: Job) -> None:
        write_import_report(report(job), target, catalogue)

    desk.runner.start(
        write,
        on_done=lambda _none: desk.notice.show_words(
            lambda: fill(_("{file} was written."), {"file": target.name})
        ),
        on_error=lambda error: desk.tell(
            fill(_("{file} could not be written."), {"file": target.name}), error
        ),
    )
