"""The reference evaluator: slow enough to be obvious, and the judge of every derivation.

Every value is an array of shape (batch, rows, cols), real or complex. A differential ``d(E)`` that is not yet taken
is worked out by a complex step, ``Im E(X + i h dX) / h`` (Squire & Trapp 1998), which knows no rule of calculus and
is exact to rounding; for that, functions are continued analytically: no conjugates, and decisions (``abs``, ``max``)
by the real part.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.algebra.walk import postorder
from gradviz.numeric import special
from gradviz.numeric.eigen import extreme_eigenpair
from gradviz.numeric.exponential import MATRIX_FUNCTIONS, change

__all__ = ["Array", "EvaluationError", "Evaluator"]

Array = NDArray[Any]
STEP = 1e-30
"""The complex step; below rounding of any value, so that the real part is undisturbed."""

MAX_TILED = 100_000
"""Sums over places are worked out for all places at once, up to so many instances."""


class EvaluationError(ValueError):
    """A node that has no numeric meaning here."""


def _sigmoid(z: Array) -> Array:
    small = np.exp(-_abs(z))  # so that far to the left all digits are kept, where 1 + tanh keeps none
    return np.asarray(np.where(z.real < 0, small, 1) / (1 + small))


def _softplus(z: Array) -> Array:
    positive = np.maximum(z.real, 0) if not np.iscomplexobj(z) else np.where(z.real < 0, 0, z)
    return np.asarray(positive + _log1p(np.exp(-_abs(z))))


def _log1p(z: Array) -> Array:
    """``log(1 + z)`` to all digits of both parts; NumPy's own loses the real part of a small complex z."""
    if not np.iscomplexobj(z):
        return np.asarray(np.log1p(z))
    x, y = z.real, z.imag
    return np.asarray(np.log1p(2 * x + x * x + y * y) / 2 + 1j * np.arctan2(y, 1 + x))


def _abs(z: Array) -> Array:
    return np.asarray(np.where(z.real < 0, -z, z))  # at nought, too, the step must not be lost


_FUNCTIONS: dict[str, Callable[[Array], Array]] = {
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "tanh": np.tanh,
    "arcsin": np.arcsin,
    "arccos": np.arccos,
    "arctan": np.arctan,
    "arcsinh": np.arcsinh,
    "arctanh": np.arctanh,
    "log2": lambda z: np.log(z) / np.log(2),
    "log10": lambda z: np.log(z) / np.log(10),
    "erf": special.erf,
    "normcdf": special.normcdf,
    "normpdf": special.normpdf,
    "lgamma": special.lgamma,
    "digamma": special.digamma,
    "trigamma": special.trigamma,
    "sigmoid": _sigmoid,
    "softplus": _softplus,
    "relu": lambda z: z * (z.real > 0),
    "step": lambda z: (z.real > 0) + 0 * z,
    "abs": _abs,
    "sign": lambda z: np.sign(z.real) + 0 * z,
}


