"""Dimensions, shapes and unification."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.algebra.shapes import DimProduct, Shape, ShapeError, UnificationError, Unifier, dim_product, dim_text

dims = st.one_of(st.integers(1, 9), st.sampled_from("nmpq"))


@pytest.mark.parametrize(
    ("a", "b", "product", "text"),
    [
        (2, 3, 6, "6"),
        (1, "n", "n", "n"),
        ("n", 1, "n", "n"),
        ("n", "m", DimProduct(1, ("m", "n")), "mn"),
        ("m", "n", DimProduct(1, ("m", "n")), "mn"),
        ("n", "n", DimProduct(1, ("n", "n")), "nn"),
        (2, "n", DimProduct(2, ("n",)), "2n"),
        (DimProduct(2, ("n",)), DimProduct(3, ("m",)), DimProduct(6, ("m", "n")), "6mn"),
        (0, "n", 0, "0"),
    ],
)
def test_products_of_dimensions_have_one_form(a, b, product, text):
    assert dim_product(a, b) == product
    assert dim_text(dim_product(a, b)) == text


@given(dims, dims, dims)
def test_products_of_dimensions_commute_and_associate(a, b, c):
    assert dim_product(a, b) == dim_product(b, a)
    assert dim_product(dim_product(a, b), c) == dim_product(a, dim_product(b, c))


@pytest.mark.parametrize(
    ("shape", "scalar", "column", "row", "matrix"),
    [
        (Shape(1, 1), True, False, False, False),
        (Shape("n", 1), False, True, False, False),
        (Shape(1, "n"), False, False, True, False),
        (Shape("n", "m"), False, False, False, True),
        (Shape(3, 1), False, True, False, False),
        (Shape(2, 2), False, False, False, True),
    ],
)
def test_every_shape_is_of_exactly_one_kind(shape, scalar, column, row, matrix):
    assert (shape.is_scalar, shape.is_column, shape.is_row, shape.is_matrix) == (scalar, column, row, matrix)
    assert (shape.transposed.is_row, shape.transposed.is_column) == (column, row)
    assert shape.transposed.transposed == shape
    assert str(shape) == f"{dim_text(shape.rows)}×{dim_text(shape.cols)}"


def test_unknown_dimensions_become_what_they_are_unified_with():
    solve = Unifier()
    a, b, c = solve.variable(), solve.variable(), solve.variable()
    solve.unify(a, b)
    assert solve.value(a) is None
    assert solve.root(a) == solve.root(b) != solve.root(c)
    solve.assign(b, "n")
    assert solve.value(a) == "n"
    solve.unify(c, a)
    assert solve.value(c) == "n"


@pytest.mark.parametrize(("a", "b"), [(2, 3), ("n", "m"), ("n", 1), (DimProduct(2, ("n",)), "n")])
def test_fixed_dimensions_equal_only_themselves(a, b):
    solve = Unifier()
    with pytest.raises(UnificationError) as caught:
        solve.unify(solve.fixed(a), solve.fixed(b))
    assert {caught.value.first, caught.value.second} == {a, b}
    assert isinstance(caught.value, ShapeError)
    solve.unify(solve.fixed(a), solve.fixed(a))


def test_a_clash_is_found_through_a_chain_of_unknowns():
    solve = Unifier()
    chain = [solve.fixed("n"), *[solve.variable() for _ in range(2000)]]
    for left, right in zip(chain, chain[1:], strict=False):
        solve.unify(left, right)
    assert solve.value(chain[-1]) == "n"
    with pytest.raises(UnificationError):
        solve.assign(chain[1000], "m")


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30), st.integers(0, 9))
def test_unification_is_the_same_partition_as_connected_components(equations, probe):
    solve = Unifier()
    variables = [solve.variable() for _ in range(10)]
    for i, j in equations:
        solve.unify(variables[i], variables[j])
    reached, todo = {probe}, [probe]
    while todo:
        here = todo.pop()
        for i, j in equations:
            for a, b in ((i, j), (j, i)):
                if a == here and b not in reached:
                    reached.add(b)
                    todo.append(b)
    together = {k for k in range(10) if solve.root(variables[k]) == solve.root(variables[probe])}
    assert together == reached
