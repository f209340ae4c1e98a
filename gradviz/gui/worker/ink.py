"""Where the ink is on a typeset line: what is free behind its last row, and what is to be set off. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

__all__ = ["Page"]

ROW = 20.0
"""Points from the lower edge of a picture: what reaches into them may be in the way of what stands in the last row."""

NEXT_ROW = 5.0
"""Points of height between two rows of a line; those above and below the bar of a fraction are nearer."""
AROUND, FAINT = 1.2, 0.1
"""Points by which a ground is larger than what is on it, and how strong it is."""

_TAG = re.compile(r"<(?P<close>/)?(?P<name>g|use|path|defs)\b(?P<rest>[^>]*)>")
_SYMBOL = re.compile(r'<symbol id="([^"]*)"[^>]*>\s*<path d="([^"]*)"')
_NUMBER = re.compile(r"-?[\d.]+(?:e-?\d+)?")
_COMMAND = re.compile(r"([MmLlHhVvCcZz])([^A-Za-z]*)")
_TRANSFORM = re.compile(r'transform="(?:translate|matrix)\(([^)]*)\)"')
_X = re.compile(r'\bx="([-\d.]+)"')
_GLYPH = re.compile(r'href="#([^"]*)"')
_D = re.compile(r'\bd="([^"]*)"')
_INK = re.compile(r'\b(?:fill|stroke)="(#\w+)"')
_HEIGHT = re.compile(r'viewBox="\S+ \S+ \S+ ([\d.]+)"')


@dataclass(frozen=True, slots=True)
class _Box:
    """What is drawn in one ink."""

    ink: str
    left: float
    right: float
    top: float
    bottom: float

    def joined(self, other: _Box) -> _Box:
        return _Box(
            self.ink,
            min(self.left, other.left),
            max(self.right, other.right),
            min(self.top, other.top),
            max(self.bottom, other.bottom),
        )

    def meets(self, other: _Box) -> bool:
        return (
            self.ink == other.ink
            and self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Page:
    """A page that Typst has drawn; it is read once, and only if it is asked about.

    Parameters
    ----------
    svg : the picture.
    """

    def __init__(self, svg: str) -> None:
        self.svg = svg

    @cached_property
    def _boxes(self) -> tuple[_Box, ...]:
        return tuple(_drawn(self.svg))

    def last_row_end(self) -> float:
        """The points from the left edge to the end of the last row."""
        height = _HEIGHT.search(self.svg)
        top = float(height[1]) - ROW if height else 0.0
        return max((box.right for box in self._boxes if box.bottom > top), default=0.0)

    def set_off(self, inks: Collection[str]) -> str:
        """The picture with a faint ground behind what is drawn in some inks (``#rrggbb``): it is seen in grey, too."""
        if not any(ink in self.svg for ink in inks):
            return self.svg
        grounds: list[_Box] = []
        open_ink = ""
        for box in self._boxes:
            if grounds and box.ink == open_ink and box.top < grounds[-1].bottom + NEXT_ROW:
                grounds[-1] = grounds[-1].joined(box)
            elif box.ink in inks:
                grounds.append(box)
            open_ink = box.ink if box.ink in inks else ""
        drawn = "".join(
            f'<rect x="{g.left - AROUND:.1f}" y="{g.top - AROUND:.1f}" width="{g.right - g.left + 2 * AROUND:.1f}"'
            f' height="{g.bottom - g.top + 2 * AROUND:.1f}" rx="2" fill="{g.ink}" fill-opacity="{FAINT}"/>'
            for g in _merged(grounds)
        )
        start = self.svg.index(">") + 1
        return self.svg[:start] + drawn + self.svg[start:]


def _merged(boxes: Sequence[_Box]) -> list[_Box]:
    """Boxes of one ink that overlap, as what stands above and below the bar of a fraction, as one."""
    found: list[_Box] = []
    for box in boxes:
        for other in [other for other in found if other.meets(box)]:
            found.remove(other)
            box = box.joined(other)
        found.append(box)
    return found


def _drawn(svg: str) -> Iterator[_Box]:
    """The glyphs, which stand upside down, and the strokes, in the order in which they are drawn."""
    glyphs = dict(_SYMBOL.findall(svg))
    places = [(0.0, 0.0)]
    for tag in _TAG.finditer(svg):
        rest, name = tag["rest"], tag["name"]
        if name == "defs":
            return
        if name == "g" and tag["close"]:
            places.pop()
            continue
        across, down = _moved(rest)
        x, y = places[-1][0] + across, places[-1][1] + down
        if name == "g" and not rest.endswith("/"):
            places.append((x, y))
        elif name == "use" and (glyph := _GLYPH.search(rest)) and glyph[1] in glyphs:
            left, right, lowest, highest = _reach(glyphs[glyph[1]])
            start = _X.search(rest)
            x += float(start[1]) if start else 0.0
            yield _Box(_ink(rest), x + left, x + right, y - highest, y - lowest)
        elif name == "path" and (stroke := _D.search(rest)):
            left, right, lowest, highest = _reach(stroke[1])
            yield _Box(_ink(rest), x + left, x + right, y + lowest, y + highest)


def _ink(rest: str) -> str:
    found = _INK.search(rest)
    return found[1] if found else ""


def _moved(rest: str) -> tuple[float, float]:
    """How far a group is moved to the right, and down."""
    found = _TRANSFORM.search(rest)
    numbers = [float(number) for number in _NUMBER.findall(found[1])] if found else []
    if len(numbers) == 1:  # translate(5)
        return numbers[0], 0.0
    return (numbers[-2], numbers[-1]) if numbers else (0.0, 0.0)


@lru_cache(maxsize=2000)
def _reach(path: str) -> tuple[float, float, float, float]:
    """The smallest and largest x, and y, of a path; those of its curves at most."""
    x = y = 0.0
    start = (0.0, 0.0)
    found: list[tuple[float, float]] = []
    for command, rest in _COMMAND.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        kind, absolute = command.lower(), command.isupper()
        if kind == "z":
            x, y = start
            continue
        if kind == "h":
            pairs = [(number, y if absolute else 0.0) for number in numbers]
        elif kind == "v":
            pairs = [(x if absolute else 0.0, number) for number in numbers]
        else:
            pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
        points = 3 if kind == "c" else 1
        for at, (across, along) in enumerate(pairs):
            here = (across, along) if absolute else (x + across, y + along)
            if kind != "m" or not absolute:
                found.append(here)
            if at % points == points - 1:  # the points before it only bend the curve
                x, y = here
        if kind == "m":
            start = (x, y)
    across_all, along_all = [p[0] for p in found] or [0.0], [p[1] for p in found] or [0.0]
    return min(across_all), max(across_all), min(along_all), max(along_all)
