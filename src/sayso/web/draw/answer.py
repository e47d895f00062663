"""The one way in which a view answers: what it shows, as a page, as JSON and as CSV."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from fastapi import APIRouter, Request
from pydantic import BaseModel
from starlette.responses import Response

from sayso.export.csv import table
from sayso.model.jsonl import line
from sayso.web.draw.render import drawn
from sayso.web.shown.shape import Shown

Make = TypeVar("Make", bound=Callable[..., Any])
REQUEST = "request_of_view"
SENT = ("content-type", "content-disposition")


def view(router: APIRouter, path: str, template: str, *, name: str | None = None, kept: bool = False) -> Callable[[Make], Make]:
    """Serve what a function shows at `path` as a page, at `path.json` and at `path.csv`.

    The function takes FastAPI's parameters and dependencies, and gives a `Shown`. The template knows it as `shown`, and the
    function's own parameters by their names. What is `kept` is sent again to whoever asks for the same, with the same rights, while the
    database stays as it is: it must depend on nothing but the address, the user, the day and the data.
    """

    def registered(make: Make) -> Make:
        shape, called = inspect.signature(make).return_annotation, name or make.__name__
        in_json, in_csv, in_page = (_answering(make, layout, kept=kept) for layout in (_json, _csv, _page(template)))
        router.add_api_route(path + ".json", in_json, name=f"{called} as JSON", response_model=shape)
        router.add_api_route(path + ".csv", in_csv, name=f"{called} as CSV", response_class=Response)
        router.add_api_route(path, in_page, name=called, response_class=Response)
        return make

    return registered


def as_json(shown: BaseModel) -> Response:
    """A model as JSON that any reader takes."""
    return Response(line(shown.model_dump(mode="json")), media_type="application/json")


Layout = Callable[[Request, Shown, dict[str, Any]], Response]


def _answering(make: Callable[..., Any], layout: Layout, *, kept: bool) -> Callable[..., Response]:
    """The function with its answer laid out; it takes the request besides its own parameters, if that is not one of them."""
    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in inspect.signature(make).parameters.values()]
    own = next((p.name for p in parameters if p.annotation is Request), None)

    @wraps(make)
    def answering(**given: Any) -> Response:
        request = given[own] if own else given.pop(REQUEST)
        if not kept:
            return layout(request, make(**given), given)
        found = request.app.state.desk.pages.told(_asker(request), lambda: layout(request, make(**given), given))
        return Response(found.body, found.status_code, {name: found.headers[name] for name in SENT if name in found.headers})

    added = [] if own else [inspect.Parameter(REQUEST, inspect.Parameter.KEYWORD_ONLY, annotation=Request)]
    signature = inspect.Signature([*parameters, *added], return_annotation=Response)
    answering.__signature__ = signature  # type: ignore[attr-defined]
    return answering


def _asker(request: Request) -> tuple[object, ...]:
    """All that a kept answer may depend on, besides the data: what is asked for, who asks, and the day."""
    state, user = request.state, request.state.user
    form = getattr(state, "form_token", None), getattr(state, "accounts", False)
    return request.url.path, request.url.query, user.name, user.rights, *form, request.app.state.desk.today()


def _json(_: Request, shown: Shown, __: dict[str, Any]) -> Response:
    return as_json(shown)


def _csv(request: Request, shown: Shown, _: dict[str, Any]) -> Response:
    name = request.url.path.strip("/").replace("/", "-")
    headers = {"Content-Disposition": f'attachment; filename="{name.encode("ascii", "ignore").decode()}"'}
    return Response("".join(table(shown.columns(), shown.rows())), media_type="text/csv; charset=utf-8", headers=headers)


def _page(template: str) -> Callable[[Request, Shown, dict[str, Any]], Response]:
    def page(request: Request, shown: Shown, given: dict[str, Any]) -> Response:
        query = f"?{request.url.query}" if request.url.query else ""
        formats = [(kind, f"{request.url.path}.{kind.lower()}{query}") for kind in ("JSON", "CSV")]
        return drawn(request, template, {**given, "shown": shown, "formats": formats})

    return page
