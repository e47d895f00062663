"""Watchlists: the latest events of a filter, each delivered once."""

from collections.abc import Callable

import pytest

from sayso.errors import ChangedError, StoreError
from sayso.model import AnnotatedReport
from sayso.store import Filter, View, Writer
from sayso.store.audit import acts
from sayso.store.corrected.correction import Action
from sayso.store.corrected.propose import Proposer, Signed
from sayso.store.people.watchlists import RECENT, add_watchlist, arrivals, remove_watchlist, watchlist, watchlists
from sayso.store.people.webhooks import add_webhook, delivered, failed, remove_webhook, state, undelivered, webhooks
from sayso.store.rows.event import mark

Coded = Callable[..., AnnotatedReport]
Once = Callable[[Callable[[str], None]], str]
AT = "2026-01-01T00:00:00+00:00"
RUS = Filter.of(actor="RUS")


def ids(found: list[object]) -> list[str]:
    return [one.body["report"]["id"] for one in found]  # type: ignore[attr-defined]


@pytest.fixture
def filled(once: Once, coded: Coded) -> str:

    def fill(db: str) -> None:
        with Writer(db, clock=lambda: AT) as writer:
            writer.add(coded("RUS attacked UKR. USA visited CHN.", "r1", published="2025-12-05"))
            writer.add(coded("RUS visited CHN.", "r2", published="2025-12-04"))

    return once(fill)


def test_a_filter_is_kept_under_a_name(filled: str) -> None:
    wanted = Filter.of(actor=["RUS", "USA"], since="2025-12", min_origins=2, text="tariffs é")
    with Writer(filled) as writer:
        id = add_watchlist(writer, "  Two \n powers ", wanted, by="anna", at=AT)
        with pytest.raises(StoreError, match="a watchlist's name has one to 200 characters"):
            add_watchlist(writer, " ", wanted, by="anna", at=AT)
    with View(filled) as view:
        (one,) = watchlists(view)
        assert (one.id, one.name, one.owner, one.wanted, one.made_at) == (id, "Two powers", "anna", wanted, AT)
        assert watchlist(view, id) == one
        with pytest.raises(StoreError, match="there is no watchlist 'x'"):
            watchlist(view, "x")
    with Writer(filled) as writer:
        remove_watchlist(writer, id, by="bob", at=AT)
        with pytest.raises(StoreError, match="there is no watchlist"):
            remove_watchlist(writer, id, by="bob", at=AT)
    with View(filled) as view:
        assert watchlists(view) == []
        assert [act.action for act in acts(view)] == ["watchlist remove", "watchlist add"]


def test_what_came_in_last_stands_first_whatever_its_day(filled: str, coded: Coded) -> None:
    with View(filled) as view:
        assert ids(list(arrivals(view, RUS))) == ["r2", "r1"]
        assert ids(list(arrivals(view, Filter(), limit=1))) == ["r2"]
        last = arrivals(view, Filter())[0]
        assert (last.at, last.updated) == (AT, AT)
    with Writer(filled) as writer:
        writer.add(coded("RUS attacked UKR.", "old", published="1999-01-01"))
    with View(filled) as view:
        assert ids(list(arrivals(view, RUS, limit=2))) == ["old", "r2"]


