"""Modules for PyTorch and JAX: they compile, call nothing that their library lacks, and, where it is installed, agree
with the NumPy module on every problem of the reference table.
"""

from __future__ import annotations

import ast
import builtins
from typing import Any

import numpy as np
import pytest

import gradviz
from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Symbol
from gradviz.typeset.array_source import array_module, array_source
from gradviz.typeset.dialects import DIALECTS, Dialect
from tests import oracle
from tests.reference import TABLE
from tests.typeset.executed import as_passed, module_of

D = ["A, X in R^(n,n)", "V in R^(m,n)", "x, y in R^n", "z in R^m", "s, t in R", "P in R^(n,n) positive definite"]
PROBLEMS: list[tuple[str, Any, dict[str, Any]]] = [
    ("sum(relu(A x) + softplus(x) + abs(x))", "x", {}),
    ("logsumexp(V)", "V", {}),
    ("logsumexp(A x)", "x", {}),
    ("max(A x)^2", "x", {}),
    ("min(x)", "x", {}),
    ("tr(expm(X)) + x' cosm(X) y", "X", {}),
    ("tr(sinm(X)) + sum(normpdf(x) + erf(x))", "X", {}),
    ("lambda_min(P)^2 + norm(X, 2)", ["P", "X"], {}),
    ("softmax(x)", "x", {}),
    ("x z'", "x", {}),
    ("V'", "V", {}),
    ("A X A'", "X", {}),
    ("X^-2", "X", {}),
    ("t^2 s + sin(t)", ["s", "t"], {"order": 2}),
    ("x' A y + ||x||^2", ["x", "y"], {"order": 2}),
    ("x' A y", ["x", "y"], {}),
    ("sqrt(2) exp(2) t^3", "t", {}),
    ("sigma(1)^2 + log(n) t + pi^t", "t", {}),
    ("[t^2; sin(t)]", "t", {}),
    ("kron(V, x)", "x", {}),
    ("det(X)^(1/2)", "X", {}),
    ("V diag(x)", "x", {"layout": "numerator"}),
    ("tr(X' V' V) + ones(n)' A x", "x", {}),
    ("x ./ (1 + x.^2)", "x", {}),
    ("step(x)' arctan(y)", "y", {}),
    ("sum(max(x, y)) + max(t, 0) + min(s, t)", "x", {}),
    ("log(x + s t ones(n))' A y", "x", {}),
    ("A (V' z + exp(t) y)", "t", {}),
]
IDS = [text for text, _, _ in PROBLEMS]

# What the sources may call: public functions of PyTorch 2 and of JAX.
KNOWN = {
    "torch": """torch.abs torch.arange torch.arccos torch.arcsin torch.arcsinh torch.arctan torch.argmax torch.argmin
        torch.as_tensor torch.cat torch.clamp torch.cos torch.cosh torch.diag torch.e torch.exp torch.erf torch.eye torch.float64
        torch.is_tensor torch.kron torch.linalg.det torch.linalg.eigh torch.linalg.eigvalsh torch.linalg.inv torch.linalg.matrix_exp torch.linalg.matrix_power
        torch.linalg.norm torch.linalg.slogdet torch.log torch.logaddexp torch.logsumexp torch.max torch.maximum torch.min torch.minimum torch.ones
        torch.outer torch.pi torch.sigmoid torch.sign torch.sin torch.sinh torch.softmax torch.sqrt torch.stack torch.sum
        torch.tan torch.tanh torch.tensor torch.trace torch.zeros torch.zeros_like""",
    "jax": """jax.nn.logsumexp jax.nn.sigmoid jax.nn.softmax jax.scipy.linalg.expm jax.scipy.special.erf
        jax.scipy.stats.norm.pdf jnp.abs jnp.arange jnp.arccos jnp.arcsin
        jnp.arcsinh jnp.arctan jnp.argmax jnp.argmin jnp.array jnp.asarray jnp.block jnp.concatenate jnp.cos jnp.cosh jnp.diag jnp.e
        jnp.exp jnp.eye jnp.full jnp.heaviside jnp.kron jnp.linalg.det jnp.linalg.eigh jnp.linalg.eigvalsh jnp.linalg.inv jnp.linalg.matrix_power
        jnp.linalg.norm jnp.linalg.slogdet jnp.log jnp.logaddexp jnp.max jnp.maximum jnp.min jnp.minimum jnp.ones jnp.outer jnp.pi
        jnp.ravel jnp.reshape jnp.shape jnp.sign jnp.sin jnp.sinh jnp.size jnp.sqrt jnp.sum jnp.tan jnp.tanh jnp.trace
        jnp.zeros""",
}


def derived() -> list[Any]:
    """The derivations of the problems above and of the reference table."""
    found = [gradviz.derive(text, by, declare=D, **options) for text, by, options in PROBLEMS]
    found += [
        gradviz.derive(
            row["text"], row["wrt"], row["declare"], row["order"], layout=row["layout"], structure=row["structure"]
        )
        for row in TABLE
    ]
    return [d.core for d in found if d.result is not None]


@pytest.fixture(scope="module")
def derivations() -> list[Any]:
    return derived()


def dotted(node: ast.AST) -> str:
    """``torch.linalg.inv`` of an attribute; "" of anything else."""
    if isinstance(node, ast.Name):
        return node.id
    inner = dotted(node.value) if isinstance(node, ast.Attribute) else ""
    return f"{inner}.{node.attr}" if inner else ""


