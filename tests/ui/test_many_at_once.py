"""The commonest work on many sequences, as it is done in the window."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.ui.actions.finding import Finding
from seqeditor.ui.actions.many import Many
from seqeditor.ui.actions.selecting import Selecting
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.windows import Windows
from tests.ui.conftest import settle

PRIMERS = 300


def group(window: MainWindow, kind: type) -> object:
    return next(one for one in window.commands.groups if isinstance(one, kind))


def paste(window: MainWindow, qtbot: QtBot, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    window.project.list.setFocus()
    window.commands.clipboard.paste()
    settle(qtbot, window)


def test_300_primers_are_pasted_and_get_their_organism_at_once(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    source = random.Random(3)
    fasta = "".join(
        f">primer {n}\n{''.join(source.choices('acgt', k=20 + n % 5))}\n"
        for n in range(1, PRIMERS + 1)
    )
    window = windows.open(document(2))
    settle(qtbot, window)
    paste(window, qtbot, fasta)
    one = window.signal.document
    assert one.count() == PRIMERS + 2

    window.project.list_filter.open_dialog()
    filters = window.project.list_filter.dialog
    assert filters is not None
    filters.longest.setValue(25)
    window.project.filter_now()
    assert window.project.model.rowCount() == PRIMERS
    filters.close()
    selecting = group(window, Selecting)
    assert isinstance(selecting, Selecting)
    selecting.all.trigger()
    assert window.project.list.selected_count() == PRIMERS

    many = group(window, Many)
    assert isinstance(many, Many)
    many.set.trigger()
    dialog = many.dialog
    assert dialog is not None
    qtbot.keyClicks(dialog.organism, "synthetic construct")
    dialog.organism.completion.popup.hide()
    qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
    assert dialog.go.text() == "&Change 300 sequences"
    dialog.go.click()
    settle(qtbot, window)
    rows = one.rows_of(one.order.ids)
    assert [row.organism for row in rows].count("synthetic construct") == PRIMERS
    assert [row.organism for row in rows].count("Homo sapiens") == 2
    assert window.centre.notice.text == "300 sequences changed."

    window.edit_actions.undo.trigger()
    settle(qtbot, window)
    rows = one.rows_of(one.order.ids)
    assert "synthetic construct" not in {row.organism for row in rows}


def test_a_primer_is_found_by_what_it_binds_and_renamed(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    window = windows.open(document(0))
    paste(window, qtbot, ">left\nttttgaattcaa\n>right\nccccccccccc\n")
    finding = group(window, Finding)
    assert isinstance(finding, Finding)
    finding.motif.trigger()
    motif = finding.motif_dialog
    assert motif is not None
    qtbot.keyClicks(motif.motif, "gaattc")
    qtbot.keyClick(motif.motif, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert [hit.location for hit in finding.results.model.hits] == ["5..10"]
    motif.close()
    finding.replace.trigger()
    dialog = finding.dialog
    assert dialog is not None
    dialog.fields.text.setText("left")
    dialog.fields.replacement.setText("forward")
    dialog.find_now()
    settle(qtbot, window)
    dialog.replace_found()
    dialog.close()
    one = window.signal.document
    assert [row.name for row in one.rows_of(one.order.ids)] == ["forward", "right"]
    settle(qtbot, window)
