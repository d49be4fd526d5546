"""Files packed by gzip: looked into, and unpacked up to a limit (one may hold terabytes)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from seqeditor.formats.annotated import BrokenRecordError

MOST_UNPACKED = 1 << 30
"""Bytes that are unpacked of one file."""

_MAGIC = b"\x1f\x8b\x08"
_GZIP = 31
"""What tells zlib that a head and a checksum of gzip stand around the data."""
_BLOCK = 1 << 18


class DamagedError(Exception):
    """The packed data break off or are damaged; the text says what zlib found."""


def is_gzipped(data: bytes) -> bool:
    """Tell whether a file begins as one packed by gzip."""
    return data.startswith(_MAGIC)


def beginning(data: bytes, most: int) -> bytes:
    """Return at most so many of the bytes that the first bytes of a packed file stand for."""
    try:
        return zlib.decompressobj(_GZIP).decompress(data, most)
    except zlib.error:
        return b""


def unpack(source: Path, target: Path) -> str:
    """Write what a packed file holds; returns what is wrong with it, "" when nothing.

    Of a damaged file what stands before the damage is written. Raises BrokenRecordError when it
    holds more than MOST_UNPACKED, OSError.
    """
    total = 0
    with source.open("rb") as stream, target.open("wb") as out:
        try:
            for block in _unpacked(stream):
                total += len(block)
                if total > MOST_UNPACKED:
                    raise BrokenRecordError(f"gzip: > {MOST_UNPACKED} bytes")
                out.write(block)
        except DamagedError as error:
            return str(error)
    return ""


def _unpacked(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the blocks of all members; zeros behind the last are padding."""
    member = zlib.decompressobj(_GZIP)
    begun = False
    while packed := stream.read(_BLOCK):
        while packed:
            if member.eof:
                packed = packed.lstrip(b"\0")
                if not packed:
                    break
                member, begun = zlib.decompressobj(_GZIP), False
            try:
                block = member.decompress(packed, _BLOCK)
            except zlib.error as error:
                raise DamagedError(str(error)) from error
            begun = True
            if block:
                yield block
            packed = member.unused_data if member.eof else member.unconsumed_tail
    if begun and not member.eof:
        yield member.flush()
        raise DamagedError("end of file")
