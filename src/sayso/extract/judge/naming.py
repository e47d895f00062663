"""Which place a noun names, points back to, or seems to name: towns, "the capital", "the town", names that no list has."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from sayso.extract.identify.memory import Mention
from sayso.extract.judge.whereabouts import Whereabouts
from sayso.extract.match.roles import Parties
from sayso.extract.parse.tree import Tree
from sayso.extract.places.finder import PlaceMention

OF_NAMES = ("compound", "nmod", "amod")  # of the words of a name before what it is
BETWEEN = "between"  # before the ends of a stretch, or before two sides
BESIDE = 25  # characters between a place and the larger one that explains where it lies
NEAR = 300  # characters within which "there" and "the airport" point back


class Naming:
    """What the nouns of one sentence mean as places.

    By those told of (`told`), of which it names the last itself (`here`), and by countries named as adjectives (`lands`). `over` has the
    preposition of each noun that has one, `phrases` those nouns and prepositions that can say where something is.
    """

    def __init__(self, parties: Parties, told: Sequence[PlaceMention], where: Whereabouts) -> None:
        """Take all places told of by the end of the sentence, in their order."""
        self.parties, self.tree, self.where = parties, parties.tree, where
        self.told = [p for p in told if not p.adjective]
        self.lands = [p for p in told if p.adjective]
        self.here = self.told[bisect_left(self.told, self.tree.starts[0], key=attrgetter("start")) :]
        self.over = dict(self._prepositions())
        self.phrases = [(i, prep) for i, prep in self.over.items() if self._placing(prep, i) and not self._at_wish(prep)]

    def _prepositions(self) -> Iterator[tuple[int, int]]:
        """The preposition over a noun or over what it is coordinated with or apposed to; right before a name also one that has no noun."""
        tree = self.tree
        taking = {head for head, dep in zip(tree.heads, tree.deps, strict=True) if dep in ("pobj", "pcomp")}
        bare = {i for i, dep in enumerate(tree.deps) if dep == "prep" and i not in taking}
        for i, dep in enumerate(tree.deps):
            noun = i
            while dep in ("conj", "appos"):
                noun = tree.heads[noun]
                dep = tree.deps[noun]
            if dep == "pobj":
                yield i, tree.heads[noun]
            elif bare and (before := self.first(noun) - 1) in bare and self._named(noun, noun):
                yield i, before

    def _placing(self, prep: int, i: int) -> bool:
        """Whether a preposition can say where: "on" only before parts of places ("on Peruvian soil") and what lies open ("on a square")."""
        word, lower = self.tree.lower[prep], self.tree.lower
        if word not in self.where.upon:
            return word in self.where.placing or word == BETWEEN
        return any(noun in self.where.parts or noun in self.where.open for noun in (lower[i], lower[self.first(i)]))

    def _at_wish(self, prep: int) -> bool:
        """Whether a phrase says at whose wish something is done: "at *Chad's request*", "at the *invitation* of Chad"."""
        tree = self.tree
        return any(tree.lower[i] in self.where.wishes for i in (tree.heads[prep], *tree.kids(prep, "pobj")))

    def at(self, i: int) -> PlaceMention | None:
        """The place that a noun names, refers to ("the country", "the Kenyan capital") or seems to name (an unlisted proper name)."""
        tree, first = self.tree, self.first(i)
        if tree.lower[i] in self.where.kinds and (called := self._of(i)):
            return called  # "the Dallas suburb of Garland"
        if tree.lower[i] in self.where.treaties:
            return None  # nobody is in Paris by the Paris agreement
        named = self._named(first, i)
        if tree.lower[i] in self.where.regions and (part := self._within(i, named)):
            return part
        if named and not (named.precision == "country" and self._of_nation(i, named)):
            way = tree.lower[i] in self.where.ways and tree.tags[i] == "NNP" and named.end < tree.starts[i] and tree.deps[first] != "poss"
            return self.site(i) if way else named
        if tree.lower[i] == "capital":
            return self._capital(i)
        if tree.lower[i] in self.where.kinds and _alone(tree, i) and not self._beside(i) and (last := self._last(i)):
            return last
        mention = self.parties.sentence.at(i)
        land = mention.referent.country if mention else None
        if mention and land and mention.referent.kind == "country":
            return self._country(i, mention, land)
        return self._described(first, i, mentioned=mention is not None)

    def _described(self, first: int, i: int, *, mentioned: bool) -> PlaceMention | None:
        """The place of a noun that says what kind of place is meant, or whose it is."""
        tree = self.tree
        if tree.lower[i] in self.where.kinds or tree.lower[i] in self.where.regions:
            return self._kind(i)
        if tree.lower[i] in self.where.parts:
            return self._whole(i)
        if tree.lower[i] in self.where.sites and _alone(tree, i):
            return self.near(i, exact=True)
        mention = self.parties.sentence.at(i)
        thing = mention is not None and mention.referent.kind == "thing"
        theirs = thing and any(tree.tags[p] == "PRP$" for p in tree.kids(i, "poss"))
        for owner in tree.kids(i, "poss") if not (theirs or self.happens(i)) else ():  # not so in "backed Chad in *its struggle*"
            return self.at(owner)
        return self._seeming(first, i, mentioned=mentioned)

    def _country(self, i: int, mention: Mention, land: str) -> PlaceMention:
        """A country by its name, or a house that stands for it: "in the White House"."""
        start, end = self.tree.starts[i], self.tree.ends[i]
        if mention.basis == "metonym":
            return PlaceMention(start, end, self.tree.written(mention.first, mention.last), land, "site")
        listed = self.parties.lexicon.countries.get(land)
        return PlaceMention(start, end, listed.name if listed else mention.referent.name, land, "country")

    def happens(self, i: int) -> bool:
        """Whether a noun alone can tell of a happening."""
        return any(not t.words for t in self.parties.lexicon.nouns.get(self.tree.lower[i], ()))

    def _of_nation(self, i: int, land: PlaceMention) -> bool:
        """Whether a country before a noun only says whose that is: "a *US* base", "killed in a *US* air strike"."""
        deed = self.tree.words[i].islower() and self.happens(i) and land.end < self.tree.starts[i]
        return deed or self.tree.lower[i] in self.where.abroad

    def _within(self, i: int, named: PlaceMention | None) -> PlaceMention | None:
        """The town that a part of another one is: "the Lima district of *Surco*"."""
        place = self._of(i) if named and named.precision != "country" else None
        return place if place and place.precision == "city" else None

    def _seeming(self, first: int, last: int, *, mentioned: bool) -> PlaceMention | None:
        """What seems to be a place by what stands before it, or by what it is ("the Horgos crossing"), which names of bodies must tell."""
        tree = self.tree
        prep = self.over.get(last)
        if prep is None or self.parties.roles.dates(last):
            return None
        if self._site(last):
            return self.site(last)
        if mentioned or tree.tags[last] != "NNP" or not tree.words[last][0].isupper() or tree.words[first - 1 : first] == ["("]:
            return None  # what stands in brackets is short for something: "at 2am (AEST)"
        if first == last and tree.lower[last] in self.where.common:
            return None  # "trusts in God"
        over, word = tree.lower[tree.heads[prep]], tree.lower[prep]
        away = (
            (word == "of" and over in self.where.away)
            or (word in self.where.out_of and over in self.where.moving)
            or (word == "from" and self._left(prep))
        )
        at = word in self.where.inside or away or tree.has(last, self.where.kinds, "appos")
        mount = first < last and tree.lower[first] in self.where.open
        return self.unlisted(first, last) if at or mount else None

    def site(self, i: int) -> PlaceMention | None:
        """A site or open place that no list has, by its name and what it is: "the Bakara market"."""
        return self._proper(i) if self._site(i) else None

    def _left(self, prep: int) -> bool:
        """Whether somebody is brought away from what follows: "abducted two men from Berru"."""
        tree, over = self.tree, self.tree.heads[prep]
        verb = tree.heads[over] if tree.deps[over] in ("dobj", "nsubjpass") else over
        return tree.lower[verb] in self.where.leaving

    def _site(self, i: int) -> bool:
        """Whether a noun says what kind of site or open place something is."""
        return self.tree.lower[i] in self.where.sites or self.tree.lower[i] in self.where.open

    def unlisted(self, first: int, last: int) -> PlaceMention:
        """A place that no list has, of a larger kind where that is said ("the Catatumbo region")."""
        tree = self.tree
        larger = last + 1 < len(tree) and tree.lower[last + 1] in self.where.regions
        name = tree.words[first] + "".join(" " * (tree.starts[t] > tree.ends[t - 1]) + tree.words[t] for t in range(first + 1, last + 1))
        return PlaceMention(tree.starts[first], tree.ends[last], name, None, "region" if larger else "city")

    def first(self, i: int) -> int:
        """The first word of a name that ends at a token."""
        tree = self.tree
        while i > 0 and tree.deps[i - 1] in ("compound", "nmod", "punct") and tree.heads[i - 1] >= i:
            if tree.deps[i - 1] == "punct" and not (tree.ends[i - 1] == tree.starts[i] and tree.words[i - 1] == "-"):
                break
            i -= 1
        return i

    def _capital(self, i: int) -> PlaceMention | None:
        """The capital that is meant: named beside it, that of a country named with it, or of the one that the report is about."""
        tree = self.tree
        if place := self._beside(i) or (self.at(tree.heads[i]) if tree.deps[i] == "appos" and tree.heads[i] < i else None):
            return place
        mention = self.parties.sentence.at(i)
        land = (mention.referent.country if mention else None) or self.parties.sentence.memory.theatre()
        city = self.where.capitals.get(land or "")
        return PlaceMention.of(city, tree.starts[i], tree.ends[i]) if city else None

    def _kind(self, i: int) -> PlaceMention | None:
        """The place of "the village of X", "the city X" or, after "the" alone, the last one told of ("in the town")."""
        tree = self.tree
        if place := self._of(i) or self._beside(i) or self._whole(i) or self._proper(i):
            return place
        return self._last(i) if _alone(tree, i) and tree.lower[i] in self.where.kinds else None

    def _of(self, i: int) -> PlaceMention | None:
        """The place of "the village of X"."""
        return next((self._called(name) or self.at(name) for name in self.tree.taken(i, "of")), None)

    def _whole(self, i: int) -> PlaceMention | None:
        """The country or town that a part belongs to: "Peruvian soil", "the coast of Ghana", "its territory"."""
        tree = self.tree
        owners = (self.at(o) or self._land(o) for o in (*tree.taken(i, "of"), *tree.kids(i, "poss", "amod", "compound", "nmod")))
        return next((o for o in owners if o), None)

    def _land(self, i: int) -> PlaceMention | None:
        """The country that an adjective names."""
        start, end = self.tree.starts[i], self.tree.ends[i]
        named = next((p for p in self.lands if p.start <= start and end <= p.end), None)
        return replace(named, precision="country", adjective=False) if named else None

    def _proper(self, i: int) -> PlaceMention | None:
        """The place of a name that no list has, before its kind: "the Catatumbo region", "Western province", "Horgos crossing"."""
        tree, first, site = self.tree, i, self._site(i)
        while first > 0 and self._of_name(first - 1, i, site=site):
            first -= 1
        if first == i:
            return None
        if site:
            return replace(self.unlisted(first, i), precision="site")
        return self.unlisted(first, i - 1) if tree.words[i].islower() else None

    def _of_name(self, t: int, i: int, *, site: bool) -> bool:
        """Whether a word belongs to the name before a kind of place; before a `site` no nation's and no believers' does."""
        tree = self.tree
        if tree.words[t] == "-" and t > 0 and tree.ends[t] == tree.starts[t + 1]:
            return True
        held = tree.within(t, i) and tree.deps[t] in OF_NAMES and tree.words[t][0].isupper()
        mention = self.parties.sentence.at(t)
        body = mention is not None and mention.referent.kind != "place"
        return held and not (site and (self._land(t) or body or self.parties.roles.dates(t)))

    def _beside(self, i: int) -> PlaceMention | None:
        """The place that stands right after a noun: "the city Almaty", "the capital, Naypyitaw"."""
        end = self.tree.ends[i]
        return next((p for p in self.here if 0 < p.start - end <= len(", ") and p.precision != "country"), None)

    def _last(self, i: int) -> PlaceMention | None:
        """The last place told of before a noun that points back to one, if any in the country that the report is about."""
        start, end, theatre = self.tree.starts[i], self.tree.ends[i], self.parties.sentence.memory.theatre()
        capitals = {city.geonames_id for city in self.where.capitals.values()} if self.tree.lower[i] != "city" else set()
        seeming = (self._seeming(self.first(t), t, mentioned=self.parties.sentence.at(t) is not None) for t in self.over if t < i)
        told = [*(p for p in self.told if p.end <= start and p.geonames_id not in capitals), *filter(None, seeming)]
        ahead = [p for p in told if p.precision in ("city", "site")] or [p for p in told if p.precision == "region"]
        near = [p for p in ahead if p.country == theatre] or ahead
        return replace(near[-1], start=start, end=end) if near else None

    def near(self, i: int, *, exact: bool = False) -> PlaceMention | None:
        """The last place told of shortly before a word that points back; if wanted an `exact` one."""
        start, end = self.tree.starts[i], self.tree.ends[i]
        owners = {self.tree.starts[c] for c in range(len(self.tree)) if self.tree.tags[c] == "POS"}  # "*Chad's* leader" came there
        own = (p for p in reversed(self.told) if p.end not in owners)
        ahead = [p for p in own if start - NEAR <= p.end <= start and (not exact or p.precision in ("city", "site"))]
        place = next(iter(ahead), None)
        if place and place.precision in ("region", "country"):  # "in Bol, on the shores of Lake Chad. ... there"
            place = next((p for p in ahead[1:2] if p.precision in ("city", "site") and 0 < place.start - p.end <= BESIDE), place)
        return replace(place, start=start, end=end) if place else None

    def _called(self, i: int) -> PlaceMention | None:
        """A place by its name, one that no list has included."""
        first = self.first(i)
        named = self._named(first, i)
        return named if named or self.tree.tags[i] != "NNP" else self.unlisted(first, i)

    def _named(self, first: int, last: int) -> PlaceMention | None:
        """The first place whose name shares characters with the words from one token to another."""
        start, end = self.tree.starts[first], self.tree.ends[last]
        return next((p for p in self.here if p.start < end and start < p.end), None)


def _alone(tree: Tree, i: int) -> bool:
    """Whether a noun has nothing but what points back: "the town", "that city"."""
    words = [tree.lower[c] for c in tree.children[i] if tree.deps[c] in ("det", "amod", "compound", "nummod", "poss", "prep")]
    return words in (["the"], ["that"], ["the", "same"])
