"""Templates: how pages are drawn, and what all of them know."""

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pydantic_core import to_json
from starlette.responses import HTMLResponse

from sayso.store.found.snapshot import NAMED, now, since
from sayso.web.asked.ask import FIELDS, LABELS, Asked, written
from sayso.web.draw import asking, cells, lines
from sayso.web.draw.nav import ENTRIES, FIRST_FACETS
from sayso.web.shown.text import bare, seen
from sayso.web.state import frozen

FOLDER = Path(__file__).parents[1] / "templates"
CELLS = ("days", "status", "state", "parties", "kind", "deed", "count", "bar", "numbers")
ROWS = (
    "event_rows",
    "tie_rows",
    "pair_rows",
    "actor_rows",
    "spot_rows",
    "voice_rows",
    "citing_rows",
    "period_bars",
    "value_rows",
    "number_rows",
)
FORM = ("search", "hidden", "choice")


def templates() -> Environment:
    """The templates; all that they print is escaped, and what they don't know is an error."""
    found = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # else each page asks for the time of its files
    )
    found.filters["seen"] = seen
    found.filters["tojson"] = embedded
    found.filters["bare"] = bare
    found.filters["thousands"] = lambda number: f"{number:,}"
    found.globals |= {name: getattr(room, name) for room, names in ((cells, CELLS), (lines, ROWS), (asking, FORM)) for name in names}
    return found


def embedded(value: Any) -> Markup:
    """Data as JSON that can stand within a page: parts of what is shown, or lists and dictionaries of them."""
    told = to_json(value).decode()
    return Markup(told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("'", "\\u0027"))


def _present(request: Request) -> str:
    """The query of the same view as it is now."""
    return written({name: request.query_params.getlist(name) for name in request.query_params if name != "snapshot"})


def drawn(request: Request, template: str, told: Mapping[str, Any], *, status: int = 200) -> HTMLResponse:
    """A page.

    Besides what it is told, a template knows `here` (the path), `query`, `nav`, `carried` (the filter), `user`, `form_token` (which every
    form must carry) and `db`.
    """
    asked, state = told.get("asked"), request.app.state
    user = getattr(request.state, "user", None)
    known = {
        "here": request.url.path,
        "query": request.url.query,
        "nav": [one for one in ENTRIES if one.path in state.paths and one.open_to(user)],
        "carried": asked.carried() if isinstance(asked, Asked) else "",
        "user": user,
        "accounts": getattr(request.state, "accounts", False),
        "form_token": getattr(request.state, "form_token", None) or "",
        "db": state.desk.db,
        "formats": (),
        "layout": "base.html",
        "citable": frozen.can_be(request.url.path),
        "still": False,
        "since": None,
        "snapshot": lambda: state.desk.view.ask(now),
        "LABELS": LABELS,
        "FIELDS": FIELDS,
        "paths": state.paths,
        "first_facets": FIRST_FACETS,
    }
    snapshot = request.query_params.get("snapshot", "")
    past = status == HTTPStatus.OK and NAMED.fullmatch(snapshot) and frozen.can_be(request.url.path)
    if past:
        known |= {
            "since": state.desk.view.ask(since(snapshot)),
            "present": _present(request),
            "snapshot": lambda: snapshot,
            "user": frozen.reader(known["user"]),
        }
    page = state.desk.templates.get_template(template).render(**{**known, **told})
    return HTMLResponse(frozen.led(page, snapshot) if past else page, status)
