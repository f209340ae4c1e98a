"""The parts of an opened step over the surface: on it, cut at its edges, with the model that the step trusts."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.gui.plot.step_marks import StepArrow
from gradviz.gui.surface.scene import make_surface, model_mesh
from gradviz.gui.surface.step_lines import OpenedStep, lines_on, trusted_model
from gradviz.numeric.descent import Limits, Oracle, descend, make_method, open_step
from gradviz.numeric.landscape import View
from gradviz.numeric.planes import Direction, Plane
from tests.gui.plot import landscapes
from tests.gui.plot.functions import scene_of

VIEW = View(-2.0, 2.0, -1.0, 1.0)
NOTHING = np.empty((0, 2))


def lines(*arrows: StepArrow, trust: np.ndarray = NOTHING) -> tuple:
    bowl = landscapes.bowl()
    return lines_on(make_surface(bowl, VIEW, nodes=21), bowl, OpenedStep(arrows, None, trust))


def places(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    frame = make_surface(landscapes.bowl(), VIEW, nodes=21).frame
    half_x, half_y = frame.half
    x = VIEW.x0 + (points[:, 0] / half_x + 1) / 2 * VIEW.width
    y = VIEW.y0 + (points[:, 1] / half_y + 1) / 2 * VIEW.height
    np.testing.assert_allclose(points[:, 2], frame.height(x**2 + 4 * y**2), atol=1e-9)  # on the surface
    return x, y


def test_an_arrow_follows_the_surface_from_its_start_to_its_end() -> None:
    (line,) = lines(StepArrow(3, np.array([1.5, 0.5]), np.array([-1.0, 0.0]), "accepted", True))
    x, y = places(line.points)
    np.testing.assert_allclose([x[0], y[0], x[-1], y[-1]], [1.5, 0.5, -1.0, 0.0], atol=1e-12)
    np.testing.assert_allclose(y, 0.5 * (x + 1) / 2.5, atol=1e-12)
    assert (line.number, line.kind, line.current, line.whole) == (3, "accepted", True, True)


@pytest.mark.parametrize("length", [10.0, 1e9])
def test_an_arrow_that_leaves_the_view_is_cut_at_its_edge_and_has_no_head(length: float) -> None:
    (line,) = lines(StepArrow(1, np.array([0.0, 0.5]), np.array([length, 0.5])))
    x, _ = places(line.points)
    assert x[-1] == pytest.approx(2.0)
    assert not line.whole


def test_an_arrow_from_outside_the_view_and_a_step_of_no_length_are_not_drawn() -> None:
    still = np.array([0.5, 0.5])
    assert lines(StepArrow(1, np.array([9.0, 0.0]), np.array([10.0, 0.0]))) == ()
    (line,) = lines(StepArrow(1, still, still.copy()))
    assert np.ptp(line.points, axis=0).max() == 0


def test_gradients_are_drawn_with_one_length() -> None:
    sizes = []
    for end in ([1e-4, 0.0], [0.0, 3.0]):
        (line,) = lines(StepArrow(1, np.zeros(2), np.array(end), "gradient"))
        sizes.append(np.linalg.norm(line.points[-1, :2] - line.points[0, :2]))
    assert sizes[0] == pytest.approx(sizes[1])


def test_the_model_of_newtons_step_on_a_quadratic_is_the_surface() -> None:
    bowl, surface = landscapes.bowl(), make_surface(landscapes.bowl(), VIEW, nodes=21)
    run = descend(bowl, np.array([1.0, 0.5]), make_method("newton"), Limits(3))
    trusted = trusted_model(bowl, open_step(bowl, run, 1, Oracle(bowl)).model)
    assert trusted is not None
    mesh = model_mesh(surface.frame, trusted, trusted.order)
    assert mesh is not None
    places(mesh.points.reshape(-1, 3))


def test_a_model_that_lies_elsewhere_is_not_drawn_on_a_plane_it_does_not_touch() -> None:
    """The plane goes through (1, 1, 1); the iterate has another third coordinate."""
    space = scene_of("a^2 + 2 b^2 + 3 c^2").landscape
    plane = Plane(Direction("a", (1.0, 0.0, 0.0)), Direction("b", (0.0, 1.0, 0.0)), (1.0, 1.0, 1.0))
    run = descend(space, np.array([1.0, 1.0, 5.0]), make_method("newton"), Limits(1))
    model = open_step(space, run, 1, Oracle(space)).model
    assert trusted_model(space.with_plane(plane), model) is None
