"""Which place an event took place at: in a locative phrase on its trigger, else on what surrounds it within the clause."""

from bisect import bisect_left
from collections.abc import Iterator, Set
from itertools import takewhile

from sayso.extract.judge.naming import BETWEEN, Naming
from sayso.extract.judge.reach import clause, steps
from sayso.extract.judge.struck import aimed_at, befell, blows, strikes
from sayso.extract.match.filler import Filler
from sayso.extract.match.matches import Match
from sayso.extract.places.finder import PlaceMention
from sayso.model.quad import FORCE, HARSH

RANK = {"site": 0, "city": 0, "region": 1, "country": 2}  # of two places as near, the more exact one
EXPLAINING = 6  # words between a place and the larger one that it lies in
REACH = 60  # characters between a place and the "where" that speaks of it


def locating(match: Match, naming: Naming, town: PlaceMention | None = None) -> PlaceMention | None:
    """The place of an event, of those that its sentence can mean.

    `town` opens the item of a round-up that it stands in; None where none of them is said to be its place.
    """
    search = Search(match, naming)
    ranked = sorted([*search.phrases(), *search.objects(), *search.targets(), *search.clauses()], key=lambda r: r[:2])
    exact = (place for _, _, place in ranked if not any(search.explains(place, p) or search.tells_less(place, p) for _, _, p in ranked))
    if ranked:
        return next(exact, ranked[0][2])
    return search.there() or search.host() or search.filed(town)


Ranked = tuple[int, int, PlaceMention]  # the nearer and more exact, the smaller; the token; the place


