"""The numbers by which the model knows strings, and the keys of its tables: MurmurHash 2 and 3 by Austin Appleby, over many at once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.uint64]

_SEED, _MIX = np.uint64(1), np.uint64(0xC6A4A7935BD1E995)
_FIRST, _SECOND = np.uint64(0x87C37B91114253D5), np.uint64(0x4CF5AD432745937F)
_ENDS = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)
_EIGHT = np.uint64(8)  # bytes that are mixed at once


def ids(texts: Sequence[str]) -> Ids:
    """The identifiers of strings: MurmurHash64A of their UTF-8, with the seed that spaCy gives it."""
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    lengths = np.array([len(each) for each in encoded], np.uint64)
    words = np.frombuffer(b"".join(each + bytes(8 - len(each) % 8) for each in encoded), "<u8")  # a part-filled word ends each
    whole = (lengths // _EIGHT).astype(np.intp)
    starts = np.concatenate([[0], np.cumsum(whole + 1)[:-1]]).astype(np.intp)
    found = _SEED ^ (lengths * _MIX)
    for at in range(int(whole.max(initial=0))):
        longer = np.flatnonzero(whole > at)
        word = words[starts[longer] + at] * _MIX
        word = (word ^ (word >> np.uint64(47))) * _MIX
        found[longer] = (found[longer] ^ word) * _MIX
    rest = np.flatnonzero(lengths % _EIGHT)
    found[rest] = (found[rest] ^ words[starts[rest] + whole[rest]]) * _MIX
    found = (found ^ (found >> np.uint64(47))) * _MIX
    return found ^ (found >> np.uint64(47))


def keys(numbers: Ids, seed: int) -> npt.NDArray[np.uint32]:
    """Four keys (n, 4) of each number: MurmurHash3 of its eight bytes, as Thinc has it."""
    start = np.uint64(seed) ^ _EIGHT
    one = numbers * _FIRST
    one = ((one << np.uint64(31)) | (one >> np.uint64(33))) * _SECOND
    one = (one ^ start) + start
    two = _ended(one + start)
    one = _ended(one) + two
    return np.stack([one, two + one], axis=1).astype("<u8", copy=False).view(np.uint32)


def _ended(mixed: Ids) -> Ids:
    for factor in _ENDS:
        mixed = (mixed ^ (mixed >> np.uint64(33))) * factor
    return mixed ^ (mixed >> np.uint64(33))
