from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.app.jobs import Job
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.edits.general_information import set_field
from seqeditor.domain.edits.sequence import set_source_value
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature
from seqeditor.rules.finding import Level
from seqeditor.ui.live_validation import LARGE
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.listings import coding, protein
from tests.ui.conftest import sequence, settle


def rules(window: MainWindow, position: int) -> set[str]:
    document = window.signal.document
    found = document.findings.of_sequence(document.order.id_at(position))
    return {kept.finding.rule for kept in found if kept.finding.level is Level.ERROR}


def test_an_edit_shows_its_findings_and_the_next_takes_them_away(
    window: MainWindow, qtbot: QtBot
) -> None:
    document = window.signal.document
    second = document.order.id_at(2)
    assert rules(window, 2) == set()
    told: list[object] = []
    window.signal.findings_changed.connect(told.append)
    document.apply("x", [second], partial(set_source_value, name="mol_type", value=""))
    settle(qtbot, window)
    assert rules(window, 2) != set()
    assert frozenset([second]) in told
    document.undo()
    settle(qtbot, window)
    assert rules(window, 2) == set()


def test_the_general_information_is_checked_while_it_is_filled_in(
    window: MainWindow, qtbot: QtBot
) -> None:
    before = window.signal.document.findings.counts()[Level.ERROR]
    window.signal.document.apply_header(
        "x", partial(set_field, path=("file_reference",), text="AB1")
    )
    settle(qtbot, window)
    assert window.signal.document.findings.counts()[Level.ERROR] < before


def test_another_language_has_everything_checked_again(window: MainWindow, qtbot: QtBot) -> None:
    told: list[bool] = []
    window.live.state_changed.connect(lambda: told.append(window.live.is_checking))
    window.signal.document.apply_header(
        "x", partial(set_field, path=("non_english_language",), text="de")
    )
    settle(qtbot, window)
    assert told == [True, False]


def test_findings_of_removed_sequences_go(window: MainWindow, qtbot: QtBot) -> None:
    document = window.signal.document
    third = document.order.id_at(3)
    document.apply("x", [third], lambda s: replace(s, features=()))
    settle(qtbot, window)
    assert document.findings.of_sequence(third) != []
    document.remove_sequences("x", [third])
    settle(qtbot, window)
    assert document.findings.of_sequence(third) == []


def test_many_edited_sequences_are_checked_beside_the_window(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(0, *(sequence() for _ in range(60))))
    settle(qtbot, window)
    one = window.signal.document
    edit = partial(set_source_value, name="mol_type", value="")
    one.apply("x", one.order.ids, edit)
    settle(qtbot, window)
    assert all(rules(window, position) for position in (1, 30, 60))


def test_checking_everything_can_be_stopped_and_begun_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    validation = window.signal.validation
    check = validation.check_all

    def slow(job: Job, reader: object) -> None:
        go_on.wait(10)
        job.check()
        check(job, reader)  # type: ignore[arg-type]

    validation.check_all = slow  # type: ignore[method-assign]
    window.live.check_all()
    assert window.live.is_checking
    assert window.commands.tools.stop.isEnabled()
    window.live.stop()
    go_on.set()
    settle(qtbot, window)
    assert not window.live.is_complete
    window.commands.tools.check.trigger()
    settle(qtbot, window)
    assert window.live.is_complete
    assert not window.commands.tools.stop.isEnabled()


def test_the_status_line_counts_live(window: MainWindow, qtbot: QtBot) -> None:
    before = window.status._findings.text()
    document = window.signal.document
    document.apply("x", [document.order.id_at(1)], lambda s: replace(s, features=()))
    settle(qtbot, window)
    assert window.status._findings.text() != before
    assert "error" in window.status._findings.text()


def test_a_repair_from_the_panel_makes_its_finding_go(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(0, replace(sequence(), written_length="31")))
    settle(qtbot, window)
    one = window.signal.document
    found = [k for k in one.findings.of_sequence(1) if k.finding.rule == "seq-length-mismatch"]
    assert len(found) == 1
    window.findings.panel.repair_requested.emit(found[0])
    settle(qtbot, window)
    assert one.findings.of_rule("seq-length-mismatch") == []
    assert window.edit_actions.undo.isEnabled()


def test_going_to_a_finding_puts_the_cursor_there(window: MainWindow, qtbot: QtBot) -> None:
    document = window.signal.document
    third = document.order.id_at(3)
    document.apply("x", [third], partial(set_source_value, name="mol_type", value=""))
    settle(qtbot, window)
    window.project.filter.setText("s1")
    window.project.filter_now()
    found = document.findings.of_sequence(third)
    window.go_to(found[0])
    assert window.centre.editor.sequence_id == third
    assert window.project.list.current_id() == third
    header = document.findings.of_header()
    window.go_to(header[0])
    assert window.centre.pages.currentWidget() is window.centre.form


def test_a_cds_is_judged_anew_when_its_protein_is_edited_or_goes(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(0, coding("2"), protein(), sequence()))
    one = window.signal.document
    second = one.order.id_at(2)
    settle(qtbot, window)
    assert rules(window, 1) == set()

    one.apply("x", [second], lambda s: replace(s, residues=TextResidues("MKILA")))
    settle(qtbot, window)
    assert rules(window, 1) == {"tr-protein-id-equal"}
    window.edit_actions.undo.trigger()
    settle(qtbot, window)
    assert rules(window, 1) == set()
    window.edit_actions.redo.trigger()
    settle(qtbot, window)
    assert rules(window, 1) == {"tr-protein-id-equal"}
    window.edit_actions.undo.trigger()
    settle(qtbot, window)

    one.remove_sequences("x", [second])
    settle(qtbot, window)
    assert rules(window, 1) == {"qual-value-missing"}
    window.edit_actions.undo.trigger()
    settle(qtbot, window)
    assert rules(window, 1) == set()
    window.edit_actions.redo.trigger()
    settle(qtbot, window)
    assert rules(window, 1) == {"qual-value-missing"}


def test_a_protein_written_in_the_window_is_judged_with_its_cds(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(0, coding("2"), protein()))
    settle(qtbot, window)
    window.project.show_sequence(window.signal.document.order.id_at(2))
    view = window.centre.editor.residues
    view.go_to(1)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert "tr-protein-id-equal" in rules(window, 1)
    window.edit_actions.undo.trigger()
    settle(qtbot, window)
    assert rules(window, 1) == set()


def test_a_sequence_of_many_features_is_checked_beside_the_window(
    qtbot: QtBot, windows: Windows, document: Callable[..., Document]
) -> None:
    features = tuple(Feature("misc_feature", f"{n}..{n + 3}") for n in range(1, LARGE + 2))
    one = sequence("acgt" * 200)
    large = replace(one, features=(*one.features, *features))
    window = windows.open(document(0, large))
    live, edited = window.live, window.desk.document
    qtbot.waitUntil(lambda: live.is_idle)
    sequence_id = edited.order.id_at(1)
    before = len(edited.findings.of_sequence(sequence_id))
    for key in ("no_key", "no_key_2"):  # the second while the first is being looked at
        edited.apply("x", [sequence_id], partial(add_feature, key=key, location="5"))
        live.check_now()
    assert not live.is_idle
    qtbot.waitUntil(lambda: live.is_idle)
    rules = [kept.finding.rule for kept in edited.findings.of_sequence(sequence_id)]
    assert len(rules) >= before + 2
    edited.undo()
    edited.undo()
    live.check_now()
    qtbot.waitUntil(lambda: live.is_idle)
    assert len(edited.findings.of_sequence(sequence_id)) == before
