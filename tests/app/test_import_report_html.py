"""The import report as a page."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.app.import_report import Action, ImportReport, Item
from seqeditor.app.import_report_files import SUFFIXES, write_import_report
from seqeditor.app.import_report_html import html_import_report
from seqeditor.texts import LANGUAGES, Catalogue

_EVIL = '</title></style><script>alert("1")</script><img src=x onerror=alert(1)>&amp;\x00'


class _Page(HTMLParser):
    """Collects the tags, the attributes and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _value in attrs}
        if tag not in ("meta", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def _report(text: str) -> ImportReport:
    report = ImportReport(f"/x/{text}.fa", "fasta", "ab12", 2)
    report.keep(7)
    report.add(Item(Action.DROPPED, "x", "The name {name} goes.", {"name": text}, 1, "", text))
    report.add(
        Item(Action.RENAMED, "y", ("{count} u is t.", "{count} u are t."), {"count": 2}, check=True)
    )
    report.add(Item(Action.NOTE, "z", "Moved.", field=text, new=text, line=9))
    return report


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_runs_nothing_and_loads_nothing(language: str) -> None:
    page = _Page(html_import_report(_report(_EVIL), (), Catalogue(language)))
    assert page.open == []
    assert not {"script", "img", "link", "a", "iframe"} & set(page.tags)
    assert not {"src", "href", "onerror"} & page.attributes
    assert page.text.count("<script>") == 5
    assert "\x00" not in page.text
    assert page.tags.count("tr") == 4 + 2 + 1 + 3


def test_a_page_reads_in_the_direction_of_its_language() -> None:
    assert '<html lang="ar" dir="rtl">' in html_import_report(_report("a"), (), Catalogue("ar"))
    page = html_import_report(_report("a"), (), Catalogue("en"))
    assert '<html lang="en" dir="ltr">' in page
    assert "<td>changed</td><td><bdi>2 u are t.</bdi></td>" in page


def test_a_report_without_items_says_that_everything_was_kept() -> None:
    page = html_import_report(ImportReport("a.xml", "st26"), (), Catalogue("en"))
    assert "Everything was kept as it was." in page


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_no_text_of_a_file_becomes_a_tag(text: str) -> None:
    plain = _Page(html_import_report(_report("plain"), (), Catalogue("en")))
    assert _Page(html_import_report(_report(text), (), Catalogue("en"))).tags == plain.tags


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_report_is_written_as_its_suffix_says(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"r{suffix.upper()}"
    write_import_report(_report("a\udc80b"), path, Catalogue("en"))
    start = {".html": "<!DOCTYPE html>", ".json": '{\n "tool"', ".txt": "/x/a"}[suffix]
    assert path.read_text(encoding="utf-8").startswith(start)
