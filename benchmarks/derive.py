"""Time of a warm `gradviz.derive` over the reference texts, the share of verification, and SymPy's `diff` beside it.

SymPy is timed, its cache cleared before each round, on the problems that it answers rightly, in the same run; right
means that its derivative, put in numbers, is the formula of the reference table. The aims: median at most 5 ms, 95th
percentile at most 25 ms without verification, verification at most 10 ms at the median, five times as fast as SymPy at
the median, and an import that takes at most 150 ms beyond NumPy's own.

    python benchmarks/derive.py [ROUNDS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from gradviz.calculus.engine import derive
from gradviz.calculus.verify import verify
from gradviz.language.parser import parse
from tests import reference
from tests.reference import TABLE, Row

AIMS = {"derive, median": 5.0, "derive, p95": 25.0, "verify, median": 10.0, "import beyond NumPy": 150.0}


def milliseconds(work: Callable[[], Any], rounds: int) -> float:
    """The median over some rounds, after one to warm up."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def ours(row: Row, rounds: int) -> tuple[float, float, float]:
    """Milliseconds to read, to derive and to verify one problem."""
    problem = parse(row["text"], row["declare"])
    names = [row["wrt"]] if isinstance(row["wrt"], str) else row["wrt"]
    variables = [problem.symbol(name) or problem.declared_symbol(name) for name in names]
    options = {"order": row["order"], "layout": row["layout"], "structure": row["structure"]}

    def work() -> Any:
        return derive(problem.function, [v for v in variables if v is not None], **options)

    derivation = work()
    return (
        milliseconds(lambda: parse(row["text"], row["declare"]), rounds),
        milliseconds(work, rounds),
        milliseconds(lambda: verify(derivation), rounds),
    )


def sympy_problems() -> dict[str, Callable[[], Any]]:
    """Reference id -> SymPy's own derivative of it, for what SymPy can be asked without rewriting the problem."""
    import sympy as sp

    n, m, p, q = sp.symbols("n m p q", positive=True, integer=True)
    matrix, t, det, inv = sp.MatrixSymbol, sp.Trace, sp.Determinant, sp.Inverse
    a, b, x, y, w = (matrix(name, n, 1) for name in "abxyw")
    ym, V, xm, am = matrix("y", m, 1), matrix("X", m, n), matrix("x", m, 1), matrix("a", m, 1)
    A, X = matrix("A", n, n), matrix("X", n, n)
    s1, s2, r, mu, sigma = sp.symbols("x1 x2 x mu sigma", real=True)
    yy = sp.Symbol("y", real=True)
    An, Bn, Cn = matrix("A", m, n), matrix("B", p, q), matrix("C", m, q)
    residual = ym - V * w
    return {
        "lecture A12": lambda: (a.T * x).diff(x),
        "lecture A15": lambda: (x.T * x).diff(x),
        "lecture A17": lambda: (x.T * A * x).diff(x),
        "seminar B1.4": lambda: t(a.T * X * A * X * a).diff(X),
        "seminar B1.7": lambda: det(A).diff(A),
        "seminar B1.8": lambda: t(A).diff(A),
        "seminar B1.9": lambda: t(matrix("A", m, n) * matrix("B", n, m)).diff(matrix("A", m, n)),
        "seminar B1.10": lambda: t(xm.T * An * y).diff(An),
        "seminar B-reg": lambda: (residual.T * residual).diff(w),
        "seminar B-frob": lambda: t((V - An).T * (V - An)).diff(V),
        "cookbook 61": lambda: (a.T * inv(X) * b).diff(X),
        "cookbook 70": lambda: (am.T * V * b).diff(V),
        "cookbook 77": lambda: (b.T * V.T * V * matrix("c", n, 1)).diff(V),
        "cookbook 101": lambda: t(An * matrix("X", n, p) * matrix("B", p, m)).diff(matrix("X", n, p)),
        "cookbook 106": lambda: t(X * X).diff(X),
        "cookbook 108": lambda: t(V.T * matrix("B", m, m) * V).diff(V),
        "cookbook 119": lambda: t((An * matrix("X", n, p) * Bn + Cn) * (An * matrix("X", n, p) * Bn + Cn).T).diff(
            matrix("X", n, p)
        ),
        "cookbook 124": lambda: t(An * inv(X) * matrix("B", n, m)).diff(X),
        "Rosenbrock": lambda: sp.Matrix([sp.diff((1 - r) ** 2 + 100 * (yy - r**2) ** 2, v) for v in (r, yy)]),
        "monkey saddle": lambda: sp.Matrix([sp.diff(r**3 - 3 * r * yy**2, v) for v in (r, yy)]),
        "monkey saddle Hessian": lambda: sp.hessian(r**3 - 3 * r * yy**2, (r, yy)),
        "wave": lambda: sp.Matrix([sp.diff(sp.sin(r) * yy + sp.exp(-(r**2)), v) for v in (r, yy)]),
        "stretch C2": lambda: sp.Matrix([sp.diff(s1**2 + s2**2, v) for v in (s1, s2)]),
        "lecture A19": lambda: sp.diff(-sp.log(2 * sp.pi * sigma**2) / 2 - (r - mu) ** 2 / (2 * sigma**2), mu),
        "power to itself": lambda: sp.diff(r**r, r),
        "reciprocal of a square": lambda: sp.diff(1 / r**2, r),
    }


