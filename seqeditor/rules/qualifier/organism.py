"""organism of source (ST.26 par. 77-84). Names are judged by short certain lists only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from seqeditor.domain.sequence import MOLTYPES, Qualifier
from seqeditor.rules.feature.source import SOURCE_KEYS
from seqeditor.rules.finding import Hit, Level, Scope
from seqeditor.rules.qualifier.proposals import REWRITE, REWRITE_OR_NOTE, given, told
from seqeditor.rules.rule import rule
from seqeditor.rules.view import QualifierContext
from seqeditor.texts import N_

CONSTRUCT = "synthetic construct"
UNIDENTIFIED = "unidentified"

_FORMER = MappingProxyType(
    {
        "artificial sequence": CONSTRUCT,
        "séquence artificielle": CONSTRUCT,
        "sequence artificielle": CONSTRUCT,
        "künstliche sequenz": CONSTRUCT,
        "unknown": UNIDENTIFIED,
        "inconnu": UNIDENTIFIED,
        "inconnue": UNIDENTIFIED,
        "unbekannt": UNIDENTIFIED,
    }
)
"""What ST.25 asked for, in the languages its listings were written in."""

_LIKELY = MappingProxyType(
    {
        "artificial": CONSTRUCT,
        "synthetic": CONSTRUCT,
        "synthetic sequence": CONSTRUCT,
        "unknown organism": UNIDENTIFIED,
        "unidentified sequence": UNIDENTIFIED,
    }
)

_COMMON = MappingProxyType(
    {
        "human": "Homo sapiens",
        "man": "Homo sapiens",
        "mouse": "Mus musculus",
        "house mouse": "Mus musculus",
        "rat": "Rattus norvegicus",
        "rabbit": "Oryctolagus cuniculus",
        "pig": "Sus scrofa",
        "cow": "Bos taurus",
        "cattle": "Bos taurus",
        "sheep": "Ovis aries",
        "goat": "Capra hircus",
        "horse": "Equus caballus",
        "dog": "Canis lupus familiaris",
        "cat": "Felis catus",
        "chicken": "Gallus gallus",
        "zebrafish": "Danio rerio",
        "fruit fly": "Drosophila melanogaster",
        "honey bee": "Apis mellifera",
        "silkworm": "Bombyx mori",
        "yeast": "Saccharomyces cerevisiae",
        "baker's yeast": "Saccharomyces cerevisiae",
        "fission yeast": "Schizosaccharomyces pombe",
        "maize": "Zea mays",
        "corn": "Zea mays",
        "rice": "Oryza sativa",
        "wheat": "Triticum aestivum",
        "barley": "Hordeum vulgare",
        "soybean": "Glycine max",
        "tomato": "Solanum lycopersicum",
        "potato": "Solanum tuberosum",
        "tobacco": "Nicotiana tabacum",
        "thale cress": "Arabidopsis thaliana",
    }
)

_LATIN = (
    *dict.fromkeys(_COMMON.values()),
    "Escherichia coli",
    "Bacillus subtilis",
    "Staphylococcus aureus",
    "Streptococcus pneumoniae",
    "Streptococcus pyogenes",
    "Pseudomonas aeruginosa",
    "Mycobacterium tuberculosis",
    "Corynebacterium glutamicum",
    "Aspergillus niger",
    "Aspergillus oryzae",
    "Komagataella phaffii",
    "Pichia pastoris",
    "Candida albicans",
    "Caenorhabditis elegans",
    "Xenopus laevis",
    "Macaca mulatta",
    "Macaca fascicularis",
    "Cricetulus griseus",
    "Plasmodium falciparum",
    "Nicotiana benthamiana",
    "Brassica napus",
)
_RIGHT_CASE = {name.lower(): name for name in (*_LATIN, CONSTRUCT, UNIDENTIFIED)}

_SHORT_GENUS = re.compile(r"([A-Z][a-z]?)\.\s*(\S.*)")
_GENUS = re.compile(r"[A-Z][a-z]{3,}")
_BINOMIAL = re.compile(r"[A-Z][a-z]+(?: x)? [a-z][a-z-]+.*|[A-Z][a-z]+ sp\..*")
_NOT_LATIN = re.compile(
    r"virus|phage|viroid|viridae|plasmid|vector|transposon|satellite|bacterium|archaeon|uncultured"
    r"|synthetic|unidentified|environmental|metagenome|fungus|alga|eukaryote|prokaryote|hybrid"
    r"|candidatus|\bsp\.|\bx\b|bacteri|endosymbiont|symbiont|prion",
    re.IGNORECASE,
)


def _plain(value: str) -> str:
    return " ".join(value.lower().split())


@rule(
    "qual-organism-st25-value",
    Level.ERROR,
    "par. 83-84",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    keys=SOURCE_KEYS,
    names=("organism", "ORGANISM"),
    message=N_("The organism “{value}” comes from ST.25. In ST.26 it is written “{proposal}”."),
    variants={
        "likely": N_("If the organism “{value}” means “{proposal}”, it must be written so."),
    },
    silences=(
        "qual-organism-case",
        "qual-organism-sp",
        "qual-organism-latin-form",
        "xml-not-basic-latin",
    ),
    repair=REWRITE,
)
def organism_of_st25(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """Sequences made by people are "synthetic construct", those of unknown origin "unidentified".

    ST.25 wrote "Artificial Sequence" and "Unknown"; ST.26 has taken over the words of the
    databases. Both are in lower case.

    Right: synthetic construct
    Wrong: Artificial Sequence

    Write "synthetic construct" or "unidentified".
    """
    plain = _plain(given(one))
    if plain in _FORMER:
        yield told(one.value, _FORMER[plain], sure=True)
    elif plain in _LIKELY:
        yield told(one.value, _LIKELY[plain], variant="likely", level=Level.WARNING)


@rule(
    "qual-organism-case",
    Level.WARNING,
    "par. 78, 83-84",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    keys=("source",),
    names=("organism",),
    message=N_("The organism “{value}” should be written “{proposal}”."),
    silences=("xml-outer-space",),
    repair=REWRITE,
)
def organism_case(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """A Latin name begins with a capital, all else is in lower case.

    "synthetic construct" and "unidentified" are in lower case throughout. Only names that are
    certain are judged.

    Right: Homo sapiens
    Wrong: homo sapiens

    Write the name as proposed.
    """
    value = given(one)
    right = _RIGHT_CASE.get(_plain(value))
    if right is not None and " ".join(value.split()) != right:
        yield told(value, right, sure=True)


@rule(
    "qual-organism-common-name",
    Level.WARNING,
    "par. 78",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    keys=("source",),
    names=("organism",),
    message=N_(
        "“{value}” is a common name. Write the Latin name, {proposal}; the common name can go to a"
        " note."
    ),
    silences=("qual-organism-sp", "qual-organism-latin-form"),
    repair=REWRITE_OR_NOTE,
)
def common_name(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """The organism is given by its Latin name.

    Common names differ from language to language, and often mean several species.

    Right: Mus musculus
    Wrong: mouse

    Write the Latin genus and species. The common name can go to a note.
    """
    value = given(one)
    latin = _COMMON.get(_plain(value))
    if latin is not None:
        yield told(value, latin, note=f"common name: {value.strip()}")


@rule(
    "qual-organism-abbreviated",
    Level.WARNING,
    "par. 78",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    keys=("source",),
    names=("organism",),
    message=N_("The genus in “{value}” is abbreviated. Write it in full."),
    silences=("qual-organism-latin-form",),
    repair=REWRITE,
)
def abbreviated(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """The genus is written in full.

    E. coli may be Escherichia coli or Entamoeba coli.

    Right: Escherichia coli
    Wrong: E. coli

    Write the genus in full.
    """
    match = _SHORT_GENUS.match(given(one))
    if match is None:
        return
    fitting = [
        name
        for name in _LATIN
        if name.startswith(match[1]) and name.split(" ", 1)[1] == match[2].strip()
    ]
    yield told(one.value, fitting[0] if len(fitting) == 1 else None)


@rule(
    "qual-organism-sp",
    Level.INFO,
    "par. 80-82",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    keys=("source",),
    names=("organism",),
    message=N_("“{value}” looks like a genus alone. If the species is not known write {proposal}"),
    silences=("qual-organism-latin-form",),
    repair=REWRITE,
)
def genus_alone(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """A genus without a species is followed by "sp.".

    So a reader knows that the species is not known, and was not forgotten.

    Right: Bacillus sp.
    Wrong: Bacillus

    Add the species, or "sp.".
    """
    value = given(one).strip()
    if _GENUS.fullmatch(value) and not _NOT_LATIN.search(value) and not _known(value):
        yield told(one.value, f"{value} sp.")


def _known(value: str) -> bool:
    plain = _plain(value)
    return any(plain in words for words in (_FORMER, _LIKELY, _COMMON, _RIGHT_CASE))


@rule(
    "qual-organism-latin-form",
    Level.INFO,
    "par. 77-82",
    Scope.QUALIFIER,
    moltypes=MOLTYPES,
    keys=("source",),
    names=("organism",),
    message=N_("“{value}” does not look like the name of an organism. Check the spelling."),
)
def latin_form(one: Qualifier, _context: QualifierContext) -> Iterator[Hit]:
    """An organism is usually a Latin genus and species, or the name of a virus.

    Allowed are also "synthetic construct" and "unidentified". No list of organisms is complete, so
    this is only a hint.

    Right: Canine adenovirus type 2
    Wrong: Foo

    Check the spelling. Nothing has to be done if the name is right.
    """
    value = given(one).strip()
    if value and not (_BINOMIAL.fullmatch(value) or _NOT_LATIN.search(value) or _known(value)):
        yield told(one.value)
