"""What identification needs of a lexicon."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.extract.identify.descriptor_words import DescriptorWords
from sayso.extract.identify.issuers import Issuing
from sayso.extract.identify.names import NameWords
from sayso.extract.identify.reference_words import ReferenceWords
from sayso.extract.identify.theatre import Signs
from sayso.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What identification needs of a lexicon; `roles` are the last words of roles, `owned` nouns that take an owner behind them."""

    descriptors: DescriptorWords
    references: ReferenceWords
    names: NameWords
    where: frozenset[str]
    venues: frozenset[str]
    visits: frozenset[str]
    pointers: frozenset[str]
    personal: frozenset[str]
    indefinite: frozenset[str]
    whatever: frozenset[str]
    all: frozenset[str]
    singled: frozenset[str]
    one_endings: tuple[str, ...]
    nouns: frozenset[str]
    roles: frozenset[str]
    owned: frozenset[str]
    impersonal: frozenset[str]
    seats: Mapping[str, str]
    halves: Mapping[str, str]
    prefixes: frozenset[str]
    signs: Signs
    issuing: Issuing

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Knowledge":
        """Take it from a lexicon."""
        pointing = ReferenceWords.of(lexicon)
        nouns = pointing.paired | pointing.pointing | pointing.definite | pointing.places.keys()
        described = DescriptorWords.of(lexicon)
        return cls(
            described,
            pointing,
            NameWords.of(lexicon),
            where=lexicon.cue("reference", "where"),
            venues=lexicon.cue("reference", "venues"),
            visits=lexicon.cue("reference", "visits"),
            pointers=lexicon.cue("reference", "pointers"),
            personal=lexicon.cue("reference", "personal"),
            indefinite=lexicon.cue("reference", "indefinite"),
            whatever=lexicon.cue("reference", "whatever"),
            all=lexicon.cue("reference", "all"),
            singled=lexicon.cue("reference", "singled"),
            one_endings=tuple(lexicon.cues["reference"]["one_endings"]),
            nouns=nouns | frozenset(lexicon.roles),
            roles=frozenset(described.roles.keys() | described.heads.keys()),
            owned=described.tracts | described.offices | described.members | described.counterparts,
            impersonal=lexicon.cue("grammar", "impersonal"),
            seats=lexicon.cues["reference"]["seats"],
            halves=lexicon.cues["reference"]["halves"],
            prefixes=lexicon.cue("place", "modifiers", "epithets") | lexicon.cue("grammar", "temporal") | frozenset(lexicon.roles),
            signs=Signs.of(lexicon),
            issuing=Issuing.of(lexicon),
        )
