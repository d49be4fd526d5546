"""What the rules would say of a sequence after an edit that is only thought of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.sequence import Sequence
from seqeditor.rules.engine import Engine
from seqeditor.rules.finding import Finding

MOST_RESIDUES = 100_000
MOST_FEATURES = 800
"""To judge more takes longer than a window may stand still."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Findings that were not there before; `checked` is False where it would take too long."""

    new: tuple[Finding, ...] = ()
    checked: bool = True


def verdict(
    before: Sequence,
    after: Sequence,
    header: GeneralInformation,
    *,
    number: str,
    profile: str = "applicant",
    today: date | None = None,
) -> Verdict:
    """Return what an edit adds to the findings of one sequence."""
    too_long = after.length > MOST_RESIDUES or len(after.features) > MOST_FEATURES
    if after == before or too_long:
        return Verdict((), checked=not too_long)
    engine = Engine(profile, today=today or date.today())
    old, new = (
        engine.sequence(one, header, sequence_id=0, number=number) for one in (before, after)
    )
    known = Counter(map(_said, old))
    found = []
    for one in new:
        if known[_said(one)]:
            known[_said(one)] -= 1
        else:
            found.append(one)
    return Verdict(tuple(found))


def _said(one: Finding) -> tuple[str, str, str, str]:
    """What tells two findings apart, wherever their features have moved to."""
    return one.rule, one.variant, str(one.value), str(sorted(one.parameters.items()))
