"""A sequence inserted in the middle: what names others by number names them still."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seqeditor.app.document import Document
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import Qualifier
from seqeditor.ui.dialogs.mentions import MentionsDialog
from seqeditor.ui.dialogs.rearranging import InsertDialog
from tests.end_to_end.conftest import Drive
from tests.listings import coding, dna, protein

NOTE = "binds SEQ ID NO: 3 and SEQ ID NO: 4"


@pytest.mark.slow
def test_references_follow_what_is_inserted(
    document: Callable[..., Document], drive: Drive
) -> None:
    primer = add_feature(dna(), "misc_feature", "1..9", [Qualifier("note", NOTE)])
    one = drive(document(0, primer, coding("3"), protein(), dna("acgtttgcaaacctg")))
    one.fill_general_information()
    one.go_to(3)
    one.menu("Sequence", "Insert sequences at")
    dialog = one.dialog(InsertDialog)
    one.choose(dialog.kind, "RNA")
    one.fill(dialog.place, "3")
    one.press("Insert")
    asked = one.dialog(MentionsDialog)
    texts = [asked.table.item(row, 3).text() for row in range(asked.table.rowCount())]
    assert texts == ["binds SEQ ID NO: 4 and SEQ ID NO: 5"]
    one.press("Adjust them")
    one.settle()
    assert one.window.signal.document.count() == 5
    assert one.window.centre.notice.text == "2 mentions in free text were adjusted."
    assert one.value(2, "CDS", "protein_id") == "4"
    assert one.value(1, "misc_feature", "note") == "binds SEQ ID NO: 4 and SEQ ID NO: 5"

    one.type_residues("acguacguacguacgu")
    one.set_qualifier(0, "organism", "synthetic construct")
    one.set_qualifier(0, "mol_type", "other RNA")
    root = one.generate()
    path = "string(//INSDQualifier[INSDQualifier_name='protein_id']/INSDQualifier_value)"
    assert root.xpath(path) == "4"
    one.undoes_to_the_start()
