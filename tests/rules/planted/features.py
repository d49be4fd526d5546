"""Features the standard allows: every key, with every qualifier it may have."""

from __future__ import annotations

from random import Random

from seqeditor.vocabulary.features import FeatureKey, feature_key, feature_keys
from tests.rules.planted import places
from tests.rules.planted.tree import Feature, Record
from tests.rules.planted.values import MODIFIED, NON_ENGLISH, NOTES, VALUES, WITHOUT_VALUE

_COMPLEMENT = str.maketrans("acgtmrwsykvhdbn", "tgcakywsrmbdhvn")
_PLACED = ("anticodon", "replace")
"""Their values depend on the residues."""
_NOT_TOGETHER = (
    *(("pseudo", "pseudogene"), ("germline", "rearranged"), ("environmental_sample", "strain")),
)
_WITH_RANGE = ("rpt_unit_range", "tag_peptide")

MODIFIED_RESIDUES = {
    "4Hyp": "P",
    "aIle": "X",
    "N-acetylalanine": "A",
    "phosphoserine": "S",
    "D-Alanine": "A",
    "4-fluorophenylalanine": "F",
}


def reverse_complement(letters: str) -> str:
    return letters.translate(_COMPLEMENT)[::-1]


def add_some(record: Record, random: Random, count: int, language: str) -> None:
    """Append features with keys chosen at random."""
    for _ in range(count):
        if record.moltype == "AA":
            _amino_acids(record, random)
        else:
            _nucleotides(record, random)
    if language:
        _translate(record, random, language)


def _nucleotides(record: Record, random: Random) -> None:
    keys = [key for key in feature_keys("DNA") if key.name not in ("source", "CDS")]
    key = random.choice(keys)
    special = {
        "modified_base": _modified_base,
        "variation": _variation,
        "unsure": _variation,
        "misc_difference": _variation,
        "tRNA": _transfer,
    }.get(key.name)
    if special is not None:
        special(record, key, random)
        return
    chosen = [*key.mandatory, *optional_qualifiers(key.name, random)]
    if any(name in chosen for name in _WITH_RANGE):
        first, last = places.span(record.length, random, 4)
        location = f"{first}..{last}"
    else:
        first, last = 1, record.length
        location = places.of_nucleotides(record.length, random)
    made = record.add(key.name, location)
    for name in chosen:
        value = f"{first}..{last - 1}" if name in _WITH_RANGE else legal_value(name, random)
        made.add(name, value)


def optional_qualifiers(key: str, random: Random) -> list[str]:
    """Return names of some optional qualifiers of a key that go together."""
    known = feature_key("DNA", key)
    names = [name for name in known.optional if name not in _PLACED] if known else []
    some = random.sample(names, min(random.randint(0, 4), len(names)))
    for one, other in _NOT_TOGETHER:
        if one in some and other in some:
            some.remove(other)
    if "environmental_sample" in some and "isolation_source" not in some:
        some.append("isolation_source")
    return some


def legal_value(name: str, random: Random) -> str | None:
    """Return a value that depends on nothing else, None for a qualifier without."""
    return None if name in WITHOUT_VALUE else random.choice(VALUES[name])


def _modified_base(record: Record, key: FeatureKey, random: Random) -> None:
    at = random.randint(1, record.length)
    known = MODIFIED.get(record.letters[at - 1])
    made = record.add(key.name, str(at))
    if known and random.random() < 0.7:
        made.add("mod_base", random.choice(known))
    else:
        made.add("mod_base", "OTHER")
        made.add("note", random.choice(["xanthine", "2'-O-methoxyethyl-5-methylcytidine"]))


def _variation(record: Record, key: FeatureKey, random: Random) -> None:
    at = random.randint(1, record.length - 2)
    here = record.letters[at - 1]
    other = random.choice([letter for letter in "acgtrn" if letter != here])
    location, value = random.choice(
        [(str(at), other), (f"{at}..{at + 1}", ""), (f"{at}^{at + 1}", "gat"), (str(at), "")]
    )
    made = record.add(key.name, location)
    if random.random() < 0.8 or key.name == "unsure":
        made.add("replace", value)
    else:
        made.add("note", "deleted in some strains")
    for name in optional_qualifiers(key.name, random):
        if made.named(name) is None:
            made.add(name, legal_value(name, random))


def _transfer(record: Record, key: FeatureKey, random: Random) -> None:
    """A tRNA whose anticodon is read on one strand or the other."""
    made = record.add(key.name, f"1..{record.length}")
    at = random.randint(1, record.length - 2)
    bases = record.letters[at - 1 : at + 2]
    acid = random.choice(["Phe", "Met", "Sec", "OTHER"])
    if random.random() < 0.7:
        made.add("anticodon", f"(pos:{at}..{at + 2},aa:{acid},seq:{bases})")
    else:
        made.location = f"complement(1..{record.length})"
        turned = reverse_complement(bases)
        made.add("anticodon", f"(pos:complement({at}..{at + 2}),aa:{acid},seq:{turned})")
    made.add("note", "amino acid as given")


def _amino_acids(record: Record, random: Random) -> None:
    key = random.choice([key for key in feature_keys("AA") if key.name != "source"])
    letters, length = record.letters, record.length
    location = places.of_amino_acids(length, random)
    note: str | None = random.choice(NOTES)
    if key.name in ("CROSSLNK", "DISULFID"):
        location = f"1..{length}" if random.random() < 0.6 else str(random.randint(1, length))
        note = "Interchain (with the chain of SEQ ID NO: 1)" if ".." not in location else "bond"
    elif key.name in ("MOD_RES", "SITE"):
        name = random.choice(list(MODIFIED_RESIDUES))
        at = letters.find(MODIFIED_RESIDUES[name]) + 1
        location, note = (str(at), name) if at else (str(random.randint(1, length)), "modified")
    elif key.name in ("ACT_SITE", "LIPID", "CARBOHYD", "METAL"):
        location = str(random.randint(1, length))
    elif key.name in ("VARIANT", "VAR_SEQ"):
        location = str(random.randint(1, length))
        note = random.choice(["I, A or F", "deleted", "any amino acid"])
    elif key.name == "NON_STD":
        at = max(letters.find("U"), letters.find("O")) + 1
        location = str(at or 1)
    elif not key.mandatory and random.random() < 0.3:
        note = None
    made = record.add(key.name, location)
    if note is not None:
        made.add("note", note)


def _translate(record: Record, random: Random, language: str) -> None:
    """Give the notes of a sequence a value in another language."""
    for feature in record.features:
        for one in feature.qualifiers:
            if one.name in ("note", "function", "product") and random.random() < 0.7:
                _give(feature, one.name, random.choice(NON_ENGLISH[language]))


def _give(feature: Feature, name: str, text: str) -> None:
    one = feature.named(name)
    if one is not None and one.element.find("NonEnglishQualifier_value") is None:
        value = one.value
        feature.remove(one)
        feature.add(name, value, text)
