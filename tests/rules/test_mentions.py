"""What a sequence says of others, and numbers in texts."""

from __future__ import annotations

import pytest

from seqeditor.domain.mention import Mention, MentionKind
from seqeditor.domain.residues import CHUNK, TextResidues, digest
from seqeditor.domain.sequence import Feature, Qualifier, Sequence, skipped_sequence
from seqeditor.rules.mentions import annotation_digest, mentions, other_strand
from seqeditor.rules.references import numbers_in


def dna(*features: Feature, letters: str = "atggctaaagtttaacccgggcccgggccc") -> Sequence:
    return Sequence("DNA", TextResidues(letters), features)


def cds(*qualifiers: Qualifier, at: str = "1..15") -> Feature:
    return Feature("CDS", at, qualifiers)


def digest_of(letters: str) -> bytes:
    return digest(TextResidues(letters))


def test_a_protein_id() -> None:
    one = cds(Qualifier("translation", "MAKV"), Qualifier("protein_id", "2", ref=7))
    path = ("features", 0, "qualifiers", 1)
    wanted = Mention(MentionKind.PROTEIN, path, digest_of("MAKV"), 4, 4, "2", "1..15", 7)
    assert list(mentions(dna(one))) == [wanted]


def test_a_protein_id_without_translation_tells_no_residues() -> None:
    (one,) = mentions(dna(cds(Qualifier("protein_id", "2"))))
    assert (one.digest, one.length) == (b"", None)


def test_a_translation_that_names_nothing() -> None:
    (one,) = mentions(dna(cds(Qualifier("translation", "makv*"))))
    assert (one.kind, one.digest) == (MentionKind.TRANSLATION, digest_of("MAKV"))


def test_a_region_without_translation_is_translated() -> None:
    (one,) = mentions(dna(cds()))
    assert (one.kind, one.digest, one.specific) == (MentionKind.CODING, digest_of("MAKV"), 4)
    (one,) = mentions(dna(cds(at="1-15")))
    assert (one.kind, one.digest) == (MentionKind.CODING, b"")


def test_a_genome_is_not_translated_on_every_edit() -> None:
    letters = "atg" + "gct" * 20_000 + "taa"
    region = cds(at=f"1..{len(letters)}")
    found = list(mentions(dna(region, region, region, letters=letters)))
    assert [bool(one.digest) for one in found] == [True, True, False]


@pytest.mark.parametrize("name", ["pseudo", "pseudogene"])
def test_a_pseudogene_names_no_protein(name: str) -> None:
    assert list(mentions(dna(cds(Qualifier(name))))) == []
    assert list(mentions(dna(cds(Qualifier(name), Qualifier("translation", "MAKV"))))) == []


def test_a_skipped_sequence_says_nothing() -> None:
    assert list(mentions(skipped_sequence())) == []
    assert other_strand(skipped_sequence()) == b""


def test_a_protein_written_as_it_should_not_be() -> None:
    (one,) = mentions(Sequence("AA", TextResidues("ma kv")))
    assert (one.kind, one.digest) == (MentionKind.REGULAR, digest_of("MAKV"))
    assert list(mentions(Sequence("AA", TextResidues("MAKV")))) == []


@pytest.mark.parametrize(
    ("letters", "other"),
    [
        ("aaaccggttaaccggg", "cccggttaaccggttt"),
        ("acgtmrwsykvhdbnacgt", "acgtnvhdbmrswykacgt"),
    ],
)
def test_the_other_strand(letters: str, other: str) -> None:
    assert other_strand(dna(letters=letters)) == digest_of(other)
    assert other_strand(dna(letters=other)) == digest_of(letters)


@pytest.mark.parametrize("letters", ["aaccggttaaccgg", "a" * (CHUNK + 1)])
def test_no_other_strand_of_the_very_short_and_very_long(letters: str) -> None:
    assert other_strand(dna(letters=letters)) == b""


def test_ids_are_no_part_of_what_is_said() -> None:
    one = annotation_digest(dna(Feature("gene", "1", (Qualifier("note", "x", None, "q1"),))))
    assert one == annotation_digest(
        dna(Feature("gene", "1", (Qualifier("note", "x", None, "q2"),)))
    )
    assert one != annotation_digest(dna(Feature("gene", "1", (Qualifier("note", "y"),))))
    assert one != annotation_digest(dna(Feature("gene", "2", (Qualifier("note", "x"),))))
    assert one != annotation_digest(dna(Feature("gene", "1", (Qualifier("note", "x", "y"),))))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("see SEQ ID NO: 3", ["3"]),
        ("SEQ ID NO:3", ["3"]),
        ("SEQ ID No. 3", ["3"]),
        ("SEQ ID NO 24 via an amide linkage", ["24"]),
        ("SEQ ID NOs: 3-5, 7 and 9", ["3", "5", "7", "9"]),
        ("SEQ ID NOS 3, 4, and 5", ["3", "4", "5"]),
        ("SEQ ID NO: 9-11", ["9", "11"]),
        ("SEQ ID NO: 1 and SEQ ID NO: 2 and SEQ ID NO: 1", ["1", "2"]),
        ("sequence identifier 5", ["5"]),
        ("SEQ ID NO: 007", ["7"]),
        ("SEQ ID NO: 2, 12 residues", ["2"]),
        ("SEQ ID NOs: 3 and 5, 10 residues", ["3", "5"]),
        ("SEQ ID NO: 4-mer", ["4"]),
        ("SEQ ID NO: 1 in 10 mM buffer", ["1"]),
        ("SEQ ID NO", []),
        ("a sequence of 3 residues", []),
        ("SEQ ID NO: 123456789012345678901234", []),
        ("SEQ ID NO: 5 of WO 2012/001613", []),
        ("SEQ ID NO: 5 in US 7,123,456", []),
        ("SEQ ID NO: 5 of the earlier application", []),
    ],
)
def test_numbers_in_texts(text: str, numbers: list[str]) -> None:
    assert list(numbers_in(text)) == numbers


def test_of_very_many_numbers_the_first_are_taken() -> None:
    text = "SEQ ID NOs: " + ", ".join(map(str, range(1, 500)))
    assert len(list(numbers_in(text))) == 50


def test_identifiers_of_offices() -> None:
    one = Sequence("DNA", TextResidues("acgt"), other_seqids=("pat|WO|2013999999|A1|12", "gb|1"))
    wanted = [
        Mention(MentionKind.IDENTIFIER, ("other_seqids", at), number=number, text=text)
        for at, number, text in ((0, "12", "pat|WO|2013999999|A1|12"), (1, "", "gb|1"))
    ]
    assert list(mentions(one)) == wanted


def test_free_texts_without_second_language_are_counted() -> None:
    notes = (
        Qualifier("note", "outer membrane", "äußere Membran"),
        Qualifier("note", "binds the receptor", ref=7),
        Qualifier("note", "inner membrane"),
        Qualifier("note", "membrane"),
    )
    (one,) = mentions(dna(Feature("misc_feature", "3..5", notes)))
    path = ("features", 0, "qualifiers", 1)
    assert one == Mention(MentionKind.UNTRANSLATED, path, length=2, ref=7)
