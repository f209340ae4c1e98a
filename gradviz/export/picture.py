"""A picture of a function and a descent on it, drawn with Pillow: no window, no display."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont, ImageOps

import gradviz
from gradviz.export.errors import ExportError
from gradviz.export.plot_axes import numbered
from gradviz.export.typst_compile import png_pages
from gradviz.numeric.binding import Array
from gradviz.numeric.contours import contour_lines, levels_for, scale_for
from gradviz.numeric.descent import Run
from gradviz.numeric.descent.principal import percent_shown
from gradviz.numeric.landscape import View
from gradviz.numeric.powers_of_ten import RAISED, lowered
from gradviz.numeric.views import suggested_view
from gradviz.typeset.greek import LETTERS

__all__ = [
    *("SUPERSAMPLE", "Colour", "Look", "Point", "Scene", "pieces", "rgb", "shorthand", "text_width"),
    *("write", "write_atomically", "write_picture"),
]

Colour = tuple[int, int, int]
Point = tuple[float, float]


def rgb(text: str) -> Colour:
    """``#rrggbb`` as three numbers."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


@dataclass(frozen=True, slots=True)
class Look:
    """The colours, ``#rrggbb``; the defaults are those of the light scheme."""

    paper: str = "#ffffff"
    ink: str = "#1a2130"
    muted: str = "#566072"
    frame: str = "#c6ccd6"
    contour: str = "#5f6f8c"
    undefined: str = "#e1e4ea"
    trajectory: str = "#b3156e"
    ahead: str = "#d98fb8"
    trajectories: tuple[str, ...] = ("#b3156e", "#0f766e", "#c2410c", "#5b3fc4", "#1d6fb8", "#7a5c00")
    start: str = "#1a2130"
    curve: str = "#3456c9"
    heat: tuple[str, ...] = ("#24508f", "#3f78b5", "#6ea3cf", "#a5c8e0", "#d6e6ef", "#f6f3e9", "#fbe3b8")

    @property
    def overlay(self) -> tuple[Colour, ...]:
        """What must stay as it is when colours are reduced to a palette."""
        return tuple(map(rgb, (self.paper, self.ink, self.muted, self.trajectory, self.ahead, self.start, self.curve)))


_LETTER = {name: letter for letter, name in LETTERS.items()}
SUPERSAMPLE = 2
LEFT, RIGHT, TOP, BOTTOM = 58, 16, 34, 46
FAR = 1e5
"""Pixels beyond which a line is cut off."""


