"""A derivation as a LaTeX file."""

from __future__ import annotations

from pathlib import Path

from gradviz.calculus.derivation import Derivation
from gradviz.export.files import write_atomically
from gradviz.typeset.document_latex import derivation_latex
from gradviz.typeset.telling import ENGLISH, Telling

__all__ = ["write_tex"]


def write_tex(
    path: Path | str, derivation: Derivation, name: str = "f", level: str = "lecturer", words: Telling = ENGLISH
) -> None:
    """Write a complete article that pdflatex compiles with amsmath alone.

    Raises
    ------
    ExportError
        When the file cannot be written.
    """
    write_atomically(path, derivation_latex(derivation, name, level, words=words).encode("utf-8"))
