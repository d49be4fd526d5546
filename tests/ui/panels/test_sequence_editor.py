from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from seqeditor.app.document import Document
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.sequence import Qualifier, Sequence, skipped_sequence
from seqeditor.ui.features.table import MOST_AT_ONCE
from seqeditor.ui.panels.sequence_editor import SequenceEditor, with_moltype
from seqeditor.ui.qt.document_signal import DocumentSignal
from seqeditor.ui.windows import Windows
from tests.ui.conftest import press, sequence, the_dialog

Maker = Callable[..., SequenceEditor]


@pytest.fixture
def editor(document: Callable[..., Document], qtbot: QtBot) -> Iterator[Maker]:
    signals: list[DocumentSignal] = []

    def make(*sequences: Sequence) -> SequenceEditor:
        one = document(0, *sequences)
        signals.append(DocumentSignal(one))
        made = SequenceEditor(signals[-1])
        qtbot.addWidget(made)
        made.resize(900, 600)
        made.show_sequence(one.order.id_at(1))
        return made

    yield make
    for signal in signals:
        signal.end()


def value(editor: SequenceEditor) -> Sequence:
    assert editor.sequence_id is not None
    return editor._document.sequence(editor.sequence_id)


def test_typing_is_one_step_and_the_source_follows(editor: Maker, qtbot: QtBot) -> None:
    one = editor(sequence("acgtacgtacgt"))
    one.residues.go_to(13)
    qtbot.keyClicks(one.residues, "ttt")
    assert value(one).residues.text() == "acgtacgtacgtttt"
    assert value(one).features[0].location == "1..15"
    assert one.residues.selection.caret == 15
    one._document.undo()
    assert value(one).residues.text() == "acgtacgtacgt"


def test_a_letter_that_is_no_residue_is_refused_in_words(editor: Maker, qtbot: QtBot) -> None:
    one = editor(sequence("acgtacgtacgt"))
    qtbot.keyClicks(one.residues, "z")
    assert value(one).length == 12
    assert "z" in one.notice.text
    qtbot.keyClicks(one.residues, "a")
    assert one.notice.isHidden()


def test_paste_cleans_and_says_what(editor: Maker) -> None:
    one = editor(sequence("acgt"))
    QGuiApplication.clipboard().setText(">my head\n1 UUUU 5 GG")
    one.residues.go_to(5)
    one.residues.paste()
    assert value(one).residues.text() == "acgtttttgg"
    assert "my head" in one.notice.text
    assert "u" in one.notice.text


def test_a_clean_paste_says_nothing(editor: Maker) -> None:
    one = editor(sequence("acgt"))
    QGuiApplication.clipboard().setText("ttt")
    one.residues.paste()
    assert value(one).residues.text() == "tttacgt"
    assert one.notice.isHidden()


def test_several_sequences_are_passed_on_when_wanted(editor: Maker) -> None:
    one = editor(sequence("acgt"))
    text = ">a\nacgt\n>b\nttgg"
    QGuiApplication.clipboard().setText(text)
    one.residues.paste()
    assert value(one).residues.text() == "acgt"
    told: list[str] = []
    one.sequences_pasted.connect(told.append)
    one.notice.findChildren(QPushButton)[0].click()
    assert told == [text]


def test_a_feature_that_would_go_with_a_selection_is_asked_about(editor: Maker) -> None:
    one = editor(add_feature(sequence("acgtacgtacgt"), "misc_feature", "3..5"))
    one.residues.select(2, 6)
    one.residues.cut()
    question = the_dialog()
    assert "misc_feature 3..5" in question.text()
    press(question, "Cancel")
    assert value(one).length == 12
    one.residues.cut()
    press(the_dialog(), "Delete")
    assert [feature.key for feature in value(one).features] == ["source"]
    one._document.undo()
    assert len(value(one).features) == 2


def test_a_feature_that_goes_with_one_key_is_told_and_comes_back(
    editor: Maker, qtbot: QtBot
) -> None:
    one = editor(add_feature(sequence("acgtacgtacgt"), "misc_feature", "3"))
    one.residues.go_to(3)
    qtbot.keyClick(one.residues, Qt.Key.Key_Delete)
    assert [feature.key for feature in value(one).features] == ["source"]
    assert "misc_feature 3" in one.notice.text
    one.notice.findChildren(QPushButton)[0].click()
    assert len(value(one).features) == 2
    assert one.notice.isHidden()


