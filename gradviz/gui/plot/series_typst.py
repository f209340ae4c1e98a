"""Numbers, matrices and Taylor expansions as Typst mathematics, and in words. No Qt here."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from gradviz.gui.plot.names import plain_name, plain_number
from gradviz.numeric.binding import Array
from gradviz.numeric.plane_model import PlaneModel
from gradviz.numeric.powers_of_ten import RAISED, lowered
from gradviz.numeric.taylor import Expansion
from gradviz.sentences import say
from gradviz.typeset.typst import typst_symbol

__all__ = [
    "axis_typst",
    "curve_expansion",
    "matrix_typst",
    "number_typst",
    "plane_expansion",
    "shifted",
    "total",
    "total_words",
]

SMALL = 1e-14
"""Coefficients this many times smaller than the largest are rounding."""
Term = tuple[float, str]
"""A coefficient and what it multiplies; "" for nothing."""


def number_typst(value: float, digits: int = 4) -> str:
    """``1.5``, ``-2 dot 10^(-7)``; words where there is no number."""
    if math.isnan(value):
        return '"undefined"'
    if math.isinf(value):
        return "infinity" if value > 0 else "-infinity"
    text = plain_number(value, digits)
    number = text.rstrip(RAISED)
    plain, power = number.replace("−", "-").replace("·", " dot "), lowered(text[len(number) :])
    return f"{plain}^({power})" if power else plain


def matrix_typst(matrix: Array, digits: int = 4) -> str:
    """A matrix in brackets."""
    return "mat(" + "; ".join(", ".join(number_typst(float(v), digits) for v in row) for row in matrix) + ")"


def axis_typst(name: str, letter: str) -> str:
    """An axis's name; a direction, which has words for a name, gets a letter."""
    return letter if " " in name else typst_symbol(name)


def shifted(name: str, at: float, digits: int = 4) -> str:
    """``(x - 2)``; ``x`` at nought."""
    if at == 0:
        return name
    return f"({name} {'-' if at > 0 else '+'} {number_typst(abs(at), digits)})"


def total(terms: Sequence[Term], digits: int = 4, leading: bool = True) -> str:
    """A sum; a factor of one is not written, and a term of nought neither. `leading` is false for what goes on in a
    further line."""
    source = ""
    for coefficient, factor in terms:
        sign = "-" if coefficient < 0 else "+"
        size = number_typst(abs(coefficient), digits)
        body = factor if factor and size == "1" else f"{size} {'dot ' if 'dot' in size and factor else ''}{factor}"
        body = body.strip()
        if not source and leading:
            source = f"-{body}" if sign == "-" else body
        else:
            source += f" {sign} {body}"
    return source or ("0" if leading else "")


def total_words(terms: Sequence[tuple[float, str]], digits: int = 4) -> str:
    """The same sum in plain text."""
    said = ""
    for coefficient, factor in terms:
        body = f"{plain_number(abs(coefficient), digits)} {factor}".strip()
        said += f" {'−' if coefficient < 0 else '+'} {body}" if said else f"{'−' if coefficient < 0 else ''}{body}"
    return said or "0"


def _kept(terms: Sequence[Term]) -> list[Term]:
    largest = max((abs(c) for c, _ in terms), default=0.0)
    return [t for t in terms if math.isfinite(t[0]) and abs(t[0]) > SMALL * largest]


def plane_expansion(model: PlaneModel, names: Sequence[str], order: int = 2) -> tuple[list[str], str]:
    """``T_2(x, y) = ...`` at the model's point: Typst sources, one a line, and the same in words.

    Parameters
    ----------
    names : of the axes and of the function.
    """
    x, y = (axis_typst(n, letter) for n, letter in zip(names[:2], "st", strict=True))
    u, v = shifted(x, model.x), shifted(y, model.y)
    order = min(order, model.order)
    left = f"T_{order} ({x}, {y}) ="
    if order < 0:
        return [], say("There is no Taylor model: the function is not defined at the point.")
    (a, b), (_, c) = model.hessian
    first: list[Term] = [(model.value, "")]
    if order >= 1:
        first += [(float(model.gradient[0]), u), (float(model.gradient[1]), v)]
    second: list[Term] = [(a / 2, f"{u}^2"), (b, f"{u} {v}"), (c / 2, f"{v}^2")] if order >= 2 else []
    kept, kept_second = _kept(first), _kept(second)
    lines = [f"{left} {total(kept or kept_second)}"]
    if kept and kept_second:
        lines.append(f"quad quad {total(kept_second, leading=False)}")
    words = {u: _shifted_words(names[0], model.x), v: _shifted_words(names[1], model.y)}
    said = [(k, _worded(f, u, v, words)) for k, f in [*kept, *kept_second]]
    return lines, f"T{order} = {total_words(said)}"


def _worded(factor: str, u: str, v: str, words: dict[str, str]) -> str:
    table = {"": "", u: words[u], v: words[v], f"{u}^2": f"{words[u]}²", f"{v}^2": f"{words[v]}²"}
    return table.get(factor, f"{words[u]} {words[v]}")


def _shifted_words(name: str, at: float) -> str:
    if at == 0:
        return plain_name(name)
    return f"({plain_name(name)} {'−' if at > 0 else '+'} {plain_number(abs(at))})"


PER_LINE = 3
"""Terms of a long expansion that stand on one line."""


def curve_expansion(
    expansion: Expansion, order: int, name: str, rounding: Array | None = None
) -> tuple[list[str], str]:
    """``T_n(t) = ...`` of a function of one variable: Typst sources, one a line, and the same in words.

    Parameters
    ----------
    rounding : how far each coefficient can be told; one that cannot be told from nought is left out.
    """
    order = min(order, expansion.order)
    if order < 0:
        return [], expansion.reason
    letter = axis_typst(name, "t")
    u, said = shifted(letter, expansion.point), _shifted_words(name, expansion.point)
    known = expansion.coefficients[: order + 1]
    noise = np.zeros(len(known)) if rounding is None else rounding[: order + 1]
    told = [(k, c) for k, c in enumerate(known.tolist()) if abs(c) > 2 * noise[k]]
    kept: list[Term] = [(c, "" if k == 0 else u if k == 1 else f"{u}^({k})") for k, c in told]
    lines = [f"T_({order}) ({letter}) = {total(kept[:PER_LINE])}"]
    for start in range(PER_LINE, len(kept), PER_LINE):
        lines.append(f"quad quad {total(kept[start : start + PER_LINE], leading=False)}")
    words = []
    for k, c in told:
        words.append((c, "" if k == 0 else said if k == 1 else f"{said}^{k}"))
    return lines, f"T{order} = {total_words(words)}"
