"""Events laid out for reading: who does what to whom, then the particulars, then the evidence."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.cli.marks import KEY, marked
from sayso.cli.terminal import drawn, indented, safe
from sayso.model import AnnotatedReport, Event, Party, Quantity, Report, When, told_days

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

TYPE_STYLES = {1: "bold green", 2: "bold cyan", 3: "bold yellow", 4: "bold red"}  # by quad: from material help to material harm
STATUS_STYLES = {"occurred": "", "planned": "blue", "possible": "yellow", "denied": "red"}
COMMONEST = 8
OF_UNITS = ("money", "other")  # the rest count people, which their kind says
Piece = tuple[str, str]
IncidentOf = Callable[[Event], tuple[str | None, int | None] | None]


def table(annotated: Iterable[AnnotatedReport], console: "Console", incident_of: IncidentOf = lambda _: None) -> Iterator[str]:
    """One block of text a report, or a stretch of its events, then a summary; in colours where the console has them.

    `incident_of` gives, for events of a database, the incident and the number of independent origins that tell of it.
    """
    types: Counter[str] = Counter()
    reports: set[tuple[str, str | None]] = set()
    for one in annotated:
        if not reports:
            yield drawn(console, [_key()])
        reports.add((one.report.id, one.report.publisher))
        types.update(event.type for event in one.events)
        yield drawn(console, block(one, incident_of))
    yield drawn(console, [_summary(len(reports), types)])


def block(one: AnnotatedReport, incident_of: IncidentOf = lambda _: None) -> "list[RenderableType]":
    """A report's header and its events; offsets and pattern ids are left to JSONL and `explain`."""
    from rich.text import Text

    parts: list[RenderableType] = [_header(one.report, len(one.events))]
    for event in one.events:
        parts += [Text(), indented(_deed(event), 2), indented(_particulars(event), 4), indented(marked(event), 4)]
        parts += [indented(_known_as(event, *incident), 4)] if (incident := incident_of(event)) else []
    return [*parts, Text()]


def _key() -> "Text":
    from rich.text import Text

    return Text(KEY + "\n", "dim")


def _header(report: Report, events: int) -> "Text":
    published = report.published.isoformat() if report.published else None
    rest = [safe(part) for part in (published, report.publisher, report.title) if part]
    count = "no events" if not events else f"{events} event{'' if events == 1 else 's'}"
    return _line([("── ", "dim"), (safe(report.id), "bold"), (" · ".join(["", *rest, count]), "dim")])


def _deed(event: Event) -> "Text":
    """Who → TYPE/mode → whom."""
    mode = f"/{event.mode}" if event.mode else ""
    arrow = (" → ", "dim")
    style = TYPE_STYLES.get(event.quad, "bold")
    return _line([*_parties(event.actors), arrow, (event.type, style), (mode, style), arrow, *_parties(event.recipients)])


def _parties(parties: tuple[Party, ...]) -> list[Piece]:
    """Names with what is known of them: `Vladimir Putin (RUS GOV)`."""
    pieces: list[Piece] = []
    for party in parties:
        known = " ".join([*([party.country] if party.country else []), *party.sectors])
        pieces += [(", ", "")] if pieces else []
        pieces += [(safe(party.name), "bold" if party.identified else ""), (f" ({known})" if known else "", "dim")]
    return pieces or [("—", "dim")]


def _particulars(event: Event) -> "Text":
    """Status, on whose say-so, when, where, how many."""
    says = safe(event.chain())
    place = event.place
    parts: list[Piece] = [(event.status, STATUS_STYLES[event.status])]
    parts += [(f"says {says}", "magenta")] if says else []
    parts += [(_when(event.time), "")] if event.time and (event.time.start or event.time.text) else []
    parts += [("in " + safe(", ".join(filter(None, [place.name, place.country]))), "")] if place else []
    parts += [(_quantity(quantity), "") for quantity in event.quantities]
    pieces = [piece for part in parts for piece in ((" · ", "dim"), part)]
    return _line(pieces[1:])


def _known_as(event: Event, incident: str | None, origins: int | None) -> "Text":
    """What a database knows an event by: `event 1d2e, incident 3f9c, told by 2 independent origins`."""
    told = f", told by {origins} independent origin{'' if origins == 1 else 's'}" if origins else ""
    found = [(", incident ", "dim"), (safe(incident), ""), (told, "" if (origins or 0) > 1 else "dim")] if incident else []
    return _line([("event ", "dim"), (safe(event.id), ""), *found])


def _when(time: When) -> str:
    told = safe(time.text) if time.text and not time.start else told_days(time.start, time.end)
    return f"{told} ({time.basis})"


def _quantity(quantity: Quantity) -> str:
    """`11 deaths`, `11 to 14 deaths`, `at least 11 deaths`, `5,000,000 USD`."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return f"{quantity.kind}: {safe(quantity.text)}"
    if low is not None and high is not None:
        amount = number(low) if low == high else f"{number(low)} to {number(high)}"
    else:
        amount = f"at most {number(high)}" if low is None and high is not None else f"at least {number(low or 0)}"
    return f"{amount} {safe(quantity.unit) if quantity.unit and quantity.kind in OF_UNITS else quantity.kind}"


def number(value: float) -> str:
    """The number with all its digits, thousands apart."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def _summary(reports: int, types: Counter[str]) -> "Text":
    """`3 events in 2 reports: CONSULT 2, AID 1`."""
    total = types.total()
    told = f"{total:,} event{'' if total == 1 else 's'} in {reports:,} report{'' if reports == 1 else 's'}"
    ranked = sorted(types.items(), key=lambda item: (-item[1], item[0]))
    common = ", ".join(f"{name} {count}" for name, count in ranked[:COMMONEST]) + (", ..." if len(ranked) > COMMONEST else "")
    return _line([(told, "bold"), (f": {common}" if common else "", "")])


def _line(pieces: Iterable[Piece]) -> "Text":
    from rich.text import Text

    return Text.assemble(*((text, style) for text, style in pieces if text))
