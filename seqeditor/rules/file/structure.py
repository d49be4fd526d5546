"""Elements and attributes against the DTD (ST.26 Annex II)."""

from __future__ import annotations

from seqeditor.rules.finding import Level
from seqeditor.rules.rule import file_rule
from seqeditor.texts import N_, nN_

_ABOUT_WHAT_IS_NOT_THERE = (
    *("gi-*", "seq-*", "res-*", "skip-*", "feat-*", "loc-*", "qual-*"),
    *("lang-english-missing", "xml-mandatory-empty"),
)

file_rule(
    "dtd-unknown-element",
    Level.ERROR,
    "Annex II",
    message=N_("<{name}> (line {line}) is no element of a sequence listing. Remove or rename it."),
    variants={
        "slip": N_(
            "<{name}> (line {line}) is no element of a sequence listing. Is <{meant}> meant? Then"
            " rename it."
        ),
        "misplaced": N_("<{name}> (line {line}) is not allowed in <{parent}>. Remove or move it."),
        "root": N_(
            "This is not a sequence listing by ST.26: its root element is <{name}> and not"
            " <ST26SequenceListing>."
        ),
    },
    # At the place of the element whose name is misspelt.
    silences=_ABOUT_WHAT_IS_NOT_THERE,
    help="""
Every element is one that the DTD of sequence listings declares, and stands where the DTD lets it.

An element with another name is not read by any Office; a datum in it is lost.

Right: <InventionTitle languageCode="en">
Wrong: <InventionTitel languageCode="en">

Look for a slip in the name; capitals matter. Move the datum to the element for it, or remove it.
Where an element with nearly that name is missing, it is named. Nothing is renamed for you.
""",
)

file_rule(
    "dtd-missing-element",
    Level.ERROR,
    "Annex II",
    message=N_("<{parent}> lacks the required element <{child}>. Add it."),
    silences=_ABOUT_WHAT_IS_NOT_THERE,
    help="""
Each element has the children the DTD requires, such as key and location in a feature.

What is missing cannot be checked, and the file is refused as a whole.

Right: <INSDFeature> with INSDFeature_key and INSDFeature_location
Wrong: <INSDFeature> with INSDFeature_key alone

Add the element with its content. Where the content is not known, the source of the listing must
tell it.
""",
)

file_rule(
    "dtd-wrong-order",
    Level.ERROR,
    "Annex II",
    message=N_("<{child}> is out of order in <{parent}>. The order is: {expected}."),
    rewritten=N_("Write the listing anew, in the right order."),
    help="""
The children of an element come in the order of the DTD.

A program that reads by the DTD stops at the first element out of order.

Right: ApplicationIdentification, then ApplicantFileReference
Wrong: ApplicantFileReference, then ApplicationIdentification

Write the listing anew: nothing is lost, and the order is right.
""",
)

file_rule(
    "dtd-repeated-element",
    Level.ERROR,
    "Annex II",
    message=nN_(
        "<{child}> occurs {count} time in <{parent}>, where one is allowed; the first was read.",
        "<{child}> occurs {count} times in <{parent}>, where one is allowed; the first was read.",
    ),
    help="""
Elements that may occur once occur once, such as ApplicantName or INSDSeq_feature-table.

With two of them it is open which one counts. This program shows the first.

Right: <ApplicantName languageCode="en">Acme, Inc.</ApplicantName>, once
Wrong: two ApplicantName elements

Decide which one is right and remove the other.
""",
)

file_rule(
    "dtd-unknown-attribute",
    Level.ERROR,
    "Annex II",
    message=N_("The attribute {name} is not allowed on <{element}>."),
    rewritten=N_("Write the listing anew, without the attribute."),
    help="""
Only the attributes of the DTD occur: seven on the root, languageCode, sequenceIDNumber and id.

Attributes such as xmlns, xsi:schemaLocation or xml:lang come from other programs; the DTD does
not know them.

Right: <INSDQualifier id="q1">
Wrong: <INSDQualifier xml:lang="en">
Wrong: <ST26SequenceListing xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">

Write the listing anew: they are then left out.
""",
)

file_rule(
    "dtd-missing-attribute",
    Level.ERROR,
    "Annex II; par. 43, 47, 48, 51",
    message=N_("<{element}> lacks the required attribute {name}. Add it."),
    silences=("gi-language-code-unknown", "num-id-not-integer", "root-dtd-version-format"),
    help="""
Required attributes are there: dtdVersion, the languageCode of names and titles, the
sequenceIDNumber of each sequence.

Without them a text has no language and a sequence no number.

Right: <ApplicantName languageCode="en">Acme, Inc.</ApplicantName>
Wrong: <ApplicantName>Acme, Inc.</ApplicantName>

Add the attribute. Numbers and dtdVersion are written by this program; the language you choose.
""",
)

file_rule(
    "dtd-stray-text",
    Level.ERROR,
    "Annex II",
    message=N_("The text “{text}” is not allowed directly inside <{element}>. Remove or move it."),
    rewritten=N_("Write the listing anew, without the text."),
    help="""
Elements that hold elements hold no text beside them, but white space.

Such text belongs to nothing, and the DTD forbids it. Often it is what is left of a broken tag.

Right: <INSDSeq><INSDSeq_length>30</INSDSeq_length> ...
Wrong: <INSDSeq>abc<INSDSeq_length>30</INSDSeq_length> ...

Move the text to the element it belongs to, or remove it.
""",
)

file_rule(
    "dtd-qualifier-id-invalid",
    Level.ERROR,
    "Annex II (ID type)",
    message=N_("The qualifier id “{id}” is not valid."),
    variants={
        "name": N_(
            "The qualifier id “{id}” is not a valid name: it begins with a letter and has no"
            " blanks, such as q12."
        ),
        "twice": N_("The qualifier id “{id}” is used more than once. Give each its own."),
    },
    silences=("lang-qualifier-id-*", "xml-optional-empty", "xml-not-basic-latin"),
    rewritten=N_("Write the listing anew: the qualifier gets the next free id."),
    help="""
The id of a qualifier is a name of XML: it begins with a letter, has no blanks, and no two are the
same in a file.

The ids tie together the texts of two language versions of a listing.

Right: id="q1" and id="q2"
Wrong: id="12"
Wrong: id="q1" and id="q1"

Write the listing anew: such qualifiers get the next free ids, q12, q13 and so on, and the others
keep theirs. A translation file with the old ids has to follow.
""",
)
