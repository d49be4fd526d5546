"""What a reading gathers for its report: faults up to a limit, XML ids over the whole file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from seqeditor.domain.fault import Fault
from seqeditor.formats.st26.raw_text import LISTED

_USUAL_ID = re.compile(rb"q[1-9][0-9]{0,7}")


class Faults:
    """Faults in the order found; beyond a limit those of one rule are only counted."""

    def __init__(self) -> None:
        self._listed: list[Fault] = []
        self._counts: Counter[str] = Counter()

    def add(self, faults: Iterable[Fault], omitted: Mapping[str, int] | None = None) -> None:
        """Add faults, and how many more of a rule were only counted."""
        for fault in faults:
            self._counts[fault.rule] += 1
            if self._counts[fault.rule] <= LISTED:
                self._listed.append(fault)
        for rule, more in (omitted or {}).items():
            self._counts[rule] += more

    def drop(self, prefix: str) -> None:
        """Forget the faults of the rules whose id begins so."""
        self._listed = [f for f in self._listed if not f.rule.startswith(prefix)]
        for rule in [r for r in self._counts if r.startswith(prefix)]:
            del self._counts[rule]

    def report(self) -> tuple[Fault, ...]:
        """Return all faults by line, each list cut at the limit closed by what it leaves out."""
        listed = Counter(fault.rule for fault in self._listed)
        in_order = sorted(self._listed, key=lambda fault: fault.line or 0)
        closing = [
            Fault(rule, omitted=count - listed[rule])
            for rule, count in sorted(self._counts.items())
            if count > listed[rule]
        ]
        return (*in_order, *closing)


class SeenIds:
    """XML ids met so far: those of the usual form as bits, others as hashes."""

    def __init__(self) -> None:
        self._bits = bytearray()
        self._others: set[int] = set()

    def is_new(self, value: bytes) -> bool:
        """Note an id; tell whether it was not there before."""
        if not _USUAL_ID.fullmatch(value):
            before = len(self._others)
            self._others.add(hash(value))
            return len(self._others) > before
        byte, bit = divmod(int(value[1:]), 8)
        if byte >= len(self._bits):
            self._bits.extend(bytes(max(byte + 1 - len(self._bits), len(self._bits))))
        mask = 1 << bit
        if self._bits[byte] & mask:
            return False
        self._bits[byte] |= mask
        return True
