"""The JSON interface: as it describes itself, and against what is thrown at it."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from sayso.web.asked.ask import Paged

PATHS = ("/events", "/incidents", "/reports", "/facets", "/publishers")


def test_it_describes_what_it_takes_and_gives(client: TestClient) -> None:
    described = json.loads(client.get("/api/v1/openapi.json").text)
    assert {f"/api/v1{path}" for path in PATHS} <= set(described["paths"])
    asked = {one["name"] for one in described["paths"]["/api/v1/events"]["get"]["parameters"]}
    assert asked == set(Paged.model_fields)


@pytest.mark.parametrize("path", PATHS)
def test_what_is_given_is_what_is_described(client: TestClient, path: str) -> None:
    described = json.loads(client.get("/api/v1/openapi.json").text)
    shape = described["paths"][f"/api/v1{path}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    required = described["components"]["schemas"][shape["$ref"].rpartition("/")[2]]["required"]
    assert set(required) <= set(client.get(f"/api/v1{path}").json())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from([*PATHS, "/events/x", "/incidents/x", "/reports/0"]), data=st.data())
def test_nothing_that_is_asked_breaks_it(client: TestClient, path: str, data: st.DataObject) -> None:
    names = st.sampled_from([*Paged.model_fields, "contested", "min_reports", "origin", "until", "days", "only", "x"])
    values = st.one_of(
        st.text(max_size=20), st.integers().map(str), st.sampled_from(["RUS", ":MIL", "-", "2025-02-31", "0000", "r1.n1.c1.u1", '"*'])
    )
    query: dict[str, Any] = data.draw(st.dictionaries(names, values, max_size=3))
    answer = client.get(f"/api/v1{path}", params=query)
    assert answer.status_code in (200, 404, 422), (path, query, answer.text)
