"""Passwords are kept as Argon2id hashes alone."""

import pytest

from sayso.errors import SaysoError
from sayso.web.accounts.passwords import hashed, matches


def test_a_password_matches_its_hash_and_no_other() -> None:
    kept = hashed("correct horse \ud800 battery")
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert matches("correct horse \ud800 battery", kept)
    assert not matches("correct horse", kept)


@pytest.mark.parametrize("kept", [None, "", "no hash"])
def test_nothing_matches_where_there_is_none(kept: str | None) -> None:
    assert not matches("", kept)


@pytest.mark.parametrize("password", ["", "too short", "x" * 1025])
def test_what_can_be_no_password(password: str) -> None:
    with pytest.raises(SaysoError, match="a password has 10 to 1024 characters"):
        hashed(password)
