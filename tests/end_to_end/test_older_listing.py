"""A listing received in an older version: migrated, repaired, reviewed, generated."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from seqeditor.app.document import Document
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.finding import Level
from seqeditor.ui.dialogs.changes import ChangesDialog
from seqeditor.ui.dialogs.review import ReviewDialog
from seqeditor.ui.windows import Windows
from tests.end_to_end.conftest import Drive
from tests.end_to_end.driving import Driver
from tests.listings import dna, write_listing

LENGTHS = "seq-length-mismatch"
TWICE = "x-duplicate-sequence"


def old(letters: str) -> Sequence:
    """A protein as it was written for DTD V1_1."""
    qualifiers = (Qualifier("ORGANISM", "Homo sapiens"), Qualifier("MOL_TYPE", "protein"))
    return Sequence(
        "AA", TextResidues(letters), (Feature("SOURCE", f"1..{len(letters)}", qualifiers),)
    )


def received(path: Path) -> Path:
    """Write a listing of that time, with two lengths that are wrong, and a sequence twice."""
    write_listing(path, [old("MKCVLLCRST"), old("MKCVLLCRSTG"), dna(), dna()])
    text = path.read_text(encoding="utf-8")
    for new, then in (
        ("V1_3", "V1_1"),
        ("Listing 1.3//", "Listing 1.1//"),
        ("<INSDSeq_length>10<", "<INSDSeq_length>7<"),
        ("<INSDSeq_length>11<", "<INSDSeq_length>7<"),
    ):
        assert new in text
        text = text.replace(new, then)
    path.write_text(text, encoding="utf-8")
    return path


def go_to_finding(one: Driver, rule: str) -> None:
    panel = one.window.findings.panel
    model = panel.model
    rows = [n for n in range(model.rowCount()) if model.kept(n).finding.rule == rule]  # type: ignore[union-attr]
    one.click_row(panel.view, rows[0])


@pytest.mark.slow
def test_an_older_listing_becomes_one_of_today(
    document: Callable[..., Document], windows: Windows, drive: Drive, tmp_path: Path
) -> None:
    first = drive(document())
    first.answer_file_dialog(received(tmp_path / "received.xml"))
    first.menu("File", "Open")
    first.wait(lambda: windows.all[-1] is not first.window)
    one = replace_window(first, windows)
    assert "V1_1" in one.window.centre.version.text
    assert set(one.errors) == {LENGTHS}

    one.press("Migrate to DTD V1_3", within=one.window.centre.version)
    one.settle()
    changes = one.dialog(ChangesDialog)
    assert changes.table.rowCount() == 8
    one.press("Close")
    one.settle()
    assert one.errors == [LENGTHS, LENGTHS]

    panel = one.window.findings.panel
    go_to_finding(one, LENGTHS)
    one.press("Repair all 2 of this kind", within=panel)
    assert one.dialog(ChangesDialog).table.rowCount() == 2
    one.press("Repair")
    one.settle()
    assert one.errors == []

    assert TWICE in one.rules(Level.WARNING)
    go_to_finding(one, TWICE)
    one.press("Mark as reviewed", within=panel)
    dialog = one.dialog(ReviewDialog)
    (reason,) = dialog.findChildren(QPlainTextEdit)
    one.keys(reason, "Both are claimed.")
    one.press("Mark")
    one.settle()
    assert one.window.signal.document.findings.counts()[Level.WARNING] == 0

    root = one.generate()
    assert root.get("dtdVersion") == "V1_3"
    assert root.xpath("//INSDSeq_length/text()") == ["10", "11", "15", "15"]
    assert set(root.xpath("//INSDFeature_key/text()")) == {"source"}
    one.undoes_to_the_start()
    assert "V1_1" in one.window.centre.version.text


def replace_window(former: Driver, windows: Windows) -> Driver:
    return Driver(windows.all[-1], former.qtbot, former.folder, former.answer_file_dialog)
