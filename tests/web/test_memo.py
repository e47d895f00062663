"""What is remembered, and for how long."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Event

import pytest

from sayso.web.memo import Calm, Memo


def test_an_answer_is_made_once_until_the_data_change() -> None:
    pulse, made = [1], count()
    memo = Memo(lambda: pulse[0])
    assert [memo.told("a", lambda: next(made)), memo.told("a", lambda: next(made)), memo.told("b", lambda: next(made))] == [0, 0, 1]
    pulse[0] = 2
    assert memo.told("a", lambda: next(made)) == 2


def test_what_fails_or_is_too_large_is_made_anew() -> None:
    memo, made = Memo(lambda: 1, large=lambda answer: answer > 1), count(1)
    with pytest.raises(ZeroDivisionError):
        memo.told("a", lambda: 1 // 0)
    assert [memo.told("a", lambda: next(made)) for _ in range(2)] == [1, 1]
    assert [memo.told("b", lambda: next(made)) for _ in range(2)] == [2, 3]


def test_those_who_ask_at_the_same_time_wait_for_one_answer() -> None:
    memo, made, go = Memo(lambda: 1), count(), Event()

    def make() -> int:
        go.wait(10)
        return next(made)

    with ThreadPoolExecutor(4) as pool:
        waiting = [pool.submit(memo.told, "a", make) for _ in range(4)]
        go.set()
        assert [one.result() for one in waiting] == [0, 0, 0, 0]


def test_answers_made_of_others_take_one_turn() -> None:
    memo = Memo(lambda: 1, at_once=1)
    with ThreadPoolExecutor(4) as pool:
        made = pool.map(lambda n: memo.told(("whole", n), lambda: memo.told("part", lambda: "made") + str(n)), range(4), timeout=30)
        assert list(made) == ["made0", "made1", "made2", "made3"]


def test_calm_looks_seldom_unless_it_is_stirred() -> None:
    pulse, now = count(), [0.0]
    calm = Calm(lambda: next(pulse), 2.0, lambda: now[0])
    assert [calm(), calm()] == [0, 0]
    now[0] = 2.0
    assert calm() == 1
    calm.stir()
    assert calm() == 2
