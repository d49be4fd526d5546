"""Whether a name that is none is a slip for another: what it stands for is not missing as well.

One fault is to give one finding: the misspelt name is told, so what seems to be missing is not.
"""

from __future__ import annotations

from difflib import get_close_matches

from seqeditor.domain.sequence import Feature
from seqeditor.vocabulary.features import feature_key
from seqeditor.vocabulary.qualifiers import name_in_right_case, qualifier

CLOSE = 0.75
_LONGEST = 40


def is_close(text: str, name: str) -> bool:
    """Tell whether a text is a name but for a slip or two; capitals do not count."""
    text = text.strip().lower()
    return len(text) <= _LONGEST and bool(get_close_matches(text, [name.lower()], 1, CLOSE))


def is_misspelt_in(feature: Feature, name: str, moltype: str) -> bool:
    """Tell whether a feature has an unknown qualifier, told by its own rule, that means this."""
    return any(
        qualifier(moltype, one.name) is None
        and name_in_right_case(moltype, one.name.strip()) is None
        and is_close(one.name, name)
        for one in feature.qualifiers
    )


def is_misspelt_key(feature: Feature, key: str, moltype: str) -> bool:
    """Tell whether a feature has an unknown key, told by its own rule, that means this one."""
    return feature_key(moltype, feature.key) is None and is_close(feature.key, key)
