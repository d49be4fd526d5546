"""Faults of a file seen from outside: its name, its size, its DOCTYPE against its root."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seqeditor.domain.fault import Fault
from seqeditor.formats.st26.head import Head

SIZE_LIMIT_MB = 100
CURRENT = (1, 3)
"""The newest version of the DTD that this program knows."""

_US_NAME = re.compile(r"[A-Za-z0-9_-]{1,60}\.xml", re.IGNORECASE | re.ASCII)
_VERSION = re.compile(r"V(\d+)_(\d+)")


def name_faults(name: str, head: Head) -> Iterator[Fault]:
    """Yield what is wrong with the name of the file; which of two is said is for the rules."""
    written = head.header.file_name
    if written is not None and _stem(written) != _stem(name):
        parameters = (("value", written), ("actual", name))
        yield Fault(
            "root-file-name-mismatch",
            head.root_line,
            "@fileName",
            value=written,
            parameters=parameters,
        )
    if not name.lower().endswith(".xml"):
        yield Fault("xml-file-extension", value=name, parameters=(("name", name),))
    if not _US_NAME.fullmatch(name):
        yield Fault("xml-file-name-us", value=name, parameters=(("name", name),))


def _stem(name: str) -> str:
    return name[:-4] if name.lower().endswith(".xml") else name


def size_faults(size: int) -> Iterator[Fault]:
    """Yield a fault for a file that offices may refuse or charge for; size in bytes."""
    megabytes = round(size / 1_000_000)
    if megabytes > SIZE_LIMIT_MB:
        yield Fault("xml-file-size", value=str(size), parameters=(("mb", megabytes),))


def doctype_faults(head: Head) -> Iterator[Fault]:
    """Yield what the DOCTYPE says other than the root element, or newer than is known."""
    if head.doctype is None or head.doctype.version is None:
        return
    named = head.doctype.version
    written = head.header.dtd_version or ""
    found = _VERSION.fullmatch(written)
    version = (int(found[1]), int(found[2])) if found else None
    text = "{}.{}".format(*named)
    if version is not None and version != named:
        yield Fault(
            "root-dtd-version-doctype",
            head.doctype.line,
            "@dtdVersion",
            value=written,
            parameters=(("value", written), ("doctype", text)),
        )
    if named > CURRENT and (version is None or version <= CURRENT):
        yield Fault(
            "root-dtd-version-newer",
            head.doctype.line,
            "@dtdVersion",
            value=text,
            variant="doctype",
            parameters=(("value", text),),
        )
