"""Printed modules put to the test: executed, and every function in them compared with the reference evaluator and with
finite differences of the function itself.
"""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import SCALAR, Shape
from gradviz.algebra.walk import symbols
from gradviz.calculus.derivation import Derivation, Kind, Result
from gradviz.calculus.engine import derive
from gradviz.calculus.structured import is_structured
from gradviz.typeset.array_source import array_module
from tests import oracle
from tests.strategies import SHAPES, VARIABLES, seeded

__all__ = ["MODES", "as_passed", "attempt", "module_of", "wrong"]

SAME = 1e-6
"""Relative error up to which two ways to compute one formula agree."""
CLOSE = 1e-4
"""The same for finite differences."""
SYMMETRIC = frozenset({"symmetric", "positive definite", "positive semidefinite"})


def module_of(source: str) -> dict[str, Any]:
    """The names that a module defines."""
    module: dict[str, Any] = {}
    exec(compile(source, "<module>", "exec"), module)
    return module


def as_passed(value: np.ndarray, shape: Shape) -> Any:
    """A 2-D value in the form in which the source takes and returns it."""
    if shape == SCALAR:
        return float(value[0, 0])
    return value[:, 0] if shape.cols == 1 else value


def wrong(derivation: Derivation, seed: int) -> str:
    """What the printed module of a derivation gets wrong at random values; "" where all is right."""
    rng = np.random.default_rng(seed)
    source = array_module(derivation)
    module = module_of(source)
    expressions = [derivation.function, *(r.expression for r in derivation.results), *derivation.variables]
    values, dims = oracle.instance(*expressions, rng=rng)
    directions = {v: _direction(v, values[v].shape, rng) for v in derivation.variables}
    arguments: dict[str, Any] = dict(dims)  # a size that no argument shows is passed by its name
    arguments |= {s.name: as_passed(values[s], s.shape) for s in values if isinstance(s, Symbol)}
    arguments |= {f"d{v.name}": as_passed(d, v.shape) for v, d in directions.items()}
    with np.errstate(all="ignore"):
        slope = oracle.directional(derivation.function, directions, values, dims)
        finer = oracle.directional(derivation.function, directions, values, dims, step=1e-4)
    if not _agree(finer, slope, CLOSE):  # the function varies within the step: the differences prove nothing
        slope = np.full(slope.shape, np.nan)

    def call(name: str) -> np.ndarray:
        code = module[name].__code__
        with np.errstate(all="ignore"):
            return np.asarray(module[name](**{p: arguments[p] for p in code.co_varnames[: code.co_argcount]}))

    checks: list[tuple[str, np.ndarray, Expr]] = [("f", call("f"), derivation.function)]
    names = _names(derivation)
    for name, result in zip(names, derivation.results, strict=True):
        if result.subject.kind is Kind.SLICE:
            found = np.tensordot(directions[result.subject.variables[0]][:, 0], call(name), axes=1)
            if len(derivation.variables) == 1 and not _agree(found, slope, CLOSE):
                return f"{name} is not the derivative\n{source}"
        else:
            checks.append((name, call(name), result.expression))
    for name, found, expr in checks:
        expected = oracle.value(expr, values, dims)
        if not _agree(found, np.asarray(as_passed(expected, expr.shape)), SAME):
            return f"{name} has another value than the formula\n{source}"
    change = np.asarray(as_passed(slope, derivation.function.shape))
    if "differential" in module and not _agree(call("differential"), change, CLOSE):
        return f"differential is not the change of f\n{source}"
    if _is_plain(derivation):
        total = np.zeros(1)
        for result, (_, found, _) in zip(derivation.results, checks[1:], strict=True):
            total = total + _contract(result, found, directions)
        if not _agree(total, oracle.vec(slope)[:, 0], CLOSE):
            return f"{', '.join(names)}: not the derivative of f\n{source}"
    return _wrong_whole(derivation, call, module, checks, source)


