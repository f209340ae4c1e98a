"""Offsets into a text, as Python counts characters and as Qt does (those beyond U+FFFF are two). No Qt here."""

from __future__ import annotations

__all__ = ["characters", "difference", "utf16"]


def utf16(text: str, offset: int) -> int:
    """A count of characters as Qt counts them."""
    return offset if text.isascii() else offset + sum(1 for c in text[:offset] if ord(c) > 0xFFFF)


def characters(text: str, position: int) -> int:
    """The reverse of `utf16`."""
    if text.isascii():
        return position
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))


def difference(before: str, after: str) -> tuple[int, int]:
    """How many characters two texts share at the start and, beyond those, at the end."""
    limit = min(len(before), len(after))
    start = 0
    while start < limit and before[start] == after[start]:
        start += 1
    end = 0
    while end < limit - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, end
