"""The whole JSON interface against what its own description allows, and what it does not: no answer is an error of the desk."""

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import response_schema_conformance
from starlette.testclient import TestClient

from sayso.store.check import problems

EXAMPLES = 5  # of each operation, once as it is described and once as it isn't
FEW = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
HOST = {"Host": "testserver"}


def tried(operation: Any, mode: schemathesis.GenerationMode) -> set[int]:
    """The statuses of some answers of an operation."""
    statuses = set()

    @FEW
    @given(case=operation.as_strategy(generation_mode=mode))
    def try_(case: Any) -> None:
        answer = case.call(headers=HOST)
        case.validate_response(answer, checks=[not_a_server_error, response_schema_conformance])
        statuses.add(answer.status_code)

    try_()
    return statuses


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
def test_nothing_that_fits_the_description_or_does_not_breaks_the_interface(own: TestClient, db: Path) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", own.app, headers=HOST)
    found = [one.ok() for one in schema.get_all_operations() if isinstance(one, Ok)]
    answered = {one.label: tried(one, schemathesis.GenerationMode.POSITIVE) for one in found}
    bodies = [one for one in found if one.body]
    refused = {one.label: tried(one, schemathesis.GenerationMode.NEGATIVE) for one in bodies}
    assert len(answered) >= 12
    assert {"GET /api/v1/events", "POST /api/v1/events/{event}/corrections"} <= set(answered)
    assert 200 in answered["GET /api/v1/events"]
    assert set(refused) == {"POST /api/v1/events/{event}/corrections", "POST /api/v1/reports/{report}/events"}
    assert all(200 <= status < 500 for statuses in refused.values() for status in statuses)
    assert list(problems(str(db))) == []
