"""Nothing leaves the machine: there is no network code, and no socket of the network is opened."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "sample-listing.xml"
FORBIDDEN = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "PySide6.QtNetwork",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
}
# Started before the program: ends it at the first socket that is not of this machine's own kind.
GUARD = """
import socket, sys

def watch(event, arguments):
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        raise SystemExit("a network socket was opened")
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        if event != "socket.connect" or isinstance(arguments[1], tuple):
            raise SystemExit(f"the network was asked: {event}")

sys.addaudithook(watch)
from seqeditor.__main__ import main
sys.argv[0] = "seqeditor"
sys.exit(main())
"""


def _imports(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return names


def _is_forbidden(name: str) -> bool:
    return any(name == bad or name.startswith(f"{bad}.") for bad in FORBIDDEN)


def test_no_module_imports_network_code() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): [name for name in _imports(path) if _is_forbidden(name)]
        for path in (ROOT / "seqeditor").rglob("*.py")
    }
    assert len(found) > 10
    assert {name: bad for name, bad in found.items() if bad} == {}


def _guarded(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", GUARD, *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )


def test_the_guard_sees_a_socket() -> None:
    guard = GUARD[: GUARD.index("from seqeditor")] + "socket.socket(socket.AF_INET)"
    done = subprocess.run(
        [sys.executable, "-c", guard], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert "a network socket was opened" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("validate", str(SAMPLE), "--format", "json"),
        ("validate", str(SAMPLE), "--jobs", "2"),
        ("info", str(SAMPLE)),
    ],
)
def test_commands_open_no_network_socket(arguments: tuple[str, ...]) -> None:
    done = _guarded(*arguments)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_the_window_opens_no_network_socket(tmp_path: Path) -> None:
    done = _guarded("--self-test", "--output", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
