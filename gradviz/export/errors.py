"""What goes wrong when a file is written."""

from __future__ import annotations

__all__ = ["ExportError"]


class ExportError(Exception):
    """A file could not be made; the message says why in words for the user."""
