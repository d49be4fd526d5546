"""Faults of the root attributes and the general information."""

from __future__ import annotations

from random import Random
from xml.etree.ElementTree import Element

from tests.rules.planted.planter import NotHereError, plants, way
from tests.rules.planted.tree import Listing, there

PRIORITY = "EarliestPriorityApplicationIdentification"


def attribute(rule: str, name: str, value: str) -> None:
    def plant(listing: Listing, random: Random) -> None:
        listing.root.set(name, value)

    way(rule, f"{name} {value}", plant)


attribute("root-dtd-version-outdated", "dtdVersion", "V1_2")
attribute("root-dtd-version-outdated", "dtdVersion", "V1_0")
attribute("root-dtd-version-format", "dtdVersion", "1.3")
attribute("root-dtd-version-format", "dtdVersion", "v1_3")
attribute("root-dtd-version-newer", "dtdVersion", "V1_4")
attribute("root-file-name-characters", "fileName", "配列表.xml")
attribute("root-software-characters", "softwareName", "序列")
attribute("root-production-date-format", "productionDate", "01/07/2024")
attribute("root-production-date-format", "productionDate", "2024-02-30")
attribute("root-production-date-future", "productionDate", "2099-01-01")
for _code in ("jp", "EN", "eng", "zh-CN"):
    attribute("root-original-language-code", "originalFreeTextLanguageCode", _code)
for _code in ("DEU", "cn", "german", "de "):
    attribute("root-noneng-language-code", "nonEnglishFreeTextLanguageCode", _code)
attribute("lang-noneng-is-english", "nonEnglishFreeTextLanguageCode", "en")


@plants("root-dtd-version-doctype")
def other_number_in_the_doctype(listing: Listing, random: Random) -> None:
    listing.doctype = listing.doctype.replace("1.3//EN", "1.4//EN")


def _present(listing: Listing, path: str) -> Element:
    found = listing.root.find(path)
    if found is None:
        raise NotHereError
    return found


def _text(rule: str, path: str, text: str) -> None:
    """Give an element of the general information another text."""

    def plant(listing: Listing, random: Random) -> None:
        _present(listing, path).text = text

    way(rule, f"{path} {text}", plant)


_text("gi-application-incomplete", "ApplicationIdentification/IPOfficeCode", "")
_text("gi-application-incomplete", "ApplicationIdentification/ApplicationNumberText", "")
_text("gi-priority-incomplete", f"{PRIORITY}/IPOfficeCode", "")
_text("gi-priority-incomplete", f"{PRIORITY}/ApplicationNumberText", "")
for _code in ("UK", "USA", "us", "XQ"):
    _text("gi-office-code-unknown", "ApplicationIdentification/IPOfficeCode", _code)
_text("gi-office-code-unknown", f"{PRIORITY}/IPOfficeCode", "EPO")
_text("gi-office-code-unknown", f"{PRIORITY}/IPOfficeCode", "AQ")
_text(
    "gi-application-number-characters",
    "ApplicationIdentification/ApplicationNumberText",
    "特願2020-1",
)
_text("gi-application-number-characters", f"{PRIORITY}/ApplicationNumberText", "№ 12345")
_text(
    "gi-placeholder-number", "ApplicationIdentification/ApplicationNumberText", "Not yet assigned"
)
_text("gi-placeholder-number", "ApplicationIdentification/ApplicationNumberText", "TBD")
for _date in ("31.01.2015", "2015-04-31", "2015/01/31", "20150131", "2015-1-31"):
    _text("gi-date-format", "ApplicationIdentification/FilingDate", _date)
_text("gi-date-format", f"{PRIORITY}/FilingDate", "2023-02-29")
_text("gi-filing-date-future", "ApplicationIdentification/FilingDate", "2051-06-01")
_text("gi-file-reference-characters", "ApplicantFileReference", "АБ123")
_text("gi-file-reference-characters", "ApplicantFileReference", "AB–123")
_text("gi-several-applicants", "ApplicantName", "Acme, Inc.; Beta GmbH")
for _number in ("0", "011", "abc", "1.0", "1 000", "+5"):
    _text("gi-total-not-integer", "SequenceTotalQuantity", _number)
