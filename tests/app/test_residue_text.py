from __future__ import annotations

from seqeditor.app.residue_text import fasta_of, numbered
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Sequence


def test_fasta_says_which_residues_it_has() -> None:
    one = Sequence("DNA", TextResidues("acgt"), name="probe")
    assert fasta_of(one, "3", "a" * 61, "2..62") == f">SEQ_ID_NO_3 2..62 probe DNA\n{'a' * 60}\na\n"
    assert fasta_of(one, "3", "") == ">SEQ_ID_NO_3 probe DNA\n"


def test_numbers_stand_before_the_lines() -> None:
    assert numbered("acgtacgtacgt", 95) == " 95 acgtacgtac gt\n"
    assert numbered("a" * 61, 40).splitlines()[1] == "100 a"
    assert numbered("") == ""
