from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from seqeditor.rules.areas import AREAS
from seqeditor.rules.explanation import RIGHT, WRONG, Explanation, explanation
from seqeditor.rules.registry import all_rules

HELP = """
The length is the number
of residues.

A difference raises questions.

Right: 10 for acgtacgtac
Right: 12
Wrong: 11 for
  acgtacgtac

Set the length.
"""


def test_a_help_is_read_by_its_parts() -> None:
    assert explanation(HELP) == Explanation(
        what="The length is the number of residues.",
        why="A difference raises questions.",
        right=("10 for acgtacgtac", "12"),
        wrong=("11 for acgtacgtac",),
        remedy="Set the length.",
    )


def test_indented_help_reads_the_same() -> None:
    indented = "\n".join(f"    {line}" for line in HELP.splitlines())
    assert explanation(indented) == explanation(HELP)


def test_without_examples_the_last_paragraph_is_the_remedy() -> None:
    told = explanation("One.\n\nTwo.\n\nThree.\n\nFour.")
    assert told == Explanation(what="One.", why="Two. Three.", remedy="Four.")
    assert explanation("One.") == Explanation(what="One.")
    assert explanation("") == Explanation()


@settings(max_examples=100)
@given(st.lists(st.sampled_from(["Right: a", "Wrong: b", "word", "  more", ""]), max_size=12))
def test_no_word_is_lost_and_nothing_fails(lines: list[str]) -> None:
    told = explanation("\n".join(lines))
    kept = (told.what, told.why, *told.right, *told.wrong, told.remedy)
    assert words(" ".join(kept)) == words("\n".join(lines))


def words(text: str) -> list[str]:
    return sorted(word for word in text.split() if word not in (RIGHT, WRONG))


def test_every_area_of_the_rules_has_a_name() -> None:
    assert {rule.area for rule in all_rules().values()} <= set(AREAS)
