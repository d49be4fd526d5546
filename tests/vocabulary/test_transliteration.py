from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.vocabulary.characters import is_basic_latin
from seqeditor.vocabulary.transliteration import latin_name


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Smith", "Smith"),
        ("Johannes Jäger", "Johannes Jaeger"),
        ("Ørsted Ångström", "Oersted Aangstroem"),
        ("Łukasz Żółć", "Lukasz Zolc"),
        ("François Œuvre", "Francois OEuvre"),
        ("Юрий Щедрин", "Yuriy Shchedrin"),
        ("Їжак Єва", "Yizhak Yeva"),
        ("Χρήστος Ψαράς", "Christos Psaras"),
        ("Müller", "Mueller"),
        ("Jа\u0308ger", "Jager"),
        ("出願製薬株式会社", None),
        ("김철수", None),
        ("", ""),
    ],
)
def test_names_are_written_by_their_sound(name: str, latin: str | None) -> None:
    assert latin_name(name) == latin


@settings(max_examples=200)
@given(st.text(max_size=30))
def test_the_result_is_basic_latin_or_nothing(name: str) -> None:
    latin = latin_name(name)
    assert latin is None or is_basic_latin(latin)
