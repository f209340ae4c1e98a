"""A step of a descent with its numbers, and the reason why a run ended, as rich text."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from gradviz.gui.descent.words import word
from gradviz.gui.plot.names import html_name, html_number
from gradviz.gui.translation import told
from gradviz.numeric.descent import Run, Step, StopReason
from gradviz.sentences import counted, joined, say

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


def vector_html(entries: Sequence[float] | np.ndarray, digits: int = 4) -> str:
    """``(1.2, 0.4)``; a long vector is cut off with an ellipsis, a single number has no brackets."""
    shown = [html_number(float(e), digits) for e in entries[:ENTRIES]]
    if len(entries) == 1:
        return shown[0]
    if len(entries) > ENTRIES:
        shown.append("…")
    return "(" + ", ".join(s.replace(" ", "&nbsp;") for s in shown) + ")"


def _factor_html(entries: np.ndarray) -> str:
    """Behind a dot: a single negative number has brackets there."""
    shown = vector_html(entries)
    return f"({shown})" if len(entries) == 1 and entries[0] < 0 else shown


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
        start = told(say("start"))
        keys = told(say("Space plays, ← and → step, ↑ and ↓ change the speed, also in the plot")) if run.steps else ""
        return (
            f"{here} = {vector_html(run.states[0])} <span style='color:{muted}'>&nbsp;{start}"
            f"{'<br>' if keys else ''}{keys}</span>",
            state,
        )
    before = iterate_name(variables, k - 1)
    gamma = html_number(float(run.quantities["step size"][k - 1]) if "step size" in run.quantities else math.nan)
    update = (
        f"{here} = {before} − <i>γ</i> ∇{f}({before})<br>"
        f"&nbsp;&nbsp;= {vector_html(run.states[k - 1])} − {gamma}&nbsp;·&nbsp;{_factor_html(run.gradients[k - 1])}<br>"
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
    size = html_number(abs(change))
    note = told(say("{function} unchanged", function=f))
    if change < 0:
        note = told(say("{function} lower by {size}", function=f, size=size))
    elif change > 0:
        note = told(say("{function} higher by {size}", function=f, size=size))
    unbroken = note.replace(" ", "&nbsp;")  # "f" at the end of one line and "lower by" on the next are no sentence
    return f" <span style='color:{muted}'>&nbsp;{unbroken}</span>"


def substeps_html(step: Step, muted: str, current: int | None = None, accent: str = "") -> str:
    """The sub-steps of a step in order: the sentence, and its numbers below; the current one, where there is one, set
    off from the others."""
    lines = []
    first = 0 if current is None else max(0, min(current - 1, len(step.substeps) - 3))
    if first:  # what comes first was gone through; height is scarce
        done = told(say("part 1") if first == 1 else say("parts 1 to {last}", last=first))
        lines.append(f"<span style='color:{muted}'>… {done}</span>")
    for i, part in list(enumerate(step.substeps))[first:]:
        verdict = {True: told(say("accepted")), False: told(say("rejected")), None: ""}[part.accepted]
        mark = f" <i>{verdict}</i>" if verdict else ""
        numbers = ",&nbsp; ".join(f"{_words(n)}&nbsp;=&nbsp;{quantity_html(v)}" for n, v in part.numbers.items())
        sentence = html.escape(told(part.sentence)) + mark
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
    return greek or html.escape(word(name.replace("_", " "))).replace(" ", "&nbsp;")


def outlook_text(run: Run) -> str:
    """What is to be said of the whole run while an earlier step is shown."""
    return told(_outlook(run, run.steps))


def _outlook(run: Run, n: int) -> str:
    match run.reason:
        case StopReason.CONVERGED:
            return counted("The whole run: converges after {n} step.", "The whole run: converges after {n} steps.", n)
        case StopReason.BUDGET:
            return counted(
                "The whole run: {n} step, not converged by then.", "The whole run: {n} steps, not converged by then.", n
            )
        case StopReason.DIVERGED:
            return counted("The whole run: diverges after {n} step.", "The whole run: diverges after {n} steps.", n)
        case StopReason.NONFINITE | StopReason.OUTSIDE:
            return counted(
                "The whole run: stops after {n} step, where the function is undefined.",
                "The whole run: stops after {n} steps, where the function is undefined.",
                n,
            )
        case StopReason.STALLED:
            first = counted("The whole run: stopped after {n} step.", "The whole run: stopped after {n} steps.", n)
            return joined([first, run.remark], " ")
        case StopReason.CANCELLED:
            return counted("The whole run: cancelled after {n} step.", "The whole run: cancelled after {n} steps.", n)
    return counted("Computing … {n} step so far.", "Computing … {n} steps so far.", n)


def reason_text(run: Run) -> tuple[str, str]:
    """What is to be said at a run's last step, and how: "ok", "warning" or "error"."""
    sentence, kind = _reason(run, run.steps)
    return told(sentence), kind


