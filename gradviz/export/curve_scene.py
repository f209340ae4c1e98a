"""A picture of a function of one number and a descent on its curve, drawn with Pillow."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from gradviz.export.picture import SUPERSAMPLE, Scene, pieces
from gradviz.numeric.curve_views import suggested_range, unbroken
from gradviz.numeric.descent.line import CurveLandscape
from gradviz.numeric.landscape import View

__all__ = ["CurveScene", "scene_of"]

SAMPLES = 1_201
LINE = 2
"""Pixels: the curve's width."""


class CurveScene(Scene):
    """A function of one number drawn once, onto which any step of a descent can be drawn.

    The parameters are those of `Scene`, with a `CurveLandscape`; the view's height shows values, and each axis has its
    own scale.
    """

    def _framed(self, landscape: Any, view: View | None) -> View:
        return view or View(*suggested_range(landscape.curve))

    def _axes(self, landscape: Any) -> tuple[str, str]:
        return landscape.curve.label(), self._name

    def _draw_base(self, landscape: Any) -> Image.Image:
        look, view, image = self.look, self.view, self._blank()
        ts = np.linspace(view.x0, view.x1, SAMPLES)
        with np.errstate(all="ignore"):
            values = landscape.curve.value(ts)
        line = unbroken(landscape.curve, ts, values, view.height)
        box = self.box()
        layer = image.crop(box)
        draw = ImageDraw.Draw(layer)
        self._shade_gaps(draw, ts, values)
        if view.y0 < 0 < view.y1:
            self._stroke(draw, np.array([[view.x0, 0.0], [view.x1, 0.0]]), look.frame, 1)
        self._stroke(draw, np.column_stack([ts, line]), look.curve, LINE)
        image.paste(layer, box[:2])
        ImageDraw.Draw(image).rectangle(box, outline=look.frame, width=SUPERSAMPLE)
        return image

    def _stroke(self, draw: ImageDraw.ImageDraw, points: np.ndarray, colour: str, width: int) -> None:
        """A line in the plot; far above and below it is cut, for Pillow cannot draw to 10^300."""
        (left, top), far = self.box()[:2], self.view.height
        with np.errstate(all="ignore"):
            cut = np.clip(points[:, 1], self.view.y0 - far, self.view.y1 + far)
        placed = self.place(np.column_stack([points[:, 0], cut])) - np.array([left, top])
        for piece in pieces(placed):
            draw.line(piece, fill=colour, width=width * SUPERSAMPLE, joint="curve")

    def _shade_gaps(self, draw: ImageDraw.ImageDraw, ts: np.ndarray, values: np.ndarray) -> None:
        """Where the function has no value."""
        edges = np.flatnonzero(np.diff(np.concatenate([[0], (~np.isfinite(values)).astype(np.int8), [0]])))
        left, top, _, bottom = self.box()
        for first, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            if end - first > 1:  # one place alone is a pole
                ends = np.array([[ts[first], self.view.y1], [ts[end - 1], self.view.y1]])
                (x0, _), (x1, _) = self.place(ends).tolist()
                draw.rectangle((x0 - left, 0, x1 - left, bottom - top), fill=self.look.undefined)


def scene_of(landscape: Any, *given: Any, **settings: Any) -> Scene:
    """The `Scene` or `CurveScene` of a landscape; the parameters are theirs."""
    return (CurveScene if isinstance(landscape, CurveLandscape) else Scene)(landscape, *given, **settings)
