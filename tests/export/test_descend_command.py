"""`gradviz descend` without a window: the files it writes, and what it says of wrong input."""

from __future__ import annotations

import argparse
import csv
import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from gradviz.export import descend_command, descend_input, descend_parameters, descend_pictures
from gradviz.numeric.descent import METHODS, GradientDescent, Limits, StopReason
from gradviz.numeric.descent import descend as run_descent
from gradviz.numeric.descent.principal import shown_share

BOWL = "x^2 + 4 y^2"


def descend(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    descend_command.add_arguments(parser)
    return descend_command.run(parser.parse_args(arguments))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_gradient_descent_on_a_bowl_is_the_closed_formula(tmp_path: Path, capsys: Any) -> None:
    """``x_k = (1 - 2γ)^k x_0`` and ``y_k = (1 - 8γ)^k y_0``."""
    path = tmp_path / "run.csv"
    assert descend(BOWL, "--parameter", "gamma=0.1", "--start", "1,2", "--steps", "30", "-o", str(path)) == 0
    rows = rows_of(path)
    assert len(rows) == 31
    k = np.arange(31)
    np.testing.assert_allclose([float(r["x"]) for r in rows], 0.8**k, rtol=1e-12)
    np.testing.assert_allclose([float(r["y"]) for r in rows], 2 * 0.2**k, rtol=1e-9)
    said = capsys.readouterr().out
    assert "Not yet converged after 30 steps" in said
    assert str(path) in said


def test_a_schedule_and_letters_are_understood(tmp_path: Path) -> None:
    """The step size halves every step: ``x_k = Π (1 - 2·0.2·2^-j)``."""
    path = tmp_path / "run.csv"
    given = ("gamma=1/5", "schedule=step-decay", "schedule.rho=0.5", "schedule.every=1")
    options = [part for text in given for part in ("--parameter", text)]
    assert descend(BOWL, *options, "--start", "1 0", "--steps", "4", "-o", str(path)) == 0
    expected = np.concatenate([[1.0], np.cumprod(1 - 0.4 * 0.5 ** np.arange(4))])
    np.testing.assert_allclose([float(r["x"]) for r in rows_of(path)], expected, rtol=1e-12)


@pytest.mark.parametrize("method", ["adam", "bfgs", "levenberg-marquardt", "trust-region", "cg-pr"])
def test_methods_find_the_bottom_of_rosenbrocks_valley(method: str, tmp_path: Path) -> None:
    path = tmp_path / "run.csv"
    text = "(1-x)^2 + 100 (y-x^2)^2"
    step = ("--parameter", "gamma=0.05") if method == "adam" else ()
    assert descend(text, "--method", method, *step, "--start=-1.2,1", "--steps", "9000", "-o", str(path)) == 0
    last = rows_of(path)[-1]
    np.testing.assert_allclose([float(last["x"]), float(last["y"])], [1, 1], atol=1e-4)


def test_newton_ends_in_one_step_on_given_data(tmp_path: Path) -> None:
    path = tmp_path / "run.csv"
    X, y = np.array([[1.0, 0], [1, 1], [1, 2]]), np.array([1.0, 2, 4])
    values = ("--set", "X=1 0; 1 1; 1 2", "--set", "y=1; 2; 4")
    text = "X in R^(3,2)\ny in R^3\nw in R^2\n||y - X w||^2"
    assert descend(text, *values, "--method", "newton", "--start", "0,0", "-o", str(path)) == 0
    rows = rows_of(path)
    assert len(rows) == 2
    found = [float(v) for name, v in rows[-1].items() if name.startswith("w")]
    np.testing.assert_allclose(found, np.linalg.lstsq(X, y, rcond=None)[0], rtol=1e-9)


@pytest.mark.parametrize("method", ["gradient-descent", "newton", "wolfe"])
def test_a_function_of_one_number(method: str, capsys: Any) -> None:
    assert descend("x^4 - 8 x^2", "--method", method, "--start", "3") == 0
    assert "x = 2" in capsys.readouterr().out


@pytest.mark.parametrize(("text", "start"), [(BOWL, "9,8"), ("x^4 - 8 x^2", "3")])
def test_an_animation_moves(tmp_path: Path, text: str, start: str) -> None:
    path = tmp_path / "run.gif"
    step = ("--method", "heavy-ball", "--parameter", "gamma=0.01")
    assert descend(text, *step, "--start", start, "--steps", "12", "-o", str(path)) == 0
    with Image.open(path) as image:
        assert image.n_frames == 13
        first = np.asarray(image.convert("RGB")).copy()
        image.seek(12)
        assert (first != np.asarray(image.convert("RGB"))).any()


@pytest.mark.parametrize("step", [0.1, 0.5])
def test_many_variables_are_seen_in_the_plane_of_the_motion(step: float) -> None:
    """Also of a run that diverges: z alternates and grows by 3 each step."""
    options = argparse.Namespace(declare=[], wrt=[], set=[], seed=0, text="(x-1)^2 + (y+2)^2 + 4 (z-3)^2")
    landscape, coordinates, _ = descend_input.function(options)
    assert coordinates == ["x", "y", "z"]
    run = run_descent(landscape, np.array([2.0, -1.0, 5.0]), GradientDescent(step), Limits(400))
    assert (run.reason is StopReason.DIVERGED) == (step == 0.5)
    seen = descend_pictures.seen(landscape, [run])
    beginning = run.states[:4]
    assert shown_share(beginning, seen.axes) == pytest.approx(1)
    assert shown_share(beginning, landscape.axes) < 0.9  # x and y alone
    view, path = descend_pictures.view_of(seen, [run]), seen.project(beginning)
    assert ((path > [view.x0, view.y0]) & (path < [view.x1, view.y1])).all()
    assert max(view.width, view.height) < 1000


def test_it_is_called_what_it_was_asked_for_as(capsys: Any) -> None:
    data = ("--set", "X=1 0; 1 1; 1 2", "--set", "y=1; 2; 4")
    text = "X in R^(3,2)\ny in R^3\nw in R^2\n||y - X w||^2"
    assert descend(text, *data, "--method", "mini-batch", "--start", "0,0", "--steps", "1e1") == 0
    assert capsys.readouterr().out.startswith(f"{METHODS['mini-batch'].title}: Not yet converged after 10 steps")
    assert descend(text, *data, "--method", "mini-batch", "--start", "0,0", "--parameter", "batch=4") == 2
    assert "--parameter batch: The data has 3 rows" in capsys.readouterr().err


@pytest.mark.usefixtures("own_process")
def test_a_descent_that_takes_too_long_is_given_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "run.gif"
    assert descend(BOWL, "--start", "1,1", "--timeout", "0.001", "-o", str(path)) == 4
    assert "no descent within 0.001 seconds" in (told := capsys.readouterr().err)
    assert "--steps" in told
    assert not path.exists()


@pytest.mark.usefixtures("own_process")
def test_a_descent_is_made_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "run.csv"
    monkeypatch.setattr("sys.stdin", io.StringIO(BOWL))  # which the process does not have
    assert descend("-", "--start", "1,1", "--timeout", "500", "-o", str(path)) == 0
    assert f"wrote {path}" in capsys.readouterr().out
    assert float(rows_of(path)[0]["x"]) == 1


@pytest.mark.parametrize("method", ["Heavy Ball", "heavy_ball", " HEAVY-BALL "])
def test_a_methods_name_is_read_as_people_write_it(method: str, capsys: Any) -> None:
    assert descend(BOWL, "--start", "1,2", "--method", method, "--parameter", "gamma=0.01", "--steps", "2") == 0
    assert capsys.readouterr().out.startswith("Momentum (heavy ball): Not yet converged after 2 steps")


def test_a_file_that_cannot_be_written_is_told_before_anything_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setattr(descend_input, "function", lambda _options: pytest.fail("the function was derived"))
    (tmp_path / "folder.csv").mkdir()
    for name, words in (("no/run.gif", "there is no folder"), ("folder.csv", "it is a folder"), ("run", "no format")):
        assert descend(BOWL, "--start", "1,2", "-o", str(tmp_path / name)) == 2
        assert words in capsys.readouterr().err


def test_divergence_is_a_result(capsys: Any) -> None:
    assert descend(BOWL, "--parameter", "step_size=1", "--start", "1,2") == 0
    assert "Diverged" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ((BOWL, "--start", "1"), 2, "--start: The start has 1 number; the function has 2 coordinates. They are x, y."),
        ((BOWL, "--start", "1,a"), 2, "'a' is not a number"),
        ((BOWL, "--start", "nan,1"), 2, "NaN"),
        ((BOWL, "--start", "1,2", "--method", "magic"), 2, "gradient-descent"),
        ((BOWL, "--start", "1,2", "--method", "adm"), 2, "Did you mean adam or "),
        ((BOWL, "--start", "1,2", "--method", "Newtn"), 2, "Did you mean newton"),
        ((BOWL, "--start", "1,2", "--method", "momentum"), 2, "Did you mean heavy-ball or nesterov?"),
        ((BOWL, "--start", "1,2", "--method", ""), 2, "There is no method “”; there are"),
        (
            (BOWL, "--start", "1,2", "--parameter", "gamma=0"),
            2,
            "--parameter gamma: With a step size of 0 nothing moves",
        ),
        ((BOWL, "--start", "1,2", "--parameter", "gamma=-1"), 2, "--parameter gamma: A negative step size"),
        ((BOWL, "--start", "1,2", "--parameter", "gamma=1", "--parameter", "step_size=2"), 2, "given twice"),
        ((BOWL, "--start", "1,2", "--parameter", "schedule.period=5"), 2, "schedule.period: choose a schedule too"),
        (
            (BOWL, "--start", "1,2", "--parameter", "schedule=cosine", "--parameter", "schedule.T=0"),
            2,
            "--parameter schedule.T: The period must be at least 1",
        ),
        ((BOWL, "--start", "1,2", "--ppi", "1e9", "-o", "run.png"), 2, "--ppi is a number from 36 to 1200"),
        ((BOWL, "--start", "1,2", "--ppi", "nan", "-o", "run.png"), 2, "--ppi is a number from 36 to 1200"),
        ((BOWL, "--start", "1,2", "-o", "/tmp/.csv"), 2, "no format is known"),
        ((BOWL, "--start", "1,2", "--parameter", "gamma"), 2, "NAME=VALUE"),
        ((BOWL, "--start", "1,2", "--parameter", "beta=1"), 2, "step_size (gamma)"),
        ((BOWL, "--start", "1,2", "--method", "adam", "--parameter", "beta1=2"), 2, "beta1"),
        ((BOWL, "--start", "1,2", "--method", "newton", "--parameter", "schedule=cosine"), 2, "takes no schedule"),
        (
            (BOWL, "--start", "1,2", "--method", "adam,bfgs", "--parameter", "q=1"),
            2,
            "epsilon (epsilon); BFGS has c1 (c1)",
        ),
        ((BOWL, "--start", "1,2", "--method", "newton,bfgs", "--parameter", "schedule=cosine"), 2, "none of the meth"),
        ((BOWL, "--start", "1,2", "--parameter", "schedule=x"), 2, "step-decay"),
        ((BOWL, "--start", "1,2", "--steps", "1000000"), 2, "--steps: At most 100,000"),
        ((BOWL, "--start", "1,2", "--steps", "-1"), 2, "negative"),
        ((BOWL, "--start", "1,2", "--steps", "many"), 2, "--steps: 'many' is not a number"),
        ((BOWL, "--start", "1,2", "--steps", "1.5"), 2, "not a whole number"),
        ((BOWL, "--start", "1,2", "--steps", "1e6"), 2, "--steps: At most 100,000"),
        ((BOWL, "--start", "1,2", "--tolerance", "nan"), 2, "--tolerance"),
        (("1/x + y^2", "--start", "0,1"), 2, "--start: Stopped at the start"),
        ((BOWL, "--start", "1,2", "-o", "run.xyz"), 2, ".csv, .gif"),
        ((BOWL, "--start", "1,2", "-o", "/nowhere/run.csv"), 2, "cannot be written"),
        ((BOWL, "--start", "1,2", "-o", "/nowhere/run.gif"), 2, "there is no folder /nowhere"),
        ((BOWL, "--start", "1,2", "--set", "q=1"), 2, "no such symbol"),
        ((BOWL, "--start", "1,2", "--wrt", "q"), 2, "--wrt q: the function has no such symbol; it has x, y"),
        (("x^2 +", "--start", "1"), 2, ""),
        (("log(x) + y^2", "--start=-1,2"), 2, "outside the domain"),
        (("x^3 + y", "--start", "1,2", "--method", "gauss-newton"), 3, "sum of squares"),
        (("A in R^(2,2)\nx in R^2\nA x", "--start", "1,2"), 3, "one number"),
    ],
)
def test_what_is_wrong_is_told(arguments: tuple[str, ...], status: int, words: str, capsys: Any) -> None:
    assert descend(*arguments) == status
    said = capsys.readouterr().err
    assert said.strip()
    assert words in said
    assert "Traceback" not in said


@pytest.mark.parametrize("entry", METHODS.values(), ids=lambda e: e.id)
def test_every_parameter_has_one_letter_of_its_own(entry: Any) -> None:
    letters = [descend_parameters._letter(p.letter) for p in entry.parameters() if p.letter]
    assert len(set(letters)) == len(letters)
