"""Bringing an older listing up to DTD V1_3: one step, then a list of what was changed."""

from __future__ import annotations

from PySide6.QtCore import QObject

from seqeditor.app.jobs import Job
from seqeditor.app.migration import Migrated, is_outdated, migrate
from seqeditor.texts import _, fill, ngettext
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.changes import ChangesDialog
from seqeditor.ui.qt.locale import count_text


class Migrate(QObject):
    """Migration of one window."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def is_offered(self) -> bool:
        """Whether the listing says to be of an older version and may be edited."""
        document = self._desk.document
        return document.is_editable and is_outdated(document.header)

    def run(self) -> None:
        """Migrate beside the window; stopping it leaves everything as it was."""
        finish_typing(self._desk.widget)
        document = self._desk.document

        def work(job: Job) -> Migrated:
            reader = document.reader()
            try:
                return migrate(document, job, reader)
            finally:
                reader.connection.close()

        self._desk.runner.start(
            work,
            on_done=self._tell,
            on_error=lambda error: self._desk.tell(_("Nothing was changed."), error),
            holds_document=True,
        )

    def _tell(self, done: Migrated) -> None:
        count = len(done.findings)
        words = ngettext(
            "{count} place was brought up to DTD V1_3. Undo takes it back in one step.",
            "{count} places were brought up to DTD V1_3. Undo takes all of it back in one step.",
            count,
        )
        ChangesDialog(
            self._desk.widget,
            _("Migration to DTD V1_3"),
            fill(words, {"count": count_text(count)}),
            done.findings,
            lambda finding: finding.number or "",
        ).open()
