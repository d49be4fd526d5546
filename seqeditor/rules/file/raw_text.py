"""What only the raw text of a file shows (ST.26 par. 40-41)."""

from __future__ import annotations

from seqeditor.rules.finding import Level
from seqeditor.rules.rule import file_rule
from seqeditor.texts import N_, nN_

_REWRITTEN = N_("Write the listing anew.")

file_rule(
    "xml-numeric-char-ref",
    Level.ERROR,
    "par. 41",
    message=N_("The numeric character reference {ref} is not allowed; type the character itself."),
    rewritten=_REWRITTEN,
    help="""
The file holds no numeric character references such as &#233; or &#xE9;.

The standard allows the five predefined entities only, and all other characters as themselves.

Right: <ApplicantName languageCode="fr">Société Dupont</ApplicantName>
Wrong: <ApplicantName languageCode="fr">Soci&#233;t&#233; Dupont</ApplicantName>

Write the listing anew: the characters then stand there themselves.
""",
)

file_rule(
    "xml-undefined-entity",
    Level.ERROR,
    "par. 41",
    message=N_("The entity &{name}; is not allowed and not known. Type what it stands for."),
    variants={"known": N_("The entity &{name}; is not allowed. Type the character itself: {char}")},
    # What stands there cannot be judged while it is not known, and what is meant is mostly beyond
    # Basic Latin as well; that is one fault, and this its name.
    silences=(
        *("xml-not-basic-latin", "xml-suspect-character"),
        *("feat-*", "gi-*", "loc-*", "qual-*", "res-*", "seq-*"),
    ),
    rewritten=_REWRITTEN,
    help="""
Only the entities &lt; &gt; &amp; &quot; &apos; are used.

Entities of web pages, such as &nbsp; or &alpha;, mean nothing in a sequence listing, and a program
may refuse the whole file.

Right: 20 &lt; 30
Wrong: 20&nbsp;nm

Type the character itself; where only Basic Latin is allowed, a word such as alpha.
""",
)

file_rule(
    "xml-unescaped-reserved",
    Level.INFO,
    "par. 41, 71",
    message=nN_(
        "The reserved character {char} is typed directly ({count} place in the file); ST.26 asks"
        " for {entity}.",
        "Reserved characters such as {char} are typed directly ({count} places in the file); ST.26"
        " asks for entities such as {entity}.",
    ),
    rewritten=_REWRITTEN,
    help="""
The characters < > & " and ' appear in texts as &lt; &gt; &amp; &quot; &apos; only.

XML needs it for the first and third only, and once the file is read the difference is gone; the
standard asks for all five.

Right: 5&apos;UTR
Wrong: 5'UTR

Write the listing anew: all five are then written as entities.
""",
)

file_rule(
    "xml-cdata-section",
    Level.WARNING,
    "par. 40-41",
    message=N_("A CDATA section goes round the rule for reserved characters."),
    rewritten=_REWRITTEN,
    help="""
The file holds no <![CDATA[ ... ]]> sections.

In them reserved characters stand as they are, while the standard asks for entities.

Right: Tm &lt; 60
Wrong: <![CDATA[Tm < 60]]>

Write the listing anew: the same text is then written with entities.
""",
)

file_rule(
    "xml-comment-or-pi",
    Level.INFO,
    "Annex II",
    message=nN_(
        "{count} comment or processing instruction will not be kept.",
        "{count} comments or processing instructions will not be kept.",
    ),
    rewritten=N_("Write the listing anew."),
    help="""
Comments and processing instructions (such as xml-stylesheet) are counted.

They are no part of a sequence listing and are lost when it is opened and written anew.

Right: a listing without comments
Wrong: <!-- second draft -->
Wrong: <?xml-stylesheet href="style.xsl"?>

Nothing has to be put right. Keep the file if you need what the comments say.
""",
)
