"""Numbers with powers of ten as texts, ``2·10⁻⁵``, and the raised digits in them."""

from __future__ import annotations

__all__ = ["RAISED", "lowered", "with_power"]

RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The characters of an exponent."""
_LEVEL = "-0123456789"
_UP, _DOWN = str.maketrans(_LEVEL, RAISED), str.maketrans(RAISED, _LEVEL)


def with_power(value: float, digits: int) -> str:
    """A finite number to so many significant digits: ``1.2·10⁶``, ``10⁵``, ``−10⁻³``."""
    mantissa, _, exponent = f"{value:.{digits - 1}e}".partition("e")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    factor = {"1": "", "-1": "-"}.get(mantissa, f"{mantissa}·").replace("-", "−")
    return f"{factor}10{str(int(exponent)).translate(_UP)}"


def lowered(text: str) -> str:
    """A text with the exponents in it on the line: ``-5`` for ``⁻⁵``."""
    return text.translate(_DOWN)
