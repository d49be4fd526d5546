from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QImage, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from seqeditor.domain.residues import Residues, TextResidues
from seqeditor.ui.residues.bands import Band
from seqeditor.ui.residues.look import fixed_font
from seqeditor.ui.residues.strange import strange_words
from seqeditor.ui.residues.translations import Translated, codons_of
from seqeditor.ui.residues.view import ResidueView

HUGE = 5_000_000


class CountedResidues:
    """Residues that count what is asked of them, and hold no letter."""

    def __init__(self, length: int) -> None:
        self._length = length
        self.calls = 0
        self.letters = 0

    def __len__(self) -> int:
        return self._length

    def text(self, start: int = 1, end: int | None = None) -> str:
        size = (self._length if end is None else min(end, self._length)) - start + 1
        self.calls += 1
        self.letters += size
        return "a" * size

    def find(self, letters: str, start: int = 1) -> int:
        raise AssertionError("a view has nothing to find")

    def splice(self, start: int, removed: int, inserted: str) -> Residues:
        raise AssertionError("a view changes nothing")

    def chunks(self) -> Iterator[str]:
        raise AssertionError("a view never reads everything")


def test_a_huge_sequence_costs_no_more_than_what_is_visible(qtbot: QtBot, view: ResidueView):
    residues = CountedResidues(HUGE)
    view.set_residues(residues, "DNA", 1)
    for act in (
        view.grab,
        lambda: view.go_to(HUGE // 2),
        view.grab,
        view.select_all,
        view.grab,
        lambda: qtbot.keyClick(view, Qt.Key.Key_PageDown),
        view.grab,
        lambda: view.resize(700, 900),
        view.grab,
        view.zoom_in,
        view.grab,
    ):
        residues.calls = residues.letters = 0
        act()
        QApplication.processEvents()
        visible = sum(row.last - row.first + 1 for row in view.rows())
        assert residues.calls <= 2
        assert residues.letters <= 2 * visible
        assert visible < 5000


def test_painting_again_asks_for_nothing(view: ResidueView):
    residues = CountedResidues(HUGE)
    view.set_residues(residues, "DNA", 1)
    view.grab()
    residues.calls = 0
    view.grab()
    view.select(1, 9)
    view.grab()
    assert residues.calls == 0


@pytest.mark.parametrize("points", range(6, 30))
def test_ten_letters_are_exactly_ten_cells_wide(qtbot: QtBot, points: int):
    font, cell = fixed_font(points)
    assert QFontMetricsF(font).horizontalAdvance("acgtnacgtn") == pytest.approx(10 * cell)


def dark() -> QPalette:
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Base, "#1e1e1e"),
        (QPalette.ColorRole.Window, "#2d2d2d"),
        (QPalette.ColorRole.Text, "#e6e6e6"),
        (QPalette.ColorRole.Highlight, "#2a82da"),
        (QPalette.ColorRole.HighlightedText, "#ffffff"),
    ):
        palette.setColor(role, QColor(colour))
    return palette


def image(view: ResidueView) -> QImage:
    return view.viewport().grab().toImage()


def colours(view: ResidueView, start: int, end: int) -> set[str]:
    area = view.residue_rectangle(start).united(view.residue_rectangle(end))
    shown = image(view)
    return {
        shown.pixelColor(x, y).name()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }


def test_palettes_are_followed(view: ResidueView):
    view.select(11, 20)
    for palette in (view.palette(), dark()):
        view.setPalette(palette)
        group = QPalette.ColorGroup.Active
        ground = palette.color(group, QPalette.ColorRole.Base).name()
        highlight = palette.color(group, QPalette.ColorRole.Highlight).name()
        assert ground in colours(view, 25, 30)
        assert highlight in colours(view, 11, 20)
        assert highlight not in colours(view, 25, 30)


BANDS = [
    Band(3, 5, "modified_base", tip="modified_base 3..5", index=1),
    Band(12, 130, "CDS", "CDS insulin", tip="CDS 12..130", ref=9, index=2),
    Band(61, 90, "mRNA", index=3, pieces=((61, 65), (80, 90)), reverse=True),
]


def centre(view: ResidueView, position: int, lane: int = 0) -> QPoint:
    letters = view.residue_rectangle(position)
    heights = view._look.heights
    return letters.center() + QPoint(0, letters.height() // 2 + lane * heights.lane + 8)


def test_a_band_is_found_named_and_activated(
    qtbot: QtBot, view: ResidueView, monkeypatch: pytest.MonkeyPatch
):
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda place, text, widget: tips.append(text))
    view.set_bands(BANDS)
    view.set_active_feature(2)
    view.grab()
    place = centre(view, 70)
    band = view.band_at(place)
    assert band is not None
    assert band.ref == 9
    with qtbot.waitSignal(view.band_hovered) as hovered:
        qtbot.mouseMove(view.viewport(), place)
    assert hovered.args == [band]
    with qtbot.waitSignal(view.band_activated) as activated:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert activated.args == [band]
    tip = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), tip)
    assert tips == ["CDS 12..130"]
    with qtbot.waitSignal(view.band_hovered) as hovered:
        QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert hovered.args == [None]
    assert view.band_at(view.residue_rectangle(70).center()) is None
    assert view.band_at(centre(view, 70, lane=1)).key == "mRNA"