class Scene:
    """A function drawn once, onto which any step of a descent can be drawn.

    Parameters
    ----------
    landscape : what to draw.
    run : the descent on it, or None.
    size : width and height in pixels.
    view : the part of the plane; by default the one that the app would show. It is widened to the picture's
        shape, so that both axes have the same scale.
    look : the colours.
    title : a line above the picture.
    name : the function's.
    """

    def __init__(
        self,
        landscape: Any,
        run: Run | None = None,
        *,
        size: tuple[int, int] = (640, 480),
        view: View | None = None,
        look: Look | None = None,
        title: str = "",
        name: str = "f",
    ) -> None:
        self.size = size
        self.look = look or Look()
        self.run = run
        self._path = np.empty((0, 2)) if run is None else landscape.project(run.states)
        self._inner = (size[0] - LEFT - RIGHT, size[1] - TOP - BOTTOM)
        if min(self._inner) < 32:
            raise ValueError("the picture is too small to hold anything")
        self._title, self._name = title, name
        self.share = "" if run is None else percent_shown(landscape, run)
        self.view = self._framed(landscape, view)
        self._names = self._axes(landscape)
        self._base = self._draw_base(landscape)

    def picture(self, step: int | None = None) -> Image.Image:
        """The picture at a step of the run (by default the last one)."""
        run = self.run
        if run is None:
            return self.picture_with(lambda _: None)
        at = run.steps if step is None else min(max(step, 0), run.steps)
        state = f"step {at} of {run.steps}    {self._name} = {run.values[at]:.5g}"
        return self.picture_with(lambda image: self._draw_path(image, at), state)

    def picture_with(self, draw: Callable[[Image.Image], None], state: str = "") -> Image.Image:
        """The picture with what `draw` draws onto the supersampled plot, below the labels; `state` stands above it."""
        image = self._base.copy()
        draw(image)
        image = image.resize(self.size, Image.Resampling.BOX) if SUPERSAMPLE > 1 else image
        self._draw_labels(image, state)
        return image

    @property
    def last(self) -> int:
        """The number of the last step."""
        return 0 if self.run is None else self.run.steps

    @property
    def overlay(self) -> tuple[Colour, ...]:
        """The colours that must stay as they are when colours are reduced to a palette."""
        return self.look.overlay

    # --- geometry

    def place(self, points: Array) -> Array:
        """Points (n, 2) of the plane to pixels of the supersampled picture."""
        width, height = self._inner
        x = LEFT + (points[:, 0] - self.view.x0) / self.view.width * width
        y = TOP + (self.view.y1 - points[:, 1]) / self.view.height * height
        return np.asarray(np.column_stack([x, y]) * SUPERSAMPLE)

    def box(self) -> tuple[int, int, int, int]:
        """The plot's rectangle in the supersampled picture: left, top, right, bottom."""
        width, height = self._inner
        return (
            LEFT * SUPERSAMPLE,
            TOP * SUPERSAMPLE,
            (LEFT + width) * SUPERSAMPLE,
            (TOP + height) * SUPERSAMPLE,
        )

    def _framed(self, landscape: Any, view: View | None) -> View:
        return _same_scale(view or suggested_view(landscape), self._inner)

    def _axes(self, landscape: Any) -> tuple[str, str]:
        """The names of both axes."""
        return landscape.plane.x.label(landscape.binding), landscape.plane.y.label(landscape.binding)

    # --- drawing

    def _blank(self) -> Image.Image:
        return Image.new("RGB", (self.size[0] * SUPERSAMPLE, self.size[1] * SUPERSAMPLE), self.look.paper)

    def _draw_base(self, landscape: Any) -> Image.Image:
        look, s, image = self.look, SUPERSAMPLE, self._blank()
        width, height = self._inner
        with np.errstate(all="ignore"):
            xs, ys = self.view.axes(width // 2, height // 2)
            values = landscape.value(xs, ys)
            scale = scale_for(values)
            shade = scale(values)
            lines = contour_lines(xs, ys, values, levels_for(scale))
        stops = np.array([rgb(c) for c in look.heat], dtype=float)
        position = np.linspace(0, 1, len(stops))
        known = np.isfinite(values)
        filled = np.where(known, shade, 0.0)
        heat = np.stack([np.interp(filled, position, stops[:, i]) for i in range(3)], axis=-1)
        heat[~known] = rgb(look.undefined)
        pixels = Image.fromarray(heat[::-1].round().astype(np.uint8))
        box = self.box()
        image.paste(pixels.resize((box[2] - box[0], box[3] - box[1]), Image.Resampling.BILINEAR), box[:2])
        inside = Image.new("L", image.size, 0)
        draw = ImageDraw.Draw(inside)
        for x, y in lines:
            for piece in pieces(self.place(np.column_stack([x, y]))):
                draw.line(piece, fill=150, width=s)
        image.paste(Image.new("RGB", image.size, look.contour), mask=inside)
        ImageDraw.Draw(image).rectangle(box, outline=look.frame, width=s)
        return image

    def _draw_path(self, image: Image.Image, step: int) -> None:
        look, s = self.look, SUPERSAMPLE
        points = self.place(self._path)
        usable = np.isfinite(points).all(axis=1) & (np.abs(points) < FAR).all(axis=1)
        points = points[: int(np.argmin(usable)) if not usable.all() else len(points)]
        if not len(points):
            return
        box = self.box()
        layer = image.crop(box)  # nothing is drawn outside the frame
        draw = ImageDraw.Draw(layer)
        points = points - np.array(box[:2])
        step = min(step, len(points) - 1)
        if step + 1 < len(points):
            draw.line([*map(tuple, points[step:].tolist())], fill=look.ahead, width=s)
        done: list[Point] = [(float(x), float(y)) for x, y in points[: step + 1]]
        if len(done) > 1:
            draw.line(done, fill=look.paper, width=4 * s, joint="curve")
            draw.line(done, fill=look.trajectory, width=2 * s, joint="curve")
        last = done[0]
        for x, y in done[1:-1]:
            if abs(x - last[0]) + abs(y - last[1]) >= 8 * s:
                _disc(draw, x, y, 2.5 * s, look.paper, look.trajectory, s)
                last = (x, y)
        x, y = done[0]
        draw.rectangle((x - 4 * s, y - 4 * s, x + 4 * s, y + 4 * s), fill=look.start, outline=look.paper, width=s)
        x, y = done[-1]
        _disc(draw, x, y, 5.5 * s, look.trajectory, look.ink, 2 * s)
        image.paste(layer, box[:2])
        ImageDraw.Draw(image).rectangle(box, outline=look.frame, width=s)

    def _draw_labels(self, image: Image.Image, state: str) -> None:
        look = self.look
        draw = ImageDraw.Draw(image)
        small = _font(12)
        width, height = self._inner
        for value, text in numbered(self.view.x0, self.view.x1, 7):
            x = LEFT + (value - self.view.x0) / self.view.width * width
            draw.line((x, TOP + height, x, TOP + height + 4), fill=look.frame)
            draw.text((x, TOP + height + 6), shorthand(text), look.muted, small, anchor="ma")
        for value, text in numbered(self.view.y0, self.view.y1, 6):
            y = TOP + (self.view.y1 - value) / self.view.height * height
            draw.line((LEFT - 4, y, LEFT, y), fill=look.frame)
            draw.text((LEFT - 7, y), shorthand(text), look.muted, small, anchor="rm")
        _draw_name(draw, LEFT + width / 2, self.size[1] - 16, self._names[0], look.ink)
        _draw_name(draw, 14, TOP + height / 2, self._names[1], look.ink, most=LEFT // 2)
        if self.share:
            words = f"{self.share} % of the motion"
            write(draw, self.size[0] - RIGHT, self.size[1] - 22, words, look.muted, 12, "ra")
        title = self._title
        if state:
            write(draw, self.size[0] - RIGHT, 10, shorthand(state), look.ink, 14, "ra")
        if title:
            write(draw, LEFT, 10, title, look.ink, 14, "la")


def write_picture(
    path: str | Path,
    landscape: Any,
    run: Run | None = None,
    *,
    size: tuple[int, int] = (960, 720),
    view: View | None = None,
    look: Look | None = None,
    title: str = "",
) -> None:
    """Write a PNG of the function and the whole descent.

    Raises
    ------
    OSError
        When the file cannot be written; nothing is left half-written.
    """
    image = Scene(landscape, run, size=size, view=view, look=look, title=title).picture()
    write_atomically(path, lambda target: image.save(target, "PNG", optimize=True))


def write_atomically(path: str | Path, save: Callable[[str], object]) -> None:
    """Let `save(temporary path)` write a file beside `path`, and move it there when it is whole."""
    path = Path(path)
    name = str(path.parent / f".{path.name[:40]}.{secrets.token_hex(6)}{path.suffix}")
    # Not mkstemp: what is exported is for others to read too, as far as the umask allows.
    os.close(os.open(name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        if path.exists():
            os.chmod(name, path.stat().st_mode & 0o777)
        save(name)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _same_scale(view: View, inner: tuple[int, int]) -> View:
    """The view widened until a unit is as long on both axes."""
    per_pixel = max(view.width / inner[0], view.height / inner[1])
    x, y = (view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2
    half_x, half_y = per_pixel * inner[0] / 2, per_pixel * inner[1] / 2
    return View(x - half_x, x + half_x, y - half_y, y + half_y)


def pieces(points: Array) -> list[list[Point]]:
    """The runs of a polyline between its NaN."""
    breaks = np.flatnonzero(~np.isfinite(points).all(axis=1))
    pieces = []
    start = 0
    for end in [*breaks.tolist(), len(points)]:
        if end - start > 1:
            pieces.append([(float(x), float(y)) for x, y in points[start:end]])
        start = end + 1
    return pieces


def _disc(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, fill: str, outline: str, width: int) -> None:
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill, outline=outline, width=width)


def _draw_name(
    draw: ImageDraw.ImageDraw, x: float, y: float, name: str, ink: str | int, most: float = float("inf")
) -> None:
    """A name with its index set low, its middle at (x, y); turned by a quarter where it is longer than `most`."""
    base, _, index = name.partition("_")
    base, index = _LETTER.get(base, base), _LETTER.get(index, index)
    big, small = 15, 11
    width = text_width(base, big) + text_width(index, small)
    if width > most:
        turned = Image.new("L", (round(width) + 8, 2 * big))
        _draw_name(ImageDraw.Draw(turned), turned.width / 2, big, name, 255)
        turned = turned.transpose(Image.Transpose.ROTATE_90)
        draw.bitmap((round(x - turned.width / 2), round(y - turned.height / 2)), turned, fill=ink)
        return
    left = x - width / 2
    write(draw, left, y, base, ink, big, "lm")
    write(draw, left + text_width(base, big) + 1, y + 5, index, ink, small, "lm")


def write(draw: ImageDraw.ImageDraw, x: float, y: float, text: str, ink: str | int, size: int, anchor: str) -> None:
    """Text with the anchor at (x, y) (Pillow's anchors); what Pillow's font lacks is set by Typst, whose has it."""
    mask = None if text.isascii() else _mask(text, size)
    if mask is None:
        draw.text((x, y), text, ink, _font(size), anchor=anchor)
        return
    left = x - {"l": 0.0, "m": mask.width / 2, "r": float(mask.width)}[anchor[0]]
    top = y - (mask.height / 2 if anchor[1] == "m" else 0)
    draw.bitmap((round(left), round(top)), mask, fill=ink)


def text_width(text: str, size: int) -> float:
    """How wide `write` writes it."""
    mask = None if text.isascii() else _mask(text, size)
    return float(_font(size).getlength(text)) if mask is None else float(mask.width)


@cache
def _mask(text: str, size: int) -> Image.Image | None:
    """The text's shape, black where nothing is; None when it cannot be set."""
    literal = text.replace("\\", "\\\\").replace('"', '\\"')
    source = (
        "#set page(width: auto, height: auto, margin: 1pt)\n"
        f'#set text(font: "New Computer Modern", size: {size * 1.1:g}pt)\n'
        '#set text(top-edge: "ascender", bottom-edge: "descender")\n'
        f'#text("{literal}")\n'
    )
    try:
        (png,) = png_pages(source, ppi=72.0)
    except (ExportError, ValueError, ImportError):
        return None
    with Image.open(BytesIO(png)) as image:
        return ImageOps.invert(image.convert("L"))


@cache
def _font_file() -> str | None:
    """A bundled text font, where there is one."""
    package = Path(gradviz.__file__).parent
    for folder in (package / "resources" / "fonts", package.parent / "resources" / "fonts"):
        found = sorted(p for p in folder.rglob("*") if p.suffix.lower() in {".ttf", ".otf"} and "Math" not in p.name)
        regular = [p for p in found if "regular" in p.name.lower()] or found
        if regular:
            return str(regular[0])
    return None


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    file = _font_file()
    return ImageFont.truetype(file, size) if file else ImageFont.load_default(size)


def shorthand(text: str) -> str:
    """Without the characters that Pillow's own font lacks."""
    if _font_file():
        return text
    return re.sub(f"·?10([{RAISED}]+)", _as_typed, text).replace("−", "-")


def _as_typed(power: re.Match[str]) -> str:
    """``2·10⁻⁵`` as ``2e-5``, ``10⁵`` as ``1e5``."""
    return f"{'' if power[0].startswith('·') else '1'}e{lowered(power[1])}"
