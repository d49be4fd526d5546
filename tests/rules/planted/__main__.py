"""Print the table of docs/rule-quality.md: `python -m tests.rules.planted [faults] [listings]`."""

from __future__ import annotations

import sys

from tests.rules.planted.measure import Tally, clean, outcomes, planters, table


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def main(faults: int, listings: int) -> None:
    """Measure and print; what was not found by its rule is named."""
    tally = Tally()
    for one in outcomes(faults):
        tally.add(one)
        if not one.found or one.errors:
            told = [(f.rule, f.place) for f in one.others]
            say(f"{one.planter.id} (listing {one.seed}, sequence {one.position}): {told}")
    every = planters()
    rules = len({one.rule for one in every})
    say(f"{tally.total.planted} faults, {len(every)} ways to plant them, {rules} rules\n")
    say(table(tally))
    false = sum(map(len, clean(listings)))
    say(f"{listings} valid listings: {false} errors")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*(numbers + [3 * len(planters()), 1_000][len(numbers) :]))