def test_bands_and_translation_make_room_in_their_rows_only(view: ResidueView):
    view.set_bands(BANDS)
    view.set_translations(codons_of([Translated(((12, 50, 1),), "M" * 13)]))
    rows = view.rows()
    assert [row.lanes for row in rows] == [1, 2, 1]
    assert [row.codon_rows for row in rows] == [1, 0, 0]
    assert rows[1].height > rows[2].height
    view.set_translations(None)
    assert view.rows()[0].codon_rows == 0


def test_bands_beyond_the_fourth_lane_are_counted_on_the_sheet(view: ResidueView):
    view.set_bands([Band(1, 10, "gene", index=n) for n in range(6)])
    assert view.rows()[0].lanes == 4
    right = view.grid.right
    before = image(view).copy(right, 0, 200, 200)
    view.set_bands([Band(1, 10, "gene", index=n) for n in range(4)])
    assert image(view).copy(right, 0, 200, 200) != before


def test_the_caret_shows_only_with_focus_and_blinks(qtbot: QtBot, view: ResidueView):
    area = view.caret_rectangle()
    seen = image(view).copy(area)
    qtbot.waitUntil(lambda: image(view).copy(area) != seen, timeout=5000)
    view.clearFocus()
    assert not view._blink.shown
    assert not view._blink.is_running


def test_a_system_that_wants_no_blinking_gets_a_steady_caret(qtbot: QtBot, view: ResidueView):
    before = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    try:
        view.go_to(5)
        assert view._blink.shown
        assert not view._blink.is_running
    finally:
        QApplication.setCursorFlashTime(before)


def test_an_empty_view_says_how_to_begin(view: ResidueView):
    view.set_residues(TextResidues(), "DNA", 1)
    with_text = image(view)
    view.set_read_only(True)
    assert image(view) != with_text
    assert view.caret_rectangle().isValid()


def test_the_menu_offers_what_is_possible_and_what_the_hook_adds(view: ResidueView):
    told: list[Band | None] = []

    def hook(menu: QMenu, band: Band | None) -> None:
        told.append(band)
        menu.addAction("More")

    view.menu_hook = hook
    view.go_to(4)
    menu = view.context_menu(BANDS[1])
    assert told == [BANDS[1]]
    enabled = {a.text(): a.isEnabled() for a in menu.actions() if a.text()}
    assert (enabled["&Copy"], enabled["Select &All"], enabled["More"]) == (False, True, True)
    view.select(1, 3)
    again = {a.text(): a.isEnabled() for a in view.context_menu().actions()}
    assert again["&Copy"]
    assert again["Cu&t"]


def test_texts_are_set_anew_for_another_language(view: ResidueView):
    view.setAccessibleName("")
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert view.accessibleName() == "Residues"


def test_letters_that_are_no_residues_are_marked_and_explained(
    view: ResidueView, monkeypatch: pytest.MonkeyPatch
):
    tips: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda place, text, widget: tips.append(text))
    fault = view._look.fault.name()
    assert fault not in colours(view, 11, 20)
    view.set_residues(TextResidues("acgtacgtacaczUugtacgt"), "DNA", 1)
    assert fault in colours(view, 13, 15)
    assert fault not in colours(view, 1, 10)
    assert fault not in colours(view, 17, 20)
    for position in (13, 14, 15, 16):
        place = view.residue_rectangle(position).center()
        tip = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), tip)
    assert len(tips) == 3
    assert "“z” is no residue symbol for molecule type DNA" in tips[0]
    assert "“t”" in tips[1]
    view.set_residues(TextResidues("MkV"), "AA", 1)
    assert fault in colours(view, 1, 3)
    assert strange_words("k", "AA").startswith("“k” must be written “K”")
    assert strange_words("A", "DNA").startswith("“A” must be written “a”")
    view.set_residues(TextResidues("MkV"), "", 1)
    assert fault not in colours(view, 1, 3)


def test_the_other_strand_stands_below_on_request(view: ResidueView):
    view.set_bands(BANDS)
    one = view.rows()[0].height
    view.set_both_strands(True)
    heights = view._look.heights
    assert view.rows()[0].height == one + heights.strand > one
    below = view.residue_rectangle(70).center() + QPoint(0, heights.letters)
    assert view.residue_at(below) == 70
    assert view.band_at(below) is None
    assert view.band_at(centre(view, 70) + QPoint(0, heights.strand)).ref == 9
    view.grab()
    view.set_residues(TextResidues("MKV"), "AA", 1)
    assert view.rows()[0].height < one + heights.strand
    view.set_residues(TextResidues("acgt"), "DNA", 1)
    assert view._look.heights.strand == heights.strand
    view.set_both_strands(False)
    assert view._look.heights.strand == 0


def test_a_click_on_a_band_chooses_it_and_a_double_click_selects_its_residues(
    qtbot: QtBot, view: ResidueView
):
    view.set_bands(BANDS)
    place = centre(view, 70)
    with qtbot.waitSignal(view.band_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args[0].ref == 9
    assert view.selection.is_empty
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (view.selection.start, view.selection.end) == (12, 130)
