"""Which script a text is mainly written in, and which one its language is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter

_LATIN = frozenset({"LATIN"})
_SCRIPTS = {
    **dict.fromkeys(("en", "fr", "de", "es", "pt", "it"), _LATIN),
    **dict.fromkeys(("ru", "bg"), frozenset({"CYRILLIC"})),
    "zh": frozenset({"CJK", "BOPOMOFO"}),
    "ja": frozenset({"CJK", "HIRAGANA", "KATAKANA"}),
    "ko": frozenset({"HANGUL", "CJK"}),
    "ar": frozenset({"ARABIC"}),
    "el": frozenset({"GREEK"}),
}


def main_script(text: str) -> str:
    """Return the first word of the Unicode names of most letters, such as LATIN; "" for none."""
    scripts = Counter(
        unicodedata.name(character, "").split(" ")[0] for character in text if character.isalpha()
    )
    scripts.pop("", None)
    return scripts.most_common(1)[0][0] if scripts else ""


def fits(text: str, language: str) -> bool:
    """Tell whether the script of a text is one of its language, or nothing is known of either."""
    script = main_script(text)
    wanted = _SCRIPTS.get(language)
    if not script or wanted is None:
        return True
    # A text in Chinese characters mixed with a few Latin names still has its own script.
    return script in wanted or any(main_script(c) in wanted - _LATIN for c in text)
