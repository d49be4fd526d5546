"""Names in Latin letters (ST.26 par. 47): proposals by the sound, for a person to confirm.

German, Nordic, Polish and other Latin letters, Greek and Cyrillic; never a guess for the scripts
whose reading is not in the letters, such as Chinese or Japanese.
"""

from __future__ import annotations

import unicodedata

from seqeditor.vocabulary.characters import basic_latin_substitute, is_basic_latin


def _pairs(text: str) -> dict[str, str]:
    """Return the table written as `ä=ae ö=oe`."""
    return dict(pair.split("=", 1) for pair in text.split())


_LETTERS = _pairs(
    "ä=ae ö=oe ü=ue å=aa ø=oe"
    # Greek
    " α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f"
    " χ=ch ψ=ps ω=o ά=a έ=e ή=i ί=i ό=o ύ=y ώ=o ϊ=i ϋ=y ΐ=i ΰ=y"
    # Cyrillic
    " а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f"
    " х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ё=e і=i ї=yi є=ye ґ=g ў=u ђ=dj ј=j"
    " љ=lj њ=nj ћ=c џ=dz"
)


def latin_name(name: str) -> str | None:
    """Return a name in Basic Latin, None where a character has no known Latin form."""
    parts = [_letter(character) for character in unicodedata.normalize("NFC", name)]
    return None if None in parts else "".join(part or "" for part in parts)


def _letter(character: str) -> str | None:
    known = _LETTERS.get(character)
    if known is None and (small := _LETTERS.get(character.lower())) is not None:
        known = small[:1].upper() + small[1:]
    if known is None:
        known = basic_latin_substitute(character)
    if is_basic_latin(known):
        return known
    bare = unicodedata.normalize("NFD", character)[0]
    return _letter(bare) if bare != character else None
