"""How the time to derive and verify grows with the size of the expression, for deep ones and for wide ones.

The families: a network ``W_k sigma(... sigma(W_1 x))`` by its input (a Jacobian), its squared loss by the first layer's
weights (a gradient), a recurrent loss in which all layers share one weight matrix, a sum of k quadratic forms, and both
losses once more with a name for every layer. The exponent p of ``time ~ k^p`` is fitted over the upper half of the
sizes; linear growth is p = 1. The aim: derived and verified within two seconds at k = 200.

    python benchmarks/growth.py [--plot FILE.svg]
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from gradviz.algebra.nodes import MINUS_ONE, Add, Apply, Expr, Mul, Norm, Number, Power, Symbol, Transpose
from gradviz.algebra.walk import postorder
from gradviz.calculus.engine import derive
from gradviz.calculus.verify import verify

SIZES = (1, 2, 5, 10, 20, 50, 100, 200)
AIM = 2.0
"""Seconds at the largest size."""
ROUNDS = 3
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#b8860b")

Problem = tuple[Expr, Symbol]
Named = tuple[Expr, Symbol, tuple[tuple[str, Expr], ...]]


def _layers(k: int, weights: Callable[[int], Symbol]) -> tuple[Expr, Symbol]:
    x = Symbol("x", ("n", 1))
    e: Expr = x
    for i in range(1, k + 1):
        e = Mul(weights(i), e)
        if i < k:
            e = Apply(e, "sigmoid")
    return e, x


def _weights(i: int) -> Symbol:
    return Symbol(f"W_{i}", ("n", "n"))


def _squared_error(e: Expr) -> Expr:
    return Power(Norm(Add(Symbol("y", ("n", 1)), Mul(MINUS_ONE, e)), "2"), Number(2))


def network(k: int) -> Problem:
    """``W_k sigma(... sigma(W_1 x))`` by x."""
    return _layers(k, _weights)


def network_loss(k: int) -> Problem:
    """``||y - W_k sigma(... sigma(W_1 x))||^2`` by W_1."""
    return _squared_error(_layers(k, _weights)[0]), _weights(1)


def recurrent_loss(k: int) -> Problem:
    """The same loss with one matrix W in every layer, by W."""
    shared = Symbol("W", ("n", "n"))
    return _squared_error(_layers(k, lambda _: shared)[0]), shared


def quadratic_forms(k: int) -> Problem:
    """``x' A_1 x + ... + x' A_k x`` by x."""
    x = Symbol("x", ("n", 1))
    terms = [Mul(Transpose(x), Symbol(f"A_{i}", ("n", "n")), x) for i in range(1, k + 1)]
    return (Add(*terms) if k > 1 else terms[0]), x


def named_layers(k: int, problem: Problem) -> Named:
    """The problem with the layers ``h_1 = sigma(W_1 x), h_2 = sigma(W_2 h_1), ...`` as definitions."""
    function, variable = problem
    layers = [e for e in postorder(function) if isinstance(e, Apply)]
    return function, variable, tuple((f"h_{i}", layer) for i, layer in enumerate(layers, 1))


FAMILIES: dict[str, Callable[[int], Problem]] = {
    "network by its input": network,
    "loss by the first layer": network_loss,
    "recurrent loss": recurrent_loss,
    "sum of quadratic forms": quadratic_forms,
}


NAMED_FAMILIES: dict[str, Callable[[int], Named]] = {
    "named layers": lambda k: named_layers(k, network_loss(k)),
    "named recurrent layers": lambda k: named_layers(k, recurrent_loss(k)),
}


def seconds(problem: Problem | Named) -> tuple[float, float]:
    """The shortest times to derive and to verify, over some rounds.

    Raises
    ------
    RuntimeError
        Where the answer is missing or not verified.
    """
    function, variable, *rest = problem
    definitions = rest[0] if rest else ()
    best = [math.inf, math.inf]
    for _ in range(ROUNDS):
        start = time.perf_counter()
        derivation = derive(function, [variable], definitions=definitions)
        middle = time.perf_counter()
        checked = verify(derivation)
        end = time.perf_counter()
        if derivation.cannot is not None or not checked.verification:
            raise RuntimeError(derivation.cannot or "the numeric check failed")
        best = [min(best[0], middle - start), min(best[1], end - middle)]
    return best[0], best[1]


def exponent(sizes: tuple[int, ...], times: list[float]) -> float:
    """The slope of log time over log size, upper half of the sizes."""
    half = len(sizes) // 2
    return float(np.polyfit(np.log(sizes[half:]), np.log(times[half:]), 1)[0])


def main() -> int:
    """1 if an aim is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw the times over the sizes")
    options = parser.parse_args()
    seconds(network_loss(2))  # what is imported and cached at first use is none of the growth
    curves: dict[str, list[float]] = {}
    missed = []
    print("milliseconds to derive + to verify")
    print(f"{'k':<26}" + "".join(f"{k:>13}" for k in SIZES) + f"{'exponent':>10}")
    for name, family in {**FAMILIES, **NAMED_FAMILIES}.items():
        pairs = [seconds(family(k)) for k in SIZES]
        totals = [a + b for a, b in pairs]
        cells = "".join(f"{f'{1000 * a:.1f}+{1000 * b:.1f}':>13}" for a, b in pairs)
        print(f"{name:<26}{cells}{exponent(SIZES, totals):>10.2f}", flush=True)
        curves[name] = totals
        if totals[-1] > AIM:
            missed.append(name)
    if options.plot is not None:
        options.plot.write_text(drawing(curves), encoding="utf-8")
        print(f"written: {options.plot}")
    print(f"over {AIM:g} s at k = {SIZES[-1]}: {', '.join(missed) or 'none'}")
    return bool(missed)


