"""Several variables at once: the total differential, the gradient as a stack, the Hessian block by block."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import gradviz
from gradviz.calculus.derivation import Kind
from gradviz.typeset.text import text

SIZES = {"n": 3, "m": 4, "p": 2, "q": 5, "k": 2, "l": 4}

# text, variables, declarations
CASES = [
    ("x' A y + s x' x", ["x", "y", "s"], ["s in R", "A in R^(n,m)"]),
    ("tr(X' A X) + b' X c", ["X", "b"], []),
    ("log(1 + exp(a' x + b))", ["a", "b"], ["b in R"]),
    ("||y - X w - b ones(m)||^2", ["w", "b"], ["b in R", "X in R^(m,n)"]),
    ("u = A x + b\nsum(sigma(u))", ["A", "b"], ["A in R^(m,n)", "b in R^m"]),
    ("s^2 t + sin(s) t^2", ["s", "t"], ["s, t in R"]),
    ("logsumexp(W x) - y' W x", ["W", "x"], []),
]


def drawn(problem: Any) -> dict[str, Any]:
    rng = np.random.default_rng(4)
    values: dict[str, Any] = {}
    for symbol in problem.symbols:
        v = rng.normal(size=[k if isinstance(k, int) else SIZES[k] for k in symbol.shape])
        values[symbol.name] = float(v[0, 0]) if symbol.is_scalar else v[:, 0] if symbol.shape.cols == 1 else v
    return values


def module(source: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    exec(compile(source, "<module>", "exec"), found)
    return found


def call(function: Any, values: dict[str, Any]) -> Any:
    wanted = function.__code__.co_varnames[: function.__code__.co_argcount]
    return function(**{name: values[name] for name in wanted})


def stacked(values: dict[str, Any], names: list[str]) -> np.ndarray:
    return np.concatenate([np.ravel(values[name], order="F") for name in names])


def moved(values: dict[str, Any], names: list[str], z: np.ndarray) -> dict[str, Any]:
    result, at = dict(values), 0
    for name in names:
        size = np.size(values[name])
        part = z[at : at + size]
        result[name] = float(part[0]) if np.ndim(values[name]) == 0 else part.reshape(np.shape(values[name]), order="F")
        at += size
    return result


def differences(function: Any, values: dict[str, Any], names: list[str]) -> np.ndarray:
    """Central differences of a function of the stacked variables, one row for each of them."""
    z, h = stacked(values, names), 1e-5

    def at(point: np.ndarray) -> Any:
        return call(function, moved(values, names, point))

    return np.array([(at(z + h * e) - at(z - h * e)) / (2 * h) for e in np.eye(len(z))])


@pytest.mark.parametrize(("source", "variables", "declare"), CASES, ids=[c[0] for c in CASES])
def test_the_stacked_gradient_is_that_of_the_stacked_variables(source, variables, declare):
    found = gradviz.derive(source, variables, declare=declare)
    values, names = drawn(found.problem), module(found.to_numpy())
    assert np.allclose(call(names["gradient"], values).ravel(), differences(names["f"], values, variables), atol=1e-7)


@pytest.mark.parametrize(("source", "variables", "declare"), CASES, ids=[c[0] for c in CASES])
def test_the_whole_hessian_is_the_derivative_of_the_stacked_gradient_and_symmetric(source, variables, declare):
    first = gradviz.derive(source, variables, declare=declare)
    found = gradviz.derive(source, variables, declare=declare, order=2)
    assert found.verification
    values = drawn(found.problem)
    hessian = call(module(found.to_numpy())["hessian"], values)
    gradient = module(first.to_numpy())["gradient"]
    assert np.allclose(hessian, np.squeeze(differences(gradient, values, variables)), atol=1e-6)
    assert np.allclose(hessian, hessian.T)


def test_the_blocks_stand_in_reading_order_and_are_named():
    found = gradviz.derive("||y - A x||^2", ["x", "y"], order=2)
    assert [tuple(v.name for v in r.subject.variables) for r in found.core.results] == [
        ("x", "x"), ("x", "y"), ("y", "x"), ("y", "y"),
    ]  # fmt: skip
    assert {r.subject.kind for r in found.core.results} == {Kind.BLOCK}
    assert [text(r.expression) for r in found.core.results] == ["2 A' A", "-2 A'", "-2 A", "2 I_m"]
    written = found.to_text()
    assert "∂²f/∂x∂y' = -2 A'" in written
    assert "d(∇_x f)" in written
    assert "d(∇_y f)" in written
    assert r"\nabla^2_{x y} f" in found.to_latex()
    assert "nabla_(x y)^2 f" in found.to_typst()


def test_the_total_differential_holds_every_increment():
    found = gradviz.derive("x' A y", ["x", "y"])
    assert "y' A' dx + x' A dy" in found.to_text()


def test_a_scalar_beside_a_vector_of_a_vector_function():
    found = gradviz.derive("t A x", ["x", "t"], declare=["t in R"])
    assert found.verification
    assert [(r.subject.kind, text(r.expression)) for r in found.core.results] == [
        (Kind.JACOBIAN, "t A"), (Kind.DERIVATIVE, "A x"),
    ]  # fmt: skip


def test_a_scalar_beside_a_matrix_of_a_matrix_function():
    found = gradviz.derive("t A X B", ["X", "t"], declare=["t in R"])
    assert found.verification
    assert [text(r.expression) for r in found.core.results] == ["t kron(B', A)", "A X B"]
