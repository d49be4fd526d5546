"""What a rule's help says, by its parts: a docstring read as data.

The form, paragraphs divided by empty lines: what is checked; why it matters; examples, each on a
line that begins with "Right:" or "Wrong:"; how to put it right.
"""

from __future__ import annotations

from dataclasses import dataclass

RIGHT, WRONG = "Right:", "Wrong:"


@dataclass(frozen=True, slots=True)
class Explanation:
    """The help of one rule, without the line breaks of the source; the paragraph is the rule's."""

    what: str = ""
    why: str = ""
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    remedy: str = ""


def explanation(text: str) -> Explanation:
    """Return the parts of a rule's help; what is not in the form is kept as well as can be.

    Paragraphs before the examples beyond the second belong to the reason, those after them to the
    remedy. Without examples the last of several paragraphs is the remedy.
    """
    before: list[str] = []
    after: list[str] = []
    examples: list[str] = []
    for paragraph in _paragraphs(text):
        if paragraph[0].startswith((RIGHT, WRONG)):
            examples += _examples(paragraph)
        else:
            (after if examples else before).append(" ".join(paragraph))
    if not examples and len(before) > 1:
        after = [before.pop()]
    return Explanation(
        what=before[0] if before else "",
        why=" ".join(before[1:]),
        right=_marked(RIGHT, examples),
        wrong=_marked(WRONG, examples),
        remedy=" ".join(after),
    )


def _paragraphs(text: str) -> list[list[str]]:
    """Return the paragraphs as lists of lines, none of them empty."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return [paragraph for paragraph in found if paragraph]


def _examples(lines: list[str]) -> list[str]:
    """Return one text for each mark; a line without a mark goes on with the one before."""
    found: list[str] = []
    for line in lines:
        if line.startswith((RIGHT, WRONG)):
            found.append(line)
        else:
            found[-1] += f" {line}"
    return found


def _marked(mark: str, examples: list[str]) -> tuple[str, ...]:
    return tuple(one.removeprefix(mark).strip() for one in examples if one.startswith(mark))
