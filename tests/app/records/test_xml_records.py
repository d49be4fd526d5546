"""INSDSeq, GBSeq and UniProt XML: every datum taken or told; damaged and hostile files refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from seqeditor.app.fasta_import import Wishes
from seqeditor.app.import_report import Action, ImportReport
from seqeditor.app.jobs import Job
from seqeditor.app.records.sequences import sequences_of
from seqeditor.domain.sequence import Sequence
from seqeditor.formats.annotated import BrokenRecordError
from seqeditor.formats.registry import format_of_bytes

DOCTYPE = '<!DOCTYPE INSDSet PUBLIC "-//NCBI//INSD INSDSeq/EN" "https://x.invalid/INSDSeq.dtd">'
RECORD = """<INSDSeq>
<INSDSeq_locus>AB1</INSDSeq_locus><INSDSeq_length>{length}</INSDSeq_length>
<INSDSeq_moltype>{kind}</INSDSeq_moltype><INSDSeq_topology>circular</INSDSeq_topology>
<INSDSeq_division>BCT</INSDSeq_division><INSDSeq_definition>A thing</INSDSeq_definition>
<INSDSeq_keywords><INSDKeyword>odd</INSDKeyword></INSDSeq_keywords>
<INSDSeq_organism>Escherichia coli</INSDSeq_organism>
<INSDSeq_feature-table>
<INSDFeature><INSDFeature_key>source</INSDFeature_key>
<INSDFeature_location>1..12</INSDFeature_location><INSDFeature_quals>
<INSDQualifier><INSDQualifier_name>organism</INSDQualifier_name>
<INSDQualifier_value>Escherichia coli</INSDQualifier_value></INSDQualifier>
<INSDQualifier><INSDQualifier_name>mol_type</INSDQualifier_name>
<INSDQualifier_value>genomic DNA</INSDQualifier_value></INSDQualifier>
</INSDFeature_quals></INSDFeature>
<INSDFeature><INSDFeature_key>CDS</INSDFeature_key>
<INSDFeature_location>complement(join(1..3,
 7..9))</INSDFeature_location><INSDFeature_partial5 value="true"/><INSDFeature_quals>
