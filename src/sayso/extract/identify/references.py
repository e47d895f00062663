"""Pronouns and definite descriptions: who "he", "it", "the bloc" and "the minister" are, by recency and kind."""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace
from itertools import chain, pairwise

from sayso.extract.identify.antecedents import REACH, accused, candidates, joined, nearest, persons, with_distance
from sayso.extract.identify.memory import Memory, Mention, Referent, opened_in
from sayso.extract.identify.reference_words import ReferenceWords, may_mean
from sayso.extract.identify.several import as_many
from sayso.extract.identify.unknown import of_nobody
from sayso.extract.parse.tree import PLURALS, Tree

OBJECTS = ("dobj", "pobj")
FIRM = ("BUS",)
NOBODY = Referent("", "thing")
SOME = ("no", "not", "any", "a", "an", "one", "single")  # before those whom nobody named
NEAR = 2  # sentences back within which "the president" may be that of any country


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
    fits = may_mean(word, words)
    if fits is None or (word in words.reflexive and tree.deps[i] in OBJECTS):  # who hurts *himself* hurts nobody told of
        return None
    if word in words.group and (together := joined(tree, here, i)):
        first = next(m for m in here if replace(m.referent, also=()) == together[0])
        return replace(first, referent=replace(together[0], also=together[1:], plural=True))
    if word in words.group and (before := _joint_subject(i, here, memory)):
        return before
    if word in words.kinds["country"]:
        own = {m.referent.country for m in here if m.head in taken and not words.subjects.issuperset(m.referent.sectors or ("GOV",))}
        return _country(tree, i, here, memory, words, own)
    if of_nobody(tree, i, here, memory, words):
        return None
    # "Biden condemned *it*": not his country
    own_land = {m.referent.country for m in here if m.head in taken and m.referent.country} if word in words.thing else set()
    fitting = (
        mention
        for mention in chain(candidates(i, here, memory, taken), _long_ago(word, memory, words))
        if not (mention.referent.country in own_land and (mention.referent.kind == "country" or _within(mention, here, taken)))
        and (fits(mention) or (mention in here and word in words.thing and _one_group(tree, mention, here)))
        and not (mention in here and tree.deps[mention.head] == "oprd")  # "called X a dictator and warned him" warns X
        and not (mention in here and tree.lower[mention.head] in words.own)  # "*We* are glad that *she* was freed"
        and not (mention in here and tree.deps[mention.head] in OBJECTS and _cited(mention, words))  # "told the BBC that *it* would leave"
    )
    if word in words.group:
        doers = [d for d in here if d.head in taken]
        same = [d.referent for d in doers if d.basis == "reference"]  # "The miners held a guard. *They* freed *them*": others
        fitting = (m for m in fitting if not (_cited(m, words) or _among(m, doers, words) or any(map(m.referent.same, same))))
    left = iter(_others_first(tree, i, here, _likelier_first(tree, i, here, fitting, words), words))
    found = next(left, None)
    if found is None:
        return _nameless_group(tree, i, here, memory, words) if word in words.politics.bands else None
    if word in words.group:
        found = _rather(tree, i, found, left, here, memory)
    unsure = found not in here and not (found.referent.gender or found.referent.unlisted or (word in words.male and found.subject))
    if word in words.male | words.female and unsure and tree.deps[i] not in ("nsubj", "nsubjpass"):
        found = next((m for m in left if m.referent.gender), found)  # who is known to be a woman is "her" before "the minister" is
    return found


def _rather(tree: Tree, i: int, found: Mention, left: Iterable[Mention], here: Sequence[Mention], memory: Memory) -> Mention:
    """Whom "they" means rather than the likeliest: people and no body told of in passing, those to whom something was just done.

    "Police held two monks. *They* were freed".
    """
    beside = (m for m in left if _beside(m, found, memory) or (m in here and found in here))
    if found.referent.kind == "organisation" and not (found.subject and tree.deps[i] in ("nsubj", "nsubjpass")):
        return next((m for m in beside if m.referent.kind == "group" and m.referent.plural), found)
    if tree.deps[i] == "nsubjpass" and not (found.undergone or found in here):
        return next((m for m in beside if m.undergone and not m.aside), found)
    return found


