"""Codes of IP offices, states and organisations (WIPO ST.3), for IPOfficeCode (par. 45)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from seqeditor.vocabulary.tables import table


@dataclass(frozen=True, slots=True)
class Office:
    """One two-letter code.

    `kind` is "state", "organisation" or "unknown" (XX). `certain` is False for codes that only
    ISO 3166 is sure to have: accept them, with a warning. `former` codes may stand in old
    priorities; `now` is the code that took their place, "" where there is not exactly one.
    """

    code: str
    name: str
    kind: str = "state"
    certain: bool = True
    former: bool = False
    now: str = ""


def office(code: str) -> Office | None:
    """Return the entry of exactly this code, current or former, None if there is none."""
    return _offices().get(code)


def offices(*, former: bool = False) -> tuple[Office, ...]:
    """Return the current codes in alphabetical order, on request with the former ones after."""
    return tuple(one for one in _offices().values() if former or not one.former)


@cache
def _offices() -> Mapping[str, Office]:
    read = table("office_codes")
    current = (Office(**record) for record in read["offices"])
    former = (Office(**record, former=True) for record in read["former"])
    return {one.code: one for one in (*current, *former)}
