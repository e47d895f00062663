"""`sayso serve` as far as it goes without answering; browser tests see the rest."""

import socket
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from typer.testing import CliRunner

from sayso.cli.main import app
from sayso.errors import SaysoError
from sayso.web.serving.serve import Fair, Loads, address, listening


def test_a_missing_database_is_told_with_the_remedy(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["serve", str(tmp_path / "news.db")])
    assert done.exit_code == 1
    assert "there is no such database; make one with `sayso code REPORTS --db" in done.stderr


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "news.db").write_text("no database at all, but long enough to be looked at " * 20)
    done = CliRunner().invoke(app, ["serve", str(tmp_path / "news.db"), "--port", "0"])
    assert done.exit_code == 1
    assert "is no SQLite database" in done.stderr


def test_any_free_port_is_taken_and_one_in_use_is_told(socket_enabled: None) -> None:
    with listening("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        assert address(first) == f"http://127.0.0.1:{port}/"
        with pytest.raises(SaysoError, match=rf"port {port}: can't be listened at .* choose another with --port"):
            listening("127.0.0.1", port)


@pytest.mark.parametrize("host", ["::1"])
def test_addresses_of_either_kind_can_be_opened(socket_enabled: None, host: str) -> None:
    if not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    try:
        listener = listening(host, 0)
    except SaysoError:
        pytest.skip("no IPv6 on loopback here")
    with listener:
        assert address(listener).startswith("http://[::1]:")


class Serving:
    """A server with so many connections."""

    def __init__(self, connections: int) -> None:
        self.server_state = SimpleNamespace(connections=range(connections))


def test_a_process_knows_whether_another_has_fewer_connections() -> None:
    loads = Loads(2)
    assert loads.more(0, 1)
    assert not loads.more(1, 1)
    assert not loads.more(0, 0)


@pytest.mark.parametrize(
    ("mine", "others", "left"),
    [pytest.param(2, 1, True, id="more"), pytest.param(1, 1, False, id="as-many"), pytest.param(0, 3, False, id="fewer")],
)
def test_a_connection_is_left_to_the_process_that_has_fewer(
    socket_enabled: None,
    monkeypatch: pytest.MonkeyPatch,
    mine: int,
    others: int,
    left: Any,
) -> None:
    loads = Loads(2)
    with listening("127.0.0.1", 0) as other, Fair(fileno=socket.dup(other.fileno())) as own:
        own.setblocking(False)
        own.shared(cast(Any, Serving(mine)), loads, 0)
        loads.more(1, others)
        monkeypatch.setattr("sayso.web.serving.serve.time.sleep", lambda _: other.accept()[0].close())  # the other one is quick
        with socket.create_connection(other.getsockname()):
            if left:
                with pytest.raises(BlockingIOError):
                    own.accept()
            else:
                own.accept()[0].close()
