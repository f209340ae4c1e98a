"""The named functions of one real variable that act on each entry.

One row a function: its names, how it is written, where it is defined, and its derivative as a scalar template in `T`.
`entrywise` lifts such a template to vectors and matrices.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gradviz.algebra.nodes import (
    MINUS_ONE,
    ONE,
    Add,
    Apply,
    Constant,
    Expr,
    Fill,
    Hadamard,
    HadamardPower,
    HadamardQuotient,
    Mul,
    Number,
    Power,
    Quotient,
    Symbol,
)
from gradviz.algebra.shapes import SCALAR
from gradviz.algebra.walk import fold

__all__ = ["FUNCTIONS", "Function", "T", "derivative", "entrywise"]

T = Symbol("t", SCALAR)
"""The placeholder of the templates."""


@dataclass(frozen=True, slots=True)
class Function:
    """An entrywise function.

    Attributes
    ----------
    name : the name in expressions and in plain text.
    aliases : other spellings that users type.
    latex, typst : how the name is typeset.
    domain : where it is defined: "real", "positive", "nonnegative", "nonzero" or "unit interval".
    derivative : the derivative at `T`, a scalar expression; None where there is none to use.
    kink : a condition under which the derivative holds ("argument nonzero"), or "" where it always does.
    """

    name: str
    aliases: tuple[str, ...]
    latex: str
    typst: str
    domain: str
    derivative: Callable[[], Expr] | None
    kink: str = ""


def _apply(name: str) -> Expr:
    return Apply(T, name)


def _square(e: Expr) -> Expr:
    return Power(e, Number(2))


def _minus(a: Expr, b: Expr) -> Expr:
    return Add(a, Mul(MINUS_ONE, b))


def _logarithm_to(base: int) -> Expr:
    return Quotient(ONE, Mul(Apply(Number(base), "log"), T))


_TABLE = (
    Function("exp", (), r"\exp", "exp", "real", lambda: _apply("exp")),
    Function("log", ("ln",), r"\log", "log", "positive", lambda: Quotient(ONE, T)),
    Function(
        "sqrt",
        (),
        r"\sqrt",
        "sqrt",
        "nonnegative",
        lambda: Quotient(ONE, Mul(Number(2), _apply("sqrt"))),
        "argument > 0",
    ),
    Function("log2", ("log_2",), r"\log_{2}", "log_2", "positive", lambda: _logarithm_to(2)),
    Function("log10", ("log_10",), r"\log_{10}", "log_10", "positive", lambda: _logarithm_to(10)),
    Function("sin", (), r"\sin", "sin", "real", lambda: _apply("cos")),
    Function("cos", (), r"\cos", "cos", "real", lambda: Mul(MINUS_ONE, _apply("sin"))),
    Function("tan", ("tg",), r"\tan", "tan", "real", lambda: Add(ONE, _square(_apply("tan")))),
    Function("sinh", (), r"\sinh", "sinh", "real", lambda: _apply("cosh")),
    Function("cosh", (), r"\cosh", "cosh", "real", lambda: _apply("sinh")),
    Function("tanh", (), r"\tanh", "tanh", "real", lambda: _minus(ONE, _square(_apply("tanh")))),
    Function(
        "arcsin",
        ("asin",),
        r"\arcsin",
        "arcsin",
        "unit interval",
        lambda: Quotient(ONE, Apply(_minus(ONE, _square(T)), "sqrt")),
        "|argument| < 1",
    ),
    Function(
        "arccos",
        ("acos",),
        r"\arccos",
        "arccos",
        "unit interval",
        lambda: Quotient(MINUS_ONE, Apply(_minus(ONE, _square(T)), "sqrt")),
        "|argument| < 1",
    ),
    Function("arctan", ("atan", "arctg"), r"\arctan", "arctan", "real", lambda: Quotient(ONE, Add(ONE, _square(T)))),
    Function(
        "arcsinh",
        ("asinh", "arsinh"),
        r"\operatorname{arcsinh}",
        'op("arcsinh")',
        "real",
        lambda: Quotient(ONE, Apply(Add(ONE, _square(T)), "sqrt")),
    ),
    Function(
        "arctanh",
        ("atanh", "artanh"),
        r"\operatorname{arctanh}",
        'op("arctanh")',
        "unit interval",
        lambda: Quotient(ONE, _minus(ONE, _square(T))),
        "|argument| < 1",
    ),
    Function(
        "erf",
        (),
        r"\operatorname{erf}",
        'op("erf")',
        "real",
        lambda: Mul(Quotient(Number(2), Apply(Constant("pi"), "sqrt")), Apply(Mul(MINUS_ONE, _square(T)), "exp")),
    ),
    Function("normcdf", (), r"\Phi", "Phi", "real", lambda: _apply("normpdf")),
    Function("normpdf", (), r"\varphi", "phi.alt", "real", lambda: Mul(MINUS_ONE, T, _apply("normpdf"))),
    Function("lgamma", ("gammaln", "loggamma"), r"\log\Gamma", "log Gamma", "positive", lambda: _apply("digamma")),
    Function("digamma", (), r"\psi", "psi", "positive", lambda: _apply("trigamma")),
    Function("trigamma", (), r"\psi_{1}", "psi_1", "positive", None),
    Function(
        "sigmoid",
        ("sigma", "logistic", "expit"),
        r"\sigma",
        "sigma",
        "real",
        lambda: Mul(_apply("sigmoid"), _minus(ONE, _apply("sigmoid"))),
    ),
    Function("softplus", (), r"\operatorname{softplus}", 'op("softplus")', "real", lambda: _apply("sigmoid")),
    Function("relu", (), r"\operatorname{relu}", 'op("relu")', "real", lambda: _apply("step"), "argument ≠ 0"),
    Function("step", ("heaviside",), r"\operatorname{step}", 'op("step")', "real", lambda: Number(0), "argument ≠ 0"),
    Function("abs", (), r"\operatorname{abs}", 'op("abs")', "real", lambda: _apply("sign"), "argument ≠ 0"),
    Function("sign", ("sgn",), r"\operatorname{sign}", 'op("sign")', "real", lambda: Number(0), "argument ≠ 0"),
)

FUNCTIONS: dict[str, Function] = {row.name: row for row in _TABLE}


def derivative(name: str, argument: Expr) -> Expr | None:
    """``f'(U)``, entry by entry, in the shape of `argument`; None where the table has no derivative."""
    template = FUNCTIONS[name].derivative
    return None if template is None else entrywise(template(), argument)


def entrywise(template: Expr, argument: Expr) -> Expr:
    """Put `argument` for `T` in a scalar template, with products and powers taken entry by entry where it is not
    scalar.
    """
    rows, cols = argument.shape

    def visit(node: Expr, children: list[Expr]) -> Expr:
        if node is T:
            return argument
        if argument.is_scalar or not children:
            return node.with_children(children)
        filled = [Fill(c, rows, cols) if c.is_scalar else c for c in children]
        match node:
            case Mul() if children[0].is_scalar:
                rest = filled[1] if len(filled) == 2 else Hadamard(*filled[1:])
                return Mul(children[0], rest)
            case Mul():
                return Hadamard(*filled)
            case Power():
                return HadamardPower(filled[0], children[1])
            case Quotient():
                return HadamardQuotient(filled[0], filled[1])
            case Add():
                return Add(*filled)
            case _:
                return node.with_children(children)

    result = fold(template, visit)
    return Fill(result, rows, cols) if result.shape != argument.shape else result
