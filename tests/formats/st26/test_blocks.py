"""Where a block ends makes no difference to what is read."""

from __future__ import annotations

import random

import pytest

from seqeditor.formats.st26 import cutter, encoding
from tests.formats.st26.listings import Result, listing, record
from tests.formats.st26.test_broken_bytes import spoilt

RICH = listing(
    record(1, "M<!-- a\n</SequenceData> -->K<![CDATA[</SequenceData>\n]]>"),
    "<!-- between -->\n<Late/>stray<?x y?>",
    record(2, "Ж&nbsp;&#65;5'"),
    record(3),
    '<InventionTitle languageCode="fr"/>',
).encode()


def everything(data: bytes) -> tuple[object, ...]:
    result = Result(data)
    records = [
        (one.number, one.position, one.first_line, one.sequence, one.fragment)
        for one in result.records
    ]
    end = result.end
    if not end.readable:
        # How much is looked at beyond the break is a matter of blocks.
        why = [(f.variant, f.line) for f in result.faults if f.rule == "xml-not-well-formed"]
        return records, why, end.sha256, result.head.header
    return records, end, result.head.header, dict(result.head.lines)


@pytest.mark.parametrize("block", [1, 2, 3, 7, 64, 333])
def test_a_rich_listing_is_read_the_same(monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    whole = everything(RICH)
    monkeypatch.setattr(encoding, "BLOCK", block)
    monkeypatch.setattr(cutter, "BATCH", 10 * block)
    assert everything(RICH) == whole


@pytest.mark.parametrize("seed", range(150))
def test_a_spoilt_listing_is_read_the_same(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    chooser = random.Random(seed)
    data = spoilt(seed + 10_000)
    if seed % 3 == 0:
        at = chooser.randrange(200)
        data = data[:at] + bytes([chooser.randrange(256)]) + data[at + 1 :]
    whole = everything(data)
    monkeypatch.setattr(encoding, "BLOCK", chooser.randrange(1, 100))
    monkeypatch.setattr(cutter, "BATCH", 1)
    assert everything(data) == whole


@pytest.mark.parametrize("name", ["utf-16", "utf-8-sig", "shift_jis", "iso8859-5"])
def test_other_encodings_are_read_the_same(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    text = RICH.decode().replace("UTF-8", name if "16" not in name else "UTF-8")
    data = text.encode(name)
    whole = everything(data)
    monkeypatch.setattr(encoding, "BLOCK", 3)
    assert everything(data) == whole
