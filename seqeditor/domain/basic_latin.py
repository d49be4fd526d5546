"""Printable Basic Latin (U+0020 to U+007E, ST.26 par. 40(b), Annex IV) and ways to get there.

Substitutes for values name a symbol (β becomes beta); transliterations of names follow its sound
(β becomes v). Both are proposals for a person to confirm.
"""

from __future__ import annotations

import unicodedata


def _pairs(text: str) -> dict[str, str]:
    """Return the table written as `ä=ae ö=oe`."""
    return dict(pair.split("=", 1) for pair in text.split())


_LATIN = _pairs(
    "Ä=Ae Ö=Oe Ü=Ue ä=ae ö=oe ü=ue ß=ss ẞ=SS Å=Aa å=aa Æ=Ae æ=ae Ø=Oe ø=oe Œ=Oe œ=oe Ð=D ð=d"
    " Þ=Th þ=th Đ=D đ=d Ł=L ł=l ı=i Ħ=H ħ=h Ŋ=Ng ŋ=ng Ŧ=T ŧ=t ĸ=k"
)
_SIGNS = _pairs(
    "…=... ·=. •=- ×=x ÷=/ ±=+/- ≤=<= ≥=>= →=-> ←=<- ≈=~ ≠=!= ®=(R) ©=(C) ™=(TM) ‹=< ›=> ⁄=/"
    " ∼=~ ∙=."
)
_PUNCTUATION = {
    **dict.fromkeys("‘’‚‛′ʹʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " "),
    **dict.fromkeys("\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
    "°": " degrees ",
}
_GREEK_NAMES = _pairs(
    "α=alpha β=beta γ=gamma δ=delta ε=epsilon ζ=zeta η=eta θ=theta ι=iota κ=kappa λ=lambda"
    " μ=u µ=u ν=nu ξ=xi ο=omicron π=pi ρ=rho σ=sigma ς=sigma τ=tau υ=upsilon φ=phi ϕ=phi χ=chi"
    " ψ=psi ω=omega Γ=Gamma Δ=Delta Θ=Theta Λ=Lambda Ξ=Xi Π=Pi Σ=Sigma Φ=Phi Ψ=Psi Ω=Omega"
)
_GREEK_SOUNDS = _pairs(
    "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f"
    " χ=ch ψ=ps ω=o"
)
_CYRILLIC = _pairs(
    "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f"
    " х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ё=e і=i ї=yi є=ye ґ=g ў=u ђ=dj ј=j"
    " љ=lj њ=nj ћ=c џ=dz"
)
_IN_VALUES = _LATIN | _SIGNS | _PUNCTUATION | _GREEK_NAMES
_IN_NAMES = _LATIN | _SIGNS | _PUNCTUATION | _GREEK_SOUNDS | _CYRILLIC


def is_basic_latin(text: str) -> bool:
    """Tell whether every character is one of U+0020 to U+007E."""
    return text.isascii() and text.isprintable()


def outside_basic_latin(text: str) -> str:
    """Return each character outside U+0020 to U+007E once, in the order of the text."""
    return "".join(dict.fromkeys(c for c in text if not " " <= c <= "~"))


def substitute(character: str) -> str | None:
    """Return what may stand in a value for a character, "" to drop it, None if nothing is known."""
    return _replaced(character, _IN_VALUES)


def substituted(text: str) -> str | None:
    """Return a value in Basic Latin, None where a character has no substitute."""
    return _joined(text, _IN_VALUES)


def transliterated(name: str) -> str | None:
    """Return a Latin form of a Latin, Greek or Cyrillic name; None for any other script."""
    return _joined(name, _IN_NAMES)


def _joined(text: str, table: dict[str, str]) -> str | None:
    parts = [_replaced(c, table) for c in unicodedata.normalize("NFC", text)]
    if any(part is None for part in parts):
        return None
    return "".join(part for part in parts if part is not None)


def _replaced(character: str, table: dict[str, str]) -> str | None:
    if " " <= character <= "~":
        return character
    known = table.get(character)
    if known is None and (lower := character.lower()) != character:
        small = table.get(lower)
        known = None if small is None else small[:1].upper() + small[1:]
    if known is not None:
        return known
    return _decomposed(character, table)


def _decomposed(character: str, table: dict[str, str]) -> str | None:
    """Return the letter without its accents, or the plain form of a compatibility character."""
    if unicodedata.combining(character):
        return ""
    parts = unicodedata.normalize("NFKD", character)
    if parts == character:
        return None
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return _joined(bare, table) if bare != character else None
