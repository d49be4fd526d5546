"""What stands before the root element: declaration, DOCTYPE, comments (ST.26 par. 39).

It is scanned here and never shown to the XML parser: no DTD is fetched, no entity declared, so
nothing can be expanded. UTF-8, byte order mark already dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from seqeditor.domain.fault import Fault
from seqeditor.formats.st26.markup import is_sound
from seqeditor.formats.st26.model import DTD_NAME, PUBLIC_ID, ROOT

LIMIT = 16 << 20
"""A prolog longer than this is not read."""

_SHOWN = 80
_DECLARATION = re.compile(rb"<\?xml(?=[\s?])([^>]*?)\?>")
_PSEUDO = re.compile(r"""([A-Za-z]+)\s*=\s*("[^"]*"|'[^']*')""")
_DOCTYPE = re.compile(
    rb"""<!DOCTYPE\s+([^\s\[>"']+)\s*"""
    rb"""(?:PUBLIC\s*("[^"]*"|'[^']*')\s*("[^"]*"|'[^']*')?|SYSTEM\s*("[^"]*"|'[^']*'))?\s*"""
)
_SPACE = re.compile(rb"[ \t\r\n]*")
_SUBSET_TOKEN = re.compile(rb"""\]|"|'|<!--|<\?""")
_SUBSET_CLOSERS = {b'"': b'"', b"'": b"'", b"<!--": b"-->", b"<?": b"?>"}
_ENTITY = re.compile(r"<!ENTITY\s+(?:%\s+)?([^\s>]+)")
_ROOT_NAME = re.compile(rb"<([^\s<>/\"'=&!?]+)(?=[\s/>])")
_ST25 = re.compile(rb"^\s*<(110|120|130|140|160|210)>", re.MULTILINE)
_NUMBER = re.compile(r"sequence listing (\d+)\.(\d+)//", re.IGNORECASE)
_OTHER_DTD = re.compile(r"ST26SequenceListing_V\d+_\d+\.dtd")
_VERSION = re.compile(r"V(\d+)_(\d+)")


@dataclass(frozen=True, slots=True)
class Doctype:
    """A DOCTYPE as written; `version` is the number its public identifier names."""

    name: str
    public_id: str | None
    system_id: str | None
    line: int

    @property
    def version(self) -> tuple[int, int] | None:
        """The two numbers of the DTD named, None when none is."""
        found = _NUMBER.search(self.public_id or "")
        return (int(found[1]), int(found[2])) if found else None


@dataclass(slots=True)
class Prolog:
    """The prolog as read; `end` is where the root element begins, on line `line`.

    `unreadable` says why no root element of a listing follows: its other faults do not count.
    """

    end: int = 0
    line: int = 1
    root: str = ""
    declaration: str | None = None
    declaration_first: bool = True
    doctype: Doctype | None = None
    subset: str | None = None
    extras: int = 0
    first_extra: int | None = None
    unreadable: Fault | None = None
    lines: list[int] = field(default_factory=list)


class NeedMoreError(Exception):
    """The prolog is not finished in the bytes given."""


def scan(data: bytes, prolog: Prolog, *, final: bool) -> None:
    """Read on in the prolog from where the last scan of the same bytes, then fewer, ended.

    Raises NeedMoreError while more bytes could complete it.
    """
    at = prolog.end
    while True:
        at = _skip_space(data, at)
        prolog.line += data.count(b"\n", prolog.end, at)
        prolog.end = at
        if len(data) - at < len(b"<!DOCTYPE") and not final:
            raise NeedMoreError
        step = _construct(data, at, prolog)
        if step is None:
            if not final and not _ROOT_NAME.match(data, at) and data.find(b">", at) < 0:
                raise NeedMoreError
            break
        if step < 0:
            if not final and len(data) < LIMIT:
                raise NeedMoreError
            prolog.unreadable = _not_well_formed(prolog.line, "cut-off")
            return
        at = step
    _root(data, at, prolog)


def _construct(data: bytes, at: int, prolog: Prolog) -> int | None:
    """Return where the construct at `at` ends: None for none of the prolog, -1 for unfinished."""
    if data.startswith(b"<!--", at):
        end = data.find(b"-->", at + 4)
        if end < 0:
            return -1
        if not is_sound(data[at : end + 3], b"<!--"):
            return None
        _extra(prolog)
        return end + 3
    if data.startswith(b"<?", at):
        end = data.find(b"?>", at)
        if end < 0:
            return -1
        declaration = _DECLARATION.match(data, at)
        if declaration and prolog.declaration is None:
            prolog.declaration = data[at : end + 2].decode("utf-8", "replace")
            prolog.declaration_first = at == 0
        elif is_sound(data[at : end + 2], b"<?"):
            _extra(prolog)
        else:
            return None
        return end + 2
    if data.startswith(b"<!DOCTYPE", at) and prolog.doctype is None:
        return _doctype(data, at, prolog)
    return None


def _extra(prolog: Prolog) -> None:
    prolog.extras += 1
    prolog.first_extra = prolog.first_extra or prolog.line


def _doctype(data: bytes, at: int, prolog: Prolog) -> int | None:
    found = _DOCTYPE.match(data, at)
    if not found:
        return -1
    end = found.end()
    subset = None
    if data.startswith(b"[", end):
        close = _subset_end(data, end + 1)
        if close < 0:
            return -1
        subset = data[end:close].decode("utf-8", "replace")
        end = _skip_space(data, close)
    if end >= len(data):
        return -1
    if data[end : end + 1] != b">":
        return None
    prolog.subset = subset
    public, system = found[2], found[3] or found[4]
    prolog.doctype = Doctype(
        _text(found[1]) or "", _unquoted(public), _unquoted(system), prolog.line
    )
    return end + 1


