"""A descent as an animation: a GIF, or an MP4 where the optional part "video" is installed.

All frames of a GIF share one palette, which is made from the first and the last picture and keeps the trajectory's
colours exactly: a palette for each frame takes 25 times as long and flickers.
"""

from __future__ import annotations

import importlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from gradviz.export.errors import ExportError
from gradviz.export.picture import Look, Scene, write_atomically
from gradviz.numeric.descent import Run
from gradviz.numeric.landscape import Landscape, View

__all__ = ["ANIMATIONS", "CancelledError", "chosen_steps", "write_animation", "write_gif", "write_mp4"]

ANIMATIONS = (".gif", ".mp4")
"""Suffixes of what `write_animation` writes."""

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

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class CancelledError(ExportError):
    """Somebody stopped it; nothing was written."""

    def __init__(self) -> None:
        super().__init__("cancelled")


def write_animation(path: str | Path, landscape: Landscape, run: Run, **settings: Any) -> None:
    """Write a descent as what the path's suffix says; the settings are those of `write_gif`.

    Raises
    ------
    ExportError
        For another suffix, for a video without the part that writes it, and when it is cancelled.
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


def write_gif(
    path: str | Path,
    landscape: Landscape,
    run: Run,
    *,
    size: tuple[int, int] = (640, 480),
    view: View | None = None,
    look: Look | None = None,
    title: str = "",
    frames: int = FRAMES,
    progress: Progress = lambda _done, _all: None,
    cancelled: Cancelled = lambda: False,
) -> None:
    """Write a descent as a GIF that plays without end.

    Parameters
    ----------
    progress : is told how many pictures of how many are drawn.
    cancelled : whether to stop.

    Raises
    ------
    OSError
        When the file cannot be written; nothing is left half-written.
    CancelledError
        After `cancelled`.
    """
    scene = Scene(landscape, run, size=size, view=view, look=look, title=title)
    steps = chosen_steps(run.steps, frames)
    last = scene.picture(steps[-1])
    palette = _palette(scene.picture(steps[0]), last, scene.look)
    images = [_reduced(picture, palette, scene.look) for picture in _pictures(scene, steps, progress, cancelled)]
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


def write_mp4(
    path: str | Path,
    landscape: Landscape,
    run: Run,
    *,
    size: tuple[int, int] = (640, 480),
    view: View | None = None,
    look: Look | None = None,
    title: str = "",
    frames: int = FRAMES,
    progress: Progress = lambda _done, _all: None,
    cancelled: Cancelled = lambda: False,
) -> None:
    """Write a descent as a video; the parameters are those of `write_gif`.

    Raises
    ------
    ExportError
        Where the optional part is missing, or when it cannot make the video.
    """
    try:
        writer: Any = importlib.import_module("imageio_ffmpeg")
    except ImportError:
        raise ExportError(
            "an MP4 needs the optional part “video”; install it with: pip install 'gradviz[video]', or write a .gif"
        ) from None
    width, height = (-(-side // BLOCK) * BLOCK for side in size)
    scene = Scene(landscape, run, size=(width, height), view=view, look=look, title=title)
    steps = chosen_steps(run.steps, frames)
    with tempfile.TemporaryDirectory(prefix="gradviz-") as folder:
        target = os.path.join(folder, "descent.mp4")
        try:
            stream = writer.write_frames(
                target, (width, height), fps=VIDEO_FPS, codec="libx264", macro_block_size=BLOCK
            )
            stream.send(None)
            for i, picture in enumerate(_pictures(scene, steps, progress, cancelled)):
                content = picture.tobytes()
                for _ in range(VIDEO_LAST if i == len(steps) - 1 else VIDEO_FRAMES_A_STEP):
                    stream.send(content)
            stream.close()
        except (OSError, RuntimeError, StopIteration) as error:
            raise ExportError(f"the video could not be made: {error}") from error
        write_atomically(path, lambda to: Path(to).write_bytes(Path(target).read_bytes()))


def _pictures(scene: Scene, steps: list[int], progress: Progress, cancelled: Cancelled) -> Iterator[Image.Image]:
    for i, step in enumerate(steps):
        if cancelled():
            raise CancelledError
        yield scene.picture(step)
        progress(i + 1, len(steps))


def _reduced(picture: Image.Image, palette: Image.Image, look: Look) -> Image.Image:
    """The picture in the palette's colours. Pillow looks colours up coarsely, so the overlay's are put right."""
    reduced = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    indices = np.array(reduced)
    pixels = np.asarray(picture).astype(np.uint32)
    packed = pixels[..., 0] << 16 | pixels[..., 1] << 8 | pixels[..., 2]
    for i, (r, g, b) in reversed(list(enumerate(look.overlay))):
        indices[packed == (r << 16 | g << 8 | b)] = i
    exact = Image.fromarray(indices)
    exact.putpalette(palette.getpalette() or [])
    return exact


def _palette(first: Image.Image, last: Image.Image, look: Look) -> Image.Image:
    """One palette for all frames: the pictures' main colours, and the overlay's as they are."""
    both = Image.new("RGB", (first.width, first.height * 2))
    both.paste(first, (0, 0))
    both.paste(last, (0, first.height))
    kept = [part for colour in look.overlay for part in colour]
    main = both.quantize(COLOURS - len(look.overlay), Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    found = main.getpalette() or []
    entries = kept + found[: 3 * (COLOURS - len(look.overlay))]
    entries += entries[:3] * (COLOURS - len(entries) // 3)  # the rest repeats the first colour
    palette = Image.new("P", (1, 1))
    palette.putpalette(entries)
    return palette
