"""CDS and their proteins: translating, finding open reading frames, adding proteins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QDialog, QMainWindow, QMenu

from seqeditor.app.following import coding_for
from seqeditor.app.jobs import Job
from seqeditor.app.proteins import add_proteins, lacks_protein, protein_letters, same_protein
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.coding import FEWEST, KEY, specific
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.texts import N_, Catalogue, _, fill, language, nN_
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.bulk import labelled, run_edit
from seqeditor.ui.actions.coding_writing import write_reading, write_regions
from seqeditor.ui.actions.going import go_to_feature
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.actions.typing import finish_typing
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.message import Answer, Icon, Role, show_message
from seqeditor.ui.dialogs.open_frames import Found, OpenFramesDialog
from seqeditor.ui.dialogs.proteins import ProteinsDialog
from seqeditor.ui.dialogs.translate import Choice, TranslateDialog
from seqeditor.ui.features.protein_chip import ProteinChip
from seqeditor.ui.panels.sequence_editor import SequenceEditor
from seqeditor.ui.residues.bands import Band

TRANSLATE = N_("Translate a CDS")
ADD_CDS = N_("Add a CDS")
ADD_MANY = N_("Add {count} CDS")
ADD_PROTEIN = N_("Add the protein of a CDS")


class CodingActions(ActionGroup):
    """What can be done with the CDS at hand, and with all of them."""

    menu = "feature/proteins"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.translate = Action(
            window,
            N_("Tr&anslate CDS…"),
            self._translate,
            keys="Ctrl+T",
            tip=N_("Choose genetic code and frame of the CDS, and write its translation"),
        )
        self.translate_residues = Action(
            window,
            N_("Translate Res&idues…"),
            self._translate_residues,
            keys="Ctrl+Shift+T",
            tip=N_("Translate the selected residues in any frame, and make a CDS of them"),
        )
        self.find = Action(
            window,
            N_("Find Open &Reading Frames…"),
            self._find,
            keys="Ctrl+Shift+O",
            tip=N_("List what could code for a protein on both strands, and make CDS of it"),
        )
        self.protein = Action(
            window,
            N_("Add &Protein of CDS"),
            self._add_protein,
            keys="Ctrl+Shift+Y",
            tip=N_("Add the protein of the CDS as the next sequence and name it in protein_id"),
        )
        self.proteins = Action(
            window,
            N_("Add Proteins f&or All CDS…"),
            self._add_proteins,
            tip=N_("Add the proteins of all CDS that have none, after a look at what is added"),
        )
        self.go = Action(
            window,
            N_("&Go to the Protein"),
            self._go,
            picture="link",
            keys="Ctrl+J",
            tip=N_("From a CDS to its protein, and from a protein to the CDS it comes from"),
        )
        self._chips: dict[SequenceEditor, ProteinChip] = {}
        desk.signal.changed.connect(lambda _change: self._show_link())
        desk.editor.menu_hooks.append(self._add_to_menu)
        desk.editor.features.menu_hooks.append(lambda menu, _index: self._add_to_menu(menu, None))
        desk.panes.each(self._add_chip)
        desk.panes.place_changed.connect(lambda _words: self.refresh())
        self._feature_chosen()

    @property
    def chip(self) -> ProteinChip:
        """The button beside the feature table of the active pane that leads to the protein."""
        return self._chips[self.desk.editor]

    def _add_chip(self, editor: SequenceEditor) -> None:
        chip = self._chips[editor] = ProteinChip()
        chip.place = editor.features.add_to_toolbar(chip)
        chip.clicked.connect(lambda _checked=False: self._go_from(editor))
        editor.features.feature_selected.connect(lambda _index: self._feature_chosen())

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.translate, self.translate_residues, self.find)
        menu.add(None, self.protein, self.proteins, self.go)
        menu.aboutToShow.connect(self.refresh)

    def _add_to_menu(self, menu: QMenu, _band: Band | None) -> None:
        self.refresh()
        actions = (self.translate, self.translate_residues, self.protein, self.go)
        offered = [action for action in actions if action.isEnabled()]
        if offered:
            menu.addSeparator()
            menu.addActions(offered)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        desk, sequence = self.desk, self.sequence
        editable = desk.document.is_editable and sequence is not None
        bases = sequence is not None and sequence.is_nucleotide and not sequence.is_skipped
        feature = self.feature
        self.translate.setEnabled(editable and bases and feature is not None)
        long_enough = sequence is not None and sequence.length >= 3
        self.translate_residues.setEnabled(editable and bases and long_enough)
        self.find.setEnabled(bases)
        self.protein.setEnabled(
            editable and bases and feature is not None and lacks_protein(feature)
        )
        self.proteins.setEnabled(desk.document.is_editable and desk.document.count() > 0)
        is_protein = sequence is not None and sequence.moltype == "AA"
        self.go.say(N_("&Go to the CDS") if is_protein else N_("&Go to the Protein"))
        self.go.setEnabled(is_protein or (feature is not None and not lacks_protein(feature)))

    def _feature_chosen(self) -> None:
        self.refresh()
        self._show_link()

    def _show_link(self) -> None:
        """Say beside the feature table where the protein is, or what it is translated from."""
        for editor, chip in self._chips.items():
            self._show_link_in(editor, chip)

    def _show_link_in(self, editor: SequenceEditor, chip: ProteinChip) -> None:
        document, sequence_id = self.desk.document, editor.sequence_id
        sequence, feature = self._sequence_of(editor), self._feature_of(editor)
        words: Callable[[], str] | None = None
        if sequence is not None and sequence_id is not None and sequence.moltype == "AA":
            found = coding_for(document.copy, sequence_id)
            if found:
                parameters: dict[str, str | int] = {
                    "location": found[0][1].location,
                    "number": document.number(found[0][0]),
                    "count": len(found) - 1,
                }
                words = partial(_translated_from, parameters)
        elif feature is not None:
            number = (feature.value("protein_id") or "").strip()
            if number:
                words = partial(_named_protein, number)
        chip.say(words)

    # What is at hand ---------------------------------------------------------------------------

    @property
    def sequence(self) -> Sequence | None:
        """The sequence shown."""
        return self._sequence_of(self.desk.editor)

    def _sequence_of(self, editor: SequenceEditor) -> Sequence | None:
        there = editor.sequence_id is not None and editor.sequence_id in self.desk.document.order
        return editor.features.sequence if there else None

    @property
    def feature(self) -> Feature | None:
        """The CDS of the current row of the feature table."""
        return self._feature_of(self.desk.editor)

    def _feature_of(self, editor: SequenceEditor) -> Feature | None:
        sequence, index = self._sequence_of(editor), editor.features.current_feature
        if sequence is None or not 0 <= index < len(sequence.features):
            return None
        found = sequence.features[index]
        return found if found.key == KEY and sequence.is_nucleotide else None

    # Translating -------------------------------------------------------------------------------

    def _translate(self) -> None:
        finish_typing(self.desk.widget)
        feature = self.feature
        if feature is not None:
            self._show(feature.ref)

    def _translate_residues(self) -> None:
        finish_typing(self.desk.widget)
        sequence = self.sequence
        if sequence is None:
            return
        selection = self.desk.editor.residues.selection
        chosen = (1, sequence.length) if selection.is_empty else (selection.start, selection.end)
        self._show(None, f"{chosen[0]}..{chosen[1]}")

    def _show(self, ref: int | None, location: str = "") -> None:
        sequence_id = self.desk.editor.sequence_id
        assert sequence_id is not None
        for there in self.desk.widget.findChildren(TranslateDialog):
            if ref is not None and there.place == (sequence_id, ref) and _came_forward(there):
                return
        dialog = TranslateDialog(self.desk.widget, self.desk.signal, sequence_id, ref, location)
        dialog.chosen.connect(self._write)
        dialog.show()

    def _write(self, choice: Choice) -> None:
        document = self.desk.document
        written: list[int] = []

        def work(copy: WorkingCopy) -> None:
            written.append(write_reading(copy, choice))

        label = ADD_CDS if choice.feature is None else TRANSLATE
        if document.is_editable and choice.sequence in document.order:
            document.write(label, work)
            go_to_feature(self.desk, choice.sequence, written[0])

    # Open reading frames -----------------------------------------------------------------------

    def _find(self) -> None:
        finish_typing(self.desk.widget)
        sequence_id = self.desk.editor.sequence_id
        if sequence_id is None or self.sequence is None:
            return
        for there in self.desk.widget.findChildren(OpenFramesDialog):
            if there.place == sequence_id and _came_forward(there):
                return
        dialog = OpenFramesDialog(self.desk, sequence_id)
        dialog.chosen.connect(self._add_found)
        dialog.show()

    def _add_found(self, found: Found) -> None:
        document = self.desk.document
        if not document.is_editable or found.sequence not in document.order:
            return
        written: list[int] = []
        count = len(found.readings)
        label, arguments = labelled(ADD_CDS, ADD_MANY, count)

        def add(job: Job) -> None:
            document.write(
                label,
                lambda copy: written.extend(
                    write_regions(
                        copy, found.sequence, found.readings, proteins=found.proteins, job=job
                    )
                ),
                arguments=arguments,
            )

        run_edit(
            self.desk, count, add, lambda: go_to_feature(self.desk, found.sequence, written[0])
        )

    # Proteins ----------------------------------------------------------------------------------

    def _add_protein(self) -> None:
        finish_typing(self.desk.widget)
        sequence, feature, sequence_id = self.sequence, self.feature, self.desk.editor.sequence_id
        if sequence is None or feature is None or sequence_id is None:
            return
        letters = protein_letters(sequence, feature)
        if specific(letters) < FEWEST:
            self._refuse(feature, letters)
            return
        document = self.desk.document
        found = same_protein(document.copy, letters, sequence.organism)
        place = sequence_id, feature.ref
        if found is None:
            self._give(*place, reuse=False)
            return
        number = document.number(found)
        show_message(
            self.desk.widget,
            _("Protein of a CDS"),
            fill(_("SEQ ID NO {number} is this protein already."), {"number": number}),
            details=_("It has the same residues and the same organism."),
            icon=Icon.Question,
            answers=(
                Answer(N_("&Name it in protein_id"), lambda: self._give(*place), is_default=True),
                Answer(N_("&Add another one"), lambda: self._give(*place, reuse=False)),
                Answer(N_("&Cancel"), role=Role.RejectRole),
            ),
        )

    def _refuse(self, feature: Feature, letters: str) -> None:
        if letters:
            words = N_(
                "CDS {location} codes for fewer than four specifically defined amino acids, which"
                " are no sequence of their own (par. 7, 8)."
            )
        else:
            words = N_(
                "CDS {location} cannot be translated as it is. “Translate CDS” shows what is wrong."
            )
        parameters = {"location": feature.location}
        self.desk.editor.notice.show_words(
            lambda: Catalogue(language(), on_screen=True).say(words, parameters)
        )

    def _give(self, sequence_id: int, ref: int, *, reuse: bool = True) -> None:
        document = self.desk.document
        if document.is_editable:
            document.write(
                ADD_PROTEIN,
                lambda copy: add_proteins(copy, {sequence_id: {ref}}, Job(), reuse=reuse),
            )

    def _add_proteins(self) -> None:
        finish_typing(self.desk.widget)
        if not any(map(_came_forward, self.desk.widget.findChildren(ProteinsDialog))):
            ProteinsDialog(self.desk).show()

    # Going along -------------------------------------------------------------------------------

    def _go_from(self, editor: SequenceEditor) -> None:
        if editor is not self.desk.editor:
            self.desk.panes.activate(editor)
        self.refresh()
        self.go.trigger()

    def _go(self) -> None:
        sequence, document = self.sequence, self.desk.document
        sequence_id = self.desk.editor.sequence_id
        if sequence is None or sequence_id is None:
            return
        if sequence.moltype == "AA":
            for coding, feature in coding_for(document.copy, sequence_id):
                if go_to_feature(self.desk, coding, feature.ref):
                    return
            words = N_("No CDS of the listing names this sequence in protein_id.")
            self.desk.editor.notice.show_words(lambda: _(words))
            return
        chosen = self.feature
        links = document.copy.links(sequence_id)
        targets = [links[q.ref] for q in chosen.qualifiers if q.ref in links] if chosen else []
        if not any(map(self.desk.project.show_sequence, targets[:1])):
            words = N_("The protein_id of this CDS names no sequence of the listing.")
            self.desk.editor.notice.show_words(lambda: _(words))


def _came_forward(dialog: QDialog) -> bool:
    """Bring a dialog that is open to the front; False when it is on its way out."""
    if dialog.isVisible():
        dialog.raise_()
        dialog.activateWindow()
    return dialog.isVisible()


def _translated_from(parameters: Mapping[str, str | int]) -> str:
    # On the screen, so that 1..18 is no 18..1 in a window read from right to left.
    catalogue = Catalogue(language(), on_screen=True)
    count = int(parameters["count"])
    if not count:
        return catalogue.say(N_("Translated from SEQ ID NO {number}, CDS {location}"), parameters)
    one, many = nN_(
        "Translated from SEQ ID NO {number}, CDS {location}, and {count} more",
        "Translated from SEQ ID NO {number}, CDS {location}, and {count} more",
    )
    return catalogue.say(one, parameters, plural=many, count=count)


def _named_protein(number: str) -> str:
    return fill(_("Protein: SEQ ID NO {number}"), {"number": number})
