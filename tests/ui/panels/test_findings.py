from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from seqeditor.rules.finding import Finding, Level
from seqeditor.store.findings import HEADER, FindingsStore
from seqeditor.texts import set_language
from seqeditor.ui.models.findings_table import KEPT_ROLE
from seqeditor.ui.panels import findings
from seqeditor.ui.panels.findings import FindingsPanel

LENGTH = Finding(
    "seq-length-mismatch",
    Level.ERROR,
    ("written_length",),
    7,
    "13",
    "",
    {"actual": 12, "count": 12},
)
TITLE = Finding("gi-title-missing", Level.ERROR, ("titles",))
EARLY = Finding("gi-priority-missing", Level.INFO, ("priority",))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FindingsStore]:
    made = FindingsStore(tmp_path)
    yield made
    made.close()


@pytest.fixture
def panel(qtbot: QtBot, store: FindingsStore) -> FindingsPanel:
    store.replace_all(HEADER, [TITLE, EARLY])
    store.replace_sequences([(7, 1, [LENGTH])])
    made = FindingsPanel(store, lambda sequence_id: str(sequence_id + 1))
    qtbot.addWidget(made)
    made.refresh()
    with qtbot.waitExposed(made):
        made.show()
    return made


def rules_shown(panel: FindingsPanel) -> list[str]:
    model = panel.model
    return [model.index(row, 0).data(KEPT_ROLE).finding.rule for row in range(model.rowCount())]


def choose(panel: FindingsPanel, rule: str) -> QModelIndex:
    index = panel.model.index(rules_shown(panel).index(rule), 0)
    panel.view.setCurrentIndex(index)
    return index


