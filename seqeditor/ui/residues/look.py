"""Fonts, colours and heights of the residue view, made from the system's font and palette."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QFontMetricsF, QPalette

from seqeditor.rules.finding import Level
from seqeditor.ui.qt.colours import mixed
from seqeditor.ui.qt.feature_colours import is_dark
from seqeditor.ui.qt.icons import level_colour
from seqeditor.ui.residues.rows import Heights

SMALLEST, LARGEST = 6, 48
"""The limits of the font size, in points."""


@dataclass(frozen=True, slots=True)
class Look:
    """What painting needs to know; sizes in pixels."""

    font: QFont
    label_font: QFont
    cell: int
    ascent: int
    heights: Heights
    ruler: int
    dark: bool
    text: QColor
    faint: QColor
    line: QColor
    ground: QColor
    ruler_ground: QColor
    selected_text: QColor
    selected_ground: QColor
    fault: QColor


def usual_size() -> int:
    """Return the size of the system's fixed-width font, in points."""
    size = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).pointSize()
    return min(max(size, SMALLEST), LARGEST)


def fixed_font(points: int) -> tuple[QFont, int]:
    """Return the system's fixed-width font and the width of its cell.

    Letter spacing makes the cell a whole number of pixels, so that ten letters written at once
    stand exactly where ten letters written one by one would.
    """
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPointSize(points)
    font.setKerning(False)
    advance = QFontMetricsF(font).horizontalAdvance("M")
    cell = math.ceil(advance)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, cell - advance)
    return font, cell


def look(
    points: int, base: QFont, palette: QPalette, *, active: bool, both_strands: bool = False
) -> Look:
    """Return the look for a font size in points, a window font and a palette."""
    font, cell = fixed_font(points)
    label_font = QFont(base)
    label_font.setPointSizeF(max(points * 0.8, 6.0))
    metrics = QFontMetrics(font)
    group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
    text = palette.color(group, QPalette.ColorRole.Text)
    ground = palette.color(group, QPalette.ColorRole.Base)
    lane = QFontMetrics(label_font).height() + 4
    letters = metrics.height() + 2
    return Look(
        font=font,
        label_font=label_font,
        cell=cell,
        ascent=metrics.ascent() + 1,
        heights=Heights(
            letters=letters,
            codons=metrics.height(),
            lane=lane,
            gap=letters // 2,
            strand=metrics.height() if both_strands else 0,
        ),
        ruler=metrics.height() + 8,
        dark=is_dark(palette),
        text=text,
        faint=mixed(text, ground, 68),
        line=mixed(text, ground, 22),
        ground=ground,
        ruler_ground=mixed(palette.color(group, QPalette.ColorRole.Window), ground, 60),
        selected_text=palette.color(group, QPalette.ColorRole.HighlightedText),
        selected_ground=palette.color(group, QPalette.ColorRole.Highlight),
        fault=level_colour(Level.ERROR, palette),
    )
