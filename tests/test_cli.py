"""The command line, as a user runs it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from gradviz.cli import main


def run(*arguments: str, text: str | None = None, encoding: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = None
    if encoding is not None:
        environment = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, "-m", "gradviz", *arguments],
        capture_output=True, text=True, input=text, timeout=60, check=False, env=environment, errors="replace",
    )  # fmt: skip


def test_derive_prints_the_steps() -> None:
    done = run("derive", "x' A x", "--wrt", "x")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "[Product rule]" in done.stdout
    assert "∇_x f = (A + A') x" in done.stdout


def test_json_names_the_result() -> None:
    done = run("derive", "x' x", "--wrt", "x", "--format", "json")
    assert json.loads(done.stdout)["results"][0]["text"] == "2 x"


def test_numpy_is_a_module_that_runs() -> None:
    done = run("derive", "x' x", "--format", "numpy")
    module: dict[str, object] = {}
    exec(done.stdout, module)
    assert module["gradient"](x=3.0) == 6.0  # type: ignore[operator]


@pytest.mark.parametrize(
    ("name", "start"),
    [("d.tex", b"\\documentclass"), ("d.pdf", b"%PDF"), ("d.py", b'"""'), ("d.json", b"{"), ("d.typ", b"#set"),
     ("d.txt", b"x in R")],
)  # fmt: skip
def test_output_file_is_what_its_suffix_says(tmp_path: Path, name: str, start: bytes) -> None:
    done = run("derive", "x' x", "-o", str(tmp_path / name))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(start)


BAD_INPUT = [
    ["derive", "x' (A"],
    ["derive", "x' A + A x"],
    ["derive", ""],
    ["derive", "x ☃ y"],
    ["derive", "9^9^9^9 x"],
    ["derive", "(" * 10_000 + "x" + ")" * 10_000],
    ["derive", "x+" * 50_000 + "x"],
    ["derive", "x' x", "--wrt", "1+"],
    ["derive", "x' x", "--declare", "x in"],
    ["derive", "x' x", "--format", "docx"],
    ["derive", "x' x", "-o", "/no/such/folder/a.pdf"],
    ["derive", "x' x", "-o", "a.docx"],
    ["derive", "x' x", "-o", "a.pdf", "--format", "json"],
    ["derive", "x' x", "--order", "3"],
    ["derive", "x' x", "--timeout", "-1"],
    ["derive"],
    ["check", "x' (A"],
    ["plot", "x^2"],
    ["descend"],
    ["no-such-file.gradviz"],
    ["a", "b"],
]


@pytest.mark.parametrize("arguments", BAD_INPUT, ids=[" ".join(a)[:40] for a in BAD_INPUT])
def test_bad_input_is_status_2_and_a_message(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gradviz.export.limited.within", lambda _, work, *given: work(*given))  # in this process
    assert _status(arguments) == 2  # an error that is not told would come out
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.strip()
    assert "Traceback" not in told.err


def _status(arguments: list[str]) -> int | str | None:
    """What the program ends with, without a process of its own."""
    try:
        return main(arguments)
    except SystemExit as end:
        return end.code


def test_message_points_at_the_column() -> None:
    done = run("derive", "x' (A")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].startswith("line 1, column 4:")
    assert done.stderr.splitlines()[2] == "     ^"


def test_what_cannot_be_derived_is_status_3() -> None:
    done = run("derive", "max(x)", "--wrt", "x", "--method", "components")
    assert done.returncode == 3
    assert "cannot be derived" in done.stderr
    assert "Stopped" in done.stdout


def test_time_limit_is_status_4() -> None:
    done = run("derive", "x' x", "--timeout", "0.001")
    assert done.returncode == 4
    assert "within 0.001 seconds" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the patch reaches the child only where processes are forked")
