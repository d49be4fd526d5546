"""How soon work on many sequences answers: filter, sort, find, set in all.

Run as `python benchmarks/workbench.py [sequences]`. Each figure stands beside that of a hundredth
of the listing: what must stay immediate is told in milliseconds, and no ratio should grow beyond
the hundred by which the listing has grown. The last column compares with walking through all rows
of the same listing once, which no machine can speed up alone.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from seqeditor.app.bulk_set import What, apply_wish, preview
from seqeditor.app.bulk_set import Wish as SetWish
from seqeditor.app.document import Document
from seqeditor.app.expressions import Pattern
from seqeditor.app.filtering import chosen
from seqeditor.app.finding_text import Search, Where, find_text, replace_hits
from seqeditor.app.jobs import Job
from seqeditor.app.motifs import Kind, Wish, find_motif
from seqeditor.app.opening import close_document, new_document
from seqeditor.app.sorting import SortBy, SortKey, sorted_ids
from seqeditor.domain.criteria import Criteria
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Qualifier, Sequence
from seqeditor.rules.finding import Finding, Level
from seqeditor.store.choosing import Sort

LENGTH = 500
TIMES = 3

Work = Callable[[Document], object]


def sequence(source: random.Random, number: int) -> Sequence:
    """Return a sequence of 500 nucleotides with two features."""
    letters = "".join(source.choices("acgt", k=LENGTH))
    organism = ("Homo sapiens", "Mus musculus", "synthetic construct")[number % 3]
    made = new_sequence("DNA", letters, organism=organism, mol_type="genomic DNA")
    made = add_feature(made, "misc_feature", "5..100", [Qualifier("note", f"region {number}")])
    if number % 10 == 0:
        made = add_feature(made, "CDS", "1..300", [Qualifier("codon_start", "1")])
    return made


def listing(count: int) -> Document:
    """Return a listing of so many sequences, every hundredth with a finding."""
    source, document = random.Random(26), new_document()
    made = (sequence(source, n) for n in range(1, count + 1))
    _change, ids = document.insert_sequences("Fill", 1, made)
    document.findings.replace_sequences(
        (i, 1, [Finding(rule="feat-init-met", level=Level.WARNING, path=(), sequence=i)])
        for i in ids[::100]
    )
    return document


def rows(document: Document) -> object:
    """Walk through the columns of all sequences: what the others are compared with."""
    return sum(row.length for row in document.copy.rows())


def filtered(wanted: Criteria, sort: Sort | None = None) -> Work:
    """Return what filters a listing."""
    return lambda document: chosen(document.copy, document.findings, wanted, sort)


def found(text: str, where: Where, *, is_expression: bool = False) -> Work:
    """Return what finds a text in all sequences."""
    search = Search(Pattern(text, is_expression=is_expression), frozenset({where}))
    return lambda document: find_text(document.copy, document.order.ids, search, Job())


def motif(text: str, kind: Kind = Kind.NUCLEOTIDES) -> Work:
    """Return what finds a motif in all sequences."""
    return lambda document: find_motif(document.copy, document.order.ids, Wish(text, kind), Job())


def organism(document: Document) -> object:
    """Set the organism of all."""
    wish = SetWish(What.QUALIFIER, name="organism", value=f"Species {time.perf_counter()}")
    return apply_wish(document, document.order.ids, wish, Job())


def looked_at(document: Document) -> object:
    """Look at what setting the organism of all would change."""
    wish = SetWish(What.QUALIFIER, name="organism", value="Rattus rattus")
    return preview(document.copy, document.order.ids, wish, Job())


def replaced(document: Document) -> object:
    """Replace a word in all."""
    search = Search(Pattern("region"), frozenset({Where.QUALIFIERS}))
    hits = find_text(document.copy, document.order.ids, search, Job()).hits
    return replace_hits(document, search, hits, "region", Job())


def jumped(document: Document) -> object:
    """Find and load the sequence in the middle by its number."""
    found = document.copy.id_of_number(str(document.count() // 2))
    return None if found is None else document.sequence(found)


def inserted(document: Document) -> object:
    """Insert a sequence in the middle, as one step."""
    return document.insert_sequences("Insert", document.count() // 2, [new_sequence("DNA", "acgt")])


def sorted_by_organism(document: Document) -> object:
    """Find another order and put the sequences into it, as one step."""
    keys = (SortKey(SortBy.ORGANISM), SortKey(SortBy.RESIDUES))
    wanted = sorted_ids(document.copy, keys, Job())
    return document.write("Sort", lambda copy: copy.reorder(wanted))


WORKS: tuple[tuple[str, Work, int], ...] = (
    ("walk through all rows", rows, TIMES),
    ("filter: text", filtered(Criteria(text="mus")), TIMES),
    ("filter: numbers", filtered(Criteria(numbers="1-50, 900-")), TIMES),
    ("filter: length and organism", filtered(Criteria(organism="homo", shortest=400)), TIMES),
    ("filter: molecule type", filtered(Criteria(moltypes=("DNA",))), TIMES),
    ("filter: has findings", filtered(Criteria(findings="any")), TIMES),
    ("filter: without a finding", filtered(Criteria(findings="none")), TIMES),
    ("filter: skipped", filtered(Criteria(skipped="only")), TIMES),
    ("filter: marked", filtered(Criteria(marked="any")), TIMES),
    ("filter: has CDS", filtered(Criteria(feature="CDS")), TIMES),
    ("filter: duplicates", filtered(Criteria(duplicates=True)), TIMES),
    ("jump to a number", jumped, TIMES),
    ("sort the view by length", filtered(Criteria(), Sort("length")), TIMES),
    ("sort the view by organism", filtered(Criteria(), Sort("organism")), TIMES),
    ("find a text that is rare", found("region 77", Where.QUALIFIERS), TIMES),
    ("find an expression", found(r"region \d*77\b", Where.QUALIFIERS, is_expression=True), 1),
    ("find letters in residues", found("gaattcgaat", Where.RESIDUES), TIMES),
    ("motif, both strands", motif("gannttcnrya"), TIMES),
    ("motif in six frames", motif("MKX[ST]L", Kind.SIX_FRAMES), 1),
    ("motif in what CDS code for", motif("MKX[ST]L", Kind.CODING), 1),
    ("look at setting all organisms", looked_at, 1),
    ("set all organisms", organism, 1),
    ("find and replace in all", replaced, 1),
    ("insert in the middle", inserted, TIMES),
    ("sort the sequences", sorted_by_organism, 1),
)


def measured(count: int) -> list[float]:
    """Return the milliseconds that each work takes in a listing of so many sequences."""
    document = listing(count)
    figures = []
    try:
        for _name, work, times in WORKS:
            best = float("inf")
            for _ in range(times):
                start = time.perf_counter()
                work(document)
                best = min(best, 1000 * (time.perf_counter() - start))
            figures.append(best)
    finally:
        close_document(document, keep=False)
    return figures


def main() -> None:
    """Fill, measure, print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SEQEDITOR_HOME"] = folder
        few, many = measured(max(count // 100, 10)), measured(count)
    head = f"{'milliseconds':30}  {max(count // 100, 10):>10}  {count:>10}  ratio  to walking"
    lines = [head]
    for (name, _work, _times), one, other in zip(WORKS, few, many, strict=True):
        ratio, walks = other / one, other / many[0]
        lines.append(f"{name:30}  {one:10.1f}  {other:10.1f}  {ratio:5.0f}  {walks:10.2f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
