"""The words of the methods in the language of the window."""

from __future__ import annotations

from gradviz.gui.translation import told
from gradviz.numeric.descent.vocabulary import worded

__all__ = ["begun", "word"]


def word(text: str) -> str:
    """A title, the name of a parameter, what a letter means; a sentence too."""
    return told(worded(text))


def begun(text: str) -> str:
    """A word as a heading or a caption begins, with a capital."""
    told_word = word(text)
    return told_word[:1].upper() + told_word[1:]
