"""Faults of locations (par. 64-71)."""

from __future__ import annotations

from random import Random

from tests.rules.planted.planter import NUCLEOTIDE, a_record, plants, way
from tests.rules.planted.tree import Feature, Listing, Record


def _place(listing: Listing, random: Random, moltypes: tuple[str, ...]) -> tuple[Record, Feature]:
    """Return a feature of whose location nothing else depends, with its sequence."""
    record = a_record(listing, random, moltypes, lambda r: r.length >= 12)
    key = "REGION" if record.moltype == "AA" else random.choice(["misc_feature", "exon", "gene"])
    return record, record.add(key, "1", ("note", "as told"))


def written(rule: str, moltypes: tuple[str, ...], text: str) -> None:
    """Give a location; A, B, C, D are ascending positions, N is the last, P the one behind it."""

    def plant(listing: Listing, random: Random) -> int:
        record, feature = _place(listing, random, moltypes)
        a = random.randint(1, record.length - 11)
        numbers = {"A": a, "B": a + 3, "C": a + 6, "D": a + 9, "N": record.length}
        numbers["P"] = record.length + 1
        feature.location = text.format(**numbers)
        return record.position

    way(rule, text, plant)


ALL = (*NUCLEOTIDE, "AA")
FORMS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "loc-out-of-range": (ALL, ("{A}..{P}", "{P}", "0..{B}", "<0..{B}", "{A}..>{P}", "{P}..{P}0")),
    "loc-descending": (ALL, ("{D}..{A}", "<{B}..{A}", "{D}..>{C}")),
    "loc-dot-range": (ALL, ("{A}.{B}", "{A}...{B}", "{A}-{B}", "{A}....{B}")),
    "loc-bound-symbol-place": (ALL, (">{A}..{B}", "{A}..<{B}", "{B}>", "{A}<", "{A}>..{B}")),
    "loc-syntax": (
        ALL,
        (
            "({A})..({B})",
            "{A}..",
            "..{B}",
            "{A} to {B}",
            "{A}..{B})",
            "<<{A}..{B}",
            "5..6..7",
            "-{A}..{B}",
        ),
    ),
    "loc-remote": (ALL, ("J00194.1:{A}..{B}", "AB123456:{A}")),
    "loc-empty": (ALL, ("", " ")),
    "loc-aa-between": (("AA",), ("5^6", "1^2")),
    "loc-aa-multiple": (("AA",), ("{A},{B}", "{A}..{B},{D}", "{A};{D}")),
    "loc-aa-operator": (("AA",), ("join({A},{D})", "order({A}..{B},{D})", "complement({A}..{B})")),
    "loc-between-adjacent": (NUCLEOTIDE, ("{A}^{B}", "3^2", "{A}^{A}")),
    "loc-between-bounds": (NUCLEOTIDE, ("<5^6", "5^>6")),
    "loc-between-in-join": (NUCLEOTIDE, ("join(1..2,5^6)", "order(1^2,5..6)")),
    "loc-operator-arity": (
        NUCLEOTIDE,
        ("join({A}..{B})", "order({A})", "complement({A}..{B},{C}..{D})", "{A}..{B},{C}..{D}"),
    ),
    "loc-join-order-mix": (
        NUCLEOTIDE,
        ("join(1..2,order(4..5,7..8))", "order(1..2,join(4..5,7..8))"),
    ),
    "loc-operator-case": (
        NUCLEOTIDE,
        ("JOIN({A}..{B},{C}..{D})", "Complement({A}..{B})", "complement(Join({A},{C}))"),
    ),
    "loc-unknown-operator": (
        NUCLEOTIDE,
        ("abc", "one-of({A},{C})", "bond({A},{C})", "gap(10)", "group({A},{C})"),
    ),
    "loc-whitespace": (ALL, ("{A}.. {B}", " {A}..{B}")),
    "loc-leading-zero": (ALL, ("0{A}..{B}", "{A}..00{B}")),
    "loc-single-range": (ALL, ("{A}..{A}", "{N}..{N}")),
    "loc-nested-operator": (
        NUCLEOTIDE,
        ("join(join(1,3..4),6..7)", "complement(complement({A}..{B}))"),
    ),
    "loc-members-order": (NUCLEOTIDE, ("join({C}..{D},{A}..{B})",)),
    "loc-members-overlap": (NUCLEOTIDE, ("join({A}..{C},{B}..{D})",)),
    "loc-bounds-inside-join": (
        NUCLEOTIDE,
        ("join({A}..>{B},{C}..{D})", "join({A}..{B},<{C}..{D})"),
    ),
    "loc-members-adjacent": (NUCLEOTIDE, ("join(1..5,6..9)",)),
    "loc-partial-inner": (ALL, ("<5..8", "2..>4")),
    "loc-between-circular": (NUCLEOTIDE, ("{N}^1",)),
    "loc-mixed-strand-join": (NUCLEOTIDE, ("join({A}..{B},complement({C}..{D}))",)),
}
for _rule, (_moltypes, _forms) in FORMS.items():
    for _form in _forms:
        written(_rule, _moltypes, _form)


@plants("loc-crosslink-range")
def bond_from_before(listing: Listing, random: Random) -> int:
    record = a_record(listing, random, ("AA",), lambda r: r.length > 4)
    record.add("CROSSLNK", f"<1..{record.length}", ("note", "thioether"))
    return record.position
