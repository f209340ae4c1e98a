"""What the gallery holds: documents in ``resources/gallery``, each with a title, a topic and a sentence. No Qt here."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from gradviz.gui.documents.document import Document
from gradviz.gui.resources import folder
from gradviz.sentences import Sentence

__all__ = ["TOPICS", "Entry", "entries", "found"]

CONTEXT = "Gallery"
"""Where the translations have what is said of the entries."""
TOPICS = tuple(
    Sentence(topic, context=CONTEXT)
    for topic in (
        "Vectors",
        "Quadratic forms and least squares",
        "Matrices",
        "Chain rule and networks",
        "Losses",
        "Entries and layouts",
        "Second derivatives",
        "Landscapes",
    )
)
"""The topics in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the gallery.

    Attributes
    ----------
    id : the name of its file.
    title, topic, about : what is said of it, as sentences.
    featured : it is in the menu "Examples" too.
    document : what is opened.
    grade : how hard it is to practise on, 1 to 3; 0 for what is not practised.
    """

    id: str
    title: str
    topic: str
    about: str
    featured: bool
    document: Document
    grade: int = 0


@cache
def entries() -> tuple[Entry, ...]:
    """All of them, by topic, the simple ones first."""
    rows = []
    for path in sorted((folder() / "gallery").glob("*.gradviz")):
        source = path.read_text(encoding="utf-8")
        about = json.loads(source)["gallery"]
        entry = Entry(
            path.stem,
            *(Sentence(about[part], context=CONTEXT) for part in ("title", "topic", "about")),
            bool(about.get("featured")),
            Document.from_json(source),
            int(about.get("grade", 0)),
        )
        rows.append((TOPICS.index(entry.topic), about["order"], entry))
    return tuple(entry for *_, entry in sorted(rows, key=lambda row: row[:2]))


def found(words: str, topic: str = "", told: Callable[[str], str] = str) -> list[Entry]:
    """The entries of a topic ("" for all) that hold each of the words, in whatever case.

    Parameters
    ----------
    told : puts a sentence into the language of the user; its words are found beside the English ones.
    """
    wanted = words.casefold().split()
    return [
        entry
        for entry in entries()
        if topic in ("", entry.topic) and all(word in _searched(entry, told) for word in wanted)
    ]


def _searched(entry: Entry, told: Callable[[str], str]) -> str:
    said = (entry.title, entry.topic, entry.about)
    return " ".join([*said, *map(told, said), entry.document.text]).casefold()
