"""The next filing of a family: what a client profile knows, and free text in a second language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from seqeditor.app.clients import Client, save_clients
from seqeditor.app.document import Document
from seqeditor.domain.edits.features import add_feature
from seqeditor.domain.general_information import (
    ApplicationIdentification,
    GeneralInformation,
    LanguageText,
)
from seqeditor.domain.sequence import Qualifier
from seqeditor.store.snapshots import count_snapshots
from seqeditor.ui.dialogs.next_filing import NextFilingDialog
from tests.end_to_end.conftest import Drive
from tests.listings import dna

BEFORE = GeneralInformation(
    file_reference="AB-1",
    application=ApplicationIdentification("EP", "24123456", "2024-03-05"),
    applicant_name=LanguageText("Acme Corp", "en"),
    titles=(LanguageText("Genes and primers", "en"),),
)


@pytest.mark.slow
def test_the_next_filing_with_a_second_language(
    document: Callable[..., Document], drive: Drive
) -> None:
    inventor = LanguageText("Erika Müller", "de")
    save_clients(
        [
            Client(
                "Acme",
                inventor_name=inventor,
                inventor_name_latin="Erika Mueller",
                non_english_language="de",
            )
        ]
    )
    made = document(0, add_feature(dna(), "misc_feature", "1..9", [Qualifier("note", "linker")]))
    made.apply_header("Fill", lambda _old: BEFORE)
    one = drive(made)
    one.menu("Tools", "Next filing of this family")
    dialog = one.dialog(NextFilingDialog)
    one.fill(dialog.reference.line, "AB-2")
    one.press("OK")
    one.settle()
    assert count_snapshots(made.copy) == 1
    one.menu("Tools", "Client profiles", "Acme")
    one.settle()
    assert made.header.inventor_name == inventor

    one.go_to(1)
    one.set_qualifier(1, "note", "Verbindungsstück", field="non_english")
    root = one.generate()
    assert root.get("nonEnglishFreeTextLanguageCode") == "de"
    assert root.findtext("ApplicantFileReference") == "AB-2"
    assert root.findtext("EarliestPriorityApplicationIdentification/ApplicationNumberText") == (
        "24123456"
    )
    assert root.findtext("InventorNameLatin") == "Erika Mueller"
    path = "//INSDQualifier[INSDQualifier_name='note']/NonEnglishQualifier_value/text()"
    assert root.xpath(path) == ["Verbindungsstück"]
    one.undoes_to_the_start()
