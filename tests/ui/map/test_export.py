from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.map.export import FINE, image, picture_data, picture_plan, svg, write_picture
from seqeditor.ui.map.view import FeatureMap

FEATURES = (
    Feature("CDS", "100..300", (Qualifier("gene", "bla"),)),
    Feature("gene", "complement(join(400..500,600..700))", (Qualifier("gene", "a<b&c"),)),
    Feature("modified_base", "800"),
)


@pytest.fixture(params=[False, True], ids=["linear", "circular"])
def view(qtbot: QtBot, request: pytest.FixtureRequest) -> FeatureMap:
    made = FeatureMap()
    qtbot.addWidget(made)
    made.resize(700, 60)
    made.set_sequence(Sequence("DNA", TextResidues("a" * 1000), FEATURES), another=True)
    made.set_circular(request.param)
    made.show()
    return made


def drawn(content: bytes) -> QImage:
    renderer = QSvgRenderer(QByteArray(content))
    assert renderer.isValid()
    made = QImage(renderer.defaultSize(), QImage.Format.Format_ARGB32)
    made.fill("white")
    painter = QPainter(made)
    renderer.render(painter)
    painter.end()
    return made


def test_svg_holds_labels_as_text_and_can_be_drawn(view: FeatureMap) -> None:
    content = svg(view)
    assert b"CDS  bla" in content
    assert b"a&lt;b&amp;c" in content
    pixels = drawn(content)
    places = [(x, y) for x in range(0, pixels.width(), 3) for y in range(5, pixels.height(), 5)]
    assert len({pixels.pixel(*place) for place in places}) > 3


def test_a_png_is_fine_enough_for_print(view: FeatureMap, tmp_path: Path) -> None:
    target = tmp_path / "map.PNG"
    write_picture(view, target)
    read = QImage(str(target))
    assert read.size() == picture_plan(view)[1] * FINE


def test_all_lanes_are_in_the_picture_whatever_the_window_shows(view: FeatureMap) -> None:
    assert picture_plan(view)[1].height() > view.height()


def test_nothing_is_marked_in_a_picture(view: FeatureMap) -> None:
    before = image(view, 1)
    view.set_selection(100, 500)
    view.set_seen(1, 60)
    view.set_current(0)
    assert image(view, 1) == before


def test_a_picture_is_dark_on_white_in_a_dark_window(view: FeatureMap) -> None:
    made = image(view, 1)
    assert made.pixelColor(made.width() // 2, made.height() - 2).lightness() > 240


def test_the_clipboard_gets_pixels_and_svg(view: FeatureMap) -> None:
    data = picture_data(view)
    assert data.hasImage()
    assert data.hasFormat("image/svg+xml")
    QApplication.clipboard().setMimeData(data)
    assert not QApplication.clipboard().image().isNull()


def test_a_picture_that_cannot_be_written_leaves_nothing(view: FeatureMap, tmp_path: Path) -> None:
    with pytest.raises(OSError):
        write_picture(view, tmp_path / "none" / "map.svg")
    assert list(tmp_path.iterdir()) == []
