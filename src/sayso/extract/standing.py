"""Whose act it is: what private people, firms and things without a will do is no politics, whatever verb tells of it."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from sayso.extract.fields import FAINT, Fields
from sayso.extract.matches import Match
from sayso.extract.memory import Referent
from sayso.extract.roles import Filler
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity
from sayso.model import Event

PAIR = 2  # countries between which an act is no private matter
WORDS = (1, 3)  # of PLOVER's four classes those of speech
HELP = 2  # of PLOVER's four classes that of help
VERBAL = 3  # of PLOVER's four classes the last that is no use of force
PEOPLE = ("person", "group", "thing")  # kinds of parties that are no bodies
TRADES = ("ist", "er", "or")  # endings of nouns for those who have a trade
VISITED = frozenset({"place", "last"})  # slots of where somebody goes


@dataclass(frozen=True, slots=True)
class Standing:
    """Who has power, who is organised, who is private, and what strikes for somebody though it has no will itself."""

    fields: Fields
    power: frozenset[str]
    weighty: frozenset[str]
    order: frozenset[str]
    common: frozenset[str]
    simple: frozenset[str]
    plain: frozenset[str]
    few: frozenset[str]
    personal: frozenset[str]
    bygone: frozenset[str]
    violent: frozenset[str]
    office: frozenset[str]
    blazes: frozenset[str]
    many: frozenset[str]
    private: frozenset[str]
    workforce: frozenset[str]
    where: frozenset[str]
    own: frozenset[str]
    wild: frozenset[str]
    tools: frozenset[str]
    mute: frozenset[str]
    crowds: frozenset[str]
    endings: tuple[str, ...]
    people: Set[str]
    matters: Set[str]

    @classmethod
    def of(cls, lexicon: Lexicon, fields: Fields) -> "Standing":
        """Take the words from a lexicon; `fields` says which words are politics."""
        power = lexicon.cue("reference", "power")
        counted = lexicon.cue("grammar", "counting") | lexicon.cue("grammar", "bundles")
        tools = lexicon.noun_cue("fields", "tools") | lexicon.noun_cue("reference", "carriers") | lexicon.nouns.keys() | counted
        return cls(
            fields,
            power=power,
            weighty=power | lexicon.cue("fields", "organised"),
            order=lexicon.cue("fields", "order"),
            common=lexicon.cue("fields", "common"),
            simple=lexicon.cue("fields", "common") | lexicon.cue("fields", "workforce"),
            plain=lexicon.cue("fields", "common") | lexicon.cue("fields", "workforce") | lexicon.cue("fields", "school"),
            few=lexicon.cue("fields", "few"),
            personal=lexicon.cue("reference", "personal"),
            bygone=lexicon.cue("reference", "bygone"),
            violent=lexicon.cue("fields", "violent"),
            office=lexicon.cue("fields", "office"),
            blazes=lexicon.noun_cue("fields", "blazes"),
            many=lexicon.noun_cue("fields", "many"),
            private=lexicon.cue("fields", "private"),
            workforce=lexicon.cue("fields", "workforce"),
            where=lexicon.cue("reference", "where"),
            own=lexicon.cue("grammar", "pronouns_own"),
            wild=lexicon.cue("fields", "wild"),
            tools=tools,
            mute=lexicon.noun_cue("fields", "mute"),
            crowds=lexicon.cue("fields", "crowds"),
            endings=tuple(lexicon.cues["fields"]["people_endings"]),
            people=lexicon.roles.keys(),
            matters=frozenset().union(lexicon.nouns, *(p.object.forms for p in lexicon.patterns if p.object)),
        )

    def private_matter(self, match: Match, tree: Tree, there: Sequence[Entity | Referent] | None) -> str:
        """Why an act is nobody's politics; empty where it may be somebody's.

        `there` is who is present in the sentence, None once the report has told of politics: then its private people go on to act in it.
        """
        if self.of_the_author(match, tree):
            return "its author speaks of himself"
        if _to_itself(match):
            return "nobody does it to anybody else"
        if self.at_home(match):
            return "those who travel stay in their own country"
        if self.by_a_thing(match, tree):
            return "a thing without a will does it"
        if there is not None and not match.pattern.political and self.by_a_town(match, tree):
            return "it is done to nobody, and to nothing that acts are about"
        if there is not None and self.of_nobody_in_power(match, tree, there):
            return "nobody in it has power, and nothing in it is politics"
        return "private parties among themselves" if self.among_themselves(match) else ""

    def among_themselves(self, match: Match) -> bool:
        """Whether those who act in a match, and all others in it who are known, are private ones."""
        known = [f.referent for f in (*match.actors, *match.recipients) if f.referent and f.identified]
        acting = any(f.referent and f.referent.sectors for f in match.actors)
        return acting and not match.pattern.political and all(r.kind != "country" and self.private.issuperset(r.sectors) for r in known)

    def of_nobody_in_power(self, match: Match, tree: Tree, there: Sequence[Entity | Referent]) -> bool:
        """Whether an act is between private persons, in a sentence where neither power nor politics is spoken of.

        What `crowds` do by force counts; what a single private person does to another is an offence, and police and courts make
        nothing political that they do to such a one.
        """
        parties = [
            f.referent for f in (*match.actors, *match.recipients) if f.referent and f.identified and not self._where(match, tree, f)
        ]
        if any(r.kind == "country" or (r.entity and self.stands(r)) for r in parties):
            return False
        present = [p for p in (*there, *parties) if p.kind != "country"]
        powers, said = {s for p in present for s in p.sectors} & self.power, self.fields.said(tree)
        if powers <= self.order and not self.fields.political(said, surely=True) and self._everyday(match, tree):
            return True
        private = match.pattern.quad in WORDS and all(p.kind != "country" for p in there)
        if self.fields.political(said, private=private):  # "their lawyers demanded compensation" is private
            return False
        crowds = match.pattern.quad > VERBAL and (match.pattern.type in self.crowds or not match.actors)
        if powers & self.order and self._words_of_order(match, powers):
            return True
        if not parties and match.actors and match.pattern.type in self.office and not (powers or match.pattern.political):
            return True  # nobody is known, but where it happens
        bystanders = {s for p in parties for s in p.sectors}.isdisjoint(powers)
        if crowds or (powers & self.order and not bystanders):
            return powers <= self.order and self._offence(match, tree, self.common if powers else frozenset())
        if any(f.referent and not self.workforce.isdisjoint(f.referent.sectors) for f in match.actors):
            return False  # workers who act are no mere staff
        told = [f.referent for f in (*match.actors, *match.recipients) if f.referent in parties and f.basis != "context"]
        lands = {r.country for r in told if r and r.country and (r.kind != "place" or match.pattern.quad == HELP)}
        standing = (p for p in present if self.stands(p) and not (bystanders and self.order.issuperset(p.sectors)))
        return not match.pattern.political and next(standing, None) is None and len(lands) < PAIR

    def _everyday(self, match: Match, tree: Tree) -> bool:
        """Whether few private persons of one country, and at most its police and courts, are in it: "a man in Bath was arrested".

        What police do by violence is no everyday matter, nor is what befalls those whose nationality is told.
        """
        fillers = [*match.actors, *(f for f in match.recipients if not (f.referent and f.referent.kind == "place"))]
        lands = {f.referent.country for f in fillers if f.referent and f.basis != "context"} - {None}
        if len(lands) >= PAIR:
            return False
        if match.actors and all(self._few(tree, f, self.plain) for f in fillers):
            return True
        words = match.pattern.quad in WORDS
        private = [f for f in fillers if self._few(tree, f, self.simple) and (words or not _national(tree, f))]
        others = [f.referent for f in fillers if f not in private and (f.identified or tree.tags[f.head] != "PRP")]
        about = bool(private) or (words and len(others) > 1)  # "the prosecutor asked the court"
        calm = match.pattern.quad != HELP and match.pattern.type not in self.violent
        return about and calm and all(r and r.sectors and self.order.issuperset(r.sectors) for r in others)

    def _few(self, tree: Tree, filler: Filler, sectors: Set[str]) -> bool:
        """Whether a party is one, or a counted few, of people of these private `sectors`, and nothing else is told of them."""
        referent, tag = filler.referent, tree.tags[filler.head]
        if referent is None and tag == "NN":
            return tree.lower[filler.head].endswith(TRADES) and tree.lower[filler.head] not in self.tools  # "its maker"
        if referent is None or referent.unlisted or referent.entity or referent.kind not in ("person", "group"):
            return False
        if filler.basis == "name" and not referent.sectors:
            return referent.kind == "person"  # "the Canadian"
        if tree.lower[filler.head] in self.many:
            return False
        counted = any(tree.lower[n] in self.few for n in tree.kids(filler.head, "nummod"))
        kin = any(tree.lower[p] in self.personal for p in tree.kids(filler.head, "poss"))  # "her brothers"
        few = tag == "NN" or (tag == "NNS" and (counted or kin))
        return few and bool(referent.sectors) and set(referent.sectors) <= sectors

    def _words_of_order(self, match: Match, powers: Set[str]) -> bool:
        """Whether police or courts of no country that is told only speak with private people: "the judge warned both families"."""
        if not (match.actors and powers <= self.order) or match.pattern.quad > VERBAL or match.pattern.political:
            return False
        parties = [(f, f.referent) for f in (*match.actors, *match.recipients) if f.referent and f.identified]
        untold = all(f.basis == "context" or r.country is None for f, r in parties)
        return untold and all(r.kind in PEOPLE and self.order | self.common >= set(r.sectors) for _, r in parties)

    def stands(self, party: Entity | Referent) -> bool:
        """Whether somebody has power or is organised; a workforce is so as a body alone."""
        weighty = self.power if self.private.intersection(party.sectors) else self.weighty  # a former banker is no notable
        sectors = weighty.intersection(party.sectors)
        return bool(sectors) and not (sectors <= self.workforce and party.kind in PEOPLE)

    def opens(self, event: Event) -> bool:
        """Whether an event makes the report one of politics: somebody in power or a country is in it, and not police or courts alone."""
        parties = [p for p in (*event.actors, *event.recipients) if p.identified and p.basis != "context"]
        ruling = self.power - self.order
        return any(not ruling.isdisjoint(p.sectors) or (p.country and not p.sectors) or p.entity for p in parties)

    def _where(self, match: Match, tree: Tree, filler: Filler) -> bool:
        """Whether a country or its capital is only where private people of no other one do something: "users in Britain"."""
        land = filler.referent.country if filler.referent else None
        acting = [f.referent for f in match.actors if f.referent and f.identified]
        words = match.pattern.quad in WORDS
        others = [r for r in acting if not (words and self._trades(r))]
        abroad = any(r.kind == "country" or self.stands(r) for r in acting) or any(r.country not in (None, land) for r in others)
        town = bool(acting) and filler.basis in ("metonym", "place") and filler in match.recipients  # "feeds Berlin"
        placed = town or (filler.placelike and tree.deps[filler.head] == "pobj" and tree.lower[tree.heads[filler.head]] in self.where)
        calm = match.pattern.quad <= VERBAL or match.pattern.type not in self.crowds or (match.pattern.type in self.office and not acting)
        return placed and bool(match.actors) and calm and not abroad

    def _trades(self, party: Referent) -> bool:
        """Whether a party is a firm, or a thing of which no more is known than its country."""
        return (party.kind == "thing" and not party.sectors) or (bool(party.sectors) and self.private.issuperset(party.sectors))

    def of_the_author(self, match: Match, tree: Tree) -> bool:
        """Whether it is done by an "I" or "we" who is none of those quoted: the author of a column, of himself."""
        return bool(match.actors) and all(tree.lower[f.head] in self.own and not f.identified for f in match.actors)

    def at_home(self, match: Match) -> bool:
        """Whether people only go to a town of their own country, with nobody there to meet."""
        lands = {f.referent.country for f in match.actors if f.referent}
        towns = [f for f in match.recipients if f.identified]
        placed = bool(towns) and all(f.placelike and f.basis in ("place", "metonym") and f.referent for f in towns)
        if VISITED.isdisjoint(match.pattern.recipient) or match.pattern.place_receives:
            return False
        calm = match.pattern.quad == 1 and len(lands) == 1 and None not in lands
        return placed and calm and lands == {f.referent.country for f in towns if f.referent}

    def by_a_town(self, match: Match, tree: Tree) -> bool:
        """Whether a capital, or mere staff, does it to things that no act is about: "Berlin declared war on boring breakfasts"."""
        others = [f for f in match.recipients if f.head not in {a.head for a in match.actors}]
        towns = bool(match.actors) and all((f.basis == "metonym" and f.placelike) or self._staff(f) for f in match.actors)
        if not towns or any(f.identified for f in others) or self.fields.political(self.fields.said(tree), surely=True):
            return False
        verbs = {match.top, *(t for t in match.tokens if tree.verb(t))}
        objects = [o for v in verbs for o in tree.kids(v, "dobj")]
        phrases = [p for t in {*verbs, *match.tokens, *objects} for p in (t, *tree.kids(t, "prep")) if tree.tags[p] in ("IN", "TO", "RP")]
        heads = {f.head for f in others} or {*objects, *(o for p in phrases for o in tree.kids(p, "pobj"))} - set(match.tokens)
        return bool(heads) and all(tree.tags[h] in ("NN", "NNS") and tree.lower[h] not in self.matters for h in heads)

    def _staff(self, filler: Filler) -> bool:
        """Whether somebody is one of a workforce, and no union."""
        sectors = set(filler.referent.sectors) if filler.referent else set()
        return bool(sectors) and sectors <= self.workforce and filler.referent is not None and filler.referent.kind in PEOPLE

    def by_a_thing(self, match: Match, tree: Tree) -> bool:
        """Whether nobody acts but things that have no will and strike for nobody: "fog besieged the capital", "malaria kills"."""
        heads = [f.head for f in match.actors if not f.identified]
        speaks = match.pattern.quad in WORDS
        return 0 < len(heads) == len(match.actors) and all(self._without_will(tree, h, speaks=speaks) for h in heads)

    def _without_will(self, tree: Tree, i: int, *, speaks: bool) -> bool:
        """Whether a word means nobody; what happens may strike but does not speak: "the fall of the regime raised doubts"."""
        word = tree.lower[i]
        if any(self._wild(f"{tree.lower[c]} {word}") or self._wild(tree.lower[c]) for c in tree.kids(i, "compound") if c == i - 1):
            return True  # "heart attacks", "Storm Ada"
        if any(tree.lower[c] in self.bygone for c in tree.kids(i, "amod", "compound")):
            return True  # "ancient Egypt"
        if word in self.blazes and any(tree.lower[d] in ("a", "an") for d in tree.kids(i, "det")):
            return True  # "a fire killed", and not "army fire killed"
        if speaks and tree.tags[i] in ("NN", "NNS") and word in self.mute:
            return True
        least = FAINT if word in self.tools else 0  # planes crash, and bomb
        if any(field.name in self.wild and weight > least for field, weight in self.fields.words.get(word, ())):
            return True
        common = tree.tags[i] in ("NN", "NNS") and (i == 0 or tree.words[i] == word)
        return common and word not in self.tools and word not in self.people and not word.removesuffix("s").endswith(self.endings)

    def _wild(self, words: str) -> bool:
        """Whether words are for what has no will."""
        return any(field.name in self.wild for field, _ in self.fields.words.get(words, ()))

    def _tradesman(self, tree: Tree, filler: Filler) -> bool:
        """Whether somebody is one of a trade that no list names: "arrested a florist"."""
        i = filler.head
        alone = filler.referent is None and tree.tags[i] == "NN" and not tree.kids(i, "prep", "relcl", "acl", "appos")
        article = any(tree.lower[d] in ("a", "an", "the") for d in tree.kids(i, "det"))
        return alone and article and tree.lower[i].endswith(TRADES) and tree.lower[i] not in self.tools

    def _offence(self, match: Match, tree: Tree, common: Set[str]) -> bool:
        """Whether anybody who does or suffers it is a single private person of `common` sectors, or one does it to his own."""
        if any(_somebody(tree, f, common) for f in (*match.actors, *match.recipients)):
            return True
        if common and any(self._tradesman(tree, f) for f in match.recipients):
            return True
        own = any(tree.tags[p] == "PRP$" for f in match.recipients for p in tree.kids(f.head, "poss"))
        return own and all(_single(tree, f, self.common) for f in match.actors) and bool(match.actors)


def _to_itself(match: Match) -> bool:
    """Whether the only one who acts is the only one who suffers it, which is a misreading or no politics."""
    doers, sufferers = match.actors, [f for f in match.recipients if f.referent]
    if len(doers) != 1 or not sufferers or len(sufferers) < len(match.recipients):
        return False
    same = (f.identified and f.referent == doers[0].referent and f.head != doers[0].head for f in sufferers)
    return match.part == "verb" and all(same)  # "ordered her arrest": who "she" is may be told later


def _somebody(tree: Tree, filler: Filler, common: Set[str]) -> bool:
    """Whether a party is whoever a pronoun means that points at nobody, or a single person of `common` sectors and of no country."""
    if tree.tags[filler.head] == "PRP":
        return not filler.identified or _private_one(filler, common)
    return _single(tree, filler, common) and (filler.basis == "context" or not (filler.referent and filler.referent.country))


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
