"""The plane in words: the read-out of a point, and what the plot shows for those who do not see it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from gradviz.gui.plot.choices import PlotChoices
from gradviz.gui.plot.names import html_name, html_number, plain_name, plain_number
from gradviz.gui.plot.picture import Picture
from gradviz.gui.translation import told
from gradviz.numeric.landscape import Landscape, Reading, View
from gradviz.sentences import say

__all__ = [
    "HINT",
    "KEYS",
    "NOWHERE",
    "cursor_html",
    "described",
    "fixed_html",
    "point_html",
    "point_words",
    "regions_html",
    "seen_words",
    "short_names",
]

FIXED = 6
"""Coordinates that are not drawn, of which the value is told."""
NOWHERE = say("The function is undefined everywhere in this view: its values, or another view, may help.")
HINT = say("Click: start a descent there · drag the point · wheel: zoom")
KEYS = say(
    "Arrow keys move the point, with Shift finely; Alt and arrow keys move the view, + and − zoom, Home brings the "
    "first view back, Enter starts a descent at the point. While a descent is shown, arrows, Home and End go through "
    "its steps and Space plays it; with Ctrl they move the point and the view."
)
_GAP = "&nbsp;" * 4
_LAYERS = {
    "colour": {
        "value": say("heat map"),
        "definiteness": say("regions of definiteness"),
        "error": say("error of the Taylor model"),
    },
    "contours": {
        "automatic": say("contours"),
        "linear": say("evenly spaced contours"),
        "logarithmic": say("logarithmic contours"),
    },
    "field": {
        "scaled": say("gradient field"),
        "unit": say("gradient field"),
        "streamlines": say("streamlines of the gradient"),
    },
    "stationary": {True: say("stationary points")},
    "hessian": {True: say("Hessian at the point")},
    "taylor": {1: say("contours of the tangent plane"), 2: say("contours of the second-order Taylor model")},
}


def short_names(labels: Sequence[str]) -> tuple[str, str]:
    """What the coordinates of the plane are called in formulas: their names, or s and t along directions."""
    x, y = (letter if " " in label else label for label, letter in zip(labels, "st", strict=True))
    return x, y


def _digits(place: float, span: float) -> int:
    """Significant digits of a coordinate that tell a thousandth of a view so wide, and four at least."""
    away = abs(place) / span if span > 0 else 1.0
    return 4 if not 10 < away < math.inf else min(4 + math.floor(math.log10(away)), 12)


def point_html(
    names: Sequence[str], x: float, y: float, value: float, norm: float | None, span: float = math.inf
) -> str:
    """``x = 1   y = 2   f = 5   ‖∇f‖ = 3``; without a norm where there is no gradient. `span` is the view's width."""
    f = html_name(names[2])
    rows = [(html_name(names[0]), x, _digits(x, span)), (html_name(names[1]), y, _digits(y, span)), (f, value, 5)]
    if norm is not None:
        rows.append((f"‖∇{f}‖", norm, 4))
    return _GAP.join(f"{n}&nbsp;=&nbsp;{html_number(v, digits)}" for n, v, digits in rows)


def point_words(
    names: Sequence[str],
    x: float,
    y: float,
    value: float,
    norm: float | None,
    gradient: tuple[float, float] = (math.nan, math.nan),
) -> str:
    """The same in plain words, with the gradient's components in the plane where there are any."""
    said = [(plain_name(names[0]), x), (plain_name(names[1]), y), (plain_name(names[2]), value)]
    parts = [f"{n} = {plain_number(v)}" for n, v in said]
    if all(map(math.isfinite, gradient)):
        components = ", ".join(plain_number(v) for v in gradient)
        parts.append(told(say("gradient = ({components})", components=components)))
    if norm is not None:
        parts.append(told(say("gradient norm = {norm}", norm=plain_number(norm))))
    return ", ".join(parts)


def cursor_html(names: Sequence[str], reading: Reading, span: float = math.inf) -> str:
    """What the function does under the mouse, in a view so wide."""
    f = html_name(names[2])
    places = zip(names, (reading.x, reading.y), strict=False)
    parts = [f"{html_name(name)}&nbsp;=&nbsp;{html_number(at, _digits(at, span))}" for name, at in places]
    if not reading.defined:
        return _at_cursor([*parts, told(say("{function} is not defined here", function=f))])
    parts.append(f"{f}&nbsp;=&nbsp;{html_number(reading.value, 5)}")
    gx, gy = (float(g) for g in reading.gradient)
    if math.isfinite(gx) and math.isfinite(gy):
        parts.append(f"∇{f}&nbsp;=&nbsp;({html_number(gx)},&nbsp;{html_number(gy)})")
    return _at_cursor(parts)


