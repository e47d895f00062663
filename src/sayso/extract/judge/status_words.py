"""The words that say whether something happened, each list a scope over the clause or noun that the word governs."""

from dataclasses import dataclass

from sayso.extract.judge.foretold import Foretelling
from sayso.extract.match.grammar_words import Grammar
from sayso.lexicon import Lexicon
from sayso.model.event import Status

CUED: tuple[Status, ...] = ("possible", "denied", "planned")  # of a word in two lists the later one counts
PHRASED: tuple[Status, ...] = ("occurred", "planned", "possible", "denied")
# fields that are lists of the cues as they stand, and those of verbs in all forms
PLAIN = (
    *("planned_modals", "possible_modals", "conditional_modals", "negators", "hedges", "undone", "missed", "intensifiers", "inverted"),
    *(
        "asides",
        "few",
        "excess",
        "nobody",
        "barring",
        "being_forms",
        "having",
        "done_before",
        "grounds",
        "contrasts",
        "afterwards",
        "factual",
        "pending",
        "awaiting",
        "underway",
        "settled",
        "certainty",
        "matters",
        "definite",
        "genuine",
        "realized",
        "unnamed",
        "prompting",
        "suffering",
        "lately",
        "absolute",
        "timing",
    ),
)
VERBS = (
    "held_for",
    "contact",
    "infinitives",
    "questioning",
    "factive",
    "rejecting",
    "withholding",
    "topics",
    "ending",
    "quelling",
    "confirming",
    "inferring",
    "implicative",
    "realizing",
    "disclosing",
)
NOUNS = ("uttered", "aftermath", "undoubted")


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The cue file `status`, in all forms; `closing` are the last words of its `phrases` and `grounds`."""

    governors: dict[str, Status]
    modifiers: dict[str, Status]
    markers: frozenset[str]
    speech: frozenset[str]
    beside: frozenset[str]
    phrases: dict[str, Status]
    closing: frozenset[str]
    clausal: dict[str, Status]
    grammar: Grammar
    foretelling: Foretelling
    uttered: frozenset[str]
    planned_modals: frozenset[str]
    possible_modals: frozenset[str]
    conditional_modals: frozenset[str]
    negators: frozenset[str]
    hedges: frozenset[str]
    undone: frozenset[str]
    missed: frozenset[str]
    intensifiers: frozenset[str]
    inverted: frozenset[str]
    asides: frozenset[str]
    few: frozenset[str]
    nobody: frozenset[str]
    barring: frozenset[str]
    being_forms: frozenset[str]
    having: frozenset[str]
    excess: frozenset[str]
    done_before: frozenset[str]
    grounds: frozenset[str]
    contrasts: frozenset[str]
    afterwards: frozenset[str]
    factual: frozenset[str]
    pending: frozenset[str]
    awaiting: frozenset[str]
    underway: frozenset[str]
    settled: frozenset[str]
    certainty: frozenset[str]
    matters: frozenset[str]
    definite: frozenset[str]
    genuine: frozenset[str]
    realized: frozenset[str]
    unnamed: frozenset[str]
    prompting: frozenset[str]
    suffering: frozenset[str]
    lately: frozenset[str]
    absolute: frozenset[str]
    aftermath: frozenset[str]
    undoubted: frozenset[str]
    inferring: frozenset[str]
    implicative: frozenset[str]
    realizing: frozenset[str]
    disclosing: frozenset[str]
    held_for: frozenset[str]
    contact: frozenset[str]
    infinitives: frozenset[str]
    questioning: frozenset[str]
    factive: frozenset[str]
    rejecting: frozenset[str]
    withholding: frozenset[str]
    topics: frozenset[str]
    ending: frozenset[str]
    timing: frozenset[str]
    quelling: frozenset[str]
    confirming: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "StatusWords":
        """Take them from a lexicon."""
        phrases = {p: status for status in PHRASED for p in lexicon.cue("status", f"phrases_{status}")}
        return cls(
            {word: status for status in CUED for word in lexicon.verb_cue("status", status)},
            {word: status for status in CUED for word in lexicon.noun_cue("status", f"{status}_modifiers")},
            markers=lexicon.cue("status", "conditional_markers"),
            speech=lexicon.verb_cue("speech", "verbs"),
            beside=lexicon.cue("grammar", "beside"),
            phrases=phrases,
            closing=frozenset(p.rsplit(" ", 1)[-1] for p in (*phrases, *lexicon.cue("status", "grounds"))),
            clausal=_clausal(lexicon),
            grammar=Grammar.of(lexicon),
            foretelling=Foretelling.of(lexicon),
            **{name: lexicon.noun_cue("status", name) for name in NOUNS},
            **{name: lexicon.cue("status", name) for name in PLAIN},
            **{name: lexicon.verb_cue("status", name) for name in VERBS},
        )


def _clausal(lexicon: Lexicon) -> dict[str, Status]:
    """What words say of a clause that completes them."""
    cues = ((status, f"clause_{status}") for status in CUED[:2])
    return {word: status for status, name in cues for word in (*lexicon.cue("status", name), *lexicon.verb_cue("status", name))}
