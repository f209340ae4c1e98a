"""The public functions: text in, verified derivation out."""

from __future__ import annotations

import json
import subprocess
import sys
import types

import numpy as np
import pytest

import gradviz
from gradviz import api
from gradviz.language.diagnostics import LanguageError
from gradviz.language.problem import Problem
from gradviz.typeset.text import text
from tests import reference
from tests.reference import DIMS, TABLE


def test_the_readme_example():
    derivation = gradviz.derive("x' A x", wrt="x")
    assert isinstance(derivation, gradviz.Derivation)
    assert repr(derivation.result) == "Mul(Add(A, Transpose(A)), x)"
    assert derivation.verification
    assert derivation.cannot is None
    assert derivation.steps[0].rule.id == "differential.take"
    assert isinstance(derivation.problem, Problem)


def test_one_differentiates_by_lambda_as_programs_spell_it():
    assert text(gradviz.derive("x' x + lam a' x", "lam").result) == "a' x"
    assert text(gradviz.derive("x' x + lambda_ a' x", "lambda_").result) == "a' x"


def test_names_come_lazily_and_strangers_do_not():
    assert gradviz.check is api.check
    with pytest.raises(AttributeError, match="no attribute 'divine'"):
        gradviz.divine  # noqa: B018


HEAVY = ["PySide6", "pyqtgraph", "sympy", "matplotlib", "scipy", "typst", "PIL", "contourpy"]


def test_deriving_imports_neither_qt_nor_sympy():
    work = "import sys, gradviz; gradviz.derive(\"x' A x\", 'x').to_numpy()"
    code = f"{work}; print([m for m in {HEAVY} if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert found.stdout.strip() == "[]"


def test_importing_the_package_does_no_work():
    code = "import sys, gradviz; print([m for m in ('numpy', 'lark', 'gradviz.api') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("wrt", "names"),
    [(None, ["w"]), ("w", ["w"]), ("X", ["X"]), (["w"], ["w"]), (["X", "w"], ["X", "w"]), ((), ["w"]), (" w ", ["w"])],
)
def test_variables_are_a_name_or_names_or_the_customary_ones(wrt, names):
    derivation = gradviz.derive("||y - X w||^2", wrt)
    assert [v.name for v in derivation.core.variables] == names
    assert len(derivation.core.results) == len(names)


@pytest.mark.parametrize("name", ["β", "beta"])
def test_greek_variables_may_be_spelt_either_way(name):
    assert gradviz.derive("||y - X β||^2", name).core.variables[0].name == "beta"


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("method", "guessing"),
        ("layout", "sideways"),
        ("structure", "loose"),
        ("order", 3),
        ("order", 0),
        ("order", "2"),
        ("order", None),
    ],
)
def test_options_that_do_not_exist_are_refused_by_name(option, value):
    with pytest.raises(ValueError, match=str(value)) as caught:
        gradviz.derive("x' x", "x", **{option: value})
    assert not isinstance(caught.value, LanguageError)


def test_a_constant_has_nothing_to_differentiate_by():
    with pytest.raises(LanguageError, match="constant"):
        gradviz.derive("2 pi")


@pytest.mark.parametrize("name", ["", "x y", "2", "x'", "__import__('os')", "x\ny"])
def test_a_variable_that_is_no_name_is_refused(name):
    with pytest.raises(ValueError, match=r"."):
        gradviz.derive("x' x", [name])


def test_a_text_that_is_not_understood_raises_a_language_error_with_its_place():
    with pytest.raises(LanguageError) as caught:
        gradviz.derive("x' A + A x", "x")
    (found,) = caught.value.diagnostics
    assert (found.line, found.column) == (1, 8)
    assert "^^^" in caught.value.render()
    assert issubclass(LanguageError, ValueError)


def test_checking_understands_without_deriving():
    problem = gradviz.check("||y - X w||^2", ["w in R^2"])
    assert [s.name for s in problem.symbols] == ["y", "X", "w"]
    assert [v.name for v in problem.variables] == ["w"]
    with pytest.raises(LanguageError):
        gradviz.check("(")


def test_declarations_may_stand_in_the_text_or_beside_it():
    inside = gradviz.derive("A in R^(n,n) symmetric\nx' A x", "x")
    beside = gradviz.derive("x' A x", "x", declare=["A in R^(n,n) symmetric"])
    assert inside.result is beside.result
    assert text(inside.result) == "2 A x"


