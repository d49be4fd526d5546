"""How the cells of the feature table look, and which field edits each kind of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QKeyEvent,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from seqeditor.rules.finding import Level
from seqeditor.texts import _
from seqeditor.ui.features.cells import (
    VALUE,
    Cell,
    key_choices,
    longest_text,
    qualifier_choices,
    value_choices,
)
from seqeditor.ui.features.choice_box import ChoiceBox
from seqeditor.ui.features.earlier import EarlierValues
from seqeditor.ui.features.helped import is_helped
from seqeditor.ui.features.location_line import CheckedLine, FormedLine, LocationLine
from seqeditor.ui.features.model import (
    AwaitsRole,
    CellRole,
    FeatureTreeModel,
    LevelRole,
)
from seqeditor.ui.features.text_box import TextBox
from seqeditor.ui.features.wrong_words import wrong_key, wrong_name, wrong_value
from seqeditor.ui.organisms.line import OrganismLine
from seqeditor.ui.qt.colours import faint_text
from seqeditor.ui.qt.feature_colours import feature_icon
from seqeditor.ui.qt.icons import level_icon

Index = QModelIndex | QPersistentModelIndex

SIGN = 16
"""Width and height of colour signs and level icons, in pixels."""

_LEFT_TO_RIGHT, _FIRST_STRONG, _END = "\u2066", "\u2068", "\u2069"

_EDIT = Qt.ItemDataRole.EditRole

ORGANISM = "organism"

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB = {
    Qt.Key.Key_Tab: QAbstractItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QAbstractItemDelegate.EndEditHint.EditPreviousItem,
}


class FeatureDelegate(QStyledItemDelegate):
    """Paints cells and makes their editors; `help_wanted` for the dialog of the current cell."""

    help_wanted = Signal()

    def __init__(self, parent: QObject, earlier: EarlierValues) -> None:
        super().__init__(parent)
        self.earlier = earlier

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set signs, fonts and reading direction of a cell."""
        super().initStyleOption(option, index)
        kind = index.data(CellRole)
        if index.data(AwaitsRole):
            # Faint, not slanted: many fonts have no slanted letters of scripts other than Latin.
            option.text = _("to be entered")
            faint = faint_text(option.palette)
            option.palette.setColor(QPalette.ColorRole.Text, faint)
        elif option.text:
            free = kind in (Cell.TEXT, Cell.NON_ENGLISH)
            # Names and locations read from left to right in every window.
            option.text = f"{_FIRST_STRONG if free else _LEFT_TO_RIGHT}{option.text}{_END}"
        elif kind is Cell.NOTHING and index.column() == VALUE and index.parent().isValid():
            option.text = _("no value needed")
            faint = faint_text(option.palette)
            option.palette.setColor(QPalette.ColorRole.Text, faint)
        if kind is Cell.KEY:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font
        elif kind is Cell.LOCATION and not index.data(AwaitsRole):
            fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            fixed.setPointSize(option.font.pointSize())
            option.font = fixed
        self._set_signs(option, index, kind)

    def _set_signs(self, option: QStyleOptionViewItem, index: Index, kind: object) -> None:
        signs: list[QIcon] = []
        if kind is Cell.KEY:
            signs.append(feature_icon(index.data(_EDIT), option.palette, SIGN))
        level = index.data(LevelRole)
        if level is not None:  # on its way through Qt it has become a plain text
            signs.append(level_icon(Level(level), option.palette))
        if signs:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            ground = option.palette.color(QPalette.ColorRole.Base) if selected else None
            option.icon = _side_by_side(signs, ground)
            option.decorationSize = QSize(SIGN * len(signs) + 4 * (len(signs) - 1), SIGN)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a generous line."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), option.fontMetrics.height() + 10))

    # Editors -----------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field that fits the kind of the cell."""
        model = index.model()
        assert isinstance(model, FeatureTreeModel)
        sequence = model.sequence
        place = model.place_of(index)
        assert place is not None
        feature = sequence.features[place[0]]
        one = None if place[1] is None else feature.qualifiers[place[1]]
        match index.data(CellRole):
            case Cell.KEY:
                box = ChoiceBox(
                    parent,
                    key_choices(sequence.moltype),
                    partial(wrong_key, sequence.moltype),
                    strict=True,
                )
                return self._choosing(box)
            case Cell.QUALIFIER_NAME:
                names = qualifier_choices(sequence.moltype, feature, one)
                wrong = partial(wrong_name, sequence.moltype)
                return self._choosing(ChoiceBox(parent, names, wrong, strict=True))
            case Cell.CHOICE if one is not None:
                values = value_choices(sequence.moltype, one.name)
                wrong = partial(wrong_value, sequence.moltype, one.name)
                return self._choosing(ChoiceBox(parent, values, wrong))
            case Cell.LOCATION:
                line = LocationLine(parent, sequence.moltype, sequence.length)
                return self._helped(line)
            case Cell.FORMED if one is not None:
                helped = is_helped(sequence.moltype, feature, one)
                length = sequence.length
                formed = FormedLine(parent, sequence.moltype, one.name, length, helped=helped)
                return self._helped(formed)
        name = one.name if one else ""
        if name == ORGANISM and index.column() == VALUE and "\n" not in str(index.data(_EDIT)):
            return self._organism_line(parent)
        earlier = self.earlier.of(name, non_english=index.data(CellRole) is Cell.NON_ENGLISH)
        return self._text_box(parent, longest_text(sequence.moltype, name), earlier)

    def _choosing(self, box: ChoiceBox) -> QWidget:
        box.textActivated.connect(lambda: self._finish(box))
        return box

    def _organism_line(self, parent: QWidget) -> QWidget:
        line = OrganismLine(parent, partial(self.earlier.of, ORGANISM))
        line.setAccessibleName(ORGANISM)
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line.setAutoFillBackground(True)
        line.completion.chosen.connect(lambda: self._finish(line))
        line.returnPressed.connect(lambda: self._take_typed(line))
        return line

    def _take_typed(self, line: OrganismLine) -> None:
        """Be done at Enter though the list is open, when none of its names is marked.

        The list takes Enter for itself then, and somebody who has typed a name would press twice.
        """
        popup = line.completion.popup
        if popup.isVisible() and not popup.currentIndex().isValid():
            self._finish(line)

    def _helped(self, line: CheckedLine) -> QWidget:
        line.help_wanted.connect(lambda: self._help(line))
        return line

    def _help(self, line: CheckedLine) -> None:
        """Hand over what is typed, then let the dialog begin with it."""
        self._finish(line)
        self.help_wanted.emit()

    def _text_box(self, parent: QWidget, longest: int | None, earlier: list[str]) -> QWidget:
        box = TextBox(parent, longest, earlier)
        box.finished.connect(lambda: self._finish(box))
        box.grown.connect(lambda: self._fit(box))
        return box

    def _finish(
        self,
        editor: QWidget,
        hint: QAbstractItemDelegate.EndEditHint = QAbstractItemDelegate.EndEditHint.NoHint,
    ) -> None:
        if editor.property("finished"):
            return  # a choice box tells of its choice once more when it loses the focus
        editor.setProperty("finished", 1)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Decide what Enter in a choice box and Tab in a text box do, which Qt leaves open."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            leaving = event.key() in (*_ENTER, *_TAB)
            if isinstance(watched, ChoiceBox) and leaving and watched.refused():
                return True  # what is wrong stays in the field, with its message
            if isinstance(watched, ChoiceBox) and event.key() in _ENTER:
                # Taken at once: else both Qt and the box would end the editing.
                self._finish(watched)
                return True
            if isinstance(watched, TextBox) and event.key() in _TAB:
                self._finish(watched, _TAB[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the text of the cell into the field."""
        text = str(index.data(_EDIT) or "")
        if isinstance(editor, ChoiceBox):
            editor.set_text(text)
        elif isinstance(editor, TextBox):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over the text of the field."""
        if isinstance(editor, ChoiceBox | QLineEdit):
            model.setData(index, editor.text(), _EDIT)
        elif isinstance(editor, TextBox):
            model.setData(index, editor.toPlainText(), _EDIT)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the field over its cell, larger where its text needs that, inside the table."""
        editor.setGeometry(option.rect)
        if isinstance(editor, ChoiceBox):
            editor.resize(max(option.rect.width(), editor.sizeHint().width()), option.rect.height())
        self._fit(editor)

    def _fit(self, editor: QWidget) -> None:
        parent = editor.parentWidget()
        if parent is None:
            return
        if isinstance(editor, TextBox):
            width = min(max(editor.width(), editor.sizeHint().width()), parent.width())
            editor.resize(width, min(editor.sizeHint().height(), parent.height()))
        right, bottom = parent.width() - editor.width(), parent.height() - editor.height()
        editor.move(max(0, min(editor.x(), right)), max(0, min(editor.y(), bottom)))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Delete a field with all that belongs to it."""
        if isinstance(editor, CheckedLine | ChoiceBox):
            editor.discard()
        super().destroyEditor(editor, index)


def _side_by_side(icons: list[QIcon], ground: QColor | None) -> QIcon:
    """Return one icon of several; on a ground of their own where the row is selected."""
    ratio = 2  # sharp on screens of 200 % too
    pixmap = QPixmap(QSize(SIGN * len(icons) + 4 * (len(icons) - 1), SIGN) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, one in enumerate(icons):
        place = QRect(number * (SIGN + 4), 0, SIGN, SIGN)
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(place, 3, 3)
        one.paint(painter, place)
    painter.end()
    made = QIcon(pixmap)
    made.addPixmap(pixmap, QIcon.Mode.Selected)  # else Qt would tint it
    return made
