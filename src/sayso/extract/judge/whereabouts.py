"""The words by which the place of an event is told."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.lexicon import Lexicon
from sayso.lexicon.gazetteer import Gazetteer, Spot

# fields that are lists of the cues as they stand, and those of verbs and nouns in all forms
PLAIN = (
    "relative",
    "during",
    "topical",
    "back",
    "parts",
    "upon",
    "regions",
    "ways",
    "open",
    "away",
    "within",
    "amid",
    "aimed",
    "blows",
    "out_of",
    "common",
)
NOUNS = ("sites", "stretches", "posted", "abroad", "wishes", "stage", "occasion")
VERBS = ("moving", "hosting", "gathering", "dwelling", "leaving", "taking")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Words that place an event, and the capitals that "the capital" can mean.

    Prepositions (`locative`, `inside` and `towards`, together `placing`), nouns for places (`kinds`, `regions` the larger ones), verbs
    that take place at their object (`entering`), lead somewhere (`moving`), away (`leaving`) or together (`gathering`, `dwelling`),
    happen at their subject's (`hosting`) or where their object does (`attending`), what opens a clause about the same place
    (`relative`, `during`), and what points back to one (`back`, `sites`). `parts` of a place are where it is, also after `upon`, as is
    what lies `open`, among it `ways`; `stretches` count what happens ("two days of talks"). `away` stand before "of" ("south of
    Lima"); after those `within` a country is the place even of what is done to it. People of the `settled` sectors and those `posted`
    somewhere act where they are said to be, words `issuing` from somebody or said on a `stage` where he is; what is done `amid`
    something or on its `occasion` is done at its place; sites `abroad` are no part of whose they are. Words `between` a place and a
    larger one say that it lies in that. `wishes` are those at which something is done; of `weapons` and those `suffering` from them the
    clause beside tells of the same blow; what is `beginning` is where it begins. What is named
    as the object of `taking` is a place, `treaties` were made where nobody need be any more; raids are `aimed` at one, people suffer by
    `blows`, who moves goes `out_of` one.
    """

    placing: frozenset[str]
    locative: frozenset[str]
    inside: frozenset[str]
    towards: frozenset[str]
    kinds: frozenset[str]
    entering: frozenset[str]
    moving: frozenset[str]
    hosting: frozenset[str]
    attending: frozenset[str]
    relative: frozenset[str]
    during: frozenset[str]
    topical: frozenset[str]
    back: frozenset[str]
    sites: frozenset[str]
    common: frozenset[str]
    parts: frozenset[str]
    upon: frozenset[str]
    stretches: frozenset[str]
    regions: frozenset[str]
    open: frozenset[str]
    ways: frozenset[str]
    away: frozenset[str]
    within: frozenset[str]
    settled: frozenset[str]
    between: frozenset[str]
    issuing: frozenset[str]
    gathering: frozenset[str]
    leaving: frozenset[str]
    dwelling: frozenset[str]
    abroad: frozenset[str]
    posted: frozenset[str]
    occasion: frozenset[str]
    stage: frozenset[str]
    amid: frozenset[str]
    wishes: frozenset[str]
    weapons: frozenset[str]
    suffering: frozenset[str]
    beginning: frozenset[str]
    taking: frozenset[str]
    aimed: frozenset[str]
    blows: frozenset[str]
    out_of: frozenset[str]
    treaties: frozenset[str]
    capitals: Mapping[str, Spot]

    @classmethod
    def of(cls, lexicon: Lexicon, gazetteer: Gazetteer) -> "Whereabouts":
        """Take them from a lexicon; capitals that the gazetteer lacks are left out."""
        entering = lexicon.verb_cue("place", "entering")
        return cls(
            placing=lexicon.cue("grammar", "locative") | lexicon.cue("reference", "towards", "where"),
            locative=lexicon.cue("grammar", "locative"),
            inside=lexicon.cue("reference", "where"),
            towards=lexicon.cue("reference", "towards"),
            kinds=lexicon.cue("place", "kinds") - {"capital"},
            entering=entering,
            attending=lexicon.verb_cue("light", "active") | lexicon.verb_cue("place", "attending") | entering,
            issuing=lexicon.verb_cue("time", "issuing"),
            weapons=lexicon.noun_cue("reference", "means"),
            beginning=lexicon.verb_cue("time", "beginning"),
            suffering=lexicon.verb_cue("quantity", "suffered"),
            between=lexicon.cue("place", "between", "kinds", "regions", "modifiers"),
            settled=frozenset(lexicon.cues["place"]["settled"]),
            capitals=_capitals(lexicon, gazetteer),
            treaties=lexicon.noun_cue("reference", "treaties"),
            **{name: lexicon.cue("place", name) for name in PLAIN},
            **{name: lexicon.noun_cue("place", name) for name in NOUNS},
            **{name: lexicon.verb_cue("place", name) for name in VERBS},
        )


def _capitals(lexicon: Lexicon, gazetteer: Gazetteer) -> dict[str, Spot]:
    cities = ((code, (s for s in gazetteer.find(name) if s.kind == "city")) for code, name in lexicon.capitals.items())
    found = ((code, next((c for c in named if c.country == code), None)) for code, named in cities)
    return {code: city for code, city in found if city}
