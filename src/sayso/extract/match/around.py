"""Who acts around a noun that no light verb governs: who attends, travels, is away for it, or denies it."""

from dataclasses import dataclass, field
from typing import Literal

from sayso.extract.match.filler import Filler
from sayso.extract.match.phrases import Oblique
from sayso.extract.match.triggers import Matching
from sayso.extract.parse.tree import Tree
from sayso.lexicon.pattern import Pattern
from sayso.model.quad import FORCE, FRIENDLY, HELP, HOSTILE, SPOKEN, TALK

OWED = ("for", "of", "with", "over")  # before what somebody is blamed, accused, charged or thanked for
WITH = "with"  # before the help of others with which somebody does something
GIVERS = ("of", "from")  # before those whose support somebody has
INSIDE = ("in", "of")  # before what a part in something is
TRAVELLED = "place"  # the slot of where somebody goes
TRAVELLERS = ("person", "group")  # kinds of parties that go somewhere in person
WITHIN = "in"  # before a talk in which something is said
SIDES = 2  # those between whom something is
KNOWN = ("the", "this", "that", "these", "those")  # before what has been told of
UNDERWAY = ("on", "during", "with")  # before a journey that somebody is on


Side = Literal["active", "passive", "noticed"]


@dataclass(frozen=True, slots=True)
class Governor:
    """The light verb over a noun, and what its subject does: act, undergo or only tell of it ("noticed")."""

    verb: int
    side: Side


@dataclass(slots=True)
class Own:
    """The parties inside a noun phrase; `weak` where only an "of" makes them actors; `acts`: there are acts instead, which are nobody."""

    actors: list[Filler] = field(default_factory=list)
    recipients: list[Filler] = field(default_factory=list)
    between: list[Filler] = field(default_factory=list)
    weak: bool = False
    acts: bool = False

    @property
    def heads(self) -> set[int]:
        """The tokens that they stand at."""
        return {f.head for f in (*self.actors, *self.recipients, *self.between)}


