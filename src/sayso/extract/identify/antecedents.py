"""Who was told of before a word: side by side, or one by one, the nearest and the subjects first."""

from collections.abc import Container, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain, groupby, repeat, takewhile
from operator import attrgetter, itemgetter

from sayso.extract.identify.memory import Memory, Mention, Referent
from sayso.extract.parse.tree import Tree

REACH = 4  # sentences back within which a pronoun finds its antecedent


def joined(tree: Tree, here: Sequence[Mention], before: int) -> tuple[Referent, ...] | None:
    """The last parties that stand side by side ("A and B") before a token: two or more, of different names."""
    by_head = {m.head: m for m in here if m.head < before}
    for head in sorted((h for h in by_head if tree.deps[h] != "conj" and tree.kids(h, "conj")), reverse=True):
        group, i = [by_head[head].referent], head
        while kids := [(c, n) for c in tree.kids(i, "conj") for n in (c, *of_which(tree, c)) if n in by_head]:
            i, noun = kids[0]
            group.append(by_head[noun].referent)
        if len(group) < 2:
            continue
        known = [replace(each, also=()) for r in group if _somebody(r) for each in (r, *r.also)]
        different = len({(r.name, r.country) for r in known}) == len(known)
        of_people = any(m.referent.plural and m.head < head <= m.last for m in here)  # "citizens of A and B" are meant, not A and B
        if len(known) > 1 and different and not (by_head[head].located or of_people or _whence(tree, here, head)):
            return tuple(known)
    return None


def _whence(tree: Tree, here: Sequence[Mention], head: int) -> bool:
    """Whether parties are only where the many come from whom the sentence is about: "refugees came *from Chad and Togo*"."""
    origin = tree.deps[head] == "pobj" and tree.lower[tree.heads[head]] == "from"
    return origin and any(m.subject and m.referent.plural and m.head < head for m in here)


def _somebody(referent: Referent) -> bool:
    """Whether a party is known, or a body or crowd with a role whose country is for the report to say."""
    nameless = referent.kind in ("body", "group") and bool(referent.sectors)
    return referent.kind not in ("thing", "place") and bool(referent.country or referent.entity or nameless)


def of_which(tree: Tree, i: int) -> list[int]:
    """What the "of" right behind a word takes: "dozens of *rebels*"."""
    return [p for c in tree.kids(i, "prep") if c == i + 1 and tree.lower[c] == "of" for p in tree.kids(c, "pobj")]


def with_distance(i: int, here: Sequence[Mention], memory: Memory) -> Iterator[tuple[Mention, int]]:
    """Mentions before a token and how many sentences back they stand, subjects first within each sentence."""
    yield from zip(_subjects_first([m for m in reversed(here) if m.head < i and not m.first <= i <= m.last]), repeat(0))
    for number, told in groupby(reversed(memory.recent), key=itemgetter(1)):
        main_first = sorted((m for m, _ in told), key=attrgetter("aside"))  # "held the men *whom rebels had freed*. They ..."
        yield from zip(_subjects_first(main_first), repeat(memory.sentence - number))


def candidates(i: int, here: Sequence[Mention], memory: Memory, taken: Set[int] = frozenset()) -> Iterator[Mention]:
    """Mentions before a token, but for `taken` ones: of this sentence and of the ones before, subjects first within each.

    Nor is a person meant who is told of in a taken one: in "*he* told *him*" they are two.
    """
    free = [m for m in here if m.head not in taken] if taken else here
    same = [m.referent for m in here if m.head in taken and m.referent.kind == "person"] if taken else []
    near = (m for m, _ in takewhile(lambda told: told[1] <= REACH, with_distance(i, free, memory)))
    return (m for m in near if m.referent not in same)


def persons(i: int, here: Sequence[Mention], memory: Memory) -> Iterator[Referent]:
    """The single persons told of before a token, those of its sentence first."""
    return (m.referent for m, _ in with_distance(i, here, memory) if m.referent.kind == "person" and not m.referent.plural)


