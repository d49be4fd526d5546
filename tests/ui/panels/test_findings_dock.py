from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.app.opening import open_file
from seqeditor.app.snapshots import freeze
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.rules.finding import Level
from seqeditor.ui.dialogs.changes import ChangesDialog
from seqeditor.ui.dialogs.review import ReviewDialog
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.listings import write_listing
from tests.ui.conftest import press, sequence, settle, the_dialog, visible_dialogs

RULE = "seq-length-mismatch"


@pytest.fixture
def faulty(windows: Windows, document: Callable[..., Document], qtbot: QtBot) -> MainWindow:
    wrong = [replace(sequence(), written_length=str(n)) for n in (28, 29, 31)]
    window = windows.open(document(0, *wrong))
    settle(qtbot, window)
    return window


def choose(window: MainWindow, rule: str) -> None:
    panel = window.findings.panel
    for row in range(panel.model.rowCount()):
        kept = panel.model.kept(row)
        if kept is not None and kept.finding.rule == rule:
            panel.view.setCurrentIndex(panel.model.index(row, 0))
            return
    raise AssertionError(rule)


def mismatches(window: MainWindow) -> int:
    return len(window.signal.document.findings.of_rule(RULE))


def test_one_click_repairs_one(faulty: MainWindow, qtbot: QtBot) -> None:
    choose(faulty, RULE)
    faulty.findings.panel._repair.click()
    settle(qtbot, faulty)
    assert mismatches(faulty) == 2


def test_all_of_a_kind_are_shown_first_and_repaired_in_one_step(
    faulty: MainWindow, qtbot: QtBot
) -> None:
    choose(faulty, RULE)
    faulty.findings.panel._repair_all.click()
    dialog = the_dialog(ChangesDialog)
    assert dialog.table.rowCount() == 3
    assert [dialog.table.item(row, 0).text() for row in range(3)] == ["1", "2", "3"]
    assert mismatches(faulty) == 3
    dialog.table.copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 4
    press(dialog, "Repair")
    settle(qtbot, faulty)
    assert mismatches(faulty) == 0
    faulty.edit_actions.undo.trigger()
    settle(qtbot, faulty)
    assert mismatches(faulty) == 3


def test_a_preview_given_up_changes_nothing(faulty: MainWindow, qtbot: QtBot) -> None:
    choose(faulty, RULE)
    faulty.findings.panel._repair_all.click()
    press(the_dialog(ChangesDialog), "Cancel")
    settle(qtbot, faulty)
    assert mismatches(faulty) == 3
    assert faulty.signal.document.undo_step().label == "Add"  # type: ignore[union-attr]


