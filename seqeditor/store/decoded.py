"""What the annotations of a row say, decoded once: by whoever wrote or read them first."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from threading import Lock

from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Sequence
from seqeditor.formats.st26.codec import decode_annotations

LARGE = 16_384
"""Annotations of more bytes are kept for a moment: an edit reads the same ones several times."""

_KEPT = 4


@dataclass(frozen=True, slots=True)
class Decoded:
    """The annotations of a row of this revision; `size` is their number of bytes."""

    sequence: Sequence
    revision: int
    size: int
    names_proteins: bool


class _Kept:
    """The last large annotations with what they say, for all readers of all threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: OrderedDict[bytes, Sequence] = OrderedDict()

    def get(self, annotations: bytes) -> Sequence | None:
        with self._lock:
            known = self._known.get(annotations)
            if known is not None:
                self._known.move_to_end(annotations)
            return known

    def put(self, annotations: bytes, sequence: Sequence) -> None:
        with self._lock:
            self._known[annotations] = sequence
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)


_kept = _Kept()


def decoded(annotations: bytes, revision: int) -> Decoded:
    """Return what the annotations of a row say; raises ValueError."""
    large = len(annotations) > LARGE
    sequence = _kept.get(annotations) if large else None
    if sequence is None:
        sequence = decode_annotations(annotations)
        if large:
            _kept.put(annotations, sequence)
    return _as(sequence, annotations, revision)


def written(sequence: Sequence, annotations: bytes, revision: int) -> Decoded:
    """Return the same for annotations just made of a sequence, which need no decoding."""
    bare = replace(
        sequence, residues=TextResidues(), written_length=None, name="", note="", colour=""
    )
    if len(annotations) > LARGE:
        _kept.put(annotations, bare)
    return _as(bare, annotations, revision)


def _as(sequence: Sequence, annotations: bytes, revision: int) -> Decoded:
    return Decoded(sequence, revision, len(annotations), b"protein_id" in annotations)
