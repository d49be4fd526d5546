"""Whether a file is XML at all (ST.26 par. 38-39)."""

from __future__ import annotations

from seqeditor.rules.finding import Level
from seqeditor.rules.rule import file_rule
from seqeditor.texts import N_

file_rule(
    "xml-st25-text-given",
    Level.ERROR,
    "par. 39",
    message=N_(
        "This is an ST.25 text listing, not ST.26 XML. Import it: what ST.26 asks for in addition"
        " is then asked for."
    ),
    help="""
The file is a listing by the former standard ST.25, a plain text with numeric identifiers such as
<110> and <210>.

Since July 2022 new applications need a listing by ST.26, which is XML and holds more.

Right: <?xml version="1.0" encoding="UTF-8"?> as the first line
Wrong: <110> Smith, John as the first line

Import the file as ST.25; the import report says what was kept, renamed and must be decided.
""",
)

file_rule(
    "xml-not-well-formed",
    Level.ERROR,
    "par. 38-39; XML 1.0",
    message=N_("Line {line}, column {col}: this is not well-formed XML. {parserMessage}"),
    variants={
        "empty": N_("The file is empty."),
        "binary": N_("This is not a text file, so it is no sequence listing."),
        "unopened": N_("The file cannot be read: {reason}."),
        "no-project": N_("This is no project of this program, or a damaged one."),
        "newer-project": N_(
            "The project was written by a newer version of this program. Open it with that one."
        ),
        "no-xml": N_("This is not an XML file, so it is no sequence listing by ST.26."),
        "cut-off": N_(
            "The file breaks off at line {line}. Its end is missing; get the whole file."
        ),
        "after-end": N_(
            "Line {line}: there is text after the end of the listing. Remove it, or put it into"
            " the listing."
        ),
        "character": N_(
            "Line {line}, column {col}: there is a character that XML cannot hold. Remove it."
        ),
        "ampersand": N_(
            "Line {line}, column {col}: an ampersand (&) stands alone. Write &amp; instead."
        ),
        "less-than": N_(
            "Line {line}, column {col}: a less-than sign (<) stands where no tag begins. Write"
            " &lt; instead."
        ),
        "attribute": N_(
            "Line {line}, column {col}: the value of an attribute is not between quotation marks."
        ),
        "attribute-twice": N_("Line {line}, column {col}: an attribute is given twice."),
        "cdata-end": N_("Line {line}, column {col}: write ]]&gt; instead of ]]>."),
        "mismatch": N_(
            "Line {line}: <{opened}> is closed by </{closed}>. Each element is closed by its own"
            " end tag."
        ),
        "comment": N_("Line {line}, column {col}: a comment is not closed, or contains --."),
        "tag": N_("Line {line}, column {col}: a tag is not closed by a greater-than sign (>)."),
        "too-deep": N_("Line {line}: elements are nested deeper than in any sequence listing."),
        "too-large": N_("Line {line}: an element is larger than any of a sequence listing."),
    },
    help="""
The file follows the rules of XML: each element is closed by its own end tag, attributes stand
between quotation marks, & and < are written as &amp; and &lt;, and there is one root element.

No program reads further than the first such fault, so nothing after it has been checked.

Right: <INSDFeature_key>CDS</INSDFeature_key>
Wrong: <INSDFeature_key>CDS</INSDFeature>
Wrong: <INSDQualifier id=q1>

Correct the place named, or write the listing anew with a program for sequence listings.
""",
)
