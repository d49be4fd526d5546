"""Generating the ST.26 XML: shown first, refused while there are errors, confirmed afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from seqeditor.app.document import Kind
from seqeditor.app.generating import Plan, generate, plan
from seqeditor.app.jobs import Job
from seqeditor.app.snapshots import keep_snapshot
from seqeditor.store.reader import Reader
from seqeditor.texts import N_, _, fill
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.files import ask_where_to_save
from seqeditor.ui.dialogs.generate import PlanDialog, show_statement
from seqeditor.ui.dialogs.message import Answer, Icon, Role, show_message

PURPOSE = "generate"

T = TypeVar("T")


class GenerateListing(QObject):
    """Generate of one window. `begun`: the listing is about to be checked for filing."""

    running_changed = Signal()
    begun = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.is_running = False
        self._label: str | None = None

    def begin(self) -> None:
        """Check the listing and show what would be written."""
        finish_typing(self._desk.widget)
        self.begun.emit()
        document, validation = self._desk.document, self._desk.signal.validation
        self._desk.live.stop()
        self._run(
            lambda job, reader: plan(document, validation, job, reader),
            self._show_plan,
            _("The listing could not be checked."),
        )

    def _show_plan(self, found: Plan) -> None:
        self._desk.live.tell_complete()
        dialog = PlanDialog(
            found, self._desk.widget, keeps_snapshots=not self._desk.document.read_only
        )
        dialog.errors_asked.connect(self._desk.show_errors)

        def go_on() -> None:
            self._label = dialog.label
            self._ask_where(found)

        dialog.accepted.connect(go_on)
        dialog.open()

    def _ask_where(self, found: Plan) -> None:
        proposed = Path(found.file_name)
        if self._desk.document.path is not None and not self._desk.session.folder(PURPOSE):
            proposed = self._desk.document.path.with_name(found.file_name)
        path = ask_where_to_save(
            self._desk.widget,
            self._desk.session,
            PURPOSE,
            _("Generate ST.26 XML"),
            proposed,
            [_("ST.26 sequence listings") + " (*.xml)"],
        )
        if path is None:
            return
        target = path if path.suffix.lower() == ".xml" else Path(f"{path}.xml")
        if self._is_opened_file(target):
            self._refuse_opened(target, found)
        else:
            self._write(target)

    def _is_opened_file(self, target: Path) -> bool:
        document = self._desk.document
        if document.kind is not Kind.RECEIVED or document.path is None:
            return False
        return target.resolve() == document.path.resolve()

    def _refuse_opened(self, target: Path, found: Plan) -> None:
        show_message(
            self._desk.widget,
            _("Generate ST.26 XML"),
            fill(_("{file} is the file this listing was opened from."), {"file": target.name}),
            details=_("What was received is not replaced. Give the new file another name."),
            icon=Icon.Warning,
            answers=(
                Answer(N_("Another &name…"), lambda: self._ask_where(found), is_default=True),
                Answer(N_("&Cancel"), role=Role.RejectRole),
            ),
        )

    def _write(self, target: Path) -> None:
        document = self._desk.document
        self._run(
            lambda job, reader: generate(document, target, job, reader),
            lambda _none: self._written(target),
            fill(_("{file} could not be written."), {"file": target.name}),
        )

    def _written(self, target: Path) -> None:
        show_statement(self._desk.widget, target)
        label, document = self._label, self._desk.document
        if label is not None and not document.read_only:
            self._desk.runner.start(
                lambda job: keep_snapshot(document, target, label, job),
                on_done=lambda _none: self._desk.signal.tell_state(),
                on_error=lambda error: self._desk.tell(
                    _("The file is written, but no snapshot of it could be kept."), error
                ),
                holds_document=True,
            )

    def _run(
        self, work: Callable[[Job, Reader], T], then: Callable[[T], object], title: str
    ) -> None:
        document = self._desk.document

        def with_reader(job: Job) -> T:
            reader = document.reader()
            try:
                return work(job, reader)
            finally:
                reader.connection.close()

        def done(result: T) -> None:
            self._set_running(running=False)
            then(result)

        def failed(error: BaseException) -> None:
            self._set_running(running=False)
            self._desk.tell(title, error)

        self._set_running(running=True)
        self._desk.runner.start(
            with_reader,
            on_done=done,
            on_error=failed,
            on_cancelled=lambda: self._set_running(running=False),
        )

    def _set_running(self, *, running: bool) -> None:
        self.is_running = running
        self.running_changed.emit()
