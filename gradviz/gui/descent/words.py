"""The words of the methods in the language of the window."""

from __future__ import annotations

from gradviz.gui.plot.names import plain_name
from gradviz.gui.translation import told
from gradviz.numeric.descent import Parameter
from gradviz.numeric.descent.vocabulary import worded

__all__ = ["begun", "letter_of", "plain_letter", "word"]


def word(text: str) -> str:
    """A title, the name of a parameter, what a letter means; a sentence too."""
    return told(worded(text))


def begun(text: str) -> str:
    """A word as a heading or a caption begins, with a capital."""
    told_word = word(text)
    return told_word[:1].upper() + told_word[1:]


def letter_of(parameter: Parameter) -> str:
    """The letter of a parameter as the language writes it."""
    return (
        parameter.letter.replace("\\bar", "").replace("\\var", "\\").replace("\\", "").replace("{", "").replace("}", "")
    )


def plain_letter(parameter: Parameter) -> str:
    """The letter of a parameter in plain Unicode; "" where it has none."""
    return plain_name(letter_of(parameter)) if parameter.letter else ""
