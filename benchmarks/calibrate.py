"""Fit the confidence of events to annotated reports, and draw how far it can be trusted.

    python benchmarks/calibrate.py READ... [--unread FILE...] [--page docs/quality.md]

READ are sets of annotated reports (JSONL) that were read while the coder was written, `--unread` those that nobody has looked at
(`benchmarks/gold/reports-b.jsonl` by default). An event is right where an annotated event of an accepted type holds it and both roles
agree. The weights are those of a logistic regression with a penalty on their squares; that a report has been read is a sign as well,
which is left out of what is written: the confidence is that of events in new texts. The table of how sure and how often right is of
unread reports, in five folds, each rated with weights fitted to all the others.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.evaluate.agreement import roles_agree
from sayso.evaluate.gold import read
from sayso.extract.explain.confidence import signs
from sayso.extract.match.matches import Match
from sayso.extract.parse.step import SpacyParser
from sayso.extract.pipeline import Pipeline
from sayso.lexicon import load
from sayso.model import Event, Report

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "src" / "sayso" / "lexicon" / "cues" / "confidence.yaml"
FOLDS, PENALTY, RARE, STEPS = 5, 2.0, 8, 30
EDGES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)

Floats = npt.NDArray[np.float64]


@dataclass(slots=True)
class Seen:
    """Rates nothing; keeps the signs of the events that it is shown, by identifier."""

    signs: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def rate(self, event: Event, match: Match) -> float:
        """Nought."""
        self.signs[event.id] = tuple(signs(event, match))
        return 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One coded event: its report, its signs, whether it is right, and whether the report was read while the coder was written."""

    report: str
    signs: tuple[str, ...]
    right: bool
    read: bool


def main() -> None:
    """Read the arguments, fit, and write weights and page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("read", type=Path, nargs="+")
    parser.add_argument("--unread", type=Path, nargs="+", default=[ROOT / "benchmarks" / "gold" / "reports-b.jsonl"])
    parser.add_argument("--page", type=Path, default=ROOT / "docs" / "quality.md")
    given = parser.parse_args()
    rows = [row for file in given.read for row in observed(read(file).rows, known=True)]
    rows += [row for file in given.unread for row in observed(read(file).rows, known=False)]
    names = frequent(rows)
    base, weights = fitted(rows, names)
    WEIGHTS.write_text(written(base, weights), encoding="utf-8")
    table = list(reliability(folded(rows, names)))
    page = given.page.read_text(encoding="utf-8")
    section = "\n".join(["<!-- confidence -->", *table, "<!-- /confidence -->"])
    marked = re.sub("<!-- confidence -->.*?<!-- /confidence -->", lambda _: section, page, flags=re.DOTALL)
    given.page.write_text(marked, encoding="utf-8")
    print("\n".join(table))


def observed(reports: Iterable[Mapping[str, Any]], *, known: bool) -> Iterator[Row]:
    """All events coded in annotated reports, which are known to those who wrote the coder or not."""
    seen = Seen()
    pipeline = Pipeline(load(), SpacyParser(), "calibration", seen)
    for gold in reports:
        given = Report(id=gold["id"], text=gold["text"], published=date.fromisoformat(gold["published"]))
        for annotated in pipeline.annotate([given]):
            for event in annotated.events:
                yield Row(gold["id"], seen.signs[event.id], right(gold, event), known)


def right(gold: Mapping[str, Any], event: Event) -> bool:
    """Whether an annotated event of an accepted type holds an event and both roles agree."""
    middle, coded = (event.trigger.start + event.trigger.end) // 2, event.to_dict()
    for annotated in gold["events"]:
        start = gold["text"].index(annotated["evidence"])
        if start <= middle < start + len(annotated["evidence"]) and event.type in annotated["types"] and roles_agree(annotated, coded):
            return True
    return False


def frequent(rows: Sequence[Row]) -> list[str]:
    """The signs that are seen often enough to be weighed."""
    counts: dict[str, int] = {}
    for row in rows:
        for sign in row.signs:
            counts[sign] = counts.get(sign, 0) + 1
    supposed = load().cues["confidence"]["supposed"]
    return sorted(sign for sign, n in counts.items() if RARE <= n <= len(rows) - RARE and sign not in supposed)


def matrix(rows: Sequence[Row], names: Sequence[str]) -> Floats:
    """Events by signs, between a column of ones and one that tells of reports that were read: (n, 1 + signs + 1)."""
    return np.array([[1.0, *(float(name in row.signs) for name in names), float(row.read)] for row in rows])


def solved(x: Floats, y: Floats) -> Floats:
    """The weights of a logistic regression by Newton's method; the base goes free of the penalty."""
    penalty = np.diag([0.0, *([PENALTY] * (x.shape[1] - 1))])
    w = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        slope = x.T @ (p - y) + penalty @ w
        curve = (x * (p * (1 - p))[:, None]).T @ x + penalty
        w = w - np.linalg.solve(curve, slope)
    return w


def fitted(rows: Sequence[Row], names: Sequence[str]) -> tuple[float, dict[str, float]]:
    """The base and the weight of each sign."""
    w = solved(matrix(rows, names), np.array([float(r.right) for r in rows]))
    return round(float(w[0]), 2), {name: round(float(v), 2) for name, v in zip(names, w[1:-1], strict=True) if abs(v) >= 0.05}


def folded(rows: Sequence[Row], names: Sequence[str]) -> list[tuple[float, bool]]:
    """How sure and whether right, each event of unread reports rated with weights fitted to other reports."""
    reports = sorted({r.report for r in rows if not r.read})
    fold = {report: n % FOLDS for n, report in enumerate(reports)}
    found: list[tuple[float, bool]] = []
    for n in range(FOLDS):
        train, test = [r for r in rows if fold.get(r.report) != n], [r for r in rows if fold.get(r.report) == n]
        w = solved(matrix(train, names), np.array([float(r.right) for r in train]))
        rated = 1 / (1 + np.exp(-matrix(test, names) @ w))
        found += [(float(p), r.right) for p, r in zip(rated, test, strict=True)]
    return found


def reliability(rated: Sequence[tuple[float, bool]]) -> Iterator[str]:
    """The table: confidence from, to, events, mean confidence, share that is right; and the mean distance between the two."""
    yield from ("| confidence | events | mean | right | |", "|---|---|---|---|---|")
    gap = 0.0
    for low, high in pairwise(EDGES):
        inside = [(p, ok) for p, ok in rated if low <= p < high]
        if not inside:
            continue
        mean, share = sum(p for p, _ in inside) / len(inside), sum(ok for _, ok in inside) / len(inside)
        gap += abs(mean - share) * len(inside) / len(rated)
        yield f"| {low:.1f} to {min(high, 1.0):.1f} | {len(inside)} | {mean:.2f} | {share:.2f} | {'█' * round(20 * share)} |"
    brier = sum((p - ok) ** 2 for p, ok in rated) / len(rated)
    share = sum(ok for _, ok in rated) / len(rated)
    yield f"\n{len(rated)} events, {share:.2f} of them right; mean distance {gap:.3f}, Brier score {brier:.3f}"
    yield f"({share * (1 - share):.3f} for one figure for all)."


def written(base: float, weights: Mapping[str, float]) -> str:
    """The cue file."""
    head = WEIGHTS.read_text(encoding="utf-8").split("base:")[0]
    return "\n".join([f"{head}base: {base}", "signs:", *(f"  {name}: {value}" for name, value in sorted(weights.items())), ""])


if __name__ == "__main__":
    main()
