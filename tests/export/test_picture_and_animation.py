"""Pictures and animations of a descent, read back from their files."""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gradviz.export.animation import chosen_steps, write_gif
from gradviz.export.picture import Look, Scene, write_picture
from gradviz.numeric.binding import default_binding
from gradviz.numeric.descent import GradientDescent, Limits, Run, descend
from gradviz.numeric.landscape import Landscape, default_plane
from tests.numeric import expressions as e


def colours(image: Image.Image) -> set[tuple[int, int, int]]:
    return set(map(tuple, np.asarray(image.convert("RGB")).reshape(-1, 3).tolist()))


def rgb(text: str) -> tuple[int, int, int]:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


@pytest.fixture(scope="module")
def rosenbrock() -> Landscape:
    variables = [e.x, e.y]
    binding = default_binding(variables, variables=variables)
    plane = default_plane(variables, binding)
    assert plane is not None
    return Landscape(e.ROSENBROCK, e.ROSENBROCK_GRADIENT, None, binding, plane)


@pytest.fixture(scope="module")
def run(rosenbrock: Landscape) -> Run:
    return descend(rosenbrock, np.array([-1.0, -1.0]), GradientDescent(0.001), Limits(steps=30))


def test_every_frame_has_the_trajectorys_own_colours(tmp_path: Path, rosenbrock: Landscape, run: Run) -> None:
    path = tmp_path / "descent.gif"
    write_gif(path, rosenbrock, run, size=(320, 240), frames=8)
    look = Look()
    with Image.open(path) as animation:
        assert animation.size == (320, 240)
        assert animation.n_frames == 8
        assert animation.info["loop"] == 0
        frames = []
        for i in range(8):
            animation.seek(i)
            frames.append(animation.convert("RGB"))
        assert animation.info["duration"] > 1000  # the last one is held
    for frame in frames:
        assert {rgb(look.trajectory), rgb(look.paper)} <= colours(frame)
    assert all(np.asarray(a).tobytes() != np.asarray(b).tobytes() for a, b in pairwise(frames))


def test_the_palette_stays_close_to_the_picture(tmp_path: Path, rosenbrock: Landscape, run: Run) -> None:
    path = tmp_path / "descent.gif"
    write_gif(path, rosenbrock, run, size=(320, 240), frames=2)
    wanted = np.asarray(Scene(rosenbrock, run, size=(320, 240)).picture(run.steps), dtype=float)
    with Image.open(path) as animation:
        animation.seek(1)
        found = np.asarray(animation.convert("RGB"), dtype=float)
    assert np.abs(found - wanted).mean() < 4


def test_a_picture_shows_the_whole_run(tmp_path: Path, rosenbrock: Landscape, run: Run) -> None:
    path = tmp_path / "plot.png"
    write_picture(path, rosenbrock, run, size=(400, 300), title="f")
    with Image.open(path) as image:
        assert image.size == (400, 300)
        assert rgb(Look().trajectory) in colours(image)


def test_it_works_without_a_run_and_where_the_function_is_undefined(tmp_path: Path) -> None:
    variables = [e.x, e.y]
    binding = default_binding(variables, variables=variables)
    plane = default_plane(variables, binding)
    assert plane is not None
    barrier = Landscape(e.BARRIER, e.BARRIER_GRADIENT, None, binding, plane)
    write_picture(tmp_path / "plot.png", barrier, size=(400, 300))
    with Image.open(tmp_path / "plot.png") as image:
        assert rgb(Look().undefined) in colours(image)


def test_a_run_that_runs_away_is_drawn(tmp_path: Path, rosenbrock: Landscape) -> None:
    away = descend(rosenbrock, np.array([-1.0, 1.5]), GradientDescent(0.1))
    write_gif(tmp_path / "away.gif", rosenbrock, away, size=(200, 160))
    assert (tmp_path / "away.gif").stat().st_size > 1_000


def test_a_single_state_is_a_gif_too(tmp_path: Path, rosenbrock: Landscape) -> None:
    still = descend(rosenbrock, np.array([1.0, 1.0]), GradientDescent(0.1))
    write_gif(tmp_path / "still.gif", rosenbrock, still, size=(200, 160))
    with Image.open(tmp_path / "still.gif") as image:
        assert image.n_frames == 1


def test_both_axes_have_the_same_scale(rosenbrock: Landscape) -> None:
    scene = Scene(rosenbrock, size=(800, 300))
    corners = np.array([[0.0, 0.0], [1.0, 1.0]])
    across, up = np.abs(np.diff(scene.place(corners), axis=0)[0])
    assert across == pytest.approx(up)


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, rosenbrock: Landscape, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plot.png"
    path.write_bytes(b"old")

    def fail(*_arguments: object, **_settings: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Image.Image, "save", fail)
    with pytest.raises(OSError, match="disk full"):
        write_picture(path, rosenbrock, size=(200, 160))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(OSError, match="missing"):
        write_picture(tmp_path / "missing" / "plot.png", rosenbrock, size=(200, 160))


def test_greek_is_drawn_and_not_boxes(tmp_path: Path, rosenbrock: Landscape) -> None:
    def title(text: str) -> np.ndarray:
        write_picture(tmp_path / "plot.png", rosenbrock, size=(400, 300), title=text)
        with Image.open(tmp_path / "plot.png") as image:
            return np.asarray(image.convert("L"))[:30]

    letters = [title(text) for text in ("β", "θ", "φ₁", 'β "quoted" \\ #x')]
    assert all((drawn < 128).any() for drawn in letters)
    for one, other in pairwise(letters):
        assert not np.array_equal(one, other)


def test_what_is_written_has_the_usual_permissions(tmp_path: Path, rosenbrock: Landscape, run: Run) -> None:
    before = os.umask(0o027)
    try:
        write_picture(tmp_path / "plot.png", rosenbrock, size=(200, 160))
        write_gif(tmp_path / "descent.gif", rosenbrock, run, size=(200, 160), frames=2)
    finally:
        os.umask(before)
    if os.name == "posix":
        assert {p.stat().st_mode & 0o777 for p in tmp_path.iterdir()} == {0o640}
        (tmp_path / "plot.png").chmod(0o604)
        write_picture(tmp_path / "plot.png", rosenbrock, size=(200, 160))
        assert (tmp_path / "plot.png").stat().st_mode & 0o777 == 0o604  # as the file that it replaces


@pytest.mark.parametrize("steps", [0, 1, 59, 60, 61, 100, 1_000, 100_000])
def test_chosen_steps_begin_at_the_start_end_at_the_end_and_are_few(steps: int) -> None:
    chosen = chosen_steps(steps)
    assert chosen[0] == 0
    assert chosen[-1] == steps
    assert len(chosen) <= 60
    assert chosen == sorted(set(chosen))
    assert len(chosen) > min(steps, 40)
