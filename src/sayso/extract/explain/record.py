"""From matches and judgements to events: offsets into the text as given, names, identifiers, contexts, confidence."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sayso.extract.explain.contexts import ContextFinder
from sayso.extract.identify.memory import Mention, Referent
from sayso.extract.identify.spelling import identifier
from sayso.extract.judge.quantities import Counted
from sayso.extract.judge.says import Manner, Voice, cited
from sayso.extract.judge.step import Judgement
from sayso.extract.match.filler import Filler
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.extract.places.finder import PlaceMention
from sayso.extract.text.clean import Cleaned
from sayso.extract.text.split import Sentence
from sayso.extract.text.surround import Fact
from sayso.extract.times import TimeMention
from sayso.lexicon import Lexicon
from sayso.model import Event, Party, Place, Quantity, Report, Span, Speaker, Version, When
from sayso.model.quad import FORCE

THINGS = ("NN", "NNS", "CD", "DT", "VBG")  # tags of words that name nobody
YEAR = 4  # figures of a year
VERBAL = ("VB", "VBD", "VBP", "VBZ", "MD")  # tags of words that the parser takes for a noun by mistake
QUALITIES = ("JJ", "RB")  # first letters of the tags of adjectives and adverbs
UNRATED = 0.0  # until all that an event is rated by is known
AHEAD = timedelta(days=7)  # how far after its report the day may lie that what occurred has to do with


@dataclass(frozen=True, slots=True)
class Passage:
    """What the events of one sentence have in common.

    `digest` and `reference` are those of its report; `voices` speak in the quotation that goes on in it, and cite whom its words name.
    """

    report: Report
    cleaned: Cleaned
    tree: Tree
    digest: str
    reference: dict[str, str | None]
    evidence: Span
    contexts: frozenset[str]
    voices: Sequence[Speaker]


class Recorder:
    """Writes events of one version of program and lexicon."""

    def __init__(self, lexicon: Lexicon, version: str) -> None:
        """Take the contexts' words and the version to stamp."""
        self._alpha2 = lexicon.alpha2
        self._version = Version(version, lexicon.digest)
        self._contexts, self._deeds = ContextFinder(lexicon), lexicon.nouns.keys() - lexicon.roles.keys()  # "the committee" is a body
        self._people = frozenset(lexicon.roles) | lexicon.noun_cue("quantity", "people_nouns")
        self._empty, self._pointing = lexicon.noun_cue("reference", "empty"), lexicon.cue("reference", "deed_pronouns")

    def passage(self, report: Report, digest: str, cleaned: Cleaned, sentence: Sentence, tree: Tree, voices: Sequence[Speaker]) -> Passage:
        """What the events of a sentence have in common; `digest` is that of the report."""
        contexts = self._contexts.find(cleaned.text[sentence.start : sentence.end])
        evidence = span(cleaned, sentence.start, sentence.end)
        return Passage(report, cleaned, tree, digest, report.reference(), evidence, contexts, voices)

    def event(self, passage: Passage, match: Match, judgement: Judgement) -> Event:
        """The event of a match."""
        cleaned, tree, pattern, trigger = passage.cleaned, passage.tree, match.pattern, _trigger(passage, match)
        said = tuple(speaker(cleaned, tree, v, _manner(tree, v, match)) for v in judgement.voices)
        return Event(
            id=identity(passage.digest, passage.evidence, trigger, pattern.type),
            report=passage.reference,
            type=pattern.type,
            mode=pattern.mode,
            contexts=tuple(sorted(passage.contexts.union(pattern.contexts))),
            cameo=pattern.cameo,
            quad=pattern.quad,
            score=pattern.score,
            trigger=trigger,
            evidence=passage.evidence,
            actors=_once(party(cleaned, tree, f, acts=True) for f in match.actors if not self._nobody(tree, f, match)),
            recipients=_once(party(cleaned, tree, f) for f in self._recipients(tree, match)),
            status=judgement.status,
            says=(*(v for v in passage.voices if all(v.text != s.text and v.name != s.name for s in said)), *said),
            time=_when(passage.report, cleaned, judgement),
            place=_place(cleaned, judgement.place),
            quantities=tuple(_quantity(cleaned, tree, c) for c in judgement.counted),
            pattern=pattern.id,
            confidence=UNRATED,
            version=self._version,
        )

    def _nobody(self, tree: Tree, filler: Filler, match: Match) -> bool:
        """Whether words that name nobody are a year, or for a deed, which does no deed but of force: "*an agreement* on sending ships"."""
        return _year(tree, filler) or (
            filler.referent is None
            and match.pattern.quad != FORCE
            and tree.tags[filler.head] in ("NN", "NNS")
            and (tree.lower[filler.head] in self._deeds)
        )

    def _recipients(self, tree: Tree, match: Match) -> list[Filler]:
        """Those to whom an act is done: no qualities, and beside somebody known no mere things ("gave *money* to Chad").

        What force is used on stays: "seized *the town* from rebels".
        """
        found = [f for f in match.recipients if f.referent or not (_quality(tree, f.head) or _year(tree, f))]
        known = any(f.identified for f in found)
        return [f for f in found if f.referent or not known or self._somebody(tree, f.head) or self._struck(tree, f.head, match)]

    def without_blanks(self, event: Event, passage: Passage, match: Match) -> Event:
        """The event without words among its sides that name neither anybody nor anything: "rejected *the idea*", "supports *this*"."""
        sides = [f for f in (*match.actors, *match.recipients) if f.referent is None and self._blank(passage.tree, f.head)]
        words = {(p.start, p.end) for p in (party(passage.cleaned, passage.tree, f) for f in sides)}
        kept = [[p for p in side if p.basis != "text" or (p.start, p.end) not in words] for side in (event.actors, event.recipients)]
        return replace(event, actors=tuple(kept[0]), recipients=tuple(kept[1])) if words else event

    def _blank(self, tree: Tree, head: int) -> bool:
        """Whether a word says only that there is something ("the *issue*"), points at it, or is no word at all."""
        word = tree.lower[head]
        if word in self._pointing or (word in self._empty and tree.words[head].islower() and not tree.kids(head, "compound")):
            return True
        verbal = tree.tags[head] in VERBAL and not tree.kids(head, "det", "nummod", "compound", "amod", "poss")
        return verbal or word[0] in "'’" or not any(c.isalnum() for c in word)

    def _somebody(self, tree: Tree, head: int) -> bool:
        """Whether a word that names nobody known is a name, or says that there is somebody."""
        word, owned = tree.words[head], any(tree.tags[p] == "PRP$" for p in tree.kids(head, "poss"))
        return word.lower() in self._people or owned or word[0].isupper() or tree.tags[head] not in THINGS

    def _struck(self, tree: Tree, head: int, match: Match) -> bool:
        """Whether a word for a thing, and for no deed or number of others, is the object of a deed of force."""
        thing = tree.noun(head) and tree.lower[head] not in self._deeds and not tree.has(head, ("of",), "prep")
        done_to = thing and tree.deps[head] in ("dobj", "nsubjpass")
        return match.pattern.quad == FORCE and done_to and tree.heads[head] in (match.token, match.top)

    def place(self, cleaned: Cleaned, place: PlaceMention) -> dict[str, Any]:
        """A place of a report as the JSON contract has it."""
        return {
            **_shown(span(cleaned, place.start, place.end)),
            "name": place.name,
            "country": place.country,
            "country_alpha2": self._alpha2.get(place.country or ""),
            "lat": place.lat,
            "lon": place.lon,
            "geonames_id": place.geonames_id,
            "admin1": place.admin1,
            "precision": place.precision,
            "radius_km": place.radius,
            "use": "adjective" if place.adjective else "name",
        }


