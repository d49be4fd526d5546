"""Fonts, colours and heights of the feature map, made from a font and a palette."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPalette

from seqeditor.ui.qt.colours import mixed
from seqeditor.ui.qt.feature_colours import is_dark


@dataclass(frozen=True, slots=True)
class MapLook:
    """What layout and painting need to know; sizes in pixels."""

    font: QFont
    letter: int
    line: int
    ruler: int
    lane: int
    block: int
    dark: bool
    text: QColor
    faint: QColor
    thin: QColor
    ground: QColor
    ruler_ground: QColor
    accent: QColor
    selected: QColor

    def width_of(self, text: str) -> float:
        """Return how wide a text is."""
        return float(QFontMetricsF(self.font).horizontalAdvance(text))


def map_look(base: QFont, palette: QPalette) -> MapLook:
    """Return the look for a window font and a palette."""
    font = QFont(base)
    if font.pointSizeF() > 0:
        font.setPointSizeF(max(font.pointSizeF() * 0.9, 7.0))
    metrics = QFontMetrics(font)
    text = palette.color(QPalette.ColorRole.Text)
    ground = palette.color(QPalette.ColorRole.Base)
    accent = palette.color(QPalette.ColorRole.Highlight)
    selected = QColor(accent)
    selected.setAlpha(70)
    return MapLook(
        font=font,
        letter=metrics.averageCharWidth(),
        line=metrics.height(),
        ruler=metrics.height() + 16,
        lane=metrics.height() + 10,
        block=metrics.height() + 4,
        dark=is_dark(palette),
        text=text,
        faint=mixed(text, ground, 65),
        thin=mixed(text, ground, 50),
        ground=ground,
        ruler_ground=mixed(palette.color(QPalette.ColorRole.Window), ground, 60),
        accent=accent,
        selected=selected,
    )


def paper_palette() -> QPalette:
    """Return the palette of pictures: black on white, whatever the window looks like."""
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Text, "#000000"),
        (QPalette.ColorRole.WindowText, "#000000"),
        (QPalette.ColorRole.Base, "#ffffff"),
        (QPalette.ColorRole.Window, "#ffffff"),
        (QPalette.ColorRole.Highlight, "#0067c0"),
    ):
        palette.setColor(role, QColor(colour))
    return palette
