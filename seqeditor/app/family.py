"""The next filing of a family: the same sequences, another application.

Only what changes from one filing to the next is asked; the listing as it was is kept as a snapshot.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from seqeditor.app.document import Change, Document, Kind
from seqeditor.app.generating import generate, suggested_file_name
from seqeditor.app.jobs import Job
from seqeditor.app.snapshots import keep_snapshot
from seqeditor.domain.general_information import ApplicationIdentification, GeneralInformation
from seqeditor.store.reader import Reader
from seqeditor.store.snapshots import free_numbering
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_

LABEL = N_("Next filing {reference}")


@dataclass(frozen=True, slots=True)
class NextFiling:
    """What the new filing is; blank for what is not known yet."""

    file_reference: str = ""
    office_code: str = ""
    number: str = ""
    filing_date: str = ""
    priority: ApplicationIdentification | None = None


def proposed(header: GeneralInformation) -> NextFiling:
    """Return what a next filing begins with: the earliest application known is its priority.

    Dates in ISO form are compared as texts; one that is missing counts as later (par. 45, 46).
    """
    known = [one for one in (header.priority, header.application) if _is_known(one)]
    known.sort(key=lambda one: (one.filing_date or "9999") if one else "9999")
    office = header.application.office_code if header.application is not None else ""
    return NextFiling(office_code=office or "", priority=known[0] if known else None)


def _is_known(application: ApplicationIdentification | None) -> bool:
    return application is not None and bool(application.number)


def with_next_filing(header: GeneralInformation, filing: NextFiling) -> GeneralInformation:
    """Return the general information of the new filing; what is not asked stays.

    Without any number or date the application is left out: the file reference stands for it
    (par. 44). With the number the file reference may be absent.
    """
    application = None
    if filing.number or filing.filing_date:
        application = ApplicationIdentification(
            filing.office_code, filing.number, filing.filing_date or None
        )
    return replace(
        header,
        file_reference=filing.file_reference or None,
        application=application,
        priority=filing.priority,
        file_name=None,
        production_date=None,
    )


def keep_parent(document: Document, label: str, job: Job, reader: Reader) -> None:
    """Keep the listing as it is now as a snapshot; for a worker that holds the document.

    Raises CancelledError, StoreError, OSError: nothing is kept then.
    """
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / suggested_file_name(document)
        generate(document, target, job, reader, despite_errors=True)
        keep_snapshot(document, target, label, job)


def begin_next_filing(document: Document, filing: NextFiling) -> Change:
    """Make the document that of the next filing; Save asks for a new name from now on."""

    def begin(copy: WorkingCopy) -> None:
        copy.write_header(with_next_filing(copy.header, filing))
        # What was filed before binds the numbers of that filing, not of the next.
        free_numbering(copy)

    change = document.write(
        LABEL, begin, arguments={"reference": filing.file_reference or filing.number}
    )
    if document.kind is Kind.PROJECT and document.path is not None:
        stem = _file_stem(filing) or f"{document.path.stem}-2"
        document.path = document.path.with_stem(stem)
        document.kind = Kind.RECEIVED
    return change


def _file_stem(filing: NextFiling) -> str:
    wished = filing.file_reference or filing.number
    return "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in wished)
