"""Who stands in a slot of a trigger: subject, object, a preposition, the clause that hangs on it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.extract.identify.memory import Referent
from sayso.extract.match.filler import Filler
from sayso.extract.match.triggers import Matching
from sayso.extract.parse.tree import PRESENT, SUBJECTS
from sayso.lexicon.pattern import Pattern
from sayso.model.quad import FORCE, FRIENDLY, TALK

APART = ("nsubj", "nsubjpass", "agent", "poss", "ccomp", "advcl", "relcl", "parataxis", "csubj")  # what is no part of the act
BELOW = ("dobj", "dative", "prep", "pobj", "pcomp", "xcomp", "ccomp", "acl", "attr")
DEEPER = (*BELOW, "agent", "conj", *SUBJECTS, "poss")
FILLS = ("dobj", "dative", "pobj", "poss")
PHRASED = ("conj", "prep", "pobj", "appos", "amod")  # what is part of a noun phrase, and what it is worth
CLAUSED = (*PHRASED, "relcl", "acl", "advcl", "dobj")  # and the clauses on it
AIMED = ("on", "against", "upon")  # before whom a deed is done to
DEPTH = 6  # steps down the tree: from a verb to the third phrase within its object


class Slots:
    """The slots of the verbs and adjectives of one sentence, by the names that patterns give them."""

    def __init__(self, matching: Matching) -> None:
        """Share the look-ups of the sentence."""
        self.tree, self.roles, self.parties = matching.tree, matching.roles, matching.parties
        grammar = matching.matcher.grammar
        self._verbs_by_form = matching.lexicon.verbs
        self._nouns, self._locative, self._aside = matching.lexicon.nouns, grammar.locative, grammar.aside
        self._goals, self._giving, self._partaking = grammar.goals, grammar.giving, grammar.partaking
        self._terms, self._waiting = grammar.terms, grammar.waiting
        self._moods, self._letups = grammar.moods, grammar.letups
        self._deed = matching.deed
        self._tracts = matching.parties.sentence.knowledge.descriptors.tracts
        self._words, self._known_clauses = matching.words, dict[tuple[int, ...], list[int]]()

    def prepositional(self, slot: str) -> bool:
        """Whether a slot is a preposition, named by itself."""
        return slot not in NAMED

    def fill(self, i: int, slot: str, tokens: Sequence[int]) -> list[Filler]:
        """The parties in a slot of the trigger at a token; `tokens` are all words of the trigger."""
        named = NAMED.get(slot)
        return named(self, i, tokens) if named else self._obliques(i, slot, tokens)

    def carries_event(self, i: int) -> bool:
        """Whether a noun can itself be a trigger, and so is nobody."""
        return self.tree.lower[i] in self._nouns

    def meeting(self, i: int) -> bool:
        """Whether a noun is a trigger of what people only do together: "talks", "a summit"."""
        return all(t.pattern.joint and t.pattern.quad == TALK for t in self._nouns.get(self.tree.lower[i], ())) and self.carries_event(i)

    def spared(self, i: int) -> bool:
        """Whether somebody suffers what shall end, and is not asked for that: "called for an end to raids *on Chad*"."""
        tree, i = self.tree, self.tree.first(i)
        if tree.deps[i] != "pobj" or tree.lower[tree.heads[i]] not in AIMED:
            return False
        on = tree.heads[tree.heads[i]]
        ended = tree.taken(on, "to", "of", "in") if tree.lower[on] in self._letups else [on] if self._shall_end(on) else []
        return any(t.pattern.quad == FORCE for act in ended for t in self._nouns.get(tree.lower[act], ()))

    def _shall_end(self, act: int) -> bool:
        """Whether somebody speaks of the end of an act: "a halt to *raids*", "stop the *raids*"."""
        over = self.tree.heads[act]
        return self.tree.lower[over if self.tree.deps[act] == "dobj" else self.tree.heads[over]] in self._letups

    def harmed(self, i: int, act: int) -> bool:
        """Whether somebody is the object of a verb in an act that does harm in most of its senses: "promised to round up *the bombers*"."""
        tree, i = self.tree, self.tree.first(i)
        verb = tree.heads[i]
        if verb == act or tree.deps[i] != "dobj" or self.carries_event(i):
            return False
        after = {tree.lower[p] for p in tree.kids(verb, "prt")}
        acts = [t.pattern.quad == FORCE for t in self._verbs_by_form.get(tree.lower[verb], ()) if after.issuperset(t.words)]
        return sum(acts) > len(acts) / 2

    def _subject(self, i: int, _: Sequence[int]) -> list[Filler]:
        return self.parties.fill(self.roles.subjects(i))

    def acting(self, fillers: Iterable[Filler]) -> list[Filler]:
        """Who acts; a deed of nobody's is of no country for where it is done: "*bombings* in Baghdad killed nine"."""
        return [replace(f, referent=None, basis="text") if self._deed(f.head) and _ownerless(f.referent) else f for f in fillers]

    def _sayer(self, i: int, _: Sequence[int]) -> list[Filler]:
        """Who says the clause that a trigger stands in: "*activists* say the army is to blame"."""
        tree, v = self.tree, i if self.tree.verb(i) else self.tree.heads[i]
        above = tree.heads[v]
        return self.parties.fill(self.roles.subjects(above)) if tree.deps[v] == "ccomp" and tree.verb(above) else []

    def _dative(self, i: int, _: Sequence[int]) -> list[Filler]:
        return self.parties.fill(self.roles.datives(i)) or self._fused(i)

    def _fused(self, i: int) -> list[Filler]:
        """The country right after a verb of giving that the parser takes for a part of the gift: "sold *India* fighter jets"."""
        tree, t = self.tree, i + 1
        gifts = tree.kids(i, "dobj") if tree.lower[i] in self._giving else []
        named = self.parties.sentence.named.get(t) if gifts and t < gifts[0] == self._whole(t) else None
        if named is None or named.last != t or tree.words[t].isupper() or self.parties.people(gifts[0]):
            return []
        kind, use = named.name.entity.kind, named.name.use
        gets = (kind == "country" and use in ("name", "capital")) or kind == "person"
        return self.parties.fill([t]) if gets else []

    def _whole(self, t: int) -> int:
        """The head of the compound that a word is a part of: "jets" of "*Pakistan* fighter jets", where "Pakistan" hangs on "fighter"."""
        while self.tree.deps[t] in ("compound", "nmod"):
            t = self.tree.heads[t]
        return t

    def _last(self, _: int, tokens: Sequence[int]) -> list[Filler]:
        return self.parties.fill(p for p in self.tree.kids(tokens[-1], "pobj") if not self.roles.dates(p))

    def _nobody(self, _: int, __: Sequence[int]) -> list[Filler]:
        return []

    def around(self, i: int) -> list[Filler]:
        """The countries and places of the nearest phrase below a trigger that says where: "gave $3m for schools in northern Iraq"."""
        tree, level = self.tree, [i]
        while level:
            for v in level:
                phrases = self.roles.obliques(v)
                found = (f for word, _, heads in phrases if word in self._locative for f in self.parties.fill(heads))
                if places := [f for f in found if f.identified and f.placelike]:
                    return places
            level = [c for v in level for c in tree.children[v] if tree.deps[c] not in APART and not self._next_clause(c)]
        return []

    def deep(self, i: int, pattern: Pattern) -> Iterator[list[Filler]]:
        """The known parties below what a trigger takes, level by level: "took up a request for help from the envoy of Chad".

        Nobody acts together with a place.
        """
        tree = self.tree
        asked = pattern.consumes or (pattern.refused is not None and bool(tree.kids(i, "neg")))
        level = self._below([i], (*BELOW, "nsubjpass") if self.roles.passive(i) else BELOW, asked=asked)
        level += [o for o in self.roles.objects(i) if tree.within(i, o)] if tree.deps[i] in ("acl", "relcl") else []
        for _ in range(DEPTH):
            level = [c for c in self._below(level, DEEPER, asked=asked) if c != i]
            if not level:
                return
            doers = [c for c in level if tree.deps[c] in SUBJECTS or self._first_in(tree.heads[c])]
            for heads in (doers, [c for c in level if tree.deps[c] in FILLS and c not in doers]):
                if heads:
                    known = [f for f in self.parties.fill(heads) if self._party(f) and not (pattern.joint and f.placelike)]
                    yield known if pattern.place_receives else [f for f in known if not self.parties.in_town(f)]

    def _first_in(self, i: int) -> bool:
        """Whether what a preposition takes comes before other phrases: who does it, or between whom it is."""
        return self.tree.deps[i] == "agent" or self.tree.lower[i] == "between"

    def _party(self, filler: Filler) -> bool:
        """Whether somebody deep in a phrase is known and no thing, or an owner of whom only the name is ("Gavex's decision")."""
        i, tree = filler.head, self.tree
        mention = self.parties.sentence.at(i)
        if not filler.identified or mention is None:
            return tree.tags[i] == "NNP" and tree.deps[i] == "poss"
        return mention.referent.kind != "thing" or tree.lower[i] in self._tracts

    def _below(self, level: Sequence[int], labels: Sequence[str], *, asked: bool) -> list[int]:
        """What hangs on tokens with these labels, dates and phrases beside the act left out.

        Where something is `asked` for, threatened or refused, those as well on whom it depends ("unless *the EU* pays").
        """
        tree, found = self.tree, list[int]()
        for v in level:
            hung = tree.deps[v] == "advcl" and labels is DEEPER and self._conditional(v)  # the act itself may be a condition
            found += tree.kids(v, *SUBJECTS, "agent", "conj") if hung else tree.kids(v, *labels)
            if asked:
                found += filter(self._conditional, tree.kids(v, "advcl"))
        found = [p for c in found for p in (tree.kids(c, "pobj") if tree.deps[c] == "agent" else [c])]
        return [c for c in found if tree.lower[c] not in self._aside and not self.roles.dates(c) and not self._next_clause(c)]

    def _next_clause(self, i: int) -> bool:
        """Whether a verb goes on with what somebody else does: "Israel bombed a camp, and *Hamas fired* rockets at Haifa"."""
        return self.tree.deps[i] == "conj" and self.tree.verb(i) and bool(self.tree.kids(i, *SUBJECTS))

    def _conditional(self, v: int) -> bool:
        """Whether the verb of an adverbial clause is one on which what stands above it depends."""
        words = {self.tree.lower[m] for m in self.tree.kids(v, "mark", "advmod")}
        to_come = not {self.tree.tags[t] for t in (v, *self.tree.kids(v, "aux", "auxpass"))}.isdisjoint(PRESENT)
        return not self._terms.isdisjoint(words) or (to_come and not self._waiting.isdisjoint(words))

    def _verbs(self, i: int, tokens: Sequence[int]) -> list[int]:
        """The trigger itself and the verbs among its other words."""
        return list(dict.fromkeys((i, *(t for t in tokens if self.tree.verb(t)))))

    def _object(self, i: int, tokens: Sequence[int]) -> list[Filler]:
        heads = self.roles.objects(i) or [o for v in self._verbs(i, tokens) for o in self.roles.objects(v)]
        return [f for f in self.parties.fill(heads) if not (f.referent and f.referent.kind == "thing" and self.carries_event(f.head))]

    def _inside(self, i: int, tokens: Sequence[int]) -> list[Filler]:
        return [f for v in self._verbs(i, tokens) for o in self.roles.objects(v) for f in self.parties.inside(o)]

    def _place(self, i: int, tokens: Sequence[int]) -> list[Filler]:
        phrases = (phrase for v in self._verbs(i, tokens) for phrase in self.roles.all_obliques(v))
        found = (f for word, _, heads in phrases if word in self._locative for f in self.parties.fill(heads))
        return [f for f in found if f.identified and f.placelike]

    def _obliques(self, i: int, word: str, tokens: Sequence[int]) -> list[Filler]:
        if word not in self._words:
            return []
        idiom = (t for t in tokens[1:] if self.tree.deps[t] == "pobj")  # "came under *attack* by Chad"
        phrases = (phrase for v in (*self._verbs(i, tokens), *self._vents(i), *idiom) for phrase in self.roles.slots(v).get(word, ()))
        found = self.parties.fill(h for prep, heads in phrases if prep not in tokens[1:-1] for h in heads)
        return [p for f in found for p in self._taking_part(f, word)] or self.attached(i, word, tokens)

    def _vents(self, i: int) -> list[int]:
        """Nouns that only say in what mood something is done, and at whom: "marched in *anger* over Chad's raid"."""
        return [p for p in self.tree.taken(i, "in") if self.tree.lower[p] in self._moods]

    def _taking_part(self, fray: Filler, word: str) -> list[Filler]:
        """For a happening that fills a slot those who take part in it, as far as they are known: "killed in clashes with rebels".

        A kindness for whose sake something is done suffers nothing: "flew *in support* of the rebels".
        """
        if not self.carries_event(fray.head) or (fray.referent and fray.referent.kind != "thing"):
            return [fray]
        heads = (h for word, _, heads in self.roles.obliques(fray.head) if word in self._partaking for h in heads)
        found = [p for p in self.parties.fill(heads) if p.identified]
        kind = word == "in" and all(t.pattern.quad in FRIENDLY for t in self._nouns[self.tree.lower[fray.head]])
        return found or ([] if kind else [fray])

    def attached(self, i: int, word: str, tokens: Sequence[int] = ()) -> list[Filler]:
        """Who stands in a phrase of a verb that the parser hung on a noun before it: "gave names, ages and addresses to Seoul"."""
        if word not in self._goals or word not in self._words or not self.tree.verb(i):
            return []
        giving = self.tree.lower[i] in self._giving
        heads = [o for o in self.tree.kids(i, "dobj", "prep", *(["advcl"] if giving else [])) if o > i]
        nouns = self._phrase(heads, CLAUSED if giving else PHRASED)
        blamed = any(map(self.parties.liable, (*heads, *self.roles.objects(i))))
        own = {n for n in nouns if n not in (*heads, *tokens) and self._keeps(n, word, blamed=blamed)}
        phrases = (phrase for n in nouns if n not in own and self.tree.lower[n] not in self._aside for phrase in self.roles.obliques(n))
        return self.parties.fill(h for found, _, heads in phrases if found == word for h in heads)

    def _keeps(self, noun: int, word: str, *, blamed: bool) -> bool:
        """Whether a phrase is a noun's own deep in another: "blamed Chad for an attack *on Togo*", "money for refugees *from Mali*".

        Where nobody is `blamed` or thanked for an act, it is what something is meant for: "sent troops for an attack *on Togo*".
        """
        if self.tree.deps[noun] != "pobj" or (governor := self.tree.lower[self.tree.heads[noun]]) == "of":
            return False
        act = self.carries_event(noun) and governor not in self._aside and (blamed or governor != "for")
        return act or (word == "from" and self.parties.called(noun))

    def _phrase(self, heads: Sequence[int], labels: Sequence[str]) -> list[int]:
        """The nouns of noun phrases and of what hangs on them with these labels."""
        below = [c for h in heads for c in self.tree.kids(h, *labels)]
        return [*heads, *self._phrase(below, labels)] if below else list(heads)

    def clauses(self, i: int, tokens: Sequence[int]) -> list[int]:
        """The verbs of the complement clauses of a trigger: of its words, its object, its prepositions."""
        key = (i, *tokens)
        if key not in self._known_clauses:
            self._known_clauses[key] = self._find_clauses(i, tokens)
        return self._known_clauses[key]

    def _find_clauses(self, i: int, tokens: Sequence[int]) -> list[int]:
        tree = self.tree
        heads = [i, *(t for t in tokens if tree.verb(t) or tree.tags[t].startswith("JJ")), *tree.kids(i, "dobj", "acomp")]
        heads = list(dict.fromkeys(heads))
        clauses = [
            c for h in heads for c in tree.kids(h, "ccomp", "xcomp", "advcl", "acl") if tree.deps[c] != "advcl" or tree.infinitive(c)
        ]
        clauses = [c for c in clauses if tree.lower[c] not in self._aside]
        return clauses + [c for h in heads for p in tree.kids(h, "prep") for c in tree.kids(p, "pcomp")]

    def _clause_subjects(self, i: int, tokens: Sequence[int]) -> list[Filler]:
        tree, clauses = self.tree, self.clauses(i, tokens)
        doers = [d for c in clauses if tree.kids(c, "nsubjpass") for d in self.roles.subjects(c)]  # "alleged that arms were sent *by Chad*"
        known = [f for f in self.parties.fill(doers) if f.identified]
        subjects = (s for c in clauses for s in (*tree.kids(c, "nsubj"), *tree.kids(c, "nsubjpass")))
        return known or self.parties.fill(map(tree.antecedent, subjects))

    def _clause_objects(self, i: int, tokens: Sequence[int]) -> list[Filler]:
        heads = (o for c in self.clauses(i, tokens) for o in (*self._given_to(c), *self.roles.objects(c)))
        return [f for f in self.parties.fill(heads) if not self.carries_event(f.head) and not self._idle(f)]

    def _given_to(self, verb: int) -> list[int]:
        """To whom a verb gives something, after a preposition or without one."""
        kids = self.tree.kids(verb, "dative")
        return [o for d in kids for o in (self.tree.kids(d, "pobj") if self.tree.tags[d] in ("IN", "TO") else [d])]

    def _idle(self, filler: Filler) -> bool:
        """Whether a bare noun only belongs to its verb: "gave *way* to"."""
        tree, i = self.tree, filler.head
        return filler.referent is None and tree.tags[i] == "NN" and not tree.children[i] and tree.words[i] == tree.lower[i]

    def _clause_inside(self, i: int, tokens: Sequence[int]) -> list[Filler]:
        """Parties within the object of a clause, else those in its prepositional phrases, else places there without a name.

        "Agreed to let aid into *the areas* that the storm hit".
        """
        clauses = self.clauses(i, tokens)
        inside = [f for c in clauses for o in self.roles.objects(c) for f in self.parties.inside(o)]
        phrases = [phrase for c in clauses for phrase in self.roles.all_obliques(c)]
        beside = {"by", *self._aside}
        taken = (h for word, prep, heads in phrases if word not in beside and not self._bearing(prep) for h in heads)
        found = [f for f in self.parties.fill(taken) if not self.parties.ownerless(f)]
        return inside or [f for f in found if f.identified] or [f for f in found if self.tree.lower[f.head] in self._tracts]

    def _bearing(self, prep: int) -> bool:
        """Whether a preposition follows a point of the compass: "built homes east *of* Jerusalem"."""
        return self.tree.lower[prep] == "of" and self.tree.deps[self.tree.heads[prep]] == "advmod"


def _ownerless(referent: Referent | None) -> bool:
    """Whether somebody is nobody known, or a thing that is nobody's, of no force either ("a *guerrilla* offensive")."""
    return referent is None or (referent.kind == "thing" and referent.owner is None and not referent.sectors)


NAMED: Mapping[str, Callable[[Slots, int, Sequence[int]], list[Filler]]] = {
    "subject": Slots._subject,
    "sayer": Slots._sayer,
    "object": Slots._object,
    "inside": Slots._inside,
    "dative": Slots._dative,
    "last": Slots._last,
    "place": Slots._place,
    "none": Slots._nobody,
    "clause": Slots._clause_subjects,
    "clause-object": Slots._clause_objects,
    "clause-inside": Slots._clause_inside,
}
