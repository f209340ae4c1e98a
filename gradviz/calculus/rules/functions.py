"""Functions of matrices and vectors, and functions applied to each entry."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import is_one_in_each_entry, minus, negative, plus, times, trace, transposed, zero
from gradviz.algebra.functions import FUNCTIONS, derivative
from gradviz.algebra.nodes import Differential, Expr, Number
from gradviz.algebra.simplify.piecewise import in_branches
from gradviz.calculus.rules.products import matrix_power_of
from gradviz.calculus.rules.registry import Registry, Varies

__all__ = ["kinks", "register"]

MN = "Magnus & Neudecker, Matrix Differential Calculus, ch. 8"


def register(rules: Registry) -> None:
    """Add this family."""

    @rules.add(n.Inverse, id="inverse.power", source=MN, parts="U", within=_base, condition="U invertible")
    def inverse_power(e: Expr, varies: Varies) -> Expr | None:
        """d(U^-k) = -U^-1 d(U) U^-k - U^-2 d(U) U^(-k+1) - ... - U^-k d(U) U^-1"""
        power = e.children[0]
        if not isinstance(power, n.MatrixPower):
            return None
        u, k = power.children[0], power.exponent
        inverses = [n.Inverse(matrix_power_of(u, i)) for i in range(1, k + 1)]
        return plus(*[times(Number(-1), inverses[i], Differential(u), inverses[k - 1 - i]) for i in range(k)])

    @rules.add(n.Inverse, id="inverse", source=MN, parts="U", condition="U invertible")
    def inverse(e: Expr, varies: Varies) -> Expr | None:
        """d(U^-1) = -U^-1 d(U) U^-1"""
        return times(Number(-1), e, Differential(e.children[0]), e)

    @rules.add(n.Determinant, id="determinant", source=MN, parts="U", condition="U invertible")
    def determinant(e: Expr, varies: Varies) -> Expr | None:
        """d(det(U)) = det(U) tr(U^-1 d(U))"""
        u = e.children[0]
        return times(e, n.Trace(n.Mul(n.Inverse(u), Differential(u))))

    @rules.add(n.LogDet, id="determinant.log", source=MN, parts="U", condition="U invertible")
    def log_determinant(e: Expr, varies: Varies) -> Expr | None:
        """d(logdet(U)) = tr(U^-1 d(U))"""
        u = e.children[0]
        return n.Trace(n.Mul(n.Inverse(u), Differential(u)))

    @rules.add(n.Apply, id="determinant.log-of", source=MN, condition="the determinant is not 0")
    def log_of_determinant(e: Expr, varies: Varies) -> Expr | None:
        """d(log(det(U))) = tr(U^-1 d(U))"""
        inner = e.children[0]
        if isinstance(inner, n.Apply) and inner.function == "abs":
            inner = inner.children[0]
        if e.data != ("log",) or not isinstance(inner, n.Determinant):
            return None
        u = inner.children[0]
        return n.Trace(n.Mul(n.Inverse(u), Differential(u)))

    @rules.add(n.Unspecified, id="unspecified.chain", source=MN + ", th. 12", parts="u")
    def unspecified(e: Expr, varies: Varies) -> Expr | None:
        """d(f(u)) = J_f(u) d(u)"""
        assert isinstance(e, n.Unspecified)
        u = e.children[0]
        rows = e.data[1]
        if e.order == 2 or (e.order == 1 and (rows != 1 or u.shape.cols != 1)):
            return None
        slope = n.Unspecified(u, e.name, rows, e.order + 1)
        if u.is_scalar:
            return n.Mul(slope, Differential(u))
        if u.shape.cols != 1:
            return _inner(slope, u)
        return n.Mul(n.Transpose(slope) if e.order == 0 and rows == 1 else slope, Differential(u))

    @rules.add(n.Norm, id="norm.one", parts="U", condition="no entry of U is 0")
    def one_norm(e: Expr, varies: Varies) -> Expr | None:
        """d(||U||_1) = <sign(U), d(U)>"""
        assert isinstance(e, n.Norm)
        u = e.children[0]
        return _inner(n.Apply(u, "sign"), u) if e.kind == "1" else None

    @rules.add(n.Norm, id="norm", source="Matrix Cookbook, eq. 129", parts="U", condition="U nonzero")
    def norm(e: Expr, varies: Varies) -> Expr | None:
        """d(||U||) = <U, d(U)>/||U||"""
        return n.Quotient(_inner(e.children[0], e.children[0]), e)

    @rules.add(n.Extreme, id="extreme", parts="U", condition="the extreme entry of U is unique")
    def extreme(e: Expr, varies: Varies) -> Expr | None:
        """d(max(U)) = <e_argmax(U), d(U)>"""
        assert isinstance(e, n.Extreme)
        u = e.children[0]
        return Differential(u) if u.is_scalar else _inner(n.ExtremeUnit(u, e.kind), u)

    @rules.add(n.Larger, id="extreme.of-two")
    def larger(e: Expr, varies: Varies) -> Expr | None:
        """max(U, V) = V + relu(U - V)"""
        assert isinstance(e, n.Larger)
        return Differential(in_branches(e, first=not varies(e.children[0])))

    @rules.add(n.ExtremeUnit, id="extreme.place", parts="U", condition="the extreme entry of U is unique")
    def extreme_place(e: Expr, varies: Varies) -> Expr | None:
        """d(e_argmax(U)) = 0"""
        return zero(e.shape)

    @rules.add(n.LogSumExp, id="logsumexp", parts="U")
    def log_sum_exp(e: Expr, varies: Varies) -> Expr | None:
        """d(logsumexp(U)) = softmax(U)' d(U)"""
        u = e.children[0]
        if u.shape.cols == 1:
            return _inner(n.Softmax(u), u)
        powers = n.Apply(u, "exp")
        return _inner(n.Quotient(powers, n.Sum(powers)), u)

    @rules.add(n.Softmax, id="softmax", parts="U")
    def softmax(e: Expr, varies: Varies) -> Expr | None:
        """d(softmax(U)) = (diag(softmax(U)) - softmax(U) softmax(U)') d(U)"""
        return n.Mul(minus(n.Diag(e), n.Mul(e, n.Transpose(e))), Differential(e.children[0]))

    @rules.add(n.RowSoftmax, id="softmax.rows", parts="U")
    def softmax_of_rows(e: Expr, varies: Varies) -> Expr | None:
        """d(softmax(U)) = softmax(U) .* (d(U) - (softmax(U) .* d(U)) ones(n, n))"""
        return n.Hadamard(e, _less_mean_of_rows(e))

    @rules.add(n.Apply, id="softmax.log-entry", source="Goodfellow et al., Deep Learning, sec. 6.2.2.3")
    def log_softmax_entry(e: Expr, varies: Varies) -> Expr | None:
        """d(log(softmax(u)_k)) = (e_k - softmax(u))' d(u)"""
        entry = e.children[0]
        if e.data != ("log",) or not isinstance(entry, n.Entry) or not isinstance(entry.children[0], n.Softmax):
            return None
        value = entry.children[0]
        u = value.children[0]
        if not u.shape.is_column:
            return None
        return n.Mul(n.Transpose(minus(n.Unit(entry.data[0], u.shape.rows), value)), Differential(u))

    @rules.add(n.Apply, id="function.log-sigmoid", parts="U", within=_two_deep)
    def log_sigmoid(e: Expr, varies: Varies) -> Expr | None:
        """d(log(sigma(U))) = (1 - sigma(U)) .* d(U)"""
        inner = e.children[0]
        if e.data != ("log",) or not _is_sigmoid(inner):
            return None
        return _scaled(_one_minus(inner), inner.children[0])

    @rules.add(n.Apply, id="function.log-one-minus-sigmoid", parts="U", within=_of_one_minus)
    def log_one_minus_sigmoid(e: Expr, varies: Varies) -> Expr | None:
        """d(log(1 - sigma(U))) = -sigma(U) .* d(U)"""
        sigmoid = _one_minus_sigmoid(e.children[0]) if e.data == ("log",) else None
        if sigmoid is None:
            return None
        return n.Mul(n.MINUS_ONE, _scaled(sigmoid, sigmoid.children[0]))

    @rules.add(n.Apply, id="function.log-quotient")
    def log_quotient(e: Expr, varies: Varies) -> Expr | None:
        """d(log(U/v)) = d(U)/U - d(v)/v"""
        fraction = e.children[0]
        if e.data != ("log",) or not isinstance(fraction, n.Quotient | n.HadamardQuotient):
            return None
        above, below = fraction.children
        found: list[Expr] = [_relative(above, varies)] if varies(above) else []
        if varies(below):
            change = _relative(below, varies)
            if change.is_scalar and not e.is_scalar:
                change = n.Fill(change, *e.shape)
            found.append(n.Mul(n.MINUS_ONE, change))
        return found[0] if len(found) == 1 else n.Add(*found)

    @rules.add(n.Apply, id="function.log-product", parts="u v", within=_factors_of_argument)
    def log_product(e: Expr, varies: Varies) -> Expr | None:
        """d(log(u v)) = d(u)/u + d(v)/v"""
        inner = e.children[0]
        letter = isinstance(inner, n.Power) and not isinstance(inner.children[1], Number)
        if e.data != ("log",) or not e.is_scalar or not (letter or _is_product_of_scalars(inner)):
            return None
        return _relative(inner, varies)

    @rules.add(n.Apply, id="function.log", parts="u", condition="u > 0")
    def log(e: Expr, varies: Varies) -> Expr | None:
        """d(log(u)) = d(u)/u"""
        u = e.children[0]
        return n.Quotient(Differential(u), u) if e.is_scalar and e.data == ("log",) else None

    @rules.add(n.Apply, id="softmax.log", parts="U", within=_two_deep)
    def log_softmax(e: Expr, varies: Varies) -> Expr | None:
        """d(log(softmax(U))) = d(U) - ones(n) softmax(U)' d(U)"""
        inner = e.children[0]
        if e.data != ("log",) or not isinstance(inner, n.Softmax):
            return None
        u = inner.children[0]
        spread = n.Mul(n.Ones(*u.shape), n.Transpose(inner), Differential(u))
        return minus(Differential(u), spread)

    @rules.add(n.Apply, id="softmax.log-rows", parts="U", within=_two_deep)
    def log_softmax_of_rows(e: Expr, varies: Varies) -> Expr | None:
        """d(log(softmax(U))) = d(U) - (softmax(U) .* d(U)) ones(n, n)"""
        inner = e.children[0]
        return _less_mean_of_rows(inner) if e.data == ("log",) and isinstance(inner, n.RowSoftmax) else None

    @rules.add(n.Apply, id="function", parts="u")
    def function(e: Expr, varies: Varies) -> Expr | None:
        """d(f(u)) = f'(u) d(u)"""
        assert isinstance(e, n.Apply)
        u = e.children[0]
        slope = derivative(e.function, u) if e.is_scalar else None
        return None if slope is None else times(slope, Differential(u))

    @rules.add(n.Apply, id="function.entrywise", source=MN, parts="U")
    def entrywise(e: Expr, varies: Varies) -> Expr | None:
        """d(f(U)) = f'(U) .* d(U)"""
        assert isinstance(e, n.Apply)
        u = e.children[0]
        slope = derivative(e.function, u)
        if slope is None:
            return None
        if isinstance(slope, n.HadamardQuotient) and is_one_in_each_entry(slope.children[0]):
            return n.HadamardQuotient(Differential(u), slope.children[1])
        coefficient = Number(1)
        if isinstance(slope, n.Mul) and isinstance(slope.children[0], Number):
            coefficient, slope = slope.children[0], n.Mul(*slope.children[1:])
            slope = slope.children[0] if len(slope.children) == 1 else slope
        return times(coefficient, n.Hadamard(slope, Differential(u)))


