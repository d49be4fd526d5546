"""Bonds within one chain of amino acids: disulfides, other links, circles (Annex I, 7.9, 7.10).

DISULFID and CROSSLNK at `x..y` mean the two residues x and y (par. 66(c)). A chain closed head to
tail is a REGION over all of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from seqeditor.app.residue_positions import read_pairs
from seqeditor.domain.edits.modifications import Modification, annotation
from seqeditor.domain.number_ranges import Range
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.texts import N_
from seqeditor.vocabulary.residues import three_letter

DISULFIDE, CIRCLE = "disulfide", "circle"
CIRCULAR = "circular peptide"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of link; `note` has {first} and {second} for the residues.

    `title` is a message id. `fits`: symbols of the two residues that this link is known between,
    in either order, "" for any.
    """

    id: str
    title: str
    key: str
    note: str
    fits: tuple[str, str] = ("", "")


KINDS: tuple[Kind, ...] = (
    Kind(DISULFIDE, N_("Disulfide bond"), "DISULFID", "intrachain", ("C", "C")),
    Kind(
        "lactam",
        N_("Lactam bridge"),
        "CROSSLNK",
        "lactam bridge between the side chains of {first} and {second}",
        ("K", "DE"),
    ),
    Kind(
        "thioether",
        N_("Thioether bond"),
        "CROSSLNK",
        "thioether bond between {first} and {second}",
        ("C", ""),
    ),
    Kind(
        "isopeptide",
        N_("Isopeptide bond"),
        "CROSSLNK",
        "isopeptide bond between {first} and {second}",
        ("K", "NDEQG"),
    ),
    Kind(
        "staple",
        N_("Hydrocarbon staple"),
        "CROSSLNK",
        "hydrocarbon staple between {first} and {second}",
    ),
    Kind("other", N_("Another link"), "CROSSLNK", "link between {first} and {second}"),
    Kind(CIRCLE, N_("Head to tail: a circular peptide"), "REGION", CIRCULAR),
)


@dataclass(frozen=True, slots=True)
class LinkWish:
    """What is asked for: a kind, pairs of residues as typed, and the note."""

    kind: str
    pairs: str = ""
    note: str = ""


def kind_of(id_: str) -> Kind:
    """Return the kind of an id; raises StopIteration for no such."""
    return next(one for one in KINDS if one.id == id_)


def planned(sequence: Sequence, wish: LinkWish) -> Modification:
    """Return what is to be written, one feature for each pair. Raises PositionsError."""
    kind = kind_of(wish.kind)
    note = " ".join(wish.note.split()) or kind.note
    if kind.id == CIRCLE:
        whole = f"1..{sequence.length}"
        return Modification((annotation(kind.key, whole, note=note),) if sequence.length else ())
    features = []
    for first, second in read_pairs(wish.pairs, sequence):
        said = note.replace("{first}", _residue(sequence, first))
        said = said.replace("{second}", _residue(sequence, second))
        features.append(annotation(kind.key, f"{first}..{second}", note=said))
    return Modification(tuple(features))


def unfit(sequence: Sequence, wish: LinkWish) -> tuple[Range, ...]:
    """Return the pairs at residues that this kind of link is not known between; X always fits.

    Raises PositionsError.
    """
    kind = kind_of(wish.kind)
    if kind.id == CIRCLE:
        return ()
    one, other = kind.fits
    found = []
    for first, second in read_pairs(wish.pairs, sequence):
        a, b = (sequence.residues.text(at, at) for at in (first, second))
        if not ((_fits(a, one) and _fits(b, other)) or (_fits(a, other) and _fits(b, one))):
            found.append((first, second))
    return tuple(found)


def _fits(letter: str, wanted: str) -> bool:
    return not wanted or letter == "X" or letter in wanted


def _residue(sequence: Sequence, position: int) -> str:
    letter = sequence.residues.text(position, position)
    return f"{three_letter(letter) or letter} {position}"


def wish_of(feature: Feature) -> LinkWish | None:
    """Return what a feature says of a link in its chain, None when it is another thing."""
    note = (feature.value("note") or "").strip()
    if feature.key == "REGION" and note == CIRCULAR:
        return LinkWish(CIRCLE, note=note)
    if feature.key == "DISULFID":
        return LinkWish(DISULFIDE, feature.location, note)
    if feature.key == "CROSSLNK":
        kinds = (one for one in KINDS if one.key == "CROSSLNK")
        begins = (k.id for k in kinds if note.startswith(k.note.split(" between")[0]))
        return LinkWish(next(begins, "other"), feature.location, note)
    return None
