from __future__ import annotations

from datetime import date

from seqeditor.rules.engine import Engine
from seqeditor.rules.wording import sentence
from seqeditor.texts import Catalogue
from tests.rules.memory import Entry, MemoryListing
from tests.rules.shorthand import header, sequence

RULE = "lang-noneng-partial"


def features(*qualifier: str) -> dict[str, object]:
    return {"add": [{"key": "misc_feature", "at": "3..5", "quals": [["note", *qualifier]]}]}


def test_of_many_sequences_without_the_second_language_the_rest_is_one_finding() -> None:
    done = sequence(features("outer membrane", "äußere Membran", "q1"))
    undone = sequence(features("outer membrane"))
    entries = [Entry(1, "1", done)] + [Entry(n, str(n), undone) for n in range(2, 506)]
    listing = MemoryListing(header({"non_english_language": "de"}), tuple(entries))
    engine = Engine(today=date(2026, 1, 1))
    found = [one for one in engine.listing(listing) if one.rule == RULE]
    assert [one.sequence for one in found] == [*range(2, 502), None]
    assert sentence(found[-1], Catalogue("en")) == (
        "4 more sequences have qualifiers without a value in the second language."
    )
