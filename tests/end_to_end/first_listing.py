"""Drives the real window as an author would; run as a program of its own, because it is killed.

`author FOLDER` makes a listing from nothing, undoes and redoes all of it, saves, edits once more
and kills itself. `recover FOLDER` starts anew, takes the recovery offered, and generates the XML.
What was seen on the way is written to FOLDER as JSON.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QWidget

from seqeditor.domain.path import Path as Place
from seqeditor.rules.finding import Level
from seqeditor.store.findings import Kept
from seqeditor.ui.application import make_application
from seqeditor.ui.features.choice_box import ChoiceBox
from seqeditor.ui.main_window import MainWindow
from seqeditor.ui.organisms.line import OrganismLine
from seqeditor.ui.session import Session
from seqeditor.ui.windows import Windows

CODING = "ATGGCTAAAGGTGAACTGTTCACCGGTGTTTAA"
PRIMER = "acgtacgtaccgtagctagctagc"
PASTED = f">gene of interest\n1 {CODING[:10]} {CODING[10:]}\n>primer\n{PRIMER}\n"


class Author:
    """One person at one window."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: dict[str, Any] = {}
        application = make_application()
        session = Session(application)
        session.choose_language("en", keep=False)
        self.windows = Windows(session)
        self.windows.begin([])
        self.application = application
        self.settle()

    @property
    def window(self) -> MainWindow:
        return self.windows.all[-1]

    # -- looking ---------------------------------------------------------------------------------

    def wait(self, until: Callable[[], bool], what: str) -> None:
        end = monotonic() + 60
        while not until():
            if monotonic() > end:
                raise AssertionError(f"waited in vain for {what}")
            self.application.processEvents()
            QTest.qWait(10)

    def settle(self) -> None:
        self.wait(lambda: self.window.live.is_idle and not self.window.runner.running, "rest")

    def errors(self) -> list[str]:
        self.settle()
        store = self.window.signal.document.findings
        return sorted(kept.finding.rule for kept in store.kept(store.ids(levels=[Level.ERROR])))

    def content(self) -> list[Any]:
        """Everything that is in the listing, in words that can be compared."""
        document = self.window.signal.document
        sequences = [document.sequence(i) for i in document.order.ids]
        return [
            repr(document.header),
            *([s.residues.text(), s.moltype, s.name, repr(s.features)] for s in sequences),
        ]

    def note(self, name: str, value: Any) -> None:
        self.seen[name] = value
        (self.folder / "seen.json").write_text(json.dumps(self.seen))

    # -- doing -----------------------------------------------------------------------------------

    def type_into_form(self, place: Place, text: str) -> None:
        form = self.window.centre.form
        assert form.focus_place(place), place
        field = QApplication.focusWidget() or form._field_at(place).line  # type: ignore[union-attr]
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def open_field(self, place: Place, kind: type[QWidget]) -> Any:
        features = self.window.centre.editor.features
        assert features.focus_place(place), place
        shown = [w for w in features.tree.viewport().findChildren(kind) if w.isVisible()]
        assert len(shown) == 1, (place, shown)
        return shown[0]

    def fill_source(self, organism: str, mol_type: str) -> None:
        features = self.window.centre.editor.features
        for at, qualifier in enumerate(features.sequence.features[0].qualifiers):
            place: Place = ("features", 0, "qualifiers", at, "value")
            if qualifier.name == "mol_type":
                self.choose(self.open_field(place, ChoiceBox), mol_type)
            else:
                line = self.open_field(place, OrganismLine)
                QTest.keyClicks(line, organism)
                popup = line.completion.popup
                QTest.keyClick(popup if popup.isVisible() else line, Qt.Key.Key_Return)

    def choose(self, box: ChoiceBox, value: str) -> None:
        line = box.lineEdit()
        assert line is not None
        line.selectAll()
        QTest.keyClicks(line, value)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def add_feature(self, key: str, start: int, end: int) -> None:
        editor = self.window.centre.editor
        editor.residues.select(start, end)
        editor.features.action("add_feature").trigger()
        chooser = editor.features.chooser
        chooser._search.setText(key)
        QTest.keyClick(chooser._search, Qt.Key.Key_Return)

    def press(self, text: str) -> None:
        for dialog in self.dialogs():
            for button in dialog.findChildren(QAbstractButton):
                if button.text().replace("&", "").rstrip("…") == text and button.isEnabled():
                    button.click()
                    return
        raise AssertionError((text, [d.windowTitle() for d in self.dialogs()]))

    def dialogs(self) -> list[QDialog]:
        top = QApplication.topLevelWidgets()
        return [w for w in top if isinstance(w, QDialog) and w.isVisible()]


