"""Rows of tables as HTML: of some a page has hundreds, and a template would spend ten times as long on each as a function does."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from markupsafe import Markup, escape

from sayso.web.asked.ask import Asked, quoted
from sayso.web.draw.cells import bar, count, days, deed, figures, numbers, passage, split, state, status, voices
from sayso.web.shown.rows import Row
from sayso.web.shown.shares import Period, Value
from sayso.web.shown.spots import SpotRow
from sayso.web.shown.text import seen
from sayso.web.shown.ties import NodeRow, TieRow
from sayso.web.shown.voices import VoiceRow

PUBLISHED = '<abbr class="code" title="no day is told: that of publication">pub.</abbr>'
FIRST, SECOND = "\0a", "\0b"  # which nobody can ask for, and what becomes of them in an address
AT_FIRST, AT_SECOND = quoted(FIRST), quoted(SECOND)
CONTESTED = ' <span class="contested"><span aria-hidden="true">≠</span> contested</span>'


def event_rows(events: Iterable[Row]) -> Markup:
    """Events: when, who does what to whom, whether, on whose say-so, where, and who tells it."""
    return Markup("".join(map(_event, events)))


def _event(one: Row) -> str:
    basis = PUBLISHED if one.time_basis == "published" else ""
    place = f"<bdi>{seen(one.place)}</bdi>" if one.place else ""
    country = f' <span class="code">{seen(one.place_country)}</span>' if one.place and one.place_country else ""
    return (
        f'<tr data-item>\n<td class="day">{days(one.days)}{basis}</td>\n'
        f'<td class="deed"><a class="open" href="/event/{quote(one.id)}?report={escape(one.report_key)}">{deed(one)}</a>\n'
        f"<div>{passage(one.quote)}</div></td>\n"
        f'<td class="whether">{status(one.status)} {state(one.state)}</td>\n'
        f'<td class="says">{voices(one.says)}</td>\n<td class="where">{place}{country}</td>\n'
        f'<td class="publisher">{_publisher(one)}</td>\n</tr>\n'
    )


def _publisher(one: Row) -> str:
    published = f' <span class="code">{escape(one.published)}</span>' if one.published and one.published != one.day else ""
    named = f"<bdi>{seen(one.publisher or 'unnamed publisher')}</bdi>{published}"
    if not one.incident:
        return named
    contested = CONTESTED if one.contested else ""
    return f'{named}<div><a href="/incident/{quote(one.incident)}">told by {count(one.origins or 1, "origin")}{contested}</a></div>'


def tie_rows(ties: Iterable[TieRow], asked: Asked) -> Markup:
    """What actors did to others."""
    link = str(escape(asked.carried(actor=[FIRST], recipient=[SECOND])))  # one for all rows, with places for two actors
    return Markup("".join(_tie(one, link.replace(AT_FIRST, quoted(one.actor)).replace(AT_SECOND, quoted(one.recipient))) for one in ties))


def _tie(one: TieRow, query: str) -> str:
    names = f"<bdi>{seen(one.actor_name)}</bdi> → <bdi>{seen(one.recipient_name)}</bdi>"
    return (
        f'<tr><th scope="row"><a href="/dyads{query}">{names}</a></th>{figures(one)}'
        f'<td>{split(one.cooperation, one.conflict, one.events)}</td><td class="number">{one.score:+.1f}</td></tr>\n'
    )


def pair_rows(ties: Sequence[TieRow], asked: Asked) -> Markup:
    """The same for a choice among pairs, with a bar beside the number of events."""
    return Markup("".join(_pair(one, asked.query(actor=[one.actor], recipient=[one.recipient]), ties[0].events) for one in ties))


def _pair(one: TieRow, query: str, most: int) -> str:
    return (
        f'<tr><th scope="row"><a href="/dyads{escape(query)}">{seen(one.actor_name)} → {seen(one.recipient_name)}</a></th>'
        f'<td class="number">{one.events:,}</td><td>{bar(one.events, most)}</td>'
        f'<td class="number">{one.incidents:,}</td><td class="number">{one.reports:,}</td>'
        f'<td>{split(one.cooperation, one.conflict, one.events)}</td><td class="number">{one.score:+.1f}</td></tr>\n'
    )


def actor_rows(actors: Iterable[NodeRow], asked: Asked, page: str) -> Markup:
    """Actors of a network: how much each did, and how much was done to it."""
    link = escape(page)
    return Markup("".join(_actor(one, asked.query(ego=one.key), link) for one in actors))


def _actor(one: NodeRow, around: str, page: str) -> str:
    return (
        f'<tr><th scope="row"><a href="{page}{quote(one.key)}"><bdi>{seen(one.name)}</bdi></a> '
        f'<abbr class="code">{seen(one.key)}</abbr></th><td class="number">{one.acted:,}</td><td class="number">{one.received:,}</td>'
        f'<td><a href="/actors{escape(around)}" aria-label="Around {seen(one.name)}">around</a></td></tr>\n'
    )


def spot_rows(spots: Iterable[SpotRow], events: str) -> Markup:
    """Places; `events` is where the events of one are listed, but for its name."""
    link = escape(events)
    return Markup("".join(_spot(one, link) for one in spots))


def _spot(one: SpotRow, events: str) -> str:
    name = f'<a href="{events}{quote(one.place)}"><bdi>{seen(one.place)}</bdi></a> <abbr class="code">{seen(one.country)}</abbr>'
    return (
        f'<tr><th scope="row">{name}</th><td>a {seen(one.precision)}</td>{figures(one)}'
        f"<td>{split(one.cooperation, one.conflict, one.events)}</td></tr>\n"
    )


def voice_rows(voices: Sequence[VoiceRow], asked: Asked, cited: int) -> Markup:
    """Speakers, and what rests on them; `cited` is how often somebody is cited."""
    query = asked.carried(says=None)
    others = escape(f"/actor{query}{'&' if query else '?'}who=")
    return Markup("".join(_voice(one, asked, others, cited, voices[0].events) for one in voices))


def _voice(one: VoiceRow, asked: Asked, others: str, cited: int, most: int) -> str:
    known = f' <abbr class="code">{escape(one.country)}</abbr>' if one.country else ""
    if one.entity:
        known = f' <a href="{others}{quote(one.entity)}"><abbr class="code">{seen(one.entity)}</abbr></a>'
    return (
        f'<tr><th scope="row"><a href="/events{escape(asked.carried(says=[one.name]))}"><bdi>{seen(one.name)}</bdi></a>{known}</th>'
        f'<td class="number">{one.events:,}</td><td>{bar(one.events, most)}</td>'
        f'<td class="number">{100 * one.events / cited:.1f} %</td>'
        f'<td class="number">{one.reports:,}</td><td class="number">{one.publishers:,}</td>'
        f"<td>{numbers(one.types)}</td><td>{numbers(one.statuses)}</td><td>{numbers(one.kinds)}</td></tr>\n"
    )


def citing_rows(voices: Sequence[VoiceRow], asked: Asked) -> Markup:
    """The same of a dyad's speakers, in fewer columns."""
    return Markup("".join(_citing(one, asked.carried(says=[one.name])) for one in voices))


