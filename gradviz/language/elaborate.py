"""An untyped tree and its typing to a typed expression, with the author's grouping and order kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from math import log10

from gradviz.algebra import nodes as n
from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import MINUS_ONE, Expr, Number
from gradviz.algebra.properties import facts
from gradviz.algebra.shapes import Dim, Shape
from gradviz.algebra.walk import preorder
from gradviz.language.call_rules import is_size
from gradviz.language.diagnostics import MeaningError
from gradviz.language.entry_sums import EntrySums, has_entries
from gradviz.language.names import COMMUTATION
from gradviz.language.shorthands import SHORTHANDS, chosen, folded, nuclear_norm, product_of, singular_value
from gradviz.language.syntax import NORMS, PRODUCT, Syntax, row_and_column
from gradviz.language.typing import Typing
from gradviz.sentences import say

__all__ = ["elaborate"]


def elaborate(syntax: Syntax, typing: Typing, meanings: Mapping[str, Expr]) -> Expr:
    """The typed expression.

    Parameters
    ----------
    typing : solved, every dimension with a value.
    meanings : name -> its symbol, or the expression that defines it.

    Raises
    ------
    MeaningError
        For an exponent that is no whole number on a matrix, a number too large, and the like.
    """
    return _Elaboration(typing, meanings).build(syntax)


class _Elaboration:
    def __init__(self, typing: Typing, meanings: Mapping[str, Expr]) -> None:
        self.typing = typing
        self.meanings = meanings

    def build(self, syntax: Syntax) -> Expr:
        method: Callable[[Syntax], Expr] = getattr(self, "_" + syntax.kind.replace(" ", "_"))
        return method(syntax)

    def shape(self, syntax: Syntax) -> Shape:
        return self.typing.shape(self.typing.types[syntax])

    def _parts(self, syntax: Syntax) -> list[Expr]:
        return [self.build(p) for p in syntax.parts]

    def _number(self, syntax: Syntax) -> Expr:
        return Number(syntax.number)

    def _dimension(self, syntax: Syntax) -> Expr:
        return n.DimNumber(syntax.text)

    def _name(self, syntax: Syntax) -> Expr:
        meaning = self.meanings.get(syntax.text)
        if meaning is not None:
            return meaning
        commutation = COMMUTATION.fullmatch(syntax.text)
        if commutation is not None:
            return n.Commutation(*commutation.groups())
        if syntax.text in n.Constant.NAMES:
            return n.Constant(syntax.text)
        return n.Identity(self.shape(syntax).rows)

    def _ones(self, syntax: Syntax) -> Expr:
        return n.Ones(*self.shape(syntax))

    def _sum(self, syntax: Syntax) -> Expr:
        shape = self.shape(syntax)
        terms = []
        for sign, part in zip(syntax.signs, syntax.parts, strict=True):
            term = self.build(part)
            if term.is_scalar and not shape.is_scalar:
                term = n.Fill(_negated(term) if sign == "-" else term, *shape)
            elif sign == "-":
                term = _negated(term) if not part.bracketed or isinstance(term, Number) else n.Mul(MINUS_ONE, term)
            terms.append(term)
        return terms[0] if len(terms) == 1 else n.Add(*terms)

    def _product(self, syntax: Syntax) -> Expr:
        built = self._parts(syntax)
        groups = self.typing.groups.get(syntax, [])
        nested = {i: group for group in groups if len(group) > 1 for i in group} if len(groups) > 1 else {}
        dots = self.typing.dots.get(syntax, {})
        nested |= {i: group for group in groups if group[0] in dots for i in group}
        whole: list[Expr] = []
        done: set[int] = set()
        for i, (sign, part, factor) in enumerate(zip(syntax.signs, syntax.parts, built, strict=True)):
            if i in done:
                continue
            if i in nested and nested[i][0] in dots:
                group, middle = nested[i], dots[nested[i][0]]
                done.update(group)
                sides = [built[k] for k in group if k < middle], [built[k] for k in group if k >= middle]
                factor = n.Inner(*(side[0] if len(side) == 1 else n.Mul(*side) for side in sides))
            elif i in nested and self._closes(built, nested[i]):
                group = nested[i]
                done.update(group)
                factor = n.Mul(*[built[k] for k in group])
            if sign == "/":
                numerator = whole[0] if len(whole) == 1 else n.Mul(*whole)
                whole = [_divided(numerator, factor, part)]
            elif isinstance(factor, n.Mul) and not part.bracketed and not factor.is_scalar:
                whole.extend(factor.children)
            else:
                whole.append(factor)
        return whole[0] if len(whole) == 1 else n.Mul(*whole)

    def _closes(self, built: list[Expr], group: list[int]) -> bool:
        """Whether a chain multiplies to a scalar and so stands as one factor."""
        return built[group[0]].shape.rows == 1 and built[group[-1]].shape.cols == 1

    def _entrywise(self, syntax: Syntax) -> Expr:
        shape = self.shape(syntax)
        parts = self._parts(syntax)
        result = parts[0]
        run = [result]
        for sign, part in zip(syntax.signs[1:], parts[1:], strict=True):
            if sign == ".*" and (part.is_scalar or result.is_scalar):
                result = n.Mul(result, part)
                run = [result]
            elif sign == ".*":
                run = [*run, part] if isinstance(result, n.Hadamard) and len(run) > 1 else [result, part]
                result = n.Hadamard(*run)
            elif part.is_scalar and (result.is_scalar or sign == "/"):
                result = _divided(result, part, syntax)
                run = [result]
            else:
                result = n.HadamardQuotient(_filled(result, shape), _filled(part, shape))
                run = [result]
        return result

    def _kron(self, syntax: Syntax) -> Expr:
        first, *rest = self._parts(syntax)
        for part in rest:
            first = n.Kronecker(first, part)
        return first

    def _transpose(self, syntax: Syntax) -> Expr:
        argument = self.build(syntax.parts[0])
        # a row of ones is one node, or a line would change it into itself
        return (
            n.Ones(argument.shape.cols, argument.shape.rows) if isinstance(argument, n.Ones) else n.Transpose(argument)
        )

    def _power(self, syntax: Syntax) -> Expr:
        if _is_power_of_norm(*syntax.parts):  # ||x||_p^p, where root and power cancel
            return self._entries_to_the(syntax.parts[0])
        base, exponent = self._parts(syntax)
        if base.is_scalar:
            if base is n.Constant("e"):
                return n.MatrixFunction(exponent, "expm") if exponent.shape.is_matrix else n.Apply(exponent, "exp")
            _check_size(syntax, base, exponent)
            _check_exponent(syntax, exponent)
            return n.Power(base, exponent)
        if _is_whole(exponent) and not isinstance(exponent, Number):
            return n.LetterPower(base, exponent)
        if isinstance(exponent, Number) and exponent.value.denominator == 2:  # X^(1/2)
            base, exponent = n.MatrixFunction(base, "sqrtm"), Number(exponent.value.numerator)
        if not isinstance(exponent, Number) or exponent.value.denominator != 1:
            raise MeaningError(syntax, say("a matrix power needs a whole number"), say("for entry by entry write .^"))
        k = int(exponent.value)
        if abs(k) > 50:
            raise MeaningError(syntax, say("the matrix power {k} is too large; the limit is 50", k=k))
        if k == 0:
            return n.Identity(base.shape.rows)
        result = base if abs(k) == 1 else n.MatrixPower(base, abs(k))
        return n.Inverse(result) if k < 0 else result

    def _entrywise_power(self, syntax: Syntax) -> Expr:
        base, exponent = self._parts(syntax)
        _check_exponent(syntax, exponent)
        return n.Power(base, exponent) if base.is_scalar else n.HadamardPower(base, exponent)

    def _norm(self, syntax: Syntax) -> Expr:
        if len(syntax.parts) == 2:
            return self._power_norm(syntax)
        return _norm(self.build(syntax.parts[0]), syntax.text)

    def _power_norm(self, syntax: Syntax) -> Expr:
        """``(|x_1|^p + ... + |x_n|^p)^(1/p)``."""
        exponent = self.build(syntax.parts[1])
        _check_exponent(syntax, exponent)
        root = Number(1 / exponent.value) if isinstance(exponent, Number) and exponent.value else None
        return n.Power(self._entries_to_the(syntax), root or n.Quotient(n.ONE, exponent))

    def _entries_to_the(self, syntax: Syntax) -> Expr:
        argument, exponent = self._parts(syntax)
        magnitude = n.Apply(argument, "abs")
        even = isinstance(exponent, Number) and exponent.value % 2 == 0
        return n.Sum(n.HadamardPower(argument if even else magnitude, exponent))

    def _bars(self, syntax: Syntax) -> Expr:
        inner = self.build(syntax.parts[0])
        return n.Apply(inner, "abs") if inner.is_scalar else n.Determinant(inner)

    def _angle(self, syntax: Syntax) -> Expr:
        return n.Inner(*self._parts(syntax))

    def _matrix(self, syntax: Syntax) -> Expr:
        return n.Matrix(*self._parts(syntax), *self.shape(syntax))

    def _index(self, syntax: Syntax) -> Expr:
        base = self.build(syntax.parts[0])
        indices = [int(p.number) for p in syntax.parts[1:]]
        if len(indices) == 1 and not base.shape.is_column and (pair := row_and_column(syntax.parts[1])):
            indices = [*pair]
        return n.Entry(base, indices[0], indices[1] if len(indices) > 1 else 1)

    def _bound(self, syntax: Syntax) -> Expr:
        raise MeaningError(syntax, say("the index {index} is used outside the sum that binds it", index=syntax.text))

    def _infinity(self, syntax: Syntax) -> Expr:
        raise MeaningError(
            syntax, say("infinity is no number to calculate with"), say("it can choose a norm: norm(x, inf)")
        )

    def _indexed_sum(self, syntax: Syntax) -> Expr:
        if has_entries(syntax):
            return EntrySums(self.build, self.typing).expression(syntax)
        index, _, upper = syntax.text.partition(" ")
        size: Dim = int(upper) if upper.isdigit() else upper or "l"
        body = self.build(syntax.parts[0])
        if not upper and not any(n.is_member(e, index) for e in preorder(body)):
            hint = say("write x_{index} for a member, or sum(x) for the sum of all entries", index=index)
            raise MeaningError(syntax, say("nothing under this sum has the index {index}", index=index), hint)
        return n.IndexedSum(body, index, size)

    def _eigen(self, syntax: Syntax) -> Expr:
        matrix = self.build(syntax.parts[0])
        name, _, kind = syntax.text.partition("_")
        if matrix.is_scalar:
            return matrix if name == "lambda" else n.ONE
        if "symmetric" not in facts(matrix):
            message = say("{name} is of a symmetric matrix, and this is not known to be one", name=syntax.text)
            raise MeaningError(syntax, message, say("declare it symmetric, or write sigma_max(X) for a singular value"))
        return n.Eigenvalue(matrix, kind) if name == "lambda" else n.Eigenvector(matrix, kind)

    def _where(self, syntax: Syntax) -> Expr:
        left, right, first, second = self._parts(syntax)
        if syntax.signs[0][0] in "<≤":
            left, right = right, left
        if right is n.ZERO or left is n.ZERO:
            difference = left if right is n.ZERO else _negated(right)
        else:
            shape = next((part.shape for part in (left, right) if not part.is_scalar), left.shape)
            difference = n.Add(_filled(left, shape), _filled(_negated(right), shape))
        return chosen(difference, first, second)

    def _unspecified(self, syntax: Syntax) -> Expr:
        name, order = syntax.text.rstrip("'"), syntax.text.count("'")
        declared = self.typing.signatures.get(name)
        return n.Unspecified(self.build(syntax.parts[0]), name, declared[1] if declared else 1, order)

    def _density(self, syntax: Syntax) -> Expr:
        return n.Apply(self._log_density(syntax), "exp")

    def _log_density(self, syntax: Syntax) -> Expr:
        """``log N(x; mu, S)``, written out."""
        x, mean, spread = self._parts(syntax)
        deviation = x if mean is n.ZERO else n.Add(x, _filled(_negated(mean), x.shape))
        if spread.is_scalar and not x.is_scalar:
            identity = n.Identity(x.shape.rows)
            spread = identity if spread is n.ONE else n.Mul(spread, identity)
        two, half, pi = Number(2), Number(Fraction(-1, 2)), n.Constant("pi")
        if x.is_scalar:
            square = n.Quotient(n.Power(deviation, two), n.Mul(two, spread))
            return n.Add(n.Mul(half, n.Apply(n.Mul(two, pi, spread), "log")), n.Mul(MINUS_ONE, square))
        size = x.shape.rows
        count: Expr = Number(size) if isinstance(size, int) else n.DimNumber(size)
        return n.Add(
            n.Mul(half, count, n.Apply(n.Mul(two, pi), "log")),
            n.Mul(half, n.LogDet(spread)),
            n.Mul(half, n.Transpose(deviation), n.Inverse(spread), deviation),
        )

    def _call(self, syntax: Syntax) -> Expr:
        name = syntax.text
        if name == "log" and syntax.parts[0].kind == "density":
            return self._log_density(syntax.parts[0])
        if name == "log" and syntax.parts[0].kind == "call" and syntax.parts[0].text == "gamma":
            return n.Apply(self.build(syntax.parts[0].parts[0]), "lgamma")
        if name in ("ones", "zeros", "eye"):
            rows, cols = self.shape(syntax)
            return n.Ones(rows, cols) if name == "ones" else n.Zero(rows, cols) if name == "zeros" else n.Identity(rows)
        if name == "unvec":
            return n.Unvec(self.build(syntax.parts[0]), *self.shape(syntax))
        if name == "matrix_power":
            return self._power(syntax)
        if name == "norm" and len(syntax.parts) == 2 and syntax.parts[1].text not in NORMS:
            return self._power_norm(syntax)
        if name == "norm":
            return _norm(self.build(syntax.parts[0]), syntax.parts[1].text if len(syntax.parts) > 1 else "")
        if name in ("numel", "nrow", "ncol", "size"):
            way = "" if name != "size" else syntax.parts[1].text
            return _count(name + way, self.shape(syntax.parts[0]))
        if name == "diag" and is_size(syntax.parts[0]):
            return n.Identity(self.shape(syntax).rows)
        if name in ("sum", "mean", "logsumexp") and len(syntax.parts) == 2:
            return folded(name, self.build(syntax.parts[0]), int(syntax.parts[1].number))
        if name == "where":
            return self._where(syntax)
        if name in ("lambda_max", "lambda_min", "v_max", "v_min"):
            return self._eigen(syntax)
        parts = self._parts(syntax)
        if name == PRODUCT:
            return product_of(parts[0])
        if name in FUNCTIONS:
            return n.Apply(parts[0], name)
        if name in SHORTHANDS:
            return SHORTHANDS[name](*parts)
        return _CALLS[name](*parts)


def _count(name: str, shape: Shape) -> Expr:
    """How many entries, rows or columns an array has."""
    rows, cols = shape
    sizes = {"numel": (rows, cols), "nrow": (rows,), "ncol": (cols,), "size1": (rows,), "size2": (cols,)}[name]
    numbers = [Number(size) if isinstance(size, int) else n.DimNumber(size) for size in sizes if size != 1]
    return numbers[0] if len(numbers) == 1 else n.Mul(*numbers) if numbers else n.ONE


def _is_power_of_norm(base: Syntax, exponent: Syntax) -> bool:
    """Whether a p-norm is raised to its own p."""
    return (
        base.kind == "norm"
        and len(base.parts) == 2
        and exponent.kind == base.parts[1].kind
        and exponent.text == base.parts[1].text
        and not exponent.parts
    )


def _is_whole(e: Expr) -> bool:
    """Whether an expression is a sum or product of whole numbers, sizes among them."""
    if isinstance(e, n.Add | n.Mul):
        return all(_is_whole(c) for c in e.children)
    return isinstance(e, n.DimNumber) or (isinstance(e, Number) and e.value.denominator == 1)


def _extreme(kind: str, *parts: Expr) -> Expr:
    """The largest (smallest) entry of one argument; of two the larger (smaller), entry by entry."""
    if len(parts) == 1:
        return n.Extreme(parts[0], kind)
    shape = next((p.shape for p in parts if not p.is_scalar), parts[0].shape)
    first, second = (_filled(p, shape) for p in parts)
    return n.Larger(first, second, kind)


def _softmax(argument: Expr, of_columns: bool) -> Expr:
    """Of a matrix the softmax of each row, or of each column."""
    if argument.shape.cols == 1:
        return n.Softmax(argument)
    return n.Transpose(n.RowSoftmax(n.Transpose(argument))) if of_columns else n.RowSoftmax(argument)


def _matrix_function(name: str, of_scalars: str, argument: Expr) -> Expr:
    return n.Apply(argument, of_scalars) if argument.is_scalar else n.MatrixFunction(argument, name)


def _dot(*parts: Expr) -> Expr:
    first, last = parts[0], parts[-1]
    if len(parts) == 3:
        return n.Mul(n.Transpose(first), parts[1], last)
    return n.Inner(first, last) if first.shape == last.shape else n.Mul(first, last)


_CALLS: dict[str, Callable[..., Expr]] = {
    "tr": n.Trace,
    "det": n.Determinant,
    "logdet": n.LogDet,
    "inv": n.Inverse,
    "expm": partial(_matrix_function, "expm", "exp"),
    "sinm": partial(_matrix_function, "sinm", "sin"),
    "cosm": partial(_matrix_function, "cosm", "cos"),
    "sqrtm": partial(_matrix_function, "sqrtm", "sqrt"),
    "logm": partial(_matrix_function, "logm", "log"),
    "transpose": n.Transpose,
    "sum": n.Sum,
    "logsumexp": n.LogSumExp,
    "softmax": lambda argument, *of_columns: _softmax(argument, bool(of_columns)),
    "vec": n.Vec,
    "diag": lambda argument: n.Diag(argument) if argument.shape.cols == 1 else n.DiagonalOf(argument),
    "kron": n.Kronecker,
    "dot": _dot,
    "outer": lambda a, b: n.Mul(a, n.Transpose(b)),
    "multiply": lambda a, b: n.Mul(a, b) if a.is_scalar or b.is_scalar else n.Hadamard(a, b),
    "solve": lambda a, b=None: n.Inverse(a) if b is None else n.Mul(n.Inverse(a), b),
    "log_softmax": lambda argument, *of_columns: n.Apply(_softmax(argument, bool(of_columns)), "log"),
    "max": partial(_extreme, "max"),
    "min": partial(_extreme, "min"),
}
"""The functions that are no function of one variable; their shapes are in `gradviz.language.call_rules`."""


def _negated(term: Expr) -> Expr:
    match term:
        case Number():
            return Number(-term.value)
        case n.Mul() if isinstance(term.children[0], Number):
            return n.Mul(Number(-term.children[0].value), *term.children[1:])
        case n.Mul():
            return n.Mul(MINUS_ONE, *term.children)
    return n.Mul(MINUS_ONE, term)


def _divided(numerator: Expr, denominator: Expr, where: Syntax) -> Expr:
    if denominator is n.ZERO:
        raise MeaningError(where, say("division by zero"))
    if isinstance(numerator, Number) and isinstance(denominator, Number):
        return Number(numerator.value / denominator.value)
    return n.Quotient(numerator, denominator)


def _filled(part: Expr, shape: Shape) -> Expr:
    return n.Fill(part, *shape) if part.is_scalar and not shape.is_scalar else part


def _norm(argument: Expr, kind: str) -> Expr:
    if kind == "nuc":
        return nuclear_norm(argument)
    if kind == "inf":
        return n.Extreme(n.Apply(argument, "abs"), "max")
    if kind == "2" and argument.shape.is_matrix:
        return singular_value(argument, "max")
    if not kind or kind in ("2", "F"):
        kind = "2" if argument.shape.cols == 1 or argument.shape.rows == 1 else "F"
    return n.Norm(argument, kind)


MAX_LOG10 = 300
"""Numbers beyond 10^300 leave the range of floating point; they are refused where they are written."""


MAX_EXPONENT = 1000
"""Powers beyond this over- or underflow for almost every base, so that nothing about them can be checked."""


def _check_exponent(where: Syntax, exponent: Expr) -> None:
    if isinstance(exponent, Number) and abs(exponent.value) > MAX_EXPONENT:
        raise MeaningError(
            where, say("the exponent is too large to work with; the limit is {limit}", limit=MAX_EXPONENT)
        )


def _check_size(where: Syntax, base: Expr, exponent: Expr) -> None:
    """Refuse a power of numbers that no number can hold, before anything tries to work it out."""
    size, power = _log10(base), _value(exponent)
    if size is not None and power is not None and abs(size * power) > MAX_LOG10:
        raise MeaningError(
            where, say("this number is too large to work with"), say("keep numbers below 10^{limit}", limit=MAX_LOG10)
        )


def _value(e: Expr) -> float | None:
    """The value of a number or a power of numbers; infinity where it overflows; None for anything else."""
    if isinstance(e, Number):
        return float(e.value)
    size = _log10(e)
    if size is None:
        return None
    return 10.0**size if size <= MAX_LOG10 else float("inf")


def _log10(e: Expr) -> float | None:
    if isinstance(e, Number):
        return log10(abs(e.value.numerator)) - log10(e.value.denominator) if e.value else None
    if isinstance(e, n.Power):
        size, power = _log10(e.children[0]), _value(e.children[1])
        return None if size is None or power is None else size * power
    return None
