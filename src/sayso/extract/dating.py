"""Which time expression dates an event: the one attached nearest above or below its trigger."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import timedelta

from sayso.extract.matches import Match
from sayso.extract.times import TimeMention, on_day
from sayso.extract.tree import Tree

UNKNOWN = "XXXX"  # the year of a date that nothing tells: better than no date
WEEK = timedelta(days=7)
ONE_SCENE = 20  # steps that a day named in another clause of the same scene counts: one attached to the trigger always comes first
BORROWED = 5  # steps more for a day that stands with the clause above
BORDERS = ("ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "xcomp", "pcomp", "parataxis")


def dating(tree: Tree, match: Match, times: Sequence[TimeMention], speech: Set[str], *, ahead: bool) -> TimeMention | None:
    """The time expression that dates an event; None where none of the sentence's does.

    `speech` are verbs of speech, whose own day is not that of what is said. `ahead`: the event is still to come, so that
    "by 2030" may date it and "on Monday" is the next one.
    """
    found = _nearest(tree, match, times, speech, ahead=ahead)
    if found and ahead and found.weekly and found.first:
        return replace(on_day(found, found.first + WEEK), basis="relative")
    return found


def _nearest(tree: Tree, match: Match, times: Sequence[TimeMention], speech: Set[str], *, ahead: bool) -> TimeMention | None:
    best, top = None, 99
    for mention in times:
        if mention.first is None and (mention.type not in ("DATE", "TIME") or not mention.value.startswith(UNKNOWN)):
            continue
        i = next((t for t in range(len(tree)) if tree.starts[t] <= mention.start < tree.ends[t]), None)
        if i is None or (not ahead and i > 0 and tree.lower[i - 1] in ("by", "until", "till", "through", "to")):
            continue
        far = _distance(tree, i, {match.token, match.top})
        if far is None and mention.first is not None and mention.first == mention.last and _one_scene(tree, i, match.top, speech):
            far = ONE_SCENE
        if far is not None and far < top:
            best, top = mention, far
    return best


def _one_scene(tree: Tree, time: int, trigger: int, speech: Set[str]) -> bool:
    """Whether a day named elsewhere in the sentence is that of the trigger too: joined, participial and "as" clauses share it."""
    verb = next((h for h in tree.up(time) if tree.verb(h)), None)
    if verb is None or (tree.lower[verb] in speech and tree.kids(verb, "ccomp")):
        return False
    for low, high in ((trigger, verb), (verb, trigger)):
        chain = [low, *tree.up(low)]
        if high in chain:
            return all(_shares(tree, c) for c in chain[: chain.index(high)] if tree.verb(c))
    return False


def _shares(tree: Tree, v: int) -> bool:
    """Whether a clause happens on the day of the one above it."""
    if tree.deps[v] in ("conj", "xcomp"):
        return not any(tree.tags[c] == "MD" for c in tree.kids(v, "aux"))
    return tree.deps[v] == "advcl" and not any(
        tree.lower[c] in ("after", "before", "since", "until", "if", "because", "when") for c in tree.kids(v, "mark", "advmod", "prep")
    )


def _distance(tree: Tree, i: int, targets: set[int]) -> int | None:
    """Steps from a time expression up to an event's trigger, clause borders uncrossed; None where it belongs elsewhere."""
    for steps, head in enumerate(_path(tree, i)):
        if head in targets:
            return steps
    for target in targets:  # "said on Monday that ..." dates the saying; "met on Monday and signed ..." dates both
        if tree.deps[target] in ("conj", "xcomp", "advcl") and not tree.kids(target, "nsubj", "nsubjpass"):
            above = _distance(tree, i, {tree.heads[target]})
            if above is not None:
                return above + BORROWED
    return None


def _path(tree: Tree, i: int) -> Iterator[int]:
    """The words above a time expression up to the clause that it dates."""
    for head in tree.up(i):
        yield head
        if tree.verb(head) and tree.deps[head] in BORDERS:
            return
