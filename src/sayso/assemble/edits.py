"""Merges and splits by hand: what somebody decided stands above what was computed, and is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Edit:
    """Groups of event ids: those in one group are one happening, those in different groups are not."""

    groups: tuple[tuple[str, ...], ...]


def edit(value: Mapping[str, Any]) -> Edit:
    """An edit from its JSON object: `{"merge": [ids]}` or `{"split": [[ids], [ids], ...]}`; other keys (by, at, why) are left alone.

    Raises:
        ValueError: it is neither; the message says what is expected.
    """
    if _ids(value.get("merge")) and len(value["merge"]) > 1 and "split" not in value:
        return Edit((tuple(value["merge"]),))
    split = value.get("split")
    if isinstance(split, list) and len(split) > 1 and all(_ids(group) for group in split) and "merge" not in value:
        return Edit(tuple(map(tuple, split)))
    raise ValueError('an edit is {"merge": [two or more event ids]} or {"split": [[event ids], [event ids], ...]}')


def _ids(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the edits come to: pairs of events that belong together, and those that don't; a later edit overrules an earlier one.

    Reports with the same words have events of one id: where a merge names it twice, all of these belong together.
    """

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    named: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> "Decisions":
        """The decisions of edits in the order in which they were made."""
        pairs: dict[Pair, bool] = {}
        for one in edits:
            pairs.update({frozenset(pair): True for group in one.groups for pair in combinations(group, 2)})
            pairs.update({frozenset(pair): False for a, b in combinations(one.groups, 2) for pair in product(a, b)})
        kept = {pair: together for pair, together in pairs.items() if together or len(pair) == 2}
        return cls(
            together=frozenset(pair for pair, together in kept.items() if together),
            apart=frozenset(pair for pair, together in kept.items() if not together),
            named=frozenset(one for pair in kept for one in pair),
        )
