"""Descents as an animation: a GIF, or an MP4 where the optional part "video" is installed.

All frames of a GIF share one palette, which is made from the first and the last picture and keeps the trajectory's
colours exactly: a palette for each frame takes 25 times as long and flickers.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypedDict, Unpack

import numpy as np
from PIL import Image

from gradviz.export.curve_scene import scene_of
from gradviz.export.errors import ExportError
from gradviz.export.picture import Colour, Look, Scene, write_atomically
from gradviz.export.race import Contender, Race
from gradviz.numeric.descent import Run
from gradviz.numeric.landscape import View

__all__ = ["ANIMATIONS", "CancelledError", "Settings", "chosen_steps", "write_animation", "write_gif", "write_mp4"]

ANIMATIONS = (".gif", ".mp4")
"""Suffixes of what `write_animation` writes."""

SIZE = (640, 480)
FRAMES = 60
COLOURS = 256
FRAME_MILLISECONDS = 100
LAST_MILLISECONDS = 2_000

VIDEO_FPS = 30
VIDEO_FRAMES_A_STEP = 3
"""So that a step is shown for a tenth of a second, as in a GIF."""
VIDEO_LAST = 60
BLOCK = 16
"""Sides of a video are multiples of this: many players refuse others."""

Descents = Run | Sequence[Contender]
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Settings(TypedDict, total=False):
    """How an animation looks; what is left out has its default.

    Attributes
    ----------
    size : width and height of the plot in pixels, (640, 480); the legend of several descents comes below. A video's are
        rounded up to what players take.
    view : the part of the plane; by default the one that the app would show. Of a curve: the interval and the values.
    look : the colours; the light scheme's.
    title : a line above the picture.
    name : the function's, "f".
    frames : at most so many pictures, 60.
    progress : is told how many pictures of how many are drawn.
    cancelled : whether to stop.
    """

    size: tuple[int, int]
    view: View | None
    look: Look | None
    title: str
    name: str
    frames: int
    progress: Progress
    cancelled: Cancelled


class CancelledError(ExportError):
    """Somebody stopped it; nothing was written."""

    def __init__(self) -> None:
        super().__init__("cancelled")


def write_animation(path: str | Path, landscape: Any, run: Descents, **settings: Unpack[Settings]) -> None:
    """Write a descent, or several side by side, as what the path's suffix says.

    Parameters
    ----------
    landscape : a `Landscape`, or a `CurveLandscape` for a function of one number.
    run : a `Run`, or for several descents `Contender`s.
    settings : see `Settings`.

    Raises
    ------
    ExportError
        For another suffix, for a video without the part that writes it, and (`CancelledError`) when it is cancelled.
    OSError
        When the file cannot be written; nothing is left half-written.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in ANIMATIONS:
        raise ExportError(f"no animation is known for “{suffix}”; there are {', '.join(ANIMATIONS)}")
    (write_gif if suffix == ".gif" else write_mp4)(path, landscape, run, **settings)


def chosen_steps(steps: int, frames: int = FRAMES) -> list[int]:
    """At most `frames` step numbers from 0 to `steps`: every early step, then longer and longer strides."""
    if steps + 1 <= frames:
        return list(range(steps + 1))
    chosen = {0, steps}
    low, high = 1.0, float(steps)
    for _ in range(60):  # the ratio of the strides that gives the number of frames
        ratio = (low * high) ** 0.5
        chosen = set(np.unique(np.round(_strides(ratio, steps))).astype(int).tolist()) | {0, steps}
        if len(chosen) > frames:
            low = ratio
        else:
            high = ratio
    if len(chosen) > frames:
        chosen = set(np.linspace(0, steps, frames).round().astype(int).tolist())
    return sorted(chosen)


def _strides(ratio: float, steps: int) -> list[float]:
    found = [0.0]
    stride = 1.0
    while found[-1] + stride < steps and len(found) < 10_000:
        found.append(found[-1] + stride)
        stride *= ratio
    return found


