"""Who fills a role: from tokens to parties, level by level, and what words may stand in a slot."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from sayso.extract.identify.antecedents import of_which
from sayso.extract.identify.memory import Mention, Referent
from sayso.extract.identify.nobody import expletive, machine
from sayso.extract.identify.several import counted_again
from sayso.extract.identify.step import Sentence
from sayso.extract.match.examples import examples, named_beside, with_examples
from sayso.extract.match.filler import Filler
from sayso.extract.match.forms import conjuncts, written
from sayso.extract.match.grammar import Roles
from sayso.extract.match.homes import Homes
from sayso.extract.match.party_words import PartyWords
from sayso.extract.parse.tree import NAMES, PLURALS
from sayso.lexicon.pattern import Words
from sayso.model.event import Basis

PRONOUNS = ("PRP", "WP", "WDT")
STATES = ("country", "organisation", "body")  # kinds of referents that "it" may mean and that act
FORMS = 2  # of a noun: one and many
PERSON, MONEY = (Words(frozenset(), frozenset({computed})) for computed in ("person", "money"))
BEARERS = ("group", "body", "person", "organisation")  # kinds of referents that have sectors of their own

Names = tuple[Set[str], Set[str]]  # what a noun may be listed as, and what only among other machines


class Parties:
    """Fillers of the slots of one sentence."""

    def __init__(self, sentence: Sentence, roles: Roles, words: PartyWords) -> None:
        """Read one identified sentence."""
        self.sentence, self.roles, self.tree = sentence, roles, sentence.tree
        self.lexicon, self._words, self._where = words.lexicon, words, sentence.knowledge.where
        self._fillers: dict[int, list[Filler]] = {}
        self._names: dict[int, Names] = {}
        self._homes, self._senders = Homes(sentence, roles, words), words.senders
        self.belongings = words.belongings

    def fill(self, heads: Iterable[int]) -> list[Filler]:
        """The parties of noun phrases, coordinated ones apart."""
        found: list[Filler] = []
        for head in heads:
            for i in self._listed(head):
                fillers = self._fillers.get(i)
                if fillers is None:
                    fillers = self._fillers[i] = self._filler(i)
                if found:
                    known = {(f.first, f.last, f.referent) for f in found}
                    fillers = [f for f in fillers if (f.first, f.last, f.referent) not in known]
                found += fillers
        return found

    def _listed(self, head: int) -> list[int]:
        """All that is coordinated with a noun, or with the name set beside it: "the minister, *Ana Paz*, and *her Peruvian colleague*"."""
        found = conjuncts(self.tree, head)
        for i in tuple(found):
            who, more = named_beside(self.tree, i, self.sentence)
            found[found.index(i)] = who
            found += more
        return found

    def _filler(self, i: int) -> list[Filler]:
        if self.tree.tags[i] in ("WP", "WDT", "EX") or self._impersonal(i):
            return []
        counted = self.counted(i)
        if counted:
            return self.fill([self.tree.antecedent(counted[0])])  # "peacekeepers, ten of *whom* were held"
        doer = self._doer(i)
        if doer and (behind := self._known(self.senders(i))):
            return behind
        mention = self.sentence.at(i)
        if mention is None or self._paper(i, mention):
            if doer and (behind := self._known(self._senders.owners(self.roles, i))):
                return behind
            meant = (self._owned(i) if doer else None) or self._counted_again(i)
            return [Filler(self._first(i), i, i, meant, "context" if meant else "text")]
        referent = self._homes.at_home(mention)
        basis: Basis = "context" if referent is not mention.referent else mention.basis
        many = [Filler(mention.first, mention.last, i, who, basis, mention.placelike) for who in (referent, *referent.also)]
        return with_examples(many, self.fill(examples(self.tree, i, self._words.exemplifying)), self._words.ruling)

    def _impersonal(self, i: int) -> bool:
        """Whether an "it" stands for a clause, and for nobody who acts: "*it* is wrong to attack Chad"."""
        return self.tree.lower[i] == "it" and expletive(self.tree, i, self.sentence.knowledge.impersonal)

    def senders(self, i: int) -> list[int]:
        """Who sends, fires or drives a thing, as the clause on it tells."""
        return self._senders.told(self.roles, i)

    def _known(self, heads: Sequence[int]) -> list[Filler]:
        """Those of some fillers who are named or known, and not merely where something is."""
        found = self.fill(heads) if heads else []
        return [f for f in found if (f.identified or self.tree.tags[f.head] == "NNP") and not self._merely_where("in", f)]

    def _doer(self, i: int) -> bool:
        """Whether a common noun is said to do something."""
        tree, i = self.tree, self.tree.first_noun(i)
        by = tree.deps[i] == "pobj" and (tree.deps[tree.heads[i]] == "agent" or tree.lower[tree.heads[i]] == "by")
        return tree.tags[i] in ("NN", "NNS") and (by or tree.deps[i] == "nsubj")

    def _paper(self, i: int, mention: Mention) -> bool:
        """Whether a deal, law or the like is merely told of by its field: "a *military* treaty" is no soldier."""
        return mention.referent.kind == "thing" and not mention.referent.country and self.tree.lower[i] in self.roles.grammar.carriers

    def _owned(self, i: int) -> Referent | None:
        """What acts and belongs to a body or people without a country: "*the paramilitaries' howitzers* killed nine"; None for others."""
        tree = self.tree
        if any(not t.words for t in self.lexicon.nouns.get(tree.lower[i], ())):
            return None
        owners = (m for p in (*tree.kids(i, "poss"), *of_which(tree, i)) if (m := self.sentence.at(p)) and self._force(m, i))
        whose = next((self._homes.at_home(m) for m in owners), None)
        if whose is None or not whose.country:
            return None
        sectors = whose.sectors if whose.kind != "person" else ()
        name = tree.written(self._first(i), i)
        return Referent(name, "thing", whose.country, sectors, plural=tree.tags[i] == "NNS", owner=whose)

    def _counted_again(self, i: int) -> Referent | None:
        """Whom a bare number counts."""
        here, memory = self.sentence.read(i), self.sentence.memory
        more = counted_again(self.tree, i, here, memory)
        if more is None or more in here:
            return self._homes.at_home(more) if more else None
        r = more.referent  # of a sentence before: its tokens are not those of this tree
        return replace(r, country=r.country or memory.homes.get(r) or memory.theatre())

    def crowd(self, filler: Filler, *, many: bool = False) -> Filler:
        """The people of the country that it tells of whom a number counts of whom nothing else is said: "more than *300* were arrested".

        Only a word for `many` is wanted of those who act: "*thousands* marched", but "the 27 imposed sanctions".
        """
        i = filler.head
        counts = self.tree.lower[i] in self._words.crowding or (self.tree.tags[i] == "CD" and not many and not self._money(i, None))
        told = [p for p in self.tree.kids(i, "prep", "nmod", "appos") if self.tree.lower[p] not in self._where]  # "hundreds *of* what"
        if filler.referent or not counts or told:
            return filler
        people = Referent(self.tree.written(filler.first, i), "group", None, ("CVL",), plural=True)
        home = self._homes.at_home(Mention(filler.first, filler.last, i, people, "descriptor"))
        return replace(filler, referent=home, basis="context") if home.country else filler

    def befallen(self, filler: Filler, *, counts: bool) -> Filler:
        """Somebody to whom something is done, of whom only a pronoun or a number tells, as one of the country that the report is about.

        `counts`: what is counted there can only be people.
        """
        tree, i = self.tree, filler.head
        words = self.sentence.knowledge.references
        pronoun = tree.lower[i] in words.person | words.group and tree.lower[i] not in words.reflexive
        counted = counts and tree.tags[i] in PLURALS and tree.lower[i] not in self._senders.means
        counted = counted and any(tree.tags[c] == "CD" for c in tree.kids(i, "nummod"))
        if filler.referent or not (pronoun or counted):
            return filler
        people = Referent(tree.written(filler.first, i), "group" if counted else "person", None, ("CVL",), plural=counted)
        home = self._homes.at_home(Mention(filler.first, filler.last, i, people, "descriptor"))
        who = home if counted else replace(home, sectors=())  # "he" may be anybody
        return replace(filler, referent=who, basis="context") if who.country else filler

    def ground(self, filler: Filler, actors: Iterable[Filler]) -> Filler:
        """A town of which only the name is known, in the country that the report is about: of others, or of those who rise against it."""
        i, land = filler.head, self.sentence.memory.theatre()
        if filler.referent or land is None or self.tree.tags[i] != "NNP" or self.tree.deps[i] not in ("dobj", "nsubjpass"):
            return filler
        doers = [a.referent for a in actors if a.referent]
        own = any(r.country == land and self._words.rebels.isdisjoint(r.sectors) for r in doers)
        return filler if own or not doers else replace(filler, referent=Referent(self.tree.words[i], "place", land), basis="context")

    def _force(self, owner: Mention, i: int) -> bool:
        """Whether somebody may act through what is his: after "of" only a force, through several ("*jets of the air force*")."""
        owned = owner.head < i or (self.tree.tags[i] == "NNS" and self._words.serving | self._words.rebels >= set(owner.referent.sectors))
        return owned and owner.referent.kind in BEARERS and bool(owner.referent.sectors)

    def counted(self, i: int) -> list[int]:
        """What a number or a measure counts: "three of the rebels", "a group of students"."""
        tree = self.tree
        host = tree.lower[i] in self._words.hosts and tree.has(i, ("a", "an"), "det")
        if tree.tags[i] != "CD" and tree.lower[i] not in self._words.measures and not host:
            return []
        of = tree.taken(i, "of")
        one = [a for h in (i, *of) for a in tree.kids(h, "appos") if tree.tags[a] == "NNP" and not tree.kids(a, "conj")]
        if one and tree.lower[i] == "one" and self._himself(one[0], of):
            return one
        return [p for p in of if not host or tree.tags[p] == "NNS"]

    def _himself(self, name: int, those: Iterable[int]) -> bool:
        """Whether a name after "one of the leaders" says more than the noun, or the noun would point back at somebody else."""
        known = self.sentence.at(name)
        told = (self.sentence.at(t) for t in those)
        return (known is not None and known.referent.known) or any(
            m.basis == "reference" and not self.tree.kids(m.head, "poss") for m in told if m
        )

    def _first(self, i: int) -> int:
        lefts = [
            self.tree.left_edge(c)
            for c in self.tree.children[i]
            if c < i and self.tree.deps[c] in ("amod", "compound", "poss", "nmod", "nummod", "quantmod")
        ]
        return min([i, *lefts])

    def inside(self, o: int) -> list[Filler]:
        """Known parties within a noun phrase: its possessor, nationality or maker, else those in its first phrase or clause with any."""
        for word, heads in self._levels(next(iter(self.counted(o)), o)):  # "most of its envoys in *Chad*"
            somebody = (f for f in self.fill(heads) if f.identified and not self._merely_where(word, f))
            if found := [f for f in somebody if not (word and self.ownerless(f))]:
                return found
        return []

    def ownerless(self, filler: Filler) -> bool:
        """Whether words mean an act that is nobody's, and tell at most where it happened: "talks *in Athens*"."""
        referent = filler.referent
        thing = referent is not None and referent.kind == "thing" and referent.owner is None
        return thing and self.tree.lower[filler.head] in self.lexicon.nouns

    def _levels(self, o: int) -> Iterator[tuple[str, Sequence[int]]]:
        """The nouns within a noun phrase, the nearest to it first, with the prepositions before them."""
        yield "", self.tree.kids(o, "poss")
        yield "", [o] if self.national(o) else []
        yield "", self._makers(o)
        for word, _, heads in self.roles.obliques(o):
            yield word, heads
        yield "", self._signers(o)
        yield "", self._bordering(o)

    def _merely_where(self, word: str, filler: Filler) -> bool:
        """Whether a town after such a preposition is no government, or a thing one of many.

        "The deal in Brussels", "in the German town of Worms", "including raids".
        """
        if word in self.roles.grammar.aside and filler.referent and filler.referent.kind == "thing":
            return True
        town = filler.placelike and filler.basis in ("metonym", "place")
        return (word in self.sentence.knowledge.where and town) or self.in_town(filler)

    def in_town(self, filler: Filler) -> bool:
        """Whether a noun for a town only says where something is: "met *in the German town* of Worms"."""
        tree, i = self.tree, filler.head
        return tree.lower[i] in self._words.towns and tree.deps[i] == "pobj" and tree.lower[tree.heads[i]] in self.sentence.knowledge.where

    def doers(self, o: int) -> list[int]:
        """Who did what a noun means, as its phrase tells: "*Mali's* arrest of a nun", "the arrest of a nun *by police*"."""
        return [*self.tree.kids(o, "poss"), *self._makers(o)]

    def _makers(self, o: int) -> list[int]:
        """Who brought about what a noun means: "the cuts *planned by the cabinet*", "the killing of a student *by troops*"."""
        tree, phrases = self.tree, self.roles.obliques(o)
        told = [
            o,
            *(h for word, _, heads in phrases if word == "of" for h in heads),
            *(v for v in tree.kids(o, "acl") if tree.tags[v] == "VBN"),
        ]
        return [h for t in told for word, _, heads in self.roles.obliques(t) if word == "by" for h in heads]

    def _signers(self, o: int) -> list[int]:
        """Who does something with a noun in a clause on it: "the treaty *that Chad signed*"."""
        return [s for v in self.tree.kids(o, "relcl") if o in self.roles.objects(v) for s in self.tree.kids(v, "nsubj")]

    def _bordering(self, o: int) -> list[int]:
        """The country on the other side of a border, whatever the "with" right after it hangs on."""
        tree, prep = self.tree, o + 1
        if tree.lower[o] not in self.sentence.knowledge.descriptors.borders or tree.lower[prep : prep + 1] != ["with"]:
            return []
        return [p for p in tree.kids(prep, "pobj") if (m := self.sentence.at(p)) and m.referent.kind == "country"]

    def national(self, o: int) -> bool:
        """Whether a noun for a thing bears a nationality, or is of somebody with a sector: "*Israeli* strikes"."""
        mention = self.sentence.at(o)
        if mention is None:
            return False
        r, seat = mention.referent, self.tree.lower[o] in self.sentence.knowledge.descriptors.tracts  # "the *Polish* consulate"
        return bool(r.kind == "thing" and (r.country or r.sectors)) or (seat and bool(r.country) and mention.basis == "descriptor")

    def matches(self, words: Words, i: int) -> bool:
        """Whether the noun at a token may stand where these words may."""
        return self.lexical(words, i) or self.of_class(words, i)

    def of_class(self, words: Words, i: int) -> bool:
        """Whether it is of one of the computed classes among the words."""
        if not words.computed:
            return False
        for t in (i, *self.counted(i)):  # "most of the town" is a place, "a group of students" are people
            for kind in words.computed:
                if self._computed(kind, t):
                    return True
        return False

    def lexical(self, words: Words, i: int) -> bool:
        """Whether it is one of the words themselves, or a pronoun for somebody who was called so."""
        if i not in self._names:
            self._names[i] = self._find_names(i)
        names, arms = self._names[i]
        if not words.forms.isdisjoint(names):
            return True
        return not words.forms.isdisjoint(arms) and len(words.forms & self.sentence.knowledge.descriptors.arms) > FORMS

    def _find_names(self, i: int) -> Names:
        """What a noun may be listed as: its word, alone and with those beside it, or what it counts; a pronoun as who it means was called.

        Where it means a machine, lists that have no other are for people: "F-16 *fighters*" are no militia.
        """
        tree, lower, known = self.tree, self.tree.lower, self.sentence.knowledge.descriptors
        if tree.tags[i] == "PRP":
            mention = self.sentence.at(i)
            means = mention is not None and mention.referent.kind in STATES and lower[i] == "it"  # a state is no mere "it"
            return {*(() if means else lower[i : i + 1]), *(mention.referent.roles if mention else ())}, set()
        names, arms = written(tree, i), set[str]()
        if tree.tags[i] != "NNP":
            names.update(f"{lower[i]} of {lower[p]}" for p in of_which(tree, i))  # "a state of emergency"
        for each, only in map(self._find_names, self.counted(i)):
            names |= each
            arms |= only
        return (set(), names | arms) if machine(tree, i, known.arms, known.makes) else (names, arms)

    def _computed(self, kind: str, i: int) -> bool:
        """Whether a noun is of a computed class (`@person`), or of a sector (`@MIL`)."""
        mention = self.sentence.at(i)
        if kind.isupper():
            return mention is not None and mention.referent.kind in BEARERS and kind in mention.referent.sectors
        test = CLASSES.get(kind)
        return test(self, i, mention) if test else self.tree.tags[i] in NAMES  # @name

    def liable(self, i: int) -> bool:
        """Whether somebody is such as others blame or thank: a state, a body, people or a bare name, and no force that is merely sent."""
        mention = self.sentence.at(i)
        if mention is None:
            return self.tree.tags[i] == "NNP" or (self.tree.tags[i] not in PLURALS and self.called(i))
        return mention.referent.kind in (*STATES, *BEARERS) and self._words.serving.isdisjoint(mention.referent.sectors)

    def called(self, i: int) -> bool:
        """Whether a word is a noun for people or bodies."""
        return self.tree.lower[i] in self.lexicon.roles

    def people(self, i: int) -> bool:
        """Whether a word by itself is a noun for people."""
        return any(not n.before and n.kind in ("person", "group") for n in self.lexicon.roles.get(self.tree.lower[i], ()))

    def _person(self, i: int, mention: Mention | None) -> bool:
        tree = self.tree
        if mention and mention.referent.kind in ("person", "group"):
            return True
        if tree.tags[i] in PRONOUNS and tree.lower[i] not in ("it", "itself"):
            return True
        article = tree.has(i, ("a", "an", "the"), "det")  # "a Bible", "the Apple Fair" are nobody
        named = tree.tags[i] == "NNP" and not article and (mention is None or mention.referent.kind == "thing")
        counted = tree.tags[i] == "CD" or tree.lower[i] in self._words.counting
        return counted or named or self.people(i)

    def _actor(self, i: int, mention: Mention | None) -> bool:
        if self.tree.tags[i] in PRONOUNS:
            return True
        if mention is None:
            return self.tree.tags[i] == "NNP"
        return mention.placelike or (mention.referent.kind not in ("thing", "place") and mention.referent.known)

    def _place(self, i: int, mention: Mention | None) -> bool:
        if mention is None:
            given = self.sentence.knowledge.descriptors.given
            return self.tree.tags[i] == "NNP" and all(self.tree.words[c] not in given for c in self.tree.kids(i, "compound"))
        seat = self.tree.lower[i] in self.sentence.knowledge.references.kinds["capital"]  # "the Iraqi capital"
        return mention.placelike or mention.referent.kind == "place" or (seat and bool(mention.referent.country))

    def _country(self, _: int, mention: Mention | None) -> bool:
        return mention is not None and mention.referent.kind == "country"

    def _tied(self, i: int, mention: Mention | None) -> bool:
        """Whether a noun is somebody identified or belongs to them: "Palestinian olive pickers", "Israel's consulate"."""
        others = (self.sentence.at(p) for p in (*self.tree.kids(i, "poss"), *self.counted(i)))
        return any(m.referent.known for m in (mention, *others) if m)

    def _money(self, i: int, _: Mention | None) -> bool:
        parts = [i, *(c for c in self.tree.children[i] if self.tree.tags[c] == "CD")]  # "$ 5 m"
        signed = any(self.tree.tags[c] == "$" for part in parts for c in self.tree.children[part])
        return signed or self.tree.lower[i] in self._words.units

    def _number(self, i: int, _: Mention | None) -> bool:
        return self.tree.tags[i] == "CD" or bool(self.tree.kids(i, "nummod"))

    def _thing(self, i: int, mention: Mention | None) -> bool:
        """Whether a common noun means nobody and no place."""
        common = self.tree.tags[i] in ("NN", "NNS")
        return common and not (self._person(i, mention) or self._actor(i, mention) or self._place(i, mention))

    def _event(self, i: int, _: Mention | None) -> bool:
        return self.tree.lower[i] in self.lexicon.nouns


CLASSES: Mapping[str, Callable[[Parties, int, Mention | None], bool]] = {
    "person": Parties._person,
    "actor": Parties._actor,
    "place": Parties._place,
    "country": Parties._country,
    "tied": Parties._tied,
    "money": Parties._money,
    "number": Parties._number,
    "event": Parties._event,
    "thing": Parties._thing,
}
