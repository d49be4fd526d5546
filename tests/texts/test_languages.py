from __future__ import annotations

import pytest

from seqeditor.texts import LANGUAGES, is_right_to_left, nearest_language


def test_the_ten_publication_languages() -> None:
    assert list(LANGUAGES) == ["ar", "de", "en", "es", "fr", "ja", "ko", "pt", "ru", "zh"]


def test_only_arabic_is_mirrored() -> None:
    assert [code for code in LANGUAGES if is_right_to_left(code)] == ["ar"]


@pytest.mark.parametrize(
    ("locale_name", "language"),
    [
        ("pt_BR", "pt"),
        ("zh-Hans-CN", "zh"),
        ("de", "de"),
        ("de_AT.UTF-8", "de"),
        ("ja.UTF-8", "ja"),
        ("C", "en"),
        ("", "en"),
        ("nl_NL", "en"),
    ],
)
def test_the_nearest_language_to_a_locale(locale_name: str, language: str) -> None:
    assert nearest_language(locale_name) == language
