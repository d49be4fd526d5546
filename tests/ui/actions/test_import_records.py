"""A file of GenBank in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.app.opening import close_document, open_file
from seqeditor.app.saving import save_project
from seqeditor.store.reports import report_items, reports
from seqeditor.ui.windows import Windows
from tests.ui.conftest import visible_dialogs

RECORD = """LOCUS       {name}                       20 bp    DNA     linear   BCT 01-JAN-2020
FEATURES             Location/Qualifiers
     source          1..20
                     /organism="Homo sapiens"
                     /mol_type="genomic DNA"
     exon            complement(join(1..3,5..9))
ORIGIN
        1 acgtacgtac gtacgtacgt
//
"""


def test_records_are_opened_added_taken_back_and_their_report_kept(
    qtbot: QtBot, windows: Windows, document: Callable[..., Document], tmp_path: Path
) -> None:
    file = tmp_path / "two.gb"
    broken = (
        RECORD.format(name="C").replace("     exon  ", "     exon  \n\n  ").replace("1 acgt", "x")
    )
    file.write_text(RECORD.format(name="A") + broken + RECORD.format(name="B"), encoding="utf-8")
    window = windows.open(document(0))
    window.commands.opening.open(file)
    qtbot.waitUntil(lambda: window.desk.document.count() >= 2 and bool(visible_dialogs()))
    (summary,) = visible_dialogs()
    said = "\n".join(label.text() for label in summary.findChildren(QLabel))
    opened = window.desk.document
    assert str(opened.count()) in said
    summary.reject()
    first = opened.sequence(opened.order.id_at(1))
    assert first.features[1].location == "complement(join(1..3,5..9))"
    before = opened.count()
    window.commands.importing.run(file)
    qtbot.waitUntil(lambda: opened.count() == 2 * before and bool(visible_dialogs()))
    for dialog in visible_dialogs():
        dialog.reject()
    items = report_items(opened.copy, reports(opened.copy)[-1].id)
    assert items
    opened.undo()
    assert opened.count() == before
    save_project(opened, tmp_path / "a.seqproj", Job(), opened.copy)
    again = open_file(tmp_path / "a.seqproj", Job())
    try:
        assert [one.format for one in reports(again.copy)] == ["genbank", "genbank"]
        assert len(report_items(again.copy, reports(again.copy)[-1].id)) == len(items)
    finally:
        close_document(again, keep=False)
