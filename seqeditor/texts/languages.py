"""The languages the program speaks: the ten publication languages of the PCT."""

from __future__ import annotations

from types import MappingProxyType

SOURCE_LANGUAGE = "en"

LANGUAGES = MappingProxyType(
    {
        "ar": "العربية",
        "de": "Deutsch",
        "en": "English",
        "es": "Español",
        "fr": "Français",
        "ja": "日本語",
        "ko": "한국어",
        "pt": "Português",
        "ru": "Русский",
        "zh": "中文",
    }
)
"""Language code to the language's own name, as a menu shows it."""

_RIGHT_TO_LEFT = frozenset({"ar"})


def is_right_to_left(code: str) -> bool:
    """Return whether the window is mirrored in this language."""
    return code in _RIGHT_TO_LEFT


def nearest_language(locale_name: str) -> str:
    """Return the language nearest to a locale such as `pt_BR` or `zh-Hans-CN`, else English."""
    code = locale_name.replace("-", "_").split("_")[0].split(".")[0].lower()
    return code if code in LANGUAGES else SOURCE_LANGUAGE
