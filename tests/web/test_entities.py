"""Who could be meant, and what becomes of who was picked."""

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("q=lavrov", ("rus-lavrov", "RUS", ["GOV"], True)),
        ("q=LAVR", ("rus-lavrov", "RUS", ["GOV"], True)),
        ("q=peru", ("PER", "PER", [], True)),
        ("q=land of rus", ("RUS:GOV", "RUS", ["GOV"], False)),
    ],
)
def test_names_are_found_in_the_lexicon_and_in_the_database(client: TestClient, query: str, first: tuple[object, ...]) -> None:
    found = client.get(f"/api/v1/entities?{query}&day=2025-12-01").json()["entities"]
    assert tuple(found[0][name] for name in ("write", "country", "sectors", "known")) == first


@pytest.mark.parametrize("query", ["q=", "q=%25", "q=zzzzqq"])
def test_nobody_is_nobody(client: TestClient, query: str) -> None:
    assert client.get(f"/api/v1/entities?{query}").json() == {"entities": []}


def test_an_entity_brings_country_and_sectors(own: TestClient) -> None:
    row = own.get("/api/v1/events?text=visited&actor=USA").json()["events"][0]
    changes = {"actors": "rus-lavrov@USA"}
    body = {"action": "set", "changes": changes}
    assert own.post(f"/api/v1/events/{row['id']}/corrections", json=body).status_code == 201
    (actor,) = own.get(f"/api/v1/events/{row['id']}").json()["event"]["actors"]
    assert (actor["entity"], actor["country"], actor["sectors"], actor["text"]) == ("rus-lavrov", "RUS", ["GOV"], "USA")


@pytest.mark.parametrize("written", ["rus-nobody-at-all@USA", "rus-lavrov@", "rus-lavrov@words that are not there"])
def test_what_can_not_be_is_told(own: TestClient, written: str) -> None:
    row = own.get("/api/v1/events?text=visited&actor=USA").json()["events"][0]
    answer = own.post(f"/api/v1/events/{row['id']}/corrections", json={"action": "set", "changes": {"actors": written}})
    assert answer.status_code == 422
