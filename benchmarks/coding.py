"""How much following costs while a genome is typed into, and how soon open frames are found.

Run as `python benchmarks/coding.py [megabases] [cds]`. An edit is timed with and without following,
inside a CDS and outside of all; what it adds must not be felt. The search for open reading frames
is compared with one pass that makes the other strand.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.app.opening import close_document, new_document
from seqeditor.app.proteins import add_proteins, by_sequence, proteins_wanted
from seqeditor.domain.edits.residues import replace_residues
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.open_reading_frames import Search, Starts, open_frames
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.domain.translation import reverse_complement
from seqeditor.vocabulary.genetic_codes import default_code

CODONS = 330
TIMES = 11
_STOPS = ("taa", "tag", "tga")


def genome(length: int, count: int) -> Sequence:
    """Return a sequence with so many CDS, evenly spread."""
    source = random.Random(26)
    sense = ["".join(c) for c in product("acgt", repeat=3) if "".join(c) not in _STOPS]
    letters = source.choices("acgt", k=length)
    features = []
    for number in range(count):
        first = number * (length // count) + 100
        gene = "atg" + "".join(source.choices(sense, k=CODONS)) + "taa"
        letters[first - 1 : first - 1 + len(gene)] = gene
        features.append(Feature("CDS", f"{first}..{first + len(gene) - 1}"))
    made = new_sequence(
        "DNA", "".join(letters), organism="Escherichia coli", mol_type="genomic DNA"
    )
    return replace(made, features=(*made.features, *features))


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that work takes."""
    begin = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begin)


def typing(document: Document, position: int) -> float:
    """Return the median of typing three letters at a position."""
    (one, *_rest) = document.order.ids
    edit = partial(replace_residues, start=position, removed=0, inserted="acg")
    return median(timed(lambda: document.apply("Type", [one], edit)) for _ in range(TIMES))


def main(megabases: float, count: int) -> None:
    """Measure and print."""
    length = int(1_000_000 * megabases)
    document = new_document()
    try:
        made = genome(length, count)
        document.insert_sequences("Fill", 1, [made])
        wanted = by_sequence(proteins_wanted(document.copy, None, Job()))
        took = timed(lambda: document.write("Add", lambda copy: add_proteins(copy, wanted, Job())))
        sys.stdout.write(
            f"{length:,} bases, {count} CDS; proteins of all added in {took:,.0f} ms\n"
        )
        for place, position in (("inside a CDS", 150), ("outside", 20)):
            document.follows = False
            plain = typing(document, position)
            document.undo()
            document.follows = True
            followed = typing(document, position)
            document.undo()
            sys.stdout.write(f"typing {place}: {plain:.0f} ms, with following {followed:.0f} ms\n")
    finally:
        close_document(document, keep=False)
    letters = made.residues.text()
    strand = timed(lambda: reverse_complement(letters))
    for search in (
        Search(default_code()),
        Search(default_code(), circular=True),
        Search(default_code(), 30, Starts.TABLE, nested=True, partial=True),
    ):
        found: list[object] = []
        took = timed(lambda: found.extend(open_frames(letters, search)))  # noqa: B023
        sys.stdout.write(
            f"{len(found):,} open frames in {took:,.0f} ms, {took / strand:.0f} times a strand\n"
        )


if __name__ == "__main__":
    main(
        float(sys.argv[1]) if len(sys.argv) > 1 else 5,
        int(sys.argv[2]) if len(sys.argv) > 2 else 500,
    )
