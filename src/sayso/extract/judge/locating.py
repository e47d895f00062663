"""Which place an event took place at: in a locative phrase on its trigger, else on what surrounds it within the clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.extract.judge.whereabouts import Whereabouts
from sayso.extract.match.matches import Match
from sayso.extract.match.roles import Parties
from sayso.extract.parse.tree import Tree
from sayso.extract.places.finder import PlaceMention

RANK = {"site": 0, "city": 0, "region": 1, "country": 2}  # of two places as near, the more exact one
REACH = 60  # characters between a place and the "where" that speaks of it
SAID_AGAINST = 3  # PLOVER's class of acts in words that go against somebody: where they are done is seldom told
OF_NAMES = ("compound", "nmod", "amod")  # of the words of a name before what it is
NEAR = 300  # characters within which "there" and "the airport" point back


def locating(
    parties: Parties, match: Match, told: Sequence[PlaceMention], where: Whereabouts, town: PlaceMention | None = None
) -> PlaceMention | None:
    """The place of an event; `told` are the places that the report has named by the end of its sentence, in their order.

    `town` opens the item of a round-up that it stands in; None where none of them is said to be its place.
    """
    search = Search(parties, match, [p for p in told if not p.adjective], [p for p in told if p.adjective], where)
    ranked = sorted([*search.phrases(), *search.objects(), *search.clauses()], key=lambda r: r[:2])
    if ranked:
        return ranked[0][2]
    return search.there() or search.host() or search.filed(town)


Ranked = tuple[int, int, PlaceMention]  # the nearer and more exact, the smaller; the token; the place


@dataclass(frozen=True, slots=True)
class Search:
    """The search for the place of one match, among places told of and countries named as adjectives (`lands`)."""

    parties: Parties
    match: Match
    told: Sequence[PlaceMention]
    lands: Sequence[PlaceMention]
    where: Whereabouts

    @property
    def tree(self) -> Tree:
        """The parse of the sentence."""
        return self.parties.tree

    def phrases(self) -> Iterator[Ranked]:
        """Places in prepositional phrases that hang on the act or near it."""
        tree, roots = self.tree, {self.match.token, self.match.top, *self._told_of()}
        for i in range(len(tree)):
            if tree.deps[i] not in ("pobj", "conj", "appos"):
                continue
            prep = _preposition(tree, i)
            if prep is None or not self._placing(prep, i):
                continue
            far = _steps(tree, i, roots, self.where)
            place = self.at(i) if far is not None else None
            if far is not None and place and self._locates(prep, place, i) and not self._of_another(i):
                yield RANK[place.precision] + 2 * (far + self._of_party(prep) + self._near_another(i)), i, place

    def _told_of(self) -> list[int]:
        """The noun that a clause tells what happened in: "a riot in Lima *in which* two were killed"; of "two days of talks" the days."""
        tree, top = self.tree, self.match.top
        inside = (p for c in tree.kids(top, "prep") if tree.lower[c] in self.where.inside for p in tree.kids(c, "pobj"))
        riot = [tree.heads[top]] if tree.deps[top] == "relcl" and any(tree.tags[p] == "WDT" for p in inside) else []
        of = tree.heads[self.match.token] if tree.deps[self.match.token] == "pobj" else None
        days = tree.heads[of] if of is not None and tree.lower[of] == "of" else None
        return [*riot, *([days] if days is not None and tree.lower[days] in self.where.stretches else [])]

    def _placing(self, prep: int, i: int) -> bool:
        """Whether a preposition can say where: "on" only before a part of a place ("on Peruvian soil")."""
        word = self.tree.lower[prep]
        return word in self.where.placing or (word in self.where.upon and self.tree.lower[i] in self.where.parts)

    def _of_another(self, i: int) -> bool:
        """Whether a place is that of another happening, of which somebody is told or accused ("blamed X for raiding Lima")."""
        tree, roots = self.tree, (self.match.token, self.match.top)
        for head in tree.up(i):
            if head in roots or tree.verb(head):
                return self.match.pattern.quad == SAID_AGAINST and tree.deps[head] in ("pcomp", "xcomp") and head not in roots
            if tree.lower[head] in self.where.topical and head != _preposition(tree, i):
                return True  # "talks over a peace in Ukraine"
            if tree.noun(head) and self._happens(head):
                over = tree.heads[head]
                inside = tree.deps[head] == "pobj" and tree.lower[over] in self.where.locative
                made = tree.deps[head] == "dobj" and tree.lower[over] in self.where.making  # "signed a pact in Lima"
                return self.match.part == "verb" and tree.deps[head] in ("dobj", "pobj") and not (inside or made)
        return False

    def _happens(self, i: int) -> bool:
        """Whether a noun alone can tell of a happening, and is nobody who has a part in this one."""
        triggers = self.parties.lexicon.nouns.get(self.tree.lower[i], ())
        return any(not t.words for t in triggers) and not any(f.head == i for f in (*self.match.actors, *self.match.recipients))

    def _near_another(self, i: int) -> int:
        """One step more for a place by which another one is explained: "retook Ber, a town east *of Gao*"."""
        tree = self.tree
        return int(any(tree.deps[h] == "appos" and tree.lower[h] in self.where.kinds for h in tree.up(i)))

    def _of_party(self, prep: int) -> int:
        """One step more where a phrase only says which party is meant ("the government in Nairobi")."""
        head = self.tree.heads[prep]
        return int(any(f.head == head for f in self.match.actors))

    def _locates(self, prep: int, place: PlaceMention, i: int) -> bool:
        """Whether a preposition places the event: "to", "into" and "of" do so for points, for countries only after verbs of motion."""
        tree, word = self.tree, self.tree.lower[prep]
        over = tree.heads[prep]
        if word == "of" and tree.lower[over] == "out":
            return True
        against = self.match.pattern.quad == SAID_AGAINST
        parties = (*self.match.actors, *(self.match.recipients if against else ()))
        party = any(f.head == over and not (f.referent and "JUD" in f.referent.sectors) for f in parties)  # a court sits there
        if party and (word == "of" or against):
            return False  # "residents of the town marched", wherever that was; "the opposition in Lima has demanded"
        if word in self.where.locative or word in self.where.upon:
            whole = word in self.where.inside or tree.lower[i] in self.where.parts
            return place.precision != "country" or whole or not any(f.head == i for f in self.match.recipients)
        if word not in self.where.towards or self._addressed(i):
            return False
        return place.precision != "country" or (over in (self.match.token, self.match.top) and tree.lower[over] in self.where.moving)

    def _addressed(self, i: int) -> bool:
        """Whether a capital stands for its government, to whom something is said or given."""
        met = any(f.head == i and f.basis == "metonym" for f in self.match.recipients)
        return met and self.tree.lower[self.match.top] not in self.where.moving

    def objects(self) -> Iterator[Ranked]:
        """Places that are the object of an act which happens at its object, or that stand before it ("the Dadaab camps")."""
        tree, top = self.tree, self.match.top
        if tree.lower[top] not in self.where.entering:
            return
        objects = tree.kids(top, "dobj", "nsubjpass")
        for i in (*objects, *(c for o in objects for c in self.parties.counted(o))):  # "controls most of the town"
            place = self.at(i) or self._explained(i)
            if place and (place.precision != "country" or tree.lower[top] in self.where.moving):
                yield RANK[place.precision] + 1, i, place

    def _explained(self, i: int) -> PlaceMention | None:
        """A place that no list has, where it is said to be one: "retook Ber, *a town* east of Gao"."""
        tree, kinds = self.tree, self.where.kinds | self.where.regions
        told = any(tree.lower[a] in kinds for a in tree.kids(i, "appos"))
        return self._unlisted(self._first(i), i) if told and tree.tags[i] == "NNP" else None

    def clauses(self) -> Iterator[Ranked]:
        """The place before a clause that tells of it: "Almaty, where protesters took the city hall"."""
        tree = self.tree
        for verb in (self.match.top, *tree.up(self.match.top)):
            if tree.deps[verb] not in ("relcl", "advcl", "ccomp", "xcomp", "conj") or not tree.verb(verb):
                continue
            adverbs = [c for c in tree.kids(verb, "advmod") if tree.lower[c] in self.where.relative]
            place = (
                self._before(adverbs[0])
                if adverbs
                else next(filter(None, (self.at(n) for n in self._told_of() if n == tree.heads[verb])), None)
            )
            if place:
                yield RANK[place.precision] + 1, verb, place
            if tree.deps[verb] in ("relcl", "ccomp"):
                return

    def _before(self, i: int) -> PlaceMention | None:
        """The place named right before a relative adverb; of two ("Pahalgam, in the part of Kashmir") the more exact one."""
        ahead = [p for p in self.told if self.tree.starts[0] <= p.start and p.end <= self.tree.starts[i]]
        last = [p for p in ahead if self.tree.starts[i] - p.end <= REACH]
        return min(last, key=lambda p: (RANK[p.precision], -p.start), default=None)

    def there(self) -> PlaceMention | None:
        """The last place told of, where the act is said to happen "there"."""
        tree = self.tree
        verbs = (self.match.token, self.match.top)
        adverbs = (c for v in verbs for w in (v, *tree.kids(v, "dobj", "nsubjpass")) for c in tree.kids(w, "advmod"))
        return next((self._near(c) for c in adverbs if tree.lower[c] in self.where.back), None)

    def host(self) -> PlaceMention | None:
        """The country of those who host, to whom the others come."""
        if self.tree.lower[self.match.top] not in self.where.hosting:
            return None
        subjects = self.parties.roles.subjects(self.match.top)
        own = (f for f in self.match.actors if f.head in subjects)
        hosts = ((f, f.referent) for f in (*own, *self.match.recipients))
        found = ((f, r) for f, r in hosts if r and r.country and r.kind == "country")
        starts, ends = self.tree.starts, self.tree.ends
        return next((PlaceMention(starts[f.first], ends[f.last], r.name, r.country, "country") for f, r in found), None)

    def filed(self, town: PlaceMention | None) -> PlaceMention | None:
        """The town that opens an item, for what is done by somebody of its country or of no known one."""
        lands = {f.referent.country for f in self.match.actors if f.referent and f.referent.country}
        return town if town and lands <= {town.country} else None

    def at(self, i: int) -> PlaceMention | None:
        """The place that a noun names, refers to ("the country", "the Kenyan capital") or seems to name (an unlisted proper name)."""
        tree, first = self.tree, self._first(i)
        start, end = tree.starts[i], tree.ends[i]
        named = next((p for p in self.told if p.start < end and tree.starts[first] < p.end), None)
        if named:
            return named
        if tree.lower[i] == "capital":
            return self._capital(i)
        mention = self.parties.sentence.at(i)
        land = mention.referent.country if mention else None
        if mention and land and mention.referent.kind == "country":
            name = self.parties.sentence.knowledge.references.names.get(land, mention.referent.name)
            return PlaceMention(start, end, name, land, "country")
        if tree.lower[i] in self.where.kinds or tree.lower[i] in self.where.regions:
            return self._kind(i)
        if tree.lower[i] in self.where.parts:
            return self._whole(i)
        if tree.lower[i] in self.where.sites and _alone(tree, i):
            return self._near(i, exact=True)
        for owner in tree.kids(i, "poss"):
            return self.at(owner)
        if mention or self.parties.roles.dates(i) or tree.tags[i] != "NNP" or not tree.words[i][0].isupper():
            return None
        prep = _preposition(tree, i)
        if prep is None or tree.lower[prep] not in self.where.inside:
            return None
        return self._unlisted(first, i)

    def _unlisted(self, first: int, last: int) -> PlaceMention:
        """A place that no list has, of a larger kind where that is said ("the Catatumbo region")."""
        tree = self.tree
        larger = last + 1 < len(tree) and tree.lower[last + 1] in self.where.regions
        name = tree.words[first] + "".join(" " * (tree.starts[t] > tree.ends[t - 1]) + tree.words[t] for t in range(first + 1, last + 1))
        return PlaceMention(tree.starts[first], tree.ends[last], name, None, "region" if larger else "city")

    def _first(self, i: int) -> int:
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
        if place := self._beside(i):
            return place
        mention = self.parties.sentence.at(i)
        land = (mention.referent.country if mention else None) or self.parties.sentence.memory.theatre()
        city = self.where.capitals.get(land or "")
        return PlaceMention.of(city, tree.starts[i], tree.ends[i]) if city else None

    def _kind(self, i: int) -> PlaceMention | None:
        """The place of "the village of X", "the city X" or, after "the" alone, the last one told of ("in the town")."""
        tree = self.tree
        for prep in tree.kids(i, "prep"):
            for name in tree.kids(prep, "pobj") if tree.lower[prep] == "of" else ():
                return self._called(name)
        if place := self._beside(i) or self._whole(i) or self._proper(i):
            return place
        return self._last(i) if _alone(tree, i) and tree.lower[i] in self.where.kinds else None

    def _whole(self, i: int) -> PlaceMention | None:
        """The country or town that a part belongs to: "Peruvian soil", "the coast of Ghana", "its territory"."""
        tree = self.tree
        of = (p for c in tree.kids(i, "prep") if tree.lower[c] == "of" for p in tree.kids(c, "pobj"))
        owners = (self.at(o) or self._land(o) for o in (*of, *tree.kids(i, "poss", "amod", "compound", "nmod")))
        return next((o for o in owners if o), None)

    def _land(self, i: int) -> PlaceMention | None:
        """The country that an adjective names."""
        start, end = self.tree.starts[i], self.tree.ends[i]
        named = next((p for p in self.lands if p.start <= start and end <= p.end), None)
        return replace(named, precision="country", adjective=False) if named else None

    def _proper(self, i: int) -> PlaceMention | None:
        """The place of a name that no list has, before its kind: "the Catatumbo region", "Western province"."""
        tree, first = self.tree, i
        while first > 1 and tree.heads[first - 1] == i and tree.words[first - 1][0].isupper() and tree.deps[first - 1] in OF_NAMES:
            first -= 1
        return self._unlisted(first, i - 1) if first < i and tree.words[i].islower() else None

    def _beside(self, i: int) -> PlaceMention | None:
        """The place that stands right after a noun: "the city Almaty", "the capital, Naypyitaw"."""
        end = self.tree.ends[i]
        return next((p for p in self.told if 0 < p.start - end <= len(", ") and p.precision != "country"), None)

    def _last(self, i: int) -> PlaceMention | None:
        """The last place told of before a noun that points back to one, if any in the country that the report is about."""
        start, end, theatre = self.tree.starts[i], self.tree.ends[i], self.parties.sentence.memory.theatre()
        capitals = {city.geonames_id for city in self.where.capitals.values()} if self.tree.lower[i] != "city" else set()
        told = [p for p in self.told if p.end <= start and p.geonames_id not in capitals]
        ahead = [p for p in told if p.precision in ("city", "site")] or [p for p in told if p.precision == "region"]
        near = [p for p in ahead if p.country == theatre] or ahead
        return replace(near[-1], start=start, end=end) if near else None

    def _near(self, i: int, *, exact: bool = False) -> PlaceMention | None:
        """The last place told of shortly before a word that points back; if wanted an `exact` one."""
        start, end = self.tree.starts[i], self.tree.ends[i]
        owners = {self.tree.starts[c] for c in range(len(self.tree)) if self.tree.tags[c] == "POS"}  # "*Chad's* leader" came there
        own = (p for p in reversed(self.told) if p.end not in owners)
        ahead = (p for p in own if start - NEAR <= p.end <= start and (not exact or p.precision in ("city", "site")))
        place = next(ahead, None)
        return replace(place, start=start, end=end) if place else None

    def _called(self, i: int) -> PlaceMention | None:
        """A place by its name, one that no list has included."""
        tree, first = self.tree, self._first(i)
        named = next((p for p in self.told if p.start < tree.ends[i] and tree.starts[first] < p.end), None)
        return named if named or tree.tags[i] != "NNP" else self._unlisted(first, i)


def _alone(tree: Tree, i: int) -> bool:
    """Whether a noun has nothing but its "the"."""
    return [tree.lower[c] for c in tree.children[i] if tree.deps[c] in ("det", "amod", "compound", "nummod", "poss", "prep")] == ["the"]


def _preposition(tree: Tree, i: int) -> int | None:
    """The preposition over a noun or over what it is coordinated with or apposed to."""
    while tree.deps[i] in ("conj", "appos"):
        i = tree.heads[i]
    return tree.heads[i] if tree.deps[i] == "pobj" else None


def _steps(tree: Tree, i: int, roots: set[int], where: Whereabouts) -> int | None:
    """Levels from a place name up to the trigger or a verb beside it; None where it belongs to another clause."""
    level, below = 0, i
    for head in tree.up(i):
        if head in roots:
            return None if _content(tree, below, head) or _beside(tree, below, head) or _apart(tree, below, where) else level
        if not tree.verb(head):
            continue
        below = head
        level += 1
        if any(_hangs_on(tree, r, head) for r in roots):
            return level + 1
        if any(_goes_on(tree, r) and head in tree.up(r) for r in roots):
            return level + 2
        if any(_meanwhile(tree, r, head, where) or _opens(tree, i, r, head) for r in roots):
            return level + 3
        if tree.deps[head] in ("ccomp", "relcl", "advcl", "acl"):
            return None
    return None


def _content(tree: Tree, below: int, root: int) -> bool:
    """Whether a verb tells what somebody is asked or made to do ("ordered Israel to prevent attacks in Gaza")."""
    return tree.deps[below] in ("xcomp", "ccomp") and tree.heads[below] == root and bool(tree.kids(root, "dobj", "dative"))


def _beside(tree: Tree, below: int, root: int) -> bool:
    """Whether a joined verb tells what somebody else does to something: "bombed a camp, and *Hamas fired rockets* at Haifa"."""
    joined = tree.deps[below] == "conj" and tree.heads[below] == root and tree.verb(root)
    comma = joined and any(tree.lower[c - 1] == "," for c in tree.kids(root, "cc") if c < below)
    return joined and bool(tree.kids(below, "nsubj") and (comma or (tree.kids(below, "dobj") and tree.kids(root, "dobj"))))


def _apart(tree: Tree, below: int, where: Whereabouts) -> bool:
    """Whether a clause tells of another deed: "resigned *after* a bomb in Gao killed nine"."""
    marks = {tree.lower[c] for c in tree.kids(below, "mark", "advmod")}
    return tree.deps[below] == "advcl" and bool(tree.kids(below, "nsubj", "nsubjpass") and marks) and marks.isdisjoint(where.during)


def _hangs_on(tree: Tree, root: int, verb: int) -> bool:
    """Whether a trigger is a party of a verb, or joined to it."""
    joins = tree.deps[root] in ("dobj", "nsubj", "nsubjpass", "xcomp") or (tree.deps[root] == "conj" and not tree.kids(root, "nsubj"))
    return root in tree.children[verb] and (joins or not tree.verb(root))


def _goes_on(tree: Tree, root: int) -> bool:
    """Whether a trigger shares the subject of the clause above it."""
    return tree.deps[root] in ("conj", "xcomp", "advcl") and not tree.kids(root, "nsubj", "nsubjpass")


def _meanwhile(tree: Tree, root: int, verb: int, where: Whereabouts) -> bool:
    """Whether a trigger happens while what the verb tells of does, and so at its place."""
    marks = {tree.lower[c] for c in tree.kids(root, "mark", "advmod")}
    return tree.deps[root] == "advcl" and tree.heads[root] == verb and not marks.isdisjoint(where.during)


def _opens(tree: Tree, i: int, root: int, verb: int) -> bool:
    """Whether a place opens the sentence of a verb of saying, whose content is then told to happen there."""
    content = tree.deps[root] == "ccomp" and tree.heads[root] == verb
    return content and all(i < subject for subject in tree.kids(verb, "nsubj")) and i < root