def answer_file_dialogs(path: Path) -> None:
    """Let the platform's file dialogs, which belong to no test, answer with a path."""
    QFileDialog.getSaveFileName = staticmethod(lambda *_a, **_k: (str(path), ""))  # type: ignore


def author(folder: Path) -> None:
    one = Author(folder)
    one.note("errors of an empty listing", one.errors())
    fill_form(one)
    paste_sequences(one)
    one.note("errors when filled", one.errors())
    annotate(one)
    undo_and_redo_everything(one)
    answer_file_dialogs(folder / "first.seqproj")
    one.window.file_actions.save.trigger()
    one.wait(lambda: not one.window.isWindowModified(), "the save")
    one.window.project.choose(0)
    one.type_into_form(("file_reference",), "AB-2-after-save")
    one.settle()
    one.note("content at the end", one.content())
    one.note("steps at the end", len(one.window.signal.document.copy.history()))
    os.kill(os.getpid(), signal.SIGKILL)


def fill_form(one: Author) -> None:
    one.window.project.choose(0)
    one.type_into_form(("file_reference",), "AB-1")
    one.type_into_form(("applicant_name", "text"), "Acme Corp")
    one.type_into_form(("applicant_name", "language_code"), "en")
    one.window.centre.form._add_button.click()
    one.type_into_form(("titles", 0, "text"), "A gene and its primer")
    one.type_into_form(("titles", 0, "language_code"), "en")


def paste_sequences(one: Author) -> None:
    one.window.project.choose(1)
    one.window.project.list.setFocus()
    QGuiApplication.clipboard().setText(PASTED)
    one.window.edit_actions.paste.trigger()
    assert one.window.signal.document.count() == 2
    for row, organism in ((0, "Homo sapiens"), (1, "synthetic construct")):
        one.window.project.list.selectRow(row)
        one.fill_source(organism, "genomic DNA" if row == 0 else "other DNA")


def annotate(one: Author) -> None:
    one.window.project.list.selectRow(0)
    one.add_feature("CDS", 1, len(CODING))
    one.window.project.list.selectRow(1)
    one.add_feature("modified_base", 3, 3)
    one.note("errors with an empty mod_base", one.errors())
    store = one.window.signal.document.findings
    kept: Kept = store.kept(store.ids(levels=[Level.ERROR]))[0]
    one.window.go_to(kept)
    fields = [w for w in one.window.findChildren(ChoiceBox) if w.isVisible()]
    assert len(fields) == 1
    one.choose(fields[0], "m5c")
    one.note("errors with mod_base filled in", one.errors())


def undo_and_redo_everything(one: Author) -> None:
    actions = one.window.edit_actions
    content, steps = one.content(), 0
    while actions.undo.isEnabled():
        actions.undo.trigger()
        steps += 1
    one.note("undone steps", steps)
    one.note("content when all is undone", one.content())
    one.note("errors when all is undone", one.errors())
    while actions.redo.isEnabled():
        actions.redo.trigger()
        steps -= 1
    one.note("steps not redone", steps)
    one.note("redone is what was", one.content() == content)
    one.note("errors when all is redone", one.errors())


def recover(folder: Path) -> None:
    one = Author(folder)
    one.wait(lambda: bool(one.dialogs()), "the offer to recover")
    one.press("Recover")
    one.wait(lambda: one.window.signal.document.count() == 2, "the recovered listing")
    one.settle()
    one.note("recovered content", one.content())
    one.note("recovered steps", len(one.window.signal.document.copy.history()))
    one.note("recovered title", one.window.windowTitle())
    answer_file_dialogs(folder / "first.xml")
    one.window.file_actions.generate.trigger()
    one.wait(lambda: bool(one.dialogs()), "the plan")
    one.press("Choose where to save")
    one.wait(lambda: (folder / "first.xml").exists(), "the XML")
    one.wait(lambda: bool(one.dialogs()), "the statement")
    one.note("statement", one.dialogs()[0].windowTitle())
    one.windows.keep_all()


if __name__ == "__main__":
    {"author": author, "recover": recover}[sys.argv[1]](Path(sys.argv[2]))
