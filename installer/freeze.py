"""Make the program that runs without Python: one folder, two programs, by PyInstaller."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FROZEN = ROOT / "dist" / "seqeditor"


def freeze() -> int:
    """Build `dist/seqeditor`; return PyInstaller's exit status."""
    shutil.rmtree(FROZEN, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level=WARN",
        f"--distpath={FROZEN.parent}",
        f"--workpath={ROOT / 'build' / 'freeze'}",
        str(ROOT / "installer" / "seqeditor.spec"),
    ]
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    if status == 0:
        size = sum(path.lstat().st_size for path in FROZEN.rglob("*"))
        print(f"{FROZEN.relative_to(ROOT)}: {size / 1e6:.0f} MB")
    return status
