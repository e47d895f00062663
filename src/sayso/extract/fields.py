"""Fields of life whose reports borrow the words of politics: sport, games, the stage, the kitchen, the market, everyday offences."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from sayso.extract.matches import Match
from sayso.extract.memory import Referent
from sayso.extract.roles import Filler
from sayso.extract.scan import Hit
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity
from sayso.lexicon.inflect import noun_forms

SURE, LIKELY, ENOUGH = 2, 1, 2  # what a word says for its field, and how much makes a sentence one of the field
PAIR = 2  # countries between which an act is no private matter
HELP = 2  # of PLOVER's four classes that of help
VERBAL = 3  # of PLOVER's four classes the last that is no use of force
LONGEST = 3  # words of the longest entry
WITHIN = ("in", "throughout")  # what stands before the work in which something happens
ABOUT = ("about", "on")  # what stands before the matter of a work


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what is usual in it and so makes nothing political: sectors, countries, in fiction wars too."""

    name: str
    usual: frozenset[str]
    countries: bool
    fiction: bool


@dataclass(frozen=True, slots=True)
class Fields:
    """The cue file `fields`, in all forms; `words` has for each of them the fields that it speaks for and how much.

    `opening` are the first words of those that are phrases.
    """

    fields: tuple[Field, ...]
    words: Mapping[str, tuple[tuple[Field, int], ...]]
    politics: frozenset[str]
    power: frozenset[str]
    weighty: frozenset[str]
    order: frozenset[str]
    common: frozenset[str]
    own: frozenset[str]
    wild: frozenset[str]
    private: frozenset[str]
    works: frozenset[str]
    tells: frozenset[str]
    characters: frozenset[str]
    opening: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Fields":
        """Take them from a lexicon."""
        lists = lexicon.cues["fields"]
        politics = lexicon.noun_cue("fields", "politics")
        found, words = [], defaultdict[str, list[tuple[Field, int]]](list)
        for name, entry in lists.items():
            if isinstance(entry, dict):
                found.append(Field(name, frozenset(entry["usual"]), entry["countries"], entry["fiction"]))
                for word, weight in _weights(lexicon, entry).items():
                    words[word].append((found[-1], weight))
        return cls(
            tuple(found),
            {word: tuple(fields) for word, fields in words.items()},
            politics=politics,
            power=lexicon.cue("reference", "power"),
            weighty=lexicon.cue("reference", "power") | lexicon.cue("fields", "organised"),
            order=lexicon.cue("fields", "order"),
            common=lexicon.cue("fields", "common"),
            own=lexicon.cue("grammar", "pronouns_own"),
            wild=lexicon.cue("fields", "wild"),
            private=lexicon.cue("fields", "private"),
            works=lexicon.noun_cue("fields", "works"),
            tells=lexicon.verb_cue("fields", "telling"),
            characters=lexicon.noun_cue("fields", "characters"),
            opening=frozenset(phrase.split()[0] for phrase in (*words, *politics) if " " in phrase),
        )

    def weigh(self, tree: Tree) -> dict[str, int]:
        """How much the words of a sentence say for each field; where a word of politics stands among them, for those of fiction alone."""
        phrases = _phrases(tree.lower, self.opening)
        weighed = [pair for phrase in phrases if phrase in self.words for pair in self.words[phrase]]
        political = bool(weighed) and not self.politics.isdisjoint(phrases)
        weights = Counter[str]()
        for field, weight in weighed:
            if field.fiction or not political:
                weights[field.name] += weight
        return dict(weights)

    def telling(self, weights: Mapping[str, int], present: Iterable[Entity | Referent]) -> str | None:
        """The field that a sentence tells of instead of politics; None where those who are present make it political."""
        known = list(present)
        lands = any(p.kind == "country" for p in known)
        sectors = {s for p in known if p.kind != "country" for s in p.sectors} & self.power
        fields = (f for f in self.fields if weights.get(f.name, 0) >= ENOUGH)
        return next((f.name for f in fields if sectors <= f.usual and (f.countries or not lands)), None)

    def among_themselves(self, match: Match) -> bool:
        """Whether those who act in a match, and all others in it who are known, are private ones."""
        known = [f.referent for f in (*match.actors, *match.recipients) if f.referent and f.identified]
        acting = any(f.referent and f.referent.sectors for f in match.actors)
        return acting and not match.pattern.political and all(r.kind != "country" and self.private.issuperset(r.sectors) for r in known)

    def of_nobody_in_power(self, match: Match, tree: Tree, present: Iterable[Entity | Referent]) -> bool:
        """Whether an act is between private persons, in a sentence where neither power nor politics is spoken of.

        Force counts only where one of them is meant by a pronoun that points at nobody; police and courts make nothing political that
        they do to a single such person.
        """
        fillers = (*match.actors, *match.recipients)
        parties = [f.referent for f in fillers if f.referent and f.identified]
        if any(r.entity or r.kind == "country" for r in parties) or not self.politics.isdisjoint(_phrases(tree.lower, self.opening)):
            return False
        there = {s for p in (*present, *parties) if p.kind != "country" for s in p.sectors}
        if match.pattern.quad > VERBAL or there & self.order:
            common = self.common if there & self.order else frozenset[str]()
            return (there & self.power) <= self.order and any(_somebody(tree, f, common) for f in fillers)
        lands = {r.country for r in parties if r.country and (r.kind != "place" or match.pattern.quad == HELP)}
        return not match.pattern.political and there.isdisjoint(self.weighty) and len(lands) < PAIR

    def of_the_author(self, match: Match, tree: Tree) -> bool:
        """Whether it is done by an "I" or "we" who is none of those quoted: the author of a column, of himself."""
        return bool(match.actors) and all(tree.lower[f.head] in self.own and not f.identified for f in match.actors)

    def at_home(self, match: Match) -> bool:
        """Whether people only go to a town of their own country, with nobody there to meet."""
        lands = {f.referent.country for f in match.actors if f.referent}
        towns = [f for f in match.recipients if f.identified]
        placed = bool(towns) and all(f.placelike and f.basis in ("place", "metonym") and f.referent for f in towns)
        calm = match.pattern.quad == 1 and len(lands) == 1 and None not in lands
        return placed and calm and lands == {f.referent.country for f in towns if f.referent}

    def by_a_thing(self, match: Match, tree: Tree) -> bool:
        """Whether nobody acts but a thing that has no will: "fog besieged the capital"."""
        heads = [f.head for f in match.actors if not f.identified] if match.pattern.quad > VERBAL else []
        things = (self.words.get(tree.lower[h], ()) for h in heads)
        return 0 < len(heads) == len(match.actors) and all(any(field.name in self.wild for field, _ in found) for found in things)

    def of_a_work(self, tree: Tree, match: Match) -> bool:
        """Whether a match is what a work of fiction is about, or tells, or done by its characters."""
        if any(tree.lower[f.head] in self.characters for f in (*match.actors, *match.recipients)):
            return True
        step = match.token
        if self._opens_within(tree, match.top):
            return True
        for head in tree.up(match.token):
            if self._opens_within(tree, head):
                return True
            if tree.lower[head] in self.tells and any(tree.lower[s] in self.works for s in tree.kids(head, "nsubj")):
                return True
            if tree.deps[step] == "prep" and tree.lower[step] in ABOUT and tree.lower[head] in self.works:
                return True
            if tree.deps[step] in ("ccomp", "advcl") and any(tree.lower[s] in self.works for s in tree.kids(head, "nsubj")):
                return True
            step = head
        return False

    def _opens_within(self, tree: Tree, verb: int) -> bool:
        """Whether a clause begins with the work that it retells: "In the novel, a colonel ..."."""
        opening = (c for c in tree.kids(verb, "prep") if c < verb and tree.lower[c] in WITHIN)
        return any(tree.lower[p] in self.works for c in opening for p in tree.kids(c, "pobj"))


