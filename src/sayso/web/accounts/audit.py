"""The audit: who changed what, when."""

import json
from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from sayso.store.audit import acts
from sayso.web.asked.who import needs
from sayso.web.draw.answer import view
from sayso.web.shown.shape import Cell, Shown
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk

router = APIRouter(include_in_schema=False, dependencies=[Depends(needs("administer"))])
Named = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]


class Which(BaseModel):
    """Whose acts, on what, and before which."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    who: Named = ""
    target: Named = ""
    before: int | None = Field(None, ge=1, le=2**53)
    limit: int = Field(100, ge=1, le=1000)


class Act(BaseModel):
    """Something that somebody did."""

    n: int
    at: str
    who: Text
    action: str
    target: Text
    detail: Text


class Acts(Shown):
    """What was done, the latest first, and where the next page begins."""

    acts: list[Act]
    before: int | None

    def columns(self) -> Sequence[str]:
        """As they are told."""
        return ("n", "at", "who", "action", "target", "detail")

    def rows(self) -> Iterable[Sequence[Cell]]:
        """An act a row."""
        return ((one.n, one.at, one.who, one.action, one.target, one.detail) for one in self.acts)


@view(router, "/audit", "audit.html")
def audit(asked: Annotated[Which, Query()], desk: AtDesk) -> Acts:
    """What was done at this database, by whom."""
    found = acts(desk.view, who=asked.who or None, target=asked.target or None, before=asked.before, limit=asked.limit)
    shown = [
        Act(n=one.n, at=one.at, who=one.who, action=one.action, target=one.target, detail=json.dumps(one.detail, ensure_ascii=False))
        for one in found
    ]
    return Acts(acts=shown, before=shown[-1].n if len(shown) == asked.limit else None)
