"""A derivation as a PDF file, without TeX."""

from __future__ import annotations

from pathlib import Path

from gradviz.calculus.derivation import Derivation
from gradviz.export.files import write_atomically
from gradviz.export.typst_compile import pdf
from gradviz.typeset.document_typst import CHINESE_FONTS, derivation_document
from gradviz.typeset.telling import ENGLISH, Telling

__all__ = ["write_pdf"]


def write_pdf(
    path: Path | str, derivation: Derivation, name: str = "f", level: str = "lecturer", words: Telling = ENGLISH
) -> None:
    """Write an A4 document with embedded fonts and selectable text.

    Raises
    ------
    ExportError
        When the document does not compile, no installed font has its letters, or the file cannot be written.
    """
    fonts = CHINESE_FONTS if words.language == "zh_CN" else ()
    write_atomically(path, pdf(derivation_document(derivation, name, level, words=words), one_of=fonts))
