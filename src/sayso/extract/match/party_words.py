"""The words by which it is told who parties are and where they are at home."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.extract.match.senders import Senders
from sayso.lexicon import Lexicon

SAME = (
    "domestic",
    "abroad",
    "strange",
    "telling",
    "fellows",
    "serving",
    "onto",
    "routes",
    "suffering",
    "stationed",
    "rebels",
    "jailing",
    "travelling",
    "ruling",
)  # fields that are cues of the same name


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
    occupying: frozenset[str]
    occupied: Mapping[str, str]
    ruling: frozenset[str]
    assailing: frozenset[str]
    assaults: frozenset[str]
    bidding: frozenset[str]
    allied: frozenset[str]
    towns: frozenset[str]
    exemplifying: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "PartyWords":
        """Take them from a lexicon's cues."""
        return cls(
            lexicon,
            **{name: lexicon.cue("reference", name) for name in SAME},
            units=lexicon.cue("quantity", "money_units"),
            bare=lexicon.cue("reference", "bare_crowd"),
            counting=lexicon.cue("grammar", "counting"),
            measures=lexicon.cue("grammar", "counting", "bundles"),
            hosts=lexicon.cue("grammar", "hosts"),
            belongings=lexicon.noun_cue("reference", "belongings"),
            envoys=lexicon.noun_cue("reference", "envoys"),
            speech=lexicon.verb_cue("speech", "verbs"),
            commanding=lexicon.verb_cue("reference", "commanding"),
            anywhere=lexicon.noun_cue("reference", "anywhere"),
            senders=Senders.of(lexicon),
            subordinate=lexicon.noun_cue("reference", "subordinate"),
            custody=lexicon.verb_cue("reference", "custody"),
            ousting=lexicon.verb_cue("reference", "ousting"),
            reigning=lexicon.noun_cue("reference", "reigning"),
            posting=lexicon.verb_cue("reference", "posting"),
            freeing=lexicon.verb_cue("reference", "freeing"),
            staying=lexicon.verb_cue("reference", "staying"),
            lawless=lexicon.cue("reference", "lawless", "bare_crowd"),
            crowding=lexicon.cue("grammar", "crowding"),
            garrison=lexicon.noun_cue("reference", "garrison"),
            garrisoned=lexicon.cues["reference"]["garrisoned"],
            occupying=lexicon.cue("reference", "occupying"),
            occupied=lexicon.cues["reference"]["occupied"],
            bidding=lexicon.verb_cue("reference", "bidding"),
            allied=lexicon.noun_cue("reference", "allied"),
            towns=lexicon.noun_cue("place", "kinds"),
            assailing=lexicon.verb_cue("reference", "assailing"),
            assaults=lexicon.noun_cue("reference", "assaults"),
            exemplifying=lexicon.cue("grammar", "exemplifying"),
        )
