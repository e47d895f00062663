"""What names and words say about which country a report is about."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.extract.identify.names import Roles, reading
from sayso.extract.scan.hits import Hit
from sayso.lexicon import Lexicon
from sayso.lexicon.lexicon import RoleNoun

# How much a mention says: most where things are said to happen, in the dateline or after "in" and "at"; less where a city is named
# for any reason or bodies act that do so at home ("Kenyan police"), or a country is only spoken of; least where its people appear,
# who travel. A body or crowd without a country's name counts for the one that it was given, as a text goes on with its own.
DATELINE, PLACED, CITY, HOME, NAMED, ACTING, MEMBER = 6, 4, 3, 3, 2, 2, 1
CLAUSE = 48  # characters before a name in which a word says that people meet there
BEFORE = 34  # characters before a name in which its preposition and words between them stand
REACH = 3  # words after a nationality within which it is said whose it is ("the Kenyan *riot police*")
_VISITING = re.compile(r" (?:for|to|on) ([^.;,:]*)")
_WHERE = re.compile(r"\b(?:in|at|near|outside|inside|across|around|of|throughout|through)(?: the)?\s*$|\bcapital, $", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:in|at|near|outside|inside|across|around|of|throughout)(?: the)? ([\w-]+) $", re.IGNORECASE)
_TOPIC = re.compile(r"\b(?:about|regarding|concerning|on the (?:war|situation|crisis|conflict|fighting)) [^.;,:]*$", re.IGNORECASE)
_OPENING, _ENDS = re.compile(r"(?::| [-–—]) "), (". ", "\n\n", "; ")
_NEXT = re.compile(rf"(?:['’]s?)?((?: [\w-]+){{1,{REACH}}})")
_TOWARDS = re.compile(r"\b(\w+) (?:for|to|from) $", re.IGNORECASE)
_TIED = re.compile(r"[-‑](\w+)")
_TELLER = re.compile(r"\b(\w+) in(?: the)? $", re.IGNORECASE)
_SAID = re.compile(r"(?: on \w+)? (\w+)")
_CROWD = (". ", "\n\n", "; ", "- ", "– ", "— ", ": ", " of ")  # before people who may be at home: what opens a sentence, a measure
_SUM = re.compile(r"(?:\d|\b(?:thousand|million|billion|hundred|bn|trillion)) (?:of )?(?:\w+ )?([a-z]+)\b")


def _clause(text: str, hit: Hit) -> str:
    """The words of its clause before a name."""
    return re.split(r"[.;,:]", text[max(0, hit.start - CLAUSE) : hit.start])[-1]


@dataclass(frozen=True, slots=True)
class Shown:
    """What one name shows: how much it says, and whether it is that of a guest, of the ground of something, of private people.

    `venue`: people from elsewhere meet there.
    """

    weight: int
    guest: bool
    ground: bool
    private: bool
    venue: bool


@dataclass(frozen=True, slots=True)
class Signs:
    """The words by which a report shows where it takes place.

    `venues` are words for what is held in places, `visits` for what brings people to them; `seated` are sectors of bodies that act
    in their own country, `abroad` those of private people and firms, who are anywhere, `telling` those of outlets, who tell of any;
    `coins` gives the country of what is paid with in it alone; `parts` are words for a part of one ("northern"); `missions` are
    nouns for the seat of one state in another, `tellers` for those who tell of what happens elsewhere; `linked`
    stand between a country and what is only tied to it ("British-flagged"), `leaving` before where one is off to ("bound for Antwerp");
    in the countries `family_first` a surname stands before what somebody is given.
    """

    venues: frozenset[str]
    visits: frozenset[str]
    roles: Roles
    seated: frozenset[str]
    abroad: frozenset[str]
    telling: frozenset[str]
    coins: Mapping[str, str]
    parts: frozenset[str]
    missions: frozenset[str]
    tellers: frozenset[str]
    linked: frozenset[str]
    speech: frozenset[str]
    leaving: frozenset[str]
    family_first: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Signs":
        """Take them from a lexicon."""
        return cls(
            venues=lexicon.cue("reference", "venues"),
            visits=lexicon.cue("reference", "visits"),
            roles=lexicon.roles,
            seated=lexicon.cue("reference", "seated"),
            abroad=lexicon.cue("reference", "travelling"),
            telling=lexicon.cue("reference", "press"),
            coins=lexicon.cues["reference"]["coins"],
            parts=lexicon.cue("place", "modifiers"),
            missions=lexicon.noun_cue("reference", "missions"),
            tellers=lexicon.noun_cue("reference", "tellers"),
            linked=lexicon.cue("reference", "linked", "based", "flying"),
            speech=lexicon.verb_cue("speech", "verbs"),
            leaving=lexicon.cue("reference", "leaving"),
            family_first=lexicon.cue("spelling", "family_first"),
        )

    def shown(self, text: str, hit: Hit) -> Shown:
        """All that a name shows; a name without a country shows only how much it says."""
        weight, land = self.weight(text, hit), hit.names[0].entity.country
        if land is None:
            return Shown(weight, guest=False, ground=False, private=False, venue=False)
        return Shown(weight, self.guest(text, hit), self.ground(text, hit, weight), self.private(text, hit), self.venue(text, hit))

    def weight(self, text: str, hit: Hit) -> int:
        """How much a name says: least where people from elsewhere meet."""
        entity, use = hit.names[0].entity, hit.names[0].use
        if entity.kind in ("person", "organisation"):
            return 0 if entity.sectors and self.telling.issuperset(entity.sectors) else MEMBER
        if self._seated(text, hit):
            return HOME
        if use in ("adjective", "people"):
            return MEMBER  # "the French embassy" is anywhere but in France
        if _OPENING.match(text, hit.end) and (not hit.start or text[max(0, hit.start - 2) : hit.start] in _ENDS):
            return PLACED  # "Chile: Miners ..."
        if not self._placed(text, hit):
            bound = _TOWARDS.search(text[max(0, hit.start - BEFORE) : hit.start])
            return CITY if use == "city" and not (bound and bound[1].lower() in self.leaving) else NAMED
        if self._afar(text, hit):
            return 0
        clause = _clause(text, hit)
        held = self.venues.intersection(clause.lower().split())
        if held and held <= self.missions:
            return NAMED  # "the Danish embassy in Damascus"
        met = held or self._visited(text, hit)
        return MEMBER if met or _TOPIC.search(clause) else PLACED  # "wrote about the war in Chad" from anywhere

    def venue(self, text: str, hit: Hit) -> bool:
        """Whether people from elsewhere meet at a place: "envoys met in Geneva", "he was in Geneva for talks"."""
        if hit.names[0].use in ("adjective", "people") or not self._placed(text, hit):
            return False
        return not (self.venues - self.missions - self.speech).isdisjoint(_clause(text, hit).lower().split()) or self._visited(text, hit)

    def _visited(self, text: str, hit: Hit) -> bool:
        """Whether what follows a place says what brought people to it: "in Geneva *for talks*"."""
        after = _VISITING.match(text, hit.end, hit.end + CLAUSE)
        return after is not None and not self.visits.isdisjoint(after[1].lower().split())

    def _placed(self, text: str, hit: Hit) -> bool:
        """Whether a preposition before a name says that something happens there ("in Chad", "in northern Chad")."""
        before = text[max(0, hit.start - BEFORE) : hit.start]
        within = _WITHIN.search(before)
        return _WHERE.search(before) is not None or (within is not None and within[1].lower() in self.parts)

    def ground(self, text: str, hit: Hit, weight: int) -> bool:
        """Whether a name of this `weight` says where something happens, be it at a mission of another country there."""
        return weight >= HOME or (weight == NAMED and self._placed(text, hit))

    def _afar(self, text: str, hit: Hit) -> bool:
        """Whether a place is only that of somebody who tells from elsewhere what happened: "a security firm in London said"."""
        teller = _TELLER.search(text[max(0, hit.start - BEFORE) : hit.start])
        said = _SAID.match(text, hit.end)
        return bool(teller and said and teller[1].lower() in self.tellers and said[1].lower() in self.speech)

    def private(self, text: str, hit: Hit) -> bool:
        """Whether a name only says whose people or firms somebody is of: "French tourists", "the Chinese owner", "the Frenchman"."""
        if hit.names[0].use == "people":
            return True
        noun = self._noun(text, hit) if hit.names[0].use == "adjective" else None
        return noun is not None and self.abroad.issuperset(noun.sectors)

    def guest(self, text: str, hit: Hit) -> bool:
        """Whether a name says only whose mission or private people are where a report takes place: "two Swiss engineers".

        People whom a sentence opens with, or who come in crowds, may be at home: "Nigerian students marched", "thousands of Chadians".
        """
        if hit.names[0].use not in ("adjective", "people"):
            return False
        tied = _TIED.match(text, hit.end)
        if tied and tied[1].lower() in self.linked:
            return True  # "a British-flagged tanker"
        following = _NEXT.match(text, hit.end)
        if following and not self.missions.isdisjoint(following[1].lower().split()):
            return True
        crowd = not hit.start or text[: hit.start].endswith(_CROWD)
        return not crowd and self.private(text, hit)

    def _seated(self, text: str, hit: Hit) -> bool:
        """Whether bodies stand after a name that act in its country alone: "Kenyan police", "Togo's high court"."""
        noun = self._noun(text, hit)
        return noun is not None and noun.kind != "person" and not self.seated.isdisjoint(noun.sectors)

    def _noun(self, text: str, hit: Hit) -> RoleNoun | None:
        """The noun for people or a body that follows a name."""
        following = _NEXT.match(text, hit.end)
        words = following[1].lower().split() if following else []
        for n, word in enumerate(words):
            if word in self.roles and (noun := reading(self.roles[word], words[:n])):
                return noun
        return None

    def paid(self, text: str, start: int, end: int) -> Iterator[str]:
        """The countries (ISO alpha-3) whose money a sentence counts: "forty million naira"."""
        for found in _SUM.finditer(text, start, end):
            if land := self.coins.get(found[1]):
                yield land
