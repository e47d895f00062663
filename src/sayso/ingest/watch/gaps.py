"""What was expected of each publisher and what came: days on which reports are missing are seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from statistics import median

from sayso.ingest.watch.config import Config, Feed
from sayso.ingest.watch.ledger import Ledger, State

SHOWN = 7  # days
LEARNT = 28  # days from which the usual number is learnt
LEAST = 3  # whole days before it is
SHARE = 0.5  # of what is expected; with less, a day has a gap


@dataclass(frozen=True, slots=True)
class Standing:
    """How a publisher stands.

    `expected` are reports a day, None while not known; `came` what came on each day up to today; `gaps` on which of these too little came.
    Today has no gap before it is over. `trouble` is what is wrong now, in words.
    """

    publisher: str
    expected: float | None
    came: tuple[tuple[date, int], ...]
    gaps: tuple[date, ...]
    trouble: tuple[str, ...]


def standings(config: Config, ledger: Ledger, now: float) -> list[Standing]:
    """How each publisher stands, in the order of the configuration."""
    publishers = dict.fromkeys(feed.publisher for feed in config.feeds)
    return [_standing(name, [f for f in config.feeds if f.publisher == name], ledger, now) for name in publishers]


def _standing(publisher: str, feeds: list[Feed], ledger: Ledger, now: float) -> Standing:
    states = {feed.url: ledger.state(feed.url) for feed in feeds}
    counts = {date.fromisoformat(day): count for day, count in ledger.came(publisher).items()}
    today = _day(now)
    firsts = [state.first for state in states.values() if state.first is not None]
    begun = _day(min(firsts)) if firsts else today
    told = [feed.expect for feed in feeds if feed.expect is not None]
    expected = sum(told) if told else _learnt(counts, begun, today)
    days = [today - timedelta(days=back) for back in range(SHOWN - 1, -1, -1)]
    shown = tuple((day, counts.get(day, 0)) for day in days if day >= begun)
    # The first day is not whole, and today is not over.
    gaps = tuple(day for day, count in shown if begun < day < today and expected is not None and count < SHARE * expected)
    return Standing(publisher, expected, shown, gaps, tuple(_troubles(states)))


def _learnt(counts: Mapping[date, int], begun: date, today: date) -> float | None:
    """The middle of what came on the whole days before; days of silence count, as they may be usual."""
    whole = [today - timedelta(days=back) for back in range(1, LEARNT + 1)]
    known = [counts.get(day, 0) for day in whole if day > begun]
    return float(median(known)) if len(known) >= LEAST else None


def _troubles(states: Mapping[str, State]) -> list[str]:
    found = []
    for url, state in states.items():
        if state.failures:
            since = f"not answered since {_moment(state.answered)}" if state.answered else "never answered"
            found.append(f"{url} has {since} ({state.failures} {'try' if state.failures == 1 else 'tries'}): {state.trouble}")
        if state.missed:
            found.append(f"{url} was polled too late on {_moment(state.missed)}: entries may have come and gone before")
    return found


def _day(moment: float) -> date:
    return datetime.fromtimestamp(moment, UTC).date()


def _moment(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat(sep=" ", timespec="minutes").removesuffix("+00:00") + " UTC"
