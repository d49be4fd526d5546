"""A file to be imported as it would be without its packing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from seqeditor.app.account import Account
from seqeditor.app.import_report import ImportReport
from seqeditor.formats.gzipped import is_gzipped, unpack
from seqeditor.texts import N_

DAMAGED = N_("The compressed file is damaged; what stands before the damage was taken: {text}")


@contextmanager
def unpacked(path: Path, report: ImportReport) -> Iterator[Path]:
    """Give the path to read: that of the file itself, or of what it packs, for as long as this.

    Damage is told in the report. Raises BrokenRecordError for too large a content, OSError.
    """
    with path.open("rb") as stream:
        packed = is_gzipped(stream.read(3))
    if not packed:
        yield path
        return
    with TemporaryDirectory(prefix="seqeditor-") as folder:
        plain = Path(folder) / path.with_suffix("").name
        wrong = unpack(path, plain)
        if wrong:
            Account(report, None, report.format).dropped("damaged", DAMAGED, text=wrong)
        yield plain
