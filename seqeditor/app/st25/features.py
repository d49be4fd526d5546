"""<220> to <223> as features of ST.26 (Annex I; transformations of Annex VII)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seqeditor.app.account import Account
from seqeditor.app.st25.location import Place, place_of
from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.formats.st25.reader import Feature25
from seqeditor.texts import N_
from seqeditor.vocabulary.features import (
    feature_key,
    former_key,
    key_in_right_case,
    mandatory_qualifiers,
)
from seqeditor.vocabulary.modified_bases import modified_base

KEY = N_("{old} is written as {new}.")
KEY_WITH = N_("{old} is written as {new} ({qualifier} {value}).")
KEY_NOTE = N_("{old} is written as {new} with a note.")
NO_KEY = N_("{old} is no feature key; {new} with a note was used.")
OTHER_SIDE = N_("{old} is for nucleotides; {new} was used.")
UNCLEAR = N_("{old}: a single residue or a region? Choose SITE or REGION.")
NON_CONS = N_("NON_CONS marks a gap; ST.26 needs separate sequences.")
LOCATION = N_("The location {old} is written as {new}.")
DESCENDING = N_("The location {old} goes backwards. Is the complementary strand meant?")
LIST = N_("The location {old} names several places. Check how they belong together.")
UNREADABLE = N_("The location {old} cannot be read. Put it right.")
OUTSIDE = N_("The location {old} lies outside 1 to {length}.")
MISSING = N_("{key} has no location; the whole sequence was taken.")
EMPTY = N_("A feature without any content was left out.")
SOURCE_NOTE = N_("The description is a note of source now.")
LONG = N_("A text of {count} characters was divided into notes of at most 1000.")
CHARACTERS = N_(
    "The text has characters outside Basic Latin. Put it into English, or give its language."
)
NEEDED = N_("{key} needs the qualifier {qualifier}.")
NOTE_NEEDED = N_("{key} needs a note that says what is meant.")
VARIANT = N_("X stands for several residues here. Is VARIANT meant?")
N_CHECK = N_("Check what n stands for: {text}")
XAA = N_("Xaa is written as X in the text.")

LONGEST = 1000
_DESCRIPTION = re.compile(r"\s*description\s+of\s+artificial\s+sequence\s*:?\s*", re.IGNORECASE)
_XAA = re.compile(r"\bXaa\b")
_N_IS = re.compile(r"\bn\s*(?:=|is|can be|represents)", re.IGNORECASE)
_FOR_PROTEINS = {
    "variation": "VARIANT",
    "modified_base": "SITE",
    "unsure": "UNSURE",
    "mat_peptide": "CHAIN",
    "sig_peptide": "SIGNAL",
}
_MISC = {"misc_feature", "misc", "misc feature"}


def source_notes(features: tuple[Feature25, ...], account: Account) -> Iterator[Qualifier]:
    """Yield the notes of source: the text of each feature with neither key nor location."""
    for one in features:
        if one.key or one.location:
            continue
        for text in one.notes:
            bare = _DESCRIPTION.sub("", text, count=1) or text
            account.noted("223-source", SOURCE_NOTE, field="<223>", line=one.line, old=text)
            yield from _notes(bare, account, one.line)


def features_from(
    features: tuple[Feature25, ...], moltype: str, length: int, shift: int, account: Account
) -> Iterator[Feature]:
    """Yield the features of a sequence, those of source notes left aside."""
    for one in features:
        if one.is_empty:
            account.dropped("empty-feature", EMPTY, field="<220>", line=one.line)
        elif one.key or one.location:
            yield from _feature(one, moltype, length, shift, account)


def _feature(
    one: Feature25, moltype: str, length: int, shift: int, account: Account
) -> Iterator[Feature]:
    place = _place(one, moltype, length, shift, account)
    key, extra, notes = _key(one, moltype, place, account)
    qualifiers = list(extra)
    for text in notes:
        qualifiers += _notes(_with_x(text, moltype, key, one, account), account, one.line)
    qualifiers += _mandatory(key, moltype, qualifiers, one, account)
    for text in place.texts:
        yield Feature(key, text, tuple(qualifiers))


# Location -------------------------------------------------------------------------------------


def _place(one: Feature25, moltype: str, length: int, shift: int, account: Account) -> Place:
    if not one.location:
        account.asked("location-missing", MISSING, field="<222>", line=one.line, key=one.key)
        text = f"1..{length}" if length != 1 else "1"
        return Place((text,), ends=((1, length),))
    place = place_of(one.location, moltype, length, shift)
    asked = {
        "descending": ("descending", DESCENDING),
        "list": ("list", LIST),
        "unreadable": ("location", UNREADABLE),
        "outside": ("out-of-range", OUTSIDE),
    }
    if place.problem:
        code, message = asked[place.problem]
        account.asked(
            code,
            message,
            field="<222>",
            line=one.line,
            old=one.location,
            length=length,
        )
    elif place.is_changed:
        account.changed(
            "location",
            LOCATION,
            field="<222>",
            line=one.line,
            old=one.location,
            new=", ".join(place.texts),
            check=place.is_complement,
        )
    else:
        account.kept()
    return place


# Key ------------------------------------------------------------------------------------------


def _key(
    one: Feature25, moltype: str, place: Place, account: Account
) -> tuple[str, list[Qualifier], list[str]]:
    """Return the feature key, qualifiers that come with it, and the texts for notes."""
    old, notes = one.key, list(one.notes)
    name = old.replace("-", "_") if feature_key(moltype, old.replace("-", "_")) else old
    known = key_in_right_case(moltype, name)
    if known is not None and not (moltype == "AA" and name.lower() in _MISC):
        if known.name == "source":
            return _second_source(one, moltype, place, account, notes)
        if known.name == old:
            account.kept()
        else:
            _tell_key(account, KEY, one, known.name)
        return known.name, [], notes
    former = former_key(moltype, name) or former_key(moltype, old)
    if former is not None:
        return _former(one, former.replacement, former.qualifier, former.value, account, notes)
    return _custom(one, moltype, place, account, notes)


def _tell_key(
    account: Account, message: str, one: Feature25, new: str, qualifier: str = "", value: str = ""
) -> None:
    account.changed(
        "key",
        message,
        field="<221>",
        line=one.line,
        old=one.key,
        new=new,
        qualifier=qualifier,
        value=value,
    )


def _former(
    one: Feature25, new: str, qualifier: str, value: str, account: Account, notes: list[str]
) -> tuple[str, list[Qualifier], list[str]]:
    old = one.key
    if old.upper() == "NON_CONS":
        account.asked("non-cons", NON_CONS, field="<221>", line=one.line, old=old)
    if qualifier:
        _tell_key(account, KEY_WITH, one, new, qualifier=qualifier, value=value)
        if old == "misc_signal" and not notes:
            notes = [old]
        return new, [Qualifier(qualifier, value)], notes
    if old.upper() in ("VARSPLIC", "D-SEGMENT"):
        _tell_key(account, KEY, one, new)
        return new, [], notes
    _tell_key(account, KEY_NOTE, one, new)
    said = {"THIOLEST": "thiolester bond", "THIOETH": "thioether bond", "SE_CYS": "selenocysteine"}
    lead = said.get(old.upper(), old)
    return new, [], _led(lead, notes)


def _led(lead: str, notes: list[str]) -> list[str]:
    """Return the notes with the old key before the first."""
    return [f"{lead}: {notes[0]}", *notes[1:]] if notes else [lead]


def _custom(
    one: Feature25, moltype: str, place: Place, account: Account, notes: list[str]
) -> tuple[str, list[Qualifier], list[str]]:
    """Return what stands for a key that was never one (Annex VII scenario 12)."""
    old = one.key
    is_misc = old.lower() in _MISC
    if moltype != "AA":
        _tell_key(account, NO_KEY, one, "misc_feature")
        return "misc_feature", [], _led(old, notes) if old and not is_misc else notes
    if old.lower() in _FOR_PROTEINS:
        new = _FOR_PROTEINS[old.lower()]
        account.changed(
            "key",
            OTHER_SIDE,
            field="<221>",
            line=one.line,
            old=old,
            new=new,
            check=True,
        )
        return new, [], notes
    if not place.ends or place.problem:
        account.asked("key-unclear", UNCLEAR, field="<221>", line=one.line, old=old)
    single = bool(place.ends) and all(start == end for start, end in place.ends)
    new = "SITE" if single else "REGION"
    _tell_key(account, NO_KEY, one, new)
    return new, [], notes if is_misc or not old else _led(old, notes)


def _second_source(
    one: Feature25, moltype: str, place: Place, account: Account, notes: list[str]
) -> tuple[str, list[Qualifier], list[str]]:
    """A source among the features: the one source is made from <213> (par. 63)."""
    if moltype == "AA":
        single = bool(place.ends) and all(start == end for start, end in place.ends)
        new = "SITE" if single else "REGION"
    else:
        new = "misc_feature"
    _tell_key(account, KEY_NOTE, one, new)
    return new, [], _led("source", notes)


# Texts ----------------------------------------------------------------------------------------


def _notes(text: str, account: Account, line: int) -> list[Qualifier]:
    if not text.isascii():
        account.asked("characters", CHARACTERS, field="<223>", line=line, old=text)
    parts = divided(text)
    if len(parts) > 1:
        account.changed("long-text", LONG, field="<223>", line=line, check=True, count=len(text))
    else:
        account.kept()
    return [Qualifier("note", part) for part in parts]


def divided(text: str, longest: int = LONGEST) -> list[str]:
    """Return a text in parts of at most so many characters, at the end of a sentence if it can be.

    Joined by a blank where one was, the parts are the text (par. 86).
    """
    parts = []
    at = 0
    while len(text) - at > longest:
        head = text[at : at + longest + 1]
        cut = max(head.rfind(". "), head.rfind("; ")) + 1
        if cut < longest // 4:
            cut = head.rfind(" ")
        if cut <= 0:
            cut = longest
        parts.append(head[:cut].rstrip())
        at += cut
        while at < len(text) and text[at].isspace():
            at += 1
    parts.append(text[at:])
    return parts


def _with_x(text: str, moltype: str, key: str, one: Feature25, account: Account) -> str:
    """Return the text with X for Xaa, all other words as they are (par. 27)."""
    if moltype == "AA" and _XAA.search(text):
        new = _XAA.sub("X", text)
        account.changed("xaa", XAA, field="<223>", line=one.line, old=text, new=new, check=True)
        if key in ("SITE", "REGION"):
            account.asked("variant", VARIANT, field="<223>", line=one.line, old=text)
        return new
    if moltype != "AA" and _N_IS.search(text):
        account.changed(
            "n",
            N_CHECK,
            field="<223>",
            line=one.line,
            old=text,
            new=text,
            check=True,
            text=text,
        )
    return text


def _mandatory(
    key: str, moltype: str, present: list[Qualifier], one: Feature25, account: Account
) -> list[Qualifier]:
    """Return what is mandatory and missing: filled in where the text says it, else told."""
    missing = [
        name
        for name in mandatory_qualifiers(moltype, key)
        if all(qualifier.name != name for qualifier in present)
    ]
    made: list[Qualifier] = []
    for name in missing:
        text = one.notes[0] if one.notes else ""
        if name == "mod_base":
            code = text if modified_base(text) is not None else "dhu" if text == "d" else "OTHER"
            made.append(Qualifier(name, code))
        elif name == "bound_moiety" and text:
            made.append(Qualifier(name, text))
        elif name == "note":
            account.asked("note-needed", NOTE_NEEDED, field="<223>", line=one.line, key=key)
        else:
            account.asked(
                "qualifier-needed",
                NEEDED,
                field="<223>",
                line=one.line,
                key=key,
                qualifier=name,
            )
    return made
