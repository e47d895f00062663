"""Who holds which value of a field, and which of the values can't all be right."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.assemble.telling import Teller, Telling
from sayso.model.incident import Change, Disagreement, Holding

Compatible = Callable[[Any, Any], bool]


@dataclass(frozen=True, slots=True)
class Claim:
    """A value of a field as one report gives it, as it is compared and as it is shown; `weight` prefers the more definite of one report."""

    telling: Telling
    key: Hashable
    shown: Any
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """The claims of one value."""

    key: Hashable
    shown: Any
    claims: tuple[Claim, ...]
    voices: frozenset[str]

    @property
    def latest(self) -> int:
        """The ordinal of the last day on which it was told."""
        return max(claim.telling.published or 0 for claim in self.claims)

    def holding(self) -> Holding:
        """As it is shown."""
        return Holding(self.shown, tuple(sorted({claim.telling.report for claim in self.claims})), len(self.voices))


def held(claims: Iterable[Claim], voices: Mapping[Teller, str], *, each: bool = False) -> list[Held]:
    """Values with who holds them, the best supported first: by origins, then the latest.

    Of each report its most definite claim counts, or `each` of its claims, where a report can tell both.
    """
    by_report: dict[tuple[Teller, Hashable], Claim] = {}
    for claim in sorted(claims, key=lambda c: (-c.weight, c.telling.span, c.telling.id)):
        by_report.setdefault((claim.telling.teller, claim.key if each else None), claim)
    by_key: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in by_report.values():
        by_key[claim.key].append(claim)
    found = [_held(key, same, voices) for key, same in by_key.items()]
    return sorted(found, key=lambda h: (-len(h.voices), -h.latest, repr(h.key)))


def _held(key: Hashable, claims: list[Claim], voices: Mapping[Teller, str]) -> Held:
    order = sorted(claims, key=lambda c: (-c.weight, c.telling.published or 0, c.telling.report))
    return Held(key, order[0].shown, tuple(order), frozenset(voices[claim.telling.teller] for claim in claims))


def disagreement(field: str, values: Sequence[Held], compatible: Compatible) -> Disagreement | None:
    """The values that can't all be right; None where they can."""
    contested = [one for one in values if any(not compatible(one.key, other.key) for other in values if other is not one)]
    return Disagreement(field, tuple(one.holding() for one in contested)) if contested else None


def change(field: str, values: Iterable[Held], compatible: Compatible) -> Change | None:
    """How the value changed from day to day; None where it did not."""
    told = sorted(
        (claim for one in values for claim in one.claims if claim.telling.published), key=lambda c: (c.telling.published, repr(c.key))
    )
    steps: list[Claim] = []
    for claim in told:
        later = not steps or (claim.telling.published or 0) > (steps[-1].telling.published or 0)
        if not steps or (later and not compatible(claim.key, steps[-1].key)):
            steps.append(claim)
    values_by_day = tuple((str(claim.telling.event["report"]["published"]), claim.shown) for claim in steps)
    return Change(field, values_by_day) if len(steps) > 1 else None
