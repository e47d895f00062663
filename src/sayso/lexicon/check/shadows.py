"""Patterns that can never fire, because another one is met wherever they are and wins."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sayso.lexicon.check.patterns import TRIGGERS, within
from sayso.lexicon.check.problem import Problem
from sayso.lexicon.check.shape import Data, Files
from sayso.lexicon.pattern import Classes, Pattern, Words, as_they_are, compiled


def shadow_problems(files: Files) -> Iterator[Problem]:
    """Every pattern that stands in the shadow of another, with the triggers that it concerns."""
    shadows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (part, words), patterns in _by_trigger(files).items():
        for n, later in enumerate(patterns):
            for earlier in patterns[:n]:
                if earlier.id != later.id and shadowed(later, earlier, part):
                    shadows[later.id, earlier.id].append(words)
    for (later_id, earlier_id), triggers in shadows.items():
        text = f"{later_id} never wins over {earlier_id} for {', '.join(sorted(triggers))}: give it a condition of its own"
        yield Problem("shadow", (later_id, earlier_id), text)


def _by_trigger(files: Files) -> Mapping[tuple[str, str], list[Pattern]]:
    """Patterns by part of speech and words of their triggers, in the order in which they are tried."""
    index: dict[tuple[str, str], list[Pattern]] = defaultdict(list)
    for kind in files.entries["events"]:
        known = {**files.classes, **kind["classes"]}
        if any(within(name, name, known, set()) for name in known):
            continue  # told by pattern_problems; to flatten it would never end
        classes = Classes(known, as_they_are)  # the forms of equal lemmas would be the same
        for entry in kind["patterns"]:
            _add(index, compiled(kind, entry, classes), entry)
    return index


def _add(index: dict[tuple[str, str], list[Pattern]], pattern: Pattern, entry: Data) -> None:
    for part in TRIGGERS:
        for words in dict.fromkeys(entry[part]):
            index[part, words].append(pattern)


def shadowed(later: Pattern, earlier: Pattern, part: str) -> bool:
    """Whether the earlier one is met wherever the later one is, and states as many conditions.

    The matcher takes the sense with the most conditions, of equals the first.
    """
    if earlier.conditions != later.conditions or not _met_with(earlier, later):
        return False
    if part == "nouns":  # a noun without parties fires only where it is political, and may stand bare
        return (earlier.political or not later.political) and (earlier.bare or not later.bare)
    return True


def _met_with(wide: Pattern, narrow: Pattern) -> bool:
    """Whether all conditions of the wide one follow from those of the narrow one."""
    return (
        _wider(wide.object, narrow.object)
        and _wider(wide.subject, narrow.subject)
        and _excludes_less(wide.unless_object, narrow.unless_object)
        and _excludes_less(wide.unless_subject, narrow.unless_subject)
        and (not wide.with_ or (bool(narrow.with_) and _slots_within(narrow.with_, wide.with_)))
        and _slots_within(wide.unless_with, narrow.unless_with)
        and (not wide.complement or (bool(narrow.complement) and narrow.complement <= wide.complement))
        and (not wide.clause_verb or (bool(narrow.clause_verb) and narrow.clause_verb <= wide.clause_verb))
        and set(wide.unless) <= set(narrow.unless)
        and (not wide.several or narrow.several)
        and (not wide.agent or narrow.agent)
    )


def _wider(wide: Words | None, narrow: Words | None) -> bool:
    return wide is None or (narrow is not None and _within(narrow, wide))


def _excludes_less(wide: Words | None, narrow: Words | None) -> bool:
    return wide is None or (narrow is not None and _within(wide, narrow))


def _within(inner: Words, outer: Words) -> bool:
    return inner.forms <= outer.forms and inner.computed <= outer.computed and (outer.empty or not inner.empty)


def _slots_within(inner: Mapping[str, Words | None], outer: Mapping[str, Words | None]) -> bool:
    """Whether every preposition of the inner ones stands among the outer ones and takes no more there."""
    return all(slot in outer and (outer[slot] is None or _wider(outer[slot], words)) for slot, words in inner.items())
