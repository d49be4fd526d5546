"""Saving a document as a project file: only on the user's word, whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path

from seqeditor.app.claims import HELD, HELD_HERE, Claim, is_held_elsewhere
from seqeditor.app.document import Document, Kind
from seqeditor.app.jobs import Job
from seqeditor.store.copies import About, write_about
from seqeditor.store.project import SUFFIX
from seqeditor.store.project import save_project as write_project
from seqeditor.store.reader import Reader
from seqeditor.texts import N_

_SAVING = N_("Saving the project")


class HeldElsewhereError(Exception):
    """Another program works on the project file; it is not written over."""


_NO_NAME = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST = 60


def suggested_project_path(document: Document) -> Path:
    """Return where a document not saved yet would go: beside what it was opened from.

    A new one is named after the applicant's file reference, as far as a file name can be.
    """
    if document.path is None:
        wish = _NO_NAME.sub("-", document.header.file_reference or "").strip("-. ")
        return Path(f"{wish[:_LONGEST] or 'listing'}{SUFFIX}")
    return document.path.with_suffix(SUFFIX)


def save_project(document: Document, path: Path, job: Job, reader: Reader) -> None:
    """Write the document as a project file at a path, and work on that file from now on.

    `reader` is one of its own, so that this may run beside the window. Raises HeldElsewhereError,
    StoreError or OSError; the former file is whole then, and the document as modified as before.
    """
    job.report(0, 0, _SAVING)
    claim = _claim(document, path)
    try:
        saved = write_project(reader, path)
    except BaseException:
        if claim is not None:
            claim.release()
        raise
    if claim is not None:
        document.hold_project(claim)
        # What someone else holds is a file of its own now.
        if document.read_only in (HELD, HELD_HERE):
            document.read_only = ""
    document.copy.mark_saved(saved)
    document.kind, document.path = Kind.PROJECT, path
    write_about(document.copy.folder, About.of("project", path))


def _claim(document: Document, path: Path) -> Claim | None:
    """Take the right to write a path; None when the document has it already."""
    held = document.project_claim
    if held is not None and _same(held.project, path):
        return None
    claim = Claim(path)
    if is_held_elsewhere(path) or not claim.acquire():
        raise HeldElsewhereError(str(path))
    return claim


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
