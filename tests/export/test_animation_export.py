"""Animations with progress and cancel, as GIF and as MP4, and figures of a descent."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from gradviz.export import descend_command
from gradviz.export.animation import CancelledError, chosen_steps, write_animation, write_gif
from gradviz.export.curve_scene import CurveScene, scene_of
from gradviz.export.errors import ExportError
from gradviz.numeric.curve import curve_through
from gradviz.numeric.descent import GradientDescent, Limits, descend
from gradviz.numeric.descent.line import CurveLandscape
from gradviz.numeric.planes import View
from tests.gui.plot import landscapes

SMALL = (200, 160)


@pytest.fixture(scope="module")
def run() -> Any:
    return descend(landscapes.bowl(), np.array([1.0, 1.0]), GradientDescent(0.05), Limits(12))


def test_the_progress_tells_every_picture(tmp_path: Path, run: Any) -> None:
    told: list[tuple[int, int]] = []
    write_gif(tmp_path / "a.gif", landscapes.bowl(), run, size=SMALL, frames=5, progress=lambda *n: told.append(n))
    assert told == [(i, 5) for i in range(1, 6)]


def test_cancelled_it_leaves_no_file(tmp_path: Path, run: Any) -> None:
    done: list[int] = []
    with pytest.raises(CancelledError):
        write_gif(
            *(tmp_path / "a.gif", landscapes.bowl(), run),
            size=SMALL,
            progress=lambda i, _: done.append(i),
            cancelled=lambda: len(done) >= 2,
        )
    assert done == [1, 2]
    assert not list(tmp_path.iterdir())


def test_a_video_without_its_part_says_what_to_install(
    tmp_path: Path, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    with pytest.raises(ExportError, match=r"gradviz\[video\]"):
        write_animation(tmp_path / "a.mp4", landscapes.bowl(), run, size=SMALL)
    assert not list(tmp_path.iterdir())


def test_a_video_holds_every_picture_at_sides_that_players_take(
    tmp_path: Path, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[bytes] = []

    def write_frames(path: str, size: tuple[int, int], **_: Any) -> Iterator[None]:
        Path(path).write_bytes(b"video %dx%d" % size)
        while True:
            frames.append((yield))

    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", SimpleNamespace(write_frames=write_frames))
    path = tmp_path / "a.mp4"
    write_animation(path, landscapes.bowl(), run, size=(201, 160), frames=4)
    assert path.read_bytes() == b"video 208x160"
    assert {len(f) for f in frames} == {208 * 160 * 3}
    assert len(set(frames)) == len(chosen_steps(run.steps, 4)) == 4


def test_a_video_that_is_cancelled_ends_the_program_that_writes_it(
    tmp_path: Path, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []

    def write_frames(_path: str, _size: tuple[int, int], **_: Any) -> Iterator[None]:
        try:
            while True:
                yield
        finally:
            ended.append("closed")

    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", SimpleNamespace(write_frames=write_frames))
    done: list[int] = []
    with pytest.raises(CancelledError) as caught:
        write_animation(
            *(tmp_path / "a.mp4", landscapes.bowl(), run),
            size=SMALL,
            progress=lambda i, _: done.append(i),
            cancelled=lambda: len(done) >= 2,
        )
    assert caught.value  # its traceback still holds the frames
    assert ended == ["closed"]
    assert not list(tmp_path.iterdir())


def test_another_suffix_is_told(tmp_path: Path, run: Any) -> None:
    with pytest.raises(ExportError, match=r"\.gif, \.mp4"):
        write_animation(tmp_path / "a.webm", landscapes.bowl(), run)


def test_on_a_curve_every_iterate_is_a_disc_at_its_value() -> None:
    """At x = 2, 1, 1/2 of x²: the disc's middle is where the axes say, in the trajectory's colour."""
    line = CurveLandscape(curve_through(landscapes.bowl().with_origin(np.zeros(2))))
    run = descend(line, np.array([2.0]), GradientDescent(0.25), Limits(2))
    scene = scene_of(line, run, size=(374, 280), view=View(-2.0, 3.0, -1.0, 5.0), name="g")
    assert isinstance(scene, CurveScene)
    for step, (at, value) in enumerate([(2.0, 4.0), (1.0, 1.0), (0.5, 0.25)]):
        place = (58 + round((at + 2) * 60), 34 + round((5 - value) * 100 / 3))
        assert scene.picture(step).getpixel(place) == (0xB3, 0x15, 0x6E)


BOWL = ("x^2 + 4 y^2", "1,2")


@pytest.mark.parametrize(
    ("suffix", "head", "text", "start"),
    [
        (".svg", b"<svg", *BOWL),
        (".pdf", b"%PDF", *BOWL),
        (".png", b"\x89PNG", *BOWL),
        (".svg", b"<svg", "log(x) + 1/x", "4"),
    ],
)
def test_the_command_draws_the_path(tmp_path: Path, suffix: str, head: bytes, text: str, start: str) -> None:
    parser = argparse.ArgumentParser()
    descend_command.add_arguments(parser)
    path = tmp_path / f"run{suffix}"
    given = [text, "--start", start, "--steps", "20", "--ppi", "50", "-o", str(path)]
    assert descend_command.run(parser.parse_args(given)) == 0
    content = path.read_bytes()
    assert head in content[:200]
    if suffix == ".svg":
        from gradviz.export.plot_look import LOOKS

        assert LOOKS["light"].base.trajectory.encode() in content
