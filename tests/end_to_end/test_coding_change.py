"""DNA changed under a CDS: the translation and the protein follow in the same step."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seqeditor.app.document import Document
from tests.end_to_end.conftest import Drive
from tests.listings import coding, protein


@pytest.mark.slow
def test_translation_and_protein_follow_the_letters(
    document: Callable[..., Document], drive: Drive
) -> None:
    one = drive(document(0, coding("2"), protein()))
    one.fill_general_information()
    one.go_to(1)
    # atg aaa gtg ctg gcg taa: the second codon becomes tgg, then a codon is put in before ctg.
    one.select_residues(4, 6)
    one.type_residues("tgg")
    assert one.value(1, "CDS", "translation") == "MWVLA"
    assert one.sequence(2).residues.text() == "MWVLA"
    one.put_caret(10)
    one.type_residues("cat")
    (cds,) = [f for f in one.sequence(1).features if f.key == "CDS"]
    assert (cds.location, cds.value("translation")) == ("1..21", "MWVHLA")
    assert one.sequence(2).residues.text() == "MWVHLA"
    assert one.sequence(2).features[0].location == "1..6"
    root = one.generate()
    assert root.xpath("//INSDSeq_sequence/text()") == ["atgtgggtgcatctggcgtaa", "MWVHLA"]
    one.undoes_to_the_start()
