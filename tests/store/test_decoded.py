"""A large sequence at hand is never another one than that of the row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.formats.st26.codec import decode_annotations
from seqeditor.store import decoded
from seqeditor.store.workingcopy import WorkingCopy
from tests.store.rows import dna


def _large(value: str) -> Sequence:
    noted = Feature("misc_feature", "1..2", (Qualifier("note", value * decoded.LARGE),))
    return replace(dna("acgtacgtacgt"), features=(noted,))


def _value(copy: WorkingCopy, sequence_id: int) -> str:
    return (copy.sequence(sequence_id).features[0].value("note") or "")[:1]


def _write(copy: WorkingCopy, sequence_id: int, value: str) -> None:
    given = copy.sequence(sequence_id)
    (feature,) = given.features
    one = replace(feature.qualifiers[0], value=value * decoded.LARGE)
    new = replace(given, features=(replace(feature, qualifiers=(one,)),))
    copy.write_sequence(sequence_id, new)


@pytest.fixture
def large(copy: WorkingCopy) -> int:
    with copy.step("Add"):
        (sequence_id,) = copy.insert_sequences(1, [_large("a")])
    return sequence_id


def test_what_was_written_is_not_decoded(
    copy: WorkingCopy, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _value(copy, large) == "a"
    monkeypatch.setattr(decoded, "decode_annotations", pytest.fail)
    with copy.step("Edit"):
        _write(copy, large, "b")
    assert _value(copy, large) == "b"
    other = copy.open_reader()
    assert other.sequence(large) == copy.sequence(large)
    other.connection.close()
    monkeypatch.undo()
    assert decode_annotations(_annotations(copy, large)).features == (copy.sequence(large).features)


def _annotations(copy: WorkingCopy, sequence_id: int) -> bytes:
    row = copy.connection.execute("SELECT annotations FROM sequence WHERE id = ?", (sequence_id,))
    found: bytes = row.fetchone()[0]
    return found


def test_undo_and_redo_show_what_they_bring_back(copy: WorkingCopy, large: int) -> None:
    for value in "bc":
        with copy.step(f"Edit {value}"):
            _write(copy, large, value)
    seen = [_value(copy, large)]
    for exchange in (copy.undo, copy.undo, copy.redo, copy.undo, copy.redo, copy.redo):
        exchange()
        seen.append(_value(copy, large))
    assert "".join(seen) == "cbababc"


def test_a_step_that_failed_leaves_nothing_at_hand(copy: WorkingCopy, large: int) -> None:
    def fail() -> None:
        with copy.step("Edit"):
            _write(copy, large, "b")
            assert _value(copy, large) == "b"
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert _value(copy, large) == "a"
    # The revision taken back is given again, to another value of the same size.
    with copy.step("Edit"):
        _write(copy, large, "c")
    assert _value(copy, large) == "c"


def test_a_reader_of_another_thread_follows(copy: WorkingCopy, large: int) -> None:
    reader = copy.open_reader()
    for value in "bcd":
        with copy.step("Edit"):
            _write(copy, large, value)
        assert (reader.sequence(large).features[0].value("note") or "")[:1] == value
    copy.undo()
    assert reader.sequence(large) == copy.sequence(large)
    reader.connection.close()


def test_few_are_kept(copy: WorkingCopy) -> None:
    with copy.step("Add"):
        ids = copy.insert_sequences(1, [_large(value) for value in "abcdefgh"])
    for sequence_id, value in [*zip(ids, "abcdefgh", strict=True)] * 2:
        assert _value(copy, sequence_id) == value
    assert len(copy._at_hand) < len(ids)
