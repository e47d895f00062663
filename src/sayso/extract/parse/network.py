"""The numbers of the small English model: words to vectors, vectors to tags and to the scores of parser moves, in NumPy.

The weights are spaCy's, as its `tok2vec`, `tagger` and `parser` hold them; the sums are those of its network (a hash embedding, four
window layers with maxout and layer normalisation: Honnibal 2017, "Embed, encode, attend, predict"). Two things differ from spaCy's own
run: the embedding of a word form is kept once made, and all products are made in blocks of one size, so that the numbers of a sentence
do not depend on which sentences stand beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]

ROWS = 512  # rows of a product
STATES = 64  # rows of a product over states
KEPT = 60_000  # word forms whose embedding is kept, 23 MB
REACH = 4  # words to each side that a vector depends on: one a layer


@dataclass(frozen=True, slots=True)
class Table:
    """A hash embedding of one feature of a word: a row of weights for each of four keys."""

    seed: int
    weights: Numbers  # (rows, width)


@dataclass(frozen=True, slots=True)
class Layer:
    """Maxout of three pieces with layer normalisation."""

    weights: Numbers  # (in, 3 × out), a piece after the other
    bias: Numbers  # (3 × out)
    scale: Numbers  # (out)
    shift: Numbers  # (out)

    def __call__(self, rows: Numbers) -> Numbers:
        """(n, in) → (n, out); `rows` may be a view that shares memory between its rows."""
        result = np.empty((len(rows), len(self.scale)), np.float32)
        block = np.zeros((ROWS, rows.shape[1]), np.float32)
        pieces = np.empty((ROWS, self.weights.shape[1]), np.float32)
        for at in range(0, len(rows), ROWS):  # all that is done to a block is done while it is near the processor
            part = rows[at : at + ROWS]
            block[: len(part)] = part
            np.matmul(block, self.weights, out=pieces)
            result[at : at + ROWS] = self._normal(pieces)[: len(part)]
        return result

    def _normal(self, pieces: Numbers) -> Numbers:
        width = len(self.scale)
        pieces += self.bias
        best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        np.maximum(best, pieces[:, 2 * width :], out=best)
        best -= (best @ np.full(width, 1 / width, np.float32))[:, None]
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + np.float32(1e-8)
        best *= (spread ** np.float32(-0.5))[:, None]
        best *= self.scale
        best += self.shift
        return best


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum with a bias."""

    weights: Numbers  # (in, out)
    bias: Numbers  # (out)

    def __call__(self, rows: Numbers) -> Numbers:
        """(n, in) → (n, out)."""
        result = product(rows, self.weights)
        result += self.bias
        return result


@dataclass(frozen=True, slots=True)
class Scorer:
    """The parser's network: eight words of a state to the scores of its moves."""

    narrow: Linear  # a word's vector made narrower
    features: Numbers  # (narrow, 8 × 2 × hidden): what a word adds at each of the eight places
    padding: Numbers  # (8, 2 × hidden): what no word adds
    bias: Numbers  # (2 × hidden)
    moves: Linear  # (hidden, moves)

    def prepared(self, vectors: Numbers) -> Numbers:
        """What each word adds at each place, (8 × (1 + words), 2 × hidden); the first eight rows are for no word."""
        places, width = self.padding.shape
        result = np.empty((1 + len(vectors), places * width), np.float32)
        result[0] = self.padding.reshape(-1)
        product(self.narrow(vectors), self.features, result[1:])
        return result.reshape(-1, width)

    def __call__(self, prepared: Numbers, words: Places) -> Numbers:
        """Scores (states, moves) of states given by eight words each, (states, 8), numbered from 1; 0 is no word."""
        rows = words * words.shape[1] + np.arange(words.shape[1])
        hidden = np.matmul(np.ones((1, rows.shape[1]), np.float32), prepared.take(rows, axis=0, mode="clip"))[:, 0]  # a sum, fast
        hidden += self.bias
        half = hidden.shape[1] // 2
        scores = product(np.maximum(hidden[:, :half], hidden[:, half:]), self.moves.weights, block=STATES)
        scores += self.moves.bias
        return scores


@dataclass(frozen=True, slots=True)
class Network:
    """All weights."""

    tables: tuple[Table, ...]
    mix: Layer
    layers: tuple[Layer, ...]
    tagger: Linear
    scorer: Scorer

    def embed(self, features: npt.NDArray[np.uint64], keys: Any) -> Numbers:
        """Vectors (n, width) of word forms given by their features (n, tables); `keys(ids, seed)` gives four hashes an id."""
        parts = []
        for column, table in zip(features.T, self.tables, strict=True):
            rows = keys(np.ascontiguousarray(column), table.seed) % len(table.weights)
            parts.append(table.weights[rows].sum(axis=1))
        return self.mix(np.concatenate(parts, axis=1))

    def encode(self, embedded: Numbers, lengths: Sequence[int]) -> Numbers:
        """Vectors in context (words, width) of sentences of these lengths, one after another; they are read `REACH` empty rows apart."""
        words, width = embedded.shape
        at = np.arange(words) + np.repeat(np.arange(1, len(lengths) + 1) * REACH, lengths) + 1
        total = words + (len(lengths) + 1) * REACH
        rows = np.zeros((total + 2, width), np.float32)
        rows[at] = embedded
        for layer in self.layers:
            seen = np.lib.stride_tricks.as_strided(rows, (total, 3 * width), (rows.strides[0], rows.strides[1]), writeable=False)
            rows[1:-1] += layer(seen)
        return rows[at]


def product(rows: Numbers, weights: Numbers, result: Numbers | None = None, block: int = ROWS) -> Numbers:
    """`rows @ weights`, always so many rows at once: the last block is filled up."""
    count = len(rows)
    made = np.empty((count, weights.shape[1]), np.float32) if result is None else result
    whole = count // block * block
    for at in range(0, whole, block):
        np.matmul(rows[at : at + block], weights, out=made[at : at + block])
    if whole < count:
        last = np.zeros((block, rows.shape[1]), np.float32)
        last[: count - whole] = rows[whole:]
        made[whole:] = (last @ weights)[: count - whole]
    return made
