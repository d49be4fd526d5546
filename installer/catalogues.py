"""The message catalogues: from the texts in the code to `translations/*.po`, and to compiled `.mo`.

The `.po` files name the files a text is in but not the lines, so that moving code changes none.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from seqeditor.rules.explanation import explanation
from seqeditor.rules.registry import all_rules
from seqeditor.vocabulary.features import feature_keys
from seqeditor.vocabulary.qualifiers import qualifiers

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "seqeditor"
TRANSLATIONS = ROOT / "translations"

ONE_WORDING = "nplurals=1; plural=0;"
TWO_WORDINGS = "nplurals=2; plural=(n != 1);"
PLURAL_FORMS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3"
    " : n%100>=11 ? 4 : 5);",
    "de": TWO_WORDINGS,
    "es": TWO_WORDINGS,
    "fr": "nplurals=2; plural=(n > 1);",
    "ja": ONE_WORDING,
    "ko": ONE_WORDING,
    "pt": TWO_WORDINGS,
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4"
    " && (n%100<10 || n%100>=20) ? 1 : 2);",
    "zh": ONE_WORDING,
}
"""Which wording a language uses for a number: of each language into which there is a catalogue."""

KEYWORDS = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "nN_": (1, 2),
    "pgettext": ((1, "c"), 2),
}
FILE_RULES = "seqeditor.rules.file"
WIDTH = 100
# What these lines say is in git, or true of one run only.
_PASSING = re.compile(
    r'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By'
    r'|Report-Msgid-Bugs-To|Project-Id-Version):[^"]*"\n',
    re.MULTILINE,
)


def extract() -> Catalog:
    """Return the texts of the program, sorted by the first file they are in and then by text."""
    found: dict[tuple[str, str | tuple[str, ...]], tuple[set[str], set[str]]] = {}
    for path, _line, message, comments, context in extract_from_dir(
        SOURCE,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    ):
        places, notes = found.setdefault((context or "", message), (set(), set()))
        places.add(f"seqeditor/{Path(path).as_posix()}")
        notes.update(comments)
    for place, message in (*_explanations(), *_meanings()):
        found.setdefault(("", message), (set(), set()))[0].add(place)
    template = Catalog(header_comment="", charset="utf-8")
    for (context, message), (places, notes) in sorted(
        found.items(), key=lambda item: (min(item[1][0]), str(item[0][1]), item[0][0])
    ):
        template.add(
            message,
            locations=[(place, 0) for place in sorted(places)],
            auto_comments=sorted(notes),
            context=context or None,
        )
    return template


def _explanations() -> Iterator[tuple[str, str]]:
    """Yield what the rules explain of themselves, which stands in their docstrings."""
    for rule in all_rules().values():
        module = rule.check.__module__ if rule.check is not None else FILE_RULES
        told = explanation(rule.help)
        for text in (told.what, told.why, told.remedy):
            if text:
                yield f"{module.replace('.', '/')}.py", text


def _meanings() -> Iterator[tuple[str, str]]:
    """Yield what the feature keys and qualifiers mean, as the tables of the standard tell."""
    for half, moltype in (("nucleotide", "DNA"), ("amino_acid", "AA")):
        for key in feature_keys(moltype):
            place = f"resources/vocabulary/{half}_features.json"
            yield place, key.definition
            if key.organism_scope != "any":
                yield place, key.organism_scope
        for one in qualifiers(moltype):
            yield "resources/vocabulary/qualifiers.json", one.definition


def read(language: str) -> Catalog:
    """Return the catalogue of a language as it is in `translations`, empty if there is none."""
    path = TRANSLATIONS / f"{language}.po"
    if path.is_file():
        content = path.read_bytes()
    else:
        forms = PLURAL_FORMS[language]
        content = f'msgid ""\nmsgstr ""\n"Plural-Forms: {forms}\\n"\n'.encode()
    return read_po(BytesIO(content), locale=language, abort_invalid=True)


def updated(language: str, template: Catalog) -> Catalog:
    """Return the catalogue of a language with exactly the texts of the template.

    A text that is new is left untranslated: a guess from a similar one would be taken for true.
    """
    catalogue = read(language)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    name = catalogue.locale.english_name if catalogue.locale else language
    catalogue.header_comment = f"# Texts of seqeditor in {name}."
    for message in catalogue:
        # A text that gained or lost its plural keeps half a translation, marked as a guess.
        if message.id and message.fuzzy:
            message.string = ("",) * catalogue.num_plurals if message.pluralizable else ""
            message.flags.discard("fuzzy")
    return catalogue


def written(catalogue: Catalog) -> str:
    """Return a catalogue as the text of its `.po` file."""
    stream = BytesIO()
    write_po(
        stream,
        catalogue,
        width=WIDTH,
        ignore_obsolete=True,
        include_lineno=False,
    )
    return _PASSING.sub("", stream.getvalue().decode("utf-8")).rstrip("\n") + "\n"


def update_all() -> None:
    """Bring every `.po` file up to date with the texts of the program."""
    template = extract()
    TRANSLATIONS.mkdir(exist_ok=True)
    for language in PLURAL_FORMS:
        catalogue = updated(language, template)
        path = TRANSLATIONS / f"{language}.po"
        path.write_text(written(catalogue), encoding="utf-8", newline="\n")
        missing = sum(not is_translated(message) for message in catalogue if message.id)
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} texts, {missing} untranslated")


def is_translated(message: Message) -> bool:
    """Return whether every wording of a message is there and none of them is a guess."""
    wordings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return not message.fuzzy and all(wordings)


def compile_all(target: Path = TRANSLATIONS) -> list[Path]:
    """Compile every `.po` file that is newer than its `.mo`; return the `.mo` files."""
    target.mkdir(parents=True, exist_ok=True)
    compiled = []
    for source in sorted(TRANSLATIONS.glob("*.po")):
        path = target / f"{source.stem}.mo"
        compiled.append(path)
        if path.is_file() and path.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        catalogue = read(source.stem)
        # Two test workers may compile at once: each writes its own file and renames it.
        partial = path.with_suffix(f".{os.getpid()}.part")
        with partial.open("wb") as stream:
            write_mo(stream, catalogue)
        partial.replace(path)
    return compiled
