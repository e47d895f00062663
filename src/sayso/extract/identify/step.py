"""Step 5, identify: which words of a sentence name, describe or refer to whom."""

import weakref
from bisect import insort
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cached_property
from operator import attrgetter

from sayso.extract.identify import nobody, peoples, references, several, spokesmen
from sayso.extract.identify.acronyms import acronyms
from sayso.extract.identify.antecedents import clause_subjects, demanders, judges, oneself
from sayso.extract.identify.descriptors import Descriptors, Meaning
from sayso.extract.identify.introductions import Introductions
from sayso.extract.identify.knowledge import Knowledge
from sayso.extract.identify.memory import Memory, Mention, Referent
from sayso.extract.identify.names import Named, called, country_of, laid, namesake
from sayso.extract.identify.owning import Described
from sayso.extract.identify.related import Related
from sayso.extract.parse.tree import NAMES, NOUNS, Tree
from sayso.extract.scan.hits import Hit
from sayso.lexicon.entity import Entity
from sayso.model.event import Basis

Office = tuple[tuple[str, ...], str | None]  # sectors and country (ISO alpha-3)
BEFORE = ("det", "amod", "compound", "poss", "nmod", "nummod", "predet", "quantmod", "case", "npadvmod")
PLACELIKE = ("capital", "name", "city")
VISIT = 6  # tokens after a place in which it is said what brings somebody there
PARTS = ("compound", "nmod")
BARE = ("DT", "PDT", "CC", ",", "``", "''", "HYPH", ":", "-LRB-")  # tags of what is no part of a mention where it opens one