def write_gif(path: str | Path, landscape: Any, run: Descents, **settings: Unpack[Settings]) -> None:
    """Write a descent as a GIF that plays without end; parameters and errors are those of `write_animation`."""
    scene = _scene(landscape, run, settings)
    steps = chosen_steps(scene.last, settings.get("frames", FRAMES))
    palette = _palette(scene.picture(steps[0]), scene.picture(steps[-1]), scene.overlay)
    images = [_reduced(picture, palette, scene.overlay) for picture in _pictures(scene, steps, settings)]
    durations = [FRAME_MILLISECONDS] * (len(images) - 1) + [LAST_MILLISECONDS]

    def save(target: str) -> None:
        images[0].save(
            target,
            "GIF",
            save_all=True,
            append_images=images[1:],
            duration=durations if len(images) > 1 else LAST_MILLISECONDS,
            loop=0,
            disposal=1,
            optimize=False,
        )

    write_atomically(path, save)


def write_mp4(path: str | Path, landscape: Any, run: Descents, **settings: Unpack[Settings]) -> None:
    """Write a descent as a video; parameters and errors are those of `write_animation`."""
    try:
        writer: Any = importlib.import_module("imageio_ffmpeg")
    except ImportError:
        raise ExportError(
            "an MP4 needs the optional part “video”; install it with: pip install 'gradviz[video]', or write a .gif"
        ) from None
    width, height = (-(-side // BLOCK) * BLOCK for side in settings.get("size", SIZE))
    settings["size"] = (width, height)
    scene = _scene(landscape, run, settings)
    steps = chosen_steps(scene.last, settings.get("frames", FRAMES))
    with tempfile.TemporaryDirectory(prefix="gradviz-") as folder:
        target = os.path.join(folder, "descent.mp4")
        try:
            frames = writer.write_frames(target, scene.size, fps=VIDEO_FPS, codec="libx264", macro_block_size=BLOCK)
            with contextlib.closing(frames) as stream:  # also when it is cancelled: a program writes at its other end
                stream.send(None)
                for i, picture in enumerate(_pictures(scene, steps, settings)):
                    content = picture.tobytes()
                    for _ in range(VIDEO_LAST if i == len(steps) - 1 else VIDEO_FRAMES_A_STEP):
                        stream.send(content)
        except (OSError, RuntimeError, StopIteration) as error:
            raise ExportError(f"the video could not be made: {error}") from error
        write_atomically(path, lambda to: Path(to).write_bytes(Path(target).read_bytes()))


def _scene(landscape: Any, run: Descents, settings: Settings) -> Scene | Race:
    look: dict[str, Any] = {
        "size": settings.get("size", SIZE),
        "view": settings.get("view"),
        "look": settings.get("look"),
        "title": settings.get("title", ""),
        "name": settings.get("name", "f"),
    }
    return scene_of(landscape, run, **look) if isinstance(run, Run) else Race(landscape, run, **look)


def _pictures(scene: Scene | Race, steps: list[int], settings: Settings) -> Iterator[Image.Image]:
    progress, cancelled = settings.get("progress"), settings.get("cancelled")
    for i, step in enumerate(steps):
        if cancelled is not None and cancelled():
            raise CancelledError
        yield scene.picture(step)
        if progress is not None:
            progress(i + 1, len(steps))


def _reduced(picture: Image.Image, palette: Image.Image, overlay: tuple[Colour, ...]) -> Image.Image:
    """The picture in the palette's colours. Pillow looks colours up coarsely, so the overlay's are put right."""
    reduced = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    indices = np.array(reduced)
    pixels = np.asarray(picture).astype(np.uint32)
    packed = pixels[..., 0] << 16 | pixels[..., 1] << 8 | pixels[..., 2]
    for i, (r, g, b) in reversed(list(enumerate(overlay))):
        indices[packed == (r << 16 | g << 8 | b)] = i
    exact = Image.fromarray(indices)
    exact.putpalette(palette.getpalette() or [])
    return exact


def _palette(first: Image.Image, last: Image.Image, overlay: tuple[Colour, ...]) -> Image.Image:
    """One palette for all frames: the pictures' main colours, and the overlay's as they are."""
    both = Image.new("RGB", (first.width, first.height * 2))
    both.paste(first, (0, 0))
    both.paste(last, (0, first.height))
    kept = [part for colour in overlay for part in colour]
    main = both.quantize(COLOURS - len(overlay), Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    found = main.getpalette() or []
    entries = kept + found[: 3 * (COLOURS - len(overlay))]
    entries += entries[:3] * (COLOURS - len(entries) // 3)  # the rest repeats the first colour
    palette = Image.new("P", (1, 1))
    palette.putpalette(entries)
    return palette
