"""What completes the name of an organism while it is typed, in any line."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from seqeditor.app.organisms import OwnOrganism, load_own_organisms, offered
from seqeditor.ui.qt.colours import faint_text
from seqeditor.vocabulary.organisms import OrganismName

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ALSO = int(Qt.ItemDataRole.UserRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
MOST_VISIBLE = 12


class OfferedNames(QAbstractListModel):
    """The names offered for the text typed last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names: list[OrganismName] = []

    def set_names(self, names: Iterable[OrganismName]) -> None:
        """Offer these names."""
        self.beginResetModel()
        self._names = list(names)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many names there are."""
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return a name, and under the user's role the word that it was found by."""
        if not index.isValid():
            return None
        one = self._names[index.row()]
        if role in (_DISPLAY, _EDIT):
            return one.name
        if role == _ALSO:
            return one.also
        if role == _SPOKEN:
            return f"{one.name}, {one.also}" if one.also else one.name
        return None


class OfferedName(QStyledItemDelegate):
    """Draws a name, and behind it in a lighter colour the word that it was found by."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the name as the list does, then the word."""
        super().paint(painter, option, index)
        also = index.data(_ALSO)
        if not also:
            return
        metrics = option.fontMetrics
        name_width = metrics.horizontalAdvance(str(index.data(_DISPLAY)))
        room = QRect(option.rect)
        # Names of organisms run from left to right in every language.
        room.setLeft(room.left() + name_width + 24)
        room.setRight(room.right() - 6)
        if room.width() < metrics.averageCharWidth() * 4:
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        light = option.palette.color(QPalette.ColorRole.HighlightedText)
        painter.save()
        painter.setPen(light if chosen else faint_text(option.palette))
        words = metrics.elidedText(str(also), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for both."""
        size = super().sizeHint(option, index)
        also = str(index.data(_ALSO) or "")
        return QSize(size.width() + 40 + option.fontMetrics.horizontalAdvance(also), size.height())


class _AllOffered(QCompleter):
    """Shows all that the model offers: the model knows already what fits to the text."""

    def splitPath(self, _path: str) -> list[str]:
        """Leave nothing out; a completer of Qt's would go to the first name that begins so."""
        return [""]


class OrganismCompletion(QObject):
    """Offers names below a line while one types; what is typed is never changed by itself.

    `used` tells the names the listing has already; asked when the typing begins. The arrow down
    in an empty line shows what is usual. `chosen`: a name was taken from the list.
    """

    chosen = Signal()

    def __init__(self, line: QLineEdit, used: Callable[[], list[str]] = list) -> None:
        super().__init__(line)
        self._line = line
        self._ask_used = used
        self._used: list[str] = []
        self._own: list[OwnOrganism] = []
        self._begun = False
        self.names = OfferedNames(self)
        self.completer = _AllOffered(self.names, self)
        self.completer.setMaxVisibleItems(MOST_VISIBLE)
        popup = self.popup
        popup.setItemDelegate(OfferedName(popup))
        popup.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        popup.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        popup.setMinimumWidth(line.fontMetrics().averageCharWidth() * 56)
        # Connected before the completer is set: the names are there when it looks for them.
        line.textEdited.connect(self._offer)
        line.editingFinished.connect(self._end)
        line.setCompleter(self.completer)
        # Later than the line's own slot, which sets the text and calls it unmodified.
        self.completer.activated.connect(self._chosen, Qt.ConnectionType.QueuedConnection)

    @property
    def popup(self) -> QAbstractItemView:
        """The list below the line."""
        popup = self.completer.popup()
        assert popup is not None  # a completer makes it when first asked
        return popup

    def set_used(self, used: Callable[[], list[str]]) -> None:
        """Ask somebody else for the names that the listing has."""
        self._ask_used = used
        self._begun = False

    def _offer(self, text: str) -> None:
        if not self._begun:
            self._begun = True
            self._own = load_own_organisms()
            self._used = self._ask_used()
        self.names.set_names(offered(text, self._own, self._used))

    def show_usual(self) -> None:
        """Show the names for the text as it stands, as before anything is typed."""
        self._offer(self._line.text())
        self.completer.complete()

    def _chosen(self) -> None:
        """Take a name that was chosen as one that was typed to its end."""
        self._line.setModified(True)
        self._line.editingFinished.emit()
        self.chosen.emit()

    def _end(self) -> None:
        self._begun = False
