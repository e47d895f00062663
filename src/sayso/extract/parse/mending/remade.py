"""A tree while its heads, labels and tags are changed where the parser misread them."""

from sayso.extract.parse.tree import NAMES, NOUNS, PLURALS, SUBJECTS, TENSED, WHO_WHICH, Tree, remade

AUXILIARIES = ("aux", "auxpass")
DOING = (  # auxiliaries before bare verbs
    "do", "does", "did", "'d", "’d", "have", "has", "had", "'s", "’s", "be", "is", "was", "are", "were",
)  # fmt: skip
LABELS = ("compound", "nmod", "amod", "nummod")  # of words before a noun that may be a noun phrase of their own
CLAUSAL = ("nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "mark", "cop", "dobj", "xcomp", "neg")  # what only a clause has
TOWARDS = ("against", "with", "between")  # prepositions before people, hardly before what they do
DOUBTFUL = ("advmod", "npadvmod", "dep", "nmod", "intj", "meta")  # labels of a noun that lacks one of its own
YEAR = 4  # digits
TITLED = 3  # words of a name with its title, at the least
LOOSE = ("punct", "advcl", "npadvmod", "prep")  # what hangs on a verb rather than on its object


class Remade:
    """The heads, labels and tags of a tree while they are changed."""

    def __init__(self, tree: Tree) -> None:
        """Change nothing yet."""
        self.tree, self.heads, self.deps, self.tags = tree, list(tree.heads), list(tree.deps), list(tree.tags)
        self.bare = [p for p, dep in enumerate(tree.deps) if dep == "prep" and not tree.children[p]]

    def verbless(self, but: int) -> bool:
        """Whether a whole sentence has no other finite verb than one, but after "who" and "which"."""
        finite = [t for t, tag in enumerate(self.tree.tags) if tag in TENSED and t != but]
        return self.tree.words[-1] == "." and all(self._told_of(t) for t in finite)

    def _told_of(self, verb: int) -> bool:
        """Whether a verb stands in a relative clause."""
        clause = next((h for h in (verb, *self.tree.up(verb)) if self.tree.deps[h] == "relcl"), None)
        return clause is not None and any(self.tree.tags[t] in WHO_WHICH for t in range(self.tree.left_edge(clause), verb))

    def done(self) -> Tree:
        """The tree itself where nothing was changed, else a new one."""
        tree = self.tree
        if self.heads == tree.heads and self.deps == tree.deps and self.tags == tree.tags:
            return tree
        return remade(tree, self.tags, self.heads, self.deps)

    def lift_subject(self, subject: int) -> None:
        """Hang the subject of an auxiliary on its verb: "*Togo* is mediating"."""
        auxiliary = self.tree.heads[subject]
        verb = self.tree.heads[auxiliary]
        if verb != auxiliary and subject < auxiliary:
            self.heads[subject] = verb
            if self.deps[auxiliary] == "auxpass":
                self.deps[subject] = "nsubjpass"

    def fill_preposition(self, preposition: int, subject: int) -> None:
        """Give a bare preposition what stands behind it: "in *2019* soldiers fired", "the king after talks with *Togo* left"."""
        tree, year = self.tree, preposition + 1
        if tree.words[year].isdigit() and len(tree.words[year]) == YEAR and year in tree.kids(subject, "nummod"):
            self.heads[year], self.deps[year] = preposition, "pobj"
            return
        verb = tree.heads[subject]
        own = next((c for c in tree.children[verb] if c < preposition and tree.noun(c) and tree.within(preposition, c)), None)
        if own is not None and tree.deps[own] in DOUBTFUL:
            self.heads[subject], self.deps[subject], self.deps[own] = preposition, "pobj", tree.deps[subject]

    def join_like(self, preposition: int) -> None:
        """Join a preposition to the same word above: "accused of arming for war and *of* feeding rebels"."""
        tree, word = self.tree, self.tree.lower[preposition]
        like = next((h for h in tree.up(preposition) if tree.lower[h] == word and tree.tags[h] == "IN"), None)
        if like is not None:
            self.heads[preposition] = like

    def join_subjects(self, first: int) -> None:
        """Join the two subjects of a verb that something parts: "Chad *and*, hours later, *Togo* sent troops"."""
        tree, verb = self.tree, self.tree.heads[first]
        joining = max(c for c in tree.kids(first, "cc"))
        later = [s for s in tree.kids(verb, *SUBJECTS) if s > joining]
        if len(later) != 1 or later[0] > verb or any(c > joining for c in tree.kids(first, "conj")) or tree.lower[joining + 1] != ",":
            return
        self.heads[later[0]], self.deps[later[0]] = first, "conj"
        for c in tree.kids(first, "appos"):
            if c < joining and tree.tags[c] == tree.tags[first]:
                self.deps[c] = "conj"

    def join_hyphened(self, hyphen: int) -> None:
        """Let the last word of a hyphened noun stand for it: "the vice-*president* was charged"."""
        tree, last = self.tree, hyphen + 1
        if not 0 < hyphen < len(tree) - 1 or tree.heads[last] != hyphen or tree.heads[hyphen - 1] != tree.heads[hyphen]:
            return
        self.heads[last], self.deps[last] = tree.heads[hyphen], tree.deps[hyphen]
        for c in (*tree.children[hyphen], *tree.children[hyphen - 1]):
            if c != last:
                self.heads[c] = last
        self.heads[hyphen - 1], self.deps[hyphen - 1] = last, "compound"
        self.heads[hyphen], self.deps[hyphen] = last, "punct"

    def free_adjective(self, first: int) -> None:
        """Make an adjective of an opening word that only its capital makes a name: "*Heavy* shelling by the army"."""
        tree, noun = self.tree, first + 1
        if tree.heads[noun] != first or tree.deps[noun] != "acl" or tree.tags[noun] != "VBG" or tree.kids(noun, "dobj"):
            return
        self.tags[first], self.tags[noun] = "JJ", "NN"
        self.heads[noun], self.deps[noun] = tree.heads[first], tree.deps[first]
        self.heads[first], self.deps[first] = noun, "amod"

    def name_opening(self, first: int) -> None:
        """Make a noun of a bare verb that opens a sentence for its subject, which none can be: "*Aid* workers fear a massacre"."""
        tree, plural = self.tree, first + 1
        if (
            first
            or tree.tags[first] != "VB"
            or tree.deps[plural] != "dobj"
            or tree.heads[plural] != first
            or tree.tags[plural] not in PLURALS
        ):
            return
        verb = tree.heads[first]
        for c in tree.children[first]:
            self.heads[c] = plural
        self.tags[first], self.heads[first], self.deps[first] = "NN", plural, "compound"
        self.heads[plural], self.deps[plural] = verb, "nsubj"

    def clause_of_a_noun(self, i: int) -> None:
        """Make an object of a clause with nothing of one ("let *monitors* in"), a verb of a noun with parties ("that he *resign*")."""
        tree = self.tree
        inside = {tree.deps[c] for c in tree.children[i]}
        if tree.tags[i] in PLURALS and i > tree.heads[i] and inside.isdisjoint(CLAUSAL):
            self.deps[i] = "dobj"
        elif tree.tags[i] in ("NN", "NNP") and {"mark", "nsubj"} <= inside and "cop" not in inside:
            self.tags[i] = "VB"
        elif tree.tags[i] in ("NN", "NNP") and "mark" in inside and inside.isdisjoint(("cop", "nsubj", "prep")):
            self._wished(i)
        elif tree.tags[i] == "NNS" and {"mark", "dobj"} <= inside and (names := [c for c in tree.kids(i, *LABELS) if c == i - 1]):
            self.tags[i], self.deps[names[0]] = "VBZ", "nsubj"  # "that Pakistan *shelters* them"

    def _wished(self, verb: int) -> None:
        """Part the verb of a clause from the noun before it: "demanded that the prime *minister resign*"."""
        tree = self.tree
        if verb - 1 not in tree.kids(verb, "compound"):
            return
        self.tags[verb], self.deps[verb - 1] = "VB", "nsubj"
        for c in tree.kids(verb, "det", "poss", "amod", "compound", "nummod", "nmod"):
            if c < verb - 1:
                self.heads[c] = verb - 1

    def describe_name(self, verb: int) -> None:
        """Make an adjective of a participle between a preposition that takes people and a name: "a suit against *visiting* President X"."""
        tree, preposition = self.tree, self.tree.heads[verb]
        names = tree.kids(verb, "dobj")
        bare = list(tree.children[verb]) == names
        if len(names) != 1 or not bare or verb != preposition + 1 or tree.lower[preposition] not in TOWARDS:
            return
        name = names[0]
        titled = name - verb >= TITLED and tree.left_edge(name) == verb + 1  # "against visiting North Korea" is what they do
        if not titled or tree.tags[name] not in NAMES or tree.tags[verb + 1] not in (*NAMES, "JJ"):
            return
        self.heads[name], self.deps[name] = preposition, "pobj"
        self.heads[verb], self.deps[verb] = name, "amod"

    def auxiliary(self, i: int) -> None:
        """Set right what is labelled an auxiliary: "'s" for "has", and a verb of its own ("*helped* put out fires")."""
        tree, verb = self.tree, self.tree.heads[i]
        if self.deps[i] == "auxpass":
            if tree.lower[i] in ("'s", "’s"):
                self.have(i)
        elif tree.tags[i] in ("VBD", "VBZ", "VBN", "VBP") and tree.tags[verb] == "VB" and tree.lower[i] not in DOING and verb == i + 1:
            self.heads[i], self.deps[i] = tree.heads[verb] if tree.heads[verb] != verb else i, tree.deps[verb]
            self.heads[verb], self.deps[verb] = i, "xcomp"
            for c in tree.children[verb]:
                if c < i:
                    self.heads[c] = i

    def undergo(self, participle: int) -> None:
        """Make a passive of a participle with a noun that a hyphen joins to it: "students were tear-*gassed*"."""
        tree, copula = self.tree, self.tree.heads[participle]
        joined = participle > 1 and tree.lower[participle - 1] == "-" and tree.tags[participle - 2] == "NN"
        if not joined or not tree.kids(copula, "nsubj") or tree.tags[copula] not in (*TENSED, "VBN", "VB"):
            return
        self.heads[participle] = participle if tree.heads[copula] == copula else tree.heads[copula]
        self.deps[participle] = tree.deps[copula]
        for c in tree.children[copula]:
            if c != participle:
                self.heads[c] = participle
        for subject in tree.kids(copula, "nsubj"):
            self.deps[subject] = "nsubjpass"
        self.heads[copula], self.deps[copula] = participle, "auxpass"

    def count_on(self, participle: int) -> None:
        """Join people counted to those counted before them: "nine dead and more than 40 *wounded*"."""
        tree, number = self.tree, participle - 1
        if number < 1 or tree.tags[number] != "CD":
            return
        before = number - 1
        while before and tree.deps[before] in ("cc", "punct", "amod", "quantmod", "advmod"):
            before -= 1
        if before == number - 1 or tree.tags[before] != "JJ" or not tree.kids(before, "nummod"):
            return
        self.heads[participle], self.deps[participle], self.tags[participle] = before, "conj", "NNS"
        self.heads[number], self.deps[number] = participle, "nummod"

    def have(self, auxiliary: int) -> None:
        """Read "has" into the "'s" before a participle with an object: "He*'s* accused Togo"."""
        tree, verb = self.tree, self.tree.heads[auxiliary]
        if not any(tree.tags[o] in (*NOUNS, "PRP") for o in tree.kids(verb, "dobj")):
            return
        self.deps[auxiliary] = "aux"
        for subject in tree.kids(verb, "nsubjpass"):
            self.deps[subject] = "nsubj"

    def name_one_of_those(self, participle: int) -> None:
        """Let those to whom something is done be who is named: "*ten soldiers* were among those killed", "among those held was *X*"."""
        tree, those = self.tree, self.tree.heads[participle]
        preposition = tree.heads[those]
        verb = tree.heads[preposition]
        if tree.lower[preposition] not in ("among", "amongst") or tree.kids(verb, "dobj"):
            return
        named = [c for c in tree.kids(verb, "nsubj", "attr", "nsubjpass") if tree.tags[c] in NOUNS]
        if named and tree.deps[verb] in ("ROOT", "ccomp", "conj", "relcl"):
            self.heads[participle] = named[0]

    def clause_before(self, verb: int) -> int | None:
        """The verb before ", and" whose clause ends there, where the noun that a past tense hangs on opens another; else None."""
        tree, noun = self.tree, self.tree.heads[verb]
        first = tree.left_edge(noun)
        parted = 1 < first < noun < verb and tree.lower[first - 1] in ("and", "but") and tree.lower[first - 2] == ","
        if not parted or tree.kids(verb, "agent", *SUBJECTS, *AUXILIARIES) or tree.deps[noun] not in ("dobj", "conj", "pobj", "appos"):
            return None
        second = (
            tree.deps[noun] == "dobj" and tree.kids(tree.heads[noun], "dobj")[0] < noun
        )  # what it would be joined to were it no subject
        return next((v for v in tree.up(noun) if tree.tags[v] in TENSED), None) if second or tree.tags[verb] == "VBD" else None

    def join_clause(self, verb: int, over: int) -> None:
        """Make a clause of its own of a noun with a past tense on it: "sent tents, and *the mission called* on both sides"."""
        noun = self.tree.heads[verb]
        self.heads[verb], self.deps[verb], self.heads[noun], self.deps[noun] = over, "conj", verb, "nsubj"
        self.tags[verb] = "VBD"

    def raise_participle(self, verb: int) -> None:
        """Put a past tense over the noun that it was hung on as a participle, where there is no other verb: "A group *hacked* into it."."""
        tree, noun = self.tree, self.tree.heads[verb]
        if not self.verbless(verb) or tree.heads[noun] != noun or noun > verb or tree.tags[noun] not in NOUNS or tree.kids(verb, "agent"):
            return
        self._swap(verb, noun, "nsubj")
        if self.takes(verb):
            self.tags[verb] = "VBD"
        for c in tree.children[noun]:
            if c > verb:
                self.heads[c] = verb

    def takes(self, verb: int) -> bool:
        """Whether a participle has an object after a phrase, as only a past tense has: "The envoys *held* on Monday in Oslo talks"."""
        phrases = [p for p in self.tree.kids(verb, "prep") if p == verb + 1]
        return bool(phrases) and any(self.tree.noun(o) and o > phrases[0] for o in self.tree.kids(verb, "dobj"))

    def raise_deep(self, noun: int) -> None:
        """Put a past tense over its subject and its object, where the parser saw no verb: "The heads of X *held* in Y talks"."""
        tree, subject = self.tree, self.tree.kids(noun, "nsubj")[0]
        verbs = [v for v in tree.subtree(subject) if subject < v < noun and tree.deps[v] == "acl" and tree.tags[v] == "VBN"]
        if len(verbs) != 1 or not self.verbless(verbs[0]) or tree.kids(verbs[0], "agent", "dobj") or tree.lower[verbs[0] + 1] == "by":
            return
        verb = verbs[0]
        self.heads[verb], self.deps[verb], self.tags[verb] = verb, "ROOT", "VBD"
        self.heads[subject] = self.heads[noun] = verb
        self.deps[noun] = "dobj"
        for c in tree.children[noun]:
            if tree.deps[c] in LOOSE[:-1]:
                self.heads[c] = verb

    def raise_past(self, noun: int) -> None:
        """Put a past tense over the noun that it was hung on in what somebody says: "The raid *ended* at noon, he said"."""
        tree = self.tree
        verbs = [c for c in tree.subtree(noun) if tree.deps[c] == "acl" and tree.tags[c] == "VBD" and not tree.kids(c, "agent", *SUBJECTS)]
        if self.deps[noun] != "ccomp" or noun > tree.heads[noun] or len(verbs) != 1 or tree.kids(noun, "cop", "nsubj", "relcl"):
            return
        verb = verbs[0]
        self.heads[verb], self.deps[verb], self.heads[noun], self.deps[noun] = tree.heads[noun], "ccomp", verb, "nsubj"
        for c in tree.children[noun]:
            if c > verb:
                self.heads[c] = verb

    def raise_adjective(self, verb: int) -> None:
        """Put a past tense over the noun that it was hung on as an adjective: "North Korea test-*fired* two missiles".

        Before it there must stand who does it, and the noun must be the root.
        """
        tree, noun = self.tree, self.tree.heads[verb]
        if tree.heads[noun] != noun or noun < verb:
            return
        own = [c for c in tree.kids(verb, "npadvmod") if c == verb - 1 and tree.tags[c] in NAMES]
        first = verb if own else tree.left_edge(verb)
        before = [c for c in tree.kids(noun, *LABELS) if c < first] + own
        named = bool(before) and tree.tags[before[-1]] in NAMES and (own or tree.tags[verb] == "VBD")
        named = named or (bool(before) and tree.deps[before[-1]] == "nmod" and tree.tags[before[-1]] == "NNS")  # "Police tear-gassed men"
        if not (named and tree.tags[verb] == "VBD") and not (self.verbless(verb) and before and (named or tree.tags[verb] == "VBD")):
            return
        self._swap(verb, noun, "dobj")
        self.tags[verb] = "VBD"
        self.heads[before[-1]], self.deps[before[-1]] = verb, "nsubj"
        for c in tree.children[noun]:
            if c in before[:-1] or (c < before[-1] and tree.deps[c] in ("det", "poss")):
                self.heads[c] = before[-1]
            elif (c < first and c not in before) or (c > noun and tree.deps[c] in LOOSE):
                self.heads[c] = verb

    def raise_own(self, verb: int) -> bool:
        """Put a past tense that has its own subject over the noun that it was hung on: "a Chadian *opened* fire"; whether it has one."""
        tree, noun = self.tree, self.tree.heads[verb]
        subjects = [s for s in tree.kids(verb, "nsubj") if tree.kids(s, "det")]
        if noun != verb + 1 or not subjects or tree.deps[noun] not in ("ROOT", "dobj"):
            return False
        self._swap(verb, noun, "dobj")
        self.tags[verb] = "VBD"
        if tree.deps[noun] == "dobj":  # "said a Chadian opened fire"
            self.heads[verb], self.deps[verb] = tree.heads[noun], "ccomp"
        for c in tree.children[noun]:
            if c > noun and tree.deps[c] in LOOSE:
                self.heads[c] = verb
        return True

    def raise_between(self, verb: int) -> None:
        """Put a past tense over the two nouns that it stands between: "*Jets* of the bloc *bombed* towns", which has no other verb."""
        tree, noun = self.tree, self.tree.heads[verb]
        prep = tree.heads[noun] if tree.deps[noun] == "pobj" else None
        root = tree.heads[noun] if prep is None else tree.heads[prep]
        if not (root < verb < noun and tree.heads[root] == root and tree.tags[root] in PLURALS and self.verbless(verb)):
            return
        if tree.deps[noun] not in ("pobj", "appos") or tree.kids(verb, "agent", "dobj"):
            return
        if prep is not None and not self._give_back(verb, noun, prep):
            return
        self.heads[verb], self.deps[verb], self.tags[verb] = verb, "ROOT", "VBD"
        self.heads[root], self.deps[root], self.heads[noun], self.deps[noun] = verb, "nsubj", verb, "dobj"
        for c in (*tree.children[root], *tree.children[noun]):
            if c > noun or (c < root and tree.deps[c] in LOOSE):
                self.heads[c] = verb

    def _give_back(self, verb: int, noun: int, prep: int) -> bool:
        """Hang on a preposition what stands between it and a verb, which was hung on the noun behind; whether anything does."""
        tree = self.tree
        before = [c for c in tree.kids(noun, *LABELS) if c < verb] or tree.kids(verb, "npadvmod", "nmod", "compound")
        if not before:
            return False
        last = before[-1]
        for c in (*tree.children[noun], *tree.children[verb]):
            if c < verb and c != last:
                self.heads[c] = last
        self.heads[last], self.deps[last] = prep, "pobj"
        return True

    def raise_plural(self, root: int) -> None:
        """Make a verb of a plural after a name, where there is no other: "Togo *mediates* between them."."""
        tree = self.tree
        names = [c for c in tree.kids(root, "compound", "amod", "nmod") if c == root - 1 and tree.words[c][0].isupper()]
        parted = tree.lower[root + 1 : root + 2] in ([], [","])  # no verb stands there: "Dutch peacekeepers, ten of whom were"
        if not names or parted or not self.verbless(root) or tree.kids(root, "det", "poss", "nummod"):
            return
        self.tags[root], self.deps[names[0]] = "VBZ", "nsubj"
        for c in tree.kids(root, "advmod", "npadvmod", "appos"):
            if c == root + 1 and tree.noun(c):
                self.deps[c] = "dobj"
        for c in tree.kids(root, *LABELS):
            if c < names[0]:
                self.heads[c] = names[0]

    def _swap(self, verb: int, noun: int, dep: str) -> None:
        """Make a verb the root, and the noun over it something of its own."""
        self.heads[verb], self.deps[verb], self.heads[noun], self.deps[noun] = verb, "ROOT", verb, dep
