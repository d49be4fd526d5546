"""Features and qualifiers of INSDC, UniProt and lab programs as those of ST.26 (Annex I)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from seqeditor.app.account import Account
from seqeditor.app.st25.features import divided
from seqeditor.domain.location import faults
from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.formats.annotated import AnnotatedFeature
from seqeditor.texts import N_
from seqeditor.vocabulary.features import (
    feature_key,
    former_key,
    key_in_right_case,
    mandatory_qualifiers,
)
from seqeditor.vocabulary.qualifiers import name_in_right_case, qualifier

KEY = N_("{old} is written as {new}.")
KEY_WITH = N_("{old} is written as {new} ({qualifier} {value}).")
NO_KEY = N_("{old} is no feature key; {new} with a note was used.")
NOT_TAKEN = N_("{name} {location} has no place in ST.26 and was left out.")
HISTORY = N_("{old} is a record of another program, not a feature; it was left out.")
NO_LOCATION = N_("{old} has no location that can be read and was left out: {text}")
REMOTE = N_("{old} lies in another record ({location}) and was left out.")
BAD_LOCATION = N_("The location {location} of {old} is not allowed in ST.26. Put it right.")
PARTS = N_("{old} {location} is one feature for each part now: operators are for nucleotides.")
NO_QUALIFIER = N_("{name} is no qualifier of ST.26; its value was left out: {text}")
PRIVATE = N_("{name} is a mark of another program; it was left out: {text}")
OTHER_PROTEIN_ID = N_(
    "protein_id {text} is a number of another database; in ST.26 it names a SEQ ID NO. Left out."
)
AS_NOTE = N_("{name} may not stand in {old}; it is a note now.")
LABEL = N_("The label {text} is a note now.")
LONG = N_("A text of {count} characters was divided into notes of at most 1000.")
NEEDED = N_("{old} needs the qualifier {name}.")
CHARACTERS = N_("The text has characters outside Basic Latin. Put it into English: {text}")

_DROPPED_KEYS = {"old_sequence", "gap", "assembly_gap"}
_HISTORY = re.compile(r"(?:editing history|trimmed|concatenated sequence|alignment)\b", re.I)
_PRIVATE = re.compile(
    r"apeinfo|color|colour|vntifkey|ugene|created_by|modified_by|transferred|automatic|direction_"
    r"|note_color|sequencing|primer_sequence|standard_mismatch|parts|source_file",
    re.IGNORECASE,
)
_PROTEIN_KEYS = {
    "region": "REGION",
    "site": "SITE",
    "bond": "DISULFID",
    "sig_peptide": "SIGNAL",
    "mat_peptide": "CHAIN",
    "transit_peptide": "TRANSIT",
    "propeptide": "PROPEP",
    "variation": "VARIANT",
    "unsure": "UNSURE",
    "modified_base": "SITE",
}
_SYNONYMS = {"geo_loc_name": "country", "specific_host": "host"}
_BOND = re.compile(r"bond\((\d+),(\d+)\)")
_REMOTE = re.compile(r"[A-Za-z_][\w.]*:")
_NO_SYMBOL = re.compile(r"[^A-Za-z*]+")
_PIECE = re.compile(r"[<>]?\d+(?:\.\.[<>]?\d+)?")
_LISTED = re.compile(rf"(?:join|order|bond)\({_PIECE.pattern}(?:,{_PIECE.pattern})*\)")


def features_from(
    features: tuple[AnnotatedFeature, ...], moltype: str, length: int, account: Account
) -> Iterator[Feature]:
    """Yield what stands for the features of a record, those of source left aside."""
    for one in features:
        if one.key != "source":
            yield from _feature(one, moltype, length, account)


def _feature(
    one: AnnotatedFeature, moltype: str, length: int, account: Account
) -> Iterator[Feature]:
    told = _all_of(one)
    if one.key.lower() in _DROPPED_KEYS or (moltype == "AA" and one.key in ("Protein", "CDS")):
        account.dropped(
            "key", NOT_TAKEN, field=one.key, old=told, name=one.key, location=one.location
        )
        return
    if _HISTORY.match(one.key):
        account.dropped("history", HISTORY, field=one.key, old=told)
        return
    locations = _locations(one, moltype, length, account)
    if not locations:
        return
    key, extra, lead = _key(one, moltype, locations, account)
    qualifiers = [*extra, *_qualifiers(one, key, moltype, lead, account)]
    present = {qualifier.name for qualifier in qualifiers}
    for name in mandatory_qualifiers(moltype, key):
        if name not in present:
            account.asked("qualifier-needed", NEEDED, field=key, old=one.key, name=name)
    for location in locations:
        yield Feature(key, location, tuple(qualifiers))


def _all_of(one: AnnotatedFeature) -> str:
    """Return all that a feature says, for the report."""
    said = [f"{name}={value}" if value is not None else name for name, value in one.qualifiers]
    return " ".join((one.key, one.location, *said)).strip()


# Location -------------------------------------------------------------------------------------


def _locations(one: AnnotatedFeature, moltype: str, length: int, account: Account) -> list[str]:
    text = _BOND.sub(r"\1..\2", one.location)
    if not text:
        account.dropped("location", NO_LOCATION, field=one.key, old=one.key, text=_all_of(one))
        return []
    if _REMOTE.search(text):
        account.dropped("remote", REMOTE, field=one.key, old=_all_of(one), location=text)
        return []
    if moltype == "AA" and _LISTED.fullmatch(text):
        pieces = _PIECE.findall(text)
        account.changed(
            "parts",
            PARTS,
            field=one.key,
            old=one.key,
            new=", ".join(pieces),
            check=True,
            location=text,
        )
        return pieces
    if faults(text, moltype, length):
        account.asked("location", BAD_LOCATION, field=one.key, old=one.key, location=text)
    else:
        account.kept()
    return [text]


# Key ------------------------------------------------------------------------------------------


def _key(
    one: AnnotatedFeature, moltype: str, locations: list[str], account: Account
) -> tuple[str, list[Qualifier], str]:
    """Return the feature key, the qualifiers that come with it, and the lead of its note."""
    old = one.key
    if feature_key(moltype, old) is not None:
        account.kept()
        return old, [], ""
    known = key_in_right_case(moltype, old)
    if known is not None:
        account.changed("key", KEY, field=old, old=old, new=known.name)
        return known.name, [], ""
    former = former_key(moltype, old)
    if former is not None and former.qualifier:
        account.changed(
            "key",
            KEY_WITH,
            field=old,
            old=old,
            new=former.replacement,
            qualifier=former.qualifier,
            value=former.value,
        )
        return former.replacement, [Qualifier(former.qualifier, former.value)], ""
    if moltype == "AA":
        single = all(part.lstrip("<>").isdigit() for part in locations)
        new = _PROTEIN_KEYS.get(old.lower(), "SITE" if single else "REGION")
    else:
        new = former.replacement if former is not None else "misc_feature"
    account.changed("key", NO_KEY, field=old, old=old, new=new, check=True)
    return new, [], "" if old.lower() in _PROTEIN_KEYS else old


# Qualifiers -----------------------------------------------------------------------------------


def _qualifiers(
    one: AnnotatedFeature, key: str, moltype: str, lead: str, account: Account
) -> Iterator[Qualifier]:
    if lead:
        yield Qualifier("note", lead)
    names = {name for name, _value in one.qualifiers}
    for name, value in one.qualifiers:
        yield from qualifier_from(name, value, key, moltype, one.key, names, account)


def qualifier_from(
    name: str,
    value: str | None,
    key: str,
    moltype: str,
    old: str,
    names: set[str],
    account: Account,
) -> Iterator[Qualifier]:
    """Yield what stands for one qualifier in a feature with this key, and tell what it became."""
    text = value or ""
    if name == "protein_id":
        account.dropped("protein-id", OTHER_PROTEIN_ID, field=name, old=text, text=text)
        return
    if name == "label" and text:
        if not names & {"product", "gene", "note", "standard_name"}:
            account.noted("label", LABEL, field=name, old=text, text=text)
            yield from _notes(text, key, moltype, account)
        else:
            account.dropped("private", PRIVATE, field=name, old=text, name=name, text=text)
        return
    right = name_in_right_case(moltype, _SYNONYMS.get(name, name))
    known = right.name if right is not None else ""
    if name == "description" and moltype == "AA":
        known = "note"
    if not known:
        message = PRIVATE if _PRIVATE.search(name) else NO_QUALIFIER
        account.dropped("qualifier", message, field=name, old=text, name=name, text=text)
        return
    allowed = feature_key(moltype, key)
    if known != "note" and allowed is not None and not allowed.allows(known):
        account.noted("qualifier-place", AS_NOTE, field=name, old=text, name=name)
        yield from _notes(f"{name}: {text}" if text else name, key, moltype, account)
        return
    if known == "note":
        yield from _notes(text, key, moltype, account)
        return
    yield _valued(known, value, moltype, account)


def _valued(known: str, value: str | None, moltype: str, account: Account) -> Qualifier:
    described = qualifier(moltype, known)
    if described is not None and not described.takes_value:
        account.kept()
        return Qualifier(known)
    text = value or ""
    if known == "translation":
        text = _NO_SYMBOL.sub("", text).rstrip("*").upper()
    _tell_characters(known, text, account)
    account.kept()
    return Qualifier(known, text)


def _notes(text: str, key: str, moltype: str, account: Account) -> Iterator[Qualifier]:
    del key, moltype
    if not text:
        return
    parts = divided(text)
    if len(parts) > 1:
        account.changed("long-text", LONG, field="note", check=True, count=len(text))
    else:
        account.kept()
    _tell_characters("note", text, account)
    for part in parts:
        yield Qualifier("note", part)


def _tell_characters(name: str, text: str, account: Account) -> None:
    if not text.isascii():
        account.asked("characters", CHARACTERS, field=name, old=text, text=text)


def with_notes_last(feature: Feature) -> Feature:
    """Return the feature with its notes behind its other qualifiers."""
    notes = tuple(one for one in feature.qualifiers if one.name == "note")
    rest = tuple(one for one in feature.qualifiers if one.name != "note")
    return replace(feature, qualifiers=rest + notes)
