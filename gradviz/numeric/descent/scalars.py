"""A compiled program unrolled into arithmetic on Python floats: at one point ten times faster than small arrays.

Every entry of every register becomes a slot in a list of floats, and every operation a closure that reads and writes
slots. What has no unrolled form (a large matrix, an inverse) has no program here, and callers use arrays.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from gradviz.numeric import kernels
from gradviz.numeric.descent.fused import FUSED, Instruction, in_turn
from gradviz.numeric.program import Compiled

__all__ = ["ScalarProgram", "unrolled"]

MOST_OPERATIONS = 600
"""Beyond it arrays are faster."""


class ScalarProgram:
    """Some expressions at one point, on floats.

    An instance owns its registers: use it from one thread at a time.

    Attributes
    ----------
    inputs : the number of coordinates of a point: the variables' entries, each variable column by column.
    registers : the coordinates first; the rest is working memory and constants.
    work_out : does to the registers all that is to be done.
    results : the registers that hold the values afterwards.
    """

    def __init__(self, inputs: int, template: Sequence[float], work_out: Instruction, results: Sequence[int]) -> None:
        self.inputs = inputs
        self.registers = list(template)
        self.work_out = work_out
        self.results = tuple(results)

    def another(self) -> ScalarProgram:
        """The same with registers of its own, for another thread."""
        return ScalarProgram(self.inputs, self.registers, self.work_out, self.results)

    def evaluator(self) -> Callable[..., tuple[float, ...]]:
        """A function of the coordinates, one argument each.

        It raises ArithmeticError or ValueError where a part is undefined; NumPy then says what it is there.
        """
        registers, work_out = self.registers, self.work_out
        pick: Any = itemgetter(*self.results) if len(self.results) > 1 else None
        only = self.results[0]
        count = self.inputs
        if count == 2 and pick:

            def run_plane(x: float, y: float) -> tuple[float, ...]:
                registers[0] = x
                registers[1] = y
                work_out(registers)
                return pick(registers)  # type: ignore[no-any-return]

            return run_plane

        def run(*point: float) -> tuple[float, ...]:
            registers[:count] = point
            work_out(registers)
            return pick(registers) if pick else (registers[only],)

        return run


def unrolled(compiled: Compiled) -> ScalarProgram | None:
    """The program on floats, or None where it has none or would be too long."""
    maker = _Unroller(compiled)
    try:
        return maker.program()
    except _NotUnrolledError:
        return None


class _NotUnrolledError(Exception):
    """An operation without an unrolled form."""


_Block = tuple[int, int, list[int]]
"""Rows, columns, and the slots of the entries, row by row."""


class _Unroller:
    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self.inputs = sum(r * c for r, c in compiled.shapes)
        self.template: list[float] = [0.0] * self.inputs
        self.code: list[tuple[str, tuple[int, ...], int]] = []
        self.numbers: dict[float, int] = {}
        self.constants: dict[int, float] = {}

    def program(self) -> ScalarProgram:
        blocks: dict[int, _Block] = {}
        start = 0
        for i, (rows, cols) in enumerate(self.compiled.shapes):
            blocks[i] = (rows, cols, [start + c * rows + r for r in range(rows) for c in range(cols)])
            start += rows * cols
        for i, value in enumerate(self.compiled.template):
            if value is not None:
                if value.size > MOST_OPERATIONS:
                    raise _NotUnrolledError
                rows, cols = value.shape[:2]
                blocks[i] = (rows, cols, [self.constant(v) for v in value[:, :, 0].ravel().tolist()])
        for op in self.compiled.operations:
            blocks[op.output] = self.apply(op.name, op.parameters, [blocks[i] for i in op.inputs])
            if len(self.code) > MOST_OPERATIONS:
                raise _NotUnrolledError
        results = []
        for found in self.compiled.results:
            rows, cols, slots = blocks[found.register]
            results += [slots[r * cols + c] for c in range(cols) for r in range(rows)]
        return ScalarProgram(self.inputs, self.template, in_turn(_linked(self.code, results)), results)

    def constant(self, value: float) -> int:
        slot = self.numbers.get(value) if value else None  # 0.0 and -0.0 are equal and not the same
        if slot is None:
            self.template.append(value)
            slot = len(self.template) - 1
            self.numbers[value] = slot
            self.constants[slot] = value
        return slot

    def emit(self, name: str, *sources: int) -> int:
        self.template.append(0.0)
        self.code.append((name, sources, len(self.template) - 1))
        return len(self.template) - 1

    def times(self, a: int, b: int) -> int:
        if self.constants.get(a) == 1.0:
            return b
        if self.constants.get(b) == 1.0:
            return a
        return self.emit("multiply", a, b)

    def total(self, slots: Sequence[int]) -> int:
        result = slots[0]
        for slot in slots[1:]:
            result = self.emit("add", result, slot)
        return result

    def apply(self, name: str, parameters: tuple[int, ...], inputs: list[_Block]) -> _Block:
        rows, cols, a = inputs[0]
        match name:
            case "stack":
                return (parameters[0], parameters[1], [s[0] for _, _, s in inputs])
            case "entry":
                return (1, 1, [a[parameters[0] * cols + parameters[1]]])
            case "fill":
                return (parameters[0], parameters[1], a * (parameters[0] * parameters[1] // len(a)))
            case "transpose":
                return (cols, rows, [a[r * cols + c] for c in range(cols) for r in range(rows)])
            case "vec":
                return (rows * cols, 1, [a[r * cols + c] for c in range(cols) for r in range(rows)])
            case "unvec":
                m, k = parameters
                return (m, k, [a[c * m + r] for r in range(m) for c in range(k)])
            case "trace":
                return (1, 1, [self.total([a[i * cols + i] for i in range(rows)])])
            case "diagonal":
                return (rows, 1, [a[i * cols + i] for i in range(rows)])
            case "diag":
                zero = self.constant(0.0)
                return (rows, rows, [a[r] if r == c else zero for r in range(rows) for c in range(rows)])
            case "matmul":
                return self.matmul(inputs[0], inputs[1])
            case "inner":
                return (1, 1, [self.total([self.times(p, q) for p, q in zip(a, inputs[1][2], strict=True)])])
            case "total":
                return (1, 1, [self.total(a)])
            case "norm1":
                return (1, 1, [self.total([self.emit("abs", s) for s in a])])
            case "norm2":
                return (1, 1, [self.emit("norm", *a)])
            case "top" | "largest" | "smallest":
                return (1, 1, [self.emit("least" if name == "smallest" else "most", *a)])
            case "determinant" if rows == 2:
                return (1, 1, [self.determinant(a)])
            case "inverse" if rows <= 2:
                return self.inverse(inputs[0])
            case "shifted_exp":
                return (rows, cols, [self.emit("exp", self.emit("subtract", s, inputs[1][2][0])) for s in a])
        name = "divide" if name == "over" else name
        if name in _TWO and len(inputs) == 2:
            return self.pairs(name, inputs[0], inputs[1])
        if name in _ONE and len(inputs) == 1:
            return (rows, cols, [self.emit(name, s) for s in a])
        raise _NotUnrolledError

    def pairs(self, name: str, left: _Block, right: _Block) -> _Block:
        rows, cols = max(left[0], right[0]), max(left[1], right[1])

        def spread(block: _Block) -> list[int]:
            r, c, slots = block
            return [slots[(i if r > 1 else 0) * c + (j if c > 1 else 0)] for i in range(rows) for j in range(cols)]

        make = self.times if name == "multiply" else lambda p, q: self.emit(name, p, q)
        return (rows, cols, [make(p, q) for p, q in zip(spread(left), spread(right), strict=True)])

    def matmul(self, left: _Block, right: _Block) -> _Block:
        (m, k, a), (_, c, b) = left, right
        if m * k * c > MOST_OPERATIONS:
            raise _NotUnrolledError
        return (
            m,
            c,
            [
                self.total([self.times(a[i * k + t], b[t * c + j]) for t in range(k)])
                for i in range(m)
                for j in range(c)
            ],
        )

    def determinant(self, a: list[int]) -> int:
        return self.emit("subtract", self.emit("multiply", a[0], a[3]), self.emit("multiply", a[1], a[2]))

    def inverse(self, block: _Block) -> _Block:
        rows, cols, a = block
        if rows == 1:
            return (1, 1, [self.emit("reciprocal", a[0])])
        det = self.determinant(a)
        entries = [a[3], self.emit("negative", a[1]), self.emit("negative", a[2]), a[0]]
        return (rows, cols, [self.emit("divide", e, det) for e in entries])


# --- instructions --------------------

_TWO = {"add", "subtract", "multiply", "divide", "power"}
_ONE = {name for name in kernels.FLOAT if name not in _TWO}
_SIGNS = {"add": "+", "subtract": "-", "multiply": "*"}
_MANY: dict[str, Callable[..., Any]] = {"norm": lambda v: math.hypot(*v), "most": max, "least": min}


def _divide(a: int, b: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] / r[b]

    return run


def _negative(a: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = -r[a]

    return run


def _called(function: Callable[..., Any], a: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = function(r[a])

    return run


def _called_with_two(function: Callable[..., Any], a: int, b: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = function(r[a], r[b])

    return run


def _called_with_many(function: Callable[..., Any], sources: tuple[int, ...], t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = function([r[i] for i in sources])

    return run


_Code = tuple[str, tuple[int, ...], int]


def _linked(code: Sequence[_Code], results: Sequence[int]) -> list[Instruction]:
    """The instructions that the results need, sums and products that are read once fused with what reads them."""
    uses = Counter(results)
    kept: list[_Code] = []
    for name, sources, target in reversed(code):
        if uses[target]:
            if name == "square":
                name, sources = "multiply", sources * 2
            uses.update(sources)
            kept.append((name, sources, target))
    kept.reverse()
    single = {slot for slot, times in uses.items() if times == 1 and slot not in results}
    trees: dict[int, tuple[str, tuple[int, ...]]] = {}
    absorbed: set[int] = set()
    for name, sources, target in kept:
        if name in _SIGNS:
            trees[target], inner = _widest(_SIGNS[name], sources, trees, single)
            absorbed.update(inner)
    return [
        FUSED[trees[t][0]](*trees[t][1], t) if t in trees else _instruction(name, sources, t)
        for name, sources, t in kept
        if t not in absorbed
    ]


def _widest(
    sign: str, sources: tuple[int, ...], trees: dict[int, tuple[str, tuple[int, ...]]], single: set[int]
) -> tuple[tuple[str, tuple[int, ...]], tuple[int, ...]]:
    """The signature and operands of the largest fused instruction, and which operands it takes in."""
    a, b = sources
    best: tuple[tuple[str, tuple[int, ...]], tuple[int, ...]] = ((sign + "..", (a, b)), ())
    for inner in ((a,), (b,), (a, b)):
        if all(slot in trees and slot in single for slot in inner):
            (left, p), (right, q) = (trees[s] if s in inner else (".", (s,)) for s in (a, b))
            signature = sign + left + right
            if signature in FUSED and len(p + q) > len(best[0][1]):
                best = ((signature, p + q), inner)
    return best


def _instruction(name: str, sources: tuple[int, ...], target: int) -> Instruction:
    if name == "divide":
        return _divide(sources[0], sources[1], target)
    if name == "negative":
        return _negative(sources[0], target)
    if name in _MANY:
        return _called_with_many(_MANY[name], sources, target)
    if len(sources) == 2:
        return _called_with_two(kernels.FLOAT[name], sources[0], sources[1], target)
    return _called(kernels.FLOAT[name], sources[0], target)
