"""Language codes of the root, the names and the titles (ISO 639-1; ST.26 par. 9, 43, 47, 48)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.general_information import GeneralInformation, LanguageText
from seqeditor.domain.path import Path, put
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.header.blank import blank
from seqeditor.rules.header.suggestions import suggested_language
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import HeaderContext
from seqeditor.texts import N_
from seqeditor.vocabulary.languages import language

_UNKNOWN = N_("{element} “{value}” is not an ISO 639-1 language code, such as en or ja.")
_WITHDRAWN = N_("{element} “{value}” is a withdrawn language code. Use the present one.")


def _replaced(header: GeneralInformation, finding: Finding) -> GeneralInformation:
    new: GeneralInformation = put(header, finding.path, str(finding.parameters["proposed"]))
    return new


_PROPOSED = Repair(
    Applicability.ASK,
    N_("Write {proposed}."),
    _replaced,
    lambda finding: bool(finding.parameters["proposed"]),
)


def _wrong(path: Path, written: str, element: str) -> Iterator[Hit]:
    known = language(written)
    if known is not None and not known.withdrawn:
        return
    yield hit(
        *path,
        value=written,
        variant="" if known is None else "withdrawn",
        level=None if known is None else Level.WARNING,
        element=element,
        proposed=suggested_language(written),
    )


@rule(
    "root-original-language-code",
    Level.ERROR,
    "par. 9, 43",
    Scope.HEADER,
    message=_UNKNOWN,
    variants={"withdrawn": _WITHDRAWN},
    repair=_PROPOSED,
)
def original_language_code(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The attribute originalFreeTextLanguageCode is an ISO 639-1 code: two letters, lower case.

    It names the language in which the free text was first written. Codes of countries (jp, cn)
    and of three letters (eng) are not language codes of this standard.

    Right: originalFreeTextLanguageCode="ja"
    Wrong: originalFreeTextLanguageCode="jp"

    Choose the language from the list, or leave the attribute out.
    """
    if not blank(header.original_language):
        written = header.original_language or ""
        yield from _wrong(("original_language",), written, "originalFreeTextLanguageCode")


@rule(
    "root-noneng-language-code",
    Level.ERROR,
    "par. 9, 43",
    Scope.HEADER,
    message=_UNKNOWN,
    variants={"withdrawn": _WITHDRAWN},
    repair=_PROPOSED,
)
def noneng_language_code(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The attribute nonEnglishFreeTextLanguageCode is an ISO 639-1 code: two letters, lower case.

    It names the language of all NonEnglishQualifier_value elements of the listing. Codes of
    countries (jp, cn) and of three letters (deu) are not language codes of this standard.

    Right: nonEnglishFreeTextLanguageCode="de"
    Wrong: nonEnglishFreeTextLanguageCode="DEU"

    Choose the language from the list, or leave the attribute out if there are no such values.
    """
    if not blank(header.non_english_language):
        written = header.non_english_language or ""
        yield from _wrong(("non_english_language",), written, "nonEnglishFreeTextLanguageCode")


@rule(
    "gi-language-code-unknown",
    Level.ERROR,
    "par. 9, 47, 48",
    Scope.HEADER,
    message=N_(
        "languageCode “{value}” of {element} is not an ISO 639-1 language code, such as en or ja."
    ),
    variants={
        "missing": N_("{element} has no languageCode. Choose its language."),
        "withdrawn": N_(
            "languageCode “{value}” of {element} is a withdrawn language code. Use the present one."
        ),
    },
    silences=("xml-mandatory-empty",),
    repair=_PROPOSED,
)
def language_code_unknown(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """Names and titles have a languageCode of ISO 639-1: two letters, lower case.

    It tells in which language, and so in which script, the text is. Codes of countries (jp),
    capitals (EN), three letters (eng) and regions (zh-CN) are not allowed.

    Right: languageCode="ja"
    Wrong: languageCode="jp"
    Wrong: languageCode="EN"
    Wrong: languageCode="zh-CN"

    Choose the language from the list.
    """
    texts: list[tuple[Path, str, LanguageText | None]] = [
        (("applicant_name",), "ApplicantName", header.applicant_name),
        (("inventor_name",), "InventorName", header.inventor_name),
    ]
    texts += [(("titles", i), "InventionTitle", one) for i, one in enumerate(header.titles)]
    for path, element, text in texts:
        if text is None:
            continue
        place = (*path, "language_code")
        written = text.language_code
        if written is None or blank(written):
            yield hit(*place, value=written, variant="missing", element=element, proposed="")
        else:
            yield from _wrong(place, written, element)