def test_the_latest_are_found_also_far_back(filled: str, coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.store.people.watchlists.RECENT", 1)
    assert RECENT > 1
    with View(filled) as view:
        assert ids(list(arrivals(view, Filter.of(actor="USA")))) == ["r1"]


def test_a_webhook_gets_each_event_once(filled: str, coded: Coded) -> None:
    with Writer(filled, clock=lambda: AT) as writer:
        id = add_watchlist(writer, "Russia", RUS, by="anna", at=AT)
        hook = add_webhook(writer, id, "https://example.org/in", by="anna", at=AT)
    with View(filled) as view:
        assert webhooks(view) == webhooks(view, id) == [hook]
        assert undelivered(view, hook, limit=9) == []  # what was there before is not sent
        before = state(view)
    with Writer(filled, clock=lambda: AT) as writer:
        writer.add(coded("RUS attacked UKR. RUS visited CHN.", "r3"))
        writer.add(coded("RUS attacked IND. RUS visited PER.", "r4", skip="visited"))
    with View(filled) as view:
        assert state(view) != before
        assert ids(list(undelivered(view, hook, limit=2))) == ["r3", "r3"]
        new = undelivered(view, hook, limit=9)
        assert ids(list(new)) == ["r3", "r3", "r4"]
    with Writer(filled) as writer:
        delivered(writer, hook, [one.body["id"] for one in new], seen="now", at=AT)
        writer.add(coded("RUS attacked IND. RUS visited PER.", "r4", lexicon="b"))  # coded anew, with one more
        writer.add(coded("RUS attacked UKR. USA visited CHN.", "r1", lexicon="b"))
    with View(filled) as view:
        (hook,) = webhooks(view)
        assert hook.seen == "now"
        assert [one.body["recipients"][0]["country"] for one in undelivered(view, hook, limit=9)] == ["PER"]


def test_failures_wait_longer_each_time(filled: str) -> None:
    with Writer(filled) as writer:
        id = add_watchlist(writer, "Russia", RUS, by="anna", at=AT)
        add_webhook(writer, id, "https://example.org/in", by="anna", at=AT)
        with pytest.raises(StoreError, match="there is no watchlist 'x'"):
            add_webhook(writer, "x", "https://example.org/in", by="anna", at=AT)
    due = []
    for _ in range(16):
        with View(filled) as view:
            (hook,) = webhooks(view)
        due.append(hook.next_at)
        with Writer(filled) as writer:
            failed(writer, hook, "the server answered 500", at=AT)
    assert [when and when[:19] for when in due[:4]] == [None, "2026-01-01T00:01:00", "2026-01-01T00:02:00", "2026-01-01T00:04:00"]
    assert due[-1] == "2026-01-02T00:00:00+00:00"
    with View(filled) as view:
        (hook,) = webhooks(view)
        assert (hook.failures, hook.trouble) == (16, "the server answered 500")
    with Writer(filled) as writer:
        delivered(writer, hook, [], seen="x", at=AT)
        with View(filled) as view:
            assert [(one.failures, one.trouble, one.next_at, one.seen) for one in webhooks(view)] == [(0, None, None, "x")]
        remove_webhook(writer, hook.id, by="anna", at=AT)
        delivered(writer, hook, ["x"], seen="x", at=AT)  # it went while the delivery was under way
        with pytest.raises(StoreError, match="there is no webhook"):
            remove_webhook(writer, hook.id, by="anna", at=AT)


def test_a_correction_of_what_has_changed_meanwhile_is_refused(filled: str) -> None:
    kinds = {"CONSULT": {"modes": {}, "cameo": "040", "quad": 1, "score": 1.0}}
    changes: list[tuple[str, Action, list[str]]] = [("anna", "set", ["status=denied"]), ("bob", "accept", [])]
    with View(filled) as view:
        event = next(view.events(RUS)).id
        ((state, coded, corrected),) = view.coded(event)
        proposer = Proposer(view, kinds)
        mine, theirs = (proposer.of_event(event, action, settings, Signed(who=who, why="", at=AT)) for who, action, settings in changes)
    seen = mark(state, coded, corrected)
    with Writer(filled) as writer:
        assert writer.correct([theirs], seen={theirs.id: seen}) == {theirs.id: "applied"}
        with pytest.raises(ChangedError, match=f"event {event} has changed since it was shown"):
            writer.correct([mine], seen={mine.id: seen})
    with View(filled) as view:
        assert [c["who"] for c in view.corrections()] == ["bob"]
        assert [(act.who, act.action, act.target) for act in acts(view)] == [("bob", "correction accept", event)]
    with Writer(filled) as writer:
        assert writer.correct([mine]) == {mine.id: "applied"}
        writer.undo(mine.id, who="carl")
    with View(filled) as view:
        assert [(act.who, act.action) for act in acts(view, target=event)][:2] == [("carl", "correction undo"), ("anna", "correction set")]
