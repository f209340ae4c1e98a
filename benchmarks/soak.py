"""Thousands of seeded random functions through derive and verify: every failure is printed with its seed.

All nodes, shapes and properties; all layouts, both conventions for structured matrices, first and second order, one
variable and several. A derivation may end with a reason only where the engine says that it has no such derivative; it
must never fail its own check, raise, or take longer than the limit.

    python benchmarks/soak.py [COUNT] [FIRST_SEED] [DEPTH] [--modules]

With ``--modules`` the functions go through the printed NumPy modules instead: each is executed, and its function,
derivatives and differential are compared with the reference evaluator and with finite differences.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.algebra.walk import node_count, symbols
from gradviz.calculus.engine import derive
from gradviz.calculus.structured import is_structured
from gradviz.calculus.verify import verify
from gradviz.typeset.text import text
from tests.strategies import SHAPES, VARIABLES, seeded
from tests.typeset import executed

SLOW = 2.0
"""Seconds for one function; what takes longer is listed."""
HONEST = ("more than 1000 terms", "too long")
"""Words of the reasons for which a derivation may stop."""
MODES: dict[str, dict[str, Any]] = {
    "first order": {},
    "first order, scalar": {"shapes": [SCALAR]},
    "numerator": {"options": {"layout": "numerator"}},
    "denominator": {"options": {"layout": "denominator"}},
    "free entries": {"shapes": [SCALAR], "options": {"structure": "free"}},
    "several variables": {"shapes": [SCALAR], "several": True},
    "several variables of every shape": {"several": True},
    "within a structure": {"structured": True},
    "free entries of every shape": {"structured": True, "options": {"structure": "free"}},
    "second order": {"shapes": [SCALAR], "smooth": True, "options": {"order": 2}},
    "block Hessian": {"shapes": [SCALAR], "smooth": True, "several": True, "options": {"order": 2}},
}


def variables_for(function: Expr, seed: int, mode: dict[str, Any]) -> list[Symbol]:
    """What to differentiate by: symbols that occur, where there are any."""
    inside = [s for s in symbols(function) if s in VARIABLES]
    if mode.get("structured"):
        inside = [s for s in inside if is_structured(s)] or inside
    Random(seed).shuffle(inside)
    return inside[: 3 if mode.get("several") else 1] or [VARIABLES[0]]


def attempt(function: Expr, variables: list[Symbol], options: dict[str, Any]) -> str:
    """How it went: "right", an honest reason, or what failed."""
    try:
        derivation = verify(derive(function, variables, **options))
    except Exception as error:  # whatever it is, it is a finding
        return f"RAISED {type(error).__name__}: {error}"
    if derivation.cannot is not None:
        honest = any(words in derivation.cannot for words in HONEST)
        return f"{'refused' if honest else 'REFUSED'}: {derivation.cannot}"
    assert derivation.verification is not None
    if derivation.verification.ok:
        return "right"
    wrong = [s.rule.id for s, c in zip(derivation.steps, derivation.verification.steps, strict=True) if not c.ok]
    return f"WRONG: {', '.join(wrong) or 'answer'}, error {derivation.verification.error:.2g}"


def soak_modules(count: int, first: int, depth: int) -> int:
    """Every printed module of `count` seeds, executed."""
    outcomes: Counter[str] = Counter()
    start = time.perf_counter()
    for seed in range(first, first + count):
        try:
            outcome = executed.attempt(seed, depth)
        except Exception as error:  # whatever it is, it is a finding
            outcome = f"RAISED {type(error).__name__}: {error}"
        kind = outcome if outcome in ("", "refused") else "WRONG"
        outcomes[kind or "right"] += 1
        if kind == "WRONG":
            print(f"seed {seed} {outcome}")
    summary = ", ".join(f"{n} {kind}" for kind, n in outcomes.most_common())
    print(f"{count} printed modules in {time.perf_counter() - start:.0f} s: {summary}")
    return 1 if outcomes["WRONG"] else 0


def main() -> int:
    numbers = [int(a) for a in sys.argv[1:] if not a.startswith("--")]
    count, first, depth = [*numbers, *(3000, 0, 4)[len(numbers) :]]
    if "--modules" in sys.argv:
        return soak_modules(count, first, depth)
    outcomes: Counter[str] = Counter()
    failures, slow, sizes = 0, 0, 0
    start = time.perf_counter()
    for seed in range(first, first + count):
        name = list(MODES)[seed % len(MODES)]
        mode = MODES[name]
        function = seeded(seed, mode.get("shapes", SHAPES), depth, smooth=mode.get("smooth", False))
        variables = variables_for(function, seed, mode)
        sizes += node_count(function)
        begun = time.perf_counter()
        outcome = attempt(function, variables, mode.get("options", {}))
        seconds = time.perf_counter() - begun
        kind = outcome.partition(":")[0]
        outcomes[kind] += 1
        failures += kind.isupper() or kind.startswith("RAISED")
        slow += seconds > SLOW
        if kind not in ("right", "refused") or seconds > SLOW:
            by = ", ".join(v.name for v in variables)
            print(f"seed {seed} ({name}, {seconds:.1f} s) {outcome}\n    {text(function)}   by {by}")
    seconds = time.perf_counter() - start
    summary = ", ".join(f"{n} {kind}" for kind, n in outcomes.most_common())
    print(
        f"{count} functions of {sizes / max(count, 1):.0f} nodes on average in {seconds:.0f} s: {summary}; {slow} slow"
    )
    return 1 if failures or slow else 0


if __name__ == "__main__":
    sys.exit(main())
