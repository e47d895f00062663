"""What is to be watched: a TOML file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import InputError

EVERY = 900.0
LEAST = 10.0  # seconds between two polls: nobody's feed changes faster
LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(s|min|h|d)\s*")
SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86_400}
KEYS = frozenset({"out", "state", "every", "pages", "feeds"})
FEED_KEYS = frozenset({"url", "publisher", "every", "expect", "pages"})


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, polled every so many seconds.

    `expect` are the reports a day that are expected, None to learn it; `pages` says to fetch the page of each entry.
    """

    url: str
    publisher: str
    every: float
    expect: float | None
    pages: bool


@dataclass(frozen=True, slots=True)
class Config:
    """What is watched, where reports are added (JSONL), and where is kept what was seen."""

    out: Path
    state: Path
    feeds: tuple[Feed, ...]


def configured(path: Path) -> Config:
    """The configuration in a file; paths in it are read from the file's own folder.

    Raises:
        InputError: it can't be read, or a key is missing, unknown or of the wrong kind.
    """
    try:
        with path.open("rb") as file:
            told = tomllib.load(file)
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: is no TOML: {error}") from error
    try:
        return _config(told, path.parent)
    except (ValueError, TypeError) as error:
        raise InputError(f"{path}: {error}") from error


def _config(told: Mapping[str, Any], folder: Path) -> Config:
    _known(told, KEYS, "")
    feeds = told.get("feeds")
    if not isinstance(feeds, list) or not feeds:
        raise ValueError("names no feed; write [[feeds]] with a url and a publisher")
    found = tuple(_feed(feed, told, f"feed {number}: ") for number, feed in enumerate(feeds, 1))
    twice = {feed.url for feed in found if sum(other.url == feed.url for other in found) > 1}
    if twice:
        raise ValueError(f"names a feed twice: {min(twice)}")
    out = folder / _string(told, "out", "reports.jsonl", "")
    return Config(out, folder / _string(told, "state", "watch.sqlite", ""), found)


def _feed(told: Any, above: Mapping[str, Any], where: str) -> Feed:
    if not isinstance(told, dict):
        raise ValueError(f"{where}is no table; write [[feeds]]")
    _known(told, FEED_KEYS, where)
    url, publisher = _string(told, "url", "", where), _string(told, "publisher", "", where)
    if not url.startswith(("http://", "https://")) or not publisher:
        raise ValueError(f"{where}needs a url that begins with http and a publisher")
    expect = told.get("expect")
    if expect is not None and (not isinstance(expect, int | float) or isinstance(expect, bool) or expect <= 0):
        raise ValueError(f"{where}expect is the number of reports a day, not {expect!r}")
    pages = told.get("pages", above.get("pages", False))
    if not isinstance(pages, bool):
        raise ValueError(f"{where}pages is true or false, not {pages!r}")
    return Feed(url, publisher, _seconds(told.get("every", above.get("every", EVERY)), where), float(expect) if expect else None, pages)


def _seconds(told: Any, where: str) -> float:
    match = LENGTH.fullmatch(told) if isinstance(told, str) else None
    seconds = float(match[1]) * SECONDS[match[2]] if match else told
    if not isinstance(seconds, int | float) or isinstance(seconds, bool) or seconds < LEAST:
        raise ValueError(f'{where}every is a length of at least {LEAST:g} s, as "15 min" or "1 h", not {told!r}')
    return float(seconds)


def _string(told: Mapping[str, Any], key: str, default: str, where: str) -> str:
    value = told.get(key, default)
    if not isinstance(value, str):
        raise ValueError(f"{where}{key} is a text, not {value!r}")
    return value


def _known(told: Mapping[str, Any], keys: frozenset[str], where: str) -> None:
    unknown = sorted(set(told) - keys)
    if unknown:
        raise ValueError(f"{where}has an unknown key {unknown[0]!r} (known are {', '.join(sorted(keys))})")
