"""Saving the project: only on the user's word, beside the window, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from seqeditor.app.document import Kind
from seqeditor.app.jobs import Job
from seqeditor.app.saving import save_project, suggested_project_path
from seqeditor.texts import _, fill
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.files import ask_where_to_save

PURPOSE = "save"
SUFFIX = ".seqproj"


def _nothing() -> None: ...


class SaveProject(QObject):
    """Save and Save As of one window. `saved(datetime)`: the file is written."""

    saved = Signal(object)
    running_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.is_running = False

    def save(self, then: Callable[[], object] = _nothing) -> None:
        """Save under the known name, else ask for one; `then` follows when it is written."""
        document = self._desk.document
        if document.kind is Kind.PROJECT and document.path is not None and not document.read_only:
            finish_typing(self._desk.widget)
            self._write(document.path, then)
        else:
            self.save_as(then)

    def save_as(self, then: Callable[[], object] = _nothing) -> None:
        """Ask for a name and save under it."""
        finish_typing(self._desk.widget)
        path = ask_where_to_save(
            self._desk.widget,
            self._desk.session,
            PURPOSE,
            _("Save the project"),
            suggested_project_path(self._desk.document),
            [_("Projects") + f" (*{SUFFIX})"],
        )
        if path is not None:
            with_suffix = path if path.suffix.lower() == SUFFIX else Path(f"{path}{SUFFIX}")
            self._write(with_suffix, then)

    def _write(self, path: Path, then: Callable[[], object]) -> None:
        document = self._desk.document

        def work(job: Job) -> None:
            reader = document.reader()
            try:
                save_project(document, path, job, reader)
            finally:
                reader.connection.close()

        def done(_none: object) -> None:
            self._set_running(running=False)
            self._desk.session.add_recent(path)
            self._desk.signal.tell_state()
            self.saved.emit(datetime.now())
            then()

        def failed(error: BaseException) -> None:
            self._set_running(running=False)
            self._desk.tell(fill(_("{file} could not be saved."), {"file": path.name}), error)

        self._set_running(running=True)
        self._desk.runner.start(
            work,
            on_done=done,
            on_error=failed,
            on_cancelled=lambda: self._set_running(running=False),
        )

    def _set_running(self, *, running: bool) -> None:
        self.is_running = running
        self.running_changed.emit()
