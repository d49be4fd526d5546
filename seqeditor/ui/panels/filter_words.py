"""What the parts of a filter are called, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from seqeditor.domain import criteria as c
from seqeditor.domain.criteria import Criteria
from seqeditor.domain.number_ranges import NumbersError
from seqeditor.store.choosing import Sort
from seqeditor.texts import N_, _, fill
from seqeditor.ui.models.sequence_table import Column, head
from seqeditor.ui.qt.locale import length_text
from seqeditor.ui.qt.marks import colour_name
from seqeditor.ui.qt.typed_text import brief

FINDINGS = {
    "": N_("All, with findings or without"),
    c.ANY: N_("Has findings"),
    "error": N_("Has errors"),
    "warning": N_("Has warnings"),
    "info": N_("Has advice"),
    c.NONE: N_("Has no findings"),
}
SKIPPED = {
    "": N_("All, skipped or not"),
    c.ONLY: N_("Intentionally skipped"),
    c.WITHOUT: N_("Not skipped"),
}
MARKED = {
    "": N_("All, marked or not"),
    c.ANY: N_("Has a colour, a note or a mark"),
    c.COLOUR: N_("Has a colour"),
    c.NOTE: N_("Has a note"),
    c.TODO: N_("Is marked as to do"),
}
COLUMNS = {
    "number": Column.NUMBER,
    "moltype": Column.MOLTYPE,
    "length": Column.LENGTH,
    "organism": Column.ORGANISM,
    "name": Column.NAME,
}


def chips(wanted: Criteria) -> Iterator[tuple[str, Criteria]]:
    """Yield what is asked for beside the text, each with what is left without it."""
    if wanted.numbers:
        words = fill(_("No. {numbers}"), {"numbers": wanted.numbers})
        yield words, replace(wanted, numbers="")
    if wanted.moltypes:
        yield ", ".join(wanted.moltypes), replace(wanted, moltypes=())
    if wanted.organism:
        words = fill(_("Organism: {organism}"), {"organism": wanted.organism})
        yield words, replace(wanted, organism="")
    if wanted.shortest is not None or wanted.longest is not None:
        yield _length(wanted), replace(wanted, shortest=None, longest=None)
    if wanted.findings:
        yield _(FINDINGS[wanted.findings]), replace(wanted, findings="")
    if wanted.feature:
        none = wanted.feature == c.NONE
        with_key = _("Has {key}").replace("{key}", wanted.feature)
        yield _("Only source") if none else with_key, replace(wanted, feature="")
    if wanted.duplicates:
        yield _("Duplicates"), replace(wanted, duplicates=False)
    if wanted.skipped:
        yield _(SKIPPED[wanted.skipped]), replace(wanted, skipped="")
    if wanted.marked:
        yield marked_words(wanted.marked), replace(wanted, marked="")


def marked_words(marked: str) -> str:
    """Return what a choice of marks asks for."""
    if marked in MARKED:
        return _(MARKED[marked])
    return fill(_("Colour: {colour}"), {"colour": colour_name(marked)})


def _length(wanted: Criteria) -> str:
    least = "" if wanted.shortest is None else length_text(wanted.shortest)
    most = "" if wanted.longest is None else length_text(wanted.longest)
    if not most:
        return fill(_("Length {least} or more"), {"least": least})
    if not least:
        return fill(_("Length {most} or less"), {"most": most})
    return fill(_("Length {least} to {most}"), {"least": least, "most": most})


def sort_words(sort: Sort) -> str:
    """Return what tells that the rows are sorted, and that the listing is not."""
    words = _("Shown by {column}, falling") if sort.descending else _("Shown by {column}")
    return fill(words, {"column": head(COLUMNS[sort.column])})


def numbers_fault(error: NumbersError) -> str:
    """Return what tells that a text names no numbers."""
    return fill(
        _("“{text}” is no number and no range. Write numbers like 1-20, 35."),
        {"text": brief(error.args[0])},
    )
