"""Feature keys by what they are about, so that a long list can be read; the groups are ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from seqeditor.texts import N_
from seqeditor.vocabulary.features import feature_keys
from seqeditor.vocabulary.tables import side


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Some feature keys that belong together; `name` is a message id."""

    name: str
    keys: tuple[str, ...]


OTHER = N_("Other")

_TRANSCRIPTS = (
    "gene operon mRNA exon intron 5'UTR 3'UTR polyA_site prim_transcript precursor_RNA "
    "ncRNA rRNA tRNA tmRNA misc_RNA"
)

_GROUPS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "nucleotide": (
        (N_("Whole sequence"), "source"),
        (N_("Genes and transcripts"), _TRANSCRIPTS),
        (
            N_("Coding regions and their peptides"),
            "CDS sig_peptide transit_peptide propeptide mat_peptide",
        ),
        (
            N_("Regulation and binding"),
            "regulatory protein_bind primer_bind misc_binding",
        ),
        (N_("Modified residues"), "modified_base"),
        (N_("Variation and uncertainty"), "variation misc_difference unsure"),
        (N_("Structure"), "stem_loop D-loop misc_structure"),
        (N_("Repeats and mobile elements"), "repeat_region mobile_element"),
        (
            N_("Replication, recombination and chromosomes"),
            "rep_origin oriT centromere telomere iDNA misc_recomb STS",
        ),
        (
            N_("Immunoglobulins and T-cell receptors"),
            "C_region D_segment J_segment N_region S_region V_region V_segment",
        ),
        (OTHER, "misc_feature"),
    ),
    "amino_acid": (
        (N_("Whole sequence"), "source"),
        (
            N_("Modified residues and bonds"),
            "MOD_RES CARBOHYD LIPID CROSSLNK DISULFID NON_STD",
        ),
        (
            N_("Sites and binding"),
            "SITE ACT_SITE BINDING METAL CA_BIND NP_BIND DNA_BIND ZN_FING",
        ),
        (
            N_("Domains and regions"),
            "REGION DOMAIN MOTIF REPEAT COILED COMPBIAS",
        ),
        (
            N_("Processing of the protein"),
            "CHAIN PEPTIDE SIGNAL TRANSIT PROPEP INIT_MET",
        ),
        (
            N_("Variation and uncertainty"),
            "VARIANT VAR_SEQ MUTAGEN CONFLICT UNSURE NON_TER",
        ),
        (N_("Membrane"), "TOPO_DOM TRANSMEM INTRAMEM"),
        (N_("Secondary structure"), "HELIX STRAND TURN"),
    ),
}


def key_groups(moltype: str) -> tuple[KeyGroup, ...]:
    """Return the groups for a molecule type; every key of it is in exactly one."""
    return _groups(side(moltype))


@cache
def _groups(half: str) -> tuple[KeyGroup, ...]:
    made = [KeyGroup(name, tuple(keys.split())) for name, keys in _GROUPS[half]]
    placed = {key for group in made for key in group.keys}
    moltype = "AA" if half == "amino_acid" else "DNA"
    rest = tuple(one.name for one in feature_keys(moltype) if one.name not in placed)
    return (*made, KeyGroup(OTHER, rest)) if rest else tuple(made)
