"""What accumulates while one report is coded: its events, the notes on its sentences, and what a reader would remember."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from operator import attrgetter

from sayso.extract.identify.antecedents import joined
from sayso.extract.identify.issuers import FIRST as ANNOUNCING
from sayso.extract.identify.issuers import Issuing
from sayso.extract.identify.memory import Dealing, Memory, Mention, Referent, opened_in
from sayso.extract.identify.names import country_of
from sayso.extract.identify.several import PAIR
from sayso.extract.identify.theatre import ACTING, DATELINE, MEMBER, NAMED, PLACED, Shown, Signs
from sayso.extract.identify.unknown import newcomer_told, thing_told
from sayso.extract.judge.quotations import Quotation
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.extract.places.finder import PlaceMention
from sayso.extract.politics.fields import ENOUGH, LIKELY, Fields
from sayso.extract.prepare import Prepared, Stretch
from sayso.extract.scan.hits import Hit, words_of
from sayso.extract.text.split import Sentence
from sayso.lexicon.entity import Name
from sayso.model import Event, Party, SentenceNote, Speaker
from sayso.model.quad import HOSTILE

LEADING, LEAD = 1, 2  # sentences that say what a report is about, and how many times as much they count
SETTING = 2  # sentences over which a scene holds in a text without paragraphs
SHORTEST = 5  # words of a sentence that nobody writes twice without repeating himself
FIRST = 3  # sentences that a report opens with
SETTLED = 3  # sentences with words of one field after which a report is taken to be about it


@dataclass(slots=True)
class Reading:
    """One report while it is coded; `latest` is the last mention of each country, by ISO alpha-3, as a party.

    `opened` are the fields of life that it is about, None before they are looked for; `political`: it has told, or spoken, of politics;
    `ruled`: it has told of an act of somebody in power; `retells`: it opens with a work, whose plot it tells in the present tense.
    `part` is where the item of a round-up begins that is read, `first_event` the number of its first event; `parted`: it has
    paragraphs; `paragraph` is the number of the one that is read, `opens` says whether the sentence is its first, `set_at` is the number
    of the last sentence that opened with a place.
    `travelling` are countries (ISO alpha-3) whose private people it has told of; `shown` is what the names of each sentence show, and
    the countries of what is paid in it, by where that begins.
    `told` are the words of its sentences that tell of anything, `unlisted` the places of events that no list has; `whole`: more is
    wanted of it than its events. `stretches` are the sentences to be read; `ends`: nothing is read after them.
    """

    prepared: Prepared
    memory: Memory
    signs: Signs
    digest: str
    events: list[Event] = field(default_factory=list)
    notes: list[SentenceNote] = field(default_factory=list)
    mentions: list[tuple[Mention, Tree]] = field(default_factory=list)
    latest: dict[str, Party] = field(default_factory=dict)
    travelling: set[str] = field(default_factory=set)
    shown: dict[int, tuple[Sequence[Shown], Sequence[str]]] = field(default_factory=dict)
    quotation: Quotation = field(default_factory=Quotation)
    fields: Counter[str] = field(default_factory=Counter)
    opened: frozenset[str] | None = None
    political: bool = False
    ruled: bool = False
    retells: bool = False
    told: set[tuple[str, ...]] = field(default_factory=set)
    unlisted: list[PlaceMention] = field(default_factory=list)
    part: int = -1
    parted: bool = False
    paragraph: int = -1
    opens: bool = True
    set_at: int = 0
    first_event: int = 0
    whole: bool = True
    stretches: Sequence[Stretch] = ()
    ends: bool = False

    @classmethod
    def of(cls, prepared: Prepared, signs: Signs, *, whole: bool = True, last: bool = True) -> "Reading":
        """Begin to read; the dateline's country counts as named, and so do those of the title and, least, the publisher's own.

        Where but events are wanted and it is the `last` that is read of a text, it is read to the last sentence that is parsed.
        """
        published = prepared.published
        memory = Memory(published.isoformat() if published else None, seat=prepared.seat, family_first=signs.family_first)
        reading = cls(prepared, memory, signs, prepared.report.digest, whole=whole, parted=prepared.parted, ends=last and not whole)
        reading.stretches = prepared.stretches[: prepared.parsed_until] if reading.ends else prepared.stretches
        if reading.stretches and not prepared.parts:
            for stretch in prepared.stretches:
                reading.notice(stretch)
            memory.ahead, memory.countries = memory.countries, memory.ahead
            memory.fresh.clear()
            reading.travelling.clear()
            home = next((home for _, home in prepared.homes), None)
            memory.settle(home, NAMED if reading._only_met(home) else DATELINE)
            title, hits = prepared.title
            reading._notice(hits, [signs.shown(title, hit) for hit in hits])
            memory.notice(prepared.seat, MEMBER)
        return reading

    def follow(self, before: "Reading") -> None:
        """Go on where the reading of the text right before ended, with all that it remembers and was about."""
        length = len(before.prepared.report.text)
        self.memory, self.fields, self.told = before.memory, before.fields, before.told
        self.opened, self.political = before.opened, before.political or before.ruled
        self.ruled, self.retells = before.ruled, before.retells
        self.latest = {land: replace(p, start=p.start - length, end=p.end - length) for land, p in before.latest.items()}

    def open(self, issuing: Issuing) -> None:
        """Remember in whose name a statement speaks, where its title or one of its first lines says so."""
        text, first = self.prepared.cleaned.text, self.prepared.stretches[:ANNOUNCING]
        title, hits = self.prepared.title
        lines = [(title, 0, len(title), hits), *((text, s.sentence.start, s.sentence.end, s.hits) for s in first)]
        found = (issuing.issuer(*line, self.memory) for line in lines)
        self.memory.issuer = self.memory.issuer or next(filter(None, found), None)

    def turn(self, stretch: Stretch) -> None:
        """Begin anew where a sentence opens another item of a round-up or entry of a live blog, with the country of its dateline."""
        self._open(stretch.sentence)
        passed = [at for at in self.prepared.parts if self.part < at <= stretch.sentence.start]
        if not passed:
            return
        self.part, self.first_event, self.latest = passed[-1], len(self.events), {}
        self.memory.turn()
        self.memory.filed = self.prepared.parts[self.part]
        self.memory.settle(self.memory.filed, DATELINE)

    def _open(self, sentence: Sentence) -> None:
        """Leave the scene of a paragraph with its end; in a text that has none, a few sentences after."""
        parted = self.parted
        self.opens = not parted or sentence.paragraph != self.paragraph
        self.paragraph = sentence.paragraph
        if self.opens if parted else self.memory.sentence - self.set_at > SETTING:
            self.memory.scene = None

    def _settle(self, mentions: Sequence[Mention]) -> None:
        """Note where those are at home of whom a sentence told, and where it moved to: "In Chad, *the army* ..."."""
        given = self.memory.homes
        homes = dict.fromkeys(given.get(m.referent) for m in mentions if not m.referent.country) if given else {}
        for land in homes:
            self.memory.settle(land, ACTING)
        if opening := opened_in(mentions):
            self.memory.scene = opening if self.opens and opening in homes else None
            self.set_at = self.memory.sentence

    def _only_met(self, land: str | None) -> bool:
        """Whether the first sentence says no more of a country than that people from elsewhere met there."""
        first = next(iter(self.prepared.stretches), None)
        shown = zip(first.hits, self.shown[first.sentence.start][0], strict=True) if first else ()
        return any(sign.venue for hit, sign in shown if hit.names[0].entity.country == land)

    def notice(self, stretch: Stretch) -> None:
        """Count the countries of a sentence: where things happen weighs more than whose people are named."""
        text, start, end = self.prepared.cleaned.text, stretch.sentence.start, stretch.sentence.end
        if start not in self.shown:
            self.shown[start] = [self.signs.shown(text, hit) for hit in stretch.hits], [*self.signs.paid(text, start, end)]
        shown, paid = self.shown[start]
        self._notice(stretch.hits, shown)
        for land in paid:
            self.memory.notice(land, NAMED)

    def _notice(self, hits: Sequence[Hit], shown: Sequence[Shown]) -> None:
        shared: list[Name] = []
        lead = LEAD if self.memory.sentence < LEADING else 1
        for hit, sign in zip(hits, shown, strict=True):
            entity = hit.names[0].entity
            if len({name.entity.country for name in hit.names}) > 1:
                continue  # what it means is for the rest of the report to say
            if entity.group and not entity.country:
                shared.append(hit.names[0])
            if sign.weight and entity.country:
                self.memory.meet(entity.country, guest=sign.guest, ground=sign.ground)
            if sign.private and entity.country:
                self._traveller(entity.country)
            elif sign.weight:
                self.memory.notice(entity.country, lead * sign.weight)
        for name in shared:
            self.memory.notice(country_of(name, self.memory), MEMBER)

    def _traveller(self, land: str) -> None:
        """Count a country once for its private people, who may be anywhere.

        However often a report tells of one Frenchman, it is not about France.
        """
        if land not in self.travelling:
            self.memory.notice(land, MEMBER, here=False)
            self.travelling.add(land)

    def keep(self, tree: Tree, mentions: Sequence[Mention], matches: Iterable[Match] = ()) -> None:
        """Close a sentence: its mentions, those named side by side in it and who dealt with whom can be referred to from now on."""
        together = joined(tree, mentions, len(tree))
        self.memory.pairs += [(together, self.memory.sentence)] if together else []
        self.memory.dealings += [d for m in matches if (d := _dealing(m, self.memory.sentence))]
        if thing_told(tree, mentions):
            self.memory.thing = self.memory.sentence
        if newcomer_told(tree, mentions):
            self.memory.newcomer = self.memory.sentence
        places = (m.referent.country for m in mentions if m.located and m.placelike and not m.venue)
        for land in {place for place in places if place} - self.memory.countries.keys():
            self.memory.notice(land, PLACED)  # "in eastern Congo": which one, only the sentence has shown
            self.memory.meet(land, guest=False, ground=True)
        self._settle(mentions)
        told = (m for m in mentions if not (tree.deps[m.head] == "compound" and _title(m, mentions)))
        self.memory.remember(sorted(told, key=attrgetter("head")))

    def weigh(self, fields: Fields, tree: Tree, playing: Mapping[str, int], acts: Set[int] = frozenset()) -> dict[str, int]:
        """What a sentence says for fields of life, with what the report told of them before and opened with.

        `playing` are more signs, `acts` the tokens that tell of acts.
        """
        phrases = fields.said(tree)
        own = fields.weigh(phrases, {tree.lower[i] for i in acts})
        own |= {name: own.get(name, 0) + weight for name, weight in playing.items()}
        own = {name: weight for name, weight in own.items() if weight > 0}
        weighed = {name: weight + LIKELY * (self.fields[name] >= SETTLED) for name, weight in own.items()}
        self.fields.update(own.keys())
        self.political = self.political or self.ruled or (fields.political(phrases, surely=True) and not self._opened(fields))
        if not self.ruled and not fields.political(phrases):
            weighed |= {name: weighed.get(name, 0) + ENOUGH for name in self._opened(fields)}
        elif not self.ruled:  # where wars are fought in the field, too, words of politics say nothing against it
            weighed |= {name: weighed[name] + ENOUGH for name in self._opened(fields) - fields.sober if name in weighed}
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

    def answering(self, sentence: Sentence) -> Referent | None:
        """Who answers in a sentence of an interview, as "we" and "I" refer to him, if the report says who that is."""
        interview = self.prepared.interview
        if interview.name is None or not interview.answered(sentence):
            return None
        return self.memory.known_as(self.prepared.cleaned.text[slice(*interview.name)])

    def places(self, sentence: Sentence) -> tuple[PlaceMention, ...]:
        """The places that it has named by the end of a sentence, in their order."""
        told = self.prepared.told(sentence)
        return tuple(sorted((*told, *self.unlisted), key=attrgetter("start"))) if self.unlisted else told

    def settle(self, field: str) -> None:
        """Take a field that a sentence told of for that of the report, as far as nothing in it is politics."""
        self.opened = (self.opened or frozenset()) | {field}

    def _opened(self, fields: Fields) -> frozenset[str]:
        """The fields that the report opens with."""
        if self.opened is None:
            text, sentences = self.prepared.cleaned.text, self.prepared.stretches[:FIRST]
            texts = [self.prepared.report.title or "", *(text[s.sentence.start : s.sentence.end] for s in sentences)]
            self.opened = fields.told_by(words_of(t) for t in texts)
            self.retells = any(fields.retold(words_of(t)) for t in texts)
        return self.opened

    def note(self, sentence: Sentence, events: Sequence[Event], reasons: tuple[str, ...]) -> None:
        """Keep why a sentence was coded or not."""
        start, end = self.prepared.cleaned.span(sentence.start, sentence.end)
        self.notes.append(SentenceNote(start, end, self.prepared.report.text[start:end], tuple(e.id for e in events), reasons))


def voiced(speaker: Speaker) -> Referent:
    """Who speaks since an earlier sentence, as "we" and "I" refer to them."""
    return Referent(speaker.name, "person", speaker.country, speaker.sectors, speaker.entity)


def _dealing(match: Match, sentence: int) -> Dealing | None:
    """The two of whom one does something to the other, where nobody else takes part."""
    told = [replace(r, also=()) for f in (*match.actors, *match.recipients) if f.referent for r in (f.referent, *f.referent.also)]
    sides = tuple({(r.country, r.sectors): r for r in told if r.known}.values())
    if len(sides) != PAIR or not match.actors or not match.recipients:
        return None
    return Dealing(sides, sentence, facing=match.pattern.joint or match.pattern.quad in HOSTILE)


def _title(mention: Mention, mentions: Iterable[Mention]) -> bool:
    """Whether words for a person are only the title before his name: "*President* Ana Paz"."""
    persons = (m for m in mentions if m is not mention and m.referent.kind == "person")
    return mention.referent.kind == "person" and any(m.first <= mention.head < m.head for m in persons)
