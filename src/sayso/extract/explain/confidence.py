"""How sure an event is: the share of events with the same signs whose type and both roles were found right in annotated reports.

A logistic regression; its weights stand in the lexicon's cue file `confidence` and are fitted by `benchmarks/calibrate.py`.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.extract.match.matches import Match
from sayso.lexicon import Lexicon
from sayso.model import Event, Party

LEAST, MOST = 0.05, 0.95  # what a few hundred annotated events can't show to be surer


class Rating(Protocol):
    """Whatever says how sure an event is."""

    def rate(self, event: Event, match: Match) -> float:
        """The probability that an event is right."""
        ...


@dataclass(frozen=True, slots=True)
class Certainty:
    """The weights of the signs, in log odds, and what holds where there is none."""

    base: float
    weights: Mapping[str, float]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Certainty":
        """Take them from a lexicon's cues."""
        cues = lexicon.cues["confidence"]
        return cls(float(cues["base"]), {sign: float(weight) for sign, weight in {**cues["signs"], **cues["supposed"]}.items()})

    def rate(self, event: Event, match: Match) -> float:
        """The probability, 0.05 to 0.95, that an event is right."""
        odds = self.base + sum([self.weights.get(sign, 0.0) for sign in signs(event, match)])
        return round(min(max(1 / (1 + math.exp(-odds)), LEAST), MOST), 2)


def signs(event: Event, match: Match) -> list[str]:
    """What is seen of an event: how its parties are known, what carries it, and its status."""
    seen = [f"actor {_known(event.actors)}", f"recipient {_known(event.recipients)}", f"by {match.part}"]
    seen += [f"status {event.status}", f"quad {event.quad}"]
    if not match.pattern.conditions:
        seen.append("unconditional")
    if match.light is not None:
        seen.append("light verb")
    for role, parties in (("actor", event.actors), ("recipient", event.recipients)):
        if len(parties) > 1:
            seen.append(f"several {role}s")
        if parties and not any(p.country for p in parties):
            seen.append(f"no country of {role}")
    if "context" in [p.basis for p in (*event.actors, *event.recipients)]:
        seen.append("known from context")
    if any(f.referent and f.referent.doubtful for f in (*match.actors, *match.recipients)):
        seen.append("office may have ended")
    return seen


def _known(parties: Sequence[Party]) -> str:
    """How the best known of the parties is known."""
    if not parties:
        return "none"
    return next((p.basis for p in parties if p.identified), "unknown")
