"""What is waited for has not happened."""

import pytest

from sayso import code


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad ruled out talks until Togo apologised.", "possible"),
        ("Chad refused to reopen the border until Togo apologised.", "possible"),
        ("Chadian rebels shelled the port until Togo apologised.", "occurred"),
    ],
)
def test_what_is_waited_for(text: str, status: str) -> None:
    assert [e.status for e in code(text) if e.type == "SUPPORT"] == [status]
