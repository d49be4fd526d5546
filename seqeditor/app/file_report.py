"""The outcome of checking one file: verdict, counts, and the findings that are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from seqeditor.rules.finding import Finding, Level

LISTED = 1_000
"""Findings of one rule listed in one file; one closing finding stands for the rest (CLI.md)."""

_NOT_READ = "xml-not-well-formed"


class Verdict(StrEnum):
    """What is to be said of a file."""

    VALID = "valid"
    INVALID = "invalid"
    UNREADABLE = "unreadable"


@dataclass
class FileReport:
    """What was found in one file. Findings carry their `place`, `line` and `number`."""

    path: str
    size: int = 0
    sha256: str = ""
    sequences: int = 0
    readable: bool = True
    counts: Counter[Level] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    _of_rule: Counter[str] = field(default_factory=Counter)
    _omitted: dict[str, Finding] = field(default_factory=dict)
    _more: Counter[str] = field(default_factory=Counter)

    @property
    def verdict(self) -> Verdict:
        """`valid` has no finding of level error."""
        if not self.readable:
            return Verdict.UNREADABLE
        return Verdict.INVALID if self.counts[Level.ERROR] else Verdict.VALID

    def add(self, findings: Iterable[Finding]) -> None:
        """Take in findings; beyond the limit of a rule they are only counted."""
        for finding in findings:
            if finding.omitted:
                self.counts[finding.level] += finding.omitted
                self._more[finding.rule] += finding.omitted
                self._omitted.setdefault(finding.rule, finding)
                continue
            self.counts[finding.level] += 1
            self._of_rule[finding.rule] += 1
            if self._of_rule[finding.rule] <= LISTED:
                self.findings.append(finding)
            else:
                self._more[finding.rule] += 1
                self._omitted.setdefault(finding.rule, finding)

    def close(self) -> None:
        """Put the findings in the order of the file, the closing ones of cut lists last."""
        if any(finding.line is not None for finding in self.findings):
            self.findings.sort(key=lambda f: (f.line is None, f.line or 0))
        for rule, count in self._more.items():
            example = self._omitted[rule]
            self.findings.append(Finding(rule=rule, level=example.level, omitted=count))
        self._more.clear()


def unreadable(path: str, variant: str, **parameters: str) -> FileReport:
    """Return the report on a file that could not even be begun; `variant` tells why."""
    report = FileReport(path, readable=False)
    report.add([Finding(_NOT_READ, Level.ERROR, variant=variant, parameters=parameters)])
    return report
