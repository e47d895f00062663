"""The stretch of time that is worth drawing."""

import pytest

from sayso.store.counted.days import FewDays, bulk

YEARS = {f"{year}-06-01": 100 for year in range(2010, 2020)}


@pytest.mark.parametrize(
    ("told", "stretch"),
    [
        ({}, None),
        ({"": 3}, None),
        ({"2017-02-01": 1, "": 4}, ("2017-02-01", "2017-02-01")),
        ({"2017-02-01": 50, "2017-03-01": 60}, ("2017-02-01", "2017-03-01")),
        (YEARS, ("2010-06-01", "2019-06-01")),  # an archive of ten years is shown whole
        (YEARS | {"1947-08-15": 7, "2050-01-01": 1}, ("2010-06-01", "2019-06-01")),  # history and plans are not
        ({"1507-01-01": 1, "2017-02-01": 50, "2017-03-01": 60, "2057-01-01": 1}, ("2017-02-01", "2017-03-01")),
        ({"1990-01-01": 50, "2017-03-01": 60}, ("1990-01-01", "2017-03-01")),  # a tenth is not a few
    ],
)
def test_a_few_events_of_long_ago_do_not_stretch_a_time_line(told: dict[str, int], stretch: tuple[str, str] | None) -> None:
    assert bulk(FewDays(told)) == stretch
