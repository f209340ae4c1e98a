"""Documents on disk: reading them with a message for what is wrong, writing them whole or not at all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QSaveFile

from gradviz.gui.documents.document import MAX_FILE, Document, DocumentError
from gradviz.gui.translation import told
from gradviz.sentences import say

__all__ = ["SUFFIX", "FileError", "read_document", "with_suffix", "write_document"]

SUFFIX = ".gradviz"


class FileError(Exception):
    """A file could not be read or written; the message is for the user."""


def read_document(path: Path) -> Document:
    """The document in a file.

    Raises
    ------
    FileError
        When the file cannot be read or is no document.
    """
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileError(told(say("{name} cannot be opened: {reason}.", name=path.name, reason=file.errorString())))
    try:
        return Document.from_json(file.read(MAX_FILE + 1).data())
    except DocumentError as error:
        raise FileError(told(say("{name} cannot be opened. {reason}", name=path.name, reason=str(error)))) from error
    finally:
        file.close()


def write_document(path: Path, document: Document) -> None:
    """Write the document; the file that was there stays as it is unless all went well.

    Raises
    ------
    FileError
        When it cannot be written.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise FileError(told(say("{name} cannot be written: {reason}.", name=path.name, reason=file.errorString())))
    content = document.to_json().encode("utf-8", "replace")  # halves of characters can be pasted
    if file.write(content) != len(content):  # Qt takes a part that was written for no failure, and would commit it
        file.cancelWriting()
        raise FileError(told(say("{name} cannot be written: the disk is full.", name=path.name)))
    if not file.commit():
        raise FileError(told(say("{name} cannot be written: {reason}.", name=path.name, reason=file.errorString())))


def with_suffix(name: str, suffix: str) -> Path:
    """The chosen name, with the suffix where the user left it out."""
    path = Path(name)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
