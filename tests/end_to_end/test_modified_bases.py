"""An siRNA with modified nucleotides: one of the table, and one that needs its full name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seqeditor.app.document import Document
from seqeditor.ui.dialogs.modified_nucleotides import ModifiedNucleotidesDialog
from seqeditor.ui.dialogs.modified_residue import ModifiedResidueDialog
from tests.end_to_end.conftest import Drive

SENSE = "guucagaacgagcugaucgtt"


@pytest.mark.slow
def test_an_sirna_with_modified_nucleotides(
    document: Callable[..., Document], drive: Drive
) -> None:
    one = drive(document())
    one.fill_general_information()
    one.paste(SENSE)
    assert "look like RNA" in one.window.centre.notice.text
    one.go_to(1)
    one.set_qualifier(0, "organism", "synthetic construct")
    one.set_qualifier(0, "mol_type", "other RNA")
    one.add_feature("modified_base", 1, 1)
    one.set_qualifier(1, "mod_base", "gm")
    one.add_feature("modified_base", 20, 21)
    one.set_qualifier(2, "mod_base", "OTHER")
    dialog = one.dialog(ModifiedResidueDialog)
    one.fill(dialog.note, "2'-deoxythymidine with a phosphorothioate bond")
    one.press("Take over")
    one.settle()

    one.menu("Feature", "Modified Residues", "Modified Residues")
    asked = one.dialog(ModifiedNucleotidesDialog)
    one.fill(asked.positions.line, "all c")
    one.fill(asked.list.search, "2'-o-methylcytidine")
    one.wait(asked.go.isEnabled)
    one.click(asked.go)
    one.settle()
    added = [f for f in one.sequence(1).features if f.value("mod_base") == "cm"]
    assert [f.location for f in added] == ["4", "9", "13", "18"]
    assert [SENSE[int(f.location) - 1] for f in added] == ["c"] * 4

    root = one.generate()
    assert root.xpath("//INSDSeq_sequence/text()") == [SENSE.replace("u", "t")]
    values = root.xpath("//INSDQualifier[INSDQualifier_name='mod_base']/INSDQualifier_value/text()")
    assert sorted(values) == ["OTHER", "cm", "cm", "cm", "cm", "gm"]
    notes = root.xpath("//INSDQualifier[INSDQualifier_name='note']/INSDQualifier_value/text()")
    assert notes == ["2'-deoxythymidine with a phosphorothioate bond"]
    one.undoes_to_the_start()
