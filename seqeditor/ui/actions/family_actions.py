"""The next filing of a family."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QMainWindow

from seqeditor.app.family import NextFiling, begin_next_filing, keep_parent
from seqeditor.app.jobs import Job
from seqeditor.texts import N_, _
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.next_filing import NextFilingDialog
from seqeditor.ui.panels.project import GENERAL_INFORMATION


class FamilyActions(ActionGroup):
    """Goes on from one filing to the next."""

    menu: ClassVar[str] = "tools"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.next_filing = Action(
            window,
            N_("&Next filing of this family…"),
            self._ask,
            tip=N_("Asks only what changes, and keeps this listing as a snapshot"),
        )

    def fill(self, menu: Menu) -> None:
        """Put the action into its menu."""
        menu.add(self.next_filing)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        document = self.desk.document
        self.next_filing.setEnabled(document.is_editable and document.count() > 0)

    def _ask(self) -> None:
        finish_typing(self.desk.widget)
        dialog = NextFilingDialog(self.desk.document.header, self.window, self._begin, keeps=True)
        dialog.open()

    def _begin(self, filing: NextFiling, label: str) -> None:
        document = self.desk.document
        if not label:
            self._go_on(filing)
            return

        def keep(job: Job) -> None:
            reader = document.reader()
            try:
                keep_parent(document, label, job, reader)
            finally:
                reader.connection.close()

        self.desk.runner.start(
            keep,
            on_done=lambda _none: self._go_on(filing),
            on_error=lambda error: self.desk.tell(_("Nothing was changed."), error),
            holds_document=True,
        )

    def _go_on(self, filing: NextFiling) -> None:
        document = self.desk.document
        if not document.is_editable:
            return
        begin_next_filing(document, filing)
        self.desk.signal.tell_state()
        self.desk.project.choose(GENERAL_INFORMATION)
        self.desk.notice.show_words(
            lambda: _(
                "This is the next filing now. Save asks for a new name; the project before "
                "stays as it was."
            )
        )