def drawing(curves: dict[str, list[float]]) -> str:
    """The curves on logarithmic axes as an SVG, with the slope of linear growth dashed beside them."""
    width, height, left, bottom = 640, 420, 70, 60
    low = math.floor(min(math.log10(t) for times in curves.values() for t in times))
    high = math.ceil(max(math.log10(t) for times in curves.values() for t in times))

    def at(k: float, t: float) -> str:
        x = left + (width - left - 150) * math.log10(k) / math.log10(SIZES[-1])
        y = height - bottom - (height - bottom - 20) * (math.log10(t) - low) / (high - low)
        return f"{x:.1f},{y:.1f}"

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">']
    parts.append(f'<rect width="{width}" height="{height}" fill="white"/>')
    for power in range(low, high + 1):
        x, y = at(1, 10.0**power).split(",")
        end = at(SIZES[-1], 10.0**power).split(",")[0]
        parts.append(f'<path d="M{x},{y} H{end}" stroke="#ddd"/>')
        parts.append(f'<text x="{left - 8}" y="{y}" font-size="11" text-anchor="end">{1000 * 10.0**power:g} ms</text>')
    for k in SIZES:
        x = at(k, 10.0**low).split(",")[0]
        parts.append(f'<text x="{x}" y="{height - bottom + 16}" font-size="11" text-anchor="middle">{k}</text>')
    parts.append(f'<text x="{left}" y="{height - 20}" font-size="12">k (layers or terms)</text>')
    start = 10.0**low
    top = min(SIZES[-1], 10.0 ** (high - low))
    parts.append(
        f'<path d="M{at(1, start)} L{at(top, start * top)}" stroke="#999" stroke-dasharray="5 4" fill="none"/>'
    )
    for (name, times), colour in zip(
        curves.items(), ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#b8860b"), strict=False
    ):
        points = " ".join(at(k, t) for k, t in zip(SIZES, times, strict=True))
        parts.append(f'<polyline points="{points}" stroke="{colour}" stroke-width="2" fill="none"/>')
        x, y = at(SIZES[-1], times[-1]).split(",")
        parts.append(f'<text x="{float(x) + 6}" y="{y}" font-size="11" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
