"""Acts of the time of long ago of a clause above or beside them."""

from collections.abc import Callable, Sequence

import pytest

from sayso.model import Event


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("In the rains of 1988 farmers wept over Kenya's seizure of their herds.", "COERCE", "1988-01-01"),
        ("As he toured the coast in 2009, he held up posters urging Uganda to disarm.", "REQUEST", "2009-01-01"),
        ("Kenyan police arrested and fined nine Ugandan fishermen in 2018.", "COERCE", "2018-01-01"),
        ("Kenya expelled Uganda's ambassador and burned his files in 2012.", "SANCTION", "2012-01-01"),
        ("Kenya closed its border in 2014, accusing Uganda of a plot.", "ACCUSE", "2014-01-01"),
        ("The singer fled in 2015 after a concert at which Kenyan soldiers arrested her.", "COERCE", "2015-01-01"),
        # of the last weeks, or of a clause below
        ("The singer fled on Monday after a concert at which Kenyan soldiers arrested her.", "COERCE", "2025-12-04"),
        ("A Kenyan court jailed a man who attacked the Ugandan embassy in 2014.", "COERCE", "2025-12-04"),
        ("Kenya, which was freed in 1963, arrested ten Ugandan teachers.", "COERCE", "2025-12-04"),
        # not told as past, a time that only tells things apart, and one that ends something
        ("Since the drought of 2015, farmers have been angry that Kenya is seizing villages.", "COERCE", "2025-12-04"),
        ("The minister lost the 2022 election as Kenya arrested ten Ugandan teachers.", "COERCE", "2025-12-04"),
    ],
)
def test_an_act_is_of_the_time_of_long_ago_of_the_clause_above_it(
    code: Callable[..., Sequence[Event]], text: str, kind: str, day: str
) -> None:
    times = [event.time for event in code(text) if event.type == kind]
    assert day in [time.start for time in times if time]
