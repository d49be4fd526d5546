"""A document as the widgets know it: what changes is told by signals, in the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from seqeditor.app.document import Change, Document
from seqeditor.app.validation import Validation


class DocumentSignal(QObject):
    """One document and its signals; panels are given this, and nothing of each other.

    `changed(Change)`: an edit, undo or redo is done; a widget that was the `origin` may keep what
    it shows. `findings_changed(ids)`: a frozenset of the sequences whose findings are new (empty:
    those of the general information and of the listing), None when any may be. `busy_changed`:
    long work has the document, edits are refused meanwhile. `state_changed`: saved, other path,
    or history - what the title and the Undo entry show.
    """

    changed = Signal(object)
    findings_changed = Signal(object)
    busy_changed = Signal(bool)
    state_changed = Signal()
    _arrived = Signal(object)

    def __init__(
        self,
        document: Document,
        validation: Validation | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.validation = validation or Validation(document)
        # Through a signal of our own, because long work tells of its changes from its thread.
        self._arrived.connect(self._tell)
        self._unsubscribe = document.subscribe(self._arrived.emit)

    @property
    def is_editable(self) -> bool:
        """Whether edits are taken now."""
        return self.document.is_editable

    def set_busy(self, busy: bool) -> None:
        """Keep the document for long work, or give it back."""
        if busy != self.document.busy:
            self.document.busy = busy
            self.busy_changed.emit(busy)
            self.state_changed.emit()

    def tell_state(self) -> None:
        """Tell that the document was saved or has another name now."""
        self.state_changed.emit()

    def end(self) -> None:
        """Hear nothing more of the document, which is about to be closed."""
        self._unsubscribe()

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)
        self.state_changed.emit()
