"""The author's own marks as pictures: a colour with a shape of its own, a flag, a sheet."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap, QPolygonF

from seqeditor.domain.colours import COLOURS
from seqeditor.texts import N_, _
from seqeditor.ui.qt.icons import icon

SIZE = 16

_COLOURS = dict(
    zip(
        COLOURS,
        (
            *("#E69F00", "#56B4E9", "#009E73", "#F0E442"),
            *("#0072B2", "#D55E00", "#CC79A7", "#8A8A8A"),
        ),
        strict=True,
    )
)
"""Those of Okabe and Ito."""

_CORNERS = dict(
    zip(
        COLOURS,
        # Number of corners (0: round) and turn in degrees: each colour has a shape of its own.
        ((0, 0), (4, 45), (3, 0), (4, 0), (5, 0), (3, 180), (6, 0), (8, 22.5)),
        strict=True,
    )
)

_NAMES = {
    "orange": N_("orange"),
    "sky": N_("light blue"),
    "green": N_("green"),
    "yellow": N_("yellow"),
    "blue": N_("blue"),
    "vermilion": N_("red"),
    "purple": N_("purple"),
    "grey": N_("grey"),
}


def colour_name(colour: str) -> str:
    """Return the name of a colour in the language of the window, "" for one nobody knows."""
    return _(_NAMES[colour]) if colour in _NAMES else ""


def colour_icon(colour: str) -> QIcon:
    """Return the sign of a colour."""
    return QIcon(_swatch(colour, QGuiApplication.palette().text().color().name()))


def marks_pixmap(colour: str, *, note: bool, todo: bool) -> QPixmap | None:
    """Return the signs of a sequence side by side, None where it bears none."""
    text = QGuiApplication.palette().text().color().name()
    known = colour if colour in _COLOURS else ""
    return _drawn(known, note, todo, text) if known or note or todo else None


def marks_words(colour: str, note: str, *, todo: bool) -> list[str]:
    """Return what the signs mean, one line each."""
    lines = []
    if colour_name(colour):
        lines.append(_("Colour: {colour}").replace("{colour}", colour_name(colour)))
    if todo:
        lines.append(_("To do"))
    if note:
        lines.append(_("Note: {note}").replace("{note}", note))
    return lines


@cache
def _drawn(colour: str, note: bool, todo: bool, text: str) -> QPixmap:
    pictures = [_swatch(colour, text)] if colour else []
    pictures += [icon("todo").pixmap(SIZE, SIZE)] if todo else []
    pictures += [icon("note").pixmap(SIZE, SIZE)] if note else []
    ratio = 2.0
    made = QPixmap(int(SIZE * len(pictures) * ratio), int(SIZE * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for n, picture in enumerate(pictures):
        painter.drawPixmap(QRectF(n * SIZE, 0, SIZE, SIZE).toRect(), picture)
    painter.end()
    return made


@cache
def _swatch(colour: str, text: str) -> QPixmap:
    ratio = 2.0
    made = QPixmap(int(SIZE * ratio), int(SIZE * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    if colour not in _COLOURS:
        return made
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(text), 1))
    painter.setBrush(QColor(_COLOURS[colour]))
    corners, turn = _CORNERS[colour]
    middle, radius = SIZE / 2, SIZE / 2 - 2.0
    if corners:
        angles = [math.radians(turn - 90 + 360 * n / corners) for n in range(corners)]
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle + radius * math.cos(a), middle + radius * math.sin(a))
                    for a in angles
                ]
            )
        )
    else:
        painter.drawEllipse(QPointF(middle, middle), radius - 0.5, radius - 0.5)
    painter.end()
    return made
