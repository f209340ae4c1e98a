"""Expressions into programs: straight lists of array operations, each done once for many points together.

What does not depend on the variables is worked out at compile time; equal operations are one operation,
within an expression and across all that are compiled together; a product of matrices is multiplied in the
cheapest order. There is no generated source: a program is a list of (function, inputs, output) and running
it is a loop.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from typing import Any

import numpy as np

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import SCALAR, Dim
from gradviz.algebra.walk import fold
from gradviz.numeric import kernels
from gradviz.numeric.binding import Binding
from gradviz.numeric.families import FamilyError, without_sums
from gradviz.numeric.fusing import fused
from gradviz.numeric.kernels import Array
from gradviz.numeric.program import Compiled, Loop, Operation, Result
from gradviz.numeric.schedule import overwriting, with_deaths
from gradviz.numeric.stable import stabilised
from gradviz.sentences import say

__all__ = ["CompileError", "compile_expressions"]

LARGEST = 2**24
"""Numbers in one constant or one point's widest intermediate; beyond it a picture is no use."""
CONSTANT_WEIGHT = 1e-4
"""What a product of constants costs, done once, beside one done for every point of a grid."""
LARGEST_PRODUCT = 2**22
"""Numbers in a constant matrix that is made to save a product with a diagonal one."""
LONG_CHAIN = 24
"""Factors in a product up to which the best order is sought."""


class CompileError(ValueError):
    """An expression that has no program; the message says which part and why."""


@dataclass(frozen=True, slots=True)
class _Value:
    """Where a value is: a constant array, or a register that the program fills. Of a diagonal matrix the `diagonal` is
    known, and the matrix gets a register only when something needs it whole.
    """

    rows: int
    cols: int
    constant: Array | None
    register: int
    diagonal: _Value | None = None

    @property
    def is_constant(self) -> bool:
        return self.constant is not None


def compile_expressions(exprs: Sequence[Expr], variables: Sequence[Symbol], binding: Binding) -> Compiled:
    """Compile expressions together.

    Parameters
    ----------
    exprs : what to compute.
    variables : the arguments, in order; every other symbol takes its value from `binding`.
    binding : sizes and values.

    Raises
    ------
    CompileError
        For a symbol without a value, a dimension without a size, or a node without a value (a differential).

    Notes
    -----
    The numbers of a family ``x_i`` that is summed over are those of its stack: see `gradviz.numeric.families`.
    """
    try:
        plain = without_sums(exprs, binding, variables)
    except FamilyError as error:
        raise CompileError(str(error)) from error
    with np.errstate(all="ignore"):
        return _Compiler(variables, binding).compile([stabilised(e) for e in plain], tuple(exprs))


# --- the compiler --------------------


