"""What is written to files is in the language of the window; the worker reads the translations without Qt."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from gradviz import api
from gradviz.export import typst_compile
from gradviz.export.errors import ExportError
from gradviz.gui import translation
from gradviz.gui.catalogue import telling
from gradviz.gui.worker.engine import Engine
from gradviz.sentences import Sentence, counted, joined, say
from gradviz.typeset.document_latex import derivation_latex

TEXT = "A in R^(n,n) symmetric\n||A x|| + x' A^-1 x"


@pytest.mark.parametrize("language", ["ru", "zh_CN"])
def test_files_are_told_as_the_window_tells(qapp: Any, language: str) -> None:
    inner = say("Derivative of {function} by {variables}", function="f", variables="x & y")
    sentences = [
        inner,
        say("nobody has translated {this}", this=inner),
        Sentence("Product rule", context="RuleName"),
        joined([Sentence("symmetric"), Sentence("orthogonal")], ", "),
        *(counted("{n} random instance", "{n} random instances", n) for n in (0, 1, 2, 5, 11, 12, 21, 22, 111, 122)),
        "x' A x",
    ]
    tell = telling(language).tell
    translation.install_language(QCoreApplication.instance(), language)
    try:
        assert list(map(tell, sentences)) == list(map(translation.told, sentences))
    finally:
        translation.install_language(QCoreApplication.instance(), "en")


@pytest.mark.parametrize("language", ["en", "pseudo", "../ru", "de", ""])
def test_other_languages_are_english(language: str) -> None:
    assert telling(language).tell(say("Result")) == "Result"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", ("Производная $f$ по $x$", "симметричная", "Правило произведения", "[russian]{babel}")),
        ("zh_CN", ("$f$ 对 $x$ 的导数", "对称", "乘积法则", "ctex")),
        ("en", ("Derivative of $f$ by $x$", "symmetric", "Product rule")),
    ],
)
def test_documents_are_in_the_language(engine: Engine, tmp_path: Path, language: str, words: tuple[str, ...]) -> None:
    path = tmp_path / "a.tex"
    asked = {"kind": "export", "text": TEXT, "wrt": ["x"], "path": str(path), "form": "tex", "language": language}
    assert engine.handle(asked)["status"] == "done"
    written = path.read_text(encoding="utf-8")
    assert [word for word in words if word not in written] == []
    assert ("Derivation" in written) == (language == "en")
    asked = {"kind": "copy", "text": TEXT, "wrt": ["x"], "form": "text", "what": "all", "language": language}
    copied = engine.handle(asked)["source"]
    assert words[2] in copied
    assert ("verified" in copied) == (language == "en")


ENGINES = [("ru", "pdflatex", "t2aenc.def"), ("ru", "xelatex", "fontspec.sty"), ("zh_CN", "xelatex", "ctex.sty")]


def _installed(engine: str, needed: str) -> bool:
    """Whether there is a TeX engine, and a file that the document loads."""
    if shutil.which(engine) is None:
        return False
    found = subprocess.run(["kpsewhich", needed], capture_output=True, text=True, check=False)
    return bool(found.stdout.strip())


@pytest.mark.parametrize(("language", "tex", "needed"), ENGINES)
def test_documents_compile_with_all_their_letters(language: str, tex: str, needed: str, tmp_path: Path) -> None:
    """XeLaTeX leaves out, without an error, what its font does not have."""
    if not _installed(tex, needed):
        pytest.skip(f"{tex} with {needed} is not installed")
    found = api.derive("log(1 + exp(-t w' x))", wrt="w", method="chain")
    (tmp_path / "d.tex").write_text(derivation_latex(found.core, words=telling(language)), encoding="utf-8")
    command = [tex, "-interaction=nonstopmode", "-halt-on-error", "d.tex"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, errors="replace")
    assert run.returncode == 0, run.stdout[-2000:]
    assert "Missing character" not in (tmp_path / "d.log").read_text(encoding="utf-8", errors="replace")


def test_a_document_without_a_font_for_its_letters_is_not_written(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded = typst_compile._fonts()
    monkeypatch.setattr(typst_compile, "_fonts", lambda installed=False: embedded)
    path = tmp_path / "a.pdf"
    asked = {"kind": "export", "text": "x' x", "wrt": ["x"], "path": str(path), "form": "pdf", "language": "zh_CN"}
    reply = engine.handle(asked)
    assert reply["status"] == "failed"
    assert "Noto Serif CJK SC" in reply["message"]
    assert not path.exists()
    assert engine.handle({**asked, "language": "ru"})["status"] == "done"  # the embedded fonts have its letters
    assert path.read_bytes().startswith(b"%PDF")


def test_errors_are_export_errors() -> None:
    with pytest.raises(ExportError, match="needs a font"):
        typst_compile.pdf("x", one_of=["No Such Font"])
