from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from seqeditor.domain.residues import TextResidues
from seqeditor.ui.residues.view import ResidueView


@pytest.fixture
def view(qtbot: QtBot) -> ResidueView:
    """Return a shown and focused view of 150 nucleotides, sixty to a line."""
    made = ResidueView()
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.set_residues(TextResidues("acgtacgtac" * 15), "DNA", 1)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def edited(view: ResidueView) -> Callable[[], str]:
    """Carry out what the view asks for, as the window would, and return the residues."""

    def edit(start: int, removed: int, inserted: str) -> None:
        view.set_residues(view.residues.splice(start, removed, inserted), view.moltype)

    view.edit_requested.connect(edit)
    return lambda: view.residues.text()
