"""From nothing to a valid file, through a kill: the way of an author, at the real window."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from seqeditor.bundled import bundled
from tests.end_to_end.first_listing import CODING, PRIMER

ROOT = Path(__file__).resolve().parents[2]


def drive(part: str, folder: Path) -> tuple[int, dict[str, Any], str]:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "SEQEDITOR_HOME": str(folder / "home"),
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.first_listing", part, str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        cwd=ROOT,
    )
    seen = folder / "seen.json"
    return done.returncode, json.loads(seen.read_text()) if seen.exists() else {}, done.stderr


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system kills in another way")
def test_a_first_listing_from_nothing_to_a_valid_file(tmp_path: Path) -> None:
    status, seen, complaints = drive("author", tmp_path)
    assert status == -signal.SIGKILL, complaints
    assert "gi-title-missing" in seen["errors of an empty listing"]
    assert seen["errors when filled"] == []
    assert len(seen["errors with an empty mod_base"]) == 1
    assert seen["errors with mod_base filled in"] == []
    assert seen["undone steps"] > 10
    assert seen["content when all is undone"] == [seen["content when all is undone"][0]]
    assert seen["errors when all is undone"] == seen["errors of an empty listing"]
    assert seen["steps not redone"] == 0
    assert seen["redone is what was"] is True
    assert seen["errors when all is redone"] == []
    before = seen

    status, seen, complaints = drive("recover", tmp_path)
    assert status == 0, complaints
    assert seen["recovered content"] == before["content at the end"]
    assert seen["recovered steps"] == before["steps at the end"]
    assert "AB-2-after-save" in seen["recovered content"][0]
    assert "first.seqproj" in seen["recovered title"]
    is_valid_by_a_second_reading(tmp_path / "first.xml")


def is_valid_by_a_second_reading(path: Path) -> None:
    """The DTD by lxml alone, the content by XPath, and the command line as an office runs it."""
    text = path.read_bytes()
    tree = etree.parse(io.BytesIO(text), etree.XMLParser(load_dtd=False, no_network=True))
    dtd_file = bundled("resources", "dtd", "ST26SequenceListing_V1_3.dtd")
    assert etree.DTD(str(dtd_file)).validate(tree)
    assert text.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ST26SequenceListing')
    assert tree.xpath("string(/*/ApplicantFileReference)") == "AB-2-after-save"
    assert tree.xpath("//INSDSeq_sequence/text()") == [CODING.lower(), PRIMER]
    assert tree.xpath("//INSDFeature_key/text()") == ["source", "CDS", "source", "modified_base"]
    assert tree.xpath("string(//INSDQualifier[INSDQualifier_name='mod_base']/INSDQualifier_value)")

    command = [sys.executable, "-m", "seqeditor", "validate", str(path), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=ROOT)
    report = json.loads(done.stdout)
    assert (done.returncode, report["files"][0]["verdict"]) == (0, "valid"), report
