"""What readers of one moment share: who asks for the same at the same time waits for it, and it is made once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from sayso.store.counted.columns import Shelf, Terms

WAIT = 5.0  # seconds, after which a test has failed


def shelf() -> Shelf:
    return Shelf((1, 0), Terms([]), {})


def test_what_several_ask_for_at_once_is_made_once() -> None:
    shared, begun, made = shelf(), Event(), []

    def make() -> int:
        made.append(begun.wait(WAIT))
        return len(made)

    with ThreadPoolExecutor(4) as pool:
        together = Barrier(4)

        def ask(_: int) -> int:
            begun.set() if together.wait(WAIT) == 0 else None
            return shared.kept("sum", make)

        assert list(pool.map(ask, range(4))) == [1, 1, 1, 1]
    assert made == [True]
    assert not shared.turns


def test_one_answer_may_need_another() -> None:
    shared = shelf()
    assert shared.kept("all", lambda: shared.kept("some", lambda: 2) + shared.kept("some", lambda: 3)) == 4


def test_where_it_fails_whoever_asks_next_tries_anew() -> None:
    shared = shelf()
    with pytest.raises(ZeroDivisionError):
        shared.kept("sum", lambda: 1 // 0)
    assert not shared.turns
    assert shared.kept("sum", lambda: 5) == 5
