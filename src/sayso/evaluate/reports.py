"""Scores on annotated reports: which annotated events were found, with the right type, roles and fields."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.evaluate.agreement import date_agrees, place_agrees, quantities_agree, roles_agree, says_agree, sectors_agree, status_agrees
from sayso.evaluate.figures import Figures, Item, by_report, harmonic, share

Passage = tuple[int, int, Item]
ALWAYS = (("sectors", sectors_agree), ("status", status_agrees), ("says", says_agree))
WHERE_ANNOTATED = (("date", date_agrees), ("place", place_agrees), ("quantities", quantities_agree))


@dataclass(frozen=True, slots=True)
class Miss:
    """What went wrong at one passage: the type that was not found, roles that differ, or an event too many."""

    report: str
    what: str
    passage: str
    coded: tuple[str, ...]

    def __str__(self) -> str:
        """One line."""
        return " | ".join([self.report, self.what, self.passage, ", ".join(self.coded) or "-"])


@dataclass(slots=True)
class Tally:
    """The counts of one scoring."""

    counts: Counter[str] = field(default_factory=Counter)
    fields: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    misses: list[Miss] = field(default_factory=list)


def score_reports(gold_reports: Iterable[Item], events: Iterable[Item]) -> tuple[Figures, list[Miss]]:
    """Figures of the events that were coded in annotated reports, and every miss."""
    coded, tally = by_report(events), Tally()
    for report in gold_reports:
        _score_report(report, coded.get(str(report["id"]), []), tally)
    return _summary(tally), tally.misses


def score_negatives(reports: Sequence[Item], events: Iterable[Item]) -> tuple[Figures, list[Miss]]:
    """The share of reports without any event in which nothing was coded, and every event that was."""
    coded = by_report(events)
    told = {str(report["id"]): coded.get(str(report["id"]), []) for report in reports}
    misses = [
        Miss(name, "spurious " + one["type"], one["evidence"]["text"][:120], (brief(one),)) for name, some in told.items() for one in some
    ]
    return {"reports": len(reports), "silent": share(sum(not some for some in told.values()), len(reports))}, misses


def _score_report(report: Item, coded: Sequence[Item], tally: Tally) -> None:
    text, used = report["text"], set[int]()
    passages = [(text.index(g["evidence"]), text.index(g["evidence"]) + len(g["evidence"]), g) for g in report["events"]]
    for passage in sorted(passages, key=lambda p: p[1] - p[0]):
        inside = [i for i, event in enumerate(coded) if i not in used and _holds(passage, event)]
        best = _best(passage[2], inside, coded)
        if best is not None:
            used.add(best)
            _count_found(report["id"], passage[2], coded[best], tally)
        elif passage[2]["must"]:
            tally.counts["gold"] += 1
            tally.misses.append(Miss(report["id"], passage[2]["types"][0], passage[2]["evidence"], tuple(coded[i]["type"] for i in inside)))
    for i, event in enumerate(coded):
        if i not in used and not _accepted(event, passages):
            tally.counts["spurious"] += 1
            tally.misses.append(_spurious(report["id"], event))


def _spurious(report: str, event: Item) -> Miss:
    return Miss(report, "spurious " + event["type"], event["evidence"]["text"][:120], (brief(event),))


def _holds(passage: Passage, event: Item) -> bool:
    """Whether the middle of an event's trigger lies in an annotated passage."""
    return bool(passage[0] <= (event["trigger"]["start"] + event["trigger"]["end"]) // 2 < passage[1])


def _best(gold: Item, inside: Iterable[int], coded: Sequence[Item]) -> int | None:
    """Of the events of an accepted type the one whose roles agree, then the surest, then the first."""
    typed = [i for i in inside if coded[i]["type"] in gold["types"]]
    return max(typed, key=lambda i: (roles_agree(gold, coded[i]), coded[i].get("confidence") or 0), default=None)


def _accepted(event: Item, passages: Iterable[Passage]) -> bool:
    """A second event on an annotated passage with an accepted type is not held against the coder."""
    return any(_holds(passage, event) and event["type"] in passage[2]["types"] for passage in passages)


def _count_found(report: str, gold: Item, event: Item, tally: Tally) -> None:
    core = roles_agree(gold, event)
    tally.counts.update({"gold": 1, "typed": 1, "core": int(core)})
    if not core:
        tally.misses.append(Miss(report, "roles", gold["evidence"], (brief(event),)))
    for name, agrees in ALWAYS:
        tally.fields[name].append(agrees(gold, event))
    for name, agrees in WHERE_ANNOTATED:
        if gold.get(name):
            tally.fields[name].append(agrees(gold, event))


def brief(event: Item) -> str:
    """An event in one line: countries and sectors, type, status."""
    return f"{_who(event, 'actors')} > {event['type']} > {_who(event, 'recipients')} [{event.get('status')}]"


def _who(event: Item, role: str) -> str:
    parties = event.get(role) or []
    return "+".join(f"{p.get('country') or p.get('name')} {' '.join(p.get('sectors') or [])}".strip() for p in parties)


def _summary(tally: Tally) -> Figures:
    counts = tally.counts
    return {
        "gold": counts["gold"],
        "typed": _f1(counts, counts["typed"]),
        "core": _f1(counts, counts["core"]),
        "fields_when_typed": {name: round(sum(hits) / len(hits), 3) for name, hits in tally.fields.items()},
        "counts": dict(counts),
    }


def _f1(counts: Counter[str], hits: int) -> Figures:
    found = counts["typed"] + counts["spurious"]
    precision = hits / found if found else 0.0
    recall = hits / counts["gold"] if counts["gold"] else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(harmonic(precision, recall), 3)}
