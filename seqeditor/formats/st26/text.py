"""Characters in ST.26 XML: which can be written, and how they are escaped (ST.26 par. 40-41)."""

from __future__ import annotations

import re

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_UNWRITABLE_ASCII = bytes({*range(0x20)} - {*b"\t\n\r"})


class UnwritableCharacter(ValueError):  # noqa: N818 - the name says what it is
    """A text holds a character that XML 1.0 cannot hold in any spelling.

    `character` is the first such character, `offset` its 0-based place in `text`.
    """

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.character = text[offset]
        super().__init__(f"U+{ord(self.character):04X} cannot be written to XML")


def first_unwritable(text: str) -> int | None:
    """Return the 0-based offset of the first character XML 1.0 cannot hold, None if all can be."""
    if text.isascii():
        # Megabytes at every key in a long sequence, and this takes a quarter of the time.
        data = text.encode()
        if len(data.translate(None, _UNWRITABLE_ASCII)) == len(data):
            return None
    elif text.isprintable():
        return None
    match = _UNWRITABLE.search(text)
    return match.start() if match else None


def check_writable(text: str) -> None:
    """Raise UnwritableCharacter if the text holds a character XML 1.0 cannot hold."""
    offset = first_unwritable(text)
    if offset is not None:
        raise UnwritableCharacter(text, offset)


def escape(text: str) -> str:
    """Return the text with all five reserved characters as predefined entities (par. 41).

    Line breaks and tabs stay as they are: par. 41 forbids numeric character references.
    """
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    if "'" in text:
        text = text.replace("'", "&apos;")
    return text


def escape_stored(text: str) -> str:
    """Return the text escaped so that a parser gives back the very same characters.

    For rows of the working copy, never for ST.26 output: line breaks and tabs become numeric
    references, which a parser does not normalise.
    """
    if text.isidentifier():
        return text
    text = escape(text)
    if text.isprintable():
        return text
    if "\n" in text:
        text = text.replace("\n", "&#10;")
    if "\r" in text:
        text = text.replace("\r", "&#13;")
    if "\t" in text:
        text = text.replace("\t", "&#9;")
    return text


def published(fragment: bytes) -> bytes:
    """Return stored XML with the numeric references of `escape_stored` as plain characters."""
    if b"&#" not in fragment:
        return fragment
    return fragment.replace(b"&#10;", b"\n").replace(b"&#13;", b"\r").replace(b"&#9;", b"\t")
