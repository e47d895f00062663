"""What is to be watched."""

from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ingest.watch import Feed, configured

GOOD = """
out = "news/reports.jsonl"
every = "30 min"
[[feeds]]
url = "https://harbour.example/feed"
publisher = "Harbour Post"
expect = 40
[[feeds]]
url = "https://wire.example/feed"
publisher = "Andes Wire"
every = "2 h"
pages = true
"""


def test_a_configuration(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(GOOD)
    config = configured(path)
    assert (config.out, config.state) == (tmp_path / "news/reports.jsonl", tmp_path / "watch.sqlite")
    assert config.feeds == (
        Feed("https://harbour.example/feed", "Harbour Post", 1800.0, 40.0, pages=False),
        Feed("https://wire.example/feed", "Andes Wire", 7200.0, None, pages=True),
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("", ""), ""),
        ((GOOD, ""), "names no feed"),
        ((GOOD, "feeds = 5"), "names no feed"),
        ((GOOD, "feeds = [5]"), "feed 1: is no table"),
        (("out =", "output ="), "has an unknown key 'output'"),
        (('publisher = "Andes Wire"', 'name = "x"'), "feed 2: has an unknown key 'name'"),
        (('publisher = "Andes Wire"', ""), "feed 2: needs a url that begins with http and a publisher"),
        (("https://wire", "file://wire"), "feed 2: needs a url"),
        (('"2 h"', '"often"'), "feed 2: every is a length of at least 10 s"),
        (('"2 h"', "1"), "feed 2: every is a length of at least 10 s"),
        (("expect = 40", "expect = 0"), "feed 1: expect is the number of reports a day, not 0"),
        (("pages = true", "pages = 1"), "feed 2: pages is true or false, not 1"),
        (("wire.example", "harbour.example"), "names a feed twice"),
        (("[[feeds]]", "[[feeds"), "is no TOML"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, change: tuple[str, str], told: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(GOOD.replace(*change) if change[0] else GOOD)
    if not told:
        configured(path)
        return
    with pytest.raises(InputError) as caught:
        configured(path)
    assert str(caught.value).startswith(f"{path}: {told}")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file or directory"):
        configured(tmp_path / "none.toml")
