"""How fast a listing is read, as ratios to a plain pass of the XML parser in the same run.

Run as `python benchmarks/read.py [megabytes]`. Figures of two machines cannot be compared, ratios
can: the plain pass is lxml's iterparse that does nothing with what it finds.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from seqeditor.domain.general_information import GeneralInformation, LanguageText
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.formats.st26.codec import encode_sequence
from seqeditor.formats.st26.reader import Parsed, read
from seqeditor.formats.st26.writer import write


def sequence(number: int) -> Sequence:
    """Return a sequence like those of real listings: about 1.6 kB of XML."""
    letters = "acgtgcatta" * (20 + number % 60)
    whole = f"1..{len(letters)}"
    source = Feature(
        "source",
        whole,
        (
            Qualifier("mol_type", "other DNA"),
            Qualifier("organism", "synthetic construct", id=f"q{2 * number}"),
        ),
    )
    note = Qualifier("note", f"primer &lt; {number}", id=f"q{2 * number + 1}")
    return Sequence("DNA", TextResidues(letters), (source, Feature("misc_feature", whole, (note,))))


def generate(path: Path, megabytes: int) -> int:
    """Write a listing of about so many megabytes; return how many sequences it has."""
    size = len(encode_sequence(sequence(30), 1))
    total = megabytes * 1_000_000 // size
    header = GeneralInformation(file_reference="AB1", titles=(LanguageText("Title", "en"),))
    records = ([encode_sequence(sequence(n), n)] for n in range(1, total + 1))
    with path.open("wb") as target:
        write(target, header, records, total, path.name, "0")
    return total


def plain_pass(path: Path) -> None:
    """Let the parser walk over the file."""
    for _, element in etree.iterparse(str(path), tag="SequenceData", huge_tree=True):
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def batches_only(path: Path) -> None:
    """Read, cut, parse and validate."""
    for _ in read(path):
        pass


def rows(path: Path) -> None:
    """Read and make what a stored row needs."""
    for event in read(path):
        if isinstance(event, Parsed):
            for record in event.records:
                _ = record.fragment, record.sequence.residues.text()


def timed(work: Callable[[Path], None], path: Path) -> float:
    """Return the seconds of processor time that the work takes."""
    start = time.process_time()
    work(path)
    return time.process_time() - start


def main() -> None:
    """Generate, measure, print."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "listing.xml"
        start = time.process_time()
        total = generate(path, megabytes)
        written = time.process_time() - start
        base = timed(plain_pass, path)
        lines = [f"{total} sequences, {path.stat().st_size / 1e6:.0f} MB"]
        lines.append(f"plain iterparse         {base:6.2f} s  1.0x")
        lines.append(f"written from values     {written:6.2f} s  {written / base:.1f}x")
        for name, work in (("cut, parse, validate", batches_only), ("rows for the store", rows)):
            seconds = timed(work, path)
            lines.append(f"{name:22}  {seconds:6.2f} s  {seconds / base:.1f}x")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        lines.append(f"peak memory {peak:.0f} MB")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
