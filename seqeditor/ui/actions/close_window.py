"""Closing a window: asks about what is not saved, and leaves no work behind."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

from seqeditor.texts import N_, _, fill
from seqeditor.ui.actions.save_project import SaveProject
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.message import Answer, Icon, Role, show_message


class CloseWindow(QObject):
    """Decides whether a window may close. `given_up`: the user wants it to stay open."""

    given_up = Signal()

    def __init__(self, desk: Desk, save: SaveProject, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._save = save
        self._is_decided = False
        self._question: QMessageBox | None = None

    @property
    def keeps_copy(self) -> bool:
        """Whether the working copy must outlive the window: the session of the system ends."""
        return self._desk.session.is_ending and self._desk.document.is_modified

    def may_close(self) -> bool:
        """Tell whether the window may close now; asks about unsaved work where it may not."""
        document = self._desk.document
        if self._is_decided or self._desk.session.is_ending:
            return True
        finish_typing(self._desk.widget)
        if document.read_only or not document.is_modified:
            return True
        if self._question is None:
            self._ask()
        return False

    def _ask(self) -> None:
        name = self._desk.document.title or _("New listing")
        self._question = show_message(
            self._desk.widget,
            _("Unsaved changes"),
            fill(_("{file} has changes that are not saved."), {"file": name}),
            details=_("Without saving they are lost."),
            icon=Icon.Warning,
            answers=(
                Answer(N_("&Save"), self._save_first, is_default=True),
                Answer(N_("&Do not save"), self._close, Role.DestructiveRole),
                Answer(N_("&Keep editing"), self.given_up.emit, Role.RejectRole),
            ),
        )
        self._question.finished.connect(self._answered)

    def _answered(self, _code: int) -> None:
        self._question = None

    def _save_first(self) -> None:
        self._save.save(then=self._close)

    def _close(self) -> None:
        self._is_decided = True
        self._desk.close_window()