def is_right(found: Any, row: Row) -> bool:
    """Whether SymPy's derivative has the values of the reference formula."""
    import sympy as sp

    dims = {"n": 4, "m": 3, "p": 5, "q": 2}
    problem = parse(row["text"], row["declare"])
    values = reference.values_for([*problem.symbols], dims, 1)
    arrays = {s.name: v for s, v in values.items()}
    try:
        sized = found.subs(
            {symbol: dims[symbol.name] for symbol in found.free_symbols if symbol.name in dims and symbol.is_integer}
        )
        put_in: dict[Any, Any] = {}
        for symbol in sized.free_symbols:
            value = arrays[symbol.name]
            put_in[symbol] = sp.ImmutableMatrix(value) if getattr(symbol, "is_Matrix", False) else float(value[0, 0])
        numbers = sized.subs(put_in).doit()
        explicit = numbers.as_explicit() if hasattr(numbers, "as_explicit") else sp.Matrix([[numbers]])
        array = np.array(explicit.evalf().tolist(), dtype=float)
    except Exception:  # it has many ways not to answer
        return False
    expected = reference.formula(row["df"], values, dims)
    return array.shape == expected.shape and bool(np.allclose(array, expected, rtol=1e-6, atol=1e-8))


def import_time(code: str) -> float:
    """Milliseconds of an import in a fresh interpreter, the quickest of seven, from byte code as when installed."""
    script = f"import time; t = time.perf_counter(); {code}; print(1000 * (time.perf_counter() - t))"
    with tempfile.TemporaryDirectory() as cache:
        settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        settings["PYTHONPYCACHEPREFIX"] = cache
        command = [sys.executable, "-c", script]
        runs = [
            subprocess.run(command, capture_output=True, text=True, check=True, env=settings).stdout for _ in range(8)
        ]
    times = [float(run) for run in runs[1:]]  # the first one compiles
    return min(times)


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    measured = {row["id"]: ours(row, rounds) for row in TABLE}
    print(f"{'problem':34} {'read':>7} {'derive':>7} {'verify':>7}   ms, warm")
    for name, (read, derived, verified) in sorted(measured.items(), key=lambda item: -sum(item[1]))[:12]:
        print(f"{name:34} {read:7.2f} {derived:7.2f} {verified:7.2f}")
    print("...")
    columns = [sorted(times) for times in zip(*measured.values(), strict=True)]
    for label, place in (("median", 0.5), ("p95", 0.95)):
        row = [column[min(len(column) - 1, int(place * len(column)))] for column in columns]
        print(f"{label + ' of ' + str(len(measured)):34} {row[0]:7.2f} {row[1]:7.2f} {row[2]:7.2f}")
    derived, verified = columns[1], columns[2]
    total = sum(map(sum, columns))
    print(f"verification is {100 * sum(verified) / total:.0f}% of the whole")

    by_id = {row["id"]: row for row in TABLE}
    ratios: dict[str, tuple[float, float]] = {}
    for name, work in sympy_problems().items():
        if is_right(work(), by_id[name]):
            from sympy.core.cache import clear_cache

            def cold(work: Callable[[], Any] = work) -> Any:
                clear_cache()
                return work()

            ratios[name] = (milliseconds(cold, rounds), sum(measured[name][:2]))
    print(f"\n{'SymPy, right on ' + str(len(ratios)):34} {'SymPy':>7} {'gradviz':>7}   ms, reading and steps included")
    for name, (theirs, mine) in ratios.items():
        print(f"{name:34} {theirs:7.2f} {mine:7.2f}   {theirs / mine:5.1f} times")
    faster = statistics.median(theirs / mine for theirs, mine in ratios.values())
    print(f"gradviz is {faster:.1f} times as fast at the median (the aim is 5)")

    numpy_alone, engine = import_time("import numpy"), import_time("import gradviz; gradviz.derive")
    print(f"\nimport numpy {numpy_alone:.0f} ms, gradviz.derive {engine:.0f} ms: {engine - numpy_alone:.0f} ms beyond")
    results = {
        "derive, median": statistics.median(derived),
        "derive, p95": derived[min(len(derived) - 1, int(0.95 * len(derived)))],
        "verify, median": statistics.median(verified),
        "import beyond NumPy": engine - numpy_alone,
    }
    missed = [f"{name} {value:.1f} ms (aim {AIMS[name]:g})" for name, value in results.items() if value > AIMS[name]]
    missed += ["SymPy ratio"] if faster < 5 else []
    print("all aims met" if not missed else "missed: " + "; ".join(missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
