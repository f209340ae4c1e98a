"""Eigenvalues, classes, regions, and the picture of a quadratic form."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.numeric.spectrum import Definiteness, conic, regions, spectrum
from tests.numeric.formulas import HIMMELBLAU, log, scene, x, y

CLASSES = {
    "positive definite": ([[2, 1], [1, 3]], (2, 0, 0)),
    "negative definite": ([[-2, 1], [1, -3]], (0, 2, 0)),
    "indefinite": ([[1, 2], [2, 1]], (1, 1, 0)),
    "positive semidefinite": ([[1, 1], [1, 1]], (1, 0, 1)),
    "negative semidefinite": ([[0, 0], [0, -4]], (0, 1, 1)),
    "zero": ([[0, 0], [0, 0]], (0, 0, 2)),
}


@pytest.mark.parametrize("words", CLASSES)
def test_classes(words: str) -> None:
    matrix, signature = CLASSES[words]
    found = spectrum(np.array(matrix, dtype=float))
    assert found.kind.words == words
    assert found.signature == signature
    assert found.kind.meaning.endswith(".")
    assert found.determinant == pytest.approx(np.linalg.det(matrix))
    assert found.trace == np.trace(matrix)
    np.testing.assert_allclose(found.vectors @ np.diag(found.eigenvalues) @ found.vectors.T, matrix, atol=1e-14)


def test_condition_and_larger_matrices() -> None:
    random = np.random.default_rng(0).standard_normal((5, 5))
    found = spectrum(random @ random.T)
    assert found.condition == pytest.approx(np.linalg.cond(random) ** 2, rel=1e-8)
    assert found.determinant == pytest.approx(np.linalg.det(random) ** 2, rel=1e-10)
    assert spectrum(np.array([[1.0, 0], [0, 0]])).condition == np.inf


def test_a_hessian_that_is_not_finite_is_undefined() -> None:
    found = spectrum(np.array([[1.0, np.nan], [np.nan, 1.0]]))
    assert found.kind is Definiteness.UNDEFINED
    assert np.isnan(found.eigenvalues).all()
    assert np.isnan(found.condition)


def test_regions_are_the_classes_at_the_points() -> None:
    made = scene(HIMMELBLAU)
    xs, ys = np.linspace(-5, 5, 21), np.linspace(-5, 5, 23)
    found = regions(made, xs, ys)
    for i, q in enumerate(ys):
        for j, p in enumerate(xs):
            a, b, c = 12 * p**2 + 4 * q - 42, 4 * p + 4 * q, 12 * q**2 + 4 * p - 26
            assert found[i, j] == spectrum(np.array([[a, b], [b, c]])).kind
    assert set(np.unique(found)) == {1, 2, 3}


def test_regions_of_a_function_with_a_domain() -> None:
    found = regions(scene(log(x) + y**2), np.array([-1.0, 1.0]), np.array([0.0]))
    assert found.tolist() == [[Definiteness.UNDEFINED, Definiteness.INDEFINITE]]
    assert regions(scene(x + y), np.array([1.0]), np.array([0.0])).tolist() == [[Definiteness.ZERO]]
    assert regions(scene(x**2 + 0 * y), np.array([1.0]), np.array([0.0])).tolist() == [[4]]


@given(a=st.floats(-5, 5), b=st.floats(-5, 5), c=st.floats(-5, 5))
def test_the_quadratic_forms_picture_is_one_level(a: float, b: float, c: float) -> None:
    H = np.array([[a, b], [b, c]])
    p, q = conic(H, 2.0)
    values = np.linalg.eigvalsh(H)
    if np.abs(values).max() == 0:
        assert p.size == 0
        return
    drawn = np.isfinite(p)
    p, q = p[drawn], q[drawn]
    assert np.hypot(p, q).max() <= 2 * (1 + 1e-9)
    form = a * p**2 + 2 * b * p * q + c * q**2
    np.testing.assert_allclose(np.abs(form), np.abs(form[0]), rtol=1e-6, atol=1e-7 * np.abs(values).max())
    if np.abs(values).min() > 1e-6 * np.abs(values).max() and values[0] * values[1] > 0:
        assert np.hypot(p, q).max() == pytest.approx(2)
