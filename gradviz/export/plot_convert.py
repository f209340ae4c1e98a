"""A plot's PDF as SVG and as PNG, so that all three show the same: lines as wide, clipped alike, texts as outlines."""

from __future__ import annotations

import base64
import re
from xml.sax.saxutils import escape

from gradviz.export.errors import ExportError
from gradviz.export.typst_compile import png_pages, svg_pages

__all__ = ["png_of_pdf", "svg_of_pdf"]

_INNER = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")


def svg_of_pdf(document: bytes, width: float, height: float, title: str = "", description: str = "") -> bytes:
    """The first page as an SVG document.

    Parameters
    ----------
    width, height : of the page, in points.
    title, description : for readers who do not see it.

    Raises
    ------
    ExportError
        When the PDF is none.
    """
    (outer,) = svg_pages(_source(width, height), {"plot.pdf": document})
    found = _INNER.search(outer.decode("utf-8"))
    if found is None:
        raise ExportError("the plot could not be turned into SVG")
    source = base64.b64decode(found.group(1)).decode("utf-8")
    start = source.index(">", source.index("<svg")) + 1
    told = f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
    return (source[:start] + told + source[start:]).encode("utf-8")


def png_of_pdf(document: bytes, width: float, height: float, ppi: float = 288.0) -> bytes:
    """The first page as a PNG picture.

    Raises
    ------
    ExportError
        When the PDF is none.
    """
    return png_pages(_source(width, height), ppi, {"plot.pdf": document})[0]


def _source(width: float, height: float) -> str:
    size = f"width: {width:g}pt, height: {height:g}pt"
    return f'#set page({size}, margin: 0pt, fill: none)\n#image("plot.pdf", {size})\n'
