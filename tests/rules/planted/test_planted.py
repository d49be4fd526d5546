"""Planted faults are found by the rule that names them; valid listings have no error."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from random import Random

from seqeditor.rules.areas import AREAS
from seqeditor.rules.finding import Level
from seqeditor.rules.registry import all_rules
from seqeditor.vocabulary.features import feature_keys
from seqeditor.vocabulary.qualifiers import qualifiers
from seqeditor.vocabulary.residues import alphabet
from tests.rules.planted.faults.slips import slip
from tests.rules.planted.listings import listing
from tests.rules.planted.measure import Tally, base, clean, findings, outcomes, planters, table
from tests.rules.planted.oracle import is_legal
from tests.rules.planted.tree import Listing

LISTINGS = 200
SLIPS = 150
WAYS_IN_AN_AREA = 3


def everything(made: Listing) -> tuple[set[str], set[str], dict[str, set[str]]]:
    """Return the keys, qualifiers and residues of a listing."""
    letters: dict[str, set[str]] = {"DNA": set(), "RNA": set(), "AA": set(), "": set()}
    keys, names = set(), set()
    for record in made.records:
        letters[record.moltype] |= set(record.letters)
        for feature in record.features:
            keys.add(feature.key)
            names |= {one.name for one in feature.qualifiers}
    return keys, names, letters


def test_valid_listings_hold_all_the_standard_allows() -> None:
    keys: set[str] = set()
    names: set[str] = set()
    letters: dict[str, set[str]] = {}
    for seed in range(LISTINGS):
        some_keys, some_names, some_letters = everything(listing(seed))
        keys |= some_keys
        names |= some_names
        for moltype, found in some_letters.items():
            letters[moltype] = letters.get(moltype, set()) | found
    assert keys == {key.name for moltype in ("DNA", "AA") for key in feature_keys(moltype)}
    assert names == {one.name for moltype in ("DNA", "AA") for one in qualifiers(moltype)}
    for moltype in ("DNA", "RNA", "AA"):
        assert letters[moltype] == set(alphabet(moltype))
    assert letters[""] == {"0"}, "intentionally skipped sequences"


def test_valid_listings_have_no_error() -> None:
    assert [found for found in clean(LISTINGS) if found] == []


def test_planted_faults_are_found_by_the_rule_that_names_them() -> None:
    tally = Tally()
    failed = []
    for one in outcomes(len(planters())):
        tally.add(one)
        if not one.found or one.errors:
            failed.append((one.planter.id, one.seed, one.position, one.others))
    total = tally.total
    assert total.planted >= 400
    assert total.found >= 0.98 * total.planted, f"{table(tally)}\n{failed}"
    assert (total.missed, total.false_errors) == (0, 0), f"{table(tally)}\n{failed}"


def test_every_error_and_warning_is_planted() -> None:
    ways = Counter(one.rule for one in planters())
    assert set(ways) <= set(all_rules())
    assert [
        rule.id
        for rule in all_rules().values()
        if rule.level is not Level.INFO and not ways[rule.id]
    ] == []


def test_every_area_has_several_ways() -> None:
    ways = Counter(one.area for one in planters())
    areas = {rule.area for rule in all_rules().values()}
    assert areas <= set(AREAS)
    assert {area: ways[area] for area in areas if ways[area] < WAYS_IN_AN_AREA} == {}


def test_a_way_is_declared_once() -> None:
    assert [way for way, n in Counter(one.id for one in planters()).items() if n > 1] == []


def test_a_location_with_a_slip_is_an_error_or_still_legal() -> None:
    """As the patterns of the oracle have it, which know nothing of the program's parser.

    Two digits exchanged can make two members wrong, each in its own way.
    """
    random = Random(5)
    places = (
        (seed, record.position, at)
        for seed in range(2, 30)
        for record in base(seed)[0].records
        for at, feature in enumerate(record.features)
        if feature.key not in ("source", "CDS")
    )
    wrong = []
    for seed, position, at in islice(sorted(places, key=lambda _: random.random()), SLIPS):
        made = base(seed)[0].copy()
        record = made.records[position - 1]
        text = slip(record.features[at].location, random, "0123456789.,^<>()-")
        record.features[at].location = text
        found = [one.rule for one in findings(made) if one.level is Level.ERROR]
        legal = is_legal(text, record.moltype, record.length)
        if bool(found) == legal or any(not rule.startswith("loc-") for rule in found):
            wrong.append((text, record.moltype, record.length, found))
    assert wrong == []
