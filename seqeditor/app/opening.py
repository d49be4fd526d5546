"""Beginning, opening, recovering and closing documents.

A file is only read when it is opened; all work is done on a working copy beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seqeditor.app.claims import HELD, HELD_HERE, Claim, holder_of, is_held_elsewhere
from seqeditor.app.document import Document, Kind
from seqeditor.app.home import working_copies
from seqeditor.app.jobs import Job
from seqeditor.app.project_checking import is_project
from seqeditor.app.receiving import UnreadableError, fill_from_listing
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.store.copies import Abandoned, About, Condition, Copies, read_about, write_about
from seqeditor.store.database import StoreError
from seqeditor.store.findings import FindingsStore
from seqeditor.store.locks import FileLock
from seqeditor.store.project import open_project
from seqeditor.store.workingcopy import WorkingCopy

__all__ = [
    "UnreadableError",
    "abandoned",
    "close_document",
    "discard",
    "new_document",
    "open_file",
    "recover",
]


def new_document() -> Document:
    """Begin an empty listing; raises StoreError or OSError."""
    with _folder() as (folder, lock):
        copy = WorkingCopy.create(folder, GeneralInformation())
        write_about(folder, About.of("new"))
        return Document(copy, FindingsStore(folder), lock=lock)


def open_file(path: Path, job: Job) -> Document:
    """Open a project or an ST.26 listing on a new working copy.

    Raises UnreadableError (its findings say why), NotAProjectError, NewerProjectError, StoreError,
    OSError or CancelledError; whatever was open before is not touched.
    """
    if is_project(path):
        return _open_project(path)
    return _open_listing(path, job)


def _open_project(path: Path) -> Document:
    claim = Claim(path)
    elsewhere = is_held_elsewhere(path)
    claimed = not elsewhere and claim.acquire()
    try:
        with _folder() as (folder, lock):
            copy = open_project(path, folder)
            copy.mark_saved()
            write_about(folder, About.of("project", path))
            document = Document(
                copy, FindingsStore(folder), kind=Kind.PROJECT, path=path, lock=lock
            )
    except BaseException:
        claim.release()
        raise
    if claimed:
        document.hold_project(claim)
    else:
        holder = holder_of(path)
        document.read_only = HELD if elsewhere or holder.user else HELD_HERE
        document.read_only_parameters = {
            "user": holder.user,
            "host": holder.host,
            "since": holder.since,
        }
    return document


def _open_listing(path: Path, job: Job) -> Document:
    with _folder() as (folder, lock):
        copy = WorkingCopy.create(folder, GeneralInformation())
        write_about(folder, About.of("xml", path))
        findings = FindingsStore(folder)
        document = Document(copy, findings, kind=Kind.RECEIVED, path=path, lock=lock)
        try:
            fill_from_listing(document, path, job)
        except BaseException:
            document.close()
            raise
        copy.mark_saved()
        return document


def abandoned() -> list[Abandoned]:
    """Return the working copies with unsaved work that nobody holds, the latest first.

    Those in which nothing was changed, and those a file was still being read into, are cleared
    away: the user's own file has all that was in them.
    """
    copies = Copies(working_copies())
    found = []
    for one in copies.abandoned():
        unchanged = one.condition is Condition.WHOLE and not one.modified
        if unchanged or one.condition is Condition.UNFINISHED:
            copies.remove(one.folder)
        else:
            found.append(one)
    return found


def recover(one: Abandoned) -> Document:
    """Open an abandoned working copy with its undo history; raises StoreError or OSError."""
    copies = Copies(working_copies())
    lock = copies.hold(one.folder)
    if lock is None:
        raise StoreError("held")
    try:
        copy = WorkingCopy.open(one.folder)
        about = read_about(one.folder)
        document = Document(
            copy,
            FindingsStore(one.folder),
            kind={"project": Kind.PROJECT, "xml": Kind.RECEIVED}.get(about.kind, Kind.NEW),
            path=Path(about.original) if about.original else None,
            lock=lock,
        )
    except BaseException:
        lock.release()
        raise
    try:
        _claim_again(document, about)
    except BaseException:
        document.close()
        raise
    return document


def _claim_again(document: Document, about: About) -> None:
    """Take the project file of a recovered document, unless it is someone else's work by now."""
    if document.kind is not Kind.PROJECT or document.path is None:
        return
    claim = Claim(document.path)
    free = not is_held_elsewhere(document.path) and claim.acquire()
    if free and not _has_changed(document.path, about):
        document.hold_project(claim)
        return
    # Save asks for a name then: what was recovered must not replace somebody's later work.
    claim.release()
    document.kind = Kind.RECEIVED


def _has_changed(path: Path, about: About) -> bool:
    """Tell whether a project file is not the one the working copy was made from or saved to."""
    if not path.is_file():
        return False
    state = path.stat()
    return (state.st_size, state.st_mtime) != (about.size, about.mtime)


def discard(one: Abandoned) -> bool:
    """Delete an abandoned working copy; False when it could not be."""
    return Copies(working_copies()).remove(one.folder)


def close_document(document: Document, *, keep: bool) -> None:
    """Close a document; its working copy goes unless it is kept for recovery."""
    folder = document.copy.folder
    document.close()
    if not keep:
        Copies(working_copies()).remove(folder)


@contextmanager
def _folder() -> Iterator[tuple[Path, FileLock]]:
    """Give the folder of a new working copy, held; it goes again when its filling fails."""
    copies = Copies(working_copies())
    folder = copies.new_folder()
    lock = copies.hold(folder)
    if lock is None:
        raise StoreError("held")
    try:
        yield folder, lock
    except BaseException:
        lock.release()
        copies.remove(folder)
        raise
