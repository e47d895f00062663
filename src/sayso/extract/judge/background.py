"""Nouns that merely name a conflict or an act as known already: "the war", "during his visit", "despite the sanctions on Iran"."""

from collections.abc import Set

from sayso.extract.judge.step import Judgement
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree

FORCE = 4  # PLOVER's class of deeds that go against somebody
CLAUSES = ("acl", "relcl", "appos")  # what tells more of a noun than that it is known


def background(tree: Tree, match: Match, judgement: Judgement, pointers: Set[str]) -> bool:
    """Whether a noun after a preposition and under no light verb names an act without telling of it.

    It does so where it is definite, by a possessor or one of the `pointers`, with one side known at most that is no crowd of people, and
    neither date, number nor a place more exact than a country; or where it is part of a name.
    """
    n = match.token
    after = tree.deps[n] == "pobj" or tree.lower[tree.heads[n]] == "following"  # which the parser takes for a verb
    if match.part != "noun" or match.light is not None or not after:
        return False
    if _named(tree, n):
        return True
    if tree.kids(n, *CLAUSES):
        return False
    of = tree.has(n, ("of",), "prep")  # "with the help of X": told in full
    of = of or (match.pattern.quad != FORCE and tree.lower[tree.heads[n]] == "at" and bool(tree.kids(n, "poss")))  # "at X's request"
    return not of and _definite(tree, match, pointers) and not _told(match, judgement)


def _named(tree: Tree, n: int) -> bool:
    """Whether a noun is part of the name of a conflict that is known by it: "the anniversary of the Korean War"."""
    before = any(tree.words[c][0].isupper() for c in tree.kids(n, "amod", "compound", "nmod") if c < n)
    return tree.words[n][0].isupper() and n > 0 and before and bool(tree.kids(n, "det"))


def _definite(tree: Tree, match: Match, pointers: Set[str]) -> bool:
    owned = bool(tree.kids(match.token, "poss"))
    newest = any(tree.tags[c] == "JJS" for c in tree.kids(match.token, "amod"))  # "the latest clash"
    return owned or (not newest and tree.has(match.token, pointers, "det"))


def _told(match: Match, judgement: Judgement) -> bool:
    """Whether the passage says more of the act: both sides, when, where, or how many."""
    sides = all(any(f.identified for f in side) for side in (match.actors, match.recipients))
    sides = sides or any(f.referent and f.referent.plural for f in match.recipients)
    where = judgement.place is not None and judgement.place.precision != "country"
    return sides or where or bool(judgement.time and judgement.time.opens) or bool(judgement.counted)
