"""The eight steps composed: clean, split, scan, parse, identify, match, judge, explain."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.extract.explain import record
from sayso.extract.explain.confidence import Certainty, Rating
from sayso.extract.explain.implied import Gap, addressed, blamed, elsewhere, implied, reacting, resumed, suffering
from sayso.extract.explain.implied_words import ImpliedWords
from sayso.extract.explain.office import Offices
from sayso.extract.explain.record import Recorder
from sayso.extract.explain.scene import SceneWords, in_history, in_tale, in_topic, narrated, on_scene
from sayso.extract.explain.step import explain
from sayso.extract.explain.tale import TaleWords, topic
from sayso.extract.identify.knowledge import Knowledge
from sayso.extract.identify.memory import Referent
from sayso.extract.identify.skim import skim
from sayso.extract.identify.step import Sentence, identify
from sayso.extract.judge import quotations
from sayso.extract.judge.above import told_as_past
from sayso.extract.judge.background import background
from sayso.extract.judge.dating import perfect
from sayso.extract.judge.earlier import of_earlier
from sayso.extract.judge.naming import Naming
from sayso.extract.judge.orders import Orders
from sayso.extract.judge.quantities import numbers
from sayso.extract.judge.refusals import Refusals
from sayso.extract.judge.says import Voice
from sayso.extract.judge.step import Judged, Judgement, Judges, Told, judge
from sayso.extract.judge.threats import Threats
from sayso.extract.match.matches import Match
from sayso.extract.match.roles import Parties
from sayso.extract.match.step import match
from sayso.extract.match.triggers import Matcher, Matching
from sayso.extract.parse.headlines import Headlines
from sayso.extract.parse.mending import Mender
from sayso.extract.parse.step import Parser, parse
from sayso.extract.parse.tree import PAST, PRESENT, Tree
from sayso.extract.politics.fields import FAINT, LIKELY, Field, Fields
from sayso.extract.politics.standing import Standing
from sayso.extract.prepare import Preparer, Stretch
from sayso.extract.reading import Reading, voiced
from sayso.extract.windows import batches, joined, moved
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity
from sayso.lexicon.gazetteer import Gazetteer
from sayso.model import AnnotatedReport, Event, Party, Report, Speaker
from sayso.model.quad import SPOKEN

TOGETHER = 256  # reports whose sentences are parsed in one batch: many, as the parser takes less time a word for many sentences
LARGE = 128_000  # characters of reports after which a batch is full
ASKED = "?"  # by what somebody who answers in an interview is known to speak
AROUND = 3  # sentences back within which a place says where those act who act next

HISTORY = "history"  # the field of times of which nobody alive can tell
HAVING = ("has", "have")
RETOLD = "the work tells of it with which the report opens"

BARE: dict[str, int] = {"context": FAINT, "descriptor": LIKELY}  # how much a word says at least by which alone somebody is known of a field


class Pipeline:
    """Codes reports with one lexicon and one parser."""

    def __init__(self, lexicon: Lexicon, parser: Parser, version: str, certainty: Rating | None = None) -> None:
        """Build every step's look-ups; nothing is parsed yet. Events are rated by the lexicon's `certainty` unless another is given."""
        gazetteer = Gazetteer()
        self._parser, self._preparer = parser, Preparer(lexicon, gazetteer)
        self._knowledge, self._matcher, self._judges = Knowledge.of(lexicon), Matcher.of(lexicon), Judges.of(lexicon, gazetteer)
        self._recorder, self._implied, self._fields = Recorder(lexicon, version), ImpliedWords.of(lexicon), Fields.of(lexicon)
        self._standing = Standing.of(lexicon, self._fields)
        self._orders, self._refusals, self._threats = Orders.of(lexicon), Refusals.of(lexicon), Threats.of(lexicon)
        self._scene, self._tale, self._offices = SceneWords.of(lexicon), TaleWords.of(lexicon), Offices(lexicon)
        self._certainty, self._mender = certainty or Certainty.of(lexicon), Mender.of(lexicon)
        self._headlines = Headlines.of(lexicon)

    def annotate(self, reports: Iterable[Report], *, whole: bool = True) -> Iterator[AnnotatedReport]:
        """Code reports, in the order given; parsing runs over a few reports at once.

        Very long texts are read window by window, each of which remembers what the one before told.
        Unless they are wanted as a `whole`, reports hold nothing but their events: finding times and places, and telling why sentences
        were not coded, takes longer than all the rest.
        """
        parts: list[AnnotatedReport] = []
        before: Reading | None = None
        digest = ""
        for batch in batches(reports, TOGETHER, LARGE):
            known = self._knowledge
            prepared = (self._preparer.prepare(w.part, whole=whole) for w in batch)
            readings = [Reading.of(each, known.signs, whole=whole, last=w.last) for w, each in zip(batch, prepared, strict=True)]
            sentences = (s for reading in readings for s in reading.prepared.to_parse())
            trees = map(self._mender.mended, parse(self._parser, sentences, self._headlines))
            for window, reading in zip(batch, readings, strict=True):
                if window.at and before:
                    reading.follow(before)
                before, found = reading, self._code(reading, trees)
                if window.alone:
                    yield found
                    continue
                digest = digest if window.at else window.whole.digest
                parts.append(moved(found, window.at, digest))
                if window.last:
                    yield joined(window.whole, parts)
                    parts = []

    def _code(self, reading: Reading, trees: Iterator[Tree]) -> AnnotatedReport:
        reading.open(self._knowledge.issuing)
        for stretch in reading.stretches:
            tree = next(trees) if stretch.kept else None
            reading.turn(stretch)
            reading.notice(stretch)
            reading.quotation.enter(stretch.sentence)
            if stretch.sentence.within:
                reading.memory.speak_on()
            if tree is None:
                if reading.whole:
                    reading.note(stretch.sentence, (), explain(stretch.sentence, triggers=stretch.started))
                hits, names = stretch.hits, self._knowledge.names
                reading.memory.remember(skim(reading.prepared.cleaned.text, stretch.sentence, hits, reading.memory, names))
            else:
                found = self._events(reading, stretch, tree)
                reading.events += found
                reading.ruled = reading.ruled or any(map(self._standing.power.opens, found))
        prepared, cleaned = reading.prepared, reading.prepared.cleaned
        if not reading.whole:
            return AnnotatedReport(prepared.known, events=tuple(reading.events))
        return AnnotatedReport(
            prepared.known,
            entities=tuple(record.entity(cleaned, tree, m) for m, tree in reading.mentions),
            places=tuple(self._recorder.place(cleaned, p) for p in prepared.places),
            times=tuple(record.time(cleaned, t) for t in prepared.timeline.times if t.value),
            events=tuple(reading.events),
            sentences=tuple(reading.notes),
            layout=tuple(record.fact(cleaned, f) for f in prepared.facts),
        )

    def _events(self, reading: Reading, stretch: Stretch, tree: Tree) -> list[Event]:
        """The events of a parsed sentence; what it adds to the reading besides is kept there."""
        memory, sentence = reading.memory, stretch.sentence
        speaker = reading.quotation.speaker if sentence.quoted else None
        memory.voice = voiced(speaker) if speaker else reading.answering(sentence)
        identified = identify(tree, stretch.hits, memory, self._knowledge)
        matches, matching = match(self._matcher, identified, stretch.triggers)
        real, dropped = self._told(reading, identified, matches)
        real = [matching.done(m) for m in real]
        told = self._around(reading, stretch, matching.parties) if real else None
        judged, idle = self._judged(matching, real, told) if told else ([], [])
        reading.unlisted += {j.place: None for _, j in judged if j.place and not (j.place.country or j.place in reading.unlisted)}
        named = quotations.named_voice(matching.parties, self._judges.speech, sentence)
        voices = self._voices(reading, stretch, tree, named)
        memory.spoke(quotations.speakers(tree, judged, named))
        events = self._written(reading, stretch, matching, judged, voices, dated=bool(told.times)) if told and judged else []
        if sentence.within:
            reading.quotation.named(reading.events)
            reading.quotation.wait(len(reading.events) + n for n, event in enumerate(events) if not event.says)
        if reading.whole:
            reading.note(sentence, events, explain(sentence, events, tree, stretch.started, matching.missed, [*dropped, *idle]))
        if not (reading.ends and stretch is reading.stretches[-1]):
            self._close(reading, identified, [m for m, _ in judged], told_of=bool(matches))
        return events

    def _judged(self, matching: Matching, real: Sequence[Match], told: Told) -> tuple[list[Judged], list[str]]:
        """The events as they are judged, and of each other match the reason why it is none."""
        tree, parties = matching.tree, matching.parties
        found = self._orders.read(tree, [(m, judge(tree, m, parties, told, self._judges)) for m in real], parties)
        found = self._threats.read(tree, self._refusals.read(tree, found))
        judged = _earnest(tree, [(m, judgement) for m, judgement in found if not background(tree, m, judgement, self._implied.pointers)])
        kept, tokens = [m for m, _ in judged], {m.token for m, _ in found}
        idle = [_dropped(tree, m, "it only leads to another act") for m in real if m.token not in tokens]
        return judged, idle + [_dropped(tree, m, "it only names what is known") for m, _ in found if m not in kept]

    def _written(
        self, reading: Reading, stretch: Stretch, matching: Matching, judged: Sequence[Judged], voices: Sequence[Speaker], *, dated: bool
    ) -> list[Event]:
        """The events of a sentence with all that the text before it tells of them; `dated`: it names days."""
        prepared, tree = reading.prepared, matching.tree
        kept = [m for m, _ in judged]
        told = reading.told_here()
        before = len(told)
        passage = self._recorder.passage(prepared.report, reading.digest, prepared.cleaned, stretch.sentence, tree, voices)
        for m, judgement in judged:
            event = self._recorder.event(passage, m, judgement)
            event = replace(event, says=_answered(reading, stretch, event.says))
            event = self._completed(reading, record.dated(event, prepared.cleaned, prepared.filed), m, matching, kept, told)
            event = self._recorder.without_blanks(event, passage, m)
            event = record.happened(self._placed_in_time(reading, stretch, event, m, tree, told, dated=dated))
            event = self._offices.then(record.of_earlier(event) if of_earlier(tree, m, self._judges.earlier) else event)
            told.append(replace(event, confidence=self._certainty.rate(event, m)))
        return told[before:]

    def _close(self, reading: Reading, identified: Sentence, kept: Sequence[Match], *, told_of: bool) -> None:
        """Keep what a sentence names and tells for those after it; `told_of`: there is a match, be it `kept` or not."""
        tree, cleaned = identified.tree, reading.prepared.cleaned
        unlisted = any(tag == "NNP" and i not in identified.named for i, tag in enumerate(tree.tags))
        mentions = identified.read(names_only=not told_of and not unlisted)
        reading.latest |= record.lands(cleaned, tree, mentions)
        reading.mentions += [(m, tree) for m in mentions if m.referent.kind != "thing"]
        reading.keep(tree, mentions, kept)

    def _placed_in_time(
        self, reading: Reading, stretch: Stretch, event: Event, match: Match, tree: Tree, before: Sequence[Event], *, dated: bool
    ) -> Event:
        """The event with the day and place of what was told before it, where it goes on with that; `dated`: its sentence names days."""
        places = {p.name for p in stretch.places if not p.adjective}
        timed, tag = dated or perfect(tree, match.top), tree.tags[match.top]
        event = on_scene(event, before, self._scene, places=places, timed=timed)
        if not timed and tag in PAST:
            event = in_tale(event, before, reading.prepared.report.text, self._scene)
        if narrated(tree, match.top):
            event = self._in_history(reading, event, tree.starts[0], tree.starts[match.token])
        says = tree.lower[match.top] in self._judges.dates.speech and not tree.kids(match.top, "dobj")
        return self._on_topic(reading, stretch, event, past=told_as_past(tree, match.top) and not says)

    def _on_topic(self, reading: Reading, stretch: Stretch, event: Event, *, past: bool) -> Event:
        """The event with the time under which the sentence before it stands, be it of long ago; `past`: it tells of what is past."""
        prepared = reading.prepared
        before = prepared.timeline.told_before(stretch.sentence)
        if before is None or prepared.published is None or prepared.timeline.history:
            return event
        told = topic(prepared.cleaned.text, *before, prepared.published, self._tale, past=past)
        return in_topic(event, record.when(prepared.cleaned, told), self._scene) if told else event

    def _in_history(self, reading: Reading, event: Event, start: int, at: int) -> Event:
        """The event with the time that a history has come to, where its sentence starts or where it stands (`at`)."""
        timeline = reading.prepared.timeline
        if not timeline.history or event.says:
            return event
        told = timeline.told(at)
        when = record.when(reading.prepared.cleaned, told) if told else None
        return in_history(event, when, here=bool(told and told.start >= start))

    def _around(self, reading: Reading, stretch: Stretch, parties: Parties) -> Told:
        """What may date, place and number the events of a sentence."""
        prepared, sentence = reading.prepared, stretch.sentence
        return Told(
            prepared.timeline.inside(sentence),
            Naming(parties, reading.places(sentence), self._judges.where),
            numbers(parties.tree, self._judges.quantities),
            prepared.published,
            prepared.town(sentence),
        )

    def _told(self, reading: Reading, identified: Sentence, matches: Sequence[Match]) -> tuple[list[Match], list[str]]:
        """The matches that are events, and of each other one the reason why it is none."""
        tree, fields, before = identified.tree, self._fields, reading.political or reading.ruled
        weights = reading.weigh(fields, tree, fields.playing(tree, identified.named), {t for m in matches for t in m.tokens})
        there = list(fields.present(tree, identified.named, matches))
        field = self._field(tree, weights, there, matches) if weights else None
        if field and not reading.ruled:
            reading.settle(field.name)
        if not matches:
            return [], []
        private = not before and not any(map(self._standing.power.stands, there))
        field = field or (fields.faintly(tree, matches, there) if private else None)
        again = "the report told it before in the same words" if reading.heard(tree.written(0, len(tree) - 1)) else ""
        reasons = [
            again or self._unpolitical(tree, m, field, there, told=before) or (RETOLD if reading.retells and _present(tree, m.top) else "")
            for m in matches
        ]
        if not reading.ruled and any(self._standing.long_ago(m, tree) for m in matches):
            reading.settle(HISTORY)
        dropped = [_dropped(tree, m, why) for m, why in zip(matches, reasons, strict=True) if why]
        return [m for m, why in zip(matches, reasons, strict=True) if not why], dropped

    def _field(self, tree: Tree, weights: Mapping[str, int], there: Sequence[Entity | Referent], matches: Sequence[Match]) -> Field | None:
        """The field of life that a sentence tells of instead of politics, where it does."""
        fillers = [f for m in matches for f in (*m.actors, *m.recipients) if f.referent and f.basis in BARE]
        bare = ((f.referent, tree.lower[f.head], BARE[f.basis]) for f in fillers if f.referent)
        acting = [f.referent for m in matches for f in m.actors if f.referent]
        return self._fields.telling(weights, there, acting, bare, calm=all(m.pattern.quad in SPOKEN for m in matches))

    def _unpolitical(self, tree: Tree, match: Match, field: Field | None, there: Sequence[Entity | Referent], *, told: bool) -> str:
        """Why a match is no event; empty where it is one."""
        if not match.grounded:
            return "nobody in it is identified"
        if field and match.pattern.type not in field.keeps:
            return f"its sentence tells of another field, {field.name}"
        if self._fields.of_a_work(tree, match):
            return "a work of fiction tells of it"
        return self._standing.private_matter(match, tree, there, told=told)

    def _voices(self, reading: Reading, stretch: Stretch, tree: Tree, voice: Voice | None) -> tuple[Speaker, ...]:
        """Who speaks in a sentence that names no speaker, because the quotation it stands in goes on."""
        cleaned = reading.prepared.cleaned
        own = record.speaker(cleaned, tree, voice, "quote") if voice else None
        return reading.quotation.voices(own, inside=stretch.sentence.within)

    def _completed(
        self, reading: Reading, event: Event, match: Match, matching: Matching, kept: Sequence[Match], told: Sequence[Event]
    ) -> Event:
        """The event with the recipient that its passage leaves to the reader, where its pattern looks for one."""
        if any(f.referent and f.referent.kind == "place" for f in match.actors):
            return event  # where it happened is not who did it
        tree, parties = matching.tree, matching.parties
        suffered = suffering(tree, match, kept, self._implied)
        known = {f.head for f in match.recipients if f.identified}
        if suffered and known and known <= suffered.within:
            cleaned = reading.prepared.cleaned
            latest = reading.latest | record.lands(cleaned, tree, parties.sentence.read(names_only=True))
            deed = record.phrase(cleaned, tree, parties.fill([suffered.deed])[0])
            return blamed(event, suffered, told, deed, latest, self._implied)
        if not match.pattern.recipient or any(p.identified for p in event.recipients):
            return event
        doers = [p for p in event.actors if p.identified and not p.start <= event.trigger.start < p.end]  # "the Ukraine war" is no doer
        if not doers:
            return event
        theatre = _of_the_theatre(reading, match, doers)
        settled = theatre is not None and reading.memory.settled(theatre.country, {p.country for p in doers})
        done_to = settled and not elsewhere(tree, match, self._implied)
        words = self._implied
        gap = Gap(
            event,
            reacting(tree, match, words),
            addressed(tree, match, self._standing.will.people, words.told),
            theatre,
            done_to=done_to,
            resumed=resumed(tree, match, words),
            home=reading.memory.theatre(),
        )
        return implied(gap, told, words)


def _answered(reading: Reading, stretch: Stretch, said: tuple[Speaker, ...]) -> tuple[Speaker, ...]:
    """The chain on which an event rests, with whoever answers in an interview before it."""
    interview = reading.prepared.interview
    if interview.name is None or not interview.answered(stretch.sentence):
        return said
    words = record.span(reading.prepared.cleaned, *interview.name)
    if any(s.name == words.text for s in said):
        return said
    who = reading.answering(stretch.sentence)
    known = (who.entity, who.country, who.sectors) if who else (None, None, ())
    return (Speaker(words.text, *known, words.start, words.end, words.text, ASKED, "quote"), *said)


def _of_the_theatre(reading: Reading, match: Match, doers: Sequence[Party]) -> Party | None:
    """The country that the report is about, where an act may be done to it.

    A meeting of nobody known with nobody told is with anybody; who acts where the report last placed something acts at home.
    """
    land = reading.memory.theatre()
    if (match.pattern.joint and match.part == "noun") or not land:
        return None
    memory = reading.memory
    near = ((m, n) for m, n in reversed(memory.recent) if memory.sentence - n <= AROUND and m.located and m.placelike)
    placed = next((m.referent.country for m, _ in near if m.referent.country), None)
    return None if placed and placed != land and placed in {p.country for p in doers} else reading.latest.get(land)


def _present(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in the present tense, as plots do: "seizes a bridge", "is taken hostage"."""
    return any(tree.tags[v] in PRESENT and tree.lower[v] not in HAVING for v in (verb, *tree.kids(verb, "aux", "auxpass")))


