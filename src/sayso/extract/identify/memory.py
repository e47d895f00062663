"""What a reader of the report remembers: who was named, under which names, and which country it is about."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from typing import Literal

from sayso.extract.identify.spelling import folded
from sayso.model.event import Basis

Kind = Literal["person", "group", "body", "country", "organisation", "place", "thing"]
CLEARLY = 2  # times as much as of another country is said of the one that a report is clearly about
FAINT = 2  # as much as is said of a country by naming its people in the first sentence
NEVER = -2  # number of a sentence that stands before none
SHORTENED = 2  # words that the name of a person has at least of which the last is left out: "Kim Jong" for Kim Jong Un
LATELY, FADING = 1, 0.5  # times that what was said last counts besides, and what is left of it a sentence later
FAR_AHEAD = 5  # times as much as of any other must be said of a country that a report is about for those whose sentence names another
OPENING = 4  # words with which a sentence may open before a place's name ends
KEPT = 40  # mentions that are remembered: more than a reader reaches back for


@dataclass(frozen=True, slots=True)
class Referent:
    """Who or what words refer to, apart from the words.

    `country` is ISO alpha-3, `entity` an identifier of the lexicon; both are None where they are not known. `also` holds those
    who are meant together with the first ("both sides"). `doubtful`: the office may have ended since the lexicon was written.
    `roles` are the nouns under which the text may speak of it again ("the minister"); `unlisted` says that its name is known from
    the text alone; `owner` is whose a thing is, who acts by it.
    """

    name: str
    kind: Kind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    entity: str | None = None
    gender: str | None = None
    plural: bool = False
    also: tuple["Referent", ...] = ()
    doubtful: bool = False
    roles: frozenset[str] = frozenset()
    unlisted: bool = False
    owner: "Referent | None" = None

    @property
    def known(self) -> bool:
        """Whether anything is known of it beyond its words."""
        return bool(self.country or self.entity or self.sectors)

    def same(self, other: "Referent") -> bool:
        """Whether two referents are one, as far as is known."""
        if self.entity or other.entity:
            return self.entity == other.entity
        return (self.country, self.sectors, self.kind) == (other.country, other.sectors, other.kind)


@dataclass(frozen=True, slots=True)
class Mention:
    """A referent in the words of one sentence: first, last and head token, and how it was identified.

    `subject`: it is a grammatical subject. `placelike`: its words name a country or place. `located`: it stands after a
    preposition that says where something happens; `venue`: people from elsewhere meet there. `undergone`:
    something is done to it; `gender`: its word is a pronoun for a man or for a woman; `aside`: a relative clause tells of it.
    """

    first: int
    last: int
    head: int
    referent: Referent
    basis: Basis
    subject: bool = False
    placelike: bool = False
    located: bool = False
    venue: bool = False
    undergone: bool = False
    gender: str | None = None
    aside: bool = False


def opened_in(mentions: Iterable[Mention]) -> str | None:
    """The country of the place that a sentence opens with: "In northern Chad, ..."."""
    opening = (m.referent.country for m in mentions if m.located and m.placelike and m.last <= OPENING)
    return next(filter(None, opening), None)


@dataclass(frozen=True, slots=True)
class Dealing:
    """Two of whom one did something to the other, in which sentence; `facing`: together with him or against him."""

    sides: tuple[Referent, ...]
    sentence: int
    facing: bool


@dataclass(slots=True)
class Memory:
    """What one report has told so far; it grows sentence by sentence.

    `day` is the day of publication in ISO 8601, None where it is not known; `bound` maps names that the text itself explained,
    `spellings` the same folded; `met` holds identifiers of listed persons who were named in full; `recent` the last mentions
    with the number of their sentence, the most recent one last, `last` those of the sentence before; `pairs` those who were named
    side by side, `dealings` who did something to whom; `voice` is who speaks where a sentence begins within a quotation, `issuer` in
    whose name all of it speaks, `spoken` who spoke last, and `spoken_at` the number of that sentence; `thing` is the number of the last
    sentence whose subject was one that is nobody, `newcomer` that of the last one whose subject was a name and no more;
    `seat` is the country of the publisher, `filed` that of the item of a round-up, `scene` that of a paragraph, `ahead` counts
    the countries of the whole text, `guests` those told of first by their private people or missions abroad, `grounds` those where
    something is said to happen, `homes` the countries that those were given for whom their words named none, `bodies` holds those
    that were named in full by the last word of their names. `strangers` are surnames of listed persons that somebody else bears whom
    the report named in full, `familiar` those by which it has called the listed ones, `family_first` countries where these stand first;
    `strange` are those who are of other countries than the one that the report tells of.
    """

    day: str | None = None
    bound: dict[str, Referent] = field(default_factory=dict)
    spellings: dict[str, Referent] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    recent: list[tuple[Mention, int]] = field(default_factory=list)
    last: list[Mention] = field(default_factory=list)
    countries: Counter[str] = field(default_factory=Counter)
    fresh: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    sentence: int = 0
    pairs: list[tuple[tuple[Referent, ...], int]] = field(default_factory=list)
    dealings: list[Dealing] = field(default_factory=list)
    voice: Referent | None = None
    spoken: tuple[Referent, ...] = ()
    spoken_at: int = NEVER
    issuer: Referent | None = None
    thing: int = NEVER
    newcomer: int = NEVER
    seat: str | None = None
    filed: str | None = None
    scene: str | None = None
    ahead: Counter[str] = field(default_factory=Counter)
    guests: set[str] = field(default_factory=set)
    grounds: set[str] = field(default_factory=set)
    homes: dict[Referent, str] = field(default_factory=dict)
    bodies: dict[str, Referent] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)
    familiar: set[str] = field(default_factory=set)
    family_first: frozenset[str] = frozenset()
    strange: set[Referent] = field(default_factory=set)

    def bind(self, name: str, referent: Referent) -> None:
        """Let a name, its surname and a person's name but for its last word mean a referent from here on.

        In some countries surnames come first.
        """
        words = name.split()
        first, last = (words or [name])[0], (words or [name])[-1]
        surnames = (first, last) if referent.kind == "person" and referent.country in self.family_first else (last,)
        parts = name.replace("-", " ").split() if referent.kind == "person" else []
        short = (" ".join(parts[:-1]),) if len(parts) > SHORTENED else ()
        for form in (name, *surnames, *short):
            kin = form in self.familiar and form != name and referent.kind == "person"  # of somebody whom it calls by the surname alone
            if len(form) > 2 and form[0].isupper() and not kin and self.bound.get(form) is not referent:
                self.bound[form] = referent
                if sound := folded(form):
                    self.spellings[sound] = referent

    def estrange(self, surname: str, first: str, listed: Iterable[str]) -> bool:
        """Whether somebody of this first name is not the `listed` ones of that surname, which is noted unless it was theirs before.

        A first letter in common may be another spelling of theirs.
        """
        letters = {word[0] for name in listed for word in name.split()[:-1]}
        if first == surname or first[0] in letters:
            return False
        if surname not in self.familiar:
            self.strangers.add(surname)
        return True

    def known_as(self, name: str) -> Referent | None:
        """Whom a name means that the text has bound, in this spelling or another one."""
        return self.bound.get(name) or self.spellings.get(folded(name))

    def notice(self, country: str | None, weight: int = 1, *, here: bool = True) -> None:
        """Count a country that the report names (ISO alpha-3); None counts for nothing; `here`: it says where things happen now."""
        if country:
            self.countries[country] += weight
            self.fresh[country] = max(self.fresh[country], weight if here else 0)

    def meet(self, country: str, *, guest: bool, ground: bool) -> None:
        """Note how a country (ISO alpha-3) is told of: as that of a `guest` where it had not been told of, as a `ground` at any time."""
        if guest and country not in self.countries:
            self.guests.add(country)
        if ground:
            self.grounds.add(country)

    def settle(self, country: str | None, weight: int) -> None:
        """Count a country (ISO alpha-3) where a report was filed, or of whose own people and bodies it tells without naming it."""
        if country:
            self.notice(country, weight)
            self.grounds.add(country)

    def visiting(self) -> Set[str]:
        """Countries of which the report tells by their people or missions abroad: nobody is at home there whom it merely calls "police"."""
        return self.guests - self.grounds

    def theatre(self, but: Set[str] = frozenset()) -> str | None:
        """The country that the report is about so far: the one of which most was said, lately above all; of equals the first named.

        While a paragraph is set somewhere, that is meant. As long as little is said of any, what the rest of the text says counts as well.
        Countries in `but` are left out, unless it was filed there.
        """
        but = but - {self.filed}
        if self.scene and self.scene not in but:
            return self.scene
        said = {land: count for land, count in self._said().items() if land not in but}
        return max(said, key=said.__getitem__, default=None)

    def stands_out(self, country: str) -> bool:
        """Whether the report is by far most about a country, or a paragraph is set there."""
        said = self._said()
        others = (count for other, count in said.items() if other != country)
        return country == self.scene or said.get(country, 0) >= FAR_AHEAD * max(others, default=0)

    def _said(self) -> dict[str, float]:
        """How much was said of each country, lately above all; as long as little was of any, the rest of the text counts as well."""
        said = {land: count + LATELY * self.fresh[land] for land, count in self.countries.items()}
        if max(self.countries.values(), default=0) <= FAINT:
            for land, count in self.ahead.items():
                said[land] = said.get(land, 0) + count
        return said

    def settled(self, country: str | None, but: Set[str | None]) -> bool:
        """Whether the report is far more about a country than about any other, but for some."""
        others = (count for other, count in self.countries.items() if other != country and other not in but)
        return self.countries[country or ""] >= CLEARLY * max(others, default=0)

    def turn(self) -> None:
        """Forget what was told and of which country, but for names: another item of a round-up begins."""
        self.countries.clear()
        self.fresh.clear()
        self.recent.clear()
        self.last = []
        self.pairs.clear()
        self.dealings.clear()
        self.homes.clear()
        self.guests.clear()
        self.grounds.clear()
        self.scene = None
        self.voice, self.issuer, self.spoken, self.thing, self.newcomer = None, None, (), NEVER, NEVER

    def spoke(self, speakers: tuple[Referent, ...]) -> None:
        """Let those of a sentence be who spoke last, if it has any."""
        if speakers:
            self.spoken, self.spoken_at = speakers, self.sentence

    def speak_on(self) -> None:
        """Let whoever spoke in the sentence before go on in this one, which lies in the same quotation."""
        if self.spoken_at == self.sentence - 1:
            self.spoken_at = self.sentence

    def remember(self, mentions: Iterable[Mention]) -> None:
        """Close a sentence: its mentions can be referred to from now on."""
        self.last = [*mentions]
        self.recent += [(m, self.sentence) for m in self.last]
        bodies = (m.referent for m in self.last if m.referent.kind == "organisation" and m.referent.entity and m.basis == "name")
        self.bodies |= {r.name.split()[-1]: r for r in bodies if " " in r.name}
        del self.recent[:-KEPT]
        for land in self.fresh:
            self.fresh[land] *= FADING
        self.sentence += 1
