"""Fields of life whose reports borrow the words of politics: sport, games, the stage, the kitchen, the market, everyday offences."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sayso.extract.identify.memory import Referent
from sayso.extract.identify.names import Named
from sayso.extract.match.filler import Filler
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import PLURALS, Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity
from sayso.lexicon.inflect import noun_forms, verb_forms

SURE, LIKELY, FAINT = 4, 2, 1  # what a word says for its field
ENOUGH = 4  # how much makes a sentence one of the field
PLAYING = 4  # what a country in the plural says for a field of teams
MUCH = 8  # how much lets a country whose people do something there be a mere place
OPENING = 6  # how much makes a report that opens so one of the field
LONGEST = 3  # words of the longest entry
WITHIN = ("in", "throughout")  # what stands before the work in which something happens
PARTS = ("of", "in")  # what stands between somebody and the work that he is a part in
DASHES = ("-", "–")  # what stands between the points of two sides
HIGHEST = 150  # more than either side of a match scores
YOUNGEST, OLDEST = 18, 115  # ages at which the dead of obituaries were
SIDES = 2  # countries of a match
NEAR = 3  # words after a work within which it is said to tell something
QUOTES = ('"', "”", "’", "''", "»")  # what ends the title of a work
ABOUT = ("about", "on")  # what stands before the matter of a work


Bare = tuple[Referent, str, int]  # somebody known by a noun alone, the noun, and how much it must say for a field at least


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what is usual in it and so makes nothing political: sectors, countries, in fiction wars too.

    In one of `teams`, countries are many people who play; one with `ages` tells how old somebody was who died; one that is `everyday`
    is told of by a single likely word where nobody has power. Acts of the types that it `keeps` are politics in it as well.
    """

    name: str
    usual: frozenset[str]
    countries: bool
    fiction: bool
    teams: bool
    ages: bool
    everyday: bool
    keeps: frozenset[str]

    @classmethod
    def of(cls, name: str, entry: Mapping[str, Any]) -> "Field":
        """A field as the cue file has it."""
        usual, keeps = frozenset(entry["usual"]), frozenset(entry.get("keeps", ()))
        teams, ages, everyday = (entry.get(flag, False) for flag in ("teams", "ages", "everyday"))
        return cls(
            name=name,
            usual=usual,
            countries=entry["countries"],
            fiction=entry["fiction"],
            teams=teams,
            ages=ages,
            everyday=everyday,
            keeps=keeps,
        )