def _subset_end(data: bytes, at: int) -> int:
    """Return where the internal subset ends, -1 when it is not finished."""
    while token := _SUBSET_TOKEN.search(data, at):
        if token[0] == b"]":
            return token.end()
        closer = _SUBSET_CLOSERS[token[0]]
        at = data.find(closer, token.end())
        if at < 0:
            return -1
        at += len(closer)
    return -1


def _root(data: bytes, at: int, prolog: Prolog) -> None:
    """Find the root element, or say why there is none."""
    found = _ROOT_NAME.match(data, at)
    if found:
        prolog.root = _text(found[1]) or ""
        if prolog.root == ROOT:
            return
        if not prolog.root[0].isdigit():
            prolog.unreadable = Fault(
                "dtd-unknown-element",
                prolog.line,
                value=prolog.root,
                variant="root",
                parameters=(("name", prolog.root), ("line", prolog.line), ("parent", "")),
            )
            return
    if _ST25.search(data[:4096]):
        prolog.unreadable = Fault("xml-st25-text-given", 1)
    elif not data.strip():
        prolog.unreadable = _not_well_formed(None, "empty")
    elif b"\0" in data[:4096]:
        prolog.unreadable = _not_well_formed(None, "binary")
    elif at >= len(data) or (data[at : at + 1] == b"<" and b">" not in data[at:]):
        prolog.unreadable = _not_well_formed(prolog.line, "cut-off")
    elif prolog.declaration is None and prolog.doctype is None and not data.startswith(b"<"):
        prolog.unreadable = _not_well_formed(prolog.line, "no-xml")
    else:
        prolog.unreadable = _not_well_formed(prolog.line, "")


def faults(prolog: Prolog) -> Iterator[Fault]:
    """Yield what is wrong before the root element."""
    if prolog.unreadable is not None:
        yield prolog.unreadable
        return
    yield from _declaration_faults(prolog)
    yield from _doctype_faults(prolog)


def _declaration_faults(prolog: Prolog) -> Iterator[Fault]:
    if prolog.declaration is None or not prolog.declaration_first:
        yield Fault(
            "xml-declaration-missing",
            1,
            value=prolog.declaration,
            variant="late" if prolog.declaration else "",
        )
        return
    given = dict(_PSEUDO.findall(prolog.declaration))
    version = given.get("version", "")[1:-1]
    encoding = given.get("encoding", "")[1:-1]
    found = prolog.declaration if len(prolog.declaration) <= _SHOWN else "..."
    if version not in ("1.0", ""):
        yield Fault("xml-version-not-1-0", 1, value=version, parameters=(("version", version),))
    elif not version or not encoding:
        yield Fault("xml-declaration-missing", 1, value=found, variant="incomplete")
    elif encoding.upper() in ("UTF-8", "UTF8") and not _is_the_form(prolog.declaration):
        yield Fault("xml-declaration-form", 1, value=found, parameters=(("found", found),))


def _is_the_form(declaration: str) -> bool:
    collapsed = " ".join(declaration.removesuffix("?>").split())
    return collapsed == '<?xml version="1.0" encoding="UTF-8"'


def _doctype_faults(prolog: Prolog) -> Iterator[Fault]:
    doctype = prolog.doctype
    if doctype is None:
        yield Fault("xml-doctype-missing", prolog.line)
        return
    line = doctype.line
    if doctype.name != ROOT:
        name = (("name", doctype.name),)
        yield Fault("xml-doctype-root", line, value=doctype.name, parameters=name)
    yield from _identifier_faults(doctype)
    if prolog.declaration is not None and prolog.declaration_first and line != 2:
        yield Fault("xml-doctype-position", line, parameters=(("line", line),))
    if prolog.subset is not None:
        names = ", ".join(_ENTITY.findall(prolog.subset)[:5])
        found = names or " ".join(prolog.subset.split())[:_SHOWN]
        yield Fault(
            "xml-doctype-internal-subset", line, value=found, parameters=(("found", found),)
        )


def _identifier_faults(doctype: Doctype) -> Iterator[Fault]:
    public = " ".join((doctype.public_id or "").split())
    expected = _VERSION.search(DTD_NAME)
    current = (int(expected[1]), int(expected[2])) if expected else (1, 3)
    version = doctype.version
    newer = version is not None and version > current
    if public.casefold() != PUBLIC_ID.casefold() and not newer:
        found = public or (f"SYSTEM {doctype.system_id}" if doctype.system_id else "")
        yield Fault(
            "xml-doctype-public-id", doctype.line, value=found, parameters=(("found", found),)
        )
        if not doctype.system_id or _OTHER_DTD.fullmatch(doctype.system_id):
            return
    system = doctype.system_id or ""
    follows = version is not None and system == DTD_NAME.replace(
        "V{}_{}".format(*current), "V{}_{}".format(*version)
    )
    if system != DTD_NAME and not follows:
        yield Fault(
            "xml-doctype-system-id", doctype.line, value=system, parameters=(("found", system),)
        )


def _not_well_formed(line: int | None, variant: str) -> Fault:
    parameters = (("line", line or 1), ("col", 1), ("parserMessage", ""))
    return Fault("xml-not-well-formed", line, variant=variant, parameters=parameters)


def _skip_space(data: bytes, at: int) -> int:
    found = _SPACE.match(data, at)
    return found.end() if found else at


def _text(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8", "replace")


def _unquoted(data: bytes | None) -> str | None:
    return None if data is None else data[1:-1].decode("utf-8", "replace")
