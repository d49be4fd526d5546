from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from seqeditor.domain.edits.features import add_feature, remove_feature, set_location
from seqeditor.domain.edits.qualifiers import remove_qualifier, set_qualifier_value
from seqeditor.domain.edits.sequence import new_sequence
from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.rules.finding import Level
from seqeditor.ui.features.cells import NAME, VALUE, Cell
from seqeditor.ui.features.model import (
    AwaitsRole,
    CellRole,
    FeatureTreeModel,
    LevelRole,
    PathRole,
)

EDITABLE = Qt.ItemFlag.ItemIsEditable


@pytest.fixture
def model(qtbot: QtBot, sequence: Sequence) -> FeatureTreeModel:
    made = FeatureTreeModel()
    made.set_sequence(sequence)
    made.set_language("ja")
    return made


def table(model: FeatureTreeModel) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    """Read everything through the model's own interface."""
    found = []
    for row in range(model.rowCount()):
        parent = model.index(row, NAME)
        below = [
            tuple(model.index(child, column, parent).data() or "" for column in range(3))
            for child in range(model.rowCount(parent))
        ]
        found.append((parent.data(), model.index(row, VALUE).data(), below))
    return found


def expected(sequence: Sequence) -> list[tuple[str, str, list[tuple[str, str, str]]]]:
    return [
        (
            feature.key,
            feature.location,
            [(q.name, q.value or "", q.non_english or "") for q in feature.qualifiers],
        )
        for feature in sequence.features
    ]


def test_it_is_a_well_behaved_model(
    model: FeatureTreeModel, qtmodeltester: ModelTester, sequence: Sequence
):
    qtmodeltester.check(model)
    assert table(model) == expected(sequence)


qualifiers = st.builds(
    Qualifier,
    name=st.sampled_from(["note", "gene", "product"]),
    value=st.none() | st.sampled_from(["", "x", "y"]),
    non_english=st.none() | st.just("z"),
    ref=st.integers(0, 6),
)
features = st.builds(
    Feature,
    key=st.sampled_from(["CDS", "gene", "exon"]),
    location=st.sampled_from(["1", "2..3"]),
    qualifiers=st.lists(qualifiers, max_size=4).map(tuple),
    ref=st.integers(0, 6),
)
sequences = st.lists(features, max_size=5).map(lambda found: Sequence(features=tuple(found)))


@settings(max_examples=200)
@given(st.lists(sequences, min_size=1, max_size=4))
def test_any_sequence_may_follow_any_other(steps: list[Sequence]):
    model = FeatureTreeModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_language("ja")
    for sequence in steps:
        model.set_sequence(sequence)
        assert table(model) == expected(sequence)
    assert tester.model() is model


def test_rows_that_stay_keep_their_indexes(model: FeatureTreeModel, sequence: Sequence):
    gene = QPersistentModelIndex(model.index_of(("features", 1, "qualifiers", 1, "value")))
    changed = remove_feature(sequence, 0)
    changed = remove_qualifier(changed, 0, 0)
    changed = add_feature(changed, "gene", "1", at=0)
    model.set_sequence(changed)
    assert gene.isValid()
    assert gene.data(PathRole) == ("features", 1, "qualifiers", 0, "value")
    assert gene.data() == "insulin"


def test_an_edit_tells_of_its_cell_only(qtbot: QtBot, model: FeatureTreeModel, sequence: Sequence):
    told: list[tuple[int, int, str]] = []
    model.dataChanged.connect(
        lambda a, b: told.append((a.row(), b.column() - a.column(), a.data()))
    )
    model.set_sequence(set_qualifier_value(sequence, 1, 0, "insB"))
    assert told == [(0, 0, "insB")]
    told.clear()
    model.set_sequence(set_location(model.sequence, 2, "31..40"))
    assert told == [(2, 1, "misc_feature")]


def test_typing_becomes_a_request_and_changes_nothing(
    qtbot: QtBot, model: FeatureTreeModel, sequence: Sequence
):
    index = model.index_of(("features", 1, "location"))
    with qtbot.waitSignal(model.edit_requested) as asked:
        assert model.setData(index, " 4..20 ")
    label, edit = asked.args
    assert label == "Change location"
    assert edit(sequence).features[1].location == "4..20"
    assert index.data() == "3..20"
    with qtbot.assertNotEmitted(model.edit_requested):
        assert not model.setData(index, "3..20")


@pytest.mark.parametrize(
    ("path", "typed", "accepted"),
    [
        (("features", 2, "key"), "mrna", "mRNA"),
        (("features", 2, "key"), " promoter ", "promoter"),
        (("features", 1, "qualifiers", 0, "name"), "ALLELE", "allele"),
        (("features", 1, "qualifiers", 0, "name"), "nonsense", "nonsense"),
        (("features", 2, "key"), " ", None),
    ],
)
def test_keys_and_names_take_the_case_of_the_standard_or_stay_as_typed(
    qtbot: QtBot,
    model: FeatureTreeModel,
    sequence: Sequence,
    path: tuple[str | int, ...],
    typed: str,
    accepted: str | None,
):
    index = model.index_of(path)
    if accepted is None:
        with qtbot.assertNotEmitted(model.edit_requested):
            assert not model.setData(index, typed)
        return
    with qtbot.waitSignal(model.edit_requested) as asked:
        assert model.setData(index, typed)
    model.set_sequence(asked.args[1](sequence))
    assert index.data() == accepted


