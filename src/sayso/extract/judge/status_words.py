"""The words that say whether something happened, each list a scope over the clause or noun that the word governs."""

from dataclasses import dataclass

from sayso.extract.judge.foretold import Foretelling
from sayso.extract.match.grammar_words import Grammar
from sayso.lexicon import Lexicon
from sayso.model.event import Status

CUED: tuple[Status, ...] = ("possible", "denied", "planned")  # of a word in two lists the later one counts
PHRASED: tuple[Status, ...] = ("occurred", "planned", "possible", "denied")


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The cue file `status`, in all forms."""

    governors: dict[str, Status]
    modifiers: dict[str, Status]
    planned_modals: frozenset[str]
    possible_modals: frozenset[str]
    conditional_modals: frozenset[str]
    negators: frozenset[str]
    markers: frozenset[str]
    hedges: frozenset[str]
    speech: frozenset[str]
    beside: frozenset[str]
    phrases: dict[str, Status]
    clausal: dict[str, Status]
    undone: frozenset[str]
    missed: frozenset[str]
    intensifiers: frozenset[str]
    inverted: frozenset[str]
    asides: frozenset[str]
    few: frozenset[str]
    excess: frozenset[str]
    done_before: frozenset[str]
    grounds: frozenset[str]
    held_for: frozenset[str]
    grammar: Grammar
    contact: frozenset[str]
    contrasts: frozenset[str]
    infinitives: frozenset[str]
    questioning: frozenset[str]
    afterwards: frozenset[str]
    factive: frozenset[str]
    rejecting: frozenset[str]
    factual: frozenset[str]
    pending: frozenset[str]
    awaiting: frozenset[str]
    uttered: frozenset[str]
    topics: frozenset[str]
    ending: frozenset[str]
    confirming: frozenset[str]
    foretelling: Foretelling

    @classmethod
    def of(cls, lexicon: Lexicon) -> "StatusWords":
        """Take them from a lexicon."""
        return cls(
            {word: status for status in CUED for word in lexicon.verb_cue("status", status)},
            {word: status for status in CUED for word in lexicon.noun_cue("status", f"{status}_modifiers")},
            planned_modals=lexicon.cue("status", "planned_modals"),
            possible_modals=lexicon.cue("status", "possible_modals"),
            conditional_modals=lexicon.cue("status", "conditional_modals"),
            negators=lexicon.cue("status", "negators"),
            markers=lexicon.cue("status", "conditional_markers"),
            hedges=lexicon.cue("status", "hedges"),
            speech=lexicon.verb_cue("speech", "verbs"),
            beside=lexicon.cue("grammar", "beside"),
            phrases={p: status for status in PHRASED for p in lexicon.cue("status", f"phrases_{status}")},
            clausal=_clausal(lexicon),
            undone=lexicon.cue("status", "undone"),
            missed=lexicon.cue("status", "missed"),
            intensifiers=lexicon.cue("status", "intensifiers"),
            inverted=lexicon.cue("status", "inverted"),
            asides=lexicon.cue("status", "asides"),
            few=lexicon.cue("status", "few"),
            excess=lexicon.cue("status", "excess"),
            done_before=lexicon.cue("status", "done_before"),
            grounds=lexicon.cue("status", "grounds"),
            held_for=lexicon.verb_cue("status", "held_for"),
            grammar=Grammar.of(lexicon),
            contact=lexicon.verb_cue("status", "contact"),
            contrasts=lexicon.cue("status", "contrasts"),
            infinitives=lexicon.verb_cue("status", "infinitives"),
            questioning=lexicon.verb_cue("status", "questioning"),
            afterwards=lexicon.cue("status", "afterwards"),
            rejecting=lexicon.verb_cue("status", "rejecting"),
            factive=lexicon.verb_cue("status", "factive"),
            factual=lexicon.cue("status", "factual"),
            pending=lexicon.cue("status", "pending"),
            awaiting=lexicon.cue("status", "awaiting"),
            confirming=lexicon.verb_cue("status", "confirming"),
            uttered=lexicon.noun_cue("status", "uttered"),
            topics=lexicon.verb_cue("status", "topics"),
            ending=lexicon.verb_cue("status", "ending"),
            foretelling=Foretelling.of(lexicon),
        )


def _clausal(lexicon: Lexicon) -> dict[str, Status]:
    """What words say of a clause that completes them."""
    cues = ((status, f"clause_{status}") for status in CUED[:2])
    return {word: status for status, name in cues for word in (*lexicon.cue("status", name), *lexicon.verb_cue("status", name))}
