"""`gradviz plot` without a window: the files it writes, and what it says of wrong input."""

from __future__ import annotations

import argparse
import csv
import io
from pathlib import Path
from typing import Any

import numpy as np
import pypdf
import pytest
from PIL import Image

from gradviz.export import plot_command
from gradviz.export.plot_axes import ticks
from gradviz.export.plot_figure import LAYERS

HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"


def plot(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    plot_command.add_arguments(parser)
    return plot_command.run(parser.parse_args(arguments))


def rows_of(path: Path) -> list[dict[str, str]]:
    text = path.read_text()
    body = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return list(csv.DictReader(io.StringIO(body)))


def test_the_layers_of_the_help_are_those_of_the_figure() -> None:
    assert tuple(name.strip() for name in plot_command._layers().split(",")) == LAYERS


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_png_has_the_function_in_it(tmp_path: Path, theme: str) -> None:
    path = tmp_path / "plot.png"
    everything = ",".join(layer for layer in LAYERS if layer not in ("regions", "error"))
    assert plot(HIMMELBLAU, "--layers", everything, "--theme", theme, "--ppi", "100", "-o", str(path)) == 0
    with Image.open(path) as image:
        assert image.width > 400
        colours = image.convert("RGB").getcolors(10**6)
        assert len(colours) > 500
        dark = sum(count for count, rgb in colours if sum(rgb) < 200) / (image.width * image.height)
        assert (dark > 0.2) == (theme == "dark")


@pytest.mark.parametrize("colour", ["regions", "error"])
def test_the_plane_is_coloured_by_other_things(tmp_path: Path, colour: str) -> None:
    path = tmp_path / "plot.svg"
    assert plot("x^3 - 3 x y^2 + x^2 + y^2", "--layers", f"{colour},contours", "-o", str(path)) == 0
    assert path.read_text().count("<image") >= 1


def test_a_pdf_is_vector_with_embedded_fonts_and_text(tmp_path: Path) -> None:
    path = tmp_path / "plot.pdf"
    assert plot(HIMMELBLAU, "--layers", "contours,point", "-o", str(path)) == 0
    page = pypdf.PdfReader(path).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)
    assert "110" in page.extract_text()
    assert not any(x.get_object().get("/Subtype") == "/Image" for x in page["/Resources"].get("/XObject", {}).values())


def test_an_svg_says_what_it_shows_and_needs_no_fonts(tmp_path: Path) -> None:
    path = tmp_path / "plot.svg"
    assert plot(HIMMELBLAU, "--layers", "contours,stationary", "--view", "-5", "5", "-5", "5", "-o", str(path)) == 0
    source = path.read_text()
    assert "<text" not in source
    assert "x from -5 to 5" in source
    assert source.count("minimum at") == 4
    assert source.count("saddle at") == 4
    assert source.count("maximum at") == 1


def test_the_csv_has_values_and_derivatives(tmp_path: Path) -> None:
    path = tmp_path / "plot.csv"
    layers = "heat,contours,stationary,point"
    arguments = ("--layers", layers, "--view", "-1", "1", "-2", "2", "--point", "0.5", "-1")
    assert plot("x^2 + 3 y^2", *arguments, "-o", str(path)) == 0
    assert path.read_text().startswith("# f = x^2 + 3 y^2\n# drawn over x and y\n")
    rows = rows_of(path)
    for row in rows:
        if row["layer"] in ("grid", "point"):
            x, y = float(row["x"]), float(row["y"])
            wanted = [x**2 + 3 * y**2, 2 * x, 6 * y]
            np.testing.assert_allclose([float(row[k]) for k in ("f", "df/dx", "df/dy")], wanted, atol=1e-9)
        elif row["layer"] == "contour":
            assert float(row["x"]) ** 2 + 3 * float(row["y"]) ** 2 == pytest.approx(float(row["f"]), abs=0.01)
    kinds = [row["kind"] for row in rows if row["layer"] == "stationary point"]
    assert kinds == ["minimum"]
    assert sum(row["layer"] == "grid" for row in rows) == 101**2


