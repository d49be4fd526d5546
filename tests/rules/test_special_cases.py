"""What the dialogs for special cases write pleases the rules, which do not know them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from seqeditor.domain.edits.alternatives import Meaning, with_meaning
from seqeditor.domain.edits.hybrid import described_as_hybrid
from seqeditor.domain.edits.rotation import rotated, with_circle
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.edits.variants import variant_sequence, with_variants
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.domain.variants import edit_of, read_variants
from seqeditor.rules.finding import Level
from seqeditor.vocabulary.residues import one_letter_codes
from tests.rules import shorthand
from tests.rules.cases import engine

TODAY = datetime.date(2026, 1, 1)

PROTEIN = new_sequence("AA", "MKVXLEQNDYSTVWXXXXGHIKL", organism="Homo sapiens", mol_type="protein")
GENE = new_sequence(
    "DNA", "ccatgaaagtgctggcgtaattagcatgcat", organism="Homo sapiens", mol_type="genomic DNA"
)
CDS = Feature(
    "CDS",
    "3..20",
    (
        Qualifier("transl_table", "1"),
        Qualifier("codon_start", "1"),
        Qualifier("translation", "MKVLA"),
    ),
)


def variants(sequence: Sequence, text: str, key: str) -> Sequence:
    read = read_variants(text, sequence.moltype, one_letter_codes()).variants
    return with_variants(sequence, read, key)


def hybrid() -> Sequence:
    rna = new_sequence("RNA", "gcauugcaagcuaagcuaatt", organism="Homo sapiens", mol_type="mRNA")
    return described_as_hybrid(rna, [(20, 21)], [(1, 19)], other=[3])


def changed() -> Sequence:
    read = read_variants("4_6del, 2C>T", "DNA", {}).variants
    edits = [edit_of(one, GENE.residues.text()) for one in read]
    gene = replace(GENE, features=(*GENE.features, CDS))
    return variant_sequence(gene, edits, "variant", features=False)


MADE: tuple[tuple[str, Callable[[], Sequence]], ...] = (
    ("hybrid", hybrid),
    (
        "variants of a protein",
        lambda: variants(PROTEIN, "E6K/Q, del9-10, ins11GG, K2_V3delinsAA, ins23GG", "VARIANT"),
    ),
    (
        "variants of a gene",
        lambda: variants(GENE, "1C>T, 4_6del, 10_11insGG, 31_32insA, 2C>T/A", "variation"),
    ),
    ("a variant as a sequence", changed),
    ("a circle", lambda: with_circle(rotated(GENE, 12))),
    (
        "a gene over the ends of a circle",
        lambda: rotated(replace(GENE, features=(*GENE.features, CDS)), 8),
    ),
    (
        "a cyclic peptide",
        lambda: rotated(with_circle(PROTEIN), 5),
    ),
    (
        "alternatives",
        lambda: with_meaning(PROTEIN, [(4, 4), (15, 18)], Meaning("", "VARIANT", "A or G")),
    ),
    ("unsure", lambda: with_meaning(PROTEIN, [(4, 4)], Meaning(key="UNSURE"))),
    ("a symbol", lambda: with_meaning(PROTEIN, [(4, 4)], Meaning(symbol="B"))),
)


@pytest.mark.parametrize("make", [one[1] for one in MADE], ids=[one[0] for one in MADE])
def test_what_is_written_has_no_faults(make: Callable[[], Sequence]) -> None:
    header = shorthand.header({})
    found = engine("applicant", TODAY).sequence(make(), header, sequence_id=1, number="1")
    assert [one.rule for one in found if one.level is not Level.INFO] == []
