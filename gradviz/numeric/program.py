"""A compiled expression: a list of operations, and the loops that run it on many points or on one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import SCALAR, Shape
from gradviz.numeric import kernels
from gradviz.numeric.kernels import Array

__all__ = ["Compiled", "Operation", "Result"]

CHUNK = 65_536
"""Numbers in the widest intermediate array: 512 KB, of which a few stay in the cache; with smaller
pieces the loop over the operations costs more than the cache saves."""
SMALLEST_CHUNK = 64
WIDE = 500
"""Numbers for a point, as sums over data have them, from which arrays are kept to be written again. Narrower ones are
faster where the last one was, which is still in the cache.
"""
MOST_NUMBERS = 2**22


@dataclass(frozen=True, slots=True)
class Operation:
    name: str
    parameters: tuple[int, ...]
    run: Callable[..., Any]
    inputs: tuple[int, ...]
    output: int
    dead: tuple[int, ...] = ()
    """Registers that nothing reads after this operation."""
    over: int | None = None
    """A register among them into whose array the result may be written."""


class Result(NamedTuple):
    """Where an expression's value is found, and its size."""

    register: int
    size: tuple[int, int]


class Loop(NamedTuple):
    """What is run for many points: operations in order, and the registers before the first of them."""

    operations: tuple[Operation, ...]
    template: list[Any]


