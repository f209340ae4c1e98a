"""Several descents side by side: as an animation, a figure, a table, and from the command line."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from gradviz.export import descend_input
from gradviz.export.animation import CancelledError, write_animation
from gradviz.export.command_line import WrongError
from gradviz.export.descend_parameters import parameters_for
from gradviz.export.marks import CORNERS, DASHES, SYMBOLS
from gradviz.export.picture import Look, rgb
from gradviz.export.plot_look import LOOKS
from gradviz.export.race import Contender, Race, contenders, dashed, runs_csv
from gradviz.gui.theme import DARK, LIGHT
from gradviz.numeric.descent import METHODS, GradientDescent, HeavyBall, Limits, descend
from gradviz.numeric.planes import View
from tests.export.test_descend_command import descend as command
from tests.gui.plot import landscapes

START = np.array([1.0, 1.0])
VIEW = View(-1.5, 1.5, -1.5, 1.5)
SMALL = (374, 280)


@pytest.fixture(scope="module")
def field() -> list[Contender]:
    bowl = landscapes.bowl()
    methods = {"Quick": GradientDescent(0.2), "Slow": GradientDescent(0.02), "Away": GradientDescent(2.0)}
    runs = [descend(bowl, START, method, Limits(40)) for method in methods.values()]
    return contenders(list(methods), runs, Look())


def pixels(image: Image.Image) -> set[tuple[int, ...]]:
    return set(map(tuple, np.asarray(image.convert("RGB")).reshape(-1, 3).tolist()))


def test_every_path_keeps_its_own_colour_in_the_file_and_the_legend_stands_below(
    tmp_path: Path, field: list[Contender]
) -> None:
    path, told = tmp_path / "race.gif", []
    write_animation(
        *(path, landscapes.bowl(), field),
        size=SMALL,
        view=VIEW,
        frames=6,
        progress=lambda *n: told.append(n),
    )
    assert told == [(i, 6) for i in range(1, 7)]
    with Image.open(path) as animation:
        assert animation.n_frames == 6
        assert animation.width == SMALL[0]
        assert animation.height >= SMALL[1] + 3 * 20
        animation.seek(5)
        legend = animation.convert("RGB").crop((0, SMALL[1], animation.width, animation.height))
        plot = animation.convert("RGB").crop((0, 0, *SMALL))
    colours = {rgb(c.mark.colour) for c in field}
    assert len(colours) == 3
    assert colours <= pixels(legend)
    assert colours <= pixels(plot)


def test_the_present_marks_are_where_each_of_them_is(field: list[Contender]) -> None:
    """A run that is over waits at its end for the others."""
    race = Race(landscapes.bowl(), field[:2], size=SMALL, view=VIEW)
    assert race.last == field[1].run.steps > field[0].run.steps
    for step in (1, 7, field[0].run.steps + 1):
        image = race.picture(step)
        for contender in field[:2]:
            x, y = contender.run.states[min(step, contender.run.steps)].tolist()
            place = (round(58 + (x + 2.25) * 200 / 3), round(34 + (1.5 - y) * 200 / 3))
            assert image.getpixel(place) == rgb(contender.mark.colour), (step, contender.title)


def test_in_grey_each_is_told_from_the_others_by_dashes_and_symbol() -> None:
    looks = [(c.mark.dashes, c.mark.symbol) for c in contenders([""] * 35, [None] * 35, Look())]  # type: ignore[list-item]
    assert len(set(looks)) == 35
    assert set(CORNERS) == set(SYMBOLS)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_files_have_the_colours_of_the_window(theme: Any) -> None:
    assert LOOKS[theme.name].base.trajectories == theme.trajectories


def test_dashes_follow_the_line_and_are_as_long_as_they_should_be() -> None:
    corner = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0]])
    found = list(dashed(corner, (6.0, 2.0)))
    lengths = [float(np.hypot(*np.diff(piece, axis=0).T).sum()) for piece in found]
    assert lengths == pytest.approx([6, 6, 4])
    np.testing.assert_allclose(found[1], [[8, 0], [10, 0], [10, 4]])
    assert all(len(d) % 2 == 0 for d in DASHES)


def test_a_descent_that_runs_away_and_a_hundred_of_them_are_drawn(field: list[Contender]) -> None:
    away = field[2]
    assert not np.abs(away.run.states[-1]).max() < 1e6
    many = [Contender(f"{i}", field[i % 3].run, field[i % 3].mark) for i in range(100)]
    race = Race(landscapes.bowl(), many, size=SMALL, view=VIEW)
    assert race.size[1] < SMALL[1] + 200
    assert rgb(away.mark.colour) in pixels(race.picture(3))


def test_cancelled_it_leaves_no_file(tmp_path: Path, field: list[Contender]) -> None:
    with pytest.raises(CancelledError):
        write_animation(tmp_path / "race.gif", landscapes.bowl(), field, size=SMALL, cancelled=lambda: True)
    assert not list(tmp_path.iterdir())


def test_the_table_names_each_descent_and_leaves_out_what_it_has_not(field: list[Contender]) -> None:
    ball = descend(landscapes.bowl(), START, HeavyBall(0.1), Limits(3))
    rows = list(csv.DictReader(io.StringIO(runs_csv([*field[:1], Contender("A, b", ball, field[0].mark)], ["x", "y"]))))
    mine = [r for r in rows if r["descent"] == "A, b"]
    assert [float(r["x"]) for r in mine] == ball.states[:, 0].tolist()
    only = set(ball.quantities) - set(field[0].run.quantities)
    assert all(r[name] == "" for r in rows if r["descent"] == "Quick" for name in only)


@pytest.mark.parametrize(
    ("suffix", "head", "text", "start"),
    [
        (".gif", b"GIF8", "x^2 + 4 y^2", "1,2"),
        (".svg", b"<svg", "x^2 + 4 y^2", "1,2"),
        (".pdf", b"%PDF", "x^4 - 3 x^2", "1"),
        (".csv", b"descent,step", "(x-1)^2 + (y+2)^2 + z^2", "1,2,3"),
        (".svg", b"<svg", "(x-1)^2 + (y+2)^2 + 3 z^2", "1,2,3"),
    ],
)
def test_the_command_compares_methods(
    tmp_path: Path, suffix: str, head: bytes, text: str, start: str, capsys: Any
) -> None:
    path = tmp_path / f"race{suffix}"
    given = ("--method", "adam, Newton", "--parameter", "adam.gamma=0.05", "--start", start, "--steps", "12")
    assert command(text, *given, "-o", str(path)) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Adam, γ 0.05")
    assert said[1].startswith("Newton")
    assert said[2] == f"wrote {path}"
    content = path.read_bytes()
    assert head in content[:200]
    if suffix == ".svg":
        looks = contenders(["", ""], [None] * 2, Look())  # type: ignore[list-item]
        assert all(look.mark.colour.encode() in content for look in looks)
        assert b"stroke-dasharray" in content


def test_a_step_size_that_nobody_gave_is_searched_for(capsys: Any) -> None:
    assert command("x^2 + 50 y^2", "--method", "adam,gradient-descent", "--start", "1,2", "--steps", "900") == 0
    said = capsys.readouterr().out
    assert said.count("converged") == 2
    assert "γ 0.1," not in said  # Adam's default is 0.1, gradient descent's would diverge


def test_parameters_are_for_all_that_have_them_or_for_one() -> None:
    entries = [METHODS[id] for id in ("gradient-descent", "heavy-ball", "newton")]
    given = ["gamma=0.5", "heavy-ball.mu=0.8", "schedule=cosine", "schedule.period=7"]
    descent, ball, newton = parameters_for(entries, given)
    assert descent["step_size"] == ball["step_size"] == 0.5
    assert descent["schedule"].period == 7
    assert "momentum" in ball
    assert newton == {}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["adam.gamma=1"], "adam.gamma: adam is not among the methods chosen: gradient-descent, heavy-ball, newton"),
        (["havy-ball.gamma=1"], "havy-ball.gamma: There is no method “havy-ball”. Did you mean heavy-ball"),
        (["magic=1"], "magic: none of the methods chosen has it; Gradient descent has step_size"),
        (["newton.gamma=1"], "newton.gamma: Newton"),
        (["Heavy Ball.mu=2"], "Heavy Ball.mu: The momentum must"),
        (["mu=2"], "mu: The momentum must"),  # not left out of the one method that has it
        (["gamma=1", "heavy-ball.step_size=2"], "heavy-ball.step_size: it is given twice"),
        (["schedule=cosine", "heavy-ball.schedule=step"], "heavy-ball.schedule: it is given twice"),
        (["heavy-ball.schedule.period=5"], "choose a schedule too, such as --parameter heavy-ball.schedule=cosine"),
        (["newton.schedule=cosine"], "newton.schedule: Newton"),
        (["heavy-ball.=1"], "no such parameter"),
        (["beta"], "NAME=VALUE"),
    ],
)
def test_a_parameter_that_cannot_be_is_told_as_it_was_typed(given: list[str], words: str) -> None:
    entries = [METHODS[id] for id in ("gradient-descent", "heavy-ball", "newton")]
    with pytest.raises(WrongError, match=re.escape(words)):
        parameters_for(entries, given)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--method", "adam,newtn"), "--method: There is no method “newtn”. Did you mean newton"),
        (("--method", "Adam, Newton", "-o", "race.xyz"), "no format is known for 'race.xyz'"),
        (("--method", "adam,newton", "-o", "/nowhere/race.gif"), "there is no folder /nowhere"),
        (("--method", "adam,newton", "--ppi", "1", "-o", "race.png"), "--ppi is a number from"),
        (("--method", "adam,newton", "--parameter", "adam.gamma=0"), "--parameter adam.gamma: With a step size of 0"),
    ],
)
def test_what_is_wrong_with_several_methods_is_told_before_anything_slow(
    arguments: tuple[str, ...], words: str, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.setattr(descend_input, "function", lambda _options: pytest.fail("the function was derived"))
    assert command("x^2 + 4 y^2", "--start", "1,2", *arguments) == 2
    assert words in capsys.readouterr().err
