from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from seqeditor.ui.qt.feature_colours import (
    OTHER,
    feature_class,
    feature_colour,
    feature_icon,
    is_dark,
    is_drawn,
    text_on,
)
from seqeditor.vocabulary.features import feature_keys


def keys() -> list[str]:
    return [one.name for moltype in ("DNA", "AA") for one in feature_keys(moltype)]


def test_every_key_of_the_standard_but_the_plainest_has_a_class():
    plain = {key for key in keys() if feature_class(key) is OTHER}
    assert plain == {"source", "misc_feature"}


def test_classes_differ_by_more_than_colour():
    classes = {feature_class(key) for key in keys()}
    assert len({(one.pattern, one.name) for one in classes}) == len(classes)
    assert len({one.light for one in classes}) == len(classes)
    patterns = [one.pattern for one in classes]
    assert max(map(patterns.count, patterns)) <= 2, "only the two plain ones share a pattern"


def contrast(one: QColor, other: QColor) -> float:
    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_labels_are_readable_on_every_colour(dark: bool):
    for key in keys():
        colour = feature_colour(key, dark=dark)
        assert contrast(colour, text_on(colour)) >= 4.5, key


def test_source_is_not_drawn():
    assert not is_drawn("source")
    assert is_drawn("CDS")


def test_a_palette_is_dark_when_it_writes_light_on_dark(qtbot: QtBot):
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#eeeeee"))
    assert is_dark(palette)
    assert not feature_icon("CDS", palette).isNull()
    palette.setColor(QPalette.ColorRole.Base, QColor("white"))
    palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    assert not is_dark(palette)
    assert not feature_icon("variation", palette).isNull()
