"""Coding regions with their proteins: every way par. 89-92 lets a CDS be given."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.rules.planted.features import reverse_complement

_CODONS = {
    **dict(zip("ACDEFGH", ("gct", "tgc", "gat", "gaa", "ttt", "ggc", "cat"), strict=True)),
    **dict(zip("IKLMNPQ", ("att", "aaa", "ctg", "atg", "aat", "ccg", "cag"), strict=True)),
    **dict(zip("RSTVWY", ("cgt", "agc", "acc", "gtg", "tgg", "tat"), strict=True)),
    **dict(zip("UOX", ("tga", "tag", "nnn"), strict=True)),
}
"""One codon for each amino acid, the same in all genetic codes used here."""

_AMINO = "ACDEFGHIKLMNPQRSTVY"


@dataclass
class Coding:
    """A nucleotide sequence with a CDS; `protein` is "" where none is listed."""

    letters: str
    location: str
    protein: str
    quals: list[tuple[str, str | None]] = field(default_factory=list)
    moltype: str = "DNA"


def protein_of(random: Random, length: int | None = None) -> str:
    """Return the residues of a protein that begins with M."""
    count = length or random.randint(5, 60)
    return "M" + "".join(random.choice(_AMINO) for _ in range(count - 1))


def codons(protein: str) -> str:
    return "".join(_CODONS[letter] for letter in protein)


def coding(random: Random) -> Coding:
    """Return a coding region of a form chosen at random."""
    makers = (
        *(_plain, _flanked, _turned, _spliced, _turned_and_spliced, _cut_off, _open_end),
        *(_selenium, _short, _pseudo, _ambiguous, _other_table, _slipped, _completed),
    )
    return random.choice(makers)(random)


def _flank(random: Random, most: int = 12) -> str:
    return "".join(random.choice("acgt") for _ in range(random.randint(1, most)))


def _plain(random: Random) -> Coding:
    protein = protein_of(random)
    letters = codons(protein) + random.choice(["taa", "tag", "tga"])
    quals: list[tuple[str, str | None]] = [("codon_start", "1")] if random.random() < 0.5 else []
    return Coding(letters, f"1..{len(letters)}", protein, quals)


def _flanked(random: Random) -> Coding:
    one = _plain(random)
    left, right = _flank(random), _flank(random)
    location = f"{len(left) + 1}..{len(left) + len(one.letters)}"
    return Coding(left + one.letters + right, location, one.protein, one.quals, "RNA")


def _turned(random: Random) -> Coding:
    one = _flanked(random)
    total = len(one.letters)
    first, last = (total + 1 - int(end) for end in reversed(one.location.split("..")))
    return Coding(
        reverse_complement(one.letters), f"complement({first}..{last})", one.protein, one.quals
    )


def _spliced(random: Random) -> Coding:
    protein = protein_of(random)
    whole = codons(protein) + "taa"
    cut = random.randint(2, len(whole) - 2)
    intron = "gt" + _flank(random) + "ag"
    letters = whole[:cut] + intron + whole[cut:]
    location = f"join(1..{cut},{cut + len(intron) + 1}..{len(letters)})"
    return Coding(letters, location, protein)


def _turned_and_spliced(random: Random) -> Coding:
    one = _spliced(random)
    total = len(one.letters)
    ends = [int(end) for part in one.location[5:-1].split(",") for end in part.split("..")]
    a, b, c, d = (total + 1 - end for end in reversed(ends))
    members = f"{a}..{b},{c}..{d}"
    location = f"complement(join({members}))"
    if random.random() < 0.5:
        location = f"join(complement({c}..{d}),complement({a}..{b}))"
    return Coding(reverse_complement(one.letters), location, one.protein)


def _cut_off(random: Random) -> Coding:
    """The beginning is not there: the first codon is no start, one or two bases stand before."""
    protein = "K" + protein_of(random)
    before = random.randint(0, 2)
    letters = "ac"[:before] + codons(protein) + "tga"
    quals: list[tuple[str, str | None]] = [("codon_start", str(before + 1))] if before else []
    return Coding(letters, f"<1..{len(letters)}", protein, quals)


def _open_end(random: Random) -> Coding:
    protein = protein_of(random)
    letters = codons(protein)
    return Coding(letters, f"1..>{len(letters)}", protein)


def _selenium(random: Random) -> Coding:
    letter, acid = random.choice([("U", "Sec"), ("O", "Pyl")])
    head = protein_of(random, 6)
    protein = head + letter + "KVLA"
    letters = codons(protein) + "taa"
    first = 3 * len(head) + 1
    quals: list[tuple[str, str | None]] = [
        ("transl_except", f"(pos:{first}..{first + 2},aa:{acid})")
    ]
    return Coding(letters, f"1..{len(letters)}", protein, quals)


def _short(random: Random) -> Coding:
    """Too few amino acids for a sequence of their own: no protein_id."""
    return Coding("atgaaagtgtaa", "1..12", "", [("translation", "MKV")])


def _pseudo(random: Random) -> Coding:
    one = _plain(random)
    mark: tuple[str, str | None] = random.choice([("pseudo", None), ("pseudogene", "processed")])
    return Coding(one.letters, one.location, "", [mark])


def _ambiguous(random: Random) -> Coding:
    head = protein_of(random, 6)
    protein = head + "XKVLA"
    letters = codons(protein) + "taa"
    return Coding(letters, f"1..{len(letters)}", protein)


def _other_table(random: Random) -> Coding:
    table, tryptophan = random.choice([("2", "tga"), ("4", "tga"), ("11", "tgg"), ("1", "tgg")])
    head = protein_of(random, 8)
    letters = codons(head) + tryptophan + codons("KVLA") + "taa"
    return Coding(letters, f"1..{len(letters)}", head + "WKVLA", [("transl_table", table)])


def _slipped(random: Random) -> Coding:
    """The frame goes back by one base, which is read twice."""
    head = protein_of(random, 6) + "K"
    first = codons(head)
    # The last base of the first part, a, is the first base of the codon that follows.
    letters = first + codons("K")[1:] + codons("VLAK") + "taa"
    location = f"join(1..{len(first)},{len(first)}..{len(letters)})"
    return Coding(letters, location, head + "KVLAK", [("ribosomal_slippage", None)])


def _completed(random: Random) -> Coding:
    """The stop codon is completed later, by the tail of the mRNA."""
    protein = protein_of(random)
    letters = codons(protein) + "ta"
    total = len(letters)
    quals: list[tuple[str, str | None]] = [("transl_except", f"(pos:{total - 1}..{total},aa:TERM)")]
    return Coding(letters, f"1..{total}", protein, quals)
