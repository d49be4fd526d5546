"""Every window, panel and dialog can be used by keyboard and heard: names, letters, a way out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.feature_clipboard import Arrival, Doubt
from seqeditor.app.generating import Plan
from seqeditor.app.import_report import Action, ImportReport, Item
from seqeditor.app.motifs import MotifHit
from seqeditor.app.renumbering import Plan as RenumberingPlan
from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.store.copies import Abandoned, Condition
from seqeditor.ui.actions.every_action import Entry, entries
from seqeditor.ui.dialogs.about import AboutDialog
from seqeditor.ui.dialogs.changes import ChangesDialog
from seqeditor.ui.dialogs.clients import ClientNameDialog, ClientsDialog
from seqeditor.ui.dialogs.codon_value import CodonValueDialog
from seqeditor.ui.dialogs.feature_templates import FeatureTemplatesDialog
from seqeditor.ui.dialogs.find_motif import AddHitsDialog
from seqeditor.ui.dialogs.find_motif import Asked as AskedMotif
from seqeditor.ui.dialogs.generate import PlanDialog, StatementDialog
from seqeditor.ui.dialogs.import_summary import ImportSummary
from seqeditor.ui.dialogs.location_builder import LocationBuilder
from seqeditor.ui.dialogs.mentions import MentionsDialog
from seqeditor.ui.dialogs.modified_residue import modified_amino_acid_dialog, modified_base_dialog
from seqeditor.ui.dialogs.paste_features import PasteFeaturesDialog
from seqeditor.ui.dialogs.recovery import RecoveryDialog
from seqeditor.ui.dialogs.review import ReviewDialog
from seqeditor.ui.dialogs.rows import RowsDialog
from seqeditor.ui.dialogs.shortcuts import ShortcutsDialog
from seqeditor.ui.dialogs.translate import TranslateDialog
from seqeditor.ui.dialogs.unexpected import UnexpectedDialog
from seqeditor.ui.dialogs.unreadable import UnreadableDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.audit import doubled_in_menu, faults_of, others
from tests.ui.conftest import sequence, settle

NO_DIALOG = ("New", "Close", "Quit", "Undo", "Redo")
"""What opens or closes windows, or takes the sequences away."""

CDS = Feature("CDS", "1..12", (Qualifier("translation", "TYVR"),))


@pytest.fixture
def full(
    windows: Windows,
    document: Callable[..., Document],
    qtbot: QtBot,
    answer_file_dialog: Callable[[Path | None], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> MainWindow:
    """Return a window on nucleotides with a CDS, and a protein."""
    answer_file_dialog(None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    plain = sequence()
    coding = replace(plain, features=(*plain.features, CDS))
    made = windows.open(document(2, coding, sequence("MKVLAA", "AA")))
    settle(qtbot, made)
    made.project.show_sequence(made.desk.document.order.id_at(3))
    return made


def choose_feature(window: MainWindow) -> None:
    tree = window.desk.editor.features.tree
    tree.setCurrentIndex(tree.model().index(1, 0))


def show_protein(window: MainWindow) -> None:
    window.project.show_sequence(window.desk.document.order.id_at(4))


def select_residues(window: MainWindow) -> None:
    window.desk.editor.residues.select_all()


STATES: dict[str, Callable[[MainWindow], object]] = {
    "a feature": choose_feature,
    "a protein": show_protein,
    "residues": select_residues,
}
"""What is chosen decides what can be done."""


@pytest.mark.parametrize("state", STATES)
def test_every_dialog_of_the_menus(state: str, full: MainWindow, qtbot: QtBot) -> None:
    found: dict[str, list[str]] = {}
    for entry in entries(full):
        if entry.text.split(":")[0] in NO_DIALOG:
            continue
        STATES[state](full)
        if entry.action.isEnabled():
            found.update(_dialogs_of(entry, full, qtbot))
    every = [f"{name}: {fault}" for name, faults in found.items() for fault in faults]
    assert not every, "\n".join(every)
    assert len(found) > 15


def _dialogs_of(entry: Entry, window: MainWindow, qtbot: QtBot) -> Iterator[tuple[str, list[str]]]:
    before = window.desk.document.undo_step()
    entry.action.trigger()
    settle(qtbot, window)
    for dialog in others():
        faults = faults_of(dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        if dialog.isVisible():
            faults.append("Escape does not close it")
            dialog.close()
        yield f"{entry.menu} > {entry.text}: {type(dialog).__name__}", faults
    if window.desk.document.undo_step() != before:
        window.desk.document.undo()
        settle(qtbot, window)


def test_the_window_itself_with_all_its_panels(full: MainWindow) -> None:
    assert faults_of(full) == []


def test_the_letters_of_every_menu(full: MainWindow) -> None:
    menus = [action.menu() for action in full.menuBar().actions()]
    found = [fault for one in menus if isinstance(one, QMenu) for fault in doubled_in_menu(one)]
    assert found == []


def _report() -> ImportReport:
    report = ImportReport("/x/a.fasta", "fasta", sequences=1)
    report.add(Item(Action.DROPPED, "x", "The name {name} goes.", {"name": "n1"}, sequence=1))
    return report


def _nothing(*_: object) -> bool:
    return True


def _templates(window: MainWindow) -> QDialog:
    return FeatureTemplatesDialog(window.desk.session, "DNA", window)


def _translate(window: MainWindow) -> QDialog:
    document = window.desk.document
    sequence_id = document.order.id_at(3)
    ref = document.sequence(sequence_id).features[1].ref
    return TranslateDialog(window, window.desk.signal, sequence_id, ref)


def _codon(window: MainWindow) -> QDialog:
    one = window.desk.document.sequence(window.desk.document.order.id_at(3))
    return CodonValueDialog("transl_except", "", one.features[1], one, window)


def _hits(window: MainWindow) -> QDialog:
    hit = MotifHit(window.desk.document.order.id_at(1), 1, 4, 1, "acgt", "1..4")
    return AddHitsDialog(window.desk, [hit], AskedMotif())


def _mentions(window: MainWindow) -> QDialog:
    return MentionsDialog(window.desk.document, RenumberingPlan(), "Mentions", window)


OTHERS: dict[str, Callable[[MainWindow], QDialog]] = {
    "about": AboutDialog,
    "changes": lambda w: ChangesDialog(w, "Changes", "Said", [], lambda _: "", accept="&Do it"),
    "client name": lambda w: ClientNameDialog(w, "a", [], _nothing),
    "clients": lambda w: ClientsDialog(w.desk.session, w),
    "codon": _codon,
    "feature templates": _templates,
    "add hits": _hits,
    "generate": lambda w: PlanDialog(Plan("a.xml", 2, 0, {"DNA": 2}, ("en",)), w),
    "generate with errors": lambda w: PlanDialog(
        Plan("a.xml", 2, 0, {"DNA": 2}, ("en",), errors=1), w
    ),
    "statement": lambda w: StatementDialog(Path(__file__), w),
    "import": lambda w: ImportSummary(_report(), w),
    "location": lambda w: LocationBuilder("CDS", "join(1..3,7..9)", "DNA", 30, w),
    "location of a protein": lambda w: LocationBuilder("REGION", "1..3", "AA", 30, w),
    "mentions": _mentions,
    "modified base": lambda w: modified_base_dialog("OTHER", "queuosine", w),
    "modified amino acid": lambda w: modified_amino_acid_dialog("", w),
    "paste features": lambda w: PasteFeaturesDialog((Arrival(CDS, frozenset(Doubt)),), 20, w),
    "recovery": lambda w: RecoveryDialog(
        [Abandoned(Path("/x"), Condition.WHOLE)], _nothing, _nothing, w
    ),
    "review": lambda w: ReviewDialog("Something is so.", w),
    "rows": lambda w: RowsDialog(w, "Rows", "Said", ["a", "b"], [["1", "2"]], wide=[1]),
    "shortcuts": lambda w: ShortcutsDialog(entries(w), {}, _nothing, w),
    "translate": _translate,
    "unexpected": lambda w: UnexpectedDialog("Traceback", w),
    "unreadable": lambda w: UnreadableDialog(Path("a.xml"), [], w),
}
"""Those that no entry of a menu opens by itself."""


@pytest.mark.parametrize("name", OTHERS)
def test_every_other_dialog(name: str, full: MainWindow, qtbot: QtBot) -> None:
    dialog = OTHERS[name](full)
    dialog.open()
    settle(qtbot, full)
    faults = faults_of(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert faults == []
    assert others() == []
