"""A layout that puts widgets into one line, or into more lines where one has no room for them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget, QWidgetItem

SPACING = 8
APART = 16


@dataclass
class Group:
    """Widgets that stay together. One of them takes its share of the room left; 0 for none.

    `grows`: which one. `least`: the pixels it must have before another line is begun.
    """

    items: list[QLayoutItem]
    share: int = 0
    least: int = 0
    grows: int = -1

    @property
    def shown(self) -> list[QLayoutItem]:
        """The items of widgets that are not hidden."""
        return [item for item in self.items if not item.isEmpty()]

    def is_growing(self, item: QLayoutItem) -> bool:
        """Tell whether an item is the one that takes what room is left."""
        return self.share > 0 and item is self.items[self.grows]

    def width(self) -> int:
        """Return the width that the group needs."""
        items = self.shown
        widths = [
            self.least if self.is_growing(item) else item.sizeHint().width() for item in items
        ]
        return sum(widths) + SPACING * (len(widths) - 1) if widths else 0


class LinesLayout(QLayout):
    """Groups of widgets in lines; what grows fills its line. No word is cut before all else is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._groups: list[Group] = []
        self.setContentsMargins(QMargins(APART, SPACING, APART, SPACING))

    def add_group(self, *widgets: QWidget, share: int = 0, least: int = 0, grows: int = -1) -> None:
        """Append widgets that stay together in a line; by default the last one may grow."""
        items: list[QLayoutItem] = []
        for widget in widgets:
            self.addChildWidget(widget)
            items.append(QWidgetItem(widget))
        self._groups.append(Group(items, share, least, grows))
        self.invalidate()

    # What Qt asks of a layout ------------------------------------------------------------------

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item as a group of its own."""
        self._groups.append(Group([item]))

    def count(self) -> int:
        """Return how many items there are."""
        return sum(len(group.items) for group in self._groups)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None where there is none."""
        items = [item for group in self._groups for item in group.items]
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away, None where there is none."""
        item = self.itemAt(index)
        for group in self._groups:
            if item is not None and item in group.items:
                group.items.remove(item)
        return item

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more height than needed."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Return the size of all in one line."""
        edges = self.contentsMargins()
        groups = [group for group in self._groups if group.shown]
        width = sum(group.width() for group in groups) + APART * max(len(groups) - 1, 0)
        height = max((_height(group) for group in groups), default=0)
        return QSize(width + edges.left() + edges.right(), height + edges.top() + edges.bottom())

    def minimumSize(self) -> QSize:
        """Return the size of the widest group."""
        edges = self.contentsMargins()
        width = max((group.width() for group in self._groups), default=0)
        height = max((_height(group) for group in self._groups), default=0)
        return QSize(width + edges.left() + edges.right(), height + edges.top() + edges.bottom())

    def setGeometry(self, rect: QRect) -> None:
        """Put the items to their places."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    # Placing -----------------------------------------------------------------------------------

    def lines(self, width: int) -> list[list[Group]]:
        """Return the groups that are shown by lines, for a width without the edges."""
        lines: list[list[Group]] = []
        used = 0
        for group in self._groups:
            if not group.shown:
                continue
            needed = group.width()
            if lines and used + APART + needed <= width:
                lines[-1].append(group)
                used += APART + needed
            else:
                lines.append([group])
                used = needed
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        edges = self.contentsMargins()
        room = rect.marginsRemoved(edges)
        y = room.y()
        for line in self.lines(room.width()):
            height = max(_height(group) for group in line)
            if move:
                self._place_line(line, QRect(room.x(), y, room.width(), height))
            y += height + SPACING
        return y - SPACING - rect.y() + edges.bottom()

    def _place_line(self, line: list[Group], rect: QRect) -> None:
        left = rect.width() - sum(g.width() for g in line) - APART * (len(line) - 1)
        shares = sum(group.share for group in line)
        x = rect.x()
        for group in line:
            items = group.shown
            extra = left * group.share // shares if shares else 0
            for item in items:
                hint = item.sizeHint()
                width = group.least + extra if group.is_growing(item) else hint.width()
                width = min(width, rect.right() + 1 - x)
                height = min(hint.height(), rect.height())
                place = QRect(
                    QPoint(x, rect.y() + (rect.height() - height) // 2), QSize(width, height)
                )
                item.setGeometry(QStyle.visualRect(self._direction(), rect, place))
                x += width + SPACING
            x += APART - SPACING

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight


def _height(group: Group) -> int:
    return max((item.sizeHint().height() for item in group.shown), default=0)
