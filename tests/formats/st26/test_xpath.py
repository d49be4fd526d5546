"""Places as XPath and back."""

from __future__ import annotations

import pytest

from seqeditor.domain.path import Path
from seqeditor.formats.st26.xpath import parse_xpath, xpath

TABLE = "SequenceData[12]/INSDSeq/INSDSeq_feature-table"
QUALIFIER = f"{TABLE}/INSDFeature[3]/INSDFeature_quals/INSDQualifier[2]"
PLACES: list[tuple[int | None, Path, str]] = [
    (12, (), "SequenceData[12]"),
    (12, ("number",), "SequenceData[12]/@sequenceIDNumber"),
    (12, ("written_length",), "SequenceData[12]/INSDSeq/INSDSeq_length"),
    (12, ("moltype",), "SequenceData[12]/INSDSeq/INSDSeq_moltype"),
    (12, ("residues",), "SequenceData[12]/INSDSeq/INSDSeq_sequence"),
    (12, ("other_seqids", 0), "SequenceData[12]/INSDSeq/INSDSeq_other-seqids/INSDSeqid"),
    (12, ("features",), TABLE),
    (12, ("features", 2), f"{TABLE}/INSDFeature[3]"),
    (12, ("features", 2, "location"), f"{TABLE}/INSDFeature[3]/INSDFeature_location"),
    (12, ("features", 2, "qualifiers", 1), QUALIFIER),
    (12, ("features", 2, "qualifiers", 1, "value"), f"{QUALIFIER}/INSDQualifier_value"),
    (12, ("features", 2, "qualifiers", 1, "id"), f"{QUALIFIER}/@id"),
    (None, (), ""),
    (None, ("dtd_version",), "@dtdVersion"),
    (None, ("application", "number"), "ApplicationIdentification/ApplicationNumberText"),
    (None, ("titles", 0, "language_code"), "InventionTitle[1]/@languageCode"),
    (None, ("titles", 1), "InventionTitle[2]"),
    (None, ("applicant_name", "language_code"), "ApplicantName/@languageCode"),
    (None, ("written_total",), "SequenceTotalQuantity"),
]


@pytest.mark.parametrize(("position", "path", "text"), PLACES)
def test_a_place_and_its_xpath_are_two_spellings_of_one_thing(
    position: int | None, path: Path, text: str
) -> None:
    assert xpath(path, position) == text
    assert parse_xpath(text) == (position, path)


def test_steps_the_xml_does_not_know_give_what_holds_them() -> None:
    assert xpath(("titles", 0, "text"), None) == "InventionTitle[1]"
    assert xpath(("residues", 7), 1) == "SequenceData[1]/INSDSeq/INSDSeq_sequence"
    assert xpath(("colour",), 1) == "SequenceData[1]"
    assert xpath(("nothing",), None) == ""
    assert parse_xpath("SequenceData[2]/Other[3]") == (2, ())
    assert parse_xpath("Other") == (None, ())
