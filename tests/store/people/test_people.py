"""Users, their keys, and the audit: what a writer changes, and what a view tells of it."""

from collections.abc import Callable

import pytest

from sayso.errors import StoreError
from sayso.store import View, Writer
from sayso.store.audit import acts
from sayso.store.check import problems
from sayso.store.gathered.decisions import Decision
from sayso.store.people.keys import end_key, find_key, keys_of, make_key, touch_key
from sayso.store.people.users import add_user, remove_user, set_password, set_role, user, users

Once = Callable[[Callable[[str], None]], str]
AT, LATER, END = "2026-01-01T00:00:00+00:00", "2026-01-01T01:00:00+00:00", "2026-01-02T00:00:00+00:00"


@pytest.fixture
def staffed(once: Once) -> str:
    """A database with an admin and a reader."""

    def fill(db: str) -> None:
        with Writer(db) as writer:
            add_user(writer, "Anna", "admin", "$hash-a", by="setup", at=AT)
            add_user(writer, "bob", "reader", None, by="anna", at=AT)

    return once(fill)


def test_users_are_kept_with_their_roles(staffed: str) -> None:
    with View(staffed) as view:
        assert [(one.name, one.role, one.password) for one in users(view)] == [("anna", "admin", "$hash-a"), ("bob", "reader", None)]
        assert user(view, " ANNA ") == users(view)[0]
        assert user(view, "carl") is None
    assert list(problems(staffed)) == []


@pytest.mark.parametrize("name", ["", "  ", "a b", "-x", "x" * 65, "a\n", "a/b", "<b>"])
def test_what_can_be_no_name(staffed: str, name: str) -> None:
    with Writer(staffed) as writer, pytest.raises(StoreError, match="can't be a user's name"):
        add_user(writer, name, "reader", None, by="anna", at=AT)


def test_what_users_can_not_be(staffed: str) -> None:
    with Writer(staffed) as writer:
        with pytest.raises(StoreError, match="there is a user 'bob' already"):
            add_user(writer, "BOB", "reader", None, by="anna", at=AT)
        with pytest.raises(StoreError, match="no role 'king'; there are reader, reviewer, admin"):
            set_role(writer, "bob", "king", by="anna", at=AT)
        with pytest.raises(StoreError, match="anna is the only admin"):
            set_role(writer, "anna", "reader", by="anna", at=AT)
        with pytest.raises(StoreError, match="anna is the only admin"):
            remove_user(writer, "anna", by="anna", at=AT)
        with pytest.raises(StoreError, match="there is no user 'carl'"):
            remove_user(writer, "carl", by="anna", at=AT)
        set_role(writer, "bob", "admin", by="anna", at=AT)
        remove_user(writer, "anna", by="bob", at=AT)
    with View(staffed) as view:
        assert [one.name for one in users(view)] == ["bob"]


def test_a_key_opens_until_it_ends(staffed: str) -> None:
    with Writer(staffed) as writer:
        session = make_key(writer, "anna", "session", at=AT, ends_at=END, by="anna")
        token = make_key(writer, "bob", "token", at=AT, ends_at=None, by="bob", name="feeds", role="admin")
    with View(staffed) as view:
        found = find_key(view, session, "session", at=LATER)
        assert found is not None
        assert (found.user, found.role) == ("anna", "admin")
        assert find_key(view, session, "session", at=END) is None
        assert find_key(view, session, "token", at=LATER) is None
        assert find_key(view, "guess", "session", at=LATER) is None
        mine = find_key(view, token, "token", at=END)
        assert mine is not None
        assert mine.role == "reader"  # no more than its user
        stored = view.sql("SELECT digest FROM keys").rows
    assert not {session, token} & {row[0] for row in stored}
    with Writer(staffed) as writer:
        touch_key(writer, found.digest, at=LATER)
        end_key(writer, mine.digest, user="anna", by="anna", at=AT)  # not hers
    with View(staffed) as view:
        assert [key.used_at for key in keys_of(view, "anna", "session")] == [LATER]
        assert [key.name for key in keys_of(view, "bob", "token")] == ["feeds"]
    with Writer(staffed) as writer:
        end_key(writer, mine.digest, user="bob", by="bob", at=AT)
    with View(staffed) as view:
        assert keys_of(view, "bob", "token") == []


def test_a_new_password_ends_sessions_and_a_user_goes_with_their_keys(staffed: str) -> None:
    with Writer(staffed) as writer:
        for name in ("anna", "bob"):
            make_key(writer, name, "session", at=AT, ends_at=END, by=name)
            make_key(writer, name, "token", at=AT, ends_at=None, by=name, name="t")
        set_password(writer, "anna", "$hash-b", by="anna", at=AT)
        remove_user(writer, "bob", by="anna", at=AT)
        with pytest.raises(StoreError, match="there is no user 'bob'"):
            make_key(writer, "bob", "session", at=AT, ends_at=END, by="bob")
    with View(staffed) as view:
        assert view.sql("SELECT kind FROM keys").rows == [("token",)]


def test_ended_keys_are_swept(staffed: str) -> None:
    with Writer(staffed) as writer:
        make_key(writer, "anna", "session", at=AT, ends_at=LATER, by="anna")
        make_key(writer, "anna", "session", at=END, ends_at=None, by="anna")
    with View(staffed) as view:
        assert len(keys_of(view, "anna", "session")) == 1


def test_the_audit_tells_who_did_what(staffed: str) -> None:
    with Writer(staffed) as writer:
        set_role(writer, "bob", "reviewer", by="anna", at=LATER)
    with View(staffed) as view:
        found = acts(view)
        assert [(act.at, act.who, act.action, act.target) for act in found] == [
            (LATER, "anna", "user role", "bob"),
            (AT, "anna", "user add", "bob"),
            (AT, "setup", "user add", "anna"),
        ]
        assert found[0].detail == {"role": "reviewer", "before": "reader"}
        assert acts(view, who="setup") == found[2:]
        assert acts(view, target="bob", before=found[0].n, limit=5) == found[1:2]


def test_decisions_on_incidents_are_in_the_audit(staffed: str) -> None:
    decision = Decision.made("merge", (("a", "b"),), who="bob", why="", at=AT)
    with Writer(staffed) as writer:
        writer.decide(decision)
        writer.take_back(decision.id, who="anna")
    with View(staffed) as view:
        assert [(act.who, act.action) for act in acts(view, target=decision.id)] == [("anna", "incident undo"), ("bob", "incident merge")]


def test_what_fails_is_not_in_the_audit(staffed: str) -> None:
    with Writer(staffed) as writer, pytest.raises(StoreError):
        set_role(writer, "anna", "reader", by="anna", at=LATER)
    with View(staffed) as view:
        assert len(acts(view)) == 2


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE users SET role = 'king'", "user anna has the role 'king', which there isn't"),
        ("DELETE FROM users WHERE name = 'anna'", "there are users and none of them is admin"),
        ("INSERT INTO watchlists VALUES (1, 'w', 'w', 'anna', '{\"since\": \"x\"}', '')", "watchlist w: its filter is none"),
    ],
)
def test_check_names_what_is_wrong_with_people(staffed: str, change: str, told: str) -> None:
    with Writer(staffed) as writer:
        writer.transaction(lambda connection: connection.exec_driver_sql(change).close())
    assert any(told in problem for problem in problems(staffed))
