"""Typst source to SVG and PDF: own fonts only, no files, from any thread."""

from __future__ import annotations

import io
import threading

import pypdf
import pytest

from gradviz.export.errors import ExportError
from gradviz.export.typst_compile import _fonts, pdf, png_pages, svg_pages

PAGE = "#set page(width: auto, height: auto)\n"


def test_each_page_is_a_picture() -> None:
    pages = svg_pages(PAGE + "$x^2$\n#pagebreak()\n$y$\n")
    assert len(pages) == 2
    assert all(p.startswith(b"<svg") for p in pages)
    assert len(svg_pages(PAGE + "$x$")) == 1
    assert png_pages(PAGE + "$x$")[0].startswith(b"\x89PNG")


def test_pdf_has_selectable_text_and_embedded_fonts() -> None:
    document = pypdf.PdfReader(io.BytesIO(pdf('#set text(font: "New Computer Modern")\nThe gradient $nabla f = 2 x$')))
    assert "The gradient" in document.pages[0].extract_text()
    fonts = document.pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    names = {f.get_object()["/BaseFont"] for f in fonts}
    assert any("NewCMMath" in name for name in names)


def test_only_the_embedded_fonts_are_known() -> None:
    assert set(_fonts().families()) >= {"New Computer Modern", "New Computer Modern Math"}
    assert len(_fonts().families()) <= 6


@pytest.mark.parametrize("source", ['#read("/etc/passwd")', '#read("../../etc/passwd")', '#include "/etc/hosts"', "$x"])
def test_source_that_reads_files_or_is_broken_is_refused(source: str) -> None:
    with pytest.raises(ExportError, match="typesetting failed"):
        pdf(source)


def test_threads_may_compile_at_once() -> None:
    results: list[int] = []
    threads = [
        threading.Thread(target=lambda: results.extend(len(svg_pages(PAGE + f"${k}$")) for k in range(10)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [1] * 40
