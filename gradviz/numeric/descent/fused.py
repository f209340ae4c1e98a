"""Instructions on a list of floats that do several operations of a formula at once: fewer calls, the same rounding.

A signature is the formula in prefix notation with a dot for each operand: ``+*...`` is ``a * b + c``. Each maker takes
the operands' slots and the slot of the result. Written out, since a closure cannot be parametrised by an operator
without another call.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

__all__ = ["FUSED", "Instruction", "in_turn"]

Instruction = Callable[[list[float]], None]


def _axx(a: int, b: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] + r[b]

    return run


def _sxx(a: int, b: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] - r[b]

    return run


def _mxx(a: int, b: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] * r[b]

    return run


def _aaxxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] + r[b]) + r[c]

    return run


def _axaxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] + (r[b] + r[c])

    return run


def _asxxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] - r[b]) + r[c]

    return run


def _axsxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] + (r[b] - r[c])

    return run


def _amxxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] * r[b]) + r[c]

    return run


def _axmxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] + (r[b] * r[c])

    return run


def _saxxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] + r[b]) - r[c]

    return run


def _sxaxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] - (r[b] + r[c])

    return run


def _ssxxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] - r[b]) - r[c]

    return run


def _sxsxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] - (r[b] - r[c])

    return run


def _smxxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] * r[b]) - r[c]

    return run


def _sxmxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] - (r[b] * r[c])

    return run


def _maxxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] + r[b]) * r[c]

    return run


def _mxaxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] * (r[b] + r[c])

    return run


def _msxxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] - r[b]) * r[c]

    return run


def _mxsxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] * (r[b] - r[c])

    return run


def _mmxxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] * r[b]) * r[c]

    return run


def _mxmxx(a: int, b: int, c: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = r[a] * (r[b] * r[c])

    return run


def _amxxmxx(a: int, b: int, c: int, d: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] * r[b]) + (r[c] * r[d])

    return run


def _amxxmmxxx(a: int, b: int, c: int, d: int, e: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] * r[b]) + ((r[c] * r[d]) * r[e])

    return run


def _amxxmxmxx(a: int, b: int, c: int, d: int, e: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] * r[b]) + (r[c] * (r[d] * r[e]))

    return run


def _smxxmxx(a: int, b: int, c: int, d: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] * r[b]) - (r[c] * r[d])

    return run


def _smxxmmxxx(a: int, b: int, c: int, d: int, e: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] * r[b]) - ((r[c] * r[d]) * r[e])

    return run


def _smxxmxmxx(a: int, b: int, c: int, d: int, e: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] * r[b]) - (r[c] * (r[d] * r[e]))

    return run


def _mmxxmxx(a: int, b: int, c: int, d: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] * r[b]) * (r[c] * r[d])

    return run


def _mmxxsxx(a: int, b: int, c: int, d: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] * r[b]) * (r[c] - r[d])

    return run


def _msxxmxx(a: int, b: int, c: int, d: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] - r[b]) * (r[c] * r[d])

    return run


def _msxxsxx(a: int, b: int, c: int, d: int, t: int) -> Instruction:
    def run(r: list[float]) -> None:
        r[t] = (r[a] - r[b]) * (r[c] - r[d])

    return run


FUSED: dict[str, Callable[..., Instruction]] = {
    "+..": _axx,
    "-..": _sxx,
    "*..": _mxx,
    "++...": _aaxxx,
    "+.+..": _axaxx,
    "+-...": _asxxx,
    "+.-..": _axsxx,
    "+*...": _amxxx,
    "+.*..": _axmxx,
    "-+...": _saxxx,
    "-.+..": _sxaxx,
    "--...": _ssxxx,
    "-.-..": _sxsxx,
    "-*...": _smxxx,
    "-.*..": _sxmxx,
    "*+...": _maxxx,
    "*.+..": _mxaxx,
    "*-...": _msxxx,
    "*.-..": _mxsxx,
    "**...": _mmxxx,
    "*.*..": _mxmxx,
    "+*..*..": _amxxmxx,
    "+*..**...": _amxxmmxxx,
    "+*..*.*..": _amxxmxmxx,
    "-*..*..": _smxxmxx,
    "-*..**...": _smxxmmxxx,
    "-*..*.*..": _smxxmxmxx,
    "**..*..": _mmxxmxx,
    "**..-..": _mmxxsxx,
    "*-..*..": _msxxmxx,
    "*-..-..": _msxxsxx,
}
"""Makers by signature."""


def in_turn(instructions: Sequence[Instruction]) -> Instruction:
    """One instruction that carries out some, in their order: calls written out cost less than a loop over them."""
    match instructions:
        case []:
            return lambda _registers: None
        case [one]:
            return one
        case [a, b]:
            return _two(a, b)
        case [a, b, c]:
            return _three(a, b, c)
        case [a, b, c, d]:
            return _four(a, b, c, d)
        case [a, b, c, d, e]:
            return _five(a, b, c, d, e)
    fifth = -(-len(instructions) // 5)
    return in_turn([in_turn(instructions[i : i + fifth]) for i in range(0, len(instructions), fifth)])


def _two(a: Instruction, b: Instruction) -> Instruction:
    def run(r: list[float]) -> None:
        a(r)
        b(r)

    return run


def _three(a: Instruction, b: Instruction, c: Instruction) -> Instruction:
    def run(r: list[float]) -> None:
        a(r)
        b(r)
        c(r)

    return run


def _four(a: Instruction, b: Instruction, c: Instruction, d: Instruction) -> Instruction:
    def run(r: list[float]) -> None:
        a(r)
        b(r)
        c(r)
        d(r)

    return run


def _five(a: Instruction, b: Instruction, c: Instruction, d: Instruction, e: Instruction) -> Instruction:
    def run(r: list[float]) -> None:
        a(r)
        b(r)
        c(r)
        d(r)
        e(r)

    return run
