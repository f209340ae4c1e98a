"""Typst source to SVG and PDF, with the fonts inside the typst wheel and no access to files."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from gradviz.export.errors import ExportError
from gradviz.sentences import say

if TYPE_CHECKING:
    import typst

__all__ = ["pdf", "png_pages", "svg_pages"]

# Fonts may be shared, but a compiler raises "Already borrowed" when two threads use it.
_lock = threading.Lock()


@cache
def _fonts(installed: bool = False) -> typst.Fonts:
    """The embedded fonts (New Computer Modern with its mathematics). Scanning the system's would cost up to 110 ms."""
    import typst

    return typst.Fonts(include_system_fonts=installed, include_embedded_fonts=True)


def _compile(
    source: str,
    form: Literal["svg", "png", "pdf"],
    ppi: float | None = None,
    images: Mapping[str, bytes] | None = None,
    installed: bool = False,
) -> list[bytes]:
    import typst

    # A root with nothing but the source's own images: whatever it says, there is nothing else to read.
    with _lock, tempfile.TemporaryDirectory(prefix="gradviz-") as root:
        try:
            for name, content in (images or {}).items():
                (Path(root) / name).write_bytes(content)
            compiler = typst.Compiler(source.encode("utf-8"), root=root, font_paths=_fonts(installed))
            result = compiler.compile(format=form, ppi=ppi)
        except typst.TypstError as error:
            raise ExportError(say("typesetting failed: {error}", error=str(error).splitlines()[0])) from error
        except OSError as error:
            raise ExportError(say("typesetting failed: {error}", error=error)) from error
    return list(result) if isinstance(result, list) else [result or b""]


def svg_pages(source: str, images: Mapping[str, bytes] | None = None) -> list[bytes]:
    """Each page as an SVG document.

    Parameters
    ----------
    images : what the source's ``image("name")`` shows, by name.

    Raises
    ------
    ExportError
        When the source does not compile.
    """
    return _compile(source, "svg", images=images)


def png_pages(source: str, ppi: float = 144.0, images: Mapping[str, bytes] | None = None) -> list[bytes]:
    """Each page as a PNG picture.

    Parameters
    ----------
    images : what the source's ``image("name")`` shows, by name.

    Raises
    ------
    ExportError
        When the source does not compile.
    """
    return _compile(source, "png", ppi=ppi, images=images)


def pdf(source: str, images: Mapping[str, bytes] | None = None, one_of: Sequence[str] = ()) -> bytes:
    """A PDF document with embedded fonts and selectable text.

    Parameters
    ----------
    images : what the source's ``image("name")`` shows, by name.
    one_of : fonts of the system of which the document needs one; without them it has the embedded fonts alone.

    Raises
    ------
    ExportError
        When the source does not compile, or none of these fonts is installed.
    """
    if one_of and not set(one_of) & set(_fonts(installed=True).families()):
        raise ExportError(
            say("the document needs a font with its characters, for instance {font}; install one", font=one_of[0])
        )
    (document,) = _compile(source, "pdf", images=images, installed=bool(one_of))
    return document
