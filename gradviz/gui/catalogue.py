"""The translations without Qt, for the worker: what it writes to files is in the language of the window.

They are read from their sources, ``resources/translations/*.ts``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from gradviz.gui.resources import folder
from gradviz.sentences import retold
from gradviz.typeset.telling import ENGLISH, Telling

__all__ = ["telling"]


@cache
def telling(language: str) -> Telling:
    """How documents are told in a language; in English where there are no translations."""
    path = folder() / "translations" / f"gradviz_{language}.ts"
    if language not in _FORMS or not path.is_file():
        return ENGLISH
    translations = _read(path.read_text(encoding="utf-8"))
    form = _FORMS[language]

    def find(context: str, source: str, n: int) -> str:
        forms = translations.get((context, source))
        if not forms:
            return source
        return forms[min(form(n), len(forms) - 1)] if n >= 0 else forms[0]

    return Telling(language, lambda text: retold(text, find))


def _russian(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


_FORMS: Mapping[str, Callable[[int], int]] = {"ru": _russian, "zh_CN": lambda _: 0}
"""Which of a counted sentence's forms a number takes."""


def _read(source: str) -> dict[tuple[str, str], list[str]]:
    """The finished translations, each form of them, by context and source."""
    import xml.etree.ElementTree as ET  # the worker in English does without

    found = {}
    for context in ET.fromstring(source).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if all(forms):
                found[name, message.findtext("source", "")] = forms
    return found
