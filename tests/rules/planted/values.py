"""Values the standard allows for each qualifier, written from Annex I and not from our tables.

What depends on the place, such as an anticodon, is made in `features`.
"""

from __future__ import annotations

LONG_NOTE = ("Binding is told by 5'-ends & 3'-ends (\"sticky\") of a<b>c; " * 20)[:1000]

NOTES = (
    "binding site of the second repressor",
    '5\'-end labelled; see "Example 4" & Table 2 <reviewed>',
    "ends with a full stop.",
    "~|\\^`{}[]@#$%*+=?!",
    "x",
    LONG_NOTE,
)

VALUES: dict[str, tuple[str, ...]] = {
    "allele": ("adh1-1", "rec-1 (SS213Delta)"),
    "bound_moiety": ("GAL4", "zinc-dependent repressor"),
    "cell_line": ("MCF7",),
    "cell_type": ("leukocyte", "hepatocyte of the left lobe"),
    "chromosome": ("1", "X", "12p"),
    "clone": ("lambda-hIL7.3",),
    "clone_lib": ("lambda-hIL7 library",),
    "collected_by": ("Dan Example",),
    "collection_date": ("1952-10-21", "1952-10", "1952"),
    "compare": ("AJ634337.1", "AB123456.12"),
    "cultivar": ("Nipponbare", "Bintje of 1910"),
    "dev_stage": ("fourth instar larva",),
    "direction": ("left", "RIGHT", "Both"),
    "EC_number": ("1.1.2.4", "1.1.2.-", "1.1.2.n", "3.-.-.-"),
    "ecotype": ("Columbia",),
    "frequency": ("0.85", "23/108", "1 in 12"),
    "function": ("essential for recognition of cofactor",),
    "gene": ("ilvE", "HLA-DRB1*04"),
    "gene_synonym": ("Hox-3.3", "second name of the gene"),
    "haplogroup": ("H*", "R1b1a"),
    "haplotype": ("Dw3 B5 Cw1 A1",),
    "host": ("Homo sapiens", "Homo sapiens 12 year old girl"),
    "identified_by": ("John Example",),
    "isolate": ("Patient #152", "DGGE band PSBAC-13"),
    "isolation_source": ("rumen isolates from standard Pelleted ration-fed steer #67",),
    "lab_host": ("Gallus gallus", "Escherichia coli strain DH10B"),
    "lat_lon": ("47.94 N 28.12 W", "45.0123 S 4.1234 E", "0 N 180 E"),
    "map": ("8q12-13",),
    "mating_type": ("MAT-1", "plus", "-"),
    "mobile_element_type": ("transposon:Tnp9", "LINE", "insertion sequence:IS10", "other:Mu"),
    "ncRNA_class": ("miRNA", "autocatalytically_spliced_intron", "SRP_RNA", "lncRNA", "piRNA"),
    "note": NOTES,
    "number": ("4", "6B", "1a"),
    "operon": ("lac",),
    "organelle": (
        *("chromatophore", "hydrogenosome", "mitochondrion", "nucleomorph", "plastid"),
        *("mitochondrion:kinetoplast", "plastid:chloroplast", "plastid:apicoplast"),
        *("plastid:chromoplast", "plastid:cyanelle", "plastid:leucoplast", "plastid:proplastid"),
    ),
    "PCR_primers": (
        "fwd_name: CO1P1, fwd_seq: ttgattttttggtca, rev_name: CO1R4, rev_seq: ccwvytardcct",
        "fwd_seq: ttgattttttggtcayccwga, fwd_seq: gattttttgg<i>cayccwga, rev_seq: ccwvytardcct",
    ),
    "phenotype": ("erythromycin resistance",),
    "plasmid": ("pC589",),
    "pop_variant": ("pop1", "Bear Paw"),
    "product": ("trypsinogen (when qualifier appears in CDS feature)", "XYZ protein"),
    "pseudogene": ("processed", "unprocessed", "unitary", "allelic", "unknown"),
    "recombination_class": (
        *("meiotic", "mitotic", "non_allelic_homologous", "chromosome_breakpoint"),
    ),
    "regulatory_class": ("promoter", "TATA_box", "ribosome_binding_site", "minus_35_signal"),
    "rpt_family": ("Alu",),
    "rpt_type": ("inverted", "long_terminal_repeat", "Tandem", "DISPERSED"),
    "rpt_unit_seq": ("aagggc", "ag(5)tg(8)", "(AAAGA)6(AAAA)1(AAAGA)12"),
    "satellite": ("satellite: S1a", "satellite: alpha", "microsatellite: DC130", "minisatellite"),
    "segment": ("6", "HA segment 4"),
    "serotype": ("B1",),
    "serovar": ("O157:H7",),
    "sex": ("female", "hermaphrodite", "MATA"),
    "standard_name": ("dotted", "T7 terminator"),
    "strain": ("BALB/c",),
    "sub_clone": ("lambda-hIL7.20g",),
    "sub_species": ("lactis",),
    "sub_strain": ("abis",),
    "tissue_lib": ("tissue library 772",),
    "tissue_type": ("liver",),
    "variety": ("insularis",),
}
"""Values by qualifier name, those of an own form and of free text."""

