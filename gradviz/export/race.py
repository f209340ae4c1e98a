"""Several descents in one picture, told apart without colour too, with a legend that tells how each of them does."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from gradviz.export.curve_scene import scene_of
from gradviz.export.marks import CORNERS, Mark, mark_in
from gradviz.export.picture import SUPERSAMPLE, Colour, Look, Point, rgb, shorthand, text_width, write
from gradviz.numeric.binding import Array
from gradviz.numeric.descent import Method, Run, StopReason, has_step_size
from gradviz.numeric.descent.principal import percent_shown
from gradviz.numeric.landscape import View
from gradviz.sentences import counted
from gradviz.typeset.text import text

__all__ = ["ENDINGS", "Contender", "Race", "contenders", "dashed", "ended", "heading", "named", "runs_csv"]

WIDTH, HALO = 2, 4
"""Pixels: of a path's line, and of the paper around it."""
SMALL, LARGE = 4.0, 6.5
"""Pixels: the reach of an iterate's symbol, and of the present one's."""
SYMBOL_GAP = 34.0
"""Pixels of the path between two symbols."""
REACH = 10_000.0
"""Pixels from the plot at which a path is cut: a line cannot be drawn to 10^12."""
MOST_POINTS, MOST_SYMBOLS = 4_000, 300
"""Of a path that goes to and fro over the same pixels no more is drawn: it is one blot."""
ROW, SAMPLE, EDGE, TYPE = 20, 44, 16, 13
"""Pixels: a legend's row, a piece of line in it, the room beside it, its type."""
COLUMNS = ((6, 1), (16, 2), (24, 3))
"""So many entries stand in so many columns; what is more is counted."""
LONGEST_FORMULA = 60
"""Letters of a formula above a picture."""
ROOMY = 520
"""Pixels of a picture whose legend has room for how each descent ended."""
BLOCK = 16
"""The legend's height is a multiple of this: see the sides of a video."""

ENDINGS = {
    StopReason.CONVERGED: "converged",
    StopReason.BUDGET: "not yet",
    StopReason.DIVERGED: "diverged",
    StopReason.NONFINITE: "not finite",
    StopReason.OUTSIDE: "left the domain",
    StopReason.STALLED: "stuck",
}
"""How a descent ended, in a word or two; another one was stopped."""


@dataclass(frozen=True)
class Contender:
    """A descent among others: what it is called, the run, and its look."""

    title: str
    run: Run
    mark: Mark


def contenders(titles: Sequence[str], runs: Sequence[Run], look: Look) -> list[Contender]:
    """Runs with the looks that they have in the window, in their order."""
    pairs = enumerate(zip(titles, runs, strict=True))
    return [Contender(title, run, mark_in(look.trajectories, i)) for i, (title, run) in pairs]


def named(title: str, method: Method) -> str:
    """A method's title with its step size, where it has one: it may have been searched for."""
    size = getattr(method, "step_size", None) if has_step_size(method) else None
    return title if size is None else f"{title}, γ {shorthand(f'{size:.4g}')}"


def heading(landscape: Any, name: str) -> str:
    """``f = x^2 + y^2``; nothing for a formula too long to stand above a picture."""
    formula = text((landscape.curve if landscape.dimension == 1 else landscape).function)
    return f"{name} = {formula}" if len(formula) <= LONGEST_FORMULA else ""


def ended(run: Run, name: str = "f") -> str:
    """How a run ended, with its last value: ``converged, 28 steps, f = 0.835``."""
    words, steps = ENDINGS.get(run.reason, "stopped"), counted("{n} step", "{n} steps", run.steps)
    return f"{words}, {steps}, {name} = {shorthand(f'{run.values[-1]:.4g}')}"


def runs_csv(field: Sequence[Contender], coordinates: Sequence[str]) -> str:
    """The runs as one table of comma-separated values, whose first column names the descent.

    Columns that only some of the runs have are left empty in the others.
    """
    tables = [list(csv.reader(io.StringIO(c.run.to_csv(coordinates)))) for c in field]
    heads = list(dict.fromkeys(head for table in tables for head in table[0]))
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(["descent", *heads])
    for contender, (own, *rows) in zip(field, tables, strict=True):
        places = [own.index(head) if head in own else None for head in heads]
        writer.writerows([contender.title, *("" if p is None else row[p] for p in places)] for row in rows)
    return written.getvalue()


@dataclass(frozen=True)
class _Track:
    """A path in the plot: the places of all its steps, and which of them its line and its symbols stand at."""

    places: Array
    line: Array
    symbols: Array


