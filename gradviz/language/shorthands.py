"""Functions that are short for others: ``mean(x)`` for ``sum(x)/n``, ``gelu(x)`` for ``x .* normcdf(x)``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import MINUS_ONE, ONE, Expr, Number
from gradviz.algebra.properties import facts
from gradviz.sentences import say

__all__ = ["ENTRYWISE", "SHORTHANDS", "WRITTEN", "chosen", "folded", "nuclear_norm", "product_of", "singular_value"]


def _filled(value: Expr, like: Expr) -> Expr:
    return value if like.is_scalar else n.Fill(value, *like.shape)


def _product(a: Expr, b: Expr) -> Expr:
    return n.Mul(a, b) if a.is_scalar else n.Hadamard(a, b)


def _quotient(a: Expr, b: Expr) -> Expr:
    return n.Quotient(a, b) if b.is_scalar else n.HadamardQuotient(a, b)


def _one_minus(e: Expr) -> Expr:
    return n.Add(_filled(ONE, e), n.Mul(MINUS_ONE, e))


def folded(name: str, e: Expr, way: int) -> Expr:
    """The sums, means or logarithms of sums of exponentials of each column (1, a row) or of each row (2, a column)."""
    if name == "logsumexp":
        return n.Apply(folded("sum", n.Apply(e, "exp"), way), "log")
    size = e.shape.rows if way == 1 else e.shape.cols
    if size == 1:
        return e
    lone = e.shape.cols == 1 if way == 1 else e.shape.rows == 1
    product = n.Mul(n.Ones(1, size), e) if way == 1 else n.Mul(e, n.Ones(size, 1))
    total = n.Sum(e) if lone else product
    return total if name == "sum" else n.Quotient(total, Number(size) if isinstance(size, int) else n.DimNumber(size))


def chosen(difference: Expr, first: Expr, second: Expr) -> Expr:
    """The first where the difference is positive, the second where it is negative, entry by entry."""
    shape = next((e.shape for e in (difference, first, second) if not e.is_scalar), difference.shape)
    step = n.Apply(difference, "step")
    like = step if step.shape == shape else n.Fill(step, *shape)
    terms = []
    for weight, value in ((like, first), (_one_minus(like), second)):
        if isinstance(value, Number) and value.value == 0:
            continue
        filled = value if value.shape == shape else n.Fill(value, *shape)
        terms.append(weight if value is ONE else _product(weight, filled))
    return terms[0] if len(terms) == 1 else n.Add(*terms) if terms else n.Zero(*shape)


def _mean(e: Expr) -> Expr:
    rows, cols = (Number(d) if isinstance(d, int) else n.DimNumber(d) for d in e.shape)
    count = sorted((size for size in (rows, cols) if size is not ONE), key=lambda size: not isinstance(size, Number))
    if not count:
        return e
    return n.Quotient(n.Sum(e), count[0] if len(count) == 1 else n.Mul(*count))


def _variance(e: Expr) -> Expr:
    return _mean(_square(n.Add(e, _filled(n.Mul(MINUS_ONE, _mean(e)), e))))


def _deviation(e: Expr) -> Expr:
    return n.Apply(_variance(e), "sqrt")


def _square(e: Expr) -> Expr:
    return n.Power(e, Number(2)) if e.is_scalar else n.HadamardPower(e, Number(2))


def _gamma(e: Expr) -> Expr:
    return n.Apply(n.Apply(e, "lgamma"), "exp")


def _elu(e: Expr) -> Expr:
    """``relu(x) + exp(-relu(-x)) - 1``."""
    below = n.Apply(n.Mul(MINUS_ONE, n.Apply(n.Mul(MINUS_ONE, e), "relu")), "exp")
    return n.Add(n.Apply(e, "relu"), below, _filled(MINUS_ONE, e))


def _huber(e: Expr) -> Expr:
    """``(x^2 - relu(|x| - 1)^2)/2``."""
    beyond = n.Apply(n.Add(n.Apply(e, "abs"), _filled(MINUS_ONE, e)), "relu")
    return n.Mul(Number(Fraction(1, 2)), n.Add(_square(e), n.Mul(MINUS_ONE, _square(beyond))))


def _leaky(e: Expr, slope: Expr | None = None) -> Expr:
    """``relu(x) - a relu(-x)``; a is 0.01 where nothing is said."""
    slope = Number(Fraction(1, 100)) if slope is None else slope
    below = n.Apply(n.Mul(MINUS_ONE, e), "relu")
    return n.Add(n.Apply(e, "relu"), n.Mul(MINUS_ONE, slope, below))


def _clip(e: Expr, low: Expr, high: Expr) -> Expr:
    shape = next((part.shape for part in (e, low, high) if not part.is_scalar), e.shape)
    e, low, high = (part if part.shape == shape else n.Fill(part, *shape) for part in (e, low, high))
    return n.Larger(n.Larger(e, low, "max"), high, "min")


def _log_add_exp(a: Expr, b: Expr) -> Expr:
    """``a + softplus(b - a)``, which overflows nowhere."""
    shape = a.shape if not a.is_scalar else b.shape
    a, b = (part if part.shape == shape else n.Fill(part, *shape) for part in (a, b))
    if _is_zero(a) or _is_zero(b):
        return n.Apply(b if _is_zero(a) else a, "softplus")
    return n.Add(a, n.Apply(n.Add(b, n.Mul(MINUS_ONE, a)), "softplus"))


def _is_zero(e: Expr) -> bool:
    value = e.children[0] if isinstance(e, n.Fill) else e
    return isinstance(value, n.Zero) or (isinstance(value, Number) and value.value == 0)


def _squared_loss(a: Expr, b: Expr) -> Expr:
    shape = a.shape if not a.is_scalar else b.shape
    a, b = (part if part.shape == shape else n.Fill(part, *shape) for part in (a, b))
    return _mean(_square(n.Add(a, n.Mul(MINUS_ONE, b))))


def _product_of_entries(e: Expr) -> Expr:
    """The determinant of a diagonal matrix is the product of its entries."""
    if e.is_scalar:
        return e
    column = e if e.shape.is_column else n.Transpose(e) if e.shape.is_row else n.Vec(e)
    return n.Determinant(n.Diag(column))


def product_of(logarithms: Expr) -> Expr:
    """A product from the sum of its logarithms: ``det(diag(x))`` of a vector's entries, which may be negative, else the
    exponential.
    """
    entries = logarithms.children[0] if isinstance(logarithms, n.Sum) else logarithms
    if isinstance(logarithms, n.Sum) and isinstance(entries, n.Apply) and entries.function == "log":
        return _product_of_entries(entries.children[0])
    return n.Apply(logarithms, "exp")


def _is_wide(e: Expr) -> bool:
    """Whether a matrix is known to have fewer rows than columns."""
    rows, cols = e.shape
    return isinstance(rows, int) and isinstance(cols, int) and rows < cols


def _pseudo_inverse(e: Expr) -> Expr:
    """``(A' A)^-1 A'``; of a matrix with fewer rows than columns ``A' (A A')^-1``."""
    if e.is_scalar or "invertible" in facts(e):
        return n.Inverse(e)
    if e.shape.is_row or _is_wide(e):
        return n.Mul(n.Transpose(e), n.Inverse(n.Mul(e, n.Transpose(e))))
    return n.Mul(n.Inverse(n.Mul(n.Transpose(e), e)), n.Transpose(e))


def nuclear_norm(e: Expr) -> Expr:
    """``tr((X' X)^(1/2))``, of the smaller of ``X' X`` and ``X X'`` where the sizes are known."""
    square = n.Mul(e, n.Transpose(e)) if _is_wide(e) else n.Mul(n.Transpose(e), e)
    return n.Trace(n.MatrixFunction(square, "sqrtm"))


def _gram(e: Expr) -> Expr:
    """``X' X``; ``X X'`` where X is known to be wide, whose eigenvalues are the same but for noughts."""
    return n.Mul(e, n.Transpose(e)) if _is_wide(e) else n.Mul(n.Transpose(e), e)


def singular_value(e: Expr, kind: str) -> Expr:
    """The largest (``"max"``) or smallest singular value: the root of an eigenvalue of ``X' X``; of a vector its
    length.
    """
    if not e.shape.is_matrix:
        return n.Apply(e, "abs") if e.is_scalar else n.Norm(e, "2")
    return n.Apply(n.Eigenvalue(_gram(e), kind), "sqrt")


def _condition(e: Expr) -> Expr:
    """The largest singular value over the smallest."""
    if not e.shape.is_matrix:
        return ONE
    gram = _gram(e)
    return n.Apply(n.Quotient(n.Eigenvalue(gram, "max"), n.Eigenvalue(gram, "min")), "sqrt")


ENTRYWISE: Mapping[str, Callable[..., Expr]] = {
    "log1p": lambda e: n.Apply(n.Add(_filled(ONE, e), e), "log"),
    "expm1": lambda e: n.Add(n.Apply(e, "exp"), _filled(MINUS_ONE, e)),
    "square": _square,
    "erfc": lambda e: _one_minus(n.Apply(e, "erf")),
    "gelu": lambda e: _product(e, n.Apply(e, "normcdf")),
    "silu": lambda e: _product(e, n.Apply(e, "sigmoid")),
    "elu": _elu,
    "leaky_relu": _leaky,
    "log_sigmoid": lambda e: n.Apply(n.Apply(e, "sigmoid"), "log"),
    "huber": _huber,
    "logit": lambda e: n.Apply(_quotient(e, _one_minus(e)), "log"),
    "sec": lambda e: _quotient(_filled(ONE, e), n.Apply(e, "cos")),
    "csc": lambda e: _quotient(_filled(ONE, e), n.Apply(e, "sin")),
    "cot": lambda e: _quotient(n.Apply(e, "cos"), n.Apply(e, "sin")),
    "gamma": _gamma,
}
"""Functions of one variable."""
SHORTHANDS: Mapping[str, Callable[..., Expr]] = {
    **ENTRYWISE,
    "mean": _mean,
    "var": _variance,
    "std": _deviation,
    "prod": _product_of_entries,
    "pinv": _pseudo_inverse,
    "sigma_max": lambda e: singular_value(e, "max"),
    "sigma_min": lambda e: singular_value(e, "min"),
    "cond": _condition,
    "clip": _clip,
    "logaddexp": _log_add_exp,
    "mse_loss": _squared_loss,
    "crossprod": lambda a, b=None: n.Mul(n.Transpose(a), a if b is None else b),
    "tcrossprod": lambda a, b=None: n.Mul(a, n.Transpose(a if b is None else b)),
    "rowsums": lambda e: folded("sum", e, 2),
    "colsums": lambda e: n.Mul(n.Transpose(e), n.Ones(e.shape.rows, 1)),
}
WRITTEN: Mapping[str, str] = {
    "log1p": "log(1 + x)",
    "expm1": "exp(x) - 1",
    "square": "x.^2",
    "erfc": "1 - erf(x)",
    "gelu": "x .* normcdf(x)",
    "silu": "x .* sigma(x)",
    "elu": "relu(x) + exp(-relu(-x)) - 1",
    "leaky_relu": "relu(x) - a relu(-x)",
    "log_sigmoid": "log(sigma(x))",
    "huber": "1/2 (x.^2 - relu(abs(x) - 1).^2)",
    "logit": "log(x ./ (1 - x))",
    "sec": "1 ./ cos(x)",
    "csc": "1 ./ sin(x)",
    "cot": "cos(x) ./ sin(x)",
    "gamma": "exp(lgamma(x))",
    "mean": say("the sum of the entries over their number"),
    "var": say("the mean of the squared distances from the mean"),
    "std": say("the root of the variance"),
    "prod": say("the determinant of the diagonal matrix of its entries"),
    "sigma_max": say("the root of the largest eigenvalue of X' X"),
    "sigma_min": say("the root of the smallest eigenvalue of X' X, where X has no more columns than rows"),
    "cond": say("the largest singular value over the smallest"),
    "clip": "min(max(x, a), b)",
    "logaddexp": "log(exp(x) + exp(y))",
    "mse_loss": "mean((x - y).^2)",
    "crossprod": "X' Y",
    "tcrossprod": "X Y'",
    "rowsums": "X 1",
    "colsums": "X' 1",
    "pinv": say("of a matrix of full column rank: (A' A)^-1 A'"),
}
"""What each is short for, as it is listed."""