def _wrong_whole(derivation: Derivation, call: Any, module: Any, checks: Any, source: str) -> str:
    """The gradient and the Hessian by all variables are the parts put together."""
    parts = [np.asarray(found) for _, found, _ in checks[1:]]
    if len(parts) < 2 or not derivation.function.is_scalar:
        return ""
    sizes = [np.size(v) for v in (call(name) for name, _, _ in checks[1:])]
    if "gradient" in module:
        whole = np.concatenate([np.ravel(p, order="F") for p in parts])
        return "" if _agree(call("gradient"), whole, SAME) else f"gradient is not its parts\n{source}"
    if "hessian" in module and call("hessian").size != sum(sizes):
        return f"hessian is not its blocks\n{source}"
    return ""


def _is_plain(derivation: Derivation) -> bool:
    """Whether the answers are derivatives in the mixed layout: what they do to a direction is known."""
    plain = (Kind.GRADIENT, Kind.JACOBIAN, Kind.DERIVATIVE)
    subjects = [r.subject for r in derivation.results]
    free = derivation.structure == "free" and any(v.properties & SYMMETRIC for v in derivation.variables)
    return not free and all(s.kind in plain and not s.transposed and len(s.variables) == 1 for s in subjects)


def _contract(result: Result, found: np.ndarray, directions: dict[Symbol, np.ndarray]) -> np.ndarray:
    """What a derivative does to the direction of its variable, as one column."""
    direction = directions[result.subject.variables[0]]
    if result.subject.kind is Kind.GRADIENT:
        return np.array([np.sum(np.reshape(found, direction.shape) * direction)])
    if result.subject.kind is Kind.DERIVATIVE:
        return np.ravel(found, order="F") * direction[0, 0]
    return np.asarray(np.reshape(found, (-1, direction.size)) @ oracle.vec(direction)[:, 0])


def _names(derivation: Derivation) -> list[str]:
    """What the derivatives are called in the module."""
    kinds = {Kind.BLOCK: "hessian", Kind.HESSIAN: "hessian", Kind.JACOBIAN: "jacobian", Kind.SLICE: "slices"}
    if not derivation.function.is_scalar:
        kinds[Kind.DERIVATIVE] = "jacobian"
    names = [
        [kinds.get(r.subject.kind, "gradient"), *(v.name for v in r.subject.variables)] for r in derivation.results
    ]
    return [name[0] if len(names) == 1 else "_".join(name) for name in names]


def _direction(variable: Symbol, shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """A random increment with the structure of the variable."""
    step = rng.normal(size=shape)
    if "diagonal" in variable.properties:
        return np.asarray(np.diag(np.diag(step)))
    if variable.properties & SYMMETRIC:
        return np.asarray((step + step.T) / 2)
    return step


def _agree(found: np.ndarray, expected: np.ndarray, tolerance: float) -> bool:
    """Equal shapes and values; a value that is not a number (a singular matrix, an overflow) proves nothing."""
    if found.shape != expected.shape:
        return False
    if not np.isfinite(expected).all() or np.abs(expected).max(initial=0.0) > 1e6:
        return True
    return oracle.relative_error(found, expected) < tolerance


MODES: tuple[dict[str, Any], ...] = (
    {},
    {"shapes": [SCALAR]},
    {"layout": "numerator"},
    {"layout": "denominator"},
    {"several": 2},
    {"shapes": [SCALAR], "several": 3},
    {"structured": True},
    {"structured": True, "structure": "free"},
    {"shapes": [SCALAR], "order": 2},
    {"shapes": [SCALAR], "order": 2, "several": 2},
)
"""Ways to ask for a derivative; every seed takes one of them."""


def attempt(seed: int, depth: int) -> str:
    """What goes wrong with the printed module of a seed's function; "" for nothing, "refused" for no derivative."""
    mode = dict(MODES[seed % len(MODES)])
    smooth = mode.get("order") == 2
    function = seeded(seed, mode.pop("shapes", SHAPES), depth, smooth=smooth)
    inside = [s for s in symbols(function) if s in VARIABLES]
    if mode.pop("structured", False):
        inside = [s for s in inside if is_structured(s)] or inside
    Random(seed).shuffle(inside)
    derivation = derive(function, inside[: mode.pop("several", 1)] or [VARIABLES[0]], **mode)
    return "refused" if derivation.cannot is not None else wrong(derivation, seed)