def test_undefined_values_are_empty_cells(tmp_path: Path) -> None:
    path = tmp_path / "plot.csv"
    declare = ("--declare", "x in R", "--declare", "y in R")
    assert plot("log(x) + y", *declare, "--view", "-1", "1", "0", "1", "--layers", "heat", "-o", str(path)) == 0
    empty = [row for row in rows_of(path) if not row["f"]]
    assert empty
    assert all(float(row["x"]) <= 0 for row in empty)


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf", "csv"])
def test_one_variable_is_a_curve(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"plot.{suffix}"
    layers = ("--layers", "stationary,point")
    assert plot("x^3 - 3 x", "--view", "-2", "2", "--point", "0.5", *layers, "--order", "3", "-o", str(path)) == 0
    assert path.stat().st_size > 1000
    if suffix == "csv":
        rows = rows_of(path)
        found = sorted((float(r["x"]), r["kind"]) for r in rows if r["layer"] == "stationary point")
        assert [(round(x, 6), kind) for x, kind in found] == [(-1.0, "maximum"), (1.0, "minimum")]
        for row in rows[:1001:50]:
            x = float(row["x"])
            np.testing.assert_allclose(
                [float(row["f"]), float(row["df/dx"]), float(row["d2f/dx2"])],
                [x**3 - 3 * x, 3 * x**2 - 3, 6 * x],
                atol=1e-9,
            )


def test_a_point_at_nought_is_a_point(tmp_path: Path) -> None:
    path = tmp_path / "plot.csv"
    assert plot("x^3 - 3 x", "--point", "0", "--layers", "point", "-o", str(path)) == 0
    (row,) = (row for row in rows_of(path) if row["layer"] == "point")
    assert [float(row["x"]), float(row["df/dx"])] == [0.0, -3.0]


def test_values_are_given_or_read(tmp_path: Path) -> None:
    (tmp_path / "A.csv").write_text("2;0\n0;5\n")
    path = tmp_path / "plot.csv"
    arguments = ("--set", f"A=@{tmp_path / 'A.csv'}", "--set", "b=1, -1", "--layers", "point", "--point", "1", "2")
    assert plot("x' A x + b' x", *arguments, "-o", str(path)) == 0
    (row,) = rows_of(path)
    assert float(row["f"]) == pytest.approx(2 + 20 + 1 - 2)


def test_another_plane_holds_the_other_coordinates(tmp_path: Path) -> None:
    path = tmp_path / "plot.csv"
    arguments = ("--set", "A=1 0 0; 0 2 0; 0 0 3", "--plane", "x_3", "x_1", "--layers", "point", "--point", "1", "2")
    assert plot("x' A x", *arguments, "-o", str(path)) == 0
    held = next(line for line in path.read_text().splitlines() if "held at" in line)
    x_2 = float(held.rpartition("=")[2])
    (row,) = rows_of(path)
    assert float(row["f"]) == pytest.approx(3 + 2 * x_2**2 + 4)


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("x^2 + y^2 +", "-o", "{}/a.png"), 2, "^"),
        (("x^2 + y^2", "-o", "{}/a.gif"), 2, ".png, .svg, .pdf, .csv"),
        (("x^2 + y^2", "--layers", "heat,nonsense", "-o", "{}/a.png"), 2, "nonsense"),
        (("x^2 + y^2", "--view", "1", "0", "0", "1", "-o", "{}/a.png"), 2, "1 must be below 0"),
        (("x^2 + y^2", "--view", "0", "1", "-o", "{}/a.png"), 2, "4 numbers"),
        (("sin(x)", "--view", "-3", "3", "-o", "{}/a.png"), 2, '--declare "x in R"'),
        (("x^2 + y^2", "--view", "0", "nan", "0", "1", "-o", "{}/a.png"), 2, "finite"),
        (("x^2 + y^2", "--point", "0", "-o", "{}/a.png"), 2, "2 numbers"),
        (("x^2 + y^2", "--plane", "x", "z", "-o", "{}/a.png"), 2, "no such coordinate"),
        (("x^2 + y^2", "--plane", "x", "x", "-o", "{}/a.png"), 2, "different"),
        (("x^2 + y^2", "--wrt", "z", "-o", "{}/a.png"), 2, "no such symbol"),
        (("a x^2 + y^2", "--set", "a=b", "-o", "{}/a.png"), 2, "not a number"),
        (("a x^2 + y^2", "--set", "q=1", "-o", "{}/a.png"), 2, "no such symbol"),
        (("x' A x", "--set", "A=1 2 3; 4 5 6", "-o", "{}/a.png"), 2, "is 2×3, and A is n×n"),
        (("norm(X w)^2", "--set", "X=1 2; 3 4; 5 6", "-o", "{}/a.png"), 2, '--declare "X in R^(m,n)"'),
        (("x^2 + y^2", "--ppi", "1e9", "-o", "{}/a.png"), 2, "--ppi"),
        (("x^2 + y^2", "--order", "99", "-o", "{}/a.png"), 2, "--order"),
        (("x^2", "--plane", "x", "y", "-o", "{}/a.png"), 2, "one variable"),
        (("x^2 + y^2", "-o", "{}/missing/a.png"), 2, "cannot be written"),
        (("[a cos(t); a sin(t)]", "-o", "{}/a.png"), 3, "--wrt a --wrt t"),
        (("A x", "--set", "x=1 2 3", "-o", "{}/a.png"), 3, "one number"),
        (("x + log(x)", "--set", "x=1 2 3", "-o", "{}/a.png"), 3, '--declare "x in R"'),
        (("g(A x)", "-o", "{}/a.png"), 3, "no formula"),
        (("3 + 4", "-o", "{}/a.png"), 3, "constant"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    tmp_path: Path, capsys: Any, arguments: tuple[str, ...], status: int, words: str
) -> None:
    assert plot(*(a.replace("{}", str(tmp_path)) for a in arguments)) == status
    assert words in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("low", "high", "count", "wanted"),
    [
        (0.0, 1.0, 5, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (-3.0, 3.0, 6, [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0]),
        (0.12, 0.19, 4, [0.12, 0.14, 0.16, 0.18]),
        (1e6, 4e6, 3, [1e6, 2e6, 3e6, 4e6]),
        (1.0, 1.0, 5, []),
        (0.0, float("inf"), 5, []),
        (1.0, 1.0 + 1e-15, 5, []),
    ],
)
def test_ticks_are_round_numbers_within(low: float, high: float, count: int, wanted: list[float]) -> None:
    assert ticks(low, high, count) == pytest.approx(wanted)


