"""Agents that the small model hangs on what stands between them and their passive: "was turned back at the crossing *by soldiers*"."""

from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import NAMES, Tree, changed
from sayso.lexicon import Lexicon

CLOSED = ("ccomp", "relcl", "csubj", "parataxis")  # clauses of their own, which end what an agent can belong to


@dataclass(frozen=True, slots=True)
class Agents:
    """Gives passives the agents that stand far behind them.

    `people` are words for those who act, `means` for things that act for them, `acts` what itself is somebody's ("an attack *by* X", "a
    film *by* Y"), `deeds` those of them that are done, `temporal` words of dates, `giving` verbs whose passive keeps an object,
    `bodies` those of `people` that have members, `armed` those that bear arms; `speech` are verbs of telling, `happening` those of what
    only happens.
    """

    people: frozenset[str]
    means: frozenset[str]
    acts: frozenset[str]
    deeds: frozenset[str]
    temporal: frozenset[str]
    giving: frozenset[str]
    bodies: frozenset[str]
    armed: frozenset[str]
    speech: frozenset[str]
    happening: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Agents":
        """Take the words from a lexicon."""
        texts = lexicon.noun_cue("reference", "carriers") | lexicon.noun_cue("fields", "works") | lexicon.noun_cue("speech", "claims")
        force = lexicon.cue("reference", "serving", "rebels", "lawless")
        giving = lexicon.verb_cue("grammar", "giving", "bestowing")
        return cls(
            people=frozenset(lexicon.roles),
            means=lexicon.noun_cue("reference", "means"),
            acts=texts | lexicon.nouns.keys(),
            deeds=frozenset(lexicon.nouns),
            temporal=lexicon.noun_cue("grammar", "temporal"),
            giving=giving,
            bodies=lexicon.role_nouns("body"),
            armed=frozenset(
                noun for noun, roles in lexicon.roles.items() if any(role.sectors and force.issuperset(role.sectors) for role in roles)
            ),
            speech=lexicon.verb_cue("speech", "verbs"),
            happening=lexicon.verb_cue("grammar", "occurrence_verbs"),
        )

    def rules(self) -> tuple[Rule, ...]:
        """What gives passives their agents, and deeds those whom they befall."""
        return (Rule(self._befalling, words=("of",)), Rule(self._agents, words=("by",)))

    def _agents(self, tree: Tree, first: int) -> Tree | None:
        """The tree with each "by" with somebody, seen together from the first one, on the passive or the deed that it belongs to."""
        if tree.lower.index("by") != first:
            return None
        standing = [by for by in range(first, len(tree)) if tree.lower[by] == "by" and tree.deps[by] in ("prep", "agent")]
        hung = {by: over for by in standing if (over := self._over(tree, by)) is not None}
        after = {c: (over, "prep") for by, (over, dep) in hung.items() if dep == "agent" for c in _behind(tree, by)}
        return changed(tree, after | hung) if hung else None

    def _over(self, tree: Tree, by: int) -> tuple[int, str] | None:
        """What a "by" with somebody belongs to, and as what; None where it belongs where it hangs."""
        if not any(self._acts(tree, p) for p in tree.kids(by, "pobj")):
            return None
        forced = self._forced(tree, by)
        if forced is not None:
            return forced, "prep"
        verb = self._passive(tree, by)
        deed = self._deed(tree, by) if verb is None else None
        return (verb, "agent") if verb is not None else (deed, "prep") if deed is not None else None

    def _deed(self, tree: Tree, by: int) -> int | None:
        """The deed that somebody is told to have done, whose author the model hangs on the verb: "recorded *torture* by police".

        Of what only happens the deed stands right before: "came during an *offensive* by Chad".
        """
        verb = tree.heads[by]
        right_before = tree.lower[verb] in self.happening and tree.noun(by - 1) and tree.lower[by - 1] in self.deeds
        if not tree.verb(verb) or not (right_before or tree.kids(verb, "dobj")) or self._lacking(tree, verb, by):
            return None
        noun = next((n for n in range(by - 1, verb, -1) if tree.noun(n)), verb)
        near = (noun, *tree.up(noun), *tree.kids(verb, "dobj"))
        above = (n for n in near if verb < n < by and tree.deps[n] in ("dobj", "pobj", "conj"))
        return next((n for n in above if tree.noun(n) and tree.lower[n] in self.deeds), None)

    def _forced(self, tree: Tree, by: int) -> int | None:
        """The deed right before those who bear arms, made another's by the model: "summoned over the killing of a nun *by* rebels"."""
        of = tree.heads[by - 1]
        deed = tree.heads[of]
        told = tree.lower[of] == "of" and of == deed + 1 and tree.noun(deed) and tree.lower[deed] in self.deeds
        armed = tree.has(by, self.armed, "pobj")
        return deed if told and armed and tree.deps[deed] in ("dobj", "pobj") and tree.heads[by] not in (deed, by - 1) else None

    def _befalling(self, tree: Tree, of: int) -> Tree | None:
        """The tree with an "of" on a deed, not on who does it: "the killing by police *of a teenager*"; not "by soldiers of a brigade"."""
        who = tree.heads[of]
        by = tree.heads[who]
        deed = tree.heads[by]
        acts = tree.lower[by] == "by" and by == deed + 1 and tree.noun(deed) and tree.lower[deed] in self.deeds
        if not acts or of != who + 1 or tree.lower[who] not in self.people or tree.kids(who, "det", "poss"):
            return None
        things = tree.kids(of, "pobj")
        some = all(self._some(tree, t) and tree.lower[t] not in self.bodies for t in things)
        return changed(tree, {of: (deed, "prep")}) if things and some else None

    def _some(self, tree: Tree, i: int) -> bool:
        """Whether a noun means one or some that were not told of: "a teenager", "two nuns"."""
        return bool(tree.kids(i, "nummod")) or tree.has(i, ("a", "an"), "det")

    def _passive(self, tree: Tree, by: int) -> int | None:
        """The passive without an agent that a "by" with somebody belongs to; None where it belongs where it hangs."""
        for v in tree.up(by):
            if self._lacking(tree, v, by):
                return v if tree.deps[by] == "prep" or tree.heads[by] != v else None
            if (
                v > by
                or (self._own(tree, v) and not (self._gift(tree, v) or self._topic(tree, v)))
                or (tree.verb(v) and not self._open(tree, v))
            ):
                return None
        return None

    def _acts(self, tree: Tree, i: int) -> bool:
        """Whether a noun is a name or a word for people or bodies, or for things of theirs: "by Chadian jets", but "by boat"."""
        theirs = tree.lower[i] in self.means and bool(tree.children[i])
        return (tree.tags[i] in NAMES or tree.lower[i] in self.people or theirs) and tree.lower[i] not in self.temporal

    def _own(self, tree: Tree, i: int) -> bool:
        """Whether a noun is for something that has an author of its own."""
        return tree.noun(i) and tree.tags[i] not in NAMES and tree.lower[i] in self.acts

    def _gift(self, tree: Tree, i: int) -> bool:
        """Whether a noun is what a passive keeps as its object: "was refused *access* by X"."""
        return tree.deps[i] == "dobj" and tree.lower[tree.heads[i]] in self.giving

    def _topic(self, tree: Tree, i: int) -> bool:
        """Whether a noun is what somebody is told of: "was told *of the deadline* by X"."""
        of = tree.heads[i]
        return tree.deps[i] == "pobj" and tree.lower[of] == "of" and tree.lower[tree.heads[of]] in self.speech

    def _open(self, tree: Tree, v: int) -> bool:
        """Whether an active clause may stand between a passive and its agent: "was told to leave *by* X", "was shot as he left *by* X"."""
        if tree.deps[v] in CLOSED:
            return any(tree.tags[c] == "TO" for c in tree.kids(v, "aux"))
        return tree.deps[v] in ("xcomp", "advcl", "acl", "pcomp")

    def _lacking(self, tree: Tree, v: int, by: int) -> bool:
        """Whether a verb is a passive without an agent."""
        if not tree.verb(v) or v > by or any(c != by and tree.lower[c] == "by" for c in tree.kids(v, "agent")):
            return False
        if tree.kids(v, "auxpass"):
            return True
        opening = v == 0 and tree.tags[v] == "VBD" and tree.lower[v] in self.giving  # "*Refused* a visa by Chad, he stayed"
        participle = (tree.tags[v] == "VBN" and tree.deps[v] in ("acl", "advcl")) or (opening and tree.deps[v] == "advcl")
        if not participle or tree.kids(v, "aux", "nsubj", "mark"):
            return False
        return tree.heads[by] == v or not tree.kids(v, "dobj") or tree.lower[v] in self.giving


def _behind(tree: Tree, by: int) -> list[int]:
    """The phrases behind an agent that the model hangs on the same noun before him: "was told of the deal by X *in a call*"."""
    noun = tree.heads[by]
    return [c for c in tree.kids(noun, "prep") if c > by and tree.lower[c] != "by"] if tree.noun(noun) else []
