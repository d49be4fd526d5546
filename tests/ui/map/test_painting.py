"""Whatever a listing says, the map can be painted, asked and kept as a picture."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from seqeditor.domain.location import Between, Complement, Join, Location, Order, Point, Range
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.map.export import svg
from seqeditor.ui.map.linear import LinearPlan
from seqeditor.ui.map.view import FeatureMap

positions = st.integers(0, 400)
simple: st.SearchStrategy[Location] = st.one_of(
    st.builds(Point, positions, st.sampled_from(["", "<", ">"])),
    st.builds(Range, positions, positions, st.booleans(), st.booleans()),
    st.builds(Between, positions, positions),
)
members = simple | simple.map(Complement)
several = st.lists(members, min_size=2, max_size=4).map(tuple)
locations = members | several.map(Join) | several.map(Order) | several.map(Join).map(Complement)
features = st.builds(
    lambda key, location, note: Feature(key, str(location), (Qualifier("note", note),)),
    st.sampled_from(["CDS", "source", "gene", "variation", "DISULFID", "no_such_key", ""]),
    locations,
    st.text(max_size=30),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(features, max_size=12),
    st.integers(0, 400),
    st.sampled_from(["DNA", "AA"]),
    st.booleans(),
    st.integers(0, 12),
    st.tuples(st.integers(0, 700), st.integers(0, 300)),
)
def test_any_features_can_be_shown(
    qtbot: QtBot,
    listed: list[Feature],
    length: int,
    moltype: str,
    circular: bool,
    zooms: int,
    at: tuple[int, int],
) -> None:
    view = FeatureMap()
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.set_sequence(Sequence(moltype, TextResidues("a" * length), tuple(listed)), another=True)
    view.set_circular(circular)
    view.show()
    point = QPointF(*at)
    for _ in range(zooms):
        view.zoom(1.7, point)
    for entry in view.entries:
        assert 1 <= entry.start <= entry.end <= length
        assert entry.index in view.table.lane_of
    view.set_current(view.entries[-1].index if view.entries else None)
    block = view.plan.block_at(point)
    assert block is None or view.entry(block.entry.index) is block.entry
    assert 0 <= view.plan.gap_at(point) <= length
    grip = view.grip_at(point)
    assert grip is None or grip.side in grip.piece.sides
    assert not view.grab().isNull()
    assert svg(view).endswith(b"</svg>\n")
    if isinstance(view.plan, LinearPlan):
        shown = [b for lane in view.plan.lanes_seen for b in view.plan.blocks if b.lane == lane]
        assert len(shown) == len(view.plan.blocks)
    view.hide()
