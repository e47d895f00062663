"""Fields of life whose reports borrow the words of politics: sport, games, the stage, the kitchen, the market, everyday offences."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.matches import Match
from sayso.extract.memory import Referent
from sayso.extract.scan import Hit
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity
from sayso.lexicon.inflect import noun_forms

SURE, LIKELY, ENOUGH = 2, 1, 2  # what a word says for its field, and how much makes a sentence one of the field
LONGEST = 3  # words of the longest entry
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
    private: frozenset[str]
    works: frozenset[str]
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
            private=lexicon.cue("fields", "private"),
            works=lexicon.noun_cue("fields", "works"),
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

    def of_a_work(self, tree: Tree, match: Match) -> bool:
        """Whether a match is what a work of fiction is about, or tells."""
        step = match.token
        for head in tree.up(match.token):
            if tree.deps[step] == "prep" and tree.lower[step] in ABOUT and tree.lower[head] in self.works:
                return True
            if tree.deps[step] in ("ccomp", "advcl") and any(tree.lower[s] in self.works for s in tree.kids(head, "nsubj")):
                return True
            step = head
        return False


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
