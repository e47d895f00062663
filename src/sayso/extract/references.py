"""Pronouns and definite descriptions: who "he", "it", "the bloc" and "both sides" are, by recency and kind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.extract.memory import Memory, Mention, Referent
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon

REACH = 4  # sentences back within which a pronoun finds its antecedent


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """The words of the cue files `reference` and `grammar` that point back; `kinds` are nouns by what they mean."""

    kinds: dict[str, frozenset[str]]
    pair: frozenset[str]
    pair_words: frozenset[str]
    person: frozenset[str]
    thing: frozenset[str]
    group: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    pronouns: frozenset[str]
    bodies: frozenset[str]
    pointing: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "ReferenceWords":
        """Take them from a lexicon."""
        person, thing, group, male, female = (
            lexicon.cue("grammar", f"pronouns_{kind}") for kind in ("person", "thing", "group", "male", "female")
        )
        kinds = {kind: lexicon.noun_cue("reference", kind) for kind in ("igo", "group", "country", "person", "capital")}
        return cls(
            kinds=kinds,
            pair=lexicon.noun_cue("reference", "pair"),
            pair_words=lexicon.cue("reference", "pair_words"),
            person=person,
            thing=thing,
            group=group,
            male=male,
            female=female,
            pronouns=person | thing | group,
            bodies=kinds["country"] | kinds["igo"] | kinds["group"],
            pointing=frozenset[str]().union(*kinds.values()),
        )


def resolve(
    tree: Tree, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords, taken: frozenset[int] = frozenset()
) -> Mention | None:
    """The mention that a pronoun or a definite noun at a token points back to; None where none fits.

    Args:
        tree: the sentence.
        i: the pronoun, or the head of the noun phrase.
        here: mentions of this sentence so far.
        memory: the report so far.
        words: the words that point back.
        taken: heads of mentions that can't be meant (the other party of the same verb).
    """
    word = tree.lower[i]
    fits = _fits(word, words)
    if fits is None:
        return None
    if word in words.group and (together := joined(tree, here, i)):
        first = next(m for m in here if replace(m.referent, also=()) == together[0])
        return replace(first, referent=replace(together[0], also=together[1:], plural=True))
    if word in words.kinds["country"]:
        return _country(i, here, memory, taken)
    if word in words.thing and _unknown_subject(tree, i, here):
        return None
    for mention in _candidates(i, here, memory, taken):
        if fits(mention):
            return mention if word in words.group else replace(mention, referent=replace(mention.referent, also=()))
    return None


def _country(i: int, here: Sequence[Mention], memory: Memory, taken: frozenset[int]) -> Mention | None:
    """What "the country" means: the last country named, by itself or by one of its people, that is not the subject's own."""
    own = {m.referent.country for m in here if m.head in taken}
    before = [m for m in here if m.head < i and not m.first <= i <= m.last]
    for mention in (*reversed(before), *(m for m, n in reversed(memory.recent) if n >= memory.sentence - REACH)):
        referent = mention.referent
        if referent.country and referent.country not in own and referent.kind in ("country", "person", "body", "place", "group"):
            land = Referent(referent.name, "country", referent.country, ("GOV",))
            return replace(mention, referent=referent if referent.kind == "country" else land)
    return None


def _unknown_subject(tree: Tree, i: int, here: Sequence[Mention]) -> bool:
    """Whether the last subject before "it" is a thing that is nobody ("the typhoon ..., it would"): then that is meant."""
    known = {m.head for m in here}
    subjects = [s for s in range(i) if tree.deps[s] in ("nsubj", "nsubjpass") and tree.noun(s)]
    return bool(subjects) and known.isdisjoint(subjects) and tree.tags[subjects[-1]] in ("NN", "NNP")


def pair(tree: Tree, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> Referent | None:
    """The last two parties named, for "both sides", "the two leaders"; None for other words, or where two are not known."""
    if tree.lower[i] not in words.pair or not any(tree.lower[c] in words.pair_words for c in tree.children[i]):
        return None
    if joint := joined(tree, here, i) or (memory.pairs[-1] if memory.pairs else None):
        return replace(joint[0], also=joint[1:], plural=True)
    found: list[Referent] = []
    for mention in _candidates(i, here, memory, frozenset()):
        referent = mention.referent
        if mention.located or not _may_pair(referent):
            continue
        for each in (replace(referent, also=()), *referent.also):
            if not any(each.same(f) or _one_land(each, f) for f in found):
                found.append(each)
        if len(found) >= 2:
            first, second = found[1], found[0]
            return replace(first, also=(second,), plural=True)
    return None


def _may_pair(referent: Referent) -> bool:
    """Whether somebody can be one of "both sides": known, and no body of many states."""
    return referent.kind not in ("thing", "place") and "IGO" not in referent.sectors and bool(referent.country or referent.entity)


def _one_land(one: Referent, other: Referent) -> bool:
    """Whether two referents are a country and its government."""
    return bool(one.country) and one.country == other.country and all(r.sectors in ((), ("GOV",)) for r in (one, other))


def joined(tree: Tree, here: Sequence[Mention], before: int) -> tuple[Referent, ...] | None:
    """The last parties that stand side by side ("A and B") before a token: two or more, of different names."""
    by_head = {m.head: m for m in here}
    for head in sorted((m.head for m in here if m.head < before), reverse=True):
        group, i = [by_head[head].referent], head
        while kids := [c for c in tree.kids(i, "conj") if c in by_head and c < before]:
            i = kids[0]
            group.append(by_head[i].referent)
        known = [replace(r, also=()) for r in group if (r.country or r.entity) and r.kind not in ("thing", "place")]
        different = len({(r.name, r.country) for r in known}) == len(known)
        if len(known) > 1 and different and not by_head[head].located and tree.deps[head] != "conj":
            return tuple(known)
    return None


def _fits(word: str, words: ReferenceWords) -> Callable[[Mention], bool] | None:
    """The test of what a word can point back to; None for words that point at nobody."""
    if word in words.person:
        gender = "m" if word in words.male else "f" if word in words.female else None
        return lambda m: m.referent.kind == "person" and not m.referent.plural and m.referent.gender in (gender, None)
    if word in words.thing:
        return lambda m: m.referent.kind in ("country", "organisation", "body") and not m.referent.also and not m.located
    if word in words.group:
        return lambda m: m.referent.plural or m.referent.kind in ("group", "organisation") or bool(m.referent.also)
    if word in words.kinds["country"]:
        return lambda m: bool(m.referent.country)
    if word in words.kinds["igo"]:
        return lambda m: m.referent.kind == "organisation" and "IGO" in m.referent.sectors
    if word in words.kinds["group"]:
        return lambda m: m.referent.kind == "organisation"
    if word in words.kinds["person"]:
        return lambda m: m.referent.kind == "person" and bool(m.referent.entity or m.referent.gender) and not m.referent.plural
    return None


def _candidates(i: int, here: Sequence[Mention], memory: Memory, taken: frozenset[int]) -> Iterator[Mention]:
    """Mentions before a token: of this sentence and of the ones before, subjects first within each."""
    before = [m for m in here if m.head < i and not m.first <= i <= m.last and m.head not in taken]
    yield from _subjects_first(before)
    for back in range(1, REACH + 1):
        yield from _subjects_first([m for m, n in memory.recent if n == memory.sentence - back])


def _subjects_first(mentions: Sequence[Mention]) -> Iterator[Mention]:
    yield from (m for m in reversed(mentions) if m.subject)
    yield from (m for m in reversed(mentions) if not m.subject)
