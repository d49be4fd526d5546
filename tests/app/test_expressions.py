from __future__ import annotations

import pytest

from seqeditor.app.expressions import Pattern, PatternError, TooSlowError


def found(pattern: Pattern, text: str) -> list[str]:
    return [match[0] for match in pattern.find(text)]


def test_plain_text_means_itself() -> None:
    assert found(Pattern("a.c"), "abc a.c A.C") == ["a.c", "A.C"]
    assert found(Pattern("a.c", match_case=True), "abc a.c A.C") == ["a.c"]
    assert found(Pattern("gene", whole_word=True), "gene genes Gene-1") == ["gene", "Gene"]
    assert found(Pattern("(1)", whole_word=True), "x (1) y") == ["(1)"]


def test_expressions_are_filled_in_and_match_something() -> None:
    pattern = Pattern(r"SEQ (\d+)", is_expression=True)
    match = next(iter(pattern.find("see seq 12")))
    assert pattern.replacement(match, r"no. \1") == "no. 12"
    assert found(Pattern("x*", is_expression=True), "axxb") == ["xx"]


@pytest.mark.parametrize("text", ["", "(", "[a", "a{2,1}", "(?P<n>"])
def test_what_is_no_expression_is_told(text: str) -> None:
    with pytest.raises(PatternError):
        Pattern(text, is_expression=True)


@pytest.mark.parametrize("template", [r"\2", r"\g<none>", "\\", r"\q"])
def test_what_is_no_replacement_is_told(template: str) -> None:
    with pytest.raises(PatternError):
        Pattern("(a)", is_expression=True).check_template(template)
    Pattern("(a)").check_template(template)


def test_a_pattern_that_never_ends_is_stopped() -> None:
    with pytest.raises(TooSlowError):
        list(Pattern("(a|aa)+$", is_expression=True).find("a" * 80 + "c", seconds=0.05))
