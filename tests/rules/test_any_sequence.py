"""Whatever a sequence holds: the rules say something or nothing, and no repair fails."""

from __future__ import annotations

import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seqeditor.domain.location import parse
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.engine import Engine
from seqeditor.rules.finding import Level
from seqeditor.rules.registry import all_rules
from seqeditor.rules.wording import repair_title, sentence
from seqeditor.texts import Catalogue
from seqeditor.vocabulary.features import feature_key, feature_keys
from seqeditor.vocabulary.qualifiers import ValueKind, mol_types, qualifier, qualifiers
from seqeditor.vocabulary.residues import alphabet
from tests.rules.shorthand import BASELINE_HEADER

ENGINE = Engine(today=datetime.date(2026, 1, 1), thorough=True)
ENGLISH = Catalogue("en")

KEYS = [key.name for moltype in ("DNA", "AA") for key in feature_keys(moltype)]
NAMES = [one.name for one in qualifiers("DNA")]
WORDS = [
    *("1", "5..9", "9..5", "<1..>12", "5^6", "12^1", "join(1..3,5..9)", "complement(3..7)"),
    *("order(1,5)", "join(1..3)", "1.5", "bond(1,5)", "5,9", "0", "99", "((", "join(", "J1.1:1..2"),
    *("note", "m5c", "OTHER", "other", "synthetic construct", "Xaa", "(pos:1..3,aa:Sec)", "yes"),
    *(
        "(pos:4..6,aa:Phe,seq:acg)",
        "a or g",
        "del",
        "SEQ ID NO: 3",
        "2026-02-30",
        "&amp;",
        "<i>x</i>",
    ),
    *(
        "promoter",
        "TATA_signal",
        "plastid:",
        ":",
        "1.1.2.4",
        "D-Alanine",
        "phosphoserine",
        "DNA",
        "RNA",
    ),
]
anything = st.one_of(st.sampled_from(WORDS), st.text(max_size=12))

wild_qualifiers = st.builds(
    Qualifier,
    st.one_of(st.sampled_from(NAMES), anything),
    st.one_of(st.none(), anything),
    st.one_of(st.none(), st.none(), anything),
)
wild_features = st.builds(
    Feature,
    st.one_of(st.sampled_from(KEYS), anything),
    anything,
    st.lists(wild_qualifiers, max_size=4).map(tuple),
)
wild_sequences = st.builds(
    Sequence,
    st.sampled_from(["DNA", "RNA", "AA", "", "PRT", "x"]),
    st.one_of(
        st.text("acgtunxACGTMKL*-. 0", max_size=30),
        st.text(max_size=12),
        st.sampled_from(["000", "MetLysValLeu", "METLYSVALLEU"]),
    ).map(TextResidues),
    st.lists(wild_features, max_size=4).map(tuple),
    st.sampled_from(["PAT", "", "SYN"]),
    st.one_of(st.none(), anything),
    st.one_of(st.none(), st.lists(anything, max_size=2).map(tuple)),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(wild_sequences)
def test_every_finding_can_be_said_and_every_repair_carried_out(sequence: Sequence) -> None:
    rules = all_rules()
    for finding in ENGINE.sequence(sequence, BASELINE_HEADER, sequence_id=1, number="1"):
        assert "{" not in sentence(finding, ENGLISH).replace(finding.value or "{", "")
        repair = rules[finding.rule].repair
        if repair is not None and repair.offered(finding):
            assert repair_title(finding, ENGLISH)
            kind = tuple if repair.as_operations else Sequence
            assert isinstance(repair.apply(sequence, finding), kind)


@st.composite
def legal_locations(draw: st.DrawFn, length: int, moltype: str) -> str:
    first = draw(st.integers(1, length))
    last = draw(st.integers(first, length))
    span = draw(st.sampled_from([f"{first}..{last}", f"{first}", f"<{first}..{last}", f">{last}"]))
    if moltype == "AA":
        return span
    second = draw(st.integers(1, length))
    site = f"{first}^{first + 1}" if first < length else f"{length}^1"
    forms = [
        *(span, site, f"complement({span})", f"complement({site})", f"join({span},{second})"),
        *(f"order({span},{second})", f"complement(join({span},{second}))"),
        f"join(complement({span}),complement({second}))",
    ]
    return draw(st.sampled_from(forms))


def legal_value(name: str, moltype: str, draw: st.DrawFn) -> str | None:
    known = qualifier(moltype, name)
    assert known is not None
    if known.kind is ValueKind.NONE:
        return None
    if name == "mod_base":
        return draw(st.sampled_from([one for one in known.values if one != "OTHER"]))
    if known.values:
        return draw(st.sampled_from(known.values))
    if name == "replace":
        return draw(st.text(alphabet("DNA"), max_size=20))
    if known.kind is ValueKind.TEXT:
        plain = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60)
        return draw(plain)
    return known.example or None


@st.composite
def legal_features(draw: st.DrawFn, length: int, moltype: str) -> Feature:
    names = [key.name for key in feature_keys(moltype) if key.name not in ("source", "CDS")]
    key = feature_key(moltype, draw(st.sampled_from(names)))
    assert key is not None
    skipped = {"translation", "protein_id", "anticodon", "tag_peptide", "rpt_unit_range"}
    optional = draw(st.lists(st.sampled_from(key.optional), max_size=3)) if key.optional else []
    chosen = [*key.mandatory, *(name for name in optional if name not in skipped)]
    found = tuple(Qualifier(name, legal_value(name, moltype, draw)) for name in chosen)
    return Feature(key.name, draw(legal_locations(length, moltype)), found)


@st.composite
def legal_sequences(draw: st.DrawFn) -> Sequence:
    moltype = draw(st.sampled_from(["DNA", "RNA", "AA"]))
    core = "acgtmrwsyk" if moltype != "AA" else "MKUO"
    letters = core + draw(st.text(alphabet(moltype), max_size=40))
    organism = draw(st.sampled_from(["Homo sapiens", "synthetic construct", "unidentified"]))
    names = (
        Qualifier("mol_type", draw(st.sampled_from(mol_types(moltype)))),
        Qualifier("organism", organism),
    )
    length = len(letters)
    features = draw(st.lists(legal_features(length, moltype), max_size=4))
    source = Feature("source", f"1..{length}", names)
    return Sequence(moltype, TextResidues(letters), (source, *features), written_length=str(length))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(legal_sequences())
def test_no_error_on_what_the_standard_allows(sequence: Sequence) -> None:
    for feature in sequence.features:
        parse(feature.location, sequence.moltype)
    found = ENGINE.sequence(sequence, BASELINE_HEADER, sequence_id=1, number="1")
    assert [one for one in found if one.level is Level.ERROR] == []
