"""What went wrong with a file or the disk, in plain words."""

from __future__ import annotations

import errno

from seqeditor.app.document import FrozenError, ReadOnlyError
from seqeditor.app.generating import ErrorsRemainError
from seqeditor.app.receiving import NoSequenceError
from seqeditor.app.saving import HeldElsewhereError
from seqeditor.formats.annotated import BrokenRecordError
from seqeditor.formats.st26.codec import FragmentError
from seqeditor.store.database import (
    FullDiskError,
    NewerProjectError,
    NotAProjectError,
    StoreError,
)
from seqeditor.store.snapshots import DamagedSnapshotError
from seqeditor.texts import N_, _

_BY_NUMBER = {
    errno.ENOENT: N_("The file or its folder is not there any more."),
    errno.EACCES: N_("You may not read or write here. Choose another folder."),
    errno.EPERM: N_("You may not read or write here. Choose another folder."),
    errno.EROFS: N_("This disk cannot be written to. Choose another folder."),
    errno.ENOSPC: N_("The disk is full. Make room and try again."),
    errno.EDQUOT: N_("Your share of the disk is used up. Make room and try again."),
    errno.EISDIR: N_("This is a folder, not a file."),
    errno.ENAMETOOLONG: N_("The file name is too long."),
}

_BY_CLASS: tuple[tuple[type[BaseException], str], ...] = (
    (FullDiskError, N_("The disk is full. Make room and try again.")),
    (
        NewerProjectError,
        N_("This project was written by a newer version of the program. Open it with that one."),
    ),
    (NotAProjectError, N_("This is no project of this program, or it is damaged.")),
    (
        HeldElsewhereError,
        N_("Another window or computer is working on this project. Save under another name."),
    ),
    (
        FrozenError,
        N_(
            "This would give sequences that were filed other numbers. Choose “Numbering is frozen”"
            " in the Sequence menu to let numbers change again."
        ),
    ),
    (
        DamagedSnapshotError,
        N_("The snapshot is damaged: it is not what was kept any more."),
    ),
    (BrokenRecordError, N_("The file is damaged or of another format: no record can be read.")),
    (NoSequenceError, N_("No sequence was found in the file.")),
    (ReadOnlyError, N_("This listing is open for reading only. Open a copy to edit it.")),
    (ErrorsRemainError, N_("The listing still has errors, so it was not written.")),
    (FragmentError, N_("What was copied is damaged. Copy it again.")),
    (StoreError, N_("The working copy of this listing cannot be read or written.")),
    (MemoryError, N_("There is not enough memory for this.")),
)


def words_for(error: BaseException) -> str | None:
    """Return what an exception means to a user, None for one nobody has foreseen."""
    for kind, words in _BY_CLASS:
        if isinstance(error, kind):
            return _(words)
    if isinstance(error, OSError):
        words = _BY_NUMBER.get(error.errno or 0, "")
        return (
            _(words)
            if words
            else _("The system says: {reason}").replace("{reason}", error.strerror or str(error))
        )
    return None
