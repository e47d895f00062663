"""Several who are meant together, or one of them: "both sides", "the two leaders", "the latter"."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import islice

from sayso.extract.identify.antecedents import candidates, joined
from sayso.extract.identify.memory import Memory, Mention, Referent
from sayso.extract.identify.reference_words import ReferenceWords
from sayso.extract.parse.tree import PLURALS, Tree
from sayso.lexicon.entity import Entity

PAIR = 2  # who they are that are two need not be told side by side
FEW = 3  # states of a region of which "the" means all
Reading = Callable[[Referent], Referent | None]


def several(tree: Tree, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> Referent | None:
    """The last parties named, as many as the words say: "both sides", "the two leaders", "all three"; None where so many are not known."""
    if any(tree.words[c][0].isupper() for c in tree.kids(i, "amod")) or tree.deps[i] == "appos":
        return None  # "two Brazilian men" were not told of before; "the two, both farmers" are only described
    word, count = tree.lower[i], _how_many(tree, i, words)
    if not count:
        return _just_told(tree, i, memory, words)
    if counted := _counted(tree, i, here, memory, words):
        return counted
    acting = _acting(tree, i, here)
    joints = [j for j in (joined(tree, here, i), *_together(memory)) if j and acting.isdisjoint(r.country for r in j)]
    near = [*(m for m in here if m.head < i), *memory.last]
    at_home = len({m.referent.country for m in near if _may_pair(m.referent) and not m.located} - acting) < PAIR
    far = (m for m, _ in reversed(memory.recent)) if word in words.sides else ()
    mentions = [m for m in (*candidates(i, here, memory), *far) if m.referent.country not in acting]
    mentions = mentions if at_home else [m for m in mentions if m.referent.country]  # "India accused Togo of arming gangs ... the two"
    here_too = len({m.referent.country for m in here if m.head < i and _may_pair(m.referent) and not m.located} - acting)
    if count == PAIR and not joints and here_too < PAIR and (those := _met(memory, word, words, acting) or _again(memory, word, words)):
        return those
    for reading in _readings(word, words, memory):
        told = (_distinct(map(reading, joint)) for joint in joints)
        found = next((those for those in told if len(those) == count), None)
        if count == PAIR and (not found or (word in words.sides and not joined(tree, here, i))):
            facing = _distinct(map(reading, _adversaries(memory, acting, words, within=word in words.sides)))[::-1]
            found = facing if len(facing) == PAIR and _lands(facing) != _lands(found or ()) else found
        if not found and count == PAIR:
            named = (each for m in mentions if not m.located or word in words.lands for each in (m.referent, *m.referent.also))
            known = _alike(_distinct(map(reading, named)), bare=word in words.counts)
            persons = word in words.kinds["person"] or (word in words.counts and known[:1] and known[0].kind == "person")
            facing = [] if persons else _facing(known, words, memory.theatre())
            found = (facing if len(facing) == PAIR or word in words.sides else known[:PAIR])[::-1]
        if found and len(found) > 1:
            return replace(found[0], also=tuple(found[1:]), plural=True)
    return None


def _counted(tree: Tree, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> Referent | None:
    """The people told of by the same number: "two Danish reporters ... *the two* were deported", "two envoys ... *both envoys* left".

    Without a noun they are meant where something is done to them.
    """
    word = tree.lower[i]
    alone = word in words.counts
    if alone and tree.deps[i] not in ("nsubjpass", "dobj"):
        return None
    count = words.counts.get(word) or max((words.counts.get(tree.lower[c], 0) for c in tree.children[i]), default=0)
    told = (m.referent for m in (*reversed([m for m in here if m.head < i]), *(m for m, _ in reversed(memory.recent))))
    groups = (r for r in told if r.kind == "group" and r.plural and not r.also and (alone or word in r.roles))
    return next((r for r in groups if count in map(words.counts.get, r.name.lower().split()[:PAIR])), None)


def pointed_at(tree: Tree, first: int, noun: int, pointers: Set[str], words: ReferenceWords) -> bool:
    """Whether before a noun stands no more than what points back, and a number: "*the* rebels", "*these three* rebels", "*both* rebels"."""
    before = range(first, noun)
    pointing = [t for t in before if tree.lower[t] in pointers or tree.lower[t] in words.definite]
    counting = [t for t in before if tree.tags[t] == "CD" and tree.lower[t] in words.counts]
    definite = bool(counting) or any(tree.lower[t] in pointers | words.each or words.counts.get(tree.lower[t]) for t in pointing)
    return bool(pointing) and definite and len(pointing) + len(counting) == len(before)  # "all rebels" are of no group told of


def as_many(tree: Tree, i: int, told: Referent, words: ReferenceWords) -> bool:
    """Whether somebody told of before is many where the words at a token count him, and was not counted otherwise."""
    counts = [words.counts[word] for c in tree.children[i] if (word := tree.lower[c]) in words.counts]
    before = [words.counts[word] for word in told.name.lower().split()[:PAIR] if word in words.counts]
    many = told.plural or bool(told.also)
    return not counts or (many and (not before or counts[-1] == before[0]))


def _alike(known: list[Referent], *, bare: bool) -> list[Referent]:
    """Of those who may be "the two" with no noun behind them two of one kind: two persons or none, as far as there are such."""
    alike = [r for r in known if (r.kind == "person") == (known[0].kind == "person")]
    return alike if bare and len(alike) >= PAIR else known


def _lands(parties: Iterable[Referent]) -> Set[str | None]:
    return {r.country for r in parties}


def _together(memory: Memory) -> list[tuple[Referent, ...]]:
    """Those who were told of side by side, the last ones first: by words for both of them rather than by their names.

    In "Botswana and Namibia mediate between *the two*" the two are meant again.
    """
    meant = ((m.referent, n) for m, n in memory.recent if m.referent.also)
    pointed = [((replace(r, also=(), plural=r.kind == "group"), *r.also), n, True) for r, n in meant]
    told = sorted([*pointed, *((pair, n, False) for pair, n in memory.pairs)], key=lambda t: t[1:])
    return [pair for pair, _, _ in reversed(told)]


def _adversaries(memory: Memory, acting: Set[str | None], words: ReferenceWords, *, within: bool) -> Sequence[Referent]:
    """The two who dealt with each other in the sentence before, else those of the report who did so most, in conflict or together.

    Two of different countries, or `within` one those in power and those against them; of several the first told of, for a report opens with
    its matter, and nobody of those countries that are `acting` now.
    """

    def side(referent: Referent) -> tuple[str | None, bool]:
        return referent.country, within and not words.politics.opposed.isdisjoint(referent.sectors)

    def power(referent: Referent) -> Referent:
        weak = words.power.isdisjoint(referent.sectors) and not within and referent.country in words.names
        return Referent(words.names[referent.country or ""], "country", referent.country, ("GOV",)) if weak else referent

    told = [replace(d, sides=tuple(map(power, d.sides))) for d in memory.dealings if acting.isdisjoint(_lands(d.sides))]
    told = [d for d in told if len({*map(side, d.sides)}) == PAIR and not any(words.power.isdisjoint(r.sectors) for r in d.sides)]
    if lately := next((d.sides for d in told if d.sentence == memory.sentence - 1), None):
        return lately
    often = Counter(frozenset(map(side, d.sides)) for d in told if d.facing)
    return next((d.sides for d in told if often[frozenset(map(side, d.sides))] == max(often.values(), default=0) > 0), ())


def _met(memory: Memory, word: str, words: ReferenceWords, acting: Set[str | None]) -> Referent | None:
    """The two persons in power of whom the sentence before told, and of no third: "Petro rang Boric. The meeting of *the two states*"."""
    before = [r for m in memory.last if not m.located for r in (m.referent, *m.referent.also)]
    ruling = _distinct(r for r in before if r.kind == "person" and not words.power.isdisjoint(r.sectors) and _may_pair(r))
    found = [replace(r, also=()) for r in ruling]
    if len({r.country for r in found}) != PAIR or len(found) != PAIR or not acting.isdisjoint(r.country for r in found):
        return None
    lands = word in words.lands
    first, other = (Referent(words.names[r.country or ""], "country", r.country, ("GOV",)) if lands else r for r in found)
    return replace(first, also=(other,), plural=True)


def _again(memory: Memory, word: str, words: ReferenceWords) -> Referent | None:
    """The two of whom a sentence not far back told together under such a word: "the two leaders ... *the two leaders*"."""
    together = (m for m, n in reversed(memory.recent) if m.basis == "reference" and len(m.referent.also) == PAIR - 1)
    persons = word not in words.lands | words.sides
    return next((m.referent for m in together if (m.referent.kind == "person") == persons), None)


def _facing(known: Sequence[Referent], words: ReferenceWords, home: str | None) -> list[Referent]:
    """The last two who face each other: at `home` those in power and those against them, else of two countries; nobody where none do."""

    def against(referent: Referent) -> bool:
        return not words.politics.opposed.isdisjoint(referent.sectors)

    parties = [r for r in known if not words.politics.bystanders.issuperset(r.sectors) or not r.sectors]
    inside = [r for r in parties if r.country == home and not words.power.isdisjoint(r.sectors)]
    parties = inside if len({*map(against, inside)}) == PAIR else parties
    others = (r for r in parties if r.country != parties[0].country or against(r) != against(parties[0]))
    return [*parties[:1], *islice(others, 1)]


def one_of_two(tree: Tree, i: int, read: Callable[[int], Sequence[Mention]], memory: Memory, words: ReferenceWords) -> Referent | None:
    """Who "the former" and "the latter" are, of those named last side by side, in this sentence or before; None for other words."""
    place = words.places.get(tree.lower[i])
    if place is None or tree.deps[i] not in ("nsubj", "nsubjpass", "dobj", "pobj", "poss"):
        return None
    beside = joined(tree, read(i), i)
    if beside and len(beside) == PAIR:
        return beside[place]
    own = _distinct(m.referent for m in read(i) if m.head < i and not m.located and _may_pair(m.referent))
    if len(own) == PAIR:
        return own[place]  # "Petro rang Boric, and *the latter* ..."
    before = [m.referent for m in memory.last if not m.located]
    last = [j for j, n in memory.pairs if n == memory.sentence - 1] or [tuple(_distinct(r for r in before if _may_pair(r)))]
    joint = last[-1] if len(last[-1]) == PAIR else memory.pairs[-1][0] if memory.pairs else ()
    joint = joint or tuple(_distinct(m.referent for m, _ in memory.recent if _may_pair(m.referent)))
    return joint[place] if len(joint) == PAIR else None


def both_told(tree: Tree, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> Referent | None:
    """The two of whom the sentence before told, where "they" begins the next one: "Peru's envoy met the king. *They* agreed to ..."."""
    opens = tree.lower[i] in words.group and tree.deps[i] in ("nsubj", "nsubjpass") and not any(m.head < i for m in here)
    before = [m for m in memory.last if not m.located] if opens else []
    if not before or any(m.referent.plural or m.referent.kind == "group" for m in before):
        return None
    people = [m.referent for m in before if m.referent.kind == "person" and not words.power.isdisjoint(m.referent.sectors)]
    found = _distinct(r for r in people if _may_pair(r))
    apart = len({r.country for r in found}) == PAIR
    return replace(found[0], also=tuple(found[1:]), plural=True) if len(found) == PAIR and apart else None


def of_region(tree: Tree, i: int, words: ReferenceWords) -> Referent | None:
    """All states of a small region: "the Baltic states", "the five Nordic countries"; None for other words, or for some of many."""
    if tree.tags[i] not in PLURALS or tree.lower[i] not in words.kinds["country"]:
        return None
    kids = [tree.lower[c] for c in tree.children[i]]
    lands = next((words.callings.regions[kid] for kid in kids if kid in words.callings.regions), frozenset[str]())
    count = max((words.counts.get(kid, 0) for kid in kids), default=0) or (FEW if "the" in kids else 0)
    if not PAIR <= len(lands) <= count or (count > FEW and len(lands) < count):
        return None
    first, *others = (Referent(words.names[land], "country", land, ("GOV",)) for land in sorted(lands))
    return replace(first, also=tuple(others), plural=True)


def counted_again(tree: Tree, i: int, here: Sequence[Mention], memory: Memory) -> Mention | None:
    """The people of whom a bare number counts more: "Lima expelled ten Russian envoys and Quito *seven*"; None where nobody was told of.

    Who does something in the sentence is not among those to whom it is done.
    """
    more = tree.tags[i] == "CD" or tree.lower[i] == "others"  # "sacked two judges and held *six others*"
    if not more or tree.deps[i] not in ("dobj", "nsubjpass") or tree.kids(i, "prep", "nmod", "quantmod", "appos"):
        return None
    before = (m for m in reversed(here) if m.head < i and tree.deps[m.head] != "nsubj")
    doers = {tree.antecedent(s) for s in tree.kids(tree.heads[i], "nsubj")}
    dealing = tree.deps[i] == "nsubjpass" or any(m.head in doers and m.referent.kind != "thing" for m in here)  # no rockets
    told = (m for m in reversed(memory.last) if dealing and not m.subject)
    return next((m for m in (*before, *told) if m.referent.kind == "group" and m.referent.plural and not m.referent.also), None)


def _just_told(tree: Tree, i: int, memory: Memory, words: ReferenceWords) -> Referent | None:
    """The two who were told of in the sentence before, and nobody else who would fit: "the ministers", "the neighbours", "the sides"."""
    word = tree.lower[i]
    bare = [tree.lower[c] for c in tree.children[i]] == ["the"] and tree.tags[i] == "NNS"
    parleying = word in words.parleying and tree.deps[i] == "nsubj"
    if not bare or not (parleying or (word in words.pair and word in words.statesmen | words.lands)):
        return None
    before = [m for m in memory.last if not m.located]
    those: Iterable[Referent] = (each for m in before for each in (m.referent, *m.referent.also))
    if parleying:
        ruling = (r for r in those if not words.power.isdisjoint(r.sectors) and "PTY" not in r.sectors)
        those = {(r.country, r.sectors): r for r in ruling}.values()  # "the head of the Togolese army" and that army are one
    called = (r for r in those if parleying or word in words.lands | words.leaders or any(word.startswith(role) for role in r.roles))
    found = _distinct(map(next(_readings(word, words, memory)), called))
    return replace(found[0], also=tuple(found[1:]), plural=True) if len(found) == PAIR else None


def _how_many(tree: Tree, i: int, words: ReferenceWords) -> int:
    """How many parties told of before the words at a token speak of; 0 where they speak of none such."""
    word, kids = tree.lower[i], {tree.lower[c] for c in tree.children[i]}
    if word in words.counts and words.definite & {word, *kids} and not tree.kids(i, "prep"):
        return words.counts[word] if tree.deps[i] in ("nsubj", "nsubjpass", "dobj", "pobj") else 0
    if word not in words.pair:
        return 0
    if word in words.sides and kids & words.each:
        return PAIR
    whose = word in words.sides and tree.has(i, ("of",), "prep")  # "two camps of the rebels"
    told = (word in words.lands | words.sides | words.leaders and not whose) or not words.definite.isdisjoint(kids)
    return max((words.counts.get(kid, 0) for kid in kids), default=0) if told else 0


def _readings(word: str, words: ReferenceWords, memory: Memory) -> Iterator[Reading]:
    """What the members of a pair may be taken for, the likeliest first: "leaders" are persons, else their states.

    A body of no named country is of the one that it was given before, else of the report's.
    """
    home = memory.theatre()

    def person(referent: Referent) -> Referent | None:
        if word in words.statesmen and words.power.isdisjoint(referent.sectors):
            return None
        if referent.kind != "person" or referent.plural:
            return None
        known = referent if referent.country or not referent.unlisted else replace(referent, country=memory.homes.get(referent, home))
        return replace(known, also=()) if _may_pair(known) else None

    def land(referent: Referent) -> Referent | None:
        name = words.names.get(referent.country or "")
        if referent.kind in ("person", "group") and words.power.isdisjoint(referent.sectors):
            return None  # "an Indonesian and a Vietnamese" are no states
        return Referent(name, "country", referent.country, ("GOV",)) if name else None

    def party(referent: Referent) -> Referent | None:
        at_home = referent.sectors and not referent.country and (referent.kind in ("body", "group") or referent.unlisted)
        known = replace(referent, country=memory.homes.get(referent, home), also=()) if at_home else replace(referent, also=())
        private = word in words.sides and words.power.isdisjoint(known.sectors) and known.kind != "organisation"
        return known if _may_pair(known) and not private else None

    if word in words.lands:
        yield land
    elif word in words.kinds["person"]:
        yield from (person, land)
    else:
        yield party


def _distinct(referents: Iterable[Referent | None]) -> list[Referent]:
    """Those who are somebody, each once; a country and its government are one."""
    found: list[Referent] = []
    for each in filter(None, referents):
        if not any(each.same(f) or _one_land(each, f) for f in found):
            found.append(each)
    return found


def _acting(tree: Tree, i: int, here: Sequence[Mention]) -> set[str | None]:
    """The countries of those who do something to a token: "Angola, whose president mediates between *the two*" is neither."""
    while tree.deps[i] == "pobj" and tree.lower[tree.heads[i]] == "of" and tree.noun(tree.heads[tree.heads[i]]):
        i = tree.heads[tree.heads[i]]  # "rang the leaders of *both countries*"
    head = tree.heads[i]
    verb = tree.heads[head] if tree.deps[i] == "pobj" else head
    if tree.deps[i] not in ("dobj", "pobj", "dative") or not tree.verb(verb):
        return set()
    while not tree.kids(verb, "nsubj") and tree.deps[verb] in ("conj", "xcomp") and tree.verb(tree.heads[verb]):
        verb = tree.heads[verb]  # "Chad deplored the deaths and urged both sides"
    above = {tree.heads[verb]} if tree.deps[verb] == "relcl" else set()
    subjects = above.union(*(tree.subtree(s) for s in tree.kids(verb, "nsubj")))
    return {m.referent.country for m in here if m.head in subjects} - {None}


def _may_pair(referent: Referent) -> bool:
    """Whether somebody can be one of "both sides": known, and no body of many states."""
    return referent.kind not in ("thing", "place") and "IGO" not in referent.sectors and bool(referent.country or referent.entity)


def _one_land(one: Referent, other: Referent) -> bool:
    """Whether two referents are a country and its government."""
    people = all(r.kind == "person" for r in (one, other))  # a president and his deputy are two
    return (
        bool(one.country) and one.country == other.country and not people and all(not r.sectors or "GOV" in r.sectors for r in (one, other))
    )


def half(tree: Tree, i: int, memory: Memory, words: ReferenceWords, halves: Mapping[str, str]) -> Referent | None:
    """The one of two states of a name that is called by where it lies, once the report has named it: "*the North* fired a missile"."""
    land = halves.get(tree.words[i])
    alone = [tree.lower[c] for c in tree.kids(i, "det", "amod", "compound", "poss", "prep")] == ["the"]
    told = land is not None and alone and memory.countries[land] > 0
    return Referent(words.names[land], "country", land, ("GOV",)) if land and told and land in words.names else None


def all_owners(tree: Tree, i: int, entity: Entity, words: ReferenceWords) -> Referent | None:
    """All states of one name, where they are counted or the name joins them: "the two Koreas", "North and South Korea"."""
    if entity.kind != "country" or not entity.group:
        return None
    codes = entity.group.split()
    counted = any(words.counts.get(tree.lower[c]) == len(codes) for c in tree.kids(i, "nummod", "det"))
    states = [Referent(words.names[code], "country", code, ("GOV",)) for code in codes if counted or " and " in entity.name]
    return replace(states[0], also=tuple(states[1:]), plural=True) if states else None
