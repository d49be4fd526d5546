"""UniProt XML, entry by entry; feature types become the keys that UniProt text has for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from seqeditor.formats.annotated import AnnotatedFeature, AnnotatedRecord
from seqeditor.formats.xml_records import all_text, line_of, local_name, xml_records

KEYS = {
    "active site": "ACT_SITE",
    "binding site": "BINDING",
    "calcium-binding region": "CA_BIND",
    "chain": "CHAIN",
    "coiled-coil region": "COILED",
    "compositionally biased region": "COMPBIAS",
    "cross-link": "CROSSLNK",
    "disulfide bond": "DISULFID",
    "DNA-binding region": "DNA_BIND",
    "domain": "DOMAIN",
    "glycosylation site": "CARBOHYD",
    "helix": "HELIX",
    "initiator methionine": "INIT_MET",
    "intramembrane region": "INTRAMEM",
    "lipid moiety-binding region": "LIPID",
    "metal ion-binding site": "METAL",
    "modified residue": "MOD_RES",
    "mutagenesis site": "MUTAGEN",
    "non-consecutive residues": "NON_CONS",
    "non-standard amino acid": "NON_STD",
    "non-terminal residue": "NON_TER",
    "nucleotide phosphate-binding region": "NP_BIND",
    "peptide": "PEPTIDE",
    "propeptide": "PROPEP",
    "region of interest": "REGION",
    "repeat": "REPEAT",
    "sequence conflict": "CONFLICT",
    "sequence variant": "VARIANT",
    "short sequence motif": "MOTIF",
    "signal peptide": "SIGNAL",
    "site": "SITE",
    "splice variant": "VAR_SEQ",
    "strand": "STRAND",
    "topological domain": "TOPO_DOM",
    "transit peptide": "TRANSIT",
    "transmembrane region": "TRANSMEM",
    "turn": "TURN",
    "unsure residue": "UNSURE",
    "zinc finger region": "ZN_FING",
}
"""The feature key of UniProt text for each type in UniProt XML."""


def read_uniprot_xml(path: Path, tell: Callable[[int], None]) -> Iterator[AnnotatedRecord]:
    """Yield the entries of a file; raises BrokenRecordError where it breaks off, and OSError."""
    for element in xml_records(path, tell, "entry"):
        yield _record(element)


def _record(entry: etree._Element) -> AnnotatedRecord:
    sequence = _first(entry, "sequence")
    name = _first(entry, "name")
    organism = _first(entry, "organism")
    features = list(_children(entry, "feature"))
    other = [
        (local_name(child), text)
        for child in entry.iterchildren("*")
        if child not in (sequence, name) and child not in features and (text := all_text(child))
    ]
    if sequence is not None:
        other += [("sequence " + str(key), str(value)) for key, value in sequence.attrib.items()]
    other += [("entry " + str(key), str(value)) for key, value in entry.attrib.items()]
    return AnnotatedRecord(
        name=_text(name),
        description=_full_name(entry),
        residues=_text(sequence).replace(" ", ""),
        kind="protein",
        organism="" if organism is None else _scientific(organism),
        division="",
        is_circular=False,
        features=tuple(_feature(one) for one in features),
        other=tuple(other),
        line=line_of(entry),
    )


def _full_name(entry: etree._Element) -> str:
    protein = _first(entry, "protein")
    if protein is None:
        return ""
    return next((_text(one) for one in protein.iter("{*}fullName")), "")


def _scientific(organism: etree._Element) -> str:
    names = list(_children(organism, "name"))
    named = [_text(one) for one in names if one.get("type") == "scientific"]
    return next(iter(named), _text(names[0]) if names else "")


def _feature(element: etree._Element) -> AnnotatedFeature:
    written = element.get("type", "")
    location = ""
    said = [element.get("description", "")]
    replaced: dict[str, list[str]] = {"original": [], "variation": []}
    qualifiers: list[tuple[str, str | None]] = []
    for child in element.iterchildren("*"):
        kind = local_name(child)
        if kind == "location":
            location = _location(child)
        elif kind in replaced:
            replaced[kind].append(_text(child))
        elif kind == "ligand":
            ligand = _first(child, "name")
            said.append(f"ligand: {_text(ligand)}" if _text(ligand) else "")
            qualifiers.append(("ligand", all_text(child)))
        else:
            qualifiers.append((kind, all_text(child) or None))
    if replaced["variation"]:
        original = "".join(replaced["original"])
        said.insert(0, f"{original} replaced by {' or '.join(replaced['variation'])}".strip())
    elif replaced["original"]:
        said.insert(0, f"{''.join(replaced['original'])} missing")
    text = "; ".join(part for part in said if part)
    rest = [(str(key), str(value)) for key, value in element.attrib.items()]
    qualifiers += [one for one in rest if one[0] not in ("type", "description")]
    lead: list[tuple[str, str | None]] = [("description", text)] if text else []
    return AnnotatedFeature(KEYS.get(written, written), location, (*lead, *qualifiers))


def _location(element: etree._Element) -> str:
    single = _first(element, "position")
    begin, end = _first(element, "begin"), _first(element, "end")
    if single is not None:
        text = _position(single)
    elif begin is not None and end is not None:
        text = f"{_position(begin)}..{_position(end)}"
    else:
        return ""
    other = element.get("sequence", "").replace("-", "_")
    return f"{other}:{text}" if other else text


def _position(element: etree._Element) -> str:
    """Return a position; "?" says, as in UniProt text, that it is not known for sure."""
    sign = {"less than": "<", "greater than": ">", "unknown": "?", "uncertain": "?"}
    return sign.get(element.get("status", ""), "") + element.get("position", "")


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in element.iterchildren("*") if local_name(one) == name)


def _first(element: etree._Element, name: str) -> etree._Element | None:
    return next(_children(element, name), None)


def _text(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
