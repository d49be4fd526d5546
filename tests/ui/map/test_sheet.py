"""What the map shows and says, whatever its size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
)
from pytestqt.qtbot import QtBot

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.ui.map.linear import LinearPlan
from seqeditor.ui.map.words import block_tip, described
from tests.ui.map.conftest import Maker, point

LEFT = Qt.MouseButton.LeftButton


def test_small_features_are_told_together_and_enlarged(shown: Maker, qtbot: QtBot) -> None:
    many = [Feature("gene", f"{10 * n + 1}..{10 * n + 3}") for n in range(10_000)]
    view = shown(*many, length=5_000_000)
    plan = view.plan
    assert isinstance(plan, LinearPlan)
    assert len(plan.blocks) < 50
    block = plan.blocks[0]
    assert block.count > 100
    assert str(block.count) in block_tip(view.sequence, block)
    qtbot.mouseDClick(view.viewport(), LEFT, pos=plan.block_rect(block).center().toPoint())
    assert view.scale.per > plan.scale.per * 10


def test_many_features_are_laid_out_when_there_is_rest(shown: Maker, qtbot: QtBot) -> None:
    many = tuple(Feature("gene", f"{10 * n + 1}..{10 * n + 3}") for n in range(400))
    view = shown(*many, length=10_000)
    former = view.plan
    view.set_sequence(Sequence("DNA", TextResidues("a" * 10_001), many[:399]))
    view.set_current(3)
    assert view.is_late
    assert not view.grab().isNull()
    assert view.is_late
    qtbot.waitUntil(lambda: not view.is_late)
    assert view.plan is not former
    assert "399 features" in view.accessibleDescription()
    view.set_sequence(Sequence("DNA", TextResidues("a" * 10_000), many))
    assert len(view.entries) == 400
    assert view.plan.block_at(QPointF(point(view, 2, 0))) is not None
    assert not view.is_late


def test_tip_and_description_tell_the_feature(shown: Maker) -> None:
    view = shown()
    block = view.plan.block_at(QPointF(point(view, 200, 1)))
    assert block is not None
    assert block_tip(view.sequence, block) == "CDS  100..300\ngene: bla"
    assert view.tip_at(QPointF(point(view, 200, 1))) == block_tip(view.sequence, block)
    assert view.tip_at(QPointF(point(view, 299, 1))).endswith("Drag to change the location.")
    assert view.tip_at(QPointF(point(view, 200))) in ("200", "201")
    view.set_current(2)
    assert "complement(join(400..500,600..700))" in view.accessibleDescription()
    view.set_current(None)
    assert "4 features" in described(view)


def test_a_screen_reader_hears_which_feature_is_current(
    shown: Maker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    update = QAccessible.updateAccessibility

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        update(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    view = shown()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    QAccessible.setActive(before)
    assert said[0] == "CDS  bla, at 100..300. 4 features on the map."
    assert "on the other strand" in said[1]
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Feature map"
    assert interface.text(QAccessible.Text.Description) == said[1]


@pytest.mark.parametrize("circular", [False, True])
@pytest.mark.parametrize("length", [0, 1, 40])
def test_sequences_without_features_have_a_hint(shown: Maker, length: int, circular: bool) -> None:
    view = shown(Feature("source", f"1..{length}"), length=length)
    view.set_circular(circular)
    assert view.worded_marks().hint
    assert not view.grab().isNull()


def test_letters_stand_below_the_ruler_where_there_is_room(shown: Maker) -> None:
    view = shown()
    former = view.plan
    view.zoom_to(100, 110)
    plan = view.plan
    assert isinstance(former, LinearPlan)
    assert isinstance(plan, LinearPlan)
    assert not LinearPlan.has_letters(former.scale, former.look)
    assert LinearPlan.has_letters(plan.scale, plan.look)
    assert plan.top > former.top
    assert not view.grab().isNull()


def test_features_in_many_lanes_scroll_down(shown: Maker) -> None:
    view = shown(*(Feature("gene", f"{n}..{900 + n}") for n in range(1, 31)))
    assert view.table.count == 30
    assert view.verticalScrollBar().maximum() > 0
    view.set_current(29)
    assert view.verticalScrollBar().value() > 0
    plan = view.plan
    assert isinstance(plan, LinearPlan)
    assert plan.table.lane_of[29] in plan.lanes_seen
