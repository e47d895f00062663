"""Words that the small model hangs too deep, put where their form says that they belong."""

from dataclasses import dataclass

from sayso.extract.parse.tree import Tree, changed, remade
from sayso.lexicon import Lexicon

FINITE = ("VBD", "VBZ")
SUBJECTS = ("nsubj", "nsubjpass", "aux", "auxpass")
RELATIVES = ("which", "who", "that")
SPEAKERS = ("nsubj", "nsubjpass", "dobj")  # what the model makes of those behind "said"
NEAR = 2  # words from a participle to its agent, with a particle between them
WORDS = (1, 3)  # PLOVER's classes of acts that are words
PLEAS = ("on", "upon", "for")  # before what is pleaded for, or with whom
BETWEEN = ("to", "by", "from")  # before a name that stands between an act and what it is about
NAMES = ("NNP", "NNPS")
BARE = ("VB", "VBG")  # forms that share no auxiliary, "to" or preposition with a finite verb


@dataclass(frozen=True, slots=True)
class Attachment:
    """Hangs words that are attached too deep where they belong.

    `charging` are verbs over a person "of" a deed, `claims` nouns over what is told, `denying` verbs over
    what is denied and `speech` those that go on from there ("denied that it had fired and *accused* Chad"), `telling` of these what accuses
    nobody; `clausal` are all that take a clause. `roles` are nouns for people and bodies, `bodies` those for bodies alone,
    `attributive` participles that stand before them ("*striking* doctors"). `wordy` are verbs of acts in words, `pleading` those with
    "on" or "for"; those of `parting` take people from somewhere. `deeds` are nouns for
    acts, which are nobody, `sharing` those for what somebody has in one; `days` are those of a week.
    """

    charging: frozenset[str]
    claims: frozenset[str]
    denying: frozenset[str]
    speech: frozenset[str]
    telling: frozenset[str]
    clausal: frozenset[str]
    swelling: frozenset[str]
    unchanged: frozenset[str]
    roles: frozenset[str]
    bodies: frozenset[str]
    attributive: frozenset[str]
    wordy: frozenset[str]
    pleading: frozenset[str]
    parting: frozenset[str]
    deeds: frozenset[str]
    sharing: frozenset[str]
    days: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Attachment":
        """Take the verbs from a lexicon."""
        charging = lexicon.verb_cue("speech", "accusing")
        denying, verbs = lexicon.verb_cue("speech", "denying"), lexicon.verb_cue("speech", "verbs")
        speech = verbs | charging | lexicon.verb_cue("speech", "naming")
        return cls(
            charging,
            lexicon.noun_cue("speech", "claims"),
            denying,
            speech,
            speech - charging,
            speech | denying | lexicon.verb_cue("speech", "clausal"),
            lexicon.cue("grammar", "swelling"),
            lexicon.cue("grammar", "unchanged"),
            frozenset(lexicon.roles),
            frozenset(noun for noun, roles in lexicon.roles.items() if any(role.kind == "body" for role in roles)),
            lexicon.cue("grammar", "attributive"),
            frozenset(form for form, triggers in lexicon.verbs.items() if any(t.pattern.quad in WORDS for t in triggers)),
            lexicon.verb_cue("speech", "pleading"),
            lexicon.verb_cue("grammar", "parting"),
            frozenset(lexicon.nouns) - frozenset(lexicon.roles),
            lexicon.noun_cue("light", "sharing"),
            lexicon.cue("time", "weekdays"),
        )

    def rehung(self, tree: Tree) -> Tree:
        """The tree with what hangs too deep in it hung where it belongs; the tree itself where nothing does.

        "Urged both sides to wait and *supported* the envoy", "rejected the charge that it was arming rebels and *accused* Chad".
        """
        tree = self._spoken(
            self._swollen(self._parted(_rooted(self._interrupted(self._described(self._outside(_restricted(self._lively(tree))))))))
        )
        tree = self._about(_purposed(tree))
        found = [(i, self._joined(tree, i)) for i, dep in enumerate(tree.deps) if dep == "conj"]
        found += [(i, self._charge(tree, i)) for i, word in enumerate(tree.lower) if word == "of"]
        found += [(i, self._charged(tree, i) or self._judged(tree, i)) for i, word in enumerate(tree.lower) if word == "by"]
        found += [(i, self._origin(tree, i)) for i, word in enumerate(tree.lower) if word == "from"]
        found += [(i, self._share(tree, i)) for i, word in enumerate(tree.lower) if word == "in"]
        found += [(i, self._day(tree, i)) for i, word in enumerate(tree.lower) if word == "on"]
        heads = {i: top for i, top in found if top is not None}
        bare = {i for i, dep in enumerate(tree.deps) if dep == "conj" and self._unchanged(tree, i, heads.get(i, tree.heads[i]))}
        if not heads and not bare:
            return tree
        spoken = {i for i in heads if tree.deps[i] == "conj" and self._speaks_on(tree, i)}
        tags = ["VB" if i in bare else "VBD" if i in spoken else tag for i, tag in enumerate(tree.tags)]
        return remade(tree, tags, [heads.get(i, h) for i, h in enumerate(tree.heads)], tree.deps)

    def _outside(self, tree: Tree) -> Tree:
        """The tree with a place behind "outside" where it has something of outside: "rallied *outside* parliament"."""
        for i in (i for i, word in enumerate(tree.lower) if word == "outside" and tree.deps[i] == "amod"):
            body = tree.heads[i]
            verb = tree.heads[body]
            if verb == i - 1 and tree.tags[body] == "NN" and tree.deps[body] == "dobj" and tree.lower[body] in self.bodies:
                return changed(tree, {i: (verb, "prep"), body: (i, "pobj")}, {i: "IN"})
        return tree

    def _unchanged(self, tree: Tree, v: int, head: int) -> bool:
        """Whether what looks like a past is an infinitive, for it is joined to one: "would recall him and *cut* ties"."""
        modal = any(tree.tags[a] == "MD" for a in tree.kids(head, "aux"))
        return tree.lower[v] in self.unchanged and tree.tags[v] == "VBD" and tree.tags[head] == "VB" and modal and not tree.kids(v, "nsubj")

    def _interrupted(self, tree: Tree) -> Tree:
        """The tree with the subject of "*Gunmen*, said the governor, shot nine" on its own verb, where it has it on "said"."""
        for said in (t + 1 for t, word in enumerate(tree.lower[:-1]) if t and word == "," and tree.lower[t + 1] in self.telling):
            subjects = [s for s in tree.kids(said, "nsubj") if s < said and "," not in tree.lower[s : said - 1]]
            verbs = [v for v in tree.kids(said, "ccomp", "advcl", "conj", "dep") if v > said and (_finite(tree, v) or _tensed(tree, v))]
            near = [s for h in (said, *verbs) for s in tree.kids(h, *SPEAKERS) if s > said and tree.left_edge(s) == said + 1]
            ends = [max(tree.subtree(s)) + 1 for s in near]
            own = [s for v in verbs for s in tree.kids(v, "nsubj", "nsubjpass", "mark", "expl") if s not in near]
            if len(subjects) != 1 or len(near) != 1 or len(verbs) != 1 or own or "," not in tree.lower[ends[0] - 1 : ends[0] + 1]:
                continue
            subject = "nsubjpass" if tree.kids(verbs[0], "auxpass") else "nsubj"
            told = {verbs[0]: (tree.heads[verbs[0]], "ccomp"), near[0]: (said, "nsubj")}
            return changed(tree, {**told, subjects[0]: (verbs[0], subject)})
        return tree

    def _spoken(self, tree: Tree) -> Tree:
        """The tree in which an order before a verb of speech is what is said, and no aside: "*Stop* the war, the pope said"."""
        orders = [i for i, dep in enumerate(tree.deps) if dep == "advcl" and i < tree.heads[i] and self._order(tree, i)]
        return changed(tree, {i: (tree.heads[i], "ccomp") for i in orders}) if orders else tree

    def _order(self, tree: Tree, i: int) -> bool:
        return tree.tags[i] == "VB" and not tree.kids(i, *SUBJECTS, "mark") and tree.lower[tree.heads[i]] in self.speech

    def _parted(self, tree: Tree) -> Tree:
        """The tree with two clauses side by side where it has one in the other: "Chad bombed [Wau and Togo fired]".

        Only under a verb that takes no clause.
        """
        for clause, dep in enumerate(tree.deps):
            verb = tree.heads[clause]
            if dep != "ccomp" or tree.tags[clause] not in (*FINITE, "VBP") or tree.lower[verb] in self.clausal or not _finite(tree, verb):
                continue
            if parties := _side_by_side(tree, verb, clause):
                return _two_clauses(tree, verb, clause, *parties)
        return tree

    def _swollen(self, tree: Tree) -> Tree:
        """The tree with what stands before a noun for a gerund that the parser puts over it.

        "Gave in to *growing* pressure on Monday", "in *Sagaing* region".
        """
        for i, dep in enumerate(tree.deps):
            nouns = tree.kids(i, "dobj") if dep == "pcomp" and tree.heads[i] == i - 1 else []
            name = tree.words[i][0].isupper()
            if len(nouns) != 1 or not (tree.lower[i] in self.swelling or (name and tree.tags[nouns[0]] == "NN" and nouns[0] == i + 1)):
                continue
            rest = {c: (tree.heads[i - 1], tree.deps[c]) for c in tree.children[i]}
            turned = {nouns[0]: (i - 1, "pobj"), i: (nouns[0], "compound" if name else "amod")}
            tree = changed(tree, rest | turned, {i: "NNP" if name else "JJ"})
        return tree

    def _share(self, tree: Tree, prep: int) -> int | None:
        """The noun for a share that is denied, for what it is in: "denied any *role in* the raid"."""
        noun, verb = prep - 1, tree.heads[prep]
        shared = tree.lower[noun] in self.sharing and tree.deps[noun] == "dobj" and tree.heads[noun] == verb
        return noun if prep and shared and tree.lower[verb] in self.denying else None

    def _joined(self, tree: Tree, v: int) -> int | None:
        """The verb to which a finite one is joined by its tense, or past a claim or a denial: "told of reports that ..., and *left*"."""
        if tree.tags[v] not in (*FINITE, "VBN") or tree.kids(v, "aux", "auxpass"):
            return None
        head = tree.heads[v]
        if tree.lower[v] in self.unchanged and not tree.kids(v, "nsubj"):
            return next((c for c in tree.kids(head, "ccomp") if c < v and any(tree.tags[a] == "MD" for a in tree.kids(c, "aux"))), None)
        if tree.tags[head] in BARE and tree.tags[v] in FINITE:
            return next((a for a in tree.up(head) if tree.tags[a] == tree.tags[v] and a < v), None)
        over = tree.heads[head]
        if tree.deps[head] in ("ccomp", "xcomp", "pcomp") and tree.lower[over] in self.denying and tree.lower[v] in self.speech:
            return over
        if self._leaves_speech(tree, v, head) or self._speaks_on(tree, v) or self._says_on(tree, v):
            return over
        commas = (c for c in tree.kids(head, "cc") if c < v and tree.lower[c - 1] == ",")
        if tree.deps[head] not in ("acl", "relcl", "ccomp") or tree.lower[tree.heads[head]] not in self.claims:
            return None
        if not any(commas) and not self._answers(tree, v, head):
            return None
        above = next((h for h in tree.up(tree.heads[head]) if tree.verb(h)), None)
        return above if above is not None and tree.tags[above] == "VBD" and not tree.kids(v, "nsubj") else None

    def _leaves_speech(self, tree: Tree, v: int, head: int) -> bool:
        """Whether a verb goes on beside what is said to have happened or to be ahead.

        "Said that ten *had* been shot, and *the bishop condemned* it", "it is unclear whether he *will* go, and *Chad urged* him not to".
        """
        over = tree.heads[head]
        open_yet = tree.kids(over, "acomp") and any(tree.lower[m] == "whether" for m in tree.kids(head, "mark"))
        said = tree.deps[head] == "ccomp" and (bool(open_yet) or (tree.lower[over] in self.clausal and tree.tags[over] == "VBD"))
        had = any(tree.lower[a] == "had" or tree.tags[a] == "MD" for a in tree.kids(head, "aux"))
        comma = any(tree.lower[c - 1] == "," for c in tree.kids(head, "cc") if c < v)
        return said and had and comma and tree.tags[v] == "VBD" and bool(tree.kids(v, "nsubj"))

    def _says_on(self, tree: Tree, v: int) -> bool:
        """Whether a verb of speech goes on beside what a thing does: "admitted that a bomb had missed but *said* that nobody was hurt"."""
        head = tree.heads[v]
        things = [s for s in tree.kids(head, "nsubj", "nsubjpass") if tree.tags[s] == "NN" and tree.lower[s] not in self.roles]
        said = tree.deps[head] == "ccomp" and tree.lower[tree.heads[head]] in self.telling and tree.tags[tree.heads[head]] == tree.tags[v]
        return said and bool(things) and tree.lower[v] in self.telling and bool(tree.kids(v, "ccomp")) and not tree.kids(v, "nsubj")

    def _answers(self, tree: Tree, v: int, head: int) -> bool:
        """Whether who answers a claim speaks on: "rejected the charge that he *had* fired and *demanded* a pardon"."""
        had = any(tree.lower[a] == "had" for a in tree.kids(head, "aux"))
        return had and tree.lower[v] in self.wordy and tree.tags[v] == "VBD"

    def _speaks_on(self, tree: Tree, v: int) -> bool:
        """Whether a verb of words goes on beside what is said to be done to others: "said that ten were shot and *accused* the army"."""
        head = tree.heads[v]
        over = tree.heads[head]
        passive = tree.deps[head] == "ccomp" and tree.kids(head, "auxpass") and tree.kids(head, "nsubjpass")
        if not passive or tree.lower[over] not in self.telling or not tree.kids(over, "nsubj") or tree.lower[v] not in self.wordy:
            return False
        plea = any(tree.lower[p] in PLEAS and tree.kids(p, "pobj") for p in tree.kids(v, "prep"))
        active = bool(tree.kids(v, "dobj", "ccomp")) or (plea and tree.lower[v] in self.pleading)
        return active and v > head > over and tree.tags[over] in FINITE and not tree.kids(v, "nsubj", "nsubjpass")

    def _lively(self, tree: Tree) -> Tree:
        """The tree with clauses after "who" on somebody, and not on what he did: "relations with Chad, *who backs* them"."""
        for who in (i for i, word in enumerate(tree.lower) if word == "who" and i > 0 and tree.deps[i] == "nsubj"):
            clause, before = tree.heads[who], who - 1 - (tree.lower[who - 1] == ",")
            named = tree.tags[before] == "NNP" and tree.deps[before] == "pobj"
            if tree.deps[clause] == "relcl" and named and tree.lower[tree.heads[clause]] in self.deeds:
                tree = changed(tree, {clause: (before, "relcl")})
        return tree

    def _about(self, tree: Tree) -> Tree:
        """The tree with what an act is about on the act, and not on a name between: "the delivery to India *of* tanks"."""
        for of in (i for i, word in enumerate(tree.lower) if word == "of" and i > 2 and tree.deps[i] == "prep"):
            name = tree.heads[of]
            prep, common = tree.heads[name], all(tree.tags[p] in ("NN", "NNS") for p in tree.kids(of, "pobj"))
            between = name == of - 1 and tree.tags[name] == "NNP" and not tree.children[name][:-1] and tree.lower[prep] in BETWEEN
            if between and common and prep + 1 == name and tree.lower[act := tree.heads[prep]] in self.deeds and act == prep - 1:
                tree = changed(tree, {of: (act, "prep")})
        return tree

    def _charge(self, tree: Tree, i: int) -> int | None:
        """The verb of "accused officers in plain clothes *of* beating her", whose "of" the model hangs on the clothes or the officers."""
        noun = tree.heads[i]
        again = tree.deps[i] == "conj" and tree.deps[noun] == "prep"  # "of preparing *for war and of* arming"
        if not again and (tree.deps[i] != "prep" or tree.deps[noun] not in ("pobj", "dobj")):
            return None
        if not tree.kids(i, "pcomp") and not any(tree.lower[tree.left_edge(p)].endswith("ing") for p in tree.kids(i, "pobj")):
            return None
        verb = next((h for h in tree.up(noun) if tree.verb(h)), None)
        return verb if verb is not None and tree.lower[verb] in self.charging and tree.kids(verb, "dobj", "nsubjpass") else None

    def _charged(self, tree: Tree, i: int) -> int | None:
        """The verb of "accused of spying *by* Chad", whose agent the model hangs on the deed."""
        deed = tree.heads[i]
        if tree.tags[deed] != "VBG" or tree.lower[tree.heads[deed]] != "of" or tree.kids(deed, "dobj"):
            return None
        verb = tree.heads[tree.heads[deed]]
        return verb if tree.lower[verb] in self.charging and not tree.kids(verb, "dobj", "nsubj") else None

    def _judged(self, tree: Tree, i: int) -> int | None:
        """The verb of "was jailed for spying *by* a court", likewise."""
        deed = tree.heads[i]
        reason = tree.heads[deed]
        if tree.deps[deed] != "pcomp" or tree.lower[reason] not in ("of", "for") or tree.kids(deed, "dobj"):
            return None
        verb = tree.heads[reason]
        judges = any(tree.lower[p] in self.roles for p in tree.kids(i, "pobj"))
        return verb if judges and tree.kids(verb, "auxpass") and not tree.kids(verb, "agent") else None

    def _origin(self, tree: Tree, i: int) -> int | None:
        """Those whose home a "from" tells that the model hangs on what is done to them: "killed three workers *from Nepal*".

        Verbs of parting take people from where they are: "evacuated workers *from Sudan*".
        """
        verb, noun, homes = tree.heads[i], i - 1, tree.kids(i, "pobj")
        befalls = tree.deps[i] == "prep" and noun in tree.kids(verb, "dobj", "nsubjpass") and tree.lower[verb] not in self.parting
        if not befalls or tree.lower[noun] not in self.roles - self.bodies or tree.kids(noun, "poss"):
            return None
        told = any(tree.lower[d] not in ("a", "an") for d in tree.kids(noun, "det"))
        return noun if not told and homes and all(tree.tags[h] in NAMES for h in homes) else None

    def _day(self, tree: Tree, i: int) -> int | None:
        """The verb of "stormed the house of the envoy *on Monday*", whose day the model hangs on him: people and names have none."""
        noun = tree.heads[i]
        named = tree.tags[noun] in NAMES or tree.lower[noun] in self.roles
        if tree.deps[i] != "prep" or not named or not any(tree.lower[d] in self.days for d in tree.kids(i, "pobj")):
            return None
        return next((h for h in tree.up(noun) if tree.verb(h)), None) if tree.deps[noun] != "ROOT" else None

    def _described(self, tree: Tree) -> Tree:
        """The tree with a subject for "*Striking doctors* rejected the offer", of which the model makes a clause."""
        verb, someone = tree.heads[0], tree.kids(0, "dobj")
        if tree.deps[0] != "csubj" or tree.lower[0] not in self.attributive or someone != [1]:
            return tree
        rest = {c: (1, tree.deps[c]) for c in tree.children[0]}
        subject = "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj"
        return changed(tree, {**rest, 0: (1, "amod"), 1: (verb, subject)})


