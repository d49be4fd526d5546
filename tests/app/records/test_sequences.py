"""Annotated records: what each datum becomes, and what is told of it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from seqeditor.app.fasta_import import Wishes
from seqeditor.app.import_report import Action, ImportReport
from seqeditor.app.jobs import Job
from seqeditor.app.receiving import NoSequenceError
from seqeditor.app.records.sequences import sequences_of
from seqeditor.domain.sequence import Sequence
from seqeditor.formats.annotated import BrokenRecordError
from seqeditor.formats.registry import format_of

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "fixtures" / "biopython"

LOCUS = "LOCUS       {name:<16} {length:>11} bp    {kind:<6}  {topology:<8} {division} 01-JAN-2020"
GENBANK = (
    LOCUS
    + """
DEFINITION  A thing.
ACCESSION   X1
FEATURES             Location/Qualifiers
{features}ORIGIN
        1 acgtacgtac gtacgtacgt acgtacgtac gtacgtacgt acgtacgtac gtacgtacgt
//
"""
)


def record(
    features: str = "",
    *,
    name: str = "THING",
    kind: str = "DNA",
    topology: str = "linear",
    division: str = "BCT",
) -> str:
    lines = []
    for line in features.strip().splitlines():
        head, _blank, rest = line.strip().partition(" ")
        lines.append(
            f"{'':21}{line.strip()}" if head.startswith("/") else f"     {head:<16}{rest.strip()}"
        )
    text = "".join(f"{line}\n" for line in lines)
    return GENBANK.format(
        name=name, length=60, kind=kind, topology=topology, division=division, features=text
    )


def taken(
    tmp_path: Path, text: str, wishes: Wishes | None = None
) -> tuple[list[Sequence], ImportReport]:
    file = tmp_path / "a.gb"
    file.write_text(text, encoding="utf-8")
    report = ImportReport("a.gb", "genbank")
    return list(sequences_of(file, report, wishes or Wishes(), Job())), report


def codes(report: ImportReport) -> list[str]:
    return [item.code for item in report.items]


SOURCE = """source 1..60
/organism="Homo sapiens"
/mol_type="genomic DNA"
/db_xref="taxon:9606"
/strain="S1"
"""


def test_source_and_what_has_no_place(tmp_path: Path) -> None:
    (made,), report = taken(tmp_path, record(SOURCE))
    assert made.source is not None
    assert [(q.name, q.value) for q in made.source.qualifiers] == [
        ("mol_type", "genomic DNA"),
        ("organism", "Homo sapiens"),
        ("strain", "S1"),
    ]
    assert (made.name, made.residues.text()[:8], made.length) == ("THING", "acgtacgt", 60)
    dropped = {item.field: item.old for item in report.items if item.action is Action.DROPPED}
    assert dropped["db_xref"] == "taxon:9606"
    assert dropped["description"] == "A thing"
    assert "DECISION" not in {item.action.name for item in report.items}


def test_features_keep_their_keys_places_and_qualifiers(tmp_path: Path) -> None:
    text = (
        SOURCE
        + """CDS complement(join(1..9,20..26))
