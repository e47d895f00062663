"""What is made before somebody asks."""

from threading import Event

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from sayso.errors import StoreError
from sayso.web.draw.nav import FIRST_FACETS
from sayso.web.pages.facets import FacetsAsked, facets
from sayso.web.serving.warming import warmed
from sayso.web.state.desk import Desk


def test_the_first_counts_are_there_before_somebody_asks(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = at(client)
    warmed(desk, Event())
    monkeypatch.setattr(type(desk.view), "ask", failing)
    assert facets(FacetsAsked(only=list(FIRST_FACETS)), desk).events > 0
    with pytest.raises(StoreError):
        facets(FacetsAsked(since="2025"), desk)


def test_a_desk_that_ends_and_one_without_its_database_are_left_alone(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    desk, ended = at(client), Event()
    monkeypatch.setattr(type(desk.view), "ask", failing)
    warmed(desk, ended)
    monkeypatch.setattr(type(desk.view), "ask", lambda *_: pytest.fail("asked at the end"))
    ended.set()
    warmed(desk, ended)


def at(client: TestClient) -> Desk:
    assert isinstance(client.app, FastAPI)
    found: Desk = client.app.state.desk
    return found


def failing(*_: object) -> None:
    raise StoreError("the database is gone")
