"""How many: numbers with what they count, bounded below and above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.extract.identify.nobody import machine
from sayso.extract.judge.numerals import Numeral, Numerals
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.lexicon import Lexicon
from sayso.model.quad import FRIENDLY, SPOKEN

Kind = Literal["deaths", "injured", "arrested", "displaced", "troops", "money", "other"]

VICTIMS: tuple[Kind, ...] = ("deaths", "injured", "arrested", "displaced")
HARM: tuple[Kind, ...] = ("deaths", "injured")
DONE_TO: tuple[Kind, ...] = (*HARM, "arrested")
OF_KIND = ("compound", "nmod", "amod")  # of a name before what is called so
OBJECTS = ("dobj", "nsubjpass", "oprd", "ccomp", "attr")
COUNTING = ("nummod", "amod", "nmod", "compound", "quantmod", "det", "poss")
CLAUSES = ("relcl", "ccomp", "advcl", "pcomp", "parataxis", "ROOT", "conj", "acl", "xcomp", "csubj")
FEW = 10  # soldiers of whom "the" or "its" says who they are rather than how many
FAR = 4  # words between a number and its noun beyond which the noun is left out of its text
FEW_WORDS = 4  # from "including" or "among them" to the number of those who are
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
        self.months = lexicon.cue("time", "months")
        self.losing, self.people = lexicon.verb_cue("quantity", "losing"), lexicon.noun_cue("quantity", "people_nouns")
        self.costing, self.lives = lexicon.verb_cue("quantity", "costing"), lexicon.noun_cue("quantity", "lives")
        self.tolls, self.rising = lexicon.noun_cue("quantity", "tolls"), lexicon.verb_cue("quantity", "rising")
        self.reaching, self.placing = lexicon.cue("quantity", "reaching"), lexicon.cue("quantity", "placing")
        self.handling = lexicon.verb_cue("quantity", "handling")
        self.arms, self.makes = lexicon.noun_cue("reference", "arms"), lexicon.cue("reference", "makes")
        self.aged: frozenset[str] = lexicon.cue("quantity", "aged")
        self.apart: frozenset[str] = lexicon.cue("quantity", "apart")
        self.partly: frozenset[str] = lexicon.cue("quantity", "partly")
        self.of_them: tuple[str, ...] = tuple(lexicon.cue("quantity", "of_them"))
        self.numerals = Numerals(cues)
        self._cues = self.numerals.starts

    def may_count(self, tree: Tree) -> bool:
        """Whether a sentence has a number at all."""
        return "CD" in tree.tags or not self._cues.isdisjoint(tree.lower)


def numbers(tree: Tree, words: QuantityWords) -> list[Numeral]:
    """The numbers of a sentence that could count something."""
    if not words.may_count(tree):
        return []
    found = words.numerals.find(tree.lower)
    return [n for n in found if not _names(tree, n, words) and not _whole_of_part(tree, n, found, words) and not _part(tree, n, words)]


def quantities(tree: Tree, match: Match, found: Sequence[Numeral], words: QuantityWords) -> list[Counted]:
    """Those of a sentence's numbers that belong to an event: of its parties, of what it does, or of victims told with it."""
    return [c for n in found if (c := _counted(tree, match, n, words))]


def _counted(tree: Tree, match: Match, n: Numeral, words: QuantityWords) -> Counted | None:
    """What a number counts, if that belongs to the event."""
    head = _head(tree, n)
    noun = _noun(tree, n, head)
    top = noun if tree.within(head, noun) or noun == n.core[1] + 1 else head
    money = _money(tree, n, words)
    if money is not None:
        told = _belongs(tree, match, (top, noun), "money", words)
        return Counted(n.first, money[1], "money", n.low, n.high, money[0]) if told else None
    bare = noun == head
    if tree.lower[noun] in words.measures or (bare and n.low == n.high == 1):
        return None
    if toll := _toll(tree, match, top, words):
        return Counted(n.first, n.last, toll, n.low, n.high, None)
    kind = _kind(tree, match, n, (top, noun), words)
    if not _belongs(tree, match, (top, noun), kind, words):
        return None
    if kind in ("other", "troops") and _known(tree, n, (top, noun), words, few=kind == "troops"):
        return None
    last = max(n.last, noun) if noun - n.last < FAR else n.last
    return Counted(n.first, last, kind, n.low, n.high, None if bare else tree.lower[noun])


