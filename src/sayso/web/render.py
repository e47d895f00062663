"""Templates: how pages are drawn, and what all of them know."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from sayso.store.snapshot import Since, Snapshot, since
from sayso.web import cells
from sayso.web.ask import FIELDS, LABELS, Asked
from sayso.web.nav import ENTRIES, FIRST_FACETS
from sayso.web.text import bare, seen

FOLDER = Path(__file__).parent / "templates"
CELLS = ("status", "state", "parties", "kind", "deed", "quote", "voices", "count")


def templates() -> Environment:
    """The templates; all that they print is escaped, and what they don't know is an error."""
    found = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    found.filters["seen"] = seen
    found.filters["drawn"] = lambda shown: shown.model_dump(mode="json")
    found.filters["bare"] = bare
    found.filters["thousands"] = lambda number: f"{number:,}"
    found.globals |= {name: getattr(cells, name) for name in CELLS}
    return found


def drawn(request: Request, template: str, told: Mapping[str, Any], *, status: int = 200) -> HTMLResponse:
    """A page.

    Besides what it is told, a template knows `here` (the path), `query`, `nav`, `carried` (the filter), `user`, `form_token` (which every
    form must carry) and `db`.
    """
    asked, state = told.get("asked"), request.app.state
    known = {
        "here": request.url.path,
        "query": request.url.query,
        "nav": [one for one in ENTRIES if one.path in state.paths],
        "carried": asked.carried() if isinstance(asked, Asked) else "",
        "user": getattr(request.state, "user", None),
        "accounts": getattr(request.state, "accounts", False),
        "form_token": getattr(request.state, "form_token", None) or "",
        "db": state.desk.db,
        "formats": (),
        "layout": "base.html",
        "still": False,
        "since": _since(request, told.get("asked")),
        "LABELS": LABELS,
        "FIELDS": FIELDS,
        "paths": state.paths,
        "first_facets": FIRST_FACETS,
    }
    return HTMLResponse(state.desk.templates.get_template(template).render(**{**known, **told}), status)


def _since(request: Request, asked: object) -> Since | None:
    """What has happened since the snapshot that was asked for."""
    snapshot = getattr(asked, "snapshot", None)
    found: Since | None = request.app.state.desk.view.ask(since(Snapshot.of(snapshot))) if snapshot else None
    return found
