from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from seqeditor.rules.finding import Finding, Level
from seqeditor.store.database import StoreError, transaction
from seqeditor.store.findings import HEADER, LISTING, RECEIVED, FindingsStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FindingsStore]:
    made = FindingsStore(tmp_path)
    yield made
    made.close()


def _finding(
    rule: str = "seq-a", level: Level = Level.ERROR, sequence: int | None = 1, **more: object
) -> Finding:
    return Finding(rule=rule, level=level, sequence=sequence, **more)  # type: ignore[arg-type]


def _rules(store: FindingsStore, **chosen: object) -> list[str]:
    found = store.kept(store.ids(**chosen))  # type: ignore[arg-type]
    return [kept.finding.rule for kept in found]


def test_a_finding_comes_back_as_it_was(store: FindingsStore) -> None:
    whole = Finding(
        rule="qual-x",
        level=Level.WARNING,
        path=("features", 0, "qualifiers", 2, "value"),
        sequence=7,
        value="é\n",
        variant="missing",
        parameters={"actual": 12, "name": "note"},
        place="SequenceData[1]",
        line=3,
        number="5",
        omitted=2,
    )
    store.replace_sequences([(7, 1, [whole])])
    (kept,) = store.of_sequence(7)
    assert (kept.finding, kept.origin) == (whole, "sequence")


def test_late_results_are_dropped(store: FindingsStore) -> None:
    assert store.replace_sequences([(1, 5, [_finding("new")])]) == {1}
    assert store.replace_sequences([(1, 4, [_finding("late")]), (2, 1, [])]) == {2}
    assert _rules(store) == ["new"]
    assert store.replace_sequences([(1, 5, [_finding("again")])]) == {1}
    assert store.replace_sequences([(1, 6, [])]) == {1}
    assert _rules(store) == []


def test_results_about_a_removed_sequence_are_dropped(store: FindingsStore) -> None:
    store.replace_sequences([(1, 5, [_finding()]), (2, 5, [_finding(sequence=2)])])
    store.remove_sequences([1], revision=8)
    assert store.replace_sequences([(1, 7, [_finding("late")])]) == set()
    assert [kept.finding.sequence for kept in store.kept(store.ids())] == [2]
    assert store.replace_sequences([(1, 9, [_finding("undone")])]) == {1}


def test_a_late_removal_spares_what_is_there_again(store: FindingsStore) -> None:
    store.replace_sequences([(1, 9, [_finding("undone")])])
    store.remove_sequences([1], revision=8)
    assert _rules(store) == ["undone"]


def test_a_removal_without_revision_forgets(store: FindingsStore) -> None:
    store.replace_sequences([(1, 5, [_finding()])])
    store.remove_sequences([1])
    assert store.counts()[Level.ERROR] == 0
    assert store.replace_sequences([(1, 1, [_finding()])]) == {1}


def test_counts_leave_the_received_file_aside(store: FindingsStore) -> None:
    assert store.counts() == {Level.ERROR: 0, Level.WARNING: 0, Level.INFO: 0}
    store.replace_sequences([(1, 1, [_finding(), _finding("b", Level.INFO)])])
    store.replace_all(HEADER, [_finding("h", Level.WARNING, None)])
    store.replace_all(RECEIVED, [_finding("file-x", Level.ERROR, None)])
    store.replace_all(LISTING, [_finding("l"), _finding("l")])
    assert store.counts() == {Level.ERROR: 3, Level.WARNING: 1, Level.INFO: 1}
    store.replace_all(LISTING, [_finding("l")])
    store.replace_sequences([(1, 2, [])])
    assert store.counts() == {Level.ERROR: 1, Level.WARNING: 1, Level.INFO: 0}


