"""The growing record of a run: arrays for what is plotted, and a bounded number of states to start again from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.state import State

__all__ = ["CHECKPOINT", "Recorder"]

CHECKPOINT = 512
"""Steps between two checkpoints of a fast method at first; the distance doubles when they take up too much memory."""
NEAR = 32
"""The same for methods whose steps take longer to work out anew."""
MOST_RECORDED = 2**26
"""Numbers in the record of one run: 512 MB."""
MOST_NUMBERS = 2**23
"""Numbers in all checkpoints together: 64 MB."""
FIRST_ROWS = 64


class Recorder:
    """Iterates, values, gradients and quantities, and checkpoints.

    Attributes
    ----------
    last : the latest state.
    checkpoints : some of the states, the first among them.
    """

    def __init__(self, first: State, quantities: int, spent: float = 0.0, distance: int = CHECKPOINT) -> None:
        self._d = len(first.x)
        self._width = 2 * self._d + 2 + quantities
        self._table: Array = np.empty((FIRST_ROWS, self._width))
        self._count = 0
        self.last = first
        self.checkpoints = [first]
        self._distance = distance
        self._numbers = _size(first)
        self.add(first, spent)

    @property
    def steps(self) -> int:
        """The number of steps recorded."""
        return self._count - 1

    @property
    def room(self) -> int:
        """The most steps that can be recorded for so many coordinates."""
        return max(1, MOST_RECORDED // self._width)

    def add(self, state: State, spent: float) -> None:
        """Record a state, and the evaluations until then."""
        self._reserve(1)
        row, d = self._table[self._count], self._d
        row[:d] = state.x
        row[d] = state.value
        row[d + 1 : 2 * d + 1] = state.gradient
        row[2 * d + 1] = spent
        row[2 * d + 2 :] = state.quantities if state.quantities else np.nan
        self._count += 1
        self.last = state
        self.keep_if_due()

    def add_rows(self, rows: Array, spent: Array, quantities: Array) -> None:
        """Record many iterates at once: rows of x, f and ∇f, the evaluations until each, and their quantities.

        The caller sets `last`.
        """
        self._reserve(len(rows))
        part = self._table[self._count : self._count + len(rows)]
        width = rows.shape[1]
        part[:, :width] = rows
        part[:, width] = spent
        part[:, width + 1 :] = quantities
        self._count += len(rows)

    def keep_if_due(self) -> None:
        """Make the last state a checkpoint when it is its turn; when they take up too much, every other one goes."""
        state = self.last
        if not state.k or state.k % self._distance:
            return
        self.checkpoints.append(state)
        self._numbers += _size(state)
        while self._numbers > MOST_NUMBERS and len(self.checkpoints) > 2:
            self._distance *= 2
            self.checkpoints = [s for s in self.checkpoints if s.k % self._distance == 0]
            self._numbers = sum(_size(s) for s in self.checkpoints)

    def _reserve(self, rows: int) -> None:
        needed = self._count + rows
        if needed > len(self._table):
            # A table that runs hold views of is left alone; theirs is the part that was filled.
            larger = np.empty((max(2 * len(self._table), needed), self._width))
            larger[: self._count] = self._table[: self._count]
            self._table = larger

    def states(self) -> Array:
        """(k + 1, d); a view that does not change."""
        return self._view(0, self._d)

    def values(self) -> Array:
        """(k + 1,)."""
        return self._view(self._d, self._d + 1)[:, 0]

    def gradients(self) -> Array:
        """(k + 1, d)."""
        return self._view(self._d + 1, 2 * self._d + 1)

    def evaluations(self) -> Array:
        """(k + 1,), all evaluations until each iterate."""
        return self._view(2 * self._d + 1, 2 * self._d + 2)[:, 0]

    def quantities(self, names: Sequence[str]) -> dict[str, Array]:
        """Name -> (k,)."""
        start = 2 * self._d + 2
        return {name: self._view(start + i, start + i + 1)[1:, 0] for i, name in enumerate(names)}

    def _view(self, start: int, stop: int) -> Array:
        view = self._table[: self._count, start:stop]
        view.flags.writeable = False
        return view


def _size(state: State) -> int:
    """Numbers in a state's memory, roughly."""
    return 2 * len(state.x) + sum(_numbers(m) for m in state.memory)


def _numbers(item: Any) -> int:
    if isinstance(item, np.ndarray):
        return int(item.size)
    if isinstance(item, tuple | list):
        return sum(_numbers(i) for i in item)
    return 1
