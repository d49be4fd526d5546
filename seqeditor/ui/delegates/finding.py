"""Draws a finding: its sign, its sentence in at most two lines, and under it the place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from seqeditor.ui.models.findings_table import KEPT_ROLE, PLACE_ROLE, Index
from seqeditor.ui.qt.icons import level_icon

ICON = 16
MARGIN = 8
GAP = 4
SENTENCE_LINES = 2
_ASIDE = 0.62
"""How dark the place is drawn, and a finding that a person has put aside: still 4.5 to 1."""
_LEADING = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
"""The painter of a mirrored widget takes leading for right by itself."""


def line_height(metrics: QFontMetrics) -> int:
    """Return the height of a line that may hold another script, whose font can be taller."""
    return max(metrics.lineSpacing(), metrics.boundingRect("\u00c1g\u6f22\u0634").height())


def row_height(metrics: QFontMetrics) -> int:
    """Return the height of a row: the lines of the sentence, that of the place, and margins."""
    return (SENTENCE_LINES + 1) * line_height(metrics) + 3 * GAP


class FindingDelegate(QStyledItemDelegate):
    """One row of the list of findings."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the fixed height of a row."""
        return QSize(120, row_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw sign, sentence and place; the place lighter."""
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        text, plain.text = plain.text, ""
        style = plain.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, plain.widget)
        kept = index.data(KEPT_ROLE)
        if kept is None:
            return
        area = plain.rect.adjusted(MARGIN, GAP, -MARGIN, -GAP)
        to_the_right = plain.direction == Qt.LayoutDirection.LeftToRight
        sign = area.left() if to_the_right else area.right() - ICON + 1
        beside = ICON + MARGIN
        words = area.adjusted(beside, 0, 0, 0) if to_the_right else area.adjusted(0, 0, -beside, 0)
        chosen = bool(plain.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        mode = QIcon.Mode.Selected if chosen else QIcon.Mode.Normal
        painter.save()
        painter.setPen(plain.palette.color(role))
        if kept.finding.reviewed is not None and not chosen:
            painter.setOpacity(_ASIDE)
        where = QRect(sign, area.top() + 1, ICON, ICON)
        level_icon(kept.finding.level).paint(painter, where, mode=mode)
        draw_lines(painter, words, text, plain.font, plain.direction)
        painter.setOpacity(1.0 if chosen else _ASIDE)
        lower = words.adjusted(0, words.height() - line_height(plain.fontMetrics), 0, 0)
        elide = Qt.TextElideMode.ElideRight
        place = plain.fontMetrics.elidedText(index.data(PLACE_ROLE), elide, lower.width())
        painter.drawText(lower, _LEADING, place)
        painter.restore()


def draw_lines(
    painter: QPainter, area: QRect, text: str, font: QFont, direction: Qt.LayoutDirection
) -> None:
    """Draw a text in at most two lines; what has no room ends in an ellipsis."""
    metrics = QFontMetrics(font)
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    wrap.setTextDirection(direction)
    wrap.setAlignment(Qt.AlignmentFlag.AlignLeading)
    layout = QTextLayout(text, font)
    layout.setTextOption(wrap)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    first = line.textLength()
    layout.endLayout()
    layout.draw(painter, QPointF(area.topLeft()))
    rest = text[first:].strip()
    if rest:
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, area.width())
        second = area.adjusted(0, line_height(metrics), 0, 0)
        second.setHeight(line_height(metrics))
        painter.drawText(second, _LEADING, shown)