@dataclass(frozen=True, slots=True)
class Fields:
    """The cue file `fields`, in all forms; `words` has for each of them the fields that it speaks for and how much.

    `sober` are the fields that are no fiction. Of the words of `politics`, those that are `borrowed` stand for something else as often.
    `known` are all that say anything, `phrases` those of several words, `opening` the first words of these. Without any of `telltale` no
    sentence tells of a work.
    """

    fields: tuple[Field, ...]
    sober: frozenset[str]
    words: Mapping[str, tuple[tuple[Field, int], ...]]
    politics: frozenset[str]
    borrowed: frozenset[str]
    legal: frozenset[str]
    power: frozenset[str]
    works: frozenset[str]
    pictures: frozenset[str]
    outplaying: frozenset[str]
    petty: frozenset[str]
    tells: frozenset[str]
    characters: frozenset[str]
    acting: frozenset[str]
    telltale: frozenset[str]
    known: frozenset[str]
    opening: frozenset[str]
    phrases: frozenset[str]
    where: frozenset[str]
    generous: frozenset[str]
    loud: frozenset[str]
    voices: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Fields":
        """Take them from a lexicon."""
        lists = lexicon.cues["fields"]
        politics, borrowed = lexicon.noun_cue("fields", "politics"), lexicon.noun_cue("fields", "borrowed")
        found, words = list[Field](), defaultdict[str, list[tuple[Field, int]]](list)
        for name, entry in lists.items():
            if isinstance(entry, dict):
                found.append(Field.of(name, entry))
                for word, weight in _weights(lexicon, entry).items():
                    words[word].append((found[-1], weight))
        known = politics.union(borrowed, words)
        phrases = frozenset(phrase for phrase in known if " " in phrase)
        works, pictures = lexicon.noun_cue("fields", "works"), lexicon.noun_cue("fields", "pictures")
        characters, acting = lexicon.noun_cue("fields", "characters"), lexicon.verb_cue("fields", "acting")
        return cls(
            tuple(found),
            frozenset(field.name for field in found if not field.fiction),
            {word: tuple(fields) for word, fields in words.items()},
            politics=politics | borrowed,
            borrowed=borrowed,
            legal=lexicon.noun_cue("fields", "legal"),
            power=lexicon.cue("reference", "power"),
            works=works,
            pictures=pictures,
            outplaying=_inflected(lexicon, lists["outplaying"]),
            petty=lexicon.noun_cue("fields", "petty"),
            tells=lexicon.verb_cue("fields", "telling"),
            characters=characters,
            acting=acting,
            telltale=frozenset(word for words in (works, pictures, characters, acting, QUOTES) for name in words for word in name.split()),
            known=known,
            opening=frozenset(phrase.split()[0] for phrase in phrases),
            phrases=phrases,
            where=lexicon.cue("reference", "where"),
            generous=lexicon.cue("fields", "generous"),
            loud=lexicon.cue("fields", "loud"),
            voices=lexicon.noun_cue("fields", "voices"),
        )

    def said(self, tree: Tree, without: Set[int] = frozenset()) -> Set[str]:
        """The words of a sentence and the runs of them that say something for a field or for politics, some of its tokens left out."""
        return self._said(["·" if i in without else word for i, word in enumerate(tree.lower)] if without else tree.lower)

    def weigh(self, phrases: Set[str], acts: Set[str] = frozenset()) -> dict[str, int]:
        """How much the `phrases` of a sentence say for each field, less what those of politics say against all but those of fiction.

        Borrowed words by which its `acts` are told say nothing against it: "laid *siege* to the goal".
        """
        return self._weigh(phrases - (acts & self.borrowed))

    def told_by(self, texts: Iterable[Sequence[str]]) -> frozenset[str]:
        """The fields that what opens a report speaks of: its title and first sentences, as words in lower case."""
        weights = Counter[str]()
        for lower in texts:
            weights.update(self._weigh(self._said(lower), least=None))
        return frozenset(name for name, weight in weights.items() if weight >= OPENING)

    def retold(self, words: Iterable[str]) -> bool:
        """Whether words begin to retell a work: "a new series imagines ..."."""
        words = list(words)
        works = [i for i, word in enumerate(words) if word in self.works]
        return any(not self.tells.isdisjoint(words[i + 1 : i + 1 + NEAR]) for i in works)

    def _weigh(self, phrases: Set[str], least: int | None = 1) -> dict[str, int]:
        politics, borrowed = self.politics & phrases, self.borrowed & phrases
        weights, against = defaultdict[str, int](int), SURE * len(politics - borrowed) + LIKELY * len(borrowed)
        for phrase in phrases:
            for field, weight in self.words.get(phrase, ()):
                weights[field.name] += 0 if phrase in politics and not field.fiction else weight
        for name in self.sober & weights.keys():
            weights[name] -= against
        return {name: weight for name, weight in weights.items() if least is None or weight >= least}

    def _said(self, lower: Sequence[str]) -> Set[str]:
        """What words in lower case say for fields, hyphens joined again, with runs of up to three.

        Words that stand in longer phrases alone are left out: "film director" is no "director", a "price war" no war.
        """
        words = " ".join(lower).replace(" - ", "-").split()
        runs = (" ".join(words[i : i + n]) for i, word in enumerate(words) if word in self.opening for n in range(2, LONGEST + 1))
        whole = self.phrases.intersection(runs)
        return whole | self.known.intersection(words).difference(*map(str.split, whole))

    def playing(self, tree: Tree, named: Mapping[int, Named]) -> dict[str, int]:
        """What it says for a field of teams that a country is many, or that somebody scores.

        "Morocco are ready", "Canada meet Finland", "Fiji edged Peru" tell of their teams; so do "412 for six" and "a 3-1 win", unless
        politics is the reason of what is told: "banned the clubs *over the invasion*".
        """
        heads = {i for i, n in named.items() if n.last == i and n.name.entity.kind == "country" and n.name.use == "name"}
        many = any(_plural(tree, i) for i in heads if not tree.lower[i].endswith("s")) or self._outplayed(tree, heads)
        weight = PLAYING * many + max((_score(tree, i) for i in _between_numbers(tree)), default=0)
        weight -= SURE * self._of_politics(tree)
        aged = PLAYING * (_aged(tree) and not self.political(set(tree.lower), surely=True))
        return {f.name: told for f in self.fields if (told := weight * f.teams + aged * f.ages)}

    def _outplayed(self, tree: Tree, lands: Set[int]) -> bool:
        """Whether one country does to another what only teams do, where no word is politics: "Fiji edged Peru", "losing to Peru"."""
        if len(lands) < SIDES:
            return False
        alone = (tree.kids(v, "dobj") for v, word in enumerate(tree.lower) if word in self.outplaying and not _by(tree, v))
        pairs = (v for v, pair in enumerate(pairwise(tree.lower)) if " ".join(pair) in self.outplaying)
        joined = ((v + 2, *tree.kids(v, "dobj"), *tree.kids(v + 1, "pobj")) for v in pairs)
        return any(not lands.isdisjoint(met) for met in (*alone, *joined)) and not self.political(self.said(tree), surely=True)

    def _of_politics(self, tree: Tree) -> bool:
        """Whether politics is given as a reason."""
        before = [p for p, word in enumerate(tree.lower) if word == "over" or (word == "of" and tree.lower[p - 1] == "because")]
        reasons = (o for p in before for o in tree.kids(p, "pobj"))
        return any(not self.politics.isdisjoint(tree.lower[t] for t in tree.subtree(o)) for o in reasons)

    def present(self, tree: Tree, named: Mapping[int, Named], matches: Iterable[Match]) -> Iterator[Entity | Referent]:
        """Who is named in a sentence besides countries, and who fills roles, but where it only happens: help reaches it."""
        yield from (entity for i, n in named.items() if n.last == i and (entity := n.name.entity).kind != "country")
        fillers = ((m, f) for m in matches for f in (*m.actors, *m.recipients))
        yield from (f.referent for m, f in fillers if f.referent and (m.pattern.type in self.generous or not self.scene(tree, f)))

    def scene(self, tree: Tree, filler: Filler) -> bool:
        """Whether a place is only where it is: "cancelled three shows *in Vienna*"."""
        within = tree.deps[filler.head] == "pobj" and tree.lower[tree.heads[filler.head]] in self.where
        return within and filler.placelike

    def political(self, phrases: Set[str], *, surely: bool = False, private: bool = False) -> bool:
        """Whether a sentence of these `phrases` speaks of politics in so many words.

        `surely`: in ones that nothing else borrows; `private`: not in those that stand for what private people have with courts and money.
        """
        found = self.politics & phrases
        found = found - self.legal if private else found
        return bool(found - self.borrowed if surely else found)

    def telling(
        self,
        weights: Mapping[str, int],
        present: Iterable[Entity | Referent],
        acting: Iterable[Referent] = (),
        bare: Iterable[Bare] = (),
        *,
        calm: bool = False,
    ) -> Field | None:
        """The field that a sentence tells of instead of politics; None where those who are present make it political.

        Where nothing is done (`calm`) or very much speaks for a field, only countries that are `acting` do. Whoever is known
        by a `bare` word alone that is one of the field has no power in it: "both sides" play, and so does "his Ukrainian challenger".
        """
        bare = tuple(bare)
        known = list(present)
        lands = any(p.kind == "country" for p in known)
        states = any(r.kind == "country" for r in acting)
        for field in self.fields:
            weight = weights.get(field.name, 0)
            if weight < ENOUGH:
                continue
            own = [
                party
                for party, word, least in bare
                if party.roles & self.petty
                or any(f == field and _says(f, w, FAINT if weight >= MUCH and f.teams else least) for f, w in self.words.get(word, ()))
            ]
            sectors = {s for p in known if p.kind != "country" and p not in own for s in p.sectors} & self.power
            placed = field.countries or not lands or (not states and (calm or weight >= MUCH))
            if sectors <= field.usual and placed:
                return field
        return None

    def faintly(self, tree: Tree, matches: Iterable[Match], known: Iterable[Entity | Referent]) -> Field | None:
        """The field of which one likely word tells, where no country is known and no word is politics: "sent home from the tournament".

        Neither is it told of crowds that make themselves heard, of help, of many people of a country, or of those who speak for others.
        """
        if any(p.kind == "country" for p in known) or self.political(self.said(tree)):
            return None
        matches = list(matches)
        parties = [(m, f) for m in matches for f in (*m.actors, *m.recipients)]
        if any(m.pattern.type in self.loud | self.generous for m in matches) or any(self._speaks(tree, f) for _, f in parties):
            return None
        weights = self._weigh(self.said(tree, {f.head for _, f in parties if f.identified}))  # "nurses" alone are no field
        return next((field for field in self.fields if field.everyday and weights.get(field.name, 0) >= LIKELY), None)

    def _speaks(self, tree: Tree, filler: Filler) -> bool:
        """Whether somebody speaks for others, or anything but one person is of a country that is told: "Iran's agents"."""
        referent = filler.referent
        told = referent is not None and referent.country is not None and filler.basis != "context"
        one = referent is not None and referent.kind in ("person", "place") and tree.tags[filler.head] not in PLURALS
        return tree.lower[filler.head] in self.voices or (told and not one)

    def of_a_work(self, tree: Tree, match: Match) -> bool:
        """Whether a match is what a work of fiction is about, or tells, or done by its characters."""
        if self.telltale.isdisjoint(tree.lower):
            return False
        heads = [f.head for f in (*match.actors, *match.recipients)]
        if any(tree.lower[h] in self.characters or self._part_of_a_work(tree, h) for h in heads) or self._opens_within(tree, match.top):
            return True
        step = match.token
        for head in tree.up(step):
            if self._opens_within(tree, head) or (tree.deps[step] in ("relcl", "acl") and self._within(tree, step, head)):
                return True
            if tree.lower[head] in self.tells and tree.has(head, self.works, "nsubj"):
                return True
            shown = self.works if tree.lower[step] in ABOUT else self.pictures if tree.lower[step] == "of" else ()
            if tree.deps[step] == "prep" and tree.lower[head] in shown:
                return True
            if tree.deps[step] in ("ccomp", "advcl") and tree.has(head, self.works, "nsubj"):
                return True
            step = head
        return False

    def _part_of_a_work(self, tree: Tree, i: int) -> bool:
        """Whether somebody belongs to a work: "the detective of the series"; not so in "accused rebels of a plot *to bomb* it"."""
        works = [o for o in tree.taken(i, *PARTS) if self._work(tree, o)] if tree.children[i] else ()
        return any("TO" not in tree.tags[o + 1 : o + 2] for o in works)

    def _work(self, tree: Tree, i: int) -> bool:
        """Whether a noun, or it with the word before it, is a work or a part of one."""
        return tree.lower[i] in self.works or (i > 0 and f"{tree.lower[i - 1]} {tree.lower[i]}" in self.works)

    def _within(self, tree: Tree, clause: int, noun: int) -> bool:
        """Whether a relative clause tells of what happens in a work, or does to a part in it: "a novel in which", "plays a spy who"."""
        title = noun + 1 < len(tree) and tree.words[noun + 1] in QUOTES and tree.words[noun][0].isupper()
        if title or tree.lower[noun] in self.works:
            return any(tree.lower[p] == "which" for c in tree.kids(clause, "prep") for p in tree.kids(c, "pobj"))
        return tree.deps[noun] == "dobj" and tree.lower[tree.heads[noun]] in self.acting

    def _opens_within(self, tree: Tree, verb: int) -> bool:
        """Whether a clause begins with the work that it retells: "In the novel, a colonel ..."."""
        opening = (c for c in tree.kids(verb, "prep") if c < verb and tree.lower[c] in WITHIN)
        return any(self._work(tree, p) for c in opening for p in tree.kids(c, "pobj"))


