"""Names of XML, which the ids of qualifiers are (XML 1.0, section 2.3; Annex II, type ID)."""

from __future__ import annotations

import re

_NAME = re.compile(
    "[:A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff]"
    "[-.0-9:A-Z_a-z\xb7\xc0-\xd6\xd8-\xf6\xf8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff]*"
)


def is_name(text: str) -> bool:
    """Tell whether a text is a name of XML: begins with a letter, holds no blanks, is not empty."""
    return _NAME.fullmatch(text) is not None
