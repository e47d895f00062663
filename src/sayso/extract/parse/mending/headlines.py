"""Lines in the present tense, as headlines are: a verb with an "s" that the small model takes for a plural, two names without "and"."""

from dataclasses import dataclass

from sayso.extract.parse.tree import Tree, changed
from sayso.lexicon import Lexicon
from sayso.lexicon.inflect import verb_forms

NAMES = ("NNP", "NNPS")
HEADS = (*NAMES, "NN", "NNS", "CD")
NOMINAL = (*HEADS, "JJ", "DT", "POS", "PRP$")  # what the noun that acts is made of
OBJECT = (*NOMINAL, "$", "HYPH", "VBG", "JJR", "VB", "VBP")  # ... and the one that it is done to, as the model tags it
NEVER_LAST = ("DT", "POS", "PRP$", "$", "HYPH")
SET_BEFORE = ("compound", "amod", "nmod", "poss", "det", "nummod", "quantmod", "case", "punct", "neg")
BESIDE = ("npadvmod", "dep", "nsubj", "appos", "advcl")
OPENING = ("$", "CD", "DT", "PRP$")  # what begins an object, and seldom follows a plural
MISTAGGED = ("RB", "IN", "JJ", "NN")  # what a verb between a subject and an object is tagged as ("back")


