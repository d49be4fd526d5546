from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.ui.features.editor import FeatureEditor


@pytest.fixture
def sequence() -> Sequence:
    """Return a DNA of 120 residues with three features."""
    return Sequence(
        residues=TextResidues("acgt" * 30),
        features=(
            Feature(
                "source",
                "1..120",
                (
                    Qualifier("organism", "Homo sapiens", ref=11),
                    Qualifier("mol_type", "genomic DNA", ref=12),
                ),
                ref=1,
            ),
            Feature(
                "CDS",
                "3..20",
                (
                    Qualifier("gene", "insA", ref=21),
                    Qualifier("product", "insulin", "インスリン", ref=22),
                    Qualifier("transl_table", "1", ref=23),
                    Qualifier("pseudo", ref=24),
                ),
                ref=2,
            ),
            Feature("misc_feature", "30..40", ref=3),
        ),
    )


@pytest.fixture
def editor(qtbot: QtBot, sequence: Sequence) -> FeatureEditor:
    """Return a shown editor of the sequence."""
    made = FeatureEditor()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.set_language("ja")
    made.set_sequence(sequence, another=True)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.tree.setFocus()
    qtbot.waitUntil(made.tree.hasFocus)
    return made


@pytest.fixture
def applied(editor: FeatureEditor) -> Callable[[], list[str]]:
    """Carry out what the editor asks for, as the window would; return the labels so far."""
    labels: list[str] = []

    def carry_out(label: str, edit: Callable[[Sequence], Sequence]) -> None:
        labels.append(label)
        editor.set_sequence(edit(editor.sequence))

    editor.edit_requested.connect(carry_out)
    return lambda: labels
