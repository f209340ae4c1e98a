"""The descent as a file, from the window: progress, cancel, and messages that say what to do."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QPushButton

from gradviz.gui.descent.compare.choices import CompareChoices
from gradviz.gui.descent.panel import DescentPanel
from gradviz.gui.window.descent import WindowDescent
from gradviz.gui.window.plot import WindowPlot
from gradviz.numeric.curve import curve_through
from gradviz.numeric.descent.line import CurveLandscape
from gradviz.numeric.planes import View
from tests.gui.plot import landscapes

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


class Window(WindowPlot, WindowDescent, QMainWindow):
    path = None

    def __init__(self, panel: DescentPanel) -> None:
        super().__init__()
        self.complaints: list[tuple[str, str]] = []
        view = SimpleNamespace(visible_view=lambda: View(-2, 2, -2, 2))
        self.picture = SimpleNamespace(descent_panel=panel, plane_view=view)

    def _complain(self, what: str, why: str) -> None:
        self.complaints.append((what, why))


@pytest.fixture
def window(qtbot: Any) -> Iterator[Window]:
    panel = DescentPanel()
    qtbot.addWidget(panel)
    panel.set_landscape(landscapes.bowl())
    made = Window(panel)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.finish_descent()
    panel.shutdown()


def start(qtbot: Any, window: Window) -> Any:
    panel = window.picture.descent_panel
    panel.set_step_size(0.1)
    panel.set_start(1.0, 1.0)
    qtbot.waitUntil(lambda: not panel.computing)
    return panel.run


@pytest.mark.parametrize("one_number", [False, True])
def test_a_gif_is_written_in_the_background(qtbot: Any, window: Window, tmp_path: Path, one_number: bool) -> None:
    if one_number:
        window.picture.descent_panel.set_landscape(CurveLandscape(curve_through(landscapes.bowl())))
    run = start(qtbot, window)
    path = tmp_path / "descent.gif"
    window.write_descent(path)
    qtbot.waitUntil(lambda: window._descent_dialog is None, timeout=60_000)
    assert not window.complaints
    with Image.open(path) as animation:
        assert animation.n_frames == min(60, run.steps + 1)


def test_cancel_writes_nothing(qtbot: Any, window: Window, tmp_path: Path) -> None:
    start(qtbot, window)
    window.write_descent(tmp_path / "descent.gif")
    window._descent_dialog.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: not window._descent_writer.busy, timeout=20_000)
    assert not list(tmp_path.iterdir())
    assert not window.complaints
    assert "cancelled" in window.statusBar().currentMessage()


def test_a_missing_part_is_told(qtbot: Any, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    start(qtbot, window)
    window.write_descent(tmp_path / "descent.mp4")
    qtbot.waitUntil(lambda: bool(window.complaints), timeout=20_000)
    assert "gradviz[video]" in window.complaints[0][1]


def test_the_run_as_a_table(qtbot: Any, window: Window, tmp_path: Path) -> None:
    run = start(qtbot, window)
    path = tmp_path / "run.csv"
    window.write_descent(path)
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["x"]) for row in rows] == run.states[:, 0].tolist()


@pytest.mark.parametrize(
    ("typed", "written"), [("a.png", "a.png"), ("a.SVG", "a.SVG"), ("a.gif", "a.gif"), ("a.b", "a.b.gif")]
)
def test_a_figure_is_asked_for_where_the_animation_is(
    qtbot: Any, window: Window, monkeypatch: Any, typed: str, written: str
) -> None:
    start(qtbot, window)
    done: list[tuple[str, str]] = []
    monkeypatch.setattr("gradviz.gui.window.descent.QFileDialog.getSaveFileName", lambda *_: (f"/tmp/{typed}", ""))
    monkeypatch.setattr(window, "_folder", lambda: "/tmp", raising=False)
    monkeypatch.setattr(window, "_seen_plot", lambda: "the plot")
    monkeypatch.setattr(window, "write_descent", lambda path: done.append(("descent", path.name)))
    monkeypatch.setattr(window, "write_plot", lambda drawing, path: done.append((drawing, path.name)))
    window.export_descent()
    assert done == [("descent" if written.endswith("gif") else "the plot", written)]


def test_without_a_descent_it_says_what_to_do(window: Window) -> None:
    window.export_descent()
    assert "click on the plot" in window.statusBar().currentMessage()


@pytest.fixture
def compared(qtbot: Any, window: Window) -> Any:
    """The page that compares, with two methods from one start."""
    panel = window.picture.descent_panel
    panel.show()
    panel.set_start(1.0, 1.0)
    panel.compared.set_choices(CompareChoices(methods=("gradient-descent", "newton"), tuned=False))
    panel.pages.show_page(panel.compare)
    qtbot.waitUntil(lambda: panel.compare.part.isVisible() and not panel.compare.part.busy)
    return panel.compare.part


def test_what_is_compared_is_exported_without_what_is_hidden(
    qtbot: Any, window: Window, compared: Any, tmp_path: Path
) -> None:
    path = tmp_path / "race.csv"
    window.write_descent(path)
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [float(r["x"]) for r in rows if r["descent"] == "Newton"] == compared.found.runs[1].states[:, 0].tolist()
    compared.table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
    (shown,) = window._descent_to_export()
    assert shown.title.startswith("Gradient descent, γ")
    path = tmp_path / "race.gif"
    window.write_descent(path)
    qtbot.waitUntil(lambda: window._descent_dialog is None, timeout=60_000)
    assert not window.complaints
    with Image.open(path) as animation:
        assert animation.n_frames == min(60, shown.run.steps + 1)
    compared.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    window.export_descent()
    assert "tick what is to be shown" in window.statusBar().currentMessage()


def test_a_map_of_basins_is_exported_as_a_plot(qtbot: Any, window: Window, compared: Any) -> None:
    panel = window.picture.descent_panel
    panel.view_of = lambda: View(-2, 2, -2, 2)
    panel.compared.set_choices(CompareChoices(kind="basins", resolution=16))
    qtbot.waitUntil(lambda: compared.found.basins is not None)
    asked: list[bool] = []
    panel.exportAsked.connect(lambda: asked.append(True))
    panel.export_button.click()
    assert asked == [True]
    window.export_descent()
    assert "export the plot" in window.statusBar().currentMessage()