def _citing(one: VoiceRow, query: str) -> str:
    country = f' <abbr class="code">{escape(one.country)}</abbr>' if one.country else ""
    return (
        f'<tr><th scope="row"><a href="/events{escape(query)}"><bdi>{seen(one.name)}</bdi></a>{country}</th>'
        f'<td class="number">{one.events:,}</td><td class="number">{one.reports:,}</td>'
        f"<td>{numbers(one.types)}</td><td>{numbers(one.statuses)}</td></tr>\n"
    )


def period_bars(periods: Iterable[Period]) -> Markup:
    """Periods of a time line, each a bar with a link."""
    return Markup("".join(map(_period, periods)))


def _period(one: Period) -> str:
    told, height = f"{escape(one.start)}: {count(one.events, 'event')}", 100 * one.share
    return (
        f'<li><a href="/events{escape(one.query)}" data-start="{escape(one.start)}" title="{told}">'
        '<svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect x="0" width="9" y="{100 - height}" height="{height}"/></svg><span class="hidden">{told}</span></a></li>'
    )


def value_rows(values: Iterable[Value]) -> Markup:
    """Values of a facet, each with a link that asks for it."""
    return Markup("".join(map(_value, values)))


def _value(one: Value) -> str:
    chosen = ' aria-current="true"' if one.chosen else ""
    return (
        f'<li><a href="/events{escape(one.query)}"{chosen}><span class="told"><bdi>{seen(one.label)}</bdi></span> '
        f'<span class="number">{one.events:,}</span>'
        f'<svg class="bar" aria-hidden="true"><rect width="{100 * one.share:.1f}%" height="100%"/></svg></a></li>\n'
    )


def number_rows(names: Iterable[str], columns: Sequence[Sequence[int]]) -> Markup:
    """Numbers by name (a period), in columns; a row of noughts is left out."""
    rows = zip(names, zip(*columns, strict=True), strict=True)
    return Markup("".join(_numbers(name, values) for name, values in rows if any(values)))


def _numbers(name: str, values: Iterable[int]) -> str:
    cells = "".join(f'<td class="number">{value:,}</td>' for value in values)
    return f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>\n'
