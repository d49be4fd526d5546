"""Somebody at a window: works it with mouse and keyboard, and looks at what came of it.

The document is only looked at here, never changed.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from seqeditor.domain.path import Path as Place
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.finding import Level
from seqeditor.store.findings import RECEIVED
from seqeditor.ui.features.choice_box import ChoiceBox
from seqeditor.ui.features.text_box import TextBox
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.organisms.line import OrganismLine
from tests.end_to_end.hands import CTRL, LEFT, NO_MODIFIER, SHIFT, Hands, plain

ROOT = Path(__file__).resolve().parents[2]


class Driver(Hands):
    """One person at one window."""

    def __init__(
        self,
        window: MainWindow,
        qtbot: QtBot,
        folder: Path,
        answer_file_dialog: Callable[[Path | None], list[str]],
    ) -> None:
        super().__init__(window, qtbot)
        self.folder = folder
        self.answer_file_dialog = answer_file_dialog
        self.settle()
        self.come_forward()
        self.start, self._begun = self.content(), window.signal.document.copy.last_step

    # -- looking ---------------------------------------------------------------------------------

    def settle(self) -> None:
        """Wait until all work beside the window is done and everything is checked."""
        live, runner = self.window.live, self.window.runner
        self.qtbot.waitUntil(lambda: not runner.running and live.is_idle, timeout=60_000)

    def content(self) -> list[str]:
        """Return everything that is in the listing, in words that can be compared."""
        one = self.window.signal.document
        return [repr(one.header), *(repr((one.number(i), one.sequence(i))) for i in one.order.ids)]

    def sequence(self, number: int) -> Sequence:
        """Return the sequence at a place, 1-based."""
        one = self.window.signal.document
        return one.sequence(one.order.id_at(number))

    def value(self, number: int, key: str, name: str) -> str | None:
        """Return the first value of a qualifier in the first feature with a key."""
        return next(f for f in self.sequence(number).features if f.key == key).value(name)

    def rules(self, *levels: Level) -> list[str]:
        """Return the rules that speak now, of the listing and not of the file it came in."""
        self.settle()
        store = self.window.signal.document.findings
        kept = [k for k in store.kept(store.ids(levels=list(levels))) if k.origin != RECEIVED]
        return sorted(k.finding.rule for k in kept if k.finding.reviewed is None)

    @property
    def errors(self) -> list[str]:
        """The rules that find errors."""
        return self.rules(Level.ERROR)

    # -- the list --------------------------------------------------------------------------------

    def go_to(self, number: int) -> None:
        """Click on a sequence in the list, 1-based."""
        self.click_row(self.window.project.list, number - 1)
        self.settle()

    def select_rows(self, first: int, last: int) -> None:
        """Select sequences from one to another, with the mouse and Shift."""
        self.click_row(self.window.project.list, first - 1)
        self.click_row(self.window.project.list, last - 1, SHIFT)
        assert self.window.project.list.selected_count() == last - first + 1

    def paste(self, text: str) -> None:
        """Paste a text into the list of sequences."""
        QGuiApplication.clipboard().setText(text)
        self.focus(self.window.project.list)
        self.key(self.window.project.list, Qt.Key.Key_V, CTRL)
        self.settle()

    # -- the sequence shown ----------------------------------------------------------------------

    def select_residues(self, start: int, end: int) -> None:
        """Select residues: by the bar that goes to a position, one of them by Shift and arrow."""
        residues = self.window.centre.editor.residues
        if start == end:
            self.put_caret(start)
            self.key(residues, Qt.Key.Key_Right, SHIFT)
        else:
            self.put_caret(start, end)
        assert (residues.selection.start, residues.selection.end) == (start, end)

    def put_caret(self, position: int, end: int = 0) -> None:
        """Put the caret before a residue, by the bar that goes there; `end`: select up to it."""
        editor = self.window.centre.editor
        self.focus(editor.residues)
        self.key(editor.residues, Qt.Key.Key_L, CTRL)
        self.wait(editor.go_to.isVisible)
        self.fill(editor.go_to.line, f"{position}-{end}" if end else str(position))
        self.key(editor.go_to.line, Qt.Key.Key_Return)

    def type_residues(self, letters: str) -> None:
        """Type where the caret is, or over what is selected."""
        residues = self.window.centre.editor.residues
        self.focus(residues)
        self.keys(residues, letters)
        self.settle()

    def add_feature(self, key: str, start: int, end: int) -> None:
        """Select residues and choose a feature key for them."""
        self.select_residues(start, end)
        self.menu("Feature", "Feature Here")
        chooser = self.window.centre.editor.features.chooser
        self.qtbot.waitUntil(chooser.isVisible)
        self.keys(chooser._search, key)
        self.key(chooser._search, Qt.Key.Key_Return)

    def add_qualifier(self, feature: int, name: str) -> None:
        """Choose another qualifier for a feature, 0-based."""
        features = self.window.centre.editor.features
        self.click_feature(feature)
        self.menu("Feature", "Add Qualifier")
        self.qtbot.waitUntil(features.chooser.isVisible)
        self.keys(features.chooser._search, name)
        self.key(features.chooser._search, Qt.Key.Key_Return)

    def click_feature(self, feature: int, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Click on a feature in the table, 0-based."""
        features = self.window.centre.editor.features
        index = features.model.index(feature, 0)
        features.tree.scrollTo(index)
        at = features.tree.visualRect(index).center()
        self.qtbot.mouseClick(features.tree.viewport(), LEFT, modifier, at)

    def set_qualifier(
        self, feature: int, name: str, value: str, at: int = 0, *, field: str = "value"
    ) -> None:
        """Type the value of a qualifier of a feature, both 0-based; `field`: or "non_english"."""
        features = self.window.centre.editor.features
        found = [
            n
            for n, q in enumerate(features.sequence.features[feature].qualifiers)
            if q.name == name
        ]
        place: Place = ("features", feature, "qualifiers", found[at], field)
        assert features.focus_place(place), place
        fields = [w for w in features.tree.viewport().findChildren(QWidget) if w.isVisible()]
        boxes = [w for w in fields if isinstance(w, ChoiceBox | TextBox | OrganismLine)]
        assert len(boxes) == 1, (place, fields)
        box = boxes[0]
        line = box.lineEdit() if isinstance(box, ChoiceBox) else box
        assert line is not None
        self.key(line, Qt.Key.Key_A, CTRL)
        self.keys(line, value)
        popup = box.completion.popup if isinstance(box, OrganismLine) else None
        self.key(popup if popup is not None and popup.isVisible() else line, Qt.Key.Key_Return)
        self.settle()

    # -- the general information -----------------------------------------------------------------

    def fill_form(self, fields: dict[Place, str]) -> None:
        """Type into fields of the general information."""
        self.click_row(self.window.project.parts, 0)
        form = self.window.centre.form
        for place, text in fields.items():
            field = form._field_at(place)
            assert field is not None, place
            form.ensureWidgetVisible(field)
            self.fill(field.line, text)
            self.key(field.line, Qt.Key.Key_Return)
        self.settle()

    def fill_general_information(self) -> None:
        """Type what every listing needs."""
        self.fill_form(
            {
                ("file_reference",): "AB-1",
                ("applicant_name", "text"): "Acme Corp",
                ("applicant_name", "language_code"): "en",
            }
        )
        form = self.window.centre.form
        form.ensureWidgetVisible(form._add_button)
        self.click(form._add_button)
        self.fill_form(
            {("titles", 0, "text"): "Genes and primers", ("titles", 0, "language_code"): "en"}
        )

    # -- the end of every job --------------------------------------------------------------------

    def generate(self, name: str = "listing.xml", *, snapshot: str = "") -> Any:
        """Generate the XML by the menu, and return its root after an office's look at it."""
        assert self.errors == []
        target = self.folder / name
        self.answer_file_dialog(target)
        self.menu("File", "Generate ST.26 XML")
        self.settle()
        if snapshot:
            (plan,) = self.dialogs()
            self.press_check(plan, "Keep a snapshot as filed")
            self.fill(plan._label, snapshot)  # type: ignore[attr-defined]
        self.press("Choose where to save")
        self.qtbot.waitUntil(target.exists, timeout=60_000)
        self.settle()
        self.press("Close")
        self.settle()
        judged_valid(target)
        return etree.parse(target, etree.XMLParser(load_dtd=False, no_network=True)).getroot()

    def undoes_to_the_start(self) -> None:
        """Undo what was done in the window, step by step; the listing is what it was before."""
        undo, copy, steps = self.window.edit_actions.undo, self.window.signal.document.copy, 0
        while copy.last_step != self._begun:
            self.menu("Edit", plain(undo.text()))
            self.settle()
            steps += 1
        assert steps > 0
        assert self.content() == self.start


def judged_valid(target: Path) -> None:
    """Have the command line judge a file, as an Office does."""
    command = [sys.executable, "-m", "seqeditor", "validate", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
