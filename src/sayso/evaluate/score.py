"""Run a coder on a gold set and score what it found."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sayso.evaluate.clusters import score_incidents, score_origins
from sayso.evaluate.codes import score_codes
from sayso.evaluate.figures import Figures
from sayso.evaluate.gold import GoldSet, Kind, read
from sayso.evaluate.meantime import score_meantime
from sayso.evaluate.places import score_places
from sayso.evaluate.relations import score_relations
from sayso.evaluate.reports import Miss, score_negatives, score_reports
from sayso.evaluate.times import score_times
from sayso.lexicon import load
from sayso.model import AnnotatedReport, Report
from sayso.settings import Settings

__all__ = [
    "Annotator",
    "Scored",
    "score_codes",
    "score_incidents",
    "score_meantime",
    "score_negatives",
    "score_origins",
    "score_places",
    "score_relations",
    "score_reports",
    "score_set",
    "score_times",
    "scored",
]


class Annotator(Protocol):
    """Whoever can be scored."""

    def annotate_many(self, reports: Iterable[Report]) -> Iterator[AnnotatedReport]:
        """Reports with all that was found in them."""
        ...


@dataclass(frozen=True, slots=True)
class Scored:
    """The figures of a set, and what was missed, where the set tells."""

    kind: Kind
    figures: Figures
    misses: tuple[Miss, ...] = ()


WITH_MISSES: Mapping[str, Callable[[Sequence[Mapping[str, Any]], Iterable[Mapping[str, Any]]], tuple[Figures, list[Miss]]]] = {
    "reports": score_reports,
    "seeds": score_reports,
    "factuality": score_meantime,
    "negatives": score_negatives,
}
ON_EVENTS: Mapping[str, Callable[[Iterable[Mapping[str, Any]], Iterable[Mapping[str, Any]]], Figures]] = {
    "relations": score_relations,
    "codes": score_codes,
}
ON_REPORTS: Mapping[str, Callable[[Iterable[Mapping[str, Any]], Iterable[Mapping[str, Any]]], Figures]] = {
    "places": lambda gold, reports: score_places(gold, reports, _codes()),
    "times": score_times,
}


def _codes() -> dict[str, str]:
    """Countries (ISO alpha-3) by the names that annotations give them."""
    lexicon = load(cache=Settings().cache)
    found = ((text, next((n.entity.country for n in names if n.entity.kind == "country"), None)) for text, names in lexicon.names.items())
    return {text: code for text, code in found if code}


def score_set(path: Path, coder: Annotator) -> Figures:
    """The figures of a coder on a gold set.

    Raises:
        InputError: the set can't be read.
    """
    return scored(read(path), coder).figures


def scored(gold: GoldSet, coder: Annotator) -> Scored:
    """A coder's figures on a gold set, with every miss."""
    annotated = [report.to_dict() for report in coder.annotate_many(gold.reports)]
    events = [event for report in annotated for event in report["events"]]
    if gold.kind in WITH_MISSES:
        figures, misses = WITH_MISSES[gold.kind](gold.rows, events)
        return Scored(gold.kind, figures, tuple(misses))
    if gold.kind in ON_EVENTS:
        return Scored(gold.kind, ON_EVENTS[gold.kind](gold.rows, events))
    return Scored(gold.kind, ON_REPORTS[gold.kind](gold.rows, annotated))
