"""One ST.25 datum at a time: what it becomes, and what is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from seqeditor.app.fasta_import import Wishes
from seqeditor.app.import_report import Action, ImportReport
from seqeditor.app.jobs import Job
from seqeditor.app.receiving import NoSequenceError
from seqeditor.app.st25.features import divided
from seqeditor.app.st25.header import iso_date
from seqeditor.app.st25.sequences import Conversion25
from seqeditor.domain.general_information import ApplicationIdentification, LanguageText
from seqeditor.domain.sequence import Qualifier, Sequence

HEAD = "<110> Acme\n<120> A title\n<130> R-1\n"
DNA = "acgtacgtac gtacgtacgt acgtacgtac         30\n"


def convert(
    tmp_path: Path, text: str, wishes: Wishes | None = None
) -> tuple[Conversion25, list[Sequence]]:
    file = tmp_path / "l.txt"
    file.write_text(text, encoding="utf-8")
    conversion = Conversion25(file, ImportReport("l.txt", "st25"), wishes or Wishes())
    return conversion, [one for _number, one in conversion.sequences(Job())]


def one(
    number: int = 1,
    kind: str = "DNA",
    extra: str = "",
    residues: str = DNA,
    organism: str = "Artificial Sequence",
) -> str:
    head = f"<210> {number}\n<211> 30\n<212> {kind}\n<213> {organism}\n"
    return f"{head}{extra}<400> {number}\n{residues}\n"


def codes(conversion: Conversion25) -> list[str]:
    return [item.code for item in conversion.report.items]


def test_the_general_information(tmp_path: Path) -> None:
    head = (
        "<110> Acme Corp.\n  Bolt Ltd.\n<120> ENZYMES\n  AND USES\n<130> R-1\n"
        "<140> US 09/999,999\n<141> 3 March 2011\n"
        "<150> EP 11111111.1\n<151> 2010-05-06\n<150> 61/222,222\n<151> 2009-05-06\n"
        "<160> 1\n<170> PatentIn 3.5\n<199> odd\n"
    )
    conversion, _made = convert(tmp_path, head + one())
    header = conversion.header
    assert header is not None
    assert header.applicant_name == LanguageText("Acme Corp.")
    assert header.titles == (LanguageText("ENZYMES AND USES"),)
    assert header.file_reference == "R-1"
    assert header.application == ApplicationIdentification("US", "09/999,999", "2011-03-03")
    assert header.priority == ApplicationIdentification("", "61/222,222", "2009-05-06")
    by_code = {item.code: item for item in conversion.report.items}
    assert by_code["st25-applicants"].old == "Bolt Ltd."
    assert by_code["st25-priorities"].old == "EP 11111111.1 (2010-05-06)"
    assert by_code["st25-unknown-identifier"].old == "odd"
    assert {"st25-160", "st25-170", "st25-title-language", "st25-language-needed"} <= set(by_code)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2011-03-04", "2011-03-04"),
        ("2011/3/4", "2011-03-04"),
        ("4 March 2011", "2011-03-04"),
        ("04-MAR-2011", "2011-03-04"),
        ("Mar. 4, 2011", "2011-03-04"),
        ("03/04/11", None),
        ("2011-13-04", None),
        ("herewith", None),
    ],
)
def test_dates_of_one_reading_only(text: str, expected: str | None) -> None:
    assert iso_date(text) == expected


@pytest.mark.parametrize("value", ["Not yet assigned", "WO Not yet assigned", "TBA", "Unknown"])
def test_a_number_to_come_is_no_application(tmp_path: Path, value: str) -> None:
    conversion, _made = convert(tmp_path, f"{HEAD}<140> {value}\n{one()}")
    assert conversion.header is not None
    assert conversion.header.application is None
    assert "st25-no-application" in codes(conversion)


@pytest.mark.parametrize(
    ("written", "kind", "organism", "mol_type"),
    [
        ("Artificial Sequence", "DNA", "synthetic construct", "other DNA"),
        ("SYNTHETIC CONSTRUCT", "RNA", "synthetic construct", "other RNA"),
        ("Séquence artificielle", "PRT", "synthetic construct", "protein"),
        ("Unbekannt", "DNA", "unidentified", "unassigned DNA"),
        ("homo sapiens", "DNA", "Homo sapiens", ""),
        ("Homo sapiens", "DNA", "Homo sapiens", ""),
        ("Made up name", "DNA", "Made up name", ""),
    ],
)
def test_organism_and_mol_type(
    tmp_path: Path, written: str, kind: str, organism: str, mol_type: str
) -> None:
    residues = "Met Ala Gly Lys Met Ala\n" if kind == "PRT" else DNA
    conversion, (made,) = convert(
        tmp_path, HEAD + one(kind=kind, organism=written, residues=residues)
    )
    assert made.organism == organism
    assert made.source is not None
    assert made.source.value("mol_type") == mol_type
    assert ("st25-moltype-needed" in codes(conversion)) == (mol_type == "")


def test_genomic_dna_is_never_guessed_but_taken_when_told(tmp_path: Path) -> None:
    text = HEAD + one(organism="Homo sapiens") + one(2, "RNA", organism="Homo sapiens")
    conversion, (dna, rna) = convert(tmp_path, text, Wishes("genomic DNA"))
    assert dna.source is not None
    assert rna.source is not None
    assert (dna.source.value("mol_type"), rna.source.value("mol_type")) == ("genomic DNA", "")
    assert codes(conversion).count("st25-moltype-needed") == 1


def test_keys_that_went_and_keys_that_never_were(tmp_path: Path) -> None:
    extra = (
        "<220>\n<221> promoter\n<222> (1)..(6)\n<223> strong\n"
        "<220>\n<221> 3'clip\n<222> (2)..(4)\n"
        "<220>\n<221> my thing\n<222> (5)\n<223> what it is\n"
        "<220>\n<221> MISC_FEATURE\n<222> (7)..(9)\n<223> plain\n"
        "<220>\n<223> Description of Artificial Sequence: primer\n<220>\n"
    )
    conversion, (made,) = convert(tmp_path, HEAD + one(extra=extra))
    source, *features = made.features
    assert source.qualifiers[-1] == Qualifier("note", "primer")
    assert [(f.key, f.location, [(q.name, q.value) for q in f.qualifiers]) for f in features] == [
        ("regulatory", "1..6", [("regulatory_class", "promoter"), ("note", "strong")]),
        ("misc_feature", "2..4", [("note", "3'clip")]),
        ("misc_feature", "5", [("note", "my thing: what it is")]),
        ("misc_feature", "7..9", [("note", "plain")]),
    ]
    assert "st25-empty-feature" in codes(conversion)


def test_features_of_proteins(tmp_path: Path) -> None:
    extra = (
        "<220>\n<221> MISC_FEATURE\n<222> (2)..(2)\n"
        "<223> Xaa can be any naturally occurring amino acid\n"
        "<220>\n<221> VARSPLIC\n<222> (3)..(5)\n<223> text\n"
        "<220>\n<221> variation\n<222> (4)\n<223> Val\n"
        "<220>\n<221> METAL\n<222> (5)\n"
    )
    conversion, (made,) = convert(
        tmp_path, HEAD + one(kind="PRT", extra=extra, residues="Met Xaa Gly Lys Aib Orn Met Met\n")
    )
    assert made.residues.text() == "MXGKXXMM"
    assert [(f.key, f.location, f.value("note")) for f in made.features[1:]] == [
        ("SITE", "2", "X can be any naturally occurring amino acid"),
        ("VAR_SEQ", "3..5", "text"),
        ("VARIANT", "4", "Val"),
        ("METAL", "5", None),
        ("SITE", "5", "2-Aminoisobutyric acid"),
        ("SITE", "6", "Ornithine"),
    ]
    assert {"st25-variant", "st25-note-needed", "st25-modified-aa"} <= set(codes(conversion))


def test_numbering_below_one_moves_locations(tmp_path: Path) -> None:
    extra = "<220>\n<221> SIGNAL\n<222> (-3)..(-1)\n<220>\n<221> DOMAIN\n<222> (1)..(2)\n<223> d\n"
    residues = "Met Ala Gly Lys Met Ala\n    -2     1\n"
    conversion, (made,) = convert(tmp_path, HEAD + one(kind="PRT", extra=extra, residues=residues))
    assert [f.location for f in made.features[1:]] == ["1..3", "4..5"]
    assert "st25-negative" in codes(conversion)


def test_mixed_mode_gives_translation_and_protein(tmp_path: Path) -> None:
    dna = "atg gct gga aaa taa                        15\nMet Ala Gly Lys\n1\n"
    extra = "<220>\n<221> CDS\n<222> (1)..(15)\n"
    protein = one(2, "PRT", residues="Met Ala Gly Lys\n1\n")
    conversion, (made, other) = convert(tmp_path, HEAD + one(extra=extra, residues=dna) + protein)
    assert made.residues.text() == "atggctggaaaataa"
    assert other.residues.text() == "MAGK"
    assert [(q.name, q.value) for q in made.features[1].qualifiers] == [
        ("translation", "MAGK"),
        ("protein_id", "2"),
    ]
    assert "st25-mixed-protein" in codes(conversion)


def test_numbers_missing_repeated_and_short(tmp_path: Path) -> None:
    text = HEAD + one(2) + one(2) + one(5, residues="acgt\n") + one(6, residues="000\n")
    conversion, made = convert(tmp_path, text)
    assert [sequence.is_skipped for sequence in made] == [True, False, False, True, True, True]
    short = next(item for item in conversion.report.items if item.code == "st25-too-short")
    assert (short.action, short.old, short.sequence) == (Action.DECISION, "acgt", 5)
    assert codes(conversion).count("st25-gap") == 2
    assert {"st25-number", "st25-skipped"} <= set(codes(conversion))


def test_letters_are_told(tmp_path: Path) -> None:
    conversion, (made,) = convert(tmp_path, HEAD + one(kind="RNA", residues="ACGUUACGUACG!GUE\n"))
    assert made.residues.text() == "acgttacgtacggte"
    items = [item for item in conversion.report.items if item.code == "st25-bad-residue"]
    assert [(item.action, item.old) for item in items] == [
        (Action.DECISION, "e"),
        (Action.DROPPED, "!"),
    ]


def test_no_sequence_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoSequenceError):
        convert(tmp_path, HEAD)


def test_a_long_text_is_divided_and_nothing_of_it_lost() -> None:
    text = " ".join(f"Sentence number {n} says something." for n in range(100))
    parts = divided(text)
    assert " ".join(parts) == text
    assert all(len(part) <= 1000 for part in parts)
    assert "".join(divided("x" * 2500)) == "x" * 2500


def test_amino_acids_keep_their_order_among_modified_ones(tmp_path: Path) -> None:
    residues = "Met Ala 4Hyp Gly Foo Lys\nFoo Ala Foo bAla\n"
    conversion, (made,) = convert(tmp_path, HEAD + one(kind="PRT", residues=residues))
    assert made.residues.text() == "MAPGXKXAXX"
    bad = [item for item in conversion.report.items if item.code == "st25-bad-residue"]
    assert [(item.old, item.parameters["position"]) for item in bad] == [("Foo", "5, 7, 9")]
    assert [f.location for f in made.features[1:]] == ["3", "10"]


def test_one_item_for_a_sign_that_recurs(tmp_path: Path) -> None:
    conversion, (made,) = convert(tmp_path, HEAD + one(residues=DNA + "eeeeacgteee??\n??\n"))
    items = [item for item in conversion.report.items if item.code == "st25-bad-residue"]
    assert [(item.old, item.parameters.get("count")) for item in items] == [("e", 7), ("??", None)]
    assert made.length == 41


def test_dividing_a_huge_text_takes_one_pass() -> None:
    parts = divided("word " * 2_000_000)
    assert len(parts) == 10_000 + 1 or "".join(parts).count("word") == 2_000_000