def test_order_and_choice(store: FindingsStore) -> None:
    store.replace_all(RECEIVED, [_finding("file-a", Level.ERROR, None)])
    store.replace_sequences(
        [
            (2, 1, [_finding("seq-c", sequence=2), _finding("qual-d", Level.INFO, 2)]),
            (1, 1, [_finding("qual-b", Level.WARNING), _finding("qual-a")]),
        ]
    )
    store.replace_all(HEADER, [_finding("head-a", Level.ERROR, None)])
    assert _rules(store) == ["head-a", "qual-a", "seq-c", "qual-b", "qual-d", "file-a"]
    assert _rules(store, levels=[Level.INFO]) == ["qual-d"]
    assert _rules(store, area="qual") == ["qual-a", "qual-b", "qual-d"]
    assert _rules(store, sequence_id=2) == ["seq-c", "qual-d"]
    assert [k.finding.rule for k in store.of_header()] == ["head-a"]
    assert [k.finding.sequence for k in store.of_rule("qual-a")] == [1]
    assert store.of_rule("file-a") == []


def test_gravest_levels(store: FindingsStore) -> None:
    many = [(n, 1, [_finding(level=Level.INFO, sequence=n)]) for n in range(1, 1201)]
    store.replace_sequences(many)
    store.replace_all(LISTING, [_finding(level=Level.ERROR, sequence=3)])
    found = store.levels(range(1, 2000))
    assert len(found) == 1200
    assert (found[1], found[3]) == (Level.INFO, Level.ERROR)
    assert len(store.kept(store.ids())) == 1201


def test_those_gone_meanwhile_are_left_out(store: FindingsStore) -> None:
    store.replace_sequences([(1, 1, [_finding("a"), _finding("b")])])
    first, second = store.ids()
    store.replace_sequences([(1, 2, [_finding("c")])])
    assert [k.finding.rule for k in store.kept([first, second])] == []
    assert store.kept([999]) == []


def test_text_that_is_none_is_spelled_out(store: FindingsStore) -> None:
    odd = _finding(value="a\udcffb", number="\ud800", parameters={"text": "\udcff"})
    store.replace_all(RECEIVED, [odd])
    (kept,) = store.kept(store.ids())
    assert kept.finding.value == "a\\udcffb"
    assert kept.finding.parameters == {"text": "\udcff"}


def test_a_failing_source_changes_nothing(store: FindingsStore) -> None:
    store.replace_sequences([(1, 1, [_finding("a")])])

    def failing() -> Iterator[tuple[int, int, list[Finding]]]:
        yield 1, 2, [_finding("b")]
        raise LookupError

    with pytest.raises(LookupError):
        store.replace_sequences(failing())
    assert _rules(store) == ["a"]


def test_begun_anew_each_time(tmp_path: Path) -> None:
    for _ in range(2):
        store = FindingsStore(tmp_path)
        assert list(store.ids()) == []
        store.replace_all(HEADER, [_finding(sequence=None)])
        store.close()
    (tmp_path / "findings.db").write_bytes(b"broken" * 1000)
    store = FindingsStore(tmp_path)
    assert list(store.ids()) == []
    store.close()


def test_a_look_does_not_wait_for_a_writer(store: FindingsStore) -> None:
    store.replace_sequences([(1, 1, [_finding("before")])])
    writer = store._connection
    with store._lock, transaction(writer), ThreadPoolExecutor(1) as other:
        writer.execute("UPDATE finding SET rule = 'after', level = 1")
        assert other.submit(_rules, store).result(timeout=60) == ["before"]
        assert other.submit(store.counts).result(timeout=60)[Level.ERROR] == 1
        assert other.submit(store.levels, [1]).result(timeout=60) == {1: Level.ERROR}
    assert _rules(store) == ["after"]


def test_what_a_thread_has_written_all_threads_see(store: FindingsStore) -> None:
    with ThreadPoolExecutor(4) as others:
        for revision in range(1, 30):
            store.replace_sequences([(1, revision, [_finding(f"seq-{revision}")])])
            looks = [others.submit(_rules, store) for _ in range(4)]
            assert [look.result() for look in looks] == [[f"seq-{revision}"]] * 4


def test_nothing_is_told_after_the_end(tmp_path: Path) -> None:
    store = FindingsStore(tmp_path)
    store.counts()
    store.close()
    with pytest.raises(StoreError):
        store.counts()
    (tmp_path / "findings.db").unlink()
    assert list(tmp_path.iterdir()) == []
