"""A million bad inputs through the parser: every exception but the language's own, and every slow one, is printed.

    python benchmarks/fuzz.py [COUNT] [FIRST_SEED]

The inputs are mutated real formulas, word salads and arbitrary characters (`tests/fuzzing.py`), each made from its
seed. The exit status is the number of findings, at most 100.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse
from tests.fuzzing import make

SLOW = 1.0
"""Seconds for one input."""
CHUNK = 2_000


def attempt(seed: int) -> tuple[str, float]:
    """ "understood", "refused" or what went wrong, and how long it took."""
    text = make(seed)
    start = time.perf_counter()
    try:
        parse(text)
        outcome = "understood"
    except LanguageError as error:
        pointed = all(0 <= d.start <= d.end <= len(text) and d.message for d in error.diagnostics)
        outcome = "refused" if error.diagnostics and pointed else "POINTS OUTSIDE THE TEXT"
    except Exception as error:  # whatever it is, it is a finding
        outcome = f"RAISED {type(error).__name__}: {error}"[:100]
    return outcome, time.perf_counter() - start


def chunk(first: int) -> tuple[Counter[str], float, list[str]]:
    """The outcomes of a run of seeds, the longest time, and what was found."""
    outcomes: Counter[str] = Counter()
    longest = 0.0
    findings = []
    for seed in range(first, first + CHUNK):
        outcome, seconds = attempt(seed)
        outcomes[outcome if outcome in ("understood", "refused") else "finding"] += 1
        longest = max(longest, seconds)
        if outcome not in ("understood", "refused"):
            findings.append(f"seed {seed}: {outcome}\n    {make(seed)!r}")
        elif seconds > SLOW:
            findings.append(f"seed {seed}: took {seconds:.2f} s\n    {make(seed)!r}")
    return outcomes, longest, findings


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    total: Counter[str] = Counter()
    longest = 0.0
    found = 0
    start = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool() as pool:
        for outcomes, slowest, findings in pool.imap_unordered(chunk, range(first, first + count, CHUNK)):
            total += outcomes
            longest = max(longest, slowest)
            for finding in findings:
                print(finding, flush=True)
            found += len(findings)
    seconds = time.perf_counter() - start
    done = sum(total.values())
    print(f"{done:,} inputs in {seconds:.0f} s: {total['understood']:,} understood, {total['refused']:,} refused")
    print(f"slowest {longest * 1e3:.0f} ms (limit {SLOW * 1e3:.0f}); findings: {found}")
    return min(found, 100)


if __name__ == "__main__":
    sys.exit(main())
