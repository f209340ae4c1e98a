"""Numbers with powers of ten as texts."""

from __future__ import annotations

import pytest

from gradviz.numeric.powers_of_ten import lowered, with_power


@pytest.mark.parametrize(
    ("value", "digits", "text", "on_the_line"),
    [
        (1.2e6, 4, "1.2·10⁶", "1.2·106"),
        (-2.0e-7, 4, "−2·10⁻⁷", "−2·10-7"),
        (1e5, 3, "10⁵", "105"),
        (-1e-12, 3, "−10⁻¹²", "−10-12"),
        (9.996e9, 3, "10¹⁰", "1010"),
        (1.234567e300, 5, "1.2346·10³⁰⁰", "1.2346·10300"),
    ],
)
def test_a_number_is_written_as_people_write_it(value: float, digits: int, text: str, on_the_line: str) -> None:
    assert with_power(value, digits) == text
    assert lowered(text) == on_the_line
