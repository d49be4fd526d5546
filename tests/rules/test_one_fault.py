"""One thing missing, empty or padded in a valid file gives at most one error and never a crowd."""

from __future__ import annotations

import re
from datetime import date

import pytest

from seqeditor.rules.finding import Level
from tests.rules.file_case import BASELINE, read_file

TODAY = date(2026, 1, 1)
_TEXT = re.compile(r"<(\w[\w-]*)( [^>]*)?>([^<\n]+)</\1>")
_ATTRIBUTE = re.compile(r' (\w+)="([^"]*)"(?=[^<]*>)')
_WHOLE = re.compile(
    r"<(ApplicationIdentification|EarliestPriority\w+|SequenceData|INSDSeq|INSDSeq_feature-table"
    r"|INSDFeature|INSDFeature_quals|INSDQualifier)( [^>]*)?>.*?</\1>",
    re.DOTALL,
)


def texts() -> list[tuple[str, str, str]]:
    """Return old and new piece of each change, with a name."""
    changes = []
    for at in _TEXT.finditer(BASELINE):
        start, end = f"<{at[1]}{at[2] or ''}>", f"</{at[1]}>"
        changes += [
            (f"{at[1]} absent", at[0], ""),
            (f"{at[1]} empty", at[0], f"{start}{end}"),
            (f"{at[1]} blank", at[0], f"{start} {end}"),
            (f"{at[1]} padded", at[0], f"{start}\n  {at[3]}\n  {end}"),
        ]
    body = BASELINE.index("<ST26SequenceListing")
    for at in _ATTRIBUTE.finditer(BASELINE, body):
        changes += [(f"@{at[1]} absent", at[0], ""), (f"@{at[1]} empty", at[0], f' {at[1]}=""')]
    for at in _WHOLE.finditer(BASELINE):
        changes.append((f"all of {at[1]} absent", at[0], ""))
        changes.append((f"{at[1]} hollow", at[0], f"<{at[1]}{at[2] or ''}/>"))
    return changes


@pytest.mark.parametrize(("name", "old", "new"), texts(), ids=[name for name, _, _ in texts()])
def test_one_fault_gives_one_error_at_most(name: str, old: str, new: str) -> None:
    text = BASELINE.replace(old, new, 1)
    found = read_file({"text": text}, "applicant", TODAY)
    assert len([one for one in found if one.level is Level.ERROR]) <= 1, name
    assert len([one for one in found if one.level is not Level.INFO]) <= 1, name


def test_the_baseline_itself_has_no_finding() -> None:
    assert read_file({}, "applicant", TODAY) == []
