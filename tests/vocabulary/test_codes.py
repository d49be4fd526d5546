"""The short tables: genetic codes, offices, languages, modified residues."""

from __future__ import annotations

from pathlib import Path

import pytest
from Bio.Data import CodonTable

from seqeditor.bundled import bundled
from seqeditor.vocabulary import (
    genetic_codes,
    languages,
    modified_amino_acids,
    modified_bases,
    offices,
    residues,
)
from seqeditor.vocabulary.tables import table


def test_genetic_codes_say_what_biopython_says() -> None:
    for code in genetic_codes.genetic_codes():
        theirs = CodonTable.unambiguous_dna_by_id[code.id]
        assert code.starts == {codon.lower() for codon in theirs.start_codons}
        assert code.stops == {codon.lower() for codon in theirs.stop_codons}
        assert code.also_sense == code.stops & {codon.lower() for codon in theirs.forward_table}
        for codon in genetic_codes.CODONS:
            assert code.amino_acid(codon) == theirs.forward_table.get(codon.upper(), "*")


def test_genetic_codes_of_the_standard() -> None:
    numbers = {code.id for code in genetic_codes.genetic_codes() if not code.tolerated}
    assert numbers == {*range(1, 7), *range(9, 17), *range(21, 32), 33}
    assert genetic_codes.default_code() == genetic_codes.genetic_code(1)
    assert genetic_codes.genetic_code(7) is None
    assert genetic_codes.withdrawn_numbers() == {7, 8, 17, 18, 19, 20}
    assert genetic_codes.default_code().amino_acid("nnn") is None


def test_modified_bases() -> None:
    assert len(modified_bases.modified_bases()) == 48
    for base in modified_bases.modified_bases():
        assert base.parent == "" or base.parent in "acgt"
        assert base.needs_note == (base.abbreviation == "OTHER")
    found = modified_bases.modified_base("m5c")
    assert found is not None
    assert (found.name, found.parent) == ("5-methylcytidine", "c")
    assert modified_bases.modified_base("M5C") is None
    assert modified_bases.former_abbreviation("d") == "dhu"
    assert modified_bases.former_abbreviation("i") is None
    formers = table("modified_bases")["former"].values()
    assert all(modified_bases.modified_base(one) for one in formers)


def test_modified_amino_acids() -> None:
    assert len(modified_amino_acids.modified_amino_acids()) == 29
    found = modified_amino_acids.modified_amino_acid("4Hyp")
    assert found is not None
    assert found.name == "4-Hydroxyproline"
    assert modified_amino_acids.modified_amino_acid("4hyp") is None


def test_offices() -> None:
    current = offices.offices()
    assert [one.code for one in current] == sorted(one.code for one in current)
    assert all(len(one.code) == 2 and one.code.isupper() and one.name for one in current)
    assert {one.kind for one in current} == {"state", "organisation", "unknown"}
    assert len(offices.offices(former=True)) == len(current) + 8
    former = offices.office("SU")
    assert former is not None
    assert (former.former, former.now) == (True, "RU")
    assert offices.office("UK") is None
    for one in offices.offices(former=True):
        assert one.now == "" or offices.office(one.now) in current


def test_languages() -> None:
    assert len(languages.languages()) == 183
    assert all(len(one.code) == 2 and one.code.islower() for one in languages.languages())
    old = languages.language("iw")
    assert old is not None
    assert (old.withdrawn, old.now) == (True, "he")
    assert old not in languages.languages()
    assert old in languages.languages(withdrawn=True)
    assert languages.language("EN") is None
    for code in languages.publication_languages():
        assert languages.language(code) in languages.languages()


@pytest.mark.parametrize("name", ["features", "qualifiers", "residues", "modified_bases"])
def test_tables_name_their_source(name: str) -> None:
    read = table("nucleotide_features" if name == "features" else name)
    assert (read["standard"], read["version"]) == ("WIPO ST.26", "1.7")
    assert read["reference"].startswith("Annex I")


def test_every_table_is_read_by_someone() -> None:
    root = Path(residues.__file__).parent
    sources = "".join(path.read_text("utf-8") for path in root.glob("*.py"))

    for path in bundled("resources", "vocabulary").glob("*.json"):
        assert path.stem in sources or path.stem.endswith("_features")
