"""To whom something is done: the recipients of a verb or an adjective, level by level."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.extract.match.answerable import answerable
from sayso.extract.match.befallen import befalls, people
from sayso.extract.match.filler import Filler
from sayso.extract.match.forms import denial
from sayso.extract.match.roles import MONEY
from sayso.extract.match.sides import ground, independent, kin, land, of_actor, persons, same
from sayso.extract.match.slots import Slots
from sayso.extract.parse.tree import NAMES, SUBJECTS
from sayso.lexicon.pattern import Pattern
from sayso.model.quad import FORCE, HARSH, HELP, SPOKEN, TALK

STAYING = ("place", "from", "in", "at")  # slots of where what is done to somebody is done
PEOPLE = ("person", "group")
TOPICAL = ("on", "about", "over")  # prepositions of what talks are about
AGAINST_WHOM = "against"  # before whom nobody helps
AGAINST = ("of", "against", "over", "about")  # after what is said against somebody
CLAUSES = ("clause", "clause-object", "clause-inside")  # slots of what a clause tells, tried after all others
BESIDE = ("dative", "object", "clause", "clause-object", "last")  # slots whose bare words are shown beside a recipient known from another


class Recipients:
    """The recipients of the triggers of one sentence."""

    def __init__(self, slots: Slots) -> None:
        """Share the slots of the sentence."""
        self.slots, self.tree, self.roles, self.parties = slots, slots.tree, slots.roles, slots.parties

    def of(self, i: int, pattern: Pattern, tokens: Sequence[int], actors: Sequence[Filler]) -> list[Filler]:
        """Those whom the slots of the pattern hold; where they are nobody of their own, also the party that stands deeper.

        Of some types the place that something is done in receives it; a capital that is struck or seized is that place, and no government.
        """
        meant = (g for f in self._found(i, pattern, tokens, actors) for g in self._meant_by(f))
        found = list(dict.fromkeys(map(self._whose, meant)))
        found = [f for f in found if not self._own_side(f, found, actors)]
        found = answerable(self.parties, i, pattern, tokens, actors) or found
        return [ground(f, self.tree) for f in found] if pattern.ground else found

    def _own_side(self, filler: Filler, found: Sequence[Filler], actors: Sequence[Filler]) -> bool:
        """Whether somebody is the actors' own one of two sides: "cancelled talks between *its minister* and Chad's"."""
        first = self.tree.heads[filler.head] if self.tree.deps[filler.head] == "conj" else filler.head
        apart = self.tree.deps[first] == "pobj" and self.tree.lower[self.tree.heads[first]] == "between"
        lands = {land(a) for a in actors} - {None}
        return apart and land(filler) in lands and any(f.identified and land(f) not in lands for f in found)

    def _meant_by(self, filler: Filler) -> list[Filler]:
        """For what only comes from a place, or is a wish, those of whom it is: "blamed it on the *arrival* of militiamen from Java"."""
        r = filler.referent
        if r is None or r.kind != "thing" or r.sectors or filler.placelike:
            return [filler]
        heads = [h for word, _, heads in self.roles.obliques(filler.head) if word == "of" for h in heads]
        if self.tree.lower[filler.head] in self.roles.grammar.wishes:
            return self.parties.fill(heads) or [filler]  # "done at the *behest* of Chad" was done by Chad
        if r.owner is not None and r.owner.kind != "place":
            return [filler]
        somebody = [f for f in persons(self.parties.fill(heads)) if not f.placelike]
        return [self._of_land(f, r.country) for f in somebody] or [filler]

    def _of_land(self, filler: Filler, land: str | None) -> Filler:
        """Somebody of whom the words name no country, as of one (ISO alpha-3)."""
        mention, r = self.parties.sentence.at(filler.head), filler.referent
        told = mention is None or r is None or mention.referent.country or mention.referent.entity
        return filler if told or r is None else replace(filler, referent=replace(r, country=land))

    def _found(self, i: int, pattern: Pattern, tokens: Sequence[int], actors: Sequence[Filler]) -> list[Filler]:
        if not pattern.recipient:
            return []
        asides = self._beside(i, pattern)
        claimed = [*self._claimed(i), *asides, *self._gaining(i, pattern), *self._reproached(i, pattern)]
        claimed += self._resolved(i, pattern, tokens, actors)
        stated = [f for f in self._stated(i, pattern, tokens, actors, asides) if not self._in_any(f, claimed)]
        stated = [f for f in self._meant(i, stated, pattern, actors) if not self._sent(i, f, actors)]
        ground = pattern.quad != FORCE or pattern.place_receives  # words, and what is done to a place, may be for one
        found = [f for f in stated if ground or not self._at_home(f, actors)]
        if pattern.quad == HARSH:  # "Chad was worried about what happened *in Chad*"
            found = [f for f in found if not (f.placelike and self._where(f) and kin(f, actors))]
        found = [f for f in found if not self._freed(f, actors, pattern)]
        if pattern.joint and len({land(f) for f in actors if f.identified} - {None}) > 1:  # they do it to each other
            pointed = (f for f in found if f.basis == "reference" and not self._name(f.head))
            told = {f.head for f in (*pointed, *(f for f in found if f.placelike and self._where(f))) if f.referent}
            beside = (f for f in found if f.head not in told)
            return [f for f in beside if not kin(f, actors)]
        if not any(f.identified for f in actors) or any(self._settles(f, actors, pattern) or self._told_to(i, f, pattern) for f in found):
            return found
        parties = self._deeper(i, pattern, actors, found, claimed)
        if not ground:
            parties = [f for f in parties if not self._at_home(f, actors)]
        return [*(f for f in found if not (self._leads_to(f, parties) or (parties and self._subordinate(i, f, pattern)))), *parties]

    def _deeper(self, i: int, pattern: Pattern, actors: Sequence[Filler], found: Sequence[Filler], claimed: Sequence[int]) -> list[Filler]:
        """The first level below a trigger that holds other parties than the actors and those found, and none of their countries."""
        lands = {land(f) for f in found if f.identified}
        for level in self.slots.deep(i, pattern):
            apart = (f for f in level if not (self._in_any(f, claimed) or self._sent(i, f, actors)))
            free = [f for f in apart if not (self._their_own(f) or self._passing(f))]
            others = [f for f in self._others(free, [*actors, *found]) if not (kin(f, actors) or self._freed(f, actors, pattern))]
            if lands:
                others = [f for f in others if independent(f, actors) and land(f) not in {None, *lands}]
            if others:
                return others
        return []

    def _passing(self, filler: Filler) -> bool:
        """Whether people without power are only mentioned: "voiced concern over curbs on *at least 50 people*", not "on *the* miners"."""
        r, power = filler.referent, self.parties.sentence.knowledge.references.power
        people = filler.basis == "context" and r is not None and r.kind == "group" and power.isdisjoint(r.sectors)
        return people and not self.tree.has(filler.head, ("the",), "det")

    def _meant(self, i: int, stated: list[Filler], pattern: Pattern, actors: Sequence[Filler]) -> list[Filler]:
        """Of those stated who is meant: whom a number counts, no men of an actor's own, rather the addressed than those spoken of."""
        if pattern.quad == FORCE and pattern.object and "place" in pattern.object.computed:
            stated = [self.parties.ground(f, actors) for f in stated]
        if befalls(pattern, actors):
            return [self.parties.crowd(f) for f in stated]
        if pattern.quad == TALK:
            return [f for f in stated if not self._pledged(i, f, actors)]
        if pattern.consumes and not any(self._mighty(f, actors) for f in stated):
            met = self._others(self._purpose(i), actors)
            return met or stated if self.tree.infinitive(i) else stated or met
        return stated

    def _mighty(self, filler: Filler, actors: Sequence[Filler]) -> bool:
        """Whether somebody has power and is of another country than those who act."""
        power = self.parties.sentence.knowledge.references.power
        mighty = filler.referent is not None and not power.isdisjoint(filler.referent.sectors)
        return mighty and land(filler) not in {land(a) for a in actors}

    def _at_home(self, filler: Filler, actors: Sequence[Filler]) -> bool:
        """Whether a town is merely where people of its country do something: "students marched in *Lima*"."""
        town = filler.basis in ("metonym", "place") and filler.placelike and self._where(filler)
        return town and land(filler) in {land(a) for a in actors}

    def _freed(self, filler: Filler, actors: Sequence[Filler], pattern: Pattern) -> bool:
        """Whether somebody is an actor's own whom others hold: "Chad demanded the release *of its pilots*", "condemned *his* arrest"."""
        tree, i = self.tree, filler.head
        if land(filler) not in {land(a) for a in actors}:
            return False
        if tree.tags[i] == "PRP$":
            return tree.lower[tree.heads[i]] in self.parties.sentence.knowledge.references.suffered
        first = tree.first(i)
        for_them = pattern.consumes and (tree.lower[tree.heads[first]] == "of" or self.slots.carries_event(i))
        return for_them and any(tree.tags[t] == "PRP$" for t in tree.subtree(i))

    def _others(self, fillers: Iterable[Filler], actors: Sequence[Filler]) -> list[Filler]:
        """The fillers who are neither actors again nor something of an actor's own ("their donations", "its envoys")."""
        return [f for f in fillers if not any(same(f, a) or self._owned(f, a) for a in actors) or self._dependent(f)]

    def _owned(self, filler: Filler, actor: Filler) -> bool:
        """Whether words mean something of an actor's own, or something that his people do ("the failure of *its* soldiers")."""
        thing, doer = filler.referent, actor.referent
        if thing is None or doer is None or thing.kind != "thing" or thing.country != doer.country:
            return False
        return filler.basis == "reference" or any(self.tree.tags[t] == "PRP$" for t in range(filler.first, filler.last + 1))

    def _dependent(self, filler: Filler) -> bool:
        """Whether somebody is another than those whose he is: "sacked *his finance minister*", "evacuated *its nationals*"."""
        people = filler.referent is not None and filler.referent.kind in PEOPLE
        return people and any(self.tree.tags[p] == "PRP$" for p in self.tree.kids(filler.head, "poss"))

    def _where(self, filler: Filler) -> bool:
        """Whether somebody's name stands after a preposition that says where something is."""
        tree = self.tree
        return tree.lower[tree.heads[tree.first_noun(filler.head)]] in self.parties.sentence.knowledge.where

    def _leads_to(self, filler: Filler, parties: Sequence[Filler]) -> bool:
        """Whether words that name nobody only lead to a party: "in *response* to Togo's decision"."""
        nobody = not filler.identified and self.tree.deps[filler.head] == "pobj"
        return nobody and any(self.tree.within(p.head, filler.head) for p in parties)

    def _subordinate(self, i: int, filler: Filler, pattern: Pattern) -> bool:
        """Whether what is asked or threatened would only be done to somebody: "threatened to send *migrants* on unless Togo paid"."""
        return pattern.consumes and self.tree.deps[filler.head] not in SUBJECTS and self._in_clause(i, filler)

    def _in_clause(self, i: int, filler: Filler) -> bool:
        below = (h for h in (filler.head, *self.tree.up(filler.head)) if self.tree.within(h, i) and h != i)
        return any(self.tree.deps[h] in ("ccomp", "xcomp") for h in below)

    def _their_own(self, filler: Filler) -> bool:
        """Whether a pronoun says whose somebody far below a trigger is: "boycotted the vote over the arrest of *their leader*"."""
        return any(self.tree.tags[p] == "PRP$" for p in self.tree.kids(filler.head, "poss"))

    def _pledged(self, i: int, filler: Filler, actors: Sequence[Filler]) -> bool:
        """Whether somebody is an actor's own of whom he only speaks: "promised that *his men* would leave"."""
        doing = self.tree.deps[filler.head] in SUBJECTS and self._in_clause(i, filler)
        return doing and self._their_own(filler) and of_actor(filler, actors)

    def _sent(self, i: int, filler: Filler, actors: Sequence[Filler]) -> bool:
        """Whether somebody is an actor's own force, of which a clause tells what he does with it: "offered to send *soldiers*"."""
        serving, r = self.parties.sentence.knowledge.descriptors.serving, filler.referent
        force = r is not None and r.kind in ("group", "thing") and bool(r.sectors) and serving.issuperset(r.sectors)
        taken = force and self.tree.deps[filler.head] == "dobj" and self._in_clause(i, filler)
        return taken and land(filler) in {land(a) for a in actors}

    def _settles(self, filler: Filler, actors: Sequence[Filler], pattern: Pattern) -> bool:
        """Whether a recipient is party enough: named, or known and no actor's own; of what is asked or refused, known in his own right."""
        if not filler.identified:
            return self._name(filler.head)
        return independent(filler, actors) if pattern.consumes else not of_actor(filler, actors)

    def _told_to(self, i: int, filler: Filler, pattern: Pattern) -> bool:
        """Whether somebody, known or not, is told what to do: "asked *the court* to try the Peruvian minister" asks nothing of him."""
        tree, head = self.tree, filler.head
        many = tree.tags[head] == "NNS" and not self.slots.carries_event(head)
        somebody = filler.identified or many or self._somebody(filler)
        addressed = pattern.consumes and somebody and tree.deps[head] == "dobj" and tree.heads[head] == i
        return addressed and any(self.tree.infinitive(c) for c in self.tree.kids(i, "xcomp", "ccomp"))

    def _stated(self, i: int, pattern: Pattern, tokens: Sequence[int], actors: Sequence[Filler], asides: Sequence[int]) -> list[Filler]:
        """The first level that holds somebody known who is not an actor, beside an object that is nobody known.

        Who stands in the `asides` of an act does not count.
        """
        unknown, addressed = list[Filler](), list[Filler]()
        talks = pattern.joint and pattern.quad in SPOKEN  # who is talked about takes no part
        clauses = CLAUSES if not talks and self.slots.clauses(i, tokens) else ()
        for slot in ("dative", *pattern.recipient, *clauses):
            if slot in CLAUSES and any(self._somebody(f) for f in addressed):
                break  # "urged *teachers* to oppose the rebels", "convicted *Paz* of robbing the consul"
            if pattern.quad == HARSH and self.slots.prepositional(slot) and any(self._name(f.head) for f in addressed):
                break  # "accused *Gavex* of involvement in raids against Chad"
            if not (fillers := self.slots.fill(i, slot, tokens)):
                continue
            fillers = people(self.parties, fillers, pattern, actors) if slot == "object" else fillers
            found = self._others(fillers, actors)
            found = [f for f in found if not (self._in_any(f, asides) or (slot == "clause" and kin(f, actors)))]
            known = [f for f in found if f.identified]
            if not known and (slot == "last" or self.slots.prepositional(slot)):  # a preposition whose object is no party may hold one
                known = self._others((f for g in found for f in self.parties.inside(g.head)), actors)
            if known:
                stays = slot in STAYING  # "evacuated *staff* from Khartoum" does it to them, "sent doctors to Haiti" does not
                taken = self.slots.fill(i, "object", tokens) if stays and not unknown and "object" in pattern.recipient else ()
                unknown += [f for f in self._others(taken, actors) if self._name(f.head) and f not in found]  # "retook *Goma* from them"
                dealt = pattern.quad != TALK  # "agreed to buy *tanks* from Chad" has Chad alone on the other side
                kept = [f for f in unknown if (dealt and not self._given(pattern, f.head)) or ((stays or not dealt) and self._somebody(f))]
                return [f for f in found if f.identified or f.referent is None] if slot == "object" else kept + known
            if not unknown and slot in BESIDE:
                unknown = [f for f in found if not self._carries_sense(pattern, f.head) and (slot != "clause" or self._name(f.head))]
                addressed = [f for f in unknown if slot not in CLAUSES and not self._given(pattern, f.head)]
        lent = self._others((*self._purpose(i), *self._with_phrase(i, pattern), *self._where_asked(i, pattern)), actors)
        if pattern.quad in SPOKEN:
            unknown = [f for f in unknown if self._somebody(f) or not self._their_own(f)]  # "refused to soften *their stance*"
        named = any(self._name(f.head) for f in unknown)  # "shot *Ana Ruiz* in Texas" is done to her and to nobody else
        places = self._others(self.slots.around(i), actors) if pattern.place_receives and not named else []
        if unknown or lent or places:
            return [*map(self._owner, unknown), *(lent or places)]
        rest = [f for slot in pattern.recipient if slot not in ("place", "inside") for f in self.slots.fill(i, slot, tokens)]
        return [f for f in self._others(rest, actors) if not (self._carries_sense(pattern, f.head) or self._border(f))]

    def _border(self, filler: Filler) -> bool:
        """Whether words only tell that something is done at a border, and not at whose: "massed troops along *the border*"."""
        borders = self.parties.sentence.knowledge.descriptors.borders
        return filler.referent is None and self.tree.deps[filler.head] == "pobj" and self.tree.lower[filler.head] in borders

    def _claimed(self, i: int) -> list[int]:
        """The clauses of claims that are denied ("dismissed reports *that ...*"): events of their own, with parties of their own."""
        objects = (o for o in self.roles.objects(i) if denial(self.tree, o, self.roles.grammar) is not None)
        return [c for o in objects for c in self.tree.kids(o, "acl", "ccomp") if self.tree.kids(c, "mark", *SUBJECTS)]

    def _reproached(self, i: int, pattern: Pattern) -> list[int]:
        """The phrases that say against whom it was what somebody answers: "rejected criticism *of its army* by Chad"."""
        tree, grammar = self.tree, self.roles.grammar
        said = [o for o in self.roles.objects(i) if tree.lower[o] in grammar.reproaches] if pattern.type in grammar.answering else []
        return [p for o in said for p in tree.kids(o, "prep") if tree.lower[p] in AGAINST]

    def _resolved(self, i: int, pattern: Pattern, tokens: Sequence[int], actors: Sequence[Filler]) -> list[int]:
        """The clauses in which those who speak say what they must do themselves: "said that *we* must help Chad" asks nothing of Chad."""
        asked = self.slots.fill(i, "clause", tokens) if pattern.modal else []
        theirs = bool(asked) and all(kin(f, actors) or any(same(f, a) for a in actors) for f in asked)
        return self.slots.clauses(i, tokens) if theirs else []

    def _beside(self, i: int, pattern: Pattern) -> list[int]:
        """Phrases and clauses that tell of others: why it is done, what talks are about, what is judged.

        "For fear *of Chad*", "a summit *on Chad*", "at the behest *of Chad*", "hailed a plan *to arm Chad*".

        Of a deed of force also whom its target serves, and those with whom one sides by it: "fired at boats taking food *to Mali*".
        """
        tree, grammar = self.tree, self.roles.grammar
        below = tree.subtree(i)
        reasons = [p for p in below if tree.lower[p] == "for" and tree.has(p, grammar.reasons, "pobj")]
        if "last" not in pattern.recipient:  # "came at the invitation of *Chad*"
            reasons += [p for p in tree.kids(i, "prep") if tree.lower[p] in ("at", "on") and self._wished(p)]
        if pattern.quad == TALK:
            reasons += [p for p in below if tree.lower[p] in TOPICAL and self.slots.meeting(tree.heads[p])]
            reasons += (t for t in below if self.slots.harmed(t, i))
        if pattern.quad == HELP and AGAINST_WHOM not in pattern.recipient:  # "joined the war *against Chad*"
            reasons += (p for p in below if tree.lower[p] == AGAINST_WHOM)
        if pattern.consumes:
            reasons += filter(self.slots.spared, below)
            return [*reasons, *(s for v in below if v != i and self._favoured(v) for s in tree.kids(v, "nsubjpass", "xcomp"))]
        heads = [*self.roles.objects(i), *(h for _, _, heads in self.roles.obliques(i) for h in heads)]
        clauses = [c for o in heads for c in tree.kids(o, "acl") if tree.tags[c] in ("VB", "VBG")]
        if pattern.quad == FORCE:
            carrying = [c for c in clauses if tree.tags[c] == "VBG" and tree.kids(c, "dobj")]
            sides = (s for s in below if tree.lower[s] in grammar.siding and tree.deps[s] == "pobj")
            sided = (p for s in sides for p in below if p == s + 1 and tree.deps[p] == "prep")
            return [*reasons, *sided, *(p for c in carrying for p in tree.kids(c, "prep", "dative"))]
        return [*reasons, *(clauses if pattern.type in grammar.judging else [])]

    def _wished(self, prep: int) -> bool:
        """Whether a phrase says who wants something done: "attacked *at the behest of Chad*"."""
        return self.tree.has(prep, self.roles.grammar.wishes, "pobj")

    def _favoured(self, v: int) -> bool:
        """Whether a verb tells what good shall be done to somebody, who is not asked: "demanded that the crew be *freed*"."""
        if self.tree.lower[v] not in self.roles.grammar.favouring:
            return False
        return not any(self.tree.tags[c] == "MD" for c in self.tree.kids(v, "aux")) and not self.tree.kids(v, "neg")

    def _in_any(self, filler: Filler, clauses: Sequence[int]) -> bool:
        """Whether somebody stands in one of some clauses."""
        return bool(clauses) and any(self.tree.within(filler.head, c) for c in clauses)

    def _whose(self, filler: Filler) -> Filler:
        """Who is meant by a thing that is his by a pronoun: "rejected *its* plan"."""
        if filler.referent is None or filler.referent.kind != "thing" or filler.referent.sectors:
            return filler
        owners = [p for p in self.tree.kids(filler.head, "poss") if self.tree.tags[p] == "PRP$"]
        owner = next((f for f in self.parties.fill(owners) if f.identified), None)
        if owner is None or owner.referent is None or owner.referent.country != filler.referent.country:
            return filler  # "their Danish colleagues"
        return replace(filler, referent=owner.referent) if owner.first in owners else owner

    def _owner(self, filler: Filler) -> Filler:
        """Whose a thing of nobody known is, where that is somebody: "raided the offices of *a rights group*"."""
        tree, i = self.tree, filler.head
        if filler.referent is not None or tree.lower[i] not in self.parties.belongings:
            return filler
        heads = [*tree.kids(i, "poss"), *(h for word, _, heads in self.roles.obliques(i) if word == "of" for h in heads)]
        somebody = (f for f in self.parties.fill(heads) if self.parties.called(f.head))
        return next(somebody, filler)

    def _with_phrase(self, i: int, pattern: Pattern) -> list[Filler]:
        """Who stands inside the phrase that the sense needs: "called for the withdrawal of *Russian* troops"."""
        phrases = [
            (word, heads) for word, _, heads in self.roles.all_obliques(i) if word in pattern.with_ and word not in pattern.recipient
        ]
        gaining = self._gaining(i, pattern)
        inside = [f for _, heads in phrases for h in heads for f in (*self.parties.fill([h]), *self.parties.inside(h))]
        inside = [f for f in inside if not self._in_any(f, gaining)]
        wanted = (f for word, heads in phrases if word == "for" for f in self.parties.fill(heads))  # "asked for *UN* help"
        wanted = (f for f in wanted if f.identified and f.basis == "descriptor" and not self._in_any(f, gaining))
        return persons(inside)[:2] or [*wanted][:1]

    def _gaining(self, i: int, pattern: Pattern) -> list[int]:
        """The phrases that say for whom something is asked for: "appealed for money *for refugees*" asks no refugees."""
        if not (pattern.consumes and "for" in pattern.with_):
            return []
        asked = [(prep, heads) for word, prep, heads in self.roles.all_obliques(i) if word == "for"]
        return [
            *(prep for prep, _ in asked[1:]),
            *(p for _, heads in asked[:1] for h in heads for p in self.tree.kids(h, "prep") if self.tree.lower[p] == "for"),
        ]

    def _purpose(self, i: int) -> list[Filler]:
        """Whom the governing clause is about, for a purpose without a recipient: "phoned X to offer thanks", "visited X, urging calm"."""
        tree, head = self.tree, self.tree.heads[i]
        said = tree.deps[i] == "advcl" and tree.tags[i] == "VBG" and not tree.kids(i, "prep", "mark", "nsubj")
        if tree.deps[i] not in ("advcl", "xcomp") or not tree.verb(head) or not (said or tree.infinitive(i)):
            return []
        hosts = (h for word, _, heads in self.roles.all_obliques(head) if word in ("to", "with") for h in heads)
        found = persons(self.parties.fill(self.roles.objects(head)))
        return found or persons(f for f in self.parties.fill(hosts) if f.basis != "place")

    def _where_asked(self, i: int, pattern: Pattern) -> list[Filler]:
        """The body at which something is asked for or refused: "went to the Peruvian *embassy*, where he asked for asylum"."""
        tree = self.tree
        there = pattern.consumes and tree.deps[i] == "relcl" and tree.has(i, ("where",), "advmod")
        return [f for f in self.parties.fill([tree.heads[i]]) if f.identified and not f.placelike] if there else []

    def _given(self, pattern: Pattern, head: int) -> bool:
        """Whether an object is what somebody gets, or what the sense is about: "gave *$2m* to X", "returned *the bronzes* to X"."""
        return self.parties.matches(MONEY, head) or bool(pattern.object and self.parties.lexical(pattern.object, head))

    def _somebody(self, filler: Filler) -> bool:
        """Whether words are for people, or a name: "evacuated *staff* from Khartoum", not "seized *a house* in Lagos"."""
        people = self.parties.called(filler.head) and self.tree.tags[filler.head] != "NN"
        return people or (filler.referent is not None and filler.referent.kind in PEOPLE) or self._name(filler.head)

    def _name(self, head: int) -> bool:
        return self.tree.tags[head] in NAMES

    def _carries_sense(self, pattern: Pattern, head: int) -> bool:
        """Whether an object only carries the sense ("imposed a curfew") and is nobody."""
        if self.parties.matches(MONEY, head):
            return True
        abstract = bool(pattern.object and "object" not in pattern.recipient and self.parties.lexical(pattern.object, head))
        return abstract or self.slots.carries_event(head)
