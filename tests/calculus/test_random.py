"""Random well-typed functions: derived, verified, and compared with finite differences that share nothing with the engine."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.algebra.nodes import Expr, Symbol, Unit
from gradviz.algebra.shapes import SCALAR
from gradviz.algebra.walk import postorder, substitute, symbols
from gradviz.calculus.derivation import Derivation, Kind, Result
from gradviz.calculus.engine import derive
from gradviz.calculus.structured import is_structured
from gradviz.calculus.verify import verify
from tests import oracle
from tests.strategies import SHAPES, VARIABLES, any_expressions, expressions, seeded, variable_of

TOLERANCE = 2e-5


def increment(variable: Symbol, size: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """A direction within the set that the variable belongs to."""
    step = rng.normal(size=size)
    if "diagonal" in variable.properties:
        return np.diag(np.diag(step))
    return step + step.T if variable.properties & {"symmetric", "positive definite"} else step


def slice_at(expression: Expr, k: int) -> Expr:
    """One slice: the letter of its unit vectors exchanged for a number."""
    units = [e for e in postorder(expression) if isinstance(e, Unit) and isinstance(e.data[0], str)]
    return substitute(expression, {e: Unit(k + 1, e.shape.rows) for e in units})


def check_result(derivation: Derivation, result: Result, seed: int) -> None:
    """The answer, applied to random increments, is the directional derivative."""
    rng = np.random.default_rng(seed)
    values, dims = oracle.instance(derivation.function, result.expression, *derivation.variables, rng=rng)
    steps = {v: increment(v, values[v].shape, rng) for v in result.subject.variables}
    slope = oracle.directional(derivation.function, steps, values, dims)
    if not np.isfinite(slope).all() or abs(slope).max(initial=0) > 1e5:
        return
    if result.subject.kind is Kind.SLICE:
        (step,) = steps.values()
        applied = sum(oracle.value(slice_at(result.expression, k), values, dims) * d for k, d in enumerate(step[:, 0]))
        assert oracle.relative_error(applied, slope) < TOLERANCE, (derivation.function, result)
        return
    answer = oracle.value(result.expression, values, dims)
    if result.subject.transposed:
        answer = answer.T
    flat = np.concatenate([oracle.vec(d) for d in steps.values()])
    match result.subject.kind:
        case Kind.DERIVATIVE:
            applied = answer * flat[0, 0]
        case Kind.GRADIENT:
            (step,) = steps.values() if len(steps) == 1 else (flat,)
            if result.subject.structure == "free":
                step = np.triu(step)
            applied = np.array([[(answer * step).sum()]])
        case _:
            if result.subject.structure == "free":
                (step,) = steps.values()
                flat = oracle.vec(np.triu(step))
            applied, slope = answer @ flat, oracle.vec(slope)
    assert oracle.relative_error(applied, slope) < TOLERANCE, (derivation.function, result)


def check(function: Expr, variables: list[Symbol], seed: int, **options) -> Derivation:
    derivation = verify(derive(function, variables, **options))
    assert derivation.cannot is None, derivation.cannot
    assert derivation.verification.ok, (function, variables, derivation.verification)
    if options.get("order") != 2:
        for result in derivation.results:
            check_result(derivation, result, seed)
    return derivation


@settings(max_examples=200)
@given(any_expressions(), st.integers(0, 99))
def test_random_functions_of_every_shape(f, seed):
    check(f, [variable_of(f, seed)], seed)


@settings(max_examples=100)
@given(expressions([SCALAR], 3), st.integers(0, 99))
def test_random_scalar_functions(f, seed):
    check(f, [variable_of(f, seed)], seed)


@settings(max_examples=60)
@given(expressions(max_depth=3), st.integers(0, 99), st.sampled_from(["numerator", "denominator"]))
def test_random_functions_in_every_layout(f, seed, layout):
    check(f, [variable_of(f, seed)], seed, layout=layout)


@settings(max_examples=60)
@given(expressions(max_depth=3), st.integers(0, 99), st.sampled_from(["free", "projection"]))
def test_random_functions_by_structured_matrices(f, seed, structure):
    inside = [s for s in symbols(f) if s in VARIABLES and is_structured(s)]
    variables = [Random(seed).choice(inside)] if inside else [variable_of(f, seed)]
    check(f, variables, seed, structure=structure)


@settings(max_examples=60)
@given(expressions([SCALAR], 3), st.integers(0, 99))
def test_random_functions_of_several_variables(f, seed):
    inside = [s for s in symbols(f) if s in VARIABLES]
    Random(seed).shuffle(inside)
    check(f, inside[:3] or [VARIABLES[0]], seed)


@settings(max_examples=60)
@given(expressions(max_depth=3), st.integers(0, 99))
def test_random_functions_of_every_shape_of_several_variables(f, seed):
    inside = [s for s in symbols(f) if s in VARIABLES]
    Random(seed).shuffle(inside)
    check(f, inside[:3] or [VARIABLES[0]], seed)


@settings(max_examples=40)
@given(expressions([SCALAR], 2, smooth=True), st.integers(0, 99))
def test_random_block_hessians(f, seed):
    inside = [s for s in symbols(f) if s in VARIABLES and not is_structured(s)]
    Random(seed).shuffle(inside)
    check(f, inside[:2] or [VARIABLES[0]], seed, order=2)


@settings(max_examples=80)
@given(expressions([SCALAR], 3, smooth=True), st.integers(0, 99))
def test_random_second_derivatives(f, seed):
    vectors = [s for s in symbols(f) if s in VARIABLES and s.shape.cols == 1] or [VARIABLES[0]]
    check(f, [Random(seed).choice(vectors)], seed, order=2)


@pytest.mark.parametrize("block", range(4))
def test_larger_seeded_functions(block):
    for seed in range(1000 + 40 * block, 1040 + 40 * block):
        f = seeded(seed, SHAPES, 5)
        check(f, [variable_of(f, seed)], seed)
