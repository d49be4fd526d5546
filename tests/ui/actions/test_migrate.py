from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.dialogs.changes import ChangesDialog
from seqeditor.ui.windows import Windows
from tests.ui.conftest import settle, the_dialog

OLD = Sequence(
    "AA",
    TextResidues("MKCVLLCRST"),
    (
        Feature(
            "SOURCE",
            "1..10",
            (Qualifier("ORGANISM", "Homo sapiens"), Qualifier("MOL_TYPE", "protein")),
        ),
    ),
)


def test_an_older_listing_is_migrated_and_the_changes_are_listed(
    windows: Windows, document: Callable[..., Document], qtbot: QtBot
) -> None:
    made = document(0, OLD)
    window = windows.open(made)
    settle(qtbot, window)
    action = window.commands.tools.migrate
    assert not action.isEnabled()
    made.apply_header("Set", lambda header: replace(header, dtd_version="V1_2"))
    settle(qtbot, window)
    assert action.isEnabled()
    action.trigger()
    settle(qtbot, window)
    dialog = the_dialog(ChangesDialog)
    # dtdVersion, the key, and two qualifiers.
    assert dialog.table.rowCount() == 4
    dialog.reject()
    assert made.header.dtd_version == "V1_3"
    assert made.sequence(made.order.id_at(1)).features[0].key == "source"
    assert not action.isEnabled()
    window.edit_actions.undo.trigger()
    assert made.header.dtd_version == "V1_2"
    assert made.sequence(made.order.id_at(1)).features[0].key == "SOURCE"
    settle(qtbot, window)
