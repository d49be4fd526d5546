"""Which residue a typed letter stands for."""

from __future__ import annotations

import unicodedata

from seqeditor.domain.sequence import MOLTYPES, NUCLEOTIDE_MOLTYPES
from seqeditor.vocabulary.residues import alphabet


def residue_for(letter: str, moltype: str) -> str | None:
    """Return the residue symbol that a typed letter means; None if it means none.

    Nucleotides are written in lower case with `t` for uracil too (ST.26 par. 13, 14), amino acids
    in upper case (par. 26). Full-width letters of East Asian keyboards count as the plain ones.
    """
    if moltype not in MOLTYPES:
        return None
    plain = unicodedata.normalize("NFKC", letter)
    plain = plain.lower().replace("u", "t") if moltype in NUCLEOTIDE_MOLTYPES else plain.upper()
    return plain if len(plain) == 1 and plain in alphabet(moltype) else None
