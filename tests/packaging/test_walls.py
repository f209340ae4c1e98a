"""The import contracts in pyproject.toml catch what they are there to catch, and accept what is allowed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

ALLOWED = {
    "__init__": "",
    "__main__": "from gradviz.cli import main",
    "algebra/__init__": "",
    "algebra/sympy_bridge": "import sympy",
    "language/__init__": "import gradviz.algebra",
    "numeric/__init__": "import numpy, gradviz.algebra",
    "calculus/__init__": "import gradviz.algebra",
    "calculus/verify": "import gradviz.numeric",
    "typeset/__init__": "import gradviz.calculus, gradviz.language",
    "export/__init__": "import gradviz.typeset, typst",
    "api": "import gradviz.language, gradviz.calculus, gradviz.typeset",
    "gui/__init__": "",
    "gui/app": "import PySide6.QtWidgets, pyqtgraph, gradviz.api, gradviz.export",
    "cli": "import gradviz.api\ndef main():\n    import gradviz.gui.app",
}


@pytest.mark.parametrize(
    ("module", "source", "contract"),
    [
        (None, None, None),
        ("algebra/nodes", "import gradviz.typeset", "layers"),
        ("export/files", "import gradviz.gui.app", "layers"),
        ("language/grammar", "import gradviz.calculus", "language-calculus"),
        ("calculus/engine", "import gradviz.numeric", "verify"),
        ("numeric/compile", "import gradviz.language", "numbers"),
        ("resources", "import PySide6.QtCore", "qt"),
        ("calculus/engine", "import sympy", "sympy"),
        ("numeric/compile", "import scipy", "tests-only"),
    ],
)
def test_each_wall_holds(tmp_path: Path, module: str | None, source: str | None, contract: str | None) -> None:
    modules = ALLOWED | ({module: source} if module else {})
    for name, text in modules.items():
        file = tmp_path / "gradviz" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text or "", encoding="utf-8")
    command = [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"]
    command += ["--config", ROOT / "pyproject.toml", *(["--contract", contract] if contract else [])]
    result = subprocess.run(
        command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert result.returncode == (1 if contract else 0), result.stdout + result.stderr
    assert ("BROKEN" in result.stdout) == bool(contract), result.stdout
