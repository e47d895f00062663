"""Where and when an event happened that its sentence leaves to the one before: the same people, in the same scene."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from sayso.extract.parse.tree import TENSED, Tree
from sayso.lexicon import Lexicon
from sayso.model import Event, Party, When
from sayso.model.quad import FORCE

GAP = 3  # characters between two sentences that follow each other
AGO = 200  # characters back within which a deed was told that another one followed "hours later"
OPENING = 24  # characters of a sentence before a date that opens it
BACK = 5  # events back within which one opens a tale
LONG_AGO = 60  # days before publication from which on a paragraph is a tale of the past
LONG_PAST = 730  # the same of the time that a history has come to: what lies nearer is still going on
POINTING = ("reference", "context")  # bases of those whom the words alone don't name


@dataclass(frozen=True, slots=True)
class SceneWords:
    """Words for what happened soon after what was told (`following`: "hours later"), and types of deeds that go on in a scene.

    `moving_on` say that a tale leaves the time that it told of ("*later* restored the money").
    """

    following: re.Pattern[str]
    going_on: frozenset[str]
    moving_on: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "SceneWords":
        """Take them from a lexicon."""
        words = "|".join(sorted(map(re.escape, lexicon.cue("time", "following"))))
        following = re.compile(rf"\A(?:{words})| (?:{words}),|(?:{words})\.*\Z", re.IGNORECASE)
        return cls(following, lexicon.cue("place", "scene"), lexicon.cue("time", "moving_on"))


def on_scene(event: Event, earlier: Sequence[Event], words: SceneWords, *, places: Set[str], timed: bool) -> Event:
    """The event with place and day of the last deed before it, where it goes on in that scene.

    `places`: those that its sentence names; `timed`: it names days, or its tense tells that it is past at the time of the report only.
    """
    before = _deed_before(earlier) if event.status == "occurred" else None
    if before is None or before.status != "occurred":
        return event
    near = event.evidence.start - before.evidence.end <= AGO
    undated = event.time and event.time.basis == "published" and before.time and not older(before.time, event.time)
    if near and undated and (_follows(event, words) or (not timed and event.type in words.going_on and _same_day(before, event))):
        event = replace(event, time=before.time)
    if event.place or not before.place or before.place.precision == "country" or not {event.type, before.type} <= words.going_on:
        return event
    if event.time and event.time.basis != "published" and event.time != before.time:
        return event
    elsewhere = places - {before.place.name} if before.evidence == event.evidence else places
    return replace(event, place=before.place) if not elsewhere and _next_to(before, event) and _one_scene(before, event) else event


def in_tale(event: Event, earlier: Sequence[Event], text: str, words: SceneWords) -> Event:
    """The event with the day of the one before it in its paragraph, where a date of long ago opens the tale that both belong to.

    It is told in the tense of tales; `text` is the report as given.
    """
    now = event.time
    if now is None or now.basis != "published" or event.says or not words.moving_on.isdisjoint(event.evidence.text.split()):
        return event
    beside = [
        e for e in reversed(earlier[-BACK:]) if "\n" not in text[e.evidence.end : event.evidence.start] and e.evidence != event.evidence
    ]
    last = next((e.evidence for e in beside if e.time and e.time.basis != "published"), None)
    before = next((e for e in beside if e.evidence == last and _opens_tale(e, now)), None)
    near = before is not None and event.evidence.start - before.evidence.end <= AGO
    return replace(event, time=before.time) if before and near else event


def in_topic(event: Event, told: When, words: SceneWords) -> Event:
    """The event with the time under which the sentence before it stands (`told`), where nothing else dates it."""
    before = event.evidence.text[: event.trigger.start - event.evidence.start]
    moving = not words.moving_on.isdisjoint(before.lower().split())
    if event.status != "occurred" or event.time is None or event.time.basis != "published" or moving:
        return event
    return replace(event, time=told)


def in_history(event: Event, told: When | None, *, here: bool) -> Event:
    """The event with the time that a history has come to (`told`), where nothing else dates it: it is not of the day of publication.

    `here`: its own sentence tells that time. A day told before is the day of something else, in the same month.
    """
    if event.time is None or event.time.basis != "published" or (told and not older(told, event.time, 0 if here else LONG_PAST)):
        return event
    return replace(event, time=(told if here else _month(told)) or When(None, None, None, "unknown"))


def narrated(tree: Tree, token: int) -> bool:
    """Whether the clause of a word stands in the tense of tales: "the king *fled*", not "*is* willing", "*has* removed"."""
    for v in (token, *tree.up(token)):
        if not tree.verb(v):
            continue
        finite = next((tree.tags[t] for t in (*tree.kids(v, "aux", "auxpass"), v) if tree.tags[t] in TENSED), None)
        if finite:
            return finite == "VBD"
    return True


def _month(told: When | None) -> When | None:
    """The month of a day, and longer times as they are."""
    if told is None or told.start is None or told.start != told.end:
        return told
    day = date.fromisoformat(told.start)
    last = day.replace(day=monthrange(day.year, day.month)[1])
    return replace(told, start=day.replace(day=1).isoformat(), end=last.isoformat(), basis="relative")


def _opens_tale(before: Event, now: When) -> bool:
    """Whether an event is told under a date of long ago: one with which its sentence opens, or that of a tale which it goes on with."""
    told, said = before.time, before.evidence.text
    if told is None or told.text is None or before.status != "occurred" or before.says:
        return False
    opens = told.text not in said or said.index(told.text) <= OPENING
    return opens and older(told, now)


def older(told: When | None, now: When | None, days: int = LONG_AGO) -> bool:
    """Whether a time lies more than some days before another one."""
    if not (told and now and told.end and now.start):
        return False
    return (date.fromisoformat(now.start) - date.fromisoformat(told.end)).days > days


def _deed_before(earlier: Sequence[Event]) -> Event | None:
    """The last deed of the sentence that told an event last; that event itself where it told of none."""
    if not earlier:
        return None
    last = earlier[-1]
    beside = takewhile(lambda e: e.evidence == last.evidence, reversed(earlier))
    return next((e for e in beside if e.quad == FORCE), last)


def _next_to(before: Event, event: Event) -> bool:
    """Whether an event stands in the same sentence as another one, or in the next."""
    return before.evidence == event.evidence or 0 <= event.evidence.start - before.evidence.end <= GAP


def _follows(event: Event, words: SceneWords) -> bool:
    """Whether a sentence says that its event came soon after."""
    return words.following.search(event.evidence.text) is not None


def _same_day(before: Event, event: Event) -> bool:
    """Whether a deed is told in one breath with another one: after a semicolon, or in the next sentence with those people in it."""
    if not before.quad == event.quad == FORCE or not _next_to(before, event) or not _local(before, (*event.actors, *event.recipients)):
        return False
    there = {p.name for p in (*before.actors, *before.recipients)}
    again = (p for p in (*event.actors, *event.recipients) if p.name in there)
    return before.evidence.text.endswith(";") or any(p.text.lower() != p.name.lower() for p in again)  # "They burned a bank"


def _one_scene(before: Event, event: Event) -> bool:
    """Whether both are deeds of people who were there, and of nobody from elsewhere."""
    if before.evidence == event.evidence:
        return _local(before, event.actors)
    own = [p for p in (*event.actors, *event.recipients) if p.country or p.entity]
    return any(p.basis in POINTING for p in own) and _local(before, own)


def _local(before: Event, parties: Iterable[Party]) -> bool:
    """Whether nobody is from elsewhere than those of the event before."""
    lands = {p.country for p in (*before.actors, *before.recipients) if p.country} | {before.place.country if before.place else None}
    return all(p.country in lands for p in parties if p.country or p.entity)
