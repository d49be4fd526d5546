"""Characters that may not stand in a text, or that were hardly meant (ST.26 par. 40)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from seqeditor.domain.path import at, put
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.text.elements import ANY_CHARACTER, BASIC_LATIN, code_point, shown
from seqeditor.rules.view import ValueContext
from seqeditor.texts import N_
from seqeditor.vocabulary.characters import (
    basic_latin_substitute,
    forbidden,
    is_basic_latin,
    is_joiner,
    not_basic_latin,
    suspect,
)

_BLANKS = " \t\r\n"
_LOST = re.compile(r"[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


def _but_blanks(found: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Yield the characters found, tabs and line breaks left to their own rule."""
    return (character for _, character in found if character not in _BLANKS)


def _without(text: str, unwanted: Iterable[str]) -> str:
    return text.translate(dict.fromkeys(map(ord, unwanted)))


def _without_control(value: Any, finding: Finding) -> Any:
    text = at(value, finding.path)
    return put(value, finding.path, _without(text, _but_blanks(forbidden(text))))


@rule(
    "xml-control-character",
    Level.ERROR,
    "par. 40(a)",
    Scope.VALUE,
    elements=ANY_CHARACTER,
    message=N_("{element} contains the control character U+{code}. Remove it."),
    repair=Repair(Applicability.ASK, N_("Remove the control characters."), _without_control),
)
def control_character(text: str, context: ValueContext) -> Iterator[Hit]:
    """Names, titles and non-English values hold no control characters.

    Control characters (U+0000 to U+001F and U+007F to U+009F) are invisible leftovers of copying or
    of a wrong encoding; the standard forbids them. Tabs and line breaks have a rule of their own.

    Right: Jäger
    Wrong: Ja, U+0085, ger

    Remove the character, and look whether a letter or sign has been lost in its place.
    """
    for found in _but_blanks(forbidden(text)):
        yield hit(value=text, element=shown(context.element), code=code_point(found))
        return


def _substituted(value: Any, finding: Finding) -> Any:
    text = at(value, finding.path)
    new = "".join(c if c in _BLANKS else basic_latin_substitute(c) for c in text)
    return put(value, finding.path, new)


def _substitutes(characters: Iterable[str]) -> str:
    """Return `β = beta, µ = u` for all characters, "" when one of them has no substitute."""
    pairs = {c: basic_latin_substitute(c) for c in characters}
    if not all(map(is_basic_latin, pairs.values())):
        return ""
    shown_pairs = (
        f"{old if old.isprintable() else 'U+' + code_point(old)} = {new}"
        for old, new in pairs.items()
    )
    return ", ".join(shown_pairs)


@rule(
    "xml-not-basic-latin",
    Level.ERROR,
    "par. 40(b); Annex IV",
    Scope.VALUE,
    elements=BASIC_LATIN,
    message=N_(
        "{element} contains the character {character} (U+{code}), but only printable Basic Latin"
        " characters are allowed there."
    ),
    variants={
        "unseen": N_(
            "{element} contains the invisible character U+{code}, but only printable Basic Latin"
            " characters are allowed there."
        )
    },
    repair=Repair(
        Applicability.ASK,
        N_("Write Basic Latin characters instead ({substitutes})."),
        _substituted,
        lambda finding: bool(finding.parameters["substitutes"]),
    ),
)
def outside_basic_latin(text: str, context: ValueContext) -> Iterator[Hit]:
    """Qualifier values hold only printable Basic Latin characters (U+0020 to U+007E).

    Greek letters, accents, typographic quotes and dashes, and invisible characters come in by
    copying from a word processor. Databases and Offices do not take them in English values.

    Right: note: beta-globin
    Wrong: note: β-globin

    Write a Basic Latin form: beta for the Greek letter, u for micro, a plain hyphen for a dash.
    Texts in another language belong in NonEnglishQualifier_value.
    """
    wrong = list(_but_blanks(not_basic_latin(text)))
    if wrong:
        yield hit(
            value=text,
            variant="" if wrong[0].isprintable() else "unseen",
            element=shown(context.element),
            character=wrong[0],
            code=code_point(wrong[0]),
            substitutes=_substitutes(wrong),
        )


def _without_invisible(value: Any, finding: Finding) -> Any:
    text = at(value, finding.path)
    return put(value, finding.path, _without(text, _but_blanks(suspect(text))))


@rule(
    "xml-suspect-character",
    Level.WARNING,
    "par. 40(a)",
    Scope.VALUE,
    elements=ANY_CHARACTER,
    message=N_("{element} contains the invisible character U+{code}, hardly on purpose."),
    variants={
        "damaged": N_(
            "{element} contains the character U+{code}, which stands for one that was lost."
            " Type the right one."
        )
    },
    repair=Repair(
        Applicability.ASK,
        N_("Remove the invisible characters."),
        _without_invisible,
        lambda finding: finding.variant == "",
    ),
)
def suspect_character(text: str, context: ValueContext) -> Iterator[Hit]:
    """Names, titles and non-English values hold no invisible or damaged characters.

    U+FFFD stands where a program could not read a letter; private-use characters look different
    on every computer; zero-width and direction marks are not seen at all and spoil searches. In
    Arabic text joiners and direction marks can be meant, so there this is only a remark.

    Right: Jäger
    Wrong: J, U+FFFD, ger

    Remove what is invisible. Where a letter was damaged, look it up and type it.
    """
    found = [character for _, character in suspect(text)]
    if not found:
        return
    damaged = _LOST.search(text)
    meant = all(map(is_joiner, found)) and _ARABIC.search(text)
    yield hit(
        value=text,
        variant="damaged" if damaged else "",
        level=Level.INFO if meant else None,
        element=shown(context.element),
        code=code_point(damaged[0] if damaged else found[0]),
    )
