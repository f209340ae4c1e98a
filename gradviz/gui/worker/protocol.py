"""How the window and its worker talk: JSON, each message after its length as four bytes, most significant first.
Sentences stay sentences on the way. No Qt here."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from typing import Any, BinaryIO

from gradviz.sentences import Sentence

__all__ = ["MAX_MESSAGE", "ProtocolError", "Unpacker", "pack", "read", "write"]

_HEADER = struct.Struct(">I")

MAX_MESSAGE = 256 * 2**20
"""Bytes; a longer one means that the two have lost step."""


class ProtocolError(ValueError):
    """The bytes are no message."""


def pack(message: dict[str, Any]) -> bytes:
    """A message as bytes."""
    body = json.dumps(_portable(message), ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return _HEADER.pack(len(body)) + body


def write(stream: BinaryIO, message: dict[str, Any]) -> None:
    """Send a message."""
    stream.write(pack(message))
    stream.flush()


def read(stream: BinaryIO) -> dict[str, Any] | None:
    """The next message; None at the end of the stream."""
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    (length,) = _HEADER.unpack(header)
    if length > MAX_MESSAGE:
        raise ProtocolError(f"a message of {length} bytes")
    body = stream.read(length)
    return _parse(body) if len(body) == length else None


class Unpacker:
    """Messages from bytes that arrive in pieces; `tell` makes the text of each sentence in them."""

    def __init__(self, tell: Callable[[Sentence], str] = str) -> None:
        self._buffer = bytearray()
        self._tell = tell

    def feed(self, data: bytes) -> list[dict[str, Any]]:
        """The messages that are complete now."""
        self._buffer += data
        messages = []
        while len(self._buffer) >= _HEADER.size:
            (length,) = _HEADER.unpack_from(self._buffer)
            if length > MAX_MESSAGE:
                raise ProtocolError(f"a message of {length} bytes")
            end = _HEADER.size + length
            if len(self._buffer) < end:
                break
            messages.append(_parse(bytes(self._buffer[_HEADER.size : end]), self._tell))
            del self._buffer[:end]
        return messages


def _portable(value: Any) -> Any:
    """The value with its sentences as data."""
    if isinstance(value, Sentence):
        return value.to_data()
    if isinstance(value, dict):
        return {name: _portable(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_portable(part) for part in value]
    return value


def _parse(body: bytes, tell: Callable[[Sentence], str] = str) -> dict[str, Any]:
    def made(data: dict[str, Any]) -> Any:
        return tell(Sentence.from_data(data)) if Sentence.is_data(data) else data

    try:
        message = json.loads(body, object_hook=made)
    except ValueError as error:
        raise ProtocolError(str(error)) from error
    if not isinstance(message, dict):
        raise ProtocolError("a message is an object")
    return message