def _purposed(tree: Tree) -> Tree:
    """The tree with an infinitive on the gerund before it, which the model takes for a noun: "accused Chad of *planning* to arm them"."""
    for to in (i for i in range(1, len(tree)) if tree.tags[i] == "TO" and tree.deps[i] == "aux"):
        gerund, verb = to - 1, tree.heads[to]
        common = tree.tags[gerund] in ("NN", "VBG") and tree.lower[gerund].endswith("ing")
        bare = tree.deps[gerund] == "pobj" and common and not tree.children[gerund]
        if bare and tree.deps[verb] in ("advcl", "xcomp") and tree.heads[verb] != gerund:
            tree = changed(tree, {gerund: (tree.heads[gerund], "pcomp"), verb: (gerund, "xcomp")}, {gerund: "VBG"})
    return tree


def _restricted(tree: Tree) -> Tree:
    """The tree with clauses after "that" on what is in a place, as no name bears them: "landslides in Laos *that cut off* towns"."""
    for clause in (c for c, dep in enumerate(tree.deps) if dep == "relcl" and tree.lower[tree.left_edge(c)] == "that"):
        name = tree.heads[clause]
        prep = tree.heads[name]
        noun = tree.heads[prep] if tree.noun(tree.heads[prep]) else prep - 1
        bare = tree.tags[name] == "NNP" and tree.deps[name] == "pobj" and not tree.kids(name, "det")
        plural = {"VBZ": False, "VBP": True}.get(tree.tags[clause], tree.tags[noun] == "NNS")
        if bare and noun >= 0 and tree.tags[noun] in ("NN", "NNS") and plural == (tree.tags[noun] == "NNS"):
            return changed(tree, {clause: (noun, "relcl")})
    return tree


