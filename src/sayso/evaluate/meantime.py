"""Scores of status and say-so against MEANTIME (Minard et al. 2016): its factuality, and its links from reporting to what is reported.

A coded event is measured where its trigger overlaps an annotated event mention; which events are coded at all is no matter here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.evaluate.conventions import conventions
from sayso.evaluate.figures import Figures, Item, best_overlap, by_report, overlap, rates, share
from sayso.evaluate.reports import Miss

SPEAKER = "Arg0"  # the participant of a reporting event who speaks, after PropBank
Pair = tuple[Item, Item, Item]  # report, annotated event, coded event


def score_meantime(gold_reports: Iterable[Item], events: Iterable[Item]) -> tuple[Figures, list[Miss]]:
    """Per class precision and recall of the status, the same of speakers, and every miss."""
    reports, coded = list(gold_reports), by_report(events)
    pairs = [pair for report in reports for pair in _pairs(report, coded.get(str(report["id"]), []))]
    status, missed = _status(pairs)
    says, unsaid = _says(pairs)
    annotated = sum(bool(event.get("status")) for report in reports for event in report["events"])
    return {"gold": annotated, "found": len(pairs), "status": status, "says": says}, [*missed, *unsaid]


def _pairs(report: Item, coded: Sequence[Item]) -> Iterator[Pair]:
    """Annotated events with a factuality, each with the coded event whose trigger overlaps it."""
    triggers = [{**event["trigger"], "event": event} for event in coded]
    for gold in report["events"]:
        hit = best_overlap(triggers, gold) if gold.get("status") else None
        if hit is not None:
            yield report, gold, hit["event"]


def accepted(gold: Item) -> tuple[str, ...]:
    """The statuses that agree with an annotated factuality, the best one first.

    What is to come and not certain ("may fly") is of the future in MEANTIME and possible with us: either agrees.
    """
    status = conventions().factuality[gold["status"]]
    uncertain = gold.get("certainty") not in (None, "CERTAIN")
    return (status, "possible") if gold.get("time") == "FUTURE" and gold.get("polarity") != "NEG" and uncertain else (status,)


def _status(pairs: Sequence[Pair]) -> tuple[Figures, list[Miss]]:
    wanted, have, right, misses = Counter[str](), Counter[str](), Counter[str](), list[Miss]()
    for report, gold, event in pairs:
        best, status = accepted(gold), event["status"]
        agreed = status if status in best else best[0]
        wanted[agreed] += 1
        have[status] += 1
        right[status] += status in best
        if status not in best:
            misses.append(_miss(report, gold, f"status {best[0]}", status))
    figures: Figures = {"accuracy": share(sum(right.values()), len(pairs))}
    for status in dict.fromkeys(conventions().factuality.values()):
        figures[status] = {**rates(right[status], have[status], right[status], wanted[status]), "gold": wanted[status]}
    return figures, misses


def _says(pairs: Sequence[Pair]) -> tuple[Figures, list[Miss]]:
    """Chains of which a link is the annotated speaker; MEANTIME links the main event of what is said, so precision is a lower bound."""
    tally, misses = Counter[str](), list[Miss]()
    links = {report["id"]: _speakers(report) for report, _, _ in pairs}
    for report, gold, event in pairs:
        speakers, chain = links[report["id"]].get(gold["mid"], []), event.get("says") or []
        met = any(overlap(link, speaker) for link in chain for speaker in speakers)
        tally.update({"gold": int(bool(speakers)), "coded": int(bool(chain)), "right": int(met)})
        if speakers and not met:
            misses.append(_miss(report, gold, f"says {speakers[0]['text']}", " > ".join(link["text"] for link in chain) or "nobody"))
    return {**rates(tally["right"], tally["coded"], tally["right"], tally["gold"]), "gold": tally["gold"]}, misses


def _speakers(report: Item) -> Mapping[str, list[Item]]:
    """Those who speak of an annotated event, by its id."""
    events, found = {event["mid"]: event for event in report["events"]}, defaultdict[str, list[Item]](list)
    for link in report["reporting_links"]:
        participants = events.get(link["report_event"], {}).get("participants") or []
        found[link["content_event"]] += [p for p in participants if p["role"] == SPEAKER]
    return found


def _miss(report: Item, gold: Item, wanted: str, coded: str) -> Miss:
    start, end = max(0, gold["start"] - 60), gold["end"] + 60
    return Miss(str(report["id"]), wanted, " ".join(report["text"][start:end].split()), (coded,))
