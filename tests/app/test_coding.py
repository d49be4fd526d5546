from __future__ import annotations

from dataclasses import replace

import pytest
from Bio.Seq import Seq

from seqeditor.app.coding import Reading, outcome, reading_of, with_new_cds, with_reading
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.vocabulary.genetic_codes import GeneticCode, genetic_codes
from tests.listings import coding, dna

LETTERS = "atgaaagtgctggcgtaa"


def cds(*qualifiers: Qualifier, location: str = "1..18") -> Sequence:
    one = dna(LETTERS)
    return replace(one, features=(*one.features, Feature("CDS", location, qualifiers)))


def quals(sequence: Sequence, index: int = 1) -> list[tuple[str, str | None]]:
    return [(q.name, q.value) for q in sequence.features[index].qualifiers]


@pytest.mark.filterwarnings("ignore::Bio.BiopythonWarning")
@pytest.mark.parametrize("code", genetic_codes(), ids=lambda code: str(code.id))
def test_every_genetic_code_can_be_chosen(code: GeneticCode) -> None:
    found = outcome(cds(), Reading("1..18", code.id))
    expected = str(Seq(LETTERS[3:]).translate(table=code.id)).removesuffix("*")
    assert found.letters[1:] == expected
    assert found.can_be_written is ("*" not in expected)


def test_a_reading_writes_all_that_it_says() -> None:
    new = with_reading(cds(Qualifier("product", "p")), 1, Reading("1..18", 11))
    assert quals(new) == [
        ("product", "p"),
        ("codon_start", "1"),
        ("transl_table", "11"),
        ("translation", "MKVLA"),
    ]
    assert reading_of(new.features[1]) == Reading("1..18", 11)
    again = with_reading(new, 1, Reading("4..18", 3, 1, ("(pos:4..6,aa:Sec)",)))
    assert again.features[1].location == "4..18"
    assert quals(again) == [
        ("product", "p"),
        ("codon_start", "1"),
        ("transl_table", "3"),
        ("translation", "UVTA"),
        ("transl_except", "(pos:4..6,aa:Sec)"),
    ]
    assert quals(with_reading(again, 1, Reading("4..18", 3)))[-1] == ("translation", "KVTA")


def test_what_cannot_be_a_translation_is_not_written() -> None:
    found = outcome(cds(), Reading("1..18", 1, 2))
    assert not found.can_be_written
    assert found.coding is not None
    assert found.coding.is_out_of_frame
    assert quals(with_reading(coding("2"), 1, Reading("1..18", 1, 2)))[0] == (
        "translation",
        "MKVLA",
    )


@pytest.mark.parametrize(
    ("reading", "qualifiers", "fault"),
    [
        (Reading("1..99"), (), "location"),
        (Reading("1.."), (), "location"),
        (Reading("1..18", 1, 1, ("Sec",)), (), "exceptions"),
        (Reading("1..18", 1, 1, ("(pos:5..7,aa:Sec)",)), (), "exceptions"),
        (Reading("1..18"), (Qualifier("pseudo"),), "excused"),
    ],
)
def test_what_cannot_be_read_is_named(
    reading: Reading, qualifiers: tuple[Qualifier, ...], fault: str
) -> None:
    sequence = cds(*qualifiers)
    found = outcome(sequence, reading, sequence.features[1])
    assert (found.coding, found.fault, found.letters) == (None, fault, "")
    assert not found.can_be_written


def test_a_selection_becomes_a_region() -> None:
    new = with_new_cds(
        dna("cc" + str(Seq(LETTERS).reverse_complement())), Reading("complement(3..20)")
    )
    assert new.features[1].key == "CDS"
    assert new.features[1].value("translation") == "MKVLA"


def test_values_that_mean_nothing_count_as_usual() -> None:
    odd = Feature("CDS", "1..9", (Qualifier("transl_table", "x"), Qualifier("codon_start", "4")))
    assert reading_of(odd) == Reading("1..9")
