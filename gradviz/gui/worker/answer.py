"""What the worker does with an answer that the user gives: reads it, judges it, and typesets it. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gradviz import api
from gradviz.gui.answer.line_reading import check_line
from gradviz.gui.answer.reading import Judged, check_answer
from gradviz.gui.answer.words import Words, describe, describe_line, numbers
from gradviz.sentences import say
from gradviz.typeset.document_text import subject_text

__all__ = ["check"]


def check(found: api.Derivation, request: Mapping[str, Any]) -> dict[str, Any]:
    """The reply to a request with an ``answer``; with ``what`` "line", it is a line below the step ``above``.

    Raises
    ------
    LanguageError
        Where the answer is not understood; its places are those of the answer.
    """
    if request.get("what") == "line":
        return _check_line(found, request)
    if found.result is None:
        message = say("There is no answer to compare with: {reason}.", reason=found.cannot)
        return {"status": "failed", "message": message}
    which = min(int(request.get("which", 0)), len(found.core.results) - 1)
    judged = check_answer(found, request["answer"], which)
    return _reply(judged, describe(judged), found)


def _check_line(found: api.Derivation, request: Mapping[str, Any]) -> dict[str, Any]:
    """The reply to a line of the user's own: ``step`` is the derivation's step that is reached with it, or None."""
    judged = check_line(found, request["answer"], int(request.get("above", -1)))
    reply = _reply(judged.judged, describe_line(judged), found)
    step = judged.line.step
    if step is None and reply["right"] and judged.line.subject in [r.subject for r in found.core.results]:
        # The derivative itself, written otherwise: there is no more to show of it than what leads up to it.
        step = max(n for n, s in enumerate(found.core.steps) if s.subject == judged.line.subject)
    return {**reply, "what": "line", "step": step, "repeats": judged.line.repeats}


def _reply(judged: Judged, words: Words, found: api.Derivation) -> dict[str, Any]:
    result = judged.judgement.result
    return {
        "status": "done",
        "verdict": judged.judgement.verdict.value,
        "right": judged.judgement.verdict.is_right and not judged.corrected,
        "tone": words.tone,
        "title": words.title,
        "sentence": words.sentence,
        "hint": words.hint,
        "corrected": judged.corrected or judged.offer,
        "numbers": [] if judged.corrected else numbers(judged.judgement.counterexample),
        "subject": subject_text(result.subject, found.core, found.problem.name) if result else "",
    }
