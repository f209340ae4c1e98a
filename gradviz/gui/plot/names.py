"""Names and numbers as rich text: ``w_1`` is an italic w with a subscript, ``1.5e-06`` is 1.5·10⁻⁶."""

from __future__ import annotations

import html
import math

from gradviz.numeric.powers_of_ten import RAISED, lowered, with_power
from gradviz.sentences import say

__all__ = ["html_arguments", "html_name", "html_number", "plain_name", "plain_number", "short_name"]

_LOWER = (
    *(
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "lambda",
        "mu",
        "nu",
    ),
    *("xi", "omicron", "pi", "rho", "final", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"),
)
_GREEK = {name: chr(ord("α") + i) for i, name in enumerate(_LOWER)}
_GREEK |= {name.capitalize(): chr(ord("Α") + i) for i, name in enumerate(_LOWER) if name != "final"}
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def _parts(name: str) -> tuple[str, str]:
    """The letter and the index: ``x1`` and ``x_1`` alike."""
    base, _, index = name.partition("_")
    if not index:
        stripped = base.rstrip("0123456789")
        if stripped and stripped != base:
            base, index = stripped, base[len(stripped) :]
    return _GREEK.get(base, base), _GREEK.get(index, index)


def html_name(name: str, index: str = "") -> str:
    """A name as rich text; a further `index` (the iterate's number, say) follows its own. Words, as of a direction
    (``along ∇f``), stay upright."""
    if " " in name:
        return html.escape(_direction(name)).replace("∇f", "∇<i>f</i>").replace("λ", "<i>λ</i>")
    base, own = _parts(name)
    indices = ",".join(html.escape(part) for part in (own, index) if part)
    letter = html.escape(base)
    return f"<i>{letter}</i>" + (f"<sub>{indices}</sub>" if indices else "")


def html_arguments(x: str, y: str) -> str:
    """The two coordinates of a plane as a title names them: ``x, y``, or ``s, t`` along directions."""
    return "<i>s</i>, <i>t</i>" if " " in x else f"{html_name(x)}, {html_name(y)}"


def _direction(name: str) -> str:
    """The name of a direction in the language of the window."""
    from gradviz.gui.translation import told  # the worker, which needs names, starts without Qt and NumPy
    from gradviz.numeric.planes import direction_name

    return told(direction_name(name))


def short_name(name: str) -> str:
    """What the axis of a direction is called where there is no room for words; "" when nothing says it briefly."""
    if name.startswith("eigenvector of "):
        return name.removeprefix("eigenvector of ")
    return "⊥ ∇f" if name == "at a right angle to ∇f" else ""


def plain_name(name: str) -> str:
    """A name in plain Unicode, for accessible texts and where there is no rich text."""
    if " " in name:
        return _direction(name)
    base, index = _parts(name)
    return base + (index.translate(_SUBSCRIPTS) if index.isdigit() else f"_{index}" if index else "")


def _undefined() -> str:
    from gradviz.gui.translation import told

    return told(say("undefined"))


def plain_number(value: float, digits: int = 4) -> str:
    """A number to so many significant digits, with a true minus sign."""
    if math.isnan(value):
        return _undefined()
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    size = abs(value)
    if size and not 1e-4 <= size < 10 ** max(digits, 5):
        return with_power(value, digits)
    text = f"{value:.{digits}g}"
    if "e" in text:
        text = f"{value:.0f}"
    return text.replace("-", "−") if text != "-0" else "0"


def html_number(value: float, digits: int = 4) -> str:
    """The same with an HTML superscript, which is easier to read in small type."""
    text = plain_number(value, digits)
    number = text.rstrip(RAISED)
    power = lowered(text[len(number) :]).replace("-", "−")
    return f"{number}<sup>{power}</sup>" if power else text