def entity(cleaned: Cleaned, tree: Tree, mention: Mention) -> dict[str, Any]:
    """An entity of a report as the JSON contract has it; a seat of power in which something happens is the place."""
    r = mention.referent
    if mention.located and mention.basis == "metonym":
        words = _words(cleaned, tree, mention.first, mention.last)
        r, mention = replace(r, name=words.text, kind="place", sectors=()), replace(mention, basis="name")
    return {
        **_shown(_words(cleaned, tree, mention.first, mention.last)),
        "entity": _identity(r),
        "name": r.name,
        "country": r.country,
        "sectors": list(r.sectors),
        "kind": r.kind,
        "basis": mention.basis,
    }


def time(cleaned: Cleaned, mention: TimeMention) -> dict[str, Any]:
    """A time expression of a report as the JSON contract has it."""
    return {**_shown(span(cleaned, mention.start, mention.end)), "type": mention.type, "value": mention.value}


def fact(cleaned: Cleaned, told: Fact) -> dict[str, Any]:
    """What a dateline, byline, credit or copyright line tells, as the JSON contract has it."""
    return {"kind": told.kind, "name": told.name, **_shown(span(cleaned, told.start, told.end))}


def lands(cleaned: Cleaned, tree: Tree, mentions: Iterable[Mention]) -> dict[str, Party]:
    """The last mention of each country in a sentence, as a party, by ISO alpha-3."""
    named = (m for m in mentions if m.referent.kind == "country" and m.basis in ("name", "metonym"))
    last = {m.referent.country: Filler(m.first, m.last, m.head, m.referent, "context") for m in named}
    return {country: party(cleaned, tree, filler) for country, filler in last.items() if country}


