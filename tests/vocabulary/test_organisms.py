"""The snapshot of names: what a text proposes, in which order, and that no name is changed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqeditor.bundled import bundled
from seqeditor.vocabulary import organisms
from seqeditor.vocabulary.organisms import is_listed, name_key, name_of, suggestions


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1, max_size=60))
def test_a_key_gives_back_its_name(name: str) -> None:
    assert name_of(name_key(name)) == name


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", "synthetic construct"),
        ("syn", "synthetic construct"),
        ("artificial seq", "synthetic construct"),
        ("unknown", "unidentified"),
        ("human", "Homo sapiens"),
        ("  HOMO   sap", "Homo sapiens"),
        ("mouse", "Mus musculus"),
        ("e. coli", "Escherichia coli"),
        ("E.coli", "Escherichia coli"),
        ("yeast", "Saccharomyces cerevisiae"),
        ("golden ham", "Mesocricetus auratus"),
        ("severe acute respiratory syndrome coronavirus 2", None),
    ],
)
def test_the_likeliest_comes_first(text: str, first: str | None) -> None:
    names = [one.name for one in suggestions(text)]
    assert names[0] == (first or "Severe acute respiratory syndrome coronavirus 2")
    assert len(names) == len(set(names)) <= 40


def test_a_word_inside_a_common_name_finds_it() -> None:
    found = {one.name: one.also for one in suggestions("hamster")}
    assert found["Phodopus roborovskii"] == "desert hamster"


def test_a_strain_is_found_by_its_beginning() -> None:
    names = [one.name for one in suggestions("influenza a virus (a/puerto rico/8/1934", 500)]
    assert "Influenza A virus (A/Puerto Rico/8/1934(H1N1))" in names


@pytest.mark.parametrize("text", ["\x00", "é", "日本", "(" * 500, "x" * 100_000])
def test_nothing_is_proposed_for_what_is_no_name(text: str) -> None:
    assert suggestions(text) == []


def test_only_the_very_name_is_listed() -> None:
    assert is_listed("Homo sapiens")
    assert is_listed("unidentified")
    assert not is_listed("homo sapiens")
    assert not is_listed("Homo sapien")


def test_every_usual_organism_is_in_the_snapshot() -> None:
    assert [name for name, *_words in organisms.usual() if not is_listed(name)] == []


def test_the_source_says_what_is_there() -> None:
    said = json.loads(bundled("resources", "organisms", "source.json").read_text("utf-8"))
    assert said == organisms.source()
    assert len(organisms._trie("names")) == said["names"]
    assert said["licence"].startswith("public domain")
