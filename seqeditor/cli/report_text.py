"""The report of `validate` as text for people."""

from __future__ import annotations

from collections.abc import Iterable

from seqeditor.app.file_report import FileReport, Verdict
from seqeditor.rules.finding import Finding, Level
from seqeditor.rules.registry import all_rules
from seqeditor.rules.wording import repair_title, sentence
from seqeditor.texts import N_, Catalogue, fill, nN_
from seqeditor.vocabulary.standard import DTD, VERSION

_VERDICTS = {
    Verdict.VALID: N_("valid"),
    Verdict.INVALID: N_("not valid"),
    Verdict.UNREADABLE: N_("cannot be read as a sequence listing"),
}
_LEVELS = {
    Level.ERROR: N_("Error"),
    Level.WARNING: N_("Warning"),
    Level.INFO: N_("Advice"),
}
_COUNTS = (
    nN_("{count} sequence", "{count} sequences"),
    nN_("{count} error", "{count} errors"),
    nN_("{count} warning", "{count} warnings"),
    nN_("{count} piece of advice", "{count} pieces of advice"),
)
_REPAIR = N_("Repair:")
_STANDARD = N_("Checked by WIPO ST.26 version {version}, DTD {dtd}, profile {profile}.")
_REVIEWED = N_("Reviewed: {reason}")


def text_report(
    reports: Iterable[FileReport], profile: str, levels: frozenset[Level], catalogue: Catalogue
) -> str:
    """Return the report on files; `levels` chooses the findings listed, never the counts."""
    by = {"version": VERSION, "dtd": DTD, "profile": profile}
    files = [_file(report, levels, catalogue) for report in reports]
    return "\n".join([*files, catalogue.say(_STANDARD, by) + "\n"])


def _file(report: FileReport, levels: frozenset[Level], catalogue: Catalogue) -> str:
    verdict = catalogue.gettext(_VERDICTS[report.verdict])
    counts = ", ".join(_counted(report, catalogue))
    lines = [f"{report.path}: {verdict} ({counts})"]
    lines += [_finding(f, catalogue) for f in report.findings if f.level in levels]
    return "\n".join(lines) + "\n"


def _counted(report: FileReport, catalogue: Catalogue) -> list[str]:
    errors, warnings, infos = (report.counts[level] for level in Level)
    numbers = (report.sequences, errors, warnings, infos)
    return [
        fill(catalogue.ngettext(*words, number), {"count": number})
        for words, number in zip(_COUNTS, numbers, strict=True)
    ]


def _finding(finding: Finding, catalogue: Catalogue) -> str:
    level = catalogue.gettext(_LEVELS[finding.level])
    words = [f"  {level}"]
    if finding.line is not None:
        words.append(catalogue.say(N_("line {line}"), {"line": finding.line}))
    if finding.number is not None:
        words.append(f"SEQ ID NO {finding.number}")
    reference = all_rules()[finding.rule].reference
    text = f"{', '.join(words)}: {sentence(finding, catalogue)} [{finding.rule}, {reference}]"
    if finding.reviewed is not None:
        text += "\n      " + catalogue.say(_REVIEWED, {"reason": finding.reviewed})
    repair = repair_title(finding, catalogue)
    return f"{text}\n      {catalogue.gettext(_REPAIR)} {repair}" if repair else text
