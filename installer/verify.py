"""Check the frozen program: it must do what the source does, byte for byte, and say nothing else.

A frozen program fails where the source does not: a module or a file was left out. So each command
here reaches something that is loaded late: rules, vocabulary, formats, catalogues, the window.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from installer.freeze import FROZEN, ROOT

SAMPLE = "resources/samples/sample-listing.xml"
LIMIT_SECONDS = 300
STATUS_NOT_DONE = 2

COMPARED = (
    ("--version",),
    ("validate", SAMPLE, "--format", "json"),
    ("validate", SAMPLE, "--format", "text", "--level", "info", "--language", "ja"),
    ("info", SAMPLE, "--format", "json"),
    ("rules", "--format", "json", "--language", "ar"),
    ("convert", SAMPLE, "{folder}/sample.fasta"),
    # Biopython with NumPy, and the names of organisms.
    ("convert", "tests/installer/record.gb", "{folder}/record.xml"),
    ("convert", "tests/installer/listing.st25", "{folder}/listing.xml"),
)


@dataclass(frozen=True)
class Outcome:
    """What one run of a program left behind."""

    status: int
    output: bytes
    complaint: bytes
    files: dict[str, bytes]


def verify() -> int:
    """Compare the frozen program with the source and run its self-test; return 0 if all is well."""
    source = (sys.executable, "-m", "seqeditor")
    frozen = (str(_program("seqeditor")),)
    faults: list[str] = []
    for arguments in COMPARED:
        faults += _differences(arguments, _run(source, arguments), _run(frozen, arguments))
    for name in ("seqeditor", "seqeditor-window"):
        arguments = ("--self-test", "--output", "{folder}")
        faults += _complaints((name, *arguments), _run((str(_program(name)),), arguments))
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(COMPARED) + 2} runs of the frozen program, {len(faults)} faults")
    return 1 if faults else 0


def _program(name: str) -> Path:
    return FROZEN / (f"{name}.exe" if sys.platform == "win32" else name)


def _run(program: tuple[str, ...], arguments: tuple[str, ...]) -> Outcome:
    with TemporaryDirectory() as home, TemporaryDirectory() as folder:
        # Whatever would lead the frozen program to the Python of this environment is taken away.
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "VIRTUAL_ENV", "LD_LIBRARY", "QT_", "QML"))
        }
        environment |= {"SEQEDITOR_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [*program, *(argument.replace("{folder}", folder) for argument in arguments)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            timeout=LIMIT_SECONDS,
            check=False,
        )
        files = {path.name: path.read_bytes() for path in Path(folder).iterdir() if path.is_file()}

        def plain(text: bytes) -> bytes:
            return text.replace(folder.encode(), b"{folder}")

        return Outcome(done.returncode, plain(done.stdout), plain(done.stderr), files)


def _differences(arguments: tuple[str, ...], source: Outcome, frozen: Outcome) -> list[str]:
    called = " ".join(arguments)
    faults = []
    if frozen.status != source.status:
        faults.append(f"{called}: exit status {frozen.status}, of the source {source.status}")
    if frozen.complaint != source.complaint:
        faults.append(f"{called}: on standard error: {_text(frozen.complaint)}")
    if frozen.output != source.output:
        faults.append(f"{called}: says something else than the source does")
    if frozen.files != source.files:
        faults.append(f"{called}: writes something else than the source does")
    if source.status == STATUS_NOT_DONE or b"Traceback" in source.complaint:
        faults.append(f"{called}: the source itself fails: {_text(source.complaint)}")
    return faults


def _complaints(called: tuple[str, ...], outcome: Outcome) -> list[str]:
    faults = []
    if outcome.status != 0:
        faults.append(f"{' '.join(called)}: exit status {outcome.status}")
    if outcome.complaint:
        faults.append(f"{' '.join(called)}: on standard error: {_text(outcome.complaint)}")
    return faults


def _text(complaint: bytes) -> str:
    return complaint.decode("utf-8", "replace").strip()
