"""Files that are damaged or meant to do harm: a clear word on each, in bounded time and room."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.listings import dna, write_listing

DIVISION = b"<INSDSeq_division>"
TAIL = b"</ST26SequenceListing>"


def _good(folder: Path) -> bytes:
    return write_listing(folder / "good.xml", [dna(), dna("acgtgcattacgat")]).read_bytes()


def _bomb(data: bytes) -> bytes:
    entities = b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, (b"&%c;" % (97 + n)) * 10) for n in range(15)
    )
    subset = b'<!DOCTYPE ST26SequenceListing [<!ENTITY a "aaaaaaaaaa">' + entities + b"]>"
    start = data.index(b"<!DOCTYPE")
    data = data[:start] + subset + data[data.index(b">", start) + 1 :]
    return data.replace(b">AB-1<", b">&p;<")


def _external(data: bytes) -> bytes:
    start = data.index(b"<!DOCTYPE")
    subset = b'<!DOCTYPE ST26SequenceListing [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    data = data[:start] + subset + data[data.index(b">", start) + 1 :]
    return data.replace(b">AB-1<", b">&x;<")


UNREADABLE = {
    "empty": lambda _: b"",
    "blank": lambda _: b" \n \n",
    "binary": lambda _: bytes(range(256)) * 64,
    "NUL": lambda data: data.replace(b"acgtgcattacgatc", b"acgt\0cattacgatc"),
    "truncated in the head": lambda data: data[:300],
    "truncated in a sequence": lambda data: data[: data.index(DIVISION) + 5],
    "truncated between sequences": lambda data: data[: data.index(b"</SequenceData>") + 15],
    "one line of 5 MB": lambda _: b"a" * 5_000_000,
    "5 MB of <": lambda _: b"<" * 5_000_000,
    "100,000 nested": lambda data: data.replace(
        DIVISION, b"<x>" * 100_000 + b"</x>" * 100_000 + DIVISION, 1
    ),
    "100,000 nested in the head": lambda data: data.replace(
        b"<ApplicantName ", b"<x>" * 100_000 + b"</x>" * 100_000 + b"<ApplicantName ", 1
    ),
    "HTML": lambda _: b"<!DOCTYPE html><html><body>Not found</body></html>",
    "ST.25": lambda _: b"<110>  Example Ltd\n<120>  Primers\n<160>  1\n",
    "an archive": lambda _: b"PK\3\4" + bytes(200),
    "tags crossed": lambda data: data.replace(b"</INSDFeature_quals>", b"</INSDFeature>", 1),
}

INVALID = {
    "entity bomb": _bomb,
    "external entity": _external,
    "UTF-16": lambda data: data.decode().replace('"UTF-8"', '"UTF-16"').encode("utf-16"),
    "Windows-1252 inside": lambda data: data.replace(b"Example", b"Ex\xe4mple"),
    "Latin 1 declared": lambda data: data.replace(b'"UTF-8"', b'"ISO-8859-1"'),
    "300 nested elements": lambda data: data.replace(
        DIVISION, b"<x>" * 300 + b"</x>" * 300 + DIVISION, 1
    ),
    "500,000 unknown entities": lambda data: data.replace(
        b">PAT<", b">" + b"&foo;" * 500_000 + b"<", 1
    ),
    "a location of 500,000 letters": lambda data: data.replace(
        b"<INSDFeature_location>", b"<INSDFeature_location>" + b"join(" * 100_000, 1
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_says_why(call: Call, tmp_path: Path, name: str) -> None:
    path = tmp_path / "listing.xml"
    path.write_bytes(UNREADABLE[name](_good(tmp_path)))
    told = call("validate", path, "--format", "json")
    (file,) = told.json["files"]
    assert (told.status, file["verdict"]) == (2, "unreadable")
    assert (file["bytes"], told.err) == (path.stat().st_size, "")
    (found,) = [f for f in file["findings"] if f["level"] == "error"]
    assert 10 < len(found["message"]) < 400
    assert call("validate", path).status == 2
    for command in (("info", path), ("convert", path, tmp_path / "target.xml")):
        refused = call(*command)
        assert refused.status == (1 if command[0] == "info" and file["sequences"] else 2)
        assert refused.err.count("\n") == (1 if refused.status == 2 else 0)
    assert not (tmp_path / "target.xml").exists()


@pytest.mark.parametrize("name", INVALID)
def test_what_can_be_read_is_not_valid(call: Call, tmp_path: Path, name: str) -> None:
    path = tmp_path / "listing.xml"
    path.write_bytes(INVALID[name](_good(tmp_path)))
    told = call("validate", path, "--format", "json")
    (file,) = told.json["files"]
    assert (told.status, file["verdict"], file["sequences"]) == (1, "invalid", 2)
    assert told.err == ""
    assert "root:" not in told.out  # of no file of this machine
    assert all(len(f["message"]) < 2_000 for f in file["findings"])


def test_a_line_of_five_megabytes_is_read(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "listing.xml"
    data = _good(tmp_path).replace(b"\n", b" ")
    path.write_bytes(data.replace(TAIL, b" " * 5_000_000 + TAIL).replace(b" <!DOC", b"\n<!DOC"))
    told = call("validate", path, "--format", "json")
    assert told.json["files"][0]["sequences"] == 2
    assert told.json["files"][0]["verdict"] == "valid"


WRONG_FEATURE = (
    b"<INSDFeature><INSDFeature_key>foo</INSDFeature_key>"
    b"<INSDFeature_location>999</INSDFeature_location></INSDFeature>"
)


@pytest.mark.parametrize("many", [WRONG_FEATURE, b"<INSDFeature/>"])
def test_ten_thousand_wrong_features_in_one_sequence(
    call: Call, tmp_path: Path, many: bytes
) -> None:
    path = tmp_path / "listing.xml"
    end = b"</INSDSeq_feature-table>"
    path.write_bytes(_good(tmp_path).replace(end, many * 10_000 + end, 1))
    (file,) = call("validate", path, "--format", "json").json["files"]
    assert file["counts"]["error"] >= 10_000
    assert any(f.get("omitted") for f in file["findings"])


def test_thousands_of_empty_sequences(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "listing.xml"
    path.write_bytes(_good(tmp_path).replace(TAIL, b"<SequenceData/>" * 5_000 + TAIL))
    (file,) = call("validate", path, "--format", "json").json["files"]
    assert file["sequences"] == 5_002
    assert file["verdict"] == "invalid"