def test_what_may_be_edited(model: FeatureTreeModel):
    def editable(*path: str | int) -> bool:
        return bool(model.index_of(path).flags() & EDITABLE)

    assert editable("features", 0, "location")
    assert editable("features", 1, "qualifiers", 1, "non_english")
    assert not editable("features", 1, "qualifiers", 3, "value")
    assert not editable("features", 1, "qualifiers", 2, "non_english")
    model.set_read_only(True)
    assert not editable("features", 0, "location")
    index = model.index_of(("features", 0, "location"))
    assert not model.setData(index, "5")
    assert not model.setData(QModelIndex(), "5")


def test_findings_mark_their_cell_and_the_feature_the_gravest_within(model: FeatureTreeModel):
    model.set_findings(
        {
            ("features", 1, "qualifiers", 0, "value"): Level.WARNING,
            ("features", 1, "qualifiers", 1): Level.ERROR,
            ("features", 1, "qualifiers", 1, "id"): Level.INFO,
            ("features", 2, "location"): Level.INFO,
            ("residues",): Level.ERROR,
        }
    )

    def level(*path: str | int) -> Level | None:
        found = model.index_of(path).data(LevelRole)
        return None if found is None else Level(found)

    assert level("features", 1, "qualifiers", 0, "value") is Level.WARNING
    assert level("features", 1, "qualifiers", 0, "name") is None
    assert level("features", 1, "qualifiers", 1, "name") is Level.ERROR
    assert level("features", 1, "key") is Level.ERROR
    assert level("features", 2, "key") is Level.INFO
    assert level("features", 0, "key") is None
    spoken = Qt.ItemDataRole.AccessibleDescriptionRole
    assert model.index_of(("features", 2, "location")).data(spoken) == "Advice"


def test_places_that_are_gone_lead_to_the_nearest(model: FeatureTreeModel):
    assert model.index_of(("features", 1, "qualifiers", 99, "value")) == model.index(1, NAME)
    assert not model.index_of(("features", 99)).isValid()
    assert not model.index_of(("titles", 0)).isValid()
    assert model.row_path(QModelIndex()) is None
    stale = model.index_of(("features", 1, "qualifiers", 3, "value"))
    model.set_sequence(replace(model.sequence, features=()))
    assert model.place_of(stale) is None
    assert model.data(stale) is None


def test_roles_for_delegate_and_reader(model: FeatureTreeModel, sequence: Sequence):
    empty = set_qualifier_value(sequence, 1, 0, "")
    model.set_sequence(set_location(empty, 2, ""))
    assert model.index_of(("features", 1, "qualifiers", 0, "value")).data(AwaitsRole)
    assert model.index_of(("features", 2, "location")).data(AwaitsRole)
    assert not model.index_of(("features", 1, "qualifiers", 3, "value")).data(AwaitsRole)
    assert model.index_of(("features", 1, "key")).data(CellRole) is Cell.KEY

    def tip(*path: str | int) -> str:
        return str(model.index_of(path).data(Qt.ItemDataRole.ToolTipRole))

    assert "rotein" in tip("features", 1, "key")
    assert "no value" in tip("features", 1, "qualifiers", 3, "name")
    assert tip("features", 1, "qualifiers", 1, "non_english") == "インスリン"


def test_the_third_column_comes_with_a_second_language(model: FeatureTreeModel):
    title = model.headerData(2, Qt.Orientation.Horizontal)
    assert title == "Value (ja)"
    model.set_language(None)
    assert model.columnCount() == 2
    model.set_language("ar")
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Value (ar)"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    model.retranslate()


def test_another_molecule_type_is_told_for_every_cell(
    qtbot: QtBot, model: FeatureTreeModel, sequence: Sequence
):
    with qtbot.waitSignal(model.dataChanged):
        model.set_sequence(replace(sequence, moltype="AA"))


def test_findings_tell_only_of_what_is_marked_otherwise() -> None:
    made = new_sequence("DNA", "acgt" * 10, organism="Homo sapiens", mol_type="genomic DNA")
    for place in range(1, 6):
        made = add_feature(made, "misc_feature", str(place))
    model = FeatureTreeModel()
    model.set_sequence(made)
    told: list[int] = []
    model.dataChanged.connect(
        lambda first, _last: told.append(first.row()) if not first.parent().isValid() else None
    )
    place = ("features", 3, "location")
    model.set_findings({place: Level.ERROR})
    assert told == [3]
    model.set_findings({place: Level.ERROR})
    assert told == [3]
    model.set_findings({})
    assert told == [3, 3]
