"""The reports that a command was given, wherever they lie: files, folders, archives, addresses."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import typer

from sayso.cli.options import day_of
from sayso.cli.tally import Tally
from sayso.ingest import expected, read
from sayso.ingest.reader import Fetch, Input
from sayso.model import Report
from sayso.settings import Settings

KEYS = ("text", "id", "published", "published:dmy", "published:mdy", "publisher", "title", "url", "language", "byline", "agency")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What the user gave, and what holds for reports that don't say it themselves."""

    paths: list[str]
    published: str | None = None
    publisher: str | None = None
    columns: Sequence[str] = ()
    allow_private: bool = False

    @property
    def told(self) -> dict[str, object]:
        """What holds for all reports, as a receipt has it."""
        return {"published": self.published, "publisher": self.publisher, "columns": columns_of(self.columns)}

    def expected(self) -> int | None:
        """How many reports there seem to be; None where that can't be known cheaply."""
        return expected(self.paths)

    def readable(self, tally: Tally) -> Iterator[Report]:
        """The reports that can be coded."""
        return tally.readable(self.read(tally))

    def read(self, tally: Tally) -> Iterator[Report]:
        """All reports; what can't be read is told and counted by the tally."""
        return read(
            self.paths,
            published=day_of(self.published),
            publisher=self.publisher,
            columns=columns_of(self.columns),
            on_failure=tally.failure,
            on_notice=tally.notice,
            on_renamed=tally.renaming,
            fetch=self._fetch(tally.notice),
        )

    def _fetch(self, on_notice: Callable[[str], None]) -> Fetch:
        """What gets pages; made, and its libraries loaded, when the first one is asked for."""
        made: list[Fetch] = []

        def fetch(address: str) -> Input:
            if not made:
                from sayso.ingest.fetch import fetcher

                cache = Settings.from_environment(os.environ).cache / "pages"
                made.append(fetcher(cache, on_notice=on_notice, allow_private=self.allow_private))
            return made[0](address)

        return fetch


@dataclass(frozen=True, slots=True)
class Stored:
    """The reports of a database that were not coded yet."""

    db: str

    def expected(self) -> int | None:
        """How many there are."""
        from sayso.store import View

        with View(self.db) as view:
            return int(view.sql("SELECT count(*) FROM reports WHERE coded = ''").rows[0][0])

    @property
    def paths(self) -> list[str]:
        """No files."""
        return []

    @property
    def told(self) -> dict[str, object]:
        """Where they come from, as a receipt has it."""
        from sayso.store.schema.connect import address, shown

        return {"database": shown(address(self.db))}

    def read(self, _tally: Tally) -> Iterator[Report]:
        """All of them, those that can't be coded too."""
        from sayso.store import View

        with View(self.db) as view:
            yield from view.uncoded()


def columns_of(told: Sequence[str]) -> dict[str, str]:
    """The user's names for the contract's keys, out of `text=Body,published=Date`; a usage error where it is no such list."""
    pairs = [pair.partition("=") for one in told for pair in one.split(",") if pair.strip()]
    for key, _, name in pairs:
        if key.strip() not in KEYS or not name.strip():
            raise typer.BadParameter(f"write KEY=NAME with one of the keys {', '.join(KEYS)}", param_hint="--columns")
    return {key.strip(): name.strip() for key, _, name in pairs}
