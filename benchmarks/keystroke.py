"""From a keystroke to the painted derivation, for the examples; the aim is a 95th percentile of at most 60 ms.

Every example is typed key by key into the real window with the real worker. A keystroke counts from the moment when
the key arrives to
the end of the paint that shows its derivation (or, listed apart, its message). What is shown is checked against the
text that was typed.

    python benchmarks/keystroke.py [ROUNDS]
"""

from __future__ import annotations

import sys
import time
from typing import Any

from gui_session import EXAMPLES, clear, percentile, press, wait, wait_until, window

AIM = 60.0


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    derived: dict[str, list[float]] = {text: [] for text in EXAMPLES}
    refused: list[float] = []
    with window() as shown:
        watch = _Watch(shown)
        for _ in range(rounds):
            for text in EXAMPLES:
                clear(shown.editor)
                wait(100)
                for character in text:
                    outcome, milliseconds = watch.press(character)
                    (derived[text] if outcome == "derived" else refused).append(milliseconds)
                    wait(60)
                wait_until(lambda: shown.session.current)
                assert shown.model.document.text == text
    print("keystroke to painted derivation, ms       n   median    p95    max")
    everything: list[float] = []
    for text, times in derived.items():
        everything += times
        _row(text.splitlines()[-1], times)
    _row("all derivations", everything)
    _row("messages", refused)
    p95 = percentile(everything, 0.95)
    print(f"p95 {p95:.1f} ms; the aim is at most {AIM:g} ms: {'met' if p95 <= AIM else 'missed'}")
    return 0 if p95 <= AIM else 1


def _row(name: str, times: list[float]) -> None:
    print(f"{name:38} {len(times):4} {percentile(times, 0.5):8.1f} {percentile(times, 0.95):6.1f} {max(times):6.1f}")


class _Watch:
    """Notes when the window has painted what a keystroke led to."""

    def __init__(self, shown: Any) -> None:
        from PySide6.QtCore import QEvent, QObject, QTimer

        watch = self

        class Filter(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint and watch.outcome and not watch.finished:
                    QTimer.singleShot(0, watch.note)  # after the whole paint
                return False

        self.shown = shown
        self.outcome, self.finished = "", 0.0
        self.filter = Filter()
        shown.derivation.answer.installEventFilter(self.filter)
        shown.editor.viewport().installEventFilter(self.filter)
        shown.session.derived.connect(lambda _: self._came("derived"))
        shown.session.refused.connect(lambda _: self._came("refused"))

    def press(self, character: str) -> tuple[str, float]:
        self.outcome, self.finished = "", 0.0
        began = time.perf_counter()
        press(self.shown.editor, character)
        wait_until(lambda: bool(self.finished))
        return self.outcome, (self.finished - began) * 1000

    def note(self) -> None:
        self.finished = self.finished or time.perf_counter()

    def _came(self, outcome: str) -> None:
        self.outcome = outcome
        widget = self.shown.derivation.answer if outcome == "derived" else self.shown.editor.viewport()
        widget.update()


if __name__ == "__main__":
    sys.exit(main())
