"""A program's operations for whole arrays: the same values in fewer passes over memory and fewer exponentials.

What a program is made of stays as it was for series and for single points; only the loop over a grid runs what is
made here. A sum over data rows spends its time in passes over one array after another, so a pass counts as much as
the arithmetic in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from gradviz.numeric import kernels
from gradviz.numeric.kernels import Array
from gradviz.numeric.program import Operation

__all__ = ["fused"]

SMALLEST = 1e-290
"""A number of a product of constants below which rounding may have eaten of it."""


def fused(
    operations: Sequence[Operation], template: Sequence[Any], sizes: Mapping[int, int], kept: set[int]
) -> tuple[list[Operation], list[Any], dict[int, int]]:
    """Operations of the same results, with the registers before the first of them and the sizes of what they hold.

    Parameters
    ----------
    operations : in order; each register is written once.
    template : constants, and None for what is filled in.
    sizes : numbers for one point in what is filled in.
    kept : registers whose values are wanted; they are still the results' afterwards.
    """
    work = _Fusing(operations, template, sizes, kept)
    work.share_opposites()
    work.share_exponentials()
    work.fold_constants()
    work.divide()
    return work.ordered(), work.template, work.sizes


class _Fusing:
    """Operations by the register they write, while they are exchanged."""

    def __init__(
        self, operations: Sequence[Operation], template: Sequence[Any], sizes: Mapping[int, int], kept: set[int]
    ) -> None:
        self.template = list(template)
        self.sizes = dict(sizes)
        self.kept = kept
        self.made = {op.output: op for op in operations}
        self.known: dict[Hashable, int] = {}

    # --- registers

    def constant(self, value: Array) -> int:
        self.template.append(value)
        return len(self.template) - 1

    def one(self) -> int:
        if "one" not in self.known:
            self.known["one"] = self.constant(np.ones((1, 1, 1)))
        return self.known["one"]

    def put(self, output: int, name: str, *inputs: int) -> None:
        """Let a register be filled by another operation."""
        run = kernels.FUSED[name] if name in kernels.FUSED else kernels.ARRAY[name]
        self.made[output] = Operation(name, (), run, inputs, output)

    def new(self, name: str, *inputs: int) -> int:
        """The register of an operation, which is made once."""
        key = (name, inputs)
        if key not in self.known:
            self.template.append(None)
            self.known[key] = len(self.template) - 1
            self.sizes[self.known[key]] = self.sizes[inputs[-1]]
            self.put(self.known[key], name, *inputs)
        return self.known[key]

    def ordered(self) -> list[Operation]:
        """What the results need, each after what it reads."""
        done: set[int] = set()
        result: list[Operation] = []
        for root in self.made:  # the order in which they were made keeps what is used together near
            if root not in self.kept:
                continue
            stack = [root]
            while stack:
                op = self.made[stack[-1]]
                missing = [i for i in op.inputs if i in self.made and i not in done]
                if missing:
                    stack.extend(reversed(missing))
                    continue
                stack.pop()
                if op.output not in done:
                    done.add(op.output)
                    result.append(op)
        return result

    # --- the exchanges

    def share_opposites(self) -> None:
        """``(-A) x`` is the negative of ``A x``, when both are wanted."""
        seen: dict[Hashable, list[tuple[Array, int]]] = {}
        for op in list(self.made.values()):
            if op.name not in {"matmul", "multiply"}:
                continue
            for fixed, other, side in zip(op.inputs, op.inputs[::-1], (0, 1), strict=True):
                matrix = self.template[fixed]
                if matrix is None or self.template[other] is not None:
                    continue
                others = seen.setdefault((op.name, other, side if op.name == "matmul" else 0, matrix.shape), [])
                opposite = next((output for known, output in others if np.array_equal(matrix, -known)), None)
                if opposite is None:
                    others.append((matrix, op.output))
                else:
                    self.put(op.output, "negative", opposite)

    def share_exponentials(self) -> None:
        """``log(1 + e^z)``, ``σ(z)`` and ``σ(-z)`` from one ``e^z``: ``log1p(w)``, ``w/(1 + w)`` and ``1/(1 + w)``.

        Softplus needs the power of its own argument, where nothing cancels; σ is as exact from either.
        """
        logs = {op.inputs[0]: op for op in self.made.values() if op.name == "softplus"}
        slopes = {op.inputs[0]: op for op in self.made.values() if op.name == "sigmoid"}
        opposite: dict[int, int] = {}
        for op in self.made.values():
            if op.name == "negative":
                opposite[op.output], opposite[op.inputs[0]] = op.inputs[0], op.output
        for z, op in logs.items():
            powers = self.new("capped_exp", z)
            self.put(op.output, "maximum", z, self.new("log1p", powers))
        for z, op in slopes.items():
            other = opposite.get(z, -1)
            if z in logs or (other in slopes and other not in logs and z < other):
                powers = self.new("capped_exp", z)
                self.put(op.output, "divide", powers, self.new("add", self.one(), powers))
            elif other in logs or other in slopes:
                self.put(op.output, "divide", self.one(), self.new("add", self.one(), self.new("capped_exp", other)))

    def fold_constants(self) -> None:
        """Factors before and behind a product with a constant matrix go into the matrix: ``diag(c) A x``, ``-A x`` and
        ``A diag(c) x`` are products with a matrix that is made once.
        """
        order = [op.output for op in self.ordered()]
        uses = Counter(self.kept) + Counter(i for output in order for i in self.made[output].inputs)
        for output in order:
            factor = self.factor(output)
            if factor is not None and factor[1] in self.made and uses[factor[1]] == 1:
                scale, inner = factor
                below = self.made[inner]
                matrix = self.template[below.inputs[0]]
                if below.name == "matmul" and matrix is not None:
                    self.fold(output, scale * matrix, below.inputs[1])
            while (op := self.made[output]).name == "matmul":
                matrix, read = self.template[op.inputs[0]], op.inputs[1]
                factor = self.factor(read)
                if matrix is None or factor is None:
                    break
                scale, inner = factor
                if not self.fold(output, matrix * scale.swapaxes(0, 1), inner):
                    break
                uses[read] -= 1
                uses[inner] += uses[read] > 0  # else what was read is gone, and reads it no more

    def factor(self, output: int) -> tuple[Array, int] | None:
        """``c`` and the register of x where a register holds ``diag(c) x`` with a constant column (or number) c."""
        op = self.made.get(output)
        if op is None or op.name not in {"multiply", "negative"}:
            return None
        if op.name == "negative":
            return -np.ones((1, 1, 1)), op.inputs[0]
        for fixed, x in zip(op.inputs, op.inputs[::-1], strict=True):
            scale = self.template[fixed]
            if scale is not None and scale.shape[1:] == (1, 1) and self.sizes[x] == self.sizes[output]:
                return scale, x
        return None

    def fold(self, output: int, product: Array, x: int) -> bool:
        """Whether a register is now the product of a matrix and x; not where the matrix is beyond what floats hold."""
        sizes = np.abs(product)
        if not np.all((sizes < 1 / SMALLEST) & ((sizes > SMALLEST) | (sizes == 0))):
            return False
        self.put(output, "matmul", self.constant(product), x)
        return True

    def divide(self) -> None:
        """``1/x`` by a division: NumPy's reciprocal takes twice as long."""
        for op in list(self.made.values()):
            if op.name == "reciprocal":
                self.made[op.output] = replace(op, name="divide", run=np.divide, inputs=(self.one(), *op.inputs))
