"""From process start to the first painted window that takes a key, beside a bare PySide6 + pyqtgraph + NumPy window.

Both run in turns in this one run; the aim is at most 1.3 times the bare window. Also told: when the first
derivation and the first
picture are there.

    python benchmarks/startup.py [RUNS]
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

AIM = 1.3

_REPORT = """
import json, sys, time
times = {}
def note(name):
    times.setdefault(name, time.monotonic())
def finish(done=[]):
    if done: return
    done.append(1)
    print(json.dumps(times), flush=True)
"""

BARE = (
    _REPORT
    + """
import numpy, pyqtgraph
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QPlainTextEdit, QWidget
app = QApplication([])
class Window(QMainWindow):
    def event(self, event):
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and "painted" not in times:
            note("painted")
            QTimer.singleShot(0, self.typed)
        return done
    def typed(self):
        QTest.keyClick(self.edit, "x")
        assert self.edit.toPlainText() == "x"
        note("typeable"); finish(); self.close()
window = Window(); body = QWidget(); row = QHBoxLayout(body)
window.edit = QPlainTextEdit(); row.addWidget(window.edit); row.addWidget(pyqtgraph.PlotWidget())
window.setCentralWidget(body); window.resize(1280, 800); window.show()
app.exec()
"""
)

OURS = (
    _REPORT
    + """
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from gradviz.gui import app
from gradviz.gui.window import main_window
class Window(main_window.MainWindow):
    def __init__(self, *arguments, **settings):
        super().__init__(*arguments, **settings)
        self.painted.connect(lambda: note("painted"))
        self.painted.connect(self.typed)
        self.session.derived.connect(lambda _: (self.derivation.repaint(), note("derivation")))
        self.picture.ready.connect(lambda: self.picture.plane_view.pictureReady.connect(lambda: note("picture")))
        timer = QTimer(self); timer.timeout.connect(self.check); timer.start(10)
    def typed(self):
        before = self.editor.toPlainText()
        QTest.keyClick(self.editor, " ")
        assert self.editor.toPlainText() == " " + before or len(self.editor.toPlainText()) == len(before) + 1
        note("typeable")
    def check(self):
        if {"derivation", "picture"} <= set(times):
            finish(); self.model.undo_stack.setClean(); self.close()
main_window.MainWindow = Window
sys.exit(app.main([]))
"""
)


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    found: dict[str, list[dict[str, float]]] = {"bare": [], "gradviz": []}
    for _ in range(runs):
        for name, source in (("bare", BARE), ("gradviz", OURS)):
            found[name].append(_run(source))
    print("ms from process start        painted  typeable  derivation  picture   (medians)")
    for name, rows in found.items():
        cells = [
            statistics.median(row[key] for row in rows) if key in rows[0] else None
            for key in ("painted", "typeable", "derivation", "picture")
        ]
        print(f"{name:27}" + "".join(f"{'' if c is None else f'{c:.0f}':>10}" for c in cells))
    medians = {name: statistics.median(row["typeable"] for row in rows) for name, rows in found.items()}
    ratio = medians["gradviz"] / medians["bare"]
    verdict = "met" if ratio <= AIM else "missed"
    print(f"typeable at {ratio:.2f} times the bare window; the aim is at most {AIM}: {verdict}")
    return 0 if ratio <= AIM else 1


def _run(source: str) -> dict[str, float]:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "XDG_CONFIG_HOME": tempfile.mkdtemp()}
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", source], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return {name: (moment - began) * 1000 for name, moment in json.loads(done.stdout).items()}


if __name__ == "__main__":
    sys.exit(main())
