"""Descriptors: role nouns, whose they are, the names that titles and appositions give them, and things with a nationality."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace

from sayso.extract.identify.antecedents import of_which
from sayso.extract.identify.descriptor_words import DescriptorWords
from sayso.extract.identify.memory import Kind, Memory, Referent
from sayso.extract.identify.names import TITLING, Named, proper_name, reading, titled
from sayso.extract.identify.nobody import leans, machine
from sayso.extract.identify.owners import within
from sayso.extract.identify.owning import Described, Mentions, Owning
from sayso.extract.parse.tree import NAMES, PLURALS, Tree
from sayso.lexicon.entity import Entity
from sayso.lexicon.lexicon import RoleNoun
from sayso.model.event import Basis

GOVERNING = "GOV"  # the sector of those whose office a dated list may not know
LENT = (*TITLING, "to", "at", "in")  # what opens behind an office what it is for
TERMS = ("from", "until", "till", "between", "during", "in", "under")  # what follows an office that is over, or another's
THEN = 2  # tokens before a role in which it is said to be one of that time: "then - president"
OF_WHAT = 2  # tokens from the head of a role to its last word: "chief of *staff*"


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom a noun phrase means and how that is known; `last` is the head of an apposition that belongs to it, None without one."""

    referent: Referent
    basis: Basis
    last: int | None = None


