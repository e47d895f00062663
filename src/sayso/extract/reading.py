"""What accumulates while one report is coded: its events, the notes on its sentences, and what a reader would remember."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.extract.identify.antecedents import joined
from sayso.extract.identify.memory import Memory, Mention, Referent
from sayso.extract.identify.names import country_of
from sayso.extract.identify.references import thing_told
from sayso.extract.judge.quotations import Quotation
from sayso.extract.parse.tree import Tree
from sayso.extract.places.finder import PlaceMention
from sayso.extract.politics.fields import ENOUGH, LIKELY, Fields
from sayso.extract.prepare import Prepared, Stretch
from sayso.extract.scan.hits import Hit, words_of
from sayso.extract.text.split import Sentence
from sayso.lexicon.entity import Name
from sayso.model import Event, Party, SentenceNote, Speaker

# How much a mention says about which country a report is about: most where things are said to happen, in the dateline or after
# "in" and "at"; less where a city is named for any reason, or a country is only spoken of; least where its people appear, who travel.
DATELINE, PLACED, CITY, NAMED, MEMBER = 4, 4, 3, 2, 1
LEADING, LEAD = 1, 2  # sentences that say what a report is about, and how many times as much they count
SHORTEST = 5  # words of a sentence that nobody writes twice without repeating himself
FIRST = 3  # sentences that a report opens with
SETTLED = 3  # sentences with words of one field after which a report is taken to be about it
CLAUSE = 48  # characters before a name in which a word says that people meet there
BEFORE = 14  # characters before a name in which its preposition stands
_VISITING = re.compile(r" (?:for|to|on) ([^.;,:]*)")
_WHERE = re.compile(r"\b(?:in|at|near|outside|inside|across|around|of|throughout)(?: the)?\s*$|\bcapital, $", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
    """One report while it is coded; `latest` is the last mention of each country, by ISO alpha-3, as a party.

    `opened` are the fields of life that it is about, None before they are looked for; `political`: it has told, or spoken, of politics;
    `ruled`: it has told of an act of somebody in power.
    `part` is where the item of a round-up begins that is read, `first_event` the number of its first event.
    `told` are the words of its sentences that tell of anything, `unlisted` the places of events that no list has; `whole`: more is
    wanted of it than its events.
    """

    prepared: Prepared
    memory: Memory
    events: list[Event] = field(default_factory=list)
    notes: list[SentenceNote] = field(default_factory=list)
    mentions: list[tuple[Mention, Tree]] = field(default_factory=list)
    latest: dict[str, Party] = field(default_factory=dict)
    quotation: Quotation = field(default_factory=Quotation)
    fields: Counter[str] = field(default_factory=Counter)
    venues: frozenset[str] = frozenset()
    visits: frozenset[str] = frozenset()
    opened: frozenset[str] | None = None
    political: bool = False
    ruled: bool = False
    told: set[tuple[str, ...]] = field(default_factory=set)
    unlisted: list[PlaceMention] = field(default_factory=list)
    part: int = -1
    first_event: int = 0
    whole: bool = True

    @classmethod
    def of(
        cls, prepared: Prepared, venues: frozenset[str] = frozenset(), visits: frozenset[str] = frozenset(), *, whole: bool = True
    ) -> "Reading":
        """Begin to read; the dateline's country counts as named, and so do those of the title and, least, the publisher's own.

        `venues` are words for what is held in places, `visits` for what brings people to them (the cues of these names).
        """
        published = prepared.published
        memory = Memory(published.isoformat() if published else None, seat=prepared.seat)
        reading = cls(prepared, memory, venues=venues, visits=visits, whole=whole)
        if not prepared.parts:
            for stretch in prepared.stretches:
                reading._notice(prepared.cleaned.text, stretch.hits)
            memory.ahead, memory.countries = memory.countries, memory.ahead
            memory.notice(next((home for _, home in prepared.homes), None), DATELINE)
            reading._notice(*prepared.title)
            memory.notice(prepared.seat, MEMBER)
        return reading

    def follow(self, before: "Reading") -> None:
        """Go on where the reading of the text right before ended, with all that it remembers and was about."""
        length = len(before.prepared.report.text)
        self.memory, self.fields, self.told = before.memory, before.fields, before.told
        self.opened, self.political = before.opened, before.political or before.ruled
        self.ruled = before.ruled
        self.latest = {land: replace(p, start=p.start - length, end=p.end - length) for land, p in before.latest.items()}

    def turn(self, stretch: Stretch) -> None:
        """Begin anew where a sentence opens another item of a round-up or entry of a live blog, with the country of its dateline."""
        passed = [at for at in self.prepared.parts if self.part < at <= stretch.sentence.start]
        if not passed:
            return
        self.part, self.first_event, self.latest = passed[-1], len(self.events), {}
        self.memory.turn()
        self.memory.filed = self.prepared.parts[self.part]
        self.memory.notice(self.memory.filed, DATELINE)

    def notice(self, stretch: Stretch) -> None:
        """Count the countries of a sentence: where things happen weighs more than whose people are named."""
        self._notice(self.prepared.cleaned.text, stretch.hits)

    def _notice(self, text: str, hits: Sequence[Hit]) -> None:
        shared: list[Name] = []
        lead = LEAD if self.memory.sentence < LEADING else 1
        for hit in hits:
            entity = hit.names[0].entity
            if len({name.entity.country for name in hit.names}) > 1:
                continue  # what it means is for the rest of the report to say
            if entity.group and not entity.country:
                shared.append(hit.names[0])
            member = entity.kind in ("person", "organisation")
            self.memory.notice(entity.country, lead * (MEMBER if member else self._weight(text, hit)))
        for name in shared:
            self.memory.notice(country_of(name, self.memory), MEMBER)

    def _weight(self, text: str, hit: Hit) -> int:
        """How much a named place says: least where people from elsewhere meet."""
        before = text[max(0, hit.start - BEFORE) : hit.start]
        if hit.names[0].use == "adjective":
            return MEMBER  # "the French embassy" is anywhere but in France
        if not _WHERE.search(before):
            return CITY if hit.names[0].use == "city" else NAMED
        clause = re.split(r"[.;,:]", text[max(0, hit.start - CLAUSE) : hit.start])[-1]
        after = _VISITING.match(text, hit.end, hit.end + CLAUSE)
        met = not self.venues.isdisjoint(clause.lower().split()) or (after and not self.visits.isdisjoint(after[1].lower().split()))
        return MEMBER if met else PLACED

    def keep(self, tree: Tree, mentions: Sequence[Mention]) -> None:
        """Close a sentence: its mentions, and those named side by side in it, can be referred to from now on."""
        together = joined(tree, mentions, len(tree))
        self.memory.pairs += [(together, self.memory.sentence)] if together else []
        if thing_told(tree, mentions):
            self.memory.thing = self.memory.sentence
        self.memory.remember(sorted(mentions, key=lambda m: m.head))

    def weigh(self, fields: Fields, tree: Tree, playing: Mapping[str, int]) -> dict[str, int]:
        """What a sentence says for fields of life, with what the report told of them before and opened with; `playing` are more signs."""
        phrases = fields.said(tree)
        own = fields.weigh(phrases)
        own |= {name: own.get(name, 0) + weight for name, weight in playing.items()}
        weighed = {name: weight + LIKELY * (self.fields[name] >= SETTLED) for name, weight in own.items()}
        self.fields.update(own.keys())
        self.political = self.political or self.ruled or fields.political(phrases, surely=True)
        if not self.ruled and not fields.political(phrases):
            weighed |= {name: weighed.get(name, 0) + ENOUGH for name in self._opened(fields)}
        return weighed

    def heard(self, sentence: str) -> bool:
        """Whether the report told the same before in the very same words: a headline or a pull quote that its text repeats."""
        words = tuple(words_of(sentence))
        again = words in self.told
        if len(words) >= SHORTEST:
            self.told.add(words)
        return again

    def told_here(self) -> list[Event]:
        """The events so far of the item of a round-up that is read; of other reports all."""
        return self.events[self.first_event :]

    def places(self, sentence: Sentence) -> tuple[PlaceMention, ...]:
        """The places that it has named by the end of a sentence, in their order."""
        return tuple(sorted((*self.prepared.told(sentence), *self.unlisted), key=lambda p: p.start))

    def settle(self, field: str) -> None:
        """Take a field that a sentence told of for that of the report, as far as nothing in it is politics."""
        self.opened = (self.opened or frozenset()) | {field}

    def _opened(self, fields: Fields) -> frozenset[str]:
        """The fields that the report opens with."""
        if self.opened is None:
            text, sentences = self.prepared.cleaned.text, self.prepared.stretches[:FIRST]
            texts = [self.prepared.report.title or "", *(text[s.sentence.start : s.sentence.end] for s in sentences)]
            self.opened = fields.told_by(words_of(t) for t in texts)
        return self.opened

    def note(self, sentence: Sentence, events: Sequence[Event], reasons: tuple[str, ...]) -> None:
        """Keep why a sentence was coded or not."""
        start, end = self.prepared.cleaned.span(sentence.start, sentence.end)
        self.notes.append(SentenceNote(start, end, self.prepared.report.text[start:end], tuple(e.id for e in events), reasons))


def voiced(speaker: Speaker) -> Referent:
    """Who speaks since an earlier sentence, as "we" and "I" refer to them."""
    return Referent(speaker.name, "person", speaker.country, speaker.sectors, speaker.entity)
