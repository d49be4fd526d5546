from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.ui.map.scale import LARGEST, Scale, next_step, small_step, tick_step, ticks

scales = st.builds(
    lambda length, width, factor, at: Scale(length, width).fitted().zoomed(factor, at),
    st.integers(0, 5_000_000),
    st.integers(60, 4000),
    st.floats(1, 10_000),
    st.floats(0, 4000),
)


def test_the_whole_is_seen_when_fitted() -> None:
    scale = Scale(5_000_000, 800, 3.0, 77).fitted()
    assert scale.is_fitted
    assert scale.hidden == 0
    assert scale.x_of(0) == scale.margin
    assert scale.x_of(5_000_000) == pytest.approx(800 - scale.margin)
    assert scale.seen() == (1, 5_000_000)


@settings(max_examples=150, deadline=None)
@given(scales, st.floats(0.1, 10), st.floats(20, 60))
def test_zooming_keeps_what_is_under_the_mouse(scale: Scale, factor: float, x: float) -> None:
    new = scale.zoomed(factor, x)
    assert new.smallest <= new.per <= new.largest
    assert 0 <= new.offset <= new.hidden
    gap = (x - scale.margin + scale.offset) / scale.per
    if 0 < new.offset < new.hidden:
        assert new.x_of(gap) == pytest.approx(x, abs=1)


@settings(max_examples=150, deadline=None)
@given(scales, st.data())
def test_what_is_to_be_shown_is_seen(scale: Scale, data: st.DataObject) -> None:
    start = data.draw(st.integers(1, max(scale.length, 1)))
    end = data.draw(st.integers(start, min(start + 500, max(scale.length, start))))
    if not scale.length:
        return
    for shown in (scale.showing(start, end), scale.revealing(start, end)):
        first, last = shown.seen()
        assert first <= end
        assert last >= start
        assert 0 <= shown.offset <= shown.hidden


@settings(max_examples=150, deadline=None)
@given(scales, st.integers(0, 4000))
def test_points_and_gaps_agree(scale: Scale, x: int) -> None:
    gap = scale.gap_at(x)
    assert 0 <= gap <= scale.length
    if 0 < gap < scale.length:
        assert abs(scale.x_of(gap) - x) <= scale.per / 2 + 1e-3
    assert 0 <= scale.position_at(x) <= scale.length


@given(st.floats(0.0001, LARGEST), st.floats(10, 90))
def test_numbers_have_room_and_are_round(per: float, room: float) -> None:
    step = tick_step(per, room)
    assert step * per >= room
    assert str(step).rstrip("0") in ("1", "2", "5")
    small = small_step(step, per)
    assert step % small == 0
    assert small == step or small * per >= 5


def test_steps_go_on_in_the_usual_way() -> None:
    steps = [1]
    while steps[-1] < 1000:
        steps.append(next_step(steps[-1]))
    assert steps == [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
    assert list(ticks(1, 50, 20)) == [20, 40]
    assert list(ticks(20, 60, 20)) == [20, 40, 60]
