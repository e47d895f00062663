"""Which events are one happening: two events by line, and whether they are."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.assemble import Assembler, edit
from sayso.lexicon.incident import Rules

Make = Callable[..., dict[str, Any]]
Groups = Callable[..., list[list[str]]]

ATTACK = "NGA:UAF > ASSAULT/firearms > NGA:CVL"
TUESDAY = {"day": "2026-03-03", "place": "Kano, NGA"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param((ATTACK, {**TUESDAY, "deaths": 11}), (ATTACK, {**TUESDAY, "deaths": (11, None)}), id="the same, one more vaguely"),
        pytest.param(
            (ATTACK, {**TUESDAY, "deaths": 11}),
            ("> ASSAULT > NGA:CVL", {**TUESDAY, "deaths": 14, "published": "2026-03-06"}),
            id="a toll rises",
        ),
        pytest.param((ATTACK, TUESDAY), (ATTACK, {"place": "Kano, NGA", "status": "denied"}), id="a claim and its denial"),
        pytest.param(
            ("EGY:GOV > CONSULT > ETH:GOV", {"day": "2026-03-06", "status": "planned"}),
            ("ETH:GOV > CONSULT > EGY:GOV", {"day": "2026-03-06", "published": "2026-03-07"}),
            id="a plan comes true, told the other way round",
        ),
        pytest.param(
            ("IRN:COP > COERCE/arrest > IRN:CVL", TUESDAY | {"place": "Shiraz, IRN"}),
            ("IRN:MIL > COERCE/arrest > IRN:", TUESDAY | {"place": "Shiraz, IRN"}),
            id="police or guards, protesters or people",
        ),
        pytest.param(
            ("JPN:GOV > AGREE > SYR:", {"money": 30}), ("JPN:GOV > AID > SYR:", {"money": 30, "status": "planned"}), id="a pledge"
        ),
    ],
)
def test_one_happening(make: Make, assemble: Any, groups: Groups, one: Any, other: Any) -> None:
    text = "Thirty million for the harvest"
    found = assemble(make("a1", one[0], text=text, **one[1]), make("b1", other[0], text=text, **other[1]))
    assert groups(found) == [["a1", "b1"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param((ATTACK, TUESDAY), (ATTACK, {**TUESDAY, "day": "2026-03-05"}), id="two days later"),
        pytest.param((ATTACK, TUESDAY), (ATTACK, {**TUESDAY, "place": "Maiduguri, NGA"}), id="another town"),
        pytest.param(
            ("ISR:MIL > ASSAULT/aerial > LBN:", {"day": "2026-03-03"}),
            ("LBN:REB > ASSAULT/aerial > ISR:", {"day": "2026-03-03"}),
            id="retaliation",
        ),
        pytest.param(
            ("EGY:GOV > CONSULT > ETH:GOV", {"day": "2026-03-06"}),
            ("EGY:GOV > CONSULT > ETH:GOV", {"day": "2026-03-13"}),
            id="a series of meetings",
        ),
        pytest.param(
            ("EGY:GOV > CONSULT > ETH:GOV", {"day": "2026-03-06"}),
            ("EGY:GOV > CONSULT > SDN:GOV", {"day": "2026-03-06"}),
            id="another guest",
        ),
        pytest.param(
            ("FRA:GOV > CONSULT/visit > DEU:GOV", {"day": "2026-03-06"}),
            ("FRA:GOV > CONSULT/phone > DEU:GOV", {"day": "2026-03-06"}),
            id="visit, call",
        ),
        pytest.param(
            ("USA:GOV > REQUEST > IRN:GOV", {"text": "to free a reporter from jail"}),
            ("USA:GOV > REQUEST > IRN:GOV", {"text": "to stop seizing tankers and crews", "trigger": "asks"}),
            id="two demands",
        ),
        pytest.param(
            ("RUS:GOV > AID > IND:GOV", {"day": "2026-12-04", "status": "planned", "text": "the first squadron of missiles"}),
            ("RUS:GOV > AID > IND:GOV", {"day": "2027-03-01", "text": "the first squadron of missiles"}),
            id="a plan for another day than that of the act",
        ),
        pytest.param((ATTACK, TUESDAY), ("NGA:COP > COERCE/arrest > NGA:CVL", TUESDAY), id="another kind of act"),
    ],
)
def test_two_happenings(make: Make, assemble: Any, groups: Groups, one: Any, other: Any) -> None:
    found = assemble(make("a1", one[0], **one[1]), make("b1", other[0], **other[1]))
    assert groups(found) == [["a1"], ["b1"]]


SQUADRON = "the first squadron of anti-aircraft missiles"


@pytest.mark.parametrize(
    ("name", "fields", "one"),
    [
        pytest.param("b1", {"published": "2026-03-09"}, True, id="two reports of one week contradict each other"),
        pytest.param("a2", {"published": "2026-03-04"}, False, id="one report tells of two deliveries"),
        pytest.param("b1", {"published": "2026-09-09"}, False, id="half a year later"),
        pytest.param("b1", {"status": "occurred"}, False, id="what was delivered is no plan any more"),
    ],
)
def test_plans_for_different_days(make: Make, assemble: Any, groups: Groups, name: str, fields: dict[str, Any], *, one: bool) -> None:
    first = make("a1", "RUS:GOV > COOPERATE > IND:GOV", day="2026-12-04", status="planned", text=SQUADRON)
    told = {"day": "2027-03-01", "status": "planned", "text": f"at last {SQUADRON}", **fields}
    found = assemble(first, make(name, "RUS:GOV > AID > IND:GOV", **told))
    assert groups(found) == ([["a1", name]] if one else [["a1"], [name]])
    assert any(d["field"] == "time" for incident in found for d in incident.to_dict()["disagreements"]) == one


def test_a_vague_report_does_not_join_two_happenings(make: Make, assemble: Any, groups: Groups) -> None:
    vague = make("c1", "NGA:UAF > ASSAULT > NGA:CVL", day="2026-03-03")
    found = assemble(make("a1", ATTACK, **TUESDAY), make("b1", ATTACK, day="2026-03-03", place="Maiduguri, NGA"), vague)
    assert len(groups(found)) == 2


def test_reprints_with_one_event_id_all_count(make: Make, assemble: Any) -> None:
    same = make("a1", ATTACK, **TUESDAY, text="Gunmen killed eleven.")
    reprint = {**same, "report": {**same["report"], "id": "z", "publisher": "Outlet z"}}
    (incident,) = assemble(same, reprint, origins={("a", "Outlet a"): "norvane/1", ("z", "Outlet z"): "norvane/1"})
    assert (incident.reports, incident.publishers, incident.origins) == (2, 2, 1)


def test_a_type_that_no_family_names_is_its_own(make: Make, assemble: Any, groups: Groups) -> None:
    found = assemble(make("a1", "PER: > ELECT > PER:", day="2026-03-03"), make("b1", "PER: > ELECT > PER:", day="2026-03-03"))
    assert groups(found) == [["a1", "b1"]]


def test_each_link_has_its_reasons(make: Make, assemble: Any) -> None:
    (incident,) = assemble(make("a1", ATTACK, **TUESDAY), make("b1", ATTACK, **TUESDAY, deaths=3))
    (link,) = incident.links
    assert (link.one, link.other, link.by_hand) == ("a1", "b1", False)
    assert {"the same day", "who acts: NGA", "to whom: NGA", "in Kano", "both firearms"} <= set(link.reasons)


def test_adding_touches_only_what_it_must(make: Make, rules: Rules) -> None:
    assembler = Assembler(rules)
    assembler.add([make("a1", ATTACK, **TUESDAY), make("b1", ATTACK, day="2026-03-03", place="Maiduguri, NGA")])
    before = {incident.id: incident for incident in assembler.incidents()}
    touched = assembler.add([make("c1", ATTACK, **TUESDAY, deaths=5)])
    after = {incident.id: incident for incident in assembler.incidents()}
    assert [e["id"] for name in touched for e in after[name].events] == ["a1", "c1"]
    assert [name for name in before if after[name] is before[name]] == [name for name in before if name not in touched]


def test_adding_again_changes_nothing(make: Make, rules: Rules) -> None:
    assembler = Assembler(rules)
    events = [make("a1", ATTACK, **TUESDAY), make("b1", ATTACK, **TUESDAY, deaths=3)]
    assembler.add(events)
    before = list(assembler.incidents())
    assert assembler.add(events) == frozenset()
    assert list(assembler.incidents()) == before


def test_a_merge_by_hand_is_kept(make: Make, assemble: Any, groups: Groups) -> None:
    events = make("a1", ATTACK, **TUESDAY), make("b1", "TUR:COP > COERCE/arrest > TUR:MED"), make("c1", ATTACK, **TUESDAY, deaths=2)
    found = assemble(*events, edits=[edit({"merge": ["a1", "b1"], "by": "ana"})])
    assert groups(found) == [["a1", "b1", "c1"]]
    assert [link.by_hand for link in found[0].links] == [True, False]


def test_events_of_one_id_are_merged_by_naming_it_twice(make: Make, assemble: Any, groups: Groups) -> None:
    events = [make("a1", ATTACK, **TUESDAY), {**make("b1", ATTACK, day="2026-06-02"), "id": "a1"}]
    assert groups(assemble(*events)) == [["a1"], ["a1"]]
    assert groups(assemble(*events, edits=[edit({"merge": ["a1", "a1"]})])) == [["a1", "a1"]]


def test_a_split_by_hand_is_kept(make: Make, assemble: Any, groups: Groups) -> None:
    events = [make(f"{name}1", ATTACK, **TUESDAY, text="Gunmen killed eleven.") for name in "ab"]
    assert groups(assemble(*events, edits=[edit({"split": [["a1"], ["b1"]]})])) == [["a1"], ["b1"]]


def test_the_last_edit_counts(make: Make, assemble: Any, groups: Groups) -> None:
    events = [make(f"{name}1", ATTACK, **TUESDAY) for name in "ab"]
    edits = [edit({"split": [["a1"], ["b1"]]}), edit({"merge": ["a1", "b1"]})]
    assert groups(assemble(*events, edits=edits)) == [["a1", "b1"]]
    assert groups(assemble(*events, edits=edits[::-1])) == [["a1"], ["b1"]]


@pytest.mark.parametrize(
    "value", [{}, {"merge": ["a"]}, {"split": [["a"]]}, {"merge": [1, 2]}, {"merge": ["a", "b"], "split": [["a"], ["b"]]}]
)
def test_what_is_no_edit(value: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="an edit is"):
        edit(value)


def test_no_events(assemble: Any) -> None:
    assert assemble() == []
