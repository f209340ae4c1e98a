"""What is drawn of a descent's path in a view: of a hundred thousand iterates, those that can be told apart. No Qt
here: of a long run it is worked out in a thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

__all__ = ["FAR", "DrawnPath", "Frame", "PathSource", "clipped", "draw_path", "thinned"]

MARKER_GAP = 9.0
"""Pixels between iterates that are both marked."""
LINE_GAP = 1.5
FAR = 40.0
"""Views away at which a path is cut: Qt cannot draw to 10^12."""
MOST_POINTS, MOST_MARKED = 6_000, 1_500
"""Of a path that goes back and forth over the same pixels, no more of it is drawn: it takes longer than a frame, and is
one blot."""


@dataclass(frozen=True)
class Frame:
    """A view as a path is drawn in it.

    Attributes
    ----------
    pixel : the width and height of a pixel.
    centre : of the view.
    reach : half its larger side.
    """

    pixel: tuple[float, float]
    centre: tuple[float, float]
    reach: float


@dataclass(frozen=True)
class PathSource:
    """Where the points of a path come from.

    Attributes
    ----------
    count : how many there are.
    points : gives those of a slice, (k, 2); it may be called in a thread.
    """

    count: int
    points: Callable[[slice], np.ndarray]

    def at(self, step: int) -> np.ndarray:
        """One point, (2,)."""
        return self.points(slice(step, step + 1))[0]

    def goes_on_from(self, other: PathSource) -> bool:
        """Whether this is the other one's path with more steps; looked at where they begin and where the other ends."""
        known = 0 < other.count <= self.count
        return known and all(np.array_equal(self.at(k), other.at(k)) for k in (0, other.count // 2, other.count - 1))


@dataclass(frozen=True)
class DrawnPath:
    """What is drawn of a path.

    Attributes
    ----------
    source, frame : of what, and for which view.
    first, length : the steps from `first` on, before `length`, are drawn: as far as the path lies in the surroundings
        of the view and is finite. Of a path that begins elsewhere it is the part that comes in last.
    numbers, line : (m,) and (m, 2), the points that its line goes through, and the steps that they are.
    marked_numbers, marked : likewise, the iterates that have a mark.
    """

    source: PathSource
    frame: Frame
    first: int
    length: int
    numbers: np.ndarray
    line: np.ndarray
    marked_numbers: np.ndarray
    marked: np.ndarray

    @property
    def is_whole(self) -> bool:
        """Whether nothing is cut from its end: what the path may have grown by since may be shown too."""
        return self.length == self.source.count

    def shows(self, step: int) -> bool:
        """Whether a step can be shown where it is."""
        return self.first <= step and (step < self.length or self.is_whole)


def draw_path(source: PathSource, frame: Frame) -> DrawnPath:
    """Cut and thin a path for a view."""
    points = source.points(slice(0, source.count))
    bad = np.flatnonzero(~np.isfinite(points).all(axis=1))
    points = points[: bad[0]] if len(bad) else points
    centre, reach = np.array(frame.centre), FAR * frame.reach
    first = _entry(points, centre, reach)
    path = clipped(points[first:], centre, reach)
    if not len(path):
        none, nowhere = np.empty(0, dtype=int), np.empty((0, 2))
        return DrawnPath(source, frame, 0, 0, none, nowhere, none, nowhere)
    whole = len(path) == len(points) - first and np.array_equal(path[-1], points[-1])
    length = first + len(path) - (0 if whole else 1)
    begins = first
    if first:  # where it comes in stands for the step before
        path = np.vstack([clipped(points[[first, first - 1]], centre, reach)[1:], path])
        begins = first - 1
    on_screen = path / np.array(frame.pixel)
    line = _fewer(thinned(on_screen, LINE_GAP), MOST_POINTS)
    marked = _fewer(thinned(on_screen, MARKER_GAP), MOST_MARKED)
    return DrawnPath(source, frame, first, length, line + begins, path[line], marked + begins, path[marked])


def _distance(points: np.ndarray, centre: np.ndarray) -> np.ndarray:
    """Of each point from the centre, along the axis on which it is further away."""
    with np.errstate(all="ignore"):
        return np.maximum(np.abs(points[:, 0] - centre[0]), np.abs(points[:, 1] - centre[1]))


def _entry(points: np.ndarray, centre: np.ndarray, reach: float) -> int:
    """The first point that is drawn: the start, if it is in the surroundings, or where the path comes in last."""
    inside = np.flatnonzero(_distance(points, centre) <= reach)
    if not len(inside) or inside[0] == 0:
        return 0
    breaks = np.flatnonzero(np.diff(inside) > 1)
    return int(inside[breaks[-1] + 1] if len(breaks) else inside[0])


def _fewer(kept: np.ndarray, most: int) -> np.ndarray:
    """At most about so many, the first and the last among them; every so manieth, an odd number, or of a path to and
    fro one side would be left.
    """
    if len(kept) <= most:
        return kept
    every = -(-len(kept) // most) | 1
    return np.append(kept[:-1:every], kept[-1])


def clipped(points: np.ndarray, centre: np.ndarray, reach: float) -> np.ndarray:
    """The path up to where it leaves the square of half side `reach`, and a last point on its edge."""
    distance = _distance(points, centre)
    outside = np.flatnonzero(~(distance <= reach))
    if not outside.size:
        return points
    first = int(outside[0])
    if first == 0 or not np.isfinite(distance[first]):
        return points[:first]
    inside = points[first - 1]
    way = points[first] - inside
    share = (reach - distance[first - 1]) / max(distance[first] - distance[first - 1], 1e-300)
    return np.vstack([points[:first], inside + min(max(share, 0.0), 1.0) * way])


def thinned(pixels: np.ndarray, gap: float) -> np.ndarray:
    """Indices of points at least `gap` pixels apart along the path; the first and the last are kept."""
    x, y = pixels[:, 0], pixels[:, 1]
    kept, i = [0], 0
    walked = np.concatenate([[0.0], (np.abs(np.diff(x)) + np.abs(np.diff(y))).cumsum()])
    short = 1e-9 * float(walked[-1])  # what adding up may lose
    last_x, last_y = float(x[0]), float(y[0])
    missing = gap
    while True:
        # Nobody is further away than he has walked: so far along the path there is no need to look.
        i = max(i + 1, int(np.searchsorted(walked, walked[i] + missing - short)))
        if i >= len(pixels):
            break
        here_x, here_y = float(x[i]), float(y[i])
        missing = gap - (abs(here_x - last_x) + abs(here_y - last_y))
        if missing <= 0:
            kept.append(i)
            last_x, last_y, missing = here_x, here_y, gap
    if kept[-1] != len(pixels) - 1:
        kept.append(len(pixels) - 1)
    return np.array(kept)
