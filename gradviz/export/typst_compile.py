"""Typst source to SVG and PDF, with the fonts inside the typst wheel and no access to files."""

from __future__ import annotations

import tempfile
import threading
from functools import cache
from typing import TYPE_CHECKING, Literal

from gradviz.export.errors import ExportError

if TYPE_CHECKING:
    import typst

__all__ = ["pdf", "png_pages", "svg_pages"]

# Fonts may be shared, but a compiler raises "Already borrowed" when two threads use it.
_lock = threading.Lock()


@cache
def _fonts() -> typst.Fonts:
    """The embedded fonts (New Computer Modern with its mathematics). Scanning the system's would cost up to 110 ms."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)


def _compile(source: str, form: Literal["svg", "png", "pdf"], ppi: float | None = None) -> list[bytes]:
    import typst

    # An empty root: whatever a source says, there is nothing to read.
    with _lock, tempfile.TemporaryDirectory(prefix="gradviz-") as root:
        try:
            compiler = typst.Compiler(source.encode("utf-8"), root=root, font_paths=_fonts())
            result = compiler.compile(format=form, ppi=ppi)
        except typst.TypstError as error:
            raise ExportError(f"typesetting failed: {str(error).splitlines()[0]}") from error
        except OSError as error:
            raise ExportError(f"typesetting failed: {error}") from error
    return list(result) if isinstance(result, list) else [result or b""]


def svg_pages(source: str) -> list[bytes]:
    """Each page as an SVG document.

    Raises
    ------
    ExportError
        When the source does not compile.
    """
    return _compile(source, "svg")


def png_pages(source: str, ppi: float = 144.0) -> list[bytes]:
    """Each page as a PNG picture.

    Raises
    ------
    ExportError
        When the source does not compile.
    """
    return _compile(source, "png", ppi=ppi)


def pdf(source: str) -> bytes:
    """A PDF document with embedded fonts and selectable text.

    Raises
    ------
    ExportError
        When the source does not compile.
    """
    (document,) = _compile(source, "pdf")
    return document
