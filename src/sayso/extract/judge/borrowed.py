"""Times that stand in a clause and date none of its acts: that of what is spoken of, compared with or counted from."""

from collections.abc import Sequence, Set

from sayso.extract.parse.tree import Tree
from sayso.extract.times import TimeMention

SINCE, AGO = "since", "ago"
COUNTED = 10  # words between "the biggest" and its "since"
MOST = ("JJS", "RBS")
OF_THING = ("nummod", "compound", "amod", "nmod")  # of a year before the noun that it tells apart from others
FULL_MONTH = 28  # days that a month has at least: of what is spoken of now the press knows no day, of what was done it does


def of_record(tree: Tree, first: int, top: int, records: Set[str]) -> bool:
    """Whether a time only says how long nothing was so: "the *biggest* raid *since* May", "for the *first* time *since* 1979"."""
    if SINCE not in tree.lower[max(first - 3, 0) : first + 1]:
        return False
    since = next(i for i in range(first, -1, -1) if tree.lower[i] == SINCE)
    if tree.within(top, since):
        return False
    before = range(since - 1, max(since - COUNTED, -1), -1)
    nearest = next((i for i in before if tree.verb(i) or _most(tree, i, records)), None)
    return nearest is not None and _most(tree, nearest, records)


def _most(tree: Tree, i: int, records: Set[str]) -> bool:
    noun = tree.lower[i + 1 : i + 2] != ["least"] and tree.lower[i] != "least"
    return noun and (tree.tags[i] in MOST or tree.lower[i] in records)


def compared(tree: Tree, first: int, measures: Set[str]) -> bool:
    """Whether a time is that of another figure: "arrested 40, *compared with* ten in 2019", "*down from* ten the year before"."""
    for i in range(first - 1, 0, -1):
        if tree.lower[i] in measures or f"{tree.lower[i - 1]} {tree.lower[i]}" in measures:
            return True
        if tree.verb(i) or tree.lower[i] in (",", ";"):
            return False
    return False


def long(mention: TimeMention) -> bool:
    """Whether a time is stated as a month or longer."""
    if mention.basis != "stated" or mention.first is None or mention.last is None:
        return False
    return (mention.last - mention.first).days >= FULL_MONTH - 1


def owner(tree: Tree, time: int, happenings: Set[str], topical: Set[str], verb: int) -> int | None:
    """The noun for what is spoken of that a month or a year behind it dates: "condemned the *killing* of ten men *in April*"."""
    spoken = (*tree.kids(verb, "dobj"), *tree.taken(verb, *topical))
    return next((n for n in spoken if verb < n < time and tree.lower[n] in happenings), None)


def since_when(tree: Tree, time: int, happenings: Set[str]) -> int | None:
    """The noun for what others are counted from that a time dates: "ten have died *since the coup in March*"."""
    return next((n for n in tree.up(time) if tree.lower[n] in happenings and tree.lower[tree.heads[n]] == SINCE), None)


def of_name(tree: Tree, tokens: Sequence[int], act: Sequence[int], within: Set[str]) -> bool:
    """Whether a year only says which thing is meant: "quit the *2015* pact", "jailed over the *2022* coup"."""
    year = tokens[0]
    noun = tree.heads[year]
    if len(tokens) > 1 or tree.tags[year] != "CD" or tree.deps[year] not in OF_THING or noun <= year or noun in act:
        return False
    while tree.deps[noun] in ("compound", "nmod", "poss") and tree.heads[noun] > noun:
        noun = tree.heads[noun]
    over = tree.heads[noun]
    return tree.deps[noun] == "dobj" or (tree.deps[noun] == "pobj" and tree.lower[over] not in within)


def of_ground(tree: Tree, tokens: Sequence[int], act: Sequence[int], happenings: Set[str]) -> bool:
    """Whether a time long past is that of what somebody "has been" dealt with for: "has been charged over *the raid* two years ago"."""
    if tree.lower[tokens[-1]] != AGO:
        return False
    before = range(tokens[0] - 1, max(act), -1)
    clause = next((i for i in before if tree.verb(i) or tree.lower[i] == ","), max(act))
    return any(tree.deps[n] == "pobj" and tree.lower[n] in happenings for n in range(clause + 1, tokens[0]))


def of_apposition(tree: Tree, time: int, token: int) -> bool:
    """Whether a time only says who somebody is: "Japan, *the largest donor last year*, stopped its aid"."""
    if "appos" not in tree.deps:
        return False
    who = next((h for h in (time, *tree.up(time)) if tree.deps[h] == "appos" or tree.verb(h)), None)
    if who is None or tree.deps[who] != "appos" or tree.deps[tree.heads[who]] not in ("nsubj", "nsubjpass"):
        return False
    return who < tree.heads[tree.heads[who]] and not tree.within(token, who)


def announced(tree: Tree, noun: int, time: int, speech: Set[str]) -> bool:
    """Whether a time tells from when on something is to be that is only announced: "*announced* drills *from* Friday"."""
    return noun < time and tree.lower[time - 1] == "from" and tree.deps[noun] == "dobj" and tree.lower[tree.heads[noun]] in speech