def _relative(e: Expr, varies: Varies) -> Expr:
    """``d(e)/e``, entry by entry: of a product the sum of those of its factors, of an exponential the differential of
    the exponent.
    """
    if isinstance(e, n.Apply) and e.function == "exp":
        return Differential(e.children[0])
    if e.is_scalar:
        if _is_product_of_scalars(e):
            found = [_relative(factor, varies) for factor in e.children if varies(factor)]
            return found[0] if len(found) == 1 else n.Add(*found)
        if isinstance(e, n.Power) and not varies(e.children[1]):
            return n.Mul(e.children[1], _relative(e.children[0], varies))
        if isinstance(e, n.Power) and not isinstance(e.children[1], Number):
            return Differential(n.Mul(e.children[1], n.Apply(e.children[0], "log")))
        if _is_sigmoid(e) or _one_minus_sigmoid(e) is not None:  # they are positive and have rules of their own
            return Differential(n.Apply(e, "log"))
        if isinstance(e, n.Determinant):
            return n.Trace(n.Mul(n.Inverse(e.children[0]), Differential(e.children[0])))
    quotient = n.Quotient if e.is_scalar else n.HadamardQuotient
    return quotient(Differential(e), e)


def _is_product_of_scalars(e: Expr) -> bool:
    return isinstance(e, n.Mul) and all(c.is_scalar for c in e.children)


