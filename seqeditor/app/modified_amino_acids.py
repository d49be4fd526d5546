"""Modified amino acids of a sequence, D-amino acids too: features, notes, symbols (par. 29-30).

Table 4 and the names that are met most, with the unmodified amino acid where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from seqeditor.app.residue_positions import PositionsError, read_positions
from seqeditor.domain.edits.modifications import Modification, annotation
from seqeditor.domain.number_ranges import ranges_of
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.feature.modified_aa import parent
from seqeditor.texts import N_
from seqeditor.vocabulary.modified_amino_acids import modified_amino_acids
from seqeditor.vocabulary.residues import symbols

SITE, MOD_RES, LIPID, CARBOHYD = KEYS = ("SITE", "MOD_RES", "LIPID", "CARBOHYD")
D_AMINO_ACIDS = "D-amino acids"
_AMINO = "AA"


class Symbol(Enum):
    """What becomes of the residue symbols."""

    USUAL = "usual"
    """The unmodified amino acid in place of X, X where there is none (par. 29)."""
    STAYS = "stays"
    X = "X"


@dataclass(frozen=True, slots=True)
class Offered:
    """One line of the list. `at`: symbols it derives from, "" for none, None where not known.

    `abbreviation` is the one of Table 4, or one that is in use; only the former may be the note.
    """

    abbreviation: str
    name: str
    key: str = SITE
    at: str | None = ""
    in_table: bool = False

    @property
    def note(self) -> str:
        """What the note says: the abbreviation of Table 4, else the full name (par. 30)."""
        return self.abbreviation if self.in_table else self.name


@dataclass(frozen=True, slots=True)
class AminoAcidWish:
    """What is asked for: a key, and the note that names the modified amino acid."""

    positions: str
    key: str
    note: str
    symbol: Symbol = Symbol.USUAL


_COMMON = tuple(
    Offered(*one)
    for one in (
        ("pSer", "phosphoserine", MOD_RES, "S"),
        ("pThr", "phosphothreonine", MOD_RES, "T"),
        ("pTyr", "phosphotyrosine", MOD_RES, "Y"),
        ("", "sulfotyrosine", MOD_RES, "Y"),
        ("Ac-Lys", "N6-acetyllysine", MOD_RES, "K"),
        ("Me2-Lys", "N6,N6-dimethyllysine", MOD_RES, "K"),
        ("Me3-Lys", "N6,N6,N6-trimethyllysine", MOD_RES, "K"),
        ("Me-Arg", "omega-N-methylarginine", MOD_RES, "R"),
        ("Gla", "4-carboxyglutamate", MOD_RES, "E"),
        ("pGlu", "pyroglutamic acid", MOD_RES, "EQ"),
        ("", "methionine sulfoxide", MOD_RES, "M"),
        ("Cit", "citrulline", SITE, ""),
        ("hSer", "homoserine", SITE, ""),
        ("hCys", "homocysteine", SITE, ""),
        ("hPhe", "homophenylalanine", SITE, ""),
        ("hArg", "homoarginine", SITE, ""),
        ("Cha", "cyclohexylalanine", SITE, ""),
        ("1Nal", "3-(1-naphthyl)alanine", SITE, ""),
        ("2Nal", "3-(2-naphthyl)alanine", SITE, ""),
        ("Phg", "phenylglycine", SITE, ""),
        ("Tic", "1,2,3,4-tetrahydroisoquinoline-3-carboxylic acid", SITE, ""),
        ("Pip", "pipecolic acid", SITE, ""),
        ("Pen", "penicillamine", SITE, ""),
        ("", "N-myristoyl glycine", LIPID, "G"),
        ("", "S-palmitoyl cysteine", LIPID, "C"),
        ("", "S-farnesyl cysteine", LIPID, "C"),
        ("", "S-geranylgeranyl cysteine", LIPID, "C"),
        ("", "N6-palmitoyl lysine", LIPID, "K"),
        ("", "N6-myristoyl lysine", LIPID, "K"),
        ("", "O-octanoyl serine", LIPID, "S"),
        ("GlcNAc", "N-linked (N-acetylglucosamine)", CARBOHYD, "N"),
        ("", "N-linked (high mannose)", CARBOHYD, "N"),
        ("GalNAc", "O-linked (N-acetylgalactosamine)", CARBOHYD, "ST"),
        ("GlcNAc", "O-linked (N-acetylglucosamine)", CARBOHYD, "ST"),
        ("Man", "O-linked (mannose)", CARBOHYD, "ST"),
        ("Fuc", "O-linked (fucose)", CARBOHYD, "ST"),
        ("Man", "C-linked (mannose)", CARBOHYD, "W"),
        ("Glc", "S-linked (glucose)", CARBOHYD, "C"),
    )
)

_POST_TRANSLATIONAL = ("Hyl", "aHyl", "3Hyp", "4Hyp", "MeLys", "Des", "Ide")
"""Of Table 4, what living cells make of an amino acid in the chain."""


@cache
def offered() -> tuple[Offered, ...]:
    """Return what can be chosen: Table 4 in its order, then other names."""
    table = tuple(
        Offered(
            one.abbreviation,
            one.name,
            MOD_RES if one.abbreviation in _POST_TRANSLATIONAL else SITE,
            parent(one.abbreviation),
            in_table=True,
        )
        for one in modified_amino_acids()
    )
    return (*table, *_COMMON)


def find_offered(note: str, key: str = "") -> Offered | None:
    """Return the line whose note this is, or whose full name."""
    plain = " ".join(note.split())
    fitting = [o for o in offered() if plain and (o.note == plain or o.name == plain)]
    return next((o for o in fitting if o.key == key), fitting[0] if fitting else None)


def planned(sequence: Sequence, wish: AminoAcidWish) -> Modification:
    """Return what is to be written, one feature for each residue. Raises PositionsError."""
    positions = read_positions(wish.positions, sequence)
    note = " ".join(wish.note.split())
    if not note:
        return Modification()
    known = find_offered(note, wish.key)
    derives = known.at if known is not None else parent(note) or None
    features = tuple(annotation(wish.key, str(at), note=note) for at in positions)
    letters = sequence.residues.text(positions[0], positions[-1])
    exchanged: list[tuple[int, str]] = []
    for position in positions:
        letter = letters[position - positions[0]]
        symbol = _symbol(letter, derives, wish.symbol)
        if symbol != letter:
            exchanged.append((position, symbol))
    return Modification(features, tuple(exchanged))


def _symbol(letter: str, derives: str | None, symbol: Symbol) -> str:
    if symbol is Symbol.X:
        return "X"
    if symbol is Symbol.STAYS or derives is None:
        return letter
    if not derives:
        return "X"
    return derives if letter == "X" and len(derives) == 1 else letter


def wish_of(feature: Feature) -> AminoAcidWish | None:
    """Return what a feature says of a modified amino acid, None when it is another key."""
    if feature.key not in KEYS:
        return None
    return AminoAcidWish(feature.location, feature.key, feature.value("note") or "", Symbol.STAYS)


# D-amino acids -----------------------------------------------------------------------------------

_NONE_LEFT = N_("Glycine is neither D nor L, and X has no name. No other residue is chosen.")
_LENGTH = N_("{given} letters are typed, but the sequence has {length} residues.")
_OTHER_LETTER = N_("At position {position} the sequence has {residue} and not {letter}.")
_NO_LOWER = N_("No lower-case letter is typed. Type those of D-amino acids in lower case.")


@dataclass(frozen=True, slots=True)
class DWish:
    """Which amino acids are D: positions, or all letters with the D ones in lower case.

    `regions`: a REGION for each run of neighbours in place of a SITE for each residue.
    """

    positions: str = ""
    letters: str = ""
    regions: bool = False


def d_positions(letters: str, sequence: Sequence) -> tuple[int, ...]:
    """Return where a one-letter string has lower case; blanks are passed over.

    Raises PositionsError when the letters are not those of the sequence.
    """
    typed = re.sub(r"\s", "", letters)
    if len(typed) != sequence.length:
        parameters: dict[str, str | int] = {"given": len(typed), "length": sequence.length}
        raise PositionsError(_LENGTH, parameters)
    for position, (one, residue) in enumerate(zip(typed, sequence.residues.text(), strict=True), 1):
        if one.upper() != residue.upper():
            raise PositionsError(
                _OTHER_LETTER, {"position": position, "residue": residue, "letter": one.upper()}
            )
    found = tuple(at for at, one in enumerate(typed, 1) if one.islower())
    if not found:
        raise PositionsError(_NO_LOWER, {})
    return found


def d_name(letter: str) -> str:
    """Return the name of the D form of an amino acid, "" where there is none."""
    symbol = symbols(_AMINO).get(letter.upper())
    if symbol is None or symbol.is_ambiguous or symbol.letter == "G":
        return ""
    return f"D-{symbol.name}"


def planned_d(sequence: Sequence, wish: DWish) -> Modification:
    """Return what is to be written. Raises PositionsError.

    Residues are in upper case, as par. 26 asks, and the feature says that they are D.
    """
    if wish.letters:
        positions = d_positions(wish.letters, sequence)
    else:
        positions = read_positions(wish.positions, sequence)
    letters = sequence.residues.text(positions[0], positions[-1])
    at = {position: letters[position - positions[0]] for position in positions}
    named = {position: name for position, one in at.items() if (name := d_name(one))}
    if not named:
        raise PositionsError(_NONE_LEFT, {})
    upper = tuple((p, one.upper()) for p, one in at.items() if one.islower())
    return Modification(tuple(_d_features(named, list(at), regions=wish.regions)), upper)


def _d_features(named: dict[int, str], positions: list[int], *, regions: bool) -> Iterator[Feature]:
    if not regions:
        for position, name in named.items():
            yield annotation(SITE, str(position), note=name)
        return
    # A glycine within a run is no reason to divide it.
    for first, last in ranges_of(positions):
        if any(first <= position <= last for position in named):
            location = f"{first}..{last}" if first < last else str(first)
            yield annotation("REGION", location, note=D_AMINO_ACIDS)


def d_wish_of(feature: Feature) -> DWish | None:
    """Return what a feature says of D-amino acids, None when it is another thing."""
    note = (feature.value("note") or "").strip()
    if feature.key == "REGION" and note == D_AMINO_ACIDS:
        return DWish(feature.location, regions=True)
    rest = note[2:] if feature.key in (SITE, MOD_RES) and note.startswith("D-") else ""
    known = {word.lower() for s in symbols(_AMINO).values() for word in (s.name, s.three_letter)}
    return DWish(feature.location) if rest.lower() in known else None
