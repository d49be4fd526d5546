"""Language codes (ISO 639-1), for languageCode and the free text language codes (par. 9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from seqeditor.vocabulary.tables import table


@dataclass(frozen=True, slots=True)
class Language:
    """One two-letter code and the English name of the language.

    `withdrawn` codes deserve a warning; `now` is the code that took their place, "" for none.
    """

    code: str
    name: str
    withdrawn: bool = False
    now: str = ""


def language(code: str) -> Language | None:
    """Return the entry of exactly this code, None if there is none."""
    return _languages().get(code)


def languages(*, withdrawn: bool = False) -> tuple[Language, ...]:
    """Return the languages by code, on request with the withdrawn codes after."""
    return tuple(one for one in _languages().values() if withdrawn or not one.withdrawn)


def publication_languages() -> tuple[str, ...]:
    """Return the codes of the languages in which international applications are published."""
    return tuple(_table()["pct_publication"])


@cache
def _table() -> dict[str, Any]:
    return table("languages")


@cache
def _languages() -> Mapping[str, Language]:
    current = (Language(code, name) for code, name in _table()["languages"].items())
    withdrawn = (Language(**record, withdrawn=True) for record in _table()["withdrawn"])
    return {one.code: one for one in (*current, *withdrawn)}
