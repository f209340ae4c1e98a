"""Reading and making data; every bad file is told where it is bad."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gradviz.numeric import data
from gradviz.numeric.data import DataError, classification, fitted, generated, parse_csv, read_csv, regression

GOOD = {
    "commas": ("1,2\n3,4\n", [[1, 2], [3, 4]]),
    "a heading": ("height,weight\n1,2\n3,4\n", [[1, 2], [3, 4]]),
    "semicolons and decimal commas": ("1,5;2\n-3;4e2\n", [[1.5, 2], [-3, 400]]),
    "bars": ("a|b\n1,5|2\n3|4\n", [[1.5, 2], [3, 4]]),
    "a line that names the separator": ("sep=;\r\nx;y\r\n1,5;2\r\n", [[1.5, 2]]),
    "a line that names the tab": ("sep=\t\n1\t2\n", [[1, 2]]),
    "tabs": ("1\t2\n3\t4", [[1, 2], [3, 4]]),
    "blanks": ("  1   2\n3 4  \n", [[1, 2], [3, 4]]),
    "quotes": ('"1","2"\n', [[1, 2]]),
    "blank lines and remarks": ("# made by hand\n\n1,2\n\n3,4\n", [[1, 2], [3, 4]]),
    "a comma at the end": ("1,2,\n3,4,\n", [[1, 2], [3, 4]]),
    "windows": ("1,2\r\n3,4\r\n", [[1, 2], [3, 4]]),
    "one column": ("1\n2\n3\n", [[1], [2], [3]]),
    "an old Macintosh": ("1,2\r3,4", [[1, 2], [3, 4]]),
    "a true minus": ("−1,2\n", [[-1, 2]]),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_is_read(name: str, tmp_path: Path) -> None:
    text, wanted = GOOD[name]
    np.testing.assert_array_equal(parse_csv(text)[0], wanted)
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes(text.encode(encoding))
        np.testing.assert_array_equal(read_csv(path)[0], wanted)


def test_the_mark_before_a_pasted_text_is_no_part_of_a_number() -> None:
    np.testing.assert_array_equal(parse_csv("\ufeff1,2\n3,4")[0], [[1, 2], [3, 4]])


@pytest.mark.parametrize(
    ("text", "wanted", "says"),
    [
        ("1,05\n2,25\n-3,1e2\n", [[1.05], [2.25], [-310]], "“1,05” is 1.05"),
        ("1,5\n2\n", [[1.5], [2]], "decimal"),
        ("price\n1,5\n2,5\n", [[1.5], [2.5]], "decimal"),
        ("1,5\n2,25\n", [[1, 5], [2, 25]], "two numbers"),
        ("a,b\n1,5\n2,25\n", [[1, 5], [2, 25]], "two numbers"),
        ("1,5\n2,-25\n", [[1, 5], [2, -25]], ""),
        ("1, 5\n2, 25\n", [[1, 5], [2, 25]], ""),
        ("1\n2\n", [[1], [2]], ""),
    ],
)
def test_what_commas_are_taken_for_is_told(text: str, wanted: list[list[float]], says: str) -> None:
    found, note = parse_csv(text)
    np.testing.assert_array_equal(found, wanted)
    assert says in note
    assert bool(note) == bool(says)


BAD = {
    "a word": ("1,2\n3,four\n", 2, 2, "“four” is not a number"),
    "a word after a heading": ("a,b\n1,2\nx,4\n", 3, 1, "“x” is not a number"),
    "a word in the first line": ("1,b\n1,2\n", 1, 2, "“b” is not a number"),
    "a ragged line": ("1,2\n3,4,5\n", 2, 0, "3 cells, and the line before has 2"),
    "a line longer than the heading": ("a,b\n1,2,3\n", 2, 0, "3 cells, and the heading has 2"),
    "an empty cell": ("1,2\n,4\n", 2, 1, "empty"),
    "nan": ("1,2\n3,nan\n", 2, 2, "NaN"),
    "infinity": ("1,inf\n", 1, 2, "infinite"),
    "overflow": ("1e999\n", 1, 1, "infinite"),
    "nothing": ("\n# only this\n", 0, 0, "no numbers"),
    "only a word": ("hello\n", 1, 1, "“hello”"),
    "a decimal comma between commas": ("1;2\n3;4,5,6\n", 2, 2, "4,5,6"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_told_with_its_place(name: str) -> None:
    text, line, column, says = BAD[name]
    with pytest.raises(DataError, match=says) as caught:
        parse_csv(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    if line:
        assert f"Line {line}" in str(caught.value)


def test_files_that_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        read_csv(tmp_path / "none.csv")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\0\0\0\x01")
    with pytest.raises(DataError, match="not a text file"):
        read_csv(tmp_path / "picture.csv")
    (tmp_path / "long.csv").write_text("1,2\n" * 50)
    monkeypatch.setattr(data, "MOST_NUMBERS", 30)
    with pytest.raises(DataError, match="more than 30"):
        read_csv(tmp_path / "long.csv")
    monkeypatch.setattr(data, "MOST_BYTES", 100)
    with pytest.raises(DataError, match="MB"):
        read_csv(tmp_path / "long.csv")


@given(arrays(float, st.tuples(st.integers(1, 6), st.integers(1, 5)), elements=st.floats(-1e6, 1e6)))
def test_what_was_written_is_read_back(matrix: np.ndarray) -> None:
    text = "\n".join(",".join(repr(float(v)) for v in row) for row in matrix)
    np.testing.assert_array_equal(parse_csv(text)[0], matrix)


def test_sizes_are_matched_to_the_symbol() -> None:
    np.testing.assert_array_equal(fitted(np.array([[1.0, 2, 3]]), 3, 1), [[1], [2], [3]])
    np.testing.assert_array_equal(fitted(np.ones((2, 3)), 2, 3), np.ones((2, 3)))
    with pytest.raises(DataError, match=r"3×2 numbers, and X is 2×3. Transpose"):
        fitted(np.ones((3, 2)), 2, 3, "X")
    with pytest.raises(DataError, match=r"4×1 numbers, and y is 3×1\.$"):
        fitted(np.ones((4, 1)), 3, 1, "y")


def test_what_is_generated() -> None:
    np.testing.assert_array_equal(generated("identity", 2, 3), [[1, 0, 0], [0, 1, 0]])
    np.testing.assert_array_equal(generated("ones", 2, 1, scale=3), [[3], [3]])
    np.testing.assert_array_equal(generated("zeros", 1, 2), [[0, 0]])
    drawn = generated("random", 400, 50, seed=1, scale=2)
    assert drawn.std() == pytest.approx(2, rel=0.02)
    np.testing.assert_array_equal(drawn, generated("random", 400, 50, seed=1, scale=2))
    assert (drawn != generated("random", 400, 50, seed=2, scale=2)).any()
    assert np.abs(generated("uniform", 50, 50)).max() <= 1


def test_regression_data_lets_the_weights_be_found() -> None:
    made = regression(2_000, 3, noise=0.1, seed=5)
    np.testing.assert_allclose(np.linalg.lstsq(made.X, made.y)[0], made.weights, atol=0.02)
    assert (made.y - made.X @ made.weights).std() == pytest.approx(0.1, rel=0.1)
    exact = regression(10, 2, noise=0, weights=[1, -2])
    np.testing.assert_allclose(exact.y, exact.X @ [1, -2])


def test_classification_data_has_two_classes() -> None:
    made = classification(2_000, 2, noise=0.0, seed=5)
    np.testing.assert_array_equal(made.y, np.sign(made.X @ made.weights))
    for seed in range(30):
        assert set(classification(2, 1, seed=seed).y) == {-1.0, 1.0}


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: generated("random", 0, 2), "at least 1"),
        (lambda: generated("random", 10**4, 10**4), "more than"),
        (lambda: generated("funny", 2, 2), "no data called"),
        (lambda: generated("ones", 2, 2, scale=float("nan")), "finite"),
        (lambda: regression(5, 2, noise=-1), "noise"),
        (lambda: regression(5, 2, weights=[1]), "2 finite weights"),
    ],
)
def test_what_cannot_be_made_is_said(make: object, says: str) -> None:
    assert callable(make)
    with pytest.raises(DataError, match=says):
        make()
