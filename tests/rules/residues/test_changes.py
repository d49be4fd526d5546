from __future__ import annotations

from dataclasses import replace

from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.rules.residues.changes import parted_at_stops
from tests.listings import protein


def test_a_stop_cut_off_takes_ends_along_and_removes_no_feature():
    one = protein("MKVLATTW*")
    note = (Qualifier("note", "as typed"),)
    places = ("1..9", "<1..>9", "3..9", "4", "9", "8^9")
    more = tuple(Feature("REGION", place, note) for place in places)
    sequence = replace(one, features=(*one.features, *more))
    (cut,) = parted_at_stops(sequence)
    assert cut.residues.text() == "MKVLATTW"
    assert [f.location for f in cut.features] == [
        "1..8",
        "1..8",
        "<1..>8",
        "3..8",
        "4",
        "9",
        "8^9",
    ]
    assert all(f.qualifiers == note for f in cut.features[1:])
