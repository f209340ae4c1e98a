"""The documents that were opened or saved last, and the folder they are in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

__all__ = ["MOST", "clear", "folder", "forget", "paths", "remember"]

MOST = 10
_KEY = "recent"


def paths() -> list[Path]:
    """The last ones first; those that are gone are left out."""
    return [path for path in _known() if path.is_file()]


def remember(path: Path) -> None:
    """A document was opened or saved."""
    path = path.absolute()
    _keep([path, *(known for known in _known() if known != path)])


def forget(path: Path) -> None:
    """It could not be opened."""
    _keep([known for known in _known() if known != path.absolute()])


def clear() -> None:
    _keep([])


def folder() -> Path:
    """Where dialogs start for a document without a file: beside the last one."""
    last = next(iter(_known()), None)
    return last.parent if last is not None and last.parent.is_dir() else Path.home()


def _known() -> list[Path]:
    found = QSettings().value(_KEY, [])
    names = [found] if isinstance(found, str) else list(found or ())
    return [Path(str(name)) for name in names if name]


def _keep(known: list[Path]) -> None:
    QSettings().setValue(_KEY, [str(path) for path in known[:MOST]])
