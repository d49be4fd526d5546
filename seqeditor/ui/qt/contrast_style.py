"""Fusion with an edge in the colour of the text around everything that can be used."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QStyleOptionComplex, QWidget

_Primitive = QStyle.PrimitiveElement

_EDGED = frozenset(
    {
        _Primitive.PE_PanelButtonCommand,
        _Primitive.PE_FrameLineEdit,
        _Primitive.PE_Frame,
        _Primitive.PE_FrameGroupBox,
        _Primitive.PE_FrameMenu,
        _Primitive.PE_FrameTabWidget,
        _Primitive.PE_IndicatorCheckBox,
        _Primitive.PE_IndicatorItemViewItemCheck,
        _Primitive.PE_PanelTipLabel,
    }
)


class ContrastStyle(QProxyStyle):
    """Draws as Fusion does, whose edges are shades of the ground, then edges that are seen."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw an element of a control, with its edge."""
        super().drawPrimitive(element, option, painter, widget)
        if element in _EDGED:
            focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            _edge(painter, option, option.rect, wide=focus)
        elif element == _Primitive.PE_FrameFocusRect:
            _edge(painter, option, option.rect, wide=True)
        elif element == _Primitive.PE_IndicatorRadioButton:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.WindowText), 1))
            painter.drawEllipse(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a control of several parts; that for numbers has an edge too."""
        super().drawComplexControl(control, option, painter, widget)
        if control == QStyle.ComplexControl.CC_SpinBox:
            focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            _edge(painter, option, option.rect, wide=focus)
        elif control == QStyle.ComplexControl.CC_ScrollBar:
            part = QStyle.SubControl.SC_ScrollBarSlider
            if widget is not None:
                slider = self.subControlRect(control, option, part, widget)
                _edge(painter, option, slider, wide=False)


def _edge(painter: QPainter, option: QStyleOption, rect: QRect, *, wide: bool) -> None:
    role = QPalette.ColorRole.Highlight if wide else QPalette.ColorRole.WindowText
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(option.palette.color(role), 2 if wide else 1))
    inner = rect.adjusted(1, 1, -1, -1) if wide else rect.adjusted(0, 0, -1, -1)
    painter.drawRect(inner)
    painter.restore()
