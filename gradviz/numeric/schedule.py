"""When a register is last read, and which results may be written over it: memory that stays in the cache."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gradviz.numeric import kernels
from gradviz.numeric.program import Operation

__all__ = ["overwriting", "with_deaths"]


def with_deaths(operations: Sequence[Operation], kept: set[int]) -> list[Operation]:
    """Drop operations that nothing reads, and note with the others which registers they read last."""
    seen = set(kept)
    produced = {op.output for op in operations}
    result = []
    for op in reversed(operations):
        if op.output not in seen:
            continue
        dead = tuple(i for i in dict.fromkeys(op.inputs) if i in produced and i not in seen)
        seen.update(op.inputs)
        result.append(replace(op, dead=dead))
    return result[::-1]


def overwriting(operations: Sequence[Operation], sizes: Mapping[int, int]) -> list[Operation]:
    """Let entrywise operations write over an operand that dies with them.

    Only where the operand is an array of its own, made by such an operation, of the result's size, and nothing looks at
    its memory under another shape.
    """
    owned = {op.output for op in operations if op.name in kernels.IN_PLACE or op.name in kernels.FRESH}
    seen_through = {i for op in operations if op.name not in kernels.COPYING for i in op.inputs}
    result = []
    for op in operations:
        over = None
        if op.name in kernels.IN_PLACE:
            over = next(
                (i for i in op.dead if i in owned and i not in seen_through and sizes[i] == sizes[op.output]),
                None,
            )
        result.append(replace(op, over=over))
    return result
