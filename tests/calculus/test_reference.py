"""Every problem of the reference table: understood, derived, verified, right by the formula, in the form of the book."""

from __future__ import annotations

import numpy as np
import pytest

import gradviz
from gradviz.calculus.derivation import Kind
from gradviz.language.parser import parse
from tests import oracle, reference
from tests.reference import DIMS, TABLE

KINDS = {
    "gradient": Kind.GRADIENT,
    "free gradient": Kind.GRADIENT,
    "jacobian": Kind.JACOBIAN,
    "derivative": Kind.DERIVATIVE,
    "hessian": Kind.HESSIAN,
}


def derive(row, *, declared=True):
    declare = row["declare"] if declared else []
    return gradviz.derive(
        row["text"], row["wrt"], declare=declare, order=row["order"], layout=row["layout"], structure=row["structure"]
    )


def sized(problem, variables, dims):
    """Sizes for the dimension names of a problem, whatever they are called."""
    names = oracle.dim_names(problem.function, *variables)
    spare = [4, 3, 5, 2, 6, 7]
    return {**{name: spare[i] for i, name in enumerate(names) if name not in dims}, **dims}


@pytest.mark.parametrize("row", TABLE, ids=reference.rows(ids=True))
def test_reference_problem(row):
    derivation = derive(row)
    assert derivation.cannot is None
    assert derivation.verification
    assert derivation.verification.error < 1e-8
    (result,) = derivation.core.results
    assert result.subject.kind is KINDS[row["kind"]]
    symbols = [*derivation.problem.symbols, *derivation.core.variables]
    for seed, dims in enumerate(DIMS):
        values = reference.values_for(symbols, dims, seed)
        function = oracle.value(derivation.problem.function, values, dims)
        assert (
            oracle.relative_error(function.reshape(-1, 1), reference.formula(row["f"], values, dims).reshape(-1, 1))
            < 1e-10
        )
        expected = reference.formula(row["df"], values, dims)
        found = oracle.value(result.expression, values, dims)
        assert oracle.relative_error(found, expected) < 1e-8, (found, expected)


@pytest.mark.parametrize("row", [r for r in TABLE if "form" in r], ids=[r["id"] for r in TABLE if "form" in r])
def test_the_answer_is_printed_as_in_the_book(row):
    from gradviz.typeset.text import text

    assert text(derive(row).result) == row["form"]


@pytest.mark.parametrize("row", [r for r in TABLE if r["bare"]], ids=[r["id"] for r in TABLE if r["bare"]])
def test_reference_texts_need_no_declarations(row):
    derivation = derive(row, declared=False)
    assert derivation.cannot is None
    assert derivation.verification
    (result,) = derivation.core.results
    symbols = [*derivation.problem.symbols, *derivation.core.variables]
    dims = sized(derivation.problem, derivation.core.variables, {})
    values = reference.values_for(symbols, dims, 3)
    for symbol in symbols:  # what the declarations say of values must hold of them here too
        if any(d.startswith(f"{symbol.name} ") and "positive" in d for d in row["declare"]):
            values[symbol] = (
                np.abs(values[symbol]) + 0.3
                if symbol.is_scalar
                else values[symbol] @ values[symbol].T + np.eye(len(values[symbol]))
            )
    expected = reference.formula(row["df"], values, dims)
    assert oracle.relative_error(oracle.value(result.expression, values, dims), expected) < 1e-8


@pytest.mark.parametrize("row", TABLE, ids=reference.rows(ids=True))
def test_reference_texts_are_understood_as_their_formula_says(row):
    problem = parse(row["text"], row["declare"])
    wanted = [row["wrt"]] if isinstance(row["wrt"], str) else row["wrt"]
    known = {s.name for s in (*problem.symbols, *problem.unused)}
    assert set(wanted) <= known
