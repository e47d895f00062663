"""The key that webhooks' secrets are made from."""

from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.web.state.signing import made_key, secret_of


def test_a_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    key = made_key(tmp_path / "new" / "desk.key")
    assert key.stat().st_mode & 0o777 == 0o600
    held = key.read_bytes()
    assert made_key(key).read_bytes() == held
    assert [file.name for file in key.parent.iterdir()] == ["desk.key"]
    assert made_key(tmp_path / "other.key").read_bytes() != held


def test_secrets_are_the_same_each_time_and_differ_by_webhook_and_key(tmp_path: Path) -> None:
    one, other = made_key(tmp_path / "one"), made_key(tmp_path / "other")
    assert secret_of(one, "a1") == secret_of(one, "a1")
    assert len({secret_of(one, "a1"), secret_of(one, "a2"), secret_of(other, "a1")}) == 3
    (tmp_path / "known").write_text("0" * 64 + "\n")
    (tmp_path / "known").chmod(0o600)
    # by openssl dgst -sha256 -hmac
    assert secret_of(tmp_path / "known", "a1") == "34034cbaaca63976e3645ee6d846661afe7049ddaee422072806a5312db1b50d"


@pytest.mark.parametrize(
    ("mode", "held", "told"), [(0o644, "0" * 64, "others can read"), (0o600, "", "holds no key"), (None, "", "can't be read")]
)
def test_a_key_that_is_none_is_refused(tmp_path: Path, mode: int | None, held: str, told: str) -> None:
    if mode is not None:
        (tmp_path / "desk.key").write_text(held)
        (tmp_path / "desk.key").chmod(mode)
    with pytest.raises(SaysoError, match=told):
        secret_of(tmp_path / "desk.key", "a1")


def test_a_key_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaysoError, match="can't be written"):
        made_key(tmp_path / "file" / "desk.key")
