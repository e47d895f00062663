"""Verbs and adjectives as triggers: of the senses whose conditions are met the most special one, with its roles filled."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from sayso.extract.match.filler import Filler
from sayso.extract.match.forms import clipped, conjuncts, left_open, written
from sayso.extract.match.matches import Match, joined
from sayso.extract.match.recipients import Recipients
from sayso.extract.match.slots import Slots
from sayso.extract.match.things import thing_meant
from sayso.extract.match.triggers import Matching, forms
from sayso.extract.parse.tree import NAMES, VERBS
from sayso.lexicon.pattern import PREDICATE, Pattern, Trigger
from sayso.model.quad import FORCE

VERBAL = ("ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "xcomp")
NOMINAL = ("attr", "pobj", "appos", "dobj", "nsubj", "nsubjpass")
CLAUSAL = ("nsubj", "nsubjpass", "expl", "aux", "auxpass", "neg", "dobj", "dative", "prt", "ccomp", "xcomp", "agent")  # what verbs have
FRONTED = 1.25  # what they all weigh where they stand before it: less than a listed object
FIXED = 2.5  # what a fixed word of a trigger weighs: more than any one condition, as it makes another sense of the verb

LEAST = -2.0  # below the weight of any sense whose conditions are met
Sense = tuple[Trigger, tuple[int, ...]]  # a trigger, and the tokens of its words


class Best(NamedTuple):
    """The sense that fits best, how closely, and the tokens of its trigger."""

    weight: float
    pattern: Pattern
    tokens: tuple[int, ...]


class Predicates:
    """The verbs and adjectives of one sentence."""

    def __init__(self, matching: Matching) -> None:
        """Share the look-ups of the sentence."""
        self.matching, self.lexicon, self.tree = matching, matching.lexicon, matching.tree
        self.roles, self.parties, self.conditions = matching.roles, matching.parties, matching.conditions
        self.slots = Slots(matching)
        self.recipients = Recipients(self.slots)

    def matches(self, candidates: Sequence[int]) -> list[Match]:
        """One match a token at most; an adjective comes before a verb of the same form."""
        return [m for i in candidates if (m := self._adjective(i) or self._verb(i))]

    def _verb(self, i: int) -> Match | None:
        tree = self.tree
        if tree.tags[i] not in VERBS and not (tree.deps[i] in VERBAL and tree.tags[i] in ("NN", "NNS", "JJ", "NNP", "IN")):
            return None
        if tree.deps[i] in ("aux", "auxpass", "compound", "amod", "prep") or self._mere_noun(i):
            return None
        senses = self._senses(i)
        if senses and left_open(tree, i, self.matching.matcher.grammar):  # but "refused to rule out annexing it" is an idiom of its own
            senses = [(trigger, tokens) for trigger, tokens in senses if set(tokens) & set(tree.kids(i, "xcomp"))]
        best = self._farther(i, self._best(i, senses, noted=True))
        if not best and clipped(tree, i):
            self.roles.undergo(i)
            best = self._best(i, self._senses(i), noted=True)
        match = self._with_roles(i, best.pattern, best.tokens) if best else None
        return match if match and self._received(match) else None

    def _received(self, match: Match) -> bool:
        """Whether somebody is there to whom a sense is done that needs him: "gave files *to Chad*", not "gave no details"."""
        there = not match.pattern.received or any(f.identified for f in match.recipients)
        if not there:
            self.matching.miss(match.token, match.pattern, "nobody is named to whom it is done")
        return there

    def _farther(self, i: int, best: Best | None) -> Best | None:
        """The best sense, or that of a noun farther off that fits its clause better: "a *report* on jails *published* by a court"."""
        meant = self.tree.heads[i]
        for noun in (farther := self.roles.farther(i)):
            self.roles.tell_of(i, noun)
            other = self._best(i, self._senses(i), noted=False)
            if other and (best is None or other.weight > best.weight):
                best, meant = other, noun
        if farther and meant != farther[-1]:
            self.roles.tell_of(i, meant)
        return best

    def _mere_noun(self, i: int) -> bool:
        """Whether a noun is no verb: alone the root of a line ("Russian *attack* on it"), or joined to another ("raids and *rapes*")."""
        tree = self.tree
        first = tree.first(i)
        joined = tree.deps[i] == "conj" and tree.deps[first] in NOMINAL and tree.noun(first)
        return tree.noun(i) and (joined or tree.deps[i] == "ROOT") and not tree.kids(i, *CLAUSAL)

    def _senses(self, i: int) -> list[Sense]:
        """Senses of the verb at a token whose fixed words, listed objects and prepositions are there."""
        senses, patterns, found = self.matching.matcher.senses, self.matching.patterns(i), list[Sense]()
        for form, first in forms(self.tree, i):
            nouns, prepositions = partial(self._object_words, i), partial(self.conditions.prepositions, i)
            near = senses.near(form, self.matching.words, nouns, prepositions, patterns)
            if not near and form in self.lexicon.verbs:
                self.matching.miss(i, self.lexicon.verbs[form][0].pattern, "what it takes is not there")
            for trigger in near:
                if tokens := self.matching.tokens(i, first, trigger.words):
                    found.append((trigger, tokens))
        return found

    def _object_words(self, i: int) -> set[str]:
        """All that an object of a verb can be listed as: its head, with words beside it, and what it counts."""
        tree, lower, found = self.tree, self.tree.lower, set[str]()
        for o in self.roles.objects(i):
            meant = thing_meant(tree, o)
            for c in (o if meant is None else meant, *tree.kids(o, "conj")):
                found |= written(tree, c)
                found.update(lower[n] for n in self.conditions.introducing(c))
                for p in tree.subtree(c) if "prep" in tree.labels[c] else ():
                    found |= {lower[p], f"{lower[c]} of {lower[p]}"}
        return found

    def _best(self, i: int, senses: Sequence[Sense], *, noted: bool) -> Best | None:
        """Of the senses whose conditions are all met the most special one, of equals the first; None where none is met.

        `noted`: why a sense was passed over is kept for the explanation.
        """
        best: Best | None = None
        for trigger, tokens in senses:
            fit = self.conditions.verb(i, trigger.pattern, tokens)
            if fit.weight is not None and (weight := _fixed(trigger, i, tokens) + fit.weight) > (best.weight if best else LEAST):
                best = Best(weight, trigger.pattern, tokens)
            elif fit.weight is None and noted:
                self.matching.miss(i, trigger.pattern, fit.failed)
        return best

    def _with_roles(self, i: int, pattern: Pattern, tokens: tuple[int, ...]) -> Match:
        objects: Sequence[int] = self.roles.objects(i)
        if objects and tokens[-1] not in objects and set(objects) <= set(tokens):
            objects = self.conditions.taken(i, tokens)  # "put an end to *its raids*"
        slots = [s for s in pattern.actor if not (s == "by" and "subject" in pattern.recipient and self.roles.passive(i))]
        filled = [(slot, self.slots.acting(self.slots.fill(i, slot, tokens))) for slot in slots]
        there = [level for _, level in filled] if pattern.quad != FORCE else []  # no force is used by where it is used
        levels = [*(self._acting(slot, level) for slot, level in filled), *there]
        actors = next((level for level in levels if any(f.identified for f in level)), next(filter(None, levels), []))
        actors = self._authors(actors) or [self.parties.crowd(f, many=True) for f in actors]
        recipients = self.recipients.of(i, pattern, tokens, actors)
        if pattern.joint:
            actors, recipients = joined(actors, self._partners(actors, recipients))
        used = tuple(self._carriers(pattern, objects))
        return Match(i, tokens, "verb", pattern, tuple(actors), tuple(recipients), None, used)

    def _carriers(self, pattern: Pattern, objects: Sequence[int]) -> Iterator[int]:
        """The objects that carry the sense, one beside the other, and what they count: "eased *some* of its *curbs*".

        What is only called something carries nothing: "called *the arrest* unlawful" tells of an arrest besides.
        """
        for o in (c for head in objects for c in conjuncts(self.tree, head)):
            if pattern.object and PREDICATE not in pattern.with_ and self.parties.lexical(pattern.object, o):
                yield from (o, *self.parties.counted(o))

    def _acting(self, slot: str, fillers: Sequence[Filler]) -> list[Filler]:
        """Who acts of those in a slot: after a preposition that says where, no place ("killed *in* Gaza *in* a raid", "died in prison")."""
        if slot not in self.parties.sentence.knowledge.where:
            return list(fillers)
        return [f for f in fillers if not f.placelike and (f.identified or self.matching.deed(f.head))]

    def _authors(self, actors: Sequence[Filler]) -> list[Filler]:
        """Whose a text of nobody known is: who brought it out, else where it came out ("a report *released in Kigali* alleged")."""
        carriers, where = self.matching.matcher.grammar.carriers, self.parties.sentence.knowledge.where
        texts = [f.head for f in actors if self.tree.lower[f.head] in carriers]
        if not texts or any(f.identified for f in actors):
            return []
        phrases = [phrase for h in texts for v in (h, *self.tree.kids(h, "acl", "relcl")) for phrase in self.roles.obliques(v)]
        by = [f for word, _, heads in phrases if word == "by" for f in self.parties.fill(heads)]
        there = [f for word, _, heads in phrases if word in where for f in self.parties.fill(heads)]
        issuers = (s for h in texts for v in self.tree.kids(h, "relcl") if h in self.roles.objects(v) for s in self.roles.subjects(v))
        by += self.parties.fill(issuers)  # "a warrant *that judges issued*"
        return [f for f in by if f.identified] or [f for f in there if f.identified]

    def _partners(self, actors: Sequence[Filler], recipients: Sequence[Filler]) -> list[Filler]:
        """Who can face those who act together; what several of them deal with is none: "A and B agreed on *a plan*"."""
        return [f for f in recipients if f.identified or len(actors) < 2 or self.tree.tags[f.head] in NAMES]

    def _adjective(self, i: int) -> Match | None:
        tree = self.tree
        triggers = self.lexicon.adjectives.get(tree.lower[i])
        if not triggers or not tree.tags[i].startswith(("JJ", "VBN", "RB")) or tree.deps[i] not in (*VERBAL, "acomp", "oprd"):
            return None
        bits, patterns = self.matching.matcher.senses.bits, self.matching.patterns(i)
        near = (t for t in triggers if bits[t.pattern.id] & patterns)
        senses = [(t, tokens) for t in near if (tokens := self.matching.tokens(i, i, t.words))]
        best = self._best(i, senses, noted=False)  # the word may be a verb's form, whose own reasons count
        if not best:
            return None
        pattern, tokens = best.pattern, best.tokens
        verb = next((h for h in (i, *tree.up(i)) if tree.kids(h, "nsubj", "nsubjpass")), i)
        actors = self.parties.fill(self.roles.surface(verb))
        within = (*tokens, *(c for t in tokens for c in tree.kids(t, "xcomp") if tree.verb(c)))
        recipients = self.recipients.of(i, pattern, within, actors)
        if pattern.joint:
            actors, recipients = joined(actors, self._partners(actors, recipients))
        return Match(i, tokens, "adjective", pattern, tuple(actors), tuple(recipients))


def _fixed(trigger: Trigger, i: int, tokens: Sequence[int]) -> float:
    """What the fixed words of a trigger weigh."""
    return FRONTED if trigger.words and min(tokens[1:], default=i) < i else FIXED * len(trigger.words)
