"""A step size found by trial, in a thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gradviz.gui.plot.background import Background
from gradviz.numeric.binding import Array
from gradviz.numeric.descent import Oracle, StepSearch, searched_step_size
from gradviz.numeric.descent.method import Method
from gradviz.numeric.landscape import Landscape

__all__ = ["SizeSearch"]


class SizeSearch(QObject):
    """Searches for the step size of one method at a time.

    Signals
    -------
    found(str, StepSearch or None) : of the method with an id; None where every trial runs away.
    """

    found = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = Background(self)

    @property
    def busy(self) -> bool:
        """Whether something is being tried."""
        return self._background.busy

    def search(self, method_id: str, landscape: Landscape, start: Array, method: Method, steps: int) -> None:
        """Try step sizes; `found` tells."""

        def work(dropped) -> StepSearch | None:
            oracle = Oracle(landscape)  # of this thread alone
            return searched_step_size(landscape, start, method, steps, cancelled=dropped, oracle=oracle)

        self._background.run(
            "size", work, lambda found: self.found.emit(method_id, found), lambda _: self.found.emit(method_id, None)
        )

    def drop(self) -> None:
        """Give it up; nothing more is heard of it."""
        self._background.cancel()

    def shutdown(self) -> None:
        self._background.shutdown()
