"""The sentences of findings, made when they are shown, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from seqeditor.rules.explanation import Explanation, explanation
from seqeditor.rules.finding import Finding, Level, Scope
from seqeditor.rules.registry import all_rules
from seqeditor.rules.rule import Message, Rule
from seqeditor.texts import N_, Catalogue, fill, nN_

_OMITTED = nN_(
    "{count} more finding of this kind is not listed.",
    "{count} more findings of this kind are not listed.",
)
_MARKS = (N_("Right:"), N_("Wrong:"))
_MARKS_OF_ADVICE = (N_("Unremarked:"), N_("Remarked:"))
_QUOTED = 300
"""Characters of a value quoted in a sentence."""


def says_own_number(finding: Finding) -> bool:
    """Tell whether the parameter `number` is the SEQ ID NO of the sequence the finding is about.

    That number follows from the place in the listing and may be another by now. Rules over the
    whole listing name another sequence by it.
    """
    if finding.sequence is None or "number" not in finding.parameters:
        return False
    return all_rules()[finding.rule].scope is not Scope.LISTING


def sentence(finding: Finding, catalogue: Catalogue) -> str:
    """Return what is wrong, where, and what to do, in the language of the catalogue."""
    if finding.omitted:
        return _said(_OMITTED, {"count": finding.omitted}, catalogue)
    rule = all_rules()[finding.rule]
    message = rule.variants.get(finding.variant, rule.message)
    parameters = {"value": finding.value or "", **finding.parameters}
    return _said(message, parameters, catalogue)


def repair_title(finding: Finding, catalogue: Catalogue) -> str | None:
    """Return the text of the offered repair, None when there is none."""
    rule = all_rules()[finding.rule]
    parameters = {"value": finding.value or "", **finding.parameters}
    if finding.omitted:
        return None
    if rule.repair is not None and rule.repair.offered(finding):
        return catalogue.say(rule.repair.title_of(finding), parameters)
    return catalogue.say(rule.rewritten, parameters) if rule.rewritten else None


def action_title(finding: Finding, catalogue: Catalogue) -> str | None:
    """Return what a person can do at the place of a finding without a repair, None for nothing."""
    rule = all_rules()[finding.rule]
    if finding.omitted or not rule.action:
        return None
    return catalogue.say(rule.action, {"value": finding.value or "", **finding.parameters})


def example_marks(level: Level) -> tuple[str, str]:
    """Return the message ids that stand before right and wrong examples.

    What only gets advice is allowed, so it is not called wrong.
    """
    return _MARKS_OF_ADVICE if level is Level.INFO else _MARKS


def explained(rule: Rule, catalogue: Catalogue) -> Explanation:
    """Return what a rule explains of itself in the language of the catalogue; examples as is."""
    told = explanation(rule.help)
    return replace(
        told,
        what=catalogue.gettext(told.what),
        why=catalogue.gettext(told.why),
        remedy=catalogue.gettext(told.remedy),
    )


def _said(message: Message, parameters: Mapping[str, object], catalogue: Catalogue) -> str:
    parameters = {name: _shortened(value) for name, value in parameters.items()}
    if isinstance(message, str):
        return catalogue.say(message, parameters)
    count = parameters.get("count", 0)
    chosen = catalogue.ngettext(*message, count if isinstance(count, int) else 0)
    return fill(chosen, parameters)


def _shortened(value: object) -> object:
    """A sentence quotes the beginning of a long text only."""
    if isinstance(value, str) and len(value) > _QUOTED:
        return value[:_QUOTED] + "…"
    return value
