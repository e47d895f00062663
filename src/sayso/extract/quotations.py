"""Quotations: what stands within quotation marks, and who speaks where a quotation runs over sentences."""

from dataclasses import dataclass

from sayso.extract.roles import Parties
from sayso.extract.says import SpeechWords, Voice
from sayso.extract.split import Sentence
from sayso.extract.tree import Tree
from sayso.model import Speaker

QUOTES = '"“”„«»'
OPENING = ('"', "“", "„")


@dataclass(slots=True)
class Quotation:
    """The quotation that a report is in: its speaker is kept from the sentence that names one, None outside."""

    speaker: Speaker | None = None

    def voices(self, own: Speaker | None, *, inside: bool) -> tuple[Speaker, ...]:
        """The speakers that a sentence inherits; `own` is the one it names itself, `inside` whether it is within quotation marks."""
        if own or not inside:
            self.speaker = own
        return (self.speaker,) if self.speaker and not own else ()


def within(sentence: Sentence, text: str) -> bool:
    """Whether a sentence begins within a quotation, or with one; `text` is the cleaned one."""
    return sentence.quoted or text.startswith(OPENING, sentence.start)


def named_voice(tree: Tree, parties: Parties, words: SpeechWords, *, inside: bool) -> Voice | None:
    """Whom a sentence itself names as speaking; within a quotation any verb of speech may, elsewhere its main one."""
    for i in range(len(tree)):
        if tree.verb(i) and tree.lower[i] in words.verbs and tree.kids(i, "nsubj") and (tree.deps[i] == "ROOT" or inside):
            fillers = parties.fill(parties.roles.subjects(i))
            return Voice(fillers[0], i, document=False) if fillers else None
    return None


def cited(tree: Tree, token: int) -> bool:
    """Whether a token stands within quotation marks that its sentence opens."""
    before, after = "".join(tree.words[:token]), "".join(tree.words[token:])
    marked = any(q in before for q in QUOTES) and any(q in after for q in QUOTES)
    return (marked and before.count('"') % 2 == 1) or before.count("“") > before.count("”")
