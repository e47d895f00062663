"""A report prepared: cleaned, split and scanned, with all that is known of its sentences before any is parsed."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import takewhile
from operator import attrgetter, or_

from sayso.extract.places.finder import PlaceFinder, PlaceMention
from sayso.extract.scan.cast import Cast, CastWords
from sayso.extract.scan.hits import Hit, Scanned, Scanner, words_of
from sayso.extract.text.clean import Cleaned, Words, clean
from sayso.extract.text.datelines import Dateline
from sayso.extract.text.filing import filed
from sayso.extract.text.interviews import NO_INTERVIEW, Asking, Interview, interview
from sayso.extract.text.split import Abbreviations, Layout, Sentence, split
from sayso.extract.text.surround import Fact, Surround
from sayso.extract.timeline import Laid, Timeline
from sayso.extract.times import TimeFinder, TimeMention
from sayso.extract.times.finder import BEFORE
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity, Name
from sayso.lexicon.gazetteer import Gazetteer
from sayso.model import Report

LANDS = ("country", "place")  # kinds of names of where something is
TOP = 5  # sentences in which a letterhead stands
UNSURE = ("file", "guessed")  # ways to find a day of publication that give way to what the text says of itself
_SIDE = re.compile(r", (?:second (?:from )?|far |top |bottom )?(?:left|right),")
_OPENS = re.compile(rf"(?:(?:{'|'.join(sorted(BEFORE))}) ?)*$", re.IGNORECASE)
_GOES_ON = re.compile(r" (?!and\b|or\b|to\b|in\b|at\b|on\b|of\b|night\b|morning\b|evening\b|afternoon\b|local\b)[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence with what lies in it: names, places, triggers with the patterns that they could start, and whether it is parsed.

    The patterns are bits, none where what the word needs is not there: see `openings`.
    """

    sentence: Sentence
    hits: tuple[Hit, ...]
    places: tuple[PlaceMention, ...]
    triggers: Mapping[str, int]
    kept: bool

    @property
    def started(self) -> list[str]:
        """The words that could start an event, as what they need is there."""
        return [word for word, patterns in self.triggers.items() if patterns]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report with what is known before anything is parsed.

    `homes` are its datelines, by where they stand, with their countries (ISO alpha-3; None where it is not known); `towns` the towns
    that open its items, likewise; `seat` is the country
    of its publisher; `title` its title with the names in it, where the text doesn't open with it. `published` is the day against which
    its times are read: that of the report, or the one that it is `filed` under itself. `interview` says who answers in it, if it is one.
    """

    report: Report
    cleaned: Cleaned
    stretches: tuple[Stretch, ...]
    timeline: Timeline
    places: tuple[PlaceMention, ...]
    homes: tuple[tuple[int, str | None], ...]
    towns: tuple[tuple[int, PlaceMention | None], ...]
    published: date | None
    filed: TimeMention | None
    facts: tuple[Fact, ...] = ()
    seat: str | None = None
    title: tuple[str, tuple[Hit, ...]] = ("", ())
    interview: Interview = NO_INTERVIEW

    @property
    def known(self) -> Report:
        """The report, published on the day that it is `filed` under itself where nothing surer tells."""
        day = self.filed.first if self.filed else None
        return replace(self.report, published=day, published_basis="dateline") if day else self.report

    @property
    def parted(self) -> bool:
        """Whether it has paragraphs of several sentences."""
        numbers = [s.sentence.paragraph for s in self.stretches]
        return 1 < len(set(numbers)) < len(numbers)

    @property
    def parts(self) -> dict[int, str | None]:
        """Where its parts begin, each with the country of its dateline: those of a round-up or a live blog; none of other reports."""
        return dict(self.homes) if len(self.homes) > 1 else {}

    @property
    def parsed_until(self) -> int:
        """How many sentences there are to the last one that is parsed."""
        return max((n for n, stretch in enumerate(self.stretches, start=1) if stretch.kept), default=0)

    def town(self, sentence: Sentence) -> PlaceMention | None:
        """The town that opens the item of a round-up or live blog in which a sentence stands."""
        return next((town for start, town in reversed(self.towns) if start <= sentence.start), None)

    def told(self, sentence: Sentence) -> tuple[PlaceMention, ...]:
        """The places named by the end of a sentence."""
        return self.places[: bisect_left(self.places, sentence.end, key=attrgetter("start"))]

    def to_parse(self) -> Iterator[tuple[int, str, list[tuple[int, int]] | None]]:
        """The sentences that are parsed: offset in the cleaned text, words, and in headlines the spans of names."""
        for stretch in self.stretches:
            if stretch.kept:
                names = [(h.start, h.end) for h in stretch.hits] if stretch.sentence.kind == "headline" else None
                parted = _parted(self.cleaned.text, stretch.sentence, self.timeline.opening(stretch.sentence))
                yield stretch.sentence.start, parted.replace("\n", " "), names


class Preparer:
    """Takes reports through the steps before the parse: clean, split and scan."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        """Build the look-ups of these steps."""
        self._scanner, self._times, self._places = Scanner(lexicon), TimeFinder(lexicon), PlaceFinder(lexicon, gazetteer)
        self._cast = CastWords.of(lexicon)
        self._surround, self._abbreviations = Surround.of(lexicon.cues["layout"]), Abbreviations.of(lexicon.cues["grammar"])
        whole, function, joining, prefixes = (
            lexicon.cue("layout", name) for name in ("whole_words", "function_words", "joining_words", "name_prefixes")
        )
        verbs, small = frozenset(lexicon.verbs), function | lexicon.cue("grammar", "linking")
        offices = frozenset(noun.rsplit(" ", 1)[-1] for noun in lexicon.roles)
        past = frozenset(form for form in lexicon.verbs if form.endswith("ed")) | lexicon.verb_cue("speech", "verbs")
        past |= lexicon.cue("layout", "fused_verbs")
        given = frozenset(text.split(" ", 1)[0] for text, named in lexicon.names.items() if " " in text and any(map(_person, named)))
        leading = lexicon.cue("layout", "leading_words")
        by_law = lexicon.cue("layout", "by_law")
        self._words = Words(whole, function, joining, prefixes, self._scanner.known, given, offices, leading, past, verbs, small, by_law)
        self._names, self._filed = lexicon.names, lexicon.cue("time", "filed")
        self._lands = {text.lower() for text, named in lexicon.names.items() if any(map(_land, named))}
        self._speech = lexicon.verb_cue("speech", "verbs")
        self._pronouns = lexicon.cue("grammar", "pronouns_person", "pronouns_thing", "pronouns_group")
        placing = lexicon.cue("grammar", "locative") | lexicon.cue("reference", "towards")
        self._interviews = Asking(tuple(lexicon.cues["layout"]["answers"]), function | self._lands | frozenset(lexicon.roles), placing)

    def prepare(self, report: Report, *, whole: bool = True) -> Prepared:
        """The report cleaned, split and scanned; unless it is wanted as a `whole`, places only where something is parsed."""
        cleaned = clean(report.text, self._words)
        layout, scanned = split(cleaned.text, self._surround, self._abbreviations, self._lands), self._scanner.scan(cleaned.text)
        words = [words_of(cleaned.text[s.start : s.end]) for s in layout.sentences]
        stretches = list(self._stretches(cleaned.text, layout, scanned, words))
        pointing = [self._pointing(w) for w in words]
        stretches = with_speakers(stretches, [not self._speech.isdisjoint(w) for w in words], pointing)
        if not whole and not any(stretch.kept for stretch in stretches):
            timeline = Timeline(self._times, cleaned.text, report.published, (), ())
            return Prepared(report, cleaned, tuple(stretches), timeline, (), (), (), report.published, None, layout.facts)
        seat = self._seat(report.publisher)
        places = tuple(self._places.find(cleaned.text, scanned.hits, seat))
        known = report.published and report.published_basis not in UNSURE
        day = None if known else filed(cleaned.text, layout, self._times, self._filed)
        if day:
            report = replace(report, published=None, published_basis=None)
        published = day.first if day else report.published
        laid, lines = Laid(places), {line: self._named_in(line, places) for line in (*layout.datelines, *layout.entries)}
        homes = tuple((line.start, next((p.country for p in lines[line]), None)) for line in layout.datelines)
        homes = homes or tuple((0, land) for land in self._letterhead(cleaned.text, layout))
        towns = tuple((line.start, next(filter(_town_like, lines[line]), None)) for line in layout.entries)
        lands = _told(scanned.hits)
        lying = tuple(_lying(s, laid.inside(s.sentence), lands) for s in stretches)
        timeline = Timeline(self._times, cleaned.text, published, layout.sentences, words)
        seat = seat or self._named_after(report.publisher)
        title = self._title(report.title or "", cleaned.text)
        asked = self._interview(cleaned.text, layout, scanned)
        return Prepared(report, cleaned, lying, timeline, places, homes, towns, published, day, layout.facts, seat, title, asked)

    def _pointing(self, words: Sequence[str]) -> bool:
        """Whether somebody speaks of whom words only say that he was told of: "*he* said", "*they* also confirmed", "said *she*"."""
        for n in (n for n, word in enumerate(words) if word in self._pronouns):
            if not self._speech.isdisjoint((*words[max(n - 1, 0) : n], *words[n + 1 : n + 3])):
                return True
        return False

    def _interview(self, text: str, layout: Layout, scanned: Scanned) -> Interview:
        """Who answers in an interview."""
        people = ((h.start, h.end) for h in scanned.hits if h.names[0].entity.kind == "person")
        return interview(text, layout.sentences, people, self._interviews)

    def _stretches(self, text: str, layout: Layout, scanned: Scanned, words: Sequence[Sequence[str]]) -> Iterator[Stretch]:
        """The sentences with their names and triggers, those kept that can hold an event."""
        cast = Cast(self._cast)
        for sentence, ordered in zip(layout.sentences, words, strict=True):
            found = tuple(scanned.inside(sentence.start, sentence.end))
            present = cast.enter(text[sentence.start : sentence.end], ordered, [hit.names for hit in found])
            read = sentence.kind in ("text", "headline")
            triggers = self._scanner.triggers(ordered, present.known) if read else {}
            patterns = reduce(or_, triggers.values(), 0)
            kept = present.identified if not patterns & self._scanner.political else present.anybody
            yield Stretch(sentence, found, (), triggers, kept and patterns > 0)

    def _seat(self, publisher: str | None) -> str | None:
        """The country of a publisher that the lexicon knows (ISO alpha-3)."""
        names = self._names.get(publisher or "", ())
        return next((n.entity.country for n in names if n.entity.kind == "organisation"), None)

    def _letterhead(self, text: str, layout: Layout) -> list[str]:
        """The country that lines in capitals name at the top of what its government puts out: "REPUBLIC OF GHANA"."""
        top = (text[s.start : s.end] for s in layout.sentences[:TOP] if s.kind == "headline")
        entities = (hit.names[0].entity for line in top if line.isupper() for hit in self._scanner.scan(line.title()).hits)
        return [e.country for e in entities if e.kind == "country" and e.country][:1]

    def _named_after(self, publisher: str | None) -> str | None:
        """The one country that the name of an unlisted publisher speaks of, or has its town in: "The Lima Courier"."""
        entities = (hit.names[0].entity for hit in self._scanner.scan(publisher or "").hits)
        lands = {e.country for e in entities if e.kind in ("country", "place") and e.country}
        return next(iter(lands)) if len(lands) == 1 else None

    def _title(self, title: str, text: str) -> tuple[str, tuple[Hit, ...]]:
        """A title with the names in it; nothing where the text opens with it."""
        return ("", ()) if text.startswith(title) else (title, self._scanner.scan(title).hits)

    def _named_in(self, line: Dateline, places: Sequence[PlaceMention]) -> list[PlaceMention]:
        """The places of a dateline, found in it or else by its words alone."""
        inside = [p for p in places if line.start <= p.start < line.end]
        if inside or not line.place:
            return inside
        words = "in " + line.place.title()
        return [replace(p, start=line.start, end=line.end) for p in self._places.find(words, self._scanner.scan(words).hits)]


def with_speakers(stretches: Sequence[Stretch], speaking: Sequence[bool], pointing: Sequence[bool]) -> list[Stretch]:
    """The stretches, those kept as well that may name who speaks elsewhere although they tell of nothing themselves.

    They are the sentence before a quotation that is parsed, the next one of it with a verb of speech, and the sentence before one in
    which a pronoun speaks; `speaking` says which have such a verb, `pointing` which have such a pronoun.
    """
    quoting, named = [s.sentence.within for s in stretches], set[int]()
    for i, stretch in enumerate(stretches):
        if stretch.kept and quoting[i]:
            later = list(takewhile(lambda j: quoting[j], range(i + 1, len(stretches))))
            named |= {i - 1, next((j for j in later if speaking[j]), i)}
    for i in range(len(stretches) - 1, 0, -1):
        if pointing[i] and (stretches[i].kept or i in named):
            named |= {i - 1}
    return [replace(s, kept=True) if i in named and speaking[i] and not s.kept else s for i, s in enumerate(stretches)]


def _told(hits: Iterable[Hit]) -> frozenset[str | None]:
    """The countries that a text names, or of which it names people in full (ISO alpha-3)."""
    names = (hit.names[0] for hit in hits)
    return frozenset(n.entity.country for n in names if n.entity.kind == "country" or (n.entity.kind == "person" and n.use == "name"))


def _lying(stretch: Stretch, places: tuple[PlaceMention, ...], lands: Set[str | None]) -> Stretch:
    """A stretch with its places.

    Towns that no list names are names in it, where it is settled which country they are in, and so are the namesakes of countries
    and capitals ("Lebanon, Tennessee") and of people from elsewhere than any of the `lands` that the text tells of.
    """
    if not places:
        return stretch
    towns = [p for p in places if p.country and p.settled and not p.adjective]
    if not towns:
        return replace(stretch, places=places)
    listed = {hit.start: hit for hit in stretch.hits}
    namesakes = ((p, listed[p.start]) for p in towns if p.start in listed)
    elsewhere = {p.start: Hit(p.start, hit.end, (_town(p),)) for p, hit in namesakes if _namesake(p, hit) or _surname(p, hit, lands)}
    within_others = {hit.start for hit in stretch.hits for p in towns if _part(hit, p)}
    new = [
        Hit(p.start, p.end, (_town(p),))
        for p in towns
        if not any(h.start < p.end and p.start < h.end and h.start not in within_others for h in stretch.hits)
    ]
    if new or elsewhere:
        kept = (elsewhere.get(hit.start, hit) for hit in stretch.hits if hit.start not in within_others)
        return replace(stretch, hits=tuple(sorted((*kept, *new), key=attrgetter("start"))), places=places)
    return replace(stretch, places=places)


def _namesake(place: PlaceMention, hit: Hit) -> bool:
    """Whether a place bears the name of a country or capital and lies in another country than all owners of the name."""
    lands = (name.use in ("name", "capital") and name.entity.kind == "country" for name in hit.names)
    return all(lands) and place.country not in {name.entity.country for name in hit.names} and hit.end <= place.end


def _surname(place: PlaceMention, hit: Hit, lands: Set[str | None]) -> bool:
    """Whether a place in a land that the text tells of bears the surname of somebody of none of them: "rebels shelled *Masisi*"."""
    strangers = all(name.use == "short" and name.entity.country not in lands for name in hit.names)
    return strangers and place.country in lands and hit.end <= place.end


def _part(hit: Hit, place: PlaceMention) -> bool:
    """Whether the name of a country or region is only a part of a town's in another country: "Cerro Colorado"."""
    inside = place.start <= hit.start and hit.end <= place.end and place.end - place.start > hit.end - hit.start
    return inside and all(n.entity.kind in LANDS and n.entity.country != place.country for n in hit.names)


def _town(place: PlaceMention) -> Name:
    return Name(place.name, Entity(None, place.name, "place", place.country), "city")


def _town_like(place: PlaceMention) -> bool:
    return place.precision in ("city", "site") and not place.adjective


def _person(name: Name) -> bool:
    return name.entity.kind == "person"


def _land(name: Name) -> bool:
    return name.entity.kind in ("country", "place") and name.use in ("name", "capital", "city")


def _parted(text: str, sentence: Sentence, opening: TimeMention | None) -> str:
    """A sentence with a comma in the place of the blank after a date that opens it.

    The small model takes "On Tuesday crowds" for one noun phrase; no length changes. A figure and the word after a comma would
    be one token ("2017,the").
    """
    start, end = sentence.start, sentence.end
    if "left," in text[start:end] or "right," in text[start:end]:  # "X, left, and Y" in a caption
        text = text[:start] + _SIDE.sub(lambda m: "," + " " * (len(m.group()) - 1), text[start:end]) + text[end:]
    figure = opening is not None and text[opening.end - 1].isdigit()
    if opening and not figure and _OPENS.match(text, start, opening.start) and _GOES_ON.match(text, opening.end):
        return text[start : opening.end] + "," + text[opening.end + 1 : end]
    return text[start:end]
