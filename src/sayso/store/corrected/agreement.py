"""How far two reviewers agree: Krippendorff's alpha for each field of the events that both have looked at.

After Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), https://repository.upenn.edu/asc_papers/43: alpha is one less
the ratio of disagreement observed to disagreement expected by chance, from the matrix of coincidences; missing values are allowed.
"""

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

from sayso.store.corrected.correction import Correction, held
from sayso.store.rows.words import key

FIELDS = ("verdict", "type", "status", "actors", "recipients", "says", "time", "place", "quantities")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha of one field over so many events; None where no value ever differs, by chance or otherwise."""

    field: str
    alpha: float | None
    events: int


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal data: each unit holds the values that it was given; units with fewer than two count for nothing.

    None where all values are the same: then nothing could have been disagreed on.
    """
    coincidences: dict[tuple[Hashable, Hashable], float] = defaultdict(float)
    for values in units:
        for one, other in permutations(values, 2):
            coincidences[one, other] += 1 / (len(values) - 1)
    totals: dict[Hashable, float] = defaultdict(float)
    for (one, _), share in coincidences.items():
        totals[one] += share
    n = sum(totals.values())
    expected = sum(totals[a] * totals[b] for a, b in permutations(totals, 2))
    observed = sum(share for (one, other), share in coincidences.items() if one != other)
    return 1 - (n - 1) * observed / expected if expected else None


def agreement(
    texts: Mapping[str, str], coded: Mapping[str, Sequence[dict[str, Any]]], corrections: Iterable[Correction], reviewers: tuple[str, str]
) -> list[Agreement]:
    """Agreement of two reviewers by field; texts and coded events by the keys of reports, corrections of any reviewer.

    An event counts if both said something of it, be it that it is right; its values are those that it has with the reviewer's own
    corrections alone.
    """
    mine: dict[str, dict[str, list[Correction]]] = {who: defaultdict(list) for who in reviewers}
    for correction in corrections:
        if correction.who in mine:
            mine[correction.who][key(str(correction.report["id"]), correction.report["publisher"])].append(correction)
    units: dict[str, list[list[Hashable]]] = {name: [] for name in FIELDS}
    for report in sorted(set.intersection(*(set(by_report) for by_report in mine.values()))):
        seen = [_judged(texts[report], coded[report], mine[who][report]) for who in reviewers]
        for event in sorted(set(seen[0]) & set(seen[1])):
            for name in FIELDS:
                units[name].append([judged[event][name] for judged in seen if name in judged[event]])
    return [Agreement(name, alpha(found), sum(len(values) > 1 for values in found)) for name, found in units.items()]


def _judged(text: str, coded: Sequence[dict[str, Any]], corrections: Sequence[Correction]) -> dict[tuple[int, str], dict[str, Hashable]]:
    """The events that a reviewer said something of, by trigger and type as coded: each field's value; of a rejected one only that."""
    events, _ = held(text, coded, corrections)
    found: dict[tuple[int, str], dict[str, Hashable]] = {}
    for one in events:
        if one.state != "coded":
            before = one.coded or one.event
            verdict = {"verdict": one.state != "rejected"}
            values = {} if one.state == "rejected" else {name: _value(one.event, name) for name in FIELDS[1:]}
            found[before["trigger"]["start"], before["type"]] = {**verdict, **values}
    return found


def _value(event: Mapping[str, Any], name: str) -> str:
    """A field as what can be compared: of parties who they are, not which words say so."""
    value = event[name]
    if name in ("actors", "recipients", "says"):
        return json.dumps(sorted(p["country"] or p["entity"] or p["name"] for p in value))
    if name == "time":
        return json.dumps([value["start"], value["end"]] if value else None)
    if name == "place":
        return json.dumps([value["name"], value["country"]] if value else None)
    if name == "quantities":
        return json.dumps(sorted([q["kind"], q["low"], q["high"]] for q in value), default=str)
    return json.dumps(value)
