"""Encoding and XML declaration of the file (ST.26 par. 39(a), 40)."""

from __future__ import annotations

from seqeditor.rules.finding import Level
from seqeditor.rules.rule import file_rule
from seqeditor.texts import N_

_REWRITTEN = N_("Write the listing anew.")

file_rule(
    "xml-encoding-not-utf8",
    Level.ERROR,
    "par. 39(a), 40",
    message=N_("The file must be encoded in UTF-8; this one is in {found}."),
    variants={
        "declared": N_("The file must be encoded in UTF-8; it declares or begins as {found}."),
        "bytes": N_(
            "The file is not UTF-8 throughout: byte {offset} is not. It looks like {found}; look"
            " whether all letters are right."
        ),
    },
    rewritten=N_("Write the listing anew, in UTF-8."),
    help="""
The file is encoded in UTF-8 and says so in its first line.

In another encoding letters beyond the Basic Latin ones become others on another computer.

Right: encoding="UTF-8", and é as the bytes C3 A9
Wrong: encoding="ISO-8859-1"
Wrong: é as the single byte E9

Write the listing anew: it is then in UTF-8. Look first whether names and titles are read right.
""",
)

file_rule(
    "xml-declaration-missing",
    Level.ERROR,
    "par. 39(a); 37 CFR 1.833(b)(2)(i)",
    message=N_(
        'The first line must be <?xml version="1.0" encoding="UTF-8"?>; the declaration is missing.'
    ),
    variants={
        "late": N_(
            "The XML declaration must be the very first thing in the file, but something stands"
            " before it."
        ),
        "incomplete": N_(
            'The XML declaration must give version and encoding: <?xml version="1.0"'
            ' encoding="UTF-8"?>.'
        ),
    },
    rewritten=_REWRITTEN,
    help="""
The file begins with the XML declaration, with version and encoding.

The standard asks for this line; nothing may come before it, not even a blank.

Right: <?xml version="1.0" encoding="UTF-8"?> as the first line
Wrong: <!DOCTYPE ST26SequenceListing ... as the first line

Write the listing anew, or put the line at the beginning.
""",
)

file_rule(
    "xml-declaration-form",
    Level.WARNING,
    "par. 39(a)",
    message=N_(
        'The XML declaration differs from the form of the standard, <?xml version="1.0"'
        ' encoding="UTF-8"?>: {found}'
    ),
    rewritten=_REWRITTEN,
    help="""
The XML declaration reads as in the standard, letter by letter.

Other forms, such as utf-8 in small letters, mean the same to XML; only the letter of the standard
differs.

Right: <?xml version="1.0" encoding="UTF-8"?>
Wrong: <?xml version="1.0" encoding="utf-8"?>

Write the listing anew.
""",
)

file_rule(
    "xml-version-not-1-0",
    Level.ERROR,
    "par. 39",
    message=N_("The XML version must be 1.0; this file says {version}."),
    rewritten=_REWRITTEN,
    help="""
The XML declaration says version 1.0.

ST.26 is XML 1.0; a program for it may refuse any other version.

Right: <?xml version="1.0" encoding="UTF-8"?>
Wrong: <?xml version="1.1" encoding="UTF-8"?>

Write the listing anew, or change the number in the first line.
""",
)

file_rule(
    "xml-byte-order-mark",
    Level.INFO,
    "par. 39-40",
    message=N_("The file begins with a byte order mark. XML allows it, but some tools refuse it."),
    rewritten=_REWRITTEN,
    help="""
The file does not begin with a byte order mark, the bytes EF BB BF that some editors write.

XML allows the mark; some tools do not expect it before the XML declaration.

Right: bytes 3C 3F 78 6D 6C: <?xml
Wrong: bytes EF BB BF 3C 3F 78 6D 6C

Write the listing anew: it is then left out.
""",
)
