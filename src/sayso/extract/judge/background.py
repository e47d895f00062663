"""Nouns that merely name a conflict or an act as known already: "the war", "during his visit", "despite the sanctions on Iran"."""

from collections.abc import Set

from sayso.extract.judge.step import Judgement
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.model.quad import FORCE, FRIENDLY

TERMS = ("under", "per")  # before what something rests on
CLAUSES = ("acl", "relcl", "appos")  # what tells more of a noun than that it is known


def background(tree: Tree, match: Match, judgement: Judgement, pointers: Set[str]) -> bool:
    """Whether a noun after a preposition and under no light verb names an act without telling of it.

    It does so where it is definite, by a possessor or one of the `pointers`, with one side known at most that is no crowd of people, and
    neither date, number nor a place more exact than a country; or where it is part of a name, or what is cited.
    """
    n = match.token
    if match.part != "noun" or match.light is not None:
        return False
    after = tree.deps[n] == "pobj" or tree.lower[tree.heads[n]] == "following"  # which the parser takes for a verb
    paper = match.pattern.quad in FRIENDLY and not match.pattern.bare  # "renegotiated the Free Trade Agreement between A and B"
    if _of_a_body(tree, n) or ((after or paper) and _named(tree, n)) or _by_its_terms(tree, n):
        return True
    if not after:
        return False
    if tree.kids(n, *CLAUSES):
        return False
    of = tree.has(n, ("of",), "prep")  # "with the help of X": told in full
    of = of or (match.pattern.quad != FORCE and tree.lower[tree.heads[n]] == "at" and bool(tree.kids(n, "poss")))  # "at X's request"
    return not of and _definite(tree, match, pointers) and not _told(match, judgement)


def _by_its_terms(tree: Tree, n: int) -> bool:
    """Whether a noun is what something rests on, or who says so: "under *our agreements* with Chad", "according to its *mission*"."""
    prep = tree.heads[n]
    cited = tree.lower[prep] == "to" and tree.lower[tree.heads[prep]] == "according"
    return tree.deps[n] == "pobj" and (cited or (tree.lower[prep] in TERMS and bool(tree.kids(n, "poss"))))


def _of_a_body(tree: Tree, n: int) -> bool:
    """Whether a noun is part of the name of a body: "the Centre for *Reconciliation*", "the Ministry of Trade and *Cooperation*"."""
    over = tree.heads[tree.heads[n]]
    name = tree.deps[n] == "pobj" and tree.heads[n] == over + 1 and tree.noun(over) and over > 0
    return name and all(tree.words[i][0].isupper() and not tree.words[i].isupper() for i in (over, n))


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
