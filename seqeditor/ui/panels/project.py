"""The left side of the window: the parts of the project, and the list of its sequences."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.document import Change
from seqeditor.app.filtering import Found, found
from seqeditor.app.jobs import Job
from seqeditor.domain.criteria import Criteria
from seqeditor.domain.number_ranges import NumbersError
from seqeditor.store.choosing import Sort
from seqeditor.store.reader import Reader
from seqeditor.store.reports import count_reports
from seqeditor.store.snapshots import count_snapshots
from seqeditor.texts import _
from seqeditor.ui.models.sequence_table import SequenceTable
from seqeditor.ui.panels.filter_words import COLUMNS
from seqeditor.ui.panels.list_filter import ListFilter
from seqeditor.ui.panels.sequence_list import SequenceList
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.qt.icons import icon
from seqeditor.ui.qt.job_runner import JobRunner
from seqeditor.ui.qt.locale import count_text

GENERAL_INFORMATION, SEQUENCES, SNAPSHOTS, REPORTS = 0, 1, 2, 3
"""The rows of the parts."""

_PICTURES = ("information", "sequences", "snapshot", "import")

FILTER_DELAY = 200
SEARCH_AT_ONCE = 20_000
"""Listings with more sequences are filtered beside the window."""


class ProjectPanel(QWidget):
    """Chooses what the centre shows.

    `part_chosen(part)`: one of the rows above; what happens in the list, `list` tells itself.
    """

    part_chosen = Signal(int)

    def __init__(
        self,
        signal: DocumentSignal,
        runner: JobRunner,
        reader: Reader,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._signal = signal
        self._runner = runner
        self._search: Job | None = None
        self.model = SequenceTable(signal, reader, self)
        self.list = SequenceList(self.model)
        self.parts = self._make_parts()
        self.list_filter = ListFilter()
        self.list_filter.used_organisms = signal.document.organism_names
        self.filter = self.list_filter.line
        self._lay_out()
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(FILTER_DELAY)
        self._delay.timeout.connect(self.filter_now)
        self.list_filter.typed.connect(self._delay.start)
        self.list_filter.changed.connect(self.filter_now)
        self._unfit = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(FILTER_DELAY)
        self._again.timeout.connect(self._filter_again)
        self.list.sort_asked.connect(self._sort)
        self.filter.returnPressed.connect(self._to_list)
        self.list.current_changed.connect(self._list_moved)
        self.list.selection_changed.connect(self._let_go)
        self.list.clicked.connect(lambda _index: self.choose(SEQUENCES))
        self.model.rowsInserted.connect(lambda *_: self._count())
        self.model.rowsRemoved.connect(lambda *_: self._count())
        self.model.modelReset.connect(self._count)
        signal.changed.connect(self._changed)
        signal.findings_changed.connect(self._findings_changed)
        signal.state_changed.connect(self._count_records)
        signal.busy_changed.connect(lambda _busy: self._count_records())
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Ask for room for number, type, length and the beginning of the organism."""
        return QSize(320, 480)

    def minimumSizeHint(self) -> QSize:
        """Never become so narrow that the list says nothing."""
        return QSize(220, 200)

    def _make_parts(self) -> QListWidget:
        parts = QListWidget()
        parts.setObjectName("parts")
        parts.setFrameShape(QFrame.Shape.NoFrame)
        parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        parts.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        parts.setIconSize(QSize(20, 20))
        for name in _PICTURES:
            item = QListWidgetItem(icon(name), "")
            item.setSizeHint(QSize(0, parts.fontMetrics().height() + 14))
            parts.addItem(item)
        parts.setFixedHeight(sum(parts.sizeHintForRow(n) for n in range(len(_PICTURES))) + 4)
        parts.setCurrentRow(SEQUENCES)
        parts.currentRowChanged.connect(self.part_chosen)
        parts.itemClicked.connect(lambda item: self.part_chosen.emit(parts.row(item)))
        return parts

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.parts)
        column.addWidget(self.list_filter)
        column.addWidget(self.list, 1)

    # Choosing ----------------------------------------------------------------------------------

    def choose(self, part: int) -> None:
        """Show a part in the centre."""
        if self.parts.currentRow() != part:
            self.parts.setCurrentRow(part)

    def show_sequence(self, sequence_id: int) -> bool:
        """Go to a sequence, past the filter where it hides it; False when it is gone."""
        if self.model.row_of(sequence_id) is None and self.model.is_filtered:
            self.clear_filter()
            if self.model.row_of(sequence_id) is None:
                self.list_filter.set_sort(None)  # too many to be sorted anew at once
        self.choose(SEQUENCES)
        return self.list.show_id(sequence_id)

    def _list_moved(self, sequence_id: int | None) -> None:
        if sequence_id is not None and self.list.hasFocus():
            self.choose(SEQUENCES)

    def _to_list(self) -> None:
        self.filter_now()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.list.current_id() is None and self.model.rowCount():
            self.list.selectRow(0)

    # Filter ------------------------------------------------------------------------------------

    def clear_filter(self) -> None:
        """Show all sequences."""
        self.list_filter.clear()

    def filter_now(self) -> None:
        """Show the sequences that meet the filter, without waiting any longer."""
        self._filter(frozenset())

    def _filter_again(self) -> None:
        """Follow what was edited; what is selected stays, fit or not, until something else is."""
        current = self.list.current_id()
        here = () if current is None else (current,)
        self._filter(frozenset((*self.list.selected_ids(), *here)))

    def _filter(self, kept: frozenset[int]) -> None:
        self._delay.stop()
        self._again.stop()
        if self._search is not None:
            self._search.cancel()
            self._search = None
        wanted, sort = self.list_filter.criteria, self.list_filter.sort
        if wanted.is_empty and sort is None:
            self._show(None)
        elif self._signal.document.count() <= SEARCH_AT_ONCE:
            document = self._signal.document
            try:
                self._show(found(document.copy, document.findings, wanted, sort, kept))
            except NumbersError as error:
                self.list_filter.show_fault(error)
        else:
            self._search_beside(wanted, sort, kept)

    def _search_beside(self, wanted: Criteria, sort: Sort | None, kept: frozenset[int]) -> None:
        document = self._signal.document

        def work(_job: Job) -> Found | NumbersError:
            reader = document.reader()
            try:
                return found(reader, document.findings, wanted, sort, kept)
            except NumbersError as error:
                return error
            finally:
                reader.connection.close()

        def show(result: Found | NumbersError) -> None:
            # A late answer to an earlier filter is dropped.
            if self._search is not job:
                return
            self._search = None
            if isinstance(result, NumbersError):
                self.list_filter.show_fault(result)
            else:
                self._show(result)

        job = self._search = self._runner.start(work, on_done=show)

    def _show(self, result: Found | None) -> None:
        self._unfit = 0 if result is None else result.unfit
        if result is None:
            self.model.show_ids(None)
        elif not self.model.is_filtered or result.ids != self.model.ids:
            self.model.show_ids(result.ids)
        sort = self.list_filter.sort
        if sort is None:
            self.list.show_sort(None)
        else:
            self.list.show_sort(COLUMNS[sort.column], descending=sort.descending)
        self._count()

    def _sort(self, column: int) -> None:
        """Sort the view by a column: rising, falling, and back to the order of the listing."""
        name = next(name for name, number in COLUMNS.items() if number == column)
        former = self.list_filter.sort
        if former is None or former.column != name:
            # Rising numbers are the order of the listing.
            sort: Sort | None = Sort(name, descending=name == "number")
        else:
            sort = None if former.descending else Sort(name, descending=True)
        self.list_filter.set_sort(sort)

    def _changed(self, change: Change) -> None:
        self._count()
        if change.header_changed and not change.sequence_ids and not change.order_changed:
            return
        moved = change.order_changed and self.list_filter.sort is not None
        if moved or not self.list_filter.criteria.is_empty:
            self._follow()

    def _findings_changed(self, _ids: object) -> None:
        if self.list_filter.criteria.findings:
            self._follow()

    def _let_go(self) -> None:
        """What does not fit any more goes, once something else is selected."""
        if self._unfit:
            self._follow()

    def _follow(self) -> None:
        if not self._delay.isActive():  # else all is asked anew in a moment
            self._again.start()

    def end(self) -> None:
        """Show nothing more: the document is about to be closed."""
        self._delay.stop()
        self._again.stop()
        self._signal.changed.disconnect(self._changed)
        self._signal.findings_changed.disconnect(self._findings_changed)
        self.list.selection_changed.disconnect(self._let_go)
        self.model.end()

    # Words -------------------------------------------------------------------------------------

    def _count(self) -> None:
        count = self._signal.document.count()
        words = _("Sequences ({count})").replace("{count}", count_text(count))
        self.parts.item(SEQUENCES).setText(words)
        wanted = self.list_filter.criteria
        filtered = self.model.is_filtered and not wanted.is_empty
        self.list_filter.show_count(
            self.model.rowCount(), count, is_filtered=filtered, unfit=self._unfit
        )

    def _count_records(self) -> None:
        if self._signal.document.busy:
            return  # to ask would mean to wait; it is told when the work has ended
        copy = self._signal.document.copy
        for part, words, kept in (
            (SNAPSHOTS, _("Snapshots"), count_snapshots(copy)),
            (REPORTS, _("Import reports"), count_reports(copy)),
        ):
            self.parts.item(part).setText(f"{words} ({count_text(kept)})" if kept else words)

    def retranslate(self) -> None:
        """Word everything in the language of the window."""
        self.parts.item(GENERAL_INFORMATION).setText(_("General information"))
        self.parts.setAccessibleName(_("Parts of the project"))
        self._count()
        self._count_records()

    def redraw(self) -> None:
        """Draw the icons in the colours of the window."""
        self.list_filter.redraw()
        for row, name in enumerate(_PICTURES):
            self.parts.item(row).setIcon(icon(name))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and colours of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.redraw()