class Race:
    """Several descents over a function that is drawn once, all up to the same step.

    Parameters
    ----------
    landscape : a `Landscape`, or a `CurveLandscape`.
    field : the descents.
    size : of the plot; the legend below makes the picture higher.
    view, look, title, name : see `Scene`.

    Attributes
    ----------
    size : of the whole picture.
    """

    def __init__(
        self,
        landscape: Any,
        field: Sequence[Contender],
        *,
        size: tuple[int, int] = (640, 480),
        view: View | None = None,
        look: Look | None = None,
        title: str = "",
        name: str = "f",
    ) -> None:
        self.look, self.field, self._name = look or Look(), list(field), name
        self._plot = scene_of(landscape, None, size=size, view=view, look=look, title=title, name=name)
        self._plot.share = percent_shown(landscape, *(c.run for c in self.field))
        self._tracks = [self._track(landscape, c.run) for c in self.field]
        self._columns = next((columns for most, columns in COLUMNS if len(self.field) <= most), COLUMNS[-1][1])
        self._entries = self.field if len(self.field) <= COLUMNS[-1][0] else self.field[: COLUMNS[-1][0] - 1]
        cells = min(len(self.field), COLUMNS[-1][0])
        self._rows = -(-cells // self._columns)
        self.size = (size[0], size[1] + -(-(self._rows * ROW + 6) // BLOCK) * BLOCK)
        self._tells_endings = self._columns == 1 and size[0] >= ROOMY
        self._legend = self._draw_legend()

    @property
    def last(self) -> int:
        """The longest descent's last step."""
        return max((c.run.steps for c in self.field), default=0)

    @property
    def overlay(self) -> tuple[Colour, ...]:
        """The colours that must stay as they are when colours are reduced to a palette."""
        return tuple(dict.fromkeys((*self.look.overlay, *(rgb(c.mark.colour) for c in self.field))))

    def picture(self, step: int | None = None) -> Image.Image:
        """All descents up to a step (by default the last one), or to their ends."""
        step = self.last if step is None else min(max(step, 0), self.last)
        plot = self._plot.picture_with(lambda image: self._draw_paths(image, step), f"step {step} of {self.last}")
        image = Image.new("RGB", self.size, self.look.paper)
        image.paste(plot)
        image.paste(self._legend, (0, plot.height))
        self._draw_state(ImageDraw.Draw(image), plot.height, step)
        return image

    # --- the paths

    def _track(self, landscape: Any, run: Run) -> _Track:
        left, top, right, bottom = self._plot.box()
        places = self._plot.place(landscape.project(run.states)) - np.array([left, top])
        places = _cut(places, np.array([right - left, bottom - top]) / 2, REACH * SUPERSAMPLE)
        if not len(places):
            return _Track(places, np.empty(0, dtype=int), np.empty(0, dtype=int))
        walked = np.concatenate([[0.0], np.hypot(*np.diff(places, axis=0).T).cumsum()])
        line = _fewer(_every(walked, 1.0), MOST_POINTS)
        return _Track(places, line, _fewer(_every(walked, SYMBOL_GAP * SUPERSAMPLE)[1:], MOST_SYMBOLS))

    def _draw_paths(self, image: Image.Image, step: int) -> None:
        look, s, box = self.look, SUPERSAMPLE, self._plot.box()
        layer = image.crop(box)  # nothing is drawn outside the frame
        draw = ImageDraw.Draw(layer)
        seen = []
        for contender, track in zip(self.field, self._tracks, strict=True):
            if len(track.places):
                at = min(step, len(track.places) - 1)
                seen.append((contender, track, at, track.places[np.append(track.line[track.line < at], at)]))
        for _, _, _, line in seen:  # all the paper first: no path cuts another in two
            _stroke(draw, line, look.paper, HALO * s, ())
        for contender, track, at, line in seen:
            mark = contender.mark
            _stroke(draw, line, mark.colour, WIDTH * s, mark.dashes)
            for place in track.places[track.symbols[track.symbols < at]]:
                _symbol(draw, place, mark.symbol, SMALL * s, look.paper, mark.colour, 1.2 * s)
        for place in {tuple(track.places[0].tolist()): None for _, track, _, _ in seen}:
            _symbol(draw, np.array(place), "s", 4.5 * s, look.start, look.paper, s)
        for contender, track, at, _ in seen:
            mark = contender.mark
            _symbol(draw, track.places[at], mark.symbol, LARGE * s, mark.colour, look.paper, 1.5 * s)
        image.paste(layer, box[:2])
        ImageDraw.Draw(image).rectangle(box, outline=look.frame, width=s)

    # --- the legend

    def _cell(self, i: int) -> tuple[float, float, float]:
        """Of an entry: its left, the middle of its row, its width."""
        width = (self.size[0] - 2 * EDGE) / self._columns
        return EDGE + width * (i // self._rows), ROW * (i % self._rows) + ROW / 2, width

    def _draw_legend(self) -> Image.Image:
        look, s = self.look, SUPERSAMPLE
        size = (self.size[0], self.size[1] - self._plot.size[1])
        image = Image.new("RGB", (size[0] * s, size[1] * s), look.paper)
        draw = ImageDraw.Draw(image)
        for i, contender in enumerate(self._entries):
            left, middle, _ = self._cell(i)
            mark, ends = contender.mark, np.array([[left, middle], [left + SAMPLE, middle]]) * s
            _stroke(draw, ends, mark.colour, WIDTH * s, mark.dashes)
            _symbol(draw, ends.mean(axis=0), mark.symbol, 5 * s, look.paper, mark.colour, 1.2 * s)
        image = image.resize(size, Image.Resampling.BOX)
        draw = ImageDraw.Draw(image)
        for i, contender in enumerate(self._entries):
            left, middle, width = self._cell(i)
            taken = 250 if self._tells_endings else 0 if self._columns > COLUMNS[1][1] else 96
            room = width - SAMPLE - 18 - taken
            _write_title(draw, left + SAMPLE + 8, middle, _shortened(contender.title, room), look.ink)
        if len(self._entries) < len(self.field):
            left, middle, _ = self._cell(len(self._entries))
            more = f"and {len(self.field) - len(self._entries)} more"
            write(draw, left + SAMPLE + 8, middle, more, look.muted, TYPE, "lm")
        return image

    def _draw_state(self, draw: ImageDraw.ImageDraw, top: int, step: int) -> None:
        """How each of them does at a step."""
        if self._columns > COLUMNS[1][1]:
            return
        for i, contender in enumerate(self._entries):
            left, middle, width = self._cell(i)
            run, right = contender.run, left + width - 10
            value = shorthand(f"{run.values[min(step, run.steps)]:.4g}")
            if self._tells_endings:
                ended = f"{ENDINGS.get(run.reason, 'stopped')}, {run.steps}" if step >= run.steps else ""
                write(draw, right, top + middle, ended, self.look.muted, TYPE, "rm")
                value, right = f"{self._name} = {value}", right - 240
                write(draw, right + 12, top + middle, value, self.look.ink, TYPE, "lm")
            else:
                write(draw, right, top + middle, value, self.look.ink, TYPE, "rm")


def dashed(line: Array, lengths: Sequence[float]) -> Iterator[Array]:
    """The dashes (k, 2) of a polyline (n, 2), for lengths of dashes and gaps by turns; they are counted from its
    start."""
    along = np.concatenate([[0.0], np.hypot(*np.diff(line, axis=0).T).cumsum()])
    edges = np.concatenate([[0.0], np.cumsum(lengths)])
    turns = edges[-1] * np.arange(int(along[-1] // edges[-1]) + 1)[:, None]
    starts, ends = (turns + edges[:-1:2]).ravel(), (turns + edges[1::2]).ravel()
    starts, ends = starts[starts < along[-1]], np.minimum(ends, along[-1])[starts < along[-1]]
    first, last = np.searchsorted(along, starts, "right"), np.searchsorted(along, ends, "left")

    def places(lengths: Array) -> Array:
        return np.column_stack([np.interp(lengths, along, line[:, i]) for i in range(2)])

    for begin, end, i, j in zip(places(starts), places(ends), first.tolist(), last.tolist(), strict=True):
        yield np.vstack([begin, line[i:j], end])


def _stroke(draw: ImageDraw.ImageDraw, line: Array, colour: str, width: int, dashes: tuple[float, ...]) -> None:
    for piece in dashed(line, [width * d for d in dashes]) if dashes else [line]:
        points: list[Point] = [(float(x), float(y)) for x, y in piece]
        draw.line(points, fill=colour, width=width, joint="curve")


def _symbol(
    draw: ImageDraw.ImageDraw, place: Array, symbol: str, reach: float, fill: str, edge: str, width: float
) -> None:
    corners = np.array(CORNERS[symbol])
    for size, colour in ((reach + width / 2, edge), (reach - width / 2, fill)):
        draw.polygon([(float(x), float(y)) for x, y in place + size * corners], fill=colour)


def _write_title(draw: ImageDraw.ImageDraw, left: float, middle: float, title: str, ink: str) -> None:
    """Only what Pillow's font lacks is set in another: one legend, one type."""
    for part in re.split(r"([^\x00-\x7f]+)", title):
        write(draw, left, middle, part, ink, TYPE, "lm")
        left += text_width(part, TYPE)


def _shortened(text: str, room: float) -> str:
    if text_width(text, TYPE) <= room:
        return text
    while text and text_width(f"{text}...", TYPE) > room:
        text = text[:-1]
    return f"{text.rstrip()}..."


def _cut(places: Array, middle: Array, reach: float) -> Array:
    """The places up to where they leave the surroundings of the plot, and a last one on the way out."""
    with np.errstate(all="ignore"):
        away = np.abs(places - middle).max(axis=1)
        outside = np.flatnonzero(~(away <= reach))
    if not len(outside):
        return places
    first = int(outside[0])
    if first == 0 or not np.isfinite(away[first]):
        return places[:first]
    share = (reach - away[first - 1]) / (away[first] - away[first - 1])
    edge = places[first - 1] + share * (places[first] - places[first - 1])
    return np.vstack([places[:first], edge])


def _every(walked: Array, gap: float) -> Array:
    """Indices of points about so far apart along their path; the first is kept."""
    return np.asarray(np.unique((walked / gap).astype(np.int64), return_index=True)[1])


def _fewer(indices: Array, most: int) -> Array:
    """Every so manieth, an odd number: of a path to and fro one side would be left otherwise."""
    return indices if len(indices) <= most else indices[:: -(-len(indices) // most) | 1]
