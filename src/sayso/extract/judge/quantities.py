"""How many: numbers with what they count, bounded below and above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.extract.judge.numerals import Numeral, Numerals
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon

Kind = Literal["deaths", "injured", "arrested", "displaced", "troops", "money", "other"]

VICTIMS: tuple[Kind, ...] = ("deaths", "injured", "arrested", "displaced")
OBJECTS = ("dobj", "nsubjpass", "oprd", "ccomp", "attr")
COUNTING = ("nummod", "amod", "nmod", "compound", "quantmod", "det", "poss")
CLAUSES = ("relcl", "ccomp", "advcl", "pcomp", "parataxis", "ROOT", "conj", "acl", "xcomp", "csubj")
FEW = 10  # soldiers of whom "the" or "its" says who they are rather than how many
FAR = 4  # words between a number and its noun beyond which the noun is left out of its text
YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in a sentence: its first and last token, what it counts, and its bounds.

    `low` and `high` are None where the text leaves that side open; `unit` is the word counted or the currency, None for a bare
    number.
    """

    first: int
    last: int
    kind: Kind
    low: float | None
    high: float | None
    unit: str | None


class QuantityWords:
    """The cue file `quantity`, in all forms."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take it from a lexicon."""
        cues = lexicon.cues["quantity"]
        self.verbs = {kind: lexicon.verb_cue("quantity", f"{kind}_verbs") for kind in VICTIMS}
        self.nouns = {kind: lexicon.noun_cue("quantity", f"{kind}_nouns") for kind in VICTIMS}
        self.homeless, self.homes = lexicon.verb_cue("quantity", "homeless_verbs"), lexicon.noun_cue("quantity", "homes")
        self.suffered = lexicon.verb_cue("quantity", "suffered")
        self.troops, self.measures = lexicon.noun_cue("quantity", "troops_nouns"), lexicon.noun_cue("quantity", "measures")
        self.definite, self.percent = lexicon.cue("quantity", "definite"), lexicon.cue("quantity", "percent")
        self.signs: dict[str, str] = cues["money_signs"]
        self.units: dict[str, str | None] = cues["money_units"]
        self.currencies: dict[str, str] = cues["money_of"]
        self.months = frozenset(lexicon.cues["time"]["months"])
        self.apart: frozenset[str] = lexicon.cue("quantity", "apart")
        self.numerals = Numerals(cues)
        self._cues = self.numerals.starts

    def may_count(self, tree: Tree) -> bool:
        """Whether a sentence has a number at all."""
        return "CD" in tree.tags or not self._cues.isdisjoint(tree.lower)


def numbers(tree: Tree, words: QuantityWords) -> list[Numeral]:
    """The numbers of a sentence that could count something."""
    if not words.may_count(tree):
        return []
    return [n for n in words.numerals.find(tree.lower) if not _names(tree, n, words)]


def quantities(tree: Tree, match: Match, found: Sequence[Numeral], words: QuantityWords) -> list[Counted]:
    """Those of a sentence's numbers that belong to an event: of its parties, of what it does, or of victims told with it."""
    return [c for n in found if (c := _counted(tree, match, n, words))]


def _counted(tree: Tree, match: Match, n: Numeral, words: QuantityWords) -> Counted | None:
    """What a number counts, if that belongs to the event."""
    head = _head(tree, n)
    noun = _noun(tree, n, head)
    top = noun if tree.within(head, noun) else head
    money = _money(tree, n, words)
    if money is not None:
        told = _belongs(tree, match, (top, noun), "money", words)
        return Counted(n.first, money[1], "money", n.low, n.high, money[0]) if told else None
    bare = noun == head
    if tree.lower[noun] in words.measures or (bare and n.low == n.high == 1):
        return None
    kind = _kind(tree, match, n, (top, noun), words)
    if not _belongs(tree, match, (top, noun), kind, words):
        return None
    if kind in ("other", "troops") and _known(tree, n, (top, noun), words, few=kind == "troops"):
        return None
    last = max(n.last, noun) if noun - n.last < FAR else n.last
    return Counted(n.first, last, kind, n.low, n.high, None if bare else tree.lower[noun])


