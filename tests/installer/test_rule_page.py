"""The page about the rules is the one the code gives, and shows every sign as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from installer import rule_page
from seqeditor.rules.registry import all_rules


@pytest.fixture(scope="module")
def text() -> str:
    return rule_page.page(all_rules())


def test_the_page_is_fresh(text: str) -> None:
    written = rule_page.PAGE.read_text("utf-8")
    assert written == text, "run `python build_installer.py rules`"


def test_writing_again_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(rule_page, "PAGE", tmp_path / "rules.md")
    assert [rule_page.write(), rule_page.write()] == [True, False]
    assert rule_page.PAGE.read_bytes() == text.encode()


def test_every_rule_has_a_section_and_a_link_to_it(text: str) -> None:
    for rule in all_rules():
        assert text.count(f"\n### {rule}\n") == 1
        assert text.count(f"[{rule}](#{rule})") == 1


def test_every_link_leads_somewhere(text: str) -> None:
    there = {
        re.sub(r"[^a-z0-9]+", "-", heading.lower())
        for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= there


def test_levels_in_profiles_and_repairs_are_told(text: str) -> None:
    section = text.split("\n### seq-length-mismatch\n")[1].split("\n### ")[0]
    assert section.startswith("\n**error** · par. 53 · one sequence\n")
    assert "*Repair* (safe): Set the length to {actual}." in section
    assert "    length 10, residues acgtacgtac\n" in section
    strict = text.split("\n### lang-english-missing\n")[1].split("\n### ")[0]
    assert "**warning** (error in *strict*, error in *us*)" in strict


def test_no_tag_and_no_entity_is_left_to_markdown(text: str) -> None:
    prose = [line for line in text.splitlines() if not line.startswith("    ")]
    for line in prose:
        assert not re.search(r"(?<!\\)<[a-zA-Z/!?{]", line), line
        assert not re.search(r"(?<!\\)&[a-z#]+;", line), line
