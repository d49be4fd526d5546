"""Steps: what becomes one, what is saved, what is forgotten."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from seqeditor.domain.residues import CHUNK
from seqeditor.store.database import StoreError
from seqeditor.store.project import save_project
from seqeditor.store.workingcopy import WorkingCopy
from tests.store.rows import dna, images, rows


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(copy: WorkingCopy) -> Clock:
    copy.clock = Clock()
    return copy.clock


@pytest.fixture
def one(copy: WorkingCopy, clock: Clock) -> int:
    with copy.step("fill"):
        return copy.insert_sequences(1, [dna()])[0]


def _type(copy: WorkingCopy, sequence_id: int, text: str, target: str = "name") -> None:
    with copy.step("typing", target=target):
        copy.write_sequence(sequence_id, replace(copy.sequence(sequence_id), name=text))


def _names(copy: WorkingCopy) -> list[str]:
    return [row.name for row in copy.rows()]


def test_typing_is_one_step(copy: WorkingCopy, clock: Clock, one: int) -> None:
    for text in ("a", "ab", "abc"):
        clock.now += 2.9
        _type(copy, one, text)
    assert [step.label for step in copy.history()] == ["fill", "typing"]
    copy.undo()
    assert _names(copy) == [""]
    copy.redo()
    assert _names(copy) == ["abc"]


def test_a_pause_begins_another_step(copy: WorkingCopy, clock: Clock, one: int) -> None:
    _type(copy, one, "a")
    clock.now += 3
    _type(copy, one, "ab")
    assert len(copy.history()) == 3


def test_a_clock_put_back_begins_another_step(copy: WorkingCopy, clock: Clock, one: int) -> None:
    _type(copy, one, "a")
    clock.now -= 100
    _type(copy, one, "ab")
    assert len(copy.history()) == 3


@pytest.mark.parametrize("target", ["", "elsewhere"])
def test_another_place_begins_another_step(copy: WorkingCopy, one: int, target: str) -> None:
    _type(copy, one, "a", target)
    _type(copy, one, "ab", "name")
    assert len(copy.history()) == 3


def test_an_undone_step_is_not_gone_on_with(copy: WorkingCopy, one: int) -> None:
    _type(copy, one, "a")
    copy.undo()
    _type(copy, one, "b")
    assert [step.label for step in copy.history()] == ["fill", "typing"]
    copy.undo()
    assert _names(copy) == [""]


def test_typing_after_a_save_is_another_step(copy: WorkingCopy, one: int) -> None:
    _type(copy, one, "a")
    copy.mark_saved()
    _type(copy, one, "ab")
    assert copy.is_modified
    copy.undo()
    assert (_names(copy), copy.is_modified) == (["a"], False)


def test_modified_until_saved(copy: WorkingCopy, one: int) -> None:
    assert copy.is_modified
    copy.mark_saved()
    assert not copy.is_modified
    copy.undo()
    assert copy.is_modified
    copy.redo()
    assert not copy.is_modified
    assert copy.saved_step == copy.last_step


def test_not_the_saved_state_again_by_another_way(copy: WorkingCopy, one: int) -> None:
    _type(copy, one, "a")
    copy.mark_saved()
    copy.undo()
    _type(copy, one, "b", "elsewhere")
    assert copy.is_modified
    copy.undo()
    assert copy.is_modified


def test_typing_while_it_is_saved_is_not_in_the_file(
    copy: WorkingCopy, one: int, tmp_path: Path
) -> None:
    _type(copy, one, "a")
    state = save_project(copy, tmp_path / "a.seqproj")
    _type(copy, one, "ab")
    copy.mark_saved(state)
    assert copy.is_modified
    copy.undo()
    assert copy.is_modified


def test_a_step_while_it_is_saved_can_be_undone_to_the_file(
    copy: WorkingCopy, one: int, tmp_path: Path
) -> None:
    state = save_project(copy, tmp_path / "a.seqproj")
    _type(copy, one, "ab")
    copy.mark_saved(state)
    assert copy.is_modified
    copy.undo()
    assert not copy.is_modified


def test_saved_before_any_step(copy: WorkingCopy, tmp_path: Path) -> None:
    copy.mark_saved(save_project(copy, tmp_path / "a.seqproj"))
    assert not copy.is_modified


def test_saved_after_a_step_named_by_its_id(copy: WorkingCopy, one: int) -> None:
    last = copy.last_step
    _type(copy, one, "a")
    copy.mark_saved(last)
    assert copy.is_modified
    copy.undo()
    assert not copy.is_modified


def test_what_changes_nothing_leaves_no_trace(copy: WorkingCopy, one: int) -> None:
    before, last, kept = rows(copy), copy.last_step, images(copy)
    with copy.step("edit") as work:
        assert not copy.write_sequence(one, copy.sequence(one))
        assert not copy.write_sequence(one, replace(copy.sequence(one)))
        copy.write_header(copy.header)
        copy.remove_sequences([999])
        assert copy.insert_sequences(1, []) == []
    assert work.touched.sequence_ids == frozenset()
    assert (rows(copy), copy.last_step, images(copy)) == (before, last, kept)


def test_what_changes_nothing_leaves_redo_alone(copy: WorkingCopy, one: int) -> None:
    _type(copy, one, "a")
    copy.undo()
    with copy.step("edit"):
        copy.write_header(copy.header)
    assert copy.redo() is not None
    assert _names(copy) == ["a"]


def test_a_new_step_ends_redo(copy: WorkingCopy, one: int) -> None:
    _type(copy, one, "a")
    copy.undo()
    _type(copy, one, "b", "elsewhere")
    assert copy.redo_step() is None
    assert copy.redo() is None


def test_labels_and_arguments(copy: WorkingCopy, one: int) -> None:
    with copy.step("edit", {"count": 3, "name": "é"}):
        copy.write_header(replace(copy.header, file_name="a"))
    step = copy.undo_step()
    assert step is not None
    assert (step.label, step.arguments, step.done) == ("edit", {"count": 3, "name": "é"}, True)
    copy.undo()
    assert copy.redo_step() == replace(step, done=False)


def test_touched(copy: WorkingCopy, one: int) -> None:
    with copy.step("edit") as work:
        copy.write_sequence(one, replace(copy.sequence(one), note="n"))
    assert (work.touched.sequence_ids, work.touched.order_changed) == (frozenset({one}), False)
    with copy.step("edit") as work:
        copy.write_header(replace(copy.header, file_name="a"))
    assert (work.touched.sequence_ids, work.touched.header_changed) == (frozenset(), True)
    with copy.step("insert") as work:
        new = copy.insert_sequences(1, [dna()])
    assert (work.touched.sequence_ids, work.touched.order_changed) == (frozenset(new), True)
    undone = copy.undo()
    assert undone is not None
    assert (undone.sequence_ids, undone.order_changed) == (frozenset(new), True)


def test_rows_of_the_header_name_no_sequence(copy: WorkingCopy, one: int) -> None:
    with copy.step("translate") as work:
        copy.connection.execute("INSERT INTO free_text VALUES (0, 1, 'de', 'Text')")
        copy.connection.execute("INSERT INTO bookmark VALUES (1, ?, 0, 'here')", (one,))
    assert work.touched.sequence_ids <= {one}


def test_revisions_only_grow(copy: WorkingCopy, one: int) -> None:
    seen = [copy.revision(one)]
    _type(copy, one, "a")
    seen.append(copy.revision(one))
    copy.undo()
    seen.append(copy.revision(one))
    copy.redo()
    seen.append(copy.revision(one))
    assert seen == sorted(set(seen))
    assert copy.latest_revision == seen[-1]
    with copy.step("remove"):
        copy.remove_sequences([one])
    assert copy.revision(one) is None
    assert copy.latest_revision > seen[-1]


def test_addresses_are_never_given_again(copy: WorkingCopy, one: int) -> None:
    def refs() -> list[int]:
        return [ref for f in copy.sequence(one).features for ref in (f.ref, f.qualifiers[0].ref)]

    old = copy.sequence(one)
    with copy.step("add"):
        copy.write_sequence(one, dna(protein="x"))
    added = refs()
    copy.undo()
    with copy.step("add"):
        copy.write_sequence(one, replace(old, features=dna(protein="y").features))
    assert not set(refs()[2:]) & set(added)
    assert len(set(refs())) == 4


def test_a_failed_step_is_rolled_back(copy: WorkingCopy, one: int) -> None:
    before = rows(copy)

    def failing() -> None:
        with copy.step("edit"):
            copy.insert_sequences(1, [dna()])
            copy.write_sequence(999, dna())

    with pytest.raises(KeyError):
        failing()
    assert rows(copy) == before
    assert list(copy.order.ids) == [one]


def test_no_step_within_a_step(copy: WorkingCopy, one: int) -> None:
    def nested() -> None:
        with copy.step("outer"):
            copy.insert_sequences(1, [dna()])
            with copy.step("inner"):
                copy.insert_sequences(1, [dna()])

    with pytest.raises(StoreError):
        nested()
    assert list(copy.order.ids) == [one]
    assert list(copy.load_order().ids) == [one]


class TestLimit:
    """Beyond the limit the oldest steps go."""

    @pytest.fixture(autouse=True)
    def _filled(self, copy: WorkingCopy, one: int) -> None:
        self.copy, self.one = copy, one
        copy.mark_saved()

    def _edit(self, count: int) -> None:
        for n in range(count):
            letters = "acgt" * (1000 + n)
            with self.copy.step("edit", {"n": n}):
                self.copy.write_sequence(self.one, dna(letters))

    def _journal(self) -> int:
        query = "SELECT value FROM counter WHERE name = 'journal'"
        return int(self.copy.connection.execute(query).fetchone()[0])

    def test_the_oldest_go(self) -> None:
        self.copy.journal_limit = 30_000
        self._edit(20)
        kept = len(self.copy.history())
        assert 3 <= kept <= 10
        assert self.copy.forgotten == 21 - kept
        assert self._journal() <= 30_000
        assert [step.arguments["n"] for step in self.copy.history()][-1] == 19
        assert images(self.copy) < 4 * kept
        for _ in range(kept):
            self.copy.undo()
        assert self.copy.undo() is None
        assert self.copy.sequence(self.one).length == 4 * (1000 + 19 - kept)

    def test_what_is_kept_can_be_redone(self) -> None:
        self.copy.journal_limit = 30_000
        self._edit(20)
        end = rows(self.copy)
        while self.copy.undo():
            pass
        while self.copy.redo():
            pass
        assert rows(self.copy) == end

    def test_the_last_step_stays(self) -> None:
        self.copy.journal_limit = 0
        self._edit(3)
        assert [step.arguments["n"] for step in self.copy.history()] == [2]

    def test_the_only_step_stays(self) -> None:
        self.copy.journal_limit = 0
        with self.copy.step("typing", target="name"):
            self.copy.write_sequence(self.one, replace(self.copy.sequence(self.one), name="a"))
        assert self.copy.forgotten == 1
        with self.copy.step("typing", target="name"):
            self.copy.write_sequence(self.one, replace(self.copy.sequence(self.one), name="ab"))
        assert (self.copy.forgotten, len(self.copy.history())) == (1, 1)

    def test_undoing_all_that_is_kept_is_not_the_saved_state(self) -> None:
        self.copy.journal_limit = 0
        self._edit(3)
        self.copy.undo()
        assert self.copy.is_modified
        self.copy.mark_saved()
        assert not self.copy.is_modified
        self.copy.redo()
        assert self.copy.is_modified

    def test_size_is_followed(self) -> None:
        start = self._journal()
        self._edit(1)
        with_one = self._journal()
        self._edit(3)
        assert 0 < start < with_one < self._journal()
        self.copy.undo()
        self.copy.undo()
        self._edit(1)
        total = "SELECT sum(size) FROM step"
        assert self.copy.connection.execute(total).fetchone()[0] == self._journal()

    def test_nothing_goes_within_the_limit(self) -> None:
        self._edit(5)
        assert self.copy.forgotten == 0
        assert len(self.copy.history()) == 6


@pytest.mark.parametrize("length", [10, 4 * CHUNK])
def test_an_edit_of_the_annotations_leaves_the_residues_alone(
    copy: WorkingCopy, length: int
) -> None:
    with copy.step("fill"):
        (one,) = copy.insert_sequences(1, [dna("a" * length)])
    asked: list[str] = []
    copy.connection.set_trace_callback(asked.append)
    with copy.step("edit"):
        # As the window does: the value edited is one that was read before.
        copy.write_sequence(one, replace(copy.sequence(one), note="n"))
    copy.connection.set_trace_callback(None)
    assert not [sql for sql in asked if re.match("(DELETE|INSERT|UPDATE).* residues ", sql)]
    if length > CHUNK:
        assert not [sql for sql in asked if sql.startswith("SELECT data")]


def test_a_letter_typed_into_a_long_sequence_keeps_one_block(copy: WorkingCopy) -> None:
    with copy.step("fill"):
        (one,) = copy.insert_sequences(1, [dna("acgt" * CHUNK)])
    old = copy.sequence(one)
    with copy.step("type"):
        copy.write_sequence(one, replace(old, residues=old.residues.splice(CHUNK * 2, 1, "n")))
    query = "SELECT count(*) FROM residues_before WHERE step = ?"
    assert copy.connection.execute(query, (copy.last_step,)).fetchone()[0] == 1
    copy.undo()
    assert copy.sequence(one).residues.text() == "acgt" * CHUNK
