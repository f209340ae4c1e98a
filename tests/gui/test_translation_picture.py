"""The picture and its panels in the pseudo-language: nothing stays English, nothing is clipped."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from gradviz.gui import theme, translation
from gradviz.gui.documents.document import Descent
from gradviz.gui.picture.area import PictureArea
from gradviz.gui.plot.choices import PlotChoices
from gradviz.numeric import descent
from gradviz.numeric.descent.vocabulary import SUB_STEPS
from tests.gui.areas import area_of
from tests.gui.shown_words import look

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

SMALL = (470, 560)
"""What the picture has of a window of 1024×640."""
LAYERS = PlotChoices(stationary=True, hessian=True, taylor=2, colour="definiteness")


@pytest.fixture
def make_area(qtbot: Any, qapp: QApplication) -> Iterator[Any]:
    translation.install_language(qapp, "pseudo")
    made: list[PictureArea] = []

    def make(text: str, **settings: Any) -> PictureArea:
        area = area_of(qtbot, made, SMALL, text, **settings)
        _settle(qtbot, area)
        return area

    yield make
    for area in made:
        area.shut_down()
    translation.install_language(qapp, "en")
    theme.set_override("")


def _settle(qtbot: Any, area: PictureArea) -> None:
    def busy() -> bool:
        parts = (*area.panels.all, area.descent_panel)
        waiting = area._soon.isActive() or area.stages.busy or area.descent_panel.computing
        return waiting or any(bool(getattr(part, "busy", False)) for part in parts)

    qtbot.wait(60)
    qtbot.waitUntil(lambda: not busy(), timeout=20_000)
    qtbot.wait(30)


def _look_at_tabs(qtbot: Any, area: PictureArea) -> None:
    for i in range(area.tabs.count()):
        if area.tabs.isTabVisible(i):
            area.tabs.setCurrentIndex(i)
            _settle(qtbot, area)
            look(qtbot, area.host)


def _look_at_pages(qtbot: Any, area: PictureArea) -> None:
    """The pages of the descent."""
    area.tabs.setCurrentIndex(0)
    panel = area.descent_panel
    for i in range(panel.pages.tabs.count()):
        panel.pages.tabs.setCurrentIndex(i)
        _settle(qtbot, area)
        look(qtbot, area.host)


@pytest.mark.parametrize(
    "text", ["A in R^(2,2)\nf(x) = x' A x", "x^3 - 3 x", "w in R^3\n||w||^4 + a w' w", "[x^2 - y^2; 2 x y]"]
)
def test_no_panel_of_the_plot_stays_english_or_is_clipped(qtbot, make_area, text):
    area = make_area(text, plot=LAYERS)
    _look_at_tabs(qtbot, area)


@pytest.mark.parametrize("method", ["gradient-descent", "cg-pr", "damped-newton", "trust-region"])
def test_no_page_of_the_descent_stays_english_or_is_clipped(qtbot, make_area, method):
    area = make_area("(1 - x)^2 + 100 (y - x^2)^2", descent=Descent(method=method))
    panel = area.descent_panel
    _look_at_pages(qtbot, area)
    panel.set_start(-1.0, 1.0)
    _settle(qtbot, area)
    panel.step_view.open_button.setChecked(True)
    for step in (1, panel.run.steps):
        panel.show_step(step)
        _look_at_pages(qtbot, area)


def test_neither_the_fit_nor_a_comparison_stays_english_or_is_clipped(qtbot, make_area):
    area = make_area("X in R^(6,2)\n||y - X w||^2")
    panel = area.descent_panel
    panel.set_start(1.0, -1.0)
    _settle(qtbot, area)
    _look_at_pages(qtbot, area)
    for kind in ("methods", "starts", "sweep", "basins"):
        panel.compare.get().setup._take(kind=kind)
        _settle(qtbot, area)
        look(qtbot, area.host)


def test_messages_about_what_is_typed_are_told(qtbot, make_area):
    area = make_area("w in R^3\n||w||^4 + a w' w")
    panel = area.descent_panel
    area.panels.inspector.x.setText("y")
    area.panels.inspector.x.textEdited.emit("y")
    panel.step_size_field.setText("-1")
    panel.step_size_field.textEdited.emit("-1")
    panel.limit_field.lineEdit().textEdited.emit("many")
    area.values_editor.fields["a"].edit.setText("b")
    area.values_editor.fields["a"].edit.textEdited.emit("b")
    look(qtbot, area.host)
    assert panel.step_size_message.text().startswith("⟦")


def test_the_surface_says_in_the_language_why_it_is_coarse(qtbot, make_area, monkeypatch):
    monkeypatch.setenv("GRADVIZ_NO_OPENGL", "1")
    area = make_area("x^2 + y^2")
    area.panels.host.show_surface()
    _settle(qtbot, area)
    look(qtbot, area.host)


def test_every_number_of_a_sub_step_has_its_name_in_the_vocabulary():
    names = set()
    for path in Path(descent.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
                "add",
                "_moved",
            ):
                names |= {k.arg.replace("_", " ") for k in node.keywords if k.arg and len(node.args) > 1}
    assert names - {"s", "y", "beta", "beta1", "beta2"} <= set(SUB_STEPS)
