from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from seqeditor.app.settings import load_settings
from seqeditor.rules.finding import Level
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.map.look import map_look
from seqeditor.ui.qt.colours import (
    CHOICES,
    contrast,
    faint_text,
    is_high_contrast,
    mixed,
    own_palette,
    told_apart,
    use_colours,
)
from seqeditor.ui.qt.contrast_style import ContrastStyle
from seqeditor.ui.qt.feature_colours import (
    edge_colour,
    feature_colour,
    feature_icon,
    is_dark,
    text_on,
)
from seqeditor.ui.qt.icons import level_colour
from seqeditor.ui.residues.look import look
from seqeditor.vocabulary.features import feature_keys

Role = QPalette.ColorRole
OWN = [choice for choice in CHOICES if choice]
KEYS = sorted({one.name for moltype in ("DNA", "AA") for one in feature_keys(moltype)})
TEXT, MARK = 4.5, 3.0

WORDS = (
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.Text, Role.Window),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.PlaceholderText, Role.Base),
    (Role.Link, Role.Base),
    (Role.Link, Role.Window),
    (Role.LinkVisited, Role.Base),
)


@pytest.fixture(autouse=True)
def _the_systems_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    use_colours(qapp, "")


@pytest.mark.parametrize("choice", OWN)
def test_words_are_readable_in_every_palette(choice: str) -> None:
    palette = own_palette(choice)
    least = 7.0 if is_high_contrast(choice) else TEXT
    for ink, ground in WORDS:
        found = contrast(palette.color(ink), palette.color(ground))
        assert found >= least, (ink, ground, found)
    assert contrast(palette.color(Role.Highlight), palette.color(Role.Base)) >= MARK
    assert contrast(faint_text(palette), palette.color(Role.Base)) >= TEXT
    assert contrast(faint_text(palette), palette.color(Role.AlternateBase)) >= TEXT


@pytest.mark.parametrize("choice", OWN)
def test_what_is_painted_is_seen_in_every_palette(choice: str) -> None:
    palette = own_palette(choice)
    residues = look(12, QFont(), palette, active=True)
    for ink in (residues.text, residues.faint, residues.fault):
        assert contrast(ink, residues.ground) >= TEXT
    assert contrast(residues.faint, residues.ruler_ground) >= TEXT
    assert contrast(residues.selected_text, residues.selected_ground) >= TEXT
    drawn = map_look(QFont(), palette)
    assert contrast(drawn.text, drawn.ground) >= TEXT
    assert contrast(drawn.faint, drawn.ground) >= TEXT
    assert contrast(drawn.faint, drawn.ruler_ground) >= TEXT
    assert contrast(drawn.thin, drawn.ground) >= MARK
    assert contrast(drawn.accent, drawn.ground) >= MARK
    for level in Level:
        for ground in (Role.Base, Role.Window, Role.AlternateBase):
            found = contrast(level_colour(level, palette), palette.color(ground))
            assert found >= TEXT, (level, ground)


@pytest.mark.parametrize("choice", OWN)
def test_every_feature_stands_out_from_its_ground_and_bears_its_name(choice: str) -> None:
    palette = own_palette(choice)
    base = palette.color(Role.Base)
    for key in KEYS:
        colour = feature_colour(key, dark=is_dark(palette))
        edge = told_apart(mixed(colour, palette.color(Role.Text), 65), base)
        assert contrast(edge, base) >= MARK, key
        assert contrast(edge_colour(key, palette), base) >= MARK, key
        assert contrast(text_on(colour), colour) >= TEXT, key


@pytest.mark.parametrize("choice", OWN)
def test_the_square_of_a_feature_has_an_edge_that_is_seen(choice: str, qapp: QApplication) -> None:
    palette = own_palette(choice)
    picture = feature_icon("misc_structure", palette).pixmap(16, 16).toImage()
    assert contrast(picture.pixelColor(2, 8), palette.color(Role.Base)) >= MARK


def test_a_colour_that_stands_out_already_is_left_as_it_is() -> None:
    assert told_apart(QColor("#0072B2"), QColor("white")) == QColor("#0072B2")
    assert contrast(told_apart(QColor("#F0E442"), QColor("white")), QColor("white")) >= MARK
    assert contrast(told_apart(QColor("#101010"), QColor("black")), QColor("black")) >= MARK


def test_the_choice_is_shown_at_once_in_all_windows_and_remembered(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    group = next(g for g in window.commands.groups if type(g).__name__ == "ColourActions")
    assert [name for name, one in group.entries.items() if one.isChecked()] == [""]
    for choice in OWN:
        group.entries[choice].trigger()
        QApplication.processEvents()
        wanted = own_palette(choice).color(Role.Base)
        for shown in (window, window.desk.editor.residues, window.project.list):
            assert shown.palette().color(Role.Base) == wanted
        assert load_settings().colours == choice
        assert group.entries[choice].isChecked()
        assert isinstance(qapp.style(), ContrastStyle) == is_high_contrast(choice)
        assert not window.grab().isNull()
    group.entries[""].trigger()
    assert load_settings().colours == ""
    assert not isinstance(qapp.style(), ContrastStyle)


def test_a_choice_nobody_knows_is_the_systems(qapp: QApplication) -> None:
    before = qapp.palette().color(Role.Base)
    use_colours(qapp, "sepia")
    assert qapp.palette().color(Role.Base) == before
