"""Cases of what only a file can show: a valid file with a few pieces of its text replaced."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from seqeditor.app.checking import Options, check_file
from seqeditor.app.jobs import Job
from seqeditor.rules.finding import Finding

WORDS = ("replace", "text", "hex", "name", "megabytes")

BASELINE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ST26SequenceListing PUBLIC "-//WIPO//DTD Sequence Listing 1.3//EN" \
"ST26SequenceListing_V1_3.dtd">
<ST26SequenceListing dtdVersion="V1_3" fileName="listing.xml" softwareName="seqeditor" \
softwareVersion="0.1.0" productionDate="2025-12-01" originalFreeTextLanguageCode="en">
  <ApplicationIdentification>
    <IPOfficeCode>IB</IPOfficeCode>
    <ApplicationNumberText>PCT/IB2025/099999</ApplicationNumberText>
    <FilingDate>2025-06-02</FilingDate>
  </ApplicationIdentification>
  <ApplicantFileReference>AB123</ApplicantFileReference>
  <EarliestPriorityApplicationIdentification>
    <IPOfficeCode>EP</IPOfficeCode>
    <ApplicationNumberText>24100001.2</ApplicationNumberText>
    <FilingDate>2024-07-01</FilingDate>
  </EarliestPriorityApplicationIdentification>
  <ApplicantName languageCode="en">Acme Biotech, Inc.</ApplicantName>
  <InventorName languageCode="en">Jane Example</InventorName>
  <InventionTitle languageCode="en">Mouse abcd-1 gene</InventionTitle>
  <SequenceTotalQuantity>1</SequenceTotalQuantity>
  <SequenceData sequenceIDNumber="1">
    <INSDSeq>
      <INSDSeq_length>30</INSDSeq_length>
      <INSDSeq_moltype>DNA</INSDSeq_moltype>
      <INSDSeq_division>PAT</INSDSeq_division>
      <INSDSeq_feature-table>
        <INSDFeature>
          <INSDFeature_key>source</INSDFeature_key>
          <INSDFeature_location>1..30</INSDFeature_location>
          <INSDFeature_quals>
            <INSDQualifier>
              <INSDQualifier_name>mol_type</INSDQualifier_name>
              <INSDQualifier_value>genomic DNA</INSDQualifier_value>
            </INSDQualifier>
            <INSDQualifier id="q1">
              <INSDQualifier_name>organism</INSDQualifier_name>
              <INSDQualifier_value>Homo sapiens</INSDQualifier_value>
            </INSDQualifier>
          </INSDFeature_quals>
        </INSDFeature>
        <INSDFeature>
          <INSDFeature_key>misc_feature</INSDFeature_key>
          <INSDFeature_location>3..5</INSDFeature_location>
          <INSDFeature_quals>
            <INSDQualifier id="q2">
              <INSDQualifier_name>note</INSDQualifier_name>
              <INSDQualifier_value>binding site</INSDQualifier_value>
            </INSDQualifier>
          </INSDFeature_quals>
        </INSDFeature>
      </INSDSeq_feature-table>
      <INSDSeq_sequence>acgtacgtacgtacgtacgtacgtacgtac</INSDSeq_sequence>
    </INSDSeq>
  </SequenceData>
</ST26SequenceListing>
"""


def content(notation: Mapping[str, Any]) -> bytes:
    """Return the bytes of the file a case describes.

    `hex` gives bytes, alone or before what `text` or `replace` give; `text` replaces the baseline;
    `replace` lists pairs of an old and a new piece, each old one being there exactly once;
    `megabytes` fills the file up with blanks.
    """
    alone = "hex" in notation and "replace" not in notation
    text = str(notation.get("text", "" if alone else BASELINE))
    for old, new in notation.get("replace", ()):
        if text.count(old) != 1:
            raise ValueError(f"not there exactly once: {old!r}")
        text = text.replace(old, new)
    return bytes.fromhex(str(notation.get("hex", ""))) + text.encode("utf-8", "surrogateescape")


def read_file(notation: Mapping[str, Any], profile: str, today: date) -> list[Finding]:
    """Return all findings on a file, as the command line reports them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / str(notation.get("name", "listing.xml"))
        path.write_bytes(content(notation))
        if "megabytes" in notation:
            with path.open("ab") as stream:
                for _ in range(int(notation["megabytes"])):
                    stream.write(b" " * 1_000_000)
        options = Options(profile, thorough=True, today=today)
        report = check_file(path, options, jobs=1, job=Job(), name=path.name)
    return [one for one in report.findings if not one.omitted]
