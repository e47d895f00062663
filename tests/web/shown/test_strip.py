"""The strip of time: periods of where nearly all lies, and how many events lie far before and after."""

from sayso.store import Filter
from sayso.store.counted.days import FewDays
from sayso.web.memo import Memo
from sayso.web.shown.strip import strip_of

TOLD = {"1947-08-15": 2, "2017-02-01": 50, "2017-03-03": 60, "2050-01-01": 1, "": 3}


def test_what_lies_far_off_is_counted_beside_the_strip() -> None:
    strip = strip_of(FewDays(TOLD), Filter(since="2017-03"), Memo(lambda: 1), "all")
    assert (strip.freq, strip.starts[0], strip.ends[-1]) == ("D", "2017-02-01", "2017-03-03")
    assert (strip.earlier, strip.earlier_until, strip.later, strip.later_since) == (2, "2017-01-31", 1, "2017-03-04")
    assert (sum(strip.events), strip.undated, strip.since) == (110, 3, "2017-03")


def test_where_nothing_lies_far_off_nothing_is_said_of_it() -> None:
    strip = strip_of(FewDays({"2017-02-01": 50, "2017-03-03": 60}), Filter(), Memo(lambda: 1), "all")
    assert (strip.earlier, strip.earlier_until, strip.later, strip.later_since) == (0, None, 0, None)


def test_without_days_there_is_no_strip() -> None:
    strip = strip_of(FewDays({"": 3}), Filter(), Memo(lambda: 1), "all")
    assert (strip.periods, strip.undated, strip.earlier, strip.later) == ([], 3, 0, 0)
