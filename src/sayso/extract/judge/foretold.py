"""What a sentence says of an act as such, as its predicate: "an attack is *imminent*", "an invasion is *off the table*"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import SUBJECTS, Tree
from sayso.lexicon import Lexicon
from sayso.model.event import Status

REACH = 6  # words after the verb within which its predicate stands
ENDS = (",", ";", ":", "(", "-", "–", "—", '"', "“", "”", "but", "and", "as", "if", "unless")
OPENING = (['"'], ["“"])
NAMED = ("dobj", "nsubjpass")  # labels of what is called something


@dataclass(frozen=True, slots=True)
class Foretelling:
    """Verbs that say what something is, what one calls it, and by themselves that it may come, and predicates of one to some words."""

    being: frozenset[str]
    naming: frozenset[str]
    looming: frozenset[str]
    predicates: Mapping[str, Status]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Foretelling":
        """Take them from a lexicon."""
        predicates = {phrase: status for status, phrases in lexicon.cues["status"]["said_of_acts"].items() for phrase in phrases}
        being, looming = lexicon.verb_cue("status", "being"), lexicon.verb_cue("status", "looming")
        return cls(being, lexicon.verb_cue("speech", "naming"), looming, cast("Mapping[str, Status]", predicates))

    def status(self, tree: Tree, match: Match) -> Status | None:
        """The status that the predicate over a noun gives its act; None where it gives none."""
        top = match.token
        while _within(tree, top):
            top = tree.heads[top] if tree.deps[top] == "conj" else tree.heads[tree.heads[top]]
        verb = tree.heads[top]
        if match.part != "noun":
            return None
        if tree.lower[verb] in self.naming and tree.deps[top] in NAMED:
            return next((said for p in tree.kids(verb, "prep") if tree.lower[p] == "as" and (said := self._predicate(tree, p))), None)
        if tree.deps[top] not in SUBJECTS:
            return None
        if tree.lower[verb] in self.looming:
            return "possible"
        said = self._predicate(tree, verb) if tree.lower[verb] in self.being else None
        past = tree.tags[verb] == "VBD" and tree.deps[verb] != "ccomp"
        return None if said == "possible" and past else said  # "the invasion was inevitable" and came

    def _predicate(self, tree: Tree, verb: int) -> Status | None:
        """What stands right behind a verb, or the "as" of one, the longest predicate first."""
        begin = verb + 2 if tree.lower[verb + 1 : verb + 2] in OPENING else verb + 1  # "is "a matter of time""
        after = tree.lower[begin : begin + REACH]
        after = after[: next((n for n, word in enumerate(after) if word in ENDS), len(after))]
        runs = {" ".join(after[n:m]) for m in range(len(after) + 1) for n in range(m)} & self.predicates.keys()
        return self.predicates[max(runs, key=len)] if runs else None


def _within(tree: Tree, noun: int) -> bool:
    """Whether a noun is one of several, or what another is of: "a round *of talks* was due"."""
    over = tree.heads[noun]
    of = tree.deps[noun] == "pobj" and tree.lower[over] == "of"
    return tree.noun(tree.heads[over]) if of else tree.deps[noun] == "conj" and tree.noun(over)
