"""The words and types by which a recipient is found that a passage leaves to its reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.lexicon import Lexicon
from sayso.model.quad import FRIENDLY

LISTS = (  # of cues/reference.yaml, by the names that they have here
    *("weighty", "reactions", "done_to", "spelt_out", "answers", "replies", "harming", "asking"),
    *("ruling", "dealings", "alone", "ruled", "between"),
)

Kind = tuple[str, str | None]  # type and mode of an act


@dataclass(frozen=True, slots=True)
class ImpliedWords:
    """Sectors of those whom others deal with over several sentences, and the words of "condemned *the move*", or *it* (`told`).

    `deeds` are nouns for what somebody did, with the types and modes that it can be of; any where they say no more than that, none of
    words ("dismissed *the accusation*") among them; of those `undergone` "of" says who suffered them.
    `done_to` are types, or types with modes, of what others do to the country that a report is about; of those `spelt_out` a clause
    says to whom. `answers` are types of what states do to those who harmed them, `harming` those of what is done to their people and
    things, `replies` those of what they do to whoever asked or threatened them (`asking`), `ruling` the sectors of states, `dealings`
    what these do to each other, `about` prepositions before a deed ("anger *over* the move"), `alone` those of what is done to nobody,
    `ruled` those of what states do to their own people, `between` those of what is done between two others, `pacts` the types and modes
    of what nouns say that several do together, `stately` nouns for what only states do to anybody, `captives` those for whom others hold;
    `state_acts` are answered for by the state in which they were done.
    """

    weighty: frozenset[str]
    pointers: frozenset[str]
    told: frozenset[str]
    deeds: Mapping[str, frozenset[Kind]]
    undergone: frozenset[str]
    reactions: frozenset[str]
    done_to: frozenset[str]
    spelt_out: frozenset[str]
    answers: frozenset[str]
    replies: frozenset[str]
    harming: frozenset[str]
    asking: frozenset[str]
    ruling: frozenset[str]
    dealings: frozenset[str]
    about: frozenset[str]
    alone: frozenset[str]
    ruled: frozenset[str]
    between: frozenset[str]
    pacts: frozenset[Kind]
    stately: frozenset[str]
    captives: frozenset[str]
    state_acts: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "ImpliedWords":
        """Take them from a lexicon."""
        named = {word: frozenset((t.pattern.type, t.pattern.mode) for t in triggers) for word, triggers in lexicon.nouns.items()}
        spoken = lexicon.noun_cue("reference", "spoken_deeds")
        harms = frozenset(kind for kinds in named.values() for kind in kinds if kind[0] in lexicon.cue("reference", "harming"))
        deeds = named | {word: frozenset[Kind]() for word in lexicon.noun_cue("reference", "deeds") if word not in spoken}
        deeds |= dict.fromkeys(lexicon.noun_cue("reference", "harms"), harms)
        undergone = frozenset(word for word, triggers in lexicon.nouns.items() if all(t.pattern.of == "recipient" for t in triggers))
        joint = (t.pattern for triggers in lexicon.nouns.values() for t in triggers if t.pattern.joint and t.pattern.quad in FRIENDLY)
        return cls(
            deeds=deeds,
            pacts=frozenset((p.type, p.mode) for p in joint),
            undergone=undergone,
            stately=lexicon.noun_cue("reference", "stately"),
            captives=lexicon.noun_cue("reference", "captives"),
            state_acts=lexicon.noun_cue("grammar", "state_acts", "expelling"),
            pointers=lexicon.cue("reference", "deed_pointers"),
            told=lexicon.cue("reference", "deed_pronouns"),
            about=lexicon.cue("reference", "deed_prepositions"),
            **{name: lexicon.cue("reference", name) for name in LISTS},
        )
