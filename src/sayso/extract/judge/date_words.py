"""The words that say to what a time belongs."""

from dataclasses import dataclass

from sayso.lexicon import Lexicon

# fields that are lists of the cues as they stand
PLAIN = ("beginning_objects", "means", "ahead", "lasting", "records", "measures", "nearly", "ends", "apart", "meanwhile", "within")


@dataclass(frozen=True, slots=True)
class DateWords:
    """Verbs of speech, whose own day is not that of what is said; verbs whose subject happens when they do; verbs that make their object.

    Of words and deeds that are `issuing` from somebody the time is that of what he does by them.

    `beginning_objects` alone may be objects of `beginning`; after `means` a gerund is the deed of the verb, after `ahead` a day lies
    ahead; `lasting` stand before "through". Before "since" `records` say how long nothing was so, `measures` lead to other figures;
    nouns that tell of `happenings` have a time of their own where they are spoken of, as behind `topical` words. What is told `nearly`
    "after" something was that day; a deed is done when it has its `effects`. Before a day `ends` tell that something ends on it;
    clauses after those `apart` have a time of their own, those `meanwhile` share it; what is done `within` a happening is of its year.
    `avowals` are done by those who say them of themselves, by the pronouns of those `avowing`.
    """

    speech: frozenset[str]
    moving: frozenset[str]
    making: frozenset[str]
    happenings: frozenset[str]
    topical: frozenset[str]
    effects: frozenset[str]
    beginning: frozenset[str]
    issuing: frozenset[str]
    beginning_objects: frozenset[str]
    means: frozenset[str]
    ahead: frozenset[str]
    lasting: frozenset[str]
    records: frozenset[str]
    measures: frozenset[str]
    nearly: frozenset[str]
    ends: frozenset[str]
    apart: frozenset[str]
    meanwhile: frozenset[str]
    within: frozenset[str]
    avowals: frozenset[str]
    avowing: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "DateWords":
        """Take them from a lexicon."""
        return cls(
            speech=lexicon.verb_cue("speech", "verbs"),
            moving=lexicon.verb_cue("place", "moving", "gathering"),
            making=lexicon.verb_cue("light", "active"),
            happenings=frozenset(noun for noun, triggers in lexicon.nouns.items() if any(not t.words for t in triggers)),
            topical=lexicon.cue("place", "topical"),
            effects=lexicon.verb_cue("quantity", "deaths_verbs", "injured_verbs") | lexicon.verb_cue("time", "effects"),
            beginning=lexicon.verb_cue("time", "beginning"),
            issuing=lexicon.verb_cue("time", "issuing"),
            avowals=lexicon.verb_cue("time", "avowals"),
            avowing=lexicon.cue("grammar", "pronouns_person", "pronouns_thing", "pronouns_group"),
            **{name: lexicon.cue("time", name) for name in PLAIN},
        )