def span(cleaned: Cleaned, start: int, end: int) -> Span:
    """The stretch of the text as given for characters of the cleaned one."""
    first, last = cleaned.span(start, end)
    return Span(first, last, cleaned.given[first:last])


def party(cleaned: Cleaned, tree: Tree, filler: Filler, *, acts: bool = False) -> Party:
    """Who fills a role, with the words of the text as given; of somebody unknown those words are the name.

    Whoever `acts` by a thing of his has his own name: missiles are fired by Russia.
    """
    words, r = _words(cleaned, tree, filler.first, filler.last), filler.referent
    if r is None:
        return Party(None, words.text, None, (), words.start, words.end, words.text, "text")
    who = r.owner if acts and r.owner else r
    return Party(_identity(who), who.name, r.country, r.sectors, words.start, words.end, words.text, filler.basis)


def phrase(cleaned: Cleaned, tree: Tree, filler: Filler) -> Party:
    """What stands in a role as its words alone, with the one right behind them: "attack *on Kyiv*"."""
    behind = (o for p in tree.kids(filler.head, "prep") if p == filler.last + 1 for o in tree.kids(p, "pobj"))
    return party(cleaned, tree, replace(filler, last=next(behind, filler.last), referent=None, basis="text"))


def speaker(cleaned: Cleaned, tree: Tree, voice: Voice, manner: Manner) -> Speaker:
    """A voice as a link of the chain on whose say-so an event rests."""
    words, r = _words(cleaned, tree, voice.filler.first, voice.filler.last), voice.filler.referent
    cue = tree.words[voice.cue]
    if r is None:
        return Speaker(words.text, None, None, (), words.start, words.end, words.text, cue, manner)
    name = r.name if r.kind != "thing" else words.text
    return Speaker(name, _identity(r), r.country, r.sectors, words.start, words.end, words.text, cue, manner)


def _quality(tree: Tree, head: int) -> bool:
    """Whether a word only says how something is, as in "stand *idle*" and "each *other*", but not in "*the* wounded"."""
    return tree.tags[head][:2] in QUALITIES and not tree.has(head, ("the",), "det")


def _identity(referent: Referent) -> str | None:
    """The identifier of a referent; of a person whom the text alone explains, one made from name and country."""
    if referent.entity or not referent.unlisted or referent.kind != "person":
        return referent.entity
    return identifier(referent.name, referent.country)


def _words(cleaned: Cleaned, tree: Tree, first: int, last: int) -> Span:
    return span(cleaned, tree.starts[first], tree.ends[last])


