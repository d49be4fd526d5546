"""Listings made for tests: small, valid, and of any number of sequences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from seqeditor.domain.general_information import GeneralInformation, LanguageText
from seqeditor.domain.residues import TextResidues
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.formats.st26.codec import encode_sequence
from seqeditor.formats.st26.writer import write

HEADER = GeneralInformation(
    file_reference="AB-1",
    applicant_name=LanguageText("Example Ltd", "en"),
    titles=(LanguageText("Primers", "en"),),
)


def dna(letters: str = "acgtgcattacgatc", *, mol_type: str = "genomic DNA") -> Sequence:
    """Return a valid DNA sequence."""
    qualifiers = (Qualifier("mol_type", mol_type), Qualifier("organism", "Homo sapiens"))
    source = Feature("source", f"1..{len(letters)}", qualifiers)
    return Sequence("DNA", TextResidues(letters), (source,))


def protein(letters: str = "MKVLA") -> Sequence:
    """Return a valid amino acid sequence."""
    qualifiers = (Qualifier("mol_type", "protein"), Qualifier("organism", "Homo sapiens"))
    source = Feature("source", f"1..{len(letters)}", qualifiers)
    return Sequence("AA", TextResidues(letters), (source,))


def coding(protein_id: str, letters: str = "atgaaagtgctggcgtaa") -> Sequence:
    """Return a DNA sequence with a CDS that names its protein."""
    qualifiers = (
        Qualifier("translation", "MKVLA"),
        Qualifier("protein_id", protein_id),
    )
    one = dna(letters)
    cds = Feature("CDS", f"1..{len(letters)}", qualifiers)
    return replace(one, features=(*one.features, cds))


def different(count: int, first: int = 0) -> Iterable[Sequence]:
    """Yield valid sequences no two of which have the same residues."""
    for n in range(first, first + count):
        tail = "".join("acgt"[n >> shift & 3] for shift in range(0, 24, 2))
        yield dna(f"acgtgcatta{tail}")


def write_listing(
    path: Path, sequences: Iterable[Sequence], header: GeneralInformation = HEADER
) -> Path:
    """Write sequences as an ST.26 file and return its path."""
    made = list(sequences)
    records = ([encode_sequence(one, n)] for n, one in enumerate(made, 1))
    with path.open("wb") as stream:
        write(stream, header, records, len(made), path.name, "0", date(2026, 1, 1))
    return path
