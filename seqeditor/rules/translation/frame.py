"""Where a coding region begins and ends, and what stops it (ST.26 par. 89)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from seqeditor.domain.sequence import Feature, Qualifier, Sequence
from seqeditor.domain.translation import AMBIGUITIES
from seqeditor.rules.coding import Coding
from seqeditor.rules.feature.changes import with_qualifier
from seqeditor.rules.finding import Finding, Hit, Level, Scope, hit
from seqeditor.rules.qualifier.proposals import NUCLEOTIDES
from seqeditor.rules.rule import Applicability, Repair, rule
from seqeditor.rules.translation.changes import CDS, place
from seqeditor.rules.view import FeatureContext
from seqeditor.texts import N_, nN_

_MOST = 12
"""No selenoprotein has more selenocysteines; a shifted frame soon has."""

_READ_AS = {"tga": "Sec", "tag": "Pyl"}
"""Stop codons that some proteins read as an amino acid."""


@rule(
    "tr-frame-length",
    Level.WARNING,
    "par. 89",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=CDS,
    message=nN_(
        "CDS {location} has {count} base to be translated, which is not a multiple of 3. Correct"
        " the location, or mark the end that is not shown with < or >.",
        "CDS {location} has {count} bases to be translated, which is not a multiple of 3. Correct"
        " the location, or mark the end that is not shown with < or >.",
    ),
)
def frame_length(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A CDS without < and > has whole codons: its bases are a multiple of 3.

    The bases before codon_start do not count. One or two bases at the end are enough where a
    transl_except with TERM says that the stop codon is completed later.

    A base too many or missing shifts the reading frame, and the protein is another one.

    Right: CDS 1..60
    Wrong: CDS 1..61

    Correct the location, or the residues. If the CDS goes on beyond the sequence, mark that end
    with < or >.
    """
    coding = context.coding
    if coding is not None and coding.is_out_of_frame:
        count = len(coding.region.bases) - coding.region.codon_start + 1
        yield hit("location", value=feature.location, location=feature.location, count=count)


