"""What a sentence says of an act as such decides whether it is told as done."""

from collections.abc import Callable

import pytest

from sayso.model import AnnotatedReport

Annotate = Callable[..., AnnotatedReport]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("An attack on Iran is imminent.", "planned"),
        ('An attack on Iran is "imminent".', "planned"),
        ("An attack on Iran is not imminent.", "denied"),
        ("An attack on Iran was imminent.", "planned"),
        ("An invasion of Taiwan is unlikely.", "possible"),
        ("A coup in Mali is only a matter of time.", "possible"),
        ("A strike on Iran remains on the table.", "possible"),
        ("An attack on Iran is off the table.", "denied"),
        ("War between Ethiopia and Eritrea looms.", "possible"),
        ("The invasion of Taiwan was inevitable.", "occurred"),  # and came
        ("Analysts see the invasion of Taiwan as likely.", "possible"),
        ("The strikes on Iran are close to a school.", "occurred"),
    ],
)
def test_whether_it_happened(annotate: Annotate, text: str, status: str) -> None:
    assert [event.status for event in annotate(text).events] == [status]