class Search:
    """The search for the place of one match; `own` are its trigger and the verb over it, `told_of` the nouns that it is told of."""

    def __init__(self, match: Match, naming: Naming) -> None:
        """Look for it among the phrases of a sentence."""
        self.match, self.naming, self.tree, self.where, self.parties = match, naming, naming.tree, naming.where, naming.parties
        self.token, self.top, self.quad = match.token, match.top, match.pattern.quad
        self.own = {self.token, self.top}
        self.told_of = self._told_of()

    def phrases(self) -> Iterator[Ranked]:
        """Places in prepositional phrases that hang on the act or near it."""
        tree = self.tree
        begun = (c for c in tree.kids(self.token, "acl") if tree.lower[c] in self.where.beginning and tree.tags[c] == "VBN")
        roots = {*self.own, *self.told_of, *begun}
        for i, prep in self.naming.phrases:
            if self.quad == HARSH and tree.heads[prep] in self.own and tree.lower[prep] in self.where.towards:
                continue  # "an inquiry into Chad", "objections to Chad"
            far = self._far(i, prep, roots)
            place = None if far is None else self.naming.at(i)
            if far is not None and place and self._locates(prep, place, i) and not self._of_another(i):
                yield _rank(place) + 2 * (far + self._of_party(prep) + self._near_another(i) + self._set_out(prep)), i, place

    def _far(self, i: int, prep: int, roots: Set[int]) -> int | None:
        """Steps from a noun after a preposition up to the act; None where it is told with something else."""
        if self.tree.lower[prep] == BETWEEN and not (self.quad == FORCE and len(self._ends(prep)) > 1):
            return None
        far = None if self._goes_on_to(prep) or self._of_who_is_told(prep) else steps(self.tree, i, roots, self.where)
        if far is not None or self.quad != FORCE or (verb := clause(self.tree, i)) is None:
            return far
        return 1 if self._of_same_blow(verb) or self._with_victim(verb, prep) else None

    def explains(self, larger: PlaceMention, place: PlaceMention) -> bool:
        """Whether a larger place only tells where the one right before it lies: "at Bol, in *Lake province*"."""
        between = self._between(place, larger)
        within = 0 < len(between) <= EXPLAINING and all(w in self.where.between for w in between)
        return within and RANK[larger.precision] > RANK[place.precision]

    def tells_less(self, place: PlaceMention, town: PlaceMention) -> bool:
        """Whether a name that no list has stands before the town that it belongs to: "the prison *La Roca* of Guayaquil"."""
        return place.lat is None and bool(town.geonames_id) and self._between(place, town) == ["of"]

    def _between(self, place: PlaceMention, larger: PlaceMention) -> list[str]:
        starts = self.tree.starts
        return self.tree.lower[bisect_left(starts, place.end) : bisect_left(starts, larger.start)]

    def _of_same_blow(self, verb: int) -> bool:
        """Whether a clause tells what struck, or how it did, and not of something else."""
        tree, top = self.tree, self.top
        if verb == top:
            return False
        struck = strikes(tree, verb, top) and (tree.lower[tree.heads[verb]] in self.where.weapons or self._happens(tree.heads[verb]))
        return struck or befell(tree, verb, top, self.where)

    def _with_victim(self, verb: int, prep: int) -> bool:
        """Whether a clause tells what those did whom a deed struck: "shot a man *who was praying* in Lima"."""
        tree = self.tree
        if tree.deps[verb] not in ("acl", "relcl") or tree.heads[verb] not in tree.kids(self.top, "dobj", "nsubjpass"):
            return False
        if tree.tags[verb] == "VBG":
            return tree.lower[prep] != "to"  # "boarded a ship *carrying* aid *to* Lima"
        return tree.tags[verb] == "VBD" and tree.lower[self.top] in self.where.attending

    def _told_of(self) -> list[int]:
        """The noun that a clause tells what happened in: "a riot in Lima *in which* two were killed"; of "two days of talks" the days."""
        tree, top, of = self.tree, self.top, self.tree.heads[self.token]
        riot = tree.deps[top] == "relcl" and any(tree.tags[p] == "WDT" for p in tree.taken(top, *self.where.inside))
        days = tree.deps[self.token] == "pobj" and tree.lower[of] == "of" and tree.lower[tree.heads[of]] in self.where.stretches
        return [*([tree.heads[top]] if riot else []), *([tree.heads[of]] if days else [])]

    def _ends(self, prep: int) -> list[PlaceMention]:
        """The towns between which something happens, where no countries or people are meant: "between *Gao* and *Ansongo*"."""
        nouns = [n for first in self.tree.kids(prep, "pobj") for n in (first, *self.tree.kids(first, "conj"))]
        places = [p for n in nouns if (p := self.naming.at(n)) and self.tree.tags[n] == "NNP"]
        return [p for p in places if p.precision in ("city", "site")] if len(places) == len(nouns) else []

    def _goes_on_to(self, prep: int) -> bool:
        """Whether another deed leads to a place, or from it: "rounded up in Lima and *driven to* Cusco", "*flew from* Lima and met"."""
        tree, verb, word = self.tree, self.tree.heads[prep], self.tree.lower[prep]
        if word == "from":
            return verb not in self.own and tree.lower[verb] in self.where.moving
        return word in self.where.towards and tree.deps[verb] == "conj" and tree.heads[verb] in self.own

    def _of_who_is_told(self, prep: int) -> bool:
        """Whether a place belongs to those of whom another clause tells: "condemned the raid and *called on all in Chad* to stop"."""
        if self.quad != HARSH or not self.tree.noun(self.tree.heads[prep]):
            return False
        verb = clause(self.tree, prep)
        return verb is not None and verb not in self.own and self.tree.deps[verb] == "conj"

    def _of_another(self, i: int) -> bool:
        """Whether a place is that of another happening, of which somebody is told or accused ("blamed X for raiding Lima")."""
        tree, against = self.tree, self.quad == HARSH
        for head in tree.up(i):
            if head in self.own:
                return against and self._of_object(head, i)
            if tree.verb(head):
                thanked = tree.deps[head] == "pcomp" and tree.lower[tree.heads[head]] == "for"  # "thanked Chad for housing men in Gao"
                return thanked or (against and tree.deps[head] in ("pcomp", "xcomp"))
            if tree.lower[head] in self.where.topical and head != self.naming.over.get(i):
                return True  # "talks over a peace in Ukraine"
            if tree.lower[head] in self.where.stage:
                return False  # "condemned the raid at a briefing in Lima"
            if tree.noun(head) and head not in self.match.tokens and self._happens(head):
                over = tree.heads[head]
                inside = tree.deps[head] == "pobj" and self._at_it(over)
                made = tree.deps[head] == "dobj" and tree.lower[over] in self.where.attending  # "signed a pact in Lima"
                told = ("dobj", "pobj", "nsubjpass") if against else ("dobj", "pobj")
                return self.match.part == "verb" and tree.deps[head] in told and not (inside or made)
        return False

    def _of_object(self, verb: int, i: int) -> bool:
        """Whether a place behind a happening that is spoken of is that one's: "condemned the killing of two men at a mosque in Gao"."""
        tree, prep = self.tree, self.naming.over[i]
        if any(p < prep and tree.heads[prep] == verb for p in tree.kids(verb, "prep")):
            return False  # "rejected the offer on Monday in Cairo"
        return verb < i and any(o < i and o not in self.match.tokens and self._happens(o) for o in tree.kids(verb, "dobj"))

    def _at_it(self, prep: int) -> bool:
        """Whether a preposition says that something is done where a happening is: "in", "during" it, "on the sidelines of" it."""
        word = self.tree.lower[prep]
        where = word in self.where.locative and word not in self.where.topical
        occasion = word == "of" and self.tree.lower[self.tree.heads[prep]] in self.where.occasion
        return where or occasion or word in self.where.upon or word in self.where.amid

    def _happens(self, i: int) -> bool:
        """Whether a noun alone can tell of a happening, and is nobody who has a part in this one."""
        return self.naming.happens(i) and not any(f.head == i for f in (*self.match.actors, *self.match.recipients))

    def _near_another(self, i: int) -> int:
        """One step more for a place that explains another, or joins it: "Ber, a town east *of Gao*", "a base in Ber and one *in Gao*"."""
        tree, where = self.tree, self.where
        above = [i, *takewhile(lambda h: not tree.verb(h), tree.up(i))]
        if any(tree.deps[h] == "conj" for h in above):
            return 1
        return int(any(tree.deps[h] == "appos" and (tree.lower[h] in where.kinds or tree.lower[h] in where.open) for h in tree.up(i)))

    def _set_out(self, prep: int) -> int:
        """One step more for where somebody only set out ("flew *from Cusco* to Lima"), one less for where he is driven from."""
        tree, verb = self.tree, self.tree.heads[prep]
        if tree.lower[prep] != "from":
            return 0
        if tree.lower[verb] in self.where.leaving:
            return -1 if verb == self.top else 0
        return int(tree.lower[verb] in self.where.moving and tree.has(verb, self.where.towards, "prep"))

    def _of_party(self, prep: int) -> int:
        """One step more where a phrase only says which party is meant ("the government in Nairobi", "the bishop of Gao")."""
        head = self.tree.heads[prep]
        person = self.tree.lower[prep] == "of" and self.tree.lower[head] not in self.where.abroad
        named = self.match.recipients if person else ()
        return int(any(f.head == head for f in (*self.match.actors, *named)))

    def _locates(self, prep: int, place: PlaceMention, i: int) -> bool:
        """Whether a preposition places the event: "to", "into" and "of" do so for points, for countries only after verbs of motion."""
        tree, word = self.tree, self.tree.lower[prep]
        over = tree.heads[prep]
        if word == BETWEEN:
            return True
        if word == "of" and tree.deps[over] != "pobj" and tree.lower[over] in self.where.away:
            return True  # "south of Lima"
        if word == "from" and (not self._leaves(over) or any(f.head == i for f in self.match.actors)):
            return False  # "a gate to migrants from Syria", "bought drones from Turkey", "pressure from Chad"
        if self._lives(prep):
            return False  # "residents of the town marched", wherever that was; "the opposition in Lima has demanded"
        if word in self.where.locative or word in self.where.upon:
            whole = word in self.where.inside | self.where.within or tree.lower[i] in self.where.parts or word == "from"
            return place.precision != "country" or whole or not any(f.head == i for f in self.match.recipients)
        if word not in self.where.towards or self._addressed(i):
            return False
        return place.precision != "country" or (self._leads(over) and tree.lower[over] in self.where.moving)

    def _lives(self, prep: int) -> bool:
        """Whether a phrase says of a party where it is at home, and not where it acts."""
        tree, over, against = self.tree, self.tree.heads[prep], self.quad == HARSH
        if tree.lower[prep] == "of":
            return any(f.head == over for f in (*self.match.actors, *(() if self.quad == FORCE else self.match.recipients)))
        if not against or tree.lower[prep - 1] == ",":
            return False
        sits = tree.lower[over] in self.where.posted or (tree.deps[over] == "pobj" and self._met_at(tree.heads[over]))
        return not sits and any(f.head == over and not self._there(f) for f in (*self.match.actors, *self.match.recipients))

    def _met_at(self, prep: int) -> bool:
        """Whether a body is where something is done: "at *the United Nations* in New York", "at a meeting *of the bloc* in Riga"."""
        tree, over = self.tree, self.tree.heads[prep]
        meets = tree.lower[prep] == "of" and tree.deps[over] == "pobj" and self._happens(over) and self._at_it(tree.heads[over])
        return tree.lower[prep] in self.where.inside or meets

    def _leaves(self, over: int) -> bool:
        """Whether an act is done at what it leads away from: "recalled its soldiers *from* Chad", "its withdrawal *from* Chad"."""
        tree, own = self.tree, self.own
        while tree.deps[over] == "conj" and tree.noun(over):
            over = tree.heads[over]
        if tree.noun(over) and over not in own:
            over = tree.heads[over] if tree.heads[over] in own else over
        if tree.deps[over] == "prep" or (tree.noun(over) and over in own):
            return True
        return tree.lower[over] in self.where.leaving or tree.lower[over] in self.where.moving

    def _leads(self, i: int) -> bool:
        """Whether a word is the act or leads to it: "*flew* to Chad to mediate", "*flew* to Chad and met", "on a *trip* to Chad"."""
        tree, top = self.tree, self.top
        if tree.deps[top] == "conj" and tree.heads[top] == i and not tree.kids(top, "nsubj"):
            return True
        if tree.noun(i) and tree.deps[i] == "pobj" and tree.lower[tree.heads[i]] in self.where.upon:
            return True
        return i in (self.token, top) or (tree.deps[top] in ("xcomp", "advcl") and tree.tags[top] == "VB" and tree.heads[top] == i)

    def _there(self, filler: Filler) -> bool:
        """Whether somebody acts where he is said to be: a court where it sits, a crowd where it gathers."""
        return filler.referent is not None and not self.where.settled.isdisjoint(filler.referent.sectors)

    def _addressed(self, i: int) -> bool:
        """Whether a capital stands for its government, to whom something is said or given."""
        met = any(f.head == i and f.basis == "metonym" for f in self.match.recipients)
        leading = (self.top, self.token, self.tree.heads[self.naming.over[i]])
        return met and self.where.moving.isdisjoint(self.tree.lower[t] for t in leading)

    def targets(self) -> Iterator[Ranked]:
        """Places that the noun for a blow says it was aimed at: "died in raids *on Gao*"."""
        tree, top = self.tree, self.top
        if self.quad != FORCE:
            return
        told = (n for n in (blows(tree, top, self.where) if tree.verb(top) else ()) if self.naming.happens(n))
        for blow in {*told, *([self.token] if tree.noun(self.token) else [])}:
            for i in aimed_at(tree, blow, self.where):
                place = self.naming.at(i) or self.naming.site(i)
                if place and place.precision != "country":
                    yield _rank(place) + 1, i, place

    def objects(self) -> Iterator[Ranked]:
        """Places that are the object of an act which happens at its object, or that stand before it ("the Dadaab camps")."""
        tree, top = self.tree, self.top
        if tree.lower[top] not in self.where.entering:
            return
        objects = [tree.antecedent(o) for o in tree.kids(top, "dobj", "nsubjpass")]
        for i in (*objects, *(c for o in objects for c in self.parties.counted(o))):  # "controls most of the town"
            place = self.naming.at(i) or self.naming.site(i) or self._explained(i)
            if place and (place.precision != "country" or tree.lower[top] in self.where.moving):
                yield _rank(place), i, place

    def _explained(self, i: int) -> PlaceMention | None:
        """A place that no list has, where it is said to be one, or taken like one: "retook Ber, *a town* east of Gao", "*shelled* Ber"."""
        tree, where = self.tree, self.where
        if tree.tags[i] != "NNP":
            return None
        bare = not tree.children[i] and tree.lower[self.top] in where.taking and self.parties.sentence.at(i) is None
        told = bare or any(tree.lower[a] in where.kinds or tree.lower[a] in where.regions for a in tree.kids(i, "appos"))
        return self.naming.unlisted(self.naming.first(i), i) if told else None

    def clauses(self) -> Iterator[Ranked]:
        """The place before a clause that tells of it: "Almaty, where protesters took the city hall"."""
        tree = self.tree
        if not self.told_of and self.where.relative.isdisjoint(tree.lower):
            return
        for verb in (self.top, *tree.up(self.top)):
            if tree.deps[verb] not in ("relcl", "advcl", "ccomp", "xcomp", "conj") or not tree.verb(verb):
                continue
            noun, adverbs = tree.heads[verb], [c for c in tree.kids(verb, "advmod") if tree.lower[c] in self.where.relative]
            place = self._before(adverbs[0], noun) if adverbs else self.naming.at(noun) if noun in self.told_of else None
            if place:
                yield _rank(place) + 1, verb, place
            if tree.deps[verb] in ("relcl", "ccomp"):
                return

    def _before(self, i: int, noun: int) -> PlaceMention | None:
        """The place named right before a relative adverb; of two ("Pahalgam, in the part of Kashmir") the more exact one.

        `noun`: what the clause hangs on, which may be a name that no list has ("Camp Tshatshi, where").
        """
        near = self.naming.at(noun) if self.tree.tags[noun] == "NNP" and noun < i else None
        if near and near not in self.naming.told and RANK[near.precision] == 0:
            return near
        ahead = [p for p in self.naming.told if self.tree.starts[0] <= p.start and p.end <= self.tree.starts[i]]
        last = [p for p in ahead if self.tree.starts[i] - p.end <= REACH]
        return min(last, key=lambda p: (RANK[p.precision], -p.start), default=None)

    def there(self) -> PlaceMention | None:
        """The last place told of, where the act is said to happen "there"."""
        tree = self.tree
        if self.where.back.isdisjoint(tree.lower):
            return None
        adverbs = (c for v in (self.token, self.top) for w in (v, *tree.kids(v, "dobj", "nsubjpass")) for c in tree.kids(w, "advmod"))
        return next((self.naming.near(c) for c in adverbs if tree.lower[c] in self.where.back), None)

    def host(self) -> PlaceMention | None:
        """The country of those who host, to whom the others come."""
        if self.tree.lower[self.top] not in self.where.hosting:
            return None
        subjects = self.parties.roles.subjects(self.top)
        own = (f for f in self.match.actors if f.head in subjects)
        hosts = ((f, f.referent) for f in (*own, *self.match.recipients))
        found = ((f, r) for f, r in hosts if r and r.country and r.kind == "country")
        starts, ends = self.tree.starts, self.tree.ends
        return next((PlaceMention(starts[f.first], ends[f.last], r.name, r.country, "country") for f, r in found), None)

    def filed(self, town: PlaceMention | None) -> PlaceMention | None:
        """The town that opens an item, for what is done by somebody of its country or of no known one."""
        lands = {f.referent.country for f in self.match.actors if f.referent and f.referent.country}
        return town if town and lands <= {town.country} else None


def _rank(place: PlaceMention) -> int:
    """How exact a place is; of an unlisted site nothing is known, and the town named with it tells more."""
    return RANK[place.precision] + (place.precision == "site" and place.lat is None)
