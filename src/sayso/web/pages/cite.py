"""How to cite what a view shows: the words of a citation, and an address that shows the same whatever comes later."""

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, HTTPException, Query, Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from sayso.store.found.intake import runs
from sayso.store.found.snapshot import now, since
from sayso.web.asked.ask import Then
from sayso.web.draw.answer import view
from sayso.web.shown.shape import Cell, Shown
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk
from sayso.web.state.frozen import can_be

router = APIRouter(tags=["views"])


class Asked(BaseModel):
    """The view that is to be cited: its path and query."""

    model_config = ConfigDict(extra="forbid")
    of: Annotated[str, StringConstraints(max_length=4000)] = Field("/events", description="Path and query of the view.")
    at: Then | None = Field(None, description="The snapshot that it showed; that of now by default.")


class Citation(Shown):
    """A citation in words, and what it is made of."""

    view: Text
    link: Text
    snapshot: Text
    frozen: bool
    database: Text
    sayso: Text | None
    lexicon: Text | None
    day: Text
    text: Text

    def columns(self) -> Sequence[str]:
        """Its parts."""
        return tuple(Citation.model_fields)

    def rows(self) -> Iterable[Sequence[Cell]]:
        """One."""
        return [[str(getattr(self, name)) for name in self.columns()]]


@view(router, "/cite", "cite.html")
def cite(asked: Annotated[Asked, Query()], desk: AtDesk, request: Request) -> Citation:
    """How to cite a view."""
    parts = urlsplit(asked.of)
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        raise HTTPException(422, "Only views of this desk can be cited: give a path, as /events?actor=RUS")
    given = [(name, value) for name, value in parse_qsl(parts.query) if name != "snapshot"]
    kept = dict(parse_qsl(parts.query)).get("snapshot")
    current, frozen = desk.view.ask(now), can_be(parts.path)
    snapshot = kept or asked.at or current
    address = parts.path + (f"?{urlencode([*given, ('snapshot', snapshot)])}" if frozen else parts.query and f"?{parts.query}")
    with nullcontext(desk.view) if snapshot == current else desk.view.at(snapshot) as then:
        last = next(iter(then.ask(runs(1))), None) or {}
    told = {"database": desk.db, "sayso": last.get("sayso"), "lexicon": last.get("lexicon"), "day": desk.today().isoformat()}
    link = str(request.base_url).rstrip("/") + address
    coder = f"Sayso {told['sayso'] or ''}, lexicon {str(told['lexicon'] or 'unknown')[:12]}"
    made = desk.view.ask(since(snapshot)).made
    when = f" of {made[:10]}" if made else ""
    text = f"{coder}. Database “{desk.db}”, snapshot {snapshot}{when}. {link} (seen {told['day']})."
    return Citation(view=address, link=link, snapshot=snapshot, frozen=frozen, text=text, **told)
