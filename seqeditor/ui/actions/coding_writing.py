"""What is written of a coding region: the CDS, its translation, its protein; inside of one step."""

from __future__ import annotations

from collections.abc import Sequence as Several

from seqeditor.app.coding import Reading, with_new_cds, with_reading
from seqeditor.app.jobs import Job
from seqeditor.app.proteins import add_proteins
from seqeditor.store.workingcopy import WorkingCopy
from seqeditor.ui.dialogs.translate import Choice, Protein


def write_reading(copy: WorkingCopy, choice: Choice) -> int:
    """Write a translation, and name or add the protein; returns the address of the CDS."""
    if choice.feature is None:
        proteins = choice.protein is not Protein.NONE
        reuse = choice.protein is Protein.FOUND
        regions = write_regions(
            copy, choice.sequence, [choice.reading], proteins=proteins, reuse=reuse
        )
        return regions[0]
    sequence = copy.sequence(choice.sequence)
    refs = [feature.ref for feature in sequence.features]
    index = refs.index(choice.feature)
    copy.write_sequence(choice.sequence, with_reading(sequence, index, choice.reading))
    if choice.protein is not Protein.NONE:
        wanted = {choice.sequence: {choice.feature}}
        add_proteins(copy, wanted, Job(), reuse=choice.protein is Protein.FOUND)
    return choice.feature


def write_regions(
    copy: WorkingCopy,
    sequence_id: int,
    readings: Several[Reading],
    *,
    proteins: bool,
    reuse: bool = True,
    job: Job | None = None,
) -> list[int]:
    """Add CDS at the end of the feature table, with their proteins; returns their addresses.

    Raises CancelledError.
    """
    job = job or Job()
    sequence = copy.sequence(sequence_id)
    count = len(sequence.features)
    for done, reading in enumerate(readings):
        if done % 20 == 0:
            job.report(done, len(readings))
        sequence = with_new_cds(sequence, reading)
    copy.write_sequence(sequence_id, sequence)
    refs = [feature.ref for feature in copy.sequence(sequence_id).features[count:]]
    if proteins:
        add_proteins(copy, {sequence_id: set(refs)}, job, reuse=reuse)
    return refs
