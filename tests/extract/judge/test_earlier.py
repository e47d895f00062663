"""Acts of an earlier time that nothing tells exactly."""

from collections.abc import Callable

import pytest

from sayso.model import Event


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "In recent years Kenya arrested ten Ugandan teachers.",
        "A few weeks ago Kenya arrested ten Ugandan teachers.",
        "As a candidate, Kenya's president arrested ten Ugandan teachers.",
        "Kenyan police initially arrested ten Ugandan teachers.",
        "The then minister John Otieno of Kenya arrested ten Ugandan teachers.",
        "The judge spoke of previous arrests of Ugandan teachers by Kenyan police.",
    ],
)
def test_what_is_told_as_of_an_earlier_time_is_not_of_the_day_of_publication(only: Callable[..., Event], text: str) -> None:
    time = only(text, "COERCE").time
    assert time
    assert (time.start, time.basis) == (None, "unknown")


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Kenya recently arrested ten Ugandan teachers.",
        "It is the first time in recent years that Kenya arrested Ugandan teachers.",
        "Uganda has lost much in recent years and has hit back by arresting ten Kenyan teachers.",
        "A few hours ago Kenya arrested ten Ugandan teachers.",
        "Kenyan police arrested ten Ugandan teachers at the time of the raid.",
        "The new arrests of Ugandan teachers by Kenyan police angered the judge.",
        "Kenyan police arrested ten teachers who were initially from Uganda.",
    ],
)
def test_what_may_be_of_today_is_of_the_day_of_publication(only: Callable[..., Event], text: str) -> None:
    time = only(text, "COERCE").time
    assert time
    assert time.basis == "published"


@pytest.mark.model
def test_an_exact_time_goes_before_a_vague_one(only: Callable[..., Event]) -> None:
    time = only("At the time, in May 2014, Kenya arrested ten Ugandan teachers.", "COERCE").time
    assert time
    assert time.start == "2014-05-01"
