"""What is installed from the wheel finds its bundled files and does its work."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from seqeditor import __version__

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "sample-listing.xml"

pytestmark = pytest.mark.slow


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
    }
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=240
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the tools of this environment: nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    done = _run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder),
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into an environment of its own that borrows only the dependencies."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    done = _run(
        *(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index"),
        *("--no-deps", "--disable-pip-version-check", wheel),
        cwd=folder,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    # A plain path in a .pth file comes after what is installed, and brings in no other .pth file:
    # so the checkout that is installed editable beside the dependencies stays out of sight.
    borrowed = sysconfig.get_path("purelib")
    Path(site.stdout.strip(), "dependencies.pth").write_text(borrowed, encoding="utf-8")
    return scripts


def test_the_wheel_holds_the_bundled_files(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert "seqeditor/_data/resources/samples/sample-listing.xml" in names
    assert "seqeditor/_data/translations/ar.mo" in names
    assert "seqeditor/store/schema.sql" in names
    assert not [name for name in names if name.startswith(("tests", "installer"))]


def test_it_runs_from_where_it_is_installed(installed: Path, tmp_path: Path) -> None:
    done = _run(
        *(installed / "python", "-c", "import seqeditor.bundled as b; print(b.__file__)"),
        cwd=tmp_path,
    )
    assert Path(done.stdout.strip()).is_relative_to(installed.parent)


def test_it_says_its_version(installed: Path, tmp_path: Path) -> None:
    done = _run(installed / "seqeditor", "--version", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in done.stdout


@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_validates_as_the_source_does(installed: Path, tmp_path: Path, language: str) -> None:
    command = ("validate", str(SAMPLE), "--format", "json", "--language", language)
    done = _run(installed / "seqeditor", *command, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"verdict": "valid"' in done.stdout
    source = _run(sys.executable, "-m", "seqeditor", *command, cwd=ROOT)
    assert done.stdout == source.stdout
