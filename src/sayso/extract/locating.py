"""Which place an event took place at: in a locative phrase on its trigger, else on what surrounds it within the clause."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.matches import Match
from sayso.extract.places import PlaceMention
from sayso.extract.roles import Parties
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.gazetteer import Gazetteer, Spot

RANK = {"site": 0, "city": 0, "region": 1, "country": 2}  # of two places as near, the more exact one


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Prepositions that place an event, and the capitals that "the capital" can mean."""

    locative: frozenset[str]
    inside: frozenset[str]
    towards: frozenset[str]
    capitals: Mapping[str, Spot]

    @classmethod
    def of(cls, lexicon: Lexicon, gazetteer: Gazetteer) -> "Whereabouts":
        """Take them from a lexicon; capitals that the gazetteer lacks are left out."""
        found = (
            (code, next((c for c in gazetteer.find(name) if c.country == code and c.kind == "city"), None))
            for code, name in lexicon.capitals.items()
        )
        return cls(
            locative=lexicon.cue("grammar", "locative"),
            inside=lexicon.cue("reference", "where"),
            towards=lexicon.cue("reference", "towards"),
            capitals={code: city for code, city in found if city},
        )


def locating(parties: Parties, match: Match, places: Sequence[PlaceMention], where: Whereabouts) -> PlaceMention | None:
    """The place of an event; `places` are those of its sentence. None where none of them is said to be its place."""
    tree, ranked = parties.tree, list[tuple[int, int, PlaceMention]]()
    for i in range(len(tree)):
        if tree.deps[i] not in ("pobj", "conj", "appos"):
            continue
        prep = _preposition(tree, i)
        far = _steps(tree, i, {match.token, match.top}) if prep is not None else None
        if far is None or prep is None:
            continue
        place = _place_at(parties, i, places, where)
        if place and _locates(tree.lower[prep], place, match, i, where):
            ranked.append((RANK[place.precision] + 2 * far, i, place))
    return min(ranked, key=lambda r: r[:2])[2] if ranked else None


def _preposition(tree: Tree, i: int) -> int | None:
    """The preposition over a noun or over what it is coordinated with or apposed to."""
    while tree.deps[i] in ("conj", "appos"):
        i = tree.heads[i]
    return tree.heads[i] if tree.deps[i] == "pobj" else None


def _locates(prep: str, place: PlaceMention, match: Match, i: int, where: Whereabouts) -> bool:
    """Whether a preposition places the event: "to", "into" and "of" do so for points, not for whole countries that receive something."""
    if prep in where.locative:
        return place.precision != "country" or prep in where.inside or not any(f.head == i for f in match.recipients)
    return prep in where.towards and place.precision != "country"


def _place_at(parties: Parties, i: int, places: Sequence[PlaceMention], where: Whereabouts) -> PlaceMention | None:
    """The place that a noun names, refers to ("the country", "the Kenyan capital") or seems to name (an unlisted proper name)."""
    tree = parties.tree
    first = i
    while first > 0 and tree.heads[first - 1] == i and tree.deps[first - 1] in ("compound", "nmod"):
        first -= 1
    start, end = tree.starts[i], tree.ends[i]
    listed = next((p for p in places if p.start < end and tree.starts[first] < p.end and not p.adjective), None)
    if listed:
        return listed
    mention = parties.sentence.at(i)
    land = mention.referent.country if mention else None
    if tree.lower[i] == "capital":
        city = where.capitals.get(land or parties.sentence.memory.theatre() or "")
        return PlaceMention.of(city, start, end) if city else None
    if mention and land and mention.referent.kind == "country":
        return PlaceMention(start, end, mention.referent.name, land, "country")
    if tree.tags[i] == "NNP" and mention is None and not parties.roles.dates(i) and tree.lower[_preposition(tree, i) or i] in where.inside:
        return PlaceMention(tree.starts[first], end, " ".join(tree.words[first : i + 1]), None, "city")
    return None


def _steps(tree: Tree, i: int, roots: set[int]) -> int | None:
    """Levels from a place name up to the trigger or a verb beside it; None where it belongs to another clause."""
    level = 0
    for head in tree.up(i):
        if head in roots:
            return level
        if not tree.verb(head):
            continue
        level += 1
        if any(_hangs_on(tree, r, head) for r in roots):
            return level + 1
        if any(_goes_on(tree, r) and head in tree.up(r) for r in roots):
            return level + 2
        if tree.deps[head] in ("ccomp", "relcl", "advcl", "acl"):
            return None
    return None


def _hangs_on(tree: Tree, root: int, verb: int) -> bool:
    """Whether a trigger is a party of a verb, or joined to it."""
    joins = tree.deps[root] in ("dobj", "nsubj", "nsubjpass", "xcomp", "conj")
    return root in tree.children[verb] and (joins or not tree.verb(root))


def _goes_on(tree: Tree, root: int) -> bool:
    """Whether a trigger shares the subject of the clause above it."""
    return tree.deps[root] in ("conj", "xcomp", "advcl") and not tree.kids(root, "nsubj", "nsubjpass")
