"""A second opinion on values: expressions evaluated with plain NumPy, one instance at a time, and finite differences.

Nothing here is shared with `gradviz.numeric`; the formulas are those of the textbooks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from scipy import special
from scipy.linalg import cosm, expm, logm, sinm, sqrtm
from scipy.stats import norm

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import DimProduct
from gradviz.algebra.walk import fold, postorder, substitute, symbols

Values = Mapping[Expr, np.ndarray]

SCALAR_FUNCTIONS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
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
    "log2": np.log2,
    "log10": np.log10,
    "erf": special.erf,
    "normcdf": special.ndtr,
    "normpdf": norm.pdf,
    "lgamma": special.gammaln,
    "digamma": special.digamma,
    "trigamma": lambda z: special.polygamma(1, z),
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "softplus": lambda z: np.log(1 + np.exp(z)),
    "relu": lambda z: np.where(z > 0, z, 0.0),
    "step": lambda z: np.where(z > 0, 1.0, 0.0),
    "abs": np.abs,
    "sign": np.sign,
}


def size_of(dim: object, dims: Mapping[str, int]) -> int:
    """The number that a dimension stands for."""
    if isinstance(dim, int):
        return dim
    if isinstance(dim, DimProduct):
        return int(dim.coefficient * np.prod([dims[name] for name in dim.names]))
    return dims[dim]  # type: ignore[index]


def written_out(root: Expr, dims: Mapping[str, int]) -> Expr:
    """Indexed sums as plain sums: under the index i the member ``x_i`` becomes ``x_1``, ``x_2``, ..."""

    def visit(node: Expr, children: list[Expr]) -> Expr:
        if not isinstance(node, n.IndexedSum):
            return node.with_children(children)
        (body,) = children
        members = [s for s in symbols(body) if n.is_member(s, node.index)]
        terms = []
        for i in range(1, size_of(node.upper, dims) + 1):
            names = {
                s: s.name.partition("_")[0] + "_" + s.name.partition("_")[2].replace(node.index, str(i))
                for s in members
            }
            terms.append(substitute(body, {s: Symbol(name, s.shape, s.properties) for s, name in names.items()}))
        return n.Add(*terms)

    return fold(root, visit)


def value(root: Expr, values: Values, dims: Mapping[str, int]) -> np.ndarray:
    """The value as a two-dimensional array."""
    memo: dict[Expr, np.ndarray] = {}
    with np.errstate(all="ignore"):
        for node in postorder(root):
            if node in values:
                memo[node] = values[node]
            elif isinstance(node, n.IndexedSum):
                memo[node] = _indexed_sum(node, values, dims)
            else:
                memo[node] = _value(node, [memo[c] for c in node.children], dims)
    return memo[root]


def _indexed_sum(e: n.IndexedSum, values: Values, dims: Mapping[str, int]) -> np.ndarray:
    """The members of a family are multiples of its value."""
    count = e.upper if isinstance(e.upper, int) else dims.get(str(e.upper), 3)
    fresh = substitute(
        e.children[0], {inner: _renamed(inner) for inner in postorder(e.children[0]) if _rebinds(inner, e)}
    )
    outside = {s: v for s, v in values.items() if n.is_member(s, e.index)}
    named = {Symbol(s.name + "'", s.shape, s.properties): v for s, v in outside.items() if isinstance(s, Symbol)}
    return sum(
        value(fresh, {**named, **{s: v * (1 + 0.3 * k) if s in outside else v for s, v in values.items()}}, dims)
        for k in range(count)
    )


def _rebinds(inner: Expr, outer: n.IndexedSum) -> bool:
    return isinstance(inner, n.IndexedSum) and inner.index == outer.index


def _renamed(inner: Expr) -> Expr:
    """A sum that binds the same index again, its members under names of their own."""
    assert isinstance(inner, n.IndexedSum)
    members = [s for s in symbols(inner) if n.is_member(s, inner.index)]
    return substitute(inner, {s: Symbol(s.name + "'", s.shape, s.properties) for s in members})


def _value(e: Expr, c: list[np.ndarray], dims: Mapping[str, int]) -> np.ndarray:
    rows, cols = (size_of(d, dims) for d in e.shape)
    match e:
        case n.Number():
            return np.array([[float(e.value)]])
        case n.Constant():
            return np.array([[{"pi": np.pi, "e": np.e}[e.name]]])
        case n.DimNumber():
            return np.array([[float(size_of(e.dim, {"l": 3, **dims}))]])
        case n.Identity():
            return np.eye(rows)
        case n.Zero():
            return np.zeros((rows, cols))
        case n.Ones():
            return np.ones((rows, cols))
        case n.Unit():
            return np.array([[1.0 if i + 1 == e.data[0] else 0.0] for i in range(rows)])
        case n.Commutation():
            m, k = (size_of(d, dims) for d in e.data)
            return np.array([vec(v.reshape(m, k, order="F").T)[:, 0] for v in np.eye(m * k)]).T
        case n.Add():
            return sum(c[1:], c[0])
        case n.Mul():
            scale = np.prod([x[0, 0] for x, child in zip(c, e.children, strict=True) if child.is_scalar])
            chain = [x for x, child in zip(c, e.children, strict=True) if not child.is_scalar]
            product = np.eye(rows)
            for factor in chain:
                product = product @ factor
            return scale * product
        case n.Quotient() | n.HadamardQuotient():
            return c[0] / c[1]
        case n.Power() | n.HadamardPower():
            return c[0] ** c[1][0, 0]
        case n.Larger():
            return np.maximum(*c) if e.kind == "max" else np.minimum(*c)
        case n.LetterPower():
            return np.linalg.matrix_power(c[0], round(float(c[1][0, 0])))
        case n.MatrixPower():
            product = np.eye(rows)
            for _ in range(e.exponent):
                product = product @ c[0]
            return product
        case n.MatrixFunction():
            return {"expm": expm, "sinm": sinm, "cosm": cosm, "sqrtm": sqrtm, "logm": logm}[e.function](c[0])
        case n.Transpose():
            return c[0].T
        case n.Inverse():
            return np.linalg.solve(c[0], np.eye(rows)) if np.linalg.cond(c[0]) < 1e8 else np.full((rows, rows), np.nan)
        case n.Inner():
            return np.array([[np.trace(c[0].T @ c[1])]])
        case n.Hadamard():
            return np.prod(np.array(c), axis=0)
        case n.Kronecker():
            return np.kron(c[0], c[1])
        case n.Fill():
            return np.full((rows, cols), c[0][0, 0])
        case n.Trace():
            return np.array([[np.trace(c[0])]])
        case n.Determinant():
            return np.array([[np.prod(np.linalg.eigvals(c[0])).real]])
        case n.LogDet():
            return np.array([[np.linalg.slogdet(c[0])[1]]])
        case n.Norm():
            return np.array([[np.abs(c[0]).sum() if e.kind == "1" else np.linalg.norm(c[0].ravel())]])
        case n.Sum():
            return np.array([[c[0].sum()]])
        case n.Extreme():
            return np.array([[np.max(c[0]) if e.kind == "max" else np.min(c[0])]])
        case n.ExtremeUnit():
            place = np.zeros(c[0].size)
            place[np.argmax(c[0]) if e.kind == "max" else np.argmin(c[0])] = 1  # the first of equal entries
            return place.reshape(c[0].shape)
        case n.Eigenvalue() | n.Eigenvector():
            values, vectors = np.linalg.eig((c[0] + c[0].T) / 2)
            place = np.argmax(values.real) if e.kind == "max" else np.argmin(values.real)
            if isinstance(e, n.Eigenvalue):
                return np.array([[values.real[place]]])
            vector = vectors[:, [place]].real
            return vector * np.sign(vector[np.argmax(np.abs(vector))])
        case n.FunctionChange():
            h = 1e-6
            function = {"expm": expm, "sinm": sinm, "cosm": cosm}[e.function]
            return (function(c[0] + h * c[1]) - function(c[0] - h * c[1])) / (2 * h)
        case n.LogSumExp():
            return np.array([[np.log(np.exp(c[0]).sum())]])
        case n.Softmax():
            return np.exp(c[0]) / np.exp(c[0]).sum()
        case n.RowSoftmax():
            return np.stack([np.exp(row) / np.exp(row).sum() for row in c[0]])
        case n.Apply():
            return SCALAR_FUNCTIONS[e.function](c[0])
        case n.Diag():
            return np.diag(c[0][:, 0])
        case n.DiagonalOf():
            return np.diag(c[0])[:, None]
        case n.Vec():
            return vec(c[0])
        case n.Unvec():
            return c[0].reshape(rows, cols, order="F")
        case n.Matrix():
            return np.array([x[0, 0] for x in c]).reshape(rows, cols)
        case n.Entry():
            row, col = e.data
            return c[0][row - 1 : row, col - 1 : col]
    raise AssertionError(f"no value for {type(e).__name__}")


def vec(a: np.ndarray) -> np.ndarray:
    """The columns, one under the other."""
    return a.reshape(-1, 1, order="F")


def sample(symbol: Symbol, dims: Mapping[str, int], rng: np.random.Generator) -> np.ndarray:
    """A value with the properties that the symbol declares."""
    rows, cols = (size_of(d, dims) for d in symbol.shape)
    v = rng.normal(size=(rows, cols))
    declared = symbol.properties
    if "positive" in declared:
        v = rng.uniform(0.3, 1.8, size=v.shape)
    if "diagonal" in declared:
        v = np.diag(rng.uniform(0.4, 1.9, size=rows) * (1 if declared & {"positive definite"} else rng.choice([-1, 1])))
    elif "positive definite" in declared:
        v = v @ v.T + np.eye(rows)
    elif "positive semidefinite" in declared:
        v = v[:, : max(1, rows - 1)] @ v[:, : max(1, rows - 1)].T
    elif "symmetric" in declared:
        v = v + v.T
    elif "orthogonal" in declared:
        v = np.linalg.qr(v)[0]
    elif "invertible" in declared:
        v = v + 3 * np.eye(rows)
    return v


def dim_names(*roots: Expr) -> list[str]:
    """The dimension names that occur."""
    found: dict[str, None] = {}
    for root in roots:
        for node in postorder(root):
            for dim in (*node.shape, *node.data):
                if isinstance(dim, DimProduct):
                    found.update(dict.fromkeys(dim.names))
            for dim in node.shape:
                if isinstance(dim, str):
                    found[dim] = None
            if isinstance(node, n.DimNumber) and isinstance(node.dim, str):
                found[node.dim] = None
    return list(found)


def instance(
    *roots: Expr, rng: np.random.Generator, positive: bool = False
) -> tuple[dict[Expr, np.ndarray], dict[str, int]]:
    """Random values for all symbols of the roots, and sizes, no two alike, for all dimensions."""
    names = dim_names(*roots)
    sizes = rng.permutation(np.arange(2, 2 + len(names)))
    dims = {name: int(k) for name, k in zip(names, sizes, strict=True)}
    found = dict.fromkeys(s for root in roots for s in symbols(root))
    values: dict[Expr, np.ndarray] = {s: sample(s, dims, rng) for s in found}
    if positive:
        for s in found:
            if not s.properties:
                values[s] = rng.uniform(0.2, 0.8, size=values[s].shape)
    return values, dims


def directional(
    function: Expr, variables: Mapping[Expr, np.ndarray], values: Values, dims: Mapping[str, int], step: float = 1e-3
) -> np.ndarray:
    """The derivative in the direction `variables` (symbol -> increment): central differences, Richardson twice."""

    def central(h: float) -> np.ndarray:
        up = {**values, **{v: values[v] + h * d for v, d in variables.items()}}
        down = {**values, **{v: values[v] - h * d for v, d in variables.items()}}
        return (value(function, up, dims) - value(function, down, dims)) / (2 * h)

    first, second, third = central(step), central(step / 2), central(step / 4)
    once, again = (4 * second - first) / 3, (4 * third - second) / 3
    return (16 * again - once) / 15


def relative_error(a: np.ndarray, b: np.ndarray) -> float:
    """The largest difference beside the largest magnitude; infinite for unequal shapes or values that are not finite."""
    if a.shape != b.shape:
        return float("inf")
    if not (np.isfinite(a).all() and np.isfinite(b).all()):
        return float("inf")
    return float(np.abs(a - b).max(initial=0.0) / (1 + max(np.abs(a).max(initial=0.0), np.abs(b).max(initial=0.0))))
