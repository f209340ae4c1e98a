"""File > Export plot, Edit > Copy the plot, and the plot's own menu."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu, QMessageBox, QVBoxLayout, QWidget

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def window(qtbot: Any, make_window: Any, monkeypatch: Any) -> Any:
    """A window with a plot in it, without the rest of the picture."""
    import pyqtgraph as pg

    made = make_window()
    plot = pg.PlotWidget()
    plot.setAccessibleDescription("A straight line from the origin to one, for the tests of the menu.")
    plot.addItem(pg.PlotCurveItem([0.0, 1.0], [0.0, 1.0], name="line"))
    made.picture.stack.addWidget(plot)
    made.picture.stack.setCurrentWidget(plot)
    made.picture.scene = object()
    qtbot.waitUntil(plot.isVisible)
    return made


def choose(monkeypatch: Any, path: Path | str, used: str = "") -> list[Any]:
    asked: list[Any] = []

    def answer(*arguments: Any) -> tuple[str, str]:
        asked.append(arguments)
        return str(path), used

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return asked


@pytest.mark.parametrize(
    ("suffix", "start"), [(".png", b"\x89PNG"), (".svg", b"<svg"), (".pdf", b"%PDF"), (".csv", b"# A straight line")]
)
def test_the_plot_is_written_as_what_the_suffix_says(
    qtbot: Any, window: Any, monkeypatch: Any, tmp_path: Path, suffix: str, start: bytes
) -> None:
    path = tmp_path / f"plot{suffix}"
    choose(monkeypatch, path)
    window.actions_by_id["export_plot"].trigger()
    qtbot.waitUntil(path.exists)
    assert path.read_bytes().startswith(start)
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == [path.name]
    qtbot.waitUntil(lambda: "Wrote" in window.statusBar().currentMessage())


def test_the_dialog_begins_in_the_documents_folder(window: Any, monkeypatch: Any, tmp_path: Path) -> None:
    window.path = tmp_path / "valley.gradviz"
    asked = choose(monkeypatch, "")
    window.export_plot()
    assert asked[0][2] == str(tmp_path / "valley.png")
    window.path = None


def test_a_name_without_a_suffix_gets_that_of_the_chosen_kind(window: Any, monkeypatch: Any, tmp_path: Path) -> None:
    choose(monkeypatch, tmp_path / "plot", "SVG drawings (*.svg)")
    window.export_plot()
    assert (tmp_path / "plot.svg").exists()


def test_a_folder_that_is_not_there_is_told_and_nothing_is_left(window: Any, monkeypatch: Any, tmp_path: Path) -> None:
    choose(monkeypatch, tmp_path / "missing" / "plot.png")
    window.export_plot()
    box = window.findChild(QMessageBox, "complaint")
    assert box is not None
    assert "cannot be written" in box.informativeText()
    box.close()


def test_a_full_disk_is_told_and_what_was_there_stays(window: Any, monkeypatch: Any, tmp_path: Path) -> None:
    import os

    path = tmp_path / "plot.png"
    path.write_bytes(b"before")
    choose(monkeypatch, path)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    window.export_plot()
    box = window.findChild(QMessageBox, "complaint")
    assert box is not None
    assert "No space left on device" in box.informativeText()
    assert path.read_bytes() == b"before"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["plot.png"]
    box.close()


def test_the_plot_is_copied_as_an_image(window: Any) -> None:
    window.actions_by_id["copy_plot"].trigger()
    assert QGuiApplication.clipboard().image().width() > 100


@pytest.mark.qt_log_ignore("does not support")
def test_the_plots_menu_offers_every_form(qtbot: Any, window: Any) -> None:
    window.show_plot_menu(QPoint(20, 20))
    menu = window.findChild(QMenu, "plot_menu")
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == ["plot_menu_copy", "plot_menu_png", "plot_menu_svg", "plot_menu_pdf", "plot_menu_csv"]
    menu.close()


def test_without_a_plot_the_status_bar_says_so(qtbot: Any, make_window: Any, monkeypatch: Any) -> None:
    window = make_window()
    asked = choose(monkeypatch, "x.png")
    window.export_plot()
    window.copy_plot()
    assert not asked
    assert "no plot" in window.statusBar().currentMessage()
    assert isinstance(window, QWidget)


@pytest.fixture
def panel(qtbot: Any, window: Any) -> Any:
    """A panel below the plot, with a field and a plot of its own: a parabola."""
    import pyqtgraph as pg

    page = QWidget()
    field = QLineEdit(page)
    plot = pg.PlotWidget(page)
    plot.setAccessibleDescription("A parabola, for the tests of the menu.")
    plot.addItem(pg.PlotCurveItem([0.0, 1.0, 2.0], [0.0, 1.0, 4.0], name="parabola"))
    layout = QVBoxLayout(page)
    layout.addWidget(field)
    layout.addWidget(plot)
    window.picture.tabs.addTab(page, "Panel")
    window.picture.tabs.setCurrentWidget(page)
    qtbot.waitUntil(plot.isVisible)
    return page


def test_the_export_takes_the_plot_of_the_panel_with_the_keyboard(
    qtbot: Any, window: Any, panel: Any, monkeypatch: Any, tmp_path: Path
) -> None:
    for place, told in ((window.editor, "A straight line"), (panel.findChild(QLineEdit), "A parabola")):
        window.activateWindow()
        place.setFocus()
        qtbot.waitUntil(lambda place=place: window.focusWidget() is place)
        path = tmp_path / f"{told}.csv"
        choose(monkeypatch, path)
        window.actions_by_id["export_plot"].trigger()
        qtbot.waitUntil(path.exists)
        assert path.read_text().startswith(f"# {told}")


@pytest.mark.qt_log_ignore("does not support")
def test_a_panels_plot_has_the_menu_too(qtbot: Any, window: Any, panel: Any, monkeypatch: Any, tmp_path: Path) -> None:
    tabs = window.picture.tabs
    plot = next(w for w in panel.children() if hasattr(w, "scene"))
    path = tmp_path / "parabola.svg"
    choose(monkeypatch, path)
    window.show_panel_menu(plot.mapTo(tabs, plot.rect().center()))
    menu = window.findChild(QMenu, "plot_menu")
    next(a for a in menu.actions() if a.objectName() == "plot_menu_svg").trigger()
    menu.close()
    assert "A parabola" in path.read_text()
    window.editor.setFocus()
    window.show_panel_menu(panel.findChild(QLineEdit).mapTo(tabs, QPoint(3, 3)))  # no plot there, and none meant
    assert len(window.findChildren(QMenu, "plot_menu")) <= 1
