"""What went wrong, as an answer in the layout that was asked for: never a trace."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import Response

from sayso.errors import NoSnapshotError, SaysoError
from sayso.web.asked.ask import LABELS
from sayso.web.draw.answer import as_json
from sayso.web.draw.render import drawn
from sayso.web.shown.text import Text

GIVEN = 40  # characters of what was asked that are shown again
SAID = {  # what pydantic calls a complaint, in words
    "less_than_equal": "{given} is more than {le}",
    "greater_than_equal": "{given} is less than {ge}",
    "int_parsing": "{given} is no whole number",
    "float_parsing": "{given} is no number",
    "literal_error": "{given} is none of {expected}",
    "string_too_long": "is longer than {max_length} characters",
    "too_long": "has more than {max_length} values",
    "missing": "is wanted",
}
LOG = logging.getLogger(__name__)


class Fault(BaseModel):
    """What went wrong, and each of its reasons in words."""

    status: int
    title: Text
    reasons: list[Text]
    without: Text | None = None  # the address that asks for the rest


class Missing(HTTPException):
    """What an address names is not in the database."""

    def __init__(self, what: str) -> None:
        """Take what is missing, in words."""
        super().__init__(404, what)


def installed(app: FastAPI) -> None:
    """Tell the application's faults."""
    app.add_exception_handler(RequestValidationError, _wrong)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(SaysoError, _failed)
    app.add_exception_handler(Exception, _broken)


def told(request: Request, fault: Fault) -> Response:
    """A fault as a page, or as JSON for programs."""
    if request.url.path.startswith("/api/") or request.url.path.endswith((".json", ".csv")):
        response = as_json(fault)
        response.status_code = fault.status
        return response
    return drawn(request, "fault.html", {"fault": fault}, status=fault.status)


async def _wrong(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # what this is registered for
    wrong = {_field(one) for one in error.errors()}
    given = [(name, value) for name, value in request.query_params.multi_items() if name not in wrong]
    without = (
        f"{request.url.path}?{urlencode(given)}"
        if request.method == "GET" and len(given) < len(request.query_params.multi_items())
        else None
    )
    reasons = [_reason(one) for one in error.errors()]
    return told(request, Fault(status=422, title="This address asks for what does not exist", reasons=reasons, without=without))


def _field(error: Mapping[str, Any]) -> str:
    """The field that a complaint is about; those about days and the like name it in their words."""
    where, said = error["loc"], str(error["msg"]).split()
    return str(where[1]) if len(where) > 1 else next((word for word in said if word.strip(";,") in LABELS), "").strip(";,")


def _reason(error: Mapping[str, Any]) -> str:
    """A complaint about what was asked, with the name of the field: `quad: 9 is more than 4`."""
    field = ".".join(str(part) for part in error["loc"][1:] if isinstance(part, str))
    if error["type"] == "extra_forbidden":
        return f"there is no filter or choice {field!r} here"
    known, message = SAID.get(error["type"]), str(error["msg"]).removeprefix("Value error, ")
    given = repr(str(error.get("input"))[:GIVEN])
    return f"{field}: {known.format(given=given, **error.get('ctx', {})) if known else message}" if field else message


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # what this is registered for
    title = "Nothing is here" if error.status_code == HTTPStatus.NOT_FOUND else HTTPStatus(error.status_code).phrase
    if 300 <= error.status_code < 400:
        return Response(status_code=error.status_code, headers=error.headers)
    response = told(request, Fault(status=error.status_code, title=title, reasons=[str(error.detail)]))
    response.headers.update(error.headers or {})
    return response


async def _failed(request: Request, error: Exception) -> Response:
    if isinstance(error, NoSnapshotError):
        return told(request, Fault(status=404, title="There is no such snapshot", reasons=[str(error)]))
    LOG.warning("%s: %s", request.url.path, error)
    return told(request, Fault(status=503, title="The database did not answer", reasons=[str(error)]))


async def _broken(request: Request, error: Exception) -> Response:
    LOG.error("%s", request.url.path, exc_info=error)
    reasons = ["This is an error in Sayso itself; please report it. The window in which `sayso serve` runs shows where."]
    return told(request, Fault(status=500, title="Something broke", reasons=reasons))
