"""What every route is handed: the database's view, the settings, the templates, the codebook, the coder, what is remembered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Request
from jinja2 import Environment

from sayso.settings import Settings
from sayso.store import View
from sayso.web.codebook import Codebook
from sayso.web.coding import Coding
from sayso.web.memo import Memo


@dataclass(frozen=True, slots=True)
class Desk:
    """What the desk works with; `db` is what the database is called, `today` the clock."""

    db: str
    view: View
    settings: Settings
    templates: Environment
    codebook: Codebook
    coding: Coding | None
    memo: Memo
    today: Callable[[], date]


def desk_of(request: Request) -> Desk:
    """The desk that answers a request."""
    found: Desk = request.app.state.desk
    return found


AtDesk = Annotated[Desk, Depends(desk_of)]
