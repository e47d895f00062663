"""What a sentence tells under the time of long ago that the one before it has."""

from datetime import date

import pytest

from sayso.model import Report
from sayso.run.coder import Coder

pytestmark = pytest.mark.model
RECALLED = "Chile recalled its ambassador."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The bridge fell in June 2013. " + RECALLED, "2013-06-01"),
        ("The bridge, which Peru wanted, fell on 3 June 2013. " + RECALLED, "2013-06-01"),  # some day of that month
        ("The bridge fell last year. " + RECALLED, "2024-01-01"),
        ("The bridge fell in 2013. It was ugly. " + RECALLED, "2013-01-01"),
        ("In 2013 the bridge fell. Chile decided to stay away and recalled its ambassador.", "2013-01-01"),
        ("Oct. 3: The bridge falls. " + RECALLED, "2025-10-03"),  # under the heading of an entry
        ("3 November – The bridge falls. Chile recalls its ambassador.", "2025-11-03"),
        ("In 2013 the bridge fell. It rained. It was cold. " + RECALLED, "2025-12-04"),  # too far off
        ("The bridge fell in 2013. Chile has recalled its ambassador.", "2025-12-04"),
        ("The bridge fell in 2013.\n\n" + RECALLED, "2025-12-04"),
        ("The bridge fell in 2013. Chile now recalled its ambassador.", "2025-12-04"),
        ("The bridge fell in November. " + RECALLED, "2025-12-04"),  # not long ago
        ("The bridge fell in 2013 and again on Monday. " + RECALLED, "2025-12-04"),
        ("The bridge has stood there since 2013. " + RECALLED, "2025-12-04"),
        ("The bridge is as it was in 2013. " + RECALLED, "2025-12-04"),
        ("The envoy spoke of a bridge that fell in 2013. " + RECALLED, "2025-12-04"),
        ("The envoy lost the 2013 election. " + RECALLED, "2025-12-04"),
    ],
)
def test_a_sentence_is_of_the_time_of_long_ago_that_the_main_clause_before_it_has(coder: Coder, text: str, day: str) -> None:
    events = next(iter(coder.annotate_many([Report("text", text, date(2025, 12, 4))]))).events
    found = next(e.time for e in reversed(events) if e.trigger.text.startswith("recall"))
    assert found
    assert found.start == day
