"""What can be done with snapshots as filed: opened, exported, compared, renamed, deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar, TypeVar

from PySide6.QtWidgets import QInputDialog, QMainWindow

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.app.snapshots import (
    Differences,
    compared,
    export_snapshot,
    open_snapshot,
)
from seqeditor.store.reader import Reader
from seqeditor.store.snapshots import Snapshot, remove_snapshot, rename_snapshot
from seqeditor.texts import N_, _, fill
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.files import ask_where_to_save
from seqeditor.ui.dialogs.message import Answer, Icon, Role, show_message
from seqeditor.ui.dialogs.rows import RowsDialog
from seqeditor.ui.panels.project import SNAPSHOTS
from seqeditor.ui.panels.snapshots import SnapshotsPanel
from seqeditor.ui.qt.locale import count_text, moment_text

PURPOSE = "snapshot"

T = TypeVar("T")


class SnapshotActions(ActionGroup):
    """The snapshots of one window."""

    menu: ClassVar[str] = "view/jump"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.show = Action(
            window,
            N_("Go to the snaps&hots"),
            lambda: desk.project.choose(SNAPSHOTS),
            picture="snapshot",
            tip=N_("What was filed, kept byte for byte"),
        )
        self.panel = window.findChild(SnapshotsPanel)
        assert self.panel is not None
        self.panel.asked.connect(self._do)

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.show)

    def _do(self, what: str, one: Snapshot) -> None:
        {
            "open": self._open,
            "export": self._export,
            "compare": self._compare,
            "rename": self._rename,
            "delete": self._delete,
        }[what](one)

    def _run(
        self,
        work: Callable[[Reader, Job], T],
        then: Callable[[T], object],
        title: str,
    ) -> None:
        document = self.desk.document

        def with_reader(job: Job) -> T:
            reader = document.reader()
            try:
                return work(reader, job)
            finally:
                reader.connection.close()

        def done(result: T) -> None:
            then(result)

        self.desk.runner.start(
            with_reader, on_done=done, on_error=lambda error: self.desk.tell(title, error)
        )

    def _open(self, one: Snapshot) -> None:
        def show(document: Document) -> None:
            self.desk.open_window(document)

        self._run(
            lambda reader, job: open_snapshot(reader, one, job),
            show,
            _("The snapshot could not be opened."),
        )

    def _export(self, one: Snapshot) -> None:
        path = ask_where_to_save(
            self.desk.widget,
            self.desk.session,
            PURPOSE,
            _("Export XML"),
            Path(one.file_name),
            [_("ST.26 sequence listings") + " (*.xml)"],
        )
        if path is None:
            return
        target = path if path.suffix.lower() == ".xml" else Path(f"{path}.xml")
        words = _("{file} was written, byte for byte as it was filed.")
        self._run(
            lambda reader, job: export_snapshot(reader, one, target, job),
            lambda _none: self.desk.notice.show_words(lambda: fill(words, {"file": target.name})),
            fill(_("{file} could not be written."), {"file": target.name}),
        )

    def _compare(self, one: Snapshot) -> None:
        self._run(
            lambda reader, job: compared(reader, one, job),
            lambda found: self._show_differences(one, found),
            _("The snapshot could not be compared."),
        )

    def _show_differences(self, one: Snapshot, found: Differences) -> None:
        RowsDialog(
            self.desk.widget,
            fill(_("Compared with “{label}”"), {"label": one.label}),
            _summary(found),
            (N_("SEQ ID NO"), N_("Difference")),
            _rows(found),
            wide=(1,),
        ).open()

    def _rename(self, one: Snapshot) -> None:
        dialog = QInputDialog(self.desk.widget)
        dialog.setWindowTitle(_("Rename the snapshot"))
        dialog.setLabelText(_("Label:"))
        dialog.setTextValue(one.label)

        def rename() -> None:
            label = dialog.textValue().strip()
            if label and label != one.label and self.desk.document.is_editable:
                rename_snapshot(self.desk.document.copy, one.id, label)
                self.desk.signal.tell_state()

        dialog.accepted.connect(rename)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _delete(self, one: Snapshot) -> None:
        def delete() -> None:
            if self.desk.document.is_editable:
                remove_snapshot(self.desk.document.copy, one.id)
                self.desk.signal.tell_state()

        at = moment_text(datetime.fromisoformat(one.at))
        show_message(
            self.desk.widget,
            _("Delete the snapshot"),
            fill(_("Delete “{label}”, kept on {date}?"), {"label": one.label, "date": at}),
            details=_(
                "It cannot be brought back. The numbers it froze are free again, unless another"
                " snapshot has them."
            ),
            icon=Icon.Warning,
            answers=(
                Answer(N_("&Delete"), delete, role=Role.DestructiveRole),
                Answer(N_("&Cancel"), role=Role.RejectRole, is_default=True),
            ),
        )


def _summary(found: Differences) -> str:
    if found.is_equal:
        return fill(
            _("All {count} sequences are as they were."), {"count": count_text(found.total)}
        )
    counts = {
        "now": count_text(found.total),
        "then": count_text(found.total_then),
        "residues": count_text(len(found.residues)),
        "annotations": count_text(len(found.annotations)),
        "added": count_text(len(found.added)),
        "missing": count_text(len(found.missing)),
    }
    return fill(
        _(
            "Sequences then: {then}, now: {now}.\nOther residues: {residues}. Other features or"
            " qualifiers: {annotations}. Added: {added}. Not there any more: {missing}."
        ),
        counts,
    )


def _rows(found: Differences) -> list[tuple[str, str]]:
    kinds = (
        (found.residues, _("other residues")),
        (found.annotations, _("other features or qualifiers")),
        (found.added, _("added")),
        (found.missing, _("not there any more")),
    )
    return [(number, words) for numbers, words in kinds for number in numbers]
