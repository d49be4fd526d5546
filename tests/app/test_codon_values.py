from __future__ import annotations

import pytest

from seqeditor.app.codon_values import (
    CodonValue,
    bases_at,
    on_strand_of,
    read_as,
    read_codon_value,
)
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence

DNA = Sequence(residues=TextResidues("atgtgacccggg"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(pos:4..6,aa:Sec)", CodonValue("4..6", "Sec")),
        ("(pos:complement(4..6), aa:Gly,seq:gcc)", CodonValue("complement(4..6)", "Gly", "gcc")),
        ("pos:4..6,aa:", CodonValue("4..6")),
        ("nonsense", CodonValue()),
        ("", CodonValue()),
    ],
)
def test_what_can_be_read_of_a_value(text: str, value: CodonValue):
    assert read_codon_value(text) == value


def test_the_value_as_the_standard_wants_it():
    value = CodonValue("4..6", "Sec", "tga")
    assert value.text("transl_except") == "(pos:4..6,aa:Sec)"
    assert value.text("anticodon") == "(pos:4..6,aa:Sec,seq:tga)"


@pytest.mark.parametrize(
    ("place", "bases"),
    [
        ("4..6", "tga"),
        ("complement(4..6)", "tca"),
        ("join(1..2,12)", "atg"),
        ("4..99", ""),
        ("4..", ""),
    ],
)
def test_the_bases_at_a_place(place: str, bases: str):
    assert bases_at(place, DNA) == bases


def test_what_a_codon_is_read_as_otherwise():
    plain = Feature("CDS", "1..12")
    assert read_as("tga", plain) == "TERM"
    assert read_as("atg", plain) == "Met"
    assert read_as("nnn", plain) == ""
    mitochondrial = Feature("CDS", "1..12", (Qualifier("transl_table", "2"),))
    assert read_as("tga", mitochondrial) == "Trp"
    assert read_as("tga", Feature("CDS", "1", (Qualifier("transl_table", "x"),))) == "TERM"


def test_a_place_lies_on_the_strand_of_its_feature():
    assert on_strand_of(Feature("CDS", "complement(1..12)"), 4, 6, "DNA") == "complement(4..6)"
    assert on_strand_of(Feature("CDS", "1..12"), 4, 4, "DNA") == "4"
    assert on_strand_of(Feature("CDS", "1.."), 4, 6, "DNA") == "4..6"