<INSDQualifier><INSDQualifier_name>pseudo</INSDQualifier_name></INSDQualifier>
<INSDQualifier><INSDQualifier_name>protein_id</INSDQualifier_name>
<INSDQualifier_value>NP_1.1</INSDQualifier_value></INSDQualifier>
</INSDFeature_quals></INSDFeature>
<INSDFeature><INSDFeature_key>gene</INSDFeature_key><INSDFeature_intervals>
<INSDInterval><INSDInterval_from>9</INSDInterval_from><INSDInterval_to>7</INSDInterval_to>
</INSDInterval></INSDFeature_intervals></INSDFeature>
</INSDSeq_feature-table><INSDSeq_sequence>acgtac
gtacgt</INSDSeq_sequence></INSDSeq>"""
INSDSET = f'<?xml version="1.0"?>\n{DOCTYPE}\n<INSDSet>{{}}</INSDSet>'

UNIPROT = """<?xml version="1.0" encoding="UTF-8"?>
<uniprot xmlns="{space}"><entry dataset="Swiss-Prot" version="3"><accession>P1</accession>
<name>XY_HUMAN</name><protein><recommendedName><fullName>Thing</fullName></recommendedName></protein>
<organism><name type="common">Human</name><name type="scientific">Homo sapiens</name></organism>
<comment type="function"><text>Cuts.</text></comment>
<feature type="disulfide bond" evidence="1"><location><begin position="2"/><end position="5"/>
</location></feature>
<feature type="sequence variant" id="VAR_1" description="in a strain"><original>K</original>
<variation>R</variation><variation>Q</variation><location><position position="3"/></location>
</feature>
<feature type="chain"><location><begin status="unknown"/><end position="9"/></location></feature>
<sequence length="9" mass="1000">MCKVC LAEW</sequence></entry></uniprot>
"""


def read(tmp_path: Path, text: str, kind: str) -> tuple[list[Sequence], ImportReport]:
    path = tmp_path / "a.xml"
    path.write_bytes(text.encode())
    found = format_of_bytes(path.read_bytes())
    assert found is not None
    assert found.name == kind
    report = ImportReport("a.xml", kind)
    return list(sequences_of(path, report, Wishes(), Job())), report


def told(report: ImportReport) -> list[str]:
    return [f"{item.field}: {item.old}" for item in report.items]


def test_insdseq(tmp_path: Path) -> None:
    text = INSDSET.format(RECORD.format(length=12, kind="DNA"))
    (made,), report = read(tmp_path, text, "insdseq")
    assert (made.name, made.moltype, made.organism) == ("AB1", "DNA", "Escherichia coli")
    assert made.residues.text() == "acgtacgtacgt"
    assert [(f.key, f.location) for f in made.features] == [
        ("source", "1..12"),
        ("CDS", "complement(join(1..3,7..9))"),
        ("gene", "complement(7..9)"),
    ]
    assert [(q.name, q.value) for q in made.features[1].qualifiers] == [("pseudo", None)]
    found = told(report)
    for said in ("protein_id: NP_1.1", "keywords: odd", "topology: circular", "name: AB1"):
        assert said in found
    assert not any(one.startswith("length") for one in found)


def test_gbseq_is_the_same_under_other_names(tmp_path: Path) -> None:
    text = INSDSET.format(RECORD.format(length=12, kind="DNA"))
    (made,), _report = read(tmp_path, text, "insdseq")
    (other,), _report = read(tmp_path, text.replace("INSD", "GB"), "insdseq")
    assert other == made


def test_a_wrong_length_and_an_unknown_element_are_told(tmp_path: Path) -> None:
    text = RECORD.format(length=99, kind="AA").replace(
        "</INSDFeature_key>", "</INSDFeature_key><INSDFeature_xref>here</INSDFeature_xref>", 1
    )
    (made,), report = read(tmp_path, INSDSET.format(text), "insdseq")
    assert made.moltype == "AA"
    assert "length: 99" in told(report)
    assert "xref: source 1..12: here" in told(report)


@pytest.mark.parametrize("space", ["http://uniprot.org/uniprot", "https://uniprot.org/uniprot"])
def test_uniprot(tmp_path: Path, space: str) -> None:
    (made,), report = read(tmp_path, UNIPROT.replace("{space}", space), "uniprot-xml")
    assert (made.name, made.moltype, made.organism) == ("XY_HUMAN", "AA", "Homo sapiens")
    assert made.residues.text() == "MCKVCLAEW"
    features = [(f.key, f.location, f.value("note")) for f in made.features[1:]]
    assert features == [
        ("DISULFID", "2..5", None),
        ("VARIANT", "3", "K replaced by R or Q; in a strain"),
        ("CHAIN", "?..9", None),
    ]
    found = told(report)
    assert "id: VAR_1" in found
    assert "evidence: 1" in found
    assert "comment: type=function Cuts." in found
    asked = [item.code for item in report.items if item.action is Action.DECISION]
    assert asked == ["uniprot-xml-location"]


def test_what_stands_before_a_break_is_taken_and_the_break_is_told(tmp_path: Path) -> None:
    whole = RECORD.format(length=12, kind="DNA")
    made, report = read(tmp_path, f"<INSDSet>{whole}{whole[:300]}", "insdseq")
    assert len(made) == 1
    assert "insdseq-broken" in [item.code for item in report.items]


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE INSDSet [<!ENTITY a "x">]>',
        '<!DOCTYPE INSDSet SYSTEM "file:///etc/hostname" [<!ENTITY % b SYSTEM "c">%b;]>',
        "<!-- a -->" * 200_000,
        "",
    ],
)
def test_nothing_is_declared_and_no_entity_is_known(tmp_path: Path, before: str) -> None:
    record = RECORD.format(length=12, kind="DNA").replace("A thing", "&a;")
    path = tmp_path / "a.xml"
    path.write_text(f"{before}<INSDSet>{record}</INSDSet>", encoding="utf-8")
    with pytest.raises(BrokenRecordError):
        list(sequences_of(path, ImportReport("a", "insdseq"), Wishes(), Job()))


def test_every_cut_is_survived(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    for kind, text in (
        ("insdseq", INSDSET.format(RECORD.format(length=12, kind="DNA"))),
        ("uniprot-xml", UNIPROT),
    ):
        for cut in range(0, len(text) - 20, 7):
            path.write_text(text[:cut], encoding="utf-8")
            report = ImportReport("a", kind)
            try:
                made = list(sequences_of(path, report, Wishes(), Job()))
            except BrokenRecordError:
                continue
            assert len(made) == 1
            assert f"{kind}-broken" in [item.code for item in report.items]


def test_utf_16_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    text = INSDSET.format(RECORD.format(length=12, kind="DNA"))
    path.write_bytes(text.encode("utf-16"))
    found = format_of_bytes(path.read_bytes())
    assert found is not None
    assert found.name == "insdseq"
    assert len(list(sequences_of(path, ImportReport("a", "insdseq"), Wishes(), Job()))) == 1