WITHOUT_VALUE = frozenset(
    {
        *("circular_RNA", "environmental_sample", "germline", "macronuclear", "proviral"),
        *("pseudo", "rearranged", "ribosomal_slippage", "trans_splicing"),
    }
)

LANGUAGE_DEPENDENT = (
    *("bound_moiety", "cell_type", "clone", "clone_lib", "collected_by", "cultivar", "dev_stage"),
    *("ecotype", "function", "gene_synonym", "haplogroup", "host", "identified_by", "isolate"),
    *("isolation_source", "lab_host", "mating_type", "note", "organism", "phenotype"),
    *("pop_variant", "product", "serotype", "serovar", "sex", "standard_name", "strain"),
    *("sub_clone", "sub_species", "sub_strain", "tissue_lib", "tissue_type", "variety"),
)

NON_ENGLISH: dict[str, tuple[str, ...]] = {
    "de": ("Bindungsstelle des zweiten Repressors", "für die Erkennung nötig"),
    "fr": ("site de liaison du second répresseur", "nécessaire à la reconnaissance"),
    "ja": ("第二リプレッサーの結合部位", "認識に必要"),
    "ru": ("участок связывания второго репрессора",),
    "zh": ("第二阻遏物的结合位点",),
    "ar": ("موقع ارتباط الكابح الثاني",),
    "ko": ("두 번째 억제인자의 결합 부위",),
}

ORGANISMS = (
    *("Homo sapiens", "Mus musculus", "Escherichia coli", "Arabidopsis thaliana"),
    *("Canine adenovirus type 2", "Bacillus sp.", "Saccharomyces cerevisiae", "Zea mays"),
    *("Influenza A virus", "Enterobacteria phage T4", "uncultured bacterium"),
)

MOL_TYPES: dict[str, tuple[str, ...]] = {
    "DNA": ("genomic DNA", "other DNA", "unassigned DNA"),
    "RNA": (
        *("genomic RNA", "mRNA", "tRNA", "rRNA", "other RNA", "transcribed RNA"),
        *("viral cRNA", "unassigned RNA"),
    ),
    "AA": ("protein",),
}

MODIFIED = {
    "c": ("ac4c", "cm", "m3c", "m5c", "s2c"),
    "g": ("gm", "m1g", "m2g", "m22g", "m7g"),
    "a": ("m1a", "m2a", "m6a", "i6a", "t6a"),
    "t": ("um", "s4u", "p", "dhu", "m5u", "mcm5s2u"),
}
"""Abbreviations of Table 2 by the base they derive from."""

APPLICANTS = (
    ("Acme Biotech, Inc.", "en", None),
    ("Co., Ltd. & Söhne GmbH", "de", "Co., Ltd. & Soehne GmbH"),
    ("株式会社例", "ja", "Kabushiki Kaisha Rei"),
    ("شركة المثال", "ar", "Example Company"),
    ("Общество «Пример»", "ru", "Obshchestvo Primer"),
    ('O\'Neil "Genes" <Labs>', "en", None),
    ("Εταιρεία", "el", "Etaireia"),
)

TITLES = {
    "en": "Mouse abcd-1 gene & its use",
    "de": "Gen abcd-1 der Maus für Prüfungen",
    "fr": "Gène abcd-1 d’une souris",
    "ja": "マウス遺伝子",
    "ru": "Ген мыши",
    "zh": "小鼠基因",
    "ar": "جين الفأر",
    "ko": "마우스 유전자",
    "es": "Gen de ratón para ñandúes",
}
