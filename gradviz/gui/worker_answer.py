"""What the worker does with an answer that the user gives: reads it, judges it, and typesets it. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gradviz import api
from gradviz.gui.answer.reading import check_answer
from gradviz.gui.answer.words import describe, numbers
from gradviz.typeset.document_text import subject_text

__all__ = ["check"]


def check(found: api.Derivation, request: Mapping[str, Any]) -> dict[str, Any]:
    """The reply to a request with an ``answer``.

    Raises
    ------
    LanguageError
        Where the answer is not understood; its places are those of the answer.
    """
    if found.result is None:
        message = f"There is no answer to compare with: {found.cannot}."
        return {"status": "failed", "message": message}
    which = min(int(request.get("which", 0)), len(found.core.results) - 1)
    judged = check_answer(found, request["answer"], which)
    words = describe(judged)
    result = judged.judgement.result
    return {
        "status": "done",
        "verdict": judged.judgement.verdict.value,
        "right": judged.judgement.verdict.is_right and not judged.corrected,
        "tone": words.tone,
        "title": words.title,
        "sentence": words.sentence,
        "corrected": judged.corrected,
        "numbers": numbers(judged.judgement.counterexample),
        "subject": subject_text(result.subject, found.core, found.problem.name) if result else "",
    }