def _earnest(tree: Tree, judged: Sequence[Judged]) -> list[Judged]:
    """The matches but for those in which nobody does anything, and acts towards those who only tell of others."""
    speaking = {(v.cue, v.filler.head) for _, j in judged for v in j.voices}
    heard = ((_only_heard(m, speaking), m, j) for m, j in judged)
    return [(m, j) for told, m, j in heard if not (told or _undone_by_nobody(tree, m, j))]


def _only_heard(match: Match, speaking: Container[tuple[int, int]]) -> bool:
    """Whether an act is done to who speaks by its verb, and not by others who do: "Chad and Togo accused *one another* of lying"."""
    to, by = (any((match.token, f.head) in speaking for f in side) for side in (match.recipients, match.actors))
    return to and not by


def _undone_by_nobody(tree: Tree, match: Match, judgement: Judgement) -> bool:
    """Whether nothing happened, and none is spoken of but whom "no" rules out: "no ambassador was recalled"."""
    parties = (*match.actors, *match.recipients)
    if judgement.status != "denied" or match.part == "noun" or any(f.identified for f in parties):
        return False
    heads = {f.head for f in parties} or set(tree.kids(match.top, "nsubj", "nsubjpass", "dobj"))
    return bool(heads) and all(tree.has(h, ("no",), "det") for h in heads)


def _dropped(tree: Tree, match: Match, why: str) -> str:
    return f"{match.pattern.id} at “{tree.words[match.token]}” dropped: {why}"
