"""The diagnosis of DTD faults: exact, one for one cause, and of one mind with the parser."""

from __future__ import annotations

import random

import pytest
from lxml import etree

from seqeditor.formats.st26.model import listing_dtd, models
from seqeditor.formats.st26.structure import Child, children_of, diagnose_root
from tests.formats.st26.listings import GENERAL, ROOT, Result, listing, qualifier, record

INSDSEQ = "SequenceData[1]/INSDSeq"
FEATURE = f"{INSDSEQ}/INSDSeq_feature-table/INSDFeature[1]"


@pytest.mark.parametrize(
    ("old", "new", "rule", "place"),
    [
        ("<INSDSeq_division>PAT</INSDSeq_division>", "", "dtd-missing-element",
         f"{INSDSEQ}/INSDSeq_division"),
        ("<INSDFeature_location>1..4</INSDFeature_location>", "", "dtd-missing-element",
         f"{FEATURE}/INSDFeature_location"),
        ("<INSDSeq_division>", "<X><Y/><Y/></X><INSDSeq_division>", "dtd-unknown-element",
         f"{INSDSEQ}/X"),
        ("<INSDSeq_division>", "<INSDFeature_key/><INSDSeq_division>", "dtd-unknown-element",
         f"{INSDSEQ}/INSDFeature_key"),
        ("PAT<", "P<b>A</b>T<", "dtd-unknown-element", f"{INSDSEQ}/INSDSeq_division/b"),
        ("<INSDSeq_division>", "<INSDSeq_moltype/><INSDSeq_division>", "dtd-repeated-element",
         f"{INSDSEQ}/INSDSeq_moltype"),
        ("<INSDSeq_division>", "abc<INSDSeq_division>", "dtd-stray-text", INSDSEQ),
        ("<INSDSeq>", '<INSDSeq a="1">', "dtd-unknown-attribute", f"{INSDSEQ}/@a"),
        ("<INSDSeq>", '<INSDSeq xml:lang="en">', "dtd-unknown-attribute",
         f"{INSDSEQ}/@xml:lang"),
        (' sequenceIDNumber="1"', "", "dtd-missing-attribute",
         "SequenceData[1]/@sequenceIDNumber"),
        (' languageCode="en">Acme', ">Acme", "dtd-missing-attribute",
         "ApplicantName/@languageCode"),
        (' dtdVersion="V1_3"', "", "dtd-missing-attribute", "@dtdVersion"),
        ("<SequenceTotalQuantity>2</SequenceTotalQuantity>", "", "dtd-missing-element",
         "SequenceTotalQuantity"),
        ("<ApplicantName ", "<Applicant/><ApplicantName ", "dtd-unknown-element", "Applicant"),
        ("<SequenceTotal", "text<SequenceTotal", "dtd-stray-text", ""),
        ("</SequenceData>\n<", "</SequenceData>\ntext\n<", "dtd-stray-text", ""),
    ],
)  # fmt: skip
def test_one_change_is_one_fault(old: str, new: str, rule: str, place: str) -> None:
    text = listing()
    assert old in text
    spoilt = text.replace(old, new, 1)
    fault = Result(spoilt).fault()
    assert (fault.rule, fault.place) == (rule, place)


def test_what_rules_over_the_general_information_say_is_left_to_them() -> None:
    general = (
        "<EarliestPriorityApplicationIdentification/><SequenceTotalQuantity>1"
        "</SequenceTotalQuantity>"
    )
    assert Result(listing(general=general)).rules == []
    application = "<ApplicationIdentification><FilingDate/></ApplicationIdentification>" + GENERAL
    assert Result(listing(general=application)).rules == []


def test_a_latin_name_alone_lacks_the_name() -> None:
    general = GENERAL.replace("<InventionTitle", "<InventorNameLatin/><InventionTitle")
    fault = Result(listing(general=general)).fault()
    assert (fault.rule, fault.place) == ("dtd-missing-element", "InventorName")


def test_the_fewest_children_that_moved_are_named() -> None:
    swapped = record(1).replace(
        "<INSDSeq_length>4</INSDSeq_length>\n<INSDSeq_moltype>AA</INSDSeq_moltype>",
        "<INSDSeq_moltype>AA</INSDSeq_moltype>\n<INSDSeq_length>4</INSDSeq_length>",
    )
    fault = Result(listing(swapped)).fault()
    assert fault.rule == "dtd-wrong-order"
    assert dict(fault.parameters)["parent"] == "INSDSeq"
    assert str(dict(fault.parameters)["expected"]).startswith("INSDSeq_length, INSDSeq_moltype, ")
    reference = "<ApplicantFileReference>AB1</ApplicantFileReference>\n"
    application = (
        "<ApplicationIdentification><IPOfficeCode/><ApplicationNumberText/>"
        "</ApplicationIdentification>"
    )
    general = GENERAL.replace(reference, reference + application)
    assert Result(listing(general=general)).rules == ["dtd-wrong-order"]
    assert Result(listing(general=GENERAL.replace(reference, application + reference))).rules == []