def _names(tree: Tree, n: Numeral, words: QuantityWords) -> bool:
    """Whether a number is a date, a year, part of a name or of an adjective: "Route 66", "Resolution 1701", "S-500"."""
    first, last = n.core
    before = tree.lower[first - 1] if first else ""
    beside = {before.rstrip("."), tree.lower[last + 1].rstrip(".") if last + 1 < len(tree) else ""}
    if first == last and tree.words[first].isdigit() and (int(tree.words[first]) in YEARS or (beside & words.months)):
        return True
    if tree.lower[last + 1 : last + 2] == ["-"] and tree.starts[last + 1] == tree.ends[last] and before not in words.signs:
        return True  # "a 500-page report"
    glued = first > 0 and tree.ends[first - 1] == tree.starts[first]
    if glued and before not in words.signs and before not in ('"', "“", "(", "‘", "'", "[", "—", "–", "~", "≈"):
        return True
    return tree.tags[last] == "CD" and tree.heads[last] < first and tree.deps[last] == "nummod" and tree.tags[tree.heads[last]] == "NNP"


def _head(tree: Tree, n: Numeral) -> int:
    """The token of a number that the others of it depend on."""
    at = n.core[1]
    while n.core[0] <= tree.heads[at] <= n.core[1] and tree.heads[at] != at:
        at = tree.heads[at]
    return at


def _noun(tree: Tree, n: Numeral, head: int) -> int:
    """What a number counts; the number itself where nothing is said."""
    for at in dict.fromkeys((head, n.core[1])):
        if tree.deps[at] in COUNTING and tree.heads[at] > n.core[1]:
            at = tree.heads[at]
            while tree.deps[at] in ("amod", "compound", "nmod") and tree.heads[at] > at and tree.tags[at][0] in "JN":
                at = tree.heads[at]
            return at
        of = [p for c in tree.kids(at, "prep") if tree.lower[c] == "of" for p in tree.kids(c, "pobj") if p > at]
        if of:
            return of[0]
    return head


def _known(tree: Tree, n: Numeral, at: tuple[int, int], words: QuantityWords, *, few: bool) -> bool:
    """Whether a number tells who is meant rather than how many: "the two sides", "Habre, 73"; of troops it does if they are `few`."""
    top, noun = at
    if few and (n.low or n.high or 0) >= FEW:
        return False
    if top == noun == _head(tree, n):
        return tree.deps[top] not in (*OBJECTS, "nsubj", "pobj")
    return top == noun and (
        tree.lower[max(0, n.first - 1)] in words.definite or any(tree.lower[d] in words.definite for d in tree.kids(noun, "det", "poss"))
    )


def _money(tree: Tree, n: Numeral, words: QuantityWords) -> tuple[str | None, int] | None:
    """The currency of a sum, its ISO code where that is known, and the last word of the sum; None where it is no sum."""
    first, last = n.core
    sign = tree.lower[first - 1] if first else ""
    if sign in words.signs:
        return words.signs[sign], n.last
    if tree.lower[first][0] in words.signs:
        return words.signs[tree.lower[first][0]], n.last
    for at in range(last + 1, min(last + 4, len(tree))):
        word = tree.lower[at]
        if word in words.units:
            of = words.currencies.get(f"{tree.lower[at - 1]} {word if word.endswith('s') else word + 's'}")
            return of or words.units[word] or word, at
        if tree.tags[at] not in ("JJ", "NNP", "NN"):
            break
    return None


