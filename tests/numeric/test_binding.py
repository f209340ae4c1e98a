"""Values for the symbols: sizes, properties, repeatability."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.algebra.nodes import Symbol
from gradviz.algebra.properties import DECLARABLE
from gradviz.algebra.shapes import SCALAR, Shape, dim_product
from gradviz.numeric.binding import Binding, default_binding, dimension_names, size_of

w = Symbol("w", ("n", 1))
X = Symbol("X", ("m", "n"))
y = Symbol("y", ("m", 1))


def holds(value: np.ndarray, what: str) -> bool:
    """Whether a matrix has a property, by its definition."""
    match what:
        case "symmetric":
            return np.array_equal(value, value.T)
        case "diagonal":
            return not value[~np.eye(len(value), dtype=bool)].any()
        case "orthogonal":
            return np.allclose(value @ value.T, np.eye(len(value)))
        case "invertible":
            return abs(np.linalg.det(value)) > 1e-3
        case "positive definite" | "positive semidefinite":
            return np.array_equal(value, value.T) and np.linalg.eigvalsh(value)[0] > 0
        case "full rank":
            return np.linalg.matrix_rank(value) == min(value.shape)
        case "positive":
            return bool((value > 0).all())
    raise AssertionError(what)


def test_plotted_vectors_have_two_entries_and_data_ten_rows() -> None:
    binding = default_binding([w, X, y], variables=[w])
    assert binding.dims == {"n": 2, "m": 10}
    assert np.shape(binding.values["w"]) == (2,)
    assert np.shape(binding.values["X"]) == (10, 2)
    assert np.shape(binding.values["y"]) == (10,)
    assert default_binding([w, X, y]).dims == {"n": 2, "m": 10}


def test_shapes_are_those_of_the_contract() -> None:
    row, number = Symbol("r", (1, "n")), Symbol("t", SCALAR)
    binding = default_binding([row, number], dims={"n": 3})
    assert np.shape(binding.values["r"]) == (1, 3)
    assert isinstance(binding.values["t"], float)
    assert binding.matrix(number).shape == (1, 1)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("what", DECLARABLE)
@pytest.mark.parametrize("size", [2, 5])
def test_drawn_matrices_have_their_declared_property(what: str, seed: int, size: int) -> None:
    square = Symbol("Q", ("n", "n"), frozenset({what}))
    assert holds(np.asarray(default_binding([square], seed, {"n": size}).values["Q"]), what)


@pytest.mark.parametrize(
    "both",
    [
        {"positive definite", "diagonal"},
        {"symmetric", "positive"},
        {"orthogonal", "symmetric"},
        {"positive definite", "positive"},
    ],
)
def test_properties_hold_together(both: set[str]) -> None:
    for seed in range(10):
        square = Symbol("Q", ("n", "n"), frozenset(both))
        value = np.asarray(default_binding([square], seed, {"n": 3}).values["Q"])
        assert all(holds(value, what) for what in both)


def test_a_positive_scalar_and_vector_are_positive() -> None:
    symbols = [Symbol("s", SCALAR, frozenset({"positive"})), Symbol("v", ("n", 1), frozenset({"positive"}))]
    for seed in range(10):
        values = default_binding(symbols, seed, {"n": 6}, variables=symbols).values
        assert all(np.min(v) > 0 for v in values.values())


def test_the_same_seed_gives_the_same_values_whatever_else_occurs() -> None:
    one, other = default_binding([w, X, y], 3), default_binding([y, X, w, Symbol("t", SCALAR)], 3)
    for name in ("X", "y", "w"):
        np.testing.assert_array_equal(one.values[name], other.values[name])
    assert not np.array_equal(one.values["X"], default_binding([w, X, y], 4).values["X"])


def test_the_fit_of_the_data_lies_near_the_origin() -> None:
    values = default_binding([w, X, y], variables=[w]).values
    fit = np.linalg.lstsq(np.asarray(values["X"]), np.asarray(values["y"]), rcond=None)[0]
    assert np.abs(fit).max() < 3


def test_a_value_of_the_wrong_size_is_told() -> None:
    with pytest.raises(ValueError, match="2×1"):
        Binding({"n": 2}, {"w": np.zeros(3)}).matrix(w)
    with pytest.raises(KeyError):
        Binding({"n": 2}, {}).matrix(w)


def test_sizes_of_products_of_dimensions() -> None:
    assert size_of(dim_product("m", "n"), {"m": 3, "n": 4}) == 12
    assert dimension_names([Symbol("K", (dim_product("m", "n"), 1)), w]) == ["m", "n"]


@pytest.mark.parametrize(("rows", "cols"), [(2, 2), (3, 3), (4, 4), (7, 7), (5, 2), (2, 6)])
def test_a_matrix_that_is_plotted_begins_with_full_rank(rows: int, cols: int) -> None:
    matrix = Symbol("M", ("r", "c"))
    value = np.asarray(default_binding([matrix], dims={"r": rows, "c": cols}, variables=[matrix]).values["M"])
    assert holds(value, "full rank")
    assert np.linalg.cond(value) < 100
    assert value[0, :2].tolist() == [-1.5, 1.0]


def test_a_place_that_is_named_exists() -> None:
    x = Symbol("x", Shape("n", 1))
    for dims in ({}, {"n": 2}):
        assert default_binding([x], dims=dims, variables=[x], least={"n": 5}).values["x"].shape == (5,)
    assert default_binding([x], dims={"n": 7}, variables=[x], least={"n": 5}).values["x"].shape == (7,)
