"""Bytes spoilt at random: never an exception, always an end, the verdict of the parser."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.formats.st26.listings import Result, listing, qualifier, record

NAMESPACE_ERRORS = range(200, 206)
PIECES = (
    b"< > & \" ' </SequenceData> <SequenceData> <!-- --> <![CDATA[ ]]> <?x ?> &#10; &amp;"
    b" </INSDSeq> <a> </a> <a/> x = / <INSDSeq> </ST26SequenceListing> <b_c='d'> a:b \xe9 \x00 \n"
).split(b" ")
LISTING = listing(
    record(1, qualifiers=qualifier(attributes=' id="q1"') + qualifier(value="&lt;5&apos; x")),
    record(2, "M<!-- a\n</SequenceData> -->K<![CDATA[<x>]]>"),
    record(3),
).encode()
START = LISTING.index(b"<ST26Seq")


def spoilt(seed: int) -> bytes:
    chooser = random.Random(seed)
    data = LISTING
    for _ in range(chooser.choice((1, 1, 1, 2, 3))):
        start = chooser.randrange(START, max(len(data), START + 1))
        end = min(len(data), start + chooser.randrange(1, 200))
        kind = chooser.randrange(6)
        if kind == 0:
            data = data[:start] + data[end:]
        elif kind == 1:
            data = data[:end] + data[start:end] + data[end:]
        elif kind == 2:
            data = data[:start] + chooser.choice(PIECES) + data[start:]
        elif kind == 3:
            data = data[:start] + bytes([chooser.randrange(256)]) + data[start + 1 :]
        elif kind == 4:
            data = data[:start]
        else:
            moved, rest = data[start:end], data[:start] + data[end:]
            to = chooser.randrange(START, max(len(rest), START + 1))
            data = rest[:to] + moved + rest[to:]
    return data


def is_well_formed(data: bytes) -> bool:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        code: int = getattr(error, "code", 0)
        return code in NAMESPACE_ERRORS and all(
            entry.domain_name == "NAMESPACE" for entry in parser.error_log
        )
    return True


@pytest.mark.parametrize("seed", range(600))
def test_a_spoilt_listing_is_judged_as_the_parser_judges_it(seed: int) -> None:
    data = spoilt(seed)
    result = Result(data)
    told = set(result.rules)
    told_apart = {"xml-undefined-entity", "xml-encoding-not-utf8", "dtd-unknown-element"}
    if not told & told_apart:
        assert result.end.readable == is_well_formed(data)
    if not result.end.readable:
        assert told & {"xml-not-well-formed", "dtd-unknown-element", "xml-st25-text-given"}
    assert result.end.sequences == len(result.records)
    for one in result.records:
        assert one.fragment


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_no_bytes_are_too_strange(data: bytes) -> None:
    assert not Result(data).end.readable


@given(
    st.lists(st.sampled_from([*PIECES, b"<!DOCTYPE ", b"[", b"]", b"<?xml ", b'"']), max_size=40)
)
@settings(max_examples=200, deadline=None)
def test_no_markup_is_too_strange(pieces: list[bytes]) -> None:
    assert not Result(b" ".join(pieces)).end.readable
    whole = LISTING[:START] + b"<ST26SequenceListing>" + b"".join(pieces)
    assert Result(whole).end.size == len(whole)


@pytest.mark.parametrize("cut", range(0, len(LISTING), 37))
def test_a_listing_cut_anywhere_gives_what_is_whole(cut: int) -> None:
    result = Result(LISTING[:cut])
    assert not result.end.readable
    assert len(result.faults) >= 1
    whole = LISTING[:cut].count(b"</SequenceData>\n")
    assert len(result.records) >= whole - 1


FLOODS = {
    "less-than signs": b"<" * 300_000,
    "tags in quotes": b'<a b="' * 50_000,
    "quotes": b'<a b="' + b"<a b='" * 50_000,
    "closed": b"</SequenceData>" * 50_000,
    "opened": b"<SequenceData>" * 50_000,
    "comments begun": b"<!--" * 100_000,
    "comments": b"<!---->" * 50_000,
    "sections": b"<![CDATA[]]>" * 50_000,
    "sections begun": b"<![CDATA[" * 50_000,
    "instructions": b"<?" * 100_000,
    "ampersands": b"&" * 300_000,
    "entities": b"&a;" * 100_000,
    "references": b"&#65;" * 100_000,
    "greater-than signs": b">" * 300_000,
    "one attribute": b'<a b="' + b"x" * 3_000_000 + b'"/>',
    "one name": b"<" + b"x" * 1_000_000 + b"/>",
    "line breaks": b"\n" * 1_000_000,
    "deep": b"<a>" * 100_000,
    "wide": b"<a/>" * 10_000,
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_ends_wherever_it_comes(name: str) -> None:
    flood = FLOODS[name]
    for before in (b"", b'<?xml version="1.0"?><!DOCTYPE a [', LISTING[:START]):
        assert not Result(before + flood).end.readable
    head, tail = LISTING[: START + 40], LISTING[START + 40 :]
    body = LISTING.index(b"MKVL")
    for data in (head + flood + tail, LISTING[:body] + flood + LISTING[body:], LISTING + flood):
        result = Result(data)
        assert result.end.size == len(data)
        assert len(result.faults) <= 3_100
