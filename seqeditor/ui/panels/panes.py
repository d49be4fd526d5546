"""One sequence, or two beside or below one another; one of the two is the active one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from seqeditor.ui.panels.pane_bar import PaneBar
from seqeditor.ui.panels.sequence_editor import SequenceEditor
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.window_settings import keep_splitter, restore_splitter

BESIDE, BELOW = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_NAMES = {BESIDE: "panes-beside", BELOW: "panes-below"}


class Pane(QWidget):
    """An editor of a sequence with a bar above it, which is seen when there are two."""

    def __init__(self, signal: DocumentSignal, name: str) -> None:
        super().__init__()
        self.editor = SequenceEditor(signal, name=name)
        self.bar = PaneBar()
        self.bar.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.editor, 1)


class Panes(QWidget):
    """Holds the editors. The active one is the one that has, or last had, the focus.

    `active_changed`: another pane is the active one. `place_changed(text)` and
    `sequences_pasted(text)`: of the active pane. `split_changed`: one or two, otherwise laid, or
    the other pane shows another sequence. `layout_reset`: everything is to be as usual.
    """

    active_changed = Signal()
    split_changed = Signal()
    layout_reset = Signal()
    place_changed = Signal(str)
    sequences_pasted = Signal(str)

    def __init__(self, signal: DocumentSignal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signal = signal
        self._callbacks: list[Callable[[SequenceEditor], object]] = []
        self._panes: list[Pane] = []
        self.splitter = QSplitter(BESIDE)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self._active = self._add("map-residues-features")
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        application.focusChanged.connect(self._focus_changed)

    def end(self) -> None:
        """Hear nothing more of the application, and remember how the room was shared."""
        self._application.focusChanged.disconnect(self._focus_changed)
        self.keep_sizes()

    # The panes ---------------------------------------------------------------------------------

    def _add(self, name: str) -> Pane:
        pane = Pane(self._signal, name)
        editor = pane.editor
        editor.place_changed.connect(
            lambda words: self.place_changed.emit(words) if self.active is editor else None
        )
        editor.sequences_pasted.connect(self.sequences_pasted)
        pane.bar.chosen.connect(lambda: self.activate(editor))
        pane.bar.swap_asked.connect(self.swap)
        pane.bar.close_asked.connect(lambda: self.close_pane(editor))
        if self._panes:
            # What is added to the menus of one editor stands in those of both.
            first = self._panes[0].editor
            editor.menu_hooks = first.menu_hooks
            editor.features.menu_hooks = first.features.menu_hooks
        self._panes.append(pane)
        self.splitter.addWidget(pane)
        for callback in self._callbacks:
            callback(editor)
        return pane

    def each(self, callback: Callable[[SequenceEditor], object]) -> None:
        """Call this with every editor there is, and with another one when it is made."""
        self._callbacks.append(callback)
        for pane in self._panes:
            callback(pane.editor)

    @property
    def editors(self) -> list[SequenceEditor]:
        """The editors made so far; one that is not shown has no sequence."""
        return [pane.editor for pane in self._panes]

    @property
    def active(self) -> SequenceEditor:
        """The editor that everything in the window acts on."""
        return self._active.editor

    @property
    def other(self) -> SequenceEditor | None:
        """The editor in the other pane, None when there is one pane."""
        return next((p.editor for p in self._shown() if p is not self._active), None)

    @property
    def is_split(self) -> bool:
        """Whether two panes are shown."""
        return len(self._shown()) > 1

    @property
    def orientation(self) -> Qt.Orientation:
        """How two panes lie: BESIDE or BELOW one another."""
        return self.splitter.orientation()

    def _shown(self) -> list[Pane]:
        return [pane for pane in self._panes if not pane.isHidden()]

    # Splitting ---------------------------------------------------------------------------------

    def split(self, orientation: Qt.Orientation, sequence_id: int | None) -> None:
        """Show two panes; in the second a sequence, unless there are two already."""
        self.keep_sizes()
        self.splitter.setOrientation(orientation)
        if not self.is_split:
            if len(self._panes) < 2:
                pane = self._add("map-residues-features-2")
            else:
                pane = next(p for p in self._panes if p.isHidden())
                self.splitter.addWidget(pane)  # behind the one that is there
            pane.show()
            pane.editor.show_sequence(sequence_id)
        self.splitter.setObjectName(_NAMES[orientation])
        if not restore_splitter(self.splitter):
            self.splitter.setSizes([1000, 1000])
        self.splitter.setOrientation(orientation)
        self._mark()
        self.split_changed.emit()

    def close_pane(self, editor: SequenceEditor) -> None:
        """Close one of two panes; the other one has the room."""
        rest = next((p for p in self._shown() if p.editor is not editor), None)
        if rest is None:
            return
        self.keep_sizes()
        editor.finish()
        self._make_active(rest)
        closed = next(p for p in self._panes if p.editor is editor)
        closed.hide()
        editor.show_sequence(None)
        self._mark()
        self.split_changed.emit()
        rest.editor.focus_residues()

    def close_other(self) -> None:
        """Show one pane, the active one."""
        if (other := self.other) is not None:
            self.close_pane(other)

    def swap(self) -> None:
        """Let the two panes change places."""
        if self.is_split:
            sizes = self.splitter.sizes()
            self.splitter.insertWidget(0, max(self._shown(), key=self.splitter.indexOf))
            self.splitter.setSizes(sizes)

    def show_in_other(self, sequence_id: int) -> None:
        """Show a sequence in the other pane, which is made when there is none."""
        other = self.other
        if other is None:
            self.split(self.orientation, sequence_id)
        else:
            other.show_sequence(sequence_id)
            self.split_changed.emit()

    def fill_empty(self) -> None:
        """Show in the other pane what the active one shows, when its sequence is gone."""
        other = self.other
        if other is None:
            return
        if other.sequence_id is None or other.sequence_id not in self._signal.document.order:
            other.show_sequence(self.active.sequence_id)
            self.split_changed.emit()

    # The active one ----------------------------------------------------------------------------

    def activate(self, editor: SequenceEditor) -> None:
        """Make a pane the active one and put the cursor into it."""
        self._make_active(next(p for p in self._panes if p.editor is editor))
        editor.focus_residues()

    def _make_active(self, pane: Pane) -> None:
        if pane is self._active or pane.isHidden():
            return
        self._active = pane
        self._mark()
        self.active_changed.emit()
        pane.editor.tell_place()

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.is_split:
            return
        for pane in self._shown():
            if pane.isAncestorOf(new):
                self._make_active(pane)

    def _mark(self) -> None:
        for pane in self._panes:
            pane.bar.setVisible(self.is_split)
            pane.bar.set_active(pane is self._active)

    def reset_layout(self) -> None:
        """Give everything its usual size; what was remembered is forgotten already."""
        for editor in self.editors:
            editor.reset_layout()
        self.layout_reset.emit()

    # Sizes -------------------------------------------------------------------------------------

    def keep_sizes(self) -> None:
        """Remember how the parts share the room."""
        if self.is_split:
            keep_splitter(self.splitter)
        for pane in self._shown():
            pane.editor.keep_sizes()
