"""Acts of an earlier time that nothing tells exactly: "in recent years", "a few weeks ago", "at the time", "a *previous* arrest"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.judge.reach import clause
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.extract.times import TimeMention
from sayso.lexicon import Lexicon
from sayso.model.quad import SPOKEN

RECORD = 4  # words before a time in which "the first" stands
PAST = "PAST_REF"  # the value of a past time that is no day


@dataclass(frozen=True, slots=True)
class EarlierWords:
    """Phrases of a time that is over, adjectives for acts and for `roles` of such a time, and units of which nobody speaks weeks later.

    A phrase told `of` something is the time of that: "at the time *of* the raid"; that of `records` tells how long nothing was so.
    """

    phrases: frozenset[tuple[str, ...]]
    adjectives: frozenset[str]
    roles: frozenset[str]
    short: frozenset[str]
    records: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "EarlierWords":
        """Take them from a lexicon."""
        phrases = frozenset(tuple(phrase.split()) for phrase in lexicon.cue("time", "bygone"))
        return cls(
            phrases=phrases,
            adjectives=lexicon.cue("time", "bygone_acts"),
            roles=lexicon.cue("time", "bygone_roles"),
            short=lexicon.cue("time", "short"),
            records=lexicon.cue("time", "records"),
        )


def vaguely(tree: Tree, match: Match, times: Sequence[TimeMention], words: EarlierWords) -> TimeMention | None:
    """The vague past time that an act is told with, of more than one word: "recently" may well be today."""
    verbs = _above(tree, match)
    for mention in times:
        tokens = tree.cut(mention.start, mention.end)
        long = len(tokens) > 1 and mention.value == PAST and words.short.isdisjoint(tree.lower[tokens[0] : tokens[-1] + 1])
        if long and clause(tree, tokens[0]) in verbs and not _of_something_else(tree, match, tokens[0], words):
            return mention
    return None


def _of_something_else(tree: Tree, match: Match, time: int, words: EarlierWords) -> bool:
    """Whether a time is that of a record ("the first raid *in recent years*"), or of what is spoken of ("condemned the raids ...")."""
    spoken = match.pattern.quad in SPOKEN and any(match.token < o < time for o in tree.kids(match.top, "dobj"))
    return spoken or not words.records.isdisjoint(tree.lower[max(time - RECORD, 0) : time])


def of_earlier(tree: Tree, match: Match, words: EarlierWords) -> bool:
    """Whether an act is told as one of a time that is over."""
    if tree.has(match.token, words.adjectives, "amod") and match.part == "noun":
        return True
    if any(tree.lower[i] in words.roles for f in match.actors for i in range(f.first, f.head)):
        return True  # "*then*-president Sata"
    verbs = _above(tree, match)
    return any(clause(tree, i) in verbs for i in _told(tree, words))


def _told(tree: Tree, words: EarlierWords) -> Iterator[int]:
    """Where a phrase of a time that is over begins."""
    said = frozenset(tree.lower)
    for phrase in (p for p in words.phrases if said.issuperset(p)):
        n = len(phrase)
        for i in range(len(tree) - n + 1):
            if tuple(tree.lower[i : i + n]) == phrase and tree.lower[i + n : i + n + 1] != ["of"]:
                yield i


def _above(tree: Tree, match: Match) -> set[int]:
    """The words whose time may be that of an act: not those of a clause that it is only joined to."""
    found, below = {match.token, match.top}, match.top
    for v in tree.up(match.top):
        if tree.deps[below] == "conj" and tree.tags[below] in ("VBN", "VBZ", "VBP") and tree.kids(below, "aux", "auxpass", "nsubj"):
            break
        below = v
        found |= {v} if tree.verb(v) else set()
    return found
