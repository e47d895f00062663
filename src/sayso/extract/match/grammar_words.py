"""The words by which constructions are told apart."""

from dataclasses import dataclass

from sayso.lexicon import Lexicon

WORDS = ("locative", "eventful", "before_relative", "aside", "goals", "partaking", "terms", "waiting", "captive", "ranking", "occasions")
PLAIN = (*WORDS, "judging", "answering", "moods", "letups", "unchanged", "copulas")  # lists that are taken as they are written


@dataclass(frozen=True, slots=True)
class Grammar:
    """The word lists of grammar that depend on the lexicon, in all forms."""

    object_control: frozenset[str]
    subject_control: frozenset[str]
    locative: frozenset[str]
    temporal: frozenset[str]
    weekdays: frozenset[str]
    carriers: frozenset[str]
    carrying: frozenset[str]
    eventful: frozenset[str]
    before_relative: frozenset[str]
    aside: frozenset[str]
    through_preposition: frozenset[str]
    goals: frozenset[str]
    giving: frozenset[str]
    bestowing: frozenset[str]
    doubly: frozenset[str]
    partaking: frozenset[str]
    excluding: frozenset[str]
    unwilling: frozenset[str]
    undecided: frozenset[str]
    denying: frozenset[str]
    claims: frozenset[str]
    negators: frozenset[str]
    entrusting: frozenset[str]
    terms: frozenset[str]
    waiting: frozenset[str]
    bodies: frozenset[str]
    captive: frozenset[str]
    occasions: frozenset[str]
    complaining: frozenset[str]
    faulting: frozenset[str]
    transitive: frozenset[str]
    intransitive: frozenset[str]
    phrasal: frozenset[str]
    causing: frozenset[str]
    ranking: frozenset[str]
    naming: frozenset[str]
    harms: frozenset[str]
    losses: frozenset[str]
    judging: frozenset[str]
    answering: frozenset[str]
    reproaches: frozenset[str]
    moods: frozenset[str]
    letups: frozenset[str]
    unchanged: frozenset[str]
    reasons: frozenset[str]
    siding: frozenset[str]
    state_acts: frozenset[str]
    expelling: frozenset[str]
    wishes: frozenset[str]
    crediting: frozenset[str]
    onlooking: frozenset[str]
    joining: frozenset[str]
    favouring: frozenset[str]
    copulas: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Grammar":
        """Take them from a lexicon's cues."""
        return cls(
            **{name: lexicon.cue("grammar", name) for name in PLAIN},
            object_control=lexicon.verb_cue("grammar", "object_control"),
            subject_control=lexicon.verb_cue("grammar", "subject_control"),
            temporal=lexicon.noun_cue("grammar", "temporal"),
            weekdays=lexicon.cue("time", "weekdays"),
            carriers=lexicon.noun_cue("reference", "carriers"),
            carrying=lexicon.verb_cue("grammar", "carrying"),
            through_preposition=lexicon.verb_cue("grammar", "through_preposition"),
            giving=lexicon.verb_cue("grammar", "giving"),
            bestowing=lexicon.verb_cue("grammar", "giving", "bestowing"),
            doubly=lexicon.verb_cue("grammar", "giving", "doubly"),
            excluding=lexicon.verb_cue("status", "excluding"),
            unwilling=lexicon.verb_cue("status", "unwilling"),
            undecided=lexicon.verb_cue("status", "undecided"),
            denying=lexicon.verb_cue("status", "denying"),
            claims=lexicon.noun_cue("speech", "claims"),
            negators=lexicon.cue("status", "negators"),
            entrusting=lexicon.verb_cue("grammar", "entrusting"),
            bodies=frozenset(word for word, nouns in lexicon.roles.items() if any(n.kind != "person" and not n.before for n in nouns)),
            complaining=lexicon.verb_cue("grammar", "complaining"),
            faulting=lexicon.verb_cue("grammar", "faulting"),
            transitive=lexicon.verb_cue("grammar", "transitive"),
            intransitive=lexicon.verb_cue("grammar", "intransitive"),
            phrasal=lexicon.cue("grammar", "phrasal"),
            causing=lexicon.verb_cue("grammar", "causing"),
            naming=lexicon.verb_cue("speech", "naming"),
            harms=frozenset(form for form, senses in lexicon.verbs.items() if any(s.pattern.threatened and not s.words for s in senses)),
            losses=lexicon.verb_cue("grammar", "losses"),
            reproaches=lexicon.noun_cue("grammar", "reproaches"),
            reasons=lexicon.noun_cue("grammar", "reasons"),
            siding=lexicon.noun_cue("grammar", "siding"),
            state_acts=lexicon.noun_cue("grammar", "state_acts"),
            expelling=lexicon.noun_cue("grammar", "expelling"),
            wishes=lexicon.noun_cue("place", "wishes"),
            onlooking=lexicon.verb_cue("grammar", "onlooking"),
            crediting=lexicon.verb_cue("light", "blaming", "thanking"),
            joining=lexicon.verb_cue("grammar", "joining"),
            favouring=lexicon.verb_cue("grammar", "favouring"),
        )
