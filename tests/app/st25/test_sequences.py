"""One ST.25 datum at a time: what it becomes, and what is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from seqeditor.app.fasta_import import Wishes
from seqeditor.app.import_report import Action, ImportReport
from seqeditor.app.jobs import CancelledError, Job
from seqeditor.app.receiving import NoSequenceError
from seqeditor.app.st25.features import divided
from seqeditor.app.st25.header import iso_date
from seqeditor.app.st25.sequences import OUT_OF_ORDER, REPEATED, Conversion25
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


def test_what_is_said_twice_or_at_the_wrong_place_is_told(tmp_path: Path) -> None:
    head = f"{HEAD}<130> R-2\n<140> US 1/2\n<140> US 3/4\n<223> lost?\n"
    conversion, made = convert(tmp_path, head + one(extra="<213> other\n<170> P\n"))
    told = {i.old: i.code for i in conversion.report.items if i.action is Action.DROPPED}
    assert len(made) == 1
    for text in ("R-2", "US 3/4", "lost?", "other", "P"):
        assert told[text] == "st25-misplaced-identifier"


def test_a_filing_date_stays_where_the_number_is_to_come(tmp_path: Path) -> None:
    conversion, _made = convert(tmp_path, f"{HEAD}<140> TBA\n<141> 2011-03-04\n{one()}")
    assert conversion.header is not None
    assert conversion.header.application == ApplicationIdentification("", "", "2011-03-04")


def test_numbers_out_of_order_are_not_called_repeated(tmp_path: Path) -> None:
    conversion, made = convert(tmp_path, HEAD + one(2) + one(1) + one(2))
    asked = [i.message for i in conversion.report.items if i.code == "st25-number"]
    assert len(made) == 4
    assert asked == [OUT_OF_ORDER, REPEATED]


def test_the_protein_is_named_by_the_number_it_gets(tmp_path: Path) -> None:
    dna = "atg gct gga aaa taa                        15\nMet Ala Gly Lys\n1\n"
    cds = "<220>\n<221> CDS\n<222> (1)..(15)\n"
    protein = one(1, "PRT", residues="Met Ala Gly Lys\n1\n")
    text = HEAD + one(extra=cds, residues=dna) + protein
    file = tmp_path / "l.txt"
    file.write_text(text, encoding="utf-8")
    conversion = Conversion25(file, ImportReport("l.txt", "st25"), Wishes())
    (_first, coding), (second, _protein) = conversion.sequences(Job(), 5)
    assert coding.features[1].value("protein_id") == second == "2"
    (item,) = [i for i in conversion.report.items if i.code == "st25-mixed-protein"]
    assert (item.sequence, item.new) == (5, "6")


def test_a_protein_that_is_too_short_is_named_by_nothing(tmp_path: Path) -> None:
    dna = "atg gct gga taa                        12\nMet Ala Gly\n1\n"
    cds = "<220>\n<221> CDS\n<222> (1)..(12)\n"
    protein = one(2, "PRT", residues="Met Ala Gly\n1\n")
    _conversion, (made, skipped) = convert(tmp_path, HEAD + one(extra=cds, residues=dna) + protein)
    assert skipped.is_skipped
    assert made.features[1].value("protein_id") is None


def test_several_cds_share_what_stands_below_them(tmp_path: Path) -> None:
    dna = "atg gct gga aaa taa atg aaa aaa gga tag  30\nMet Ala Gly Lys Met Lys Lys Gly\n"
    extra = "".join(f"<220>\n<221> CDS\n<222> {at}\n" for at in ("(1)..(15)", "(16)..(30)"))
    conversion, (made,) = convert(tmp_path, HEAD + one(extra=extra, residues=dna))
    assert [f.value("translation") for f in made.features[1:]] == ["MAGK", "MKKG"]
    assert made.length == 30
    other = dna.replace("Lys Gly", "Lys Trp")
    conversion, (made,) = convert(tmp_path, HEAD + one(extra=extra, residues=other))
    assert [f.value("translation") for f in made.features[1:]] == [None, None]
    (item,) = [i for i in conversion.report.items if i.code == "st25-mixed-mode"]
    assert (item.action, item.parameters["text"]) == (Action.DECISION, "MAGKMKKW")


def test_a_molecule_of_both_kinds_is_asked_about(tmp_path: Path) -> None:
    extra = "<220>\n<223> Combined DNA/RNA molecule\n"
    conversion, (made,) = convert(tmp_path, HEAD + one(kind="RNA", extra=extra))
    assert made.source is not None
    assert (made.moltype, made.organism) == ("DNA", "synthetic construct")
    assert made.source.value("mol_type") == "other DNA"
    assert "st25-hybrid" in codes(conversion)


def test_the_annotation_of_a_skipped_sequence_is_told(tmp_path: Path) -> None:
    extra = "<220>\n<221> exon\n<222> (1)..(3)\n<223> words\n"
    conversion, (made,) = convert(tmp_path, HEAD + one(extra=extra, residues="000\n"))
    assert made.is_skipped
    (item,) = [i for i in conversion.report.items if i.code == "st25-skipped"]
    assert item.old is not None
    assert "words" in item.old


def test_progress_is_told_in_bytes_and_a_cancel_heard(tmp_path: Path) -> None:
    file = tmp_path / "l.txt"
    file.write_text(HEAD + "".join(one(n) for n in range(1, 500)), encoding="utf-8")
    told: list[tuple[int, int]] = []
    conversion = Conversion25(file, ImportReport("l.txt", "st25"), Wishes())
    list(conversion.sequences(Job(lambda job: told.append((job.done, job.total)))))
    size = file.stat().st_size
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] == 2 * size
    job = Job()
    job.cancel()
    with pytest.raises(CancelledError):
        list(conversion.sequences(job))
