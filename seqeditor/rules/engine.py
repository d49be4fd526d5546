"""Run the rules: one walk over a value, each rule called only where it has something to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from seqeditor.domain.fault import Fault
from seqeditor.domain.general_information import GeneralInformation
from seqeditor.domain.path import Path
from seqeditor.domain.sequence import MOLTYPES, Sequence
from seqeditor.rules.finding import Finding, Hit, Level, Scope
from seqeditor.rules.registry import all_rules
from seqeditor.rules.rule import Rule
from seqeditor.rules.values import Value, header_values, sequence_values
from seqeditor.rules.view import (
    FeatureContext,
    HeaderContext,
    ListingContext,
    ListingView,
    QualifierContext,
    SequenceContext,
)

_GRAVITY = tuple(Level)
"""The gravest first."""


class Engine:
    """The rules of one profile, sorted by what they look at; knows no rule by name."""

    def __init__(
        self,
        profile: str = "applicant",
        *,
        today: date,
        thorough: bool = False,
        rules: Mapping[str, Rule] | None = None,
    ) -> None:
        self.profile = profile
        self.today = today
        self.thorough = thorough
        self._rules = all_rules() if rules is None else rules
        chosen = [r for r in self._rules.values() if thorough or not r.thorough]
        self._by_scope = {s: [r for r in chosen if r.scope is s] for s in Scope}
        self._dispatch: dict[tuple[Scope, str, str, str], tuple[Rule, ...]] = {}

    def header(self, header: GeneralInformation) -> list[Finding]:
        """Return the findings on the general information, taken by itself."""
        found: list[Finding] = []
        self._values(header_values(header), None, "", False, found)
        rules = self._by_scope[Scope.HEADER]
        self._run(rules, header, HeaderContext(self.today), (), None, found)
        return self._settled(found)

    def sequence(
        self, sequence: Sequence, header: GeneralInformation, *, sequence_id: int, number: str
    ) -> list[Finding]:
        """Return the findings on one sequence; `number` is its SEQ ID NO as shown."""
        context = SequenceContext(sequence, number, header, self.today)
        moltype, skipped = sequence.moltype, sequence.is_skipped
        found: list[Finding] = []
        self._values(sequence_values(sequence), sequence_id, moltype, skipped, found)
        for scope in (Scope.SEQUENCE, Scope.RESIDUES):
            rules = self._speaking(scope, moltype, skipped=skipped)
            self._run(rules, sequence, context, (), sequence_id, found)
        for index, feature in enumerate(sequence.features):
            within = FeatureContext(feature, index, context)
            self._feature(within, sequence_id, skipped, found)
        return self._settled(found)

    def _feature(
        self, context: FeatureContext, sequence_id: int, skipped: bool, found: list[Finding]
    ) -> None:
        feature, moltype = context.feature, context.sequence.moltype
        here: Path = ("features", context.index)
        rules = self._speaking(Scope.FEATURE, moltype, feature.key, skipped=skipped)
        self._run(rules, feature, context, here, sequence_id, found)
        for at, qualifier in enumerate(feature.qualifiers):
            inner = QualifierContext(qualifier, at, context)
            rules = self._speaking(
                Scope.QUALIFIER, moltype, feature.key, qualifier.name, skipped=skipped
            )
            self._run(rules, qualifier, inner, (*here, "qualifiers", at), sequence_id, found)

    def listing(self, view: ListingView) -> Iterator[Finding]:
        """Yield the findings that need the columns of all sequences."""
        found: list[Finding] = []
        rules = self._by_scope[Scope.LISTING]
        self._run(rules, view, ListingContext(self.today), (), None, found)
        yield from self._settled(found)

    def faults(self, faults: Iterable[Fault]) -> Iterator[Finding]:
        """Yield what the reader found in the file as received, judged by its rules.

        Of faults of the file as a whole that silence each other the graver one speaks.
        """
        found = list(self._judged(faults))
        whole = [f for f in found if not f.place and self._rules[f.rule].silences]
        for f in found:
            if not any(self._outdoes(other, f) for other in whole if not f.place):
                yield f

    def _outdoes(self, one: Finding, other: Finding) -> bool:
        graver = _GRAVITY.index(one.level) < _GRAVITY.index(other.level)
        return graver and silences(self._rules[one.rule], other.rule)

    def _judged(self, faults: Iterable[Fault]) -> Iterator[Finding]:
        for fault in faults:
            declared = self._rules[fault.rule]
            level = declared.level_in(self.profile)
            if level is not None:
                yield Finding(
                    rule=fault.rule,
                    level=level,
                    value=fault.value,
                    variant=fault.variant,
                    parameters=dict(fault.parameters),
                    place=fault.place,
                    line=fault.line,
                    number=fault.number,
                    omitted=fault.omitted,
                )

    def _values(
        self,
        values: Iterable[Value],
        sequence_id: int | None,
        moltype: str,
        skipped: bool,
        found: list[Finding],
    ) -> None:
        for text, context in values:
            if text and plain(text):
                continue
            rules = self._speaking(Scope.VALUE, moltype, "", context.element, skipped=skipped)
            self._run(rules, text, context, context.path, sequence_id, found)

    def _speaking(
        self, scope: Scope, moltype: str, key: str = "", name: str = "", *, skipped: bool
    ) -> tuple[Rule, ...]:
        # What a file says in the place of a molecule type, key or name is without bound;
        # all words no rule speaks of share one entry.
        wanted = (scope, moltype if moltype in MOLTYPES else "?", key, f"{name}|{skipped}")
        known = self._dispatch.get(wanted)
        if known is None:
            known = tuple(
                r
                for r in self._by_scope[scope]
                if (not skipped or r.skipped)
                and (not r.moltypes or moltype in r.moltypes)
                and (not r.keys or key in r.keys)
                and (not r.names or name in r.names)
                and (not r.elements or name in r.elements)
            )
            if len(self._dispatch) < 20_000:
                self._dispatch[wanted] = known
        return known

    def _run(
        self,
        rules: Iterable[Rule],
        value: object,
        context: object,
        here: Path,
        sequence_id: int | None,
        found: list[Finding],
    ) -> None:
        # A list filled, not generators in generators: this runs for each rule at each place.
        for one in rules:
            check = one.check
            assert check is not None
            for got in check(value, context):
                finding = self._finding(one, got, here, sequence_id)
                if finding is not None:
                    found.append(finding)

    def _finding(self, one: Rule, got: Hit, here: Path, sequence_id: int | None) -> Finding | None:
        level = one.level_in(self.profile, got.level, got.value)
        if level is None:
            return None
        return Finding(
            rule=one.id,
            level=level,
            path=here + got.path,
            sequence=sequence_id if sequence_id is not None else got.sequence,
            value=got.value,
            variant=got.variant,
            parameters=got.parameters,
            others=got.others,
        )

    def _settled(self, found: list[Finding]) -> list[Finding]:
        """One fault, one finding: drop what a more exact rule has silenced.

        No warning silences an error: what is not valid would seem to be.
        """
        loud: dict[tuple[int | None, Path], set[tuple[str, int]]] = {}
        for f in found:
            if self._rules[f.rule].silences:
                told = f.rule, _GRAVITY.index(f.level)
                loud.setdefault((f.sequence, f.path), set()).add(told)
        return [f for f in found if not self._is_silenced(f, loud)] if loud else found

    def _is_silenced(
        self, f: Finding, loud: Mapping[tuple[int | None, Path], set[tuple[str, int]]]
    ) -> bool:
        speakers: set[tuple[str, int]] = set()
        for length in range(len(f.path) + 1):
            speakers |= loud.get((f.sequence, f.path[:length]), set())
        gravity = _GRAVITY.index(f.level)
        return any(
            (grave <= gravity or f.level is not Level.ERROR)
            and one != f.rule
            and silences(self._rules[one], f.rule)
            for one, grave in speakers
        )


def silences(speaker: Rule, rule_id: str) -> bool:
    """Tell whether a rule that speaks keeps the rule with this id silent at the same place."""
    return any(
        rule_id.startswith(name[:-1]) if name.endswith("*") else rule_id == name
        for name in speaker.silences
    )


def plain(text: str) -> bool:
    """Tell that no rule over texts can have anything to say: printable ASCII, single spaces."""
    return (
        text.isascii()
        and text.isprintable()
        and text[0] != " "
        and text[-1] != " "
        and "  " not in text
    )


def heard(faults: Iterable[Finding], findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings on the values of a file that are no consequences of its faults.

    Both must carry their `place`; where the reader has already told that an element is missing or
    cannot be what it is, the rules over values keep silent about it.
    """
    rules = all_rules()
    taken: dict[str, set[str]] = {}
    for f in faults:
        if f.place and rules[f.rule].silences:
            taken.setdefault(_spoken_of(f), set()).add(f.rule)
    if not taken:
        return list(findings)
    return [
        f
        for f in findings
        if not any(
            silences(rules[by], f.rule)
            for place in _enclosing(f.place)
            for by in taken.get(place, ())
        )
    ]


def _spoken_of(fault: Finding) -> str:
    """Return the place a fault is about: of a misspelt element, that of the one meant."""
    meant = str(fault.parameters.get("meant", ""))
    return "/".join(filter(None, (fault.place.rpartition("/")[0], meant))) if meant else fault.place


def _enclosing(place: str) -> Iterator[str]:
    """Yield a place and every place that holds it."""
    while place:
        yield place
        place = place.rpartition("/")[0]


def placed(finding: Finding, place: str, line: int | None, number: str | None) -> Finding:
    """Return the finding with its place in a file."""
    return replace(finding, place=place, line=line, number=number)