def _cited(mention: Mention, words: ReferenceWords) -> bool:
    """Whether somebody is one newspaper or station, which is told of for what it tells: "reported by *Der Spiegel*. They ..."."""
    r = mention.referent
    press = bool(r.sectors) and words.politics.press.issuperset(r.sectors)
    return press and r.kind == "organisation" and not (r.plural or r.also)


def _among(mention: Mention, doers: Iterable[Mention], words: ReferenceWords) -> bool:
    """Whether somebody is one of those who do something to "them", under another noun: "the kidnappers ... *the captors* released them"."""
    r, harmers = mention.referent, words.politics.harmers
    lawless = bool(r.sectors) and words.politics.harming.issuperset(r.sectors)
    return lawless and any(d.referent.sectors == r.sectors or not harmers.isdisjoint(d.referent.roles) for d in doers)


def _nameless_group(tree: Tree, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> Mention | None:
    """Those without a name who act together by force and were told of last: "*Rebels* seized a nun. *The group* ..."."""
    if not words.politics.outlawed.issuperset(tree.lower[c] for c in tree.kids(i, "amod", "compound", "nmod")):
        return None
    near, harming = candidates(i, here, memory), words.politics.harming
    told = next((m for m in near if m.referent.kind == "group" and m.referent.sectors and harming.issuperset(m.referent.sectors)), None)
    if told is None:
        return None
    r = told.referent
    return replace(told, referent=replace(r, kind="body", country=r.country or memory.homes.get(r)))  # "it" means them as well


def _others_first(tree: Tree, i: int, here: Sequence[Mention], fitting: Iterable[Mention], words: ReferenceWords) -> Iterable[Mention]:
    """Those whom the subject of a verb of speech may mean, last of all some whom nobody named: "No *soldier* would yield, *he* said"."""
    verb = tree.heads[i]
    told = tree.kids(verb, "ccomp") if tree.deps[i] == "nsubj" and tree.lower[verb] in words.speech else []
    subjects = (s for v in told if v < i for s in tree.kids(v, "nsubj", "nsubjpass"))
    said = {s for s in subjects if any(tree.lower[c] in SOME for c in tree.children[s])}
    return sorted(fitting, key=lambda m: m.head in said and m in here) if said else fitting


def _one_group(tree: Tree, mention: Mention, here: Iterable[Mention]) -> bool:
    """Whether a noun for many that holds no body's name acts in the singular: "*the defence force* blamed its soldiers"."""
    named = any(m.referent.kind in ("organisation", "body") and mention.first <= m.head <= mention.last for m in here)
    return mention.subject and mention.referent.kind == "group" and tree.tags[mention.head] in ("NN", "NNP") and not named


def _within(mention: Mention, here: Iterable[Mention], taken: frozenset[int]) -> bool:
    """Whether somebody is named inside the words for one who can't be meant: "*the Taliban* minister met envoys and thanked it"."""
    return any(m.head in taken and m.first <= mention.head <= m.last for m in here)


def _likelier_first(tree: Tree, i: int, here: Sequence[Mention], fitting: Iterable[Mention], words: ReferenceWords) -> Iterable[Mention]:
    """Those whom a word may mean, the nearest first but for the release of those whom somebody held, and groups that are dealt with."""
    owned = tree.heads[i]
    if tree.tags[i] == "PRP$" and tree.deps[owned] == "conj":  # "attacked Chad and *its* allies"
        return sorted(fitting, key=lambda m: not (m in here and m.head == tree.heads[owned]))
    if tree.tags[i] == "PRP$" and tree.lower[owned] in words.suffered:
        return sorted(fitting, key=lambda m: not m.undergone)
    if tree.tags[i] == "PRP$" and (controllers := accused(tree, i)):
        return sorted(fitting, key=lambda m: not (m in here and m.head in controllers))
    if tree.lower[i] in words.person and _afflicted(tree, i, words):  # "the minister praised police. They shot *him*": another
        return sorted(
            fitting, key=lambda m: not ((m.undergone and m.basis != "reference") or words.politics.in_office.isdisjoint(m.referent.sectors))
        )
    prep, verb = tree.lower[tree.heads[tree.heads[i]]], next((v for v in tree.up(i) if tree.verb(v)), i)
    theirs = prep in words.grounds or (prep == "in" and tree.lower[verb] in words.backing)
    if tree.lower[i] in words.thing and tree.deps[i] == "poss" and theirs:
        beside = range(verb, i)  # "thanked Chad for *its* help", "broke with Chad over *its* vote", "backed Chad in *its* war"
        return sorted(fitting, key=lambda m: not (m in here and m.head in beside and not m.located))
    speaking = tree.deps[i] == "nsubj" and tree.lower[tree.heads[i]] in words.speech
    if tree.lower[i] in words.kinds["group"] and not speaking and not tree.kids(i, "amod", "compound"):
        return sorted(
            fitting, key=lambda m: words.politics.opposed.isdisjoint(m.referent.sectors)
        )  # armed ones are dealt with, others speak
    return fitting


def _afflicted(tree: Tree, i: int, words: ReferenceWords) -> bool:
    """Whether what is done to a token is done by force or by law, and seldom to those who hold office: "police arrested *him*"."""
    return tree.deps[i] in ("dobj", "nsubjpass") and tree.lower[tree.heads[i]] in words.politics.afflicting


def _beside(one: Mention, other: Mention, memory: Memory) -> bool:
    """Whether two were told of in the same earlier sentence: "Iran tried *three men* of the Mossad. They ..."."""
    told = [n for m, n in memory.recent if m is one or m is other]
    return len(told) > 1 and len({*told}) == 1


def _long_ago(word: str, memory: Memory, words: ReferenceWords) -> Iterable[Mention]:
    """Whom a noun for an armed group or a party may mean however far back: a report follows one such group all through."""
    return (m for m, _ in reversed(memory.recent)) if word in words.kinds["faction"] else ()


def _country(tree: Tree, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords, own: Set[str | None]) -> Mention | None:
    """The country, none of `own`, that a noun for one points back to, with what stands before it: "the Andean nation"."""
    if not words.callings.colonial.isdisjoint(tree.lower[c] for c in tree.kids(i, "amod", "compound")):
        return ruler(i, here, memory, words)
    word, lands = tree.lower[i], _possible(tree, i, words)
    if word in words.callings.dependent:
        masters = {m.referent.country for m in here if m.head in tree.kids(i, "amod", "compound")}
        lands = frozenset(land for land, master in words.callings.ruled.items() if master in masters)
    if lands is not None:
        return called(i, here, memory, words, lands - own)
    return None if word in words.callings.qualified else land(i, here, memory, words, own)


def _possible(tree: Tree, i: int, words: ReferenceWords) -> frozenset[str] | None:
    """The countries that a noun with the words before it leaves open; None where they say nothing."""
    before = tree.lower[tree.left_edge(i) : i]
    phrases = (" ".join(before[n:m]) for n in range(len(before)) for m in range(n + 1, len(before) + 1))
    sets = [
        *(words.callings.regions[p] for p in phrases if p in words.callings.regions),
        *([c] if (c := words.callings.called.get(tree.lower[i])) else []),
    ]
    return frozenset.intersection(*sets) if sets else None


def ruler(i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> Mention | None:
    """Who once ruled a country told of, the last one first: "the former colonial power"."""
    told = [m.referent.country for m in nearest(i, here, memory) if m.referent.country]
    rulers = [words.callings.ruled[land] for land in told if land in words.callings.ruled]
    country = next((r for r in rulers if r in told), next(iter(rulers), None))
    return Mention(i, i, i, _state(country, words), "reference") if country else None


def _state(country: str, words: ReferenceWords) -> Referent:
    """A country as one that acts."""
    return Referent(words.names[country], "country", country, ("GOV",))


def _joint_subject(i: int, here: Sequence[Mention], memory: Memory) -> Mention | None:
    """Those who were the subject of the sentence before side by side, where this one has told of no other plural."""
    if not memory.pairs or memory.pairs[-1][1] != memory.sentence - 1 or any(m.head < i and m.referent.plural for m in here):
        return None
    joint = memory.pairs[-1][0]
    first = next((m for m in memory.last if m.subject and replace(m.referent, also=()) == joint[0]), None)
    return replace(first, referent=replace(joint[0], also=joint[1:], plural=True)) if first else None


def called(i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords, lands: Set[str]) -> Mention | None:
    """What "the kingdom" or "the island" means: of the countries that may be called so the last one told of, else the most named one."""
    told = next((m for m in nearest(i, here, memory) if m.referent.country in lands), None)
    only = next(iter(lands)) if len(lands) == 1 else None
    country = told.referent.country if told else next((c for c, _ in memory.countries.most_common() if c in lands), only)
    return replace(told or Mention(i, i, i, NOBODY, "reference"), referent=_state(country, words)) if country else None


def land(i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords, own: Set[str | None]) -> Mention | None:
    """The last country named before a token, by itself or by one of its people, that is none of `own` (ISO alpha-3).

    Private people stand for it only where their sentence names no other: in "Iran held two Poles in the country" it is Iran.
    """
    before = [m for m in here if m.head < i and not m.first <= i <= m.last]
    private = [m for m in before if m.referent.kind in ("person", "group") and words.power.isdisjoint(m.referent.sectors)]
    near = [*reversed([m for m in before if m not in private]), *reversed(private)]
    told = next((m for m in near if _tells_land(m, own)), None) or _told_land(memory, words, own)
    if told is None:
        return None
    state = Referent(words.names.get(told.referent.country or "", told.referent.name), "country", told.referent.country, ("GOV",))
    return told if told.referent.kind == "country" else replace(told, referent=state)


def _tells_land(mention: Mention, own: Set[str | None]) -> bool:
    """Whether somebody stands for a country, none of `own`: a "she" names none, nor does where people met."""
    r = mention.referent
    pronoun = mention.basis == "reference" and r.kind == "person"
    bearing = r.kind in ("country", "person", "body", "place", "group")
    return not (pronoun or mention.venue) and bool(r.country) and r.country not in own and bearing


def _told_land(memory: Memory, words: ReferenceWords, own: Set[str | None]) -> Mention | None:
    """Who stood for a country last in the sentences before; of two named side by side neither, if the report is about a third."""
    told = next(((m, n) for m, n in reversed(memory.recent) if n >= memory.sentence - REACH and _tells_land(m, own)), None)
    if told is None:
        return None
    paired = {r.country for pair, n in memory.pairs if n == told[1] for r in pair}
    home = memory.theatre({land for land in own if land})
    apart = told[0].referent.country in paired and home in words.names and home not in paired
    return replace(told[0], referent=_state(home, words)) if apart and home else told[0]


def speaker(tree: Tree, i: int, at: Callable[[int], Mention | None], memory: Memory, words: ReferenceWords) -> Referent | None:
    """Who "we" and "I" are; None if nobody.

    The subject of the verb of speech over them, else who speaks since an earlier sentence, or issues what is read: "*We*, the
    ministers of Chad and Togo, met".
    """
    beside = next((m.referent for a in tree.kids(i, "appos") if (m := at(a)) and m.referent.known), None)
    memory.issuer = beside or memory.issuer
    subject = saying(tree, i, words)
    if beside or subject is None:
        return beside or memory.voice or memory.issuer
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


def shortened(tree: Tree, i: int, here: Sequence[Mention], memory: Memory) -> Referent | None:
    """The body told of before that a noun names in short: "the Council", "the court"; None for other words.

    In small letters it is the last such body, where no other one of the kind has been told of since.
    """
    word, kids, capital = tree.words[i], tree.children[i], tree.tags[i] == "NNP"
    opening = capital and i == 0 and not kids and tree.deps[i] == "nsubj"  # "*Council* condemns the coup"
    definite = len(kids) == 1 and tree.lower[kids[0]] == "the" and (tree.tags[i] == "NN" or capital)
    if not (definite or opening) or (capital and tree.deps[i] in ("compound", "poss")):
        return None
    for mention in nearest(i, here, memory):
        r = mention.referent
        listed = r.kind == "organisation" and r.entity is not None
        if capital and listed and word in r.name.split()[1:]:
            return r
        if not capital and (word in r.roles or (listed and r.name.lower().endswith(f" {word}"))):
            return r if listed else None
    return memory.bodies.get(word) if capital else None


def same_role(tree: Tree, first: int, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> Mention | None:
    """Who was told of before under the role that stands bare ("the minister", "the rebels"), from one token on; None where nobody was.

    Somebody of another country than the report's is meant only where he was just told of. An "army chief" is no chief of anything,
    and "the mining minister" no prime minister.
    """
    word, home, office = tree.lower[i], memory.theatre(), " ".join(tree.lower[first : i + 1])
    plain = not tree.kids(i, "compound")
    for told, far in with_distance(i, here, memory):
        own = memory.homes.get(told.referent) if told.referent.kind == "person" else None
        mention = replace(told, referent=replace(told.referent, country=own)) if own else told
        r = mention.referent
        apart = far and r.kind in ("body", "group") and opened_in(here) not in (None, r.country)  # "In Chad, *the army*" after Niger's
        other = first < i and office not in r.roles and any(role.endswith(f" {word}") for role in r.roles)
        called = (word in r.roles and not other) or (plain and word in words.leaders and r.kind == "person" and "GOV" in r.sectors)
        named = r.kind == "person" and bool(r.entity or r.unlisted)
        called = called or (word in words.politics.politicians and plain and named and not words.politics.governing.isdisjoint(r.sectors))
        called = called or (word in words.firms and plain and r.kind != "person" and r.sectors == FIRM)
        alike = far <= NEAR and (named or mention.basis == "descriptor") and not words.alike.get(word, frozenset()).isdisjoint(r.roles)
        settled = bool(r.country or r.entity or (r.unlisted and r.kind == "person")) and not r.also
        if (called or alike) and settled and not apart and (far <= NEAR or r.country == home or word in words.firms or not r.country):
            return mention
    return None


def again(tree: Tree, first: int, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> Referent | None:
    """Whom a bare noun for a role means again: who was told of under it before, as many, else to whom something was just done."""
    told = same_role(tree, first, i, here, memory, words)
    found = told.referent if told else _undergone(tree, i, here, memory, words)
    return found if found and as_many(tree, i, found, words) else None


def _undergone(tree: Tree, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> Referent | None:
    """Somebody of a known country whom a deed just told of befell, as "the hostages" and "the men" who are freed; None for others."""
    slot = tree.heads[tree.heads[i]] if tree.deps[i] == "pobj" and tree.lower[i - 2 : i] == ["of", "the"] else i  # "one of the men"
    suffers = tree.lower[i] in words.politics.passive and tree.deps[slot] in ("dobj", "nsubjpass")
    if not suffers and tree.lower[i] not in words.politics.captives:
        return None
    told = [m for m, far in with_distance(i, here, memory) if far <= NEAR and m.referent.kind in ("person", "group")]
    people = [m for m in told if m.referent.plural == (tree.tags[i] in PLURALS)]
    visitors = (m for m in people if m.referent.country in memory.visiting())  # "the abduction *of two Danes*"
    found = next((m for m in people if m.undergone), next(visitors, None))
    return found.referent if found and found.referent.country else None


def same_person(word: str, described: Referent, memory: Memory, words: ReferenceWords) -> Referent | None:
    """The person named before whom a nationality and a role describe again ("the French leader"); None where nobody fits."""
    if described.kind != "person" or described.plural or not described.country or described.also:
        return None
    if described.sectors and words.politics.partisan.issuperset(described.sectors):
        return None  # "the *Labour* leader" is no prime minister
    for mention, _ in reversed(memory.recent):
        r = mention.referent
        named = r.kind == "person" and (r.entity or r.unlisted) and r.country == described.country
        if named and "GOV" in r.sectors and (word in r.roles or (word in words.leaders and r.roles & words.kinds["person"])):
            return r
    return None


def fallen(i: int, described: Referent, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> Referent | None:
    """The person told of before whom "the ousted leader" means: out of office, or in the office that the noun names; None for others."""
    if described.sectors != ("ELI",) or described.country or described.plural:
        return None
    named = (r for r in persons(i, here, memory) if (r.entity or r.unlisted) and r.country)
    leading = not words.leaders.isdisjoint(described.roles)
    found = (r for r in named if "ELI" in r.sectors or r.roles & described.roles or (leading and "GOV" in r.sectors))
    ruled = next(found, None)
    return replace(ruled, sectors=described.sectors) if ruled else None


def several_bodies(tree: Tree, i: int, words: ReferenceWords) -> bool:
    """Whether a plural means bodies of a kind and not one that was told of: "the opposition *parties*", "its groups"."""
    kinds = words.kinds
    body = tree.lower[i] in kinds["group"] | kinds["igo"]
    return body and tree.tags[i] in PLURALS and bool(tree.kids(i, "amod", "compound"))
