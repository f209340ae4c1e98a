"""Writing files so that a reader never finds half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from gradviz.export.errors import ExportError
from gradviz.sentences import say

__all__ = ["write_atomically"]


def write_atomically(path: Path | str, content: bytes) -> None:
    """Write beside the target and rename onto it; what stood there stays until the new content is complete.

    Raises
    ------
    ExportError
        When the folder does not exist or cannot be written to.
    """
    path = Path(path)
    temporary = ""
    try:
        if path.is_dir():
            raise IsADirectoryError(21, say("it is a folder"), str(path))
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except OSError as error:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        raise ExportError(
            say("{path} cannot be written: {reason}", path=path, reason=error.strerror or error)
        ) from error


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those of a new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