/gene="abc"
/codon_start=1
/transl_table=11
/pseudo
/protein_id="NP_1.1"
/locus_tag="L1"
/translation="MKGT"
promoter <1..>9
/note="strong"
/color="#ff0000"
misc_structure 3^4
/label="hairpin"
"Polylinker" 5..9
"""
    )
    (made,), report = taken(tmp_path, record(text.replace('"Polylinker"', "Polylinker")))
    features = {f.key: f for f in made.features[1:]}
    cds = features["CDS"]
    assert cds.location == "complement(join(1..9,20..26))"
    assert [(q.name, q.value) for q in cds.qualifiers] == [
        ("gene", "abc"),
        ("codon_start", "1"),
        ("transl_table", "11"),
        ("pseudo", None),
        ("translation", "MKGT"),
    ]
    assert features["regulatory"].value("regulatory_class") == "promoter"
    assert features["regulatory"].location == "<1..>9"
    assert features["misc_structure"].location == "3^4"
    assert features["misc_structure"].value("note") == "hairpin"
    assert features["misc_feature"].value("note") == "Polylinker"
    assert {"genbank-protein-id", "genbank-label", "genbank-qualifier"} <= set(codes(report))
    assert [item.old for item in report.items if item.code == "genbank-protein-id"] == ["NP_1.1"]


@pytest.mark.parametrize(
    ("location", "kept", "code"),
    [
        ("J00194.1:1..9", 0, "genbank-remote"),
        ("(2.5)..9", 1, "genbank-location"),
        ("join(50..60,1..10)", 1, ""),
    ],
)
def test_locations_that_st26_does_not_know(
    tmp_path: Path, location: str, kept: int, code: str
) -> None:
    (made,), report = taken(tmp_path, record(f"{SOURCE}misc_feature {location}\n"))
    assert len(made.features) == 1 + kept
    assert not code or code in codes(report)


def test_nothing_is_guessed(tmp_path: Path) -> None:
    text = record('source 1..60\n/organism="Mus musculus"\n')
    (made,), report = taken(tmp_path, text)
    assert made.source is not None
    assert made.source.value("mol_type") == ""
    assert "genbank-moltype-needed" in codes(report)
    (told,), _report = taken(tmp_path, text, Wishes("unassigned DNA"))
    assert told.source is not None
    assert told.source.value("mol_type") == "unassigned DNA"


def test_kinds_and_synthetic_ones(tmp_path: Path) -> None:
    (rna,), _report = taken(tmp_path, record('source 1..60\n/organism="Mus musculus"', kind="mRNA"))
    assert (rna.moltype, rna.source and rna.source.value("mol_type")) == ("RNA", "mRNA")
    (syn,), report = taken(
        tmp_path, record('source 1..60\n/organism="synthetic DNA construct"', division="SYN")
    )
    assert syn.source is not None
    assert syn.source.value("mol_type") == "other DNA"
    (circular,), report = taken(tmp_path, record(SOURCE, topology="circular"))
    assert circular.length == 60
    assert "genbank-circular" in codes(report)


def test_a_name_with_blanks_is_read_all_the_same(tmp_path: Path) -> None:
    (made,), _report = taken(tmp_path, record(SOURCE, name="My own plasmid"))
    assert made.name == "My_own_plasmid"


def test_records_before_the_broken_one_are_taken(tmp_path: Path) -> None:
    made, report = taken(tmp_path, record(SOURCE) + "LOCUS       broken\n")
    assert len(made) == 1
    assert "genbank-broken" in codes(report) or report.sequences == 1


@pytest.mark.parametrize("text", ["LOCUS       x\n", "LOCUS\n//\n", "LOCUS \x00\n"])
def test_what_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises((BrokenRecordError, NoSequenceError)):
        taken(tmp_path, text)


FILES = sorted(path for path in SHARED.glob("*") if "Fasta" not in path.name)


@pytest.mark.skipif(not FILES, reason="the shared files are not there")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_real_files(path: Path) -> None:
    known = format_of(path)
    assert known is not None
    report = ImportReport(path.name, known.name)
    if path.name == "EMBL__patents.embl":  # holds no residues at all
        with pytest.raises(NoSequenceError):
            list(sequences_of(path, report, Wishes(), Job()))
        assert [item.code for item in report.items] == ["embl-empty"] * 4
        return
    from Bio import SeqIO

    from seqeditor.formats.annotated import KINDS

    mode = "rb" if known.name == "snapgene" else "r"
    with path.open(mode) as stream:
        expected = list(SeqIO.parse(stream, KINDS[known.name]))
    made = list(sequences_of(path, report, Wishes(), Job()))
    assert [one.residues.text().upper() for one in made] == [str(r.seq).upper() for r in expected]
    told = " ".join(item.old or "" for item in report.items)
    for one, other in zip(made, expected, strict=True):
        text = told + " ".join(q.value or "" for f in one.features for q in f.qualifiers)
        squeezed = "".join(text.split())
        for feature in other.features:
            for name, values in feature.qualifiers.items():
                for value in values if isinstance(values, list) else [values]:
                    words = "".join(str(value).split())
                    assert words in squeezed or name == "translation", (name, value)


@pytest.mark.skipif(not FILES, reason="the shared files are not there")
@pytest.mark.parametrize("seed", range(40))
def test_damaged_files_are_refused_or_read(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    path = chance.choice(FILES)
    known = format_of(path)
    assert known is not None
    data = bytearray(path.read_bytes()[:60_000])
    for _cut in range(chance.randrange(1, 20)):
        at = chance.randrange(200, len(data))
        if chance.random() < 0.5:
            del data[at : at + chance.randrange(1, 30)]
        else:
            data[at] = chance.randrange(256)
    file = tmp_path / path.name
    file.write_bytes(bytes(data))
    report = ImportReport(path.name, known.name)
    try:
        made = list(sequences_of(file, report, Wishes(), Job()))
    except (BrokenRecordError, NoSequenceError):
        return
    assert all(one.length for one in made)


def test_a_broken_record_does_not_take_the_next_ones_with_it(tmp_path: Path) -> None:
    good = record(SOURCE)
    bad = good.replace("        1 acgt", "xxxxxx")
    made, report = taken(tmp_path, good + bad + good.replace("//\n", "") + good)
    assert len(made) == report.sequences == 3
    (item,) = [item for item in report.items if item.code == "genbank-broken"]
    assert (item.action, item.sequence, item.line) == (Action.DROPPED, None, 13)
    names = [(i.sequence, i.line) for i in report.items if i.code == "genbank-name"]
    assert names == [(1, 1), (2, 25), (3, 36)]


def test_a_record_that_the_library_passes_over_is_told(tmp_path: Path) -> None:
    good = record(SOURCE)
    made, report = taken(tmp_path, good + good.replace("LOCUS       ", "LOCUS  ") + good)
    assert len(made) + codes(report).count("genbank-broken") == 3


def test_residues_that_are_missing_are_told(tmp_path: Path) -> None:
    text = record(SOURCE)
    cut = text[: text.index("ORIGIN") + 40]
    _made, report = taken(tmp_path, cut)
    (item,) = [item for item in report.items if item.code == "genbank-length"]
    assert (item.old, item.check) == ("60", True)
    assert "genbank-length" not in codes(taken(tmp_path, text)[1])


def test_signs_that_are_no_residues_are_told(tmp_path: Path) -> None:
    (made,), report = taken(tmp_path, record(SOURCE).replace("acgtacgt\n//", "ac*t-c?t\n//"))
    assert made.residues.text().endswith("ac*t-c?t")
    assert "genbank-bad-residue" in codes(report)


def test_the_strain_beside_an_organism_is_told(tmp_path: Path) -> None:
    text = record(SOURCE).replace("Homo sapiens", "Escherichia coli (strain K12)")
    (made,), report = taken(tmp_path, text)
    assert made.organism == "Escherichia coli"
    assert "Escherichia coli (strain K12)" in [item.old for item in report.items]


@pytest.mark.parametrize("location", ["50..70", "0..5", "one-of(1,3)..7"])
def test_locations_that_are_wrong_are_asked_about(tmp_path: Path, location: str) -> None:
    (made,), report = taken(tmp_path, record(f"{SOURCE}misc_feature {location}\n"))
    assert {"genbank-location"} & set(codes(report))
    assert made.length == 60


def test_records_that_only_name_others_are_told(tmp_path: Path) -> None:
    good = record(SOURCE)
    contig = good.split("ORIGIN")[0] + "CONTIG      join(X1.1:1..60)\n//\n"
    made, report = taken(tmp_path, contig + good)
    assert len(made) == 1
    assert "genbank-empty" in codes(report)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_encodings_and_ends_of_lines(tmp_path: Path, encoding: str, end: str) -> None:
    file = tmp_path / "a.gb"
    text = "Some release\n\n" + record(SOURCE.replace("S1", "Sé")) + "\n\n"
    file.write_bytes(text.replace("\n", end).encode(encoding))
    report = ImportReport("a.gb", "genbank")
    told: list[tuple[int, int]] = []
    job = Job(lambda job: told.append((job.done, job.total)))
    (made,) = sequences_of(file, report, Wishes(), job)
    assert made.source is not None
    assert made.source.value("strain") == "Sé"
    assert told[-1] == (file.stat().st_size,) * 2
    assert {i.line for i in report.items if i.code == "genbank-name"} == {3}