def called(source: str, modules: set[str]) -> set[str]:
    """The longest dotted names that begin with one of the modules."""
    names = {dotted(node) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)}
    own = {name for name in names if name.partition(".")[0] in modules}
    return {name for name in own if not any(other.startswith(f"{name}.") for other in own)}


@pytest.mark.parametrize("name", KNOWN)
def test_a_source_calls_nothing_that_its_library_lacks(name, derivations):
    dialect = DIALECTS[name]
    for derivation in derivations:
        source = array_module(derivation, "f", dialect)
        unknown = called(source, {"np", "numpy", "torch", "jax", "jnp"}) - set(KNOWN[name].split()) - {"jax.numpy"}
        assert not unknown, source


@pytest.mark.parametrize("name", DIALECTS)
def test_every_name_in_a_source_is_defined_in_it(name, derivations):
    for derivation in derivations:
        source = array_module(derivation, "f", DIALECTS[name])
        tree = ast.parse(source)
        defined = set(dir(builtins))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.arg):
                defined.add(node.name if isinstance(node, ast.FunctionDef) else node.arg)
            elif isinstance(node, ast.alias):
                defined.add((node.asname or node.name).partition(".")[0])
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                defined.add(node.id)
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert used <= defined, source


@pytest.mark.parametrize("name", DIALECTS)
def test_all_dialects_have_the_same_functions_and_parameters(name, derivations):
    for derivation in derivations:
        heads = [
            {
                node.name: [a.arg for a in node.args.args]
                for node in ast.parse(array_module(derivation, "f", dialect)).body
                if isinstance(node, ast.FunctionDef) and node.name not in dialect.helpers
            }
            for dialect in (DIALECTS["numpy"], DIALECTS[name])
        ]
        assert heads[0] == heads[1]


def test_new_tensors_take_the_kind_of_the_arguments():
    source = gradviz.derive("t ||x||^2", "x").to_torch()
    assert 'like = {"dtype": x.dtype, "device": x.device}' in source
    assert "t = number(t, **like)" in source
    alone = gradviz.derive("t^2", "t").to_torch()
    assert 'like = {"dtype": torch.float64}' in alone


def test_one_value_in_every_entry_is_an_operand_like_any_other():
    scalar, size = Symbol("t", (1, 1)), ("n", 1)
    filled = n.Mul(Symbol("A", ("n", "n")), n.Fill(n.Add(scalar, n.ONE), *size))
    assert array_source(filled, DIALECTS["torch"]) == "A @ full(n, t + 1, **like)"
    assert array_source(filled, DIALECTS["jax"]) == "A @ jnp.full(n, t + 1)"


@pytest.mark.parametrize("name", ["numpy", "torch", "jax"])
def test_the_command_line_prints_and_writes_each(name, tmp_path, capsys):
    from gradviz.cli import main

    assert main(["derive", "x' A x", "--format", name]) == 0
    printed = capsys.readouterr().out
    assert main(["derive", "x' A x", "--format", name, "-o", str(tmp_path / "g.py")]) == 0
    assert (tmp_path / "g.py").read_text() == printed == getattr(gradviz.derive("x' A x"), f"to_{name}")()


def agree(derivation: Any, dialect: Dialect, array: Any, plain: Any) -> None:
    """Every function of the module gives what that of the NumPy module gives."""
    expressions = [derivation.function, *(r.expression for r in derivation.results), *derivation.variables]
    values, dims = oracle.instance(*expressions, rng=np.random.default_rng(5), positive=True)
    given: dict[str, Any] = dict(dims)
    for symbol, value in values.items():
        if isinstance(symbol, Symbol):
            name = "lambda_" if symbol.name == "lambda" else symbol.name
            given[name] = given[f"d{name}"] = as_passed(value, symbol.shape)
    reference = module_of(array_module(derivation))
    source = array_module(derivation, "f", dialect)
    module = module_of(source)
    for name in ("f", "gradient", "jacobian", "hessian", "slices", "differential"):
        if name in reference:
            code = reference[name].__code__
            arguments = {p: given[p] for p in code.co_varnames[: code.co_argcount]}
            with np.errstate(invalid="ignore"):  # the root of a determinant that is negative here, in both
                expected = np.asarray(reference[name](**arguments), dtype=float)
            found = plain(module[name](**{p: array(v) for p, v in arguments.items()}))
            assert found.shape == expected.shape, source
            assert np.allclose(found, expected, rtol=1e-8, atol=1e-11, equal_nan=True), source


def test_torch_agrees_with_numpy(derivations):
    torch = pytest.importorskip("torch")

    def array(value: Any) -> Any:
        return torch.tensor(value, dtype=torch.float64) if isinstance(value, np.ndarray) else value

    for derivation in derivations:
        agree(derivation, DIALECTS["torch"], array, lambda v: np.asarray(v, dtype=float))


def test_jax_agrees_with_numpy(derivations):
    jax = pytest.importorskip("jax")
    jax.config.update("jax_enable_x64", True)

    def array(value: Any) -> Any:
        return jax.numpy.asarray(value) if isinstance(value, np.ndarray) else value

    for derivation in derivations:
        agree(derivation, DIALECTS["jax"], array, lambda v: np.asarray(v, dtype=float))
