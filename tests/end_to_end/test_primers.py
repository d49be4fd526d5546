"""300 primers: pasted, given their organism and mol_type at once, generated."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from seqeditor.app.document import Document
from seqeditor.ui.dialogs.bulk_set import BulkSetDialog
from tests.end_to_end.conftest import Drive
from tests.end_to_end.driving import Driver

COUNT = 300
SOURCE = random.Random(26)
LETTERS = ["".join(SOURCE.choices("acgt", k=20 + n % 5)) for n in range(COUNT)]
FASTA = "".join(f">primer {n}\n{letters}\n" for n, letters in enumerate(LETTERS, 1))


def set_in_all(one: Driver, what: str, value: str) -> None:
    one.menu("Sequence", "Set in many sequences")
    dialog = one.dialog(BulkSetDialog)
    one.choose(dialog.kind, what)
    field = dialog.organism if what == "Organism" else dialog.value.lineEdit()
    assert field is not None
    one.fill(field, value)
    one.qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
    one.press("Change 300 sequences")
    one.settle()
    assert one.window.centre.notice.text == "300 sequences changed."


@pytest.mark.slow
def test_300_primers(document: Callable[..., Document], drive: Drive) -> None:
    one = drive(document())
    one.fill_general_information()
    one.paste(FASTA)
    assert one.window.signal.document.count() == COUNT
    one.menu("Edit", "Select all shown sequences")
    assert one.window.project.list.selected_count() == COUNT
    set_in_all(one, "Organism", "synthetic construct")
    set_in_all(one, "mol_type", "other DNA")
    assert one.value(COUNT, "source", "organism") == "synthetic construct"
    root = one.generate()
    assert [node.text for node in root.iter("INSDSeq_sequence")] == LETTERS
    values = root.xpath("//INSDQualifier[INSDQualifier_name='mol_type']/INSDQualifier_value/text()")
    assert values == ["other DNA"] * COUNT
    one.undoes_to_the_start()
