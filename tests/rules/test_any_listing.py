"""Whatever sequences say of one another: the rules over the listing never fail, nor do repairs."""

from __future__ import annotations

import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.engine import Engine
from seqeditor.rules.finding import Level
from seqeditor.rules.registry import all_rules
from seqeditor.rules.wording import repair_title, sentence
from seqeditor.texts import Catalogue
from tests.rules.memory import Entry, MemoryListing, carried_out
from tests.rules.shorthand import BASELINE_HEADER
from tests.rules.test_any_sequence import wild_sequences

ENGINE = Engine(today=datetime.date(2026, 1, 1), thorough=True)
ENGLISH = Catalogue("en")

# A small world, so that sequences do speak of one another.
LETTERS = {
    "DNA": ["atggctaaagtttaa", "ttaaactttagccat", "atgtgaaagtttaacc", "acgtacgtacgg", "n"],
    "AA": ["MAKV", "MUKV", "makv", "MetAlaLysVal", "MA KV", "MAK", "X", ""],
}
VALUES = [
    *("MAKV", "MUKV", "makv*", "M AKV", "2", "1", "99", "", "x", "SEQ ID NO: 2", "SEQ ID NOs: 1-9"),
    *("acgtacgtacgg", "insertion of acgtacgtacgg", "fwd_seq: acgtacgtacgg, rev_seq: acgt"),
    *("(pos:4..6,aa:Sec)", "(pos:1..3,aa:OTHER)", "(pos:15,aa:TERM)", "3", "11"),
]
NAMES = [
    *("translation", "protein_id", "pseudo", "note", "replace", "PCR_primers", "transl_except"),
    *("codon_start", "transl_table", "organism", "ribosomal_slippage", "exception"),
]
PLACES = ["1..15", "complement(1..15)", "join(1..6,7..15)", "<2..>14", "1-15", "99", "3^4", "1"]
said = st.builds(
    Qualifier,
    st.sampled_from(NAMES),
    st.sampled_from([None, *VALUES]),
    st.sampled_from([None, "x"]),
)
features = st.builds(
    Feature,
    st.sampled_from(["CDS", "CDS", "source", "variation", "mat_peptide"]),
    st.sampled_from(PLACES),
    st.lists(said, max_size=4).map(tuple),
)


@st.composite
def related(draw: st.DrawFn) -> Sequence:
    moltype = draw(st.sampled_from(["DNA", "DNA", "RNA", "AA"]))
    letters = draw(st.sampled_from(LETTERS["AA" if moltype == "AA" else "DNA"]))
    found = draw(st.lists(features, max_size=3))
    return Sequence(moltype, TextResidues(letters), tuple(found))


numbered = st.lists(
    st.tuples(st.sampled_from(["1", "2", "3", "", "x"]), st.one_of(related(), wild_sequences)),
    max_size=4,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(numbered)
def test_every_finding_can_be_said_and_every_repair_carried_out(
    pairs: list[tuple[str, Sequence]],
) -> None:
    entries = (Entry(n, number, one) for n, (number, one) in enumerate(pairs, 1))
    whole = MemoryListing(BASELINE_HEADER, tuple(entries))
    for finding in ENGINE.listing(whole):
        assert sentence(finding, ENGLISH)
        repair = all_rules()[finding.rule].repair
        if repair is not None and repair.offered(finding):
            assert repair_title(finding, ENGLISH)
            operations = repair.apply(whole, finding)
            assert operations
            carried_out(whole, operations)


@st.composite
def genes(draw: st.DrawFn) -> tuple[Sequence, Sequence]:
    """A coding sequence and its protein, in one of the many forms that are all right."""
    codons = draw(st.lists(st.sampled_from(["gct", "aaa", "gtt", "nnn", "ttr"]), min_size=4))
    letters = {"gct": "A", "aaa": "K", "gtt": "V", "nnn": "X", "ttr": "L"}
    protein = "M" + "".join(letters[codon] for codon in codons) + "AKVA"
    coding = "atg" + "".join(codons) + "gctaaagttgct" + "taa"
    before, behind = draw(st.text("acgt", max_size=5)), draw(st.text("acgt", max_size=5))
    first, last = len(before) + 1, len(before) + len(coding)
    cut = draw(st.integers(first, last - 1))
    strand = draw(st.booleans())
    text = before + coding + behind
    intron = draw(st.sampled_from(["", "gtaag"]))
    place = f"{first}..{last}"
    if intron:
        text = text[:cut] + intron + text[cut:]
        place = f"join({_range(first, cut)},{_range(cut + 6, last + 5)})"
    if strand:
        text = text[::-1].translate(str.maketrans("acgtrn", "tgcayn"))
        count = len(text)
        if intron:
            low = _range(count - last - 4, count - cut - 5)
            place = f"complement(join({low},{_range(count + 1 - cut, count + 1 - first)}))"
        else:
            place = f"complement({count + 1 - last}..{count + 1 - first})"
    names = (Qualifier("mol_type", "genomic DNA"), Qualifier("organism", "Homo sapiens"))
    source = Feature("source", f"1..{len(text)}", names)
    told = (Qualifier("translation", protein), Qualifier("protein_id", "2"))
    gene = Sequence("DNA", TextResidues(text), (source, Feature("CDS", place, told)))
    names = (Qualifier("mol_type", "protein"), Qualifier("organism", "Homo sapiens"))
    source = Feature("source", f"1..{len(protein)}", names)
    return gene, Sequence("AA", TextResidues(protein), (source,))


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}..{last}"


@settings(max_examples=100, deadline=None)
@given(genes())
def test_a_gene_and_its_protein_are_all_right(pair: tuple[Sequence, Sequence]) -> None:
    entries = (Entry(n, str(n), one) for n, one in enumerate(pair, 1))
    whole = MemoryListing(BASELINE_HEADER, tuple(entries))
    found = list(ENGINE.listing(whole))
    for entry in whole.entries:
        found += ENGINE.sequence(
            entry.sequence, whole.header, sequence_id=entry.id, number=entry.number
        )
    assert [one for one in found if one.level is Level.ERROR] == []
    assert [one for one in found if one.rule.startswith(("tr-", "x-"))] == []
