"""`sayso users`, and the desk that asks for them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from sayso.store import View
from sayso.store.people.keys import find_key
from sayso.store.people.users import users
from sayso.web.accounts.passwords import matches

Run = Callable[..., Result]
PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def staffed(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """A database with an admin: to hash the password takes longer than the tests."""
    path = tmp_path_factory.mktemp("staffed") / "sayso.db"
    result = run("users", "add", "anna", "--role", "admin", "--db", path, stdin=PASSWORD + "\n")
    assert (result.exit_code, result.stderr) == (0, f"sayso: anna is admin of {path}\n")
    return path


@pytest.fixture
def db(staffed: Path, tmp_path: Path) -> str:
    """A copy of it, of the test's own."""
    return str(shutil.copy(staffed, tmp_path / "sayso.db"))


def test_accounts_are_made_changed_and_removed(run: Run, db: str) -> None:
    assert run("users", "add", "bob", "--proxy", "--db", db).exit_code == 0
    assert run("users", "role", "bob", "reviewer", "--db", db).exit_code == 0
    listed = run("users", "list", "--db", db).stdout.splitlines()
    assert [line.split()[:2] for line in listed] == [["anna", "admin"], ["bob", "reviewer"]]
    assert listed[1].endswith("by proxy only")
    assert run("users", "password", "bob", "--db", db, stdin="another password\n").exit_code == 0
    with View(db) as view:
        assert matches("another password", users(view)[1].password)
        assert matches(PASSWORD, users(view)[0].password)
    assert run("users", "remove", "bob", "--db", db).exit_code == 0
    assert len(run("users", "list", "--db", db).stdout.splitlines()) == 1


def test_a_token_is_printed_alone(run: Run, db: str) -> None:
    token = run("users", "token", "anna", "--name", "script", "--role", "reviewer", "--db", db).stdout
    with View(db) as view:
        key = find_key(view, token.strip(), "token", at="2026-01-01")
        assert key is not None
        assert (key.user, key.name, key.role) == ("anna", "script", "reviewer")


@pytest.mark.parametrize(
    ("args", "stdin", "told"),
    [
        (("add", "bob"), "short\n", "a password has 10 to 1024 characters"),
        (("add", "bob"), "", "a password has 10 to 1024 characters"),
        (("add", "bob", "--role", "king"), PASSWORD, "there is no role 'king'"),
        (("add", "bob", "--role", "king"), "", "there is no role 'king'"),  # before the password, which is none
        (("add", "-"), "", "'-'"),
        (("password", "carl"), "", "there is no user 'carl'"),
        (("add", "anna"), PASSWORD, "there is a user 'anna' already"),
        (("remove", "anna"), "", "anna is the only admin"),
        (("token", "carl"), "", "there is no user 'carl'"),
    ],
)
def test_what_can_not_be_is_told(run: Run, db: str, args: tuple[str, ...], stdin: str, told: str) -> None:
    result = run("users", *args, "--db", db, stdin=stdin)
    assert result.exit_code == 1
    assert told in result.stderr


def test_a_desk_that_others_can_reach_demands_accounts(run: Run, reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    run("code", reports, "--db", path)
    result = run("serve", path, "--host", "0.0.0.0")
    assert result.exit_code == 1
    assert "nobody has an account; first `sayso users add NAME --role admin`" in result.stderr


def test_a_header_is_believed_of_named_proxies_only(run: Run, db: str) -> None:
    result = run("serve", db, "--proxy-user-header", "X-User")
    assert result.exit_code == 2
    assert "say with --proxy which proxy names users" in result.stderr