def test_the_number_as_written_goes_with_the_fault() -> None:
    spoilt = record("7a").replace("<INSDSeq>", "<INSDSeq><X/>")
    fault = Result(listing(record(1), spoilt)).fault()
    assert (fault.number, fault.place) == ("7a", "SequenceData[2]/INSDSeq/X")


def test_every_element_of_the_dtd_has_a_model() -> None:
    assert len(models()) == 30
    assert models()["INSDSeq"].particle("INSDSeq_sequence") == 5
    assert models()["INSDQualifier"].attributes == {"id"}
    assert models()["InventionTitle"].is_text


def mutated(chooser: random.Random, root: etree._Element) -> None:
    """Make one change anywhere in the tree."""
    nodes = list(root.iter())
    node = chooser.choice(nodes)
    parent = node.getparent()
    kind = chooser.randrange(8)
    if kind == 0 and parent is not None:
        parent.remove(node)
    elif kind == 1 and parent is not None:
        parent.insert(chooser.randrange(len(parent) + 1), etree.fromstring(etree.tostring(node)))
    elif kind == 2 and parent is not None:
        parent.insert(chooser.randrange(len(parent) + 1), node)
    elif kind == 3:
        node.tag = chooser.choice(["Foo", *models()])
    elif kind == 4:
        node.set(chooser.choice(["a", "id", "languageCode", "sequenceIDNumber"]), "z")
    elif kind == 5 and node.attrib:
        del node.attrib[chooser.choice(list(node.attrib))]
    elif kind == 6:
        node.tail = chooser.choice([None, " ", "text"])
    else:
        etree.SubElement(node, chooser.choice(["Foo", *models()]))


def sample() -> str:
    general = """\
<ApplicationIdentification><IPOfficeCode>IB</IPOfficeCode>
<ApplicationNumberText>1</ApplicationNumberText><FilingDate/></ApplicationIdentification>
<ApplicantFileReference/>
<EarliestPriorityApplicationIdentification><IPOfficeCode>IB</IPOfficeCode>
<ApplicationNumberText>1</ApplicationNumberText></EarliestPriorityApplicationIdentification>
<ApplicantName languageCode="en"/><ApplicantNameLatin/><InventorName languageCode="en"/>
<InventorNameLatin/><InventionTitle languageCode="en"/><InventionTitle languageCode="de"/>
<SequenceTotalQuantity/>
"""
    two = qualifier() + qualifier()
    seqids = "<INSDSeq_other-seqids><INSDSeqid/></INSDSeq_other-seqids><INSDSeq_feature-table>"
    rich = record(1, qualifiers=two).replace("<INSDSeq_feature-table>", seqids)
    return f"{ROOT}{general}{rich}{record(2)}</ST26SequenceListing>"


@pytest.mark.parametrize("seed", range(400))
def test_the_verdict_is_that_of_the_parser(seed: int) -> None:
    chooser = random.Random(seed)
    root = etree.fromstring(sample())
    for _ in range(chooser.choice((1, 1, 2, 3))):
        mutated(chooser, root)
    if root.tag != "ST26SequenceListing":
        root.tag = "ST26SequenceListing"
    text = etree.tostring(root)
    parsed = etree.fromstring(text)
    ids = [e.get("id") for e in parsed.iter("INSDQualifier") if e.get("id") is not None]
    valid = bool(listing_dtd().validate(parsed)) if len(set(ids)) == len(ids) else None
    children = children_of(parsed, 0)
    everything = list(diagnose_root(parsed, children, 1, everything=True))
    if valid is not None:
        assert valid == (not everything), (text, everything, listing_dtd().error_log)
    told = {(f.rule, f.place) for f in diagnose_root(parsed, children, 1)}
    result = Result(text)
    found = {
        (f.rule, f.place)
        for f in result.faults
        if f.rule.startswith("dtd-") and f.rule != "dtd-qualifier-id-invalid"
    }
    assert found == told


def test_a_child_that_is_only_counted_needs_no_element() -> None:
    root = etree.fromstring(f"{ROOT}{GENERAL}</ST26SequenceListing>")
    children = [*children_of(root, 0), Child("SequenceData", 0, 1)]
    assert list(diagnose_root(root, children, 1)) == []
