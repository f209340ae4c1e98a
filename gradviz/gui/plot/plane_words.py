"""The plane in words: the read-out of a point, and what the plot shows for those who do not see it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from gradviz.gui.plot.choices import PlotChoices
from gradviz.gui.plot.names import html_name, html_number, plain_name, plain_number
from gradviz.numeric.landscape import Landscape, Reading

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
    "short_names",
]

FIXED = 6
"""Coordinates that are not drawn, of which the value is told."""
NOWHERE = "The function is undefined everywhere in this view: its values, or another view, may help."
HINT = "Click: start a descent there · drag the point · wheel: zoom"
KEYS = (
    "Arrow keys move the point, with Shift finely; Alt and arrow keys move the view, + and − zoom, Home brings the "
    "first view back, Enter starts a descent at the point."
)
_GAP = "&nbsp;" * 4
_LAYERS = {
    "colour": {"value": "heat map", "definiteness": "regions of definiteness", "error": "error of the Taylor model"},
    "contours": {
        "automatic": "contours",
        "linear": "evenly spaced contours",
        "logarithmic": "logarithmic contours",
    },
    "field": {"scaled": "gradient field", "unit": "gradient field", "streamlines": "streamlines of the gradient"},
    "stationary": {True: "stationary points"},
    "hessian": {True: "Hessian at the point"},
    "taylor": {1: "contours of the tangent plane", 2: "contours of the second-order Taylor model"},
}


def short_names(labels: Sequence[str]) -> tuple[str, str]:
    """What the coordinates of the plane are called in formulas: their names, or s and t along directions."""
    x, y = (letter if " " in label else label for label, letter in zip(labels, "st", strict=True))
    return x, y


def point_html(names: Sequence[str], x: float, y: float, value: float, norm: float | None) -> str:
    """``x = 1   y = 2   f = 5   ‖∇f‖ = 3``; without a norm where there is no gradient."""
    f = html_name(names[2])
    rows = [(html_name(names[0]), x, 4), (html_name(names[1]), y, 4), (f, value, 5)]
    if norm is not None:
        rows.append((f"‖∇{f}‖", norm, 4))
    return _GAP.join(f"{n}&nbsp;=&nbsp;{html_number(v, digits)}" for n, v, digits in rows)


def point_words(names: Sequence[str], x: float, y: float, value: float, norm: float | None) -> str:
    said = [(plain_name(names[0]), x), (plain_name(names[1]), y), (plain_name(names[2]), value)]
    if norm is not None:
        said.append(("gradient norm", norm))
    return ", ".join(f"{n} = {plain_number(v)}" for n, v in said)


def cursor_html(names: Sequence[str], reading: Reading) -> str:
    """What the function does under the mouse."""
    f = html_name(names[2])
    parts = [f"{html_name(names[0])}&nbsp;=&nbsp;{html_number(reading.x)}"]
    parts.append(f"{html_name(names[1])}&nbsp;=&nbsp;{html_number(reading.y)}")
    if not reading.defined:
        return "cursor:&nbsp; " + "&nbsp;&nbsp; ".join([*parts, f"{f} is not defined here"])
    parts.append(f"{f}&nbsp;=&nbsp;{html_number(reading.value, 5)}")
    gx, gy = (float(g) for g in reading.gradient)
    if math.isfinite(gx) and math.isfinite(gy):
        parts.append(f"∇{f}&nbsp;=&nbsp;({html_number(gx)},&nbsp;{html_number(gy)})")
    return "cursor:&nbsp; " + "&nbsp;&nbsp; ".join(parts)


def fixed_html(landscape: Landscape, drawn: Sequence[str]) -> str:
    """The coordinates that are not drawn, and where they are held; "" when all are."""
    fixed = [
        f"{html_name(name)}&nbsp;=&nbsp;{html_number(float(value))}"
        for name, value in zip(landscape.coordinates(), landscape.origin, strict=True)
        if name not in drawn
    ]
    if not fixed:
        return ""
    if not landscape.plane.symbols:
        return "A plane through " + ", ".join(fixed[:FIXED]) + (", …" if len(fixed) > FIXED else "")
    return "Not drawn, held at: " + ", ".join(fixed[:FIXED]) + (", …" if len(fixed) > FIXED else "")


def regions_html(kinds: Sequence[tuple], colours: Sequence[str], signs: dict, border: str) -> str:
    """A legend of the regions of definiteness."""
    return _GAP.join(
        f"<span style='background:{colours[int(kind)]}; color:{colours[int(kind)]}; border:1px solid {border}'>"
        f"&nbsp;■&nbsp;</span>&nbsp;{signs[kind]}&nbsp;{kind.words}&nbsp;{max(round(100 * share), 1)}&nbsp;%"
        for kind, share in kinds
    )


def described(choices: PlotChoices, names: Sequence[str], point: str, has_gradient: bool, extra: str = "") -> str:
    """What the plot shows, in a sentence or two."""
    layers = []
    for attribute, words in _LAYERS.items():
        word = words.get(getattr(choices, attribute), "")
        if word and (attribute != "field" or has_gradient):
            layers.append(word)
    listed = ", ".join(layers) if layers else "nothing but the axes"
    plane = f"over the plane of {plain_name(names[0])} and {plain_name(names[1])}"
    shown = f"{listed[0].upper()}{listed[1:]} of {plain_name(names[2])} {plane}."
    return " ".join(part for part in (shown, f"At the point: {point}.", extra) if part)
