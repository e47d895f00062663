"""Small samples of a wording, such that reports which share much share a number.

Two kinds, both MinHash: signatures in bands (Broder 1997; Leskovec, Rajaraman and Ullman, ch. 3) find texts that are alike as wholes;
samples of all hashes under a bound ("scaled" MinHash, Pierce et al. 2019) find a brief inside a long text, which signatures can't.
"""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from rensa import RMinHash

SEED = 20140221
PERMUTATIONS = 64
ROWS_OF_WORDING = 4
ROWS_OF_FACTS = 4
ROWS_OF_CREDITED = 2
SCALE = 6  # one run in so many is kept: a brief of 25 runs keeps none in 1 of 100 cases
MASK = (1 << 63) - 1
HIGH = 1 << 62  # keys of bands are above those of samples
SPREAD = 0x9E3779B97F4A7C15  # Fibonacci hashing: the low bits of a checksum of similar texts are not independent


def samples(runs: Iterable[int]) -> list[int]:
    """The runs under the bound, in order."""
    return sorted(run for run in runs if ((run * SPREAD) >> 20) % SCALE == 0)


def bands(values: Iterable[int], rows: int, salt: str) -> Iterator[int]:
    """Keys of which two sets of Jaccard similarity j share at least one with the chance 1 - (1 - j^rows)^(64 / rows)."""
    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.update([str(value) for value in values])
    digest = sketch.digest()
    for at in range(0, PERMUTATIONS, rows):
        yield _key(salt, at, tuple(digest[at : at + rows]))


def _key(salt: str, at: int, rows: tuple[int, ...]) -> int:
    return int.from_bytes(blake2b(repr((salt, at, rows)).encode(), digest_size=8).digest(), "big") & MASK | HIGH
