"""MessagePack, in which the model's files are written, with NumPy's arrays; only what these files hold is read."""

import struct
from typing import Any

import numpy as np

_NUMBERS = {0xCA: ">f", 0xCB: ">d", 0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q", 0xD0: ">b", 0xD1: ">h", 0xD2: ">i", 0xD3: ">q"}
_CONSTANTS = {0xC0: None, 0xC2: False, 0xC3: True}
_TEXTS, _BYTES = {0xD9: ">B", 0xDA: ">H", 0xDB: ">I"}, {0xC4: ">B", 0xC5: ">H", 0xC6: ">I"}
_LISTS, _TABLES = {0xDC: ">H", 0xDD: ">I"}, {0xDE: ">H", 0xDF: ">I"}


def unpacked(data: bytes) -> Any:
    """What packed data say.

    Raises:
        ValueError: they hold something that the model's files do not.
    """
    return _Reader(data).value()


class _Reader:
    """A place in packed data."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def value(self) -> Any:
        """What begins here (https://github.com/msgpack/msgpack/blob/master/spec.md)."""
        kind = self._number(">B")
        if kind <= 0x7F or kind >= 0xE0:
            return kind if kind <= 0x7F else kind - 256
        if kind <= 0x8F:
            return self._table(kind & 0x0F)
        if kind <= 0x9F:
            return self._list(kind & 0x0F)
        if kind <= 0xBF:
            return self._bytes(kind & 0x1F).decode()
        if kind in _CONSTANTS:
            return _CONSTANTS[kind]
        if kind in _NUMBERS:
            return self._number(_NUMBERS[kind])
        for sizes, read in ((_TEXTS, self._text), (_BYTES, self._bytes), (_LISTS, self._list), (_TABLES, self._table)):
            if kind in sizes:
                return read(self._number(sizes[kind]))
        raise ValueError(f"packed data of an unknown kind, {kind:#x}")

    def _number(self, form: str) -> Any:
        (number,) = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return number

    def _bytes(self, size: int) -> bytes:
        self._at += size
        return self._data[self._at - size : self._at]

    def _text(self, size: int) -> str:
        return self._bytes(size).decode()

    def _list(self, size: int) -> list[Any]:
        return [self.value() for _ in range(size)]

    def _table(self, size: int) -> Any:
        """A table; one that describes an array is that array."""
        table = {self.value(): self.value() for _ in range(size)}
        return np.frombuffer(table[b"data"], table[b"type"]).reshape(table[b"shape"]) if b"nd" in table else table
