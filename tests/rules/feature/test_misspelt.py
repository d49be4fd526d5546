from __future__ import annotations

from datetime import date

import pytest

from seqeditor.rules.engine import Engine
from seqeditor.rules.finding import Level
from tests.rules.memory import Entry, MemoryListing
from tests.rules.shorthand import header, sequence

ENGINE = Engine(today=date(2026, 1, 1))

SOURCE = {"key": "source", "at": "1..30", "quals": [["mol_type", "genomic DNA"]]}
NAMED = [["mol_type", "genomic DNA"], ["organism", "Homo sapiens"]]
GENE = "atggctaaagtttaacccgggcccgggccc"


def errors(*described: dict[str, object]) -> list[tuple[int | None, str]]:
    made = [sequence(one) for one in described]
    head = header({"written_total": str(len(made))})
    entries = tuple(Entry(n, str(n), one) for n, one in enumerate(made, 1))
    listing = MemoryListing(head, entries)
    found = list(ENGINE.header(head)) + list(ENGINE.listing(listing))
    for one in entries:
        found += ENGINE.sequence(one.sequence, head, sequence_id=one.id, number=one.number)
    return [(one.sequence, one.rule) for one in found if one.level is Level.ERROR]


def gene(*quals: list[str]) -> dict[str, object]:
    cds = {"key": "CDS", "at": "1..15", "quals": [["translation", "MAKV"], *quals]}
    return {"residues": GENE, "add": [cds]}


@pytest.mark.parametrize(
    ("described", "rule"),
    [
        ({"features": [{**SOURCE, "quals": [*NAMED[:1], ["organim", "Homo"]]}]}, "qual-unknown"),
        ({"features": [{**SOURCE, "key": "souce", "quals": NAMED}]}, "feat-key-unknown"),
        ({"features": [{**SOURCE, "key": "exon", "quals": NAMED}]}, "feat-source-missing"),
        ({"add": [{"key": "source", "at": "1..30"}]}, "feat-source-multiple"),
        (
            {
                "moltype": "AA",
                "residues": "MKVLATTW",
                "add": [{"key": "SITE", "at": "2", "quals": [["nte", "cut here"]]}],
            },
            "qual-unknown",
        ),
        ({"source": {"mol_type": "genomiс DNA"}}, "qual-mol-type-value"),
        ({"residues": "acgtac9tacgtacgt", "written_length": "16"}, "res-whitespace-or-digits"),
    ],
)
def test_a_slip_is_one_fault(described: dict[str, object], rule: str) -> None:
    assert [name for _at, name in errors(described)] == [rule]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (gene(["protein_id", "2"]), {"residues": "MAKV"}, []),
        (gene(["potein_id", "2"]), {"residues": "MAKV"}, [(1, "qual-unknown")]),
        (
            gene(["protein_id", "2"]),
            {"residues": "MAKVV", "written_length": "4"},
            [(2, "seq-length-mismatch")],
        ),
        (gene(["protein_id", "2"]), {"residues": "MAKА"}, [(2, "res-aa-invalid-symbol")]),
        (gene(["protein_id", "2"]), {"residues": "MAKI"}, [(1, "tr-protein-id-equal")]),
        (
            gene(["protein_id", "2"], ["codon_strt", "2"]),
            {"residues": "MAKV"},
            [(1, "qual-unknown")],
        ),
    ],
)
def test_what_follows_from_a_slip_between_two_sequences_is_not_told(
    first: dict[str, object], second: dict[str, object], told: list[tuple[int, str]]
) -> None:
    assert errors(first, {"moltype": "AA", **second}) == told


def test_a_region_with_a_misspelt_frame_or_table_is_not_translated() -> None:
    shifted = {"residues": "c" + GENE, "add": [{"key": "CDS", "at": "<1..16"}]}
    cds = {"key": "CDS", "at": "<1..16", "quals": [["translation", "MAKV"], ["protein_id", "2"]]}
    protein = {"moltype": "AA", "residues": "MAKV"}
    right = {**cds, "quals": [*cds["quals"], ["codon_start", "2"]]}
    wrong = {**cds, "quals": [*cds["quals"], ["codon_tart", "2"]]}
    assert errors({**shifted, "add": [right]}, protein) == []
    assert errors({**shifted, "add": [wrong]}, protein) == [(1, "qual-unknown")]
