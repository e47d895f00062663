"""What goes on where and when the deed before it was done."""

from datetime import date

import pytest

from sayso.model import Event, Report
from sayso.run.coder import Coder

pytestmark = pytest.mark.model
MARCH = "On Monday students marched in Lima. "


def last(coder: Coder, text: str) -> Event:
    """The last event of a report."""
    return next(iter(coder.annotate_many([Report("text", text, date(2025, 12, 4))]))).events[-1]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (MARCH + "Police dispersed them with tear gas.", "Lima"),
        (MARCH + "They set fire to a bank.", "Lima"),
        ("On Monday students marched in Lima, and police dispersed them outside the French embassy.", "Lima"),
        ("On Monday students marched in Lima and called on the mayor to go; police dispersed them.", "Lima"),
        (MARCH + "On Tuesday police dispersed them.", None),  # another day
        (MARCH + "Police dispersed them in Cusco.", "Cusco"),
        ("Peruvian police shot at a crowd in Lima after gunmen seized a bank.", "Lima"),
        (MARCH + "Chilean police dispersed them with tear gas.", None),  # somebody from elsewhere
        (MARCH + "The government condemned them.", None),  # words are no part of the scene
        (MARCH + "It rained all day. Police dispersed them with tear gas.", None),
        ("On Monday students marched in Peru. Police dispersed them with tear gas.", None),  # no country is a scene
        ("On Monday students may march in Lima. Police dispersed them with tear gas.", None),
    ],
)
def test_a_deed_goes_on_where_the_one_before_was_done(coder: Coder, text: str, place: str | None) -> None:
    found = last(coder, text).place
    assert (found and found.name) == place


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (MARCH + "Hours later, police arrested two teachers.", "2025-12-01"),
        (MARCH + "Police arrested two teachers shortly afterwards.", "2025-12-01"),
        (MARCH + "Hours earlier, police arrested two teachers.", "2025-12-01"),
        (MARCH + "Police arrested two teachers.", "2025-12-04"),
        (MARCH + "They burned a bank.", "2025-12-01"),  # the same people
        (MARCH + "They have burned a bank.", "2025-12-04"),
        (MARCH[:-2] + "; police arrested two teachers in the crowd.", "2025-12-01"),  # in one breath
        (MARCH + "Hours later, on Tuesday, police arrested two teachers.", "2025-12-02"),
    ],
)
def test_what_follows_hours_later_is_of_that_day(coder: Coder, text: str, day: str) -> None:
    found = last(coder, text).time
    assert found
    assert found.start == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In June 2013 Peru arrested Chilean sailors. Chile recalled its ambassador.", "2013-06-01"),
        ("Peru attacked Chile in 2013 and praised its envoy in June 2014. Chile recalled its ambassador.", "2013-01-01"),
        ("In June 2013 Peru arrested Chilean sailors. Chile later recalled its ambassador.", "2025-12-04"),
        ("In June 2013 Peru arrested Chilean sailors. Chile has recalled its ambassador.", "2025-12-04"),
        ("In June 2013 Peru arrested Chilean sailors.\n\nChile recalled its ambassador.", "2025-12-04"),
        ("Peru arrested Chilean sailors in a raid that recalled one of June 2013. Chile recalled its ambassador.", "2025-12-04"),
        ("In November Peru arrested Chilean sailors. Chile recalled its ambassador.", "2025-12-04"),
    ],
)
def test_a_tale_goes_on_in_the_time_that_opens_it(coder: Coder, text: str, day: str) -> None:
    found = last(coder, text).time
    assert found
    assert found.start == day


WARS = (
    "In 1932 Bolivia attacked Paraguay. Years of quiet before, from 1920 to 1928, were over. "
    "On 15 June 1932 Bolivian troops seized a fort. {} In 1935 the two countries agreed to a truce, and in 1938 they signed a treaty."
)


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        ("Then came the siege of the fort by Paraguay.", "1932-06-01", "1932-06-30"),  # some day of the month that was told last
        ("In 1933 nobody slept.\n\nParaguay retook the fort.", "1933-01-01", "1933-12-31"),
        ("In 1933 nobody slept; a year earlier nobody had cared.\n\nParaguay retook the fort.", "1933-01-01", "1933-12-31"),
    ],
)
def test_what_a_history_does_not_date_is_of_the_time_it_has_come_to(coder: Coder, told: str, start: str, end: str) -> None:
    report = Report("text", WARS.format(told), date(2025, 12, 4))
    events = next(iter(coder.annotate_many([report]))).events
    (found,) = [e.time for e in events if e.evidence.text == told.split("\n")[-1]]
    assert found
    assert (found.start, found.end) == (start, end)


@pytest.mark.parametrize(
    "told", ["Paraguay has retaken the fort.", "Paraguay is attacking the fort.", "Peru condemned Paraguay, an envoy said."]
)
def test_what_lasts_or_is_said_is_not_of_the_time_that_a_history_has_come_to(coder: Coder, told: str) -> None:
    report = Report("text", WARS.format(told), date(2025, 12, 4))
    events = next(iter(coder.annotate_many([report]))).events
    assert {e.time.start for e in events if e.time and "Bolivia" not in e.evidence.text} >= {"2025-12-04"}


@pytest.mark.model
def test_a_history_that_has_told_no_day_leaves_them_open(coder: Coder) -> None:
    text = "Persia attacked Greece. " + " ".join(f"That was in {year} BC." for year in range(492, 480, -1))
    first = next(iter(coder.annotate_many([Report("text", text, date(2025, 12, 4))]))).events[0]
    assert first.time
    assert (first.time.start, first.time.basis) == (None, "unknown")
