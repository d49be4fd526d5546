from __future__ import annotations

import errno

import pytest

from seqeditor.app.document import ReadOnlyError
from seqeditor.app.saving import HeldElsewhereError
from seqeditor.store.database import FullDiskError, NewerProjectError, NotAProjectError, StoreError
from seqeditor.ui.dialogs.faults import words_for


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FullDiskError("x"), "disk is full"),
        (NewerProjectError("x"), "newer version"),
        (NotAProjectError("x"), "no project"),
        (StoreError("x"), "working copy"),
        (HeldElsewhereError("x"), "another name"),
        (ReadOnlyError("x"), "reading only"),
        (OSError(errno.ENOSPC, "x"), "disk is full"),
        (FileNotFoundError(errno.ENOENT, "x"), "not there"),
        (PermissionError(errno.EACCES, "x"), "may not"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (MemoryError(), "memory"),
    ],
)
def test_what_can_go_wrong_has_plain_words(error: BaseException, words: str) -> None:
    assert words in (words_for(error) or "")


def test_what_nobody_has_foreseen_has_none() -> None:
    assert words_for(ZeroDivisionError()) is None
