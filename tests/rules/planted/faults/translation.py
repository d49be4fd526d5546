"""Faults of coding regions and of the proteins they name (par. 89-92)."""

from __future__ import annotations

from random import Random

from tests.rules.planted.planter import codes, linked_numbers, one_of, plants
from tests.rules.planted.tree import Feature, Listing, Qualifier, Record


def _coding(listing: Listing, random: Random) -> tuple[Record, Feature, Qualifier, Qualifier]:
    """Return a sequence with its CDS, translation and protein_id."""
    found = []
    for record in listing.records:
        for feature in record.features:
            translation, link = feature.named("translation"), feature.named("protein_id")
            if codes(record) and translation is not None and link is not None:
                found.append((record, feature, translation, link))
    return one_of(found, random)


def _short(listing: Listing, random: Random) -> tuple[Record, Feature]:
    found = [
        (record, feature)
        for record in listing.records
        for feature in record.features
        if (translation := feature.named("translation")) and len(translation.value) < 4
    ]
    return one_of(found, random)


def _numbered(listing: Listing, number: str) -> Record:
    return next(one for one in listing.records if one.number == number)


@plants("tr-one-of")
def pseudo_beside(listing: Listing, random: Random) -> int:
    record, cds, _translation, _link = _coding(listing, random)
    cds.add("pseudo", None)
    return record.position


@plants("tr-one-of")
def pseudogene_beside(listing: Listing, random: Random) -> int:
    record, cds = _short(listing, random)
    cds.add("pseudogene", "unknown")
    return record.position


@plants("tr-protein-id-missing")
def link_left_out(listing: Listing, random: Random) -> int:
    record, cds, _translation, link = _coding(listing, random)
    cds.remove(link)
    return record.position


@plants("tr-protein-id-short")
def short_and_linked(listing: Listing, random: Random) -> int:
    record, cds = _short(listing, random)
    protein = one_of([one for one in listing.records if one.moltype == "AA"], random)
    cds.add("protein_id", protein.number)
    return record.position


@plants("tr-protein-id-target")
def no_such_number(listing: Listing, random: Random) -> int:
    record, _cds, _translation, link = _coding(listing, random)
    link.value = str(len(listing.records) + random.randint(1, 50))
    return record.position


@plants("tr-protein-id-target")
def not_a_protein(listing: Listing, random: Random) -> int:
    record, _cds, _translation, link = _coding(listing, random)
    link.value = record.number
    return record.position


@plants("tr-protein-id-target")
def a_skipped_one(listing: Listing, random: Random) -> int:
    record, _cds, _translation, link = _coding(listing, random)
    link.value = one_of([one for one in listing.records if one.skipped], random).number
    return record.position


@plants("tr-protein-id-equal")
def another_protein(listing: Listing, random: Random) -> int:
    record, _cds, translation, link = _coding(listing, random)
    linked = linked_numbers(listing)
    proteins = [r for r in listing.records if r.moltype == "AA" and r.number not in linked]
    other = one_of([r for r in proteins if r.letters != translation.value], random)
    ours, theirs = record.source.named("organism"), other.source.named("organism")
    assert ours is not None
    assert theirs is not None
    theirs.value = ours.value
    link.value = other.number
    return record.position


@plants("tr-protein-id-equal")
def a_residue_more(listing: Listing, random: Random) -> int:
    record, _cds, _translation, link = _coding(listing, random)
    protein = _numbered(listing, link.value)
    protein.letters += "K"
    protein.set("length", str(protein.length))
    protein.source.location = f"1..{protein.length}"
    return record.position


@plants("tr-organism-equal")
def of_another_organism(listing: Listing, random: Random) -> int:
    record, _cds, _translation, link = _coding(listing, random)
    ours = record.source.named("organism")
    theirs = _numbered(listing, link.value).source.named("organism")
    assert ours is not None
    assert theirs is not None
    theirs.value = "Canis lupus" if ours.value != "Canis lupus" else "Felis catus"
    return record.position


@plants("tr-not-listed")
def protein_left_out(listing: Listing, random: Random) -> int:
    record, cds, _translation, link = _coding(listing, random)
    protein = _numbered(listing, link.value)
    cds.remove(link)
    protein.letters = protein.letters[:-1] + ("V" if protein.letters[-1] != "V" else "L")
    return record.position


@plants("tr-uo-needs-except")
def exception_left_out(listing: Listing, random: Random) -> int:
    found = [
        (record, feature, excepted)
        for record in listing.records
        for feature in record.features
        if (excepted := feature.named("transl_except"))
        and (excepted.value.endswith("aa:Sec)") or excepted.value.endswith("aa:Pyl)"))
    ]
    record, cds, excepted = one_of(found, random)
    cds.remove(excepted)
    return record.position


# -- against the codons ------------------------------------------------------------------------


@plants("tr-mismatch")
def another_residue(listing: Listing, random: Random) -> int:
    """In the translation and in the protein, which are still the same."""
    record, cds, translation, link = _coding(listing, random)
    if cds.named("exception") is not None:
        cds.remove(one_of([q for q in cds.qualifiers if q.name == "exception"], random))
    text = translation.value
    at = random.randrange(1, 4)
    other = "W" if text[at] != "W" else "Y"
    translation.value = text[:at] + other + text[at + 1 :]
    _numbered(listing, link.value).letters = translation.value
    return record.position


@plants("tr-length-mismatch")
def a_residue_lost(listing: Listing, random: Random) -> int:
    record, cds, translation, link = _coding(listing, random)
    if cds.named("exception") is not None:
        cds.remove(one_of([q for q in cds.qualifiers if q.name == "exception"], random))
    translation.value = translation.value[:-1]
    protein = _numbered(listing, link.value)
    for feature in protein.features:
        if feature.key != "source":
            protein.remove(feature)
    protein.letters = translation.value
    protein.set("length", str(protein.length))
    protein.source.location = f"1..{protein.length}"
    return record.position


@plants("tr-protein-id-without-translation")
def translation_left_out(listing: Listing, random: Random) -> int:
    record, cds, _translation, _link = _coding(listing, random)
    for name in ("translation", "transl_except"):
        one = cds.named(name)
        if one is not None:
            cds.remove(one)
    return record.position


@plants("tr-frame-length")
def one_base_less(listing: Listing, random: Random) -> int:
    record = _whole(listing, random)
    cds = next(one for one in record.features if one.key == "CDS")
    cds.location = f"1..{record.length - 1}"
    return record.position


@plants("tr-no-stop")
def stop_codon_left_out(listing: Listing, random: Random) -> int:
    record = _whole(listing, random)
    cds = next(one for one in record.features if one.key == "CDS")
    cds.location = f"1..{record.length - 3}"
    return record.position


def _whole(listing: Listing, random: Random) -> Record:
    """Return a sequence that is one coding region with a stop codon at its end."""
    found = []
    for record in listing.records:
        for feature in record.features:
            stops = record.letters.endswith(("taa", "tag", "tga"))
            whole = feature.key == "CDS" and feature.location == f"1..{record.length}"
            plain = not any(
                feature.named(name)
                for name in ("pseudo", "pseudogene", "transl_except", "exception", "transl_table")
            )
            if whole and stops and plain:
                found.append(record)
    return one_of(found, random)
