"""One line of the location builder: a part with its numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QToolButton,
    QWidget,
)

from seqeditor.domain.location_parts import Part, PartKind
from seqeditor.texts import _
from seqeditor.ui.qt.icons import icon

HIGHEST = 2**31 - 1
"""The highest position that the fields take; no sequence of a listing is as long."""

_BETWEEN_SIGNS = {PartKind.RANGE: "..", PartKind.BETWEEN: "^", PartKind.POINT: ""}


class LocationRow(QWidget):
    """Kind, numbers, bounds and strand of one part; `changed` when the user has touched one."""

    changed = Signal()
    entered = Signal()
    selection_wanted = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(self, *, amino: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self.kind = QComboBox()
        for kind, words in (
            (PartKind.RANGE, _("Range")),
            (PartKind.POINT, _("One residue")),
            (PartKind.BETWEEN, _("Between two")),
        ):
            if not amino or kind is not PartKind.BETWEEN:
                self.kind.addItem(words, kind.value)
        self.before = QCheckBox("\u2066<\u2069")
        self.before.setToolTip(_("Begins before the first residue given"))
        self.start = _number(_("First position"))
        self.sign = QLabel("..")
        self.after = QCheckBox("\u2066>\u2069")
        self.after.setToolTip(_("Ends after the last residue given"))
        self.end = _number(_("Last position"))
        self.complement = QCheckBox(_("complement"))
        self.complement.setToolTip(_("On the complementary strand"))
        self.complement.setVisible(not amino)
        self.take = _button("select", _("Take the selected residues"), _("Selection"))
        self.up = _button("up", _("Move the part up"))
        self.down = _button("down", _("Move the part down"))
        self.remove = _button("delete", _("Remove the part"))
        for button in (self.up, self.down, self.remove):
            button.setVisible(not amino)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        numbers = QWidget()
        numbers.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        inner = QHBoxLayout(numbers)
        inner.setContentsMargins(0, 0, 0, 0)
        for widget in (self.before, self.start, self.sign, self.after, self.end):
            inner.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(self.kind)
        row.addWidget(numbers)
        row.addWidget(self.complement)
        row.addStretch(1)
        for button in (self.take, self.up, self.down, self.remove):
            row.addWidget(button)
        policy = self.end.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.end.setSizePolicy(policy)
        self.sign.setFixedWidth(self.fontMetrics().horizontalAdvance("..") + 2)
        self.sign.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.before.toggled.connect(lambda _on: self._tell())
        self.after.toggled.connect(lambda _on: self._tell())
        self.complement.toggled.connect(lambda _on: self._tell())
        self.start.valueChanged.connect(self._start_changed)
        self.end.valueChanged.connect(lambda _value: self._tell())
        self.take.clicked.connect(self.selection_wanted)
        self.remove.clicked.connect(self.removed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the cursor comes into the row."""
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def show_part(self, part: Part) -> None:
        """Show a part, without telling that something has changed."""
        self._showing = True
        self.kind.setCurrentIndex(max(0, self.kind.findData(part.kind.value)))
        for field, value in ((self.start, part.start), (self.end, part.end)):
            if field.value() != value:
                field.setValue(value)
        self.before.setChecked(part.before)
        self.after.setChecked(part.after)
        self.complement.setChecked(part.complement)
        self._show_kind()
        self._showing = False

    @property
    def part(self) -> Part:
        """What the row says."""
        kind = PartKind(self.kind.currentData())
        between = kind is PartKind.BETWEEN
        return Part(
            kind,
            self.start.value(),
            self.start.value() if kind is PartKind.POINT else self.end.value(),
            self.before.isChecked() and not between,
            self.after.isChecked() and not between,
            self.complement.isChecked(),
        )

    def _show_kind(self) -> None:
        kind = PartKind(self.kind.currentData())
        self.sign.setText(_BETWEEN_SIGNS[kind])
        self.end.setVisible(kind is not PartKind.POINT)
        for box in (self.before, self.after):
            box.setEnabled(kind is not PartKind.BETWEEN)

    def _kind_changed(self) -> None:
        kind = PartKind(self.kind.currentData())
        if not self._showing and kind is PartKind.BETWEEN:
            self._put_end(self.start.value() + 1)
        elif not self._showing and kind is PartKind.POINT:
            self._put_end(self.start.value())
        self._show_kind()
        self._tell()

    def _start_changed(self, value: int) -> None:
        kind = PartKind(self.kind.currentData())
        if not self._showing and kind is not PartKind.RANGE:
            self._put_end(value + 1 if kind is PartKind.BETWEEN else value)
        self._tell()

    def _put_end(self, value: int) -> None:
        before, self._showing = self._showing, True
        self.end.setValue(value)
        self._showing = before

    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit()


def _number(name: str) -> QSpinBox:
    field = QSpinBox()
    field.setRange(0, HIGHEST)
    field.setLocale(QLocale.c())
    field.setGroupSeparatorShown(False)
    field.setAccessibleName(name)
    field.setToolTip(name)
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    field.setMinimumWidth(field.fontMetrics().horizontalAdvance("0000000") + 36)
    field.setMaximumWidth(field.fontMetrics().horizontalAdvance("0000000000") + 36)
    return field


def _button(picture: str, tip: str, text: str = "") -> QToolButton:
    button = QToolButton()
    if text:
        button.setText(text)
    else:
        button.setIcon(icon(picture))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