@dataclass(frozen=True, slots=True)
class Headlines:
    """Finds the verb of such a line, and who acts.

    `sure` are forms with an "s" that are hardly ever plurals, `verbs` forms of all verbs of acts, `giving` of those over two objects,
    `days` names of days and months.
    """

    sure: frozenset[str]
    verbs: frozenset[str]
    giving: frozenset[str]
    days: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Headlines":
        """Take the words from a lexicon."""
        irregular = lexicon.cues["grammar"]["irregular_verbs"]
        forms = (form for lemma in lexicon.cue("grammar", "headline") for form in verb_forms(lemma, irregular))
        days = lexicon.cue("time", "weekdays") | lexicon.cue("time", "months")
        return cls(frozenset(f for f in forms if f.endswith("s")), frozenset(lexicon.verbs), lexicon.verb_cue("grammar", "giving"), days)

    def read(self, tree: Tree) -> Tree:
        """The tree with such a verb over its line; the tree itself where there is none."""
        tree = self._several(_to_come(_abbreviated(self._rooted(tree))))
        root = next((i for i, head in enumerate(tree.heads) if head == i), 0)
        verb = next((v for v in range(1, len(tree) - 1) if tree.lower[v].endswith("s") and self._told(tree, v, root)), None)
        return tree if verb is None else self._raised(tree, verb, root)

    def _rooted(self, tree: Tree) -> Tree:
        """The tree in which the root behind several, or between a subject and an object, is a verb: "Arab states *back* Chad"."""
        root = next((i for i, head in enumerate(tree.heads) if head == i), None)
        if root is None or tree.tags[root] not in MISTAGGED or tree.lower[root] not in self.verbs:
            return tree
        acting = tree.kids(root, "nsubj")
        verbal = acting and (tree.kids(root, "dobj") or tree.kids(acting[0], "conj"))
        return changed(tree, {}, {root: "VBP"}) if verbal else tree

    def _told(self, tree: Tree, v: int, root: int) -> bool:
        """Whether a word is the verb of what stands before it, and the root no other verb than one that is made of its object."""
        plain = tree.tags[v + 1] in OPENING or (v == root and tree.tags[v] == "VBZ")
        if tree.lower[v] not in (self.verbs if plain else self.sure) or self._whole(tree, v, root):
            return False
        capital = tree.words[v - 1][0].isupper()
        named = tree.noun(v - 1) or tree.tags[v - 1] == "VB" or (capital and v == 1)
        if not named or not all(tag in NOMINAL or (t == 0 and tag == "VB") for t, tag in enumerate(tree.tags[:v])):
            return False
        last = self._last(tree, v)
        alone = v == root and tree.tags[v + 1] in ("IN", "TO") and capital
        return root <= last and (v < last or alone)

    def _whole(self, tree: Tree, v: int, root: int) -> bool:
        """Whether a verb has its subject, and what it is done to is not taken for a time or a quality ("frees *dissident*")."""
        if tree.tags[v] != "VBZ" or v != root or not tree.kids(v, "nsubj"):
            return False
        strays = [c for c in tree.kids(v, "npadvmod") if tree.tags[c] in NAMES and tree.lower[c] not in self.days]
        strays += tree.kids(v, "acomp") if tree.lower[v] in self.sure else []
        return not strays or bool(tree.kids(v, "dobj"))

    def _raised(self, tree: Tree, verb: int, root: int) -> Tree:
        """The tree under the verb, with the noun before it as subject, the one after it as object and, of two, the first as who gets it."""
        subject, last = verb - 1, self._last(tree, verb)
        heads, deps, tags = list(tree.heads), list(tree.deps), list(tree.tags)
        for t in (t for t in range(len(tree)) if t != verb):
            top = subject if t < verb else last if t <= last else verb
            inside = heads[t] < verb if t < verb else verb < heads[t] <= last
            if t <= last and (t == top or not inside or heads[t] == t):
                heads[t], deps[t] = top, deps[t] if deps[t] in SET_BEFORE else "compound"
            elif t > last and heads[t] == verb and tags[t] == "VB" and deps[t] in ("acl", "relcl"):
                deps[t] = "xcomp"
            elif t > last and (heads[t] <= verb or heads[t] == root != last):
                heads[t] = verb if heads[t] != root or root <= verb else last
        for noun, label in ((subject, "nsubj"), (self._receiver(tree, verb, last), "dative"), (last, "dobj")):
            if noun is not None and noun != verb:
                heads[noun], deps[noun] = verb, label
                tags[noun] = tags[noun] if tags[noun] in HEADS else "NNP" if tree.words[noun][0].isupper() else "NN"
        heads[verb], deps[verb], tags[verb] = verb, "ROOT", "VBZ"
        return Tree(tree.words, tags, heads, deps, tree.starts)

    def _last(self, tree: Tree, v: int) -> int:
        """The last noun of the run of nouns and what belongs to them right after a word; the word itself where there is none."""
        end = v + 1
        while end < len(tree) and tree.tags[end] in OBJECT and tree.lower[end] not in self.days:
            end += 1
        nouns = [t for t in range(v + 1, end) if tree.tags[t] not in NEVER_LAST]
        return next((t for t in reversed(nouns) if tree.tags[t] != "JJ"), nouns[-1] if nouns else v)

    def _receiver(self, tree: Tree, verb: int, last: int) -> int | None:
        """The name between a verb of giving and a sum: "lends *Chad* $3 billion"."""
        if tree.lower[verb] not in self.giving:
            return None
        begins = next((t for t in range(verb + 2, last) if tree.tags[t] in ("$", "CD") and tree.tags[t - 1] in NAMES), None)
        return None if begins is None else begins - 1

    def _several(self, tree: Tree) -> Tree:
        """The tree in which the first of several names acts with the others: "*Chad*, Togo hold talks", "*Chad*, Togo and Mali met"."""
        comma = next((t for t, word in enumerate(tree.words) if word == ","), 0)
        first, verb = comma - 1, tree.heads[comma - 1] if comma else 0
        if not comma or tree.left_edge(first) != 0 or tree.tags[first] not in NAMES or tree.lower[first] in self.days:
            return tree
        hidden = tree.tags[verb] == "NN" and tree.heads[verb] == verb == comma + 2 and tree.lower[verb] in self.verbs  # "Biden, Xi *meet*"
        if not (tree.verb(verb) or hidden) or tree.deps[first] not in BESIDE:
            return tree
        acting = tree.kids(verb, "compound" if hidden else "nsubj")
        beside = [c for c in (*acting, *tree.kids(first, "appos")) if tree.left_edge(c) == comma + 1]
        others = [c for c in beside if tree.tags[c] in (*NAMES, "NNS")]
        plural = hidden or tree.tags[verb] == "VBP" or (others and tree.heads[others[0]] == verb and tree.kids(others[0], "conj"))
        if len(others) != 1 or not plural or any(tree.tags[t] not in (*NOMINAL, ",", "CC") for t in range(comma, verb)):
            return tree
        return changed(tree, {first: (verb, "nsubj"), others[0]: (first, "conj")}, {verb: "VBP"} if hidden else None)


def _abbreviated(tree: Tree) -> Tree:
    """The tree in which a pronoun in capitals is the name that it is: "*WHO* sends doctors"."""
    if not tree.tags or tree.words[0] != "WHO" or tree.tags[0] != "WP" or all(word.isupper() for word in tree.words if word.isalpha()):
        return tree
    return changed(tree, {}, {0: "NNP"})


def _to_come(tree: Tree) -> Tree:
    """The tree in which who opens a line is who will act: "*EU* to give Chad a loan"."""
    to = next((t for t, tag in enumerate(tree.tags) if tag == "TO"), 0)
    verb = tree.heads[to] if to else 0
    if not to or not all(tag in NOMINAL for tag in tree.tags[:to]) or tree.tags[verb] != "VB" or tree.heads[verb] != verb:
        return tree
    if tree.heads[to - 1] != verb or tree.kids(verb, "nsubj", "nsubjpass") or not tree.noun(to - 1):
        return tree
    return changed(tree, {to - 1: (verb, "nsubj")})
