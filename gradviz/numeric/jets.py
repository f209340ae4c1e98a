"""Derivatives of a compiled expression along lines: its operations carried out on power series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from gradviz.numeric import series_scalar
from gradviz.numeric.binding import Array
from gradviz.numeric.compile import CompileError
from gradviz.numeric.program import Compiled
from gradviz.numeric.series import SERIES, Rule, Series
from gradviz.sentences import say

__all__ = ["along"]

CHUNK, NUMBERS = 4_096, 2_000_000
"""Points times order that are carried through the program together, and numbers in the widest array of theirs."""
PARAMETRIC = {"stack", "unvec", "entry", "fill"}


def along(
    program: Compiled,
    points: Sequence[Array],
    directions: Sequence[Array],
    order: int,
    table: Mapping[str, Rule] = SERIES,
) -> list[list[Array]]:
    """The Taylor coefficients of ``s -> F(x + s u)`` at ``s = 0``, exact to rounding.

    Parameters
    ----------
    program : the compiled expressions F.
    points, directions : one array a variable, of shape (rows, cols, B), or (rows, cols, 1) for the same in all B.
    order : the highest coefficient wanted.
    table : the twins of the operations.

    Returns
    -------
    list of lists of arrays
        For each expression its coefficients ``c_0 .. c_order``, each (rows, cols, B); the k-th derivative along the
        line is ``k! c_k``. NaN and infinity where they do not exist; a value never raises.

    Raises
    ------
    CompileError
        For an operation without a rule here.
    """
    counts = {a.shape[2] for a in (*points, *directions)} or {1}
    batch = 0 if 0 in counts else max(counts)
    size = max(1, min(CHUNK, NUMBERS // program.widest) // (order + 1))
    if batch <= size:
        return _carried(program, points, directions, order, batch, table)
    out = [[np.empty((*r.size, batch)) for _ in range(order + 1)] for r in program.results]
    for start in range(0, batch, size):
        part = slice(start, min(start + size, batch))
        pieces = _carried(
            program,
            [a if a.shape[2] == 1 else a[:, :, part] for a in points],
            [a if a.shape[2] == 1 else a[:, :, part] for a in directions],
            order,
            part.stop - part.start,
            table,
        )
        for whole, piece in zip(out, pieces, strict=True):
            for target, value in zip(whole, piece, strict=True):
                target[:, :, part] = value
    return out


def _carried(
    program: Compiled,
    points: Sequence[Array],
    directions: Sequence[Array],
    order: int,
    batch: int,
    table: Mapping[str, Rule],
) -> list[list[Array]]:
    registers: list[Series | None] = [None if c is None else [c] for c in program.template]
    for i, (point, direction) in enumerate(zip(points, directions, strict=True)):
        registers[i] = [point, direction] if order and direction.any() else [point]
    with np.errstate(all="ignore"):
        for op in program.operations:
            operands = [registers[i] for i in op.inputs]
            registers[op.output] = rule(op.name, op.run, table)(order, *operands)
            for register in op.dead:
                registers[register] = None
    result = []
    for found in program.results:
        coefficients = registers[found.register]
        assert coefficients is not None
        padded = coefficients + [np.zeros((1, 1, 1))] * (order + 1 - len(coefficients))
        result.append([np.broadcast_to(c, (*found.size, batch)) for c in padded[: order + 1]])
    return result


def rule(name: str, run: object, table: Mapping[str, Rule]) -> Rule:
    """The twin of an operation on series."""
    if name in PARAMETRIC:
        assert callable(run)
        return series_scalar.stacked(run) if name == "stack" else series_scalar.linear(run)
    try:
        return table[name]
    except KeyError:
        raise CompileError(say("there are no derivatives of {name} yet", name=name)) from None
