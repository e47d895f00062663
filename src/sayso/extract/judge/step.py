"""Step 7, judge: status, attribution, time, place and numbers of a match, by scope on the same parse."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.extract.judge.above import LONG_AGO, above, told_as_past
from sayso.extract.judge.date_words import DateWords
from sayso.extract.judge.dating import dating, perfect
from sayso.extract.judge.earlier import EarlierWords, vaguely
from sayso.extract.judge.lasting import until_now
from sayso.extract.judge.locating import locating
from sayso.extract.judge.naming import Naming
from sayso.extract.judge.numerals import Numeral
from sayso.extract.judge.quantities import Counted, QuantityWords, quantities
from sayso.extract.judge.says import Voice, says
from sayso.extract.judge.speech_words import SpeechWords
from sayso.extract.judge.status import status
from sayso.extract.judge.status_words import StatusWords
from sayso.extract.judge.whereabouts import Whereabouts
from sayso.extract.match.matches import Match
from sayso.extract.match.roles import Parties
from sayso.extract.parse.tree import PAST, PRESENT, Tree
from sayso.extract.places.finder import PlaceMention
from sayso.extract.times import TimeMention, bygone
from sayso.lexicon import Lexicon
from sayso.lexicon.gazetteer import Gazetteer
from sayso.model.event import Status

OPENING = 24  # characters of a sentence before a date that opens it
HEADING = (":", "–", "—", "-")  # what a day that heads an entry is followed by


@dataclass(frozen=True, slots=True)
class Judges:
    """The word lists of all judgements."""

    status: StatusWords
    speech: SpeechWords
    dates: DateWords
    earlier: EarlierWords
    quantities: QuantityWords
    where: Whereabouts

    @classmethod
    def of(cls, lexicon: Lexicon, gazetteer: Gazetteer) -> "Judges":
        """Take them from a lexicon and a gazetteer."""
        return cls(
            StatusWords.of(lexicon),
            SpeechWords.of(lexicon),
            DateWords.of(lexicon),
            EarlierWords.of(lexicon),
            QuantityWords(lexicon),
            Whereabouts.of(lexicon, gazetteer),
        )


@dataclass(frozen=True, slots=True)
class Judgement:
    """All that is judged of one match: `voices` outermost first, None for a time or place that the sentence does not give."""

    status: Status
    voices: tuple[Voice, ...]
    time: TimeMention | None
    place: PlaceMention | None
    counted: tuple[Counted, ...]


Judged = tuple[Match, Judgement]


@dataclass(frozen=True, slots=True)
class Told:
    """What could belong to any event of a sentence: times and numbers in it, places told by its end; `day` of publication.

    `town` opens the item that it stands in.
    """

    times: Sequence[TimeMention]
    places: Naming
    numbers: Sequence[Numeral]
    day: date | None = None
    town: PlaceMention | None = None

    def until_now(self, *, past: bool) -> list[TimeMention]:
        """The times that what has occurred may have: none after the day of publication; `past`: it is told as past."""
        times = [bygone(t) if past and self.ahead(t) else t for t in self.times]
        return [t for t in times if not self.ahead(t)]

    def opening(self, tree: Tree, top: int) -> TimeMention | None:
        """The date of long ago with which a sentence opens: all that it tells as past happened then."""
        found = next((t for t in self.times if t.opens and t.last and t.start - tree.starts[0] <= OPENING), None)
        if found is None or not (found.last and self.day and (self.day - found.last).days > LONG_AGO):
            return None
        told = tree.noun(top) or (tree.tags[top] in PAST and not perfect(tree, top))
        verb = next((tree.starts[v] for v in range(len(tree)) if tree.verb(v)), 0)
        return found if told and found.start < verb else None

    @staticmethod
    def heading(tree: Tree, times: Sequence[TimeMention]) -> TimeMention | None:
        """The day that a sentence stands under in a chronology: all that it tells of, in whichever tense, happened then: "*May 3:* ..."."""
        first = next((t for t in times if t.first and t.start == tree.starts[0]), None)
        after = bisect_left(tree.starts, first.end) if first else len(tree)
        return first if tree.lower[after : after + 1] and tree.lower[after] in HEADING else None

    def ahead(self, time: TimeMention) -> bool:
        """Whether a time begins after the day of publication."""
        return time.first is not None and self.day is not None and time.first > self.day


def _to_come(tree: Tree, match: Match) -> bool:
    """Whether what may happen lies ahead: "could strike on Monday", not "may have struck"."""
    verb = next((v for v in (match.top, *tree.up(match.top)) if tree.verb(v)), match.top)
    auxiliaries = tree.kids(verb, "aux")
    return tree.tags[verb] == "VB" and any(tree.tags[a] == "MD" for a in auxiliaries) and all(tree.lower[a] != "have" for a in auxiliaries)


def _arranged(tree: Tree, match: Match, told: Told, words: DateWords) -> bool:
    """Whether what is told in the present lies ahead by its own day: "*meets* him in Lima *tomorrow*"."""
    if tree.tags[match.top] not in PRESENT or tree.kids(match.top, "aux", "auxpass"):
        return False
    ahead = [t for t in told.times if told.ahead(t)]
    return bool(ahead) and dating(tree, match, told.times, words, ahead=False) in ahead


def judge(tree: Tree, match: Match, parties: Parties, told: Told, judges: Judges) -> Judgement:
    """Judge one match, by what its sentence and those before it tell."""
    voices = tuple(says(tree, match, parties, judges.speech))
    said = status(tree, match, judges.status, cited=bool(voices))
    if said == "occurred" and _arranged(tree, match, told, judges.dates):
        said = "planned"
    times = told.until_now(past=tree.tags[match.top] in PAST) if said == "occurred" else told.times
    ahead = said == "planned" or (said == "possible" and _to_come(tree, match))
    time = until_now(tree, match.top, dating(tree, match, times, judges.dates, ahead=ahead, day=told.day), told.day)
    if time is None and said == "occurred":
        time = told.heading(tree, times) or told.opening(tree, match.top)
        time = time or (above(tree, match, times, judges.dates, told.day) if told_as_past(tree, match.top) else None)
        time = time or vaguely(tree, match, times, judges.earlier)
    return Judgement(
        said,
        voices,
        time,
        locating(match, told.places, told.town),
        tuple(quantities(tree, match, told.numbers, judges.quantities)),
    )
