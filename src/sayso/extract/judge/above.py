"""The time of long ago of a clause above or beside an act: what it led to or spoke of was done no later."""

from collections.abc import Iterator, Sequence
from datetime import date

from sayso.extract.judge.borrowed import OF_THING, compared, of_record
from sayso.extract.judge.date_words import DateWords
from sayso.extract.judge.reach import clause
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import SUBJECTS, TENSED, Tree
from sayso.extract.times import TimeMention

LONG_AGO = 60  # days before publication from which on a time is that of a tale


def above(tree: Tree, match: Match, times: Sequence[TimeMention], words: DateWords, day: date | None) -> TimeMention | None:
    """The time of long ago that the nearest clause with a time has, of those over an act and those joined to it.

    None where that clause is of the last weeks.
    """
    if day is None:
        return None
    dated = [(verb, mention) for mention in times if (verb := _holder(tree, match, mention, words)) is not None]
    for verb in _verbs(tree, match.top, words):
        found = [mention for holder, mention in dated if holder == verb]
        if found:
            past = all(m.last and (day - m.last).days > LONG_AGO for m in found)
            return found[-1] if past else None
    return None


def _verbs(tree: Tree, top: int, words: DateWords) -> Iterator[int]:
    """The verbs over an act, one joined to its own that has the same subject ("arrested and *freed* ten in 2016"), and those that open it.

    A clause before an act tells when it was: "When he *came* in 2011, he expelled".
    """
    yield from (v for v in tree.kids(top, "conj") if tree.verb(v) and not tree.kids(v, *SUBJECTS))
    for verb in (top, *(v for v in tree.up(top) if tree.verb(v))):
        if verb != top:
            yield verb
        yield from (v for v in tree.kids(verb, "advcl") if v < verb and tree.has(v, words.meanwhile, "mark", "advmod"))


def _holder(tree: Tree, match: Match, mention: TimeMention, words: DateWords) -> int | None:
    """The verb that a point in time dates; None of one that only tells things apart or ends something."""
    if mention.first is None or mention.hinged or mention.type == "DURATION":
        return None
    tokens = tree.cut(mention.start, mention.end)
    if not tokens or of_record(tree, tokens[0], match.top, words.records) or compared(tree, tokens[0], words.measures):
        return None
    i = tree.top(tokens)
    apart = tree.deps[i] in OF_THING and not tree.within(match.top, tree.heads[i])
    ended = any(tree.lower[t] in words.ends or tree.lower[t] == "since" for t in range(max(0, tokens[0] - 1), tokens[0] + 1))
    return None if apart or ended else clause(tree, i)


def told_as_past(tree: Tree, top: int) -> bool:
    """Whether the nearest clause around a word that tells its tense is past: "had been *charged*", "sent ships to *help*"."""
    verbs = (v for v in (top, *tree.up(top)) if tree.verb(v))
    tags = (tree.tags[t] for v in verbs for t in (*tree.kids(v, "aux", "auxpass"), v) if tree.tags[t] in TENSED)
    return next(tags, None) == "VBD"
