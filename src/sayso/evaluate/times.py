"""Scores on expressions of time: relaxed spans, and the value F1 of TempEval-3."""

from collections import Counter
from collections.abc import Iterable

from sayso.evaluate.figures import Figures, Item, best_overlap, of_reports, overlap, rates


def score_times(gold_reports: Iterable[Item], reports: Iterable[Item]) -> Figures:
    """Expressions found, and those found whose TIMEX3 value is right."""
    coded, tally = of_reports(reports, "times"), Counter[str]()
    for report in gold_reports:
        have = coded.get(str(report["id"]), [])
        tally["coded"] += len(have)
        tally["right"] += sum(any(overlap(time, gold) for gold in report["times"]) for time in have)
        for gold in report["times"]:
            hit = best_overlap(have, gold)
            tally.update({"gold": 1, "found": int(hit is not None)})
            tally["valued"] += hit is not None and str(hit.get("value")) == gold["value"]
    return {
        "gold": tally["gold"],
        "found": rates(tally["right"], tally["coded"], tally["found"], tally["gold"]),
        "value": rates(tally["valued"], tally["coded"], tally["valued"], tally["gold"]),
    }
