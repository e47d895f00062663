"""Quotations: what stands within quotation marks, and who speaks where a quotation runs over sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.extract.identify.memory import Kind, Referent
from sayso.extract.judge.says import Voice
from sayso.extract.judge.speech_words import SpeechWords
from sayso.extract.judge.step import Judged
from sayso.extract.match.roles import Parties
from sayso.extract.parse.tree import PLURALS, Tree
from sayso.extract.text.split import Sentence, stays_open
from sayso.model import Event, Speaker
from sayso.model.quad import SPOKEN

MAIN = ("ROOT", "parataxis")  # labels of the verbs whose clauses no other holds


@dataclass(slots=True)
class Quotation:
    """The quotation that a report is in: its speaker is kept from the sentence that names one, None outside.

    `waiting` are its events, by their place in the report, for which nobody has been named yet; `unclosed`: it was open where the last
    sentence ended.
    """

    speaker: Speaker | None = None
    waiting: list[int] = field(default_factory=list)
    unclosed: bool = False

    def enter(self, sentence: Sentence) -> None:
        """Go on to the next sentence; outside quotations, and where a new one begins, nobody is waited for."""
        if not (sentence.quoted or (self.unclosed and sentence.within)):
            self.waiting.clear()
        self.unclosed = sentence.unclosed

    def voices(self, own: Speaker | None, *, inside: bool) -> tuple[Speaker, ...]:
        """The speakers that a sentence inherits; `own` is the one it names itself, `inside` whether it is within quotation marks."""
        if own or not inside:
            self.speaker = own
        return (self.speaker,) if self.speaker and not own else ()

    def named(self, events: list[Event]) -> None:
        """Give the speaker, now that somebody is named, to the events that wait for one; `events` are those of the report so far."""
        if self.speaker:
            for i in self.waiting:
                events[i] = replace(events[i], says=(self.speaker,))
            self.waiting.clear()

    def wait(self, places: Iterable[int]) -> None:
        """Keep events without a speaker until the quotation names one."""
        if not self.speaker:
            self.waiting += places


def named_voice(parties: Parties, words: SpeechWords, sentence: Sentence) -> Voice | None:
    """Whom a sentence itself names as speaking; beside a quotation any verb of speech may that is not in it, elsewhere the main one."""
    tree, inside = parties.tree, sentence.within
    for i, dep in enumerate(tree.deps):
        if not ((inside or dep in MAIN) and tree.verb(i) and words.utters(tree, i) and tree.kids(i, "nsubj")):
            continue
        if not (inside and stays_open("".join(tree.words[:i]), opened=sentence.quoted)):  # "they say ..." within what is quoted
            fillers = parties.fill(parties.roles.subjects(i))
            return Voice(fillers[0], i, tree.lower[fillers[0].head] in words.documents) if fillers else None
    return None


def speakers(tree: Tree, judged: Sequence[Judged], named: Voice | None) -> tuple[Referent, ...]:
    """Who speaks in a sentence, as the pronouns of the next one mean them.

    First comes whom it `named`, then those on whose say-so its acts rest, and those whose acts are words ("condemned").
    """
    voices = [named] if named else []
    voices += [judgement.voices[-1] for _, judgement in judged if judgement.voices]
    voices += [Voice(f, match.token, document=False) for match, _ in judged if match.pattern.quad in SPOKEN for f in match.actors[:1]]
    return tuple(filter(None, (_speaker(tree, voice) for voice in voices)))


def _speaker(tree: Tree, voice: Voice) -> Referent | None:
    """A voice as a pronoun can mean it; None for a pronoun that means nobody known."""
    r, head = voice.filler.referent, voice.filler.head
    if r and r.kind != "thing":
        one = r.kind == "group" and tree.tags[head] == "NN"  # "a villager" is of a group, and one person
        return replace(r, kind="person", plural=False) if one else r
    if not tree.noun(head):
        return None
    plural = tree.tags[head] in PLURALS
    kind: Kind = "body" if voice.document or r else "group" if plural else "person"
    return Referent(tree.written(voice.filler.first, voice.filler.last), kind, plural=plural)
