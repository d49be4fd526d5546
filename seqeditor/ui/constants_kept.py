"""Keep Python's constants alive under a PySide6 that gives them up too often.

PySide6 6.12.0 returns None, True and False without counting the reference (measured: one lost with
every call of a method that returns nothing). From Python 3.12 on that is right, as these objects
are immortal; under 3.11 the interpreter ends with "deallocating None" after some thousand calls.
"""

from __future__ import annotations

import ctypes
import sys

_CONSTANTS = (None, True, False, NotImplemented, Ellipsis)


def keep_constants_alive() -> None:
    """Give the constants so many references that none of them can run out."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    many = sys.maxsize // 4
    for constant in _CONSTANTS:
        if sys.getrefcount(constant) < many // 2:
            count = ctypes.c_ssize_t.from_address(id(constant))
            count.value += many
