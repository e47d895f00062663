"""Kept lexicons: read again, made anew where they are damaged, and not kept for ever."""

import os
from pathlib import Path

from sayso.lexicon.read import FORM, LATEST, cached


def test_what_was_made_is_kept(tmp_path: Path) -> None:
    assert cached(tmp_path, "key", lambda: {"made": 1}) == {"made": 1}
    assert cached(tmp_path, "key", lambda: {"made": 2}) == {"made": 1}


def test_what_is_damaged_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / f"lexicon-{FORM}-key.json").write_text("{")
    assert cached(tmp_path, "key", lambda: {"made": 2}) == {"made": 2}
    assert cached(tmp_path, "key", lambda: {"made": 3}) == {"made": 2}


def test_only_the_latest_are_kept(tmp_path: Path) -> None:
    for n in range(LATEST + 5):
        old = tmp_path / f"lexicon-{FORM}-{n:03}.json"
        old.write_text("{}")
        os.utime(old, (n, n))
    cached(tmp_path, "new", dict)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert len(left) == LATEST
    assert f"lexicon-{FORM}-new.json" in left
    assert f"lexicon-{FORM}-{LATEST + 4:03}.json" in left
    assert f"lexicon-{FORM}-000.json" not in left


def test_what_was_left_half_written_goes_too(tmp_path: Path) -> None:
    half = tmp_path / "lexicon-a1b2c3"
    half.write_text("{")
    os.utime(half, (0, 0))
    for n in range(LATEST):
        cached(tmp_path, f"{n}", dict)
    assert not half.exists()
