"""The parameters of methods as the command line gives them: ``gamma=0.1``, ``adam.gamma=0.1``, ``schedule=cosine``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gradviz.export.command_line import WrongError

if TYPE_CHECKING:
    from gradviz.numeric.descent import MethodEntry

__all__ = ["method_id", "parameters_for"]

SCHEDULE = "schedule"


@dataclass(frozen=True)
class _Given:
    """A ``--parameter``.

    Attributes
    ----------
    typed : its name as it was typed, such as ``Adam.gamma``.
    method : the id of the method that it is for; "" for all.
    name, value : the parameter's, such as ``gamma`` or ``schedule.period``.
    """

    typed: str
    method: str
    name: str
    value: str

    @property
    def of_schedule(self) -> bool:
        """Whether it is the schedule or a parameter of it."""
        return self.name.partition(".")[0] == SCHEDULE


def method_id(text: str) -> str:
    """A method's id from its name as people write it: ``Heavy Ball``, ``heavy_ball``."""
    return text.strip().lower().replace(" ", "-").replace("_", "-")


def parameters_for(entries: Sequence[MethodEntry], given: Sequence[str]) -> list[dict[str, Any]]:
    """The parameters of each method by name: ``gamma=0.1`` is for all that have it, ``adam.gamma=0.1`` for one.

    Raises
    ------
    WrongError
        For what no method takes or is no value of it, with the option as it was typed.
    """
    own: dict[str, list[_Given]] = {entry.id: [] for entry in entries}
    for parameter in map(_read, given):
        if parameter.method and parameter.method not in own:
            wrong = f"{parameter.method} is not among the methods chosen: {', '.join(own)}"
            raise WrongError(f"--parameter {parameter.typed}: {wrong}")
        takers = [parameter.method] if parameter.method else [e.id for e in entries if _takes(e, parameter)]
        if not takers and len(entries) > 1:
            raise WrongError(_nobody_takes(parameter, entries))
        for id in takers or [entries[0].id]:
            own[id].append(parameter)
    return [_made(entry, own[entry.id]) for entry in entries]


def _nobody_takes(given: _Given, entries: Sequence[MethodEntry]) -> str:
    """What is wrong with a parameter that none of several methods has."""
    if given.of_schedule:
        return f"--parameter {given.typed}: none of the methods chosen takes a schedule"
    known = "; ".join(f"{entry.title} has {_names(entry.parameters())}" for entry in entries)
    return f"--parameter {given.typed}: none of the methods chosen has it; {known}"


def _names(parameters: Sequence[Any]) -> str:
    """The parameters there are, with the letters that they may be called by."""
    return ", ".join(p.name + (f" ({_letter(p.letter)})" if p.letter else "") for p in parameters) or "none"


def _read(text: str) -> _Given:
    from gradviz.numeric.descent import ParameterError, method_entry

    typed, equals, value = (part.strip() for part in text.partition("="))
    if not equals or not typed or not value:
        raise WrongError(f"--parameter {text}: expected NAME=VALUE, such as gamma=0.1")
    method, dot, name = typed.partition(".")
    if not dot or method.strip() == SCHEDULE:
        method, name = "", typed
    else:
        try:
            method = method_entry(method_id(method)).id
        except ParameterError as error:
            raise WrongError(f"--parameter {typed}: {error}") from error
    return _Given(typed, method, name.strip(), value.replace("−", "-"))


def _takes(entry: MethodEntry, given: _Given) -> bool:
    return entry.takes_schedule if given.of_schedule else _found(given.name, entry.parameters()) is not None


def _made(entry: MethodEntry, given: Sequence[_Given]) -> dict[str, Any]:
    """The parameters of one method, with the schedule made."""
    from gradviz.numeric.descent import SCHEDULES, ParameterError
    from gradviz.numeric.descent.parameters import parameters_of

    kinds = [g for g in given if g.name == SCHEDULE]
    if len(kinds) > 1:
        raise WrongError(f"--parameter {kinds[1].typed}: it is given twice")
    kind, option = (kinds[0].value, kinds[0].typed) if kinds else ("fixed", SCHEDULE)
    if not entry.takes_schedule and (scheduled := [g for g in given if g.of_schedule]):
        raise WrongError(f"--parameter {scheduled[0].typed}: {entry.title} takes no schedule")
    if kind not in SCHEDULES:
        raise WrongError(f"--parameter {option}: there is no schedule {kind!r}; there are {', '.join(SCHEDULES)}")
    found: dict[str, Any] = {}
    own: dict[str, Any] = {}
    for g in given:
        if g.name == SCHEDULE:
            continue
        values, parameters, whose = found, entry.parameters(), entry.title
        if g.of_schedule:
            if not kinds:
                wrong = f"choose a schedule too, such as --parameter {g.typed.rpartition('.')[0]}=cosine"
                raise WrongError(f"--parameter {g.typed}: {wrong}")
            values, parameters, whose = own, parameters_of(SCHEDULES[kind]), f"the schedule {kind}"
        parameter = _found(g.name.partition(".")[2] if g.of_schedule else g.name, parameters)
        if parameter is None:
            raise WrongError(f"--parameter {g.typed}: {whose} has no such parameter; it has {_names(parameters)}")
        if parameter.name in values:
            raise WrongError(f"--parameter {g.typed}: it is given twice")
        try:
            values[parameter.name] = _value(parameter, g.value)
        except ParameterError as error:
            raise WrongError(f"--parameter {g.typed}: {error}") from error
    if kind != "fixed":
        found[SCHEDULE] = SCHEDULES[kind](**own)
    return found


def _found(name: str, parameters: Sequence[Any]) -> Any:
    """The parameter with a name or a letter; None for none."""
    wanted = name.replace("-", "").replace("_", "").lower()
    return next((p for p in parameters if wanted and wanted in (p.name.replace("_", ""), _letter(p.letter))), None)


def _letter(latex: str) -> str:
    plain = latex.replace("\\bar", "").replace("\\var", "")
    return plain.translate(str.maketrans("", "", "\\{}_ ")).lower()


def _value(parameter: Any, text: str) -> Any:
    from gradviz.numeric.descent import ParameterError, parse_step_size

    if parameter.kind == "choice":
        value: Any = next((c for c in parameter.choices if c.lower() == text.lower()), text)
    elif parameter.kind == "flag":
        value = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}.get(text.lower(), text)
    elif parameter.name == "step_size":
        value = parse_step_size(text)
    else:
        try:
            value = float(text)
        except ValueError:
            raise ParameterError(parameter.name, f"{text!r} is not a number") from None
        if parameter.kind == "count" and value.is_integer():
            value = int(value)
    parameter.check(value)
    return value
