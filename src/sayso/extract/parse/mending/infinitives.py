"""Verbs that the small model misreads or passes by: "the army *plans to send*", "vowed this month *to send*", "having *sent* ships"."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import FINITE, NOUNS, PAST, Tree, changed
from sayso.lexicon import Lexicon

BEFORE = ("JJ", *NOUNS)  # tags of the word for a body before its verb
APART = ("dobj", "dative", "xcomp", "ccomp", "prep")  # what a verb that takes an infinitive has none of beside it
HAVING, SINCE = ("has", "have", "had"), "since"


@dataclass(frozen=True, slots=True)
class Infinitives:
    """Gives verbs their infinitives: `planning` those that the tagger takes for plans of `bodies`, `taking` those over one at any place."""

    planning: frozenset[str]
    taking: frozenset[str]
    bodies: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Infinitives":
        """Take the verbs from a lexicon."""
        planning = {form for form in lexicon.verb_cue("status", "planned") if form.endswith("s")}
        bodies = (word for word, nouns in lexicon.roles.items() if any(n.kind == "body" and not n.before for n in nouns))
        willing = lexicon.verb_cue("status", "planned", "possible", "denied")
        return cls(frozenset(planning), lexicon.verb_cue("grammar", "subject_control") & willing, frozenset(bodies))

    def rules(self) -> Iterator[Rule]:
        """The rules that know them."""
        yield Rule(self._plan, ("ROOT", "ccomp"), ("NNS",), self.planning)
        yield Rule(self._taken, ("advcl",), ("VB",))
        yield Rule(_joined, ("conj",), ("VB",))
        yield Rule(_since, ("prep", "mark"), ("IN",), (SINCE,))
        yield Rule(_having, ("advcl", "csubj"), ("VBG",), ("having",), opening=True)

    def _plan(self, tree: Tree, plans: int) -> Tree | None:
        """The tree with a verb for the plural of a plan after a body, before an infinitive: "the Chadian army *plans* to send ships"."""
        body, aims = (
            plans - 1,
            [c for c in tree.kids(plans, "xcomp", "acl", "relcl") if tree.infinitive(c) and tree.lower[plans + 1] == "to"],
        )
        told = tree.kids(plans, "nsubj", "nsubjpass", "cop", "aux", "poss")
        if body < 0 or tree.lower[body] not in self.bodies or tree.tags[body] not in BEFORE or len(aims) != 1 or told:
            return None
        moved = {c: (body, tree.deps[c]) for c in tree.children[plans] if c < body}
        return changed(tree, moved | {body: (plans, "nsubj"), aims[0]: (plans, "xcomp")}, {body: "NN", plans: "VBZ"})

    def _taken(self, tree: Tree, verb: int) -> Tree | None:
        """The tree with the infinitive that a verb takes, whatever time stands between them: "vowed this week *to send* troops"."""
        over = tree.heads[verb]
        taken = over < verb and tree.lower[over] in self.taking and tree.infinitive(verb) and not tree.kids(over, *APART)
        return changed(tree, {verb: (over, "xcomp")}) if taken else None


def _joined(tree: Tree, verb: int) -> Tree | None:
    """The tree with an infinitive joined to one before it, not to a finite verb: "asked X to press Y to stop and *to lift* curbs"."""
    over = tree.heads[verb]
    marked = any(tree.tags[a] == "TO" for a in tree.kids(verb, "aux")) and not tree.kids(verb, "nsubj")
    if not marked or over > verb or tree.tags[over] not in FINITE or tree.kids(over, "aux"):
        return None
    first = next((v for v in range(verb - 1, over, -1) if tree.infinitive(v) and tree.within(v, over)), None)
    return changed(tree, {verb: (first, "conj")}) if first is not None else None


def _since(tree: Tree, since: int) -> Tree | None:
    """The tree with one verb for "have since *held* talks", of which the small model makes talks that were held."""
    have, verb = since - 1, since + 1
    if have < 0 or tree.lower[have] not in HAVING or verb >= len(tree) or tree.tags[verb] != "VBN" or tree.deps[verb] != "amod":
        return None
    noun = tree.heads[verb]
    if tree.heads[noun] != since or tree.heads[since] != have:
        return None
    top = (verb if tree.heads[have] == have else tree.heads[have], tree.deps[have])
    moved = {c: (verb, tree.deps[c]) for c in tree.children[have] if c != since}
    return changed(tree, moved | {verb: top, have: (verb, "aux"), since: (verb, "advmod"), noun: (verb, "dobj")}, {since: "RB"})


def _having(tree: Tree, having: int) -> Tree | None:
    """The tree with one verb for "*Having outlawed* slavery, Chad ...", of which the small model makes slavery that was outlawed."""
    verb = having + 1
    noun = tree.heads[verb]
    if tree.tags[verb] not in PAST or tree.deps[verb] != "amod" or tree.heads[noun] != having or tree.deps[noun] != "dobj":
        return None
    moved = {c: (verb, tree.deps[c]) for c in tree.children[having]}
    return changed(tree, moved | {verb: (tree.heads[having], "advcl"), having: (verb, "aux"), noun: (verb, "dobj")}, {verb: "VBN"})
