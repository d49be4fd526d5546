"""nonEnglishFreeTextLanguageCode and the texts it speaks of (ST.26 par. 43 and 87)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.edits.operations import Operation, ReplaceHeader, TakeAsEnglish
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.listing.columns import columns
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import HeaderContext, ListingContext, ListingView
from seqeditor.texts import N_
from seqeditor.vocabulary.languages import language


def _probable(header: GeneralInformation) -> str:
    """Return the one other language that the general information tells of, "" for none."""
    titles = (title.language_code for title in header.titles)
    codes = {code for code in (header.original_language, *titles) if code and not is_english(code)}
    known = language(code := codes.pop()) if len(codes) == 1 else None
    return code if known is not None and not known.withdrawn else ""


def _stated(view: ListingView, finding: Finding) -> tuple[Operation, ...]:
    code = str(finding.parameters["proposed"])
    return (ReplaceHeader(replace(view.header, non_english_language=code)),)


@rule(
    "lang-noneng-code-missing",
    Level.ERROR,
    "par. 43, 87",
    Scope.LISTING,
    message=N_(
        "The listing has non-English qualifier values, but nonEnglishFreeTextLanguageCode is not"
        " given. State their language."
    ),
    repair=Repair(
        Applicability.ASK,
        N_("State {proposed} as their language."),
        _stated,
        lambda finding: bool(finding.parameters["proposed"]),
    ),
    action=N_("Choose the language"),
)
def code_missing(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """A listing with a NonEnglishQualifier_value says in which language these values are.

    Without nonEnglishFreeTextLanguageCode a reader cannot know the language, and a program that
    compares two language versions cannot tell them apart.

    Right: nonEnglishFreeTextLanguageCode="de" and German values
    Wrong: German values, and no nonEnglishFreeTextLanguageCode

    Choose the language in the general information. All non-English values are in this one
    language.
    """
    code = view.header.non_english_language
    if not (code or "").strip() and columns(view, context).non_english:
        yield hit("non_english_language", value=code, proposed=_probable(view.header))


def _without_code(view: ListingView, _finding: Finding) -> tuple[Operation, ...]:
    return (ReplaceHeader(replace(view.header, non_english_language=None)),)


@rule(
    "lang-noneng-code-unused",
    Level.WARNING,
    "par. 43, 87",
    Scope.LISTING,
    profiles={"strict": Level.ERROR},
    message=N_(
        "nonEnglishFreeTextLanguageCode is “{value}”, but no qualifier has a non-English value."
        " Leave the code out, or add the values."
    ),
    repair=Repair(
        Applicability.ASK, N_("Leave out nonEnglishFreeTextLanguageCode."), _without_code
    ),
)
def code_unused(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """Where nonEnglishFreeTextLanguageCode is given, at least one non-English value is there.

    The code announces texts in another language; when there are none, they were perhaps lost on
    the way. The standard does not forbid the code, so this is a warning.

    Right: nonEnglishFreeTextLanguageCode="ru" and Russian values
    Wrong: nonEnglishFreeTextLanguageCode="ru" and no such values

    Leave out the code, or add the non-English values that are missing.
    """
    code = view.header.non_english_language
    if code and code.strip() and not is_english(code) and not columns(view, context).non_english:
        yield hit("non_english_language", value=code)


@rule(
    "lang-noneng-is-english",
    Level.ERROR,
    "par. 43, 87",
    Scope.HEADER,
    message=N_(
        "nonEnglishFreeTextLanguageCode must not be English. Choose the other language, or leave"
        " the code out."
    ),
    silences=("root-noneng-language-code",),
    repair=Repair(
        Applicability.ASK,
        N_("Take the values as English ones where those are empty; leave the code out."),
        lambda _header, _finding: (TakeAsEnglish(),),
        as_operations=True,
    ),
    action=N_("Choose the language"),
)
def code_is_english(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The code in nonEnglishFreeTextLanguageCode is not en.

    English texts stand in INSDQualifier_value; the other element, and so its language code, is
    for texts in a language that is not English.

    Right: nonEnglishFreeTextLanguageCode="de"
    Wrong: nonEnglishFreeTextLanguageCode="en"

    Choose the language the non-English values are in. If there are none, leave the code out; if
    they are English, have them moved to INSDQualifier_value. Those that differ from an English
    value stay for you to look at, and the code with them.
    """
    code = header.non_english_language
    if code is not None and is_english(code):
        yield hit("non_english_language", value=code)


def is_english(code: str) -> bool:
    """Tell whether a language code means English, however it is written."""
    return code.strip().lower().replace("_", "-").split("-")[0] in ("en", "eng")


@rule(
    "lang-original-missing",
    Level.INFO,
    "par. 43",
    Scope.LISTING,
    message=N_("The original language of the free text is not given. Choose it."),
)
def original_missing(view: ListingView, context: ListingContext) -> Iterator[Hit]:
    """A listing with free text says in which language the text was first written.

    It helps a translator to know which of two versions is the original. The attribute is optional.

    Right: originalFreeTextLanguageCode="ja"
    Wrong: a listing with notes, and no originalFreeTextLanguageCode

    Choose originalFreeTextLanguageCode in the general information.
    """
    # Every sequence that is not skipped has an organism, and that is a free text.
    code = view.header.original_language
    if code is None and columns(view, context).real:
        yield hit("original_language")
