"""Clauses of speech that the small model hangs wrongly: what somebody is told, words of speech within it, and their subjects."""

from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import ANY_SUBJECT, INFLECTED, PAST, WHO_WHICH, Tree, changed
from sayso.lexicon import Lexicon
from sayso.model.quad import SPOKEN

OWN = ("PRP", "PRP$")  # tags of words by which a speaker means himself
QUOTES = frozenset({'"', "”", "’’", "''"})  # marks that may close a quotation


@dataclass(frozen=True, slots=True)
class Saying:
    """Hangs clauses on the verbs of speech to which they belong.

    `telling` are verbs of speech, `hearing` those that take a listener and what he hears, `claims` nouns over what is told,
    `charging` verbs over a person and a deed, `clausal` all that take what is said or denied, `calling` verbs for asking and judging
    somebody in public, `wordy` those for acts in words, `deeds` those for acts of any kind but of what a deed ends in, its `effects`;
    in `occasions` somebody speaks.
    """

    telling: frozenset[str]
    hearing: frozenset[str]
    claims: frozenset[str]
    charging: frozenset[str]
    clausal: frozenset[str]
    calling: frozenset[str]
    wordy: frozenset[str]
    deeds: frozenset[str]
    effects: frozenset[str]
    occasions: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Saying":
        """Take the words from a lexicon."""
        verbs = lexicon.verb_cue("speech", "verbs", "naming")
        charging, denying = lexicon.verb_cue("speech", "accusing"), lexicon.verb_cue("speech", "denying")
        claims, hearing = lexicon.noun_cue("speech", "claims"), lexicon.verb_cue("speech", "hearing")
        wordy = lexicon.verbs_for(SPOKEN)
        effects = lexicon.verb_cue("quantity", "deaths_verbs", "injured_verbs") | lexicon.verb_cue("time", "effects")
        calling, occasions = lexicon.verb_cue("speech", "calling"), lexicon.noun_cue("speech", "occasions")
        deeds = (frozenset(lexicon.verbs) | verbs) - effects
        return cls(
            telling=verbs - charging,
            hearing=hearing,
            claims=claims,
            charging=charging,
            clausal=verbs | denying,
            calling=calling,
            wordy=wordy,
            deeds=deeds,
            effects=effects,
            occasions=occasions,
        )

    def rules(self) -> tuple[Rule, ...]:
        """What puts clauses of speech where they belong."""
        return (
            Rule(self._seated, ("ROOT",), PAST, self.clausal | self.charging | self.calling),
            Rule(self._heard, ("acl", "relcl")),
            Rule(self._narrated, ("conj", "ROOT"), PAST, self.telling),
            Rule(self._inserted, ("ccomp", "advcl", "relcl"), INFLECTED, self.telling),
            Rule(self._spoken_on, ("conj",), PAST, self.charging & self.wordy),
            Rule(self._gone_on, ("ccomp",), PAST),
            Rule(self._ended, ("advcl",), ("VBG",), self.effects),
            Rule(self._told_by, ("advcl",), ("VBG",)),
            Rule(self._spoken_in, ("prep",), words=("in",)),
        )

    def _spoken_in(self, tree: Tree, prep: int) -> Tree | None:
        """The tree with an occasion set off behind words on the verb of speech: "*said* that Togo was ready, *in a call* with Chad"."""
        occasion = tree.has(prep, self.occasions, "pobj")
        if not occasion or tree.lower[prep - 1 : prep] != [","]:
            return None
        clauses = [v for v in tree.up(prep) if tree.deps[v] in ("ccomp", "pcomp") and v < prep]
        over = [tree.heads[v] if tree.verb(tree.heads[v]) else tree.heads[tree.heads[v]] for v in clauses]
        said = [v for v in over if v < prep and (tree.lower[v] in self.telling or tree.lower[v] in self.charging)]
        return changed(tree, {prep: (said[-1], "prep")}) if said else None

    def _seated(self, tree: Tree, verb: int) -> Tree | None:
        """The tree with a subject for what is said where nobody says it, as other languages have it: "*In Minsk* denied that ..."."""
        place = next(iter(tree.kids(0, "pobj")), verb) if tree.lower[0] == "in" else verb
        if place >= verb or tree.tags[place] != "NNP" or any(tree.tags[t] not in ("RB", ",") for t in range(place + 1, verb)):
            return None
        if tree.kids(verb, *ANY_SUBJECT, "auxpass", "aux"):
            return None
        return changed(tree, {place: (verb, "nsubj"), 0: (place, "dep")}, {verb: "VBD"})

    def _gone_on(self, tree: Tree, v: int) -> Tree | None:
        """The tree with a clause beside the verb of speech that only the clause before hangs on.

        "Said that ten *had* been shot, and *the bishop condemned* it"; "denied having fired and *blamed* Chad".
        """
        said = tree.heads[v]
        before = [c for c in tree.kids(said, "ccomp", "xcomp") if said < c < v] if tree.lower[said] in self.clausal else []
        if not before or tree.kids(v, "aux", "auxpass", "mark"):
            return None
        joined = [j for j in (*tree.kids(before[-1], "cc"), *tree.kids(said, "cc")) if before[-1] < j < v]
        backshifted = any(tree.lower[a] in ("had", "having") or tree.tags[a] == "MD" for a in tree.kids(before[-1], "aux"))
        if not joined or not backshifted:
            return None
        own = any(tree.lower[j - 1] == "," for j in joined) if tree.kids(v, "nsubj") else tree.lower[v] in self.charging
        return changed(tree, {v: (said, "conj")}, {v: "VBD"}) if own else None

    def _ended(self, tree: Tree, v: int) -> Tree | None:
        """The tree with what a deed ended in on the deed, and not on the charge: "accused Chad of shelling a town, *killing* ten"."""
        charge = tree.heads[v]
        if tree.lower[charge] not in self.charging or tree.kids(v, "mark", "nsubj"):
            return None
        deeds = [d for p in tree.kids(charge, "prep") for d in tree.kids(p, "pcomp") if d < v]
        return changed(tree, {v: (deeds[-1], "advcl")}) if deeds else None

    def _told_by(self, tree: Tree, v: int) -> Tree | None:
        """The tree with what somebody does by words on the verb of speech, behind what is quoted: "said "it is war", *blaming* Chad"."""
        behind = tree.lower[max(v - 2, 0) : v]
        if QUOTES.isdisjoint(behind) or "," not in behind or tree.lower[v] not in self.deeds or tree.kids(v, "mark", "nsubj"):
            return None
        told = next((c for c in tree.up(v) if tree.deps[c] == "ccomp" and tree.lower[tree.heads[c]] in self.telling), None)
        return None if told is None or told > v or tree.heads[told] > told else changed(tree, {v: (tree.heads[told], "advcl")})

    def _spoken_on(self, tree: Tree, v: int) -> Tree | None:
        """The tree in which who says something of himself speaks on: "said *its men* had no guns and *blamed* Chad"."""
        told = tree.heads[v]
        said = tree.heads[told]
        if tree.deps[told] != "ccomp" or tree.lower[said] not in self.telling or tree.tags[said] != "VBD":
            return None
        himself = [s for s in tree.kids(told, "nsubj", "nsubjpass") if tree.tags[tree.left_edge(s)] in OWN]
        if himself and tree.kids(said, "nsubj") and tree.kids(v, "dobj") and not tree.kids(v, "nsubj", "aux", "auxpass", "mark"):
            return changed(tree, {v: (said, "conj")}, {v: "VBD"})
        return None

    def _heard(self, tree: Tree, i: int) -> Tree | None:
        """The tree in which what somebody is told hangs on the telling and not on him: "told a rally *that ten had been held*"."""
        verb = self._told(tree, i)
        if verb is not None:
            return changed(tree, {i: (verb, "ccomp")})
        claimed = tree.deps[i] == "relcl" and self._claimed(tree, i)
        return changed(tree, {i: (tree.heads[i], "acl")}) if claimed else None

    def _told(self, tree: Tree, clause: int) -> int | None:
        """The verb of telling of which a clause says what is told; None where it tells of its noun."""
        listener = tree.heads[clause]
        verb = tree.heads[listener]
        if tree.deps[listener] == "pobj" and tree.deps[verb] == "agent":  # "was told by two men that ..."
            verb = tree.heads[verb]
        elif tree.deps[listener] not in ("dobj", "dative"):
            return None
        if tree.lower[verb] not in self.hearing:
            return None
        first, subjects = tree.left_edge(clause), tree.kids(clause, "nsubj", "nsubjpass")
        that = tree.lower[first] == "that" and first == max({*tree.subtree(listener)}.difference(tree.subtree(clause)), default=-1) + 1
        return verb if that and subjects and first not in subjects and not tree.kids(verb, "ccomp") else None

    def _claimed(self, tree: Tree, clause: int) -> bool:
        """Whether a clause is what a claim holds, and none about it: "the charge *that they killed them*"."""
        return tree.lower[tree.heads[clause]] in self.claims and tree.has(clause, ("that",), "mark")

    def _narrated(self, tree: Tree, said: int) -> Tree | None:
        """The tree with a subject for the verb of speech at the end of "..., *refugees* who had fled *said*"."""
        root = tree.deps[said] == "ROOT"
        if tree.kids(said, "nsubj", "aux", "auxpass") or (not root and tree.kids(said, "ccomp")):
            return None
        near = [tree.heads[r] for r in range(said) if tree.deps[r] == "relcl" and max(tree.subtree(r)) == said - 1]
        who = [n for n in near if tree.deps[n] in ("conj", "appos") and tree.lower[tree.left_edge(n) - 1] == ","]
        if not who:
            return None
        return changed(tree, {who[0]: (said, "nsubj"), said: (tree.heads[said], "ROOT" if root else "parataxis")}, {said: "VBD"})

    def _inserted(self, tree: Tree, said: int) -> Tree | None:
        """The tree with words of speech beside the clause that they stand in: "if it fails, *he told them*, Chad will close ..."."""
        over, subjects = tree.heads[said], tree.kids(said, "nsubj")
        over = tree.heads[over] if tree.deps[said] == "relcl" else over  # "Austria, *she recalled*, had fought"
        if over <= said or not subjects or tree.tags[subjects[0]] in WHO_WHICH or tree.kids(said, "ccomp", "mark", "aux", "advmod"):
            return None
        first = tree.left_edge(subjects[0])
        end = max(t for c in (said, *tree.kids(said, "dobj", "dative", "prep", "npadvmod")) if c >= said for t in _under(tree, c, said))
        if not first or over <= end + 1 or tree.lower[first - 1] != "," or tree.lower[end + 1] != ",":
            return None
        before = {c: (over, tree.deps[c]) for c in tree.kids(said, "advcl", "prep") if c < first}
        return changed(tree, {**before, said: (over, "parataxis")})


def _under(tree: Tree, i: int, verb: int) -> list[int]:
    return tree.subtree(i) if i != verb else [verb]
