"""The formats the program knows: one line each, told apart by content first, then by suffix."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from seqeditor.formats.gzipped import beginning, is_gzipped
from seqeditor.formats.multisequence import looks_multi
from seqeditor.formats.raw_text import looks_raw
from seqeditor.texts import N_

SNIFFED = 65_536
"""Bytes of a file that are looked at."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format; `label` is a message id, `sniff` looks at the first bytes as text.

    A format that is neither readable nor writable is known by sight only, to say so clearly.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    sniff: Callable[[str], bool]
    readable: bool = True
    writable: bool = True


_XML = re.compile(r"\s*<(?:\?xml|!DOCTYPE|!--|ST26SequenceListing)")
_ROOT = (
    r"\s*(?:<\?[^>]*>\s*|<!--(?:[^-]|-(?!->))*-->\s*|<!DOCTYPE[^>\[]*>\s*)*"
    r"<(?:[\w.-]+:)?(?:{})[\s/>]"
)
"""What begins XML with a root element of this name."""
_INSDSEQ = re.compile(_ROOT.replace("{}", "INSDSet|INSDSeq|GBSet|GBSeq"))
_UNIPROT_XML = re.compile(_ROOT.replace("{}", "uniprot"))
_ST25 = re.compile(r"^\s*<(?:110|120|130|140|160|210)>", re.MULTILINE)
_GENBANK = re.compile(r"\s*LOCUS\s+\S")
_UNIPROT = re.compile(r"\s*ID   \S+\s+(?:Reviewed|Unreviewed|STANDARD|PRELIMINARY);")
_EMBL = re.compile(r"\s*ID   \S+.*;", re.ASCII)
_FASTA = re.compile(r"\s*(?:;[^\n\r]*\s*)*>")

FORMATS = (
    Format(
        "project",
        N_("seqeditor project"),
        (".seqproj",),
        lambda text: text.startswith("SQLite format 3\0"),
    ),
    Format(
        "insdseq",
        N_("INSDSeq XML, GBSeq XML"),
        (".gbc", ".insdseq"),
        lambda text: _INSDSEQ.match(text) is not None,
        writable=False,
    ),
    Format(
        "uniprot-xml",
        N_("UniProt XML"),
        (),
        lambda text: _UNIPROT_XML.match(text) is not None,
        writable=False,
    ),
    Format(
        "st26", N_("ST.26 sequence listing"), (".xml",), lambda text: _XML.match(text) is not None
    ),
    Format(
        "st25",
        N_("ST.25 sequence listing"),
        (".app", ".st25"),
        lambda text: _ST25.search(text[:4096]) is not None,
        writable=False,
    ),
    Format(
        "genbank",
        N_("GenBank, GenPept, DDBJ"),
        (".gb", ".gbk", ".genbank", ".gbff", ".gp", ".gpt", ".ape"),
        lambda text: _GENBANK.match(text) is not None,
        writable=False,
    ),
    Format(
        "uniprot",
        N_("UniProt text"),
        (".swiss", ".uniprot"),
        lambda text: _UNIPROT.match(text) is not None,
        writable=False,
    ),
    Format(
        "embl",
        N_("EMBL"),
        (".embl",),
        lambda text: _EMBL.match(text) is not None,
        writable=False,
    ),
    Format(
        "snapgene",
        N_("SnapGene"),
        (".dna",),
        lambda text: text.startswith("\t\0\0\0\x0eSnapGene"),
        writable=False,
    ),
    Format("xdna", N_("Serial Cloner"), (".xdna",), lambda _text: False, writable=False),
    Format(
        "fasta",
        N_("FASTA"),
        (".fasta", ".fa", ".fas", ".fna", ".faa", ".ffn", ".frn", ".fsa"),
        lambda text: _FASTA.match(text) is not None,
    ),
    Format("multi", N_("WIPO multi-sequence text"), (), looks_multi, writable=False),
    Format("raw", N_("Plain residues"), (".raw", ".seq"), lambda _text: False, writable=False),
)


def format_named(name: str) -> Format | None:
    """Return the format of this name, None if there is none."""
    return next((known for known in FORMATS if known.name == name), None)


def format_of_bytes(data: bytes, suffix: str = "") -> Format | None:
    """Return the format of a file by its first bytes, else by its suffix; None if unknown."""
    if is_gzipped(data):
        within = beginning(data, SNIFFED)
        if not within or is_gzipped(within):
            return None
        inner = format_of_bytes(within, suffix)
        return None if inner is None or inner.name == "project" else inner
    text = _as_text(data[:SNIFFED])
    for known in FORMATS:
        if known.sniff(text):
            return known
    found = next((known for known in FORMATS if suffix.lower() in known.suffixes), None)
    if found is None and looks_raw(text):
        return format_named("raw")  # known last of all: any text is letters
    return found


def format_of(path: Path) -> Format | None:
    """Return the format of a file by content, else by suffix; raises OSError."""
    with path.open("rb") as stream:
        data = stream.read(SNIFFED)
    packed = is_gzipped(data) and path.suffix.lower() in (".gz", ".gzip")
    return format_of_bytes(data, path.with_suffix("").suffix if packed else path.suffix)


def _as_text(data: bytes) -> str:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
        (b"<\0", "utf-16-le"),
        (b"\0<", "utf-16-be"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    head = data[:64]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):  # without a mark
        if len(head) >= 8 and not any(head[first::2]) and all(head[1 - first :: 2]):
            return data.decode(encoding, "replace")
    return data.decode("latin-1")
