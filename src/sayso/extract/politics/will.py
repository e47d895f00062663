"""What has no will: what fog, malaria and mere things do is no act, nor what is done to things that no act is about."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from sayso.extract.match.filler import Filler
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.extract.politics.fields import FAINT, SURE, Field, Fields
from sayso.extract.politics.power import PEOPLE, Power
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Trigger
from sayso.model.quad import HELP, SPOKEN, TALK

WAGED = ("of", "against", "on", "over")  # what stands before what wars are of in jest
DONE_BY = ("by", "from")  # what stands before those of whom somebody suffers it
HABIT = ("do", "would")  # auxiliaries of what somebody always does
MEANT = ("to", "for", "against", "with", "on")  # what stands before those whom something is meant for
TRADES = ("ist", "er", "or")  # endings of nouns for those who have a trade


@dataclass(frozen=True, slots=True)
class Will:
    """What strikes for somebody though it has no will itself (`tools`), what has none and strikes for nobody, and what acts are about.

    `parleys` are nouns for mere talks and agreements, `deeds` those for any act.
    """

    fields: Fields
    power: Power
    bygone: frozenset[str]
    blazes: frozenset[str]
    wild: frozenset[str]
    tools: frozenset[str]
    arms: frozenset[str]
    mute: frozenset[str]
    endings: tuple[str, ...]
    campaigns: frozenset[str]
    campaigning: frozenset[str]
    crusades: frozenset[str]
    strokes: frozenset[str]
    trades: frozenset[str]
    deeds: frozenset[str]
    idlers: frozenset[str]
    parleys: frozenset[str]
    organs: frozenset[str]
    animals: frozenset[str]
    people: Set[str]
    matters: Set[str]

    @classmethod
    def of(cls, lexicon: Lexicon, fields: Fields, power: Power) -> "Will":
        """Take the words from a lexicon; `fields` says which words are of nature."""
        counted = lexicon.cue("grammar", "counting", "bundles")
        tools = lexicon.noun_cue("fields", "tools") | lexicon.noun_cue("reference", "carriers") | lexicon.nouns.keys() | counted
        objects = [p.object for p in lexicon.patterns if p.object]
        classes = {each for words in objects for each in words.classes}
        return cls(
            fields,
            power,
            bygone=lexicon.cue("reference", "bygone"),
            blazes=lexicon.noun_cue("fields", "blazes"),
            wild=lexicon.cue("fields", "wild"),
            tools=tools,
            arms=lexicon.noun_cue("fields", "arms"),
            mute=lexicon.noun_cue("fields", "mute"),
            endings=tuple(lexicon.cues["fields"]["people_endings"]),
            campaigns=lexicon.noun_cue("fields", "campaigns"),
            campaigning=lexicon.noun_cue("fields", "campaigning"),
            crusades=lexicon.noun_cue("fields", "crusades"),
            strokes=lexicon.noun_cue("fields", "strokes"),
            deeds=frozenset(lexicon.nouns),
            parleys=frozenset(w for w, triggers in lexicon.nouns.items() if _quads(triggers) == {TALK})
            | lexicon.noun_cue("fields", "bonds"),
            idlers=lexicon.noun_cue("fields", "idlers"),
            trades=lexicon.noun_cue("fields", "trades"),
            organs=lexicon.noun_cue("fields", "organs"),
            animals=lexicon.noun_cue("fields", "animals"),
            people=lexicon.roles.keys(),
            matters=frozenset().union(lexicon.nouns, *(words.own for words in objects), *(each.forms for each in classes)),
        )

    def by_a_thing(self, match: Match, tree: Tree) -> bool:
        """Whether nobody acts but things that have no will and strike for nobody: "fog besieged the capital", "malaria kills"."""
        if match.actors and all(self._organic(tree, f.head) or self._of_the_wild(tree, f.head, match.top) for f in match.actors):
            return True
        heads = [f.head for f in match.actors if not f.identified]
        speaks = match.pattern.quad in SPOKEN
        if heads and match.part == "verb" and match.pattern.quad == HELP and all(tree.lower[h] in self.parleys for h in heads):
            return True  # "*good relations* give Chad a door to the sea"
        return 0 < len(heads) == len(match.actors) and all(self._without_will(tree, h, speaks=speaks) for h in heads)

    def _without_will(self, tree: Tree, i: int, *, speaks: bool) -> bool:
        """Whether a word means nobody; what happens may strike but does not speak: "the fall of the regime raised doubts"."""
        word = tree.lower[i]
        named = [tree.lower[c] for c in tree.kids(i, "compound") if c == i - 1]
        if any(self._wild(f"{c} {word}") or (self._wild(c) and word not in self.arms) for c in named):
            return True  # "heart attacks", "Storm Ada", but "a lorry bomb"
        if tree.has(i, self.bygone, "amod", "compound"):
            return True  # "ancient Egypt"
        if word in self.blazes and tree.has(i, ("a", "an"), "det"):
            return True  # "a fire killed", and not "army fire killed"
        if speaks and tree.tags[i] in ("NN", "NNS") and word in self.mute:
            return True
        least = FAINT if word in self.tools else 0  # planes crash, and bomb
        if any(field.name in self.wild and weight > least for field, weight in self.fields.words.get(word, ())):
            return True
        common = tree.tags[i] in ("NN", "NNS") and (i == 0 or tree.words[i] == word)
        return common and word not in self.tools and word not in self.people and not word.removesuffix("s").endswith(self.endings)

    def _organic(self, tree: Tree, i: int) -> bool:
        """Whether somebody is called so in jest, as what a living thing has: "the brain's border guards", "the hive's police"."""
        if self.organs.isdisjoint(tree.lower):
            return False
        return any(tree.lower[o] in self.organs for o in (*tree.kids(i, "poss", "compound"), *tree.taken(i, "of")))

    def _of_the_wild(self, tree: Tree, i: int, verb: int) -> bool:
        """Whether somebody is only what a thing of nature is said to have: "the *immune system* sends *its troops*"."""
        own = any(tree.tags[p] == "PRP$" for p in tree.kids(i, "poss"))
        subjects = [s for s in tree.kids(verb, "nsubj") if s != i] if own else []
        return any(field.name in self.wild and weight == SURE for s in subjects for field, weight in self._said(tree, s))

    def _said(self, tree: Tree, i: int) -> tuple[tuple[Field, int], ...]:
        """What a noun, and it with the word before it, says for fields."""
        words = self.fields.words
        return (*words.get(tree.lower[i], ()), *words.get(f"{tree.lower[i - 1]} {tree.lower[i]}", ()))

    def _wild(self, words: str) -> bool:
        """Whether words are for what has no will."""
        return any(field.name in self.wild for field, _ in self.fields.words.get(words, ()))

    def by_a_town(self, match: Match, tree: Tree) -> bool:
        """Whether a capital, or mere staff, does it to things that no act is about: "Berlin declared war on boring breakfasts"."""
        others = [f for f in match.recipients if f.head not in {a.head for a in match.actors}]
        towns = bool(match.actors) and all(_land(f) or self.power.staff(f) or self._petty(f) for f in match.actors)
        if (
            not towns
            or any(f.identified and not self._bystander(tree, f) for f in others)
            or self.fields.political(self.fields.said(tree), surely=True)
        ):
            return False
        verbs = {match.top, *(t for t in match.tokens if tree.verb(t))}
        objects = [o for v in verbs for o in tree.kids(v, "dobj")]
        phrases = [p for t in {*verbs, *match.tokens, *objects} for p in (t, *tree.kids(t, "prep")) if tree.tags[p] in ("IN", "TO", "RP")]
        heads = {f.head for f in others} or {*objects, *(o for p in phrases for o in tree.kids(p, "pobj"))} - set(match.tokens)
        return bool(heads) and all(tree.tags[h] in ("NN", "NNS") and tree.lower[h] not in self.matters for h in heads)

    def by_habit(self, match: Match, tree: Tree) -> bool:
        """Whether it is what a people always does, to things alone: "Italians defend their coffee", "the Swiss do not trust a train"."""
        verb = match.top
        peoples = bool(match.actors) and all(tree.tags[f.head] == "NNPS" and f.basis == "name" for f in match.actors)
        if not peoples or match.part != "verb" or any(f.identified for f in match.recipients):
            return False
        if tree.tags[verb] != "VBP" and not tree.has(verb, HABIT, "aux"):
            return False
        objects = [*tree.kids(verb, "dobj"), *(o for p in tree.kids(verb, "prep") for o in tree.kids(p, "pobj"))]
        things = all(tree.tags[o] in ("NN", "NNS", "JJ") and tree.lower[o] not in self.deeds for o in objects)
        return bool(objects) and things and not self.fields.political(self.fields.said(tree), surely=True)

    def to_an_animal(self, match: Match, tree: Tree) -> bool:
        """Whether it is done to nobody but an animal: "the dog was taken into custody", "gave shelter to a lost camel"."""
        if any(f.identified for f in match.recipients):
            return False
        told = [*(f.head for f in match.recipients), *tree.kids(match.top, "dobj", "nsubjpass", "dative")]
        meant = {*MEANT, *(("of",) if match.pattern.of == "recipient" else ())}
        phrases = (p for i in (match.top, *told, *match.tokens) for p in tree.kids(i, "prep") if tree.lower[p] in meant)
        behind = [o for p in phrases for o in tree.kids(p, "pobj")]
        return any(tree.words[i] in self.animals or self._of_nature(tree, i) for i in (*told, *behind))  # "Tigers" may be rebels

    def _of_nature(self, tree: Tree, i: int) -> bool:
        """Whether a word is for a thing of nature, and for nobody who studies it: "a battle against the fruit fly"."""
        word = tree.words[i]
        nature = any(field.name in self.wild and weight == SURE for field, weight in self.fields.words.get(word, ()))
        return nature and word not in self.people and not word.removesuffix("s").endswith(self.endings) and word not in self.tools

    def figurative(self, match: Match, tree: Tree) -> bool:
        """Whether a war or a siege is one only by a word: "the yoghurt war", "a sales offensive", "a revolt against heels"."""
        if self._by_idlers(match, tree):
            return True
        if match.part != "noun" or tree.lower[match.token] not in self.campaigns:
            return False
        before = [c for c in tree.kids(match.token, "compound") if c not in match.tokens and tree.tags[c] in ("NN", "NNS")]
        if any(tree.words[c] == tree.lower[c] and not self._martial(tree.lower[c]) for c in before):
            return True
        if self._between_firms(match, tree) or self._stroke(match, tree):
            return True
        behind = [o for t in {match.token, match.top} for o in tree.taken(t, *WAGED)]
        if tree.lower[match.token] not in self.crusades:
            return False
        if any(tree.lower[o] in self.animals or self._wild(tree.lower[o]) for o in behind):
            return True
        return bool(behind) and all(self._unwarlike(tree, o) for o in behind) and not self._in_power(match)

    def _by_idlers(self, match: Match, tree: Tree) -> bool:
        """Whether those who besiege somebody are animals, or people who never do: "under occupation by gnomes"."""
        waged = {t for t in match.tokens if tree.lower[t] in self.campaigns}
        if not waged:
            return False
        done_by = [p for t in {*waged, match.top} for p in tree.kids(t, "prep", "agent") if tree.lower[p] in DONE_BY]
        by = (o for p in done_by for o in tree.kids(p, "pobj"))
        return any(tree.lower[o] in self.animals or tree.lower[o] in self.idlers for o in by)

    def _stroke(self, match: Match, tree: Tree) -> bool:
        """Whether it is somebody's of another field of life: "the opera house's coup", "the gallery's crusade"."""
        owned = (self._said(tree, o) for o in tree.kids(match.token, "poss"))
        others = any(weight > FAINT for said in owned for field, weight in said if not field.fiction)
        strikes = tree.lower[match.token] in self.crusades | self.strokes
        return strikes and others and not self._in_power(match)

    def _between_firms(self, match: Match, tree: Tree) -> bool:
        """Whether a war is one with a firm, or between several: "a war with Aldi"."""
        known = [f for f in (*match.actors, *match.recipients) if f.identified and f.referent]
        sides = tree.has(match.token, ("with", "between"), "prep")
        return sides and bool(known) and all(self.power.trades(f.referent) and f.referent.kind not in PEOPLE for f in known if f.referent)

    def _in_power(self, match: Match) -> bool:
        """Whether somebody with power or a country is a party."""
        known = [f.referent for f in (*match.actors, *match.recipients) if f.referent]
        return any(r.kind == "country" or self.power.stands(r) for r in known)

    def _unwarlike(self, tree: Tree, i: int) -> bool:
        """Whether nobody makes war on, or of, a common noun: "an uprising of the strings", "a revolt against heels"."""
        word = tree.lower[i]
        common = (
            tree.tags[i] in ("NN", "NNS")
            and tree.words[i] == word
            and word not in self.people
            and not word.removesuffix("s").endswith(self.endings)
        )
        return (
            common
            and word not in self.matters
            and not self._martial(word)
            and not any(self._martial(tree.lower[c]) for c in tree.children[i])
        )

    def _martial(self, word: str) -> bool:
        """Whether a war may be called by a word: by those who fight it, its means, its time or its ground."""
        return word in self.campaigning or word in self.tools or word in self.people or word in self.fields.politics

    def _petty(self, filler: Filler) -> bool:
        """Whether somebody's office is of benches and bins."""
        return filler.referent is not None and bool(filler.referent.roles & self.fields.petty)

    def _bystander(self, tree: Tree, filler: Filler) -> bool:
        """Whether somebody is one person of no country that is told, and without power: "mourns the composer"."""
        referent = filler.referent
        return referent is not None and filler.basis == "context" and tree.tags[filler.head] == "NN" and not self.power.stands(referent)

    def trade(self, word: str) -> bool:
        """Whether a word is for one who has a trade, and for no weapon or body."""
        return (word.endswith(TRADES) or word in self.trades) and word not in self.tools


def _land(filler: Filler) -> bool:
    """Whether somebody is a country, or a capital for it."""
    return (filler.basis == "metonym" and filler.placelike) or (
        filler.basis == "name" and filler.referent is not None and filler.referent.kind == "country"
    )


def _quads(triggers: Sequence[Trigger]) -> set[int]:
    """PLOVER's classes of what a noun means by itself."""
    return {t.pattern.quad for t in triggers if not t.words}
