"""Mathematical notation, the same for every target that is read by people: plain text, LaTeX and Typst.

`Notation` says how each node is written (what goes into brackets, where the minus stands, what becomes a superscript);
a target fills in how a superscript or a fraction is spelled.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.algebra.walk import symbols
from gradviz.typeset.roots import halves
from gradviz.typeset.structure import (
    Level,
    Piece,
    Writer,
    broadcasts,
    decimal_text,
    factor_level,
    is_plain,
    scientific,
    signed_number,
    split_number,
    sums_to_close,
)

__all__ = ["Notation"]

RAISED_FUNCTIONS = frozenset({"sin", "cos", "tan", "sinh", "cosh", "tanh"})
"""Functions whose powers are written on the name: sin^2(x)."""

_NAMED = {n.Trace: "tr", n.Determinant: "det", n.LogSumExp: "logsumexp", n.Softmax: "softmax", n.RowSoftmax: "softmax"}
"""Functions that are written as a name and their argument."""


class Notation(Writer):
    """The notation of textbooks in terms of a target's spellings."""

    plus = " + "
    binary_minus = " - "
    prime = ""
    """The mark of the derivative of a function of one variable, where it cannot be taken for a transpose."""
    nabla = "∇"
    nabla_squared = "∇²"
    hadamard_sign: str
    hadamard_slash: str
    kronecker_sign: str
    product_under_entrywise = Level.PRODUCT
    """What may stand beside an entrywise sign without brackets."""

    sums_behind_fractions = False
    """Whether ``(sum_i x_i)/n`` is written as ``1/n sum_i x_i``: where fractions have two floors."""

    # --- spellings of a target ---

    @abstractmethod
    def symbol(self, name: str) -> str:
        """A name."""

    def symbol_level(self, name: str) -> Level:
        """How tightly a name binds: one with a star takes no further superscript."""
        return Level.ATOM

    @abstractmethod
    def superscript(self, base: str, exponent: str) -> str: ...

    @abstractmethod
    def subscript(self, base: str, index: str) -> str: ...

    @abstractmethod
    def fraction(self, numerator: Piece, denominator: Piece) -> Piece: ...

    @abstractmethod
    def call(self, head: str, *arguments: str) -> str:
        """A function and its arguments in brackets."""

    @abstractmethod
    def operator(self, name: str) -> str:
        """The name of a function that is not in the table of entrywise functions: tr, det, ..."""

    @abstractmethod
    def function(self, name: str) -> str:
        """The name of an entrywise function."""

    @abstractmethod
    def indexed_sum(self, index: str, upper: str, body: str) -> str: ...

    @abstractmethod
    def join(self, sources: Sequence[str]) -> str:
        """Juxtaposed factors."""

    @abstractmethod
    def transposed(self, base: str) -> str: ...

    @abstractmethod
    def dim(self, dim: Dim) -> str:
        """A dimension."""

    @abstractmethod
    def constant(self, name: str) -> str: ...

    @abstractmethod
    def zero(self, rows: Dim, cols: Dim) -> str: ...

    @abstractmethod
    def ones(self, rows: Dim, cols: Dim) -> str: ...

    def under(self, node: Expr, source: str) -> str:
        """A factor with what is written under it (its shape, where a target shows shapes)."""
        return source

    # --- leaves ---

    def number(self, value: Fraction) -> Piece:
        """A number that is not negative: whole, a small fraction, a decimal, or with a power of ten."""
        mantissa, ten = scientific(value)
        if ten:
            return self.scientific(mantissa, ten)
        decimal = decimal_text(value)
        if decimal is not None:
            return Piece(decimal, Level.ATOM)
        return self.fraction(Piece(str(value.numerator), Level.ATOM), Piece(str(value.denominator), Level.ATOM))

    @abstractmethod
    def scientific(self, mantissa: str, ten: int) -> Piece:
        """``mantissa * 10^ten``."""

    def write_Number(self, node: n.Number, parts: list[Piece]) -> Piece:
        magnitude, negative = signed_number(node.value)
        piece = self.number(magnitude)
        return self.negated(piece) if negative else piece

    def write_Constant(self, node: n.Constant, parts: list[Piece]) -> Piece:
        return Piece(self.constant(node.name), Level.ATOM)

    def write_DimNumber(self, node: n.DimNumber, parts: list[Piece]) -> Piece:
        return Piece(self.dim(node.dim), Level.PRODUCT if isinstance(node.dim, DimProduct) else Level.ATOM)

    def write_Symbol(self, node: n.Symbol, parts: list[Piece]) -> Piece:
        return Piece(self.symbol(node.name), self.symbol_level(node.name))

    def write_Identity(self, node: n.Identity, parts: list[Piece]) -> Piece:
        return Piece(self.subscript("I", self.dim(node.shape.rows)), Level.ATOM)

    def write_Zero(self, node: n.Zero, parts: list[Piece]) -> Piece:
        return Piece("0" if node.is_scalar else self.zero(*node.shape), Level.ATOM)

    def write_Ones(self, node: n.Ones, parts: list[Piece]) -> Piece:
        return self._ones(node)

    def _ones(self, node: Expr) -> Piece:
        rows, cols = node.shape
        if rows == 1 and cols != 1:
            return Piece(self.transposed(self.ones(cols, 1)), Level.POSTFIX)
        return Piece(self.ones(rows, cols), Level.ATOM)

    def write_Unit(self, node: n.Unit, parts: list[Piece]) -> Piece:
        return Piece(self.subscript("e", str(node.data[0])), Level.ATOM)

    def write_Commutation(self, node: n.Commutation, parts: list[Piece]) -> Piece:
        m, k = node.data
        return Piece(self.subscript("K", f"{self.dim(m)},{self.dim(k)}"), Level.ATOM)

    # --- sums and products ---

    def write_Add(self, node: n.Add, parts: list[Piece]) -> Piece:
        pieces = [self._number_of(c, p, node.children) for c, p in zip(node.children, parts, strict=True)]
        if len(pieces) == 1:
            return pieces[0]
        for i in sums_to_close(node.children):
            pieces[i] = replace(pieces[i], source=self.bracket(pieces[i].source), level=Level.ATOM)
        out = self.whole(pieces[0])
        for piece in pieces[1:]:
            operand = piece.source if piece.negative else self.at(piece, Level.ENTRYWISE)
            out += (self.binary_minus if piece.negative else self.plus) + operand
        return Piece(out, Level.SUM)

    def _number_of(self, node: Expr, piece: Piece, siblings: Sequence[Expr]) -> Piece:
        """The piece of a term, where a number beside a matrix is just that number."""
        if broadcasts(node, siblings) and not symbols(node) and piece.inner is not None:
            return piece.inner
        return piece

    def write_Mul(self, node: n.Mul, parts: list[Piece]) -> Piece:
        number, taken = split_number(node)
        magnitude, negative = signed_number(number)
        children, pieces = node.children[taken:], parts[taken:]
        number_piece = parts[0].positive() if taken and magnitude != 1 else None
        if number_piece is None and len(pieces) == 1:
            return self.negated(pieces[0]) if negative else pieces[0]
        if not taken and pieces[0].negative:
            negative, pieces = True, [pieces[0].positive(), *pieces[1:]]
        sources = [] if number_piece is None else [self.at(number_piece, Level.PRODUCT)]
        open_end = (
            isinstance(children[-1], n.IndexedSum | n.Partial)
            and pieces[-1].level == Level.ENTRYWISE
            and not pieces[-1].negative
        )
        for i, (child, piece) in enumerate(zip(children, pieces, strict=True)):
            first = not sources
            level = Level.ENTRYWISE if open_end and i == len(children) - 1 else None
            if isinstance(child, n.LogDet) and i == len(children) - 1:
                level = Level.PRODUCT
            source = self.at(piece, level or factor_level(children, i, first=first))
            sources.append(self.under(child, source))
        ends = None
        if isinstance(children[-1], n.IndexedSum | n.Sum) and len(sources) > 1 and is_plain(children[:-1]):
            ends = self.join(sources[:-1]), sources[-1]
        return Piece(self.join(sources), Level.ENTRYWISE if open_end else Level.PRODUCT, negative, ends=ends)

    def write_Quotient(self, node: n.Quotient, parts: list[Piece]) -> Piece:
        top, bottom = parts
        if self.sums_behind_fractions and top.ends is not None and is_plain(node.children[1:]):  # a mean, as in papers
            before, total = top.ends
            piece = self.fraction(Piece(before or self.number(Fraction(1)).source, Level.PRODUCT), bottom)
            return Piece(self.join([piece.source, total]), min(top.level, Level.PRODUCT), top.negative)
        piece = self.fraction(top.positive(), bottom)
        return self.negated(piece) if top.negative else piece

    def write_Hadamard(self, node: n.Hadamard, parts: list[Piece]) -> Piece:
        return self._entrywise(node, parts, self.hadamard_sign)

    def write_HadamardQuotient(self, node: n.HadamardQuotient, parts: list[Piece]) -> Piece:
        return self._entrywise(node, parts, self.hadamard_slash)

    def _entrywise(self, node: Expr, parts: list[Piece], sign: str) -> Piece:
        pieces = [
            p.inner if p.inner is not None and broadcasts(c, node.children) else p
            for c, p in zip(node.children, parts, strict=True)
        ]
        if len(pieces) == 1:
            return pieces[0]
        negative = pieces[0].negative
        first = pieces[0].positive()
        grouped = isinstance(node, n.Hadamard) and isinstance(node.children[0], n.Hadamard)
        fits = first.level == Level.ENTRYWISE and sign == self.hadamard_sign and not grouped
        sources = [first.source if fits else self.at(first, self.product_under_entrywise)]
        sources += [self.at(p, self.product_under_entrywise) for p in pieces[1:]]
        sources = [self.under(c, s) for c, s in zip(node.children, sources, strict=True)]
        return Piece(sign.join(sources), Level.ENTRYWISE, negative)

    def write_Kronecker(self, node: n.Kronecker, parts: list[Piece]) -> Piece:
        sources = [self.under(c, self.at(p, Level.POSTFIX)) for c, p in zip(node.children, parts, strict=True)]
        return Piece(self.kronecker_sign.join(sources), Level.KRONECKER)

    def write_Fill(self, node: n.Fill, parts: list[Piece]) -> Piece:
        """A scalar in every entry; beside something of its shape a parent writes `inner`."""
        ones, value = self._ones(node), parts[0]
        if node.children[0] is n.ONE:
            return replace(ones, inner=value)
        source = self.join([self.at(value.positive(), Level.PRODUCT), ones.source])
        return Piece(source, Level.PRODUCT, value.negative, inner=value)

    def write_Inner(self, node: n.Inner, parts: list[Piece]) -> Piece:
        return Piece(self.angle(self.whole(parts[0]), self.whole(parts[1])), Level.ATOM)

    @abstractmethod
    def angle(self, left: str, right: str) -> str: ...

    # --- superscripts ---

    def exponent(self, node: Expr, piece: Piece) -> str:
        """An exponent; numbers stay on one line."""
        if isinstance(node, n.Number) and node.value.denominator != 1:
            return str(node.value)
        return self.whole(piece)

    def write_Power(self, node: n.Power, parts: list[Piece]) -> Piece:
        base, exponent = node.children
        raised = self.exponent(exponent, parts[1])
        whole_number = isinstance(exponent, n.Number) and exponent.value.denominator == 1 and exponent.value > 1
        if isinstance(base, n.Apply) and base.function in RAISED_FUNCTIONS and whole_number and parts[0].inner:
            head = self.superscript(self.function(base.function), raised)
            return Piece(self.call(head, self.whole(parts[0].inner)), Level.POSTFIX)
        return Piece(self.superscript(self._power_base(base, parts[0]), raised), Level.POSTFIX)

    def _power_base(self, base: Expr, piece: Piece) -> str:
        """What is raised to a power: an entry goes without brackets, ``x_k^2``."""
        lettered = isinstance(base, n.Entry) and isinstance(base.row, str) and isinstance(base.children[0], n.Symbol)
        return self.at(piece, Level.POSTFIX if lettered else Level.ATOM)

    def write_MatrixPower(self, node: n.MatrixPower, parts: list[Piece]) -> Piece:
        if (half := halves(node)) and (base := parts[0].inner) is not None:  # X^(3/2)
            return Piece(self.superscript(self.at(base, Level.ATOM), str(half)), Level.POSTFIX, inner=base)
        raised = self.superscript(self.at(parts[0], Level.ATOM), str(node.exponent))
        return Piece(raised, Level.POSTFIX, inner=parts[0])

    def write_LetterPower(self, node: n.LetterPower, parts: list[Piece]) -> Piece:
        raised = self.superscript(self.at(parts[0], Level.ATOM), self.exponent(node.children[1], parts[1]))
        return Piece(raised, Level.POSTFIX)

    def write_HadamardPower(self, node: n.HadamardPower, parts: list[Piece]) -> Piece:
        raised = self.exponent(node.children[1], parts[1])
        return Piece(self.entrywise_superscript(self.at(parts[0], Level.ATOM), raised), Level.POSTFIX)

    @abstractmethod
    def entrywise_superscript(self, base: str, exponent: str) -> str: ...

    @abstractmethod
    def inverse_transposed(self, base: str) -> str: ...

    @abstractmethod
    def power_transposed(self, base: str, exponent: str) -> str:
        """``X^{-2\\top}``."""

    def write_Transpose(self, node: n.Transpose, parts: list[Piece]) -> Piece:
        argument = node.children[0]
        if isinstance(argument, n.Inverse) and parts[0].inner is not None:
            power = argument.children[0]
            if isinstance(power, n.MatrixPower):
                base = self.at(parts[0].inner, Level.ATOM)
                return Piece(self.power_transposed(base, f"-{power.exponent}"), Level.POSTFIX)
            return Piece(self.inverse_transposed(self.at(parts[0].inner, Level.ATOM)), Level.POSTFIX)
        return Piece(self.transposed(self.at(parts[0], Level.ATOM)), Level.POSTFIX, inner=parts[0])

    def write_Inverse(self, node: n.Inverse, parts: list[Piece]) -> Piece:
        argument = node.children[0]
        if isinstance(argument, n.Transpose) and parts[0].inner is not None:
            return Piece(self.inverse_transposed(self.at(parts[0].inner, Level.ATOM)), Level.POSTFIX)
        power = halves(argument) or (argument.exponent if isinstance(argument, n.MatrixPower) else None)
        if power is not None and (base := parts[0].inner) is not None:  # X^-2, X^(-1/2)
            return Piece(self.superscript(self.at(base, Level.ATOM), f"-{power}"), Level.POSTFIX, inner=base)
        return Piece(self.superscript(self.at(parts[0], Level.ATOM), "-1"), Level.POSTFIX, inner=parts[0])

    def write_Entry(self, node: n.Entry, parts: list[Piece]) -> Piece:
        row, col = node.data
        shape = node.children[0].shape
        shown = (row,) if shape.cols == 1 else (col,) if shape.rows == 1 else (row, col)
        base = self.at(parts[0], Level.ATOM)
        if any(isinstance(index, str) for index in shown):
            return Piece(self.lettered_entry(node.children[0], base, self.indices(*shown)), Level.POSTFIX)
        return Piece(self.entry(node.children[0], base, ",".join(map(str, shown))), Level.POSTFIX)

    def lettered_entry(self, node: Expr, base: str, indices: str) -> str:
        """An entry whose place is a letter: ``x_k``, ``(A x)_i``, ``(W_1)_ij``."""
        if isinstance(node, n.Symbol) and ("_" in base or base[-1:].isdigit()):
            base = self.bracket(base)
        return self.subscript(base, indices)

    def indices(self, *indices: n.Index) -> str:
        """Indices beside one another; with a comma where one has more than one sign."""
        written = [str(index) for index in indices]
        return self.beside.join(written) if all(len(i) == 1 for i in written) else ",".join(written)

    beside = ""
    """Between two indices of one letter."""

    def write_Delta(self, node: n.Delta, parts: list[Piece]) -> Piece:
        return Piece(self.subscript(self.delta, self.indices(*node.data)), Level.POSTFIX)

    delta = "δ"
    partial = "∂"

    def write_Partial(self, node: n.Partial, parts: list[Piece]) -> Piece:
        """``∂x_k/∂x_i`` of an entry or a symbol, ``∂/∂x_i (...)`` of anything longer."""
        body = node.children[0]
        below = Piece(self.partial + parts[1].source, Level.POSTFIX)
        if isinstance(body, n.Partial):  # the left side of a second derivative
            inner = [self.whole(self.memo[c]) for c in body.children]
            twice = Piece(self.join([self.superscript(self.partial.strip(), "2"), inner[0]]), Level.POSTFIX)
            by_both = self.join([self.partial + parts[1].source, self.partial + inner[1]])
            return self.fraction(twice, Piece(by_both, Level.POSTFIX))
        if isinstance(body, n.Symbol) or (isinstance(body, n.Entry) and isinstance(body.children[0], n.Symbol)):
            return Piece(
                self.fraction(Piece(self.partial + parts[0].source, Level.POSTFIX), below).source, Level.POSTFIX
            )
        operator = self.fraction(Piece(self.partial, Level.POSTFIX), below).source
        if isinstance(body, n.IndexedSum):
            return Piece(self.join([operator, self.whole(parts[0])]), Level.ENTRYWISE)
        return Piece(self.join([operator, self.at(parts[0], Level.ATOM)]), Level.ENTRYWISE)

    def write_NamedDerivative(self, node: n.NamedDerivative, parts: list[Piece]) -> Piece:
        of, by, _, _, gradient = node.data
        if gradient:
            return Piece(self.join([self.subscript(self.nabla, self.symbol(by)), self.symbol(of)]), Level.POSTFIX)
        above, below = (Piece(self.partial + self.symbol(name), Level.POSTFIX) for name in (of, by))
        return Piece(self.fraction(above, below).source, Level.POSTFIX)

    @abstractmethod
    def entry(self, node: Expr, base: str, index: str) -> str: ...

    # --- functions ---

    def _operator(self, name: str, part: Piece) -> Piece:
        return Piece(self.call(self.operator(name), self.whole(part)), Level.ATOM)

    def write_Trace(self, node: Expr, parts: list[Piece]) -> Piece:
        return self._operator(_NAMED[type(node)], parts[0])

    write_Determinant = write_LogSumExp = write_Softmax = write_RowSoftmax = write_Trace

    def write_FunctionChange(self, node: n.FunctionChange, parts: list[Piece]) -> Piece:
        return Piece(self.call(self.subscript("L", self.operator(node.function)), *map(self.whole, parts)), Level.ATOM)

    def write_LogDet(self, node: n.LogDet, parts: list[Piece]) -> Piece:
        return self._operator("logdet", parts[0])

    def write_MatrixFunction(self, node: n.MatrixFunction, parts: list[Piece]) -> Piece:
        if half := halves(node):
            return Piece(self.superscript(self.at(parts[0], Level.ATOM), str(half)), Level.POSTFIX, inner=parts[0])
        return self._operator(node.function, parts[0])

    def write_Sum(self, node: n.Sum, parts: list[Piece]) -> Piece:
        piece = self._operator("sum", parts[0])
        return replace(piece, ends=("", piece.source))

    def write_Extreme(self, node: n.Extreme, parts: list[Piece]) -> Piece:
        return self._operator(node.kind, parts[0])

    def write_Larger(self, node: n.Larger, parts: list[Piece]) -> Piece:
        pieces = [self._number_of(c, p, node.children) for c, p in zip(node.children, parts, strict=True)]
        return Piece(self.call(self.operator(node.kind), *map(self.whole, pieces)), Level.ATOM)

    def write_ExtremeUnit(self, node: n.ExtremeUnit, parts: list[Piece]) -> Piece:
        return Piece(self.subscript("e", self.call(self.operator(f"arg{node.kind}"), self.whole(parts[0]))), Level.ATOM)

    def write_Eigenvalue(self, node: n.Eigenvalue | n.Eigenvector, parts: list[Piece]) -> Piece:
        letter = "lambda" if isinstance(node, n.Eigenvalue) else "v"
        return Piece(self.call(self.spectral(letter, node.kind), self.whole(parts[0])), Level.ATOM)

    write_Eigenvector = write_Eigenvalue

    def spectral(self, letter: str, kind: str) -> str:
        """The name of an eigenvalue (eigenvector), with which end of the spectrum it is of below."""
        return self.subscript(self.symbol(letter), self.operator(kind))

    def write_IndexedSum(self, node: n.IndexedSum, parts: list[Piece]) -> Piece:
        bare = isinstance(node.children[0], n.IndexedSum | n.Partial | n.Mul) and not parts[0].negative
        body = self.at(parts[0], Level.ENTRYWISE if bare else Level.PRODUCT)
        source = self.indexed_sum(node.index, self.dim(node.upper), body)
        return Piece(source, Level.ENTRYWISE, ends=("", source))

    def write_Unspecified(self, node: n.Unspecified, parts: list[Piece]) -> Piece:
        name = self.symbol(node.name)
        if node.order == 1 and node.data[1] != 1:
            name = self.subscript(self.symbol("J"), name)
        elif node.order and node.children[0].is_scalar and self.prime:
            name = name + self.prime * node.order
        elif node.order:
            name = (self.nabla if node.order == 1 else self.nabla_squared) + name
        return Piece(self.call(name, self.whole(parts[0])), Level.ATOM)

    def write_Diag(self, node: n.Diag, parts: list[Piece]) -> Piece:
        return self._operator("diag", parts[0])

    def write_DiagonalOf(self, node: n.DiagonalOf, parts: list[Piece]) -> Piece:
        return self._operator("diag", parts[0])

    def write_Vec(self, node: n.Vec, parts: list[Piece]) -> Piece:
        return self._operator("vec", parts[0])

    def write_Unvec(self, node: n.Unvec, parts: list[Piece]) -> Piece:
        return Piece(self.unvec(self.whole(parts[0]), *node.data), Level.ATOM)

    @abstractmethod
    def unvec(self, stacked: str, rows: Dim, cols: Dim) -> str:
        """The inverse of vec for matrices of a shape."""

    def write_Apply(self, node: n.Apply, parts: list[Piece]) -> Piece:
        if node.function == "sqrt" and (root := self.root(self.whole(parts[0]))):
            return Piece(root, Level.ATOM)
        if node.function == "abs" and node.is_scalar and (absolute := self.absolute(self.whole(parts[0]))):
            return Piece(absolute, Level.ATOM)
        return Piece(self.call(self.function(node.function), self.whole(parts[0])), Level.ATOM, inner=parts[0])

    def write_Norm(self, node: n.Norm, parts: list[Piece]) -> Piece:
        return Piece(self.norm(self.whole(parts[0]), node.kind, node.children[0]), Level.ATOM)

    def root(self, source: str) -> str:
        """A square root, or "" where it is written like other functions."""
        return ""

    def absolute(self, source: str) -> str:
        """An absolute value, or "" where it is written like other functions."""
        return ""

    @abstractmethod
    def norm(self, source: str, kind: str, argument: Expr) -> str: ...

    def write_Matrix(self, node: n.Matrix, parts: list[Piece]) -> Piece:
        rows, cols = node.data
        entries = [self.whole(p) for p in parts]
        return Piece(self.matrix([entries[r * cols : (r + 1) * cols] for r in range(rows)]), Level.ATOM)

    @abstractmethod
    def matrix(self, rows: list[list[str]]) -> str: ...

    def write_Differential(self, node: n.Differential, parts: list[Piece]) -> Piece:
        if isinstance(node.argument, n.Symbol):
            return Piece(self.differential(parts[0].source), parts[0].level)
        return Piece(self.differential(self.bracket(self.whole(parts[0]))), Level.ATOM)

    @abstractmethod
    def differential(self, source: str) -> str: ...
