"""The switch between plane and surface: both show one function, one point, one rectangle and one descent."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtCore import Qt

from gradviz.gui import theme
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.surface.host import SurfaceHost
from gradviz.numeric.descent import GradientDescent, Limits, descend
from tests.gui.plot import landscapes

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def host(qtbot: Any) -> Any:
    made = SurfaceHost(PlaneView())
    qtbot.addWidget(made)
    made.resize(520, 460)
    made.show()
    qtbot.waitExposed(made)
    made.plane.set_landscape(landscapes.bowl(), name="g")
    yield made
    made.shutdown()


def open_surface(qtbot: Any, host: SurfaceHost) -> None:
    qtbot.mouseClick(host.buttons["surface"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: host.surface.surface is not None and not host.surface.busy)


def test_the_surface_is_made_when_it_is_wanted(qtbot: Any, host: SurfaceHost) -> None:
    assert host.surface is None
    host.plane.set_point(1.0, 0.5)
    open_surface(qtbot, host)
    assert host.pages.currentWidget() is host.surface
    assert host.surface.point() == (1.0, 0.5)
    assert host.surface.landscape is host.plane.landscape
    assert host.surface.surface.frame.view == host.plane.visible_view()
    made = host.surface
    qtbot.mouseClick(host.buttons["plane"], Qt.MouseButton.LeftButton)
    assert host.pages.currentWidget() is host.plane
    open_surface(qtbot, host)
    assert host.surface is made


def test_both_follow_the_point_and_the_descent(qtbot: Any, host: SurfaceHost) -> None:
    landscape = host.plane.landscape
    run = descend(landscape, landscape.state(1.0, 0.5), GradientDescent(step_size=0.05), Limits(steps=20))
    host.set_run(run)
    host.show_step(4)
    open_surface(qtbot, host)
    assert len(host.surface.canvas.drawn.behind) == 5
    host.show_step(9)
    assert len(host.surface.canvas.drawn.behind) == 10
    host.plane.set_point(-1.0, 0.25)
    assert host.surface.point() == (-1.0, 0.25)
    with qtbot.waitSignal(host.pointMoved) as moved:
        host.surface.pointMoved.emit(0.5, 0.75)
    assert moved.args == [0.5, 0.75]
    assert host.plane.point() == (0.5, 0.75)
    host.set_run(None)
    assert not len(host.surface.canvas.drawn.path)


def test_another_function_is_shown_by_both_and_none_hides_the_switch(qtbot: Any, host: SurfaceHost) -> None:
    open_surface(qtbot, host)
    host.plane.set_landscape(landscapes.rosenbrock(), name="f")
    qtbot.waitUntil(lambda: not host.surface.busy)
    assert host.surface.landscape is host.plane.landscape
    host.plane.set_landscape(None, "Nothing.")
    assert host.pages.currentWidget() is host.plane
    assert not host.buttons["surface"].isVisible()


def test_the_scheme_reaches_both(qtbot: Any, host: SurfaceHost) -> None:
    open_surface(qtbot, host)
    host.set_theme(theme.DARK)
    assert host.surface.canvas.theme is theme.DARK


def test_opengl_is_not_loaded_before_the_surface_is_wanted() -> None:
    """Start-up time: the workspace is imported without it."""
    program = (
        "import sys; import gradviz.gui.plot.panels, gradviz.gui.picture.area; "
        "print([m for m in sys.modules if m == 'OpenGL' or m.startswith('gradviz.gui.surface.')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "['gradviz.gui.surface.host']"