class Evaluator:
    """Evaluates expressions at a batch of random instances.

    Parameters
    ----------
    dims : dimension name -> size.
    values : symbol -> array of shape (batch, rows, cols).
    directions : symbol -> its increment ``dX``, of the same shape; symbols without one are constant.
    members : index letter -> which member is meant: of the families inside sums, of entries and unit vectors.
    derivatives : the values of derivatives that are written by their names.
    """

    def __init__(
        self,
        dims: Mapping[str, int],
        values: Mapping[Symbol, Array],
        directions: Mapping[Symbol, Array] | None = None,
        members: Mapping[str, int | Array] | None = None,
        derivatives: Mapping[Expr, Array] | None = None,
    ) -> None:
        self.dims = dims
        self.values = values
        self.directions = directions or {}
        self.members = members or {}
        self.derivatives = derivatives or {}
        self.batch = next((v.shape[0] for v in values.values()), 1)
        self.tile = 1
        self.links: Mapping[Symbol, tuple[str, Symbol]] = {}
        """Families of which one member, the first, has a symbol of its own -> the index, and that symbol."""
        self._memo: dict[Expr, Array] = {}
        self._shifted: Evaluator | None = None

    def like(
        self,
        *,
        values: Mapping[Symbol, Array] | None = None,
        directions: Mapping[Symbol, Array] | None = None,
        members: Mapping[str, int | Array] | None = None,
        derivatives: Mapping[Expr, Array] | None = None,
    ) -> Evaluator:
        """An evaluator of the same kind and sizes in which something is exchanged."""
        found = Evaluator(
            self.dims,
            self.values if values is None else values,
            self.directions if directions is None else directions,
            self.members if members is None else members,
            self.derivatives if derivatives is None else derivatives,
        )
        found.tile, found.batch, found.links = self.tile, self.batch, self.links
        return found

    def size(self, dim: Dim) -> int:
        """The number that a dimension stands for."""
        if isinstance(dim, int):
            return dim
        if isinstance(dim, DimProduct):
            return int(dim.coefficient * np.prod([self.dims[name] for name in dim.names]))
        return self.dims[dim]

    def __call__(self, expr: Expr) -> Array:
        """The value, of shape (batch, rows, cols); NaN and infinity where the expression is undefined, never an
        exception.
        """
        with np.errstate(all="ignore"):
            return self._run(expr)

    def _run(self, expr: Expr) -> Array:
        # Not `fold`: below a differential that is not a bare dX the children must be read in the shifted world only.
        stack = [expr]
        memo = self._memo
        while stack:
            node = stack[-1]
            if node in memo:
                stack.pop()
                continue
            if isinstance(node, n.IndexedSum):
                memo[node] = self._indexed_sum(node)
                stack.pop()
                continue
            if isinstance(node, n.Differential):
                memo[node] = self._differential(node.argument)
                stack.pop()
                continue
            if isinstance(node, n.Partial):
                memo[node] = self._partial(node)
                stack.pop()
                continue
            missing = [c for c in node.children if c not in memo]
            if missing:
                stack.extend(missing)
                continue
            memo[node] = self._visit(node, [memo[c] for c in node.children])
            stack.pop()
        return memo[expr]

    def _indexed_sum(self, node: n.IndexedSum) -> Array:
        """The sum over the members; a sum inside that binds the same index binds it anew."""
        count = self.size(node.upper)
        body = node.children[0]
        families = any(n.is_member(e, node.index) for e in postorder(body))
        if not families and self.batch * count <= MAX_TILED:
            terms = self._tiled(node.index, count)._run(body)
            return np.asarray(terms.reshape(-1, count, *terms.shape[1:]).sum(axis=1))
        total: Array | None = None
        for k in range(count):
            one = self.like(members={**self.members, node.index: k})
            term = one._run(body)
            total = term if total is None else total + term
        assert total is not None, "a dimension is at least one"
        return total

    def _tiled(self, index: str, count: int) -> Evaluator:
        """Each instance so many times, once for each place that the index may stand for."""

        def repeated(values: Mapping[Any, Array]) -> dict[Any, Array]:
            return {name: np.repeat(value, count, axis=0) for name, value in values.items()}

        members = {k: np.repeat(m, count) if isinstance(m, np.ndarray) else m for k, m in self.members.items()}
        members[index] = np.tile(np.arange(count), self.batch)
        found = self.like(
            values=repeated(self.values),
            directions=repeated(self.directions),
            members=members,
            derivatives=repeated(self.derivatives),
        )
        found.tile, found.batch = self.tile * count, self.batch * count
        return found

    def _member(self, symbol: Symbol) -> Array:
        """Its value; a member of a family is that value with the instances of the batch exchanged: another of its
        kind.
        """
        if symbol in self.links:
            index, own = self.links[symbol]
            if own is not symbol and self.members.get(index) == 0 and own in self.values:
                return self._member(own)
        shift = sum(k for index, k in self.members.items() if isinstance(k, int) and n.is_member(symbol, index))
        return np.roll(self.values[symbol], shift * self.tile, axis=0) if shift else self.values[symbol]

    def _differential(self, argument: Expr) -> Array:
        if isinstance(argument, Symbol):
            direction = self.directions.get(argument)
            return np.zeros_like(self.values[argument].real) if direction is None else direction
        if argument.has_differential:
            raise EvaluationError("a differential of a differential")
        if self._shifted is None:
            moved = {
                s: v + 1j * STEP * self.directions[s] if s in self.directions else v for s, v in self.values.items()
            }
            self._shifted = self.like(values=moved, directions={})
        return np.asarray(self._shifted._run(argument).imag / STEP)

    def _partial(self, node: n.Partial) -> Array:
        """By a complex step along one entry of a symbol."""
        body, by = node.children
        symbol = by.children[0] if isinstance(by, n.Entry) else by
        row, col = (self._place(i) for i in by.data) if isinstance(by, n.Entry) else (0, 0)
        if not isinstance(symbol, Symbol) or any(isinstance(e, n.Partial) for e in postorder(body)):
            raise EvaluationError("a partial derivative by no variable, or of a partial derivative")
        moved = self.values[symbol].astype(complex)
        moved[np.arange(len(moved)), row, col] += 1j * STEP
        shifted = self.like(values={**self.values, symbol: moved}, directions={})
        return np.asarray(shifted._run(body).imag / STEP)

    def _place(self, index: n.Index) -> int | Array:
        """The place, from nought, that an index stands for; a letter means the member that is meant, of each
        instance its own where they are many.
        """
        return self.members.get(index, 0) if isinstance(index, str) else index - 1

    def _broadcast(self, matrix: Array) -> Array:
        return np.broadcast_to(matrix, (self.batch, *matrix.shape))

    def _visit(self, node: Expr, c: list[Array]) -> Array:
        size = self.size
        match node:
            case n.Number():
                return self._broadcast(np.array([[float(node.value)]]))
            case n.Constant():
                return self._broadcast(np.array([[np.pi if node.name == "pi" else np.e]]))
            case n.DimNumber() if isinstance(node.dim, str) and node.dim in self.members:
                # the index of a sum, which is counted from one
                member = np.asarray(self.members[node.dim], dtype=float) + 1
                return self._broadcast(np.ones((self.batch, 1, 1)) * member.reshape(-1, 1, 1))
            case n.DimNumber():
                return self._broadcast(np.array([[float(size(node.dim))]]))
            case n.Symbol():
                return self._member(node)
            case n.Identity():
                return self._broadcast(np.eye(size(node.shape.rows)))
            case n.Zero():
                return self._broadcast(np.zeros((size(node.shape.rows), size(node.shape.cols))))
            case n.Ones():
                return self._broadcast(np.ones((size(node.shape.rows), size(node.shape.cols))))
            case n.Unit():
                places = np.broadcast_to(self._place(node.data[0]), self.batch)
                return np.asarray(np.eye(size(node.shape.rows))[places][:, :, None])
            case n.Commutation():
                return self._broadcast(commutation(size(node.data[0]), size(node.data[1])))
            case n.Add():
                return _accumulate(np.add, c)
            case n.Mul():
                return _product(node, c)
            case n.Quotient():
                return np.asarray(c[0] / c[1])
            case n.Power() | n.HadamardPower():
                exponent = node.children[1]
                if isinstance(exponent, n.Number) and exponent.value.denominator == 1:
                    return _whole_power(c[0], int(exponent.value))
                return np.asarray(np.exp(c[1] * np.log(c[0])))
            case n.MatrixPower():
                return np.asarray(np.linalg.matrix_power(c[0], node.exponent))
            case n.LetterPower():
                return np.asarray(np.linalg.matrix_power(c[0], round(c[1].real.flat[0])))
            case n.MatrixFunction():
                return MATRIX_FUNCTIONS[node.function](c[0])
            case n.FunctionChange():
                return change(node.function, *np.broadcast_arrays(c[0], c[1]))
            case n.Transpose():
                return np.asarray(c[0].swapaxes(1, 2))
            case n.Inverse():
                return _inverse(c[0])
            case n.Inner():
                return _total(c[0] * c[1])
            case n.Hadamard():
                return _accumulate(np.multiply, c)
            case n.HadamardQuotient():
                return np.asarray(c[0] / c[1])
            case n.Kronecker():
                b, p, q = c[0].shape
                _, r, s = c[1].shape
                return np.asarray(np.einsum("bij,bkl->bikjl", c[0], c[1]).reshape(b, p * r, q * s))
            case n.Fill():
                return np.asarray(c[0] * np.ones((size(node.shape.rows), size(node.shape.cols))))
            case n.Trace():
                return np.asarray(np.trace(c[0], axis1=1, axis2=2)[:, None, None])
            case n.Determinant():
                return np.asarray(np.linalg.det(c[0])[:, None, None])
            case n.LogDet():
                determinant = np.linalg.det(c[0])
                return np.asarray(np.log(determinant * np.sign(determinant.real))[:, None, None])
            case n.Norm():
                return _total(_abs(c[0])) if node.kind == "1" else np.sqrt(_total(c[0] * c[0]))
            case n.Sum():
                return _total(c[0])
            case n.Extreme():
                return _total(c[0] * _extreme_unit(c[0], node.kind))
            case n.Larger():
                first = c[0].real >= c[1].real if node.kind == "max" else c[0].real <= c[1].real
                return np.where(first, c[0], c[1])
            case n.ExtremeUnit():
                return _extreme_unit(c[0], node.kind)
            case n.Eigenvalue():
                return extreme_eigenpair(c[0], node.kind)[0]
            case n.Eigenvector():
                return extreme_eigenpair(c[0], node.kind)[1]
            case n.LogSumExp():
                top = c[0].real.max(axis=(1, 2), keepdims=True)
                return np.asarray(np.log(_total(np.exp(c[0] - top))) + top)
            case n.Softmax():
                powers = np.exp(c[0] - c[0].real.max(axis=(1, 2), keepdims=True))
                return np.asarray(powers / _total(powers))
            case n.RowSoftmax():
                powers = np.exp(c[0] - c[0].real.max(axis=2, keepdims=True))
                return np.asarray(powers / powers.sum(axis=2, keepdims=True))
            case n.Apply():
                return np.asarray(_FUNCTIONS[node.function](c[0]))
            case n.Diag():
                return np.asarray(c[0] * np.eye(c[0].shape[1]))
            case n.DiagonalOf():
                return np.diagonal(c[0], axis1=1, axis2=2)[:, :, None]
            case n.Vec():
                return c[0].swapaxes(1, 2).reshape(self.batch, -1, 1)
            case n.Unvec():
                rows, cols = size(node.shape.rows), size(node.shape.cols)
                return c[0].reshape(self.batch, cols, rows).swapaxes(1, 2)
            case n.Unspecified():
                return _unspecified(node, c[0], size(node.data[1]))
            case n.Matrix():
                return np.concatenate(c, axis=1).reshape(self.batch, *node.data)
            case n.Entry():
                row, col = self._place(node.row), self._place(node.col)
                return np.asarray(c[0][np.arange(len(c[0])), row, col][:, None, None])
            case n.Delta():
                same = np.equal(self._place(node.data[0]), self._place(node.data[1]))
                return np.asarray(np.broadcast_to(same, self.batch).astype(float)[:, None, None])
            case n.NamedDerivative():
                return self.derivatives[node]
        raise EvaluationError(f"{type(node).__name__} has no value")


