"""What is done to somebody, though the small model reads it otherwise: participles as past tenses, verbal nouns as mere nouns."""

from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import NOUNS, PAST, Tree, changed
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Trigger

BESIDE = ("aux", "auxpass", "dobj", "dative", "ccomp", "mark", "neg", "expl")  # what a participle after its noun has none of
ASIDE = "meta"  # a label that no rule asks for


@dataclass(frozen=True, slots=True)
class Undergone:
    """Gives such verbs those to whom something is done.

    `seeing` are verbs over somebody to whom it is, `verbal` the forms in -ing that are triggers as verbs alone, `phrased` those of them
    that may have an "of" of their own.
    """

    seeing: frozenset[str]
    verbal: frozenset[str]
    phrased: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Undergone":
        """Take the verbs from a lexicon."""
        inside = (form.split("-")[-1] for form in lexicon.nouns)
        known = {*lexicon.nouns, *lexicon.roles, *inside, *(w for senses in lexicon.nouns.values() for t in senses for w in t.words)}
        verbal = {form for form in lexicon.verbs if form.endswith("ing")}.difference(known)
        phrased = {form for form in verbal if any(map(_takes_of, lexicon.verbs[form]))}
        return cls(lexicon.verb_cue("grammar", "seeing"), frozenset(verbal), frozenset(phrased))

    def rules(self) -> tuple[Rule, ...]:
        """What gives such verbs their passives and objects."""
        return (Rule(self._participle, tags=PAST), Rule(self._verbal_noun, words=self.verbal))

    def _participle(self, tree: Tree, i: int) -> Tree | None:
        """A participle without its auxiliary: "saw two papers *shut* by the police", "had the office *closed*"."""
        head, agents = tree.heads[i], tree.kids(i, "agent")
        seen = tree.deps[i] == "ccomp" and tree.lower[head] in self.seeing
        if not (seen or agents) or tree.kids(i, *BESIDE):
            return None
        subjects = tree.kids(i, "nsubj")
        if not subjects:  # "ordered *the border* reopened"
            done = seen and tree.tags[i] == "VBN" and any(o < i for o in tree.kids(head, "dobj"))
            return changed(tree, {i: (head, "xcomp")}) if done else None
        whose = (seen and all(head < s < i for s in subjects)) or any(tree.kids(by, "pobj") for by in agents)
        return changed(tree, dict.fromkeys(subjects, (i, "nsubjpass")), {i: "VBN"}) if whose else None

    def _verbal_noun(self, tree: Tree, i: int) -> Tree | None:
        """The object of a verb that is made a noun, and by whom it is done: "the *expelling of a nun* by Chad"."""
        of = i + 1
        if of == len(tree) or tree.lower[of] != "of" or tree.heads[of] != i:
            return None
        things = tree.kids(of, "pobj")
        named = tree.tags[i] in NOUNS or (tree.tags[i] == "VBG" and (tree.kids(i, "det", "poss") or tree.lower[i] not in self.phrased))
        if not named or len(things) != 1 or tree.deps[i] in ("compound", "amod", "nmod"):
            return None
        agents = [c for h in (i, *things) for c in tree.kids(h, "prep") if tree.lower[c] == "by"]
        hung = {things[0]: (i, "dobj"), of: (things[0], ASIDE)} | dict.fromkeys(agents, (i, "prep"))
        return changed(tree, hung, {i: "VBG"})


def _takes_of(trigger: Trigger) -> bool:
    """Whether a sense has an "of" of its own: "warned *of* a flood"."""
    return trigger.words[:1] == ("of",) or (not trigger.words and "of" in trigger.pattern.with_)
