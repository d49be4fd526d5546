from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from seqeditor.bundled import bundled

NAME = "ST26SequenceListing_V1_3.dtd"


def _read(path: Path) -> etree.DTD:
    with path.open("rb") as stream:
        return etree.DTD(stream)


def _model(content: Any) -> Any:
    if content is None:
        return None
    if content.type == "element":
        return (content.name, content.occur)
    return (content.type, content.occur, _model(content.left), _model(content.right))


def _described(dtd: etree.DTD) -> dict[str, Any]:
    return {
        element.name: (
            element.type,
            _model(element.content),
            sorted((a.name, a.type, a.default, a.default_value) for a in element.attributes()),
        )
        for element in dtd.elements()
    }


def test_declares_what_the_official_one_declares(shared: Path) -> None:
    ours = _described(_read(bundled("resources", "dtd", NAME)))

    assert ours == _described(_read(shared / "st26" / NAME))
    assert len(ours) == 30


def test_the_sample_listing_is_valid() -> None:
    dtd = _read(bundled("resources", "dtd", NAME))
    parser = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False)
    sample = etree.parse(bundled("resources", "samples", "sample-listing.xml"), parser)

    assert dtd.validate(sample), dtd.error_log
