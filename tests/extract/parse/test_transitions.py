"""The arc-eager system: trees by hand-made scores, and the states' arrays."""

import numpy as np
import pytest

from sayso.extract.parse.network import Linear, Numbers, Places
from sayso.extract.parse.transitions import BREAK, LEFT, REDUCE, RIGHT, SHIFT, Moves, parse

MOVES = Moves.of([SHIFT, REDUCE, LEFT, RIGHT, BREAK], [0, 1, 2, 3, 4])


class Script:
    """Scores that ask for the moves of a script, one list a sentence; sentences are told by the row of their first word."""

    def __init__(self, *scripts: str) -> None:
        self.scripts = [["SDLRB".index(letter) for letter in script] for script in scripts]
        self.live = list(range(len(scripts)))

    def prepared(self, vectors: Numbers) -> Numbers:
        return vectors

    def __call__(self, _: Numbers, words: Places) -> Numbers:
        self.live = [i for i in self.live if self.scripts[i]]
        assert len(words) == len(self.live)
        scores = np.zeros((len(words), 5), np.float32)
        for row, i in enumerate(self.live):
            scores[row, self.scripts[i].pop(0)] = 1
        return scores


def heads(*cases: tuple[int, str]) -> list[list[int]]:
    lengths = [length for length, _ in cases]
    found, _ = parse(Script(*(script for _, script in cases)), MOVES, np.zeros((50, 1), np.float32), lengths)  # type: ignore[arg-type]
    return [row[:length].tolist() for row, length in zip(found, lengths, strict=True)]


@pytest.mark.parametrize(
    ("length", "script", "expected"),
    [
        (1, "SD", [-1]),
        (2, "SLSD", [1, -1]),
        (2, "SRDD", [-1, 0]),
        (3, "SLSRDD", [1, -1, 1]),
        (3, "SRLDSD", [-1, 2, -1]),  # the arc 0 → 1 is given up for 2 → 1
        (3, "SSLLSD", [2, 2, -1]),
        (3, "SSDRDDSD", [-1, 0, -1]),  # put back to the buffer, and taken again by an arc
        (2, "SBDSD", [-1, -1]),  # a break: nothing joins the two
    ],
)
def test_moves(length: int, script: str, expected: list[int]) -> None:
    assert heads((length, script)) == [expected]


def test_sentences_in_step_are_parsed_as_alone() -> None:
    cases = [(1, "SD"), (3, "SLSRDD"), (2, "SRDD"), (3, "SSLLSD")]
    assert heads(*cases) == [heads(case)[0] for case in cases]


def test_no_sentence() -> None:
    assert heads((0, ""), (1, "SD")) == [[], [-1]]


def test_linear() -> None:
    rows = np.arange(6, dtype=np.float32).reshape(3, 2)
    layer = Linear(np.eye(2, dtype=np.float32), np.ones(2, np.float32))
    assert layer(rows).tolist() == (rows + 1).tolist()
