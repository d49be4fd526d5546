"""The map as a picture, SVG or PNG: what it shows, black on white, with all lanes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMimeData,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from seqeditor.store.atomic import atomic_write
from seqeditor.texts import _
from seqeditor.ui.map.circular import CircularPlan
from seqeditor.ui.map.linear import LinearPlan, lanes_with_labels
from seqeditor.ui.map.look import map_look, paper_palette
from seqeditor.ui.map.plan import Marks, Plan
from seqeditor.ui.map.view import FeatureMap

FINE = 3
"""Pixels of a PNG for one on the screen: sharp in print."""

SMALLEST_CIRCLE = 560
"""Pixels; a circle on the screen may have little room."""

TALLEST = 10_000
"""Pixels on the screen; more than that no reader of pictures takes kindly."""


def picture_plan(view: FeatureMap) -> tuple[Plan, QSize]:
    """Return the map laid out for a picture of what the view shows, and the size of that."""
    look = map_look(view.font(), paper_palette())
    if view.circular:
        side = max(min(view.viewport().width(), view.viewport().height()), SMALLEST_CIRCLE)
        widest = max((look.width_of(entry.label) for entry in view.entries), default=0.0)
        width = side + 2 * round(min(widest, 240.0))
        place = QRectF(0, 0, width, side)
        return CircularPlan(view.table, view.length, look, place), QSize(width, side)
    table = lanes_with_labels(view.entries, view.scale, look)
    height = min(LinearPlan.full_height(table, view.scale, look), TALLEST)
    plan = LinearPlan(table, view.scale, look, view.sequence.residues, height)
    return plan, QSize(view.scale.width, height)


def _paint(painter: QPainter, view: FeatureMap, plan: Plan, size: QSize) -> None:
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.fillRect(QRect(QPoint(0, 0), size), Qt.GlobalColor.white)
    plan.paint(painter, Marks(title=view.worded_marks().title))  # nothing else is marked


def image(view: FeatureMap, fine: int = FINE) -> QImage:
    """Return the picture as pixels, `fine` of them for one on the screen."""
    plan, size = picture_plan(view)
    made = QImage(size * fine, QImage.Format.Format_ARGB32_Premultiplied)
    made.setDevicePixelRatio(fine)
    painter = QPainter(made)
    _paint(painter, view, plan, size)
    painter.end()
    return made


def svg(view: FeatureMap) -> bytes:
    """Return the picture as an SVG file."""
    plan, size = picture_plan(view)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setResolution(view.logicalDpiX())  # or letters had not the width measured
    generator.setTitle(_("Feature map"))
    generator.setDescription("")
    generator.setViewBox(QRect(QPoint(0, 0), size))
    painter = QPainter(generator)
    _paint(painter, view, plan, size)
    painter.end()
    return bytes(buffer.data().data())


def png(view: FeatureMap) -> bytes:
    """Return the picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image(view).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def write_picture(view: FeatureMap, path: Path) -> None:
    """Write the picture to a file, PNG when its name says so, else SVG; raises OSError."""
    content = png(view) if path.suffix.lower() == ".png" else svg(view)
    with atomic_write(path) as stream:
        stream.write(content)


def picture_data(view: FeatureMap) -> QMimeData:
    """Return the picture for the clipboard, as pixels and as SVG."""
    data = QMimeData()
    data.setImageData(image(view, 2))
    data.setData("image/svg+xml", QByteArray(svg(view)))
    return data
