"""What is known about incidents: which types tell of one happening, over how many days, and what speaks for and against it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

from sayso.lexicon.lexicon import gathered, stamp
from sayso.lexicon.read import FOLDER, Data, cached


@dataclass(frozen=True, slots=True)
class Family:
    """Event types that may tell of one happening, with spans of time in days; `incidents/families.yaml` says what they mean."""

    name: str
    types: frozenset[str]
    lag: int
    ahead: int
    spread: int
    shift: int
    either_way: bool
    topic: bool


@dataclass(frozen=True)
class Rules:
    """How events are held against each other; `houses` maps names and domains of outlets, casefolded, to the newsroom that they share."""

    families: tuple[Family, ...]
    points: Mapping[str, float]
    enough: float
    against: float
    usual_wording: float
    usual_topic: float
    near: float
    number_ratio: float
    idle: frozenset[str]
    kindred: tuple[frozenset[str], ...]
    modes_apart: frozenset[frozenset[str]]
    houses: Mapping[str, str]

    @cached_property
    def by_type(self) -> Mapping[str, tuple[Family, ...]]:
        """The families of each event type."""
        types = sorted({kind for family in self.families for kind in family.types})
        return {kind: tuple(f for f in self.families if kind in f.types) for kind in types}

    @cached_property
    def _alone(self) -> dict[str, tuple[Family, ...]]:
        return {}

    def families_of(self, kind: str) -> tuple[Family, ...]:
        """The families of a type; one that no file names is a family by itself."""
        found = self.by_type.get(kind)
        if found is None:
            found = self._alone.setdefault(kind, (Family(kind.lower(), frozenset([kind]), 3, 14, 1, 0, either_way=False, topic=False),))
        return found

    def kin(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether reports name bodies of these sectors for one another."""
        return any(one & group and other & group for group in self.kindred)


def rules(folder: Path = FOLDER, cache: Path | None = None, knowledge: Sequence[Path] = ()) -> Rules:
    """The rules of a lexicon; outlets of folders that are laid over it count too.

    Raises:
        LexiconError: an entry is malformed.
    """
    told = cached(cache, f"{stamp(folder, knowledge)}-incidents", lambda: _told(gathered(folder, cache, knowledge)[1]))
    like: Mapping[str, Any] = told["likeness"]
    return Rules(
        families=tuple(Family(**{"shift": 0, **entry, "types": frozenset(entry["types"])}) for entry in told["families"]),
        points=like["points"],
        enough=like["enough"],
        against=like["against"],
        usual_wording=like["usual_wording"],
        usual_topic=like["usual_topic"],
        near=like["near"],
        number_ratio=like["number_ratio"],
        idle=frozenset(like["idle"]),
        kindred=tuple(map(frozenset, like["kindred"])),
        modes_apart=frozenset(frozenset(pair) for group in like["modes_apart"] for pair in combinations(group, 2)),
        houses=told["houses"],
    )


def _told(data: Data) -> Data:
    """What the rules are made of, kept by itself: the whole lexicon takes twenty times as long to read."""
    return {"families": data["families"], "likeness": data["likeness"], "houses": _houses(data["organisations"])}


def _houses(bodies: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The house of every outlet that carries its reports, and of the house itself, by every name and domain."""
    families = {body["id"]: body["family"] for body in bodies if body["family"]}
    families |= {head: head for head in families.values()}
    outlets = ((body, families[body["id"]]) for body in bodies if body["id"] in families)
    return {name.casefold(): house for body, house in outlets for name in (body["name"], *body["also"], *body["domains"])}
