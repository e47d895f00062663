"""Scores on sentences with one marked actor, one marked recipient and the type between them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.evaluate.conventions import conventions
from sayso.evaluate.figures import Figures, Item, by_report, harmonic


def score_relations(gold_rows: Iterable[Mapping[str, Any]], events: Iterable[Item]) -> Figures:
    """Recalls and precision of the types coded between the marked spans; events carry the row's `sentence_id` as report id."""
    coded, rules = by_report(events), conventions()
    tally: Counter[str] = Counter()
    per_type: dict[str, Counter[str]] = defaultdict(Counter)
    for row in gold_rows:
        wanted = row["type"]
        linked = [c for c in coded.get(str(row["sentence_id"]), []) if links(c, row["source"], row["target"])]
        counted = {rules.older(kind) for c in linked for kind in rules.types(c)}
        own = {rules.older(c["type"]) for c in linked}
        tally.update({"gold": 1, "linked": int(bool(linked)), "right": int(wanted in counted), "types_coded": len(own)})
        per_type[wanted].update({"gold": 1, "right": int(wanted in counted)})
        for kind in (own - {wanted}) | (counted & {wanted}):
            per_type[kind]["coded"] += 1
    return _summary(tally, {kind: counts for kind, counts in sorted(per_type.items()) if counts["gold"]})


def links(event: Item, source: Sequence[int], target: Sequence[int]) -> bool:
    """Whether an event goes from one span to the other; of a symmetric type either way round."""
    actors, recipients = event.get("actors") or [], event.get("recipients") or []
    if _touches(actors, source) and _touches(recipients, target):
        return True
    everyone = [*actors, *recipients]
    return event["type"] in conventions().symmetric and _touches(everyone, source) and _touches(everyone, target)


def _touches(parties: Iterable[Item], span: Sequence[int]) -> bool:
    return any(p.get("start") is not None and p["start"] < span[1] and span[0] < p["end"] for p in parties)


def _summary(tally: Counter[str], per_type: Mapping[str, Counter[str]]) -> Figures:
    scores = [_type_f1(counts) for counts in per_type.values()]
    return {
        "gold": tally["gold"],
        "pair_recall": round(tally["linked"] / tally["gold"], 3),
        "type_recall": round(tally["right"] / tally["gold"], 3),
        "type_accuracy_when_linked": round(tally["right"] / max(1, tally["linked"]), 3),
        "type_precision": round(tally["right"] / max(1, tally["types_coded"]), 3),
        "macro_f1": round(sum(scores) / len(scores), 3),
        "per_type_recall": {kind: round(counts["right"] / counts["gold"], 3) for kind, counts in per_type.items()},
    }


def _type_f1(counts: Counter[str]) -> float:
    precision = counts["right"] / counts["coded"] if counts["coded"] else 0.0
    return harmonic(precision, counts["right"] / counts["gold"])
