"""Names for what multiplies an increment, where the lines grow too long without: backpropagation as textbooks write it.

``df = delta_3' dh_3`` with ``delta_3`` the derivative of f by ``h_3``, then ``delta_2`` in terms of ``delta_3``, and so
on: each line is as long as its own layer, and the whole as long as the network.
"""

from __future__ import annotations

from collections.abc import Sequence

from gradviz.algebra.nodes import Differential, Expr, Symbol
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.simplify.collect import size
from gradviz.algebra.walk import postorder, symbols
from gradviz.calculus.canonical import gather_increments, line_of
from gradviz.calculus.derivation import Kind, Subject
from gradviz.calculus.naming import NAMED, Names
from gradviz.calculus.trail import Trail

__all__ = ["LONG", "SIGNAL", "name_signals"]

SIGNAL = Rule(
    "names.signal",
    "d(f) = E' d(u), delta = E",
    "Rumelhart, Hinton & Williams, Learning representations by back-propagating errors (1986)",
)
LONG = 24
"""A line with more operations before its increment gets names; shorter ones read better without."""
_COLUMNS = ("delta", "eta", "zeta", "xi")
_MATRICES = ("J", "K", "P", "M")
_SUMS = ("G", "H", "Q", "N")


def name_signals(trail: Trail, name: Symbol, names: Names, function: Expr) -> None:
    """Bring the line to ``<E, d(name)> + ...`` and give every long coefficient in it a name of its own."""
    line, scalar = trail.expression, trail.expression.is_scalar
    increments = [e.argument for e in postorder(line) if isinstance(e, Differential)]
    if not scalar and not all(e.shape.is_column for e in (line, *increments)):
        return
    shares = gather_increments(trail, scalar)
    taken = {s.name for s in (*symbols(function), *names.definitions, *names.signals)}
    short: dict[Symbol, Expr] = {}
    for variable, coefficient in shares.items():
        own = variable is name
        if size(coefficient) <= (1 if own else LONG) or isinstance(coefficient, Symbol):
            short[variable] = coefficient
            continue
        letters = (_COLUMNS if scalar else _MATRICES) if own else _SUMS
        signal = Symbol(_free(letters, name, taken), coefficient.shape)
        taken.add(signal.name)
        aside = Trail(Subject(Kind.PART, part=signal), signal)
        aside.step(SIGNAL, coefficient)
        trail.aside(aside)
        names.signals[signal] = coefficient
        short[variable] = signal
    trail.step(NAMED, line_of(short, line.shape, scalar))


def _free(letters: Sequence[str], name: Symbol, taken: set[str]) -> str:
    """``delta_3`` beside ``h_3``, ``delta_u`` beside ``u``: the first letter that gives a new name."""
    head, _, index = name.name.partition("_")
    for tail in (index or head, name.name.replace("_", "")):
        for letter in letters:
            if f"{letter}_{tail}" not in taken and letter not in taken:
                return f"{letter}_{tail}"
    return next(f"{letters[0]}_{head}{i}" for i in range(1, len(taken) + 2) if f"{letters[0]}_{head}{i}" not in taken)
