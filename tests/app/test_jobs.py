from __future__ import annotations

import pytest

from seqeditor.app.jobs import CancelledError, Job


def test_a_job_tells_how_far_it_is() -> None:
    told: list[tuple[int, int, str]] = []
    job = Job(lambda one: told.append((one.done, one.total, one.label)))
    job.report(1, 3, "Reading {file}", {"file": "a"})
    job.report(2, 3)
    assert told == [(1, 3, "Reading {file}"), (2, 3, "Reading {file}")]
    assert job.parameters == {"file": "a"}


def test_a_job_that_was_cancelled_stops_at_its_next_report() -> None:
    job = Job()
    job.check()
    job.cancel()
    assert job.cancelled
    with pytest.raises(CancelledError):
        job.report(1, 2)
    with pytest.raises(CancelledError):
        job.check()
