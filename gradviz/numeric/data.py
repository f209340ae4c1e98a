"""Data for the symbols: read from CSV text, or generated; pure functions, the same seed giving the same numbers."""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.sentences import Sentence, counted, phrase, say

__all__ = [
    "DataError",
    "Generated",
    "classification",
    "fitted",
    "generated",
    "parse_csv",
    "read_csv",
    "regression",
]

MOST_BYTES = 50_000_000
MOST_NUMBERS = 4_000_000
_NAMED = re.compile(r"sep=([;,|\t])", re.IGNORECASE)
_EITHER = re.compile(r"[-+−]?\d+(,\d+([eE][-+]?\d+)?)?")
"""A line that is one number with a decimal comma (or an integer), or two numbers."""
FORMS = ("random", "uniform", "identity", "zeros", "ones")


class DataError(ValueError):
    """Data that cannot be used; the message is a sentence for the person who chose it.

    Attributes
    ----------
    line, column : where in the file, from one; 0 when it is not one place. The column counts cells.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


# --- reading --------------------


def read_csv(path: str | Path) -> tuple[Array, str]:
    """The numbers of a CSV file, (rows, columns), and a sentence on what its commas were taken for ("" where that is
    plain).

    Raises
    ------
    DataError
        When the file cannot be read or does not hold numbers; see `parse_csv`.
    """
    path = Path(path)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise DataError(
                say(
                    "{name} has {size:.0f} MB; at most {limit:.0f} MB are read.",
                    name=path.name,
                    size=size / 1e6,
                    limit=MOST_BYTES / 1e6,
                )
            )
        raw = path.read_bytes()
    except OSError as error:
        raise DataError(
            say("{name} cannot be read: {reason}.", name=path.name, reason=error.strerror or error)
        ) from error
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    if "\0" in text:
        raise DataError(say("{name} is not a text file.", name=path.name))
    return parse_csv(text)


def parse_csv(text: str) -> tuple[Array, str]:
    """Numbers from CSV text, (rows, columns), and a sentence on what its commas were taken for ("" where that is
    plain).

    Cells are separated by commas, semicolons, tabs, bars or blanks (with all but the first a decimal comma is
    understood); a line ``sep=;``, as spreadsheets write it, names the separator. A first line of words is a heading.
    Blank lines and lines that begin with ``#`` are left out.

    Lines such as ``1,5`` are two cells, or one number with a decimal comma: that where some line has no comma, or two
    digits of which the first is nought behind it, or where the heading is one word.

    Raises
    ------
    DataError
        Naming line and column: a cell that is no number, is empty, NaN or infinite; a line that is longer or shorter
        than the first; no numbers at all; too many.
    """
    lines = [
        (i, line)
        for i, line in enumerate(io.StringIO(text.removeprefix("\ufeff"), newline=None), 1)
        if line.strip() and line.strip()[0] != "#"
    ]
    if not lines:
        raise DataError(say("The file has no numbers in it."))
    named = _NAMED.fullmatch(lines[0][1].strip(" \r\n"))
    if named and len(lines) > 1:
        lines = lines[1:]
    separator = named[1] if named else _separator([line for _, line in lines[:20]])
    note = ""
    if separator == "," and not named:
        begins, note = _decimal_commas(lines)
        if begins is not None:
            separator, lines = " ", lines[begins:]
    rows: list[list[float]] = []
    heading = False
    for position, (number, line) in enumerate(lines):
        try:
            cells = _cells(line, separator)
        except csv.Error as error:
            raise DataError(
                say("Line {line} cannot be taken apart: {error}.", line=number, error=error), number
            ) from None
        if position == 0 and len(lines) > 1 and _is_heading(cells, separator):
            heading = True
            width = len(cells)
            continue
        if not rows and not heading:
            width = len(cells)
        if len(cells) != width:
            singular, plural = _UNEVEN_TO_HEADING if heading and not rows else _UNEVEN
            values = {"n": len(cells), "line": number, "width": width}
            raise DataError(Sentence(singular if len(cells) == 1 else plural, values), number)
        rows.append([_number(cell, number, column, separator) for column, cell in enumerate(cells, 1)])
        if len(rows) * width > MOST_NUMBERS:
            raise DataError(say("The file has more than {limit:,} numbers.", limit=MOST_NUMBERS))
    return np.array(rows, dtype=float), note


def _decimal_commas(lines: Sequence[tuple[int, str]]) -> tuple[int | None, str]:
    """Where a column of numbers with decimal commas begins, None where the commas separate; and a sentence on what they
    were taken for where they may be either.
    """
    first = int(len(lines) > 1 and _is_heading(_cells(lines[0][1], " "), " "))
    body = [line.strip() for _, line in lines[first:]]
    example = next((line for line in body if "," in line), "")
    if not example or not all(map(_EITHER.fullmatch, body)):
        return None, ""
    decimal = any("," not in line or re.search(r",0\d", line) for line in body)
    if decimal or (first and "," not in lines[0][1]):
        value = example.replace(",", ".")
        return first, say("The commas were read as decimal: “{text}” is {value}.", text=example, value=value)
    return None, say("“{text}” was read as two numbers; if its comma is decimal, write a point.", text=example)


def _separator(lines: Sequence[str]) -> str:
    """The first of semicolon, tab, bar and comma that occurs; else blanks."""
    for candidate in (";", "\t", "|", ","):
        if any(candidate in line for line in lines):
            return candidate
    return " "


def _cells(line: str, separator: str) -> list[str]:
    if separator == " ":
        return line.split()
    cells = [cell.strip() for cell in next(csv.reader([line.rstrip("\r\n")], delimiter=separator))]
    return cells[:-1] if len(cells) > 1 and cells[-1] == "" else cells  # a separator at the end of the line


def _value(cell: str, separator: str) -> float:
    text = cell.replace("−", "-")
    return float(text.replace(",", ".") if separator != "," else text)


def _is_heading(cells: Sequence[str], separator: str) -> bool:
    """Whether a line holds names: no cell of it is a number."""
    for cell in cells:
        try:
            _value(cell, separator)
        except ValueError:
            continue
        return False
    return True


def _number(cell: str, line: int, column: int, separator: str) -> float:
    place = {"line": line, "column": column}
    if not cell:
        raise DataError(say("Line {line}, column {column} is empty; a number was expected.", **place), line, column)
    try:
        value = _value(cell, separator)
    except ValueError:
        shown = cell if len(cell) <= 30 else cell[:29] + "…"
        raise DataError(
            say("Line {line}, column {column}: “{shown}” is not a number.", shown=shown, **place), line, column
        ) from None
    if not math.isfinite(value):
        wrong = say("Line {line}, column {column} is infinite; every value must be a finite number.", **place)
        if math.isnan(value):
            wrong = say("Line {line}, column {column} is NaN; every value must be a finite number.", **place)
        raise DataError(wrong, line, column)
    return value


_UNEVEN = (
    phrase("Line {line} has {n} cell, and the line before has {width}."),
    phrase("Line {line} has {n} cells, and the line before has {width}."),
)
_UNEVEN_TO_HEADING = (
    phrase("Line {line} has {n} cell, and the heading has {width}."),
    phrase("Line {line} has {n} cells, and the heading has {width}."),
)
"""For one cell, and for several."""


def fitted(data: Array, rows: int, cols: int, name: str = "") -> Array:
    """Data in the shape of a symbol: as it is, or a line laid down (or a column stood up) for a vector.

    Raises
    ------
    DataError
        When the sizes do not match, saying both.
    """
    if data.shape == (rows, cols):
        return data
    if 1 in data.shape and 1 in (rows, cols) and data.size == rows * cols:
        return data.reshape(rows, cols)
    sizes = {"data": f"{data.shape[0]}×{data.shape[1]}", "name": name or say("the symbol"), "size": f"{rows}×{cols}"}
    if data.shape == (cols, rows):
        raise DataError(say("The data has {data} numbers, and {name} is {size}. Transpose it?", **sizes))
    raise DataError(say("The data has {data} numbers, and {name} is {size}.", **sizes))


# --- generating --------------------


def generated(form: str, rows: int, cols: int, seed: int = 0, scale: float = 1.0) -> Array:
    """A matrix of one of the `FORMS`, (rows, cols).

    Parameters
    ----------
    form : "random" (normal, of standard deviation `scale`), "uniform" (between ±`scale`), "identity" (ones on the
        diagonal), "zeros" or "ones"; the last three times `scale`.

    Raises
    ------
    DataError
        For an unknown form, a size below one or too large, or a scale that is not finite.
    """
    _checked(rows, cols)
    if not math.isfinite(scale):
        raise DataError(say("The scale must be a finite number."))
    random = np.random.default_rng(seed)
    if form == "random":
        return np.asarray(scale * random.standard_normal((rows, cols)))
    if form == "uniform":
        return np.asarray(random.uniform(-1, 1, (rows, cols)) * scale)
    if form in ("identity", "zeros", "ones"):
        made = {"identity": np.eye(rows, cols), "zeros": np.zeros((rows, cols)), "ones": np.ones((rows, cols))}
        return np.asarray(scale * made[form])
    raise DataError(say("There is no data called “{form}”; choose one of {forms}.", form=form, forms=", ".join(FORMS)))


@dataclass(frozen=True)
class Generated:
    """A data set.

    Attributes
    ----------
    X : (rows, cols), the inputs.
    y : (rows,), the responses, or labels -1 and 1.
    weights : (cols,), what they were made with.
    """

    X: Array
    y: Array
    weights: Array


def regression(
    rows: int, cols: int, noise: float = 0.3, seed: int = 0, weights: Sequence[float] | None = None
) -> Generated:
    """Linear-regression data: ``y = X w + ε`` with normal inputs and noise of standard deviation `noise`.

    Raises
    ------
    DataError
        For a size below one or too large, a noise below nought, or weights of another number than `cols`.
    """
    _checked(rows, cols)
    if not (math.isfinite(noise) and noise >= 0):
        raise DataError(say("The noise must be zero or a positive number."))
    random = np.random.default_rng(seed)
    X = random.standard_normal((rows, cols))
    w = _weights(weights, cols, random)
    return Generated(X, X @ w + noise * random.standard_normal(rows), w)


def classification(
    rows: int, cols: int, noise: float = 0.5, seed: int = 0, weights: Sequence[float] | None = None
) -> Generated:
    """Data in two classes: labels ``sign(X w + ε)``, -1 or 1, both of them present when there are two rows.

    Raises
    ------
    DataError
        As for `regression`.
    """
    made = regression(rows, cols, noise, seed, weights)
    labels = np.where(made.y >= 0, 1.0, -1.0)
    if rows > 1 and abs(labels.sum()) == rows:
        odd = int(np.argmin(np.abs(made.y)))
        labels[odd] = -labels[odd]
    return Generated(made.X, labels, made.weights)


def _weights(weights: Sequence[float] | None, cols: int, random: np.random.Generator) -> Array:
    if weights is None:
        return np.asarray(np.round(random.uniform(0.5, 2.0, cols) * random.choice([-1.0, 1.0], cols), 2))
    given = np.asarray(weights, dtype=float)
    if given.shape != (cols,) or not np.isfinite(given).all():
        raise DataError(
            counted("{n} finite weight is needed, one a column.", "{n} finite weights are needed, one a column.", cols)
        )
    return given


def _checked(rows: int, cols: int) -> None:
    if rows < 1 or cols < 1:
        raise DataError(
            say("A matrix of {rows}×{columns} has no entries; both sizes must be at least 1.", rows=rows, columns=cols)
        )
    if rows * cols > MOST_NUMBERS:
        raise DataError(
            say("{rows}×{columns} is more than {limit:,} numbers.", rows=rows, columns=cols, limit=MOST_NUMBERS)
        )
