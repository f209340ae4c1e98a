"""Functions that are short for others, and Greek letters that are functions before a bracket."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import special

import gradviz
from gradviz.algebra import nodes as n
from gradviz.algebra.walk import symbols
from gradviz.language.parser import parse
from gradviz.language.shorthands import ENTRYWISE, SHORTHANDS, WRITTEN
from gradviz.typeset.text import text
from tests import oracle

VALUES = {
    "log1p": np.log1p,
    "expm1": np.expm1,
    "square": np.square,
    "erfc": special.erfc,
    "gelu": lambda z: z * special.ndtr(z),
    "silu": lambda z: z * special.expit(z),
    "elu": lambda z: np.where(z > 0, z, np.expm1(z)),
    "leaky_relu": lambda z: np.where(z > 0, z, z / 100),
    "log_sigmoid": lambda z: -np.log1p(np.exp(-z)),
    "huber": lambda z: special.huber(1.0, z),
    "logit": special.logit,
    "sec": lambda z: 1 / np.cos(z),
    "csc": lambda z: 1 / np.sin(z),
    "cot": lambda z: 1 / np.tan(z),
    "gamma": special.gamma,
}


def test_every_shorthand_is_written_out():
    assert SHORTHANDS.keys() == WRITTEN.keys()
    assert ENTRYWISE.keys() == VALUES.keys()


@pytest.mark.parametrize("name", ENTRYWISE)
def test_a_shorthand_has_the_values_of_what_it_is_short_for(name):
    inside = name in ("log1p", "logit", "gamma", "csc", "cot")
    at = np.linspace(0.05, 0.95, 7) if inside else np.linspace(-1.9, 2.3, 7)
    for argument, values in ((n.Symbol("t", (1, 1)), at[:1, None]), (n.Symbol("x", ("n", 1)), at[:, None])):
        found = oracle.value(ENTRYWISE[name](argument), {argument: values}, {"n": 7})
        np.testing.assert_allclose(found, VALUES[name](values), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("mean(x), x in R^n", "sum(x)/n"),
        ("mean(X), X in R^(n,4)", "sum(X)/(4 n)"),
        ("mean(t), t in R", "t"),
        ("np.log1p(t)", "log(1 + t)"),
        ("log_2 t", "log2(t)"),
        (r"\log_{10} t", "log10(t)"),
        (r"\log_2t", "log2(t)"),
        (r"\log_2(t)", "log2(t)"),
        ("Φ(w' x)", "normcdf(w' x)"),
        (r"\log\Phi\left(w^\top x\right)", "log(normcdf(w' x))"),
        (r"\log\Gamma(a + b), a in R, b in R", "lgamma(a + b)"),
        ("Γ(t)", "exp(lgamma(t))"),
        ("sum_i log Γ(a_i)", "sum_{i=1}^{l} lgamma(a_i)"),
        ("sum_i silu(x_i), x in R^n", "sum(x .* sigmoid(x))"),
        ("sum_i log Γ(x_i), x in R^n", "sum(lgamma(x))"),
    ],
)
def test_what_a_function_is_read_as(source, read):
    assert text(parse(source).function) == read


@pytest.mark.parametrize(
    "source", ["‖Φ w - y‖^2", "‖Φ (w - v)‖^2", "Φ(w - v) + Φ v", "tr(Γ A Γ')", "Φ(w - v), Φ in R^(m,n)"]
)
def test_a_capital_letter_that_stands_elsewhere_is_a_matrix(source):
    assert {s.name for s in symbols(parse(source).function)} & {"Phi", "Gamma"}


def test_what_a_greek_function_and_a_shorthand_are_read_as_is_listed():
    said = [(a.subject, str(a.statement)) for a in parse("log Φ(t) + gelu(t)").assumptions]
    assert ("Φ(t)", "the normal distribution function") in said
    assert ("gelu(t)", "x .* normcdf(x)") in said


ANSWERS = [
    ("(a - b) normcdf((a - b)/s) + s normpdf((a - b)/s)", "a", "normcdf((a - b)/s)"),
    ("(a - b) normcdf((a - b)/s) + s normpdf((a - b)/s)", "s", "normpdf((a - b)/s)"),
    ("silu(t)", "t", "sigmoid(t) (1 + t (1 - sigmoid(t)))"),
    ("erf(t)", "t", "2 exp(-t^2)/sqrt(pi)"),
    ("lgamma(t)", "t", "digamma(t)"),
    ("log2(t)", "t", "1/(t log(2))"),
    ("mean((X w - y).^2)", "w", "2 X' (X w - y)/m"),
    ("arctanh(t)", "t", "1/(1 - t^2)"),
]


@pytest.mark.parametrize(("source", "by", "answer"), ANSWERS)
def test_answers_are_the_textbooks(source, by, answer):
    declare = ["a in R", "b in R", "s in R positive", "t in R", "X in R^(m,n)", "w in R^n", "y in R^m"]
    found = gradviz.derive(source, by, declare=declare)
    assert found.verification
    assert text(found.result) == answer


def test_modules_know_the_functions_that_numpy_lacks():
    source = "sum(erf(x) + normcdf(x) .* normpdf(x)) + sum(lgamma(y) + digamma(y) .* log10(y))"
    declare = ["x in R^n", "y in R^n positive"]
    rng = np.random.default_rng(4)
    x, y = rng.normal(size=5), rng.uniform(0.2, 9, size=5)
    module: dict[str, object] = {}
    exec(gradviz.derive(source, "y", declare=declare).to_numpy(), module)  # our own output
    pdf = np.exp(-x * x / 2) / np.sqrt(2 * np.pi)
    value = np.sum(special.erf(x) + special.ndtr(x) * pdf) + np.sum(special.gammaln(y) + special.psi(y) * np.log10(y))
    assert module["f"](x=x, y=y) == pytest.approx(value, rel=1e-12)
    slope = special.psi(y) + special.polygamma(1, y) * np.log10(y) + special.psi(y) / (y * np.log(10))
    np.testing.assert_allclose(module["gradient"](y=y), slope, rtol=1e-11)
