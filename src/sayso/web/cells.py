"""Small parts that stand in every row of a list, as HTML: in a template each would be some macros, which cost ten times as much."""

from typing import TYPE_CHECKING

from markupsafe import Markup

from sayso.web.text import seen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.web.rows import Named, Quote, Row

STATUS = {"occurred": "●", "planned": "◇", "possible": "○", "denied": "⊘"}
STATE = {"accepted": "✓", "corrected": "✎", "added": "+", "kept": "⚓", "rejected": "✕"}
DOES = '<span class="arrow" aria-label="does">→</span>'
TO = '<span class="arrow" aria-label="to">→</span>'
AND = '<span class="and">, </span>'


def status(value: str) -> Markup:
    """Whether something is said to have happened, with a sign of its own."""
    return Markup(f'<span class="status {seen(value)}"><span aria-hidden="true">{STATUS.get(value, "·")}</span> {seen(value)}</span>')


def state(value: str) -> Markup:
    """What became of an event by hand; nothing where nobody touched it."""
    if value == "coded":
        return Markup()
    return Markup(f'<span class="state"><span aria-hidden="true">{STATE.get(value, "·")}</span> {seen(value)}</span>')


def parties(listed: "Iterable[Named]", nobody: str = "—") -> Markup:
    """Actors, recipients or speakers by name, each with country and sectors."""
    return Markup(AND.join(map(_party, listed)) or f'<span class="nobody">{seen(nobody)}</span>')


def _party(one: "Named") -> str:
    code = one.code
    told = f' <span class="code">{seen(code)}</span>' if code else ""
    return f'<span class="party"><bdi>{seen(one.name)}</bdi>{told}</span>'


def kind(event: "Row") -> Markup:
    """What is done, in words and as a code."""
    mode = f"/{seen(event.mode)}" if event.mode else ""
    return Markup(f'<span class="kind quad{event.quad}">{seen(event.does)}</span> <span class="code">{seen(event.type)}{mode}</span>')


def deed(event: "Row") -> Markup:
    """Who does what to whom."""
    return Markup(f"{parties(event.actors)} {DOES} {kind(event)} {TO} {parties(event.recipients)}")


def quote(one: "Quote") -> Markup:
    """A passage, with its trigger marked."""
    before, after = "… " if one.cut_before else "", " …" if one.cut_after else ""
    words = f'{before}{seen(one.before)}<mark class="hit">{seen(one.trigger)}</mark>{seen(one.after)}{after}'
    return Markup(f'<q class="quote" dir="auto">{words}</q>')


def voices(listed: "Iterable[Named]") -> Markup:
    """On whose say-so, the nearest speaker first."""
    chain = ' <span class="arrow" aria-label="cites">‹</span> '.join(
        f'<span class="party"><bdi>{seen(one.name)}</bdi></span>' for one in listed
    )
    return Markup(chain or '<span class="quiet">the report</span>')


def count(number: int, noun: str) -> Markup:
    """A number of things: 1 event, 2,000 events."""
    return Markup(f"{number:,} {seen(noun)}{'' if number == 1 else 's'}")