class Sentence:
    """The mentions of one parsed sentence, worked out when asked and kept."""

    def __init__(self, tree: Tree, hits: Sequence[Hit], memory: Memory, knowledge: Knowledge) -> None:
        """Lay the names found by the scan over the tokens."""
        self.tree, self.memory, self.knowledge = tree, memory, knowledge
        self.named = laid(tree, hits, memory, knowledge.names)
        self._descriptors = Descriptors(tree, self.named, memory, knowledge.descriptors, weakref.proxy(self))  # else a cycle
        self._introductions = Introductions(self._descriptors)
        self._related = Related(tree, memory, knowledge, self._descriptors, weakref.proxy(self))
        self.found: list[Mention] = []  # so far, in the order of the text
        self._known: dict[int, Mention | None] = {}

    def at(self, i: int) -> Mention | None:
        """The mention whose head is a token; None where the words mean nobody."""
        if i in self._known:
            return self._known[i]
        self._known[i] = None  # for whoever asks while it is worked out
        self._known[i] = mention = self._identified(i)
        if mention:
            insort(self.found, mention, key=attrgetter("head"))
        return mention

    def read(self, until: int | None = None, *, names_only: bool = False) -> list[Mention]:
        """All mentions up to a token (by default all), left to right; or only those that names make."""
        if names_only:
            for i in sorted({named.last for named in self.named.values()}):
                self.at(i)
            return self.found
        stop = len(self.tree.words) if until is None else until
        while self._unread and self._unread[-1] < stop:
            self.at(self._unread.pop())
        return self.found

    def role(self, first: int, i: int) -> Described | None:
        """The role noun of the noun phrase from one token to its head."""
        return self._descriptors.role(first, i)

    @cached_property
    def _unread(self) -> list[int]:
        """The tokens not read yet that can head a mention, backwards: last ones of names, pronouns, nouns that stand before no other."""
        tree, named, pronouns = self.tree, self.named, self.knowledge.references.pronouns
        heads = [
            i
            for i, word in enumerate(tree.lower)
            if (named[i].last == i if i in named else word in pronouns or (tree.tags[i] in NOUNS and tree.deps[i] not in PARTS))
        ]
        return heads[::-1]

    def _identified(self, i: int) -> Mention | None:
        tree, words, named = self.tree, self.knowledge.references, self.named.get(i)
        if tree.lower[i] in words.pronouns and not named:  # "US" is not "us"
            return self._pronoun(i)
        if aged := peoples.aged(tree, i, self.found, self.memory):
            return self._mention(i, self._first(i), Meaning(aged, "reference"))
        if not named and self._says_nothing(i):
            return None
        first = self._first(i)
        role = self._descriptors.role(first, i)
        if named and named.name.entity.kind == "person":
            return self._mention(i, first, self._person(first, named, role))
        if beside := self._among_two(i):
            return self._mention(i, first, beside)
        if not named and tree.lower[i] in words.bodies and (known := self._definite(i, first)):
            return known
        if role and role.last == i and not (named and named.name.entity.id):  # "Hamas fighters" may be listed
            return self._mention(i, first, self._holder(i, first, role))
        if named:
            return self._body(i, first, named)
        return self._unnamed(i, first, role)

    def _among_two(self, i: int) -> Meaning | None:
        """Who is meant by words for somebody told of: "the latter", "both sides", "its neighbour", "the Council"; None for others."""
        tree, words, word = self.tree, self.knowledge.references, self.tree.lower[i]
        body = None if i in self.named else references.shortened(tree, i, self.found, self.memory)
        if body and self._fits(i, body):
            return Meaning(body, "reference")
        if word not in words.tied:
            return None
        if one := several.one_of_two(tree, i, self.read, self.memory, words):
            return Meaning(one, "reference")
        if word in words.parleying and nobody.whoever(tree, i, self.knowledge.all):
            return Meaning(Referent(tree.written(self._first(i), i), "group", plural=True), "text")
        if word in words.paired and (both := several.several(tree, i, self.read(i), self.memory, words)):
            return Meaning(both, "reference")
        if region := several.of_region(tree, i, words):
            return Meaning(region, "reference")
        return self._related.meant(i)

    def _fits(self, i: int, body: Referent) -> bool:
        """Whether a body may be called so: rebels who name themselves an army are not "the army"."""
        role, opposed = self._descriptors.role(i, i), self.knowledge.references.politics.opposed
        return not (role and not opposed.isdisjoint(body.sectors) and set(role.noun.sectors).isdisjoint(body.sectors))

    def _says_nothing(self, i: int) -> bool:
        """Whether a common noun that nothing beside it ties to anybody is nobody for sure: most nouns, sorted out cheaply."""
        tree, known = self.tree, self.knowledge
        if tree.lower[i] in known.references.kinds["country"]:
            return nobody.of_any_kind(tree, i, self.named, known.whatever, known.indefinite)
        common = tree.tags[i] in ("NN", "NNS") and tree.words[i] == tree.lower[i] and tree.lower[i] not in known.nouns
        return common and nobody.untied(tree, i, self.named.keys(), known.roles, known.owned)

    def _unnamed(self, i: int, first: int, role: Described | None) -> Mention | None:
        """A noun that is neither listed nor a role itself: a proper name, a word that points back, or a thing of somebody's."""
        meaning: Meaning | None = None
        if half := several.half(self.tree, i, self.memory, self.knowledge.references, self.knowledge.halves):
            meaning = Meaning(half, "reference")
        elif self.tree.tags[i] in NAMES or self._was_named(i):
            meaning = self._descriptors.titled(i, first, role) if role else self._introductions.unlisted(i)
        elif known := self._definite(i, first):
            return known
        headed = None if meaning else self._descriptors.headed(i, first)
        meaning = meaning or (self._by_people(i, headed) if headed else self._descriptors.thing(i, first) or self._beside(i))
        return self._mention(i, first, meaning) if meaning else None

    def _holder(self, i: int, first: int, role: Described) -> Meaning:
        """Who holds a role: somebody told of before, where it stands bare ("the minister") or fits one ("the French leader")."""
        words = self.knowledge.references
        pointed = self.tree.has(i, self.knowledge.pointers, "det")
        apart = self.tree.kids(i, "appos", "poss") or self._told_apart(i, "prep", "relcl", "acl")
        bare = not apart and several.pointed_at(self.tree, first, role.first, self.knowledge.pointers, words)
        if bare and (told := references.again(self.tree, role.first, i, self.read(i), self.memory, words)):
            return Meaning(told, "reference")
        meaning = self._by_people(i, self._descriptors.described(i, first, role))
        alone = not self.tree.kids(i, "amod", "compound", "nmod", "prep", "appos", "poss")
        if alone and (seat := self.knowledge.seats.get(self.tree.lower[i])):
            return replace(meaning, referent=replace(meaning.referent, country=seat))
        if pointed and meaning.last is None and (fallen := references.fallen(i, meaning.referent, self.read(i), self.memory, words)):
            return Meaning(fallen, "reference")
        if pointed and meaning.referent.unlisted and not meaning.referent.country:  # "the commander, X", told of without his name before
            before = references.same_role(self.tree, role.first, i, self.read(i), self.memory, words)
            if before and not before.referent.unlisted and before.referent.kind == "person":
                known = replace(meaning.referent, country=before.referent.country, sectors=before.referent.sectors)
                return self._descriptors.bound(known.name, known, meaning.last)
        if pointed and meaning.basis == "descriptor" and meaning.last is None:
            holder = references.same_person(self.tree.lower[i], meaning.referent, self.memory, words)
            return Meaning(holder, "reference") if holder else meaning
        return meaning

    def _told_apart(self, i: int, *deps: str) -> bool:
        """Whether a noun is told from others of its kind by what hangs on it, other than an aside (", who was in Rome,")."""
        tree = self.tree
        return any(tree.lower[tree.left_edge(c) - 1] != "," for c in tree.kids(i, *deps))

    def _beside(self, i: int) -> Meaning | None:
        """Who a noun that says nothing itself is by a word for a people beside it: "the firm's founder, *a British billionaire*"."""
        words = self.knowledge.descriptors
        told = peoples.told_to_be(self.tree, i, self.named, self.at, words.deeming, words.copulas) if self.tree.tags[i] == "NN" else None
        return Meaning(told, "descriptor") if told and told.kind == "person" else None

    def _by_people(self, i: int, meaning: Meaning) -> Meaning:
        """Somebody whose country the words do not name, with that of what is said beside him: "the gunman, *a Syrian*"."""
        r, words = meaning.referent, self.knowledge.descriptors
        if held := peoples.office(self.tree, i, r, self.at, words):
            r = replace(r, sectors=held.sectors, kind="person", roles=r.roles | held.roles)
        elif peoples.armed(self.tree, i, r, words):
            r = replace(r, sectors=words.unknown_armed)
        meaning = replace(meaning, referent=r)
        if r.country or r.entity or "IGO" in r.sectors or r.kind not in ("person", "group"):
            return meaning
        told = peoples.told_to_be(self.tree, i, self.named, self.at, words.deeming, words.copulas)
        if told is None:
            return meaning
        sectors = told.sectors if told.sectors and words.nameless.issuperset(r.sectors) and "CVL" not in told.sectors else r.sectors
        return replace(meaning, referent=replace(r, country=told.country, sectors=sectors))

    def _was_named(self, i: int) -> bool:
        """Whether a capitalised word, however it is tagged, is a name that the report has bound."""
        word = self.tree.words[i]
        return word[0].isupper() and self.memory.known_as(word) is not None

    def _mention(self, i: int, first: int, meaning: Meaning) -> Mention:
        tree, referent = self.tree, meaning.referent
        if referent.kind in ("organisation", "body", "group"):
            for acronym in acronyms(tree, i, first, self.named):
                self.memory.bind(acronym, referent)
        while first < i and tree.tags[first] in BARE:
            first += 1
        named = self.named.get(i)
        where = tree.deps[i] == "pobj" and tree.lower[tree.heads[i]] in self.knowledge.where
        place = named and named.name.use in PLACELIKE and named.name.entity.kind in ("country", "place")
        return Mention(
            first,
            max(i, meaning.last or i),
            i,
            referent,
            meaning.basis,
            subject=tree.deps[i] in ("nsubj", "nsubjpass", "agent"),
            placelike=bool(place and referent.kind in ("country", "place")),
            located=where and not self._visited(i),
            undergone=tree.deps[i] in ("dobj", "nsubjpass"),
            venue=where and self._venue(tree.heads[tree.heads[i]]),
            gender=self.knowledge.references.gender(tree.lower[i]),
            aside=any(tree.deps[t] == "relcl" for t in tree.up(i)),
        )

    def _venue(self, i: int) -> bool:
        """Whether a word says that people meet, or takes one that does: "resumed *talks* in Oslo"."""
        return any(self.tree.lower[t] in self.knowledge.venues for t in (i, *self.tree.kids(i, "dobj", "nsubjpass")))

    def _visited(self, i: int) -> bool:
        """Whether what follows a place says that somebody is there for a while: "in New York *for the assembly*"."""
        after = self.tree.lower[i + 1 : i + 1 + VISIT]
        return after[:1] in (["for"], ["to"], ["on"]) and not self.knowledge.visits.isdisjoint(after)

    def _first(self, i: int) -> int:
        """The first token of a noun phrase: its head with all modifiers before it."""
        tree, first = self.tree, self.named[i].first if i in self.named else i
        for c in tree.children[i]:
            if c < i and tree.deps[c] in BEFORE:
                first = min(first, tree.left_edge(c))
        return first

    def _person(self, first: int, named: Named, role: Described | None) -> Meaning:
        """A listed person, with the sectors of the day or, where a role beside the name says so, in government."""
        entity, day = named.name.entity, self.memory.day
        if told := namesake(self.tree, named, self.memory):
            return Meaning(told, "name", named.last)
        sectors, country = entity.on(day), entity.country_on(day)
        first, role = (first, role) if role else self._descriptors.apposed(named.last)
        held = {t.role.split()[-1] for t in entity.terms if day is None or t.holds(day)}
        if role and not self._descriptors.of_a_party(first, role):  # the text knows better than a dated list
            sectors, country = self._as_told(first, role, (sectors, country), entity, held)
        roles = frozenset(held | {t.role for t in entity.terms if day is None or t.holds(day)}).union(
            self._descriptors.offices(role) if role else ()
        )
        referent = Referent(entity.name, "person", country, sectors, entity.id, entity.gender, roles=roles, doubtful=entity.doubtful(day))
        self.memory.bind(entity.name, referent)
        if named.name.use != "short" and entity.id:
            self.memory.met.add(entity.id)
        return Meaning(referent, "name", named.last)

    def _as_told(self, first: int, role: Described, listed: Office, entity: Entity, held: Set[str]) -> Office:
        """The sectors and the country of a listed person as the role before the name has them."""
        sectors, country = listed
        if self._descriptors.former(first, role.first):
            over = "GOV" in sectors and self._descriptors.left(first, role) and self.tree.lower[role.last] in held
            return ("ELI",) if over else sectors, country
        if self._descriptors.of_many(first, role) and (term := next((t for t in entity.terms if "IGO" in t.sectors), None)):
            return term.sectors, term.country
        return self._descriptors.empowered(role, entity, sectors), country

    def _body(self, i: int, first: int, named: Named) -> Mention | None:
        """A listed country, body, place or people; None for an adjective of a country that is not known."""
        entity, use = named.name.entity, named.name.use
        one = use == "people" or (use == "adjective" and self._one_of(i))
        if one and (known := peoples.compatriot(self.tree, i, entity.country, self.found, self.memory)):
            return self._mention(i, first, Meaning(known, "reference"))
        if peoples.crowd(self.tree, i, named.name, self.found, self.memory):
            words, land = self.tree.written(named.first, i), country_of(named.name, self.memory)
            referent = Referent(words, peoples.kind(entity, land), land, entity.sectors or ("CVL",), entity.id, plural=True)
            return self._mention(i, first, Meaning(referent, "name"))
        if nobody.unmeant(self.tree, i, use, self.knowledge.descriptors.held):
            return None
        country = country_of(named.name, self.memory)
        if both := several.all_owners(self.tree, i, entity, self.knowledge.references):
            return self._mention(i, first, Meaning(both, "name", named.last))
        if branch := self._branch(i, named, country):
            return branch
        if use == "adjective" and not (peoples.stands_alone(self.tree, i) or peoples.plans(self.tree, i)):
            return self._mention(i, i, Meaning(Referent(entity.name, "thing", country), "name")) if country else None
        if use == "adjective" and entity.kind == "country" and self._one_of(i):
            return self._mention(i, first, Meaning(Referent(self.tree.words[i], "person", country), "name"))
        kind, sectors = entity.kind, entity.sectors or (("GOV",) if entity.kind == "country" else ())
        if kind == "organisation" and not country and "IGO" not in sectors and (part := self._descriptors.thing(i, first)):
            country = part.referent.country  # "Peru's Catholic Church"
        basis: Basis = "place" if use == "city" else "metonym" if use in ("capital", "metonym") else "name"
        body = Referent(entity.name, kind, country, sectors, entity.id, roles=called(self.tree, named, self.knowledge.names.boards))
        return self._mention(i, first, Meaning(body, basis, named.last))

    def _branch(self, i: int, named: Named, country: str | None) -> Mention | None:
        """A firm or a body whose name ends in that of the country where it is: "Ford Australia", "Amnesty International Kenya"."""
        longer = nobody.namesake(self.tree, named.first, i, self.knowledge.prefixes)
        if longer is None:
            return None
        parent = self.named.get(named.first - 1)
        if (parent and parent.name.entity.kind != "organisation") or (
            not parent and any(t in self.named for t in range(longer, named.first))
        ):
            return None
        sectors = parent.name.entity.sectors if parent else ()
        branch = Referent(self.tree.written(longer, i), "organisation", country, sectors)
        return self._mention(i, longer, Meaning(branch, "descriptor"))

    def _one_of(self, i: int) -> bool:
        return peoples.one_of(self.tree, i, self.knowledge.singled, self.knowledge.one_endings)

    def _pronoun(self, i: int) -> Mention | None:
        tree, words = self.tree, self.knowledge.references
        if tree.lower[i] in words.own:
            speaker = references.speaker(tree, i, self.at, self.memory, words)
            return self._mention(i, i, Meaning(speaker, "reference")) if speaker else None
        if tree.lower[i] == "it" and nobody.expletive(tree, i, self.knowledge.impersonal):
            return None
        if both := several.both_told(tree, i, self.read(i), self.memory, words):
            return self._mention(i, i, Meaning(both, "reference"))
        told = spokesmen.speaker(tree, i, self.at, self.read, self.memory, words) or self._back(i, i)
        told = told or spokesmen.side(tree, i, self.at, words) or self._nameless(i)
        return told or spokesmen.goes_on(tree, i, self.read, self.memory, words, far=True)

    def _nameless(self, i: int) -> Mention | None:
        """Somebody of whom only the name is known, the subject of a clause before: "Abara was freed after the king pardoned *him*"."""
        tree, taken = self.tree, self._subjects(i)
        if tree.lower[i] not in self.knowledge.references.person:
            return None
        names = (s for s in range(i - 1, -1, -1) if tree.deps[s] in ("nsubj", "nsubjpass") and tree.tags[s] == "NNP" and s not in taken)
        named = next((s for s in names if self.at(s) is None), None)
        if named is None:
            return None
        first = self._first(named)
        return Mention(first, named, i, Referent(tree.written(first, named), "person"), "reference")

    def _definite(self, i: int, first: int) -> Mention | None:
        """A noun that points back with its article: "the country", "this group"."""
        tree = self.tree
        if tree.lower[i] not in self.knowledge.references.pointing:
            return None
        if home := self._homeland(i):
            return self._mention(i, first, Meaning(home, "reference"))
        pointed = tree.has(i, self.knowledge.pointers, "det", "poss")
        if not pointed or references.several_bodies(tree, i, self.knowledge.references):
            return None
        if beside := next((m for c in tree.kids(i, "appos") if (m := self.at(c)) and m.referent.kind == "organisation"), None):
            return self._mention(i, first, Meaning(beside.referent, "name", beside.head))  # "the biggest group, *Hamas*"
        named = (c for c in tree.kids(i, "compound", "nmod") if tree.lower[c] not in self.knowledge.references.callings.regions)
        own = any(tree.words[c][0].isupper() for c in named)  # "the *Green* party"
        ruled = tree.lower[i] in self.knowledge.references.callings.dependent  # "the former *French* colony"
        own = own or (not ruled and any(n.name.entity.country for c in tree.kids(i, "amod") if (n := self.named.get(c))))
        told = own or self._told_apart(i, "relcl") or tree.has(i, ("of",), "prep")
        return None if told else self._back(i, first)

    def _homeland(self, i: int) -> Referent | None:
        """The country of somebody of whom it is said to be his: "Netanyahu said that *his country* ..."; None for other words."""
        tree, words = self.tree, self.knowledge.references
        if tree.lower[i] not in words.kinds["country"]:
            return None
        owners = (self.at(p) for p in tree.kids(i, "poss") if tree.lower[p] in words.person | words.own)
        country = next((m.referent.country for m in owners if m and m.referent.country), None)
        return Referent(words.names[country], "country", country, ("GOV",)) if country and country in words.names else None

    def _back(self, i: int, first: int) -> Mention | None:
        """What a word points back to; where its antecedent stands in the same sentence, the antecedent's words are shown."""
        tree, words, nouns = self.tree, self.knowledge.references, self.knowledge.descriptors
        taken = self._subjects(i) if tree.deps[i] in ("dobj", "pobj", "dative") else self._others(i)
        taken |= oneself(tree, i, words.person, words.own) | judges(tree, i, words.judging, nouns.roles, nouns.offices)
        antecedent = references.resolve(tree, i, self.read(i), self.memory, words, taken)
        if antecedent is None:
            return None
        mention = self._mention(i, first, Meaning(antecedent.referent, "reference"))
        here = (m for m in self.found if (m.first, m.head) == (antecedent.first, antecedent.head) and m.head < i)
        if any(m.referent.country == antecedent.referent.country for m in here):
            return replace(mention, first=antecedent.first, last=antecedent.last)
        return mention

    def _subjects(self, i: int) -> frozenset[int]:
        return clause_subjects(self.tree, i, self.knowledge.descriptors.offices)

    def _others(self, i: int) -> frozenset[int]:
        """Who demands what "it" is to do, and states that deal with "the country's" people, not theirs ("Togo met *the state's* envoy")."""
        owned = self.tree.heads[i]
        if self.tree.deps[i] != "poss" or self.tree.tags[i] in ("PRP", "PRP$") or self.tree.deps[owned] not in ("dobj", "pobj", "dative"):
            return demanders(self.tree, i, self.knowledge.descriptors.offices)
        return frozenset(s for s in self._subjects(owned) if (m := self.at(s)) and m.referent.kind == "country")


def identify(tree: Tree, hits: Sequence[Hit], memory: Memory, knowledge: Knowledge) -> Sentence:
    """The mentions of a sentence, worked out when asked for; `memory` is what the report told before."""
    return Sentence(tree, hits, memory, knowledge)
