"""The line icons, drawn in the colour of the text, and the program's own icon."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from seqeditor.bundled import bundled
from seqeditor.rules.finding import Level
from seqeditor.ui.qt.feature_colours import is_dark

SIZES = (16, 20, 24, 32, 48, 64)
"""Pixels; the larger ones serve screens of 200 %."""

PROGRAM_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)

_LEVEL_COLOURS = {
    # on light ground, on dark ground; the shape says it first
    Level.ERROR: ("#B3261E", "#FF8A80"),
    Level.WARNING: ("#8A5A00", "#F2C14E"),
    Level.INFO: ("#0B5C8A", "#7CC4F0"),
}


def icon(name: str, palette: QPalette | None = None) -> QIcon:
    """Return a line icon in the text colour of the palette, by default the application's."""
    palette = palette or QGuiApplication.palette()
    text = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText)
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    chosen = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText)
    return _drawn(name, text.name(), faint.name(), chosen.name())


def level_icon(level: Level, palette: QPalette | None = None) -> QIcon:
    """Return the sign of a level: circle, triangle or square, then coloured."""
    palette = palette or QGuiApplication.palette()
    colour = level_colour(level, palette).name()
    chosen = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText)
    return _drawn(level.value, colour, colour, chosen.name())


def level_colour(level: Level, palette: QPalette | None = None) -> QColor:
    """Return the colour of a level, readable on the ground of the palette."""
    light, dark = _LEVEL_COLOURS[level]
    return QColor(dark if is_dark(palette or QGuiApplication.palette()) else light)


@cache
def program_icon() -> QIcon:
    """Return the program's own icon in all its sizes."""
    made = QIcon()
    for size in PROGRAM_SIZES:
        path = bundled("resources", "icons", "program", f"seqeditor-{size}.png")
        made.addFile(str(path), QSize(size, size))
    return made


@cache
def _drawn(name: str, normal: str, disabled: str, selected: str) -> QIcon:
    made = QIcon()
    source = bundled("resources", "icons", f"{name}.svg").read_bytes()
    for mode, colour in (
        (QIcon.Mode.Normal, normal),
        (QIcon.Mode.Disabled, disabled),
        (QIcon.Mode.Selected, selected),
    ):
        renderer = QSvgRenderer(QByteArray(source.replace(b"currentColor", colour.encode())))
        for size in SIZES:
            made.addPixmap(_pixmap(renderer, size), mode)
    return made


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
