"""A map of its own for tests, and places on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.map.circular import CircularPlan
from seqeditor.ui.map.linear import LinearPlan
from seqeditor.ui.map.plan import Plan
from seqeditor.ui.map.view import FeatureMap

FEATURES = (
    Feature("source", "1..1000"),
    Feature("CDS", "100..300", (Qualifier("gene", "bla"),)),
    Feature("CDS", "complement(join(400..500,600..700))"),
    Feature("variation", "800^801"),
    Feature("gene", "<850..>950"),
)

Maker = Callable[..., FeatureMap]


@pytest.fixture
def shown(qtbot: QtBot) -> Maker:
    def make(*features: Feature, length: int = 1000, moltype: str = "DNA") -> FeatureMap:
        view = FeatureMap()
        qtbot.addWidget(view)
        view.resize(1028, 260)
        residues = TextResidues("a" * length)
        view.set_sequence(Sequence(moltype, residues, features or FEATURES), another=True)
        view.show()
        return view

    return make


def point(view: FeatureMap, gap: float, index: int | None = None) -> QPoint:
    """Return a point at a gap: in the lane of a feature, else on the ruler."""
    plan: Plan = view.plan
    if isinstance(plan, LinearPlan):
        y = 12.0 if index is None else plan.top_of(plan.table.lane_of[index]) + 8
        return QPointF(plan.scale.x_of(gap), y).toPoint()
    assert isinstance(plan, CircularPlan)
    radius = plan.radius - 20
    if index is not None:
        radius = sum(plan.ring_of(plan.table.lane_of[index])) / 2
    return plan.place(gap, radius).toPoint()