def test_defect_is_no_traceback() -> None:
    code = (
        "import sys, gradviz.api; from gradviz import cli\n"
        "def broken(*_, **__): raise KeyError('oops')\n"
        "gradviz.api.derive = broken; sys.exit(cli.main(['derive', 'x']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "defect" in done.stderr
    assert "Traceback" not in done.stderr


def test_text_that_begins_with_a_minus_is_no_option() -> None:
    done = run("derive", "-x'x", "--wrt", "x")
    assert done.returncode == 0
    assert "∇_x f = -2 x" in done.stdout


def test_text_comes_from_standard_input() -> None:
    done = run("derive", "-", text="A in R^(n,n) symmetric\nf = x' A x\n")
    assert done.returncode == 0
    assert "= 2 A x" in done.stdout


def test_terminal_of_another_encoding_is_no_error() -> None:
    done = run("derive", "x' A x", encoding="ascii")
    assert done.returncode == 0
    assert "?_x f = (A + A') x" in done.stdout


def test_check_lists_kinds_and_assumptions() -> None:
    done = run("check", "||y - X w||^2", "--declare", "w in R^2")
    assert done.returncode == 0
    assert "X in R^(n,2)   (inferred: an upper-case letter" in done.stdout
    assert "n×2 because y is n×1 in y - X w and w is 2×1 in X w)" in done.stdout
    assert "w in R^2\n" in done.stdout


def test_check_prints_json_for_tools() -> None:
    done = run("check", "u = A x\n||u||^2 + x' y A", "--declare", "A in R^(n,n) symmetric", "--format", "json")
    assert done.returncode == 2
    (found,) = json.loads(done.stdout)["diagnostics"]
    assert (found["line"], found["column"]) == (2, 1)
    done = run("check", "u = A x\n||u||^2 + x' y tr A", "--declare", "A in R^(n,n) symmetric", "--format", "json")
    data = json.loads(done.stdout)
    assert done.returncode == 0
    assert data["ok"] is True
    assert data["function"]["text"] == "||A x||^2 + x' y tr(A)"
    assert {s["name"]: (s["kind"], s["shape"], s["declared"]) for s in data["symbols"]} == {
        "A": ("matrix", ["n", "n"], True),
        "x": ("vector", ["n", "1"], False),
        "y": ("vector", ["n", "1"], False),
    }
    assert data["symbols"][0]["properties"] == ["symmetric"]
    assert [d["name"] for d in data["definitions"]] == ["u"]
    assert any("n×1 because" in a["reason"] or "convention" in a["reason"] for a in data["assumptions"])


def test_help_and_version() -> None:
    assert "derive" in run("--help").stdout
    assert run("--version").stdout.startswith("gradviz ")


def test_command_line_imports_no_qt() -> None:
    code = (
        "import sys; from gradviz import cli; cli.main(['check', 'x']);"
        "sys.exit(any(m.startswith('PySide6') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no process groups with signals")
def test_ctrl_c_ends_a_deep_derivation_at_once_and_says_so() -> None:
    layers = [f"h_{i} = tanh(W_{i} h_{i - 1})" for i in range(2, 150)]
    text = "\n".join(
        ["x in R^n", "y in R^n", *(f"W_{i} in R^(n,n)" for i in range(1, 151)), "h_1 = tanh(W_1 x)", *layers]
    )
    by = [word for i in range(1, 150) for word in ("--wrt", f"W_{i}")]
    command = [sys.executable, "-m", "gradviz", "derive", f"{text}\n||y - W_150 h_149||^2", *by]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # where the tests run in the background, it is ignored
    ) as running:  # fmt: skip
        time.sleep(2)  # well inside the derivation, which takes some ten seconds
        os.killpg(running.pid, signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert (out, err) == ("", "gradviz: stopped\n")


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".svg", b"<svg"), (".png", b"\x89PNG"), (".mml", b"<math"), (".typ", b"#"), (".py", b'"""')]
)
def test_a_derivation_is_written_in_every_form(suffix: str, begins: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"derivation{suffix}"
    assert main(["derive", "x' A x", "-o", str(path)]) == 0
    assert path.read_bytes().startswith(begins)


def test_a_format_that_does_not_fit_the_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["derive", "x' x", "--format", "torch", "-o", str(tmp_path / "a.svg")]) == 2
    assert "does not fit" in capsys.readouterr().err


def test_mathml_is_printed_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["derive", "x' A x", "--format", "mathml"]) == 0
    root = ET.fromstring(capsys.readouterr().out)
    assert root.tag.endswith("math")
