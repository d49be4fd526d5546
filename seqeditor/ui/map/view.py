"""The feature map: choosing, selecting and editing by mouse and keyboard.

It changes no data. It says what the user wants by signals, and is told the new sequence.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from seqeditor.domain.sequence import Sequence
from seqeditor.texts import _
from seqeditor.ui.map.accessible import AccessibleMap, install_factory
from seqeditor.ui.map.entries import Entry
from seqeditor.ui.map.gestures import Doing, Gestures
from seqeditor.ui.map.plan import Grip
from seqeditor.ui.map.sheet import MapSheet
from seqeditor.ui.map.words import announce, block_tip, described, dragged_words

MenuHook = Callable[[QMenu, Entry | None], None]
"""Fills the context menu; told the feature under the mouse, if there is one."""

NOTCH = 120
"""What Qt reports for one notch of a mouse wheel."""

_Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class FeatureMap(MapSheet):
    """Shows features and lets the user choose and change them.

    `feature_chosen(index)`: a feature is now the current one. `feature_activated(index)`: it is to
    be edited. `location_dragged(index, location)`: an end was dragged. `residues_chosen(start,
    end)`: residues to be selected, 1-based; `end` is `start - 1` for a caret before start.
    `arranged`: what is shown has been laid out anew.
    """

    feature_chosen = Signal(int)
    feature_activated = Signal(int)
    location_dragged = Signal(int, str)
    residues_chosen = Signal(int, int)
    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self._to_be_shown = False
        self._gestures = Gestures(self)
        self.menu_hook: MenuHook | None = None
        self.accessible: AccessibleMap | None = None
        install_factory(FeatureMap)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew in the language of the window."""
        self.setAccessibleName(_("Feature map"))
        self._describe()
        self.viewport().update()

    def _describe(self) -> None:
        if self.isVisible() and not self.is_late:
            words = described(self)
            if words != self.accessibleDescription():
                self.setAccessibleDescription(words)

    # What is shown -----------------------------------------------------------------------------

    def set_read_only(self, read_only: bool) -> None:
        """Allow or forbid dragging."""
        self._read_only = read_only
        self._gestures.cancel()

    def set_sequence(self, sequence: Sequence, *, another: bool = False) -> None:
        """Show a sequence as it is now; what was being dragged is given up."""
        self._gestures.cancel()
        self._mark(hovered=None)
        super().set_sequence(sequence, another=another)

    def laid_out(self) -> None:
        """Show the current feature if that had to wait, and describe what is there now."""
        if self._to_be_shown:
            self._show_current()
        self._describe()
        self.arranged.emit()

    def set_current(self, index: int | None) -> None:
        """Mark the feature that is current elsewhere in the window, and show it."""
        if index == self.current:
            return
        self._mark(current=index)
        if self.is_late:
            self._to_be_shown = True
        elif self.isVisible():
            self._show_current()
            self._describe()

    def _show_current(self) -> None:
        self._to_be_shown = False
        entry = self.entry(self.current)
        if entry is not None and self._gestures.doing is Doing.NOTHING:
            self.reveal(entry.start, entry.end)
            self.reveal_lane(entry.index)

    def choose(self, index: int) -> None:
        """Make a feature the current one, here and elsewhere."""
        self._mark(current=index)
        self.reveal_lane(index)
        self._describe()
        self.feature_chosen.emit(index)

    def show_preview(self, entry: Entry | None, gap: int = 0) -> None:
        """Show a feature as it would be if the mouse were let go now; None for no longer."""
        words = "" if entry is None else dragged_words(entry, gap)
        self._mark(preview=entry, dragged_gap=gap, said=words)

    def grip_at(self, point: QPointF) -> Grip | None:
        """Return the end at a point that can be dragged now."""
        return None if self._read_only else self.plan.grip_at(point, self.current)

    # Mouse -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, select, drag or move."""
        if event.button() is Qt.MouseButton.MiddleButton:
            self._gestures.begin_panning(event.position())
        elif event.button() is Qt.MouseButton.LeftButton and self.length:
            extend = bool(event.modifiers() & _SHIFT)
            self._gestures.press(event.position(), extend=extend)
        self._show_cursor(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what the button does, else show what is under the mouse."""
        if self._gestures.doing is not Doing.NOTHING:
            self._gestures.move(event.position())
        else:
            block = self.plan.block_at(event.position())
            self._mark(hovered=None if block is None else block.entry.index)
        self._show_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the button did."""
        self._gestures.release()
        self._show_cursor(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the feature under the mouse; enlarge what is too small to be told apart."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        block = self.plan.block_at(event.position())
        if block is None:
            self.mousePressEvent(event)
        elif block.count > 1:
            self.zoom_to(block.start, block.end)
        else:
            self.feature_activated.emit(block.entry.index)

    def leaveEvent(self, event: QEvent) -> None:
        """Mark nothing as under the mouse."""
        self._mark(hovered=None)
        super().leaveEvent(event)

    def _show_cursor(self, point: QPointF) -> None:
        doing = self._gestures.doing
        if doing is Doing.PANNING:
            shape = Qt.CursorShape.ClosedHandCursor
        elif doing in (Doing.HOLDING, Doing.DRAGGING) or (
            doing is Doing.NOTHING and self.grip_at(point) is not None
        ):
            shape = Qt.CursorShape.SplitHCursor
        elif doing is Doing.NOTHING and self.plan.block_at(point) is not None:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; else scroll, sideways where there is nothing above or below."""
        turned = event.angleDelta()
        if event.modifiers() & _CONTROL:
            self.zoom(1.25 ** (turned.y() / NOTCH), event.position())
            event.accept()
            return
        sideways = bool(event.modifiers() & _SHIFT) or not self.verticalScrollBar().maximum()
        if sideways and not turned.x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned.y())
            event.accept()
        else:
            super().wheelEvent(event)

    def tip_at(self, point: QPointF) -> str:
        """Return the tip for a point: about the feature there, else the position."""
        block = self.plan.block_at(point)
        if block is None:
            here = self.plan.gap_at(point) if self.circular else self.scale.position_at(point.x())
            return str(here) if self.length else ""
        tip = block_tip(self.sequence, block)
        if self.grip_at(point) is not None:
            tip += "\n" + _("Drag to change the location.")
        return tip

    def viewportEvent(self, event: QEvent) -> bool:
        """Show tips, and zoom by two fingers."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self.tip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom(1 + event.value(), event.position())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the feature under the mouse, or the current one."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            block = self.plan.block_at(QPointF(event.pos()))
            entry = None if block is None else block.entry
            if entry is not None:
                self.choose(entry.index)
            else:
                self._go_near(QPointF(event.pos()))
        else:
            entry = self.entry(self.current)
            point = QPoint(8, 8) if entry is None else self.plan.rect_of(entry).center().toPoint()
            place = self.viewport().mapToGlobal(point)
        menu = self.context_menu(entry)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _go_near(self, point: QPointF) -> None:
        """Select the residue at a point outside of what is selected: things are to happen there."""
        start, end = self.marks.selection or (1, 0)
        gap = self.plan.gap_at(point)
        if self.length and not start - 1 <= gap <= end:
            position = min(gap + 1, self.length)
            self.residues_chosen.emit(position, position)

    def context_menu(self, entry: Entry | None) -> QMenu:
        """Return the menu for a feature or none, filled by `menu_hook`."""
        menu = QMenu(self)
        if self.menu_hook is not None:
            self.menu_hook(menu, entry)
        return menu

    # Keyboard ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the features, edit, zoom; Escape gives up a drag."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == _Key.Key_Escape and self._gestures.cancel():
            return
        plain = held in (Qt.KeyboardModifier.NoModifier, _SHIFT)
        if plain and key in (_Key.Key_Return, _Key.Key_Enter) and self.current is not None:
            self.feature_activated.emit(self.current)
        elif plain and key in _STEPS:
            self._step(_STEPS[_Key(key)])
        elif plain and key in (_Key.Key_Home, _Key.Key_End):
            self._step(None, last=key == _Key.Key_End)
        elif plain and event.text() in ("+", "="):
            self.zoom_in()
        elif plain and event.text() == "-":
            self.zoom_out()
        elif plain and event.text() == "0":
            self.fit()
        elif key in (_Key.Key_PageUp, _Key.Key_PageDown):
            bar = self.horizontalScrollBar()
            step = bar.pageStep() * (1 if key == _Key.Key_PageDown else -1)
            bar.setValue(bar.value() + step)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int | None, *, last: bool = False) -> None:
        """Go to the next or previous feature by position; without `by` to the first or last."""
        ordered = sorted(self.entries, key=lambda e: (e.start, e.end, e.index))
        if not ordered:
            return
        places = {entry.index: place for place, entry in enumerate(ordered)}
        here = places.get(-1 if self.current is None else self.current)
        if by is None:
            wanted = len(ordered) - 1 if last else 0
        elif here is None:
            wanted = 0 if by > 0 else len(ordered) - 1
        else:
            wanted = min(max(here + by, 0), len(ordered) - 1)
        entry = ordered[wanted]
        self.reveal(entry.start, entry.end)
        self.choose(entry.index)
        announce(self, self.accessibleDescription())

    # Focus and surroundings --------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and show the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._look.accent, 1))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self._describe()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the focus no more."""
        super().focusOutEvent(event)
        self._gestures.cancel()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language, palette and font of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
        ):
            self._refresh_look()


_STEPS = {_Key.Key_Right: 1, _Key.Key_Down: 1, _Key.Key_Left: -1, _Key.Key_Up: -1}