def test_a_derivation_without_an_answer_says_so_and_prints_no_program():
    derivation = gradviz.derive("tr(A Q)", "Q", declare=["Q in R^(n,n) orthogonal"])
    assert derivation.result is None
    assert derivation.cannot
    with pytest.raises(ValueError, match="no result"):
        derivation.to_numpy()
    assert derivation.cannot in json.loads(derivation.to_json()).get("cannot", derivation.cannot)
    assert derivation.to_text()


def test_an_answer_that_fails_its_check_is_withheld(monkeypatch):
    from dataclasses import replace

    from gradviz.algebra.build import times
    from gradviz.algebra.nodes import Number

    honest = api.derive_expression

    def mistaken(*args, **kwargs):
        found = honest(*args, **kwargs)
        return found.with_(results=tuple(replace(r, expression=times(Number(2), r.expression)) for r in found.results))

    monkeypatch.setattr(api, "derive_expression", mistaken)
    derivation = gradviz.derive("x' A x", "x")
    assert derivation.result is None
    assert "withheld" in derivation.cannot
    assert not derivation.verification
    with pytest.raises(ValueError, match="no result"):
        derivation.to_numpy()


FORMATS = ["to_text", "to_latex", "to_typst", "to_json", "to_numpy", "_repr_latex_"]
SHOWN = [row for row in TABLE if row["order"] == 1][::6] + [row for row in TABLE if row["order"] == 2][:3]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("row", SHOWN, ids=[row["id"] for row in SHOWN])
def test_every_format_is_written_for_every_kind_of_problem(row, form):
    derivation = gradviz.derive(
        row["text"], row["wrt"], declare=row["declare"], order=row["order"], layout=row["layout"]
    )
    written = getattr(derivation, form)()
    assert isinstance(written, str)
    assert written.strip()
    if form == "to_json":
        json.loads(written)
    if form == "to_latex":
        assert written.count("{") == written.count("}")


ORDERED = {"gradient": "gradient", "derivative": None, "jacobian": "jacobian", "hessian": "hessian"}


@pytest.mark.parametrize(
    "row", [r for r in TABLE if r["kind"] in ORDERED and r["layout"] == "mixed"], ids=lambda row: row["id"]
)
def test_the_numpy_program_gives_the_reference_values(row):
    """The program that a user gets, run with arrays, is the formula from the book."""
    derivation = gradviz.derive(row["text"], row["wrt"], declare=row["declare"], order=row["order"])
    module = types.ModuleType("written")
    exec(derivation.to_numpy(), module.__dict__)
    names = [ORDERED[row["kind"]]] if ORDERED[row["kind"]] else ["gradient", "jacobian"]
    name = next(n for n in names if hasattr(module, n))
    derivative = getattr(module, name)
    for seed, dims in enumerate(DIMS):
        symbols = [*derivation.problem.symbols, *derivation.core.variables]
        values = reference.values_for(symbols, dims, seed)
        arrays = {
            s.name: float(v[0, 0]) if s.is_scalar else v[:, 0] if s.shape.cols == 1 else v for s, v in values.items()
        }
        arrays = {"lambda_": arrays.get("lambda"), "lam": arrays.get("lambda"), **dims, **arrays}
        wanted = {p: arrays[p] for p in _parameters(derivative)}
        found = np.asarray(derivative(**wanted), dtype=float)
        expected = reference.formula(row["df"], values, dims)
        assert np.allclose(found.reshape(expected.shape), expected, rtol=1e-7, atol=1e-9)


def _parameters(function) -> list[str]:
    import inspect

    return list(inspect.signature(function).parameters)


@pytest.mark.parametrize(
    ("source", "answers"),
    [
        ("1/2 sum_i (y_i - z_i)^2", ["[y_i - z_i; -(y_i - z_i)]"]),
        ("sum_k t_k", ["1"]),
        ("log sum_i exp(z_i)", ["exp(z_i)/(sum_{j=1}^{l} exp(z_j))"]),
    ],
)
def test_a_sum_over_families_alone_is_differentiated_by_one_of_the_members(source: str, answers: list[str]) -> None:
    found = gradviz.derive(source)
    assert found.verification is not None
    assert found.verification.ok
    assert [text(r.expression) for r in found.core.results] == answers
