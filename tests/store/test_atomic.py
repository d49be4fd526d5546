from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from seqeditor.store.atomic import atomic_write, replacing

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of POSIX")


def _only(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file(tmp_path: Path) -> None:
    target = tmp_path / "a.xml"
    with atomic_write(target) as stream:
        stream.write(b"one")
        assert not target.exists()
    assert target.read_bytes() == b"one"
    assert _only(tmp_path) == ["a.xml"]


def test_a_former_file_is_whole_until_the_end(tmp_path: Path) -> None:
    target = tmp_path / "a.xml"
    target.write_bytes(b"former")
    with atomic_write(target) as stream:
        stream.write(b"new")
        stream.flush()
        assert target.read_bytes() == b"former"
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt, LookupError])
def test_a_failure_leaves_the_former_file(tmp_path: Path, error: type[BaseException]) -> None:
    target = tmp_path / "a.xml"
    target.write_bytes(b"former")

    def failing() -> None:
        with atomic_write(target) as stream:
            stream.write(b"half")
            raise error

    with pytest.raises(error):
        failing()
    assert target.read_bytes() == b"former"
    assert _only(tmp_path) == ["a.xml"]


def test_a_failing_flush_leaves_the_former_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.xml"
    target.write_bytes(b"former")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError), atomic_write(target) as stream:
        stream.write(b"new")
    assert target.read_bytes() == b"former"
    assert _only(tmp_path) == ["a.xml"]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError), atomic_write(tmp_path / "none" / "a.xml"):
        pass


def test_a_folder_of_that_name_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.xml").mkdir()
    with pytest.raises(OSError), atomic_write(tmp_path / "a.xml") as stream:
        stream.write(b"x")
    assert _only(tmp_path) == ["a.xml"]


def test_the_longest_name(tmp_path: Path) -> None:
    name = "é" * 100 + "x" * 50
    with atomic_write(tmp_path / name) as stream:
        stream.write(b"x")
    assert _only(tmp_path) == [name]


@posix
def test_permissions_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.xml"
    target.write_bytes(b"former")
    target.chmod(0o640)
    with atomic_write(target) as stream:
        stream.write(b"new")
    assert target.stat().st_mode & 0o777 == 0o640


@posix
def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    with atomic_write(tmp_path / "a.xml") as stream:
        stream.write(b"new")
    assert (tmp_path / "a.xml").stat().st_mode == (tmp_path / "usual").stat().st_mode


@posix
def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "a.xml"
    target.write_bytes(b"former")
    link = tmp_path / "link.xml"
    link.symlink_to(target)
    with atomic_write(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert _only(tmp_path / "real") == ["a.xml"]


def test_by_path(tmp_path: Path) -> None:
    with replacing(tmp_path / "a.db") as sibling:
        assert sibling.read_bytes() == b""
        sibling.write_bytes(b"rows")
    assert (tmp_path / "a.db").read_bytes() == b"rows"