def _shown(words: Span) -> dict[str, Any]:
    return {"start": words.start, "end": words.end, "text": words.text}


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Parties without those who were found twice in the same words, be it once by name."""
    found = {(p.start, p.end, p.entity, p.country, p.sectors): p for p in parties}
    named = {(p.start, p.end, p.country, p.sectors) for p in found.values() if p.entity}
    return tuple(p for p in found.values() if p.entity or (p.start, p.end, p.country, p.sectors) not in named)


def _year(tree: Tree, filler: Filler) -> bool:
    """Whether words that name nobody are a year: "*2007* saw more raids"."""
    word = tree.words[filler.head]
    return filler.referent is None and tree.tags[filler.head] == "CD" and word.isdigit() and len(word) == YEAR


def _trigger(passage: Passage, match: Match) -> Span:
    """The words of a trigger, or its head alone where they stand far apart."""
    far = max(match.tokens) - min(match.tokens) > 2
    first, last = (match.token, match.token) if far else (min(match.tokens), max(match.tokens))
    return _words(passage.cleaned, passage.tree, first, last)


def _manner(tree: Tree, voice: Voice, match: Match) -> Manner:
    return "document" if voice.document else "quote" if cited(tree, match.token) else "paraphrase"


def _when(report: Report, cleaned: Cleaned, judgement: Judgement) -> When | None:
    """The days of an event; what is told as done and not dated is of the day of publication."""
    found = judgement.time
    if found is None:
        if report.published is None or judgement.status != "occurred":
            return None
        day = report.published.isoformat()
        return When(day, day, None, "published")
    return when(cleaned, found)


def when(cleaned: Cleaned, found: TimeMention) -> When:
    """The days of a time expression."""
    text = span(cleaned, found.start, found.end).text
    if found.first is None or found.last is None:
        return When(None, None, text, "unknown")
    return When(found.first.isoformat(), found.last.isoformat(), text, found.basis)


def dated(event: Event, cleaned: Cleaned, filed: TimeMention | None) -> Event:
    """The event under the day that its report itself says it was filed on, which is that of publication where none is given.

    What occurred and nothing else dates is of that day.
    """
    if filed is None or filed.first is None:
        return event
    day = filed.first.isoformat()
    event = event if event.report["published"] else replace(event, report={**event.report, "published": day})
    if event.time is not None or event.status != "occurred":
        return event
    return replace(event, time=When(day, day, span(cleaned, filed.start, filed.end).text, "published"))


def happened(event: Event) -> Event:
    """The event as of the day of publication where it occurred, and the day that it was given lies far after that: it is of something else.

    Within a week it is that for which something was called: "has summoned the council for Tuesday".
    """
    published, when = event.report["published"], event.time
    if event.status != "occurred" or not published or when is None or not when.start:
        return event
    if date.fromisoformat(when.start) - date.fromisoformat(published) <= AHEAD:
        return event
    return replace(event, time=When(published, published, None, "published"))


def of_earlier(event: Event) -> Event:
    """The event without the day of publication, where it is told as one of a time that is over."""
    return replace(event, time=When(None, None, None, "unknown")) if event.time and event.time.basis == "published" else event


def _place(cleaned: Cleaned, found: PlaceMention | None) -> Place | None:
    if found is None:
        return None
    text = span(cleaned, found.start, found.end).text
    lat, lon = (None, None) if found.precision == "country" else (found.lat, found.lon)
    return Place(found.name, text, found.country, found.admin1, lat, lon, found.geonames_id, found.precision)


def _quantity(cleaned: Cleaned, tree: Tree, counted: Counted) -> Quantity:
    return Quantity(counted.kind, counted.low, counted.high, counted.unit, _words(cleaned, tree, counted.first, counted.last).text)


def identity(digest: str, evidence: Span, trigger: Span, kind: str) -> str:
    """The identifier of an event of a type in a text of this SHA-256."""
    parts = f"{digest}|{evidence.start}|{evidence.end}|{trigger.start}|{trigger.end}|{kind}"
    return hashlib.sha256(parts.encode()).hexdigest()[:16]