def _finite(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] in FINITE or (tree.tags[verb] == "VBN" and not tree.kids(verb, "aux", "auxpass"))


def _tensed(tree: Tree, verb: int) -> bool:
    """Whether an auxiliary makes a verb finite."""
    return any(tree.tags[a] in (*FINITE, "VBP", "MD") for a in tree.kids(verb, "aux", "auxpass"))


def _side_by_side(tree: Tree, verb: int, clause: int) -> tuple[int, int] | None:
    """The two joined subjects of a clause that stand right after the verb over it and right before its own; None if it is not so."""
    subjects = [s for s in tree.kids(clause, "nsubj") if tree.left_edge(s) == verb + 1]
    if len(subjects) != 1 or tree.kids(verb, "dobj") or tree.kids(clause, "mark"):
        return None
    others = tree.kids(subjects[0], "conj")
    between = range(max(tree.subtree(subjects[0])) + 1, clause)
    if len(others) != 1 or not tree.kids(subjects[0], "cc") or any(tree.heads[t] != clause for t in between):
        return None
    return subjects[0], others[0]


def _two_clauses(tree: Tree, verb: int, clause: int, first: int, second: int) -> Tree:
    joining = dict.fromkeys(tree.kids(first, "cc"), (verb, "cc"))
    return changed(tree, {**joining, first: (verb, "dobj"), second: (clause, "nsubj"), clause: (tree.heads[clause], "conj")})