def _toll(tree: Tree, match: Match, head: int, words: QuantityWords) -> Kind | None:
    """Whose number has come to a figure: "the *toll* of the raid *rose to 45*", "*brought the toll to 45* people"."""
    prep = tree.heads[head] if tree.deps[head] == "pobj" and tree.lower[tree.heads[head]] in words.reaching else None
    verb = tree.heads[prep] if prep is not None else tree.heads[head]
    if tree.lower[verb] not in words.rising or not (prep is not None or tree.deps[head] == "dobj"):
        return None
    subject = next((s for s in tree.kids(verb, "nsubj", "nsubjpass", "dobj") if tree.lower[s] in words.tolls), None)
    if subject is None or not (match.token == verb or tree.within(match.token, subject)):
        return None
    below = [t for t in tree.subtree(subject) if tree.verb(t)]
    return next((k for t in below for k in VICTIMS if tree.lower[t] in words.verbs[k]), "deaths")


def _names(tree: Tree, n: Numeral, words: QuantityWords) -> bool:
    """Whether a number is a date, a year, part of a name or of an adjective: "Route 66", "Resolution 1701", "S-500"."""
    first, last = n.core
    before = tree.lower[first - 1] if first else ""
    beside = {before.rstrip("."), tree.lower[last + 1].rstrip(".") if last + 1 < len(tree) else ""}
    if first == last and tree.words[first].isdigit() and (int(tree.words[first]) in YEARS or (beside & words.months)):
        return True
    if tree.lower[last + 1 : last + 2] == ["-"] and tree.starts[last + 1] == tree.ends[last] and before not in words.signs:
        return True  # "a 500-page report"
    if before == "of" and first > 1 and (tree.lower[first - 2] in words.aged or tree.words[first][0].isupper()):
        return True  # "a man of 40", "the Group of Eight"
    glued = first > 0 and tree.ends[first - 1] == tree.starts[first]
    if glued and before not in words.signs and before not in ('"', "“", "(", "‘", "'", "[", "—", "–", "~", "≈"):
        return True
    titled = tree.words[first].istitle() and first > 1 and tree.tags[first - 1] == "NNP"
    if first == last and titled and tree.starts[first] == tree.ends[first - 1] + 1:
        return True  # "told Channel Four"
    name = tree.heads[last]
    if (
        first == last
        and first > 1
        and tree.tags[first - 1] == "NNP"
        and tree.heads[first - 1] == name > last
        and tree.deps[first - 1] in OF_KIND
    ):
        return True  # "Leopard 2 tanks"
    numbered = tree.tags[last] == "CD" and name < first and tree.deps[last] == "nummod" and tree.tags[name] == "NNP"
    return numbered and tree.lower[name] not in words.months


def _whole_of_part(tree: Tree, n: Numeral, found: Sequence[Numeral], words: QuantityWords) -> bool:
    """Whether a number only tells of how many another one is a part: "shot down 14 *of 17* drones"."""
    before = n.first - (tree.lower[n.first - 1] in words.definite)
    return before > 1 and tree.lower[before - 1] == "of" and any(m.last == before - 2 for m in found)


def _part(tree: Tree, n: Numeral, words: QuantityWords) -> bool:
    """Whether those counted are among others who are counted: "16 people, *among them three* women", "*five* children *among them*"."""
    start, end = n.first, n.last + 1
    while start > 0 and tree.lower[start - 1] not in (",", "(", "–", "—", ";"):
        start -= 1
    while end < len(tree) and tree.lower[end] not in (",", ")", ".", ";"):
        end += 1
    ahead, behind = " ".join(tree.lower[start : n.first]), " ".join(tree.lower[n.last + 1 : end])
    aside = not any(tree.verb(i) for i in range(start, end))
    near = n.first - start <= FEW_WORDS
    return any((near and ahead.startswith(w)) or behind.endswith(w) for w in words.partly) or (aside and behind.startswith(words.of_them))


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
            while tree.deps[at] in ("amod", "compound", "nmod", "nummod") and tree.heads[at] > at and tree.tags[at][0] in "JNC":
                at = tree.heads[at]
            return at
        of = [p for p in tree.taken(at, "of") if p > at]
        if of:
            return of[0]
    after = n.core[1] + 1
    dated = tree.heads[head] < n.first and tree.deps[head] == "nummod" and after < len(tree) and tree.noun(after)
    return after if dated else head  # "since December 173,000 people"


