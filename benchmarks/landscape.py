"""f, its gradient and its Hessian on a grid: compiled from the engine's own answers, beside NumPy written by hand and
SymPy's lambdify, in one run.

    python benchmarks/landscape.py [--grid 512] [--rounds 9] [--json FILE]

The expressions are what the engine derives from the text of each case. Two hands are timed: "plain" evaluates the
formulas on whole arrays, as one writes them; "chunked" does the same in pieces that fit the cache. `lambdify` is given
the scalar formulas with their common parts taken out (cse=True), for the cases that SymPy can write down in useful
time. The ratio is to the faster hand, best rounds of both. Exit status 1 when a value differs, a ratio is above its
limit, or lambdify is faster.
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

import gradviz
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.numeric.binding import Binding, default_binding
from gradviz.numeric.derivatives import Derivatives
from gradviz.numeric.descent import GradientDescent, Limits, descend
from gradviz.numeric.landscape import Landscape, by_variable, default_plane

LIMIT = 1.2
"""Times the faster hand-written version."""
Array = np.ndarray
Hand = Callable[[Array, Array], tuple[Array, ...]]
SYMPY_ROWS = 20
"""Rows of data up to which SymPy writes the formulas down within seconds."""


@dataclass(frozen=True)
class Case:
    """A function in the language users type, the same by hand with its derivatives, and the points that the hand takes
    at a time.

    Attributes
    ----------
    hand : from two coordinates to ``f, f_x, f_y, f_xx, f_xy, f_yy``.
    scalar : the function in SymPy's terms, or None.
    """

    name: str
    text: str
    wrt: tuple[str, ...]
    declare: tuple[str, ...]
    values: dict[str, Array]
    hand: Hand
    chunk: int
    scalar: Callable[[object, object], object] | None = None


def rosenbrock() -> Case:
    def hand(p: Array, q: Array) -> tuple[Array, ...]:
        square = p * p
        r, s = q - square, 1 - p
        return (
            s * s + 100 * (r * r),
            -2 * s - 400 * (p * r),
            200 * r,
            2 + 800 * square - 400 * r,
            -400 * p,
            np.full_like(p, 200.0),
        )

    text = "(1-x)^2+100(y-x^2)^2"
    scalar = lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2  # noqa: E731
    return Case("Rosenbrock", text, ("x", "y"), (), {}, hand, 16_384, scalar)


def log_sum_exp() -> Case:
    """``log(e^(x + 3y - 0.1) + e^(x - 3y - 0.1) + e^(-x - 0.1))`` (Boyd & Vandenberghe, sec. 9.3.2)."""

    def hand(p: Array, q: Array) -> tuple[Array, ...]:
        a, c, d = p + 3 * q - 0.1, p - 3 * q - 0.1, -p - 0.1
        top = np.maximum(np.maximum(a, c), d)
        a, c, d = np.exp(a - top), np.exp(c - top), np.exp(d - top)
        whole = a + c + d
        gx, gy = (a + c - d) / whole, 3 * (a - c) / whole
        return np.log(whole) + top, gx, gy, 1 - gx * gx, gy - gx * gy, 9 * (a + c) / whole - gy * gy

    def scalar(x: object, y: object) -> object:
        import sympy

        tenth = sympy.Rational(1, 10)
        return sympy.log(sympy.exp(x + 3 * y - tenth) + sympy.exp(x - 3 * y - tenth) + sympy.exp(-x - tenth))

    text = "log(exp(x+3y-0.1)+exp(x-3y-0.1)+exp(-x-0.1))"
    return Case("log-sum-exp", text, ("x", "y"), ("x in R", "y in R"), {}, hand, 16_384, scalar)


def logistic(rows: int) -> Case:
    random = np.random.default_rng(0)
    data = random.standard_normal((rows, 2))
    labels = np.where(data @ [1.0, -0.5] + random.standard_normal(rows) > 0, 1.0, -1.0)
    signs = labels[:, None]
    products = np.stack([data[:, 0] ** 2, data[:, 0] * data[:, 1], data[:, 1] ** 2])

    def hand(p: Array, q: Array) -> tuple[Array, ...]:
        z = -signs * (data @ np.stack([p, q]))
        loss = (np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))).sum(axis=0)
        s = 1 / (1 + np.exp(-z))
        slope = -(data.T @ (signs * s))
        a, b, c = products @ (s * (1 - s))
        return loss, slope[0], slope[1], a, b, c

    def scalar(x: object, y: object) -> object:
        import sympy

        return sum(sympy.log(1 + sympy.exp(-b * (u * x + v * y))) for b, (u, v) in zip(labels, data, strict=True))

    text = "sum(log(1+exp(-b .* (X w))))"
    return Case(
        f"logistic, {rows} rows",
        text,
        ("w",),
        (),
        {"X": data, "b": labels},
        hand,
        max(65_536 // rows, 256),
        scalar if rows <= SYMPY_ROWS else None,
    )


@dataclass(frozen=True)
class Derived:
    """A case's function, gradients and Hessian, as the engine derives them."""

    function: Expr
    gradients: dict[Symbol, Expr]
    hessian: Expr
    binding: Binding


