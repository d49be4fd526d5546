"""Titles of the invention, one for each language (ST.26 par. 45, 48)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain.general_information import GeneralInformation, LanguageText
from seqeditor.domain.path import Path
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.header.blank import blank
from seqeditor.rules.header.scripts import fits
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.view import HeaderContext
from seqeditor.texts import N_, nN_

_UNSPACED = frozenset({"ja", "zh", "ko", "th", "lo", "km", "my", "bo"})
"""Languages whose words cannot be counted by the spaces between them."""

_MOST_CHARACTERS = 500


@rule(
    "gi-title-missing",
    Level.ERROR,
    "par. 45, 48",
    Scope.HEADER,
    message=N_("The invention title is missing. Give it in the language of filing."),
    silences=("xml-mandatory-empty", "xml-line-break-in-value", "xml-outer-space"),
)
def title_missing(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """At least one title of the invention is given.

    The title and the identification together tell to which application the listing belongs.

    Right: <InventionTitle languageCode="en">Mouse abcd-1 gene</InventionTitle>
    Wrong: no InventionTitle with a text

    Give the title in the language of filing; titles in other languages may follow.
    """
    if not header.titles:
        yield hit("titles")
    elif all(blank(title.text) for title in header.titles):
        yield hit("titles", 0, "text", value=header.titles[0].text)


def _left_out(header: GeneralInformation, finding: Finding) -> GeneralInformation:
    at = int(finding.path[1])
    return replace(header, titles=header.titles[:at] + header.titles[at + 1 :])


@rule(
    "gi-title-duplicate-language",
    Level.WARNING,
    "par. 48",
    Scope.HEADER,
    message=N_("There are two titles in the language {value}. Keep one, or correct the language."),
    silences=("gi-title-duplicate-text",),
    repair=Repair(
        Applicability.ASK,
        N_("Leave out the title “{text}”."),
        _left_out,
        sure=lambda finding: finding.parameters["same"] == "yes",
    ),
)
def title_duplicate_language(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """No two titles have the same languageCode.

    Further titles are translations into other languages; two in one language leave open which is
    the title.

    Right: one title with languageCode="ja", one with "en"
    Wrong: two titles with languageCode="en"

    Keep one of them, or correct the language of the other. What is offered leaves out the later
    one; to keep that one, remove the first.
    """
    seen: dict[str, set[str]] = {}
    for index, title in enumerate(header.titles):
        code, text = title.language_code or "", " ".join(title.text.split())
        if not blank(code) and code in seen:
            same = "yes" if text in seen[code] else "no"
            yield hit("titles", index, value=code, text=text, same=same)
        seen.setdefault(code, set()).add(text)


@rule(
    "gi-title-duplicate-text",
    Level.INFO,
    "par. 48",
    Scope.HEADER,
    message=N_("The titles in the languages {other} and {language} are the same text."),
)
def title_duplicate_text(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """Titles in different languages are different texts.

    The same text twice usually means that a translation has been forgotten, or that the language
    is wrong.

    Right: fr: Gène de souris, en: Mouse gene
    Wrong: fr: Mouse gene, en: Mouse gene

    Translate the title, or leave out the second one.
    """
    seen: dict[str, str] = {}
    for index, title in enumerate(header.titles):
        code = title.language_code or ""
        if not blank(title.text) and title.text in seen:
            other = seen[title.text]
            yield hit("titles", index, value=title.text, other=other, language=code)
        seen.setdefault(title.text, code)


def _brought_first(header: GeneralInformation, _finding: Finding) -> GeneralInformation:
    wanted = header.original_language
    order = sorted(header.titles, key=lambda title: title.language_code != wanted)
    return replace(header, titles=tuple(order))


@rule(
    "gi-title-filing-language",
    Level.INFO,
    "par. 48",
    Scope.HEADER,
    message=N_("There is no title in {language}, the original language of the free text."),
    variants={"order": N_("The title in the language of filing ({language}) should come first.")},
    repair=Repair(
        Applicability.ASK,
        N_("Put the title in {language} first."),
        _brought_first,
        lambda finding: finding.variant == "order",
    ),
)
def title_filing_language(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """The first title is in the original language of the free text, which mostly is that of filing.

    The title in the language of filing comes first, translations after it. The two languages may
    differ, so this is advice.

    Right: the original language ja, the titles in ja and en
    Wrong: the original language ja, a title in en alone

    Add the title in the language of filing, or bring it to the front.
    """
    wanted = header.original_language or ""
    written = [title.language_code for title in header.titles]
    if blank(wanted) or not written or written[0] == wanted:
        return
    if wanted in written:
        yield hit("titles", written.index(wanted), variant="order", language=wanted)
    else:
        yield hit("titles", language=wanted)


@rule(
    "gi-title-script",
    Level.INFO,
    "par. 48",
    Scope.HEADER,
    message=N_("The text of {element} does not look like the language {language}."),
)
def title_script(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """Titles and names are in the script of their language.

    Cyrillic letters with the language en, or Latin ones with ja, are a sign that the language code
    is wrong. Names are sometimes written so on purpose, so this is advice.

    Right: languageCode="ru": Ген мыши
    Wrong: languageCode="en": Ген мыши

    Correct the language code, or the text.
    """
    texts: list[tuple[Path, str, LanguageText | None]] = [
        (("applicant_name",), "ApplicantName", header.applicant_name),
        (("inventor_name",), "InventorName", header.inventor_name),
    ]
    texts += [(("titles", i), "InventionTitle", one) for i, one in enumerate(header.titles)]
    for path, element, text in texts:
        code = text.language_code if text is not None else None
        if text is not None and code is not None and not fits(text.text, code):
            yield hit(*path, "text", value=text.text, element=element, language=code)


@rule(
    "gi-title-length",
    Level.INFO,
    "par. 45 / DTD note",
    Scope.HEADER,
    message=nN_(
        "The title has {count} word; two to seven are preferred.",
        "The title has {count} words; two to seven are preferred.",
    ),
    variants={"long": nN_("The title has {count} character.", "The title has {count} characters.")},
)
def title_length(header: GeneralInformation, _context: HeaderContext) -> Iterator[Hit]:
    """A title has preferably two to seven words, and not more than 500 characters.

    So the standard advises; longer titles are allowed. In languages written without spaces the
    words are not counted.

    Right: Mouse abcd-1 gene
    Wrong: a title of 60 words

    Use the title of the application, even if it is longer.
    """
    for index, title in enumerate(header.titles):
        words = len(title.text.split())
        if len(title.text) > _MOST_CHARACTERS:
            yield hit("titles", index, "text", variant="long", count=len(title.text))
        elif words and not 2 <= words <= 7 and title.language_code not in _UNSPACED:
            yield hit("titles", index, "text", value=title.text, count=words)
