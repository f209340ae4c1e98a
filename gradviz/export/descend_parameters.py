"""The parameters of a method as the command line gives them: ``gamma=0.1``, ``schedule=cosine``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from gradviz.export.command_line import WrongError

if TYPE_CHECKING:
    from gradviz.numeric.descent import MethodEntry

__all__ = ["given_parameters"]

SCHEDULE = "schedule"


def given_parameters(entry: MethodEntry, given: Sequence[str]) -> dict[str, Any]:
    """The parameters by name, with the schedule made.

    Raises
    ------
    WrongError
        For what is no parameter or no value of it, with the option as it was typed.
    """
    from gradviz.numeric.descent import SCHEDULES, ParameterError
    from gradviz.numeric.descent.parameters import parameters_of

    pairs = [_pair(text) for text in given]
    kinds = [value for name, value in pairs if name == SCHEDULE]
    if len(kinds) > 1:
        raise WrongError(f"--parameter {SCHEDULE}: it is given twice")
    kind = kinds[0] if kinds else "fixed"
    if not entry.takes_schedule and any(name.partition(".")[0] == SCHEDULE for name, _ in pairs):
        raise WrongError(f"--parameter {SCHEDULE}: {entry.title} takes no schedule")
    if kind not in SCHEDULES:
        raise WrongError(f"--parameter {SCHEDULE}: there is no schedule {kind!r}; there are {', '.join(SCHEDULES)}")
    found: dict[str, Any] = {}
    own: dict[str, Any] = {}
    for name, value in pairs:
        if name == SCHEDULE:
            continue
        values, parameters, whose = found, entry.parameters(), entry.title
        if name.startswith(f"{SCHEDULE}."):
            if not kinds:
                raise WrongError(f"--parameter {name}: choose a schedule too, such as --parameter {SCHEDULE}=cosine")
            values, parameters, whose = own, parameters_of(SCHEDULES[kind]), f"the schedule {kind}"
        parameter = _known(name, parameters, whose)
        if parameter.name in values:
            raise WrongError(f"--parameter {name}: it is given twice")
        try:
            values[parameter.name] = _value(parameter, value)
        except ParameterError as error:
            raise WrongError(f"--parameter {name}: {error}") from error
    if kind != "fixed":
        found[SCHEDULE] = SCHEDULES[kind](**own)
    return found


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = (part.strip() for part in text.partition("="))
    if not equals or not name or not value:
        raise WrongError(f"--parameter {text}: expected NAME=VALUE, such as gamma=0.1")
    return name, value.replace("−", "-")


def _known(name: str, parameters: Sequence[Any], whose: str) -> Any:
    """The parameter with a name or a letter, which may stand behind a dot."""
    wanted = name.partition(".")[2] or name
    wanted = wanted.replace("-", "").replace("_", "").lower()
    for p in parameters:
        if wanted in (p.name.replace("_", ""), _letter(p.letter)):
            return p
    names = [p.name + (f" ({_letter(p.letter)})" if p.letter else "") for p in parameters]
    raise WrongError(f"--parameter {name}: {whose} has no such parameter; it has {', '.join(names) or 'none'}")


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
