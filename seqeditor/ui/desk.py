"""What the actions of one window work with; given to them instead of the window itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QWidget

from seqeditor.app.document import Document
from seqeditor.app.visited import Visited
from seqeditor.ui.dialogs.faults import words_for
from seqeditor.ui.dialogs.message import Icon, show_message
from seqeditor.ui.dialogs.unexpected import show_unexpected
from seqeditor.ui.live_validation import LiveValidation
from seqeditor.ui.panels.general_information import GeneralInformationForm
from seqeditor.ui.panels.notice import Notice
from seqeditor.ui.panels.panes import Panes
from seqeditor.ui.panels.project import ProjectPanel
from seqeditor.ui.panels.sequence_editor import SequenceEditor
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.job_runner import JobRunner
from seqeditor.ui.session import Session


@dataclass(frozen=True)
class Desk:
    """The parts of one window.

    `open_with` begins a listing of its own with what a file of another format holds.
    `show_errors` puts the findings panel to the errors; `show_opened` brings the window forward
    that has a project open, and tells whether there is one. `visited` has the places shown so far;
    who goes to another position of the same sequence begins a jump there.
    """

    widget: QWidget
    session: Session
    signal: DocumentSignal
    runner: JobRunner
    live: LiveValidation
    project: ProjectPanel
    panes: Panes
    information: GeneralInformationForm
    notice: Notice
    open_window: Callable[[Document], object]
    open_with: Callable[[Path], object]
    show_opened: Callable[[Path], bool]
    show_errors: Callable[[], None]
    close_window: Callable[[], object]
    reset_layout: Callable[[], object]
    visited: Visited = field(default_factory=Visited)

    @property
    def editor(self) -> SequenceEditor:
        """The editor of a sequence that has, or last had, the focus."""
        return self.panes.active

    @property
    def document(self) -> Document:
        """The document of the window."""
        return self.signal.document

    def tell(self, title: str, error: BaseException) -> None:
        """Tell what went wrong; `title` is worded already."""
        words = words_for(error)
        if words is None:
            show_unexpected(type(error), error, error.__traceback__)
        else:
            show_message(self.widget, title, title, details=words, icon=Icon.Warning)