def _says(field: Field, weight: int, least: int) -> bool:
    """Whether a word by which alone somebody is known makes him one of a field: a faint one; of teams and fiction any that says enough."""
    return weight >= least if field.teams or field.fiction else weight == least == FAINT


def _plural(tree: Tree, i: int) -> bool:
    """Whether a single name is subject of a verb in the plural."""
    verb = tree.heads[i]
    if tree.deps[i] != "nsubj" or tree.kids(i, "conj", "appos") or tree.kids(verb, "mark"):
        return False  # "demanded that Australia pay"
    finite = [v for v in (verb, *tree.kids(verb, "aux")) if v > i]  # no "were Israel to attack"
    return any(tree.tags[v] == "VBP" or tree.lower[v] == "were" for v in finite)


def _aged(tree: Tree) -> bool:
    """Whether a sentence ends with how old somebody was: "..., was 78.", ". He was 78"."""
    after = [be + 1 for be, word in enumerate(tree.lower[:-2]) if word == "was"]
    ages = [n for n in after if tree.words[n].isdigit()]
    return any(YOUNGEST <= int(tree.words[n]) <= OLDEST and tree.tags[n + 1] in (".", "''") for n in ages)


def _by(tree: Tree, verb: int) -> bool:
    """Whether it is told by what: "stunned Peru *by* closing the border"."""
    return tree.has(verb, ("by",), "prep")


