"""How much room and time `seqeditor validate` takes for a large listing.

Run as `python benchmarks/validate.py [sequences]`. Room is what counts: it must not grow with the
file. Time is a ratio to a plain pass of the XML parser in the same run.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.read import generate, plain_pass, timed

ROOT = Path(__file__).resolve().parent.parent
BYTES_OF_ONE = 1_640


def measured(path: Path, jobs: int) -> tuple[float, float]:
    """Return the seconds a check takes, and the peak of memory of its largest process in MB."""
    command = [sys.executable, "-m", "seqeditor", "validate", str(path), "--jobs", str(jobs)]
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    seconds = time.perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Generate, measure, print."""
    sequences = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "listing.xml"
        total = generate(path, sequences * BYTES_OF_ONE // 1_000_000)
        base = timed(plain_pass, path)
        lines = [f"{total} sequences, {path.stat().st_size / 1e6:.0f} MB"]
        lines.append(f"plain iterparse    {base:7.2f} s   1.0x")
        for jobs in (1, 2):
            seconds, peak = measured(path, jobs)
            rate = total / seconds
            lines.append(
                f"validate --jobs {jobs}  {seconds:7.2f} s  {seconds / base:4.1f}x"
                f"  {rate:,.0f} sequences/s  peak {peak:.0f} MB"
            )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
