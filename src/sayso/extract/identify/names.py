"""Names laid over tokens: which of the scan's hits stand, and which of several owners a name means."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from sayso.extract.identify.memory import Memory, Referent
from sayso.extract.parse.tree import NAMES, Tree
from sayso.extract.scan.hits import Hit
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Name, fit
from sayso.lexicon.lexicon import RoleNoun

GOVERNING = "GOV"  # the sector of those in office, who are rather meant by a surname
BANDS = ("armed-group", "party")  # kinds of bodies that are called groups and movements
TITLING = ("of", "on", "for", "against")  # within names of bodies
Roles = Mapping[str, tuple[RoleNoun, ...]]


@dataclass(frozen=True, slots=True)
class NameWords:
    """What may stand before a surname and leaves it that person's: role nouns, the cue `titles`, days and months; and first names.

    `placing` are prepositions after which a capital is a place, `owned` what places have ("Chad airport"), `courtesy` stands
    before people's names only, `bygone` are adjectives of countries that were, `particles` parts of surnames ("De Lima"); in the
    countries `family_first` a given name stands behind the surname; `governments` are called by who leads them ("the *Quispe*
    Cabinet"); by one of `boards` a text speaks again of a body whose name ends in it.
    """

    roles: Roles
    titles: frozenset[str]
    given: frozenset[str]
    placing: frozenset[str]
    owned: frozenset[str]
    courtesy: frozenset[str]
    bygone: frozenset[str]
    bands: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    governments: frozenset[str]
    boards: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "NameWords":
        """Take them from a lexicon."""
        placing = lexicon.cue("reference", "where", "towards", "lending")
        owned = lexicon.cue("place", "belongings", "regions", "names")
        return cls(
            lexicon.roles,
            titles=lexicon.cue("reference", "titles") | lexicon.cue("time", "months", "weekdays"),
            given=lexicon.cue("place", "given"),
            placing=placing,
            owned=owned,
            courtesy=lexicon.cue("reference", "courtesy"),
            bygone=lexicon.cue("reference", "bygone"),
            bands=lexicon.cue("reference", "group"),
            particles=lexicon.cue("spelling", "particles"),
            family_first=lexicon.cue("spelling", "family_first"),
            governments=lexicon.noun_cue("reference", "governments"),
            boards=lexicon.cue("reference", "boards"),
        )


def reading(nouns: Iterable[RoleNoun], before: Sequence[str]) -> RoleNoun | None:
    """The first of the readings of a role noun, the longest ahead, that has its words right before it; `before` are all that may be."""
    next_to = before[-1] if before else ""
    for noun in nouns:
        if not noun.before or (noun.before[-1] == next_to and noun.before == tuple(before[-len(noun.before) :])):
            return noun
    return None


@dataclass(frozen=True, slots=True)
class Named:
    """A name laid over tokens, the first and the last of which are given."""

    first: int
    last: int
    name: Name


def laid(tree: Tree, hits: Sequence[Hit], memory: Memory, words: NameWords) -> dict[int, Named]:
    """The names of a sentence by each token that they cover; of hits over the same tokens the first stands."""
    named: dict[int, Named] = {}
    for hit in hits:
        tokens = [i for i in tree.cut(hit.start, hit.end) if tree.ends[i] <= hit.end]
        if not tokens or not named.keys().isdisjoint(tokens):
            continue
        use = hit.names[0].use
        first = _initials(tree, tokens[0], hit.names) if use == "short" else tokens[0]
        if use == "short" and first == tokens[0]:
            if _part_of_longer_name(tree, tokens, named, words):
                memory.estrange(tree.words[tokens[0]], _whole(tree, tokens[0], hit.names, named, words), (n.entity.name for n in hit.names))
                continue
            if _of_a_stranger(tree, tokens[0], hit.names, memory, words):
                continue
        if len(tokens) == 1 and use in ("name", "capital") and _somebody(tree, tokens[0], hit.names, named, words):
            continue
        if use == "name" and tree.has(tokens[-1], words.bygone, "amod", "compound"):
            continue
        tokens = [*range(first, tokens[0]), *tokens, *_band(tree, tokens[-1], hit.names, words)]
        named |= dict.fromkeys(tokens, Named(tokens[0], tokens[-1], _meant(tree, tokens[-1], hit.names, memory, words)))
    return named


def _band(tree: Tree, i: int, names: Sequence[Name], words: NameWords) -> list[int]:
    """The noun behind the name of an armed group or a party that only says what it is: "the Hamas *movement*"."""
    noun = tree.heads[i]
    bare = noun == i + 1 and tree.tags[noun] in ("NN", "NNP") and tree.lower[noun] in words.bands
    return [noun] if bare and all(n.entity.group in BANDS for n in names) else []


def _meant(tree: Tree, i: int, names: Sequence[Name], memory: Memory, words: NameWords) -> Name:
    """Of several owners the one whom the report has named in full, in office that day, of a country that the report names.

    Of those who fit alike whoever governs, and without a day whoever was in office last.
    """
    if len(names) == 1:
        return names[0]
    if seated := _seated(tree, i, names, memory, words):
        return seated

    def fitting(name: Name) -> tuple[bool, tuple[int, int, bool], bool, str]:
        who, terms = name.entity, name.entity.terms
        governs = memory.day is not None and GOVERNING in who.on(memory.day)
        return who.id in memory.met, fit(name, memory.day, memory.countries), governs, terms[-1].end if terms else ""

    return max(names, key=fitting)


def _seated(tree: Tree, i: int, names: Sequence[Name], memory: Memory, words: NameWords) -> Name | None:
    """The body that a capital stands for where it acts or is dealt with, unless the report names the country ("Brussels fined Poland")."""
    bodies = [n for n in names if n.use == "metonym" and n.entity.kind == "organisation"]
    if not bodies or not any(n.use == "capital" for n in names) or any(memory.countries[n.entity.country or ""] for n in names):
        return None
    i = tree.first(i)
    after = tree.deps[i] == "pobj" and tree.lower[tree.heads[i]] not in words.placing
    return bodies[0] if after or tree.deps[i] in ("nsubj", "nsubjpass", "dobj", "dative", "agent") else None


def _initials(tree: Tree, i: int, names: Sequence[Name]) -> int:
    """Where the name begins of a person with an initial in it ("Ana R. Quispe"); the surname itself where none stands there."""
    first = i - 2
    if first < 0 or len(tree.words[i - 1].rstrip(".")) != 1 or not tree.words[i - 1][0].isupper():
        return i
    return first if any(n.entity.name.split()[0] == tree.words[first] for n in names) else i


def _part_of_longer_name(tree: Tree, tokens: Sequence[int], named: Mapping[int, Named], words: NameWords) -> bool:
    """Whether an unlisted first name or another surname stands beside a bare surname."""
    i, before, after = tokens[-1], tokens[0] - 1, tokens[-1] + 1
    first_name = before >= 0 and tree.tags[before] == "NNP" and tree.deps[before] == "compound" and tree.heads[before] in tokens
    if first_name and before not in named:
        word = tree.lower[before]
        if not words.roles.get(word) and word.rstrip(".") not in words.titles:
            return True
    longer = after < len(tree) and tree.tags[after] == "NNP" and tree.deps[i] == "compound" and after not in named
    longer = longer and tree.lower[after] not in words.governments
    return longer and tree.heads[i] in (after, _hyphened(tree, after))


def _hyphened(tree: Tree, i: int) -> int:
    """The last part of a given name that is written in two, of which the first is given: "Jae-*ho*"; the word itself where it has one."""
    return i + 2 if tree.words[i + 1 : i + 2] == ["-"] and tree.tags[i + 2 : i + 3] == ["NNP"] else i


def _whole(tree: Tree, i: int, names: Sequence[Name], named: Mapping[int, Named], words: NameWords) -> str:
    """The name of which a surname is a part, or the given name behind it where they stand in that order ("Lee *Jae-ho*")."""
    turned = _hyphened(tree, i + 1) > i + 1 or all(n.entity.country in words.family_first for n in names)
    behind = tree.deps[i] == "compound" and turned
    return tree.words[i + 1] if behind else proper_name(tree, i, named)


def _of_a_stranger(tree: Tree, i: int, names: Sequence[Name], memory: Memory, words: NameWords) -> bool:
    """Whether a surname alone means somebody not listed whom the report named in full, and not those whom it calls by it and an office."""
    surname, titles = tree.words[i], [tree.lower[c] for c in tree.kids(i, "compound") if c == i - 1]
    in_office = any(words.roles.get(t) for t in titles) or any(n.entity.id in memory.met for n in names)
    if surname in memory.strangers and not in_office:
        return True
    memory.familiar.add(surname)
    memory.strangers.discard(surname)
    return False


def _somebody(tree: Tree, i: int, names: Sequence[Name], named: Mapping[int, Named], words: NameWords) -> bool:
    """Whether a country's name is a person's here."""
    lands = all(n.entity.kind == "country" and n.use in ("name", "capital") for n in names)
    return lands and (_surname(tree, i, named, words) or _forename(tree, i, words))


def _surname(tree: Tree, i: int, named: Mapping[int, Named], words: NameWords) -> bool:
    """Whether a first name, a "Mr" or a part of a surname stands right before a word: "Michael Jordan", "De Lima" are no country."""
    before = i - 1
    if before < 0 or tree.heads[before] != i or tree.deps[before] != "compound" or before in named:
        return False
    return tree.words[before] in words.given or tree.lower[before].rstrip(".") in words.courtesy | words.particles


def _forename(tree: Tree, i: int, words: NameWords) -> bool:
    """Whether a surname stands right after a word that is a first name too: "Chad Brown" is no country."""
    after = tree.heads[i]
    if tree.words[i] not in words.given or tree.deps[i] != "compound" or after != i + 1 or tree.tags[after] != "NNP":
        return False
    return tree.lower[after] not in words.owned and tree.lower[after] not in words.roles


def namesake(tree: Tree, named: Named, memory: Memory) -> Referent | None:
    """Somebody else told of in full, whose surname stands alone: "Adly Mansour ... *Mansour*", who is no listed Mansour."""
    if named.name.use != "short" or named.first != named.last or named.name.entity.id in memory.met:
        return None
    told = memory.known_as(tree.words[named.last])
    return told if told is not None and told.kind == "person" and told.entity != named.name.entity.id else None


def called(tree: Tree, named: Named, boards: Set[str]) -> frozenset[str]:
    """The noun with which the name of a body ends, by which a text speaks of it again: "the Senate Trade *Committee*"."""
    body = named.name.entity.kind == "organisation" and named.first < named.last
    return frozenset(boards & {tree.lower[named.last]}) if body else frozenset()


def country_of(name: Name, memory: Memory) -> str | None:
    """The country of a name (ISO alpha-3).

    One that several countries own is settled by what the report names; where that leaves it open, it is the presumed one, if any.
    """
    entity = name.entity
    if entity.country or not entity.group or entity.kind != "country":
        return entity.country
    return max((c for c in entity.group.split() if memory.countries[c]), key=lambda c: memory.countries[c], default=entity.presumed)


def proper_name(tree: Tree, i: int, named: Mapping[int, Named]) -> str:
    """An unlisted proper name with its parts: capitalised compounds right before the head, be they hyphened ("Lee Jae-ho")."""
    first, part = i, _before(tree, i)
    while part >= 0 and tree.tags[part] == "NNP" and tree.deps[part] == "compound" and part not in named:
        first, part = part, _before(tree, part)
    return tree.written(first, i)


def _before(tree: Tree, i: int) -> int:
    """The word before another one, over a hyphen between them; negative where there is none."""
    return i - 2 if i and tree.words[i - 1] == "-" else i - 1


def titled(tree: Tree, i: int, temporal: Set[str]) -> int:
    """The last word of the name of a body that ends in phrases: "the Kenya National *Commission* on Human Rights"; else its head."""
    last = i
    while tree.tags[last] in NAMES and last + 2 < len(tree) and tree.lower[last + 1] in TITLING and tree.within(last + 1, i):
        first = last + 2 + (tree.lower[last + 2] == "the")
        end = next((t for t in range(first, len(tree)) if not _of_title(tree, t)), len(tree))
        if end == first or tree.lower[first] in temporal:  # "the Senate on Monday"
            break
        last = end - 1
    return last


def _of_title(tree: Tree, t: int) -> bool:
    """Whether a word belongs to a name: one with a capital, or the "and" in "Strategic and International Studies"."""
    joins = tree.lower[t] == "and" and tree.deps[t - 1] in ("amod", "compound", "nmod")
    return tree.words[t][0].isupper() or joins
