"""Valid listings without end: made from a seed, so that each can be made again."""

from __future__ import annotations

import re
from random import Random
from xml.etree.ElementTree import Element

from tests.rules.planted.coding import coding
from tests.rules.planted.features import add_some, legal_value, optional_qualifiers
from tests.rules.planted.tree import Listing, Record, child
from tests.rules.planted.values import APPLICANTS, MOL_TYPES, NON_ENGLISH, ORGANISMS, TITLES

NUCLEOTIDES = "acgtmrwsykvhdbn"
AMINO_ACIDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MADE = "synthetic construct"


def listing(seed: int, *, least: int = 5, most: int = 60) -> Listing:
    """Return a valid listing of so many sequences, intentionally skipped ones included."""
    random = Random(seed)
    language = random.choice([*NON_ENGLISH, "", ""])
    root = Element("ST26SequenceListing", _attributes(random, language))
    _header(root, random)
    made = Listing(root)
    count = random.randint(least, most)
    total = child(root, "SequenceTotalQuantity")
    while len(made.records) < count:
        _add(made, random, language)
    _interleave(root, random)
    total.text = str(len(made.records))
    _number(made)
    _give_ids(made, language)
    _lay_out(made, random)
    return made


def _attributes(random: Random, language: str) -> dict[str, str]:
    """The language stays only if a value in it is there: `_give_ids` sees to that."""
    found = {"dtdVersion": "V1_3", "fileName": random.choice(["listing.xml", "listing"])}
    if random.random() < 0.8:
        found |= {"softwareName": "Some Editor", "softwareVersion": "2.3.0"}
        found["productionDate"] = f"20{random.randint(22, 25)}-0{random.randint(1, 9)}-28"
    if random.random() < 0.6:
        found["originalFreeTextLanguageCode"] = language or random.choice(["en", "de", "ja"])
    if language:
        found["nonEnglishFreeTextLanguageCode"] = language
    return found


def _header(root: Element, random: Random) -> None:
    identified = random.random() < 0.7
    if identified:
        application = child(root, "ApplicationIdentification")
        child(application, "IPOfficeCode", random.choice(["IB", "US", "EP", "JP", "CN"]))
        child(
            application, "ApplicationNumberText", random.choice(["PCT/IB2025/099999", "17/123,456"])
        )
        if random.random() < 0.9:
            child(application, "FilingDate", random.choice(["2025-06-02", "2024-02-29"]))
    if not identified or random.random() < 0.7:
        child(root, "ApplicantFileReference", random.choice(["AB123", "X-9/24 (b)"]))
    if random.random() < 0.6:
        priority = child(root, "EarliestPriorityApplicationIdentification")
        child(priority, "IPOfficeCode", random.choice(["EP", "DD", "SU", "US"]))
        child(priority, "ApplicationNumberText", "24100001.2")
        child(priority, "FilingDate", "2024-01-01")
    _name(root, "ApplicantName", random, always=True)
    if random.random() < 0.6:
        _name(root, "InventorName", random, always=False)
    for code in random.sample(sorted(TITLES), random.randint(1, 4)):
        child(root, "InventionTitle", TITLES[code], languageCode=code)


def _name(root: Element, tag: str, random: Random, *, always: bool) -> None:
    name, code, latin = random.choice(APPLICANTS)
    child(root, tag, name, languageCode=code)
    if latin and (always or random.random() < 0.5):
        child(root, f"{tag}Latin", latin)


# -- sequences -------------------------------------------------------------------------------


def _add(made: Listing, random: Random, language: str) -> None:
    kinds = (_nucleotides, _nucleotides, _nucleotides, _protein, _protein, _coding, _coding)
    random.choice((*kinds, _primer, _hybrid, _skipped))(made.root, random, language)


def record(
    root: Element, moltype: str, letters: str, organism: str = "", mol_type: str = ""
) -> Record:
    """Append a sequence with its source; returns it."""
    data = child(root, "SequenceData", sequenceIDNumber="")
    body = child(data, "INSDSeq")
    child(body, "INSDSeq_length", str(len(letters)))
    child(body, "INSDSeq_moltype", moltype)
    child(body, "INSDSeq_division", "PAT")
    child(body, "INSDSeq_sequence", letters)
    one = Record(sum(1 for _ in root.iter("SequenceData")), data)
    mol_type = mol_type or MOL_TYPES[moltype][0]
    one.add("source", f"1..{len(letters)}", ("mol_type", mol_type), ("organism", organism))
    return one


def _letters(symbols: str, random: Random, length: int) -> str:
    return "".join(random.choice(symbols) for _ in range(length))


