from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.ui.residues.bands import MOST_LANES, Band, BandTable, lanes

spans = st.tuples(st.integers(1, 200), st.integers(0, 60)).map(lambda s: (s[0], s[0] + s[1]))
many = st.lists(spans, max_size=40).map(
    lambda found: [Band(a, b, "CDS", index=n) for n, (a, b) in enumerate(found)]
)


@settings(max_examples=200)
@given(many)
def test_bands_of_one_lane_never_overlap_and_none_is_lost(bands: list[Band]):
    placed = lanes(bands)
    assert sorted(b.index for b in placed) == list(range(len(bands)))
    for one in placed:
        for other in placed:
            if one.index < other.index and one.lane == other.lane:
                assert one.end < other.start or other.end < one.start


@settings(max_examples=200)
@given(many, spans)
def test_looking_up_a_line_agrees_with_looking_at_every_band(
    bands: list[Band], line: tuple[int, int]
):
    table = BandTable(bands)
    touching = [b for b in table.bands if b.start <= line[1] and b.end >= line[0]]
    drawn = [b for b in touching if b.lane < MOST_LANES]
    assert sorted(b.index for b in table.between(*line)) == sorted(b.index for b in drawn)
    assert table.depth(*line) == max((b.lane + 1 for b in drawn), default=0)
    assert table.hidden(*line) == len(touching) - len(drawn)
    for lane in range(MOST_LANES):
        over = [b for b in drawn if b.lane == lane and b.start <= line[0] <= b.end]
        assert table.at(line[0], lane) == (over[0] if over else None)


def test_more_than_four_overlapping_bands_are_counted():
    table = BandTable([Band(1, 50, "gene", index=n) for n in range(7)])
    assert table.depth(1, 60) == MOST_LANES
    assert table.hidden(1, 60) == 3
    assert table.hidden(51, 60) == 0
    assert table.at(5, MOST_LANES) is None
    assert len(table.over(5)) == MOST_LANES


def test_a_band_takes_the_lane_that_became_free():
    table = BandTable([Band(1, 10, "CDS"), Band(5, 20, "gene"), Band(11, 30, "exon")])
    assert [(b.key, b.lane) for b in table.bands] == [("CDS", 0), ("gene", 1), ("exon", 0)]
