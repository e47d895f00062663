"""Whether the words around a trigger meet the conditions of a pattern, and how closely."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.extract.match.alternatives import forfeits
from sayso.extract.match.filler import Filler
from sayso.extract.match.grammar import Roles
from sayso.extract.match.roles import PERSON, PRONOUNS, Parties
from sayso.extract.match.sides import land, same, state
from sayso.extract.match.things import thing_meant
from sayso.extract.parse.tree import NAMES, PLURALS
from sayso.lexicon.pattern import ELSE, SUBJUNCTIVE, Pattern, Words

Result = tuple[float, str]  # how closely a condition is met, and what to say where it is not at all
POINTING = (*PRONOUNS, "DT", "CD")  # words that stand for somebody told of, and for some of them
TOGETHER = ("we", "they", "both", "who", "which")  # subjects that may mean several
BESIDE = ("before", "after", "since", "while", "when", "without")  # before what is done beside an act, and no complement of it
SELF = ("i", "we", "you", "one")  # who is spoken of by those who speak for themselves, and whoever it may be
SEVERAL = ("they", "them")
THIRD = ("he", "she", *SEVERAL)
PERFECT = "have"  # between a modal and what is past
OPEN = ("whether", "if")  # before what is not known
Heads = Callable[[], Sequence[int]]  # asked only where a pattern excludes something

# A condition met by a listed word outweighs one met by a class, and that one met by anything; a sense stands back whose subject is
# not there though it needs one.
LISTED, COMPUTED, ANYTHING, NOBODY, MISSING = 1.5, 1.0, 0.75, 0.1, -1.0
DECISIVE = 9.0  # what makes a threat of an order, whatever the order is


@dataclass(frozen=True, slots=True)
class Fit:
    """How closely a pattern fits (None if not at all), and the first condition that it fails."""

    weight: float | None
    failed: str = ""


class Conditions:
    """Tests patterns on the tokens of one sentence."""

    def __init__(self, parties: Parties, roles: Roles) -> None:
        """Read one sentence."""
        self.parties, self.roles, self.tree = parties, roles, parties.tree
        self._clauses: dict[tuple[int, ...], set[str]] = {}

    def verb(self, i: int, pattern: Pattern, tokens: Sequence[int]) -> Fit:
        """Test a pattern whose verb or adjective is at a token; `tokens` are all words of the trigger."""
        fit = _weighed(self._verb_tests(i, pattern, tokens))
        if fit.weight is None:
            return fit
        if pattern.unless_clause and self._goes_on(i, tokens, pattern.unless_clause):
            return Fit(None, "the verb of its clause is excluded")
        if pattern.finite and self.tree.deps[i] == "acl" and self._describes(i):
            return Fit(None, "it only says which ones are meant")
        if pattern.others and self._own(i, tokens):
            return Fit(None, "its object is the subject's own")
        why = self._excluded(i, pattern, tokens, lambda: self.taken(i, tokens), lambda: self.roles.subjects(i))
        return Fit(None, why) if why else fit

    def noun(self, i: int, pattern: Pattern, tokens: Sequence[int], doers: Sequence[int], light: int | None) -> Fit:
        """Test a pattern whose noun is at a token.

        Its of-phrase is the object and its doers are the subject; prepositions may hang on the light verb (None where there
        is none).
        """
        of = [h for word, _, heads in self.roles.obliques(i) if word == "of" for h in heads]
        why = self._excluded(i, pattern, tokens, lambda: of, lambda: doers)
        return Fit(None, why) if why else _weighed(self._noun_tests(i, pattern, of, doers, light))

    def _verb_tests(self, i: int, pattern: Pattern, tokens: Sequence[int]) -> Iterator[Result]:
        """The conditions on a verb, the most telling first; a later one is tested only where those before are met."""
        if pattern.object:
            yield self._object(i, pattern.object, tokens), "its object is of another kind"
        if pattern.with_:
            yield self._with(i, pattern.with_), "a preposition is missing"
        if pattern.complement:
            yield self._complement(i, pattern, tokens)
        if pattern.subject:
            yield self._subject(i, pattern.subject), "its subject is of another kind"
        if pattern.several:
            yield ANYTHING * self._several(i), "fewer than two parties act"
        if pattern.mutual:
            yield ANYTHING * (not self._alone(i, pattern)), "one person does it, and nobody is named with him"
        if pattern.national:
            yield ANYTHING * any(map(self.parties.national, self.roles.subjects(i))), "its subject is of no country"
        if pattern.foreign:
            yield ANYTHING * self._foreign(i), "its object is of no other country"

    def _noun_tests(self, i: int, pattern: Pattern, of: Sequence[int], doers: Sequence[int], light: int | None) -> Iterator[Result]:
        """The conditions on a noun, likewise."""
        if pattern.object and pattern.of == "recipient" and of:
            yield self._best(pattern.object, of), "its object is of another kind"
        if pattern.subject:
            yield self._best(pattern.subject, doers), "its subject is of another kind"
        heads = [h for h in (i, light) if h is not None]
        if pattern.with_:
            yield max(self._with(h, pattern.with_) for h in heads), "a preposition is missing"
        if pattern.complement:
            yield ANYTHING * bool(pattern.complement & self._told_by_noun(heads)), "its complement clause is missing"

    def _told_by_noun(self, heads: Sequence[int]) -> set[str]:
        """Kinds of clauses that say what a noun is about: on it, its phrases or its light verb ("an order to Chad *to leave*")."""
        tree = self.tree
        near = [*heads, *(o for h in heads for p in tree.kids(h, "prep", "dative") for o in (p, *tree.kids(p, "pobj")))]
        clauses = [c for h in near for c in tree.kids(h, "acl", "relcl", "xcomp", "ccomp", "advcl", "pcomp")]
        told = {"to" for c in clauses if tree.infinitive(c)}
        return told | {"that" for c in clauses if tree.has(c, ("that",), "mark")}

    def _excluded(self, i: int, pattern: Pattern, tokens: Sequence[int], objects: Heads, subjects: Heads) -> str:
        """What rules a sense out although its conditions are met; empty where nothing does."""
        if self.blocked(tokens, pattern.unless):
            return "an excluded phrase stands there"
        if pattern.unless_object and self._rules_out(pattern.unless_object, objects()):
            return "its object is excluded"
        if pattern.unless_subject and self._rules_out(pattern.unless_subject, subjects()):
            return "its subject is excluded"
        return "a preposition is excluded" if self._with(i, pattern.unless_with) else ""

    def _rules_out(self, words: Words, heads: Sequence[int]) -> bool:
        """Whether what stands in a slot excludes a sense, or that nothing does: "they were *taken* away"."""
        return bool(self._ruled_out(words, self._with_titles(heads))) if heads else words.empty

    def _with_titles(self, heads: Sequence[int]) -> list[int]:
        """Noun phrases, and the nouns by which names among them are introduced: "*striker* Mo Salah", "*Actor* Omar Sy"."""
        tree = self.tree
        before = [c for h in heads if tree.tags[h] in NAMES for c in tree.kids(h, "compound") if self.parties.called(c)]
        return [*heads, *before]

    def _object(self, i: int, words: Words, tokens: Sequence[int]) -> float:
        objects = [n for o in self.taken(i, tokens) for n in (o, *self.introducing(o))]
        return self._best(words, objects) if objects else ANYTHING * (words.empty and not self._told_of(i, tokens))

    def introducing(self, name: int) -> list[int]:
        """The noun right before a name that says what it is: "sank the *cruiser* Aurora"."""
        tree, found = self.tree, list[int]()
        for c in tree.kids(name, "compound"):
            if tree.tags[c] == "NN" and tree.words[c] == tree.lower[c]:
                found = [c] if all(tree.words[t] != tree.lower[t] for t in range(c + 1, name + 1)) else []
        return found

    def _told_of(self, i: int, tokens: Sequence[int]) -> bool:
        """Whether a verb only says what or how its subject is: "is *popular* in Serbia"."""
        return any(c not in tokens for c in self.tree.kids(i, "attr", "acomp"))

    def taken(self, i: int, tokens: Sequence[int]) -> Sequence[int]:
        """What a trigger takes: the object of its verb, else that of its last word ("broke into *the embassy*", "vowed to crush *them*").

        A noun among the words of the trigger is not what it takes: "pulled the plug on *the station*".
        """
        objects = self.roles.objects(i)
        if len(tokens) == 1:
            return objects
        own = [o for o in objects if o not in tokens] or self.tree.kids(tokens[-1], "pobj") or objects
        return own or [o for t in tokens if t != i and self.tree.verb(t) for o in self.roles.objects(t) if o not in tokens]

    def _subject(self, i: int, words: Words) -> float:
        subjects = self.roles.subjects(i)
        if not subjects and self.tree.kids(i, "csubj"):
            return 0.0  # "*selling the mine* helped Chad": what is done does it, and nobody
        if not subjects:  # a passive without agent: a sense that asks for none goes before
            return NOBODY if words.empty else MISSING if words.computed else 0.0
        return self._best(words, subjects) or self._best(words, [h for s in subjects for h in self.parties.senders(s)])

    def _several(self, i: int) -> bool:
        """Whether the subject names parties of two countries or more: "Greece and Cyprus", "British and French warships"."""
        parties = self.parties.fill(self.roles.subjects(i))
        sides = {f.referent.country or f.referent.entity for f in parties if f.referent and f.identified}
        return len(sides - {None}) > 1

    def _alone(self, i: int, pattern: Pattern) -> bool:
        """Whether one person does, with nobody beside him, what takes two: "he *talked* about prices", but "went there to talk"."""
        tree, subjects, slots = self.tree, self.roles.subjects(i), {"with", *pattern.recipient}
        if len(subjects) != 1 or tree.infinitive(i) or not slots.isdisjoint(self.roles.slots(i)):
            return False
        mention = self.parties.sentence.at(subjects[0])
        one = tree.tags[subjects[0]] not in PLURALS and not tree.kids(subjects[0], "conj")
        return one and tree.lower[subjects[0]] not in TOGETHER and bool(mention and mention.referent.kind == "person")

    def _foreign(self, i: int) -> bool:
        """Whether what is done is done to somebody of another country: "Niger ordered *French* troops out"."""
        own, others = (self._lands(heads) for heads in (self.roles.subjects(i), self.roles.objects(i)))
        return bool(others) and own.isdisjoint(others)

    def _describes(self, i: int) -> bool:
        """Whether a participle on a noun names nobody who does it: "men *linked* to a plot", "states *importing* oil"."""
        return self.tree.tags[i] in ("VBN", "VBD", "VBG") and not self.tree.kids(i, "agent")

    def _own(self, i: int, tokens: Sequence[int]) -> bool:
        """Whether somebody does it for a deed or a thing of his own, and for nobody: "defended *his* remarks", "defended *raising* it"."""
        tree, objects = self.tree, self.taken(i, tokens)
        if not objects:
            return any(tree.tags[c] == "VBG" and not tree.kids(c, "nsubj", "poss") for c in tree.kids(i, "xcomp", "ccomp"))
        subjects = self.parties.fill(self.roles.subjects(i))
        return all(not self.parties.of_class(PERSON, o) and self._owned(o, subjects) for o in objects)

    def _owned(self, i: int, subjects: Sequence[Filler]) -> bool:
        """Whether a thing is said to be somebody's by a pronoun, and nobody but the subjects' is known to be meant."""
        owners = [p for p in self.tree.kids(i, "poss") if self.tree.tags[p] == "PRP$"]
        meant = [f for f in self.parties.fill(owners) if f.identified]
        return bool(owners) and all(any(same(f, s) for s in subjects) for f in meant)

    def _lands(self, heads: Sequence[int]) -> set[str]:
        """The countries of parties (ISO alpha-3), as far as they are known."""
        return {f.referent.country for f in self.parties.fill(heads) if f.referent and f.referent.country}

    def _complement(self, i: int, pattern: Pattern, tokens: Sequence[int]) -> Result:
        if not pattern.complement & self.complements(i, tokens):
            return 0.0, "its complement clause is missing"
        if not (pattern.modal or pattern.clause_verb or pattern.clause_subject or pattern.clause_object):
            return DECISIVE if ELSE in pattern.complement else ANYTHING, ""
        clauses = self.tree.kids(i, "ccomp", "xcomp") if pattern.clause_verb else self.tree.kids(i, "ccomp")
        said = any(self._said(i, c, pattern) for c in clauses)
        return LISTED * said, "its clause is of another kind"

    def _goes_on(self, i: int, tokens: Sequence[int], verbs: frozenset[str]) -> bool:
        """Whether one of the verbs is that of a clause on the trigger, or beside it: "ready to stay and *fight*"."""
        tree, heads = self.tree, {i, *tokens, *self.tree.kids(i, "acomp")}
        clauses = [c for h in heads for c in tree.kids(h, "xcomp", "ccomp", "advcl")]
        clauses += [c for h in heads for p in tree.kids(h, "prep") for c in tree.kids(p, "pcomp")]
        clauses += [c for o in tree.kids(i, "dobj", "nsubjpass") for c in tree.kids(o, "acl")]
        return any(tree.lower[t] in verbs for c in clauses for t in (c, *tree.kids(c, "conj")))

    def _said(self, i: int, clause: int, pattern: Pattern) -> bool:
        """Whether the clause of "said that Y must ..." has one of the modals, such a verb, subject and object."""
        tree = self.tree
        modals = {tree.lower[a] for a in tree.kids(clause, "aux") if tree.tags[a] == "MD"}
        modals |= {tree.lower[clause]} if tree.kids(clause, "xcomp") and not tree.kids(clause, "neg") else set()  # "does not have to"
        modals |= {SUBJUNCTIVE} if self._subjunctive(clause) else set()
        if any(tree.tags[a] == "VB" and tree.lower[a] == PERFECT for a in tree.kids(clause, "aux")):
            modals = {f"{m} {PERFECT}" for m in modals}  # "should *have* asked": nobody is asked for what is past
        if pattern.modal and not pattern.modal & modals:
            return False
        verb = f"not {tree.lower[clause]}" if tree.kids(clause, "neg") else tree.lower[clause]
        if pattern.clause_verb and verb not in pattern.clause_verb:
            return False
        if pattern.clause_others and self._of_oneself(i, clause):
            return False
        sides = ((pattern.clause_subject, self.roles.surface), (pattern.clause_object, self.roles.objects))
        return all(words is None or bool(self._best(words, of(clause))) for words, of in sides)

    def _of_oneself(self, i: int, clause: int) -> bool:
        """Whether a clause is about who says it or his own country, or may be: "he said *it* was ...", "said *Chad* must grow"."""
        speakers, surface = self.parties.fill(self.roles.subjects(i)), self.roles.surface(clause)
        power = self.parties.sentence.knowledge.references.power
        lands = {land(f) for f in speakers if f.referent and not power.isdisjoint(f.referent.sectors)}
        meant = self.parties.fill(surface)
        if meant and all(state(f) and land(f) in lands for f in meant):
            return True
        others = {f.head for f in meant if f.identified and not any(same(f, speaker) for speaker in speakers)}
        if any(f.referent and f.referent.kind == "person" for f in speakers):
            # he who speaks is none of "them", nor "he" in his own words: '"*He* must go," the mayor said'
            others |= {s for s in surface if self.tree.lower[s] in (SEVERAL if s > i else THIRD)}
        return any(self.tree.tags[s] == "PRP" and (self.tree.lower[s] in SELF or s not in others) for s in surface)

    def _subjunctive(self, clause: int) -> bool:
        """Whether a clause says what is to be done, in its bare verb: "insisted that the army *withdraw*"."""
        tree = self.tree
        first = next(iter(tree.kids(clause, "auxpass")), clause)
        if tree.kids(clause, "aux") or tree.lower[first] in self.roles.grammar.unchanged or not tree.kids(clause, "mark"):
            return False
        one = any(tree.tags[s] in ("NN", "NNP") and not tree.kids(s, "conj") for s in tree.kids(clause, "nsubj", "nsubjpass"))
        return tree.tags[first] == "VB" or (tree.tags[first] == "VBP" and one)

    @cached_property
    def _words(self) -> str:
        return _spaced(self.tree.lower)

    def blocked(self, tokens: Sequence[int], phrases: Sequence[str]) -> bool:
        """Whether a phrase that excludes the sense covers or touches the trigger."""
        near = [p for p in phrases if p in self._words]
        if not near:
            return False
        around = _spaced(self.tree.lower[max(0, min(tokens) - 5) : max(tokens) + 6])
        return any(f" {p} " in around for p in near)

    def complements(self, i: int, tokens: Sequence[int]) -> set[str]:
        """Kinds of complement clauses on a verb, its object, or an adjective of the trigger."""
        key = (i, *tokens)
        if key not in self._clauses:
            self._clauses[key] = self._find_complements(i, tokens)
        return self._clauses[key]

    def _find_complements(self, i: int, tokens: Sequence[int]) -> set[str]:
        tree, found = self.tree, set[str]()
        heads = [i, *(t for t in tokens if t != i), *tree.kids(i, "acomp")]
        for c in (c for h in heads for c in tree.kids(h, "xcomp", "ccomp", "advcl", "pcomp")):
            if tree.tags[c] == "VBG":
                beside = tree.deps[c] == "advcl" and tree.lower[c - 1] in (",", *BESIDE)  # "halted aid, *saying* that ..."
                found |= set() if beside else {"ing"}
            elif tree.infinitive(c):
                found.add("to")
            if tree.deps[c] == "ccomp":
                found |= self._stated(c)
        grammar = self.roles.grammar
        if any(forfeits(tree, c, grammar.harms, grammar.losses) for c in tree.kids(i, "ccomp", "xcomp")):
            found.add(ELSE)
        for o in tree.kids(i, "dobj", "nsubjpass"):
            found |= {"to" for c in tree.kids(o, "acl", "relcl") if tree.infinitive(c)}
        found |= {"ing" for h in heads for p in tree.kids(h, "prep", "agent") if tree.kids(p, "pcomp") and tree.lower[p] not in BESIDE}
        return found

    def _stated(self, clause: int) -> set[str]:
        """The kind of a clause with a subject; none where it only says what is asked for: "asked *why* he gave them money"."""
        tree, first = self.tree, self.tree.left_edge(clause)
        if tree.has(clause, OPEN, "mark") or "?" in map(tree.lower.__getitem__, tree.kids(clause, "punct")):
            return {"whether"}  # "asked if he had left", '"Has he left?" asked the mayor'
        asks = tree.tags[first] in ("WRB", "WP$") or (tree.tags[first] == "WP" and tree.heads[first] == clause)
        return set() if asks else {"that"}

    def _ruled_out(self, words: Words, heads: Sequence[int]) -> float:
        """How closely they fit what is excluded; who stands beside somebody known does not count: "met *the president* and his wife"."""
        found = ((h, self.parties.sentence.at(h)) for h in heads)
        known = {h for h, mention in found if mention and mention.referent.kind == "person" and mention.referent.known}
        return self._fit(words, [c for h in heads for c in (h, *(() if h in known else self.tree.kids(h, "conj")))])

    def _best(self, words: Words, heads: Sequence[int]) -> float:
        """How closely any of the noun phrases, or what is coordinated with them, fits; a pronoun as the thing that it stands for."""
        return self._fit(words, [c for h in heads for c in (h, *self.tree.kids(h, "conj"))])

    def _fit(self, words: Words, tokens: Sequence[int]) -> float:
        tree, lexical = self.tree, self.parties.lexical
        for t in tokens:
            if lexical(words, t) or (tree.tags[t] in POINTING and self._stands_in(words, t)):
                return LISTED
        return COMPUTED if words.computed and any(self.parties.of_class(words, t) for t in tokens) else 0.0

    def _stands_in(self, words: Words, i: int) -> bool:
        """Whether a pronoun means a thing, or somebody who was told of, by one of the words: "students marched ... *they* blocked"."""
        tree, thing = self.tree, thing_meant(self.tree, i)
        if thing is not None and self.parties.lexical(words, thing):
            return True
        tokens = [i] if tree.tags[i] in PRONOUNS else tree.taken(i, "of")  # "some of them"
        meant = (self.parties.sentence.at(t) for t in tokens if tree.tags[t] in PRONOUNS)
        return any(m and not m.referent.roles.isdisjoint(words.forms) for m in meant)

    def prepositions(self, i: int) -> set[str]:
        """The prepositions on a verb, its object and its particles, and the slots that have none."""
        return {*self.roles.slots(i), *(self.tree.lower[prep] for prep in self._hung_on(i))}

    def _hung_on(self, i: int) -> list[int]:
        """The prepositions on a verb and its object, whatever they take."""
        return [c for h in (i, *self.tree.kids(i, "dobj", "nsubjpass")) for c in self.tree.kids(h, "prep", "agent")]

    def _with(self, i: int, wanted: Mapping[str, Words | None]) -> float:
        """How closely any of the wanted prepositions is there with what it is to take."""
        best = 0.0
        if not wanted:
            return best
        lower, slots = self.tree.lower, self.roles.slots(i)
        for slot in wanted.keys() & slots.keys():
            words = wanted[slot]
            best = max(best, ANYTHING if words is None else max(self._best(words, heads) for _, heads in slots[slot]))
        for prep in self._hung_on(i):
            if lower[prep] in wanted and (gerunds := self.tree.kids(prep, "pcomp")):
                words = wanted[lower[prep]]
                best = max(best, ANYTHING if words is None else LISTED if any(lower[g] in words.forms for g in gerunds) else 0.0)
        return best


def _weighed(tests: Iterator[Result]) -> Fit:
    """How closely all of some conditions are met together, or the first that is not."""
    weight = 0.0
    for met, why in tests:
        if not met:
            return Fit(None, why)
        weight += met
    return Fit(weight)


def _spaced(lower: Sequence[str]) -> str:
    """Words between blanks, hyphens and apostrophes joined again."""
    return " " + " ".join(lower).replace(" - ", "-").replace(" 's", "'s") + " "