def derived(case: Case) -> Derived:
    first = gradviz.derive(case.text, wrt=case.wrt, declare=case.declare, order=1)
    second = gradviz.derive(case.text, wrt=case.wrt, declare=case.declare, order=2)
    variables = first.core.variables
    results = [r.expression for r in first.core.results]
    gradients = by_variable(results[0], variables) if len(results) == 1 else dict(zip(variables, results, strict=True))
    sizes = {str(variables[0].shape.rows): 2} if case.values else {}
    if case.values:
        X = next(s for s in first.problem.symbols if s.name == "X")
        sizes[str(X.shape.rows)] = len(case.values["X"])
    binding = default_binding(first.problem.symbols, dims=sizes, variables=variables)
    for name, value in case.values.items():
        binding = binding.with_value(name, value)
    return Derived(first.core.function, gradients, second.core.results[0].expression, binding)


def lambdified(case: Case) -> Hand | None:
    """SymPy's derivatives, compiled with their common parts taken out."""
    if case.scalar is None:
        return None
    import sympy

    x, y = sympy.symbols("x y", real=True)
    f = case.scalar(x, y)
    first = [sympy.diff(f, v) for v in (x, y)]
    second = [sympy.diff(first[0], x), sympy.diff(first[0], y), sympy.diff(first[1], y)]
    run: Hand = sympy.lambdify((x, y), [f, *first, *second], "numpy", cse=True)
    return run


def chunked(case: Case) -> Hand:
    """The hand-written version in pieces."""

    def run(p: Array, q: Array) -> tuple[Array, ...]:
        out = tuple(np.empty_like(p) for _ in range(6))
        for start in range(0, len(p), case.chunk):
            part = slice(start, start + case.chunk)
            for whole, piece in zip(out, case.hand(p[part], q[part]), strict=True):
                whole[part] = piece
        return out

    return run


def timed(functions: list[Callable[[], object]], rounds: int) -> list[float]:
    """The best milliseconds of each, taken in turn so that all meet the same machine."""
    best = [math.inf] * len(functions)
    for _ in range(rounds):
        for i, function in enumerate(functions):
            start = time.perf_counter()
            function()
            best[i] = min(best[i], (time.perf_counter() - start) * 1e3)
    return best


def measure(case: Case, grid: int, rounds: int) -> dict[str, object]:
    found = derived(case)
    start = time.perf_counter()
    variables = tuple(found.gradients)
    made = Derivatives(found.function, variables, found.binding, list(found.gradients.values()), found.hessian)
    program = made.second_order_program()
    compiled_in = (time.perf_counter() - start) * 1e3
    axis = np.linspace(-3, 3, grid)
    p, q = (a.ravel() for a in np.meshgrid(axis, axis))
    arguments = (p, q) if len(variables) == 2 else (np.stack([p, q]),)
    pieces, sympys = chunked(case), lambdified(case)

    with np.errstate(all="ignore"):
        values = program(*arguments)
        parts = values if len(variables) == 2 else (values[0], values[1][0], values[1][1], *values[2:])
        same = all(np.allclose(f, h, rtol=1e-9, atol=1e-8) for f, h in zip(parts, pieces(p, q), strict=True))
        functions: list[Callable[[], object]] = [lambda: program(*arguments), lambda: pieces(p, q)]
        # The whole-array version of the large case needs gigabytes of temporaries: time it where it fits.
        plain = "1000" not in case.name or grid <= 256
        if plain:
            functions.append(lambda: case.hand(p, q))
        if sympys is not None:
            functions.append(lambda: sympys(p, q))
        times = timed(functions, rounds)
    plane = default_plane(list(variables), found.binding)
    assert plane is not None
    landscape = Landscape(found.function, found.gradients, found.hessian, found.binding, plane)
    start = time.perf_counter()
    run = descend(landscape, landscape.state(-0.5, 0.7), GradientDescent(1e-7), Limits(steps=1_000, tolerance=0.0))
    descended = (time.perf_counter() - start) * 1e3
    hands = times[1:3] if plain else times[1:2]
    return {
        "case": case.name,
        "grid": grid,
        "compile_ms": compiled_in,
        "gradviz_ms": times[0],
        "hand_chunked_ms": times[1],
        "hand_plain_ms": times[2] if plain else math.nan,
        "lambdify_ms": times[-1] if sympys is not None else math.nan,
        "ratio": times[0] / min(hands),
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
    columns = ("case", "compile", "gradviz", "by hand, chunked", "plain", "lambdify", "ratio", "same", "1,000 steps")
    print(f"f, gradient and Hessian on {options.grid}², best ms of {options.rounds}")
    print("{:<20}{:>9}{:>9}{:>18}{:>9}{:>10}{:>7}{:>6}{:>14}".format(*columns))
    rows = []
    for case in (rosenbrock(), log_sum_exp(), logistic(SYMPY_ROWS), logistic(1_000)):
        row = measure(case, options.grid, options.rounds if "1000" not in case.name else min(options.rounds, 3))
        rows.append(row)
        print(
            "{case:<20}{compile_ms:>9.1f}{gradviz_ms:>9.1f}{hand_chunked_ms:>18.1f}{hand_plain_ms:>9.1f}"
            "{lambdify_ms:>10.1f}{ratio:>7.2f}{same!s:>6}{descent_ms:>11.1f} ms".format(**row)
        )
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(rows, file, indent=1)
    fine = [
        row["same"]
        and float(str(row["ratio"])) <= LIMIT
        and not float(str(row["lambdify_ms"])) < float(str(row["gradviz_ms"]))
        for row in rows
    ]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
