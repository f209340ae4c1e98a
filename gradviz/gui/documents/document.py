"""The document: the text and the choices that go with it, and nothing that can be derived from them. No Qt here."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from gradviz.gui.descent.compare.choices import CompareChoices, CompareError
from gradviz.gui.plot.choices import ChoiceError, PlotChoices
from gradviz.sentences import say

__all__ = [
    "LAYOUTS",
    "LEVELS",
    "METHODS",
    "START_EXAMPLE",
    "STRUCTURES",
    "Descent",
    "Document",
    "DocumentError",
    "occurring",
]

FORMAT = "gradviz"
VERSION = 1

METHODS = ("differential", "components", "definition", "chain")
LAYOUTS = ("mixed", "numerator", "denominator")
STRUCTURES = ("projection", "free")
LEVELS = ("lecturer", "every rule")

MAX_FILE = 16 * 2**20
"""Bytes; a document is text and a few tables of numbers, so a larger file is something else."""
MAX_TEXT = 100_000
"""Characters; a formula has some hundreds, and an editor that is given a whole library stands still."""
MAX_NAMES = 1_000
MAX_ENTRIES = 1_000_000
MAX_STEPS = 100_000
"""Of a descent; a test compares it with the longest run that is recorded."""

START_EXAMPLE = """\
X in R^(10,2)
y in R^10
w in R^2
||y - X w||^2"""

Value = float | list[float] | list[list[float]]


class DocumentError(ValueError):
    """A file is no gradviz document; the message says which part and why."""


@dataclass(frozen=True, slots=True)
class Descent:
    """How the descent goes: where it starts (in the plane, None for the point), how far a step of gradient descent
    goes, how many steps there are, the method by its id, those of its parameters that differ from their defaults,
    what is compared, and, for a start that does not lie in the plane, all coordinates of it."""

    start: tuple[float, float] | None = None
    step_size: float | None = None
    steps: int | None = None
    method: str = "gradient-descent"
    parameters: Mapping[str, float | bool | str] = field(default_factory=dict)
    compare: CompareChoices = field(default_factory=CompareChoices)
    state: tuple[float, ...] | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What is saved.

    Attributes
    ----------
    text : declarations, definitions and one function.
    wrt : names of the variables; empty to take those that the text suggests.
    order : 1 for the gradient or Jacobian, 2 for the Hessian.
    method, layout, structure : as in ``gradviz.derive``.
    level : how fine the shown steps are, "lecturer" or "every rule".
    shapes : show shapes under the factors.
    dims : sizes chosen for named dimensions.
    values : numbers chosen for symbols: a number, a list (column vector), or a list of rows.
    point : where the draggable point is in the plotted plane; None for where it falls by itself.
    descent : how the descent goes.
    plot : what the plot shows.
    """

    text: str = START_EXAMPLE
    wrt: tuple[str, ...] = ()
    order: int = 1
    method: str = "differential"
    layout: str = "mixed"
    structure: str = "projection"
    level: str = "lecturer"
    shapes: bool = False
    dims: Mapping[str, int] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)
    point: tuple[float, float] | None = None
    descent: Descent = Descent()
    plot: PlotChoices = field(default_factory=PlotChoices)

    def with_(self, **changes: Any) -> Document:
        """The same document with other values for some attributes."""
        return replace(self, **changes)

    def changed(self, other: Document) -> frozenset[str]:
        """The names of the attributes in which two documents differ."""
        return frozenset(f.name for f in fields(self) if getattr(self, f.name) != getattr(other, f.name))

    def to_json(self) -> str:
        """The text of a ``.gradviz`` file."""
        body: dict[str, Any] = {"format": FORMAT, "version": VERSION}
        for f in fields(self):
            body[f.name] = getattr(self, f.name)
        body["descent"] = {f.name: getattr(self.descent, f.name) for f in fields(Descent)}
        body["descent"]["parameters"] = dict(self.descent.parameters)
        body["descent"]["compare"] = self.descent.compare.to_data()
        body["plot"] = self.plot.to_data()
        body["dims"], body["values"] = dict(self.dims), dict(self.values)
        return json.dumps(body, indent=2, ensure_ascii=False, allow_nan=False) + "\n"

    @classmethod
    def from_json(cls, source: str | bytes) -> Document:
        """The document of a ``.gradviz`` file. Attributes that are missing get their defaults.

        Raises
        ------
        DocumentError
            When the file is not one, is of a later version, or holds a value that cannot be.
        """
        if len(source) > MAX_FILE:
            raise DocumentError(say("The file is too large to be a gradviz document."))
        try:
            body = json.loads(source)
        except RecursionError as error:
            raise DocumentError(say("The file is nested too deeply to be a gradviz document.")) from error
        except json.JSONDecodeError as error:
            raise DocumentError(
                say(
                    "The file is damaged, or no gradviz document: it makes no sense in line {line}, column {column}.",
                    line=error.lineno,
                    column=error.colno,
                )
            ) from error
        except ValueError as error:  # a number of thousands of digits
            raise DocumentError(say("The file is not a gradviz document.")) from error
        if not isinstance(body, dict) or body.get("format") != FORMAT:
            raise DocumentError(say("The file is not a gradviz document."))
        version = body.get("version")
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            raise DocumentError(say("The document does not name its version."))
        if version > VERSION:
            raise DocumentError(
                say(
                    "The document is of version {version}; this program reads up to version {known}.",
                    version=version,
                    known=VERSION,
                )
            )
        readers = {
            "text": _text,
            "wrt": _names,
            "order": _one_of((1, 2)),
            "method": _one_of(METHODS),
            "layout": _one_of(LAYOUTS),
            "structure": _one_of(STRUCTURES),
            "level": _one_of(LEVELS),
            "shapes": _flag,
            "dims": _dims,
            "values": _values,
            "point": _point,
            "descent": _descent,
            "plot": _plot,
        }
        return cls(**{name: read(name, body[name]) for name, read in readers.items() if name in body})


