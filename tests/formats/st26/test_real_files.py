"""Real listings: every one opens, the sound ones come back as they were."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import etree

from seqeditor.formats.st26.codec import encode_sequence, sequence_data
from seqeditor.formats.st26.reader import End, Head, Parsed, read
from seqeditor.formats.st26.writer import write
from tests.formats.st26.listings import Result

SHARED = Path(__file__).resolve().parents[4] / "shared" / "fixtures"
EVERY = sorted(SHARED.rglob("*.xml"))
SOUND = ("annex-iii-specimen.xml", "Valid_DNA_AA_project.xml")
BROKEN = {"t77.xml": "mismatch", "t79.xml": "attribute"}


def content(element: etree._Element) -> object:
    """Return everything of an element but the white space between elements."""
    texts = (element.text or "") if not len(element) else ""
    attributes = {k: v for k, v in element.attrib.items() if not str(k).startswith("software")}
    attributes.pop("productionDate", None)
    children = [content(child) for child in element if isinstance(child.tag, str)]
    return (element.tag, sorted(attributes.items()), texts, children)


@pytest.mark.parametrize("name", SOUND)
@pytest.mark.parametrize("stored", [False, True])
def test_a_sound_listing_is_written_as_it_was_read(shared: Path, name: str, stored: bool) -> None:
    path = shared / "fixtures" / "ddbj" / name
    events = list(read(path))
    head, end = events[0], events[-1]
    assert isinstance(head, Head)
    assert isinstance(end, End)
    pieces = []
    for event in events:
        if isinstance(event, Parsed):
            for record in event.records:
                one = record.sequence
                if stored:
                    length = one.written_length or ""
                    chunks = one.residues.chunks()
                    number = record.number or ""
                    pieces.append(list(sequence_data(number, record.fragment, length, chunks)))
                else:
                    pieces.append([encode_sequence(one, record.number or "")])
    target = io.BytesIO()
    write(target, end.header, pieces, len(pieces), end.header.file_name, "1.0")
    assert content(etree.fromstring(target.getvalue())) == content(etree.parse(path).getroot())
    assert Result(target.getvalue(), None).rules == []


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.name)
def test_every_listing_opens(path: Path) -> None:
    result = Result(path)
    if path.name in BROKEN:
        assert result.faults[-1].variant == BROKEN[path.name]
        assert not result.end.readable
        return
    assert result.end.readable
    tree = etree.parse(path)
    assert result.end.sequences == len(tree.findall("SequenceData"))
    for record, element in zip(result.records, tree.findall("SequenceData"), strict=True):
        assert record.number == element.get("sequenceIDNumber")
        assert record.first_line == element.sourceline
        assert len(record.sequence.features) == len(list(element.iter("INSDFeature")))


@pytest.mark.parametrize("path", sorted(SHARED.rglob("st25/*.txt")), ids=lambda path: path.name)
def test_an_older_text_listing_is_called_what_it_is(path: Path) -> None:
    no_listing = path.name == "failed1.txt"
    rule = "xml-not-well-formed" if no_listing else "xml-st25-text-given"
    assert Result(path).rules == [rule]
