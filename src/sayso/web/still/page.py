"""One file with the desk's views for a selection: no server, and no request to anywhere."""

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pydantic import ValidationError

from sayso.errors import StoreError
from sayso.web.asked.ask import LABELS, Asked, Paged
from sayso.web.pages.actors import Acting, actors
from sayso.web.pages.dyads import Between, dyads
from sayso.web.pages.events import events
from sayso.web.pages.places import places
from sayso.web.pages.says import Saying, says
from sayso.web.shown.shape import Shown
from sayso.web.state.desk import Desk
from sayso.web.still.incidents import incidents
from sayso.web.still.markup import stilled
from sayso.web.still.modules import joined

STATIC = Path(__file__).parents[1] / "static"
SHEETS = ("desk.css", "drawings.css")
LARGEST = 10  # megabytes
ROWS = 500  # events

View = Callable[[Any, Desk], Shown]
# A section's address, heading and template, what its address may ask for, and what answers.
SECTIONS: Mapping[str, tuple[str, str, type[Asked], View]] = {
    "events": ("Events", "still_events.html", Paged, events),
    "incidents": ("Incidents", "still_incidents.html", Paged, incidents),
    "dyads": ("Dyads", "dyads.html", Between, dyads),
    "actors": ("Actors", "actors.html", Acting, actors),
    "map": ("Map", "map.html", Asked, places),
    "says": ("On whose say-so", "says.html", Saying, says),
}


def still(
    desk: Desk,
    given: Mapping[str, Sequence[str]],
    *,
    title: str,
    sections: Sequence[str] = tuple(SECTIONS),
    rows: int = ROWS,
    largest: int = LARGEST,
) -> str:
    """The views for what a query string asks for (its fields, each with its values), as HTML.

    `rows` bounds the events listed, `largest` the size in megabytes.

    Raises:
        ValueError: the query asks for what can't be asked.
        StoreError: the page is too large; the message says what to do.
    """
    asked = {name: _asked(SECTIONS[name][2], {**given, "limit": [str(rows)]}) for name in sections}
    shown = {name: SECTIONS[name][3](asked[name], desk) for name in sections}
    events_at = _places(shown.get("events"))
    at = {**events_at, **_incidents(shown.get("incidents"))}
    parts = [
        (
            name,
            SECTIONS[name][0],
            Markup(stilled(_drawn(desk, name, asked[name], shown[name]), at, anchors=set(events_at.values()) if name == "events" else ())),
        )
        for name in sections
    ]
    style = "\n".join((STATIC / sheet).read_text("utf-8") for sheet in SHEETS)
    script = joined(STATIC / "still.js")
    page = desk.templates.get_template("still.html").render(
        title=title,
        parts=parts,
        conditions=[(LABELS[field], value) for field, value, _ in Asked(**_of(Asked, given)).conditions()],
        db=desk.db,
        today=desk.today(),
        policy=_policy(style, script),
        style=Markup(style),
        script=Markup(script),
        countries=Markup((STATIC / "vendor" / "countries.json").read_text("utf-8")) if "map" in sections else None,
    )
    if (size := len(page.encode()) / 1e6) > largest:
        raise StoreError(
            f"the page would have {size:,.1f} MB, and {largest} are the most; ask for fewer events (--limit), fewer views (--views), "
            "a narrower selection, or allow more (--max-size)"
        )
    return page


def _asked(shape: type[Asked], given: Mapping[str, Sequence[str]]) -> Asked:
    """What a view is asked: of what is given, the fields that it has.

    Raises:
        ValueError: no view has such a field, or it can't have such a value.
    """
    known = {field for _, _, model, _ in SECTIONS.values() for field in model.model_fields}
    if unknown := sorted(set(given) - known):
        raise ValueError(f"nothing can be asked by {', '.join(unknown)}; there are {', '.join(sorted(known))}")
    try:
        return shape.model_validate(_of(shape, given))
    except ValidationError as error:
        first = error.errors()[0]
        raise ValueError(f"{'.'.join(map(str, first['loc'])) or 'the selection'}: {first['msg'].removeprefix('Value error, ')}") from error


def _of(shape: type[Asked], given: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    fields = shape.model_fields
    return {
        name: list(values) if isinstance(fields[name].default, list) else values[-1]
        for name, values in given.items()
        if name in fields and values
    }


def _drawn(desk: Desk, name: str, asked: Asked, shown: Shown) -> str:
    """A view's own part of its page."""
    known = {"layout": "bare.html", "still": True, "here": f"/{name}", "LABELS": LABELS, "paths": (), "db": desk.db}
    return desk.templates.get_template(SECTIONS[name][1]).render(**known, asked=asked, shown=shown, desk=desk)


def _places(shown: Any) -> dict[str, str]:
    """Where in the file the events are, by their addresses in the desk."""
    found = shown.events if shown else []
    return {f"/event/{one.id}?report={one.report_key}": f"event-{n}" for n, one in enumerate(found, 1)}


def _incidents(shown: Any) -> dict[str, str]:
    """Where in the file the incidents are."""
    found = shown.incidents if shown else []
    return {f"/incident/{one.line.id}": f"incident-{one.line.id}" for one in found}


def _policy(style: str, script: str) -> str:
    """What the browser may do with the file: run and apply what stands in it, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
