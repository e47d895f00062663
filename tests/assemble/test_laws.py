"""What holds of any events: each stands in one incident, and neither order nor portions matter."""

import importlib.util
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.assemble import Assembler, Edit, incidents
from sayso.lexicon.incident import rules
from sayso.model.incident import Incident
from sayso.settings import Settings

RULES = rules(cache=Settings().cache)
_spec = importlib.util.spec_from_file_location("assemble_conftest", Path(__file__).with_name("conftest.py"))
assert _spec
assert _spec.loader
_made = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_made)

PARTIES = st.sampled_from(["", "NGA:UAF", "NGA:CVL", "NGA:", "ISR:MIL", "LBN:REB", "LBN:", "gunmen", "igo-un@:IGO"])
KINDS = st.sampled_from(["ASSAULT", "ASSAULT/drone", "CONSULT", "CONSULT/phone", "REQUEST", "AGREE", "RETREAT/release"])
FIELDS = st.fixed_dictionaries(
    {
        "day": st.sampled_from([None, "2026-03-02", "2026-03-03", "2026-03-04"]),
        "published": st.sampled_from(["2026-03-03", "2026-03-04", "2026-03-06"]),
        "place": st.sampled_from([None, "Kano, NGA", "Tyre, LBN"]),
        "status": st.sampled_from(["occurred", "planned", "denied"]),
        "text": st.sampled_from(["shots at the market", "shots at a market hall", "a dispute about water", "talks on water"]),
        "publisher": st.sampled_from(["Outlet a", "Outlet b", None]),
    },
    optional={"deaths": st.sampled_from([3, 4, (3, None)])},
)
TOLD = st.lists(st.tuples(PARTIES, KINDS, PARTIES, FIELDS), max_size=8)


def events(told: Iterable[Any]) -> list[dict[str, Any]]:
    """Events, one a report."""
    return [_made.event(f"{chr(97 + n)}1", f"{a} > {kind} > {b}", **fields) for n, (a, kind, b, fields) in enumerate(told)]


def plain(found: Iterable[Incident]) -> list[dict[str, Any]]:
    return [incident.to_dict() for incident in found]


@given(TOLD)
@settings(deadline=None, max_examples=60)
def test_every_event_stands_in_exactly_one_incident(told: Any) -> None:
    given_ = events(told)
    found = incidents(given_, RULES)
    assert sorted(e["id"] for incident in found for e in incident.events) == sorted(e["id"] for e in given_)
    assert len({incident.id for incident in found}) == len(found)


@given(TOLD, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_the_order_of_arrival_does_not_matter(told: Any, chance: Any) -> None:
    given_ = events(told)
    shuffled = chance.sample(given_, len(given_))
    assert plain(incidents(shuffled, RULES)) == plain(incidents(given_, RULES))


@given(TOLD, st.integers(1, 5))
@settings(deadline=None, max_examples=60)
def test_portions_come_to_the_same_as_all_at_once(told: Any, size: int) -> None:
    given_, assembler = events(told), Assembler(RULES)
    for at in range(0, len(given_), size):
        assembler.add(given_[at : at + size])
        assembler.add(given_[:at])  # what is known already changes nothing
    assert plain(assembler.incidents()) == plain(incidents(given_, RULES))


@given(TOLD, st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=4, unique=True), st.booleans(), st.integers(1, 5))
@settings(deadline=None, max_examples=60)
def test_edits_hold_whatever_comes(told: Any, names: list[str], together: bool, size: int) -> None:  # noqa: FBT001 - drawn by Hypothesis
    ids = [f"{name}1" for name in names]
    edits = [Edit((tuple(ids),) if together else tuple((name,) for name in ids))]
    given_, assembler = events(told), Assembler(RULES, edits=edits)
    for at in range(0, len(given_), size):
        assembler.add(given_[at : at + size])
    homes = [incident.id for incident in assembler.incidents() for e in incident.events if e["id"] in ids]
    assert len(set(homes)) == (min(1, len(homes)) if together else len(homes))
    assert plain(assembler.incidents()) == plain(incidents(given_, RULES, edits=edits))