def _kind(tree: Tree, match: Match, n: Numeral, at: tuple[int, int], words: QuantityWords) -> Kind:
    """What happened to those counted, by the verb above them or the noun itself; what else the event is about is `other`."""
    if n.fraction:
        return "other"
    if _homeless(tree, at, match, words):
        return "displaced"
    for above in _above(tree, at, match, words):
        for kind in VICTIMS:
            made = tree.noun(above) or tree.deps[above] in ("oprd", "acomp")  # "left twenty dead"
            if tree.lower[above] in words.verbs[kind] or (made and tree.lower[above] in words.nouns[kind]):
                return kind
            told = (t for t in match.tokens if tree.deps[t] != "pobj")  # "sentenced to death" lets nobody die
            if above == match.token and any(tree.lower[t] in words.nouns[kind] for t in told):  # "shot dead"
                return kind
    for kind in VICTIMS:
        if tree.lower[at[1]] in words.nouns[kind] or (n.last + 1 < len(tree) and tree.lower[n.last + 1] in words.nouns[kind]):
            return kind
    return "troops" if tree.lower[at[1]] in words.troops else "other"


def _homeless(tree: Tree, at: tuple[int, int], match: Match, words: QuantityWords) -> bool:
    """Whether those counted are driven from their homes: "drove 300 families *out of* their villages"."""
    verbs = (v for v in _above(tree, at, match, words) if tree.lower[v] in words.homeless)
    starts = (p for v in verbs for c in tree.kids(v, "prep") for p in (c, *tree.kids(c, "prep")) if tree.lower[p] in ("from", "of"))
    return any(tree.lower[o] in words.homes for p in starts for o in tree.kids(p, "pobj"))


def _above(tree: Tree, at: tuple[int, int], match: Match, words: QuantityWords) -> Iterator[int]:
    """What is done to those counted: the verb that they are object or subject of, a noun with "of", participles on them."""
    top, noun = at
    while tree.deps[top] == "conj":
        top = tree.heads[top]
    head = tree.heads[top]
    if tree.deps[top] == "pobj":
        yield tree.heads[head]
    elif tree.deps[top] in OBJECTS or (tree.deps[top] == "nsubj" and tree.lower[head] in words.suffered):
        yield head
        yield from tree.kids(head, "oprd", "acomp", "xcomp") if tree.deps[top] in ("dobj", "nsubjpass") else ()
    party = noun in {f.head for f in (*match.actors, *match.recipients)}  # "captured rebels were freed": freed they are now
    yield from (c for c in tree.kids(noun, "acl", "amod", "relcl") if c == match.token or not party)


def _belongs(tree: Tree, match: Match, at: tuple[int, int], kind: Kind, words: QuantityWords) -> bool:
    """Whether what is counted is told of this event: it is a party or stands below the trigger, in no clause of its own."""
    top, noun = at
    parties = {f.head for f in (*match.actors, *match.recipients)}
    if noun in parties or top in parties:
        return True
    targets = {match.token, match.top}
    above = tree.heads[match.token]
    if kind in VICTIMS and (
        tree.deps[match.token] == "nsubj"  # "shelling killed 12"
        or (tree.deps[match.token] == "conj" and tree.lower[above] in words.suffered)  # "one died and 40 were hurt"
    ):
        targets.add(above)
    i = top
    while i not in targets:
        above = tree.heads[i]
        if above == i or tree.lower[i] in words.apart or not _open(tree, i, kind, beside=above in targets):
            return False
        if above in parties and not tree.verb(above):
            return kind != "other" or (tree.heads[tree.heads[top]] == above and tree.lower[tree.heads[top]] == "of")
        i = above
    return kind != "other" or tree.lower[noun] in words.percent or tree.deps[top] in OBJECTS


def _open(tree: Tree, at: int, kind: Kind, *, beside: bool) -> bool:
    """Whether a number below a word still belongs to what is above it: victims also in "..., killing 12" and "..., which killed 12"."""
    if tree.deps[at] not in CLAUSES or not (tree.verb(at) or tree.deps[at] in CLAUSES[:4]):
        return True
    if kind not in VICTIMS:
        return tree.deps[at] == "xcomp"
    if tree.deps[at] in ("conj", "xcomp", "acl"):
        return True
    free = not tree.kids(at, "nsubj", "nsubjpass", "mark")
    return (tree.deps[at] == "advcl" and free) or (tree.deps[at] == "relcl" and beside)