def _rooted(tree: Tree) -> Tree:
    """The tree under its finite verb, where another word is its root."""
    root = next(i for i, head in enumerate(tree.heads) if head == i)
    noun, verb = _reduced(tree, root) if tree.tags[root] in ("VBD", "VBN") else _resumed(tree, root)
    if noun is None or verb is None:
        return tree
    heads, deps, tags = list(tree.heads), list(tree.deps), list(tree.tags)
    passive = tree.kids(verb, "auxpass")
    heads[verb], deps[verb], tags[verb] = verb, "ROOT", "VBN" if passive else "VBD"
    heads[noun], deps[noun] = verb, "nsubjpass" if passive else "nsubj"
    if root != noun:
        heads[root], deps[root], tags[root] = noun, "acl", "VBN"
    for c in tree.children[root]:
        if deps[c] == "punct" and c > verb:
            heads[c] = verb
    return remade(tree, tags, heads, deps)


def _reduced(tree: Tree, root: int) -> tuple[int | None, int | None]:
    """Subject and verb of "Soldiers held by gunmen *were freed*", of which the small model makes what somebody held."""
    subjects, clauses = tree.kids(root, "nsubj"), [c for c in tree.kids(root, "ccomp", "advcl", "conj") if c > root]
    if len(subjects) != 1 or len(clauses) != 1 or tree.kids(root, "aux", "auxpass"):
        return None, None
    verb = clauses[0]
    own = tree.kids(verb, "nsubj", "nsubjpass", "expl", "mark", "csubj")
    finite = tree.tags[verb] in FINITE or _tensed(tree, verb)
    agent = any(tree.lower[c] == "by" and c - root <= NEAR for c in tree.kids(root, "prep", "agent"))
    beside = any(root < c < verb for c in tree.kids(root, "cc", "punct"))
    return (subjects[0], verb) if finite and agent and not (own or beside) else (None, None)


def _resumed(tree: Tree, root: int) -> tuple[int | None, int | None]:
    """Subject and verb of "Chad, which sent guns, *called* on Togo", of which the small model makes one long noun."""
    clauses = [c for c in tree.kids(root, "relcl") if tree.lower[c - 1] in RELATIVES or tree.kids(c, "nsubj", "nsubjpass")]
    if not tree.noun(root) or not clauses or root + 1 >= len(tree) or tree.lower[root + 1] != ",":
        return None, None
    after = (v for v in range(clauses[0] + 1, len(tree)) if tree.lower[_opening(tree, v) - 1] == "," and tree.tags[v] in ("VBD", "VBN"))
    verb = next((v for v in after if tree.within(v, root) and not tree.kids(v, *SUBJECTS, "agent")), None)
    return (root, verb) if verb is not None else (None, None)


def _opening(tree: Tree, verb: int) -> int:
    """The first of the adverbs right before a verb, or the verb: ", *formally* called on"."""
    while tree.tags[verb - 1] == "RB" and tree.heads[verb - 1] == verb:
        verb -= 1
    return verb
