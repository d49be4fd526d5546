from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from seqeditor.domain.general_information import GeneralInformation, LanguageText
from seqeditor.domain.residues import CHUNK, digest
from seqeditor.domain.sequence import Feature, Qualifier
from seqeditor.store import bulk
from seqeditor.store.header_json import header_from_json, header_to_json
from seqeditor.store.project import open_project, save_project
from seqeditor.store.streamed import StreamedListing, columns_of
from seqeditor.store.workingcopy import WorkingCopy
from tests.store.rows import dna, images, letters, protein_of


def _fill(copy: WorkingCopy, *texts: str, batch: int = 3) -> list[int]:
    received = [(str(n), dna(text)) for n, text in enumerate(texts, 1)]
    return list(bulk.fill(copy, received, batch=batch))


def test_counts_as_it_goes(copy: WorkingCopy) -> None:
    assert _fill(copy, *"acgtacg") == [3, 6, 7]


def test_nothing_of_it_is_journalled(copy: WorkingCopy) -> None:
    _fill(copy, "ac", "gt")
    bulk.finish(copy, GeneralInformation(file_name="a"), numbering="written")
    assert copy.history() == []
    assert not copy.is_modified
    assert images(copy) == 0
    assert not copy.is_being_filled
    assert letters(copy) == ["ac", "gt"]
    assert copy.header.file_name == "a"


def test_links_are_made_at_the_end(copy: WorkingCopy) -> None:
    received = [("1", dna(protein="3")), ("2", dna(protein="1")), ("3", dna(protein="X9"))]
    list(bulk.fill(copy, received, batch=1))
    bulk.finish(copy, GeneralInformation(), numbering="written")
    ids = list(copy.order.ids)
    assert [protein_of(copy, i) for i in ids] == ["3", "1", "X9"]
    assert [set(copy.links(i).values()) for i in ids] == [{ids[2]}, {ids[0]}, set()]


def test_edits_after_a_fill(copy: WorkingCopy) -> None:
    _fill(copy, "ac", "gt")
    bulk.finish(copy, GeneralInformation(), numbering="position")
    with copy.step("insert"):
        copy.insert_sequences(2, [dna("nn")])
    assert letters(copy) == ["ac", "nn", "gt"]
    copy.undo()
    assert letters(copy) == ["ac", "gt"]


def test_an_empty_file(copy: WorkingCopy) -> None:
    assert _fill(copy) == [0]
    bulk.finish(copy, GeneralInformation(), numbering="written")
    assert copy.count() == 0


def test_a_source_that_fails(copy: WorkingCopy) -> None:
    def failing() -> object:
        yield "1", dna()
        raise LookupError

    with pytest.raises(LookupError):
        list(bulk.fill(copy, failing(), batch=1))  # type: ignore[arg-type]
    assert copy.is_being_filled


def test_long_residues(copy: WorkingCopy, tmp_path: Path) -> None:
    text = "acgtn" * CHUNK
    list(bulk.fill(copy, [("1", dna(text))]))
    bulk.finish(copy, GeneralInformation(), numbering="written")
    (row,) = copy.rows()
    assert row.digest == digest(dna(text).residues)
    assert copy.sequence(row.id).residues.text() == text
    save_project(copy, tmp_path / "a.seqproj")
    with closing(open_project(tmp_path / "a.seqproj", tmp_path / "again")) as again:
        assert letters(again) == [text]


@pytest.mark.parametrize(
    "header",
    [
        GeneralInformation(),
        GeneralInformation(
            dtd_version=None,
            file_name="",
            titles=(LanguageText("Ü \"'<&\n", None), LanguageText("", "")),
            applicant_name=LanguageText("名前", "ja"),
        ),
    ],
)
def test_a_header_comes_back(copy: WorkingCopy, header: GeneralInformation) -> None:
    text = header_to_json(header)
    assert header_from_json(text) == header
    with copy.step("edit"):
        copy.write_header(replace(header, written_total="5"))
    with copy.step("renumber"):
        copy.number_by_position()
    assert copy.header == header
    # What SQLite makes of the text is what would be written: no edit for an equal header.
    last = copy.last_step
    with copy.step("edit"):
        copy.write_header(header)
    assert copy.last_step == last


class TestStreamed:
    """The columns of a file that is read through only are those of a working copy."""

    def test_as_a_working_copy(self, copy: WorkingCopy) -> None:
        note = Feature("misc", "1", (Qualifier("note", "a", "б"),))
        sequences = [dna(), dna("cc", organism="Équus"), replace(dna("ggg"), features=(note,))]
        streamed = StreamedListing()
        streamed.header = GeneralInformation(file_name="a")
        streamed.add(columns_of(one, n, str(n)) for n, one in enumerate(sequences, 1))
        list(bulk.fill(copy, [(str(n), one) for n, one in enumerate(sequences, 1)]))
        bulk.finish(copy, streamed.header, numbering="written")
        assert list(streamed.rows()) == list(copy.rows())
        assert (streamed.count(), streamed.header) == (copy.count(), copy.header)
        streamed.close()

    def test_nothing(self) -> None:
        streamed = StreamedListing()
        assert (streamed.count(), list(streamed.rows())) == (0, [])
        streamed.close()
