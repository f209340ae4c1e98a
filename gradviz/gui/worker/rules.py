"""The rules as the help shows them: each with an example that can be opened as a document. No Qt here."""

from __future__ import annotations

import re
from typing import Any

from gradviz.sentences import Sentence
from gradviz.typeset.conditions import CONTEXT as CONDITION
from gradviz.typeset.document_rules import FAMILIES, FAMILY, rules_document
from gradviz.typeset.rule_examples import DECLARATIONS
from gradviz.typeset.words import explanation, title

__all__ = ["declared_text", "rules"]

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?!\w)")


def rules() -> dict[str, Any]:
    """The reply to a request for the rules."""
    entries = [
        {
            "id": entry.id,
            "family": Sentence(FAMILIES[entry.family], context=FAMILY),
            "title": title(entry.id),
            "sentence": explanation(entry.id),
            "formula": entry.formula,
            "condition": Sentence(entry.condition, context=CONDITION) if entry.condition else "",
            "source": entry.source,
            "example": entry.example,
            "text": declared_text(f"{entry.example}\n{entry.variable}", entry.example),
            "wrt": entry.variable.split(", "),
            "options": entry.options,
        }
        for entry in rules_document()
    ]
    return {"status": "done", "rules": entries}


def declared_text(names_in: str, example: str) -> str:
    """The example below the declarations of the letters that occur."""
    used = set(_WORD.findall(names_in))
    lines = []
    for declaration in DECLARATIONS:
        names, _, space = declaration.partition(" in ")
        if not space:  # h: R^n -> R^n
            lines += [declaration] if declaration.partition(":")[0] in used else []
            continue
        kept = [name for name in names.split(", ") if name in used]
        if kept:
            lines.append(f"{', '.join(kept)} in {space}")
    return "\n".join([*lines, example])
