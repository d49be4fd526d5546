"""The DOCTYPE line (ST.26 par. 39(b), Annex II)."""

from __future__ import annotations

from seqeditor.rules.finding import Level
from seqeditor.rules.rule import LEGACY, file_rule
from seqeditor.texts import N_

_REWRITTEN = N_("Write the listing anew.")

file_rule(
    "xml-doctype-missing",
    Level.ERROR,
    "par. 39(b)",
    message=N_("The DOCTYPE declaration is missing. It is the second line of a listing."),
    rewritten=_REWRITTEN,
    help="""
The second line of the file is the DOCTYPE declaration, which names the DTD of sequence listings.

Without it a program does not know by which DTD the listing is to be judged.

Right: <!DOCTYPE ST26SequenceListing PUBLIC "-//WIPO//DTD Sequence Listing 1.3//EN" ...>
Wrong: <ST26SequenceListing ...> right after the XML declaration

Write the listing anew.
""",
)

file_rule(
    "xml-doctype-root",
    Level.ERROR,
    "par. 39(b)",
    message=N_("The DOCTYPE names {name}; it must name ST26SequenceListing."),
    rewritten=_REWRITTEN,
    help="""
The DOCTYPE names the root element, ST26SequenceListing.

XML itself asks that the two names are the same.

Right: <!DOCTYPE ST26SequenceListing PUBLIC ...>
Wrong: <!DOCTYPE ST26 PUBLIC ...>

Write the listing anew, or correct the name.
""",
)

file_rule(
    "xml-doctype-public-id",
    Level.ERROR,
    "par. 39(b); Annex II",
    profiles={LEGACY: Level.WARNING},
    message=N_(
        "The DOCTYPE must have the public identifier -//WIPO//DTD Sequence Listing 1.3//EN, not"
        " “{found}”."
    ),
    rewritten=_REWRITTEN,
    help="""
The DOCTYPE has the public identifier -//WIPO//DTD Sequence Listing 1.3//EN.

It says by which version of the DTD the listing was made; 1.3 is the one in force. Capitals and
spacing do not matter.

Right: PUBLIC "-//WIPO//DTD Sequence Listing 1.3//EN"
Wrong: PUBLIC "-//WIPO//DTD Sequence Listing 1.2//EN"

Bring the listing up to date, where other findings ask for it, and write it anew.
""",
)

file_rule(
    "xml-doctype-system-id",
    Level.WARNING,
    "par. 39(b)",
    message=N_(
        "The DOCTYPE should have the system identifier ST26SequenceListing_V1_3.dtd, not “{found}”."
    ),
    rewritten=_REWRITTEN,
    help="""
The DOCTYPE has the system identifier ST26SequenceListing_V1_3.dtd, a bare file name.

A path or an address leads nowhere on another computer; the public identifier still names the DTD,
so this is a warning.

Right: "ST26SequenceListing_V1_3.dtd"
Wrong: "resources/ST26SequenceListing_V1_3.dtd"

Write the listing anew.
""",
)

file_rule(
    "xml-doctype-position",
    Level.INFO,
    "par. 39(b)",
    message=N_("The DOCTYPE should be the second line of the file; it is on line {line}."),
    rewritten=_REWRITTEN,
    help="""
The DOCTYPE is on the second line, right after the XML declaration.

So the standard shows it; comments, style sheets and empty lines between do no harm to XML tools.

Right: line 1: <?xml ...?>, line 2: <!DOCTYPE ...>
Wrong: line 1: <?xml ...?>, line 2: <?xml-stylesheet ...?>, line 3: <!DOCTYPE ...>

Write the listing anew if you like.
""",
)

file_rule(
    "xml-doctype-internal-subset",
    Level.ERROR,
    "par. 39(b), 41",
    message=N_("The DOCTYPE must not contain declarations of its own ({found})."),
    rewritten=_REWRITTEN,
    help="""
The DOCTYPE has no declarations between square brackets, and so declares no entities.

The standard fixes the line and allows five predefined entities only. Own declarations can also be
used to harm the reader's computer, so they are never carried out.

Right: <!DOCTYPE ST26SequenceListing PUBLIC "..." "...">
Wrong: <!DOCTYPE ST26SequenceListing [<!ENTITY x "y">]>

Write the text the entities stand for in their place, then write the listing anew.
""",
)

file_rule(
    "root-dtd-version-doctype",
    Level.WARNING,
    "par. 39(b), 43",
    message=N_("dtdVersion {value} does not agree with the DOCTYPE, which names {doctype}."),
    rewritten=_REWRITTEN,
    help="""
The attribute dtdVersion and the DOCTYPE name the same version of the DTD.

Where they do not, it is open by which version the listing was made.

Right: dtdVersion="V1_3" with "-//WIPO//DTD Sequence Listing 1.3//EN"
Wrong: dtdVersion="V1_3" with "-//WIPO//DTD Sequence Listing 1.2//EN"

Write the listing anew: both are then those of the version in force.
""",
)
