"""A sheet to draw on: lines and pictures as SVG, texts set by Typst; written as SVG, PDF or PNG.

All lengths are in points, y downwards. The texts' fonts are embedded in PDF, and outlines in SVG.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import numpy as np
from PIL import Image

from gradviz.export.typst_compile import pdf, png_pages, svg_pages
from gradviz.numeric.binding import Array
from gradviz.typeset.typst import string

__all__ = ["Box", "Sheet"]

_ANCHORS = {"middle": (0.5, 0.5), "left": (0.0, 0.5), "right": (1.0, 0.5), "top": (0.5, 0.0)}
FAR = 1e5
"""Points beyond which nothing is drawn."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the sheet and the data's rectangle that it shows.

    Attributes
    ----------
    left, top, width, height : in points.
    x0, x1, y0, y1 : the data's.
    """

    left: float
    top: float
    width: float
    height: float
    x0: float
    x1: float
    y0: float
    y1: float

    def place(self, x: Array, y: Array) -> Array:
        """Points (n, 2) of the sheet."""
        px = self.left + (np.asarray(x, dtype=float) - self.x0) / (self.x1 - self.x0) * self.width
        py = self.top + (self.y1 - np.asarray(y, dtype=float)) / (self.y1 - self.y0) * self.height
        return np.column_stack([np.atleast_1d(px), np.atleast_1d(py)])


@dataclass
class Sheet:
    """What is drawn so far.

    Attributes
    ----------
    width, height : of the page.
    paper, ink : its colour, and that of the texts.
    title, description : for readers of the file who do not see it.
    """

    width: float
    height: float
    paper: str
    ink: str
    title: str = ""
    description: str = ""
    _shapes: list[str] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _clips: list[str] = field(default_factory=list)

    # --- drawing

    def clip(self, box: Box | None) -> None:
        """What follows is drawn inside a box only; None ends that."""
        if self._clips:
            self._shapes.append("</g>")
            self._clips.pop()
        if box is not None:
            name = f"clip{len(self._shapes)}"
            self._shapes.append(
                f'<defs><clipPath id="{name}"><rect x="{box.left:.2f}" y="{box.top:.2f}" width="{box.width:.2f}" '
                f'height="{box.height:.2f}"/></clipPath></defs><g clip-path="url(#{name})">'
            )
            self._clips.append(name)

    def line(
        self,
        points: Array,
        colour: str,
        width: float = 0.8,
        *,
        opacity: float = 1.0,
        dash: str = "",
        fill: str = "none",
        flat: bool = False,
    ) -> None:
        """A polyline (n, 2); NaN separates its pieces. With `flat` ends short gaps between dashes stay open."""
        path = _path(points, closed=fill != "none")
        if path:
            dashed = f' stroke-dasharray="{dash}"' if dash else ""
            self._shapes.append(
                f'<path d="{path}" fill="{fill}" stroke="{colour}" stroke-width="{width:g}" '
                f'stroke-opacity="{opacity:g}"'
                f' stroke-linejoin="round" stroke-linecap="{"butt" if flat else "round"}"{dashed}/>'
            )

    def disc(self, x: float, y: float, radius: float, fill: str, edge: str, width: float = 1.2) -> None:
        """A disc."""
        if np.isfinite([x, y]).all() and max(abs(x), abs(y)) < FAR:
            self._shapes.append(
                f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:g}" fill="{fill}" stroke="{edge}" '
                f'stroke-width="{width:g}"/>'
            )

    def frame(self, box: Box, colour: str) -> None:
        """A rectangle's outline."""
        self._shapes.append(
            f'<rect x="{box.left:.2f}" y="{box.top:.2f}" width="{box.width:.2f}" height="{box.height:.2f}" fill="none" '
            f'stroke="{colour}" stroke-width="0.8"/>'
        )

    def picture(self, box: Box, pixels: np.ndarray) -> None:
        """An image (rows, columns, 3 or 4) of uint8, its first row at the top."""
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, "PNG", optimize=True)
        data = base64.b64encode(buffer.getvalue()).decode()
        self._shapes.append(
            f'<image x="{box.left:.2f}" y="{box.top:.2f}" width="{box.width:.2f}" height="{box.height:.2f}" '
            f'preserveAspectRatio="none" xlink:href="data:image/png;base64,{data}"/>'
        )

    def mathematics(
        self,
        x: float,
        y: float,
        source: str,
        anchor: str = "middle",
        size: float = 11,
        most: float = 2000.0,
        *,
        upwards: bool = False,
    ) -> None:
        """Typst mathematics with its anchor ("middle", "left", "right", "top") at a place; at most `most` wide;
        `upwards` turned by a quarter, as a long name of a vertical axis is.
        """
        body = f"#text(size: {size:g}pt)[${source}$]"
        self._put(x, y, anchor, f"#rotate(-90deg, reflow: true)[{body}]" if upwards else body, most)

    def words(
        self,
        x: float,
        y: float,
        text: str,
        anchor: str = "middle",
        *,
        size: float = 9,
        colour: str = "",
        paper: str = "",
    ) -> None:
        """Plain words; with `paper` on a ground of that colour."""
        colour = colour or self.ink
        body = f'#text(size: {size:g}pt, fill: rgb("{colour}"), {string(text)})'
        if paper:
            body = f'#box(fill: rgb("{paper}"), inset: 1.2pt, radius: 1.5pt)[{body}]'
        self._put(x, y, anchor, body)

    def _put(self, x: float, y: float, anchor: str, body: str, most: float = 2000.0) -> None:
        across, down = _ANCHORS[anchor]
        self._texts.append(f"#at({x:.2f}pt, {y:.2f}pt, {across:g}, {down:g}, {most:.2f}pt, [{body}])")

    # --- writing

    def svg(self) -> bytes:
        """An SVG document."""
        (texts,) = svg_pages(self._source(with_shapes=False))
        source = texts.decode("utf-8")
        start = source.index(">", source.index("<svg")) + 1
        if "xmlns:xlink" not in source[:start]:
            source = source[: start - 1] + ' xmlns:xlink="http://www.w3.org/1999/xlink"' + source[start - 1 :]
            start = source.index(">", source.index("<svg")) + 1
        told = f"<title>{escape(self.title)}</title><desc>{escape(self.description)}</desc>"
        return (source[:start] + told + self._drawn() + source[start:]).encode("utf-8")

    def pdf(self) -> bytes:
        """A PDF page; lines are lines and texts are text."""
        return pdf(self._source(with_shapes=True), {"plot.svg": self._svg_image()})

    def png(self, ppi: float = 200.0) -> bytes:
        """A PNG picture."""
        (page,) = png_pages(self._source(with_shapes=True), ppi, {"plot.svg": self._svg_image()})
        return page

    def _drawn(self) -> str:
        ground = f'<rect width="{self.width:g}" height="{self.height:g}" fill="{self.paper}"/>'
        return f"<g>{ground}{''.join(self._shapes)}{'</g>' * len(self._clips)}</g>"

    def _svg_image(self) -> bytes:
        size = f'width="{self.width:g}" height="{self.height:g}" viewBox="0 0 {self.width:g} {self.height:g}"'
        spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        return f"<svg {spaces} {size}>{self._drawn()}</svg>".encode()

    def _source(self, *, with_shapes: bool) -> str:
        size = f"width: {self.width:g}pt, height: {self.height:g}pt"
        lines = [
            f"#set page({size}, margin: 0pt, fill: none)",
            f'#set document(title: {string(self.title)}, author: "gradviz")',
            f'#set text(font: "New Computer Modern", size: 10pt, fill: rgb("{self.ink}"))',
            # The anchor is a share of the text's width and height; a text that is too wide is made smaller.
            "#let at(x, y, h, v, most, body) = context {",
            "  let size = measure(body)",
            "  let share = calc.min(1.0, most / size.width)",
            "  let small = scale(share * 100%, origin: top + left, reflow: true, box(width: size.width, body))",
            "  place(top + left, dx: x - h * size.width * share, dy: y - v * size.height * share, small)",
            "}",
        ]
        if with_shapes:
            alt = string(self.description)
            lines.append(f'#place(top + left, image("plot.svg", {size}, alt: {alt}))')
        return "\n".join([*lines, *self._texts]) + "\n"


def _path(points: Array, *, closed: bool) -> str:
    points = np.atleast_2d(np.asarray(points, dtype=float))
    if not points.size:
        return ""
    with np.errstate(all="ignore"):
        usable = np.isfinite(points).all(axis=1) & (np.abs(points) < FAR).all(axis=1)
    pieces: list[str] = []
    edges = np.flatnonzero(np.diff(np.concatenate([[0], usable.astype(np.int8), [0]])))
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if end - start > 1:
            steps = _thinned(points[start:end])
            pieces.append("M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in steps) + ("Z" if closed else ""))
    return "".join(pieces)


def _thinned(points: Array, gap: float = 0.25) -> Sequence[tuple[float, float]]:
    """Without points that cannot be told from those before them."""
    kept: list[tuple[float, float]] = []
    for x, y in points.tolist():
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= gap:
            kept.append((x, y))
    last = (float(points[-1, 0]), float(points[-1, 1]))
    return kept if kept[-1] == last else [*kept, last]
