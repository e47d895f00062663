"""What is done to somebody, though the small model reads it otherwise: participles as past tenses, verbal nouns as mere nouns."""

from dataclasses import dataclass

from sayso.extract.parse.tree import NOUNS, Tree, changed
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Trigger

PAST = ("VBD", "VBN")
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

    def told(self, tree: Tree) -> Tree:
        """The tree with passives and objects where such verbs have them; the tree itself where there are none."""
        for i, tag in enumerate(tree.tags):
            if tag in PAST and tree.kids(i, "nsubj"):
                tree = self._participle(tree, i)
            elif tag == "VBN" and tree.deps[i] == "ccomp" and tree.lower[tree.heads[i]] in self.seeing:
                tree = _seen(tree, i)
            elif tree.lower[i] in self.verbal and tree.lower[i + 1 : i + 2] == ["of"]:
                tree = self._verbal_noun(tree, i)
        return tree

    def _participle(self, tree: Tree, i: int) -> Tree:
        """A passive without its auxiliary: "saw two papers *shut* by the police", "had the office *closed*"."""
        if tree.kids(i, *BESIDE):
            return tree
        head, subjects = tree.heads[i], tree.kids(i, "nsubj")
        seen = tree.deps[i] == "ccomp" and tree.lower[head] in self.seeing and all(head < s < i for s in subjects)
        if not seen and not any(tree.kids(by, "pobj") for by in tree.kids(i, "agent")):
            return tree
        return changed(tree, dict.fromkeys(subjects, (i, "nsubjpass")), {i: "VBN"})

    def _verbal_noun(self, tree: Tree, i: int) -> Tree:
        """The object of a verb that is made a noun, and by whom it is done: "the *expelling of a nun* by Chad"."""
        of = i + 1
        things = tree.kids(of, "pobj")
        named = tree.tags[i] in NOUNS or (tree.tags[i] == "VBG" and (tree.kids(i, "det", "poss") or tree.lower[i] not in self.phrased))
        if not named or tree.heads[of] != i or len(things) != 1 or tree.deps[i] in ("compound", "amod", "nmod"):
            return tree
        agents = [c for h in (i, *things) for c in tree.kids(h, "prep") if tree.lower[c] == "by"]
        hung = {things[0]: (i, "dobj"), of: (things[0], ASIDE)} | dict.fromkeys(agents, (i, "prep"))
        return changed(tree, hung, {i: "VBG"})


def _takes_of(trigger: Trigger) -> bool:
    """Whether a sense has an "of" of its own: "warned *of* a flood"."""
    return trigger.words[:1] == ("of",) or (not trigger.words and "of" in trigger.pattern.with_)


def _seen(tree: Tree, i: int) -> Tree:
    """A participle that says what is done to the object before it: "ordered *the border* reopened"."""
    bare = not tree.kids(i, *BESIDE) and any(o < i for o in tree.kids(tree.heads[i], "dobj"))
    return changed(tree, {i: (tree.heads[i], "xcomp")}) if bare else tree
