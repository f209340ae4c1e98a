"""Values of derivatives that are written by their names (``∇_u f``, ``∂u/∂x``), by complex steps, without rules."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, NamedDerivative, Symbol
from gradviz.algebra.walk import preorder
from gradviz.calculus.derivation import Derivation, Kind, Step
from gradviz.calculus.naming import Names
from gradviz.calculus.world import World

__all__ = ["is_local", "local_sides", "named_values"]

Array = NDArray[Any]
SEED = 20240229


def named_values(derivation: Derivation, world: World) -> tuple[dict[Symbol, Array], dict[Expr, Array]]:
    """The values of the intermediate variables and of the derivatives that the lines name.

    Of the function: by an intermediate variable, through all that depends on it. Of an intermediate variable: by
    another, all others held constant.
    """
    named = [e for e in dict.fromkeys(preorder(*_lines(derivation.steps))) if isinstance(e, NamedDerivative)]
    if not named:
        return {}, {}
    meanings = dict(derivation.definitions)
    values: dict[Symbol, Array] = {}
    for name, meaning in meanings.items():
        values[name] = world.like(values={**world.values, **values})(meaning)
    inner = world.like(values={**world.values, **values})
    symbols = {s.name: s for s in (*derivation.variables, *meanings)}
    f = [s.before for s in derivation.steps if s.before_subject.kind is Kind.FUNCTION]
    found: dict[Expr, Array] = {}
    for node in named:
        of, by = node.data[:2]
        if of in symbols:
            found[node] = _jacobian(meanings[symbols[of]], symbols[by], node, inner)
            continue
        later = list(meanings)
        if symbols[by] in meanings:
            later = later[later.index(symbols[by]) + 1 :]
        whole = Names({name: meanings[name] for name in later}).written_out(f[-1])
        found[node] = _jacobian(whole, symbols[by], node, inner)
    return values, found


def _lines(steps: tuple[Step, ...]) -> list[Expr]:
    return [e for step in steps for e in (step.before, step.after)]


def _jacobian(e: Expr, by: Symbol, node: NamedDerivative, world: World) -> Array:
    """The derivative by each entry of a symbol in turn."""
    shape = world(by).shape
    columns = []
    for i in range(shape[1]):
        for j in range(shape[2]):
            direction = np.zeros(shape)
            direction[:, i, j] = 1
            columns.append(world.like(directions={by: direction})(n.Differential(e)))
    if node.data[-1]:  # a gradient has the shape of its variable
        return np.concatenate(columns, axis=2).reshape(shape)
    return np.concatenate(columns, axis=2)


# --- the steps that lead to a local derivative ------------------------------------------------------------------------


def is_local(step: Step) -> bool:
    """Whether a step is about a part that is differentiated by one symbol, all others held constant."""
    return step.subject.kind is Kind.PART and bool(step.subject.variables)


def local_sides(step: Step, world: World) -> tuple[Array, Array]:
    """Two arrays that must agree: what each line says of a random increment of the one symbol."""
    (by,) = step.subject.variables
    shape = world(by).shape
    increment = np.random.default_rng(SEED).normal(size=shape)
    alone = world.like(directions={by: increment})
    return tuple(  # type: ignore[return-value]
        alone(e) if isinstance(about.part, n.Differential) else _applied(alone(e), about.part, by, increment)
        for e, about in ((step.before, step.before_subject), (step.after, step.subject))
    )


def _applied(value: Array, name: Expr | None, by: Symbol, increment: Array) -> Array:
    """A derivative by its name, times the increment."""
    assert isinstance(name, NamedDerivative)
    if name.data[-1]:
        return np.asarray((value * increment).sum(axis=(1, 2), keepdims=True))
    return np.asarray(value * increment if by.is_scalar else value @ increment)
