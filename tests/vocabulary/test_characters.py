from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seqeditor.vocabulary import characters
from seqeditor.vocabulary.tables import table


@given(st.text())
def test_basic_latin_is_what_has_nothing_outside(text: str) -> None:
    assert characters.is_basic_latin(text) == (not list(characters.not_basic_latin(text)))
    assert characters.is_basic_latin(text) == all("\x20" <= one <= "\x7e" for one in text)


@given(st.text())
def test_a_substitute_never_adds_what_it_is_to_remove(text: str) -> None:
    proposal = characters.basic_latin_substitute(text)

    left = {character for _, character in characters.not_basic_latin(proposal)}
    assert left <= {character for _, character in characters.not_basic_latin(text)}
    assert characters.basic_latin_substitute(proposal) == proposal


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("β-globin", "beta-globin"),
        ("5 µm – “é”", '5 um - "e"'),
        ("Groß, Łódź", "Gross, Lodz"),
        ("a\u00a0b\u200bc", "a bc"),
        ("漢", "漢"),
    ],
)
def test_substitutes(text: str, proposal: str) -> None:
    assert characters.basic_latin_substitute(text) == proposal


def test_every_listed_substitute_is_basic_latin() -> None:

    assert all(map(characters.is_basic_latin, table("characters")["substitutes"].values()))


def test_places_are_counted_from_one() -> None:
    assert list(characters.not_basic_latin("aéb\n")) == [(2, "é"), (4, "\n")]
    assert list(characters.forbidden("a\tb\x85é")) == [(2, "\t"), (4, "\x85")]
    assert list(characters.suspect("J\ufffdger\u200d\ue000")) == [
        (2, "\ufffd"),
        (6, "\u200d"),
        (7, "\ue000"),
    ]
    assert characters.is_joiner("\u200d")
    assert not characters.is_joiner("\ufffd")


def test_elements_and_entities() -> None:
    assert "InventionTitle" in characters.any_character_elements()
    assert characters.reserved()["<"] == "&lt;"
    assert len(characters.reserved()) == 5