def _somebody(tree: Tree, filler: Filler, common: Set[str]) -> bool:
    """Whether a party is whoever a pronoun means that points at nobody, or a single person without a name of `common` sectors."""
    tag, referent = tree.tags[filler.head], filler.referent
    if tag == "PRP":
        return not filler.identified
    if not common or tag != "NN" or referent is None or referent.unlisted or referent.kind not in ("person", "group"):
        return False
    return common >= set(referent.sectors) and (filler.basis == "context" or not referent.country)


def present(hits: Iterable[Hit], matches: Iterable[Match]) -> Iterator[Entity | Referent]:
    """Who is named in a sentence besides countries, and who fills the roles of its matches."""
    yield from (entity for hit in hits if (entity := hit.names[0].entity).kind != "country")
    yield from (f.referent for m in matches for f in (*m.actors, *m.recipients) if f.referent)


def _weights(lexicon: Lexicon, entry: Mapping[str, Sequence[str]]) -> dict[str, int]:
    irregular = lexicon.cues["grammar"]["irregular_plurals"]
    weights = {form: LIKELY for lemma in entry["likely"] for form in noun_forms(lemma, irregular)}
    return weights | dict.fromkeys(entry["forms"], SURE) | {form: SURE for lemma in entry["sure"] for form in noun_forms(lemma, irregular)}


def _phrases(lower: Sequence[str], opening: frozenset[str]) -> set[str]:
    """The words of a sentence, hyphens joined again, and the runs of up to three that begin with an opening word."""
    words = " ".join(lower).replace(" - ", "-").split()
    runs = {" ".join(words[i : i + n]) for i, word in enumerate(words) if word in opening for n in range(2, LONGEST + 1)}
    return runs.union(words)
