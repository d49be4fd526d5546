"""Groups at the ends of a sequence, as features on the first and the last residue.

Amino acids: MOD_RES for what cells make, else SITE, LIPID for lipids (par. 30). Nucleotides:
misc_feature with a note; the residues of the group itself are none of the sequence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from seqeditor.domain.edits.modifications import Modification, annotation
from seqeditor.domain.sequence import Feature, Sequence

FIRST, LAST = ENDS = ("first", "last")


@dataclass(frozen=True, slots=True)
class Group:
    """A group at one end. `note` is what the feature says, in English."""

    end: str
    note: str
    key: str


def _of(end: str, key: str, *notes: str) -> tuple[Group, ...]:
    return tuple(Group(end, note, key) for note in notes)


_PEPTIDE: tuple[Group, ...] = (
    *_of(
        FIRST,
        "MOD_RES",
        "N-terminal acetyl",
        "N-terminal formyl",
        "pyroglutamic acid",
        "N-terminal methyl",
    ),
    *_of(FIRST, "LIPID", "N-terminal myristoyl", "N-terminal palmitoyl"),
    *_of(
        FIRST,
        "SITE",
        "N-terminal biotin",
        "N-terminal polyethylene glycol",
        "N-terminal succinyl",
        "N-terminal benzoyl",
        "N-terminal 9-fluorenylmethoxycarbonyl",
        "N-terminal tert-butoxycarbonyl",
        "N-terminal fluorescein",
        "N-terminal 5(6)-carboxyfluorescein",
    ),
    *_of(LAST, "MOD_RES", "C-terminal amide"),
    *_of(
        LAST,
        "SITE",
        "C-terminal methyl ester",
        "C-terminal ethyl ester",
        "C-terminal aldehyde",
        "C-terminal alcohol",
        "C-terminal hydrazide",
        "C-terminal chloromethyl ketone",
        "C-terminal 7-amino-4-methylcoumarin",
        "C-terminal biotin",
        "C-terminal polyethylene glycol",
    ),
)

_STRAND: tuple[Group, ...] = (
    *_of(
        FIRST,
        "misc_feature",
        "5' phosphate",
        "5' triphosphate",
        "5' 7-methylguanosine cap",
        "5' (E)-vinylphosphonate",
        "5' biotin",
        "5' 6-carboxyfluorescein",
        "5' amino linker",
        "5' thiol linker",
        "5' cholesterol",
        "5' N-acetylgalactosamine conjugate",
        "5' polyethylene glycol",
        "5' inverted abasic residue",
    ),
    *_of(
        LAST,
        "misc_feature",
        "3' phosphate",
        "3' biotin",
        "3' amino linker",
        "3' thiol linker",
        "3' cholesterol",
        "3' triantennary N-acetylgalactosamine conjugate",
        "3' polyethylene glycol",
        "3' black hole quencher",
        "3' inverted deoxythymidine",
        "3' inverted abasic residue",
    ),
)


@dataclass(frozen=True, slots=True)
class TerminalWish:
    """The notes of both ends, "" for none, and their keys, "" for the usual one."""

    first: str = ""
    last: str = ""
    first_key: str = ""
    last_key: str = ""


def groups(moltype: str, end: str) -> tuple[Group, ...]:
    """Return the groups offered at one end."""
    return tuple(one for one in (_PEPTIDE if moltype == "AA" else _STRAND) if one.end == end)


def keys(moltype: str) -> tuple[str, ...]:
    """Return the feature keys that can say it, the usual one first."""
    return ("SITE", "MOD_RES", "LIPID") if moltype == "AA" else ("misc_feature", "modified_base")


def usual_key(moltype: str, note: str) -> str:
    """Return the key of a group, the one for groups not known where it is typed freely."""
    table = _PEPTIDE if moltype == "AA" else _STRAND
    plain = " ".join(note.split())
    return next((one.key for one in table if one.note == plain), keys(moltype)[0])


def planned(sequence: Sequence, wish: TerminalWish) -> Modification:
    """Return what is to be written on the first and the last residue."""
    features = []
    for note, key, place in (
        (wish.first, wish.first_key, 1),
        (wish.last, wish.last_key, sequence.length),
    ):
        said = " ".join(note.split())
        if said and sequence.length:
            key = key or usual_key(sequence.moltype, said)
            code = "OTHER" if key == "modified_base" else ""
            features.append(annotation(key, str(place), mod_base=code, note=said))
    return Modification(tuple(features))


def unfit_pyroglutamate(sequence: Sequence, wish: TerminalWish) -> str:
    """Return the first residue when a pyroglutamic acid cannot come from it, else ""."""
    letter = sequence.residues.text(1, 1)
    asked = " ".join(wish.first.split()).lower().startswith("pyroglutam")
    return letter if asked and letter not in ("E", "Q", "X", "Z", "") else ""


def wish_of(feature: Feature, sequence: Sequence) -> TerminalWish | None:
    """Return what a feature says of the end it stands at, None when it is another thing."""
    note = (feature.value("note") or "").strip()
    if feature.key not in keys(sequence.moltype) or not note:
        return None
    for end, place in ((FIRST, 1), (LAST, sequence.length)):
        begins = _BEGINS[sequence.moltype == "AA", end]
        known = any(one.note == note for one in groups(sequence.moltype, end))
        if feature.location == str(place) and (known or note.lower().startswith(begins)):
            wish = TerminalWish()
            if end == FIRST:
                return replace(wish, first=note, first_key=feature.key)
            return replace(wish, last=note, last_key=feature.key)
    return None


_BEGINS = {
    (True, FIRST): ("n-terminal", "amino-terminal"),
    (True, LAST): ("c-terminal", "carboxy-terminal"),
    (False, FIRST): ("5' ", "5'-"),
    (False, LAST): ("3' ", "3'-"),
}
