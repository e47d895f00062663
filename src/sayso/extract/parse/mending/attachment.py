"""Words that the small model hangs too deep, put where their form says that they belong."""

from dataclasses import dataclass

from sayso.extract.parse.mending.clauses import purposed, restricted
from sayso.extract.parse.mending.roots import relieved, rooted
from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import FINITE, INFLECTED, NAMES, NOUNS, PRESENT, RELATIVE, SUBJECTS, Tree, changed
from sayso.lexicon import Lexicon
from sayso.model.quad import SPOKEN

SPEAKERS = ("nsubj", "nsubjpass", "dobj")  # what the model makes of those behind "said"
PLEAS = ("on", "upon", "for")  # before what is pleaded for, or with whom
BETWEEN = ("to", "by", "from")  # before a name that stands between an act and what it is about
WHERE = ("in", "at", "near", "from", "outside")  # before where people are, or are from
BARE = ("VB", "VBG")  # forms that share no auxiliary, "to" or preposition with a finite verb


@dataclass(frozen=True, slots=True)
class Attachment:
    """Hangs words that are attached too deep where they belong.

    `charging` are verbs over a person "of" a deed, `claims` nouns over what is told, `told` these and those over what is feared or hoped,
    `denying` verbs over what is denied and `speech` those that go on from there ("denied that it had fired and *accused* Chad"),
    `telling` of these what accuses nobody; `clausal` are all that take a clause. `roles` are nouns for people and bodies, `bodies`
    those for bodies alone, `attributive` participles that stand before them ("*striking* doctors"). `wordy` are verbs of acts in words,
    `pleading` those with "on" or "for"; those of `parting` take people from somewhere. `deeds` are nouns for
    acts, which are nobody; `appearing` is what fears do, `sharing` those for what somebody has in one; `days` are those of a week,
    `envoys` those sent to another country.
    """

    charging: frozenset[str]
    claims: frozenset[str]
    told: frozenset[str]
    denying: frozenset[str]
    speech: frozenset[str]
    telling: frozenset[str]
    clausal: frozenset[str]
    swelling: frozenset[str]
    appearing: frozenset[str]
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
    envoys: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Attachment":
        """Take the verbs from a lexicon."""
        charging = lexicon.verb_cue("speech", "accusing")
        denying, verbs = lexicon.verb_cue("speech", "denying"), lexicon.verb_cue("speech", "verbs")
        speech = verbs | charging | lexicon.verb_cue("speech", "naming")
        return cls(
            charging=charging,
            claims=lexicon.noun_cue("speech", "claims"),
            told=lexicon.noun_cue("speech", "claims") | lexicon.noun_cue("status", "possible_modifiers"),
            denying=denying,
            speech=speech,
            telling=speech - charging,
            clausal=speech | denying | lexicon.verb_cue("speech", "clausal"),
            swelling=lexicon.cue("grammar", "swelling"),
            appearing=lexicon.verb_cue("grammar", "appearing"),
            unchanged=lexicon.cue("grammar", "unchanged"),
            roles=frozenset(lexicon.roles),
            bodies=lexicon.role_nouns("body"),
            attributive=lexicon.cue("grammar", "attributive"),
            wordy=lexicon.verbs_for(SPOKEN),
            pleading=lexicon.verb_cue("speech", "pleading"),
            parting=lexicon.verb_cue("grammar", "parting"),
            deeds=frozenset(lexicon.nouns) - frozenset(lexicon.roles),
            sharing=lexicon.noun_cue("light", "sharing"),
            days=lexicon.cue("time", "weekdays"),
            envoys=lexicon.noun_cue("reference", "envoys"),
        )

    def rules(self) -> tuple[Rule, ...]:
        """What hangs such words where they belong."""
        return (
            Rule(self._lively, ("nsubj",), words=("who",)),
            Rule(self._someone, ("nsubj", "nsubjpass", "dobj"), words=("who", "whom")),
            Rule(self._loose, ("nsubj", "nsubjpass"), words=("who",)),
            Rule(restricted, ("relcl",)),
            Rule(self._outside, ("amod",), words=("outside",)),
            Rule(self._described, ("csubj",), words=self.attributive, opening=True),
            Rule(self._interrupted, words=self.telling),
            Rule(relieved, tags=RELATIVE, words=("which", "whom", "that")),
            Rule(rooted, ("ROOT",), ("VBD", "VBN", *NOUNS)),
            Rule(self._parted, ("ccomp",), FINITE),
            Rule(self._swollen, ("pcomp",)),
            Rule(self._order, ("advcl",), ("VB",)),
            Rule(purposed, ("aux",), ("TO",)),
            Rule(self._about, ("prep",), words=("of",)),
            Rule(self._appeared, ("prep",), words=("of",)),
            Rule(self._joined, ("conj",), (*INFLECTED, "VBN")),
            Rule(self._charge, ("prep", "conj"), words=("of",)),
            Rule(self._judged, words=("by",)),
            Rule(self._origin, ("prep",), words=("from",)),
            Rule(self._share, words=("in",)),
            Rule(self._day, ("prep",), words=("on",)),
            Rule(self._unchanged, ("conj",), ("VBD",), self.unchanged),
            Rule(self._accredited, ("prep",), words=("to",)),
        )

    def _accredited(self, tree: Tree, i: int) -> Tree | None:
        """The tree with the country of an envoy on him, where he himself stands in a phrase: "held by the envoy *to Chad*"."""
        envoy = i - 1
        apart = tree.lower[envoy] in self.envoys and tree.deps[envoy] == "pobj" and tree.heads[i] != envoy
        return changed(tree, {i: (envoy, "prep")}) if apart else None

    def _outside(self, tree: Tree, i: int) -> Tree | None:
        """The tree with a place behind "outside" where it has something of outside: "rallied *outside* parliament"."""
        body = tree.heads[i]
        verb = tree.heads[body]
        if verb != i - 1 or tree.tags[body] != "NN" or tree.deps[body] != "dobj" or tree.lower[body] not in self.bodies:
            return None
        return changed(tree, {i: (verb, "prep"), body: (i, "pobj")}, {i: "IN"})

    def _unchanged(self, tree: Tree, v: int) -> Tree | None:
        """The tree with an infinitive for what looks like a past but is joined to one: "would recall him and *cut* ties"."""
        head = tree.heads[v]
        modal = tree.tags[head] == "VB" and any(tree.tags[a] == "MD" for a in tree.kids(head, "aux"))
        return changed(tree, {}, {v: "VB"}) if modal and not tree.kids(v, "nsubj") else None

    def _interrupted(self, tree: Tree, said: int) -> Tree | None:
        """The tree with the subject of "*Gunmen*, said the governor, shot nine" on its own verb, where it has it on "said"."""
        if tree.lower[said - 1] != ",":
            return None
        subjects = [s for s in tree.kids(said, "nsubj") if s < said and "," not in tree.lower[s : said - 1]]
        verbs = [v for v in tree.kids(said, "ccomp", "advcl", "conj", "dep") if v > said and (_finite(tree, v) or tree.tensed(v))]
        if len(subjects) != 1 or len(verbs) != 1:
            return None
        verb = verbs[0]
        near = [s for h in (said, verb) for s in tree.kids(h, *SPEAKERS) if s > said and tree.left_edge(s) == said + 1]
        own = [s for s in tree.kids(verb, "nsubj", "nsubjpass", "mark", "expl") if s not in near]
        if len(near) != 1 or own:
            return None
        end = max(tree.subtree(near[0])) + 1
        if "," not in tree.lower[end - 1 : end + 1]:
            return None
        subject = "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj"
        return changed(tree, {verb: (tree.heads[verb], "ccomp"), near[0]: (said, "nsubj"), subjects[0]: (verb, subject)})

    def _order(self, tree: Tree, i: int) -> Tree | None:
        """The tree in which an order before a verb of speech is what is said, and no aside: "*Stop* the war, the pope said"."""
        said = tree.heads[i]
        order = i < said and tree.lower[said] in self.speech and not tree.kids(i, *SUBJECTS, "aux", "auxpass", "mark")
        return changed(tree, {i: (said, "ccomp")}) if order else None

    def _parted(self, tree: Tree, clause: int) -> Tree | None:
        """The tree with two clauses side by side where it has one in the other: "Chad bombed [Wau and Togo fired]".

        Only under a verb that takes no clause.
        """
        verb = tree.heads[clause]
        parties = _side_by_side(tree, verb, clause) if tree.lower[verb] not in self.clausal and _finite(tree, verb) else None
        if parties is None:
            return None
        first, second = parties
        joining = dict.fromkeys(tree.kids(first, "cc"), (verb, "cc"))
        return changed(tree, {**joining, first: (verb, "dobj"), second: (clause, "nsubj"), clause: (tree.heads[clause], "conj")})

    def _swollen(self, tree: Tree, i: int) -> Tree | None:
        """The tree with what stands before a noun for a gerund that the parser puts over it.

        "Gave in to *growing* pressure on Monday", "in *Sagaing* region".
        """
        before, name = i - 1, tree.words[i][0].isupper()
        nouns = tree.kids(i, "dobj") if tree.heads[i] == before else []
        if len(nouns) != 1 or not (tree.lower[i] in self.swelling or (name and tree.tags[nouns[0]] == "NN" and nouns[0] == i + 1)):
            return None
        rest = {c: (tree.heads[before], tree.deps[c]) for c in tree.children[i]}
        turned = {nouns[0]: (before, "pobj"), i: (nouns[0], "compound" if name else "amod")}
        return changed(tree, rest | turned, {i: "NNP" if name else "JJ"})

    def _share(self, tree: Tree, prep: int) -> Tree | None:
        """The tree with what a share that is denied is in on the share: "denied any *role in* the raid"."""
        noun, verb = prep - 1, tree.heads[prep]
        shared = tree.lower[noun] in self.sharing and tree.deps[noun] == "dobj" and tree.heads[noun] == verb
        return _hung(tree, prep, noun) if prep and shared and tree.lower[verb] in self.denying else None

    def _joined(self, tree: Tree, v: int) -> Tree | None:
        """The tree with a finite verb joined to the one it goes on from, by its tense, or past a claim or a denial.

        "Urged both sides to wait and *supported* the envoy", "rejected the charge that it was arming rebels and *accused* Chad".
        """
        if tree.kids(v, "aux", "auxpass"):
            return None
        spoken = self._speaks_on(tree, v)
        over = self._goes_on_from(tree, v, spoken=spoken)
        return None if over is None else changed(tree, {v: (over, "conj")}, {v: "VBD"} if spoken else None)

    def _goes_on_from(self, tree: Tree, v: int, *, spoken: bool) -> int | None:
        """The verb from which a finite one goes on, if not from the one that it is joined to."""
        head = tree.heads[v]
        if tree.lower[v] in self.unchanged and not tree.kids(v, "nsubj"):
            return next((c for c in tree.kids(head, "ccomp") if c < v and any(tree.tags[a] == "MD" for a in tree.kids(c, "aux"))), None)
        if tree.tags[head] in BARE and tree.tags[v] in INFLECTED:
            return next((a for a in tree.up(head) if tree.tags[a] == tree.tags[v] and a < v), None)
        over = tree.heads[head]
        if tree.deps[head] in ("ccomp", "xcomp", "pcomp") and tree.lower[over] in self.denying and tree.lower[v] in self.speech:
            return over
        if spoken or self._leaves_speech(tree, v, head) or self._says_on(tree, v) or self._in_its_tense(tree, v, head):
            return over
        if tree.deps[head] not in ("acl", "relcl", "ccomp") or tree.lower[over] not in self.claims:
            return None
        commas = (c for c in tree.kids(head, "cc") if c < v and tree.lower[c - 1] == ",")
        if not any(commas) and not self._answers(tree, v, head):
            return None
        above = next((h for h in tree.up(over) if tree.verb(h)), None)
        return above if above is not None and tree.tags[above] == "VBD" and not tree.kids(v, "nsubj") else None

    def _leaves_speech(self, tree: Tree, v: int, head: int) -> bool:
        """Whether a verb goes on beside what is said to have happened or to be ahead.

        "Said that ten *had* been shot, and *the bishop condemned* it", "it is unclear whether he *will* go, and *Chad urged* him not to".
        """
        over = tree.heads[head]
        if tree.tags[v] != "VBD" or tree.deps[head] != "ccomp" or not tree.kids(v, "nsubj"):
            return False
        had = any(tree.lower[a] == "had" or tree.tags[a] == "MD" for a in tree.kids(head, "aux"))
        if not had or not any(tree.lower[c - 1] == "," for c in tree.kids(head, "cc") if c < v):
            return False
        open_yet = tree.kids(over, "acomp") and tree.has(head, ("whether",), "mark")
        return bool(open_yet) or (tree.lower[over] in self.clausal and tree.tags[over] == "VBD")

    def _in_its_tense(self, tree: Tree, v: int, head: int) -> bool:
        """Whether a verb has the tense of the speech over it and not that of what is said, or what is said is of an "it".

        "*Said* that the laws *have* no use and *urged* Chad to repeal them", "*said* it was a dark day and *promised* help".
        """
        over = tree.heads[head]
        told = tree.deps[head] == "ccomp" and tree.lower[over] in self.telling and over < head < v
        if not told or tree.tags[v] != tree.tags[over] or tree.kids(v, "nsubj", "nsubjpass") or not tree.kids(over, "nsubj"):
            return False
        other = tree.tags[head] in PRESENT and tree.tags[over] not in PRESENT and not tree.kids(head, "aux")
        of_it = tree.has(head, ("it",), "nsubj") and bool(tree.kids(head, "acomp", "attr"))
        return other or (of_it and tree.tags[head] in INFLECTED and tree.lower[v] in self.wordy)

    def _says_on(self, tree: Tree, v: int) -> bool:
        """Whether a verb of speech goes on beside what a thing does: "admitted that a bomb had missed but *said* that nobody was hurt"."""
        head = tree.heads[v]
        over = tree.heads[head]
        if tree.deps[head] != "ccomp" or not {tree.lower[v], tree.lower[over]} <= self.telling or tree.tags[over] != tree.tags[v]:
            return False
        things = [s for s in tree.kids(head, "nsubj", "nsubjpass") if tree.tags[s] == "NN" and tree.lower[s] not in self.roles]
        return bool(things) and bool(tree.kids(v, "ccomp")) and not tree.kids(v, "nsubj")

    def _answers(self, tree: Tree, v: int, head: int) -> bool:
        """Whether who answers a claim speaks on: "rejected the charge that he *had* fired and *demanded* a pardon"."""
        had = tree.has(head, ("had",), "aux")
        return had and tree.lower[v] in self.wordy and tree.tags[v] == "VBD"

    def _speaks_on(self, tree: Tree, v: int) -> bool:
        """Whether a verb of words goes on beside what is said to be done to others: "said that ten were shot and *accused* the army"."""
        head = tree.heads[v]
        over = tree.heads[head]
        if tree.deps[head] != "ccomp" or tree.lower[over] not in self.telling or tree.lower[v] not in self.wordy:
            return False
        if not tree.kids(head, "auxpass") or not tree.kids(head, "nsubjpass") or not tree.kids(over, "nsubj"):
            return False
        plea = any(tree.lower[p] in PLEAS and tree.kids(p, "pobj") for p in tree.kids(v, "prep"))
        active = bool(tree.kids(v, "dobj", "ccomp")) or (plea and tree.lower[v] in self.pleading)
        return active and v > head > over and tree.tags[over] in INFLECTED and not tree.kids(v, "nsubj", "nsubjpass")

    def _lively(self, tree: Tree, who: int) -> Tree | None:
        """The tree with a clause after "who" on somebody, and not on what he did or leads.

        "Relations with Chad, *who backs* them", "the head of the party, *who is* in jail".
        """
        clause, before = tree.heads[who], who - 1 - (tree.lower[who - 1] == ",")
        led = tree.heads[clause]
        head = tree.heads[tree.heads[led]]
        body = tree.deps[clause] == "relcl" and tree.deps[led] == "pobj" and tree.lower[led] in self.bodies and tree.tags[led] != "NNS"
        if body and tree.lower[tree.heads[led]] == "of" and tree.tags[head] == "NN" and tree.lower[head] in self.roles - self.bodies:
            return changed(tree, {clause: (head, "relcl")})
        named = who > 0 and tree.tags[before] == "NNP" and tree.deps[before] == "pobj"
        if not named or tree.deps[clause] != "relcl" or tree.lower[tree.heads[clause]] not in self.deeds:
            return None
        return changed(tree, {clause: (before, "relcl")})

    def _someone(self, tree: Tree, who: int) -> Tree | None:
        """The tree with a clause on people, and not on where they are: "the fighters in Chad, *whom Togo armed*"."""
        clause = tree.heads[who]
        place = tree.heads[clause]
        where = tree.heads[place]
        people = tree.heads[where] if tree.noun(tree.heads[where]) else where - 1
        placed = tree.deps[clause] == "relcl" and tree.tags[place] in NAMES and tree.lower[where] in WHERE and tree.deps[where] == "prep"
        return changed(tree, {clause: (people, "relcl")}) if placed and tree.lower[people] in self.roles else None

    def _loose(self, tree: Tree, who: int) -> Tree | None:
        """The tree with a clause after "who" on the people before it, and on no verb: "heard *officials* at the time, *who told* him"."""
        clause = tree.heads[who]
        verb = tree.heads[clause]
        if tree.deps[clause] != "advcl" or verb > who or tree.left_edge(clause) != who:
            return None
        people = next((t for t in range(who - 1, verb, -1) if tree.noun(t) and tree.lower[t] in self.roles), None)
        return changed(tree, {clause: (people, "relcl")}) if people is not None else None

    def _about(self, tree: Tree, of: int) -> Tree | None:
        """The tree with what an act is about on the act, and not on a name between: "the delivery to India *of* tanks"."""
        name, prep, act = of - 1, of - 2, of - 3
        between = act >= 0 and tree.heads[of] == name and tree.heads[name] == prep and tree.heads[prep] == act
        if not between or tree.tags[name] != "NNP" or tree.children[name][:-1] or tree.lower[prep] not in BETWEEN:
            return None
        common = all(tree.tags[p] in ("NN", "NNS") for p in tree.kids(of, "pobj"))
        return changed(tree, {of: (act, "prep")}) if common and tree.lower[act] in self.deeds else None

    def _appeared(self, tree: Tree, of: int) -> Tree | None:
        """The tree with what is feared or reported on the noun, from which a short verb parts it: "fears grew *of* a war"."""
        verb = tree.heads[of]
        nouns = [s for s in tree.kids(verb, "nsubj") if tree.tags[s] in ("NN", "NNS") and tree.lower[s] in self.told]
        return _hung(tree, of, nouns[-1]) if nouns and verb == of - 1 and tree.lower[verb] in self.appearing else None

    def _charge(self, tree: Tree, i: int) -> Tree | None:
        """The tree with the "of" of "accused officers in plain clothes *of* beating her" on its verb, and not on the clothes."""
        noun = tree.heads[i]
        again = tree.deps[i] == "conj" and tree.deps[noun] == "prep"  # "of preparing *for war and of* arming"
        if not again and (tree.deps[i] != "prep" or tree.deps[noun] not in ("pobj", "dobj")):
            return None
        verb = next((h for h in tree.up(noun) if tree.verb(h)), None)
        if verb is None or tree.lower[verb] not in self.charging or not tree.kids(verb, "dobj", "nsubjpass"):
            return None
        doing = tree.kids(i, "pcomp") or any(tree.lower[tree.left_edge(p)].endswith("ing") for p in tree.kids(i, "pobj"))
        return _hung(tree, i, verb) if doing else None

    def _judged(self, tree: Tree, i: int) -> Tree | None:
        """The tree with the agent of "was jailed for spying *by* a court" on the verb, or of "accused of spying *by* Chad"."""
        deed = tree.heads[i]
        reason = tree.heads[deed]
        verb = tree.heads[reason]
        if tree.lower[reason] not in ("of", "for") or tree.kids(deed, "dobj"):
            return None
        charged = tree.lower[reason] == "of" and tree.tags[deed] == "VBG" and tree.lower[verb] in self.charging
        if charged and not tree.kids(verb, "dobj", "nsubj"):
            return _hung(tree, i, verb)
        judges = tree.deps[deed] == "pcomp" and tree.has(i, self.roles, "pobj")
        return _hung(tree, i, verb) if judges and tree.kids(verb, "auxpass") and not tree.kids(verb, "agent") else None

    def _origin(self, tree: Tree, i: int) -> Tree | None:
        """The tree with a "from" on those whose home it tells, and not on what is done to them: "killed three workers *from Nepal*".

        Verbs of parting take people from where they are: "evacuated workers *from Sudan*".
        """
        verb, noun = tree.heads[i], i - 1
        if tree.lower[noun] not in self.roles or tree.lower[noun] in self.bodies or tree.lower[verb] in self.parting:
            return None
        homes = tree.kids(i, "pobj")
        if not homes or noun not in tree.kids(verb, "dobj", "nsubjpass") or tree.kids(noun, "poss"):
            return None
        told = any(tree.lower[d] not in ("a", "an") for d in tree.kids(noun, "det"))
        return _hung(tree, i, noun) if not told and all(tree.tags[h] in NAMES for h in homes) else None

    def _day(self, tree: Tree, i: int) -> Tree | None:
        """The tree with the day of "stormed the house of the envoy *on Monday*" on the verb, and not on him: people and names have none."""
        noun = tree.heads[i]
        named = tree.tags[noun] in NAMES or tree.lower[noun] in self.roles
        if not named or tree.deps[noun] == "ROOT" or not tree.has(i, self.days, "pobj"):
            return None
        verb = next((h for h in tree.up(noun) if tree.verb(h)), None)
        return None if verb is None else _hung(tree, i, verb)

    def _described(self, tree: Tree, first: int) -> Tree | None:
        """The tree with a subject for "*Striking doctors* rejected the offer", of which the model makes a clause."""
        verb, noun = tree.heads[first], first + 1
        if tree.kids(first, "dobj") != [noun]:
            return None
        rest = {c: (noun, tree.deps[c]) for c in tree.children[first]}
        subject = "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj"
        return changed(tree, {**rest, first: (noun, "amod"), noun: (verb, subject)})


def _hung(tree: Tree, i: int, head: int) -> Tree | None:
    """The tree with a token under another head, as what it was; None where it hangs there."""
    return changed(tree, {i: (head, tree.deps[i])})


def _finite(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] in INFLECTED or (tree.tags[verb] == "VBN" and not tree.kids(verb, "aux", "auxpass"))


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
