"""How long it takes to understand a text, by its length, beside SymPy's parser on a text as long.

The limits: 2,000 characters within 20 ms once warm, cost in proportion to the length, and 100,000 characters refused or
read within a second.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse

LIMIT_MS = 20.0
TERMS = {
    "losses": "||y - X w||^2 + lambda ||w||^2 + x' A x",
    "matrices": "(x' A x + 1)^2 exp(-x' x/2) + sum(sigma(W x + b) .* v) + tr(A X B X') - 1/2 logdet(S)",
    "scalars": "(x^2 + 3 x y) sin(x y)",
    "LaTeX": r"\lVert \mathbf{y} - \mathbf{X}\boldsymbol{\beta} \rVert_2^2 + \frac{1}{2} \beta^\top B \beta",
}
PEER = "(x**2 + 3*x*y)*sin(x*y)"


def text_of(term: str, length: int, times: str = " ") -> str:
    """A sum of multiples of a term, about so many characters long."""
    return " + ".join(f"{k}{times}{term}" for k in range(11, 11 + max(1, round(length / (len(term) + 6)))))


def best(work: Callable[[], object], repeats: int = 7) -> float:
    """The shortest of several times, in milliseconds."""
    found = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found) * 1e3


def main() -> int:
    late = 0
    print(f"{'text':<10}{'500':>9}{'1,000':>9}{'2,000':>9}{'4,000':>9}{'8,000':>9}   ms, characters")
    for name, term in TERMS.items():
        parse(text_of(term, 100))
        texts = [text_of(term, n) for n in (500, 1_000, 2_000, 4_000, 8_000)]
        times = [best(partial(parse, text)) for text in texts]
        print(f"{name:<10}" + "".join(f"{t:>9.1f}" for t in times) + f"   8,000 / 2,000: {times[4] / times[2]:.1f}")
        late += times[2] > LIMIT_MS
    from sympy import parse_expr

    peer = text_of(PEER, 2_000, "*")
    parse_expr(PEER)
    print(f"SymPy parse_expr, 2,000 characters of scalars: {best(lambda: parse_expr(peer), 3):.1f} ms")
    for name, term in TERMS.items():
        start = time.perf_counter()
        try:
            parse(text_of(term, 100_000))
            outcome = "read"
        except LanguageError:
            outcome = "refused"
        seconds = time.perf_counter() - start
        print(f"100,000 characters of {name}: {outcome} in {seconds * 1e3:.1f} ms")
        late += seconds > 1
    print("over the limit:", late)
    return late


if __name__ == "__main__":
    sys.exit(main())
