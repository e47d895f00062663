"""Who is the subject and what the object of a trigger: passives, relatives, participles, control and coordination undone."""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from sayso.extract.match.forms import fronted, headlined, others_plan, owed, partners, passive, tallied
from sayso.extract.match.grammar_words import Grammar
from sayso.extract.match.phrases import Oblique, Phrases
from sayso.extract.match.predicated import predicates, small
from sayso.extract.parse.tree import FINITE, PAST, WHO_WHICH, Tree
from sayso.extract.scan.openings import MUTUAL
from sayso.lexicon.pattern import DATIVE, PREDICATE

OWN = ("its", "his", "her", "their")
DONE = ("of", "for", "from", "with", "into", "in", "against", "over")  # before what the object does: "accused *Chad* of spying"
BELONGING = ("of", "from", "by")  # before whose or whence somebody is
BySlot = Mapping[str, Sequence[tuple[int, list[int]]]]  # the same by preposition


class Roles(Phrases):
    """Subjects and objects of the tokens of one tree, worked out when asked and kept."""

    def __init__(self, tree: Tree, grammar: Grammar, planners: Container[int] = (), people: Container[int] = ()) -> None:
        """Read one tree; `planners` are the tokens of names that tell whose a plan is, `people` those of names of persons."""
        super().__init__(tree, grammar, people)
        self._planners = planners
        self._subjects: dict[int, list[int]] = {}
        self._objects: dict[int, list[int]] = {}
        self._all_obliques: dict[int, list[Oblique]] = {}
        self._slots: dict[int, defaultdict[str, list[tuple[int, list[int]]]]] = {}
        self._passives: dict[int, bool] = {}

    def subjects(self, v: int) -> list[int]:
        """Heads of those who do it: the subject, the agent of a passive, or whoever the clause around lends."""
        if v not in self._subjects:
            self._subjects[v] = []  # a cycle finds nobody
            self._subjects[v] = self._find_subjects(v)
        return self._subjects[v]

    def objects(self, v: int) -> list[int]:
        """Heads of what it is done to: the direct object, the subject of a passive, or the noun that a participle describes."""
        if v not in self._objects:
            self._objects[v] = []
            self._objects[v] = self._find_objects(v)
        return self._objects[v]

    def passive(self, v: int) -> bool:
        """Whether a verb is a passive, and no past tense that the parser took for one: not so of "police *arrested* nine", "*stood* by"."""
        known = self._passives.get(v)
        if known is None:
            known = self._passives[v] = self._is_passive(v)
        return known

    def _is_passive(self, v: int) -> bool:
        tree = self.tree
        if tree.lower[v] in self.grammar.intransitive and not tree.kids(v, "auxpass"):
            return False
        return not self._past(v) and (passive(tree, v) or headlined(tree, v, self.grammar))

    def _past(self, v: int) -> bool:
        """Whether what the parser takes for a participle on a noun is a past tense with its object."""
        tree = self.tree
        taken = tree.kids(v, "dobj") if tree.deps[v] == "acl" and tree.tags[v] in PAST else []
        if not taken or tree.lower[v] in self.grammar.doubly or tree.kids(v, "agent", "auxpass") or self._agents(v):
            return False
        taken = [o for o in taken if tree.lower[o] not in self.grammar.captive]  # "a nurse held hostage" holds nobody
        return any(tree.noun(o) and not self.dates(o) and all(tree.tags[c] != "$" for c in tree.children[o]) for o in taken)

    def undergo(self, v: int) -> None:
        """Read a verb as a passive from now on."""
        self._passives[v] = True
        for known in (self._subjects, self._objects, self._all_obliques, self._slots):
            known.pop(v, None)

    def surface(self, v: int) -> list[int]:
        """The grammatical subject: of a passive what it is done to."""
        return self._passive_subjects(v) if self.passive(v) else self.subjects(v)

    def datives(self, v: int) -> list[int]:
        """To whom a verb gives something without a preposition: "gave *them* support", "*they* were given support"."""
        return self.tree.datives(v) or (self._passive_subjects(v) if self.passive(v) and self._kept(v) else [])

    def _kept(self, v: int) -> list[int]:
        """The gift that a passive keeps as its object: "was denied *a visa*"."""
        gifts = self.tree.kids(v, "dobj") if self.tree.lower[v] in self.grammar.bestowing else []
        return [g for g in gifts if not self.dates(g)]

    def _find_subjects(self, v: int) -> list[int]:
        tree = self.tree
        if self.passive(v):
            return self._agents(v)
        subjects = tree.kids(v, "nsubj")
        if len(subjects) > 1 and any(c < v for c in tree.kids(v, "ccomp")):  # after what somebody says the farther one is a misreading
            subjects = subjects[-1:]
        own = [who for s in subjects if not self._partitive(s, subjects) for who in self._behind(s)]
        if known := [s for s in own if tree.tags[s] != "EX"]:
            return known
        if tree.kids(v, "expl", "csubj"):
            return []
        if found := self._unseen(v) or self._ranked(v):
            return found
        lent = [*self._lent(v), *partners(tree, v, self.grammar)]
        acting = any(tree.finite(tree.heads[s]) for s in lent)
        return lent if acting else fronted(tree, v) or lent

    def _partitive(self, s: int, subjects: Sequence[int]) -> bool:
        """Whether a second subject only says more of the first: "lawmakers, *many of them* young, condemned"."""
        of = (p for prep in self.tree.kids(s, "prep") for p in self.tree.kids(prep, "pobj"))
        return s != subjects[0] and any(self.tree.lower[p] in ("them", "whom") for p in of)

    def _unseen(self, v: int) -> list[int]:
        """The name before a finite verb without a subject that the parser takes for an adverb or the like: ", *UNHCR* gave ..."."""
        tree = self.tree
        if tree.deps[v] not in ("ROOT", "ccomp") or tree.tags[v] not in FINITE:
            return []
        loose = tree.kids(v, "advmod", "npadvmod", "nmod", "compound", "dep", "amod")
        before = [c for c in loose if 0 < c < v or (c == 0 and tree.tags[c] == "NNP")]
        beside = [c for c in tree.kids(v, "aux", "advmod", "neg") if c < v and tree.tags[c] != "NNP"]
        next_to = v - 1 - len(beside)
        if tree.deps[next_to] == "appos" and tree.tags[next_to] == "NNP" and tree.heads[tree.heads[next_to]] != v:
            before.append(next_to)
        if tree.lower[next_to] == "," and next_to and any(c < v for c in tree.kids(v, "ccomp")):  # "..., the head of X, *Y*, told Z"
            before.append(next_to - 1)
        return [c for c in before if tree.words[c][0].isupper() and tree.tags[c] in ("NNP", "NNPS", "NN", "JJ") and not self.dates(c)][-1:]

    def _behind(self, s: int) -> list[int]:
        """Who is a subject: of a bill that would do something those who brought it in."""
        tree, noun = self.tree, self.tree.antecedent(s)
        carried = noun != s and tree.lower[noun] in self.grammar.carriers and tree.lower[tree.heads[noun]] in self.grammar.carrying
        return (self._of_noun(noun) if carried else []) or [noun]

    def _agents(self, v: int) -> list[int]:
        tree = self.tree
        found = [p for by in tree.kids(v, "agent") for p in tree.kids(by, "pobj") if not self.dates(p)]
        if not found:
            found = [p for p in tree.taken(v, "by") if not self.dates(p)]
        if not found and tree.deps[v] == "conj" and self.passive(tree.heads[v]) and not tree.kids(v, "nsubjpass"):
            later = [c for c in tree.kids(tree.heads[v], "agent") if c > v]
            found = [p for by in later for p in tree.kids(by, "pobj") if not self.dates(p)]
        if not found:  # the agent stands after the last of the joined participles
            found = [
                p
                for c in tree.kids(v, "conj")
                if not tree.kids(c, "nsubj", "nsubjpass")
                for by in tree.kids(c, "agent")
                for p in tree.kids(by, "pobj")
                if not self.dates(p)
            ]
        return found or self._agents_within(v) or self._causers(v)

    def _causers(self, v: int) -> list[int]:
        """Who has something done to somebody: "*Chad* had a reporter expelled", but none: "had *his* office shut"."""
        tree, done_to = self.tree, self._passive_subjects(v) if self.tree.deps[v] in ("ccomp", "acl", "oprd", "xcomp") else []
        over = tree.heads[v] if tree.deps[v] != "acl" else tree.heads[tree.heads[v]] if tree.deps[tree.heads[v]] == "dobj" else v
        if not done_to or tree.lower[over] not in self.grammar.causing or over > v or tree.kids(over, "auxpass"):
            return []
        owned = any(tree.lower[p] in OWN for s in done_to for p in tree.kids(s, "poss"))
        return [] if owned else self.subjects(over)

    def _agents_within(self, v: int) -> list[int]:
        """Those by whom the deed is in which a passive says that something is done: "destroyed *in a raid by militiamen*"."""
        tree = self.tree
        deeds = tree.taken(v, "in")
        return [p for d in deeds for p in tree.taken(d, "by") if not self.dates(p)]

    def _lent(self, v: int) -> list[int]:
        """The subject that an infinitive, a participle or a joined verb takes from the clause around it."""
        tree, head, dep = self.tree, self.tree.heads[v], self.tree.deps[v]
        if head == v:
            return []
        if dep == "conj":
            return self.surface(head) if tree.verb(head) or tree.tags[head].startswith("JJ") else self._of_noun(head)
        if dep in ("xcomp", "oprd") or (dep == "ccomp" and tree.tags[v] in ("VBG", "VB")):
            return self._controller(head)
        if dep == "advcl" and tree.infinitive(v) and self._answers(tree.left_edge(v) - 1, head):
            return self.objects(head)
        if dep == "advcl" and tree.infinitive(v) and (given := self._entrusted(head)):
            return given
        if dep in ("advcl", "dep", "parataxis", "acomp", "attr"):
            return self.surface(head) if not tree.noun(head) else self._of_noun(head)
        if dep in ("acl", "relcl"):
            told = tree.lower[head] in self.grammar.carriers and tree.tags[v] not in PAST  # no "commission *set up* to judge him"
            own = tree.deps[head] == "attr" or tree.lower[head] in self.grammar.negators  # "is the man to go", "*nothing* to do with it"
            carried = (tree.infinitive(v) and not own) or (dep == "acl" and (tree.tags[v] == "VB" or told))
            return self._of_noun(head) if carried else [head]
        if dep == "pcomp":
            return self._of_preposition(head)
        if dep == "pobj" and tree.tags[v] == "VBG" and tree.lower[head] in ("for", "of"):  # "expelled a diplomat for spying"
            return self._of_preposition(head)
        gerund = tree.tags[v] == "VBG" and dep in ("nsubj", "dobj", "pobj", "amod", "compound")
        return self._of_noun(v) if gerund else []

    def _ranked(self, v: int) -> list[int]:
        """Who is said to be one of many to do it: "*Chad* was the first to send troops", "*Togo* became the third state to pay"."""
        tree, head = self.tree, self.tree.heads[v]
        if tree.deps[v] not in ("acl", "relcl") or tree.deps[head] != "attr" or not tree.infinitive(v):
            return []
        told = any(tree.lower[c] in self.grammar.ranking for c in (head, *tree.children[head]))
        return self.surface(tree.heads[head]) if told else []

    def _controller(self, head: int) -> list[int]:
        """Whose infinitive it is: the object's of "urged X to leave", else the subject's."""
        tree = self.tree
        word = tree.lower[head]
        if tree.verb(head) and word in self.grammar.object_control and word not in self.grammar.subject_control:
            own = [] if word in self.grammar.through_preposition else self.objects(head)
            objects = own or [
                p for c in tree.kids(head, "dative", "prep") if tree.lower[c] in ("to", "on", "for") for p in tree.kids(c, "pobj")
            ]
            objects += [] if objects else tree.kids(head, "dative")
            if objects:
                return objects
        if tree.noun(head) and not tree.kids(head, "nsubj"):  # with a subject it is a verb, whatever the tagger says
            return self._of_noun(head)
        return self.surface(head)

    def _of_preposition(self, prep: int) -> list[int]:
        tree, head = self.tree, self.tree.heads[prep]
        if tree.deps[prep] == "conj" and tree.deps[head] == "prep":  # "accused of stealing and *of* spying"
            return self._of_preposition(head)
        if tree.noun(head) and tree.deps[head] == "npadvmod" and self.dates(head):  # "was fined a million *a day* for defying judges"
            head = next((v for v in tree.up(head) if tree.verb(v)), head)
        if tree.noun(head):
            whose = self._of_noun(head)
            if tree.deps[head] == "dobj" and tree.verb(tree.heads[head]):
                verb = tree.heads[head]
                claimed = tree.lower[head] in self.grammar.claims  # "made *a claim* of stealing": the claim steals nothing
                told = tree.lower[verb] in self.grammar.object_control and not claimed
                return [head] if told else whose or self.surface(verb)
            return whose
        if tree.verb(head) and self._done_by_object(head, prep):
            return self.objects(head) or self.surface(head)
        if tree.lower[head] in self.grammar.complaining and tree.lower[prep] in ("about", "against", "over", "at"):
            return []  # "complained about spying": somebody else's
        if tree.verb(head) or tree.tags[head].startswith("JJ"):
            return self.surface(head)
        return self.surface(tree.heads[head]) if tree.deps[head] == "advmod" else []  # "stopped short of criticising X"

    def _done_by_object(self, verb: int, prep: int) -> bool:
        """Whether a verb's object did what stands after a preposition: "accused *Chad* of spying", "fired *him* for spying"."""
        word, after, grammar = self.tree.lower[verb], self.tree.lower[prep], self.grammar
        if word in grammar.object_control:
            return after in DONE or self._charged(prep)
        return after == "for" and word in grammar.faulting

    def _charged(self, by: int) -> bool:
        """Whether a phrase tells by what deed somebody did as accused: "accused Chad of breaking the truce *by shelling Goz*"."""
        charges = (p for p in self.tree.kids(self.tree.heads[by], "prep") if self.tree.lower[p] == "of")
        return self.tree.lower[by] == "by" and any(p < by for p in charges)

    def _of_noun(self, n: int) -> list[int]:
        """Whose "plan to ..." it is: the possessor's, the *Ugandan* one's own, else the subject's of the verb that has it as its object."""
        tree = self.tree
        owners = [*tree.kids(n, "poss")] or tree.taken(n, "by", "from")
        if not owners and tree.lower[n] in self.grammar.carriers:  # "a *police* order"
            owners = [c for c in tree.kids(n, "compound") if tree.lower[c] in self.grammar.bodies]
        owners = owners or [c for c in tree.kids(n, "amod", "compound", "nmod") if c in self._planners]
        if owners:
            return owners
        if tree.deps[n] in ("dobj", "attr", "pobj", "nsubjpass", "oprd", "conj"):
            verb = next((head for head in tree.up(n) if tree.verb(head)), None)
            if verb is not None and self._answers(n, verb):
                return self.objects(verb)
            if verb is None or others_plan(tree, n, verb, self.grammar.onlooking):
                return []
            return self._entrusted(verb) or self.subjects(verb)
        return []

    def _answers(self, n: int, verb: int) -> bool:
        """Whether a noun is what a verb blames or thanks somebody for."""
        return self.tree.lower[verb] in self.grammar.crediting and owed(self.tree, n, verb)

    def _entrusted(self, verb: int) -> list[int]:
        """To whom a verb leaves what its infinitive says: "gave *the rebels* a week to leave"."""
        if self.tree.lower[verb] not in self.grammar.entrusting:
            return []
        given = self._passive_subjects(verb) if self.passive(verb) and self.tree.kids(verb, "dobj") else []
        return self.tree.datives(verb) or given

    def _find_objects(self, v: int) -> list[int]:
        tree = self.tree
        if self.passive(v):
            return self._kept(v) or self._passive_subjects(v)
        named = tree.kids(v, "dobj") or ([] if tree.kids(v, "ccomp", "xcomp") else tree.datives(v))  # "sent *the envoy* home"
        if not named and tree.lower[v] in self.grammar.through_preposition:  # the small model takes who is called for what he is called
            named = tree.kids(v, "oprd")
        own = [tree.antecedent(o) for o in map(self._undated, named) if not self.dates(o)]
        if own:
            return own
        if tree.deps[v] == "relcl" and tree.kids(v, "nsubj"):
            subjects = {tree.antecedent(s) for s in tree.kids(v, "nsubj")}
            if tree.heads[v] not in subjects and not tree.kids(v, "ccomp", "xcomp", "advmod"):
                return [tree.heads[v]]
        if tree.lower[v] in self.grammar.naming and (called := [c for c in tree.kids(v, "ccomp", "xcomp") if small(tree, c)]):
            return [*tree.kids(called[0], "nsubj")]
        urged = [
            s
            for c in tree.kids(v, "ccomp", "xcomp")
            if tree.infinitive(c) or (tree.tags[c] == "VB" and not tree.kids(c, "aux", "mark"))
            for s in tree.kids(c, "nsubj", "nsubjpass")
        ]
        if urged and tree.lower[v] in self.grammar.object_control:  # "urged both sides to let ...": the small model makes a clause of it
            return urged
        later = [c for c in tree.kids(v, "conj") if tree.verb(c) and c - v <= 3 and not tree.kids(c, "nsubj", "nsubjpass", "aux")]
        if later and not tree.kids(v, "prep", "ccomp", "xcomp"):
            return self.objects(later[0])
        return []

    def _passive_subjects(self, v: int) -> list[int]:
        tree, head, dep = self.tree, self.tree.heads[v], self.tree.deps[v]
        own = [tree.antecedent(s) for s in tree.kids(v, "nsubjpass", "nsubj")] or tallied(tree, v)
        if own:
            return own
        if dep in ("acl", "relcl", "amod"):
            return [head]
        if dep in ("conj", "advcl", "dep", "parataxis"):
            return self.surface(head) if not tree.noun(head) else [head]
        if dep in ("xcomp", "ccomp", "oprd"):
            return [] if tree.kids(v, "csubj", "csubjpass") else self._controller(head)  # "*what happened* is being examined, he said"
        if dep == "pcomp":
            return self._of_preposition(head)
        return []

    def slots(self, v: int) -> BySlot:
        """What a verb takes, by preposition, or by slot what it takes without one: what somebody is called, to whom it is given.

        Phrases of its subject that name its sides count as well: "ties *between A and B* warmed".
        """
        if v not in self._slots:
            slots = self._slots[v] = defaultdict(list)
            sides = (o for s in self.tree.kids(v, "nsubj") for o in self.obliques(s) if o[0] in MUTUAL)
            for word, prep, heads in (*self.all_obliques(v), *sides):
                slots[word].append((prep, heads))
            for slot, heads in ((PREDICATE, predicates(self.tree, v, self.grammar)), (DATIVE, self.datives(v))):
                if heads:
                    slots[slot].append((v, heads))
        return self._slots[v]

    def all_obliques(self, v: int) -> list[Oblique]:
        """Prepositional phrases of a verb and of its object: the small model attaches them to either at random."""
        if v not in self._all_obliques:
            self._all_obliques[v] = self._find_all_obliques(v)
        return self._all_obliques[v]

    def _find_all_obliques(self, v: int) -> list[Oblique]:
        tree = self.tree
        found = list(self.obliques(v))
        for o in tree.kids(v, "dobj", "nsubjpass", "attr", "oprd", "dative", *(("nsubj",) if self.passive(v) else ())):
            found += self.obliques(o)
        found += self.behind_agent(v)
        for c in tree.kids(v, "prt", "advmod", "acomp"):
            found += self.obliques(c)
        if tree.deps[v] in ("acl", "relcl"):
            found += self._before_clause(v)
        preps = tree.kids(v, "prep")
        if tree.deps[v] == "relcl" and any(tree.lower[c] in self.grammar.before_relative for c in preps):
            found += [(tree.lower[c], c, [tree.heads[v]]) for c in preps if any(tree.tags[p] in WHO_WHICH for p in tree.kids(c, "pobj"))]
        return found

    def behind_agent(self, v: int) -> list[Oblique]:
        """The phrases behind the agent of a passive, which the model hangs on it: "stones were thrown by youths *at police*"."""
        agents = [p for by in self.tree.kids(v, "agent") for p in self.tree.kids(by, "pobj")]
        return [phrase for a in agents for phrase in self.obliques(a) if phrase[0] not in BELONGING]

    def _before_clause(self, v: int) -> list[Oblique]:
        """The phrases of the noun that a clause says something was done to: "sanctions *on Chad* lifted by Togo"."""
        return [phrase for o in self.objects(v) if o < v and self.tree.within(v, o) for phrase in self.obliques(o) if phrase[1] < v]

    def farther(self, v: int) -> list[int]:
        """The nouns that what somebody did may be told of beside the one it hangs on: "the *offices* of a union *raided* by police"."""
        tree, noun, found = self.tree, self.tree.heads[v], list[int]()
        if tree.deps[v] not in ("acl", "relcl") or self.objects(v) != [noun] or not self.subjects(v):
            return found
        while tree.deps[noun] == "pobj" and tree.deps[tree.heads[noun]] == "prep" and tree.noun(above := tree.heads[tree.heads[noun]]):
            noun = above
            found.append(noun)
        return found

    def tell_of(self, v: int, noun: int) -> None:
        """Read a clause as one on a noun from now on."""
        self._objects[v] = [noun]
        for known in (self._all_obliques, self._slots):
            known.pop(v, None)
