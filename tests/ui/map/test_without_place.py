from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.ui.map.entries import stretches_on_line
from seqeditor.ui.map.panel import MapPanel
from tests.ui.map.conftest import FEATURES, Maker

LOST = (Feature("gene", "1..x"), Feature("CDS", "1200..1300"))


def _sequence(*features: Feature) -> Sequence:
    return Sequence("DNA", TextResidues("a" * 1000), features)


def test_features_without_place_are_counted_and_led_to(qtbot: QtBot) -> None:
    panel = MapPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 260)
    panel.show()
    panel.map.set_sequence(_sequence(*FEATURES), another=True)
    qtbot.waitUntil(lambda: not panel.placeless.isVisible())
    panel.map.set_sequence(_sequence(*FEATURES, *LOST))
    assert panel.map.placeless == (5, 6)
    qtbot.waitUntil(panel.placeless.isVisible)
    assert panel.placeless.text() == "2 without place"
    assert "cannot be read" in panel.map.accessibleDescription()
    for wanted in (5, 6, 5):
        with qtbot.waitSignal(panel.map.feature_activated) as asked:
            qtbot.mouseClick(panel.placeless, Qt.MouseButton.LeftButton)
        assert asked.args == [wanted]
        panel.map.set_current(wanted)
    panel.map.set_sequence(_sequence(*FEATURES))
    qtbot.waitUntil(lambda: not panel.placeless.isVisible())


def test_a_map_whose_features_all_have_no_place_says_so(shown: Maker) -> None:
    view = shown(*LOST)
    assert view.worded_marks().hint == ""
    assert view.accessibleDescription().startswith("2 features have no place")


def test_source_is_the_line_itself(shown: Maker) -> None:
    view = shown()
    for circular in (False, True):
        view.set_circular(circular)
        plain = view.grab().toImage()
        view.set_current(0)
        assert view.worded_marks().line == ((1, 1000),)
        assert view.accessibleDescription().startswith("source, at 1..1000.")
        assert view.grab().toImage() != plain
        view.set_current(None)
    assert stretches_on_line(view.sequence, 1) == ()
    assert stretches_on_line(view.sequence, 99) == ()
    assert stretches_on_line(_sequence(Feature("source", "1..")), 0) == ()
