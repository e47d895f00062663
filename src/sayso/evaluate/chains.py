"""Scores on mentions in chains of coreference, as MEANTIME has them: within one report and across reports."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping

from sayso.evaluate.figures import Figures, Item, best_overlap, by_report, rates, share

Mention = tuple[str, int]
Labels = Mapping[Mention, Hashable]


def score_chains(gold_rows: Iterable[Item], events: Iterable[Item], incidents: Iterable[Item]) -> Figures:
    """Links between mentions that were coded at all; gold rows are {id, events: [{start, end, chain}]}.

    A mention is coded where the trigger of an event overlaps it. Links are pairs of such mentions: gold ones share a chain, coded ones an
    incident. `within` counts pairs inside a report, `across` those between reports; `mentions` says how many of all mentions, and
    `chained` how many of those in chains over several reports, were coded.
    """
    placed = {(e["report"], e["id"]): incident["id"] for incident in incidents for e in incident["events"]}
    coded = by_report(events)
    gold: dict[Mention, Hashable] = {}
    found: dict[Mention, Hashable] = {}
    for row in gold_rows:
        name, triggers = str(row["id"]), [{**e["trigger"], "event": e["id"]} for e in coded.get(str(row["id"]), [])]
        for mention in row["events"]:
            key = (name, mention["start"])
            gold[key] = mention.get("chain") or ("alone", *key)
            hit = best_overlap(triggers, mention)
            if hit is not None:
                found[key] = placed[name, hit["event"]]
    spread = _reports(gold)
    wide = {key for key, chain in gold.items() if spread[chain] > 1}
    both = {key: gold[key] for key in found}
    return {
        "gold": len(gold),
        "mentions": share(len(found), len(gold)),
        "chained": share(len(wide & found.keys()), len(wide)),
        "within": _links(both, found, across=False),
        "across": _links(both, found, across=True),
    }


def _reports(gold: Labels) -> Mapping[Hashable, int]:
    """In how many reports each chain has mentions."""
    reports: dict[Hashable, set[str]] = defaultdict(set)
    for (report, _), chain in gold.items():
        reports[chain].add(report)
    return {chain: len(names) for chain, names in reports.items()}


def _links(gold: Labels, found: Labels, *, across: bool) -> Figures:
    wanted, have = (_pairs(labels, across=across) for labels in (gold, found))
    both = len(wanted & have)
    return {"gold": len(wanted), **rates(both, len(have), both, len(wanted))}


def _pairs(labels: Labels, *, across: bool) -> set[tuple[Mention, Mention]]:
    groups: dict[Hashable, list[Mention]] = defaultdict(list)
    for mention, label in sorted(labels.items(), key=lambda item: item[0]):
        groups[label].append(mention)
    return {(a, b) for same in groups.values() for i, a in enumerate(same) for b in same[i + 1 :] if (a[0] != b[0]) == across}
