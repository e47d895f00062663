"""Pronouns and definite descriptions: who "he", "it", "the bloc" and "both sides" are, by recency and kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.extract.memory import Memory, Mention, Referent
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon

REACH = 4  # sentences back within which a pronoun finds its antecedent
NEAR = 2  # sentences back within which "the president" may be that of any country
PAIR = 2  # who they are that are two need not be told side by side


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """The words of the cue files `reference` and `grammar` that point back.

    `kinds` are nouns by what they mean, `lands` those whose pairs are states, `own` the pronouns of who speaks, `places` the
    words for the first and the second of two; `names` are those of countries, by ISO alpha-3; `called` gives the countries that a
    word like "kingdom" can mean.
    """

    kinds: dict[str, frozenset[str]]
    pair: frozenset[str]
    counts: Mapping[str, int]
    sides: frozenset[str]
    each: frozenset[str]
    person: frozenset[str]
    thing: frozenset[str]
    group: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    pronouns: frozenset[str]
    bodies: frozenset[str]
    pointing: frozenset[str]
    own: frozenset[str]
    speech: frozenset[str]
    leaders: frozenset[str]
    statesmen: frozenset[str]
    power: frozenset[str]
    lands: frozenset[str]
    definite: frozenset[str]
    paired: frozenset[str]
    places: tuple[frozenset[str], frozenset[str]]
    names: Mapping[str, str]
    relational: frozenset[str]
    called: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "ReferenceWords":
        """Take them from a lexicon."""
        person, thing, group, male, female = (
            lexicon.cue("grammar", f"pronouns_{kind}") for kind in ("person", "thing", "group", "male", "female")
        )
        kinds = {kind: lexicon.noun_cue("reference", kind) for kind in ("igo", "group", "country", "person", "capital")}
        counts: dict[str, int] = lexicon.cues["reference"]["counts"]
        return cls(
            kinds=kinds,
            pair=lexicon.noun_cue("reference", "pair"),
            counts=counts,
            sides=lexicon.noun_cue("reference", "sides"),
            each=lexicon.cue("reference", "each"),
            person=person,
            thing=thing,
            group=group,
            male=male,
            female=female,
            pronouns=person | thing | group | lexicon.cue("grammar", "pronouns_own"),
            bodies=kinds["country"] | kinds["igo"] | kinds["group"],
            pointing=frozenset[str]().union(*kinds.values()),
            own=lexicon.cue("grammar", "pronouns_own"),
            speech=lexicon.verb_cue("speech", "verbs"),
            leaders=lexicon.noun_cue("reference", "leaders"),
            statesmen=lexicon.noun_cue("reference", "statesmen"),
            power=lexicon.cue("reference", "power"),
            lands=kinds["country"] | lexicon.noun_cue("reference", "pair_lands"),
            paired=lexicon.noun_cue("reference", "pair") | frozenset(counts),
            definite=lexicon.cue("reference", "pointers") | lexicon.cue("reference", "pair_definite"),
            places=(lexicon.cue("reference", "first_of_two"), lexicon.cue("reference", "second_of_two")),
            names={code: state.name for code, state in lexicon.countries.items()},
            relational=lexicon.noun_cue("reference", "relational"),
            called={word: frozenset(codes) for word, codes in lexicon.cues["reference"]["lands_called"].items()},
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
    if word in words.group and (before := _joint_subject(i, here, memory)):
        return before
    if word in words.kinds["country"]:
        own = {m.referent.country for m in here if m.head in taken}
        return called(i, here, memory, words, words.called[word] - own) if word in words.called else land(i, here, memory, words, own)
    if word in words.thing and (_unknown_subject(tree, i, here) or _of_a_thing(tree, i, memory)):
        return None
    for mention in _candidates(i, here, memory, taken):
        if fits(mention) and not (mention in here and tree.deps[mention.head] == "oprd"):  # "called X a dictator and warned him" warns X
            several = mention.referent.also and word not in words.group
            return replace(mention, referent=replace(mention.referent, also=())) if several else mention
    return None


def _joint_subject(i: int, here: Sequence[Mention], memory: Memory) -> Mention | None:
    """Those who were the subject of the sentence before side by side, where this one has told of no other plural."""
    if not memory.pairs or memory.pairs[-1][1] != memory.sentence - 1 or any(m.head < i and m.referent.plural for m in here):
        return None
    joint = memory.pairs[-1][0]
    first = next((m for m, n in memory.recent if n == memory.sentence - 1 and m.subject and replace(m.referent, also=()) == joint[0]), None)
    return replace(first, referent=replace(joint[0], also=joint[1:], plural=True)) if first else None


def called(i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords, lands: Set[str]) -> Mention | None:
    """What "the kingdom" or "the island" means: of the countries that may be called so the last one told of, else the most named one."""
    near = (*reversed([m for m in here if m.head < i]), *(m for m, _ in reversed(memory.recent)))
    told = (m.referent.country for m in near if m.referent.country in lands)
    country = next(told, None) or next((c for c, _ in memory.countries.most_common() if c in lands), None)
    return Mention(i, i, i, Referent(words.names[country], "country", country, ("GOV",)), "reference") if country else None


def land(i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords, own: Set[str | None]) -> Mention | None:
    """The last country named before a token, by itself or by one of its people, that is none of `own` (ISO alpha-3).

    Private people stand for it only where their sentence names no other: in "Iran held two Poles in the country" it is Iran.
    """
    before = [m for m in here if m.head < i and not m.first <= i <= m.last]
    private = [m for m in before if m.referent.kind in ("person", "group") and words.power.isdisjoint(m.referent.sectors)]
    for mention in (
        *reversed([m for m in before if m not in private]),
        *reversed(private),
        *(m for m, n in reversed(memory.recent) if n >= memory.sentence - REACH),
    ):
        referent = mention.referent
        if mention.basis == "reference" and referent.kind == "person":
            continue  # a "she" names no country
        if referent.country and referent.country not in own and referent.kind in ("country", "person", "body", "place", "group"):
            state = Referent(words.names.get(referent.country, referent.name), "country", referent.country, ("GOV",))
            return replace(mention, referent=referent if referent.kind == "country" else state)
    return None


def _unknown_subject(tree: Tree, i: int, here: Sequence[Mention]) -> bool:
    """Whether the last subject before "it" is a thing that is nobody ("the typhoon ..., it would"): then that is meant."""
    known = {m.head for m in here}
    subjects = [s for s in range(i) if tree.deps[s] in ("nsubj", "nsubjpass") and tree.noun(s)]
    return bool(subjects) and known.isdisjoint(subjects) and tree.tags[subjects[-1]] in ("NN", "NNP")


def thing_told(tree: Tree, mentions: Iterable[Mention]) -> bool:
    """Whether the subject of a sentence is a single common noun that is nobody."""
    known = {m.head for m in mentions}
    roots = (v for v in range(len(tree)) if tree.heads[v] == v)
    subjects = [s for v in roots for s in tree.kids(v, "nsubj", "nsubjpass")]
    return bool(subjects) and all(tree.tags[s] == "NN" and s not in known for s in subjects)


def _of_a_thing(tree: Tree, i: int, memory: Memory) -> bool:
    """Whether an "it" that opens a sentence goes on with the subject of the one before, which is nobody: "The film ... It was shot in"."""
    opens = tree.deps[i] in ("nsubj", "nsubjpass") and tree.heads[tree.heads[i]] == tree.heads[i]
    return opens and memory.thing == memory.sentence - 1


def speaker(tree: Tree, i: int, at: Callable[[int], Mention | None], memory: Memory, words: ReferenceWords) -> Referent | None:
    """Who "we" and "I" are: the subject of the verb of speech over them, else who speaks since an earlier sentence; None if nobody."""
    subject = saying(tree, i, words)
    if subject is None:
        return memory.voice
    mention = at(subject)
    return mention.referent if mention else None


def saying(tree: Tree, i: int, words: ReferenceWords) -> int | None:
    """The subject of the verb of speech over a token, or beside its clause; None where nobody speaks."""
    for step, head in pairwise((i, *tree.up(i))):
        said = [head] if tree.deps[step] in ("ccomp", "parataxis") else tree.kids(head, "parataxis")
        subjects = (s for v in said if tree.lower[v] in words.speech for s in tree.kids(v, "nsubj") if tree.lower[s] not in words.own)
        if (subject := next(subjects, None)) is not None:
            return subject
    return None


def several(tree: Tree, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> Referent | None:
    """The last parties named, as many as the words say: "both sides", "the two leaders", "all three"; None where so many are not known."""
    if any(tree.words[c][0].isupper() for c in tree.kids(i, "amod")):
        return None  # "two Brazilian men" were not told of before
    word, count = tree.lower[i], _how_many(tree, i, words)
    if not count:
        return _just_told(tree, i, memory, words)
    acting = _acting(tree, i, here)
    joints = [j for j in (joined(tree, here, i), *(p for p, _ in reversed(memory.pairs))) if j and acting.isdisjoint(r.country for r in j)]
    mentions = [m for m in _candidates(i, here, memory, frozenset()) if m.referent.country not in acting]
    for reading in _readings(word, words, memory.theatre()):
        told = (_distinct(map(reading, joint)) for joint in joints)
        found = next((those for those in told if len(those) == count), None)
        if not found and count == PAIR:
            named = (each for m in mentions if not m.located or word in words.lands for each in (m.referent, *m.referent.also))
            found = _distinct(map(reading, named))[:PAIR][::-1]
        if found and len(found) > 1:
            return replace(found[0], also=tuple(found[1:]), plural=True)
    return None


def _just_told(tree: Tree, i: int, memory: Memory, words: ReferenceWords) -> Referent | None:
    """The two who were told of in the sentence before, and nobody else who would fit: "the ministers", "the neighbours"."""
    word = tree.lower[i]
    bare = [tree.lower[c] for c in tree.children[i]] == ["the"] and tree.tags[i] == "NNS"
    if not bare or word not in words.pair or word not in words.statesmen | words.lands:
        return None
    before = [m for m, n in memory.recent if n == memory.sentence - 1 and not m.located]
    those = (each for m in before for each in (m.referent, *m.referent.also))
    called = (r for r in those if word in words.lands | words.leaders or any(word.startswith(role) for role in r.roles))
    found = _distinct(map(next(_readings(word, words, memory.theatre())), called))
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
    told = word in words.lands | words.sides | words.leaders or not words.definite.isdisjoint(kids)
    return max((words.counts.get(kid, 0) for kid in kids), default=0) if told else 0


Reading = Callable[[Referent], Referent | None]


def _readings(word: str, words: ReferenceWords, home: str | None) -> Iterator[Reading]:
    """What the members of a pair may be taken for, the likeliest first: "leaders" are persons, else their states.

    A body of no named country is taken to be of the report's, `home`.
    """

    def person(referent: Referent) -> Referent | None:
        if word in words.statesmen and words.power.isdisjoint(referent.sectors):
            return None
        return replace(referent, also=()) if referent.kind == "person" and not referent.plural and _may_pair(referent) else None

    def land(referent: Referent) -> Referent | None:
        name = words.names.get(referent.country or "")
        if referent.kind in ("person", "group") and words.power.isdisjoint(referent.sectors):
            return None  # "an Indonesian and a Vietnamese" are no states
        return Referent(name, "country", referent.country, ("GOV",)) if name else None

    def party(referent: Referent) -> Referent | None:
        at_home = referent.sectors and not referent.country and referent.kind in ("body", "group")
        known = replace(referent, country=home, also=()) if at_home else replace(referent, also=())
        return known if _may_pair(known) else None

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


def shortened(tree: Tree, i: int, here: Sequence[Mention], memory: Memory) -> Referent | None:
    """The body told of before that a capitalised noun names in short: "the Council"; None for other words."""
    if tree.tags[i] != "NNP" or tree.deps[i] in ("compound", "poss") or [tree.lower[c] for c in tree.children[i]] != ["the"]:
        return None
    told = (m.referent for m in (*reversed([m for m in here if m.head < i]), *(m for m, _ in reversed(memory.recent))))
    bodies = (r for r in told if r.kind == "organisation" and r.entity)
    return next((r for r in bodies if tree.words[i] in r.name.split()[1:]), None)


def _acting(tree: Tree, i: int, here: Sequence[Mention]) -> set[str | None]:
    """The countries of those who do something to a token: "Angola, whose president mediates between *the two*" is neither."""
    head = tree.heads[i]
    verb = tree.heads[head] if tree.deps[i] == "pobj" else head
    if tree.deps[i] not in ("dobj", "pobj", "dative") or not tree.verb(verb):
        return set()
    above = {tree.heads[verb]} if tree.deps[verb] == "relcl" else set()
    subjects = above.union(*(tree.subtree(s) for s in tree.kids(verb, "nsubj")))
    return {m.referent.country for m in here if m.head in subjects} - {None}


def one_of_two(tree: Tree, i: int, memory: Memory, words: ReferenceWords) -> Referent | None:
    """Who "the former" and "the latter" are, of those named last side by side; None for other words."""
    word = tree.lower[i]
    place = next((n for n, forms in enumerate(words.places) if word in forms), None)
    if place is None or tree.deps[i] not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return None
    before = [m.referent for m, n in memory.recent if n == memory.sentence - 1 and not m.located]
    last = [j for j, n in memory.pairs if n == memory.sentence - 1] or [tuple(_distinct(r for r in before if _may_pair(r)))]
    joint = last[-1] if len(last[-1]) == len(words.places) else memory.pairs[-1][0] if memory.pairs else ()
    return joint[place] if len(joint) == len(words.places) else None


def same_role(tree: Tree, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> Mention | None:
    """Who was told of before under the role that stands bare at a token ("the minister", "the rebels"); None where nobody was.

    Somebody of another country than the report's is meant only where he was just told of. An "army chief" is no chief of anything.
    """
    word, home = tree.lower[i], memory.theatre()
    plain = not tree.kids(i, "compound")
    for mention, far in _with_distance(i, here, memory):
        r = mention.referent
        called = word in r.roles or (plain and word in words.leaders and r.kind == "person" and "GOV" in r.sectors)
        settled = bool(r.country or r.entity) and not r.also
        if called and settled and (far <= NEAR or r.country == home or (r.entity and not r.country)):
            return mention
    return None


def same_person(word: str, described: Referent, memory: Memory, words: ReferenceWords) -> Referent | None:
    """The person named before whom a nationality and a role describe again ("the French leader"); None where nobody fits."""
    if described.kind != "person" or described.plural or not described.country or described.also:
        return None
    for mention, _ in reversed(memory.recent):
        r = mention.referent
        named = r.kind == "person" and (r.entity or r.unlisted) and r.country == described.country
        if named and "GOV" in r.sectors and (word in r.roles or (word in words.leaders and r.roles & words.kinds["person"])):
            return r
    return None


def _with_distance(i: int, here: Sequence[Mention], memory: Memory) -> Iterator[tuple[Mention, int]]:
    """Mentions before a token and how many sentences back they stand, subjects first within each sentence."""
    yield from ((m, 0) for m in _subjects_first([m for m in here if m.head < i and not m.first <= i <= m.last]))
    by_sentence: dict[int, list[Mention]] = {}
    for mention, number in memory.recent:
        by_sentence.setdefault(number, []).append(mention)
    for number in sorted(by_sentence, reverse=True):
        yield from ((m, memory.sentence - number) for m in _subjects_first(by_sentence[number]))


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
        if len(group) < 2:
            continue
        known = [replace(r, also=()) if r.also else r for r in group if (r.country or r.entity) and r.kind not in ("thing", "place")]
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