class Around:
    """The clauses and phrases around the nouns of one sentence."""

    def __init__(self, matching: Matching) -> None:
        """Share the look-ups of the sentence."""
        self.tree, self.roles, self.parties, self.matcher = matching.tree, matching.roles, matching.parties, matching.matcher

    def doers(self, i: int, pattern: Pattern, own: Own) -> list[Filler]:
        """Who does what a noun means that names no actor of its own; where somebody is away for it, his host becomes its recipient."""
        others = any(self.tree.deps[f.head] != "compound" for f in own.recipients)  # not so in "left after *the Doklam* clash"
        attended = self._attending(i) if pattern.joint and others and not own.between else []
        travelled = self._travelling(i) if _of_travel(pattern) else []
        unsaid = self._unsaid(i, pattern, own) if not own.between else []
        alone = pattern.joint and pattern.quad == TALK and not (own.actors or own.recipients or own.between)
        found = unsaid or travelled or attended or (self._telling(i, own) if alone else self._siding(i, pattern))
        return found or (self._answering(i, pattern) if own.recipients and not pattern.joint else [])

    def between(self, place: int) -> list[Oblique]:
        """The "between A and B" hung on where something happens: "clashes in the south of Chad *between police and miners*".

        What lies between two countries or towns is a place: "the border *between Chad and Togo*".
        """
        found = [o for h in (place, *self.tree.taken(place, "of")) for o in self.roles.obliques(h) if o[0] == "between"]
        return [o for o in found if not any(f.placelike for f in self.parties.fill(o[2]))]

    def dealt_with(self, i: int, governor: Governor, pattern: Pattern) -> bool:
        """Whether a verb's subject only speaks of a deed that is known, or makes use of it: "*raised* the arrest of X with Y"."""
        tree, verb = self.tree, governor.verb
        up = tree.lower[verb] in self.matcher.dealing_up and tree.has(verb, ("up",), "prt")
        deals = up or tree.lower[verb] in self.matcher.dealing
        return deals and governor.side == "active" and pattern.quad == FORCE and tree.has(i, KNOWN, "det")

    def hindered(self, i: int, governor: Governor | None, pattern: Pattern) -> Governor | None:
        """A governor whose subject keeps a hostile act from himself or from others, and does not do it: "*police* foiled an attack"."""
        mutual = pattern.joint or any(word == "with" for word, _, _ in self.roles.obliques(i))  # "wants to avoid a war *with* Chad"
        if governor is None or mutual or pattern.quad not in HOSTILE:
            return self.enjoyed(i, governor, pattern)
        word, force = self.tree.lower[governor.verb], pattern.quad == FORCE
        if word in self.matcher.hindering or (word in self.matcher.warding and not force):
            return Governor(governor.verb, "noticed")
        return Governor(governor.verb, "passive") if word in self.matcher.warding else governor

    def moved(self, i: int, pattern: Pattern, actors: list[Filler]) -> list[Filler]:
        """Who does something on account of what another one does: "under pressure from Egypt, *Sudan* freed her", "with help from Chad"."""
        tree, prep = self.tree, self.tree.heads[i]
        verb = tree.heads[prep]
        if not pattern.recipient or pattern.joint or tree.deps[i] != "pobj" or not tree.verb(verb):
            return []
        helped = pattern.quad == HELP and tree.lower[prep] == "with"
        moved = pattern.quad in SPOKEN and tree.lower[prep] in self.matcher.moving
        felt = tree.has(verb, self.matcher.grammar.moods, "dobj")  # "voiced anger at a threat by Chad"
        if not helped and (felt or not moved):
            return []
        found = self.parties.fill(self.roles.surface(verb))
        return [f for f in found if f.identified and not among(f, actors)]

    def sided_with(self, i: int) -> bool:
        """Whether somebody's side is taken: "joined the war in support of *Chad*", "... on *Chad's side*"."""
        tree, dep, over = self.tree, self.tree.deps[i], self.tree.heads[i]
        near = (i, tree.heads[over]) if dep == "pobj" else (over,) if dep == "poss" else ()
        return any(tree.lower[t] in self.roles.grammar.siding for t in near)

    def enjoyed(self, i: int, governor: Governor | None, pattern: Pattern) -> Governor | None:
        """A governor whose subject has from others the good that they do: "*the premier* has the support of Chad"."""
        tree, prep = self.tree, self.tree.heads[i]
        head = tree.heads[prep]
        head = tree.heads[head] if tree.deps[head] == "dobj" else head
        along = tree.deps[i] == "pobj" and tree.lower[prep] == WITH and tree.verb(head)  # "won *with* the help of Chad"
        verb = head if along else governor.verb if governor else prep
        over = along or (governor.side == "active" if governor else tree.deps[i] == "dobj")
        good = over and pattern.quad in FRIENDLY and pattern.of == "actor" and not (pattern.joint or _of_travel(pattern))
        owners = tree.kids(i, "poss")
        had = along or tree.lower[verb] in self.matcher.enjoying
        if not (good and had) or any(tree.tags[p] == "PRP$" for p in owners):
            return governor
        theirs = (h for word, _, heads in self.roles.obliques(i) if word in GIVERS for h in heads)
        given = any(f.identified for f in self.parties.fill((*theirs, *owners)))
        return Governor(verb, "passive") if given else governor

    def _siding(self, i: int, pattern: Pattern) -> list[Filler]:
        """Who does something for others' sake: "*jets* flew in support of the rebels"."""
        prep = self.tree.heads[i]
        sake = pattern.quad == TALK and pattern.of == "recipient" and not pattern.joint and prep == i - 1
        if not sake or self.tree.lower[prep] != WITHIN or not self.tree.verb(self.tree.heads[prep]):
            return []
        return [f for f in self.parties.fill(self.roles.surface(self.tree.heads[prep])) if f.identified]

    def _telling(self, i: int, own: Own) -> list[Filler]:
        """Who tells somebody something in a talk with him: "*Chad* informed *Togo* of it in a telephone call"."""
        tree, prep = self.tree, self.tree.heads[i]
        verb = next((v for v in tree.up(i) if tree.verb(v)), i)
        within = tree.deps[i] == "pobj" and tree.lower[prep] == WITHIN and tree.lower[verb] in self.matcher.parties.speech
        press = self.parties.sentence.knowledge.references.politics.press
        told = [f for f in self.parties.fill(self.roles.objects(verb)) if f.identified] if within else []
        told = [f for f in told if f.referent and press.isdisjoint(f.referent.sectors)]
        own.recipients += told
        return [f for f in self.parties.fill(self.roles.subjects(verb)) if f.identified] if told else []

    def audience(self, i: int) -> bool:
        """Whether a gathering is merely whom somebody tells something: "told *a meeting* of dockers that he would go"."""
        verb = self.tree.heads[i]
        told = self.tree.deps[i] in ("dobj", "dative") and self.tree.lower[verb] in self.matcher.parties.speech
        return told and bool(self.tree.kids(verb, "ccomp"))

    def _attending(self, i: int) -> list[Filler]:
        """Who did something around a happening with others: "*the envoy* left after talks with the rebels", "*X* in a call with Y said"."""
        tree, prep = self.tree, self.tree.heads[i]
        over = tree.heads[prep]
        if tree.deps[i] != "pobj" or tree.deps[prep] != "prep" or tree.lower[prep] not in self.matcher.beside:
            return []
        together = tree.lower[prep] == WITHIN and tree.tags[i] == "NN" and not tree.kids(i, "det", "poss")
        if together and tree.deps[over] == "dobj":  # "took *measures in cooperation* with Libya"
            over = tree.heads[over]
        doers = self.roles.surface(over) if tree.verb(over) else [over] if tree.deps[over] == "nsubj" else []
        return [f for f in self.parties.fill(doers) if f.identified]

    def _answering(self, i: int, pattern: Pattern) -> list[Filler]:
        """Who is blamed or thanked for an act: "condemned *rebels* for an attack on nurses", "accused *Chad* of a role in the raid"."""
        tree, verbs = (
            self.tree,
            self.matcher.blaming if pattern.quad == FORCE else self.matcher.thanking if pattern.quad in FRIENDLY else (),
        )
        act, prep = i, tree.heads[i]
        while (
            tree.deps[act] == "pobj"
            and tree.lower[prep] in INSIDE
            and tree.noun(tree.heads[prep])
            and tree.deps[tree.heads[prep]] == "pobj"
        ):
            act, prep = tree.heads[prep], tree.heads[tree.heads[prep]]
            if any(not t.words for t in self.matcher.lexicon.nouns.get(tree.lower[act], ())):
                return []  # "blamed for the condemnation of the raid"
        verb = tree.heads[prep]
        if pattern.quad == FORCE and tree.deps[act] == "pobj" and tree.lower[verb] in self.matcher.answerable:
            return [f for f in self.parties.fill(self.roles.subjects(tree.heads[verb])) if f.identified]
        verb = tree.heads[verb] if tree.deps[verb] == "dobj" else verb
        if tree.deps[act] != "pobj" or tree.lower[prep] not in OWED or tree.lower[verb] not in verbs:
            return []
        others = [f.referent for f in self.parties.fill(self.roles.subjects(verb))]
        return [f for f in self.parties.fill(self.roles.objects(verb)) if f.identified and f.referent not in others]

    def _travelling(self, i: int) -> list[Filler]:
        """Who does something on a journey: "*Macron*, on a visit to Chad, promised help", "will arrive *with* visit to Moscow"."""
        tree, prep = self.tree, self.tree.heads[i]
        over = tree.heads[prep]
        if tree.deps[i] != "pobj" or tree.lower[prep] not in UNDERWAY or any(tree.lower[d] not in ("a", "an") for d in tree.kids(i, "det")):
            return []
        doers = [s for s in self.roles.surface(over) if s not in tree.kids(over, "nsubjpass")] if tree.verb(over) else [over]
        return [f for f in self.parties.fill(doers) if f.identified and f.referent and f.referent.kind in TRAVELLERS]

    def _unsaid(self, i: int, pattern: Pattern, own: Own) -> list[Filler]:
        """Who acts though no verb of acting says so: who is away for it, or denies it; the host of the first is whom he is with."""
        away = self._away(i) if pattern.joint else None
        if away:
            own.recipients += [] if own.recipients else self.parties.fill([away[1]])
            return [f for f in self.parties.fill([away[0]]) if f.identified]
        return self._denier(i) if pattern.joint or pattern.quad == FORCE else []

    def _denier(self, i: int) -> list[Filler]:
        """Who says that an act of his own did not happen, or was not his: "*Mali* denied the attack", "*Mali* denied any role in it"."""
        tree = self.tree
        over = tree.heads[tree.heads[i]] if tree.deps[i] == "pobj" else i
        denied = next((s for s in (over, *tree.kids(over, "dobj")) if tree.lower[s] in self.matcher.sharing), i)
        verb = tree.heads[denied]
        denies = tree.deps[denied] == "dobj" and tree.lower[verb] in self.matcher.disowning
        return [f for f in self.parties.fill(self.roles.subjects(verb)) if f.identified] if denies else []

    def _away(self, i: int) -> tuple[int, int] | None:
        """Who is where for an act, in a line without a verb: "*Togo FM* in *Lima* for talks"."""
        tree, prep = self.tree, self.tree.heads[i]
        if tree.deps[i] != "pobj" or tree.lower[prep] != "for" or any(tree.verb(t) for t in range(len(tree))):
            return None
        who = next((t for t in tree.up(prep) if tree.deps[t] == "ROOT"), None)
        where = next((p for t in tree.kids(who, "prep") for p in tree.kids(t, "pobj")), None) if who is not None else None
        return (who, where) if who is not None and where is not None and where < i else None


