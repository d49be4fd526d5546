"""Deleting a coding sequence in the window tells of the protein that stays."""

from __future__ import annotations

from array import array
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import Qualifier
from seqeditor.ui.actions.every_action import entries
from seqeditor.ui.panels.panes import BELOW
from seqeditor.ui.windows import Windows
from tests.ui.conftest import sequence, settle


@pytest.mark.parametrize("split", [False, True], ids=["one pane", "two panes"])
@pytest.mark.parametrize("text", ["Delete", "Cut"])
def test_the_notice_stays_in_sight(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot, text: str, *, split: bool
) -> None:
    qualifiers = [Qualifier("translation", "MKVLAKVLA"), Qualifier("protein_id", "2")]
    gene = add_feature(sequence("atgaaagtgctggcgaaagtgctggcgtaa"), "CDS", "1..30", qualifiers)
    window = windows.open(document(0, gene, sequence("MKVLAKVLA", "AA"), sequence()))
    settle(qtbot, window)
    order = window.desk.document.order
    window.project.list.select_ids(array("q", [order.id_at(1)]))
    if split:
        window.centre.panes.split(BELOW, order.id_at(3))
    window.project.list.setFocus()
    window.commands.edit.refresh()
    if text == "Cut":
        window.commands.clipboard.cut()
    else:
        entry = next(e for e in entries(window) if e.text.startswith(text) and "equence" in e.menu)
        entry.action.trigger()
    settle(qtbot, window)
    assert window.desk.document.count() == 2
    shown = [window.desk.notice, *(e.notice for e in window.desk.panes.editors)]
    said = [notice.text for notice in shown if notice.isVisible()]
    assert any("stays in the listing" in words for words in said)
    window.desk.document.undo()
    settle(qtbot, window)
    assert not any("stays in the listing" in n.text for n in shown if n.isVisible())