def test_model(panel: FindingsPanel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(panel.model)


def test_errors_come_first(panel: FindingsPanel) -> None:
    assert rules_shown(panel) == ["gi-title-missing", "seq-length-mismatch", "gi-priority-missing"]


def test_levels_areas_and_this_sequence_narrow_the_list(panel: FindingsPanel) -> None:
    panel._levels[Level.INFO].click()
    assert rules_shown(panel) == ["gi-title-missing", "seq-length-mismatch"]
    panel._area.setCurrentIndex(panel._area.findData("gi"))
    assert rules_shown(panel) == ["gi-title-missing"]
    panel._area.setCurrentIndex(0)
    panel.set_sequence(7)
    panel._only_this.click()
    assert rules_shown(panel) == ["seq-length-mismatch"]
    panel.show_levels([Level.ERROR])
    assert rules_shown(panel) == ["gi-title-missing", "seq-length-mismatch"]


def test_a_click_goes_to_the_place(panel: FindingsPanel, qtbot: QtBot) -> None:
    index = choose(panel, "seq-length-mismatch")
    with qtbot.waitSignal(panel.go_to) as caught:
        qtbot.mouseClick(
            panel.view.viewport(),
            Qt.MouseButton.LeftButton,
            pos=panel.view.visualRect(index).center(),
        )
    assert caught.args is not None
    assert caught.args[0].finding.path == ("written_length",)


def test_the_repair_is_offered_where_there_is_one(panel: FindingsPanel, qtbot: QtBot) -> None:
    choose(panel, "gi-title-missing")
    assert not panel._repair.isVisible()
    choose(panel, "seq-length-mismatch")
    assert panel._repair.isVisible()
    assert "12" in panel._repair.text()
    with qtbot.waitSignal(panel.repair_requested):
        panel._repair.click()
    panel.set_read_only(True)
    assert not panel._repair.isEnabled()


def test_all_of_a_kind_are_offered_when_there_are_several(
    panel: FindingsPanel, store: FindingsStore, qtbot: QtBot
) -> None:
    choose(panel, "seq-length-mismatch")
    assert not panel._repair_all.isVisible()
    store.replace_sequences([(8, 1, [Finding(**{**_fields(LENGTH), "sequence": 8})])])
    panel.refresh()
    choose(panel, "seq-length-mismatch")
    assert panel._repair_all.isVisible()
    with qtbot.waitSignal(panel.repair_all_requested) as caught:
        panel._repair_all.click()
    assert caught.args == ["seq-length-mismatch"]


def _fields(finding: Finding) -> dict[str, object]:
    return {name: getattr(finding, name) for name in finding.__slots__}


def test_the_chosen_finding_stays_chosen(panel: FindingsPanel, store: FindingsStore) -> None:
    choose(panel, "seq-length-mismatch")
    store.replace_all(HEADER, [])
    panel.refresh()
    kept = panel.current()
    assert kept is not None
    assert kept.finding.rule == "seq-length-mismatch"


def test_an_empty_list_says_so(panel: FindingsPanel, store: FindingsStore) -> None:
    store.replace_all(HEADER, [])
    store.remove_sequences([7])
    panel.refresh()
    assert panel._stack.currentWidget() is panel._empty
    assert panel._empty.text()
    assert not panel._detail.isVisible()


def test_the_place_is_said_with_its_number_and_paragraph(panel: FindingsPanel) -> None:
    index = choose(panel, "seq-length-mismatch")
    kept = index.data(KEPT_ROLE)
    assert panel.model.place(kept).startswith("SEQ ID NO 8")
    assert "par. 53" in panel.model.place(kept)


def test_another_language_is_taken_over(panel: FindingsPanel) -> None:
    try:
        set_language("ar")
        panel.retranslate()
        assert rules_shown(panel)
    finally:
        set_language("en")
        panel.retranslate()
    assert panel._only_this.text() == "This sequence only"


def test_what_is_put_right_by_hand_leads_to_its_place(
    panel: FindingsPanel, store: FindingsStore, qtbot: QtBot
) -> None:
    asked = Finding(
        "lang-noneng-code-missing",
        Level.ERROR,
        ("non_english_language",),
        None,
        None,
        "",
        {"proposed": ""},
    )
    store.replace_all(HEADER, [TITLE, asked])
    panel.refresh()
    choose(panel, "gi-title-missing")
    assert not panel._act.isVisible()
    choose(panel, "lang-noneng-code-missing")
    assert panel._act.isVisible()
    assert not panel._repair.isVisible()
    with qtbot.waitSignal(panel.go_to) as caught:
        qtbot.mouseClick(panel._act, Qt.MouseButton.LeftButton)
    assert caught.args is not None
    assert caught.args[0].finding == asked


def test_the_finding_chosen_stays_in_sight_when_its_explanation_takes_room(
    qtbot: QtBot, store: FindingsStore
) -> None:
    many = [replace(LENGTH, sequence=n) for n in range(1, 40)]
    store.replace_sequences([(n, 1, [one]) for n, one in enumerate(many, 1)])
    panel = FindingsPanel(store, str)
    qtbot.addWidget(panel)
    panel.resize(300, 700)
    panel.refresh()
    with qtbot.waitExposed(panel):
        panel.show()
    # The last row in sight, as somebody clicks it.
    seen = panel.view.viewport().rect()
    row = panel.view.rowAt(seen.bottom() - 4)
    panel.view.setCurrentIndex(panel.model.index(row, 0))
    assert panel._detail.isVisible()
    qtbot.waitUntil(lambda: panel.view.viewport().height() < seen.height())
    place = panel.view.visualRect(panel.model.index(row, 0))
    assert panel.view.viewport().rect().contains(place)


def test_of_very_many_alike_the_number_is_not_counted(
    panel: FindingsPanel, store: FindingsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "COUNTED", 3)
    for count, words in ((2, "Repair all 2 of this kind"), (4, "Repair all of this kind")):
        alike = [replace(LENGTH, sequence=n) for n in range(1, count + 1)]
        store.replace_sequences([(n, count, [one]) for n, one in enumerate(alike, 1)])
        store.remove_sequences([7])
        panel.refresh()
        choose(panel, LENGTH.rule)
        assert panel._repair_all.text() == words
