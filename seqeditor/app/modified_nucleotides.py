"""Modified nucleotides of a sequence: which features and symbols say so (par. 14-19, 22).

A nucleotide of Table 2 is named by its abbreviation, any other by OTHER and its full name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from seqeditor.app.residue_positions import read_positions
from seqeditor.domain.edits.modifications import Modification, annotation
from seqeditor.domain.number_ranges import Range, ranges_of
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.texts import N_
from seqeditor.vocabulary.modified_bases import modified_base, modified_bases

OTHER = "OTHER"
KEY = "modified_base"


class Symbol(Enum):
    """What becomes of the residue symbols."""

    USUAL = "usual"
    """The unmodified nucleotide in place of n, where there is one (par. 16); else they stay."""
    STAYS = "stays"
    N = "n"


class Form(Enum):
    """How the feature is written."""

    BASE = "base"
    MISC = "misc"
    """misc_feature over the residues, with the note."""
    BETWEEN = "between"
    """misc_feature between neighbours, `x^y`: of a link and not of a nucleotide."""


@dataclass(frozen=True, slots=True)
class Named:
    """mod_base and note of one modified nucleotide; `symbol` is its unmodified nucleotide or n."""

    mod_base: str
    note: str = ""
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """One line of the list: what is modified, and how it is named at a residue.

    `abbreviation` is the one of Table 2 or "" where each nucleotide has another name. `words` is
    English text of the standard or a chemical name; it is not translated. `at(letter, moltype)`
    gives the name at a residue, None where there is none; `every_second`, if given, that at the
    second, fourth ... of the positions chosen.
    """

    id: str
    abbreviation: str
    words: str
    at: Callable[[str, str], Named | None]
    moltypes: tuple[str, ...] = ("DNA", "RNA")
    every_second: Callable[[str, str], Named | None] | None = None


@dataclass(frozen=True, slots=True)
class NucleotideWish:
    """What is asked for. `name` is the full name for OTHER, or the note of the link."""

    positions: str
    offered: str
    name: str = ""
    symbol: Symbol = Symbol.USUAL
    form: Form = Form.BASE
    together: bool = True
    """One feature `x..y` for neighbours that are modified alike (par. 22)."""


_AS_N = ("i", "m1i")
"""Of Table 2, what comes from none of the four: the specimen of Annex III has inosine at an n."""

_BASES = {"a": "adenosine", "c": "cytidine", "g": "guanosine", "t": "uridine"}


def _of_table(abbreviation: str) -> Offered:
    base = modified_base(abbreviation)
    assert base is not None
    named = Named(abbreviation, "", "n" if abbreviation in _AS_N else base.parent)
    return Offered(abbreviation, abbreviation, base.name, lambda _letter, _moltype: named)


def _sugar(
    id_: str,
    words: str,
    prefix: str,
    *,
    thymine: bool,
    codes: dict[str, str] | None = None,
    moltypes: tuple[str, ...] = ("DNA", "RNA"),
) -> Offered:
    """The same sugar at every base: `t` is read as thymine or as uracil."""
    known = codes or {}

    def at(letter: str, _moltype: str) -> Named | None:
        base = _BASES.get(letter)
        if base is None:
            return None
        name = f"{prefix}-5-methyluridine" if letter == "t" and thymine else f"{prefix}{base}"
        code = known.get(letter)
        return Named(code, "", letter) if code else Named(OTHER, name, letter)

    return Offered(id_, "", words, at, moltypes=moltypes)


_METHYL = {"c": "cm", "g": "gm", "t": "um"}
_METHYL_T = {"c": "cm", "g": "gm", "t": "tm"}

_DNA, _RNA = ("DNA",), ("RNA",)

PATTERNS: tuple[Offered, ...] = (
    _sugar("2ome", "2'-O-methyl", "2'-O-methyl", thymine=False, codes=_METHYL, moltypes=_RNA),
    _sugar(
        "2ome-u",
        "2'-O-methyl (t is uracil: um)",
        "2'-O-methyl",
        thymine=False,
        codes=_METHYL,
        moltypes=_DNA,
    ),
    _sugar(
        "2ome-t",
        "2'-O-methyl (t is thymine: tm)",
        "2'-O-methyl",
        thymine=True,
        codes=_METHYL_T,
        moltypes=_DNA,
    ),
    _sugar("2f", "2'-fluoro", "2'-deoxy-2'-fluoro", thymine=False),
    _sugar("moe", "2'-O-methoxyethyl", "2'-O-(2-methoxyethyl)", thymine=False, moltypes=_RNA),
    _sugar(
        "moe-t",
        "2'-O-methoxyethyl (t is thymine)",
        "2'-O-(2-methoxyethyl)",
        thymine=True,
        moltypes=_DNA,
    ),
    _sugar("lna", "locked nucleic acid (t is thymine)", "2'-O,4'-C-methylene", thymine=True),
)
"""Sugars that are modified alike at every base: mod_base follows the base."""


def _in_turn(id_: str, words: str, one: str, other: str) -> Offered:
    """Two sugars in turn along the positions chosen."""
    first, second = (next(p for p in PATTERNS if p.id == name) for name in (one, other))
    return Offered(id_, "", words, first.at, _RNA, second.at)


_ALTERNATING = (
    _in_turn("2ome-2f", "2'-O-methyl and 2'-fluoro in turn", "2ome", "2f"),
    _in_turn("2f-2ome", "2'-fluoro and 2'-O-methyl in turn", "2f", "2ome"),
)


def _other(id_: str, words: str, symbol: str = "", moltypes: tuple[str, ...] = _DNA) -> Offered:
    return Offered(id_, OTHER, words, lambda _l, _m: Named(OTHER, words, symbol), moltypes=moltypes)


LINK = "phosphorothioate linkage"

_OTHERS: tuple[Offered, ...] = (
    Offered("ps", OTHER, LINK, lambda _l, _m: Named(OTHER, LINK)),
    _other("uracil", "uracil", "t", _DNA),
    _other("thymine", "thymine", "t", _RNA),
    _other("5mdc", "2'-deoxy-5-methylcytidine", "c", _DNA),
    _other("xanthine", "xanthine", "n", ("DNA", "RNA")),
    _other("abasic", "abasic site", "n", ("DNA", "RNA")),
)


def offered(moltype: str) -> tuple[Offered, ...]:
    """Return what can be chosen: patterns, Table 2, then others by full name, OTHER last."""
    table = tuple(_of_table(one.abbreviation) for one in modified_bases() if not one.needs_note)
    own = Offered(OTHER, OTHER, N_("another nucleotide, by its full name"), lambda _l, _m: None)
    return tuple(
        one for one in (*PATTERNS, *_ALTERNATING, *table, *_OTHERS, own) if moltype in one.moltypes
    )


def find_offered(moltype: str, id_: str) -> Offered | None:
    """Return the line of a list by its id."""
    return next((one for one in offered(moltype) if one.id == id_), None)


def known_name(name: str) -> str:
    """Return the abbreviation of Table 2 whose full name this is, "" for none (par. 17)."""
    plain = " ".join(name.split()).lower()
    bases = (one for one in modified_bases() if not one.needs_note)
    return next((one.abbreviation for one in bases if one.name.lower() == plain), "")


def planned(sequence: Sequence, wish: NucleotideWish) -> Modification:
    """Return what is to be written. Raises PositionsError.

    Where the nucleotide chosen has no name at a residue (a pattern at an `n`), none is written.
    """
    positions = read_positions(wish.positions, sequence)
    one = find_offered(sequence.moltype, wish.offered)
    if one is None:
        return Modification()
    letters = sequence.residues.text(positions[0], positions[-1])
    named: list[tuple[int, Named]] = []
    exchanged: list[tuple[int, str]] = []
    for turn, position in enumerate(positions):
        letter = letters[position - positions[0]]
        if turn % 2 and one.every_second is not None:
            name = one.every_second(letter, sequence.moltype)
        else:
            name = _named(one, wish, letter, sequence.moltype)
        if name is None:
            continue
        named.append((position, name))
        symbol = _symbol(letter, name, wish.symbol)
        if symbol != letter:
            exchanged.append((position, symbol))
    return Modification(tuple(_features(named, wish)), tuple(exchanged))


def _named(one: Offered, wish: NucleotideWish, letter: str, moltype: str) -> Named | None:
    given = " ".join(wish.name.split())
    if one.id == OTHER:
        return Named(OTHER, given) if given else None
    found = one.at(letter, moltype)
    if found is not None and one.abbreviation == OTHER and given:
        return Named(OTHER, given, found.symbol)
    return found


def _symbol(letter: str, name: Named, symbol: Symbol) -> str:
    if symbol is Symbol.N:
        return "n"
    if symbol is Symbol.USUAL and (name.symbol == "n" or (letter == "n" and name.symbol)):
        return name.symbol
    return letter


def _features(named: list[tuple[int, Named]], wish: NucleotideWish) -> Iterable[Feature]:
    if wish.form is Form.BETWEEN:
        for first, last in ranges_of(position for position, _name in named):
            for at in range(first, last):
                yield annotation("misc_feature", f"{at}^{at + 1}", note=_note(named[0][1]))
        return
    for (first, last), name in _runs(named, together=wish.together):
        location = str(first) if first == last else f"{first}..{last}"
        if wish.form is Form.MISC:
            yield annotation("misc_feature", location, note=_note(name))
        else:
            yield annotation(KEY, location, mod_base=name.mod_base, note=name.note)


def _note(name: Named) -> str:
    known = modified_base(name.mod_base)
    return name.note or (known.name if known is not None else name.mod_base)


def _runs(named: Iterable[tuple[int, Named]], *, together: bool) -> Iterable[tuple[Range, Named]]:
    """Yield neighbours modified alike as ranges, or each residue by itself."""
    run: tuple[Range, Named] | None = None
    for position, name in named:
        if run is not None and together and run[0][1] == position - 1 and run[1] == name:
            run = (run[0][0], position), name
            continue
        if run is not None:
            yield run
        run = (position, position), name
    if run is not None:
        yield run


def wish_of(feature: Feature, moltype: str) -> NucleotideWish | None:
    """Return what a modified_base or such a misc_feature says, None when it is another thing."""
    note = (feature.value("note") or "").strip()
    between = feature.location.replace("^", "-") if "^" in feature.location else ""
    if feature.key == KEY:
        code = (feature.value("mod_base") or "").strip()
        if code and code != OTHER:
            return NucleotideWish(feature.location, code)
        known = (o.id for o in _OTHERS if o.words == note and moltype in o.moltypes)
        return NucleotideWish(feature.location, next(known, OTHER), note)
    if feature.key == "misc_feature" and note == LINK:
        form = Form.BETWEEN if between else Form.MISC
        return NucleotideWish(between or feature.location, "ps", note, form=form)
    return None
