"""How many: numbers with what they count, bounded below and above."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sayso.extract.matches import Match
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon

Kind = Literal["deaths", "injured", "arrested", "displaced", "troops", "money", "other"]

VICTIMS: tuple[Kind, ...] = ("deaths", "injured", "arrested", "displaced")
VAGUE = ("dozens", "scores", "hundreds", "thousands", "millions")
_DIGITS = re.compile(r"^[$€£₹]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^[$€£₹]?\d+(?:\.\d+)?$")


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
        cues: dict[str, Any] = dict(lexicon.cues["quantity"])
        self.verbs = {kind: lexicon.verb_cue("quantity", f"{kind}_verbs") for kind in VICTIMS}
        self.nouns = {kind: lexicon.noun_cue("quantity", f"{kind}_nouns") for kind in VICTIMS}
        self.troops, self.units = lexicon.noun_cue("quantity", "troops_nouns"), lexicon.cue("quantity", "money_units")
        self.signs: dict[str, str] = cues["money_signs"]
        self.numbers: dict[str, float] = cues["numbers"]
        self.months = frozenset(lexicon.cues["time"]["months"])
        self.lower_bounds: list[str] = cues["lower_bounds"]
        self.upper_bounds: list[str] = cues["upper_bounds"]


def quantities(tree: Tree, match: Match, words: QuantityWords) -> list[Counted]:
    """The numbers that belong to an event: under its trigger, or of the deaths and injuries told with it."""
    numbers = [i for i in range(len(tree)) if tree.tags[i] == "CD" or tree.lower[i] in VAGUE]
    if not numbers:
        return []
    inside = set(tree.subtree(match.token)) | set(tree.subtree(match.top))
    parties = {f.head for f in (*match.actors, *match.recipients)}
    found: list[Counted] = []
    for i in numbers:
        if i not in inside and not any(tree.within(i, p) for p in parties):
            continue
        counted = _counted(tree, i, parties, words)
        if counted and not any(c.first <= counted.first <= c.last for c in found):
            found.append(counted)
    return found


def _counted(tree: Tree, i: int, parties: set[int], words: QuantityWords) -> Counted | None:
    if tree.deps[i] in ("compound", "quantmod", "punct") and tree.tags[tree.heads[i]] == "CD":
        return None
    ranged = i > 2 and tree.lower[i - 1] == "and" and tree.lower[i - 3] == "between"
    below = ranged and tree.heads[i - 2] == i and tree.deps[i - 2] in ("compound", "quantmod")
    if _dates(tree, i, words) or (ranged and not below):
        return None  # a date, or the upper end of a range that is read at its lower one
    first, value = _value(tree, i, words)
    if value is None or (tree.tags[i] == "CD" and re.fullmatch(r"(19|20)\d\d", tree.words[i])):
        return None
    money = _money(tree, first, i, words)
    noun = _noun(tree, i)
    if noun == i and tree.lower[i + 1 : i + 2] == ["and"] and i + 2 < len(tree):
        noun = _noun(tree, i + 2)
    kind: Kind | None = "money" if money else _kind(tree, i, noun, words)
    if kind is None and not parties.isdisjoint((noun, i)):
        kind = "other"
    if kind is None:
        return None
    if first > 0 and tree.lower[first - 1] == "between" and tree.lower[i + 1 : i + 2] == ["and"] and i + 2 < len(tree):
        noun = _noun(tree, i + 2)
        return Counted(first - 1, max(i + 2, noun), kind, value, _value(tree, i + 2, words)[1], money or tree.lower[noun])
    if below:
        return Counted(i - 3, max(i, noun), kind, _value(tree, i - 2, words)[1], value, money or tree.lower[noun])
    begin, low, high = _bounds(tree, first, value, words)
    return Counted(begin, max(i, noun) if noun - i < 4 else i, kind, low, high, money or (tree.lower[noun] if noun != i else None))


def _dates(tree: Tree, i: int, words: QuantityWords) -> bool:
    """Whether a number is the day or the year of a date."""
    beside = {tree.lower[t].rstrip(".") for t in (i - 1, i + 1) if 0 <= t < len(tree)}
    return tree.words[i].isdigit() and len(tree.words[i]) <= 4 and bool(beside & words.months)


def _value(tree: Tree, i: int, words: QuantityWords) -> tuple[int, float | None]:
    """The number that ends at a token, and where it begins."""
    first = i
    while (
        first > 0
        and tree.heads[first - 1] == i
        and (tree.tags[first - 1] == "CD" or tree.lower[first - 1] in words.numbers)
        and tree.deps[first - 1] in ("compound", "nummod", "quantmod")
    ):
        first -= 1
    total, part = 0.0, 0.0
    for t in range(first, i + 1):
        word = tree.lower[t]
        if _DIGITS.match(word):
            number = float(word.lstrip("$€£₹").replace(",", ""))
        elif word in words.numbers:
            number = float(words.numbers[word])
        elif "-" in word and all(w in words.numbers for w in word.split("-")):
            number = float(sum(words.numbers[w] for w in word.split("-")))
        else:
            return first, None
        if number >= 100 and word in words.numbers and part:
            part *= number
            if number >= 1000:
                total, part = total + part, 0.0
        else:
            part += number
    return first, total + part


def _bounds(tree: Tree, first: int, value: float, words: QuantityWords) -> tuple[int, float | None, float | None]:
    """Where the expression begins and what it says of the number: a floor, a ceiling, a range, or the number itself."""
    before = " ".join(tree.lower[max(0, first - 3) : first])
    for bound in words.lower_bounds:
        if before.endswith(bound):
            return first - len(bound.split()), value, None
    for bound in words.upper_bounds:
        if before.endswith(bound):
            return first - len(bound.split()), None, value
    return first, value, value if tree.lower[first] not in VAGUE else None


def _money(tree: Tree, first: int, i: int, words: QuantityWords) -> str | None:
    sign = next((words.signs[tree.lower[t]] for t in (first - 1, first - 2) if t >= 0 and tree.lower[t] in words.signs), None)
    if sign or tree.words[first][0] in words.signs:
        return sign or words.signs[tree.words[first][0]]
    after = tree.lower[i + 1] if i + 1 < len(tree) else ""
    return after if after in words.units else None


def _noun(tree: Tree, i: int) -> int:
    """What a number counts."""
    if tree.deps[i] in ("nummod", "amod", "nmod", "compound") and tree.heads[i] > i:
        return tree.heads[i]
    of = [p for c in tree.kids(i, "prep") if tree.lower[c] == "of" for p in tree.kids(c, "pobj")]
    return of[0] if of else i


def _kind(tree: Tree, i: int, noun: int, words: QuantityWords) -> Kind | None:
    """What happened to those counted, by the verb above them or the noun itself."""
    for above in _above(tree, noun if tree.within(i, noun) else i):
        for kind in VICTIMS:
            if tree.lower[above] in words.verbs[kind]:
                return kind
    for kind in VICTIMS:
        if tree.lower[noun] in words.nouns[kind] or any(tree.lower[c] in words.nouns[kind] for c in _after(tree, i)):
            return kind
    return "troops" if tree.lower[noun] in words.troops else None


def _above(tree: Tree, i: int) -> Iterator[int]:
    """The verbs that a counted noun is object or subject of, and participles on it ("killed", "found dead", "12 wounded")."""
    yield from (c for c in tree.kids(i, "acl", "amod", "relcl"))
    top = i
    while tree.deps[top] == "conj":
        top = tree.heads[top]
    if tree.deps[top] in ("dobj", "nsubjpass", "nsubj", "pobj", "ccomp", "oprd"):
        head = tree.heads[top] if tree.deps[top] != "pobj" else tree.heads[tree.heads[top]]
        if tree.deps[top] != "nsubj" or tree.lower[head].startswith(("di", "flee", "fled", "perish")):
            yield head
        yield from (c for c in tree.kids(head, "oprd", "acomp", "xcomp") if tree.deps[top] in ("dobj", "nsubjpass"))


def _after(tree: Tree, i: int) -> list[int]:
    """The words right after a number: "12 dead", "30 wounded"."""
    return [t for t in (i + 1, i + 2) if t < len(tree) and tree.lower[t] not in (",", "and")]
