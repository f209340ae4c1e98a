"""By what a function is differentiated where nobody says."""

from __future__ import annotations

import pytest

from gradviz.language.parser import parse


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("sum_i (y_i - a x_i - b)^2", ["a", "b"]),
        ("sum_i ||x_i - c||^2", ["c"]),
        ("sum_i log(1 + exp(-y_i x_i' w))", ["w"]),
    ],
)
def test_members_of_a_family_are_not_what_a_sum_over_it_is_differentiated_by(text: str, names: list[str]) -> None:
    assert sorted(symbol.name for symbol in parse(text).variables) == names


@pytest.mark.parametrize(("text", "names"), [("x2 x1^2 + sin(x10)", ["x1", "x2", "x10"]), ("y + x^2", ["x", "y"])])
def test_coordinates_come_in_their_order_wherever_they_stand(text: str, names: list[str]) -> None:
    assert [symbol.name for symbol in parse(text).variables] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[r cos(t); r sin(t)]", ["r", "t"]),
        ("[r cos(phi); r sin(phi)]", ["r", "phi"]),
        ("[s + t; s t]", ["s", "t"]),
        ("r^2 + e^(r t)", ["t"]),  # a number: r is a rate
        ("[r cos(t); r sin(t); t]", ["t"]),  # a helix of radius r
        ("[a cos(t); a sin(t)]", ["t"]),
    ],
)
def test_polar_coordinates_are_a_map_of_the_plane(text: str, names: list[str]) -> None:
    assert [symbol.name for symbol in parse(text).variables] == names
