"""Sources for NumPy, PyTorch and JAX: one expression, or the module of a function and its derivative."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.algebra.walk import free_indices, postorder, preorder, symbols
from gradviz.calculus.derivation import Derivation, Kind, Result
from gradviz.typeset.array_names import identifiers, unspecified_parameter
from gradviz.typeset.array_writer import ArrayWriter
from gradviz.typeset.dialects import NUMPY, Dialect

__all__ = ["array_module", "array_source"]


def array_source(expr: Expr, dialect: Dialect = NUMPY) -> str:
    """One expression of the dialect for `expr`; sizes are the names of the dimensions, symbols their own names.

    Vectors are ``(n,)`` arrays and matrices 2-D; rows are passed in and come out as ``(1, n)``. ``sigmoid``,
    ``softmax`` and ``commutation`` may occur as calls; `array_module` defines them.
    """
    names = identifiers(s.name for s in symbols(expr))
    return ArrayWriter(names, indices=_indices([expr]), dialect=dialect).result(expr)


def array_module(derivation: Derivation, problem_name: str = "f", dialect: Dialect = NUMPY) -> str:
    """The source of a module with ``f``, its derivative, and ``differential`` where the method has one.

    The derivative is called ``gradient`` (of a scalar function, or by a scalar), ``jacobian`` or ``hessian``; with
    several variables each has its own, ``gradient_w`` (``hessian_x_y``), and of a scalar function ``gradient``
    (``hessian``) puts them together, each variable stacked by columns. ``slices`` is a stack of matrices, the first
    axis that of the vector. Parameters are the symbols that occur, under their names; sizes are read from the
    arguments, and one that no argument shows (the m of ``tr(I_m)``) is a parameter of its own, named in the module's
    docstring.

    Raises
    ------
    ValueError
        When there is no result.
    """
    if derivation.cannot is not None or not derivation.results:
        raise ValueError(derivation.cannot or "there is no result to write as source")
    scope = _Scope(derivation, dialect)
    functions = [scope.function("f", derivation.function)]
    for result in derivation.results:
        over = result.subject.variables[0] if result.subject.kind is Kind.SLICE else None
        functions.append(scope.function(_name(derivation, result, scope.names), result.expression, over))
    if derivation.differential is not None and derivation.order == 1 and _is_taken(derivation.differential):
        functions.append(scope.function("differential", derivation.differential, by=derivation.variables))
    stacked = _stacked(derivation, scope.names, functions, dialect)
    body = "\n\n".join([*functions, *([stacked] if stacked else [])])
    helpers = _helpers(dialect, body)
    imports = "".join(f"{line}\n" for line in dialect.imports.splitlines() if _needed(line, [*helpers, body]))
    head = f'"""{_title(derivation, problem_name)}{_sizes_words(list(scope.unseen))}"""\n\n{imports}'
    return "\n\n".join([head, *helpers, body])


def _helpers(dialect: Dialect, body: str) -> list[str]:
    """The helpers that a body calls, and those that they call."""
    calls = {name: re.compile(rf"(?<![.\w]){name}\(") for name in dialect.helpers}
    found: set[str] = set()
    sources = [body]
    while sources:
        source = sources.pop()
        new = {name for name, call in calls.items() if name not in found and call.search(source)}
        found |= new
        sources += [dialect.helpers[name] for name in new]
    return [code for name, code in dialect.helpers.items() if name in found]


def _needed(line: str, sources: Sequence[str]) -> bool:
    """Whether an import line names what is used; that of the arrays stays in any case."""
    module = line.rpartition(" ")[2]
    return module != "jax" or any(f"{module}." in source for source in sources)


def _stacked(derivation: Derivation, names: dict[str, str], functions: Sequence[str], dialect: Dialect) -> str:
    """The gradient of a scalar function by several variables in one vector, or its whole Hessian; "" for anything
    else.
    """
    results = derivation.results
    parts = dict(map(_head, functions))
    called = [_name(derivation, r, names) for r in results]
    calls = [f"{name}({', '.join(f'{p}={p}' for p in parts[name])})" for name in called]
    inside = dict.fromkeys(p for name in called for p in parts[name])
    if len(results) < 2 or not derivation.function.is_scalar:
        return ""
    if all(r.subject.kind in (Kind.GRADIENT, Kind.DERIVATIVE) for r in results):
        lines = "".join(f"        {dialect.spell('column', call)},\n" for call in calls)
        joined = f"[\n{lines}    ]"
        return f"def gradient({', '.join(inside)}):\n    return {dialect.spell('concatenate', joined)}\n"
    if any(r.subject.kind is not Kind.BLOCK for r in results):
        return ""
    width = len(derivation.variables)
    by = [names[v.name] for v in derivation.variables]
    rows = []
    for i, row in enumerate(by):
        blocks = [
            dialect.spell("grid", calls[i * width + j], dialect.spell("count", row), dialect.spell("count", column))
            for j, column in enumerate(by)
        ]
        rows.append("        [" + ",\n         ".join(blocks) + "],\n")
    parameters = dict.fromkeys([*inside, *by])
    joined = f"[\n{''.join(rows)}    ]"
    return f"def hessian({', '.join(parameters)}):\n    return {dialect.spell('block', joined)}\n"


def _head(source: str) -> tuple[str, list[str]]:
    """The name and the parameters of a function."""
    name, _, rest = source.removeprefix("def ").partition("(")
    inside = rest.partition(")")[0]
    return name, inside.split(", ") if inside else []


def _title(derivation: Derivation, name: str) -> str:
    by = ", ".join(scope_name for scope_name in identifiers(v.name for v in derivation.variables).values())
    return f"The function {identifiers([name]).get(name, 'f')} and its derivative by {by}."


def _sizes_words(names: Sequence[str]) -> str:
    """What the parameters are that hold a size."""
    if not names:
        return ""
    be = "is a size" if len(names) == 1 else "are sizes"
    return f"\n\n{', '.join(names)} {be} that no other argument shows: a whole number.\n"


def _name(derivation: Derivation, result: Result, names: dict[str, str]) -> str:
    """What the derivative is called."""
    match result.subject.kind:
        case Kind.HESSIAN | Kind.BLOCK:
            name = "hessian"
        case Kind.JACOBIAN:
            name = "jacobian"
        case Kind.SLICE:
            name = "slices"
        case Kind.STATIONARY:
            name = "stationary_point"
        case Kind.DERIVATIVE if not derivation.function.is_scalar:
            name = "jacobian"
        case _:
            name = "gradient"
    alone = len(derivation.results) == 1
    return name if alone else "_".join([name, *(names[v.name] for v in result.subject.variables)])


def _is_taken(expr: Expr) -> bool:
    """Whether all differentials are those of symbols."""
    return all(isinstance(d.argument, Symbol) for d in preorder(expr) if isinstance(d, n.Differential))


@dataclass(frozen=True, slots=True)
class _Size:
    """Where a dimension is read off: an argument and its axis."""

    symbol: Symbol
    axis: int


class _Scope:
    """The names that all functions of one module share.

    Attributes
    ----------
    unseen : the sizes that no argument shows, which are parameters of their own.
    """

    def __init__(self, derivation: Derivation, dialect: Dialect) -> None:
        self.dialect = dialect
        expressions = [derivation.function, *(r.expression for r in derivation.results)]
        if derivation.differential is not None:
            expressions.append(derivation.differential)
        self.symbols: list[Symbol] = list(
            dict.fromkeys([*(s for e in expressions for s in symbols(e)), *derivation.variables])
        )
        # The variables come first where a size has to be read from something that does not occur.
        self.sources = list(dict.fromkeys([*derivation.variables, *self.symbols]))
        by_name = [s.name for s in self.symbols]
        self.names = identifiers([*by_name, *(f"d{s.name}" for s in derivation.variables)])
        for variable in derivation.variables:  # the increment of lambda_ is dlambda_
            if f"d{variable.name}" not in by_name:
                self.names[f"d{variable.name}"] = "d" + self.names[variable.name]
        self.families = _families(expressions)
        self.indices = _indices(expressions)
        self.dims = identifiers(sorted(_dimensions([*self.symbols, *expressions])), taken=self.names.values())
        self.unseen: dict[str, None] = {}

    def function(self, name: str, expr: Expr, over: Symbol | None = None, by: Sequence[Symbol] = ()) -> str:
        """The source of one function; with `over` a stack of slices, one for each entry of that vector. It takes the
        increments of the variables in `by`, whether they occur or not.
        """
        taken = {*self.names.values(), *self.dims.values()}
        locals_: dict[Expr, str] = {}
        writer = ArrayWriter(self.names, locals_, self.dims, self.indices, self.dialect)
        lines = []
        shared = _shared(expr)
        for node in shared:
            # Each line sees the names above it, and not its own.
            local = _fresh("t" if len(shared) == 1 else f"t{len(locals_) + 1}", taken)
            lines.append(f"{local} = {writer.write(node)}")
            writer.locals[node] = locals_[node] = local
            writer.forget()
        result = writer.result(expr)
        if over is not None:
            letter = next((str(e.data[0]) for e in preorder(expr) if _is_any_unit(e)), "k")
            result = self.dialect.spell("stack", f"{result} for {letter} in range({writer.size(over.shape.rows)})")
        lines.append(f"return {result}")
        parameters, sizes = self._parameters(expr, writer.used_dims)
        parameters = list(dict.fromkeys([*parameters, *(self.names["d" + v.name] for v in by)]))
        kinds = self._kinds(parameters, "\n".join(lines))
        body = "".join(f"    {line}\n" for line in [*sizes, *kinds, *lines])
        return f"def {name}({', '.join(parameters)}):\n{body}"

    def _kinds(self, parameters: Sequence[str], body: str) -> list[str]:
        """The lines that make arrays of plain numbers, and tell of what kind new arrays are."""
        own = {self.names[s.name]: s for s in self.symbols} | {
            self.names[f"d{s.name}"]: s for s in self.symbols if f"d{s.name}" in self.names
        }
        given = [name for name in parameters if name in own]
        numbers = [name for name in given if own[name].is_scalar and own[name] not in self.families]
        lines = [self.dialect.numbers.format(name) for name in numbers if self.dialect.numbers]
        if not self.dialect.like or not (lines or "**like" in body):
            return lines
        arrays = [name for name in given if name not in numbers]
        return [self.dialect.like.format(arrays[0]) if arrays else self.dialect.like_none, *lines]

    def _parameters(self, expr: Expr, used: Iterable[str]) -> tuple[list[str], list[str]]:
        """The parameters, and the lines that read the sizes from them."""
        increments = [d.argument for d in preorder(expr) if isinstance(d, n.Differential)]
        inside = _symbols_outside_differentials(expr)
        needed = [s for s in self.symbols if s in inside]
        lines = []
        unknown = []
        for dim in sorted(used):
            # First what occurs anyway; then an increment, which has its variable's shape; then any symbol.
            own = _find(dim, needed, self.families)
            if own is None and (moved := _find(dim, [s for s in increments if isinstance(s, Symbol)], self.families)):
                lines.append(f"{self.dims[dim]} = {self.names['d' + moved.symbol.name]}.shape[{moved.axis}]")
                continue
            if own is None and (other := _find(dim, self.sources, self.families)):
                needed.append(other.symbol)
                own = other
            if own is None:
                unknown.append(self.dims[dim])
                self.unseen[self.dims[dim]] = None
            else:
                lines.append(f"{self.dims[dim]} = {self.names[own.symbol.name]}.shape[{own.axis}]")
        ordered = [self.names[s.name] for s in self.symbols if s in needed]
        ordered += dict.fromkeys(unspecified_parameter(e) for e in preorder(expr) if isinstance(e, n.Unspecified))
        moved_names = [self.names["d" + s.name] for s in dict.fromkeys(increments) if isinstance(s, Symbol)]
        return [*ordered, *unknown, *moved_names], lines


def _symbols_outside_differentials(expr: Expr) -> set[Symbol]:
    """The symbols whose values are needed: ``dX`` does not need X."""
    found: set[Symbol] = set()
    seen: set[Expr] = set()
    stack = [expr]
    while stack:
        node = stack.pop()
        if node in seen or isinstance(node, n.Differential):
            continue
        seen.add(node)
        if isinstance(node, Symbol):
            found.add(node)
        stack.extend(node.children)
    return found


def _find(dim: Dim, candidates: Sequence[Symbol], families: dict[Symbol, list[Dim]]) -> _Size | None:
    for symbol in candidates:
        axes = [*families.get(symbol, ()), *symbol.shape]
        if dim in axes:
            return _Size(symbol, axes.index(dim))
    return None


def _fresh(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    taken.add(name)
    return name


# Not worth a line of their own: names, constants and views.
_CHEAP = (
    n.Number,
    n.Constant,
    n.DimNumber,
    n.Symbol,
    n.Identity,
    n.Zero,
    n.Ones,
    n.Unit,
    n.Fill,
    n.Entry,
    n.Differential,
)


def _shared(expr: Expr) -> list[Expr]:
    """The parts that are worth computing once, inner ones first; what varies with an index stays inside its sum."""
    uses: Counter[Expr] = Counter()
    order = list(postorder(expr))
    bound = {node.index for node in order if isinstance(node, n.IndexedSum)}
    memo: dict[Expr, frozenset[str]] = {}
    for node in order:
        uses.update(node.children)
    sliced = any(_is_any_unit(node) for node in order)
    return [
        node
        for node in order
        if uses[node] > 1
        and not _is_cheap(node)
        and not (bound & free_indices(node, memo))
        and not (sliced and any(_is_any_unit(part) for part in preorder(node)))
    ]


def _is_any_unit(node: Expr) -> bool:
    """``e_k`` with a letter."""
    return isinstance(node, n.Unit) and isinstance(node.data[0], str)


def _indices(expressions: Iterable[Expr]) -> frozenset[str]:
    """The index letters of the sums."""
    return frozenset(node.index for e in expressions for node in preorder(e) if isinstance(node, n.IndexedSum))


def _dimensions(expressions: Iterable[Expr]) -> set[str]:
    """The names of all sizes, those of parts included: the n of ``tr(I_n)`` is in no symbol and not in the whole."""
    found: set[str] = set()
    bound = {node.index for e in expressions for node in preorder(e) if isinstance(node, n.IndexedSum)}
    for node in (part for e in expressions for part in preorder(e)):
        if isinstance(node, n.DimNumber) and node.dim in bound:
            continue
        sizes: list[Dim] = [*node.shape]
        if isinstance(node, n.DimNumber):
            sizes.append(node.dim)
        elif isinstance(node, n.IndexedSum):
            sizes.append(node.upper)
        for dim in sizes:
            found |= set(dim.names) if isinstance(dim, DimProduct) else {dim} if isinstance(dim, str) else set()
    return found


def _families(expressions: Iterable[Expr]) -> dict[Symbol, list[Dim]]:
    """The symbols that stand for families, with the sizes of their leading axes."""
    uppers = {node.index: node.upper for e in expressions for node in preorder(e) if isinstance(node, n.IndexedSum)}
    found: dict[Symbol, list[Dim]] = {}
    for symbol in (s for e in expressions for s in symbols(e)):
        leading = [uppers[c] for c in symbol.name.partition("_")[2] if c in uppers and n.is_member(symbol, c)]
        if leading:
            found[symbol] = leading
    return found


def _is_cheap(node: Expr) -> bool:
    while isinstance(node, n.Transpose):
        node = node.children[0]
    if isinstance(node, n.Mul) and len(node.children) == 2 and isinstance(node.children[0], n.Number):
        return isinstance(node.children[1], _CHEAP)
    return isinstance(node, _CHEAP)
