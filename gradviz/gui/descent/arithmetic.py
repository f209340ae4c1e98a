"""A step of a descent with its numbers, and the reason why a run ended, as rich text."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from gradviz.gui.plot.names import html_name, html_number
from gradviz.numeric.descent import Run, StopReason

__all__ = ["iterate_name", "outlook_text", "reason_text", "step_html", "vector_html"]

ENTRIES = 4
"""Entries of a state that are written out."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("DescentPanel", text)


def vector_html(entries: Sequence[float] | np.ndarray, digits: int = 4) -> str:
    """``(1.2, 0.4)``; a long vector is cut off with an ellipsis, a single number has no brackets."""
    shown = [html_number(float(e), digits) for e in entries[:ENTRIES]]
    if len(entries) == 1:
        return shown[0]
    if len(entries) > ENTRIES:
        shown.append("…")
    return "(" + ", ".join(s.replace(" ", "&nbsp;") for s in shown) + ")"


def iterate_name(variables: Sequence[str], k: int | str) -> str:
    """``w_3`` for a single variable, ``(x, y)_3`` for several."""
    if len(variables) == 1:
        return html_name(variables[0], str(k))
    inner = ", ".join(html_name(v) for v in variables[:ENTRIES]) + (", …" if len(variables) > ENTRIES else "")
    return f"({inner})<sub>{k}</sub>"


def step_html(run: Run, k: int, variables: Sequence[str], function: str, muted: str) -> tuple[str, str]:
    """The update that led to iterate k, and what it did to the function: two pieces of rich text."""
    f = html_name(function)
    here = iterate_name(variables, k)
    value = html_number(float(run.values[k]), 5)
    norm = html_number(run.norm(k))
    at = f"{f}({here.strip('()')})" if len(variables) == 1 else f"{f}<sub>{k}</sub>"
    state = f"{at} = {value},&nbsp; ‖∇{f}‖ = {norm}"
    if k == 0:
        start = _tr("start")
        return f"{here} = {vector_html(run.states[0])} <span style='color:{muted}'>&nbsp;{start}</span>", state
    before = iterate_name(variables, k - 1)
    gamma = html_number(run.method.step_size)
    update = (
        f"{here} = {before} − <i>γ</i> ∇{f}({before})<br>"
        f"&nbsp;&nbsp;= {vector_html(run.states[k - 1])} − {gamma}&nbsp;·&nbsp;{vector_html(run.gradients[k - 1])}<br>"
        f"&nbsp;&nbsp;= <b>{vector_html(run.states[k])}</b>"
    )
    change = float(run.values[k] - run.values[k - 1])
    if math.isfinite(change):
        word = _tr("lower by") if change < 0 else _tr("higher by") if change > 0 else ""
        note = f"{word} {html_number(abs(change))}" if word else _tr("unchanged")
        state += f" <span style='color:{muted}'>&nbsp;{f} {note}</span>"
    return update, state


def outlook_text(run: Run) -> str:
    """What is to be said of the whole run while an earlier step is shown."""
    count = _tr("1 step") if run.steps == 1 else _tr("{} steps").format(run.steps)
    match run.reason:
        case StopReason.CONVERGED:
            return _tr("The whole run: converges after {}.").format(count)
        case StopReason.BUDGET:
            return _tr("The whole run: {}, not converged by then.").format(count)
        case StopReason.DIVERGED:
            return _tr("The whole run: diverges after {}.").format(count)
        case StopReason.NONFINITE | StopReason.OUTSIDE:
            return _tr("The whole run: stops after {}, where the function is undefined.").format(count)
    return _tr("Computing … {} so far.").format(count)


def reason_text(run: Run) -> tuple[str, str]:
    """What is to be said at a run's last step, and how: "ok", "warning" or "error"."""
    count = _tr("after 1 step") if run.steps == 1 else _tr("after {} steps").format(run.steps)
    match run.reason:
        case StopReason.CONVERGED:
            if run.steps == 0:
                return _tr("The gradient vanishes at the start: nothing to descend."), "warning"
            tolerance = html_number(run.limits.tolerance)
            return _tr("Converged {}: ‖∇f‖ is at most {}.").format(count, tolerance), "ok"
        case StopReason.BUDGET:
            norm = html_number(run.norm(run.steps), 2)
            text = _tr("Not yet converged {}: ‖∇f‖ is still {}. Allow more steps or a larger step size.")
            if np.mean(np.diff(run.values[-50:]) > 0) > 0.1:
                text = _tr("Not converged {}: ‖∇f‖ is still {}. Steps overshoot; choose a smaller step size.")
            return text.format(count, norm), "warning"
        case StopReason.DIVERGED:
            text = _tr("Diverged {}: the iterates run away. {}")
            risen = len(run.values) > 1 and not run.values[-1] < run.values[0]
            advice = (
                _tr("Each step overshoots; choose a smaller step size.")
                if risen
                else _tr("The function has no lower bound in this direction.")
            )
            return text.format(count, advice), "error"
        case StopReason.NONFINITE | StopReason.OUTSIDE:
            if run.steps == 0:
                return _tr("The function is undefined at the start; choose another one."), "error"
            text = _tr("Stopped {}: the step led where the function is undefined. Choose a smaller step size.")
            return text.format(count), "error"
    return _tr("Computing … {} steps so far.").format(run.steps), "muted"
