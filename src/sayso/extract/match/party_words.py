"""The words by which it is told who parties are and where they are at home."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.extract.match.senders import Senders
from sayso.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class PartyWords:
    """The word lists that parties are told by; one a lexicon. `measures` count something: numbers and bundles of it."""

    lexicon: Lexicon
    domestic: frozenset[str]
    units: frozenset[str]
    abroad: frozenset[str]
    bare: frozenset[str]
    counting: frozenset[str]
    measures: frozenset[str]
    strange: frozenset[str]
    hosts: frozenset[str]
    belongings: frozenset[str]
    envoys: frozenset[str]
    speech: frozenset[str]
    telling: frozenset[str]
    fellows: frozenset[str]
    serving: frozenset[str]
    commanding: frozenset[str]
    onto: frozenset[str]
    routes: frozenset[str]
    suffering: frozenset[str]
    anywhere: frozenset[str]
    senders: Senders
    stationed: frozenset[str]
    rebels: frozenset[str]
    subordinate: frozenset[str]
    custody: frozenset[str]
    ousting: frozenset[str]
    reigning: frozenset[str]
    posting: frozenset[str]
    freeing: frozenset[str]
    jailing: frozenset[str]
    staying: frozenset[str]
    travelling: frozenset[str]
    lawless: frozenset[str]
    crowding: frozenset[str]
    garrison: frozenset[str]
    garrisoned: Mapping[str, str]
    ruling: frozenset[str]
    bidding: frozenset[str]
    allied: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "PartyWords":
        """Take them from a lexicon's cues."""
        return cls(
            lexicon,
            domestic=lexicon.cue("reference", "domestic"),
            units=lexicon.cue("quantity", "money_units"),
            abroad=lexicon.cue("reference", "abroad"),
            bare=lexicon.cue("reference", "bare_crowd"),
            counting=lexicon.cue("grammar", "counting"),
            measures=lexicon.cue("grammar", "counting") | lexicon.cue("grammar", "bundles"),
            strange=lexicon.cue("reference", "strange"),
            hosts=lexicon.cue("grammar", "hosts"),
            belongings=lexicon.noun_cue("reference", "belongings"),
            envoys=lexicon.noun_cue("reference", "envoys"),
            speech=lexicon.verb_cue("speech", "verbs"),
            telling=lexicon.cue("reference", "telling"),
            fellows=lexicon.cue("reference", "fellows"),
            serving=lexicon.cue("reference", "serving"),
            commanding=lexicon.verb_cue("reference", "commanding"),
            onto=lexicon.cue("reference", "onto"),
            routes=lexicon.cue("reference", "routes"),
            suffering=lexicon.cue("reference", "suffering"),
            anywhere=lexicon.noun_cue("reference", "anywhere"),
            senders=Senders.of(lexicon),
            stationed=lexicon.cue("reference", "stationed"),
            rebels=lexicon.cue("reference", "rebels"),
            subordinate=lexicon.noun_cue("reference", "subordinate"),
            custody=lexicon.verb_cue("reference", "custody"),
            ousting=lexicon.verb_cue("reference", "ousting"),
            reigning=lexicon.noun_cue("reference", "reigning"),
            posting=lexicon.verb_cue("reference", "posting"),
            freeing=lexicon.verb_cue("reference", "freeing"),
            jailing=lexicon.cue("reference", "jailing"),
            staying=lexicon.verb_cue("reference", "staying"),
            travelling=lexicon.cue("reference", "travelling"),
            lawless=lexicon.cue("reference", "lawless") | lexicon.cue("reference", "bare_crowd"),
            crowding=lexicon.cue("grammar", "crowding"),
            garrison=lexicon.noun_cue("reference", "garrison"),
            garrisoned=lexicon.cues["reference"]["garrisoned"],
            ruling=lexicon.cue("reference", "ruling"),
            bidding=lexicon.verb_cue("reference", "bidding"),
            allied=lexicon.noun_cue("reference", "allied"),
        )
