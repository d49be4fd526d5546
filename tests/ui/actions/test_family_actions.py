"""The next filing in the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.general_information import ApplicationIdentification, GeneralInformation
from seqeditor.store.snapshots import snapshots
from seqeditor.ui.actions.family_actions import FamilyActions
from seqeditor.ui.dialogs.next_filing import NextFilingDialog
from seqeditor.ui.windows import Windows
from tests.ui.conftest import visible_dialogs


def test_the_next_filing_asks_only_what_changes(
    qtbot: QtBot, windows: Windows, document: Callable[..., Document]
) -> None:
    window = windows.open(document(2))
    first = ApplicationIdentification("EP", "EP1", "2024-01-02")
    window.desk.document.apply_header("x", lambda _h: GeneralInformation(application=first))
    group = next(g for g in window.commands.groups if isinstance(g, FamilyActions))
    qtbot.waitUntil(group.next_filing.isEnabled)
    group.next_filing.trigger()
    dialog = next(d for d in visible_dialogs() if isinstance(d, NextFilingDialog))
    accept = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not accept.isEnabled()
    assert dialog.priority_number.text() == "EP1"
    qtbot.keyClicks(dialog.reference.line, "REF-2")
    assert accept.isEnabled()
    accept.click()
    qtbot.waitUntil(lambda: window.desk.document.header.file_reference == "REF-2")
    header = window.desk.document.header
    assert (header.application, header.priority) == (None, first)
    reader = window.desk.document.reader()
    labels = [kept.label for kept in snapshots(reader)]
    reader.connection.close()
    assert labels == ["EP1, as filed 2024-01-02"]
    assert window.centre.notice.isVisible()
