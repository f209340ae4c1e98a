"""Files are written whole or not at all, and the exported LaTeX compiles."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

import gradviz
from gradviz.export.errors import ExportError
from gradviz.export.files import write_atomically
from gradviz.export.pdf import write_pdf
from gradviz.export.tex import write_tex

EXAMPLES = [
    ("||y - X w||^2", "w", {}),
    ("logdet(X' X) + a' X^-1 b + tr(A X B X' C) + ||A X - B||_F^2", "X", {}),
    ("A X B", "X", {}),
    ("sum(log(1 + exp(-y .* (X w)))) + lambda/2 ||w||^2", "w", {"declare": ["lambda in R"], "order": 2}),
    ("(1 - x)^2 + 100 (y - x^2)^2", None, {"order": 2}),
    ("exp(x' x) + w_max' x", "x", {"declare": ["w_max in R^n"]}),
    ("x' A x", "x", {"method": "definition"}),
    ("beta' x + alpha_1 ||x||_1 - gamma/2 x' x", "x", {"declare": ["beta in R^n"]}),
]


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")
@pytest.mark.parametrize(("text", "wrt", "options"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_exported_latex_compiles_and_fits_the_page(text: str, wrt: str | None, options: dict, tmp_path: Path) -> None:  # type: ignore[type-arg]
    found = gradviz.derive(text, wrt=wrt, **options)
    write_tex(tmp_path / "d.tex", found.core, name=found.problem.name, level="every rule")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "d.tex"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, errors="replace")
    assert run.returncode == 0, run.stdout[-2000:]
    # TeX reports what sticks out of the text; the margin of 25 mm (71 pt) holds a little.
    wide = [
        float(line.split("(")[1].split("pt")[0])
        for line in run.stdout.splitlines()
        if line.startswith("Overfull \\hbox")
    ]
    assert max(wide, default=0.0) < 20


@pytest.mark.parametrize(("text", "wrt", "options"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_exported_pdf_is_a4_and_names_the_rules(text: str, wrt: str | None, options: dict, tmp_path: Path) -> None:  # type: ignore[type-arg]
    found = gradviz.derive(text, wrt=wrt, **options)
    write_pdf(tmp_path / "d.pdf", found.core, name=found.problem.name)
    document = pypdf.PdfReader(io.BytesIO((tmp_path / "d.pdf").read_bytes()))
    assert [round(float(v)) for v in document.pages[0].mediabox[2:]] == [595, 842]
    content = " ".join(page.extract_text() for page in document.pages)
    for word in ("Derivation", "Result", "Read off the", "verified numerically"):
        assert word in content


def test_failed_write_leaves_the_old_file_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kept.tex"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(ExportError, match="No space left"):
        write_atomically(path, b"new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.tex"
    write_atomically(path, b"one")
    path.chmod(0o640)
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["missing/a.tex", ""])
def test_places_that_cannot_be_written_are_errors_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        write_atomically(tmp_path / name, b"x")
