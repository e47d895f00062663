"""Small parts that stand in every row of a list, as HTML: in a template each would be some macros, which cost ten times as much."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from sayso.web.rows import Named, Quote, Row
from sayso.web.spots import SpotRow
from sayso.web.text import seen
from sayso.web.ties import TieRow
from sayso.web.voices import Count

STATUS = {"occurred": "●", "planned": "◇", "possible": "○", "denied": "⊘"}
STATE = {"accepted": "✓", "corrected": "✎", "added": "+", "kept": "⚓", "rejected": "✕"}
DOES = '<span class="arrow" aria-label="does">→</span>'
TO = '<span class="arrow" aria-label="to">→</span>'
WIDE = 72  # pixels of a bar of both sides
AND = '<span class="and">, </span>'


def status(value: str) -> Markup:
    """Whether something is said to have happened, with a sign of its own."""
    return Markup(f'<span class="status {seen(value)}"><span aria-hidden="true">{STATUS.get(value, "·")}</span> {seen(value)}</span>')


def state(value: str) -> Markup:
    """What became of an event by hand; nothing where nobody touched it."""
    if value == "coded":
        return Markup()
    return Markup(f'<span class="state"><span aria-hidden="true">{STATE.get(value, "·")}</span> {seen(value)}</span>')


def parties(listed: Iterable[Named], nobody: str = "—") -> Markup:
    """Actors, recipients or speakers by name, each with country and sectors."""
    return Markup(AND.join(map(_party, listed)) or f'<span class="nobody">{seen(nobody)}</span>')


def _party(one: Named) -> str:
    code = one.code
    told = f' <span class="code">{seen(code)}</span>' if code else ""
    return f'<span class="party"><bdi>{seen(one.name)}</bdi>{told}</span>'


def kind(event: Row) -> Markup:
    """What is done, in words and as a code."""
    mode = f"/{seen(event.mode)}" if event.mode else ""
    return Markup(f'<span class="kind quad{event.quad}">{seen(event.does)}</span> <span class="code">{seen(event.type)}{mode}</span>')


def deed(event: Row) -> Markup:
    """Who does what to whom."""
    return Markup(f"{parties(event.actors)} {DOES} {kind(event)} {TO} {parties(event.recipients)}")


def quote(one: Quote) -> Markup:
    """A passage, with its trigger marked."""
    before, after = "… " if one.cut_before else "", " …" if one.cut_after else ""
    words = f'{before}{seen(one.before)}<mark class="hit">{seen(one.trigger)}</mark>{seen(one.after)}{after}'
    return Markup(f'<q class="quote" dir="auto">{words}</q>')


def voices(listed: Iterable[Named]) -> Markup:
    """On whose say-so, the nearest speaker first."""
    chain = ' <span class="arrow" aria-label="cites">‹</span> '.join(
        f'<span class="party"><bdi>{seen(one.name)}</bdi></span>' for one in listed
    )
    return Markup(chain or '<span class="quiet">the report</span>')


def split(cooperation: int, conflict: int, events: int) -> Markup:
    """How many events are cooperative and how many hostile, as two bars in one."""
    friendly, hostile = (round(WIDE * part / (events or 1), 1) for part in (cooperation, conflict))
    return Markup(
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


def tie(one: TieRow, link: str) -> Markup:
    """The row of what one actor did to another."""
    names = f"<bdi>{seen(one.actor_name)}</bdi> → <bdi>{seen(one.recipient_name)}</bdi>"
    return Markup(
        f'<tr><th scope="row"><a href="{escape(link)}">{names}</a></th>{_figures(one)}'
        f'<td>{split(one.cooperation, one.conflict, one.events)}</td><td class="number">{one.score:+.1f}</td></tr>'
    )


def spot(one: SpotRow, link: str) -> Markup:
    """The row of a place."""
    name = f'<a href="{escape(link)}"><bdi>{seen(one.place)}</bdi></a> <abbr class="code">{seen(one.country)}</abbr>'
    return Markup(
        f'<tr><th scope="row">{name}</th><td>a {seen(one.precision)}</td>{_figures(one)}'
        f"<td>{split(one.cooperation, one.conflict, one.events)}</td></tr>"
    )


def _figures(one: TieRow | SpotRow) -> str:
    return "".join(f'<td class="number">{number:,}</td>' for number in (one.events, one.incidents, one.reports))


def count(number: int, noun: str) -> Markup:
    """A number of things: 1 event, 2,000 events."""
    return Markup(f"{number:,} {seen(noun)}{'' if number == 1 else 's'}")
