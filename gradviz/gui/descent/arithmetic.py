"""A step of a descent with its numbers, and the reason why a run ended, as rich text."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from gradviz.gui.plot.names import html_name, html_number
from gradviz.numeric.descent import Run, Step, StopReason

__all__ = [
    "invitation_text",
    "iterate_html",
    "iterate_name",
    "outlook_text",
    "quantity_html",
    "reason_text",
    "step_html",
    "substeps_html",
    "vector_html",
]

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
    gamma = html_number(float(run.quantities["step size"][k - 1]) if "step size" in run.quantities else math.nan)
    update = (
        f"{here} = {before} − <i>γ</i> ∇{f}({before})<br>"
        f"&nbsp;&nbsp;= {vector_html(run.states[k - 1])} − {gamma}&nbsp;·&nbsp;{vector_html(run.gradients[k - 1])}<br>"
        f"&nbsp;&nbsp;= <b>{vector_html(run.states[k])}</b>"
    )
    return update, state + _change(run, k, f, muted)


def iterate_html(run: Run, k: int, variables: Sequence[str], function: str, muted: str) -> str:
    """Where a step of any method leads, and what it does to the function, in one line."""
    f = html_name(function)
    value, norm = html_number(float(run.values[k]), 5), html_number(run.norm(k))
    return (
        f"{iterate_name(variables, k)} = <b>{vector_html(run.states[k])}</b>,&nbsp; {f} = {value},&nbsp; "
        f"‖∇{f}‖ = {norm}{_change(run, k, f, muted)}"
    )


def _change(run: Run, k: int, f: str, muted: str) -> str:
    change = float(run.values[k] - run.values[k - 1]) if k else math.nan
    if not math.isfinite(change):
        return ""
    word = _tr("lower by") if change < 0 else _tr("higher by") if change > 0 else ""
    note = f"{word} {html_number(abs(change))}" if word else _tr("unchanged")
    return f" <span style='color:{muted}'>&nbsp;{f} {note}</span>"


def substeps_html(step: Step, muted: str, current: int | None = None, accent: str = "") -> str:
    """The sub-steps of a step in order: the sentence, and its numbers below; the current one, where there is one, set
    off from the others."""
    lines = []
    first = 0 if current is None else max(0, min(current - 1, len(step.substeps) - 3))
    if first:  # what comes first was gone through; height is scarce
        done = _tr("part 1") if first == 1 else _tr("parts 1 to {}").format(first)
        lines.append(f"<span style='color:{muted}'>… {done}</span>")
    for i, part in list(enumerate(step.substeps))[first:]:
        verdict = {True: _tr("accepted"), False: _tr("rejected"), None: ""}[part.accepted]
        mark = f" <i>{verdict}</i>" if verdict else ""
        numbers = ",&nbsp; ".join(f"{_words(n)} = {quantity_html(v)}" for n, v in part.numbers.items())
        sentence = html.escape(part.sentence) + mark
        number = f"<b>{i + 1}.</b>"
        if current is not None:
            ink = accent if i == current else muted
            weight = "b" if i == current else "span"
            number, sentence = f"<span style='color:{ink}'>{number}", f"<{weight}>{sentence}</{weight}></span>"
        shown = numbers and current in (None, i)
        lines.append(
            f"{number}&nbsp;{sentence}"
            + (f"<br><span style='color:{muted}'>&nbsp;&nbsp;&nbsp;&nbsp;{numbers}</span>" if shown else "")
        )
    return "<br>".join(lines)


def quantity_html(value: Any) -> str:
    """A number, a vector or a matrix of a sub-step."""
    if isinstance(value, str | bool):
        return html.escape(str(value))
    array = np.asarray(value, dtype=float)
    if array.ndim == 0:
        return html_number(float(array))
    if array.ndim == 1:
        return vector_html(array)
    rows = [", ".join(html_number(float(e), 3) for e in row[:ENTRIES]) for row in array[:ENTRIES]]
    more = "; …" if array.shape[0] > ENTRIES else ""
    return f"[{'; '.join(rows)}{more}]"


def _words(name: str) -> str:
    greek = html_name(name) if name.rstrip("0123456789") in ("alpha", "beta", "gamma", "mu", "rho", "tau") else ""
    return greek or html.escape(name.replace("_", "&nbsp;")).replace("&amp;nbsp;", "&nbsp;")


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
        case StopReason.STALLED | StopReason.CANCELLED:
            return _tr("The whole run: {}").format(_lower(run.sentence))
    return _tr("Computing … {} so far.").format(count)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


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
            if run.remark:
                return run.sentence, "warning"
            if not hasattr(run.method, "step_size"):
                text = _tr("Not yet converged {}: ‖∇f‖ is still {}. Allow more steps.")
            elif np.mean(np.diff(run.values[-50:]) > 0) > 0.1:
                text = _tr("Not converged {}: ‖∇f‖ is still {}. Steps overshoot; choose a smaller step size.")
            return text.format(count, norm), "warning"
        case StopReason.DIVERGED:
            text = _tr("Diverged {}: the iterates run away. {}")
            sized = hasattr(run.method, "step_size")
            risen = len(run.values) > 1 and not run.values[-1] < run.values[0]
            advice = (
                _tr("Each step overshoots; choose a smaller step size.")
                if risen and sized
                else _tr("The steps of this method lead uphill here; start elsewhere.")
                if risen
                else _tr("The function has no lower bound in this direction.")
            )
            return text.format(count, advice), "error"
        case StopReason.NONFINITE | StopReason.OUTSIDE:
            if run.steps == 0:
                return _tr("The function is undefined at the start; choose another one."), "error"
            text = _tr("Stopped {}: the step led where the function is undefined. Choose a smaller step size.")
            if not hasattr(run.method, "step_size"):
                text = _tr("Stopped {}: the step led where the function is undefined. Start elsewhere.")
            return text.format(count), "error"
        case StopReason.STALLED | StopReason.CANCELLED:
            return run.sentence, "warning"
    return _tr("Computing … {} steps so far.").format(run.steps), "muted"


def invitation_text(landscape: Any) -> str:
    """What to do where there is no descent yet."""
    if landscape is None:
        return _tr("A descent needs a scalar function that can be plotted.")
    if not landscape.has_gradient:
        return _tr("There is no gradient to descend along.")
    return _tr("Click on the plot to choose a start.")
