"""Scenes: the countries in which a sentence and those around it see people act, suffer or stay."""

from sayso.extract.identify.memory import Mention
from sayso.extract.identify.names import Named
from sayso.extract.identify.step import Sentence
from sayso.extract.match.grammar import Roles
from sayso.extract.match.party_words import PartyWords
from sayso.extract.parse.tree import WHO_WHICH

PLACED = 2  # words before a name in which its preposition stands
PATIENTS = ("dobj", "nsubjpass")  # how nouns hang on a verb whose place is theirs
LANDS = ("country", "place")  # kinds of names of where something may be


class Scenes:
    """Where those are seen whom one sentence names without a country."""

    def __init__(self, sentence: Sentence, roles: Roles, words: PartyWords) -> None:
        """Read one identified sentence."""
        self.sentence, self.roles, self.tree, self.memory = sentence, roles, sentence.tree, sentence.memory
        self._words, self._where = words, sentence.knowledge.where
        self._struck, self._passed = self._where | words.onto, self._where | words.routes

    def here(self, mention: Mention) -> str | None:
        """The country in which people do or suffer something: "mourners marched in Ahvaz", "the officers who took power in Niamey"."""
        tree, i, r = self.tree, mention.head, mention.referent
        told = tree.kids(i, "relcl", "acl")  # "..., some of whom dine in Chad" tells of a few
        verbs = [v for v in told if all(tree.tags[s] in WHO_WHICH for s in tree.kids(v, "nsubj", "nsubjpass"))]
        if r.kind == "person" and not r.plural:
            verbs = [v for v in verbs if tree.lower[v] not in self._words.staying]
        if r.kind == "group" and self._words.abroad.isdisjoint(r.sectors) and tree.deps[i] in ("nsubj", "nsubjpass", "dobj"):
            verbs = [*verbs, tree.heads[i]]
        elif r.kind == "group" and tree.deps[i] == "pobj" and tree.deps[tree.heads[i]] == "agent":
            verbs = [*verbs, tree.heads[tree.heads[i]]]  # "was killed in Gao by *gunmen*"
        held = self.sentence.knowledge.venues
        captors = [p for v in verbs for by in tree.kids(v, "agent") for p in tree.kids(by, "pobj")]  # "held by growers in Arica"
        if tree.deps[i] == "pobj" and tree.lower[tree.heads[i]] == "of" and tree.deps[(of := tree.heads[tree.heads[i]])] in PATIENTS:
            verbs = [*verbs, tree.heads[of]]  # "paid the wages of *clerks* in Gaza"
        phrases = (
            heads
            for v in (*verbs, *captors)
            if tree.lower[v] not in held
            for word, _, heads in self.roles.all_obliques(v)
            if word in self._where
        )
        found = (self.sentence.at(h) for heads in phrases for h in heads if h != i)
        return next((m.referent.country for m in found if m and m.placelike and m.located and m.referent.country), None)

    def at_mission(self, mention: Mention) -> str | None:
        """The country where a foreign mission stands, for those who act at it: "*students* burned tyres at Chad's embassy in Rome"."""
        tree, i = self.tree, mention.head
        if mention.referent.kind != "group" or tree.deps[i] not in ("nsubj", "pobj", "nsubjpass"):
            return None
        verb = next((v for v in tree.up(i) if tree.verb(v)), i)
        words = self.sentence.knowledge.descriptors.missions
        missions = (t for t in tree.subtree(verb) if tree.lower[t] in words and all(tree.tags[p] != "PRP$" for p in tree.kids(t, "poss")))
        phrases = ((heads, t) for t in missions for h in (t, verb) for word, _, heads in self.roles.obliques(h) if word == "in")
        found = (m for heads, t in phrases for h in heads if h > t and (m := self.sentence.at(h)))
        return next((m.referent.country for m in found if m.placelike and m.referent.country), None)

    def opened(self, mention: Mention) -> str | None:
        """The country where the sentence opens, for whoever acts at home there: "In Kampala, the parliament voted and *police* ..."."""
        tree, r = self.tree, mention.referent
        bearer = r.kind == "body" or r.unlisted or (r.kind == "group" and self._words.stationed.isdisjoint(r.sectors))
        if not bearer or tree.lower[0] not in self._where or self._meeting(mention):
            return None
        opening = (self.sentence.at(h) for h in tree.kids(0, "pobj") if h < mention.head)
        return next((m.referent.country for m in opening if m and m.placelike and m.referent.country), None)

    def _meeting(self, mention: Mention) -> bool:
        """Whether the clause of somebody tells of talks and the like, whose people come from elsewhere; bodies speak at home."""
        tree, i = self.tree, mention.head
        venues = self.sentence.knowledge.venues - (self._words.speech if mention.referent.kind != "person" else frozenset())
        verb = next((v for v in tree.up(i) if tree.verb(v)), None)
        words = (t for t, word in enumerate(tree.lower) if word in venues)
        return any(next((v for v in (t, *tree.up(t)) if tree.verb(v)), None) == verb for t in words)

    def told_where(self, mention: Mention) -> str | None:
        """The country of which a clause tells what goes on there: "Sudan, where *the army* is fighting", "Lima, where *police* ..."."""
        tree, i = self.tree, mention.head
        clause = next((v for v in tree.up(i) if tree.deps[v] == "relcl"), None) if tree.deps[i] in ("nsubj", "nsubjpass", "dobj") else None
        if clause is None or not tree.has(clause, ("where",), "advmod"):
            return None
        place = self.sentence.at(tree.heads[clause])
        return place.referent.country if place and place.placelike else None

    def told(self, mention: Mention) -> str | None:
        """The one country in which a sentence places what it tells, for people who say nothing of where they are."""
        r, tree, named = mention.referent, self.tree, self.sentence.named
        struck = tree.deps[mention.head] in ("dobj", "nsubjpass") and self._words.suffering.issuperset(r.sectors)
        if not struck and (r.kind not in ("group", "person") or not self._words.bare.issuperset(r.sectors)):
            return None
        if not self.sentence.knowledge.venues.isdisjoint(tree.lower):
            return None  # who is spoken of at talks comes from elsewhere
        near = (
            (n, range(max(0, n.first - PLACED), n.first))
            for i, n in named.items()
            if n.last == i and n.name.entity.kind in LANDS and self._ground(n, i) and not self._aside(i, mention.head)
        )
        lands = {n.name.entity.country for n, words in near if any(tree.lower[t] in self._struck for t in words)}
        return next(iter(lands)) if len(lands) == 1 else None

    def _ground(self, named: Named, i: int) -> bool:
        """Whether a name is that of a place or makes one of the noun after it ("in Greek camps"), and not a deed ("in Greek raids")."""
        return named.name.use != "adjective" or self.tree.lower[self.tree.heads[i]] in self.sentence.knowledge.descriptors.tracts

    def _aside(self, place: int, i: int) -> bool:
        """Whether a place stands in a relative clause that somebody is not in himself: "..., some of whom dine in Chad"."""
        clause = next((t for t in (place, *self.tree.up(place)) if self.tree.deps[t] == "relcl"), None)
        return clause is not None and not self.tree.within(i, clause)

    def passed(self, mention: Mention) -> set[str]:
        """The countries in which those act who are seen doing something, in their own clause or one beside it.

        "Protesters marched through Tbilisi and *police* arrested forty", in a report about Norway, is about no Norwegian police.
        """
        tree, i = self.tree, mention.head
        if mention.referent.kind not in ("group", "person") or tree.deps[i] not in ("nsubj", "nsubjpass", "dobj"):
            return set()
        verb = tree.heads[i]
        beside = [verb, *tree.kids(verb, "conj"), *([tree.heads[verb]] if tree.deps[verb] == "conj" else [])]
        verbs = [v for v in beside if tree.verb(v) and tree.lower[v] not in self.sentence.knowledge.venues]
        phrases = (heads for v in verbs for word, _, heads in self.roles.all_obliques(v) if word in self._passed)
        found = (self.sentence.at(h) for heads in phrases for h in heads if h != i)
        return {m.referent.country for m in found if m and m.placelike and m.referent.country}

    def stays(self, mention: Mention) -> set[str]:
        """Where a clause says that somebody is for a while: "the president, *who was in Nigeria*", is no Nigerian."""
        tree = self.tree
        stays = (v for v in tree.kids(mention.head, "relcl") if tree.lower[v] in self._words.staying)
        found = (self.sentence.at(h) for v in stays for word, _, heads in self.roles.obliques(v) if word in self._where for h in heads)
        return {m.referent.country for m in found if m and m.referent.country}
