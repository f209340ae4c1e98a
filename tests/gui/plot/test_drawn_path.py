"""What is drawn of a long path is worked out in a thread, and is what would be drawn at once."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication

from gradviz.gui.plot import trajectory
from gradviz.gui.plot.drawn_path import MOST_MARKED, MOST_POINTS, Frame, PathSource, draw_path
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.numeric.descent import Limits, descend, make_method
from gradviz.numeric.planes import View
from tests.gui.plot import landscapes

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

FRAME = Frame((0.01, 0.01), (0.0, 0.0), 2.0)
STEPS = 30_000


def source(points: np.ndarray) -> PathSource:
    return PathSource(len(points), lambda part: points[part])


@pytest.fixture(scope="module")
def run() -> Any:
    return descend(
        landscapes.rosenbrock(),
        np.array([-1.2, 1.0]),
        make_method("gradient-descent", step_size=1e-4),
        Limits(steps=STEPS),
    )


@pytest.fixture
def view(qtbot: Any) -> Any:
    made = PlaneView()
    qtbot.addWidget(made)
    made.resize(500, 480)
    made.show()
    made.set_landscape(landscapes.rosenbrock())
    qtbot.waitUntil(lambda: not made.busy)
    yield made
    made.shutdown()


def seen(view: PlaneView) -> list[np.ndarray]:
    path = view.canvas.trajectory
    lines = [np.array(item.getData()) for item in (path._behind, path._ahead, path._iterates)]
    return [*lines, np.array(path.start.place), np.array(path.current.place)]


def test_a_long_path_follows_from_a_thread_and_is_the_one_that_would_be_drawn_at_once(
    qtbot: Any, view: PlaneView, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.set_run(run)
    view.show_step(12_345)
    assert view.busy
    qtbot.waitUntil(lambda: not view.busy)
    threaded = seen(view)
    monkeypatch.setattr(trajectory, "AT_ONCE", 10**9)
    view.set_run(None)
    view.set_run(run)
    view.show_step(12_345)
    assert not view.busy
    for one, other in zip(threaded, seen(view), strict=True):
        np.testing.assert_array_equal(one, other)
    np.testing.assert_array_equal(threaded[-1], run.states[12_345])


def test_a_zoom_draws_more_of_a_long_path(qtbot: Any, view: PlaneView, run: Any) -> None:
    view.set_run(run)
    qtbot.waitUntil(lambda: not view.busy)
    before = view.canvas.trajectory.drawn
    x, y = run.states[20_000].tolist()
    view.canvas.set_view(View(x - 0.02, x + 0.02, y - 0.02, y + 0.02))
    assert view.canvas.trajectory.drawn is before  # what was thinned for the view before stays until the new is there
    qtbot.waitUntil(lambda: not view.busy)
    after = view.canvas.trajectory.drawn
    near = [np.abs(drawn.line - [x, y]).max(axis=1) < 0.02 for drawn in (before, after)]
    assert near[1].sum() > 3 * near[0].sum() > 0
    assert not view.canvas.trajectory.start.visible  # it is more than forty views away
    view.show_step(20_000)
    np.testing.assert_array_equal(seen(view)[-1], [x, y])


def test_the_old_path_stays_until_the_new_one_takes_its_place_and_a_dropped_one_never_comes(
    qtbot: Any, view: PlaneView, run: Any
) -> None:
    other = descend(landscapes.rosenbrock(), np.array([1.5, -0.5]), run.method, Limits(steps=STEPS))
    view.set_run(run)
    qtbot.waitUntil(lambda: not view.busy)
    view.set_run(other)
    view.show_step(0)
    assert np.array_equal(seen(view)[3], run.states[0])
    assert view.canvas.trajectory.start.visible
    qtbot.waitUntil(lambda: not view.busy)
    assert np.array_equal(seen(view)[3], other.states[0])
    view.set_run(run)  # superseded before it is worked out
    view.set_run(None)
    for _ in range(20):
        QCoreApplication.processEvents()
    assert not view.busy
    assert view.canvas.trajectory.drawn is None
    assert not view.canvas.trajectory.start.visible


def test_what_a_path_has_grown_by_is_shown_before_it_is_thinned(qtbot: Any, view: PlaneView, run: Any) -> None:
    made = landscapes.rosenbrock()
    first = descend(made, run.states[0], run.method, Limits(steps=10_000))
    view.set_run(first)
    qtbot.waitUntil(lambda: not view.busy)
    view.set_run(run)
    view.show_step(20_000)
    np.testing.assert_array_equal(seen(view)[-1], run.states[20_000])


def test_of_a_path_over_the_same_pixels_no_more_is_drawn_than_a_frame_has_time_for() -> None:
    rng = np.random.default_rng(0)
    drawn = draw_path(source(rng.normal(size=(100_000, 2))), FRAME)
    assert MOST_POINTS / 2 < len(drawn.line) <= MOST_POINTS + 1
    assert MOST_MARKED / 2 < len(drawn.marked) <= MOST_MARKED + 1
    to_and_fro = np.column_stack([np.where(np.arange(100_001) % 2, 1.0, -1.0), np.linspace(0, 1, 100_001)])
    line = draw_path(source(to_and_fro), FRAME).line
    assert min((line[:, 0] > 0).sum(), (line[:, 0] < 0).sum()) > 0.4 * len(line)


@pytest.mark.parametrize(
    ("points", "length", "last"),
    [
        ([[0, 0], [1, 1], [np.inf, 0]], 2, [1, 1]),  # not finite
        ([[0, 0], [1, 0], [1e9, 0]], 2, [80, 0]),  # cut on the edge of the surroundings
        ([[np.nan, 0], [1, 1]], 0, None),
        ([[160, 1], [0, 1], [200, 1], [120, 2], [40, 2], [1, 2]], 6, [1, 2]),  # begins elsewhere, and comes in last
    ],
)
def test_a_path_is_drawn_up_to_where_it_leaves(points: Any, length: int, last: Any) -> None:
    drawn = draw_path(source(np.array(points, dtype=float)), FRAME)
    assert drawn.length == length
    if last is None:
        assert not len(drawn.line)
    else:
        np.testing.assert_allclose(drawn.line[-1], last)
        begins = [80, 2] if drawn.first else points[0]
        np.testing.assert_allclose(drawn.line[0], begins)
