"""How long changes of the order take in a large listing, a tenth of it with mentions of others.

Run as `python benchmarks/rearrange.py [sequences]`. Planning looks for SEQ ID NOs in free text;
each change is one step, with the texts adjusted.
"""

from __future__ import annotations

import random
import sys
import time
from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.app.opening import close_document, new_document
from seqeditor.app.renumbering import adjust, planned, with_gap, with_moved
from seqeditor.app.sorting import SortBy, SortKey, sorted_ids
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.store.workingcopy import WorkingCopy

T = TypeVar("T")


def timed(name: str, work: Callable[[], T]) -> T:
    """Print how long the work takes, in milliseconds."""
    start = time.perf_counter()
    result = work()
    taken = 1000 * (time.perf_counter() - start)
    sys.stdout.write(f"{name:46} {taken:10,.0f} ms\n")
    sys.stdout.flush()
    return result


def listing(count: int) -> Iterator[Sequence]:
    """Yield sequences of which every tenth speaks of another."""
    chance = random.Random(1)
    for n in range(1, count + 1):
        letters = "".join(chance.choices("acgt", k=30))
        one = new_sequence("DNA", letters, organism="Homo sapiens", mol_type="genomic DNA")
        one = replace(one, name=f"primer {chance.randrange(count)}")
        if n % 10 == 0:
            note = Qualifier("note", f"binds SEQ ID NO: {chance.randint(1, count)}")
            feature = Feature("misc_feature", "1..4", (note,))
            one = replace(one, features=(*one.features, feature))
        yield one


def change(
    document: Document, name: str, wanted: array[int], work: Callable[[WorkingCopy], object]
) -> None:
    """Plan a change, make it, and take it back."""
    plan = timed(f"{name}: plan", lambda: planned(document.copy, wanted, Job()))

    def step(copy: WorkingCopy) -> None:
        work(copy)
        adjust(copy, plan)

    timed(f"{name}: {plan.changed:,} texts adjusted", lambda: document.write(name, step))
    timed(f"{name}: undo", document.undo)


def main(count: int) -> None:
    """Measure with so many sequences."""
    document = new_document()
    try:
        timed(f"{count:,} sequences inserted", lambda: fill(document, count))
        ids, middle = document.order.ids, count // 2
        one = new_sequence("DNA", "acgtacgtacgt")
        change(
            document,
            "insert in the middle",
            with_gap(ids, middle, 1),
            lambda copy: copy.insert_sequences(middle, [one]),
        )
        change(
            document,
            "move half to the end",
            with_moved(ids, ids[:middle], count + 1),
            lambda copy: copy.move_sequences(ids[:middle], count + 1),
        )
        keys = (SortKey(SortBy.NAME), SortKey(SortBy.RESIDUES))
        order = timed("sort: the order", lambda: sorted_ids(document.copy, keys, Job()))
        change(document, "sort", order, lambda copy: copy.reorder(order))
    finally:
        close_document(document, keep=False)


def fill(document: Document, count: int) -> None:
    """Put the sequences into the document."""
    document.insert_sequences("Fill", 1, listing(count))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
