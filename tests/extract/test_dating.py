"""Which time expression dates an event."""

from collections.abc import Callable

import pytest

from sayso.model import Event


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Kenya attacked Uganda on Monday.", "2025-12-04", ("2025-12-01", "relative")),
        ("Kenya attacked Uganda on 12 March 2024.", "2025-12-04", ("2024-03-12", "stated")),
        ("Kenya attacked Uganda on 12 March 2024.", None, ("2024-03-12", "stated")),
        ("Kenya attacked Uganda.", "2025-12-04", ("2025-12-04", "published")),
        # the saying's day is not the act's
        ("The minister said on Monday that Kenya attacked Uganda on Sunday.", "2025-12-04", ("2025-11-30", "relative")),
        ("On Sunday the Kenyan army attacked Uganda.", "2025-12-04", ("2025-11-30", "relative")),
    ],
)
def test_what_dates_an_event(only: Callable[..., Event], text: str, published: str | None, expected: tuple[str, str]) -> None:
    time = only(text, "ASSAULT", published).time
    assert time is not None
    assert (time.start, time.basis) == expected


@pytest.mark.model
@pytest.mark.parametrize(("text", "published"), [("Kenya attacked Uganda.", None), ("Kenya may attack Uganda.", "2025-12-04")])
def test_what_is_not_dated(only: Callable[..., Event], text: str, published: str | None) -> None:
    assert only(text, "ASSAULT", published).time is None


@pytest.mark.model
def test_what_has_happened_lies_behind(only: Callable[..., Event]) -> None:
    time = only("Kenya attacked Uganda on 3 May.", "ASSAULT").time
    assert time is not None
    assert time.start == "2025-05-03"
