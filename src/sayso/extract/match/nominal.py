"""Nouns as triggers: under a light verb, with parties of their own, or political enough to stand alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from sayso.extract.match.around import Around, Governor, Own, among, charged, sides
from sayso.extract.match.filler import Filler
from sayso.extract.match.forms import left_open
from sayso.extract.match.matches import Match, joined
from sayso.extract.match.phrases import BEHIND, Oblique
from sayso.extract.match.predicated import predicates
from sayso.extract.match.roles import MONEY, PERSON
from sayso.extract.match.sides import kin
from sayso.extract.match.slots import Slots
from sayso.extract.match.triggers import Matching, forms
from sayso.extract.parse.tree import PLURALS
from sayso.lexicon.pattern import Pattern
from sayso.model.quad import FORCE, FRIENDLY, HELP, HOSTILE, SPOKEN, TALK

TOWNS = ("capital", "city")  # uses of names that may say where something was said
NOBODY = ("none",)  # the actor of what merely befalls somebody
DEPTH = 2  # phrases that hang on one another, though all are the act's
TOKEN = 2.0  # what a word of a trigger weighs: a longer name of the act is the more special one


class Nominals:
    """The nouns of one sentence."""

    def __init__(self, matching: Matching) -> None:
        """Share the look-ups of the sentence."""
        self.matching, self.matcher, self.lexicon, self.tree = matching, matching.matcher, matching.lexicon, matching.tree
        self.roles, self.parties, self.conditions = matching.roles, matching.parties, matching.conditions
        self.slots, self.around = Slots(matching), Around(matching)

    def matches(self, candidates: Sequence[int], used: set[int]) -> list[Match]:
        """One match a noun at most; those with words that a verb's sense has `used` up are left out."""
        return self._together([m for i in candidates if (m := self._noun(i)) and used.isdisjoint(m.tokens)])

    def _together(self, found: list[Match]) -> list[Match]:
        """The matches, with what befell people told once: "nine *dead* and 40 *wounded*"."""
        kept = {m.token: m for m in found}
        for m in found:
            head = self.tree.heads[m.token]
            first = kept.get(head) if self.tree.deps[m.token] == "conj" and m.pattern.actor == NOBODY else None
            if first and first.pattern is m.pattern:
                kept[head] = replace(first, recipients=first.recipients or m.recipients)
                del kept[m.token]
        return list(kept.values())

    def _noun(self, i: int) -> Match | None:
        if not (self.tree.noun(i) or self._gerund(i)) or self.tree.deps[i] in ("compound", "nmod", "poss"):
            return None
        if self.slots.meeting(i) and self.around.audience(i):
            return None
        best, top = None, -1.0
        for pattern, tokens in self._senses(i):
            head = self._head(i, tokens)
            found = self._with_roles(head, tokens, pattern, self._bearing(head, pattern))
            if not found:
                continue
            fit = self.conditions.noun(head, pattern, tokens, [f.head for f in found.actors], found.light)
            if fit.weight is None:
                self.matching.miss(i, pattern, fit.failed)
            elif (weight := TOKEN * len(tokens) + fit.weight) > top:
                best, top = found, weight
        return best

    def _head(self, i: int, tokens: tuple[int, ...]) -> int:
        """The word of a trigger on which the others hang, where it has "of" and counts nothing: "an *offer* of talks"."""
        phrase = any(self.tree.lower[t] == "of" for t in tokens)
        head = next((t for t in tokens if self.tree.heads[t] not in tokens), i) if phrase else i
        return i if self.tree.lower[head] in self.matcher.rounds else head

    def _gerund(self, i: int) -> bool:
        """Whether a noun in -ing is taken for a verb by the tagger: "*Fighting* flared between A and B", "reported *shelling*"."""
        tree = self.tree
        if tree.tags[i] != "VBG" or tree.kids(i, "nsubj", "dobj"):
            return False
        if tree.kids(i, "expl"):
            return True  # "there was *shooting* in the capital"
        if tree.kids(i, "aux"):
            return False
        if tree.lower[i + 1 : i + 2] == ["of"] and (tree.kids(i, "det", "poss") or (i == 0 and tree.deps[i] == "ROOT")):
            return True  # "*Shelling* of villages by rebels"
        return bool(self._flaring(i)) or (tree.deps[i] in ("xcomp", "dobj") and tree.lower[tree.heads[i]] in self.matcher.noticing)

    def _flaring(self, i: int) -> list[int]:
        """The verbs of happening that a noun is subject of, or that the parser hung on it for participles."""
        tree = self.tree
        verbs = [tree.heads[i]] if tree.deps[i] == "nsubj" else tree.kids(i, "acl") if tree.deps[i] == "ROOT" else []
        return [v for v in verbs if tree.lower[v] in self.matcher.occurrence]

    def _senses(self, i: int) -> Iterator[tuple[Pattern, tuple[int, ...]]]:
        """Senses of the noun at a token whose words all stand before it, and their tokens."""
        bits, patterns = self.matcher.senses.nouns, self.matching.patterns(i)
        for form, first in forms(self.tree, i):
            for trigger in self.lexicon.nouns.get(form, ()):
                begin = first - len(trigger.words)
                if bits[trigger.pattern.id] & patterns and begin >= 0 and tuple(self.tree.lower[begin:first]) == trigger.words:
                    yield trigger.pattern, tuple(range(begin, i + 1))

    def _with_roles(self, i: int, tokens: tuple[int, ...], pattern: Pattern, governor: Governor | None) -> Match | None:
        """A match with the noun's own parties and those of its light verb; None where nobody is there and the noun can't stand alone."""
        own = self._own(i, pattern, asked=governor is not None and governor.side == "active")
        taken = own.heads | set(tokens)
        active, passive = (governor is not None and governor.side == side for side in ("active", "passive"))
        light = governor.verb if governor else None
        subjects = [f for f in self._doers(light) if f.head not in taken] if active and light is not None else []
        if not (own.actors or governor):
            subjects = [f for f in self.around.doers(i, pattern, own) if f.head not in taken]
        own.recipients = [f for f in own.recipients if not self._unasked(i, f, pattern)]
        actors, recipients = sides(own, subjects, pattern)
        if active and light is not None and not recipients:
            recipients = [f for f in self._oblique_recipients(light, pattern, taken) if f.head not in {a.head for a in actors}]
        if passive and light is not None:
            actors, recipients = self._undergone(light, pattern, taken, actors, recipients)
        if pattern.joint:
            actors, recipients = joined(actors, recipients)
        actors = [] if pattern.actor == NOBODY else actors
        alone = pattern.political and (own.acts or (pattern.bare and (governor or self._prominent(i))))
        if not (actors or recipients or alone):
            return None
        if pattern.place_receives and actors and not any(f.identified for f in recipients):
            taken |= {f.head for f in actors}
            recipients = [
                *recipients,
                *(
                    f
                    for h in (i, light)
                    if h is not None
                    for f in self.slots.around(h)
                    if f.head not in taken and not self.around.sided_with(f.head)
                ),
            ][:2]
        if pattern.recipient and any(f.identified for f in actors) and not any(f.identified for f in recipients):
            taken |= {f.head for f in (*actors, *recipients)}
            levels = (level for h in (i, light) if h is not None for level in self.slots.deep(h, pattern))
            others = ([f for f in level if f.head not in taken and not self._unmeant(i, f, pattern, actors)] for level in levels)
            recipients = [*recipients, *next(filter(None, others), [])]
        if actors and not recipients:
            recipients = self._told_of(i, light, pattern, {*tokens, *(f.head for f in actors)}) or self.around.moved(i, pattern, actors)
        return Match(i, tokens, "noun", pattern, tuple(actors), tuple(recipients), light)

    def _unmeant(self, i: int, filler: Filler, pattern: Pattern, actors: list[Filler]) -> bool:
        """Whether somebody deep in a phrase is an actor again, or of his own side where something good is brought, or not asked."""
        if among(filler, actors) or (pattern.quad in FRIENDLY and kin(filler, actors)):
            return True
        return self._unasked(i, filler, pattern)

    def _unasked(self, i: int, filler: Filler, pattern: Pattern) -> bool:
        """Whether somebody only suffers what another is to end, or what is promised to be done to him, or is he whose side is taken."""
        if pattern.quad == FORCE and self.around.sided_with(filler.head):
            return True
        return (pattern.consumes and self.slots.spared(filler.head)) or (pattern.quad == TALK and self.slots.harmed(filler.head, i))

    def _undergone(
        self, light: int, pattern: Pattern, taken: set[int], actors: list[Filler], recipients: list[Filler]
    ) -> tuple[list[Filler], list[Filler]]:
        """The parties of what a light verb's subject undergoes: "*Chad* got a pledge *from Togo*".

        What happens only brings it about: "*unrest* drew a threat against the rebels".
        """
        subjects = [f for f in self.parties.fill(self.roles.surface(light)) if f.head not in taken]
        somebody = [f for f in subjects if not self.slots.carries_event(f.head)]
        aimed = recipients or [f for f in self._oblique_recipients(light, pattern, taken) if f.head not in {a.head for a in actors}]
        if not actors and pattern.quad in SPOKEN:
            told = self.parties.fill(h for word, _, heads in self.roles.all_obliques(light) if word == "from" for h in heads)
            actors = [f for f in told if f.identified and f.head not in taken]
        if pattern.joint and not actors:
            return somebody, [f for f in aimed if f not in somebody]  # "*they* were locked in talks"
        return actors, somebody or [f for f in aimed if f not in actors] or subjects

    def _told_of(self, i: int, light: int | None, pattern: Pattern, taken: set[int]) -> list[Filler]:
        """Whoever stands where a recipient would, though nothing is known of him: "an attack on *a village*", "sued *the makers*"."""
        slots = {*pattern.recipient, *(("of",) if pattern.of == "recipient" else ()), *(("with",) if pattern.joint else ())}
        slots -= self.parties.sentence.knowledge.where - {"on"}
        phrases = [*self._phrases(i), *(self.roles.all_obliques(light) if light is not None else ())]
        found = self.parties.fill(h for word, _, heads in phrases if word in slots for h in heads if h not in taken)
        others = (f for f in found if pattern.quad != FORCE or not self.around.sided_with(f.head))
        return [f for f in others if self.tree.noun(f.head) and not self.slots.carries_event(f.head)]

    def _doers(self, light: int) -> list[Filler]:
        """Who does what stands under a light verb.

        Of what is merely not excluded those alone who could do it: "analysts do not rule out a coup".
        """
        engaged = self.tree.lower[light] in self.matcher.engaged and self.roles.passive(light)
        found = self.parties.fill(self.roles.surface(light) if engaged else self.roles.subjects(light))
        if not left_open(self.tree, light, self.matcher.grammar):
            return found
        power = self.parties.sentence.knowledge.references.power
        return [f for f in found if f.referent and not power.isdisjoint(f.referent.sectors)]

    def _prominent(self, i: int) -> bool:
        """Whether a noun alone tells of the act: the subject, the root or what there was, not a passing mention."""
        tree, measure = self.tree, self._measured(i)
        i = i if self.slots.carries_event(measure) else measure
        if tree.deps[i] == "ROOT" or (tree.deps[i] == "attr" and tree.kids(tree.heads[i], "expl")):
            return True
        return tree.deps[i] in ("nsubj", "nsubjpass") and tree.lower[tree.heads[i]] in self.matcher.occurrence

    def _measured(self, i: int) -> int:
        """The word that counts a noun, which stands for it in its clause ("*dozens* of arrests"); the noun itself where none does."""
        tree, prep = self.tree, self.tree.heads[i]
        counted = tree.deps[i] == "pobj" and tree.lower[prep] == "of" and tree.lower[tree.heads[prep]] in self.matcher.rounds
        return tree.heads[prep] if counted else i

    def _governor(self, i: int) -> Governor | None:
        """The light verb over a noun, or in a clause on it; None where there is none."""
        tree, top = self.tree, self._measured(self.tree.first_noun(i))
        head, dep, prep = tree.heads[top], tree.deps[top], None
        if dep == "pobj" and tree.deps[head] in ("prep", "agent"):
            prep, head = tree.lower[head], tree.heads[head]
            if prep == "at" and tree.has(i, ("of",), "prep"):
                return self._below(i)  # "met at the request *of Chad*"
        elif dep not in ("dobj", "nsubjpass", "attr", "oprd", *(("xcomp",) if self._gerund(i) else ())):
            return self._below(i)
        beside = prep == "at" and bool(tree.kids(head, "dobj")) and not tree.kids(top, "nummod")  # "voiced outrage at the murder"
        return (self._above(head, dep, prep) if tree.verb(head) and not beside else None) or self.told(i)

    def _bearing(self, i: int, pattern: Pattern) -> Governor | None:
        """A light verb over a noun, and what its subject has to do with an act of that kind."""
        governor = self._governor(i)
        if governor and self.around.dealt_with(i, governor, pattern):
            return self.told(i) or Governor(governor.verb, "noticed")
        return self.around.hindered(i, governor, pattern)

    def _below(self, i: int) -> Governor | None:
        """A light verb in a relative clause or participle on the noun: "the attack that rebels launched", "sanctions *imposed*"."""
        far = (c for _, _, heads in self.roles.obliques(i) for h in heads for c in self.tree.kids(h, "acl") if self.tree.kids(c, "agent"))
        for c in (*self.tree.kids(i, "acl", "relcl"), *far):
            done = (self.tree.deps[c], self.tree.tags[c]) == ("acl", "VBN") or [s for s in self.roles.subjects(c) if s != i]
            if done and self.tree.lower[c] in self.matcher.light_active:
                return Governor(c, "active")
        return None

    def told(self, i: int) -> Governor | None:
        """One that tells what was done: in neither "an order *extending* his term" nor "claims *that* he made it"."""
        below = self._below(i) if self.tree.noun(i) else None
        return below if below and self.tree.tags[below.verb] != "VBG" and not self.tree.kids(below.verb, "mark") else None

    def _above(self, verb: int, dep: str, prep: str | None) -> Governor | None:
        """What a verb over the noun makes of its subject; `prep` stands between the two where there is one."""
        word, passive = self.tree.lower[verb], self.matcher.light_passive
        named = word in self.matcher.grammar.naming and predicates(self.tree, verb, self.matcher.grammar)
        if dep == "oprd" or (dep == "dobj" and (named or self.tree.kids(verb, "oprd"))):
            return None  # "called the accord a failure", "sees a war as likely" only name it
        if any(self.tree.lower[p] in self.matcher.pretexts for p in self.tree.taken(verb, "as")):
            return None  # "used the raids as a pretext"
        if word in self.matcher.grammar.copulas and prep in ("in", "on", "at"):
            return Governor(verb, "active")
        if word in self.matcher.engaged and prep == "in" and self.roles.passive(verb):
            return Governor(verb, "active")
        if prep == "under" and (word in self.matcher.grammar.copulas or word in passive):
            return Governor(verb, "passive")
        if word in passive and dep != "nsubjpass" and prep in (None, "with", "in", "by") and not self.tree.kids(verb, "prt"):
            return Governor(verb, "passive")
        if word in self.matcher.light_active and prep in (None, "in", "on", "into", "out", "at", "through", "with", "by"):
            return Governor(verb, "active")
        if prep == "under" and word in self.matcher.putting and self.tree.kids(verb, "dobj", "nsubjpass"):
            return Governor(verb, "active")  # "put the city under siege"
        kept_off = word in self.matcher.hindering or word in self.matcher.warding
        if (word in self.matcher.noticing and prep in (None, "of")) or (kept_off and prep is None):
            return Governor(verb, "noticed")
        return None

    def _own(self, i: int, pattern: Pattern, *, asked: bool) -> Own:
        """The noun's own parties: "Iran's attack on Iraq", "talks between A and B", "the arrest of X by Y".

        Words come from those who speak, unless somebody asks for them: "a demand *from Chad*", but "made demands from Chad".
        """
        comes = not asked and (pattern.quad in SPOKEN or "from" not in pattern.recipient)
        own, doers, phrases = Own(), ("by", "from") if comes else ("by",), self._phrases(i)
        poss = (self.tree.antecedent(p) for p in self.tree.kids(i, "poss") if not self.roles.dates(p))
        owners = [f for f in self.parties.fill(poss) if f.identified or self.parties.matches(PERSON, f.head)]
        victims = [f for f in owners if self._suffers(f, i, pattern)]
        own.recipients += victims
        own.between += self._hyphened(i) if pattern.joint else []
        own.actors += [f for f in owners if f.identified and f not in victims] or ([] if own.between else self._nations(i, pattern))
        own.recipients += self._struck(i) if pattern.place_receives and not own.actors else []
        done_to = pattern.of == "recipient" or bool(own.actors) or any(word == "by" for word, _, _ in phrases)
        for word, _, heads in phrases:
            found = self.parties.fill(heads)
            known = [f for f in found if f.identified or self.parties.matches(PERSON, f.head)]
            if word in ("between", "among"):
                own.between += [f for f in found if f.identified]
            elif word in doers:
                own.actors += found if word == "by" else known
            elif word == "of" and pattern.quad in HOSTILE and pattern.quad in SPOKEN and any(charged(self.tree, h) for h in heads):
                own.recipients += known  # "accusations of *Chad* arming rebels"
            elif word == "of":
                own.weak = not own.actors and not done_to
                known = [f for f in known if not self.parties.matches(MONEY, f.head)]  # "a fine *of 500 Swiss francs*"
                somebody = [f for f in known if not self.slots.carries_event(f.head) or self._body(f, pattern)]
                goods = [f for f in somebody if self._given(f, pattern)]
                own.actors += [f for f in goods if self._sent(f)] if not own.actors else []  # "deliveries of *Russian tanks* to Iran"
                (own.recipients if done_to else own.actors).extend(f for f in somebody if f not in goods)
                own.acts = len(somebody) < len(known)  # "a wave of *killings* in Chad"
            elif word in pattern.recipient or (pattern.joint and word == "with"):
                somebody = [f for f in known if not self._happening(f)]
                own.recipients += somebody or [f for h in heads for f in self.parties.inside(h)] or known
        return own

    def _given(self, filler: Filler, pattern: Pattern) -> bool:
        """Whether something is what is given, and not to whom, or who gives: "delivery of *tanks* to India", "an offer of *troops*"."""
        things = pattern.with_.get("of") if pattern.of == "recipient" else None
        listed = things is not None and self.parties.lexical(things, filler.head) and not self.parties.matches(PERSON, filler.head)
        bare = self.tree.tags[filler.head] in PLURALS and filler.basis == "context" and not self.tree.kids(filler.head, "det", "poss")
        return (pattern.quad == HELP and (listed or self._sent(filler))) or (pattern.quad == TALK and bare)

    def _body(self, filler: Filler, pattern: Pattern) -> bool:
        """Whether words that could mean an act mean people, or the body that does some good: "the support of *the army*"."""
        r = filler.referent
        good = pattern.quad in FRIENDLY and r is not None and (r.kind not in ("thing", "place") or bool(r.sectors))
        return good or self.parties.matches(PERSON, filler.head)

    def _happening(self, filler: Filler) -> bool:
        """Whether words mean what somebody does, and nobody: "the toll of *Chad's riots*"."""
        r = filler.referent
        return r is not None and r.kind == "thing" and not r.sectors and self.slots.carries_event(filler.head)

    def _sent(self, filler: Filler) -> bool:
        """Whether what is given is somebody's thing, who then gives it: "deliveries of *Russian tanks*"."""
        return filler.identified and self.tree.lower[filler.head] in self.matcher.parties.senders.means

    def _suffers(self, owner: Filler, i: int, pattern: Pattern) -> bool:
        """Whether an act is done to its possessor: "the reporter's arrest", but "the police's arrest" and "her arrest of a reporter"."""
        if pattern.owner != "recipient" or any(word == "of" for word, _, _ in self.roles.obliques(i)):
            return False
        who = owner.referent
        return who is None or who.kind == "person" or (who.kind == "group" and self.matcher.enforcing.isdisjoint(who.sectors))

    def _phrases(self, i: int) -> list[Oblique]:
        """Prepositional phrases of a noun, and those that the parser hangs on its of-phrase ("the arrest of two students by police").

        Of what happens "between A and B" that phrase may hang on the verb of happening.
        """
        found = [*self.roles.obliques(i), *self._happening_between(i)]
        level = found
        for _ in range(DEPTH):
            level = [o for word, _, heads in level for h in heads for o in self._hung_on(word, h)]
            found += level
        return found

    def _hung_on(self, word: str, h: int) -> list[Oblique]:
        """The phrases of an act that the parser hangs on what stands in one before: "the raid by troops *on the village*"."""
        wanted = BEHIND.get(word)
        if wanted is None:
            return self.around.between(h) if word in self.parties.sentence.knowledge.where else []
        mention = self.parties.sentence.at(h)
        own = range(mention.first, mention.last + 1) if mention else range(h, h + 1)
        return [o for o in self.roles.obliques(h) if o[0] in wanted and not any(p in own for p in o[2])]

    def _happening_between(self, i: int) -> list[Oblique]:
        """The "between A and B" of a verb of happening that a noun is subject of: "talks took place between A and B"."""
        return [o for verb in self._flaring(i) for o in self.roles.all_obliques(verb) if o[0] == "between"]

    def _nations(self, i: int, pattern: Pattern) -> list[Filler]:
        """Nationalities and bodies right before the noun ("US strikes", "OPEC talks"), but no town of an accord ("the Minsk accord")."""
        tree, named = self.tree, self.parties.sentence.named
        before = [named[t].name for c in tree.kids(i, "amod", "compound", "nmod") for t in tree.subtree(c) if t in named]
        if not before or (pattern.joint and pattern.quad == TALK and all(n.use in TOWNS for n in before)):
            return []
        found = [f for f in self.parties.fill([i]) if f.identified and f.referent]
        found = found if any(f.referent and f.referent.kind == "thing" for f in found) else []  # "the Chadian-Libyan talks" are of both
        if found or not any(word == "of" for word, _, _ in self.roles.obliques(i)):
            return found
        bodies = self.parties.fill(tree.kids(i, "compound", "nmod"))  # "the *NATO* bombing of Serbia"
        return [f for f in bodies if f.identified and f.referent and f.referent.kind == "organisation"]

    def _hyphened(self, i: int) -> list[Filler]:
        """Those whom a hyphen joins before what they do together: "the *Modi-Sharif* summit"."""
        two, named = (i - 3, i - 1) if self.tree.lower[max(i - 2, 0)] == "-" else (), self.parties.sentence.named
        found = self.parties.fill(h for h in two if h in named and named[h].name.use != "adjective")
        return [f for f in found if f.identified] if len(found) == len(two) else []

    def _struck(self, i: int) -> list[Filler]:
        """The place that is named before an act of nobody's: "the *Gaza* bombing", "the *Ukraine* war"."""
        found = self.parties.fill(self.tree.kids(i, "compound", "nmod"))
        return [f for f in found if f.identified and f.placelike]

    def _oblique_recipients(self, verb: int, pattern: Pattern, taken: set[int]) -> list[Filler]:
        """Recipients that hang on the light verb: "imposed sanctions yesterday on X", "gave X support"."""
        slots = (*pattern.recipient, *(("with",) if pattern.joint else ()))
        phrases = self.roles.all_obliques(verb)
        put = self.roles.objects(verb) if self.tree.lower[verb] in self.matcher.putting else []
        levels = [self.roles.datives(verb), put, *([h for word, _, heads in phrases if word == slot for h in heads] for slot in slots)]
        hung = (self.slots.attached(verb, slot) for slot in slots)  # "filed a suit in a Paris court *against the prince*"
        found = chain((self.parties.fill(heads) for heads in levels), hung)
        sided = self.roles.grammar.siding  # "began talks with *the support of Chad*"
        others = ([f for f in level if f.head not in taken and self.tree.lower[f.head] not in sided] for level in found)
        return next(filter(None, ([f for f in level if f.identified] for level in others)), [])
