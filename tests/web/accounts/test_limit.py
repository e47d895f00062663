"""Failures are counted in a bounded memory, and forgotten in time."""

from sayso.web.accounts.limit import Limit


def limit(now: list[float], most: int = 2, remembered: int = 3) -> Limit:
    return Limit(most, 60.0, clock=lambda: now[0], remembered=remembered)


def test_one_waits_from_the_first_failure_on() -> None:
    now = [100.0]
    one = limit(now)
    one.fail("a")
    assert one.wait("a") == 0.0
    now[0] = 110.0
    one.fail("a")
    assert (one.wait("a"), one.wait("b")) == (50.0, 0.0)
    now[0] = 160.0
    assert one.wait("a") == 0.0
    one.fail("a")
    assert one.wait("a") == 0.0


def test_success_forgives() -> None:
    one = limit([0.0], most=1)
    one.fail("a")
    assert one.wait("a") == 60.0
    one.forgive("a")
    assert one.wait("a") == 0.0


def test_the_memory_is_bounded_and_keeps_who_failed_last() -> None:
    one = limit([0.0], most=1)
    for key in "abcde":
        one.fail(key)
    assert [key for key in "abcde" if one.wait(key)] == ["c", "d", "e"]
