"""Places of a value as XPath of the XML, and back, in the form reports use.

`SequenceData[12]/INSDSeq/INSDSeq_feature-table/INSDFeature[3]/INSDFeature_location`: from below
the root, 1-based document positions on repeatable elements only, attributes as `/@name`. `[12]` is
the position in the listing, not the SEQ ID NO.
"""

from __future__ import annotations

import re

from seqeditor.domain.path import Path

_ROOT_ATTRIBUTES = {
    "dtd_version": "@dtdVersion",
    "file_name": "@fileName",
    "software_name": "@softwareName",
    "software_version": "@softwareVersion",
    "production_date": "@productionDate",
    "original_language": "@originalFreeTextLanguageCode",
    "non_english_language": "@nonEnglishFreeTextLanguageCode",
}
_HEADER = _ROOT_ATTRIBUTES | {
    "application": "ApplicationIdentification",
    "file_reference": "ApplicantFileReference",
    "priority": "EarliestPriorityApplicationIdentification",
    "applicant_name": "ApplicantName",
    "applicant_name_latin": "ApplicantNameLatin",
    "inventor_name": "InventorName",
    "inventor_name_latin": "InventorNameLatin",
    "titles": "InventionTitle",
    "written_total": "SequenceTotalQuantity",
    "office_code": "IPOfficeCode",
    "number": "ApplicationNumberText",
    "filing_date": "FilingDate",
    "language_code": "@languageCode",
    "text": "",
}
_SEQUENCE = {
    "number": "@sequenceIDNumber",
    "moltype": "INSDSeq/INSDSeq_moltype",
    "division": "INSDSeq/INSDSeq_division",
    "written_length": "INSDSeq/INSDSeq_length",
    "residues": "INSDSeq/INSDSeq_sequence",
    "other_seqids": "INSDSeq/INSDSeq_other-seqids",
    "features": "INSDSeq/INSDSeq_feature-table",
    "key": "INSDFeature_key",
    "location": "INSDFeature_location",
    "qualifiers": "INSDFeature_quals",
    "name": "INSDQualifier_name",
    "value": "INSDQualifier_value",
    "non_english": "NonEnglishQualifier_value",
    "id": "@id",
}
_ITEMS = {"other_seqids": "INSDSeqid", "features": "INSDFeature", "qualifiers": "INSDQualifier"}
_UNNUMBERED = ("other_seqids", "residues")
_HEADER_BACK = {xml: name for name, xml in _HEADER.items() if xml}
_SEQUENCE_BACK = {xml.removeprefix("INSDSeq/"): name for name, xml in _SEQUENCE.items()}
_STEP = re.compile(r"([^\[\]]+)(?:\[(\d+)\])?")


def xpath(path: Path, position: int | None) -> str:
    """Return the XPath of a place: in the sequence at a 1-based position, in the header if None.

    Steps the XML knows nothing of are passed over: the place is that of what holds them.
    """
    if position is None:
        return _header_xpath(path)
    steps = [f"SequenceData[{position}]"]
    table = ""
    for step in path:
        if isinstance(step, str):
            if step not in _SEQUENCE:
                break
            steps.append(_SEQUENCE[step])
            table = step
        elif table in _ITEMS:
            number = "" if table in _UNNUMBERED else f"[{step + 1}]"
            steps.append(f"{_ITEMS[table]}{number}")
    return "/".join(steps)


def _header_xpath(path: Path) -> str:
    steps: list[str] = []
    for step in path:
        if isinstance(step, int):
            steps[-1] += f"[{step + 1}]"
        elif step not in _HEADER:
            break
        elif _HEADER[step]:
            steps.append(_HEADER[step])
    return "/".join(steps)


def parse_xpath(text: str) -> tuple[int | None, Path]:
    """Return the position of the sequence (None: the header) and the path of such an XPath.

    What names no place of a value gives the path of the nearest thing that holds it.
    """
    steps = [m for part in text.split("/") if (m := _STEP.fullmatch(part))]
    if not steps:
        return None, ()
    if steps[0][1] != "SequenceData":
        return None, _path(steps, _HEADER_BACK, ())
    position = int(steps[0][2] or 1)
    return position, _path(steps[1:], _SEQUENCE_BACK, tuple(_ITEMS.values()))


def _path(steps: list[re.Match[str]], names: dict[str, str], items: tuple[str, ...]) -> Path:
    path: list[str | int] = []
    for step in steps:
        if step[1] == "INSDSeq":
            continue
        if step[1] in items:
            path.append(int(step[2] or 1) - 1)
        elif step[1] in names:
            path.append(names[step[1]])
            if step[2]:
                path.append(int(step[2]) - 1)
        else:
            break
    return tuple(path)
