"""How soon the findings of one edit show in a large listing.

Run as `python benchmarks/edit.py [sequences]`. What is edited is checked where the window would
do it; the rules over all sequences run in a thread with a reader of its own meanwhile. The ratio
compares with the same edit in a listing of ten sequences: it must not grow with the listing.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.read import generate
from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.app.opening import close_document, open_file
from seqeditor.app.validation import Validation
from seqeditor.domain.edits.general_information import set_field
from seqeditor.domain.edits.sequence import set_source_value

TIMES = 15
BYTES_OF_ONE = 1_640


@dataclass
class Figures:
    """Milliseconds, the median of some edits; the whole check in seconds."""

    sequences: int
    opening: float
    field: float
    field_worst: float
    header: float
    undo: float
    insert: float
    listing: float


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long the work takes."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def edit(document: Document, rules: Validation, turn: int) -> None:
    """Change one field of a sequence in the middle and take over its findings."""
    sequence_id = document.order.id_at(max(1, document.count() // 2 + turn % 3 - 1))
    value = "mRNA" if turn % 2 else "other DNA"
    change = document.apply(
        "Edit", [sequence_id], lambda one: set_source_value(one, "mol_type", value)
    )
    rules.check_sequences(change.sequence_ids)


def edit_header(document: Document, rules: Validation, turn: int) -> None:
    """Change one field of the general information and take over its findings."""
    document.apply_header("Edit", lambda h: set_field(h, ("file_reference",), f"AB{turn}"))
    rules.check_header()


def measured(path: Path) -> Figures:
    """Open a listing and edit it, with the rules over all sequences at work beside."""
    start = time.perf_counter()
    document = open_file(path, Job())
    opening = time.perf_counter() - start
    rules = Validation(document)
    reader = document.reader()
    rules.check_listing(reader)
    listing = milliseconds(lambda: rules.check_listing(reader))
    going_on = threading.Event()

    def beside() -> None:
        while not going_on.is_set():
            rules.check_listing(reader)

    thread = threading.Thread(target=beside)
    thread.start()
    try:
        fields = [milliseconds(lambda n=n: edit(document, rules, n)) for n in range(TIMES)]
        headers = [milliseconds(lambda n=n: edit_header(document, rules, n)) for n in range(TIMES)]
        undos = [milliseconds(document.undo) for _ in range(TIMES)]
        one = document.sequence(document.order.ids[0])
        inserts = [
            milliseconds(lambda: document.insert_sequences("Insert", 2, [one])) for _ in range(5)
        ]
    finally:
        going_on.set()
        thread.join()
        reader.connection.close()
        count = document.count()
        close_document(document, keep=False)
    return Figures(
        sequences=count,
        opening=opening,
        field=median(fields),
        field_worst=max(fields),
        header=median(headers),
        undo=median(undos),
        insert=median(inserts),
        listing=listing,
    )


def main() -> None:
    """Generate, measure, print."""
    sequences = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SEQEDITOR_HOME"] = folder
        large, small = Path(folder) / "large.xml", Path(folder) / "small.xml"
        generate(large, sequences * BYTES_OF_ONE // 1_000_000)
        generate(small, 1)
        few, many = measured(small), measured(large)
    lines = [f"{'sequences':28}  {few.sequences:>10}  {many.sequences:>10}  ratio"]
    for name, key in (
        ("open, ms", "opening"),
        ("edit a field, ms", "field"),
        ("the slowest of them, ms", "field_worst"),
        ("edit the header, ms", "header"),
        ("undo, ms", "undo"),
        ("insert a sequence, ms", "insert"),
        ("rules over all sequences, ms", "listing"),
    ):
        scale = 1000 if key == "opening" else 1
        one, other = scale * getattr(few, key), scale * getattr(many, key)
        lines.append(f"{name:28}  {one:10.1f}  {other:10.1f}  {other / one:5.1f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