def nearest(i: int, here: Sequence[Mention], memory: Memory) -> Iterator[Mention]:
    """Mentions before a token as far back as the report is remembered, the nearest first."""
    return chain([m for m in reversed(here) if m.head < i], map(itemgetter(0), reversed(memory.recent)))


def _subjects_first(mentions: Iterable[Mention]) -> list[Mention]:
    return sorted(mentions, key=attrgetter("subject"), reverse=True)


def clause_subjects(tree: Tree, i: int, offices: Set[str]) -> frozenset[int]:
    """Subjects of the verb that a token is object of: they can't be meant again by a pronoun or a "the country" there."""
    verb = next((h for h in tree.up(i) if tree.verb(h)), None)
    while verb is not None and _shares_subject(tree, verb) and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    doers = tree.kids(verb, "nsubj", *(("nsubjpass",) if _to_it(tree, i, verb) else ())) if verb is not None else []
    subjects = [s for n in doers for s in (n, *tree.kids(n, "appos"))]
    held = [p for s in subjects if tree.lower[s] in offices for p in tree.kids(s, "poss")]
    of = (p for s in subjects for p in tree.taken(s, "of"))
    held += [p for p in of if tree.tags[p] == "NNP"]  # "the government *of Castillo* granted him asylum"
    held += [p for s in subjects for p in tree.taken(s, "from", "by")]  # "pressure *from nurses* made them leave"
    return frozenset((*map(tree.antecedent, subjects), *held))


def _to_it(tree: Tree, i: int, verb: int) -> bool:
    """Whether a passive tells that somebody is sent to a token, or that it does something to him: "*soldiers* were sent to the country"."""
    prep = tree.heads[i]
    return tree.heads[prep] == verb and tree.lower[prep] in ("to", "into", "against", "by", "from")


def _shares_subject(tree: Tree, verb: int) -> bool:
    """Whether a verb has its subject from the one over it: "Chad turned to Togo, *asking* it to wait"."""
    lent = tree.deps[verb] in ("xcomp", "conj") or (tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG" and not tree.kids(verb, "mark"))
    return lent and not tree.kids(verb, "nsubj")


def demanders(tree: Tree, i: int, offices: Set[str]) -> frozenset[int]:
    """Who demands what a pronoun is to do, which is another's deed: "Chad demanded that *it* withdraw"."""
    clause = tree.heads[i]
    demanded = tree.deps[clause] == "ccomp" and tree.tags[clause] == "VB" and not tree.kids(clause, "aux")
    return clause_subjects(tree, clause, offices) if demanded and tree.deps[i] == "nsubj" else frozenset()


def oneself(tree: Tree, i: int, persons: Set[str], own: Set[str]) -> frozenset[int]:
    """Who says "I", whom another pronoun for a person does not mean: "*I* think that *he* must go"."""
    return frozenset(t for t in range(i) if tree.lower[t] in own) if tree.lower[i] in persons else frozenset()


def judges(tree: Tree, i: int, judging: Set[str], people: Container[str], offices: Set[str]) -> frozenset[int]:
    """Who praises or blames what another does: "Chad met Togo and *condemned its* raid"; he may do so with `people` of his own."""
    owned = tree.heads[i]
    others = tree.tags[i] == "PRP$" and tree.deps[owned] == "dobj" and tree.lower[tree.heads[owned]] in judging
    others = others and tree.lower[owned] not in people
    return clause_subjects(tree, owned, offices) if others else frozenset()


def accused(tree: Tree, i: int) -> list[int]:
    """Who is said to do what a gerund tells: "accused *Chad* of hiding its weapons"."""
    verb = next((v for v in tree.up(i) if tree.verb(v)), i)
    over = tree.heads[tree.heads[verb]]
    return tree.kids(over, "dobj", "nsubjpass") if tree.deps[verb] == "pcomp" and tree.verb(over) else []
