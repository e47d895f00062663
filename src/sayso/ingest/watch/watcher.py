"""Polls feeds when they are due, and turns each entry into a report once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from sayso.errors import InputError, RefusedError
from sayso.ingest.fetch import Fetcher
from sayso.ingest.fetch.fetcher import Clock
from sayso.ingest.formats import desk_for
from sayso.ingest.reader import Desk, Record, opened
from sayso.ingest.readers import feed as feeds
from sayso.ingest.readers import json
from sayso.ingest.record import Shelf
from sayso.ingest.watch.config import Config, Feed
from sayso.ingest.watch.ledger import Ledger, State
from sayso.model import Report

SLOWEST = 86_400.0  # seconds between two polls of a feed that is dead
NAP = 30.0
JUST_BEFORE = 2 * 86_400.0  # an entry without date was published since the last poll, if that was no longer ago

Say = Callable[[str], None]


@dataclass(slots=True)
class Watcher:
    """A watch over the feeds of a configuration; `to_line` writes a report as a line, `failed` counts what could not be had.

    Lines are added to the configuration's file, or given `to` somebody, who may get them again after an interruption.
    """

    config: Config
    ledger: Ledger
    fetcher: Fetcher
    to_line: Callable[[Report], str]
    say: Say
    clock: Clock = field(default_factory=Clock)
    to: Callable[[list[str]], None] | None = None
    failed: int = 0
    reports: int = 0
    waiting: list[float] = field(default_factory=list)

    def run(self, *, once: bool = False) -> None:
        """Poll for ever, or, `once`, what is due now.

        Raises:
            OutputError: reports can't be written; they are kept and written the next time.
        """
        self._deliver()
        while True:
            for feed in self.config.feeds:
                if (due := self.ledger.state(feed.url).due) <= self.clock.now():
                    self.poll(feed, once=once)
                    self.reports += self._deliver()
                elif once:
                    self.waiting.append(due)
            if once:
                return
            first = min(self.ledger.state(feed.url).due for feed in self.config.feeds)
            while (left := first - self.clock.now()) > 0:
                self.clock.sleep(min(left, NAP))

    def poll(self, feed: Feed, *, once: bool = False) -> None:
        """Ask a feed, and keep the reports of its new entries; one that fails is asked more and more seldom.

        Where we refused to ask, nobody was bothered: a run for `once` leaves the feed due, as the next one may be given another option.
        """
        state, now = self.ledger.state(feed.url), self.clock.now()
        try:
            records = self._records(feed)
        except InputError as error:
            self._told(error)
            refused = once and isinstance(error, RefusedError)
            wait = 0.0 if refused else min(feed.every * 2.0 ** min(state.failures + 1, 20), SLOWEST)
            with self.ledger.whole():
                self.ledger.put(feed.url, replace(state, due=now + wait, failures=state.failures + 1, trouble=str(error)))
            return
        fresh = {key: record for record in records if not self.ledger.is_seen(key := _key(feed, record))}
        missed = bool(records) and len(fresh) == len(records) and state.answered is not None
        if missed:
            self.say(
                f"{feed.publisher}: no entry of the last poll is left in {feed.url}; others may have come and gone. Poll it more often"
            )
        reports = list(self._reports(feed, fresh, state))
        with self.ledger.whole():
            self.ledger.add(feed.publisher, map(self.to_line, reports), now)
            self.ledger.see((_key(feed, record) for record in records), now)
            first = now if state.first is None else state.first
            self.ledger.put(feed.url, State(now + feed.every, first, now, 0, "", now if missed else state.missed))
        if reports:
            self.say(f"{feed.publisher}: {len(reports):,} new")

    def _deliver(self) -> int:
        return self.ledger.hand(self.to) if self.to else self.ledger.write(self.config.out)

    def _records(self, feed: Feed) -> list[Record]:
        page = self.fetcher.page(feed.url, fresh=0.0)
        captured = datetime.fromtimestamp(self.clock.now(), UTC).isoformat(timespec="seconds")
        given = opened(feed.url, feed.url, BytesIO(page.body), media=page.media)
        known = {"captured": captured, "publisher": feed.publisher}
        if not (feeds.knows(given) or json.knows(given)):
            raise InputError(f"{feed.url}: is no feed")
        return list(self._desk().inside(replace(given, known=known, picked=False)))

    def _reports(self, feed: Feed, fresh: dict[str, Record], state: State) -> Iterator[Report]:
        shelf = Shelf(published=None, publisher=feed.publisher, on_renamed=self.say)
        for key, record in fresh.items():
            value = self._whole(feed, self._dated(record.value, state))
            try:
                yield shelf.report(replace(record, value={**value, "id": key, "publisher": feed.publisher}))
            except ValueError as error:
                self._told(InputError(f"{record.where}: {error}"))

    def _dated(self, value: Any, state: State) -> dict[str, Any]:
        """The entry with the day of this poll, where it has none and the last poll was shortly before: it came between the two."""
        now = self.clock.now()
        if value.get("published") or state.answered is None or now - state.answered > JUST_BEFORE:
            return dict(value)
        return {**value, "published": datetime.fromtimestamp(now, UTC).date().isoformat(), "published_basis": "polled"}

    def _whole(self, feed: Feed, value: dict[str, Any]) -> dict[str, Any]:
        """The entry with the text of its page, where pages are wanted and can be had."""
        if not feed.pages or not value.get("url"):
            return value
        try:
            page = next(iter(self._desk().inside(self.fetcher(value["url"]))), None)
        except InputError as error:
            self._told(error)
            return value
        if page is None:
            return value
        kept = {key: value[key] for key in ("published", "published_basis", "title", "byline", "agency") if value.get(key)}
        return {**page.value, **kept}

    def _desk(self) -> Desk:
        return desk_for(self._told, self.say, {})

    def _told(self, error: InputError) -> None:
        self.failed += 1
        self.say(str(error))


def _key(feed: Feed, record: Record) -> str:
    """What an entry is known by: its address, else its id in its feed."""
    url = record.value.get("url")
    return str(url) if url else f"{feed.url}#{record.value.get('id') or record.stem}"