@rule(
    "tr-no-stop",
    Level.WARNING,
    "par. 89",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=CDS,
    message=N_(
        "CDS {location} ends with {codon}, which is no stop codon. Include the stop codon, or mark"
        " the end with > if it is not shown."
    ),
)
def no_stop(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A CDS whose end is not marked with > ends with a stop codon of its genetic code.

    The location of a CDS includes the stop codon, as the standard says. TERM in a transl_except
    makes a stop of any codon, and of one or two bases at the end.

    Without a stop it is not clear whether the protein ends there.

    Right: CDS 1..12 of atg gct aaa taa
    Right: CDS 1..>9 of atg gct aaa
    Wrong: CDS 1..9 of atg gct aaa

    Extend the location by the stop codon. If the sequence breaks off before it, write 1..>90.
    """
    coding = context.coding
    if coding is None or coding.is_out_of_frame or coding.region.is_partial_end:
        return
    if coding.has_stop or not coding.codons or _is_shifted(coding):
        return
    codon = coding.codon(coding.codons)
    if not _may_be(codon, coding.code.stops):
        yield hit("location", value=feature.location, location=feature.location, codon=codon)


@rule(
    "tr-no-start",
    Level.INFO,
    "par. 89",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=CDS,
    message=N_("CDS {location} begins with {codon}, which is no start codon. Is this meant?"),
)
def no_start(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """A CDS whose beginning is not marked with < begins with a start codon of its genetic code.

    Parts of proteins and synthetic genes often begin otherwise; that is allowed.

    Right: atg gct aaa taa
    Wrong: cat gct aaa taa

    Look whether the location begins at the right base. If the beginning is not shown, mark it
    with <.
    """
    coding = context.coding
    if coding is None or coding.is_out_of_frame or coding.region.is_partial_start:
        return
    if not coding.codons or coding.region.codon_start > 1 or _is_shifted(coding):
        return
    codon = coding.codon(1)
    told = coding.difference is not None and coding.difference.position == 1
    # transl_except may make M of any codon.
    is_m = coding.computed.letters[:1] == "M"
    if not told and not is_m and not _may_be(codon, coding.code.starts):
        yield hit("location", value=feature.location, location=feature.location, codon=codon)


def _is_shifted(coding: Coding) -> bool:
    """Whether a translation shows that the region itself is wrong: the rest follows from that."""
    found = coding.difference
    return found is not None and found.kind != "residue"


def _may_be(codon: str, known: frozenset[str]) -> bool:
    """Whether a codon is one of some, or may be with ambiguity symbols."""
    if codon in known:
        return True
    return any("".join(one) in known for one in product(*(AMBIGUITIES[base] for base in codon)))


def _read_on(sequence: Sequence, finding: Finding) -> Sequence:
    for value in str(finding.parameters["proposal"]).split(" "):
        qualifier = Qualifier("transl_except", value)
        sequence = with_qualifier(sequence, int(finding.path[1]), qualifier)
    return sequence


@rule(
    "tr-internal-stop",
    Level.WARNING,
    "par. 89-91",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=CDS,
    message=nN_(
        "CDS {location} has {count} stop codon before its end, at {pos}. Look at the location and"
        " codon_start, or say in transl_except what it is read as.",
        "CDS {location} has {count} stop codons before its end, the first at {pos}. Look at the"
        " location and codon_start, or say in transl_except what they are read as.",
    ),
    repair=Repair(
        Applicability.ASK,
        N_("Add transl_except {proposal}."),
        _read_on,
        lambda finding: bool(finding.parameters["proposal"]),
    ),
)
def internal_stop(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """No stop codon stands in the reading frame of a CDS before its end.

    A stop codon inside is read as an amino acid only where transl_except says so. Nothing is said
    of pseudogenes, of a ribosomal_slippage that the location does not show, or where exception is
    given.

    Mostly the location is shifted, codon_start or transl_table is wrong, or the CDS should be
    marked pseudo.

    Right: atg gct aaa taa
    Wrong: atg tga aaa taa

    Correct that. If the protein has selenocysteine there, add transl_except (pos:213..215,aa:Sec).
    """
    coding = context.coding
    if coding is None or coding.is_out_of_frame or _is_shifted(coding):
        return
    found = coding.inner_stops
    if found:
        yield hit(
            "location",
            value=feature.location,
            location=feature.location,
            pos=coding.place(found[0]),
            count=len(found),
            proposal=_proposal(coding, found),
        )


def _proposal(coding: Coding, found: tuple[int, ...]) -> str:
    """Return the transl_except that let all stops be read on, "" if one of them never is."""
    made: list[str] = []
    for number in found:
        location, code = coding.place(number), _READ_AS.get(coding.codon(number))
        if not code or not location or len(made) == _MOST:
            return ""
        made.append(f"(pos:{location},aa:{code})")
    return " ".join(made)


@rule(
    "tr-codon-start-complete",
    Level.WARNING,
    "Annex I 6.9",
    Scope.FEATURE,
    moltypes=NUCLEOTIDES,
    keys=CDS,
    message=N_(
        "codon_start is {value}, but CDS {location} is not marked as incomplete at its beginning."
        " Write < there, or let the location begin with the first codon."
    ),
    variants={
        "complement": N_(
            "codon_start is {value}, but CDS {location} is not marked as incomplete at its"
            " beginning, which is the higher end on the other strand. Write > there, or let the"
            " location begin with the first codon."
        )
    },
)
def complete_start(feature: Feature, context: FeatureContext) -> Iterator[Hit]:
    """codon_start 2 or 3 goes with a location whose beginning is marked as incomplete: <1..90.

    A CDS that is complete begins with its first codon. Only where the beginning is cut off do one
    or two bases of a codon stand before the first whole one.

    Right: CDS <1..90, codon_start 2
    Wrong: CDS 1..90, codon_start 2

    Mark the beginning with < (with > at the higher end if the CDS is on the other strand), or let
    the location begin with the first codon and leave codon_start out.
    """
    value = feature.value("codon_start")
    if value not in ("2", "3") or context.coding is None:
        return
    region = context.coding.region
    if not region.is_partial_start:
        strand = region.stretches[0][2]
        yield hit(
            *place(feature, "codon_start"),
            "value",
            value=value,
            variant="complement" if strand < 0 else "",
            location=feature.location,
        )
