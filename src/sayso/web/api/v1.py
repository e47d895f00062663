"""Version 1 of the JSON interface: the same filters, typed answers, pages that go on from where the last one ended."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from starlette.responses import JSONResponse, Response

from sayso.web.api import corrections, drawn, entities, reading
from sayso.web.asked.ask import Paged
from sayso.web.state.desk import AtDesk

router = APIRouter(prefix="/api/v1", tags=["api"])


class Json(JSONResponse):
    """JSON that can always be encoded."""

    def render(self, content: Any) -> bytes:
        """The bytes; what can't be encoded is written as an escape."""
        return json.dumps(content, separators=(",", ":"), ensure_ascii=True).encode()


class EventPage(BaseModel):
    """Events by the JSON contract, and where the next page begins."""

    events: list[dict[str, Any]]
    after: str | None


@router.get("/events", response_model=EventPage)
def events(asked: Annotated[Paged, Query()], desk: AtDesk) -> Response:
    """The events that a filter leaves, the newest first: as they are stored, which is JSON already."""
    page = desk.view.page(asked.wanted, limit=asked.limit, after=asked.after)
    body = f'{{"events":[{",".join(page.lines)}],"after":{json.dumps(page.after)}}}'
    return Response(body.encode("utf-8", "replace"), media_type="application/json")


@router.get("/openapi.json", include_in_schema=False)
def openapi() -> Json:
    """What this interface takes and gives."""
    routers = (router, reading.router, entities.router, drawn.router, corrections.router)
    return Json(get_openapi(title="Sayso", version="1", routes=[route for one in routers for route in one.routes]))