def _reason(run: Run, n: int) -> tuple[str, str]:
    sized = hasattr(run.method, "step_size")
    match run.reason:
        case StopReason.CONVERGED if not n:
            return say("The gradient vanishes at the start: nothing to descend."), "warning"
        case StopReason.CONVERGED:
            sentence = counted(
                "Converged after {n} step: ‖∇f‖ is at most {tolerance}.",
                "Converged after {n} steps: ‖∇f‖ is at most {tolerance}.",
                n,
                tolerance=html_number(run.limits.tolerance),
            )
            return sentence, "ok"
        case StopReason.BUDGET:
            return _unfinished(run, n, sized), "warning"
        case StopReason.DIVERGED:
            sentence = counted(
                "Diverged after {n} step: the iterates run away.", "Diverged after {n} steps: the iterates run away.", n
            )
            return joined([sentence, _advice(run, sized)], " "), "error"
        case StopReason.NONFINITE | StopReason.OUTSIDE if not n:
            return say("The function is undefined at the start; choose another one."), "error"
        case StopReason.NONFINITE | StopReason.OUTSIDE:
            sentence = counted(
                "Stopped after {n} step: the step led where the function is undefined.",
                "Stopped after {n} steps: the step led where the function is undefined.",
                n,
            )
            return joined(
                [sentence, say("Choose a smaller step size.") if sized else say("Start elsewhere.")], " "
            ), "error"
        case StopReason.STALLED | StopReason.CANCELLED:
            return run.sentence, "warning"
    return counted("Computing … {n} step so far.", "Computing … {n} steps so far.", n), "muted"


def _unfinished(run: Run, n: int, sized: bool) -> str:
    """The steps were used up."""
    if run.remark:
        return run.sentence
    norm = html_number(run.norm(n), 2)
    if sized and np.mean(np.diff(run.values[-50:]) > 0) > 0.1:
        sentence = counted(
            "Not converged after {n} step: ‖∇f‖ is still {norm}.",
            "Not converged after {n} steps: ‖∇f‖ is still {norm}.",
            n,
            norm=norm,
        )
        return joined([sentence, say("Steps overshoot; choose a smaller step size.")], " ")
    sentence = counted(
        "Not yet converged after {n} step: ‖∇f‖ is still {norm}.",
        "Not yet converged after {n} steps: ‖∇f‖ is still {norm}.",
        n,
        norm=norm,
    )
    advice = say("Allow more steps or a larger step size.") if sized else say("Allow more steps.")
    return joined([sentence, advice], " ")


def _advice(run: Run, sized: bool) -> str:
    """What helps when the iterates run away."""
    risen = len(run.values) > 1 and not run.values[-1] < run.values[0]
    if not risen:
        return say("The function has no lower bound in this direction.")
    if sized:
        return say("Each step overshoots; choose a smaller step size.")
    return say("The steps of this method lead uphill here; start elsewhere.")


def invitation_text(landscape: Any) -> str:
    """What to do where there is no descent yet."""
    if landscape is None:
        return told(say("A descent needs a scalar function that can be plotted."))
    if not landscape.has_gradient:
        return told(say("There is no gradient to descend along."))
    return told(say("Click on the plot to choose a start."))