def _known(tree: Tree, n: Numeral, at: tuple[int, int], words: QuantityWords, *, few: bool) -> bool:
    """Whether a number tells who is meant rather than how many: "the two sides", "Habre, 73"; of troops it does if they are `few`."""
    top, noun = at
    if few and (n.low or n.high or 0) >= FEW:
        return False
    if top == noun == _head(tree, n):
        if tree.lower[max(0, n.first - 1)] in words.definite:
            return True  # "leaders of the eight"
        return tree.deps[top] not in (*OBJECTS, "nsubj", "pobj")
    return top == noun and (tree.lower[max(0, n.first - 1)] in words.definite or tree.has(noun, words.definite, "det", "poss"))


def _money(tree: Tree, n: Numeral, words: QuantityWords) -> tuple[str | None, int] | None:
    """The currency of a sum, its ISO code where that is known, and the last word of the sum; None where it is no sum."""
    first, last = n.core
    sign = tree.lower[first - 1] if first else ""
    if sign in words.signs:
        return words.signs[sign], n.last
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
    done = _done(tree, match, n, at, words)
    if done:
        return done
    for kind in VICTIMS:
        if tree.lower[at[1]] in words.nouns[kind] or (n.last + 1 < len(tree) and tree.lower[n.last + 1] in words.nouns[kind]):
            return kind
    held = any(tree.lower[above] in words.handling for above in _above(tree, at, match, words))
    armed = tree.lower[at[1]] in words.troops and not machine(tree, at[1], words.arms, words.makes)
    return "troops" if armed and not held else "other"


def _done(tree: Tree, match: Match, n: Numeral, at: tuple[int, int], words: QuantityWords) -> Kind | None:
    """What was done to those counted, by the words over them or right behind their number."""
    after = tree.lower[n.last + 1 : n.last + 2]
    if at[0] == at[1] == _head(tree, n) and after and tree.tags[n.last + 1] in ("VBN", "VBD", "JJ"):
        hurt = next((kind for kind in DONE_TO if after[0] in words.verbs[kind] | words.nouns[kind]), None)
        if hurt:
            return hurt  # "seven were killed, and 160 hurt"
    for above in _above(tree, at, match, words):
        for kind in VICTIMS:
            made = tree.noun(above) or tree.deps[above] in ("oprd", "acomp")  # "left twenty dead"
            dead = kind == "deaths" and _perished(tree, above, words)
            if dead or tree.lower[above] in words.verbs[kind] or (made and tree.lower[above] in words.nouns[kind]):
                return kind
            told = (t for t in match.tokens if tree.deps[t] != "pobj")  # "sentenced to death" lets nobody die
            if above == match.token and any(tree.lower[t] in words.nouns[kind] for t in told):  # "shot dead"
                return kind
        if tree.lower[above] in words.losing and tree.lower[at[1]] in words.troops | words.people and tree.deps[at[0]] == "dobj":
            return "deaths"  # "lost ten men"
        if tree.lower[above] in words.costing and tree.lower[at[1]] in words.lives and tree.deps[at[0]] == "dobj":
            return "deaths"  # "claimed ten lives"
    return None


def _perished(tree: Tree, verb: int, words: QuantityWords) -> bool:
    """Whether a verb tells that its subject died: "*lost* their *lives*"."""
    return tree.lower[verb] in words.losing and tree.has(verb, words.lives, "dobj")


def _homeless(tree: Tree, at: tuple[int, int], match: Match, words: QuantityWords) -> bool:
    """Whether those counted are driven from their homes: "drove 300 families *out of* their villages"."""
    verbs = (v for v in _above(tree, at, match, words) if tree.lower[v] in words.homeless)
    starts = (p for v in verbs for c in tree.kids(v, "prep") for p in (c, *tree.kids(c, "prep")) if tree.lower[p] in ("from", "of"))
    return any(tree.lower[o] in words.homes for p in starts for o in tree.kids(p, "pobj"))


def _above(tree: Tree, at: tuple[int, int], match: Match, words: QuantityWords) -> Iterator[int]:
    """What is done to those counted: the verb that they are object or subject of, a noun with "of", participles on them."""
    top, noun = at
    while tree.deps[top] == "conj":
        if tree.verb(tree.heads[top]) and not tree.verb(top):
            yield tree.heads[top]  # "arrested the mayor *and four* of his aides", hung on the verb
            return
        top = tree.heads[top]
    head = tree.heads[top]
    if tree.deps[top] == "pobj":
        if not tree.verb(tree.heads[head]) or tree.lower[head] == "of":  # "killed in four raids", "killed by ten gunmen"
            yield tree.heads[head]
    elif tree.deps[top] in OBJECTS or (tree.deps[top] == "nsubj" and (tree.lower[head] in words.suffered or _perished(tree, head, words))):
        yield head
        yield from tree.kids(head, "oprd", "acomp", "xcomp") if tree.deps[top] in ("dobj", "nsubjpass") else ()
    party = noun in {f.head for f in (*match.actors, *match.recipients)}  # "captured rebels were freed": freed they are now
    yield from (c for c in tree.kids(noun, "acl", "amod", "relcl") if c == match.token or not party)