class _Compiler:
    """Turns nodes into operations, giving equal operations one register."""

    def __init__(self, variables: Sequence[Symbol], binding: Binding) -> None:
        self.binding = binding
        self.variables = tuple(variables)
        self.template: list[Any] = [None] * len(self.variables)
        self.operations: list[Operation] = []
        self.known: dict[Hashable, _Value] = {}
        self.sizes: dict[int, int] = {}
        self.memo: dict[Expr, _Value] = {}
        self.inputs: dict[Symbol, _Value] = {}
        for i, variable in enumerate(self.variables):
            rows, cols = self.size(variable.shape.rows), self.size(variable.shape.cols)
            self.inputs[variable] = _Value(rows, cols, None, i)

    def compile(self, roots: Sequence[Expr], expressions: tuple[Expr, ...]) -> Compiled:
        found = [self.register(fold(root, self.visit, self.memo)) for root in roots]
        results = [Result(v.register, (v.rows, v.cols)) for v in found]
        shapes = [(v.rows, v.cols) for v in self.inputs.values()]
        wanted = {r.register for r in results}
        operations = with_deaths(self.operations, wanted)
        sizes = self.sizes | {i: rows * cols for i, (rows, cols) in enumerate(shapes)}
        steps, template, sizes = fused(operations, self.template, sizes, wanted)
        grid = Loop(tuple(overwriting(with_deaths(steps, wanted), sizes)), template)
        widest = max([self.sizes[op.output] for op in operations], default=1)
        return Compiled(expressions, self.variables, shapes, self.template, operations, results, widest, grid)

    def size(self, dim: Dim) -> int:
        try:
            return self.binding.size(dim)
        except KeyError as missing:
            raise CompileError(say("the dimension {name} has no size", name=missing.args[0])) from missing

    def register(self, value: _Value) -> _Value:
        """The value in a register of its own (constants come with the template)."""
        if value.register >= 0:
            return value
        if value.diagonal is not None and value.constant is None:
            return self.emit("diag", value.diagonal, rows=value.rows, cols=value.cols)
        assert value.constant is not None
        key = ("constant", id(value.constant))
        if key not in self.known:
            self.template.append(value.constant)
            self.known[key] = _Value(value.rows, value.cols, value.constant, len(self.template) - 1)
        return self.known[key]

    def constant(self, array: Any) -> _Value:
        array = np.asarray(array, dtype=float)
        if array.ndim < 2:
            array = array.reshape(-1, 1)
        # Numbers that are equal are one constant, so that operations on them are found equal.
        rows, cols = array.shape
        if array.size > 64:
            return _Value(rows, cols, array[:, :, None], -1)
        key = ("number", array.tobytes(), array.shape)
        if key not in self.known:
            self.known[key] = _Value(rows, cols, array[:, :, None], -1)
        return self.known[key]

    def emit(self, name: str, *inputs: _Value, rows: int, cols: int, parameters: tuple[int, ...] = ()) -> _Value:
        """An operation; done at once when all its inputs are constant."""
        made = {"stack": kernels.stack, "unvec": kernels.unvec, "entry": kernels.entry, "fill": kernels.fill}
        if rows * cols > LARGEST:
            raise CompileError(say("a {rows}×{columns} matrix is too large", rows=rows, columns=cols))
        if all(v.is_constant for v in inputs):
            run = made[name](*parameters) if name in made else kernels.ARRAY[name]
            found = np.asarray(run(*[v.constant for v in inputs if v.constant is not None]))
            return self.constant(np.broadcast_to(found, (rows, cols, 1))[:, :, 0])
        if name == "multiply":
            for one, other in (inputs, inputs[::-1]):
                if one.constant is not None and (other.rows, other.cols) == (rows, cols) and (one.constant == 1).all():
                    return other
        sources = tuple(self.register(v).register for v in inputs)
        if name in {"add", "multiply"}:
            key: Hashable = (name, frozenset(sources) if len(set(sources)) > 1 else sources)
        else:
            key = (name, parameters, sources)
        if key not in self.known:
            run = made[name](*parameters) if name in made else kernels.ARRAY[name]
            self.template.append(None)
            value = _Value(rows, cols, None, len(self.template) - 1)
            self.operations.append(Operation(name, parameters, run, sources, value.register))
            self.sizes[value.register] = rows * cols
            self.known[key] = value
        return self.known[key]

    def visit(self, node: Expr, c: list[_Value]) -> _Value:
        rows, cols = self.size(node.shape.rows), self.size(node.shape.cols)
        if rows * cols > LARGEST and not isinstance(node, n.Diag):
            raise CompileError(say("a {rows}×{columns} matrix is too large", rows=rows, columns=cols))
        match node:
            case n.Diag() if not c[0].is_constant:
                return _Value(rows, cols, None, -1, c[0])
            case n.Symbol():
                return self.symbol(node)
            case n.Add():
                return self.sum(node, c)
            case n.Mul():
                return self.product(node, c)
            case n.Hadamard():
                return reduce(lambda a, b: self.emit("multiply", a, b, rows=rows, cols=cols), c)
            case n.Quotient() | n.HadamardQuotient():
                if c[1].is_constant and (node.children[1].is_scalar):
                    inverse = self.emit("reciprocal", c[1], rows=1, cols=1)
                    return self.scaled(inverse, c[0])
                return self.emit("divide", c[0], c[1], rows=rows, cols=cols)
            case n.Power() | n.HadamardPower():
                return self.power(node, c, rows, cols)
            case n.MatrixPower():
                return self.matrix_power(c[0], node.exponent)
            case n.LetterPower():
                return self.letter_power(c[0], c[1])
            case n.MatrixFunction():
                return self.emit(node.function, c[0], rows=rows, cols=cols)
            case n.FunctionChange():
                return self.emit(f"{node.function}_change", *c, rows=rows, cols=cols)
            case n.Eigenvalue():
                return self.emit(f"eigenvalue_{node.kind}", c[0], rows=1, cols=1)
            case n.Eigenvector():
                return self.emit(f"eigenvector_{node.kind}", c[0], rows=rows, cols=1)
            case n.Inner():
                return self.emit("inner", c[0], c[1], rows=1, cols=1)
            case n.Apply():
                if node.function not in kernels.ARRAY:
                    raise CompileError(say("there are no numbers for {function} yet", function=node.function))
                return self.emit(node.function, c[0], rows=rows, cols=cols)
            case n.LogSumExp() | n.Softmax():
                return self.powers(node, c[0])
            case n.Extreme():
                return self.emit("largest" if node.kind == "max" else "smallest", c[0], rows=1, cols=1)
            case n.ExtremeUnit():
                return self.emit("largest_unit" if node.kind == "max" else "smallest_unit", c[0], rows=rows, cols=cols)
            case n.Norm():
                return self.emit("norm1" if node.kind == "1" else "norm2", c[0], rows=1, cols=1)
            case n.Matrix():
                return self.emit("stack", *c, rows=rows, cols=cols, parameters=(rows, cols))
            case n.Entry():
                row, col = node.data
                if row > c[0].rows or col > c[0].cols:
                    raise CompileError(
                        say(
                            "entry {row},{column} is outside a {rows}×{columns} matrix",
                            row=row,
                            column=col,
                            rows=c[0].rows,
                            columns=c[0].cols,
                        )
                    )
                return self.emit("entry", c[0], rows=1, cols=1, parameters=(row - 1, col - 1))
            case n.Unvec():
                return self.emit("unvec", c[0], rows=rows, cols=cols, parameters=(rows, cols))
            case n.Fill():
                return self.emit("fill", c[0], rows=rows, cols=cols, parameters=(rows, cols))
        name = _PLAIN.get(type(node))
        if name is not None:
            return self.emit(name, *c, rows=rows, cols=cols)
        return self.constant(self.leaf(node, rows, cols))

    def symbol(self, node: Symbol) -> _Value:
        if node in self.inputs:
            return self.inputs[node]
        try:
            return self.constant(self.binding.matrix(node))
        except KeyError:
            raise CompileError(say("{name} has no value", name=node.name)) from None
        except ValueError as error:
            raise CompileError(str(error)) from error

    def leaf(self, node: Expr, rows: int, cols: int) -> Any:
        match node:
            case n.Number():
                return _number(node.value)
            case n.Constant():
                return np.pi if node.name == "pi" else np.e
            case n.DimNumber():
                return float(self.size(node.dim))
            case n.Identity():
                return np.eye(rows)
            case n.Zero():
                return np.zeros((rows, cols))
            case n.Ones():
                return np.ones((rows, cols))
            case n.Unit():
                if isinstance(node.data[0], str):
                    raise CompileError(
                        say("e_{index} stands for every unit vector and has no one value", index=node.data[0])
                    )
                if node.data[0] > rows:
                    raise CompileError(say("e_{index} does not exist among {n} entries", index=node.data[0], n=rows))
                return np.eye(rows)[:, [node.data[0] - 1]]
            case n.Commutation():
                return kernels.commutation(self.size(node.data[0]), self.size(node.data[1]))
            case n.Differential():
                raise CompileError(say("a differential has no value by itself"))
            case n.Unspecified():
                raise CompileError(say("{name} has no formula, so it has no values", name=node.name))
        raise CompileError(say("there are no numbers for one of its parts yet"))

    # --- sums and products

    def sum(self, node: n.Add, c: list[_Value]) -> _Value:
        """Terms with a negative number in front are subtracted; constants are gathered."""
        plus: list[_Value] = []
        minus: list[_Value] = []
        positive = not all(_is_negative(child) for child in node.children)  # else the first term keeps its sign
        for child, value in zip(node.children, c, strict=True):
            if isinstance(child, n.Mul) and _is_negative(child) and not value.is_constant and (plus or positive):
                minus.append(self.product(child, [self.memo[e] for e in child.children], negated=True))
            else:
                plus.append(value)
        rows, cols = c[0].rows, c[0].cols
        plus.sort(key=lambda v: not v.is_constant)  # constants first: their sum is worked out here and now
        result = plus[0]
        for term in plus[1:]:
            result = self.emit("add", result, term, rows=rows, cols=cols)
        for term in minus:
            result = self.emit("subtract", result, term, rows=rows, cols=cols)
        return result

    def product(self, node: n.Mul, c: list[_Value], negated: bool = False) -> _Value:
        """The chain in its cheapest order, with constant factors gathered and put where they cost nothing."""
        number = self.constant(-1.0 if negated else 1.0)
        varying: list[_Value] = []
        chain: list[_Value] = []
        for child, value in zip(node.children, c, strict=True):
            if child.shape != SCALAR:
                chain.append(value)
            elif value.is_constant:
                number = self.emit("multiply", number, value, rows=1, cols=1)
            else:
                varying.append(value)
        fixed = next((i for i, v in enumerate(chain) if v.is_constant), None)
        if fixed is not None and not all(v.is_constant for v in chain):
            chain[fixed] = self.scaled(number, chain[fixed])
            number = self.constant(1.0)
        scalar = varying[0] if varying else number
        for value in varying[1:]:
            scalar = self.emit("multiply", scalar, value, rows=1, cols=1)
        if varying:
            scalar = self.scaled(number, scalar)
        return self.scaled(scalar, self.chain(chain)) if chain else scalar

    def scaled(self, scalar: _Value, value: _Value) -> _Value:
        """A scalar times a value; nothing to do for one, a change of sign for minus one."""
        if scalar.constant is not None and scalar.constant.item() == 1:
            return value
        if scalar.constant is not None and scalar.constant.item() == -1:
            return self.emit("negative", value, rows=value.rows, cols=value.cols)
        return self.emit("multiply", scalar, value, rows=value.rows, cols=value.cols)

    def chain(self, factors: list[_Value]) -> _Value:
        """A product of matrices in the order that costs least; what is constant costs next to nothing."""
        factors = self.weighted(factors)
        count = len(factors)
        if count > LONG_CHAIN:
            result = factors[0]
            for factor in factors[1:]:
                result = self.matmul(result, factor)
            return result
        best: dict[tuple[int, int], tuple[float, int]] = {(i, i): (0.0, i) for i in range(count)}
        for length in range(1, count):
            for i in range(count - length):
                j = i + length
                constant = all(v.is_constant for v in factors[i : j + 1])
                weight = factors[i].rows * factors[j].cols * (CONSTANT_WEIGHT if constant else 1)
                best[i, j] = min((best[i, k][0] + best[k + 1, j][0] + weight * factors[k].cols, k) for k in range(i, j))

        def multiply(i: int, j: int) -> _Value:
            if i == j:
                return factors[i]
            k = best[i, j][1]
            return self.matmul(multiply(i, k), multiply(k + 1, j))

        return multiply(0, count - 1)

    def weighted(self, factors: list[_Value]) -> list[_Value]:
        """``A diag(d) B`` with constant A and B is linear in d: ``vec`` of it is a constant matrix times d."""
        for i in range(1, len(factors) - 1):
            a, weight, b = factors[i - 1 : i + 2]
            if weight.diagonal is None or a.constant is None or b.constant is None:
                continue
            rows, cols = a.rows, b.cols
            if rows * cols * a.cols > LARGEST_PRODUCT:
                continue
            # Row (j, i) of the matrix is a_i ⊙ b_j: down the columns of the product.
            products = b.constant[:, :, 0].T[:, None, :] * a.constant[:, :, 0][None]
            flat = self.matmul(self.constant(products.reshape(rows * cols, a.cols)), weight.diagonal)
            product = self.emit("unvec", flat, rows=rows, cols=cols, parameters=(rows, cols))
            return self.weighted([*factors[: i - 1], product, *factors[i + 2 :]])
        return factors

    def matmul(self, a: _Value, b: _Value) -> _Value:
        if a.diagonal is not None and b.diagonal is not None:
            both = self.emit("multiply", a.diagonal, b.diagonal, rows=a.rows, cols=1)
            return _Value(a.rows, a.cols, None, -1, both)
        if a.diagonal is not None:  # it scales the rows of b
            return self.emit("multiply", a.diagonal, b, rows=b.rows, cols=b.cols)
        if b.diagonal is not None:  # it scales the columns of a
            across = self.emit("transpose", b.diagonal, rows=1, cols=b.rows)
            return self.emit("multiply", a, across, rows=a.rows, cols=a.cols)
        return self.emit("matmul", a, b, rows=a.rows, cols=b.cols)

    def powers(self, node: Expr, exponents: _Value) -> _Value:
        """Log-sum-exp or softmax, of which the second is the gradient of the first and shares its work."""
        top = self.emit("top", exponents, rows=1, cols=1)
        powers = self.emit("shifted_exp", exponents, top, rows=exponents.rows, cols=exponents.cols)
        whole = self.emit("total", powers, rows=1, cols=1)
        if isinstance(node, n.Softmax):
            return self.emit("over", powers, whole, rows=exponents.rows, cols=exponents.cols)
        return self.emit("add", self.emit("log", whole, rows=1, cols=1), top, rows=1, cols=1)

    def matrix_power(self, base: _Value, exponent: int) -> _Value:
        """By repeated squaring."""
        result: _Value | None = None
        while exponent:
            if exponent & 1:
                result = base if result is None else self.matmul(result, base)
            exponent >>= 1
            if exponent:
                base = self.matmul(base, base)
        assert result is not None
        return result

    def letter_power(self, base: _Value, exponent: _Value) -> _Value:
        """``X^k``, where k is a constant by now."""
        k = -1 if exponent.constant is None else round(float(exponent.constant.flat[0]))
        if not 0 <= k <= MAX_POWER:
            raise CompileError(say("a matrix power is drawn for exponents from 0 to {largest}", largest=MAX_POWER))
        return self.matrix_power(base, k) if k else self.constant(np.eye(base.rows))

    def power(self, node: Expr, c: list[_Value], rows: int, cols: int) -> _Value:
        """Small integers and halves by multiplication, division and roots; NumPy's power for the rest."""
        base, exponent = node.children
        if base is n.Constant("e"):
            return self.emit("exp", c[1], rows=rows, cols=cols)
        if not isinstance(exponent, n.Number):
            return self.emit("power", c[0], c[1], rows=rows, cols=cols)
        p = exponent.value
        if p == 0:
            return self.emit("power", c[0], self.constant(0.0), rows=rows, cols=cols)
        size = abs(p)
        if size in _POWERS:
            result = self.emit(_POWERS[size], c[0], rows=rows, cols=cols) if size != 1 else c[0]
        elif size.denominator == 1 and size <= 16:
            square = c[0]
            odd: _Value | None = None
            left = int(size)
            while left:
                if left & 1:
                    odd = square if odd is None else self.emit("multiply", odd, square, rows=rows, cols=cols)
                left >>= 1
                if left:
                    square = self.emit("square", square, rows=rows, cols=cols)
            assert odd is not None
            result = odd
        else:
            return self.emit("power", c[0], self.constant(_number(p)), rows=rows, cols=cols)
        return result if p > 0 else self.emit("reciprocal", result, rows=rows, cols=cols)


def _is_negative(term: Expr) -> bool:
    first = term.children[0] if isinstance(term, n.Mul) else None
    return isinstance(first, n.Number) and first.value < 0


MAX_POWER = 64
"""The largest exponent that a letter may stand for in a picture."""


def _number(value: Fraction) -> float:
    """The nearest float; infinity where there is none."""
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


_POWERS = {
    Fraction(1): "",
    Fraction(2): "square",
    Fraction(3): "cube",
    Fraction(4): "fourth",
    Fraction(1, 2): "sqrt",
}
_PLAIN: dict[type[Expr], str] = {
    n.Transpose: "transpose",
    n.Inverse: "inverse",
    n.Kronecker: "kronecker",
    n.Trace: "trace",
    n.Determinant: "determinant",
    n.LogDet: "logdet",
    n.Sum: "total",
    n.Diag: "diag",
    n.DiagonalOf: "diagonal",
    n.RowSoftmax: "row_softmax",
    n.Vec: "vec",
}
"""Nodes that are one operation."""
