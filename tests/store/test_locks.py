from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from seqeditor.store import locks
from seqeditor.store.locks import FileLock, is_locked

ROOT = Path(__file__).resolve().parents[2]
_HOLDER = """
import sys
from pathlib import Path
from seqeditor.store.locks import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


@contextmanager
def other_process(path: Path) -> Iterator[tuple[subprocess.Popen[str], bool]]:
    """Another process that tries for a lock; whether it has got it."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline().strip() == "True"
    finally:
        process.kill()
        process.communicate()


def test_held_by_another_process(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "lock"
    lock = FileLock(path)
    with other_process(path) as (_process, got):
        assert got
        assert not lock.acquire()
        assert not lock.held
        assert is_locked(path)
    assert not is_locked(path)
    assert lock.acquire()
    lock.release()


def test_given_up_when_the_process_dies(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with other_process(path) as (process, _got):
        process.kill()
        process.wait()
        lock = FileLock(path)
        assert lock.acquire()
        lock.release()


def test_kept_from_another_process(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "lock")
    assert lock.acquire()
    with other_process(lock.path) as (_process, got):
        assert not got
    lock.release()
    with other_process(lock.path) as (_process, got):
        assert got


def test_within_one_process(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert first.acquire()
    assert first.acquire()
    assert first.held
    assert not second.acquire()
    first.release()
    first.release()
    assert second.acquire()
    second.release()


def test_nobody_holds_what_is_not_there(tmp_path: Path) -> None:
    assert not is_locked(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_locked_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unable(_stream: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locks, "_lock", unable)
    with pytest.raises(OSError, match="No locks"):
        FileLock(tmp_path / "lock").acquire()
