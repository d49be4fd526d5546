"""Places inside a frozen value: small tuples of field names and 0-based indexes.

`("features", 2, "qualifiers", 0, "value")` is the value of the first qualifier of the third
feature of a sequence; `("applicant_name", "language_code")` is a place in the general information.
Findings, edits and the window name places in this way and no other.
"""

from __future__ import annotations

import dataclasses
from typing import Any

Path = tuple[str | int, ...]


def at(value: Any, path: Path) -> Any:
    """Return what stands at the path; raises LookupError when there is no such place."""
    for step in path:
        if isinstance(step, int):
            if not isinstance(value, tuple):
                raise LookupError(path)
            value = value[step]
        else:
            if not dataclasses.is_dataclass(value) or not hasattr(value, step):
                raise LookupError(path)
            value = getattr(value, step)
    return value


def put(value: Any, path: Path, new: Any) -> Any:
    """Return the value with what stands at the path replaced; raises LookupError."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    inner = put(at(value, (step,)), rest, new)
    if isinstance(step, int):
        items = list(value)
        items[step] = inner
        return tuple(items)
    return dataclasses.replace(value, **{step: inner})
