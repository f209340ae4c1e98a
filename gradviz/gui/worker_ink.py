"""How far the last row of a typeset line reaches, so that something can stand behind it. No Qt here."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["last_row_end"]

ROW = 20.0
"""Points from the lower edge of a picture: what reaches into them may be in the way of what stands in the last row."""

_TAG = re.compile(r"<(?P<close>/)?(?P<name>g|use|path|defs)\b(?P<rest>[^>]*?)(?P<empty>/)?>")
_SYMBOL = re.compile(r'<symbol id="([^"]*)"[^>]*>\s*<path d="([^"]*)"')
_NUMBER = re.compile(r"-?[\d.]+(?:e-?\d+)?")
_COMMAND = re.compile(r"([MmLlHhVvCcZz])([^A-Za-z]*)")
_TRANSFORM = re.compile(r'transform="(?:translate|matrix)\(([^)]*)\)"')
_X = re.compile(r'\bx="([-\d.]+)"')
_GLYPH = re.compile(r'href="#([^"]*)"')
_D = re.compile(r'\bd="([^"]*)"')
_HEIGHT = re.compile(r'viewBox="\S+ \S+ \S+ ([\d.]+)"')


def last_row_end(svg: str) -> float:
    """The points from the left edge of the picture to the end of its last row.

    Parameters
    ----------
    svg : a page that Typst has drawn: groups that are moved, glyphs, which stand upside down, and strokes.
    """
    height = _HEIGHT.search(svg)
    if height is None:
        return 0.0
    glyphs = dict(_SYMBOL.findall(svg))
    top = float(height[1]) - ROW
    places, end = [(0.0, 0.0)], 0.0
    for tag in _TAG.finditer(svg):
        if tag["name"] == "defs":
            break
        x, y = places[-1]
        rest = tag["rest"]
        if tag["name"] == "g":
            if tag["close"]:
                places.pop()
            elif not tag["empty"]:
                across, down = _moved(rest)
                places.append((x + across, y + down))
        elif tag["name"] == "use" and (glyph := _GLYPH.search(rest)) and (drawn := glyphs.get(glyph[1])):
            right, lowest, _ = _reach(drawn)
            if y - lowest > top:
                start = _X.search(rest)
                end = max(end, x + right + (float(start[1]) if start else 0.0))
        elif tag["name"] == "path" and (stroke := _D.search(rest)):
            across, down = _moved(rest)
            right, _, highest = _reach(stroke[1])
            if y + down + highest > top:
                end = max(end, x + across + right)
    return end


def _moved(rest: str) -> tuple[float, float]:
    """How far a group is moved to the right, and down."""
    found = _TRANSFORM.search(rest)
    numbers = [float(number) for number in _NUMBER.findall(found[1])] if found else []
    if len(numbers) == 1:  # translate(5)
        return numbers[0], 0.0
    return (numbers[-2], numbers[-1]) if numbers else (0.0, 0.0)


@lru_cache(maxsize=2000)
def _reach(path: str) -> tuple[float, float, float]:
    """The largest x and the smallest and largest y of a path; those of its curves at most."""
    x = y = right = lowest = highest = 0.0
    start = (0.0, 0.0)
    for command, rest in _COMMAND.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        kind, absolute = command.lower(), command.isupper()
        if kind == "z":
            x, y = start
            continue
        if kind in "hv":
            flat = [(number, 0.0 if not absolute else y) for number in numbers]
            pairs = flat if kind == "h" else [(0.0 if not absolute else x, number) for number in numbers]
        else:
            pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
        points = 3 if kind == "c" else 1
        for at, (across, along) in enumerate(pairs):
            here = (across, along) if absolute else (x + across, y + along)
            right, lowest, highest = max(right, here[0]), min(lowest, here[1]), max(highest, here[1])
            if at % points == points - 1:  # the points before it only bend the curve
                x, y = here
        if kind == "m":
            start = (x, y)
    return right, lowest, highest