def _between_numbers(tree: Tree) -> list[int]:
    """The words between two numbers."""
    return [n + 1 for n, tag in enumerate(tree.tags[:-2]) if tag == "CD" == tree.tags[n + 2]]


def _score(tree: Tree, i: int) -> int:
    """What a word between two numbers says for a score: "412 *for* six", "3*-*1"; a vote may be one of 52-48, a span 2001-2004."""
    if tree.words[i] in DASHES:
        return LIKELY if all(tree.words[n].isdigit() and int(tree.words[n]) < HIGHEST for n in (i - 1, i + 1)) else 0
    return SURE if tree.lower[i] == "for" and tree.words[i - 1].isdigit() else 0


def _inflected(lexicon: Lexicon, verbs: Iterable[str]) -> frozenset[str]:
    """All forms of verbs, with the words that stand after them."""
    irregular = lexicon.cues["grammar"]["irregular_verbs"]
    parts = (verb.partition(" ") for verb in verbs)
    return frozenset(f"{form} {after}".strip() for verb, _, after in parts for form in verb_forms(verb, irregular))


def _weights(lexicon: Lexicon, entry: Mapping[str, Sequence[str]]) -> dict[str, int]:
    irregular = lexicon.cues["grammar"]["irregular_plurals"]
    weights = dict[str, int]()
    for key, weight in (("faint", FAINT), ("likely", LIKELY), ("sure", SURE)):
        weights |= {form: weight for lemma in entry.get(key, ()) for form in noun_forms(lemma, irregular)}
    return weights | dict.fromkeys(entry["forms"], SURE)