COMPLEX_SQUARE = ("[x^2 - y^2; 2 x y]", "--declare", "x in R", "--declare", "y in R")


def test_polar_coordinates_are_a_map_of_two_chosen_variables(tmp_path: Path) -> None:
    path = tmp_path / "plot.svg"
    by = ("--wrt", "r", "--wrt", "t", "--view", "0", "2", "0", "3", "--point", "1.5", "1")
    assert plot("[r cos(t); r sin(t)]", *by, "-o", str(path)) == 0
    assert "determinant is 1.5;" in path.read_text()  # r


@pytest.mark.parametrize("suffix", [".svg", ".pdf", ".png"])
def test_a_map_of_the_plane_is_drawn_with_its_determinant(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"plot{suffix}"
    assert plot(*COMPLEX_SQUARE, "--point", "1", "0.5", "-o", str(path)) == 0
    if suffix == ".svg":
        assert "determinant is 5;" in path.read_text()  # 4 (x² + y²)
    if suffix == ".pdf":
        assert "area" in pypdf.PdfReader(path).pages[0].extract_text()


def test_a_map_that_is_undefined_at_the_point_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "plot.svg"
    declare = ("--declare", "x in R", "--declare", "y in R")
    assert plot("[log(x); y]", *declare, "--point", "-1", "0", "-o", str(path)) == 0
    source = path.read_text()
    assert "the map is undefined" in source
    assert "nan" not in source


def test_a_square_that_reaches_to_where_the_map_is_undefined_has_no_area(tmp_path: Path) -> None:
    path = tmp_path / "plot.svg"
    declare = ("--declare", "x in R", "--declare", "y in R")
    assert plot("[log(1 - x); y]", *declare, "--point", "0.9", "0", "-o", str(path)) == 0
    source = path.read_text()
    assert "determinant is -10." in source
    assert "area" not in source


@pytest.mark.usefixtures("own_process")
def test_a_picture_that_takes_too_long_is_given_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plot.png"
    assert plot(HIMMELBLAU, "--timeout", "0.001", "-o", str(path)) == 4
    assert "no picture within 0.001 seconds" in (told := capsys.readouterr().err)
    assert "--timeout" in told
    assert not path.exists()


@pytest.mark.usefixtures("own_process")
def test_a_picture_is_made_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plot.csv"
    monkeypatch.setattr("sys.stdin", io.StringIO("x^2 + 3 y^2"))  # which the process does not have
    assert plot("-", "--layers", "point", "--timeout", "500", "-o", str(path)) == 0
    assert len(rows_of(path)) == 1
    assert plot("x^2 + y^2 +", "-o", str(path)) == 2
    assert "^" in capsys.readouterr().err


def test_a_map_s_table_has_its_values_and_determinants(tmp_path: Path) -> None:
    path = tmp_path / "plot.csv"
    assert plot(*COMPLEX_SQUARE, "-o", str(path)) == 0
    for row in rows_of(path)[::997]:
        x, y = float(row["x"]), float(row["y"])
        found = [float(row[name]) for name in ("f_1", "f_2", "determinant")]
        assert found == pytest.approx([x * x - y * y, 2 * x * y, 4 * (x * x + y * y)])


FORM = ("norm(w)^2 + a'w", "--wrt", "w", "--set", "a=1 -2 2", "--set", "w=0 0 0")


@pytest.mark.parametrize(
    ("options", "value"),
    [
        (("--plane", "1,1,0", "1,-1,0"), lambda x, y: x * x + y * y - x / 2**0.5 + 3 * y / 2**0.5),
        (("--plane", "w_1", "w_3"), lambda x, y: x * x + y * y + x + 2 * y),
        (("--through", "0,0,1", "0,0,2", "1,0,1"), lambda x, y: (x + 1) ** 2 + y * y + 2 * (x + 1) + y),
        (("--directions", "gradient"), None),
        (("--directions", "random"), None),
        (("--directions", "curvature"), None),
    ],
)
def test_the_plane_is_of_coordinates_directions_or_points(tmp_path: Path, options: Any, value: Any) -> None:
    path = tmp_path / "plot.csv"
    assert plot(*FORM, *options, "--view", "-1", "1", "-1", "2", "--layers", "heat", "-o", str(path)) == 0
    rows = rows_of(path)
    x_name, y_name = list(rows[0])[2:4]
    points = [(float(row[x_name]), float(row[y_name]), float(row["f"])) for row in rows[::501]]
    if value is not None:
        assert [f for *_, f in points] == pytest.approx([value(x, y) for x, y, _ in points])
    elif "gradient" in options:
        assert (x_name, "drawn over s (along ∇f) and t" in path.read_text(encoding="utf-8")) == ("s", True)
        at = [(x, y, f) for x, y, f in points if abs(y) > 0.1]
        assert [f for *_, f in at] == pytest.approx([x * x + y * y + 3 * x for x, y, _ in at])  # ‖a‖ = 3
    else:  # orthonormal axes through 0: what is left of f is linear
        rest = np.array([f - x * x - y * y for x, y, f in points])
        plane = np.array([(x, y) for x, y, _ in points])
        slopes, *_ = np.linalg.lstsq(plane, rest)
        assert plane @ slopes == pytest.approx(rest, abs=1e-9)
        assert np.linalg.norm(slopes) <= 3


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--plane", "1,1,0", "2,2,0"), "parallel"),
        (("--plane", "1,1", "2,2,0"), "2 numbers, and a state has 3"),
        (("--plane", "1,a,0", "2,2,0"), "expected numbers"),
        (("--plane", "w1", "w2", "--directions", "random"), "exclude each other"),
        (("--through", "0,0,0", "1,1,1", "2,2,2"), "one line"),
    ],
)
def test_a_plane_that_does_not_exist_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: Any, told: str
) -> None:
    assert plot(*FORM, *options, "-o", str(tmp_path / "plot.csv")) == 2
    assert told in capsys.readouterr().err


def test_a_sum_over_data_is_drawn_with_the_data_of_a_file(tmp_path: Path) -> None:
    data = tmp_path / "x.csv"
    data.write_text("1,2\n-1,0.5\n0.5,-1\n")
    path = tmp_path / "plot.csv"
    text = "sum_i log(1 + exp(-y_i x_i'w))"
    given = ("--wrt", "w", "--set", "y_i=1 -1 1", "--set", f"x_i=@{data}", "--layers", "heat")
    assert plot(text, *given, "--view", "-1", "1", "-1", "1", "-o", str(path)) == 0
    X, y = np.array([[1, 2], [-1, 0.5], [0.5, -1]]), np.array([1, -1, 1])
    for row in rows_of(path)[::997]:
        w = np.array([float(row["w_1"]), float(row["w_2"])])
        assert float(row["f"]) == pytest.approx(np.log1p(np.exp(-y * (X @ w))).sum())


def test_a_function_without_a_formula_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert plot("L(w'x)", "--wrt", "w", "-o", str(tmp_path / "plot.png")) == 3
    assert "L has no formula" in capsys.readouterr().err
