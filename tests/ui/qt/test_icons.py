from __future__ import annotations

import re
from itertools import combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from seqeditor.bundled import bundled
from seqeditor.rules.finding import Level
from seqeditor.ui.qt.colours import luminance
from seqeditor.ui.qt.icons import PROGRAM_SIZES, icon, level_colour, level_icon, program_icon

NAMES = sorted(path.stem for path in bundled("resources", "icons").glob("*.svg"))


def palette(text: str, ground: str) -> QPalette:
    made = QPalette()
    for role, colour in (
        (QPalette.ColorRole.WindowText, text),
        (QPalette.ColorRole.Text, text),
        (QPalette.ColorRole.Base, ground),
    ):
        made.setColor(role, QColor(colour))
    return made


LIGHT, DARK = ("#000000", "#ffffff"), ("#eeeeee", "#1e1e1e")


@pytest.mark.parametrize("name", NAMES)
def test_icons_are_lines_in_the_colour_of_the_text(name: str, qapp: QApplication) -> None:
    image = icon(name, palette("#00ff00", "#000000")).pixmap(QSize(32, 32)).toImage()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {"#00ff00"}


def test_icons_named_in_the_code_are_there() -> None:
    named: set[str] = set()
    for path in bundled("seqeditor", "ui").rglob("*.py"):
        named |= set(re.findall(r'(?:picture=|\bicon\()"(\w+)"', path.read_text("utf-8")))
    assert named - set(NAMES) == set()


def test_levels_differ_by_shape(qapp: QApplication) -> None:
    def shape(level: Level) -> set[tuple[int, int]]:
        image = level_icon(level, palette(*LIGHT)).pixmap(QSize(16, 16)).toImage()
        return {
            (x, y) for x in range(16) for y in range(16) if image.pixelColor(x, y).alpha() > 128
        }

    for one, other in combinations(Level, 2):
        assert len(shape(one) ^ shape(other)) > 20


@pytest.mark.parametrize("ground", [LIGHT, DARK])
@pytest.mark.parametrize("level", list(Level))
def test_level_colours_can_be_read_on_their_ground(
    level: Level, ground: tuple[str, str], qapp: QApplication
) -> None:
    one = luminance(level_colour(level, palette(*ground))) + 0.05
    other = luminance(QColor(ground[1])) + 0.05
    assert max(one, other) / min(one, other) >= 4.5


def test_the_program_icon_has_all_its_sizes(qapp: QApplication) -> None:
    sizes = {size.width() for size in program_icon().availableSizes()}
    assert sizes == set(PROGRAM_SIZES)


def test_a_chosen_row_has_its_sign_in_the_colour_of_its_text(qapp: QApplication) -> None:
    chosen = palette(*LIGHT)
    chosen.setColor(QPalette.ColorRole.HighlightedText, QColor("#123456"))
    image = level_icon(Level.ERROR, chosen).pixmap(QSize(32, 32), QIcon.Mode.Selected).toImage()
    solid = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
    assert {c.name() for c in solid if c.alpha() == 255} == {"#123456"}
