"""The findings panel in its dock: kept up to date, its wishes carried out."""

from __future__ import annotations

from array import array
from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDockWidget, QWidget

from seqeditor.app.document import Document, FrozenError
from seqeditor.app.jobs import Job
from seqeditor.app.repairs import is_safe, repair_all
from seqeditor.app.reviewing import review_all, take_back_all
from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.wording import sentence
from seqeditor.store.findings import Kept
from seqeditor.texts import N_, Catalogue, _, language, ngettext
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.dialogs.changes import MOST, ChangesDialog
from seqeditor.ui.dialogs.message import Answer, Icon, Role, show_message
from seqeditor.ui.dialogs.review import ReviewDialog
from seqeditor.ui.panels.findings import LOOKED_AT, FindingsPanel, is_reviewable
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.job_runner import JobRunner
from seqeditor.ui.qt.locale import count_text


class FindingsDock(QDockWidget):
    """Shows the findings of a document; `go_to` shows the place of one."""

    def __init__(
        self,
        signal: DocumentSignal,
        runner: JobRunner,
        go_to: Callable[[Kept], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self._signal = signal
        self._runner = runner
        document = signal.document
        self.panel = FindingsPanel(document.findings, document.number)
        self.setWidget(self.panel)
        self.panel.go_to.connect(go_to)
        self.panel.repair_requested.connect(self._repair)
        self.panel.repair_all_requested.connect(self._repair_all)
        self.panel.review_requested.connect(self._review)
        signal.findings_changed.connect(lambda _ids: self.panel.refresh())
        signal.busy_changed.connect(lambda _busy: self.show_editable())
        self.show_editable()
        self.retranslate()

    def show_errors(self) -> None:
        """Come to the front and show the errors; without errors the warnings."""
        self.show()
        self.raise_()
        counts = self._signal.document.findings.counts()
        grave = next((level for level in Level if counts[level]), Level.ERROR)
        self.panel.show_levels([grave])

    def show_editable(self) -> None:
        """Offer repairs or not, as the document takes edits now."""
        self.panel.set_read_only(not self._signal.is_editable)

    def _repair(self, kept: Kept) -> None:
        """Make a safe repair at once; show any other at its place and ask before it is made."""
        if not self._signal.is_editable:
            return
        document, finding = self._signal.document, kept.finding
        if is_safe(finding):
            self._do_repair(finding)
            return
        self.panel.go_to.emit(kept)
        ask = ChangesDialog(
            self,
            _("Look at this repair"),
            _("What is right here does not follow from the listing alone. Look before it is done."),
            [finding],
            lambda f: "" if f.sequence is None else document.number(f.sequence),
            accept=_("&Repair"),
        )
        ask.accepted.connect(lambda: self._do_repair(finding))
        ask.open()

    def _do_repair(self, finding: Finding) -> None:
        # A field left open would put its old text back over the repair.
        finish_typing(self.window())
        document = self._signal.document

        def failed(error: BaseException) -> None:
            if isinstance(error, FrozenError):
                self._ask_frozen(lambda: self._repair_renumbering([finding]))
            else:
                self._runner.failed.emit(error)

        # Some repairs go through the whole listing.
        self._runner.run_or_start(
            lambda job: repair_all(document, [finding], job=job), on_error=failed
        )

    def _repair_all(self, rule: str) -> None:
        """Show what would be done at the first places, then do all of it as one step."""
        document = self._signal.document
        alike = [k.finding for k in document.findings.of_rule(rule) if is_safe(k.finding)]
        words = ngettext(
            "{count} place is put right in one step.",
            "{count} places are put right in one step.",
            len(alike),
        )
        if len(alike) > MOST:
            words += " " + _("The first {most} are listed.").replace("{most}", count_text(MOST))
        preview = ChangesDialog(
            self,
            _("Repair all of this kind"),
            words.replace("{count}", count_text(len(alike))),
            alike,
            lambda f: "" if f.sequence is None else document.number(f.sequence),
            accept=_("&Repair"),
        )
        preview.accepted.connect(lambda: self._do_repair_all(alike))
        preview.open()

    def _do_repair_all(self, findings: list[Finding]) -> None:
        document = self._signal.document
        finish_typing(self.window())

        def failed(error: BaseException) -> None:
            if isinstance(error, FrozenError):
                self._ask_frozen(lambda: self._repair_renumbering(findings))
            else:
                self._runner.failed.emit(error)

        self._runner.start(
            lambda job: repair_all(document, findings, job=job),
            on_error=failed,
            holds_document=True,
        )

    def _repair_renumbering(self, findings: list[Finding]) -> None:
        document = self._signal.document

        def work(job: Job) -> None:
            with document.renumbering():
                repair_all(document, findings, job=job)

        self._runner.start(work, holds_document=True)

    def _ask_frozen(self, repair_now: Callable[[], object]) -> None:
        show_message(
            self.window(),
            _("Repair"),
            _("The numbers were filed, and this repair changes them."),
            icon=Icon.Warning,
            answers=(
                Answer(N_("&Renumber all the same"), repair_now),
                Answer(N_("&Cancel"), role=Role.RejectRole, is_default=True),
            ),
        )

    def _review(self, ids: array[int]) -> None:
        """Take reviews back when all are ones, or ask for the reason of new ones."""
        if not self._signal.is_editable:
            return
        store = self._signal.document.findings
        first = [k.finding for k in store.kept(ids[:LOOKED_AT]) if is_reviewable(k)]
        if all(finding.reviewed is not None for finding in first):
            self._run_review(ids, take_back_all)
            return
        if len(first) == 1:
            words = sentence(first[0], Catalogue(language(), on_screen=True))
            alike = store.open_ids(first[0].rule)
        else:
            words = ngettext(
                "{count} finding is put aside for one reason.",
                "{count} findings are put aside for one reason.",
                len(ids),
            ).replace("{count}", count_text(len(ids)))
            alike = array("q")
        dialog = ReviewDialog(words, self, len(alike))

        def mark() -> None:
            reason = dialog.reason
            wanted = alike if dialog.every.isChecked() else ids
            self._run_review(wanted, lambda d, found, job: review_all(d, found, reason, job))

        dialog.accepted.connect(mark)
        dialog.open()

    def _run_review(
        self,
        ids: array[int],
        write: Callable[[Document, list[Finding], Job], object],
    ) -> None:
        document = self._signal.document
        if not document.is_editable:
            return

        def work(job: Job) -> None:
            # Looked for again: the rules may have spoken anew since they were chosen.
            kept = document.findings.kept(ids)
            write(document, [k.finding for k in kept if is_reviewable(k)], job)

        self._runner.run_or_start(work)

    def retranslate(self) -> None:
        """Word the title in the language of the window."""
        self.setWindowTitle(_("Findings"))
        self.toggleViewAction().setText(_("&Findings"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