def _belongs(tree: Tree, match: Match, at: tuple[int, int], kind: Kind, words: QuantityWords) -> bool:
    """Whether what is counted is told of this event: it is a party or stands below the trigger, in no clause of its own."""
    top, noun = at
    parties = {f.head for f in (*match.actors, *match.recipients)}
    if kind in DONE_TO and (match.pattern.quad in SPOKEN or _of_what_led_to_it(tree, match, top, words)):
        return False
    if kind in HARM and tree.deps[match.top] == "relcl" and tree.heads[match.top] == noun and noun in {f.head for f in match.actors}:
        return False  # "killed ten rebels *who had held* nuns"
    if noun in parties or top in parties:
        return True
    targets = {match.token, match.top}
    above = tree.heads[match.token]
    if kind in VICTIMS and (
        tree.deps[match.token] == "nsubj"  # "shelling killed 12"
        or (tree.deps[match.token] == "conj" and tree.lower[above] in words.suffered and _harms(tree, match, words))
    ):
        targets.add(above)
    i = top
    while i not in targets:
        above = tree.heads[i]
        if above == i or tree.lower[i] in words.apart or not _open(tree, i, kind, words, beside=above in targets):
            return False
        if kind in HARM and match.pattern.quad in FRIENDLY and tree.deps[i] in ("conj", "advcl") and tree.verb(i):
            return False  # "*freed* six nuns and killed ten rebels"
        if above in parties and not tree.verb(above):
            return kind != "other" or (tree.heads[tree.heads[top]] == above and tree.lower[tree.heads[top]] == "of")
        i = above
    return kind != "other" or tree.lower[noun] in words.percent or tree.deps[top] in OBJECTS


def _of_what_led_to_it(tree: Tree, match: Match, top: int, words: QuantityWords) -> bool:
    """Whether victims are those of what an act follows on: "marched *over* the killing of ten"."""
    for i in tree.up(top):
        if i in (match.token, match.top):
            return False
        if tree.lower[i] in words.apart:
            return True
    return False


def _elsewhere(tree: Tree, at: int, words: QuantityWords) -> bool:
    """Whether a joined clause tells of others at another place: "one was killed in Gao and *two were hurt near Kidal*"."""
    above = tree.heads[at]
    joined = tree.deps[at] == "conj" and tree.kids(at, "nsubj", "nsubjpass") and tree.kids(above, "nsubjpass")
    return bool(joined) and _placed(tree, at, words) and _placed(tree, above, words)


def _placed(tree: Tree, verb: int, words: QuantityWords) -> bool:
    """Whether a verb says where with a name."""
    return any(tree.tags[n] == "NNP" for n in tree.taken(verb, *words.placing))


def _harms(tree: Tree, match: Match, words: QuantityWords) -> bool:
    """Whether a verb goes on with what happened to victims: "one died and 40 *were hurt*", but not "and 40 *were arrested*"."""
    return any(tree.lower[match.token] in words.verbs[kind] for kind in HARM)


def _open(tree: Tree, at: int, kind: Kind, words: QuantityWords, *, beside: bool) -> bool:
    """Whether a number below a word still belongs to what is above it: victims also in "..., killing 12" and "..., which killed 12"."""
    if tree.deps[at] not in CLAUSES or not (tree.verb(at) or tree.deps[at] in CLAUSES[:4]):
        return True
    if kind not in VICTIMS:
        return tree.deps[at] == "xcomp"
    if tree.deps[at] == "conj" and kind not in HARM and tree.kids(at, "nsubj", "nsubjpass"):
        return False  # "they burned cars, and 40 *were arrested*"
    if tree.deps[at] in ("conj", "xcomp", "acl"):
        return not _elsewhere(tree, at, words)
    free = not tree.kids(at, "nsubj", "nsubjpass", "mark")
    return (tree.deps[at] == "advcl" and free) or (tree.deps[at] == "relcl" and beside)