def _at_cursor(parts: Sequence[str]) -> str:
    return told(say("cursor: {values}", values="&nbsp; " + "&nbsp;&nbsp; ".join(parts)))


def fixed_html(landscape: Landscape, drawn: Sequence[str]) -> str:
    """The coordinates that are not drawn, and where they are held; "" when all are."""
    fixed = [
        f"{html_name(name)}&nbsp;=&nbsp;{html_number(float(value))}"
        for name, value in zip(landscape.coordinates(), landscape.origin, strict=True)
        if name not in drawn
    ]
    if not fixed:
        return ""
    values = ", ".join(fixed[:FIXED]) + (", …" if len(fixed) > FIXED else "")
    if not landscape.plane.symbols:
        return told(say("A plane through {values}", values=values))
    return told(say("Not drawn, held at: {values}", values=values))


def regions_html(kinds: Sequence[tuple], colours: Sequence[str], signs: dict, border: str) -> str:
    """A legend of the regions of definiteness."""
    return _GAP.join(
        f"<span style='background:{colours[int(kind)]}; color:{colours[int(kind)]}; border:1px solid {border}'>"
        f"&nbsp;■&nbsp;</span>&nbsp;{signs[kind]}&nbsp;{told(kind.words)}&nbsp;{max(round(100 * share), 1)}&nbsp;%"
        for kind, share in kinds
    )


def seen_words(names: Sequence[str], picture: Picture, view: View) -> str:
    """What is in view: from where to where the axes and the colours go, where the function is lowest and highest, and
    how much of the view it is undefined in."""
    ends = (view.x0, view.x1, view.y0, view.y1, picture.scale.low, picture.scale.high)
    x0, x1, y0, y1, low_, high_ = (plain_number(end, 3) for end in ends)
    x, y, function = (plain_name(name) for name in names)
    said = [
        say(
            "{x} goes from {x0} to {x1}, {y} from {y0} to {y1}, and {function} from {low} to {high}.",
            **{"x": x, "x0": x0, "x1": x1, "y": y, "y0": y0, "y1": y1},
            **{"function": function, "low": low_, "high": high_},
        )
    ]
    columns, rows = _inside(picture.xs, view.x0, view.x1), _inside(picture.ys, view.y0, view.y1)
    values = picture.values[rows, columns]
    known = np.isfinite(values)
    if known.any():
        xs, ys = picture.xs[columns], picture.ys[rows]
        places = {}
        for end, found in (("low", np.where(known, values, np.inf).argmin()), ("high", _largest(values, known))):
            row, column = np.unravel_index(int(found), values.shape)
            at = plain_number(float(xs[column]), 3), plain_number(float(ys[row]), 3)
            places[end] = f"{x} = {at[0]}, {y} = {at[1]}"
        said.append(say("It is lowest near {low}, and highest near {high}.", **places))
    if known.size and not known.all():
        share = 100 * (1 - float(known.mean()))
        percent = min(max(round(share), 1), 99 if known.any() else 100)
        told_of = {"function": function, "share": percent}
        said.append(say("{function} is not defined in {share} % of the view, which is hatched.", **told_of))
    return " ".join(told(part) for part in said)


def _inside(places: np.ndarray, low: float, high: float) -> slice:
    """Which of some increasing places are in view."""
    return slice(int(np.searchsorted(places, low)), int(np.searchsorted(places, high, "right")))


def _largest(values: np.ndarray, known: np.ndarray) -> int:
    return int(np.where(known, values, -np.inf).argmax())


def described(choices: PlotChoices, names: Sequence[str], point: str, has_gradient: bool, *extra: str) -> str:
    """What the plot shows, in a few sentences."""
    layers = []
    for attribute, words in _LAYERS.items():
        word = words.get(getattr(choices, attribute), "")
        if word and (attribute != "field" or has_gradient):
            layers.append(told(word))
    x, y, function = (plain_name(name) for name in names)
    layers = layers or [told(say("nothing but the axes"))]
    values = {"layers": ", ".join(layers), "function": function, "x": x, "y": y}
    shown = told(say("{layers} of {function} over the plane of {x} and {y}.", **values))
    at = told(say("At the point: {values}.", values=point))
    said = (shown[0].upper() + shown[1:], at, *extra)
    return " ".join(part if part[-1] in ".!?…" else f"{part}." for part in said if part)