class Descriptors:
    """The descriptors of one sentence; `mentions` gives the mention at a token, `named` the names by token."""

    def __init__(self, tree: Tree, named: Mapping[int, Named], memory: Memory, words: DescriptorWords, mentions: Mentions) -> None:
        """Read one sentence."""
        self.tree, self.named, self.memory, self.words, self.mentions = tree, named, memory, words, mentions
        self.owning = Owning(tree, named, memory, words, mentions)

    def role(self, first: int, i: int) -> Described | None:
        """The last role noun of the noun phrase from `first` to its head, its longest reading; None where it has none."""
        if going_on := self._of_what(first, i):
            return going_on
        for last in range(i, first - 1, -1):
            if self.tree.lower[last] in self.words.heads and not self._no_role(last, i) and (noun := self._longest(first, last)):
                return Described(noun, last - len(noun.before), last)
        return None

    def _of_what(self, first: int, i: int) -> Described | None:
        """A role noun that goes on behind the head of its phrase: "the army *chief of staff*"; None for others."""
        last = i + OF_WHAT
        if self.tree.lower[i + 1 : last] != ["of"] or last >= len(self.tree) or self.tree.lower[last] not in self.words.heads:
            return None
        noun = self._longest(first, last)
        return Described(noun, last - len(noun.before), i) if noun and noun.before[-1:] == ("of",) else None

    def apposed(self, name: int) -> tuple[int, Described | None]:
        """The office that an apposition gives a name, and where its phrase begins: "*the Chadian minister*, Ana Paz".

        An office with a term to it ("president from 2001 to 2005") is one of the past, and that of a party is none.
        """
        tree = self.tree
        beside = (*tree.kids(name, "appos"), *([tree.heads[name]] if tree.deps[name] == "appos" else ()))
        for noun in (n for n in beside if tree.tags[n] == "NN"):
            owners = tree.taken(noun, "of")
            elsewhere = any(o not in self.named or self.named[o].name.entity.kind != "country" for o in owners)  # "leader of a party"
            ended = elsewhere or tree.has(noun, TERMS, "prep")
            first = min([noun, *(tree.left_edge(c) for c in tree.kids(noun, "det", "amod", "compound", "nmod", "poss") if c < noun)])
            if not ended and (role := self.role(first, noun)) and GOVERNING in role.noun.sectors:
                return first, role
        return name, None

    def _no_role(self, t: int, i: int) -> bool:
        """Whether a word for a role in the phrase of a head means something else: a name's part, a coin, a machine, a king of reggaeton."""
        word, words = self.tree.lower[t], self.words
        if t in self.owning.inside_possessor(i) or (t in self.named and self.named[t].name.use != "people"):
            return True
        if word in words.units and self.tree.kids(t, "nummod"):
            return True  # "210 crowns" are money
        if machine(self.tree, t, words.arms, words.makes) or (self._given(t) if t < i else self._surname(t)):
            return True
        ruling, presiding = t == i and word in words.courtly, t == i and word in words.presiding
        return (ruling and self._of_a_thing(i)) or (presiding and self._of_nobody(i))  # "vice president of Hartman & Sons"

    def _longest(self, first: int, last: int) -> RoleNoun | None:
        """The longest reading of the role noun that ends at a word, with words before it from one token on."""
        nouns = self.words.heads[self.tree.lower[last]]
        capital = self.tree.tags[last] in NAMES or self.tree.words[last].isupper()
        return reading(nouns if capital else [n for n in nouns if not n.capital], self.tree.lower[first:last])

    def _of_a_thing(self, i: int) -> bool:
        """Whether somebody is called so for what he does best: "the ambassador *of jasmine*"; "the king of the hill" is nobody either."""
        tree, of = self.tree, of_which(self.tree, i)
        return bool(of) and all(
            tree.tags[o] in ("NN", "NNP") and tree.words[o].islower() and not tree.kids(o, "det", "poss", "prep") for o in of
        )

    def _of_nobody(self, i: int) -> bool:
        """Whether somebody presides over what is neither a land nor a body that is known: a name, or "a" or "an" and a noun."""
        tree, of = self.tree, of_which(self.tree, i)
        for o in of:
            articles = [tree.lower[d] for d in tree.kids(o, "det")]
            name, nameless = tree.tags[o] in NAMES and not articles, tree.tags[o] == "NN" and ("a" in articles or "an" in articles)
            if not (name or nameless) or not self.named.keys().isdisjoint(tree.subtree(o)) or self.mentions.at(o):
                return False
        return bool(of)

    def _given(self, t: int) -> bool:
        """Whether a word that is a role too is somebody's first name here: "Christian Porter"."""
        tree = self.tree
        return tree.words[t] in self.words.given and tree.tags[t] == tree.tags[t + 1] == "NNP" and tree.deps[t] == "compound"

    def _surname(self, t: int) -> bool:
        """Whether a word that is a role too is a surname here, by itself where the report has told whose: "Stephen King", "*King* said"."""
        tree = self.tree
        if tree.tags[t] != "NNP":
            return False
        if not t or tree.tags[t - 1] != "NNP" or tree.heads[t - 1] != t:
            told = self.memory.bound.get(tree.words[t]) if not tree.kids(t, "det", "poss", "amod", "prep") else None
            return told is not None and told.kind == "person" and told.unlisted
        return tree.words[t - 1] in self.words.given and tree.lower[t - 1] not in self.words.roles

    def described(self, i: int, first: int, role: Described) -> Meaning:
        """Whom a phrase means whose head is a role noun: "the Kenyan police", "the president, X"."""
        held = self._held(i, first, role)
        referent = held.referent
        if referent.kind == "body":
            referent = self._ministry(i, role, referent)
        if beside := self._beside(referent, (*self.tree.kids(i, "appos"), *self._beside_owner(i, referent))):
            return replace(beside, referent=self._in_office(beside.referent, first, role))
        return held if referent is held.referent else replace(held, referent=referent)

    def _beside(self, referent: Referent, places: Iterable[int]) -> Meaning | None:
        """Who is named in one of some places as holder of a role; None where nobody is."""
        others = ((place, self._appositive(place, referent)) for place in places)
        return next((Meaning(other, "name" if other.entity else "descriptor", place) for place, other in others if other), None)

    def _in_office(self, person: Referent, first: int, role: Described) -> Referent:
        """A listed person with the power that the text says is his: it knows better than a dated list."""
        told = self.words.power.intersection(role.noun.sectors) if "GOV" not in role.noun.sectors else frozenset[str]()
        listed = person.entity is not None and person.kind == "person" and not self.former(first, role.first)
        return replace(person, sectors=role.noun.sectors) if told and listed and told.isdisjoint(person.sectors) else person

    def _beside_owner(self, i: int, referent: Referent) -> list[int]:
        """What the parser sets beside the country in place of its man: "the governor in Chad, X, ..."."""
        tree = self.tree
        if referent.kind != "person" or referent.plural or not (referent.country or "IGO" in referent.sectors):
            return []
        below = (o for p in tree.kids(i, "prep") for o in tree.subtree(p))
        lands = (o for o in below if tree.deps[o] == "pobj" and o in self.named)
        beside = (c for o in lands for c in tree.kids(o, "appos") if not tree.kids(c, "conj", "cc"))
        return [c for c in beside if c not in self.named or self.named[c].name.entity.kind == "person"]

    def _ministry(self, i: int, role: Described, body: Referent) -> Referent:
        """A body with the identifier of the ministry that it is: "the Kenyan defence ministry", "the Ministry of Defence of Kenya"."""
        if body.country is None or body.entity or body.also:
            return body
        tree = self.tree
        noun = " ".join(tree.lower[role.first : role.last + 1])
        phrases = (" ".join((noun, *tree.lower[prep : of + 1])) for prep in tree.kids(i, "prep") for of in tree.kids(prep, "pobj"))
        found = next((self.words.ministries[text] for text in (noun, *phrases) if text in self.words.ministries), None)
        return replace(body, entity=found.of(body.country)) if found else body

    def _held(self, i: int, first: int, role: Described) -> Meaning:
        """Who holds a role that heads its phrase, and how its owner is known."""
        noun, word = role.noun, self.tree.lower[role.last]
        owner = self.owning.whose(i, first, role)
        one = self.tree.tags[role.last] == "NN" and word in self.words.humans
        alone = one or (noun.kind == "person" and not noun.plural)
        kind: Kind = "person" if alone else "body" if noun.kind == "body" else "group"
        last = max(i + OF_WHAT * role.whole, owner.last or i, titled(self.tree, i, self.words.temporal) if kind != "person" else i)
        name = self._called(first, i, last)
        gender = self.words.humans.get(word) if one else None
        referent = Referent(
            name, kind, None, self._sectors(first, role), None, gender, plural=noun.plural and not one, roles=self.offices(role)
        )
        if not owner.who:
            return Meaning(referent, owner.basis, last if last > i else None)
        if word in self.words.counterparts and (peers := self.owning.owner(i)):
            referent = replace(referent, sectors=peers.sectors or referent.sectors, roles=referent.roles | peers.roles)
        return Meaning(
            within(referent, owner.who, lent=word in self.words.members and not role.whole), owner.basis, last if last > i else None
        )

    def _called(self, first: int, i: int, last: int) -> str:
        """A noun phrase with what it is of, which says who is meant: "the head *of the navy*", but "the crowd" in Lomé."""
        return self.tree.written(first, last if last > i and self.tree.lower[i + 1] in TITLING else i)

    def offices(self, role: Described) -> frozenset[str]:
        """The words under which a text may speak of a role again: its last one, and all of it."""
        words, before = self.tree.lower[role.first : role.last + 1], self.tree.lower[max(role.first - THEN, 0) : role.first]
        if not self.words.bygone_office.isdisjoint(before):
            return frozenset()  # of whoever was "*then*-president" a text speaks no more as of the president
        return frozenset((words[-1], " ".join(words)))

    def headed(self, i: int, first: int) -> Meaning | None:
        """Who a noun means that is a role only of something: "the head of the navy", "members of parliament"; None for others."""
        tree = self.tree
        office = tree.lower[i] in self.words.offices
        if not office and tree.lower[i] not in self.words.members:
            return None
        belongs = self.owning.whose(i, first)
        whose = belongs.who
        possessed = whose and (whose.kind == "organisation" or (whose.kind in ("person", "body", "group") and whose.sectors))
        owner = whose if possessed else next(self.owning.phrases(i, self.words.lending, definite=office), None)
        if not owner or (office and (owner.kind not in ("person", "organisation", "body") or not (owner.country or owner.entity))):
            return None
        plural = tree.tags[i] == "NNS"
        kind: Kind = "body" if office else "group" if plural else "person"
        if whose and not owner.country:
            owner = replace(owner, country=whose.country)  # "France's head of state"
        name = self._called(first, i, belongs.last or i)
        referent = within(Referent(name, kind, None, (), plural=plural, roles=frozenset((tree.lower[i],))), owner, lent=True)
        if not owner.known:
            return None
        return self._beside(referent, (*tree.kids(i, "appos"), *self._beside_owner(i, referent))) or Meaning(referent, "descriptor")

    def titled(self, i: int, first: int, role: Described) -> Meaning:
        """A person whom the lexicon does not list, with a role before the name."""
        whose = self.owning.whose(i, first, role).who
        name, word = self.tree.written(self._called_from(role.last + 1, i), i), self.tree.lower[role.last]
        kind: Kind = "organisation" if role.noun.kind == "body" or word in self.words.collectives else "person"
        referent = Referent(name, kind, None, self._sectors(first, role), roles=self.offices(role), unlisted=True)
        referent = within(referent, whose, lent=word in self.words.members and not role.whole) if whose else referent
        return self.bound(name, referent)

    def _called_from(self, start: int, i: int) -> int:
        """Where a name begins behind a title and what it is for: "Minister for Transport *Ana Paz*", by its first name if that is known."""
        if self.tree.lower[start] not in LENT:
            return start
        return next((t for t in range(start + 1, i) if self.tree.words[t] in self.words.given), max(start + 1, i - 1))

    def bound(self, name: str, referent: Referent, last: int | None = None) -> Meaning:
        """Somebody whom the text has explained, remembered under the name."""
        self.memory.bind(name, referent)
        return Meaning(referent, "descriptor", last)

    def thing(self, i: int, first: int) -> Meaning | None:
        """A noun that is no role, with a nationality or a sector: "an Iranian tanker", "a rebel attack"; None without either."""
        owner, ware = self.owning.whose(i, first), self.tree.lower[i] in self.words.wares
        whose = owner.who
        if whose and whose.kind in ("person", "group") and self.tree.lower[i] in self.words.limbs and self._of_another(i):
            return Meaning(whose, owner.basis)  # what is done to a soldier's leg is done to him
        if not whose or not (whose.country or whose.entity):
            sectors = [] if ware else self._modifier_sectors(first, i, self.words.loose)
            return Meaning(Referent(self.tree.written(first, i), "thing", None, tuple(sectors)), "descriptor") if sectors else None
        name = self.tree.written(first, i)
        sectors_of_body = (
            whose.sectors
            if whose.kind == "organisation" or self.words.forces(whose)
            else tuple(() if ware else self._modifier_sectors(first, i, self.words.loose) or self._armed(i, whose))
        )
        plural, placed = self.tree.tags[i] in PLURALS, owner.last is not None and self.tree.lower[i + 1] not in TITLING
        others = self.tree.lower[i] in self.words.counterparts
        acting = None if placed or others else whose  # nobody acts by "bombings *in Baghdad*", or by "his colleagues"
        referent = Referent(name, "thing", whose.country, sectors_of_body, plural=plural, also=whose.also, owner=acting)
        return Meaning(referent, owner.basis, owner.last)

    def _of_another(self, i: int) -> bool:
        """Whether a noun tells whose a thing is: "a soldier's leg", but "on their shoulders" is a phrase."""
        return any(self.tree.tags[p] != "PRP$" for p in self.tree.kids(i, "poss"))

    def _armed(self, i: int, whose: Referent) -> list[str]:
        """The sector of an army whose jets, ships or tanks a noun means: those of a state, in no civil use."""
        tree = self.tree
        civil = tree.has(i, self.words.civil, "amod", "compound")
        return ["MIL"] if whose.kind == "country" and tree.lower[i] in self.words.arms and not civil else []

    def former(self, first: int, until: int) -> bool:
        """Whether a role from one token to another is held no more."""
        lower, hyphened = self.tree.lower, first > 1 and self.tree.words[first - 1] == "-"
        words = lower[first - 2 if hyphened else first : until + 1]  # "ex-president" in three tokens
        joined = " ".join(words).replace(" - ", "-").split() if "-" in words else ()  # "one-time"
        return not (self.words.former.isdisjoint(words) and self.words.former.isdisjoint(joined))

    def left(self, first: int, role: Described) -> bool:
        """Whether it is this very role that is held no more: not so in "former actor and president"."""
        others = (t for t in range(first, role.first) if t not in self.named and self.tree.lower[t] in self.words.roles)
        return self.former(first, role.first) and not any(not self.words.roles[self.tree.lower[t]][-1].before for t in others)

    def of_a_party(self, first: int, role: Described) -> bool:
        """Whether a role before a name is one in a party or an armed group, which has no power by itself: "Hamas leader"."""
        bodies = [self.named[t].name.entity for t in range(first, role.first) if t in self.named and self.named[t].last == t]
        own = [b for b in bodies if b.kind == "organisation" and b.sectors and self.words.partisan.issuperset(b.sectors)]
        return bool(own) and self.tree.lower[role.last] in self.words.members

    def empowered(self, role: Described, entity: Entity, sectors: tuple[str, ...]) -> tuple[str, ...]:
        """The sectors of a listed person whom the text gives an office; who never led more than parties is "leader" of one."""
        if GOVERNING not in set(role.noun.sectors) - set(sectors):
            return sectors
        led = self.tree.lower[role.last] in self.words.leaders and entity.terms
        if led and all(self.words.partisan.issuperset(t.sectors) for t in entity.terms):
            return entity.terms[0].sectors if sectors == ("ELI",) else sectors
        return role.noun.sectors

    def of_many(self, first: int, role: Described) -> bool:
        """Whether a role before a name is one of a body of many states: "NATO Secretary General"."""
        bodies = (self.named[t].name.entity for t in range(first, role.first) if t in self.named)
        return "IGO" in role.noun.sectors or any(b.kind == "organisation" and "IGO" in b.sectors for b in bodies)

    def _sectors(self, first: int, role: Described) -> tuple[str, ...]:
        """Sectors of a role with those that stand before it; of one who holds an office no more, ELI."""
        exiled = not self.words.exiled.isdisjoint(self.tree.lower[first : role.first])
        held = not self.words.plain.issuperset(role.noun.sectors)  # "a former nurse" is no notable
        if (held and self.former(first, role.first)) or (exiled and "GOV" in role.noun.sectors):
            return ("ELI",)
        if not self.words.power.isdisjoint(role.noun.sectors) and (society := self._society(role.last)):
            return next((n.sectors for n in self.words.roles.get(society, ()) if n.sectors), ("CVL",))
        if self._of_the_state(first, role):
            return ("MIL",)
        return tuple(dict.fromkeys((*role.noun.sectors, *self._modifier_sectors(first, role.first))))

    def _of_the_state(self, first: int, role: Described) -> bool:
        """Whether what is mostly said of rebels is said of those who fight for a state: "*the regime's* fighters", "*army* fighters"."""
        if self.tree.lower[role.last] not in self.words.combatants:
            return False
        owners = (m.referent for p in self.tree.kids(role.last, "poss") if (m := self.mentions.at(p)))
        before = [*self._modifier_sectors(first, role.first), *(s for r in owners if r.kind == "body" for s in r.sectors)]
        return bool(before) and self.words.stately.issuperset(before)

    def _society(self, i: int) -> str:
        """The club, church or the like of which an office is: "the minister of the Methodist church"; empty where it is of none."""
        tree = self.tree
        owners = (*tree.taken(i, "of"), *tree.kids(i, "poss", "compound"))
        return next((tree.lower[o] for o in owners if tree.tags[o] == "NN" and tree.lower[o] in self.words.societies), "")

    def _modifier_sectors(self, first: int, until: int, but: Set[str] = frozenset()) -> list[str]:
        """Sectors of role nouns that stand before the role itself, `but` for some: "rebel commander", "opposition senators"."""
        found: list[str] = []
        for t in range(first, until):
            nouns = self.words.roles.get(self.tree.lower[t])
            if self.tree.words[t + 1 : t + 2] == ["-"] or leans(self.tree.lower, t, self.words.leaning):
                continue  # "Muslim-majority", "anti-immigrant"
            if nouns and self.tree.lower[t] not in but and t not in self.named and self.tree.deps[t] in ("compound", "amod", "nmod"):
                plain = self.tree.tags[t].startswith("JJ") and self.tree.words[t].islower()  # "the general manager" is no general
                noun = reading(nouns, self.tree.lower[first:t])
                if noun and not (plain and noun.kind == "person"):
                    found += [s for s in noun.sectors if s not in found]
        return found

    def _name_of(self, child: int, referent: Referent) -> bool:
        """Whether a word right after a noun for a group is that group's name: "the rebel group Red Dawn"."""
        first = child
        while first > 0 and self.tree.deps[first - 1] == "compound" and self.tree.words[first - 1][0].isupper():
            first -= 1
        before = self.tree.heads[child]
        collective = referent.kind == "body" or self.tree.lower[before] in self.words.collectives
        return collective and first == before + 1 and self.tree.tags[before] == "NN"

    def _appositive(self, child: int, referent: Referent) -> Referent | None:
        """The person named beside a role ("the president, X"); an unlisted one is bound to the role."""
        other = self.mentions.at(child)
        if other and other.referent.entity and (other.referent.kind == "person" or referent.kind != "person"):
            return _by_text(other.referent, referent) if self.memory.day is None or other.referent.sectors == ("ELI",) else other.referent
        elsewhere = other and other.referent.kind in ("country", "place", "organisation")
        if self.tree.tags[child] != "NNP" or elsewhere or (referent.kind != "person" and not self._name_of(child, referent)):
            return None
        name = proper_name(self.tree, child, self.named)
        bound = replace(referent, name=name, unlisted=True, kind="person" if referent.kind == "person" else "organisation")
        self.memory.bind(name, bound)
        return bound


def _by_text(listed: Referent, described: Referent) -> Referent:
    """A listed person as an undated text describes them: in office, or no more."""
    if listed.country != described.country or listed.kind != "person":
        return listed
    if "GOV" in described.sectors and "GOV" not in listed.sectors:
        return replace(listed, sectors=described.sectors)
    return replace(listed, sectors=("ELI",)) if described.sectors == ("ELI",) and "GOV" in listed.sectors else listed
