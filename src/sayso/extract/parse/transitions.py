"""The arc-eager transition system, over many sentences in step.

The moves are those of spaCy's parser (Honnibal and Johnson 2015, "An Improved Non-monotonic Transition System for Dependency Parsing"):
shift, reduce, left arc, right arc, break. Each step scores all unfinished sentences at once and makes the best valid move of each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from sayso.extract.parse.network import Numbers, Places, Scorer

SHIFT, REDUCE, LEFT, RIGHT, BREAK = range(5)
NONE = -1
BELOW = 2  # places under the stack that hold no word


@dataclass(frozen=True, slots=True)
class Moves:
    """The kind (SHIFT ... BREAK) and the label, by number, of each move that the network scores."""

    kinds: Places
    labels: Places
    closed: Numbers  # (32, moves): minus infinity for the moves that are closed; by the bits of the kinds that are

    @classmethod
    def of(cls, kinds: Sequence[int], labels: Sequence[int]) -> "Moves":
        """From the kind and the label of each move."""
        bits = [sum(1 << kind for kind, shut in enumerate(flags) if shut) for flags in product((False, True), repeat=5)]
        closed = [[-np.inf if bit >> kind & 1 else 0.0 for kind in kinds] for bit in sorted(bits)]
        return cls(np.asarray(kinds, np.intp), np.asarray(labels, np.intp), np.asarray(closed, np.float32))


class States:
    """What is known of each sentence: arrays of `width` columns a sentence, laid end to end, a column a word.

    The last column of a sentence belongs to no word and stays empty; word -1 of a sentence is therefore the empty last column of the
    one before it.
    """

    __slots__ = ("before", "buffer", "depth", "front", "heads", "labels", "left", "lengths", "right", "shifted", "stack", "starts", "width")

    def __init__(self, lengths: Sequence[int]) -> None:
        """All words in the buffer."""
        count, self.width = len(lengths), max(lengths) + BELOW + 2
        size = count * self.width
        self.lengths = np.asarray(lengths, np.intp)
        words = np.tile(np.arange(self.width, dtype=np.intp), (count, 1))
        words[words >= self.lengths[:, None]] = NONE
        self.buffer, self.front = words.reshape(-1), np.zeros(count, np.intp)
        self.stack, self.depth = np.full(size, NONE, np.intp), np.full(count, BELOW, np.intp)
        self.heads, self.labels = np.full(size, NONE, np.intp), np.full(size, NONE, np.intp)
        self.left = np.full(size, NONE, np.intp)  # the latest left child of a word
        self.right = np.full(size, NONE, np.intp)  # the latest right child
        self.before = np.full(size, NONE, np.intp)  # the right child that came before a word at the same head
        self.shifted = np.zeros(size, np.intp)  # put back once: not to be shifted again
        self.starts = np.zeros(size, np.intp)  # begins a sentence


def parse(scorer: Scorer, moves: Moves, vectors: Numbers, lengths: Sequence[int]) -> tuple[Places, Places]:
    """Heads and labels (sentences, longest or more) of sentences whose words' vectors lie one after another; a root's head is -1."""
    states, prepared = States(lengths), scorer.prepared(vectors)
    first = np.cumsum([1, *lengths[:-1]])
    rows = (states.lengths > 0).nonzero()[0]
    while len(rows):
        base = rows * states.width
        seen = _context(states, rows, base)
        scores = scorer(prepared, np.where(seen >= 0, seen + first[rows], 0).T)
        scores += moves.closed[_closed(states, base, seen)]
        best = scores.argmax(axis=1)
        _move(states, rows, base, seen, moves.kinds[best], moves.labels[best])
        rows = rows[(states.depth[rows] > BELOW) | (states.front[rows] < states.lengths[rows])]
    return states.heads.reshape(-1, states.width), states.labels.reshape(-1, states.width)


def _context(states: States, rows: Places, base: Places) -> Places:
    """The eight words that a state is known by, (8, states)."""
    seen = np.empty((8, len(rows)), np.intp)
    front, top = states.front[rows] + base, states.depth[rows] + base
    seen[0] = states.buffer[front]
    seen[1] = states.buffer[front + 1]
    seen[2] = states.stack[top]
    seen[3] = states.stack[top - 1]
    seen[4] = states.stack[top - 2]
    b0, s0 = base + seen[0], base + seen[2]
    seen[5] = states.left[b0]
    seen[6] = states.left[s0]
    seen[7] = states.right[s0]
    return seen


def _closed(states: States, base: Places, seen: Places) -> Places:
    """The kinds of moves that are not valid, as bits."""
    b0, b1, bare = seen[0], seen[1], seen[2] < 0
    begins, last = states.starts[base + b0] > 0, b1 < 0
    arcs = bare | (b0 < 0) | begins
    shift = ~bare & (last | begins | (states.shifted[base + b0] > 0))
    stop = last | (b1 != b0 + 1) | (states.starts[base + b1] > 0)
    closed: Places = shift * (1 << SHIFT) + bare * (1 << REDUCE) + arcs * (1 << LEFT | 1 << RIGHT) + stop * (1 << BREAK)
    return closed


def _move(states: States, rows: Places, base: Places, seen: Places, kinds: Places, labels: Places) -> None:
    """Make a move in each state."""
    b0, s0 = base + seen[0], base + seen[2]
    if len(at := (kinds == LEFT).nonzero()[0]):
        _left(states, base[at], b0[at], s0[at], labels[at])
        states.depth[rows[at]] -= 1
    if len(at := (kinds == RIGHT).nonzero()[0]):
        _right(states, base[at], b0[at], s0[at], labels[at])
    if len(at := (kinds == REDUCE).nonzero()[0]):
        _reduce(states, rows[at], base[at], s0[at])
    if len(at := ((kinds == SHIFT) | (kinds == RIGHT)).nonzero()[0]):
        row = rows[at]
        states.depth[row] += 1
        states.stack[states.depth[row] + base[at]] = seen[0, at]
        states.front[row] += 1
    if len(at := (kinds == BREAK).nonzero()[0]):
        states.starts[base[at] + seen[1, at]] = 1


def _left(states: States, base: Places, b0: Places, s0: Places, labels: Places) -> None:
    """The front of the buffer becomes the head of the top of the stack, which is popped; a head that it had before is given up."""
    had = states.heads[s0]
    old = (had >= 0).nonzero()[0]
    if len(old):
        states.right[base[old] + had[old]] = states.before[s0[old]]
    states.heads[s0] = b0 - base
    states.labels[s0] = labels
    states.left[b0] = s0 - base
    states.shifted[b0] = 0


def _right(states: States, base: Places, b0: Places, s0: Places, labels: Places) -> None:
    """The top of the stack becomes the head of the front of the buffer (which is pushed afterwards)."""
    states.before[b0] = states.right[s0]
    states.right[s0] = b0 - base
    states.heads[b0] = s0 - base
    states.labels[b0] = labels


def _reduce(states: States, rows: Places, base: Places, s0: Places) -> None:
    """The top of the stack is popped; without a head, and with others below it, it goes back to the buffer."""
    depth = states.depth[rows]
    states.depth[rows] = depth - 1
    back = ((states.heads[s0] < 0) & (depth > BELOW + 1)).nonzero()[0]
    if len(back):
        row, word = rows[back], s0[back]
        states.shifted[word] = 1
        states.front[row] -= 1
        states.buffer[base[back] + states.front[row]] = word - base[back]
