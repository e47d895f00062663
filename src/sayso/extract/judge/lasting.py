"""What goes on: an act that has been done since some time is of all the time from then to now."""

from bisect import bisect_left
from dataclasses import replace
from datetime import date

from sayso.extract.parse.tree import Tree
from sayso.extract.times import TimeMention

SINCE, HAVING = "since", ("has", "have", "'s", "'ve")
NEAR = 3  # words between "since" and its time: "since early last May"


def until_now(tree: Tree, verb: int, found: TimeMention | None, day: date | None) -> TimeMention | None:
    """The time of what has been done "since April" by a verb up to the `day` of publication; any other as it is."""
    if found is None or found.last is None or day is None or found.last >= day or not _has(tree, verb):
        return found
    first = bisect_left(tree.starts, found.start)
    since = any(tree.lower[i] == SINCE and not any(map(tree.verb, range(i, first))) for i in range(max(first - NEAR, 0), first + 1))
    return replace(found, last=day) if since else found


def _has(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in the present perfect: "*has* jailed ten", "*has* been fighting"."""
    return tree.tags[verb] in ("VBN", "VBG") and tree.has(verb, HAVING, "aux")
