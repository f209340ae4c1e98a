"""Numbers on scales, as texts."""

from __future__ import annotations

import pytest

from gradviz.numeric.tick_texts import tick_texts


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ((-2, -0.0, 0.05, 250), ["−2", "0", "0.05", "250"]),
        ((7, 50_000, 1e5), ["7", "50000", "100000"]),
        ((0.1, 0.2, 0.1 + 0.2), ["0.1", "0.2", "0.3"]),
        ((8.5, 50, 2_500, 1e5, 1.2e8), ["8.5", "50", "2.5·10³", "10⁵", "1.2·10⁸"]),
        ((1e-7, 1, 2e5), ["10⁻⁷", "1", "2·10⁵"]),
        ((-3e-9, 0, 1e-9), ["−3·10⁻⁹", "0", "10⁻⁹"]),
        ((1e12, 2e12), ["10¹²", "2·10¹²"]),
        ((12345.001, 12345.002), ["12345.001", "12345.002"]),
        ((1e6, 1e6 + 1e-3), ["1000000", "1000000.001"]),
        ((1e12, 1e12 + 1), ["10¹²", "1.000000000001·10¹²"]),
        ((0.0,), ["0"]),
        ((), []),
    ],
)
def test_a_scale_is_written_briefly_and_tells_neighbours_apart(values: tuple[float, ...], texts: list[str]) -> None:
    assert tick_texts(values) == texts


def test_numbers_that_are_not_written_have_a_say_in_the_notation() -> None:
    assert tick_texts([50_000.0], [0.0, 1e9]) == ["5·10⁴"]
