"""Scores on groups: reports of one origin, passages of one incident."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

from sayso.evaluate.figures import Figures, Item, best_overlap, harmonic, rates, share

Passage = tuple[str, int]
Groups = dict[Passage, Hashable]


def score_origins(gold_rows: Iterable[Mapping[str, Any]], reports: Iterable[Item]) -> Figures:
    """Pairs of reports with one origin; gold rows are {report, origin}."""
    origins = {str(row["report"]): row["origin"] for row in gold_rows}
    coded = {str(r["id"]): (r.get("origin") or {}).get("id") or str(r["id"]) for r in reports}
    wanted, have = _pairs(origins), _pairs({report: coded.get(report, report) for report in origins})
    both = len(wanted & have)
    return {"gold": len(wanted), "pairs": rates(both, len(have), both, len(wanted))}


def _pairs(groups: Mapping[str, Hashable]) -> set[tuple[str, str]]:
    names = sorted(groups)
    return {(a, b) for i, a in enumerate(names) for b in names[i + 1 :] if groups[a] == groups[b]}


def score_incidents(gold_rows: Iterable[Mapping[str, Any]], incidents: Iterable[Item]) -> Figures:
    """B-cubed over gold passages; gold rows are {incident, members: [{report, start, end}]}.

    A passage that no incident holds stands alone.
    """
    placed = _events_by_report(incidents)
    gold: Groups = {}
    coded: Groups = {}
    found: set[Passage] = set()
    for row in gold_rows:
        for member in row["members"]:
            key = (str(member["report"]), member["start"])
            gold[key] = row["incident"]
            name = _incident_at(member, placed[key[0]])
            coded[key] = ("alone", key) if name is None else name
            (found.discard if name is None else found.add)(key)
    precision, recall = _cubed(gold, coded), _cubed(coded, gold)
    return {
        "gold": len(gold),
        "passages_found": share(len(found), len(gold)),
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "b3_f1": round(harmonic(precision, recall), 3),
    }


def _events_by_report(incidents: Iterable[Item]) -> dict[str, list[tuple[Item, str]]]:
    placed: dict[str, list[tuple[Item, str]]] = defaultdict(list)
    for incident in incidents:
        for event in incident["events"]:
            placed[str(event["report"])].append((event, incident["id"]))
    return placed


def _incident_at(member: Item, placed: Iterable[tuple[Item, str]]) -> str | None:
    placed = list(placed)
    hit = best_overlap((event for event, _ in placed), member)
    return next((name for event, name in placed if event is hit), None)


def _cubed(of: Groups, by: Groups) -> float:
    """The mean share of a passage's group that belongs with it."""
    clusters: dict[Hashable, set[Passage]] = defaultdict(set)
    for key, name in by.items():
        clusters[name].add(key)
    mates = (clusters[name] for name in by.values())
    return sum(sum(of[mate] == of[key] for mate in group) / len(group) for key, group in zip(by, mates, strict=True)) / max(1, len(by))
