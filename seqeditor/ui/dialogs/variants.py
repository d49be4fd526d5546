"""Variants typed or pasted as a list: features of the sequence, or sequences of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from seqeditor.domain.edits.variants import (
    LONGEST,
    inserted_letters,
    variant_sequence,
    with_variants,
)
from seqeditor.domain.location import LocationError, parse
from seqeditor.domain.sequence import Sequence
from seqeditor.domain.variants import (
    Misfit,
    Reason,
    Trouble,
    Variant,
    edit_of,
    misfit,
    moved,
    read_variants,
    together,
)
from seqeditor.rules.coding import FEWEST
from seqeditor.texts import N_, _, fill
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.special_case import (
    Plan,
    SpecialCaseDialog,
    isolated,
    left_to_right,
    shortened,
)
from seqeditor.ui.qt.typed_text import brief
from seqeditor.vocabulary.residues import one_letter_codes

VARIANTS = N_("Add variants")

_REASONS = {
    Reason.SYNTAX: N_("“{text}” is no variant that can be read."),
    Reason.STOP: N_("“{text}” ends the protein: list the shorter protein as a deletion."),
    Reason.FRAME: N_("“{text}” is a change of the frame: list the new protein as a sequence."),
    Reason.NUCLEOTIDES: N_("“{text}” is for nucleotides, but these are amino acids."),
    Reason.AMINO_ACIDS: N_("“{text}” is for amino acids, but these are nucleotides."),
    Reason.BEYOND: N_("“{text}” lies outside the coding bases: count from the sequence instead."),
    Reason.BACKWARDS: N_("“{text}” names no range of residues."),
    Reason.APART: N_("“{text}”: an insertion lies between two neighbours."),
}

_TROUBLES = {
    Trouble.OUTSIDE: N_("{text}: position {position} is outside the sequence (1 to {length})."),
    Trouble.OTHER_RESIDUE: N_("{text}: position {position} is {found}, not {stated}."),
    Trouble.SAME: N_("{text}: position {position} is {found} already."),
    Trouble.OVERLAP: N_("{text} and {other} are at the same place: they cannot be together."),
    Trouble.ALTERNATIVES: N_("{text} has alternatives: they cannot be together in one sequence."),
}

_FEWEST = {True: 10, False: FEWEST}
"""Defined residues with which an insertion is a sequence of its own: nucleotides, amino acids."""


_EXAMPLES = {
    True: "E484K, p.Asn501Tyr, del69-70, ins214EPE",
    False: "76A>T, 80_82del, 90_91insG",
}
"""For amino acids, for nucleotides."""


@dataclass(frozen=True, slots=True)
class _Read:
    variants: tuple[Variant, ...]
    problems: tuple[str, ...]
    is_coding: bool


class VariantsDialog(SpecialCaseDialog):
    """A list of variants and what becomes of them."""

    label = VARIANTS

    def __init__(self, desk: Desk, sequence_id: int) -> None:
        said = _(
            "Variants that are independent of one another are described by features of the"
            " sequence (par. 95(a), 96, 97). Those that occur together are a sequence of their own"
            " (par. 95(b)), and so is each one disclosed residue by residue (par. 93)."
        )
        super().__init__(desk, sequence_id, _("Variants"), said, _("&Add"))
        self.add(self._make_text())
        self.add(self._make_counting())
        self.add(self._make_choices())
        self.finish()
        self.resize(680, 640)

    # Fields ------------------------------------------------------------------------------------

    def _make_text(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        label = QLabel(_("&Variants, apart by commas or blanks:"))
        self.text = QPlainTextEdit()
        left_to_right(self.text)
        amino = self.sequence.moltype == "AA"
        example = (
            "E484K, p.Asn501Tyr, del69-70, ins214EPE" if amino else "76A>T, 80_82del, 90_91insG"
        )
        self.text.setPlaceholderText(example)
        self.text.setFixedHeight(3 * self.text.fontMetrics().lineSpacing() + 16)
        self.text.textChanged.connect(self.ask)
        label.setBuddy(self.text)
        column.addWidget(label)
        column.addWidget(self.text)
        return box

    def _make_counting(self) -> QWidget:
        box = QWidget()
        self._form = QFormLayout(box)
        self._form.setContentsMargins(0, 0, 0, 0)
        self.first = QSpinBox()
        self.first.setRange(-100_000, 10_000_000)
        self.first.setValue(1)
        self.first.setToolTip(_("For variants counted from another residue, such as a precursor's"))
        self.first.valueChanged.connect(lambda _value: self.ask())
        label = QLabel(_("&Number of the first residue:"))
        label.setBuddy(self.first)
        self._form.addRow(label, self.first)
        self.coding = QComboBox()
        self.coding.currentIndexChanged.connect(lambda _index: self.ask())
        self._coding_label = QLabel(_("&c. counts from the start of:"))
        self._coding_label.setBuddy(self.coding)
        self._form.addRow(self._coding_label, self.coding)
        self.key = QComboBox()
        keys = (
            (("VARIANT", _("any variant")), ("VAR_SEQ", _("splicing, promoter, start, frame")))
            if self.sequence.moltype == "AA"
            else (
                ("variation", _("occurs in nature")),
                ("misc_difference", _("made artificially")),
            )
        )
        for key, words in keys:
            self.key.addItem(f"{isolated(key)}  {words}", key)
        self.key.currentIndexChanged.connect(lambda _index: self.ask())
        label = QLabel(_("Feature &key:"))
        label.setBuddy(self.key)
        self._form.addRow(label, self.key)
        self._fill_coding()
        return box

    def _make_choices(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.as_features = QRadioButton(_("&Features of this sequence"))
        self.as_sequences = QRadioButton(_("A new &sequence for each variant"))
        self.as_one = QRadioButton(_("&One new sequence with all of them"))
        self.copied = QCheckBox(_("Co&py the other features to the new sequences"))
        self._group = QButtonGroup(self)
        for radio in (self.as_features, self.as_sequences, self.as_one):
            self._group.addButton(radio)
            column.addWidget(radio)
        self.as_features.setChecked(True)
        column.addWidget(self.copied)
        self._group.buttonToggled.connect(lambda _button, on: self._chosen() if on else None)
        self.copied.toggled.connect(lambda _on: self.ask())
        self._chosen()
        return box

    def _chosen(self) -> None:
        self.copied.setEnabled(not self.as_features.isChecked())
        self.key.setEnabled(self.as_features.isChecked())
        self.ask()

    def sequence_changed(self) -> None:
        """Offer the coding regions that there are now."""
        self._fill_coding()

    def _fill_coding(self) -> None:
        """Offer what c. may count from; with several CDS nothing is chosen yet."""
        former = self.coding.currentData()
        self.coding.blockSignals(True)
        self.coding.clear()
        found = [f.location for f in self.sequence.features if f.key == "CDS"]
        if len(found) > 1:
            self.coding.addItem(_("Choose"), None)
        for location in dict.fromkeys(found):
            self.coding.addItem(isolated(f"CDS {location}"), location)
        self.coding.addItem(_("the sequence"), "")
        self.coding.setCurrentIndex(max(0, self.coding.findData(former)))
        self.coding.blockSignals(False)

    # Planning ----------------------------------------------------------------------------------

    def make_plan(self) -> Plan:
        """Return the sequence with the features, or the new sequences."""
        letters = self.sequence.residues.text().replace("u", "t")
        read = self._read(letters)
        self._form.setRowVisible(self._coding_label, read.is_coding)
        if read.problems:
            return Plan(problems=tuple(shortened(read.problems)))
        if not read.variants:
            return Plan(problems=(_("Type the variants."),))
        if self.as_features.isChecked():
            return self._as_features(read.variants, letters)
        return self._as_sequences(read.variants, letters)

    def _read(self, letters: str) -> _Read:
        reading = read_variants(self.text.toPlainText(), self.sequence.moltype, one_letter_codes())
        problems = [
            fill(_(_REASONS[one.reason]), {"text": isolated(brief(one.text))})
            for one in reading.unreadable
        ]
        variants: list[Variant] = []
        for one in reading.variants:
            placed, problem = self._placed(one)
            if placed is None:
                problems.append(problem)
                continue
            found = misfit(placed, letters)
            if found is None:
                variants.append(placed)
            else:
                problems.append(self._misfit_words(found, _as_counted(placed, one)))
        is_coding = any(one.coding for one in reading.variants)
        return _Read(tuple(variants), tuple(problems), is_coding)

    def _placed(self, one: Variant) -> tuple[Variant | None, str]:
        """Return a variant in the numbers of the sequence, or why it has none."""
        location = self.coding.currentData() if one.coding else ""
        if location is None:
            return None, _("Choose from where c. counts.")
        if not location:
            return moved(one, 1 - self.first.value()), ""
        places = _coding_places(location, self.sequence.moltype)
        if places is None:
            words = _("{text}: the CDS lies on the other strand; count from the sequence instead.")
            return None, fill(words, {"text": isolated(brief(one.text))})
        words = _("{text} is outside the CDS {location}.")
        parameters = {"text": isolated(brief(one.text)), "location": isolated(location)}
        return moved(one, places), fill(words, parameters)

    def _misfit_words(self, found: Misfit, counted: Mapping[int, int] | None = None) -> str:
        """Say why a variant does not fit; `counted`: positions as the author counts them."""
        parameters = {
            "text": isolated(brief(found.variant.text)),
            "position": (counted or {}).get(found.position, found.position),
            "found": isolated(found.found),
            "stated": isolated(found.stated),
            "other": isolated(found.other),
            "length": self.sequence.length,
        }
        if found.trouble is Trouble.OUTSIDE:
            parameters["position"] = found.position
        return fill(_(_TROUBLES[found.trouble]), parameters)

    def _as_features(self, variants: tuple[Variant, ...], letters: str) -> Plan:
        longest = [
            v for v in variants if any(len(r) > LONGEST for r in inserted_letters(v, letters))
        ]
        if longest:
            words = _("{text}: more than 1000 residues are a sequence of their own (par. 95(c)).")
            return Plan(problems=(fill(words, {"text": isolated(longest[0].text)}),))
        new = with_variants(self.sequence, variants, str(self.key.currentData()))
        if new == self.sequence:
            return Plan(problems=(_("All of these variants are there already."),))
        return Plan(new, words=self._embedded(variants, letters))

    def _embedded(self, variants: tuple[Variant, ...], letters: str) -> tuple[str, ...]:
        unspecific = "n" if self.sequence.is_nucleotide else "X"
        fewest = _FEWEST[self.sequence.is_nucleotide]
        for one in variants:
            for put in inserted_letters(one, letters):
                if len(put) - put.count(unspecific) >= fewest:
                    words = _("{letters} is long enough to be listed as a sequence too (par. 100).")
                    shown = put[:20] + "…" * (len(put) > 20)
                    return (fill(words, {"letters": isolated(shown)}),)
        return ()

    def _as_sequences(self, variants: tuple[Variant, ...], letters: str) -> Plan:
        wanted: list[tuple[str, list[tuple[int, int, str]]]] = []
        if self.as_one.isChecked():
            found = together(variants, letters)
            if found is not None:
                return Plan(problems=(self._misfit_words(found),))
            names = " ".join(one.text for one in variants)
            wanted.append((names, [edit_of(one, letters) for one in variants]))
        else:
            for one in variants:
                for choice, put in enumerate(one.replacements):
                    several = len(one.replacements) > 1
                    name = f"{one.text.split('/')[0]} {put}" if several else one.text
                    wanted.append((name, [edit_of(one, letters, choice)]))
        added = tuple(self._new(name, edits) for name, edits in wanted)
        if any(not one.length for one in added):
            return Plan(problems=(_("Nothing would be left of the sequence."),))
        words = _(
            "New sequences go to the end of the listing, with the organism and mol_type of this"
            " one: change them if a variant was made artificially."
        )
        return Plan(added=added, words=(words,))

    def _new(self, name: str, edits: list[tuple[int, int, str]]) -> Sequence:
        full = f"{self.sequence.name} {name}".strip()
        return variant_sequence(self.sequence, edits, full, features=self.copied.isChecked())


def _as_counted(placed: Variant, written: Variant) -> dict[int, int]:
    """Return the number that the author gives to each position of the sequence."""
    here = (placed.first, placed.last, *(at for at, _residue in placed.stated))
    there = (written.first, written.last, *(at for at, _residue in written.stated))
    return dict(zip(here, there, strict=True))


def _coding_places(location: str, moltype: str) -> dict[int, int] | None:
    """Return where the bases of a coding region lie, by their number; None on the other strand."""
    try:
        spans = parse(location, moltype).spans()
    except LocationError:
        return {}
    if any(strand < 0 for _first, _last, strand in spans):
        return None
    places = (at for first, last, _strand in spans for at in range(first, last + 1))
    return dict(enumerate(places, 1))
