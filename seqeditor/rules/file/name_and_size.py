"""The file seen from outside: its name and its size."""

from __future__ import annotations

from seqeditor.rules.finding import Level
from seqeditor.rules.rule import file_rule
from seqeditor.texts import N_

file_rule(
    "xml-file-extension",
    Level.WARNING,
    "PCT AI Annex C; 37 CFR 1.834",
    message=N_("The file name {name} should end with .xml."),
    rewritten=N_("Write the listing anew under its name."),
    silences=("xml-file-name-us",),
    help="""
The name of the file ends with .xml, in small letters or capitals.

Offices' filing systems know a sequence listing by it.

Right: listing.xml
Wrong: listing.txt

Rename the file, or generate the listing anew.
""",
)

file_rule(
    "xml-file-size",
    Level.INFO,
    "37 CFR 1.21(o), Office upload limits",
    profiles={"us": Level.WARNING},
    message=N_("The file has {mb} MB. That may exceed the limit of an Office, or cost a fee."),
    help="""
A file of more than 100 MB is pointed out.

Many Offices limit the size of an upload, and the US Office takes a fee for large listings, from
300 MB on.

Right: a file of 2 MB
Wrong: a file of 420 MB

Ask the Office. Leave out sequences that the application does not need.
""",
)

file_rule(
    "xml-file-name-us",
    Level.INFO,
    "37 CFR 1.834(a)(3)",
    profiles={"us": Level.ERROR},
    message=N_(
        "The US Office accepts at most 60 letters, digits, hyphens and underscores before .xml;"
        " this file is called {name}."
    ),
    # In the profile us this one is the graver, and so the one that speaks.
    silences=("xml-file-extension",),
    help="""
The name of the file has at most 60 letters, digits, hyphens and underscores, then .xml.

The US Office accepts no other names; in the profile us this is an error.

Right: AB123-US.xml
Wrong: Listing (final).xml

Rename the file, such as AB123-US.xml. The name this program proposes always fits.
""",
)

file_rule(
    "root-file-name-mismatch",
    Level.INFO,
    "par. 43; DTD note",
    message=N_("fileName says {value}, but the file is called {actual}. That is allowed."),
    rewritten=N_("Write the listing anew under its name."),
    help="""
The attribute fileName is the name of the file, with or without .xml.

The two may differ; often the file has been renamed since it was written.

Right: fileName="EX-0001.xml" in the file EX-0001.xml
Wrong: fileName="draft.xml" in the file EX-0001.xml

Nothing has to be put right. Writing the listing anew brings the attribute up to date.
""",
)
