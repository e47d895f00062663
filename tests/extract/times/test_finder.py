"""When: time expressions with their values against the day of publication or the time told of."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.times import TimeFinder, TimeMention
from sayso.lexicon import Lexicon

THURSDAY = date(2025, 12, 4)


@pytest.fixture(scope="session")
def times(lexicon: Lexicon) -> TimeFinder:
    return TimeFinder(lexicon)


def days(found: TimeMention) -> str | None:
    if found.first is None or found.last is None:
        return None
    return found.first.isoformat() if found.first == found.last else f"{found.first}/{found.last}"


@pytest.mark.parametrize(
    ("text", "words", "value", "covers"),
    [
        # weekdays: the last one, today included
        ("They met on Monday.", "Monday", "2025-12-01", "2025-12-01"),
        ("They met on Thursday.", "Thursday", "2025-12-04", "2025-12-04"),
        ("They met on Friday.", "Friday", "2025-11-28", "2025-11-28"),
        ("They met last Wednesday.", "last Wednesday", "2025-11-26", "2025-11-26"),  # yesterday would be called so
        ("They met last Tuesday.", "last Tuesday", "2025-12-02", "2025-12-02"),
        ("They met last Thursday.", "last Thursday", "2025-11-27", "2025-11-27"),
        ("They will meet next Monday.", "next Monday", "2025-12-08", "2025-12-08"),
        ("They met on Monday morning.", "Monday morning", "2025-12-01TMO", "2025-12-01"),
        # days
        ("They met on 2024-03-05.", "2024-03-05", "2024-03-05", "2024-03-05"),
        ("They met on 12 March 2024.", "12 March 2024", "2024-03-12", "2024-03-12"),
        ("They met on March 12, 2024.", "March 12, 2024", "2024-03-12", "2024-03-12"),
        ("They met on the 3rd of November.", "the 3rd of November", "2025-11-03", "2025-11-03"),
        ("They met on Nov. 3.", "Nov. 3", "2025-11-03", "2025-11-03"),
        ("They met on Jan 5, in town.", "Jan 5", "2026-01-05", "2026-01-05"),
        # months, years
        ("They met in October.", "October", "2025-10", "2025-10-01/2025-10-31"),
        ("They met last October.", "last October", "2025-10", "2025-10-01/2025-10-31"),
        ("They met in February 2024.", "February 2024", "2024-02", "2024-02-01/2024-02-29"),
        ("They met in 2019.", "2019", "2019", "2019-01-01/2019-12-31"),
        ("They met last year.", "last year", "2024", "2024-01-01/2024-12-31"),
        ("They met last month.", "last month", "2025-11", "2025-11-01/2025-11-30"),
        ("They will meet next month.", "next month", "2026-01", "2026-01-01/2026-01-31"),
        ("They met last week.", "last week", "2025-W48", "2025-11-24/2025-11-30"),
        # words
        ("They met yesterday.", "yesterday", "2025-12-03", "2025-12-03"),
        ("They met today.", "today", "2025-12-04", "2025-12-04"),
        ("They meet tomorrow.", "tomorrow", "2025-12-05", "2025-12-05"),
        ("They met the day before yesterday.", "the day before yesterday", "2025-12-02", "2025-12-02"),
        # distances
        ("They met two days ago.", "two days ago", "2025-12-02", "2025-12-02"),
        ("They met 1.5 decades ago.", "1.5 decades ago", "2010", "2010-01-01/2010-12-31"),
        ("They met 1,500 days ago.", "1,500 days ago", "2021-10-26", "2021-10-26"),
        ("They met some 3,200 years ago.", "some 3,200 years ago", "BC1176", None),
        ("They met for 1,500,000 hours.", "1,500,000 hours", "PT1500000H", None),
        ("They met 3 weeks ago.", "3 weeks ago", "2025-W46", "2025-11-10/2025-11-16"),
        ("They met a year ago.", "a year ago", "2024", "2024-01-01/2024-12-31"),
        ("They met a decade ago.", "a decade ago", "2015", "2015-01-01/2015-12-31"),
        ("They spoke following Saturday's raid.", "Saturday", "2025-11-29", "2025-11-29"),
        # durations date nothing
        ("They met for three days.", "three days", "P3D", None),
        ("They met in the 1990s.", "the 1990s", "199", "1990-01-01/1999-12-31"),
        # months in May and March
        ("They met in early March.", "early March", "2025-03", "2025-03-01/2025-03-31"),
        ("They met in March.", "March", "2025-03", "2025-03-01/2025-03-31"),
        # both ends of a range cover all of it: see test_ranges; one end each
        ("They met in the summer of 2014.", "the summer of 2014", "2014-SU", "2014-06-01/2014-08-31"),
        ("They met in Q3 2022.", "Q3 2022", "2022-Q3", "2022-07-01/2022-09-30"),
        ("They met in the second half of 2008.", "the second half of 2008", "2008-H2", "2008-07-01/2008-12-31"),
        ("They met in the past 48 hours.", "in the past 48 hours", "PT48H", "2025-12-02/2025-12-04"),
        ("They will meet within the next two weeks.", "within the next two weeks", "P2W", "2025-12-04/2025-12-18"),
        ("They met on Good Friday 2024.", "Good Friday 2024", "2024-03-29", "2024-03-29"),
        ("They met at 5 p.m. on 3 May 2024.", "5 p.m.", "2024-05-03T17:00", "2024-05-03"),
        ("They met every Tuesday.", "every Tuesday", "XXXX-WXX-2", None),
        ("They met recently.", "recently", "PAST_REF", None),
        ("They fell in Nov.", "Nov", "2025-11", "2025-11-01/2025-11-30"),
    ],
)
def test_values(times: TimeFinder, text: str, words: str, value: str, covers: str | None) -> None:
    found = times.find(text, THURSDAY)[0]
    assert (text[found.start : found.end], found.value, days(found)) == (words, value, covers)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They fought from 3 to 5 May 2021.", ["2021-05-03", "2021-05-05"]),
        ("They fought between March and May 2021.", ["2021-03", "2021-05"]),
        ("They fought on May 28 - June 3, 2021.", ["2021-05-28", "2021-06-03"]),
        ("They fought in 1915-17.", ["1915", "1917"]),
    ],
)
def test_both_ends_of_a_range_cover_all_of_it(times: TimeFinder, text: str, values: list[str]) -> None:
    one, other = times.find(text, THURSDAY)
    assert [one.value, other.value] == values
    assert (one.first, one.last) == (other.first, other.last)
    assert one.first != one.last


def test_the_parts_of_a_list_are_days_of_their_own(times: TimeFinder) -> None:
    found = times.find("They met on 3, 5 and 7 May 2021.", THURSDAY)
    assert [days(t) for t in found] == ["2021-05-03", "2021-05-05", "2021-05-07"]


TALE = "In 1914 war broke out. In 1915 and 1916 it went on, and in 1917 a rising began. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In October a truce was signed.", "1917-10"),
        ("On 5 March they fled.", "1917-03-05"),
        ("The next year it ended.", "1918"),
        ("It ended in November of that year.", "1917-11"),
        ("In December 1917 they met. In February they met again.", "1918-02"),
        ("On 3 May 1917 they met. The following day they left.", "1917-05-04"),
        ("On 3 May 1917, a Thursday, they met. On Sunday they left.", "1917-05-06"),
    ],
)
def test_a_text_that_tells_of_the_past_is_read_from_what_it_told_last(times: TimeFinder, text: str, value: str) -> None:
    assert times.find(TALE * 2 + text, THURSDAY)[-1].value == value


def test_a_report_with_years_is_no_tale(times: TimeFinder) -> None:
    report = "On Monday they met, as in 2014, 2016, 2018 and 2021. On Tuesday they left. They had met in October."
    assert times.find(report, THURSDAY)[-1].value == "2025-10"


def test_a_report_that_counts_from_its_own_day_is_no_tale(times: TimeFinder) -> None:
    report = "This week they met, as in 2014, 2015, 2016, 2018, 2019 and 2021. They will meet again next month."
    assert times.find(report, THURSDAY)[-1].value == "2026-01"


def test_what_a_report_tells_far_before_is_not_what_the_next_day_follows(times: TimeFinder) -> None:
    assert times.find("They met on 3 May 2021. The next day they left.", THURSDAY)[-1].value == "2021-05-04"
    far = "They met on 3 May 2021. " + "Nothing was said of it. " * 40
    stretches = [(0, 24), (len(far), len(far) + 25)]
    assert times.find(far + "The next day they left.", THURSDAY, stretches)[-1].value == "2025-12-05"


@pytest.mark.parametrize(
    "text",
    [
        "sold 1,200 of 1990 houses",
        "Nova Scotia",
        "the fall of Kabul",
        "a spring in her step",
        "Su-57s and S-500s",
        "highs in the low 60s",
        "the last day of school",
    ],
)
def test_words_that_only_look_like_a_time(times: TimeFinder, text: str) -> None:
    assert [text[t.start : t.end] for t in times.find(text, THURSDAY)] == []


PIECES = [
    *("May", "3", "the", "of", "next", "last", "week", "-", ",", "2021", "Monday", "two", "days", "ago", "BC", "499", "Easter", "'68"),
    "\n",
]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)), st.sampled_from([None, THURSDAY]))
def test_expressions_stand_apart_in_the_order_of_the_text(times: TimeFinder, text: str, published: date | None) -> None:
    found = times.find(text, published)
    bounds = [b for t in found for b in (t.start, t.end)]
    assert bounds == sorted(bounds)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(t.first <= t.last for t in found if t.first and t.last)


@pytest.mark.parametrize(
    "text",
    [
        "They may meet.",
        "They march on the town.",
        "The sun and the sat phone.",
        "In 2,000 houses lived 1990 people.",
        "They met on 31/31/2024 and on 2024-13-45.",
        "",
        "At 12.30 they left Room 2019-3.",
        "She lives at 1935 Orchard St. in Lima and he at 1984 Simon Bolivar Avenue.",
    ],
)
def test_words_that_are_no_time(times: TimeFinder, text: str) -> None:
    assert [text[t.start : t.end] for t in times.find(text, THURSDAY) if t.value] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Monday.", ""),
        ("They met yesterday.", ""),
        ("They met two days ago.", ""),
        ("They met in October.", "XXXX-10"),
        ("They met on 3 May.", "XXXX-05-03"),
        ("They met on 3 May 2024.", "2024-05-03"),
        ("They met in 2019.", "2019"),
    ],
)
def test_without_a_day_of_publication(times: TimeFinder, text: str, value: str) -> None:
    (found,) = times.find(text, None)
    assert found.value == value
    assert (found.first is None) is (not value or value.startswith("X"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on 3 November. Two days later they left.", "2025-11-05"),
        ("They met on 3 November. The following day they left.", "2025-11-04"),
        ("They met on 3 November. They had left two days earlier.", "2025-11-01"),
        ("They met on 3 November. Two days after, they left.", "2025-11-05"),
        ("They met in June. Two weeks later they left.", "FUTURE_REF"),
        ("They met on 3 November on a plan passed two days earlier. The same night they left.", "2025-11-03TNI"),
        ("They met on Monday. They will meet on Wednesday. The next day they left.", "2025-12-02"),
        ("They met in May 2019. A month later they left.", "2019-06"),
        ("Two weeks later they left.", "FUTURE_REF"),
    ],
)
def test_distances_from_the_day_named_before(times: TimeFinder, text: str, value: str) -> None:
    assert times.find(text, THURSDAY)[-1].value == value


def test_a_history_goes_on_in_the_year_from_which_it_looks_back(times: TimeFinder) -> None:
    text = "In 1932, 1933, 1934 and 1935 they fought. In 1936 they met{}. In May they left. It ended in 1938."
    asides = {"; a year earlier they had not": "1936-05", " for the first time since 1932": "1936-05", " as in 1932": "1932-05"}
    for aside, told in asides.items():
        whole = text.format(aside)
        assert {whole[t.start : t.end]: t.value for t in times.find(whole, THURSDAY)}["May"] == told


@pytest.mark.parametrize("text", ["99999999999 days ago", "9999999 days ago", "99999999999 weeks ago"])
def test_distances_beyond_the_calendar(times: TimeFinder, text: str) -> None:
    times.find(f"They met {text}.", THURSDAY)


def test_what_may_hold_a_time(times: TimeFinder) -> None:
    assert times.may_date({"on", "monday"})
    assert times.may_date({"12"})
    assert not times.may_date({"police", "arrested"})


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("on monday police", True),
        ("12 days later", True),
        ("the day after", True),
        ("police on monday", False),
        ("the police found it", False),
    ],
)
def test_what_a_sentence_may_open_with(times: TimeFinder, words: str, *, may: bool) -> None:
    assert times.may_open(words.split()) is may