def test_a_warning_is_put_aside_with_a_reason_and_taken_back(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    abbreviated = new_sequence("DNA", "acgt" * 9, organism="E. coli", mol_type="genomic DNA")
    window = windows.open(document(0, abbreviated))
    settle(qtbot, window)
    panel = window.findings.panel
    choose(window, "gi-title-missing")
    assert not panel._review.isVisible()
    choose(window, "qual-organism-abbreviated")
    warnings = window.signal.document.findings.counts()[Level.WARNING]
    panel._review.click()
    dialog = the_dialog(ReviewDialog)
    assert not dialog.mark.isEnabled()
    dialog._reason.setPlainText("so named\nin the deposit")
    press(dialog, "Mark")
    settle(qtbot, window)
    assert window.signal.document.findings.counts()[Level.WARNING] == warnings - 1
    choose(window, "qual-organism-abbreviated")
    kept = panel.current()
    assert kept is not None
    assert "so named in the deposit" in panel.model.place(kept)
    panel._review.click()
    settle(qtbot, window)
    assert window.signal.document.findings.counts()[Level.WARNING] == warnings


def test_another_profile_judges_at_once(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    with_ids = replace(sequence(), other_seqids=("pat|WO|2013999999|A1|1",))
    window = windows.open(document(0, with_ids))
    settle(qtbot, window)
    store = window.signal.document.findings
    assert store.of_rule("seq-other-seqids-present")
    window.commands.tools.profiles.entries["office"].trigger()
    settle(qtbot, window)
    assert not store.of_rule("seq-other-seqids-present")
    assert "office" in window.status._standard.text()
    window.commands.tools.profiles.entries["applicant"].trigger()
    settle(qtbot, window)
    assert store.of_rule("seq-other-seqids-present")


def test_a_repair_that_is_not_sure_is_asked_about_at_its_place(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    made = new_sequence("DNA", "acgt" * 9, organism="E. coli", mol_type="genomic DNA")
    window = windows.open(document(0, made))
    settle(qtbot, window)
    rule = "qual-organism-abbreviated"
    before = len(window.signal.document.copy.history())
    choose(window, rule)
    window.findings.panel._repair.click()
    press(the_dialog(ChangesDialog), "Cancel")
    assert len(window.signal.document.copy.history()) == before
    choose(window, rule)
    window.findings.panel._repair.click()
    press(the_dialog(ChangesDialog), "Repair")
    settle(qtbot, window)
    assert len(window.signal.document.copy.history()) == before + 1


def test_a_finding_leads_to_its_field_in_a_form_that_was_not_shown_yet(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    texts = (Qualifier("note", "membrane", "Membran", "q1"),)
    noted = replace(sequence(), features=(*sequence().features, Feature("gene", "1..3", texts)))
    window = windows.open(document(0, noted))
    settle(qtbot, window)
    window.resize(1000, 500)
    window.project.choose(1)
    choose(window, "lang-noneng-code-missing")
    qtbot.mouseClick(window.findings.panel._act, Qt.MouseButton.LeftButton)
    form = window.centre.form
    qtbot.waitUntil(lambda: form.verticalScrollBar().maximum() > 0)
    field = form._field_at(("non_english_language",))
    assert field is not None

    def in_sight() -> None:
        top = field.mapTo(form.viewport(), QPoint(0, 0)).y()
        assert 0 <= top <= form.viewport().height() - field.height()
        assert not field.visibleRegion().isEmpty()

    qtbot.waitUntil(in_sight)


def test_a_repair_that_renumbers_what_was_filed_asks(
    windows: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    file = write_listing(tmp_path / "gap.xml", [sequence(), sequence("ccgt" * 8)])
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('sequenceIDNumber="2"', 'sequenceIDNumber="2a"'), encoding="utf-8")
    window = windows.open(open_file(file, Job()))
    settle(qtbot, window)
    document = window.signal.document
    freeze(document)
    settle(qtbot, window)
    rule = "num-id-not-integer"
    choose(window, rule)
    window.findings.panel._repair.click()
    asked = visible_dialogs()
    if isinstance(asked[0], ChangesDialog):
        press(asked[0], "Repair")
    press(the_dialog(QMessageBox), "Cancel")
    assert document.number(document.order.id_at(2)) == "2a"
    window.findings._repair_renumbering([kept.finding for kept in document.findings.of_rule(rule)])
    settle(qtbot, window)
    assert document.number(document.order.id_at(2)) == "2"


def test_many_are_put_aside_for_one_reason_and_seen_again_by_the_filter(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    rule = "qual-organism-abbreviated"
    made = [
        new_sequence("DNA", letters * 9, organism="E. coli", mol_type="genomic DNA")
        for letters in ("acgt", "aacg", "ttga", "ggat")
    ]
    window = windows.open(document(0, *made))
    settle(qtbot, window)
    store, panel = window.signal.document.findings, window.findings.panel
    steps = len(window.signal.document.copy.history())
    choose(window, rule)
    panel._review.click()
    dialog = the_dialog(ReviewDialog)
    assert dialog.every.isVisible()
    assert "4" in dialog.every.text()
    dialog.every.setChecked(True)
    dialog._reason.setPlainText("as deposited")
    press(dialog, "Mark")
    settle(qtbot, window)
    assert [k.finding.reviewed for k in store.of_rule(rule)] == ["as deposited"] * 4
    assert len(window.signal.document.copy.history()) == steps + 1
    shown = panel.model.rowCount()
    panel._state.setCurrentIndex(panel._state.findText("Open only"))
    assert panel.model.rowCount() == shown - 4
    panel._state.setCurrentIndex(panel._state.findText("Reviewed only"))
    assert panel.model.rowCount() == 4
    panel.view.selectAll()
    assert panel._review.text() == "Take 4 reviews back"
    panel._review.click()
    settle(qtbot, window)
    assert [k.finding.reviewed for k in store.of_rule(rule)] == [None] * 4
    assert panel.model.rowCount() == 0


def test_selected_findings_are_put_aside_together_and_errors_stay(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    made = new_sequence("DNA", "acgt" * 9, organism="E. coli", mol_type="genomic DNA")
    window = windows.open(document(0, made))
    settle(qtbot, window)
    store, panel = window.signal.document.findings, window.findings.panel
    errors = store.counts()[Level.ERROR]
    assert errors
    panel.view.selectAll()
    panel._review.click()
    dialog = the_dialog(ReviewDialog)
    assert not dialog.every.isVisible()
    dialog._reason.setPlainText("a draft")
    press(dialog, "Mark")
    settle(qtbot, window)
    assert store.counts() == {Level.ERROR: errors, Level.WARNING: 0, Level.INFO: 0}
    window.edit_actions.undo.trigger()
    settle(qtbot, window)
    assert store.counts()[Level.WARNING] > 0
