"""The sheet of the feature map: what is shown, at which scale, and its painting; no input."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QWidget

from seqeditor.domain.sequence import Sequence
from seqeditor.texts import _, fill, ngettext
from seqeditor.ui.map.circular import CircularPlan
from seqeditor.ui.map.entries import Entry, entries_of, stretches_on_line, without_place
from seqeditor.ui.map.lanes import LaneTable
from seqeditor.ui.map.linear import LinearPlan, lanes_with_labels
from seqeditor.ui.map.look import MapLook, map_look
from seqeditor.ui.map.plan import Marks, Plan
from seqeditor.ui.map.scale import STEP, Scale
from seqeditor.ui.qt.locale import length_text

MANY = 300
"""More features than these are laid out when there is a moment's rest: typing must not wait."""

REST = 300
"""Milliseconds."""

MOST_ROUND = 40.0
"""How many times larger than what fits a circle can be shown."""


class MapSheet(QAbstractScrollArea):
    """Shows the features of a sequence on a line or a circle, from left to right in any language.

    Work that costs time is put off until something is painted or asked, so that a hidden map
    costs nothing.
    """

    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sequence = Sequence()
        self._entries: tuple[Entry, ...] | None = None
        self._table: tuple[LaneTable, int] | None = None
        self._plan: Plan | None = None
        self._marks = Marks()
        self._circular = False
        self._round = 1.0
        self._scale = Scale(0, 100)
        self._is_fitted = True
        self._ranging = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.relay)
        self._look: MapLook = map_look(self.font(), self.palette())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Return room for the ruler and some lanes."""
        return QSize(600, self._look.ruler + 4 * self._look.lane + 16)

    def minimumSizeHint(self) -> QSize:
        """Return room for the ruler and one lane."""
        return QSize(120, self._look.ruler + self._look.lane + 8)

    # What is shown -----------------------------------------------------------------------------

    @property
    def sequence(self) -> Sequence:
        """The sequence shown."""
        return self._sequence

    @property
    def length(self) -> int:
        """The number of residues."""
        return self._scale.length

    def set_sequence(self, sequence: Sequence, *, another: bool = False) -> None:
        """Show a sequence as it is now; `another` tells that it is not the one shown before."""
        self._sequence = sequence
        self._entries = self._table = None
        grown = sequence.length != self._scale.length
        self._scale = replace(self._scale, length=sequence.length)
        if another:
            self._is_fitted, self._round = True, 1.0
            self._mark(current=None)
        if another or grown or self._is_fitted:
            self._scale = self._scale.fitted() if self._is_fitted else self._scale.zoomed(1.0, 0)
        if self.isVisible() and len(sequence.features) > MANY:
            if another:
                self._plan = None
            self._late.start(0 if another else REST)
            self.viewport().update()
        else:
            self.relay()

    @property
    def is_late(self) -> bool:
        """Whether what is seen is still to be brought up to date."""
        return self._late.isActive()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The features that have a place on the map, in the order of the sequence."""
        if self._entries is None:
            self._entries = entries_of(self._sequence)
        return self._entries

    @property
    def placeless(self) -> tuple[int, ...]:
        """The features whose location cannot be read or lies beyond the end, by index."""
        return without_place(self._sequence, self.entries) if self.length else ()

    def entry(self, index: int | None) -> Entry | None:
        """Return the entry of a feature, None when it is not on the map."""
        return None if index is None else self.table.entry_of.get(index)

    @property
    def table(self) -> LaneTable:
        """The features by lanes."""
        # The same with and without a scroll bar, or the lanes would dance.
        width = self.width() - self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        if self._table is None or self._table[1] != width:
            scale = replace(self._scale, width=max(width, 1))
            made = (
                LaneTable(self.entries)
                if self._circular
                else lanes_with_labels(self.entries, scale, self._look)
            )
            self._table = (made, width)
        return self._table[0]

    @property
    def marks(self) -> Marks:
        """What is marked."""
        return self._marks

    def _mark(self, **changed: object) -> None:
        marks = replace(self._marks, **changed)  # type: ignore[arg-type]
        if marks != self._marks:
            self._marks = marks
            self.viewport().update()

    @property
    def current(self) -> int | None:
        """The index of the current feature, None for none."""
        return self._marks.current

    def set_selection(self, start: int, end: int) -> None:
        """Mark the residues start to end; `end` is `start - 1` for a caret before start."""
        self._mark(selection=(start, end))

    def set_seen(self, first: int, last: int) -> None:
        """Mark the residues that are seen elsewhere in the window."""
        self._mark(seen=(first, last) if last >= first else None)

    # Scale -------------------------------------------------------------------------------------

    @property
    def scale(self) -> Scale:
        """The scale of the straight map."""
        return self._scale

    @property
    def circular(self) -> bool:
        """Whether the map is round."""
        return self._circular

    def set_circular(self, circular: bool) -> None:
        """Show the sequence as a circle, or as a line."""
        if circular != self._circular:
            self._circular, self._table = circular, None
            self.relay()
            self.zoom_changed.emit()

    @property
    def is_fitted(self) -> bool:
        """Whether the whole map is seen."""
        return self._round <= 1.0 if self._circular else self._is_fitted

    @property
    def is_largest(self) -> bool:
        """Whether nothing can be made larger."""
        if self._circular:
            return self._round >= MOST_ROUND
        return self._scale.per >= self._scale.largest * 0.9999

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge or reduce what is shown, keeping in place what is at a point."""
        view = self.viewport()
        at = at or QPointF(view.width() / 2, view.height() / 2)
        if self._circular:
            self._zoom_round(factor, at)
        else:
            self._show_scale(self._scale.zoomed(factor, at.x()))

    def _zoom_round(self, factor: float, at: QPointF) -> None:
        wanted = min(max(self._round * factor, 1.0), MOST_ROUND)
        ratio, self._round = wanted / self._round, wanted
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        place = QPointF(at.x() + across.value(), at.y() + down.value()) * ratio - at
        self.relay()
        across.setValue(round(place.x()))
        down.setValue(round(place.y()))
        self.zoom_changed.emit()

    def zoom_in(self) -> None:
        """Enlarge by one step, around the current feature when it is seen."""
        self.zoom(STEP * STEP, self._anchor())

    def zoom_out(self) -> None:
        """Reduce by one step."""
        self.zoom(1 / (STEP * STEP), self._anchor())

    def _anchor(self) -> QPointF | None:
        entry = self.entry(self.current)
        if entry is None:
            return None
        middle = self.plan.rect_of(entry).center()
        return middle if self.viewport().rect().contains(middle.toPoint()) else None

    def fit(self) -> None:
        """Show the whole sequence."""
        self._round = 1.0
        self._show_scale(self._scale.fitted())

    def zoom_to(self, start: int, end: int) -> None:
        """Show the positions start to end as large as they fit."""
        if not self._circular:
            self._show_scale(self._scale.showing(start, end))
            return
        share = max(end - start + 1, 1) / max(self.length, 1)
        self._round = min(max(0.5 / max(share, 0.001), 1.0), MOST_ROUND / 4)
        self.relay()
        self._reveal_round((start - 1 + end) / 2)
        self.zoom_changed.emit()

    def reveal(self, start: int, end: int) -> None:
        """Scroll as little as shows the positions start to end."""
        if self._circular:
            if self._round > 1.0:
                self._reveal_round((start - 1 + end) / 2)
        elif self._scale.hidden:
            self._show_scale(self._scale.revealing(start, end))

    def reveal_lane(self, index: int) -> None:
        """Scroll down or up as little as shows the lane of a feature."""
        lane = self.table.lane_of.get(index)
        if lane is None or self._circular:
            return
        bar, look = self.verticalScrollBar(), self._look
        top = lane * look.lane
        above = LinearPlan.height_of_top(self._scale, look)
        room = self.viewport().height() - above - look.lane
        bar.setValue(max(min(bar.value(), top), top + look.lane - room))

    def _reveal_round(self, gap: float) -> None:
        plan = self.plan
        if isinstance(plan, CircularPlan):
            view = self.viewport()
            away = plan.place(gap, plan.radius) - QPointF(view.width() / 2, view.height() / 2)
            for bar, by in (
                (self.horizontalScrollBar(), away.x()),
                (self.verticalScrollBar(), away.y()),
            ):
                bar.setValue(bar.value() + round(by))

    def _show_scale(self, scale: Scale) -> None:
        self._is_fitted = scale.is_fitted
        self._scale = scale
        self.relay()
        self.zoom_changed.emit()

    # Layout ------------------------------------------------------------------------------------

    def relay(self) -> None:
        """Lay out anew after something has changed."""
        self._late.stop()
        self._plan = None
        self._set_ranges()
        self.viewport().update()
        self.laid_out()

    def laid_out(self) -> None:
        """Do what comes after: nothing here."""

    def _set_ranges(self) -> None:
        across, down, view = self.horizontalScrollBar(), self.verticalScrollBar(), self.viewport()
        if not self.isVisible():
            return  # done when it is shown
        if self._circular:
            wide = round(view.width() * (self._round - 1))
            high = round(view.height() * (self._round - 1))
        else:
            wide = self._scale.hidden
            full = LinearPlan.full_height(self.table, self._scale, self._look)
            high = max(0, full - view.height())
        offset = self._scale.offset
        across.setPageStep(view.width())
        across.setSingleStep(40)
        down.setPageStep(view.height())
        down.setSingleStep(self._look.lane)
        self._ranging = True  # what the bars say meanwhile is no wish of the user
        for bar, most in ((across, wide), (down, high)):
            bar.setRange(0, most)
        if not self._circular:
            across.setValue(offset)
        self._ranging = False

    @property
    def plan(self) -> Plan:
        """The map as it is laid out now."""
        if self.is_late:
            self.relay()
        if self._plan is None:
            self._plan = self._make_plan()
        return self._plan

    def _make_plan(self) -> Plan:
        view = self.viewport()
        if not self._circular:
            down = self.verticalScrollBar().value()
            residues = self._sequence.residues
            return LinearPlan(self.table, self._scale, self._look, residues, view.height(), down)
        wide, high = view.width() * self._round, view.height() * self._round
        left, top = -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
        place = QRectF(left, top, wide, high)
        return CircularPlan(self.table, self.length, self._look, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is seen; the whole stays the whole."""
        super().resizeEvent(event)
        scale = replace(self._scale, width=max(self.viewport().width(), 1))
        self._scale = scale.fitted() if self._is_fitted else scale.zoomed(1.0, 0)
        self.relay()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out what was put off."""
        super().showEvent(event)
        self.relay()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bars."""
        if not self._circular and not self._ranging:
            self._scale = self._scale.scrolled(self.horizontalScrollBar().value())
        self._plan = None
        if self.is_late:
            self.relay()
        self.viewport().update()

    def _refresh_look(self) -> None:
        self._look = map_look(self.font(), self.palette())
        self._table = None
        self.relay()

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.ground)
        plan = self._plan if self.is_late else self.plan
        if plan is not None:
            plan.paint(painter, self.worded_marks())
        painter.end()

    def worded_marks(self) -> Marks:
        """Return the marks with the words that stand on the map."""
        count = self.length
        title = ngettext("{count} residue", "{count} residues", count)
        return replace(
            self._marks,
            hint=self._hint(),
            title=fill(title, {"count": length_text(count)}),
            line=stretches_on_line(self._sequence, self._marks.current_index),
        )

    def _hint(self) -> str:
        if not self.length:
            return _("No residues yet.")
        if not self.is_late and not self.entries and not self.placeless:
            return _("No features yet. Select residues on the ruler and add a feature there.")
        return ""
