from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.domain.location import parse
from seqeditor.domain.location_parts import Operator, Part, PartKind, Parts, parts_of


@pytest.mark.parametrize(
    "text",
    [
        "7",
        "<7",
        ">7",
        "3..9",
        "<3..>9",
        "4^5",
        "complement(3..9)",
        "join(1..3,5..9)",
        "order(1..3,complement(5..9),11)",
        "complement(join(<1..3,5..>9))",
        "complement(4^5)",
    ],
)
def test_there_and_back(text: str):
    parts = parts_of(parse(text, "DNA"))
    assert parts is not None
    assert str(parts) == text


@pytest.mark.parametrize(
    "text", ["join(1..2,complement(join(4..5,7..9)))", "complement(complement(3..9))"]
)
def test_what_a_form_cannot_show(text: str):
    assert parts_of(parse(text, "DNA")) is None


def test_one_part_has_one_complement():
    assert str(Parts((Part(start=3, end=9),), complement=True).plain) == "complement(3..9)"
    two = Parts((Part(start=3, end=9), Part(start=12, end=15)), complement=True)
    assert two.plain is two
    assert str(Parts(())) == ""


PART = st.builds(
    Part,
    st.sampled_from([PartKind.RANGE, PartKind.POINT]),
    st.integers(1, 99),
    st.integers(1, 99),
    st.booleans(),
    st.just(False),
    st.booleans(),
)


@settings(max_examples=150)
@given(st.lists(PART, min_size=1, max_size=5), st.sampled_from(Operator), st.booleans())
def test_what_a_form_says_can_be_read(parts: list[Part], operator: Operator, complement: bool):
    said = str(Parts(tuple(parts), operator, complement).plain)
    back = parts_of(parse(said, "DNA"))
    assert back is None or str(back) == said