def _nucleotides(root: Element, random: Random, language: str) -> None:
    moltype = random.choice(["DNA", "DNA", "RNA"])
    letters = _letters("acgt" * 4 + NUCLEOTIDES, random, random.randint(14, 400)) + "acgtacgtacgt"
    synthetic = random.random() < 0.3
    organism = MADE if synthetic else random.choice(ORGANISMS)
    mol_type = f"other {moltype}" if synthetic else random.choice(MOL_TYPES[moltype])
    one = record(root, moltype, letters, organism, mol_type)
    for name in optional_qualifiers("source", random):
        one.source.add(name, legal_value(name, random))
    add_some(one, random, random.randint(0, 6), language)


def _protein(root: Element, random: Random, language: str) -> None:
    letters = _letters("ACDEFGHIKLMNPQRSTVWY" * 3 + AMINO_ACIDS, random, random.randint(0, 150))
    organism = random.choice([*ORGANISMS, MADE, "unidentified"])
    one = record(root, "AA", f"MK{letters}LV", organism)
    add_some(one, random, random.randint(0, 6), language)


def _primer(root: Element, random: Random, language: str) -> None:
    """The shortest there may be: ten nucleotides defined, or four amino acids."""
    if random.random() < 0.5:
        record(root, "DNA", "nn" + _letters("acgtry", random, 10), MADE, "other DNA")
    else:
        record(root, "AA", random.choice(["MKBX", "MKXXBZ", "UOJZ"])[:6] + "L", MADE)


def _hybrid(root: Element, random: Random, language: str) -> None:
    """DNA and RNA parts in one molecule (par. 55)."""
    letters = _letters("acgt", random, random.randint(12, 40))
    cut = random.randint(1, len(letters) - 1)
    one = record(root, "DNA", letters, MADE, "other DNA")
    first, second = random.choice([("DNA", "RNA"), ("RNA", "DNA")])
    left = "1" if cut == 1 else f"1..{cut}"
    right = str(len(letters)) if cut + 1 == len(letters) else f"{cut + 1}..{len(letters)}"
    one.add("misc_feature", left, ("note", first))
    one.add("misc_feature", right, ("note", second))


def _skipped(root: Element, random: Random, language: str) -> None:
    data = child(root, "SequenceData", sequenceIDNumber="")
    body = child(data, "INSDSeq")
    for name in ("length", "moltype", "division"):
        child(body, f"INSDSeq_{name}")
    child(body, "INSDSeq_sequence", "000")


def _coding(root: Element, random: Random, language: str) -> None:
    one = coding(random)
    organism = random.choice([*ORGANISMS, MADE])
    mol_type = f"other {one.moltype}" if organism == MADE else ""
    holder = record(root, one.moltype, one.letters, organism, mol_type)
    cds = holder.add("CDS", one.location, *one.quals)
    for name, value in (("product", "lysozyme C"), ("exception", "RNA editing"), ("gene", "lys")):
        if random.random() < 0.3 and not (name == "exception" and one.location[0] == "j"):
            cds.add(name, value)
    if one.protein:
        mark = f"@{holder.position}"
        cds.add("translation", one.protein)
        cds.add("protein_id", mark)
        protein = record(root, "AA", one.protein, organism)
        protein.element.set("linked", mark)
        add_some(protein, random, random.randint(0, 2), "")


# -- the whole -------------------------------------------------------------------------------


def _interleave(root: Element, random: Random) -> None:
    """Bring the sequences into another order; what is linked finds itself by its mark."""
    data = list(root.iter("SequenceData"))
    for one in data:
        root.remove(one)
    random.shuffle(data)
    if all(Record(1, one).skipped for one in data):
        record(root, "DNA", "acgtacgtacgt", "Homo sapiens")
    root.extend(data)


def _number(made: Listing) -> None:
    marks = {}
    for one in made.records:
        one.element.set("sequenceIDNumber", str(one.position))
        mark = one.element.attrib.pop("linked", None)
        if mark:
            marks[mark] = str(one.position)
    for one in made.records:
        for feature in one.features:
            link = feature.named("protein_id")
            if link is not None:
                link.value = marks[link.value]


def _give_ids(made: Listing, language: str) -> None:
    number = 0
    translated = False
    for one in made.records:
        for feature in one.features:
            for qualifier in feature.qualifiers:
                if qualifier.element.find("NonEnglishQualifier_value") is not None:
                    number += 1
                    translated = True
                    qualifier.element.set("id", f"q{number}")
    if language and not translated:
        del made.root.attrib["nonEnglishFreeTextLanguageCode"]


def _lay_out(made: Listing, random: Random) -> None:
    made.indented = random.random() < 0.7
    made.newline = random.choice(["\n", "\n", "\r\n"])
    if random.random() < 0.3:
        made.after.append(shortened)


def shortened(text: str) -> str:
    """Write elements without content as one tag."""
    return re.sub(r"<(\w+)([^<>]*)></\1>", r"<\1\2/>", text)
