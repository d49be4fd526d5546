"""A circular plasmid: its open reading frame over the origin becomes a CDS with its protein."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from Bio.Seq import Seq

from seqeditor.app.document import Document
from seqeditor.ui.dialogs.open_frames import OpenFramesDialog
from tests.end_to_end.conftest import Drive
from tests.ui.conftest import sequence

GENE = "atggctaaaggtgaagaactgttcaccggtgttgttccgatcctggttgaactggatggtgatgtgaacggccacaaattctaa"
FILLER = "ccgtcccgcc" * 12
PLASMID = GENE[45:] + FILLER + GENE[:45]
PROTEIN = str(Seq(GENE).translate(to_stop=True))
LOCATION = f"join({len(PLASMID) - 44}..{len(PLASMID)},1..{len(GENE) - 45})"


@pytest.mark.slow
def test_a_plasmid_with_its_gene_and_protein(
    document: Callable[..., Document], drive: Drive
) -> None:
    one = drive(document(0, sequence("tttttttttttttttttttt")))
    one.fill_general_information()
    one.go_to(1)
    one.paste(PLASMID)
    assert one.window.signal.document.count() == 2
    one.go_to(2)
    one.set_qualifier(0, "organism", "synthetic construct")
    one.set_qualifier(0, "mol_type", "other DNA")
    one.menu("Feature", "Find Open Reading Frames")
    dialog = one.dialog(OpenFramesDialog)
    one.settle()
    one.check(dialog.circular)
    one.check(dialog.proteins)

    def found() -> list[int]:
        rows = range(dialog.model.rowCount())
        return [n for n in rows if dialog.model.frame(n).location == LOCATION]

    one.wait(lambda: bool(found()))
    one.click_row(dialog.table, *found())
    one.press("Add 1 CDS")
    one.settle()
    one.close(dialog)

    assert one.value(2, "CDS", "translation") == PROTEIN
    assert one.value(2, "CDS", "protein_id") == "3"
    new = one.sequence(3)
    assert (new.moltype, new.residues.text(), new.organism) == (
        "AA",
        PROTEIN,
        "synthetic construct",
    )
    root = one.generate()
    assert root.xpath("//INSDFeature[INSDFeature_key='CDS']/INSDFeature_location/text()") == [
        LOCATION
    ]
    one.undoes_to_the_start()
