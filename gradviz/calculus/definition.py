"""The derivative by definition: the part of ``f(x + u) - f(x)`` that is linear in u."""

from __future__ import annotations

from collections.abc import Sequence

from gradviz.algebra import nodes as n
from gradviz.algebra.build import negative, plus, terms, zero
from gradviz.algebra.nodes import Differential, Expr, Symbol
from gradviz.algebra.rewriting import Rule, rewrite
from gradviz.algebra.simplify import COLLECT, collect, scalars
from gradviz.algebra.walk import substitute, symbols
from gradviz.calculus.derivation import Kind, Subject
from gradviz.calculus.polynomial import norms_as_products, split_by_degree
from gradviz.calculus.trail import CannotError, Trail
from gradviz.sentences import say

__all__ = ["take_linear_part"]

SOURCE = "Magnus & Neudecker, Matrix Differential Calculus, ch. 5, def. 1"
INCREMENT = Rule("definition.increment", "f(x) => f(x + u) - f(x)", SOURCE)
NORM = Rule("definition.norm", "||U||^2 = <U, U>")
EXPAND = Rule("definition.expand", "A (x + u) = A x + A u")
CANCEL = Rule("definition.cancel", "f(x) + U - f(x) = U")
LINEAR_PART = Rule("definition.linear-part", "f(x + u) - f(x) = d(f)(u) + r(u) => d(f)", SOURCE)


def take_linear_part(trail: Trail, variables: Sequence[Symbol]) -> None:
    """Take the trail from ``f`` to ``d f`` through the increment; the remainder is bound to r in the last step.

    Raises
    ------
    CannotError
        For several variables, or a function that is not a polynomial in the variable.
    """
    if len(variables) != 1:
        raise CannotError(say("by definition one variable at a time is derived; choose one"))
    (x,) = variables
    f = trail.expression
    u = Symbol(_free_name(f), x.shape)
    written = norms_as_products(f)
    degrees = split_by_degree(written, x, u)
    moved = substitute(f, {x: n.Add(x, u)})
    trail.step(INCREMENT, n.Add(moved, negative(f)), Subject(Kind.INCREMENT, (x,)))
    if written is not f:
        trail.step(NORM, n.Add(norms_as_products(moved), negative(written)))
    linear, rest = degrees.get(1, []), [t for k, ts in degrees.items() if k > 1 for t in ts]
    if x.is_scalar and f.is_scalar:  # x x u is x^2 u, and like powers belong together
        gather = (*scalars.RULES, collect.like_terms)
        linear, rest = (
            [t for t in terms(rewrite(plus(n.ZERO, *ts), gather)) if t is not n.ZERO] for ts in (linear, rest)
        )
    trail.step(EXPAND, plus(written, *linear, *rest, negative(written)))
    trail.step(CANCEL, plus(zero(f.shape), *linear, *rest))
    remainder = rewrite(plus(zero(f.shape), *rest), COLLECT)
    part = substitute(plus(zero(f.shape), *linear), {u: Differential(x)})
    trail.step(LINEAR_PART, part, Subject(Kind.DIFFERENTIAL, (x,)), bindings=(("u", u), ("r", remainder)))


def _free_name(f: Expr) -> str:
    taken = {s.name for s in symbols(f)}
    return next(name for name in ("u", "h", "v", "p", "u_0", "h_0", "v_0") if name not in taken)
