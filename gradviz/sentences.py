"""Sentences that can be translated: English in the room that makes them, another language where they are shown.

A room that may not know Qt says ``say("{name} is declared twice", name=name)``. What it gets is the English sentence, a
``str`` like any other, which remembers its template and what was filled in; the window translates the template and
fills its holes again. Everything else (the command line, files, tests) reads the English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from numbers import Integral
from typing import Any

__all__ = ["CONTEXT", "Sentence", "counted", "joined", "listed", "phrase", "retold", "say"]

CONTEXT = "Engine"
"""The context of a sentence in the translations, where it has no other."""

_MARK = "a sentence"


class Sentence(str):
    """An English sentence, with the template it was made from.

    Attributes
    ----------
    source : what is translated: a template with named holes, ``{name}``; of a counted sentence the plural.
    values : what fills the holes; a value that is a sentence is translated too. Without values nothing is filled,
        and braces are braces.
    context : the part of the translations in which the source stands; "" where there is nothing to translate but the
        values.
    amount : of a counted sentence the number that decides on its form, else None.

    Notes
    -----
    ``str(sentence)`` keeps the sentence, and so does ``str(error)`` of an error that was raised with one; joining and
    f-strings give plain English.
    """

    source: str
    values: Mapping[str, object]
    context: str
    amount: int | None
    _template: str

    def __new__(
        cls,
        source: str,
        values: Mapping[str, object] | None = None,
        context: str = CONTEXT,
        amount: int | None = None,
        singular: str = "",
    ) -> Sentence:
        template = singular if amount == 1 and singular else source
        self = super().__new__(cls, template.format(**values) if values else template)
        self.source, self.values, self.context = source, dict(values or {}), context
        self.amount, self._template = amount, template
        return self

    def __str__(self) -> str:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Sentence.from_data, (self.to_data(),)

    @property
    def template(self) -> str:
        """The English template, in the form that the count asks for."""
        return self._template

    def to_data(self) -> dict[str, Any]:
        """As plain data for JSON; values that are neither numbers nor sentences become texts."""
        values = {name: _portable(value) for name, value in self.values.items()}
        data = {"values": values, "context": self.context, "amount": self.amount, "template": self._template}
        return {_MARK: self.source, **data}

    @classmethod
    def is_data(cls, data: Mapping[str, Any]) -> bool:
        """Whether `to_data` of a sentence made this."""
        return _MARK in data

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Sentence:
        """The sentence of `to_data`; values that are sentences may be data or sentences already."""
        values = {
            name: cls.from_data(value) if isinstance(value, dict) and cls.is_data(value) else value
            for name, value in data["values"].items()
        }
        return cls(data[_MARK], values, data["context"], data["amount"], data["template"])


def retold(text: str, find: Callable[[str, str, int], str]) -> str:
    """A sentence in another language; any other text as it is.

    Parameters
    ----------
    find : the translation of a source, from its context, the source and the number it counts (-1 for none); the
        source itself where there is none.
    """
    if not isinstance(text, Sentence):
        return text
    amount = -1 if text.amount is None else text.amount
    found = find(text.context, text.source, amount) if text.context else text.source
    template = text.template if found == text.source else found
    if not text.values:
        return template
    values = {name: retold(value, find) if isinstance(value, str) else value for name, value in text.values.items()}
    try:
        return template.format(**values)
    except (KeyError, IndexError, ValueError):  # a translation whose holes are not those of the source
        return text.template.format(**values)


def say(template: str, /, **values: object) -> Sentence:
    """A sentence from its template, ``{name}`` being filled with the value of that name."""
    return Sentence(template, values)


def phrase(template: str, /) -> str:
    """The template as it is, marked as one that is translated: a `Sentence` is made of it later."""
    return template


def counted(singular: str, plural: str, /, n: int, **values: object) -> Sentence:
    """A sentence about `n` things, which other languages may say in more than two ways; ``{n}`` is the number."""
    return Sentence(plural, {"n": n, **values}, amount=n, singular=singular)


def listed(parts: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``; with `last` "or": ``a, b or c``."""
    if not parts:
        return ""
    if len(parts) == 1:
        return parts[0]
    head = parts[0]
    for part in parts[1:-1]:
        head = say("{first}, {second}", first=head, second=part)
    if last == "or":
        return say("{first} or {second}", first=head, second=parts[-1])
    return say("{first} and {second}", first=head, second=parts[-1])


def joined(parts: Sequence[str], separator: str) -> str:
    """Sentences one after the other; what stands between them is the same in every language."""
    if not any(isinstance(part, Sentence) for part in parts):
        return separator.join(parts)
    values = {f"part{i}": part for i, part in enumerate(parts, 1)}
    return Sentence(separator.join(f"{{{name}}}" for name in values), values, context="")


def _portable(value: object) -> object:
    if isinstance(value, Sentence):
        return value.to_data()
    if isinstance(value, Integral):
        return int(value)
    return value if isinstance(value, float) else str(value)
