"""f and its gradient on a grid: compiled from the expression, beside NumPy written by hand, in one run.

    python benchmarks/landscape.py [--grid 512] [--rounds 7] [--json FILE]

Two hands are timed: "plain" evaluates the formula on whole arrays, as one writes it; "chunked" does the same in
pieces that fit the cache. The ratio is to the faster of them, best rounds of both. Exit status 1 when a value
differs or a ratio is above its limit.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import MINUS_ONE, ONE, Add, Apply, Expr, Mul, Number, Power, Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.algebra.walk import symbols
from gradviz.numeric.binding import Binding, default_binding
from gradviz.numeric.compile import compile_expressions
from gradviz.numeric.descent import GradientDescent, Limits, descend
from gradviz.numeric.landscape import Landscape, default_plane

LIMIT = 1.5
"""Times the faster hand-written version."""
Array = np.ndarray
Hand = Callable[[Array, Array], tuple[Array, ...]]

x, y = Symbol("x", SCALAR), Symbol("y", SCALAR)
w, X, b = Symbol("w", ("n", 1)), Symbol("X", ("m", "n")), Symbol("b", ("m", 1))
TWO = Number(2)


@dataclass(frozen=True)
class Case:
    """A function, its gradients, the same by hand, and the points that a hand takes at a time."""

    name: str
    function: Expr
    gradients: dict[Symbol, Expr]
    binding: Binding
    hand: Hand
    chunk: int


def _minus(left: Expr, right: Expr) -> Expr:
    return Add(left, Mul(MINUS_ONE, right))


def rosenbrock() -> Case:
    residual = _minus(y, Power(x, TWO))
    function = Add(Power(_minus(ONE, x), TWO), Mul(Number(100), Power(residual, TWO)))
    gradients = {
        x: Add(Mul(Number(-2), _minus(ONE, x)), Mul(Number(-400), x, residual)),
        y: Mul(Number(200), residual),
    }

    def hand(p: Array, q: Array) -> tuple[Array, ...]:
        r, s = q - p * p, 1 - p
        return s * s + 100 * (r * r), -2 * s - 400 * p * r, 200 * r

    return Case("Rosenbrock", function, gradients, default_binding([x, y], variables=[x, y]), hand, 16_384)


def log_sum_exp() -> Case:
    """``log(e^(x + 3y - 0.1) + e^(x - 3y - 0.1) + e^(-x - 0.1))`` (Boyd & Vandenberghe, sec. 9.3.2)."""
    tenth = Mul(MINUS_ONE, n.Quotient(ONE, Number(10)))
    exponents = [
        Add(x, Mul(Number(3), y), tenth),
        Add(x, Mul(Number(-3), y), tenth),
        Add(Mul(MINUS_ONE, x), tenth),
    ]
    powers = [Apply(e, "exp") for e in exponents]
    total = Add(*powers)
    gradients: dict[Symbol, Expr] = {
        x: n.Quotient(Add(powers[0], powers[1], Mul(MINUS_ONE, powers[2])), total),
        y: n.Quotient(Add(Mul(Number(3), powers[0]), Mul(Number(-3), powers[1])), total),
    }

    def hand(p: Array, q: Array) -> tuple[Array, ...]:
        a, c, d = p + 3 * q - 0.1, p - 3 * q - 0.1, -p - 0.1
        top = np.maximum(np.maximum(a, c), d)
        a, c, d = np.exp(a - top), np.exp(c - top), np.exp(d - top)
        whole = a + c + d
        return np.log(whole) + top, (a + c - d) / whole, 3 * (a - c) / whole

    function = Apply(total, "log")
    return Case("log-sum-exp", function, gradients, default_binding([x, y], variables=[x, y]), hand, 16_384)


def logistic(rows: int) -> Case:
    margin = n.Hadamard(Mul(MINUS_ONE, b), Mul(X, w))
    function = n.Sum(Apply(Add(n.Fill(ONE, "m", 1), Apply(margin, "exp")), "log"))
    gradient = Mul(MINUS_ONE, n.Transpose(X), n.Hadamard(b, Apply(margin, "sigmoid")))
    binding = default_binding(symbols(function), dims={"m": rows}, variables=[w])
    data, labels = np.asarray(binding.values["X"]), np.asarray(binding.values["b"])[:, None]

    def hand(p: Array, q: Array) -> tuple[Array, ...]:
        z = -labels * (data @ np.stack([p, q]))
        loss = (np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))).sum(axis=0)
        slope = -(data.T @ (labels / (1 + np.exp(-z))))
        return loss, slope[0], slope[1]

    return Case(f"logistic, {rows} rows", function, {w: gradient}, binding, hand, max(16_384 // rows, 256))


def chunked(case: Case) -> Hand:
    """The hand-written version in pieces."""

    def run(p: Array, q: Array) -> tuple[Array, ...]:
        out = tuple(np.empty_like(p) for _ in range(3))
        for start in range(0, len(p), case.chunk):
            part = slice(start, start + case.chunk)
            for whole, piece in zip(out, case.hand(p[part], q[part]), strict=True):
                whole[part] = piece
        return out

    return run


def timed(functions: list[Callable[[], object]], rounds: int) -> list[list[float]]:
    """Milliseconds of each, taken in turn so that all meet the same machine."""
    times: list[list[float]] = [[] for _ in functions]
    for _ in range(rounds):
        for kept, function in zip(times, functions, strict=True):
            start = time.perf_counter()
            function()
            kept.append((time.perf_counter() - start) * 1e3)
    return times


def measure(case: Case, grid: int, rounds: int) -> dict[str, object]:
    start = time.perf_counter()
    program = compile_expressions([case.function, *case.gradients.values()], tuple(case.gradients), case.binding)
    compiled_in = (time.perf_counter() - start) * 1e3
    axis = np.linspace(-3, 3, grid)
    p, q = (a.ravel() for a in np.meshgrid(axis, axis))
    arguments = (p, q) if len(case.gradients) == 2 else (np.stack([p, q]),)
    pieces = chunked(case)

    found = program(*arguments)
    parts = found if len(found) == 3 else (found[0], found[1][0], found[1][1])
    with np.errstate(all="ignore"):
        wanted = pieces(p, q)
        same = all(np.allclose(f, h, rtol=1e-9, atol=1e-9) for f, h in zip(parts, wanted, strict=True))
        # The whole-array version of the large case needs gigabytes of temporaries: time it where it fits.
        plain = case.hand if "1000" not in case.name or grid <= 256 else None
        functions: list[Callable[[], object]] = [lambda: program(*arguments), lambda: pieces(p, q)]
        if plain is not None:
            functions.append(lambda: plain(p, q))
        times = [min(t) for t in timed(functions, rounds)]
    plane = default_plane(list(case.gradients), case.binding)
    assert plane is not None
    landscape = Landscape(case.function, case.gradients, None, case.binding, plane)
    start = time.perf_counter()
    run = descend(landscape, landscape.state(-0.5, 0.7), GradientDescent(1e-7), Limits(steps=1_000, tolerance=0.0))
    descended = (time.perf_counter() - start) * 1e3
    return {
        "case": case.name,
        "grid": grid,
        "compile_ms": compiled_in,
        "gradviz_ms": times[0],
        "hand_chunked_ms": times[1],
        "hand_plain_ms": times[2] if len(times) > 2 else math.nan,
        "ratio": times[0] / min(times[1:]),
        "same": same,
        "descent_steps": run.steps,
        "descent_ms": descended,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--grid", type=int, default=512)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", help="also write the figures to this file")
    options = parser.parse_args()
    columns = ("case", "compile", "gradviz", "by hand, chunked", "plain", "ratio", "same", "1,000 descent steps")
    print(f"f and gradient on {options.grid}², best ms of {options.rounds}")
    print("{:<20}{:>9}{:>9}{:>18}{:>9}{:>7}{:>6}{:>21}".format(*columns))
    rows = []
    for case in (rosenbrock(), log_sum_exp(), logistic(10), logistic(1_000)):
        row = measure(case, options.grid, options.rounds if "1000" not in case.name else min(options.rounds, 3))
        rows.append(row)
        print(
            "{case:<20}{compile_ms:>9.1f}{gradviz_ms:>9.1f}{hand_chunked_ms:>18.1f}{hand_plain_ms:>9.1f}"
            "{ratio:>7.2f}{same!s:>6}{descent_ms:>18.1f} ms".format(**row)
        )
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(rows, file, indent=1)
    return 0 if all(row["same"] and float(str(row["ratio"])) <= LIMIT for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