def _of_travel(pattern: Pattern) -> bool:
    """Whether an act is a journey to somebody: a peaceful one of words, to a place that is no victim."""
    return pattern.quad == TALK and TRAVELLED in pattern.recipient and not pattern.place_receives


def charged(tree: Tree, h: int) -> bool:
    """Whether a participle says what somebody does: "accusations of *Chad arming* rebels"."""
    return any(tree.tags[v] == "VBG" for v in tree.kids(h, "acl"))


def among(filler: Filler, actors: list[Filler]) -> bool:
    """Whether one of the actors is meant again."""
    return any(filler.referent == a.referent for a in actors)


def sides(own: Own, subjects: list[Filler], pattern: Pattern) -> tuple[list[Filler], list[Filler]]:
    """Actors and recipients of a noun's own parties and the subjects of its light verb."""
    if subjects and own.between and not pattern.joint:
        return subjects, own.between
    aimed = own.recipients if len(own.between) < SIDES else []  # "fighting *in the south* between A and B" is aimed at no south
    actors, recipients = [*own.actors, *own.between[:1]], [*aimed, *own.between[1:]]
    if subjects and pattern.joint and not own.between:
        return [*subjects, *(a for a in actors if not _themselves(a, subjects))], recipients
    if _announced(own, subjects, pattern):
        return subjects, actors
    if subjects and (own.weak or not any(f.identified for f in actors) or _for_their_own(subjects, actors)):
        return subjects, recipients
    return actors, recipients


def _announced(own: Own, subjects: list[Filler], pattern: Pattern) -> bool:
    """Whether a nationality before a hostile act is that of those it is done to: "*Chad* announced Libyan sanctions"."""
    hostile = pattern.quad in HOSTILE and not (own.recipients or own.between or pattern.joint)
    lands = {f.referent.country for f in own.actors if f.referent and f.referent.kind == "thing"}
    others = {f.referent.country for f in subjects if f.referent and f.identified}
    return hostile and bool(lands and others) and None not in lands | others and lands.isdisjoint(others) and len(lands) == len(own.actors)


def _themselves(owner: Filler, subjects: list[Filler]) -> bool:
    """Whether a possessive means those who act together: "A and B held *their* first meeting"."""
    return owner.basis == "reference" and any((f.first, f.last) == (owner.first, owner.last) for f in subjects)


def _for_their_own(subjects: list[Filler], owners: list[Filler]) -> bool:
    """Whether somebody speaks for the country or the body that is his own: "the minister voiced *his country's* support"."""
    lands = {f.referent.country for f in subjects if f.referent and f.identified} - {None}
    return bool(lands) and all(f.basis == "reference" and f.referent is not None and f.referent.country in lands for f in owners)
