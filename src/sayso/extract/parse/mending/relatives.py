"""Clauses on a noun whose verb or subject is lost: "China, *which Trump accuses of spying*", "the army, *searching houses*, ..."."""

from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import NAMES, NOUNS, PAST, SUBJECTS, VERBS, Tree, changed
from sayso.lexicon import Lexicon

RELATIVE = ("which", "that", "who", "whom")
WITHIN = ("det", "amod", "compound", "nummod", "poss", "case", "nmod", "appos")  # labels of what belongs to a noun before a verb
READ_AS = {"NNS": "VBZ", "VBN": "VBD"}  # what such a verb is taken for, and what it is


@dataclass(frozen=True, slots=True)
class Relatives:
    """Gives such clauses their verb and its subject; `verbs` are the forms of verbs for acts."""

    verbs: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Relatives":
        """Take the verbs from a lexicon."""
        return cls(frozenset(lexicon.verbs))

    def rules(self) -> tuple[Rule, ...]:
        """A noun that stands for the clause of its verb, a name within its verb, a pronoun beside the true subject, and an aside."""
        return (
            Rule(self._of_a_noun, ("nsubj", "dobj", "det"), words=frozenset(RELATIVE)),
            Rule(_of_a_name, ("compound", "nmod"), NAMES),
            Rule(_beside_its_subject, ("nsubj",), words=frozenset(RELATIVE)),
            Rule(self._set_apart, ("nsubj",), NOUNS),
        )

    def _set_apart(self, tree: Tree, doer: int) -> Tree | None:
        """The tree with the verb behind an aside as the clause's own: "the army, *searching houses*, arrested nine men"."""
        aside = tree.heads[doer]
        apart = tree.tags[aside] == "VBG" and doer < aside and tree.lower[aside - 1] == "," and not tree.kids(aside, "aux", "mark")
        later = (v for v in tree.subtree(aside) if v > aside and tree.deps[v] == "acl" and tree.lower[v - 1] == ",") if apart else ()
        verb = next((v for v in later if tree.tags[v] in PAST and tree.kids(v, "dobj") and tree.lower[v] in self.verbs), None)
        if verb is None:
            return None
        root = tree.heads[aside] == aside
        moved = {t: (verb, tree.deps[t]) for t in tree.children[aside] if t > verb}
        moved |= {verb: (verb, "ROOT") if root else (tree.heads[aside], tree.deps[aside]), doer: (verb, "nsubj"), aside: (doer, "acl")}
        return changed(tree, moved, {verb: "VBD"})

    def _of_a_noun(self, tree: Tree, which: int) -> Tree | None:
        """The tree with the verb behind a noun at the head of the clause: "the sanctions *that ECOWAS imposed*"."""
        doer = tree.heads[which]
        verb = doer + 1
        if doer < which or tree.tags[doer] not in NOUNS or verb >= len(tree) or tree.heads[verb] != doer:
            return None
        told = which - (2 if tree.lower[which - 1] == "," else 1)
        acts = tree.tags[verb] in (*VERBS, *READ_AS) and tree.lower[verb] in self.verbs
        if not acts or told < 0 or tree.tags[told] not in NOUNS or any(tree.kids(doer, "cop")):
            return None
        moved = {t: (verb, tree.deps[t]) for t in tree.children[doer] if t > verb}
        moved |= {which: (verb, "dobj"), doer: (verb, "nsubj"), verb: (told, "relcl")}
        return changed(tree, moved, {verb: READ_AS.get(tree.tags[verb], tree.tags[verb])})


def _of_a_name(tree: Tree, name: int) -> Tree | None:
    """The tree with a name as subject of the verb that it was taken for a part of: "the rebels, *whom Chad backs*"."""
    verb = tree.heads[name]
    relative = tree.deps[verb] == "relcl" and tree.tags[verb] in VERBS and name < verb
    pronouns = [c for c in tree.kids(verb, "dobj") if c < name and tree.lower[c] in RELATIVE] if relative else []
    return changed(tree, {name: (verb, "nsubj")}) if pronouns and not tree.kids(verb, *SUBJECTS) else None


def _beside_its_subject(tree: Tree, which: int) -> Tree | None:
    """The tree with a pronoun as object where another stands as subject between it and the verb: "the rebels *that* Chad supports"."""
    verb = tree.heads[which]
    others = [s for s in tree.kids(verb, "nsubj") if which < s < verb]
    bare = tree.tags[verb] in VERBS and not tree.kids(verb, "dobj", "ccomp")
    return changed(tree, {which: (verb, "dobj")}) if others and bare else None