def _extreme_unit(a: Array, kind: str) -> Array:
    """One at the first largest (smallest) real part, nought elsewhere."""
    flat = a.real.reshape(len(a), -1)
    place = flat.argmax(axis=1) if kind == "max" else flat.argmin(axis=1)
    return np.asarray(np.eye(flat.shape[1])[place].reshape(a.shape))


def commutation(m: int, k: int) -> Array:
    """``K`` with ``K vec X = vec X'`` for X of shape m x k, as an (mk, mk) array."""
    result = np.zeros((m * k, m * k))
    for i in range(m):
        for j in range(k):
            result[i * k + j, j * m + i] = 1
    return result


def _unspecified(node: n.Unspecified, u: Array, rows: int) -> Array:
    """``f(u) = B sin(A u + c) + D u`` with coefficients that belong to the name: a function about which rules know
    nothing.
    """
    if u.shape[2] != 1:  # of a matrix: a function of its columns, one under the other
        stacked = _unspecified(node, u.swapaxes(1, 2).reshape(len(u), -1, 1), rows)
        return stacked if node.order == 0 else stacked.reshape(len(u), u.shape[2], u.shape[1]).swapaxes(1, 2)
    count = u.shape[1]
    rng = np.random.default_rng(zlib.crc32(f"{node.name} {rows} {count}".encode()))
    a, b, d = rng.normal(size=(3, count)), rng.normal(size=(rows, 3)), rng.normal(size=(rows, count))
    inner = a @ u + rng.normal(size=(3, 1))
    if node.order == 0:
        return np.asarray(b @ np.sin(inner) + d @ u)
    if node.order == 1:
        jacobian = b @ (np.cos(inner) * a) + d
        return np.asarray(jacobian.swapaxes(1, 2) if rows == 1 else jacobian)
    return np.asarray(a.T @ (-b.T * np.sin(inner) * a))


def _whole_power(base: Array, k: int) -> Array:
    """By repeated squaring: NumPy's complex power goes through a logarithm for large exponents, which drowns the
    step.
    """
    if k < 0:
        return np.asarray(1 / _whole_power(base, -k))
    result, square = np.ones_like(base), base
    while k:
        if k & 1:
            result = result * square
        square = square * square
        k >>= 1
    return result


def _accumulate(combine: Callable[[Array, Array], Array], parts: list[Array]) -> Array:
    result = parts[0]
    for part in parts[1:]:
        result = combine(result, part)
    return result


def _product(node: Expr, parts: list[Array]) -> Array:
    scalars = [v for e, v in zip(node.children, parts, strict=True) if e.is_scalar]
    chain = [v for e, v in zip(node.children, parts, strict=True) if not e.is_scalar]
    result = _accumulate(np.matmul, chain) if chain else np.ones((1, 1, 1))
    return _accumulate(np.multiply, [result, *scalars])


def _inverse(a: Array) -> Array:
    try:
        return np.linalg.inv(a)
    except np.linalg.LinAlgError:
        return np.full_like(a, np.nan)


def _total(a: Array) -> Array:
    return np.asarray(a.sum(axis=(1, 2), keepdims=True))
