"""Genetic codes that hardly fit the place they are used in (ST.26 Annex I, Sec. 9)."""

from __future__ import annotations

from collections.abc import Iterator

from seqeditor.domain.sequence import Feature
from seqeditor.rules.coding import is_pseudo
from seqeditor.rules.finding import Hit, Level, Scope, hit
from seqeditor.rules.qualifier.organism import CONSTRUCT, UNIDENTIFIED
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES
from seqeditor.rules.rule import rule
from seqeditor.rules.translation.changes import CDS, place
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_
from seqeditor.vocabulary.genetic_codes import GeneticCode, genetic_codes

_MITOCHONDRIAL = "mitochondrial"
_ALSO_OF_BACTERIA = "mycoplasma"
_PLASTID = "11"
_KINDS = ("mitochondrion", "hydrogenosome")


def _code(value: str) -> GeneticCode | None:
    return next((one for one in genetic_codes() if str(one.id) == value), None)


@rule(
    "tr-table-organism",
    Level.INFO,
    "Annex I Sec. 9",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=CDS,
    message=N_(
        "transl_table {value} is a code of mitochondria, but the source of this sequence names no"
        " organelle. Look whether the table is right, or add organelle."
    ),
    variants={
        "organelle": N_(
            "transl_table {value} is not known from the organelle {organelle}. Look whether the"
            " table is right."
        )
    },
)
def table_of_another_place(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """transl_table fits the organelle that source names.

    A code of mitochondria goes with organelle mitochondrion; the code of bacteria and plastids
    does not. Only such plain cases are told, and they may be right all the same.

    Right: transl_table 2 with organelle mitochondrion
    Wrong: transl_table 2 with organism Escherichia coli

    Look whether the table is right. If the sequence is from an organelle, add the qualifier
    organelle to source.
    """
    value, source = feature.value("transl_table"), context.sequence.source
    code = _code(value) if value else None
    if code is None or source is None or is_pseudo(feature):
        return
    organism = context.sequence.organism
    if not organism.strip() or organism in (CONSTRUCT, UNIDENTIFIED):
        return
    organelle, name = source.value("organelle"), code.name.lower()
    path = (*place(feature, "transl_table"), "value")
    if organelle is None:
        if _MITOCHONDRIAL in name and _ALSO_OF_BACTERIA not in name:
            yield hit(*path, value=value)
    elif _is_strange(value or "", name, organelle.partition(":")[0]):
        yield hit(*path, value=value, variant="organelle", organelle=organelle)


def _is_strange(table: str, name: str, organelle: str) -> bool:
    if organelle in _KINDS:
        return table == _PLASTID
    return organelle == "plastid" and _MITOCHONDRIAL in name