def _wrong(name: str, expected: str) -> DocumentError:
    return DocumentError(say("“{name}” in the document must be {expected}.", name=name, expected=expected))


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong(name, say("text"))
    if len(value) > MAX_TEXT:
        raise _wrong(name, say("text of at most {limit} characters", limit=MAX_TEXT))
    if not _is_writable(value):
        raise _wrong(name, say("text without halves of characters"))
    return value


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise _wrong(name, say("true or false"))
    return value


def _names(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MAX_NAMES or not all(_is_name(v) for v in value):
        raise _wrong(name, say("a list of names"))
    return tuple(value)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= MAX_NAMES and _is_writable(value)


def _is_writable(text: str) -> bool:
    """Whether the text can be in a file: JSON can hold halves of characters, which nothing can write."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _table(name: str, value: Any, expected: str) -> dict[str, Any]:
    if not isinstance(value, dict) or not all(_is_name(key) for key in value):
        raise _wrong(name, expected)
    return value


def _one_of(allowed: tuple[Any, ...]) -> Any:
    def read(name: str, value: Any) -> Any:
        if isinstance(value, bool) or value not in allowed:
            raise _wrong(name, say("one of {choices}", choices=", ".join(map(str, allowed))))
        return value

    return read


def _number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong(name, say("a number"))
    try:
        number = float(value)
    except OverflowError as error:
        raise _wrong(name, say("a finite number")) from error
    if not math.isfinite(number):
        raise _wrong(name, say("a finite number"))
    return number


def _size(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MAX_ENTRIES:
        raise _wrong(name, say("a whole number from 1 to {limit}", limit=MAX_ENTRIES))
    return value


def _dims(name: str, value: Any) -> dict[str, int]:
    table = _table(name, value, say("a table of sizes"))
    return {key: _size(f"{name}.{key}", size) for key, size in table.items()}


def _values(name: str, value: Any) -> dict[str, Value]:
    table = _table(name, value, say("a table of numbers"))
    return {key: _value(f"{name}.{key}", entry) for key, entry in table.items()}


def _value(name: str, value: Any) -> Value:
    if not isinstance(value, list):
        return _number(name, value)
    if not value:
        raise _wrong(name, say("a number, a list of numbers or a list of rows"))
    if not any(isinstance(entry, list) for entry in value):
        return [_number(name, entry) for entry in value]
    if not all(isinstance(row, list) and row and len(row) == len(value[0]) for row in value):
        raise _wrong(name, say("rows of one length"))
    return [[_number(name, entry) for entry in row] for row in value]


def _point(name: str, value: Any) -> tuple[float, float] | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2:
        raise _wrong(name, say("two numbers"))
    return (_number(name, value[0]), _number(name, value[1]))


def _descent(name: str, value: Any) -> Descent:
    if not isinstance(value, dict):
        raise _wrong(name, say("a table"))
    step_size, steps = value.get("step_size"), value.get("steps")
    if step_size is not None and _number(f"{name}.step_size", step_size) <= 0:
        raise _wrong(f"{name}.step_size", say("a positive number"))
    return Descent(
        start=_point(f"{name}.start", value.get("start")),
        step_size=None if step_size is None else float(step_size),
        steps=None if steps is None else _steps(f"{name}.steps", steps),
        method=_text(f"{name}.method", value.get("method", "gradient-descent")),
        parameters=_parameters(f"{name}.parameters", value.get("parameters", {})),
        compare=_compare(f"{name}.compare", value.get("compare", {})),
        state=_state(f"{name}.state", value.get("state")),
    )


def _state(name: str, value: Any) -> tuple[float, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list) or not 1 <= len(value) <= MAX_ENTRIES:
        raise _wrong(name, say("a list of numbers"))
    return tuple(_number(name, entry) for entry in value)


def _steps(name: str, value: Any) -> int:
    if _size(name, value) > MAX_STEPS:
        raise _wrong(name, say("a whole number from 1 to {limit}", limit=MAX_STEPS))
    return int(value)


def _parameters(name: str, value: Any) -> dict[str, float | bool | str]:
    table = _table(name, value, say("a table"))
    return {key: _parameter(f"{name}.{key}", entry) for key, entry in table.items()}


def _parameter(name: str, value: Any) -> float | bool | str:
    if isinstance(value, str):
        return _text(name, value)
    if isinstance(value, bool):
        return value
    number = _number(name, value)
    return value if type(value) is int else number


def _compare(name: str, value: Any) -> CompareChoices:
    try:
        return CompareChoices.from_data(value)
    except CompareError as error:
        raise _wrong(".".join(part for part in (name, error.name) if part), error.expected) from error


def _plot(name: str, value: Any) -> PlotChoices:
    try:
        return PlotChoices.from_data(value)
    except ChoiceError as error:
        raise _wrong(".".join(part for part in (name, error.name) if part), error.expected) from error


def occurring(wrt: Sequence[str], names: Collection[str]) -> tuple[str, ...]:
    """The chosen variables, if one of them is among the names of a text's symbols (or is an entry or a member of one);
    else none, and the text suggests its own. The choice comes back when they do.
    """
    return tuple(wrt) if {_letters(name) for name in wrt} & {_letters(name) for name in names} else ()


def _letters(name: str) -> str:
    """``x`` of ``x_1`` and ``x1``."""
    return name.split("_")[0].rstrip("0123456789")
