"""Smart constructors: the tidy form, and the value of the plain node."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.algebra import build as b
from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Number
from gradviz.algebra.shapes import SCALAR, Shape
from tests import oracle
from tests.strategies import COLUMN, MATRIX, expressions

s, t = n.Symbol("s", (1, 1)), n.Symbol("t", (1, 1))
x, y = n.Symbol("x", ("n", 1)), n.Symbol("y", ("n", 1))
A, B, X = n.Symbol("A", ("n", "n")), n.Symbol("B", ("n", "n")), n.Symbol("X", ("m", "n"))
S = n.Symbol("S", ("n", "n"), frozenset({"symmetric"}))
I = n.Identity("n")
dx, dt = n.Differential(x), n.Differential(t)
two, half = Number(2), Number(Fraction(1, 2))
T = n.Transpose

FORMS = [
    # products
    (b.times(two, x, Number(3)), n.Mul(Number(6), x)),
    (b.times(A, s, x), n.Mul(s, A, x)),
    (b.times(A, two, x), n.Mul(two, A, x)),
    (b.times(I, x), x),
    (b.times(A, I, B), n.Mul(A, B)),
    (b.times(I, I), I),
    (b.times(Number(1), x), x),
    (b.times(Number(0), A, x), n.Zero("n", 1)),
    (b.times(A, n.Zero("n", "m"), X), n.Zero("n", "n")),
    (b.times(Number(0), s), n.ZERO),
    (b.times(two, half), n.ONE),
    (b.times(), n.ONE),
    (b.times(n.Quotient(x, s), t), n.Quotient(n.Mul(t, x), s)),
    (b.times(dt, x), n.Mul(x, dt)),
    (b.times(s, dt, t), n.Mul(s, t, dt)),
    (b.times(n.Mul(T(x), y), A), n.Mul(n.Mul(T(x), y), A)),
    (b.times(n.Mul(s, A), n.Mul(t, x)), n.Mul(s, t, A, x)),
    # sums
    (b.plus(x, n.Zero("n", 1)), x),
    (b.plus(n.Zero("n", 1), n.Zero("n", 1)), n.Zero("n", 1)),
    (b.plus(n.ZERO, n.ZERO), n.ZERO),
    (b.plus(n.Add(x, y), x), n.Add(x, y, x)),
    (b.minus(x, y), n.Add(x, n.Mul(Number(-1), y))),
    (b.negative(n.Add(x, n.Mul(Number(-1), y))), n.Add(n.Mul(Number(-1), x), y)),
    # powers and fractions
    (b.power(s, 0), n.ONE),
    (b.power(s, 1), s),
    (b.power(n.ONE, s), n.ONE),
    (b.power(two, 10), Number(1024)),
    (b.power(two, -1), half),
    (b.power(two, 100), n.Power(two, Number(100))),
    (b.power(two, Fraction(1, 2)), n.Power(two, half)),
    (b.power(n.ZERO, -1), n.Power(n.ZERO, Number(-1))),
    (b.quotient(x, n.ONE), x),
    (b.quotient(x, two), n.Mul(half, x)),
    (b.quotient(n.Zero("n", 1), s), n.Zero("n", 1)),
    (b.quotient(x, n.ZERO), n.Quotient(x, n.ZERO)),
    # entrywise
    (b.hadamard(x, n.Mul(two, y)), n.Mul(two, n.Hadamard(x, y))),
    (b.hadamard(x, n.Hadamard(y, x)), n.Hadamard(x, y, x)),
    (b.hadamard(x, n.Ones("n", 1)), x),
    (b.hadamard(n.Fill(s, "n", 1), x), n.Mul(s, x)),
    (b.hadamard(n.Ones("n", 1), n.Ones("n", 1)), n.Ones("n", 1)),
    (b.hadamard(x, n.Zero("n", 1)), n.Zero("n", 1)),
    (b.hadamard(x, n.Quotient(y, s)), n.Quotient(n.Hadamard(x, y), s)),
    # traces, inverses, transposes
    (b.trace(s), s),
    (b.trace(n.Mul(two, s, A)), n.Mul(two, s, n.Trace(A))),
    (b.trace(n.Quotient(A, s)), n.Quotient(n.Trace(A), s)),
    (b.inverse(s), n.Quotient(n.ONE, s)),
    (b.inverse(n.Inverse(A)), A),
    (b.inverse(T(A)), T(n.Inverse(A))),
    (b.inverse(I), I),
    (b.transposed(n.Mul(A, x)), n.Mul(T(x), T(A))),
    (b.transposed(n.Mul(s, A, T(B))), n.Mul(s, B, T(A))),
    (b.transposed(T(A)), A),
    (b.transposed(S), S),
    (b.transposed(s), s),
    (b.transposed(n.Add(A, B)), T(n.Add(A, B))),
    (b.transposed(n.Add(T(A), T(B))), n.Add(A, B)),
    (b.transposed(n.Kronecker(T(A), B)), n.Kronecker(A, T(B))),
    (b.transposed(n.Zero("m", "n")), n.Zero("n", "m")),
    (b.transposed(n.Ones("n", 1)), n.Ones(1, "n")),
    (b.transposed(n.Fill(s, "m", "n")), n.Fill(s, "n", "m")),
    (b.transposed(n.Commutation("m", "n")), n.Commutation("n", "m")),
    (b.transposed(n.Inverse(A)), T(n.Inverse(A))),
    # vec and unvec
    (b.vec(x), x),
    (b.vec(T(x)), x),
    (b.vec(n.Mul(s, A)), n.Mul(s, n.Vec(A))),
    (b.unvec(n.Vec(A), A.shape), A),
    (b.unvec(n.Mul(two, n.Vec(X)), X.shape), n.Mul(two, X)),
    (b.unvec(x, x.shape), x),
    # small ones
    (b.zero(SCALAR), n.ZERO),
    (b.zero(Shape("n", 1)), n.Zero("n", 1)),
    (b.identity(1), n.ONE),
    (b.identity("n"), I),
]  # fmt: skip


@pytest.mark.parametrize(("found", "expected"), FORMS)
def test_what_the_engine_writes_is_tidy(found, expected):
    assert found is expected


def test_zero_and_one_are_recognised_in_every_shape():
    assert b.is_zero(n.ZERO)
    assert b.is_zero(n.Zero("m", "n"))
    assert not b.is_zero(n.ONE)
    assert all(map(b.is_one_in_each_entry, (n.ONE, n.Ones("n", "n"), n.Fill(n.ONE, "n", 1))))
    assert not any(map(b.is_one_in_each_entry, (I, two, n.Fill(two, "n", 1), x)))


def test_a_product_taken_apart_and_put_together_again():
    split = b.factors(n.Mul(two, n.Mul(T(x), y), A, n.Mul(Number(3), s, B)))
    assert split.number == 6
    assert split.scalars == (n.Mul(T(x), y), s)
    assert split.chain == (A, B)
    assert split.product() is n.Mul(Number(6), s, n.Mul(T(x), y), A, B)


def test_a_scalar_product_of_matrices_stays_together_as_one_factor():
    form = n.Mul(T(x), A, y)
    assert b.factors(form).scalars == (form,)
    assert b.factors(n.Mul(two, T(x), A, y)).scalars == (form,)
    assert b.terms(n.Add(n.Add(x, y), x)) == [x, y, x]
    assert b.terms(form) == [form]


SAME = {
    "times": (lambda e, f: b.times(e, f), lambda e, f: n.Mul(e, f)),
    "plus": (lambda e, f: b.plus(e, f), lambda e, f: n.Add(e, f)),
    "minus": (lambda e, f: b.minus(e, f), lambda e, f: n.Add(e, n.Mul(Number(-1), f))),
    "hadamard": (lambda e, f: b.hadamard(e, f), lambda e, f: n.Hadamard(e, f)),
    "quotient": (lambda e, f: b.quotient(e, n.Trace(f)), lambda e, f: n.Quotient(e, n.Trace(f))),
    "transposed": (lambda e, f: b.transposed(n.Mul(e, f)), lambda e, f: T(n.Mul(e, f))),
    "trace": (lambda e, f: b.trace(n.Mul(e, f)), lambda e, f: n.Trace(n.Mul(e, f))),
    "vec": (lambda e, f: b.vec(n.Mul(e, f)), lambda e, f: n.Vec(n.Mul(e, f))),
    "unvec": (lambda e, f: b.unvec(b.vec(n.Mul(e, f)), e.shape), lambda e, f: n.Mul(e, f)),
    "inverse": (lambda e, f: b.inverse(T(e)), lambda e, f: n.Inverse(T(e))),
}


@pytest.mark.parametrize("name", SAME)
@settings(max_examples=25)
@given(e=expressions([MATRIX], 2), f=expressions([MATRIX], 2), seed=st.integers(0, 9))
def test_smart_constructors_keep_the_value(name, e, f, seed):
    smart, plain = (build(e, f) for build in SAME[name])
    assert smart.shape == plain.shape
    values, dims = oracle.instance(smart, plain, rng=np.random.default_rng(seed))
    left, right = oracle.value(smart, values, dims), oracle.value(plain, values, dims)
    if np.isfinite(right).all() and abs(right).max() < 1e6:
        assert oracle.relative_error(left, right) < 1e-8


@settings(max_examples=60)
@given(expressions([SCALAR, COLUMN, MATRIX], 3), st.integers(0, 9))
def test_rebuilding_with_the_smart_constructors_keeps_the_value(e, seed):
    from gradviz.algebra.walk import fold

    rebuilt = fold(e, b.rebuilt)
    assert rebuilt.shape == e.shape
    values, dims = oracle.instance(e, rng=np.random.default_rng(seed))
    before = oracle.value(e, values, dims)
    if np.isfinite(before).all() and abs(before).max() < 1e6:
        assert oracle.relative_error(before, oracle.value(rebuilt, values, dims)) < 1e-8


def test_tidying_leaves_what_the_user_wrote_alone():
    authored = n.Mul(n.Add(x, n.Zero("n", 1)), n.ONE)
    whole = n.Add(authored, n.Mul(I, dx))
    assert b.tidy(whole) is n.Add(authored, dx)
    assert b.tidy(authored) is authored