def test_pasting_over_what_a_qualifier_names_is_asked_about(editor: Maker) -> None:
    made = add_feature(
        sequence("acgtacgtacgtacg"),
        "CDS",
        "1..15",
        [Qualifier("transl_except", "(pos:10..12,aa:Sec)")],
    )
    one = editor(made)
    QGuiApplication.clipboard().setText("a")
    one.residues.select(9, 13)
    one.residues.paste()
    assert "transl_except (pos:10..12,aa:Sec)" in the_dialog().text()
    press(the_dialog(), "Replace")
    assert value(one).residues.text() == "acgtacgtacg"
    assert value(one).features[1].qualifiers == ()
    assert "reading frame" in one.notice.text


def test_a_question_that_has_been_overtaken_does_nothing(editor: Maker) -> None:
    one = editor(add_feature(sequence("acgtacgtacgt"), "misc_feature", "3..5"))
    one.residues.select(2, 6)
    one.residues.cut()
    one.edits._apply("other", lambda old: replace(old, name="other"))
    press(the_dialog(), "Delete")
    assert value(one).length == 12


def test_the_reverse_complement_of_a_selection_or_of_everything(editor: Maker) -> None:
    one = editor(add_feature(sequence("aaccgtttac"), "gene", "1..3"))
    one.edits.reverse_complement()
    assert value(one).residues.text() == "gtaaacggtt"
    assert value(one).features[1].location == "complement(8..10)"
    one.residues.select(9, 10)
    one.edits.reverse_complement()
    assert "gene complement(8..10)" in the_dialog().text()
    press(the_dialog(), "Cancel")
    assert value(one).residues.text() == "gtaaacggtt"
    one.edits.reverse_complement()
    press(the_dialog(), "Reverse all the same")
    assert value(one).residues.text() == "gtaaacggaa"
    assert (one.residues.selection.start, one.residues.selection.end) == (9, 10)
    one._document.undo()
    one._document.undo()
    assert value(one).features[1].location == "1..3"


def test_the_head_edits_name_organism_and_molecule_type(editor: Maker, qtbot: QtBot) -> None:
    one = editor(sequence("acgtacgtacgt"))
    one.show()
    head = one.head
    head.name.setFocus()
    qtbot.keyClicks(head.name, "primer")
    qtbot.keyClick(head.name, Qt.Key.Key_Return)
    assert value(one).name == "primer"
    head.organism.selectAll()
    qtbot.keyClicks(head.organism, "Mus musculus")
    qtbot.keyClick(head.organism, Qt.Key.Key_Return)
    assert value(one).organism == "Mus musculus"
    head.moltype_chosen.emit("AA")
    assert (value(one).moltype, value(one).residues.text()) == ("AA", "ACGTACGTACGT")


@pytest.mark.parametrize(
    ("before", "moltype", "mol_type"),
    [
        (sequence("acgt"), "RNA", ""),
        (sequence("acgt"), "AA", "protein"),
        (sequence("ACG", "AA"), "DNA", ""),
        (sequence("acgt"), "DNA", "genomic DNA"),
    ],
)
def test_a_mol_type_that_does_not_suit_is_emptied(
    before: Sequence, moltype: str, mol_type: str
) -> None:
    after = with_moltype(before, moltype)
    assert after.source is not None
    assert after.source.value("mol_type") == mol_type


def test_residues_and_features_follow_one_another(editor: Maker) -> None:
    made = add_feature(sequence("acgtacgtacgtacgtacgt"), "misc_feature", "3..5")
    one = editor(made)
    band = one.residues.bands.bands[0]
    one.residues.band_activated.emit(band)
    assert one.features.current_feature == 1
    one.features.feature_activated.emit(1)
    assert (one.residues.selection.start, one.residues.selection.end) == (3, 5)


def test_a_skipped_sequence_is_explained_and_can_be_one_again(editor: Maker) -> None:
    one = editor(skipped_sequence())
    assert one.pages.currentWidget() is one.skipped
    assert one.head.moltype.isHidden()
    one.skipped.button.click()
    assert one.pages.currentWidget() is one.splitter
    assert value(one).moltype == "DNA"


def test_a_busy_document_takes_no_edit(editor: Maker, qtbot: QtBot) -> None:
    one = editor(sequence("acgtacgtacgt"))
    one._signal.set_busy(True)
    qtbot.keyClicks(one.residues, "a")
    one.head.moltype_chosen.emit("AA")
    assert value(one) == sequence("acgtacgtacgt")
    one._signal.set_busy(False)
    qtbot.keyClicks(one.residues, "a")
    assert value(one).length == 13


