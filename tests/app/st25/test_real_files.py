"""Published and edited listings of ST.25: residue for residue, and nothing lost unsaid."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from seqeditor.app.fasta_import import Wishes
from seqeditor.app.import_report import ImportReport
from seqeditor.app.jobs import Job
from seqeditor.app.receiving import NoSequenceError
from seqeditor.app.st25.sequences import Conversion25
from seqeditor.domain.sequence import Sequence

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "fixtures" / "st25"
NO_LISTING = {"failed1.txt"}
FILES = sorted(
    path for path in SHARED.rglob("*.txt") if path.is_file() and path.name not in NO_LISTING
)
THREE = dict(
    pair.split("=")
    for pair in re.findall(
        r"\S+",
        "Ala=A Arg=R Asn=N Asp=D Cys=C Gln=Q Glu=E Gly=G His=H Ile=I Leu=L Lys=K Met=M Phe=F"
        " Pro=P Ser=S Thr=T Trp=W Tyr=Y Val=V Xaa=X",
    )
)
"""Written down a second time on purpose: this is the independent reading."""

pytestmark = pytest.mark.skipif(not FILES, reason="the shared files are not there")


def converted(path: Path) -> tuple[list[tuple[str, Sequence]], ImportReport]:
    conversion = Conversion25(path, ImportReport(path.name, "st25"), Wishes())
    return list(conversion.sequences(Job())), conversion.report


def independent(path: Path) -> list[tuple[str, str]]:
    """Read a listing anew by another way: <212>, then the words behind <400>."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    found = []
    for block in re.split(r"(?m)^\s*<210>", text)[1:]:
        kind = re.search(r"<212>\s*(\w+)", block)
        residues = re.search(r"(?ms)^\s*<400>[ \t]*\S*(.*)", block)
        words = re.findall(r"[A-Za-z]+", residues[1] if residues else "")
        if kind is not None and kind[1].upper() == "PRT":
            letters = "".join(THREE[word] for word in words)
        else:
            letters = "".join(word for word in words if word.islower()).replace("u", "t")
        found.append((kind[1] if kind else "", letters))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_residues_are_those_of_the_file(path: Path) -> None:
    made, report = converted(path)
    expected = [letters for _kind, letters in independent(path)]
    found = [one.residues.text() for _number, one in made if not one.is_skipped]
    skipped = {item.old for item in report.items if item.code == "st25-too-short"}
    gaps = sum(item.code == "st25-gap" for item in report.items)
    assert found == [letters for letters in expected if letters in found]
    assert len(found) + len(skipped) == len(expected)
    assert len(made) == len(expected) + gaps
    assert report.sequences == len(made)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_feature_key_and_text_is_in_the_listing_or_in_the_report(path: Path) -> None:
    made, report = converted(path)
    told = "\n".join(f"{item.old} {item.new}" for item in report.items)
    for _number, one in made:
        for feature in one.features:
            told += f"\n{feature.key} {feature.location} "
            told += " ".join(q.value or "" for q in feature.qualifiers)
    squeezed = re.sub(r"\s+", "", told)
    text = path.read_bytes().decode("latin-1")
    for tag in (221, 223):
        for value in re.findall(rf"(?m)^\s*<{tag}>[ \t]*([^\r\n]*)", text):
            words = re.sub(r"\s+", "", value.encode("latin-1").decode("utf-8", "replace"))
            assert words in squeezed or not words.isascii(), value


@pytest.mark.parametrize("seed", range(40))
def test_damaged_files_neither_crash_nor_lose_residues(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    path = chance.choice(FILES)
    data = bytearray(path.read_bytes()[:40_000])
    for _cut in range(chance.randrange(1, 12)):
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                del data[at : at + chance.randrange(1, 40)]
            case 1:
                data[at] = chance.randrange(256)
            case 2:
                data[at:at] = chance.choice([b"<210>", b"<400>", b"\n<221>", b"\x00\xff", b"-12 "])
            case _:
                other = chance.randrange(len(data))
                data[at:at] = data[other : other + 200]
    file = tmp_path / "damaged.txt"
    file.write_bytes(bytes(data))
    conversion = Conversion25(file, ImportReport("damaged.txt", "st25"), Wishes())
    try:
        made = list(conversion.sequences(Job()))
    except NoSequenceError:
        return
    told = "".join(f"{item.old or ''}" for item in conversion.report.items)
    for _number, one in made:
        told += one.residues.text()
    told = told.lower()  # as an amino acid where the type was damaged
    # Whatever stood below a <400> as nucleotides is there, or the report holds its text.
    for block in re.findall(rb"(?ms)^[ \t]*<400>[ \t]*\d+[ \t]*\r?$(.*?)(?=^\s*<|\Z)", bytes(data)):
        for word in re.findall(rb"\b[acgt]{10}\b", block):
            letters = word.decode()
            assert letters in told, letters