_text("gi-applicant-name-missing", "ApplicantName", "")
_text("gi-applicant-name-missing", "ApplicantName", "  ")


@plants("gi-file-reference-empty")
def reference_empty(listing: Listing, random: Random) -> None:
    _present(listing, "ApplicationIdentification")
    _present(listing, "ApplicantFileReference").text = ""


@plants("gi-no-identification")
def neither_reference_nor_application(listing: Listing, random: Random) -> None:
    for tag in ("ApplicationIdentification", "ApplicantFileReference"):
        for one in listing.root.findall(tag):
            listing.root.remove(one)


@plants("gi-no-identification")
def reference_empty_and_no_application(listing: Listing, random: Random) -> None:
    _present(listing, "ApplicantFileReference").text = ""
    for one in listing.root.findall("ApplicationIdentification"):
        listing.root.remove(one)


@plants("gi-applicant-name-missing")
def no_applicant(listing: Listing, random: Random) -> None:
    for tag in ("ApplicantName", "ApplicantNameLatin"):
        for one in listing.root.findall(tag):
            listing.root.remove(one)


def _language_code(tag: str, code: str) -> None:
    def plant(listing: Listing, random: Random) -> None:
        _present(listing, tag).set("languageCode", code)

    way("gi-language-code-unknown", f"{tag} {code}", plant)


_language_code("ApplicantName", "jp")
_language_code("InventorName", "EN")
_language_code("InventionTitle", "zh-CN")
_language_code("InventionTitle", "eng")


def _without_latin(name: str) -> None:
    def plant(listing: Listing, random: Random) -> None:
        _present(listing, "ApplicantName").text = name
        for one in listing.root.findall("ApplicantNameLatin"):
            listing.root.remove(one)

    way("gi-applicant-latin-missing", name, plant)


for _name in ("Johannes Jäger", "株式会社例", "Smith’s Labs"):
    _without_latin(_name)

_text("gi-name-latin-characters", "ApplicantNameLatin", "Johannes Jäger")
_text("gi-name-latin-characters", "InventorNameLatin", "株式会社")


@plants("gi-title-missing")
def title_empty(listing: Listing, random: Random) -> None:
    titles = listing.root.findall("InventionTitle")
    for one in titles[1:]:
        listing.root.remove(one)
    titles[0].text = ""


@plants("gi-title-missing")
def titles_of_blanks(listing: Listing, random: Random) -> None:
    titles = listing.root.findall("InventionTitle")
    for one in titles[1:]:
        listing.root.remove(one)
    titles[0].text = "   "


@plants("gi-title-duplicate-language")
def two_titles_in_a_language(listing: Listing, random: Random) -> None:
    first = _present(listing, "InventionTitle")
    again = Element("InventionTitle", dict(first.attrib))
    again.text = f"{first.text} II"
    listing.root.insert(list(listing.root).index(first) + 1, again)


@plants("gi-priority-date-missing")
def no_date_of_the_priority(listing: Listing, random: Random) -> None:
    priority = _present(listing, PRIORITY)
    priority.remove(there(priority, "FilingDate"))


@plants("gi-priority-equals-application")
def the_application_itself(listing: Listing, random: Random) -> None:
    for tag in ("IPOfficeCode", "ApplicationNumberText"):
        _present(listing, f"{PRIORITY}/{tag}").text = _present(
            listing, f"ApplicationIdentification/{tag}"
        ).text


@plants("gi-priority-after-filing")
def later_than_the_filing(listing: Listing, random: Random) -> None:
    _present(listing, "ApplicationIdentification/FilingDate")
    _present(listing, f"{PRIORITY}/FilingDate").text = "2025-12-30"


def _total(name: str, more: int) -> None:
    def plant(listing: Listing, random: Random) -> None:
        count = len(listing.records) + more
        _present(listing, "SequenceTotalQuantity").text = str(count)

    way("gi-total-mismatch", name, plant)


_total("one more", 1)
_total("one less", -1)
_total("many more", 1000)


@plants("gi-total-mismatch")
def skipped_ones_left_out(listing: Listing, random: Random) -> None:
    count = sum(not one.skipped for one in listing.records)
    if count == len(listing.records):
        raise NotHereError
    _present(listing, "SequenceTotalQuantity").text = str(count)
