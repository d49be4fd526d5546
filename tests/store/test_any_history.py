"""Whatever is done: undoing all gives the starting rows, redoing all gives the end rows."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from seqeditor.domain.general_information import LanguageText
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.store import bulk, journal, order, ranking, reader, stored_residues
from seqeditor.store import workingcopy as module
from seqeditor.store.workingcopy import WorkingCopy
from tests.store.rows import dna, images, rows

letters = st.one_of(st.text("acgtn", max_size=20), st.integers(0, 20).map("acgtn".__mul__))
numbers = st.integers(0, 30)


class AnyHistory(RuleBasedStateMachine):
    """Blocks, gaps and pieces are made tiny, so that short histories meet their limits."""

    def __init__(self) -> None:
        super().__init__()
        self.patch = pytest.MonkeyPatch()
        for place in (reader, stored_residues):
            self.patch.setattr(place, "CHUNK", 16)
        for place in (order, ranking, bulk, module):
            self.patch.setattr(place, "GAP", 8)
        self.patch.setattr(stored_residues, "BLOCK_GAP", 2)
        self.patch.setattr(ranking, "_ROOM", 2)
        self.patch.setattr(ranking, "_REACH", 1)
        self.patch.setattr(journal, "_AT_ONCE", 3)
        self.patch.setattr(journal, "_BLOCKS_AT_ONCE", 2)
        self.folder = tempfile.TemporaryDirectory()
        self.copy = WorkingCopy.create(Path(self.folder.name))
        self.now = 1000.0
        self.copy.clock = self._clock
        self.past: list[Any] = []
        self.future: list[Any] = []
        self.start = rows(self.copy)

    def _clock(self) -> float:
        return self.now

    @initialize(count=st.integers(0, 12), written=st.booleans())
    def filled(self, count: int, written: bool) -> None:
        received = [
            (str(n) if written else None, dna("acgt" * n, protein=str(count - n + 1)))
            for n in range(1, count + 1)
        ]
        for _done in bulk.fill(self.copy, received, batch=5):
            pass
        numbering = "written" if written else "position"
        header = replace(self.copy.header, written_total="7")
        bulk.finish(self.copy, header, numbering=numbering)
        assert images(self.copy) == 0
        self.start = rows(self.copy)

    # -- actions -------------------------------------------------------------------------------

    def _do(self, action: Any, label: str = "edit", target: str = "") -> None:
        before, last = rows(self.copy), self.copy.last_step
        with self.copy.step(label, target=target):
            action()
        if self.copy.last_step != last:
            self.past.append(before)
            self.future.clear()
        elif not target:
            assert rows(self.copy) == before

    def _id(self, n: int) -> int:
        return self.copy.order.ids[n % len(self.copy.order)]

    @rule(place=numbers, texts=st.lists(letters, max_size=4), link=numbers)
    def insert(self, place: int, texts: list[str], link: int) -> None:
        new = [dna(text, protein=str(link)) for text in texts]
        self._do(lambda: self.copy.insert_sequences(place % (len(self.copy.order) + 2), new))

    @precondition(lambda self: len(self.copy.order))
    @rule(some=st.sets(numbers, max_size=4))
    def remove(self, some: set[int]) -> None:
        ids = {self._id(n) for n in some}
        self._do(lambda: self.copy.remove_sequences(ids))

    @precondition(lambda self: len(self.copy.order))
    @rule(some=st.lists(numbers, max_size=4), place=numbers)
    def move(self, some: list[int], place: int) -> None:
        ids = [self._id(n) for n in some]
        self._do(lambda: self.copy.move_sequences(ids, place % (len(self.copy.order) + 2)))

    @rule(data=st.data())
    def reorder(self, data: st.DataObject) -> None:
        ids = data.draw(st.permutations(list(self.copy.order.ids)))
        self._do(lambda: self.copy.reorder(ids))

    @rule(text=letters)
    def header(self, text: str) -> None:
        titles = (LanguageText(text, "en"),)
        self._do(lambda: self.copy.write_header(replace(self.copy.header, titles=titles)))

    @rule()
    def renumber(self) -> None:
        self._do(self.copy.number_by_position)

    @precondition(lambda self: len(self.copy.order))
    @rule(which=numbers, start=st.integers(1, 60), removed=numbers, inserted=letters)
    def residues(self, which: int, start: int, removed: int, inserted: str) -> None:
        def spliced(old: Sequence) -> Sequence:
            place = min(start, old.length + 1)
            return replace(old, residues=old.residues.splice(place, removed, inserted))

        self._edit(which, spliced)

    @precondition(lambda self: len(self.copy.order))
    @rule(which=numbers, text=letters)
    def other_residues(self, which: int, text: str) -> None:
        self._edit(which, lambda old: replace(old, residues=TextResidues(text)))

    @precondition(lambda self: len(self.copy.order))
    @rule(which=numbers, value=st.one_of(st.none(), numbers.map(str), st.text("&é ", max_size=3)))
    def protein(self, which: int, value: str | None) -> None:
        added = Feature("CDS", "1..3", (Qualifier("protein_id", value, id=f"q{value}"),))
        self._edit(which, lambda old: replace(old, features=(*old.features[:1], added)))

    @precondition(lambda self: len(self.copy.order))
    @rule(which=numbers, text=letters, typing=st.booleans(), wait=st.sampled_from((1.0, 9.0)))
    def name(self, which: int, text: str, typing: bool, wait: float) -> None:
        self.now += wait
        self._edit(which, lambda old: replace(old, name=text), "typing" if typing else "")

    def _edit(self, which: int, edit: Any, target: str = "") -> None:
        sequence_id = self._id(which)

        def action() -> None:
            self.copy.write_sequence(sequence_id, edit(self.copy.sequence(sequence_id)))

        self._do(action, target=target)

    @rule()
    def failing(self) -> None:
        before, last, known = rows(self.copy), self.copy.last_step, images(self.copy)

        def action() -> None:
            self.copy.insert_sequences(1, [dna("a" * 40)])
            self.copy.remove_sequences(list(self.copy.order.ids)[1:3])
            raise LookupError

        with pytest.raises(LookupError):
            self._do(action)
        assert (rows(self.copy), self.copy.last_step, images(self.copy)) == (before, last, known)

    @rule()
    def save(self) -> None:
        self.copy.mark_saved()
        assert not self.copy.is_modified

    @rule()
    def undo(self) -> None:
        now = rows(self.copy)
        done = self.copy.undo()
        assert (done is None) == (not self.past)
        if self.past:
            assert rows(self.copy) == self.past[-1]
            self.past.pop()
            self.future.append(now)

    @rule()
    def redo(self) -> None:
        now = rows(self.copy)
        done = self.copy.redo()
        assert (done is None) == (not self.future)
        if self.future:
            assert rows(self.copy) == self.future.pop()
            self.past.append(now)

    # -- always --------------------------------------------------------------------------------

    @invariant()
    def order_in_memory_is_that_on_disk(self) -> None:
        assert self.copy.order.ids == self.copy.load_order().ids

    @invariant()
    def history_is_that_of_the_model(self) -> None:
        done = [step.done for step in self.copy.history()]
        assert done == [True] * len(self.past) + [False] * len(self.future)

    @invariant()
    def all_sequences_can_be_read(self) -> None:
        for row in self.copy.rows():
            sequence = self.copy.sequence(row.id)
            assert (sequence.length, sequence.organism) == (row.length, row.organism)
            assert sequence.residues.text() == "".join(sequence.residues.chunks())
            assert len(sequence.residues.text()) == row.length

    def teardown(self) -> None:
        try:
            while self.copy.redo():
                pass
            end = rows(self.copy)
            while self.copy.undo():
                pass
            assert rows(self.copy) == self.start
            while self.copy.redo():
                pass
            assert rows(self.copy) == end
        finally:
            self.copy.close()
            self.folder.cleanup()
            self.patch.undo()


AnyHistory.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestAnyHistory = AnyHistory.TestCase
