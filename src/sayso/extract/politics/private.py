"""What private people do among themselves and with police and courts: no politics, whatever verb tells of it."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from sayso.extract.identify.memory import Referent
from sayso.extract.match.filler import Filler
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import NAMES, PLURALS, Tree
from sayso.extract.politics.concerned import Case, Concerned
from sayso.extract.politics.earnest import Earnest
from sayso.extract.politics.fields import Fields
from sayso.extract.politics.force import Force
from sayso.extract.politics.power import PEOPLE, Power
from sayso.extract.politics.voice import personal
from sayso.extract.politics.will import Will
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity
from sayso.model.quad import FORCE, HELP, SPOKEN, TALK

COURT = {"JUD"}  # who acquits private people, and does them no favour
OFFENCE = "offence"  # the field of everyday offences
PAIR = 2  # countries between which an act is no private matter


@dataclass(frozen=True, slots=True)
class Private:
    """Sectors of private people, words for few and for many of them, and the types of acts by which even they are politics."""

    fields: Fields
    power: Power
    will: Will
    concerned: Concerned
    force: Force
    common: frozenset[str]
    school: frozenset[str]
    few: frozenset[str]
    personal: frozenset[str]
    violent: frozenset[str]
    many: frozenset[str]
    caring: frozenset[str]
    earnest: Earnest
    striking: frozenset[str]
    rural: frozenset[str]
    own: frozenset[str]
    premises: frozenset[str]
    healing: frozenset[str]
    societies: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon, fields: Fields, power: Power, will: Will) -> "Private":
        """Take the words from a lexicon; `fields` says which words are politics."""
        return cls(
            fields,
            power,
            will,
            Concerned.of(lexicon, power, will),
            Force.of(lexicon, power, will),
            common=lexicon.cue("fields", "common"),
            school=lexicon.cue("fields", "school"),
            few=lexicon.cue("fields", "few"),
            personal=lexicon.cue("reference", "personal"),
            violent=lexicon.cue("fields", "violent"),
            many=lexicon.noun_cue("fields", "many"),
            caring=lexicon.cue("fields", "caring"),
            earnest=Earnest.of(lexicon),
            striking=lexicon.cue("fields", "striking"),
            rural=lexicon.noun_cue("fields", "rural"),
            own=lexicon.cue("grammar", "pronouns_own"),
            healing=lexicon.cue("fields", "healing"),
            premises=lexicon.noun_cue("fields", "premises"),
            societies=lexicon.noun_cue("reference", "societies"),
        )

    def of_nobody_in_power(self, match: Match, tree: Tree, there: Sequence[Entity | Referent]) -> bool:
        """Whether an act is between private persons, in a sentence where neither power nor politics is spoken of.

        What `crowds` do by force counts; what a single private person does to another is an offence, and police and courts make
        nothing political that they do to such a one.
        """
        if self._strangers(match, tree, there):
            return True
        fillers = self.concerned.fillers(match, tree)
        if self.concerned.states(tree, [f for f in fillers if not self._keeps_order(f)]):
            return False
        parties = [f.referent for f in fillers if f.referent]
        case = Case(match, tree, fillers, parties, [p for p in (*there, *parties) if p.kind != "country"], self.power)
        mere = self.concerned.mere(match, tree)
        said = self.fields.said(tree, self.earnest.idle(tree, match, own=mere) | self._by_name_only(match, tree))
        if case.ordered and not self.fields.political(said, surely=True) and self._everyday(match, tree):
            return True
        if self.concerned.states(tree, fillers):
            return False
        if mere and personal(tree, self.own):
            return True
        private = match.pattern.quad in SPOKEN and all(p.kind != "country" for p in there)
        if self.fields.political(said, private=private, surely=mere):  # "their lawyers demanded compensation" is private
            return False
        return self._powerless(case)

    def _by_name_only(self, match: Match, tree: Tree) -> frozenset[int]:
        """Words for offices of private bodies: "the *president* of the garden club"."""
        powerless = self.common | self.school | self.caring
        known = ((f.head, f.referent) for f in (*match.actors, *match.recipients) if f.referent and f.referent.sectors)
        heads = (i for i, r in known if powerless >= set(r.sectors))
        return frozenset(i for i in heads if any(tree.lower[t] in self.societies for t in tree.subtree(i)))

    def of_health(self, match: Match, tree: Tree) -> bool:
        """Whether those who care for health advise people on theirs: "the health ministry advised parents to boil water"."""
        if match.pattern.quad not in SPOKEN or not match.actors:
            return False
        if not all(f.referent and self.healing & {*f.referent.sectors, *f.referent.roles} for f in match.actors):
            return False
        known = [f.referent for f in match.recipients if f.referent and f.identified]
        private = self.common - self.healing
        if not known or not all(r.kind in PEOPLE and r.sectors and private.issuperset(r.sectors) for r in known):
            return False
        return not self.fields.political(self.fields.said(tree, {t for f in match.actors for t in range(f.first, f.last + 1)}))

    def _strangers(self, match: Match, tree: Tree, there: Sequence[Entity | Referent]) -> bool:
        """Whether names act of whom nothing is known, where nobody has power and no word is politics: "Beyoncé took Warsaw by storm"."""
        if not match.actors or (match.pattern.political and match.part == "noun") or not all(self._name(tree, f) for f in match.actors):
            return False
        if match.pattern.quad == FORCE and any(_land(f) for f in match.recipients):
            return False  # "Ukraine was attacked by X"
        known = any(self.power.stands(p) for p in there if p.kind != "country")
        return not known and not self.fields.political(self.fields.said(tree), surely=True)

    def _name(self, tree: Tree, filler: Filler) -> bool:
        """Whether nothing is known of somebody but a name."""
        referent = filler.referent
        unknown = referent is None or not (referent.sectors or referent.country or referent.entity)
        return unknown and tree.tags[filler.head] in NAMES and tree.lower[filler.head] not in self.will.people

    def _keeps_order(self, filler: Filler) -> bool:
        """Whether a party is police or a court known by name."""
        referent = filler.referent
        return referent is not None and referent.entity is not None and self.power.order.issuperset(referent.sectors)

    def _powerless(self, case: Case) -> bool:
        """Whether an act is none of politics by those who do or suffer it, where no word speaks of politics."""
        match, tree, pattern = case.match, case.tree, case.match.pattern
        if case.powers & self.power.order and self._words_of_order(match, case.powers):
            return True
        if match.actors and pattern.type in self.concerned.office and self._of_an_office(case):
            return True
        crowds = pattern.quad == FORCE and (pattern.type in self.concerned.crowds or not match.actors)
        if crowds and not case.powers and self.force.idle(match, tree):
            return True
        if crowds or (case.powers & self.power.order and not case.bystanders):
            return case.ordered and self._offence(match, tree, self.common if case.powers else frozenset())
        if any(f.referent and not self.power.workforce.isdisjoint(f.referent.sectors) for f in match.actors):
            return False  # workers who act are no mere staff
        if any(tree.lower[t] in self.striking for t in (*match.tokens, *tree.kids(match.top, "dobj"))) and any(
            tree.tags[f.head] in PLURALS for f in match.actors
        ):
            return False  # nor are teachers who strike
        if (
            pattern.quad in SPOKEN
            and match.recipients
            and any(tree.lower[f.head] in self.rural and tree.tags[f.head] in PLURALS for f in match.actors)
        ):
            return not any(f.identified for f in match.recipients)  # "herders accused a mining firm"
        return not pattern.political and not self._stands(case) and len(self.concerned.lands(match, tree, case.fillers)) < PAIR

    def _of_an_office(self, case: Case) -> bool:
        """Whether what a board or a state may do is done by private people, by firms, by nobody known or to a few of a trade."""
        match, tree = case.match, case.tree
        if all(self._few(tree, f, self.common) for f in match.actors):
            return True  # "a plumber won damages"
        if case.powers:
            return False
        unknown = not case.parties and not match.pattern.political  # but where it happens
        return unknown or self._simple(match, tree) or self._among_firms(case.parties)

    def _stands(self, case: Case) -> bool:
        """Whether somebody who is there has power or is organised, but for police who only stand by and for who cares and only speaks."""
        simple = self.common | self.power.workforce | (self.caring if case.match.pattern.quad == TALK else frozenset())
        told = [f for f in case.match.recipients if f.referent or case.tree.deps[f.head] == "dobj"]
        private = bool(told) and all(self._unknown(case.tree, f) or _of(f.referent, simple) for f in told)
        caring = [f.referent for f in (*case.match.actors, *told) if private and f.referent and self.caring.issuperset(f.referent.sectors)]
        standing = [p for p in case.present if self.power.stands(p)]
        if case.bystanders:
            standing = [p for p in standing if not self.power.order.issuperset(p.sectors)]
        return any(case.match.pattern.quad not in SPOKEN or p not in caring for p in standing)

    def _unknown(self, tree: Tree, filler: Filler) -> bool:
        """Whether nothing is known of somebody, and no town or region may be meant: "sued the city"."""
        return filler.referent is None and tree.lower[filler.head] not in self.concerned.deeds

    def _everyday(self, match: Match, tree: Tree) -> bool:
        """Whether few private persons of one country, and at most its police and courts, are in it: "a man in Bath was arrested".

        What police do by violence is no everyday matter, nor is what befalls those whose nationality is told.
        """
        fillers = [*match.actors, *(f for f in match.recipients if not (f.referent and f.referent.kind == "place"))]
        lands = {f.referent.country for f in fillers if f.referent and f.basis != "context"} - {None}
        if len(lands) >= PAIR:
            return False
        simple = self.common | self.power.workforce
        if match.actors and all(self._few(tree, f, simple | self.school) for f in fillers):
            return True
        words = match.pattern.quad in SPOKEN
        private = [f for f in fillers if self._few(tree, f, simple) and (words or not (_national(tree, f) or self._speaks(tree, f)))]
        if words or match.pattern.type in self.concerned.office:
            private += [f for f in fillers if self._premises(tree, f)]
        others = [f.referent for f in fillers if f not in private and (f.identified or tree.tags[f.head] != "PRP")]
        about = bool(private) or (words and (len(others) > 1 or self._crime(match, tree)))  # "the prosecutor asked the court"
        courts = [f for f in match.actors if f.referent and set(f.referent.sectors) == COURT]
        judged = bool(courts) and len(courts) == len(match.actors)  # "a jury cleared a surgeon"
        calm = (match.pattern.quad != HELP or judged) and match.pattern.type not in self.violent
        return about and calm and all(r and r.sectors and self.power.order.issuperset(r.sectors) for r in others)

    def _crime(self, match: Match, tree: Tree) -> bool:
        """Whether it is about an everyday offence to nobody who is known: "police are investigating the theft of a sculpture"."""
        if not match.actors or any(f.identified for f in match.recipients):
            return False
        about = {tree.lower[t] for o in tree.kids(match.top, "dobj", "nsubjpass") for t in tree.subtree(o)}
        return any(field.name == OFFENCE for word in about for field, _ in self.fields.words.get(word, ()))

    def _speaks(self, tree: Tree, filler: Filler) -> bool:
        """Whether somebody is of a kind that speaks for others: "a film director"."""
        return tree.lower[filler.head] in self.concerned.voices

    def _among_firms(self, known: Sequence[Referent]) -> bool:
        """Whether those who act are firms, or things of a country, and nobody else is known: "a British supermarket broke a contract"."""
        lands = {r.country for r in known} - {None}
        return bool(known) and len(lands) < PAIR and all(self.power.trades(r) and r.kind != "country" for r in known)

    def _simple(self, match: Match, tree: Tree) -> bool:
        """Whether it is done to few private people of a trade alone: "the hospital dismissed two doctors"."""
        told = match.recipients
        return bool(told) and all(self._few(tree, f, self.common) and not (_national(tree, f) or self._speaks(tree, f)) for f in told)

    def _few(self, tree: Tree, filler: Filler, sectors: Set[str]) -> bool:
        """Whether a party is one, or a counted few, of people of these private `sectors`, and nothing else is told of them."""
        referent, tag = filler.referent, tree.tags[filler.head]
        if referent is None and tag == "NN":
            return self.will.trade(tree.lower[filler.head])  # "its maker"
        if referent is None or referent.unlisted or referent.entity or referent.kind not in ("person", "group"):
            return False
        if filler.basis == "name" and not referent.sectors:
            return referent.kind == "person"  # "the Canadian"
        if tree.lower[filler.head] in self.many:
            return False
        counted = tree.has(filler.head, self.few, "nummod", "amod", "compound")
        kin = tree.has(filler.head, self.personal, "poss")  # "her brothers"
        few = tag == "NN" or (tag == "NNS" and (counted or kin))
        return few and bool(referent.sectors) and set(referent.sectors) <= sectors

    def _premises(self, tree: Tree, filler: Filler) -> bool:
        """Whether a party is a house in which private people are served, with no name and of no nationality: "the clinic"."""
        referent = filler.referent
        nameless = referent is not None and not (referent.entity or referent.unlisted or _national(tree, filler))
        return nameless and tree.tags[filler.head] == "NN" and tree.lower[filler.head] in self.premises

    def _words_of_order(self, match: Match, powers: Set[str]) -> bool:
        """Whether police or courts of no country that is told only speak with private people: "the judge warned both families"."""
        if not (match.actors and powers <= self.power.order) or match.pattern.quad == FORCE or match.pattern.political:
            return False
        parties = [(f, f.referent) for f in (*match.actors, *match.recipients) if f.referent and f.identified]
        untold = all(f.basis == "context" or r.country is None for f, r in parties)
        return untold and all(r.kind in PEOPLE and self.power.order | self.common >= set(r.sectors) for _, r in parties)

    def _offence(self, match: Match, tree: Tree, common: Set[str]) -> bool:
        """Whether anybody who does or suffers it is a single private person of `common` sectors, or one does it to his own."""
        if any(_somebody(tree, f, common) and not self._speaks(tree, f) for f in (*match.actors, *match.recipients)):
            return True
        own = any(tree.tags[p] == "PRP$" for f in match.recipients for p in tree.kids(f.head, "poss"))
        return own and all(_single(tree, f, self.common) for f in match.actors) and bool(match.actors)


def _somebody(tree: Tree, filler: Filler, common: Set[str]) -> bool:
    """Whether a party is whoever a pronoun means that points at nobody, or a single person of `common` sectors and of no country."""
    if tree.tags[filler.head] == "PRP":
        return not filler.identified or _private_one(filler, common)
    return _single(tree, filler, common) and (filler.basis == "context" or not (filler.referent and filler.referent.country))


def _of(referent: Referent | None, sectors: Set[str]) -> bool:
    """Whether somebody is a person, or people, of these sectors."""
    return referent is not None and sectors >= set(referent.sectors) and referent.kind in PEOPLE


def _land(filler: Filler) -> bool:
    """Whether a country is told by its name."""
    return filler.basis == "name" and filler.referent is not None and filler.referent.kind == "country"


def _national(tree: Tree, filler: Filler) -> bool:
    """Whether an adjective before a party tells its nationality: "a Swedish nurse"."""
    return any(tree.words[c][0].isupper() for c in tree.kids(filler.head, "amod", "nmod", "compound"))


def _private_one(filler: Filler, common: Set[str]) -> bool:
    """Whether a pronoun means a private person of whom the text knows no more than that, its country only by context."""
    referent = filler.referent
    if referent is None or not common or referent.kind != "person" or referent.plural or referent.entity or filler.basis != "context":
        return False
    return common >= set(referent.sectors)


def _single(tree: Tree, filler: Filler, common: Set[str]) -> bool:
    """Whether a party is a single person without a name, of `common` sectors."""
    referent = filler.referent
    if not common or tree.tags[filler.head] != "NN" or referent is None or referent.unlisted or referent.kind not in ("person", "group"):
        return False
    return common >= set(referent.sectors)
