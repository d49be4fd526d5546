"""A sequence comes in the middle, and everything that names others goes on naming the same."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.generating import write_listing
from seqeditor.app.jobs import Job
from seqeditor.app.sorting import SortBy
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.references import numbers_in
from seqeditor.ui.actions.ordering import Ordering
from seqeditor.ui.dialogs.mentions import MentionsDialog
from seqeditor.ui.dialogs.rearranging import SortDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import press, sequence, settle, the_dialog, visible_dialogs

CODING = "atgaaagtgctggcgtaaacgtacgtacgt"
PROTEIN = "MKVLA"


def _gene() -> Sequence:
    made = sequence(CODING, name="gene")
    note = Qualifier("note", "binds SEQ ID NO: 3 and SEQ ID NO: 4", "voir SEQ ID NO: 4")
    coding = (Qualifier("translation", PROTEIN), Qualifier("protein_id", "3"))
    features = (Feature("CDS", "1..18", coding), Feature("misc_feature", "20..25", (note,)))
    return replace(made, features=(*made.features, *features))


def _named(document: Document) -> Iterator[str]:
    """Yield the names of the sequences that the gene names, by link and in both texts."""
    by_number = {document.number(one): document.sequence(one).name for one in document.order.ids}
    gene = next(s for s in map(document.sequence, document.order.ids) if s.name == "gene")
    yield by_number[gene.features[1].value("protein_id") or ""]
    note = gene.features[2].qualifiers[0]
    for text in (note.value, note.non_english):
        yield from (by_number[number] for number in numbers_in(text or ""))


MEANT = ["protein", "protein", "primer", "primer"]


def _window(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    parts = (
        sequence("ccgtacgtacgtacgt", name="first"),
        _gene(),
        sequence(PROTEIN, "AA", name="protein"),
        sequence("ggttacgtacgtacgt", name="primer"),
    )
    window = windows.open(document(0, *parts))
    settle(qtbot, window)
    return window


def test_a_sequence_in_the_middle(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot, tmp_path: Path
) -> None:
    window = _window(windows, document, qtbot)
    made = window.signal.document
    assert list(_named(made)) == MEANT
    window.project.list.select_ids(array("q", [made.order.id_at(3)]))
    window.project.list.setFocus()
    qtbot.keyClick(
        window.project.list,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    press(the_dialog(MentionsDialog), "Adjust them")
    assert made.count() == 5
    assert list(_named(made)) == MEANT
    # So it is written, too.
    file = tmp_path / "written.xml"
    write_listing(made.copy, file, Job())
    text = file.read_text(encoding="utf-8")
    assert "binds SEQ ID NO: 4 and SEQ ID NO: 5" in text
    assert "<INSDQualifier_value>4</INSDQualifier_value>" in text
    made.undo()
    assert (made.count(), list(_named(made))) == (4, MEANT)


def test_another_order(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> None:
    window = _window(windows, document, qtbot)
    made = window.signal.document
    (ordering,) = (one for one in window.commands.groups if isinstance(one, Ordering))
    ordering.sort.trigger()
    dialog = the_dialog(SortDialog)
    dialog.rows[0].by.setCurrentIndex(dialog.rows[0].by.findData(SortBy.NAME))
    press(dialog, "Sort")
    qtbot.waitUntil(lambda: bool(visible_dialogs()) and not window.runner.running)
    press(the_dialog(MentionsDialog), "Adjust them")
    names = [made.sequence(one).name for one in made.order.ids]
    assert names == ["first", "gene", "primer", "protein"]
    assert list(_named(made)) == MEANT
