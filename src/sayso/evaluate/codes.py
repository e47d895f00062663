"""Scores on sentences with actor codes and types, some of which hold nothing to be coded."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from sayso.evaluate.conventions import conventions
from sayso.evaluate.figures import Figures, Item, by_report

LEVELS = ("any", "type", "countries", "full")


def score_codes(gold_rows: Iterable[Mapping[str, Any]], events: Iterable[Item]) -> Figures:
    """How far the expected events were reached: any event coded, its type, with both countries, with all sectors."""
    coded, tally = by_report(events), Counter[str]()
    for row in gold_rows:
        found = coded.get(str(row["id"]), [])
        if row["events"]:
            _count_row(row["events"], found, tally)
        else:
            tally.update({"silent_rows": 1, "false_alarms": int(any(c.get("status") != "denied" for c in found))})
    return {
        "gold": tally["gold"],
        **{level: round(tally[level] / max(1, tally["gold"]), 3) for level in LEVELS},
        "type_precision": round(tally["right"] / max(1, tally["coded"]), 3),
        "false_alarms": f"{tally['false_alarms']}/{tally['silent_rows']}",
    }


def _count_row(expected: Iterable[Item], coded: list[Item], tally: Counter[str]) -> None:
    tally["coded"] += len(coded)
    for gold in expected:
        typed = [c for c in coded if gold["type"] in conventions().types(c)]
        placed = [c for c in typed if _same(gold, c, sectors=False)]
        tally.update({"gold": 1, "any": int(bool(coded)), "type": int(bool(typed)), "countries": int(bool(placed))})
        tally["full"] += any(_same(gold, c, sectors=True) for c in placed)
    tally["right"] += sum(any(g["type"] in conventions().types(c) for g in expected) for c in coded)


def _same(gold: Item, event: Item, *, sectors: bool) -> bool:
    """Whether the coded parties hold all that is expected of them."""
    actors, recipients = _written(event, "actors"), _written(event, "recipients")
    sources, targets = _parts(gold["sources"], sectors=sectors), _parts(gold["targets"], sectors=sectors)
    everyone = _parts(actors + recipients, sectors=sectors)
    # The codings put both sides of a joint act among the sources.
    either = not gold["targets"] or event["type"] in conventions().symmetric
    if either and sources | targets <= everyone:
        return True
    if not gold["targets"]:
        return False
    return sources <= _parts(actors, sectors=sectors) and targets <= _parts(recipients, sectors=sectors)


def _parts(codes: Iterable[str], *, sectors: bool) -> set[str]:
    """The countries of a list of codes, or countries and sectors."""
    return {part for code in codes for part in (code.split() if sectors else code.split()[:1])} - {"-"}


def _written(event: Item, role: str) -> list[str]:
    """The parties of a role as codes: country and sectors; an international body has IGO for a country."""
    return [" ".join([_land(party), *(party.get("sectors") or [])]) for party in event.get(role) or []]


def _land(party: Item) -> str:
    return party.get("country") or ("IGO" if "IGO" in (party.get("sectors") or []) else "-")