def _factors_of_argument(e: Expr) -> tuple[Expr, ...]:
    """The u and v of ``log(u v)``."""
    inner = e.children[0]
    return inner.children if isinstance(inner, n.Mul) and len(inner.children) == 2 else ()


def _one_minus_sigmoid(e: Expr) -> Expr | None:
    """The logistic function in ``1 - sigma(U)``."""
    if not isinstance(e, n.Add) or len(e.children) != 2 or not any(is_one_in_each_entry(c) for c in e.children):
        return None
    return next((negative(c) for c in e.children if _is_sigmoid(negative(c))), None)


def _is_sigmoid(e: Expr) -> bool:
    return isinstance(e, n.Apply) and e.function == "sigmoid"


def _one_minus(e: Expr) -> Expr:
    one = n.ONE if e.is_scalar else n.Fill(n.ONE, *e.shape)
    return n.Add(one, n.Mul(n.MINUS_ONE, e))


def _scaled(slope: Expr, u: Expr) -> Expr:
    """The slope times the differential, entry by entry."""
    return n.Mul(slope, Differential(u)) if u.is_scalar else n.Hadamard(slope, Differential(u))


def _base(e: Expr) -> tuple[Expr, ...]:
    """The U of ``(U^k)^-1``."""
    return e.children[0].children


def _two_deep(e: Expr) -> tuple[Expr, ...]:
    """The U of ``log(sigma(U))``."""
    return e.children[0].children


def _of_one_minus(e: Expr) -> tuple[Expr, ...]:
    """The U of ``log(1 - sigma(U))``."""
    return next(negative(c).children for c in e.children[0].children if _is_sigmoid(negative(c)))


def kinks(e: Expr) -> str:
    """The condition under which an entrywise function is differentiable, or ""."""
    return FUNCTIONS[e.function].kink if isinstance(e, n.Apply) else ""


def _less_mean_of_rows(softmax: Expr) -> Expr:
    """``d(U)`` less, in every row, its mean weighted by the softmax of the row."""
    u = softmax.children[0]
    return minus(Differential(u), n.Mul(n.Hadamard(softmax, Differential(u)), n.Ones(u.shape.cols, u.shape.cols)))


def _inner(weight: Expr, u: Expr) -> Expr:
    if u.is_scalar:
        return times(weight, Differential(u))
    if u.shape.is_row:
        return n.Mul(Differential(u), transposed(weight))
    if u.shape.is_column:
        return n.Mul(transposed(weight), Differential(u))
    return trace(n.Mul(transposed(weight), Differential(u)))
