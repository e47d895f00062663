"""MessagePack as the model's files have it."""

import numpy as np
import pytest
import srsly

from sayso.extract.parse.packed import unpacked

VALUES: dict[str, list[object]] = {
    "constants": [None, True, False],
    "numbers": [0, 127, 128, 70_000, 2**40, -1, -32, -33, -200, -70_000, -(2**40), 0.5],
    "texts": ["", "é" * 20, "x" * 40, "y" * 300, "z" * 70_000],
    "bytes": [b"", b"a" * 300, b"b" * 70_000],
    "lists": [[], list(range(20)), list(range(70_000))],
    "tables": [{}, {"a": [1, {"b": b"c"}]}, {n: str(n) for n in range(20)}],
}


@pytest.mark.parametrize("kind", VALUES)
def test_values(kind: str) -> None:
    assert [unpacked(srsly.msgpack_dumps(value)) for value in VALUES[kind]] == VALUES[kind]


def test_arrays() -> None:
    array = np.arange(12, dtype=np.float32).reshape(3, 4)
    found = unpacked(srsly.msgpack_dumps({"W": array}))["W"]
    assert found.dtype == array.dtype
    assert np.array_equal(found, array)


def test_what_the_model_does_not_hold() -> None:
    with pytest.raises(ValueError, match="unknown kind, 0xd4"):
        unpacked(bytes([0xD4, 1, 2]))
