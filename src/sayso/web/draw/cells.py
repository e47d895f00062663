"""Small parts that stand in every row of a list, as HTML: in a template each would be some macros, which cost ten times as much."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from markupsafe import Markup

from sayso.web.shown.rows import Named, Quote, Row, Speaking
from sayso.web.shown.spots import SpotRow
from sayso.web.shown.text import seen
from sayso.web.shown.ties import TieRow
from sayso.web.shown.voices import Count

STATUS = {"occurred": "●", "planned": "◇", "possible": "○", "denied": "⊘"}
STATE = {"accepted": "✓", "corrected": "✎", "added": "+", "kept": "⚓", "rejected": "✕"}
DOES = '<span class="arrow" aria-label="does">→</span>'
TO = '<span class="arrow" aria-label="to">→</span>'
CITES, AND = ' <span class="arrow" aria-label="cites">‹</span> ', " and "
WIDE = 72  # pixels of a bar of both sides
AND = '<span class="and">, </span>'
FEW, MANY = 64, 8192  # parts that are remembered: of those that are a dozen, and of names


@lru_cache(FEW)
def status(value: str) -> Markup:
    """Whether something is said to have happened, with a sign of its own."""
    return Markup(f'<span class="status {seen(value)}"><span aria-hidden="true">{STATUS.get(value, "·")}</span> {seen(value)}</span>')


def days(value: str) -> Markup:
    """A day or a stretch of days, which may be parted between its ends only."""
    return Markup(" to ".join(f"<time>{seen(one)}</time>" for one in (value or "undated").split(" to ")))


@lru_cache(FEW)
def state(value: str) -> Markup:
    """What became of an event by hand; nothing where nobody touched it."""
    if value == "coded":
        return Markup()
    return Markup(f'<span class="state"><span aria-hidden="true">{STATE.get(value, "·")}</span> {seen(value)}</span>')


def parties(listed: Iterable[Named], nobody: str = "—") -> Markup:
    """Actors, recipients or speakers by name, each with country and sectors."""
    return Markup(AND.join(_party(one.name, one.code) for one in listed) or f'<span class="nobody">{seen(nobody)}</span>')


@lru_cache(MANY)
def _party(name: str, code: str) -> str:
    told = f' <span class="code">{seen(code)}</span>' if code else ""
    return f'<span class="party"><bdi>{seen(name)}</bdi>{told}</span>'


def kind(event: Row) -> Markup:
    """What is done, in words and as a code."""
    return _kind(event.quad, event.does, event.type, event.mode)


@lru_cache(MANY)
def _kind(quad: int, does: str, kind: str, mode: str | None) -> Markup:
    more = f"/{seen(mode)}" if mode else ""
    return Markup(f'<span class="kind quad{quad}">{seen(does)}</span> <span class="code">{seen(kind)}{more}</span>')


def deed(event: Row) -> Markup:
    """Who does what to whom."""
    return Markup(f"{parties(event.actors)} {DOES} {kind(event)} {TO} {parties(event.recipients)}")


def passage(one: Quote) -> Markup:
    """A passage, with its trigger marked."""
    before, after = "… " if one.cut_before else "", " …" if one.cut_after else ""
    words = f'{before}{seen(one.before)}<mark class="hit">{seen(one.trigger)}</mark>{seen(one.after)}{after}'
    return Markup(f'<q class="quote" dir="auto">{words}</q>')


def voices(listed: Iterable[Speaking]) -> Markup:
    """On whose say-so, the outermost speaker first."""
    links = (f'{AND if one.beside else CITES}<span class="party"><bdi>{seen(one.name)}</bdi></span>' for one in listed)
    return Markup("".join(links).removeprefix(CITES) or '<span class="quiet">the report</span>')


def split(cooperation: int, conflict: int, events: int) -> str:
    """How many events are cooperative and how many hostile, as two bars in one."""
    friendly, hostile = round(WIDE * cooperation / (events or 1), 1), round(WIDE * conflict / (events or 1), 1)
    return (
        f'<svg class="split" width="{WIDE}" height="10" role="img" aria-label="{cooperation} cooperative, {conflict} hostile">'
        f'<rect class="up" width="{friendly}" height="10"/><rect class="down" x="{friendly}" width="{hostile}" height="10"/></svg>'
    )


def bar(events: int, most: int) -> Markup:
    """A number of events as a bar, beside the most that there are."""
    width = round(80 * events / (most or 1), 1)
    return Markup(f'<svg class="share" width="80" height="10" aria-hidden="true"><rect width="{width}" height="10"/></svg>')


def numbers(counts: Sequence[Count], most: int = 4) -> Markup:
    """The commonest values, each with its number of events, and how many values there are more."""
    told = ", ".join(f'<span class="count">{seen(one.name)} <b>{one.events:,}</b></span>' for one in counts[:most])
    more = f' <span class="quiet">and {len(counts) - most} more</span>' if len(counts) > most else ""
    return Markup(told + more)


def figures(one: TieRow | SpotRow) -> str:
    """Passages, happenings and texts, each as a cell."""
    return f'<td class="number">{one.events:,}</td><td class="number">{one.incidents:,}</td><td class="number">{one.reports:,}</td>'


def count(number: int, noun: str) -> Markup:
    """A number of things: 1 event, 2,000 events."""
    return Markup(f"{number:,} {seen(noun)}{'' if number == 1 else 's'}")