class Compiled:
    """A program for some expressions.

    Attributes
    ----------
    expressions : what it computes.
    variables : its arguments.
    widest : numbers in the largest array that one point needs.
    """

    def __init__(
        self,
        expressions: tuple[Expr, ...],
        variables: tuple[Symbol, ...],
        shapes: Sequence[tuple[int, int]],
        template: list[Any],
        operations: Sequence[Operation],
        results: Sequence[Result],
        widest: int,
        grid: Loop,
    ) -> None:
        self.expressions = expressions
        self.variables = variables
        self._shapes = tuple(shapes)
        self._template = template
        self._operations = tuple(operations)
        self._grid = grid
        self._steps = [
            (op.run, op.inputs, op.output, op.dead, op.over, op.name in kernels.IN_PLACE, op.name in kernels.TAKES_OUT)
            for op in grid.operations
        ]
        self._results = tuple(results)
        self.widest = widest
        self._chunk = max(CHUNK // widest, min(SMALLEST_CHUNK, MOST_NUMBERS // widest), 1)
        self._floats = _float_program(self)

    @property
    def operations(self) -> tuple[Operation, ...]:
        """What is done, in order; the registers of the arguments come first."""
        return self._operations

    @property
    def grid(self) -> Loop:
        """The same for many points, in fewer passes over memory."""
        return self._grid

    @property
    def template(self) -> list[Any]:
        """The registers before the first operation: the constants, and None for what is filled in."""
        return self._template.copy()

    @property
    def results(self) -> tuple[Result, ...]:
        """Where the expressions' values are found after the last operation."""
        return self._results

    @property
    def shapes(self) -> tuple[tuple[int, int], ...]:
        """The variables' sizes."""
        return self._shapes

    def __call__(self, *arguments: Any) -> tuple[Array, ...]:
        """The values at many points.

        Parameters
        ----------
        *arguments : one array a variable with the points along the last axis: (B,) for a scalar, (n, B)
            for a vector, (m, n, B) for a matrix or row vector.

        Returns
        -------
        tuple of arrays
            One an expression, in the same layout. NaN and infinity where it is undefined; a value never
            raises.
        """
        inputs = [
            np.asarray(a, dtype=float).reshape(*shape, -1) for a, shape in zip(arguments, self._shapes, strict=True)
        ]
        batch = inputs[0].shape[2] if inputs else 1
        if any(a.shape[2] != batch for a in inputs):
            raise ValueError("every argument needs the same number of points")
        if batch <= self._chunk:
            return tuple(
                _unpacked(np.broadcast_to(v, (*r.size, batch)), e.shape)
                for v, r, e in zip(self._run(inputs), self._results, self.expressions, strict=True)
            )
        out = [
            np.broadcast_to(self._template[r.register], (*r.size, batch))
            if self._template[r.register] is not None
            else np.empty((*r.size, batch))
            for r in self._results
        ]
        filled = [(r.register, whole) for r, whole in zip(self._results, out, strict=True) if whole.flags.writeable]
        spare: dict[int, Array] | None = {} if self.widest >= WIDE else None
        for start in range(0, batch, self._chunk):
            part = slice(start, start + self._chunk)
            targets = {register: whole[:, :, part] for register, whole in filled}
            values = self._run([a[:, :, part] for a in inputs], targets, spare)
            for whole, value in zip(out, values, strict=True):
                # What an operation wrote into its place is there; a second result of the same register is copied.
                if whole.flags.writeable and not np.may_share_memory(whole, value):
                    whole[:, :, part] = value
        return tuple(_unpacked(v, e.shape) for v, e in zip(out, self.expressions, strict=True))

    def at(self, *values: Any) -> tuple[float | Array, ...]:
        """The values at one point: floats for scalars, (n,) for vectors, 2-D arrays for the rest."""
        if self._floats is not None:
            found = self._floats(values)
            if found is not None:
                return found
        inputs = [np.asarray(v, dtype=float).reshape(*shape, 1) for v, shape in zip(values, self._shapes, strict=True)]
        found_arrays = self._run(inputs)
        return tuple(
            float(v[0, 0, 0]) if e.shape == SCALAR else np.array(v[:, 0, 0] if e.shape.is_column else v[:, :, 0])
            for v, e in zip(found_arrays, self.expressions, strict=True)
        )

    def overflows_at(self, *values: Any) -> bool:
        """Whether a number on the way to the values at one point is too large for a float: what is not a number there
        may be one all the same.
        """
        registers = self._template.copy()
        inputs = [np.asarray(v, dtype=float).reshape(*shape, 1) for v, shape in zip(values, self._shapes, strict=True)]
        registers[: len(inputs)] = inputs
        try:
            with np.errstate(all="ignore", over="raise"):
                for op in self._operations:
                    registers[op.output] = op.run(*[registers[i] for i in op.inputs])
        except FloatingPointError:
            return True
        return False

    def _run(
        self,
        inputs: Sequence[Array],
        targets: Mapping[int, Array] | None = None,
        spare: dict[int, Array] | None = None,
    ) -> list[Array]:
        """The results' values; entrywise operations write those of `targets` where they are wanted.

        `spare` holds by register what was made for the points before: to write it again costs a third of having the
        system find and clear memory for each array.
        """
        registers = self._grid.template.copy()
        wanted = targets or {}
        registers[: len(inputs)] = inputs
        with np.errstate(all="ignore"):
            for run, sources, target, dead, over, into, takes in self._steps:
                if into and target in wanted:
                    registers[target] = run(*[registers[i] for i in sources], out=wanted[target])
                elif over is None and takes and spare is not None:
                    operands = [registers[i] for i in sources]
                    room = spare.get(target)
                    if room is not None and room.shape[2] != max(a.shape[2] for a in operands):
                        room = None  # the last points are fewer
                    spare[target] = registers[target] = run(*operands, out=room)
                elif over is None:
                    registers[target] = run(*[registers[i] for i in sources])
                else:
                    registers[target] = run(*[registers[i] for i in sources], out=registers[over])
                for register in dead:
                    registers[register] = None
        return [registers[r.register] for r in self._results]


def _unpacked(value: Array, shape: Shape) -> Array:
    if shape == SCALAR:
        return np.asarray(value[0, 0])
    return np.asarray(value[:, 0]) if shape.is_column else value


# --- one point, on floats --------------------


def _float_program(compiled: Compiled) -> Callable[[Sequence[Any]], tuple[float | Array, ...] | None] | None:
    """The program on Python floats, or None where it has matrices in it.

    The program gives None at a point where an operation raises or the outcome is not finite; NumPy then says
    what it is there.
    """
    template: list[Any] = []
    for value in compiled._template:
        if value is not None and value.shape != (1, 1, 1):
            return None
        template.append(None if value is None else float(value[0, 0, 0]))
    # Registers that hold a tuple of entries, row by row, and the number of columns of each.
    vectors = {i: cols for i, (rows, cols) in enumerate(compiled._shapes) if (rows, cols) != (1, 1)}
    steps: list[tuple[Callable[..., Any], tuple[int, ...], int]] = []
    for op in compiled._operations:
        if op.name == "entry" and op.inputs[0] in vectors:
            position = op.parameters[0] * vectors[op.inputs[0]] + op.parameters[1]
            steps.append((lambda a, i=position: a[i], op.inputs, op.output))
        elif op.name == "stack":
            steps.append((lambda *entries: entries, op.inputs, op.output))
            vectors[op.output] = op.parameters[1]
        elif op.name in kernels.TUPLE and op.inputs[0] in vectors:
            steps.append((kernels.TUPLE[op.name], op.inputs, op.output))
            if op.name in {"shifted_exp", "over"}:
                vectors[op.output] = vectors[op.inputs[0]]
        elif op.name in kernels.FLOAT and not any(i in vectors for i in op.inputs):
            steps.append((kernels.FLOAT[op.name], op.inputs, op.output))
        else:
            return None
    size = len(compiled._shapes)
    kinds = [(r.register, e.shape, r.size) for r, e in zip(compiled._results, compiled.expressions, strict=True)]
    isfinite = np.isfinite

    def run(values: Sequence[Any]) -> tuple[float | Array, ...] | None:
        registers = template.copy()
        registers[:size] = [
            np.asarray(v, dtype=float).ravel().tolist() if i in vectors else float(v) for i, v in enumerate(values)
        ]
        try:
            for operation, sources, target in steps:
                registers[target] = operation(*[registers[i] for i in sources])
        except (ArithmeticError, ValueError):
            return None
        found: list[float | Array] = []
        for register, shape, size_ in kinds:
            value = registers[register]
            if shape == SCALAR:
                if value - value != 0:
                    return None
                found.append(value)
            else:
                array = np.array(value if isinstance(value, tuple | list) else [value])
                if not isfinite(array).all():
                    return None
                found.append(array if shape.is_column else array.reshape(size_))
        return tuple(found)

    return run