def test_the_place_is_told_for_the_status_line(editor: Maker) -> None:
    one = editor(sequence("acgtacgtacgt"))
    told: list[str] = []
    one.place_changed.connect(told.append)
    one.residues.go_to(4)
    one.residues.select(2, 6)
    assert told == ["Position 4 of 12", "2..6, 5 of 12 residues  ·  GC 60.0 %"]
    one.residues.set_overwrite(True)
    assert told[-1].endswith("Overwriting")


def test_the_bar_goes_to_positions_and_says_why_not(editor: Maker, qtbot: QtBot) -> None:
    one = editor(sequence("acgtacgtacgt"))
    one.show()
    one.residues.select(3, 5)
    bar = one.go_to
    bar.ask()
    assert (bar.line.text(), bar.line.selectedText()) == ("3..5", "3..5")
    qtbot.keyClicks(bar.line, "20")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert "1 to 12" in bar.message.text()
    qtbot.keyClicks(bar.line, "complement(4..9)")
    assert bar.message.text() == ""
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert (one.residues.selection.start, one.residues.selection.end) == (4, 9)
    assert bar.isHidden()
    bar.ask()
    qtbot.keyClicks(bar.line, "here")
    bar.go.click()
    assert "120..180" in bar.message.text()
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert one.residues.selection.size == 6
    bar.ask()
    qtbot.keyClicks(bar.line, "7")
    bar.go.click()
    assert one.residues.selection.caret == 6


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (("moltype",), True),
        (("residues", 3), True),
        (("features", 0, "qualifiers", 0, "value"), True),
        (("features", 7, "key"), False),
        (("written_length",), True),
    ],
)
def test_places_are_found(editor: Maker, path: tuple[str | int, ...], found: bool) -> None:
    one = editor(sequence("acgtacgtacgt"))
    assert one.focus_place(path) is found


def test_typing_in_a_field_survives_another_sequence(
    document: Callable[..., Document], qtbot: QtBot
) -> None:
    one = document(2)
    signal = DocumentSignal(one)
    made = SequenceEditor(signal)
    qtbot.addWidget(made)
    made.show()
    made.show_sequence(one.order.id_at(1))
    made.head.name.selectAll()
    qtbot.keyClicks(made.head.name, "kept")
    made.show_sequence(one.order.id_at(2))
    assert one.sequence(one.order.id_at(1)).name == "kept"
    assert one.sequence(one.order.id_at(2)).name == "s2"
    assert made.head.name.text() == "s2"
    signal.end()


def test_an_organism_chosen_from_the_names_offered_is_kept_at_once(
    qtbot: QtBot, windows: Windows, document: Callable[..., Document]
) -> None:
    window = windows.open(document(1))
    line = window.centre.editor.head.organism
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    qtbot.keyClicks(line, "mouse")
    popup = line.completion.popup
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.document.sequence(1).organism == "Mus musculus")
    assert window.desk.document.undo() is not None
    assert line.text() == "Homo sapiens"


def _with_many_features() -> Sequence:
    one = sequence("acgt" * 200)
    for at in range(10, 10 + MOST_AT_ONCE):
        one = add_feature(one, "misc_feature", f"{at}..{at + 5}")
    return one


def test_a_long_table_waits_for_the_last_key(editor: Maker, qtbot: QtBot) -> None:
    one = editor(_with_many_features())
    features = one.features

    def shown() -> str:
        return str(features.model.data(features.model.index(MOST_AT_ONCE, 1)))

    before = shown()
    one.residues.go_to(5)
    qtbot.keyClicks(one.residues, "tt")
    assert shown() == before
    assert features.sequence.features == value(one).features != features.model.sequence.features
    qtbot.waitUntil(lambda: shown() != before)
    assert features.model.sequence.features == value(one).features
    qtbot.keyClicks(one.residues, "t")
    one._document.undo()
    assert features.model.sequence.features == value(one).features
    assert shown() == before
    qtbot.keyClicks(one.residues, "t")
    features.catch_up()
    assert features.model.sequence.features == value(one).features


def test_a_feature_that_goes_by_a_key_goes_at_once(editor: Maker, qtbot: QtBot) -> None:
    whole = add_feature(_with_many_features(), "variation", "2")
    one = editor(whole)
    one.residues.go_to(3)
    qtbot.keyClick(one.residues, Qt.Key.Key_Backspace)
    assert one.features.model.rowCount() == len(whole.features) - 1 == len(value(one).features)
