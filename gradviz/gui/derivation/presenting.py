"""One line after another, for a projector."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

__all__ = ["Presenting"]


class Presenting:
    """The part of `DerivationPanel` that holds lines back while the window presents; it uses the panel's `lines_view`
    and `_show_body`.

    Attributes
    ----------
    presenting : whether lines are shown one after another.
    """

    presenting = False
    _presented: str | None = None
    """The first line of what is presented."""

    @property
    def all_revealed(self) -> bool:
        """Whether no line is held back."""
        return self.lines_view.all_shown

    def set_presenting(self, presenting: bool) -> None:
        """Hold back what follows the first line, or show everything."""
        self.presenting = presenting
        first = self.lines_view.lines[:1]
        self._presented = first[0].line.get("text") if presenting and first else None
        self.lines_view.keys_are_the_panels = presenting
        self.lines_view.reveal(1 if presenting else None)
        self._show_body()
        if presenting:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal_next(self) -> None:
        """Show the next line; after the last one the answer."""
        self._reveal(1)

    def reveal_less(self) -> None:
        """Hold the last line back again."""
        self._reveal(-1)

    def _reveal(self, by: int) -> None:
        if not self.presenting or self.lines_view.revealed is None:
            return
        self.lines_view.reveal(self.lines_view.revealed + by)
        self._show_body()
        shown = [w for w in self.lines_view.lines if not w.isHidden()]
        if shown:
            self._bring_to_view(shown[-1], 24)

    def _present_derivation(self, text: str) -> None:
        """Hold back what follows the first line of another derivation; of one that is only typeset anew, what was."""
        if self.presenting:
            known = self._presented == text
            self._presented = text
            self.lines_view.reveal(self.lines_view.revealed if known else 1)

    def _take_presenting_key(self, event: QKeyEvent) -> bool:
        """Go forth or back by the keys of presenters; whether it was one."""
        keys = Qt.Key
        if self.presenting and event.key() in (keys.Key_Space, keys.Key_PageDown, keys.Key_Right, keys.Key_Down):
            self.reveal_next()
        elif self.presenting and event.key() in (keys.Key_Backspace, keys.Key_PageUp, keys.Key_Left, keys.Key_Up):
            self.reveal_less()
        else:
            return False
        return True
