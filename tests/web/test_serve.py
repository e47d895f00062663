"""`sayso serve` as far as it goes without answering; browser tests see the rest."""

import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.main import app
from sayso.errors import SaysoError
from sayso.web.serve import address, listening


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
