"""`sayso watchlists`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from sayso.store import Filter, Writer
from sayso.store.people.watchlists import add_watchlist
from sayso.store.people.webhooks import add_webhook
from sayso.web.state.signing import made_key

Run = Callable[..., Result]
AT = "2026-01-01T00:00:00+00:00"


@pytest.fixture
def db(run: Run, reports: Path, tmp_path: Path) -> Path:
    """A database with a watchlist whose webhook is on this machine, and three events that came after it."""
    path = tmp_path / "sayso.db"
    with Writer(str(path)) as writer:
        id = add_watchlist(writer, "Arrests", Filter.of(type="COERCE"), by="anna", at=AT)
        add_webhook(writer, id, "http://127.0.0.1:9/in", by="anna", at=AT)
    made_key(Path(f"{path}.key"))
    run("code", reports, "--db", path)
    return path


def test_watchlists_are_listed_with_their_webhooks(run: Run, db: Path) -> None:
    lines = run("watchlists", "list", db).stdout.splitlines()
    assert lines[0].endswith("Arrests  (kept by anna on 2026-01-01)")
    assert lines[1] == "    to http://127.0.0.1:9/in"


def test_nothing_is_sent_into_the_own_network_unless_allowed(run: Run, db: Path, socket_enabled: None) -> None:
    result = run("watchlists", "deliver", db)
    assert result.exit_code == 1
    assert "is an address of the own network" in result.stderr
    assert "failed 1 times" in run("watchlists", "list", db).stdout
    assert run("watchlists", "deliver", db).exit_code == 0  # it is not due yet
