"""The words by which descriptors are read."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.extract.identify.memory import Referent
from sayso.extract.identify.names import Roles
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Use
from sayso.lexicon.ministry import Portfolios

NOUNS = (
    "members",
    "counterparts",
    "tracts",
    "offices",
    "missions",
    "arms",
    "borders",
    "anyone",
    "guise",
    "courtly",
    "presiding",
    "advising",
    "harmers",
    "wares",
    "societies",
    "limbs",
    "loose",
    "combatants",
    "leaders",
)
WORDS = (
    "linked",
    "former",
    "exiled",
    "lending",
    "based",
    "power",
    "civil",
    "leaning",
    "descent",
    "nameless",
    "serving",
    "partisan",
    "makes",
    "gentlemen",
    "ladies",
    "bygone_office",
)


@dataclass(frozen=True, slots=True)
class DescriptorWords:
    """The role nouns of a lexicon, and the words that keep a nationality or an office from being the role's own.

    `heads` are the last words of roles as they stand before names: "Gov. Lee" has a point, Amartya Sen none; `held` are nouns for
    what is called by the town where it was made or is held; what is done to `limbs` is done to whose they are, and words `loose` before
    a thing say of what kind it is and not whose ("a *public* hearing").
    """

    roles: Roles
    heads: Roles
    linked: frozenset[str]
    former: frozenset[str]
    ministries: Portfolios
    exiled: frozenset[str]
    lending: frozenset[str]
    members: frozenset[str]
    counterparts: frozenset[str]
    leading: frozenset[str]
    copulas: frozenset[str]
    tracts: frozenset[str]
    based: frozenset[str]
    naming: frozenset[str]
    given: frozenset[str]
    kinds: frozenset[str]
    offices: frozenset[str]
    collectives: frozenset[str]
    power: frozenset[str]
    plain: frozenset[str]
    crowds: frozenset[str]
    living: frozenset[str]
    units: frozenset[str]
    missions: frozenset[str]
    arms: frozenset[str]
    makes: frozenset[str]
    civil: frozenset[str]
    gentlemen: frozenset[str]
    ladies: frozenset[str]
    societies: frozenset[str]
    borders: frozenset[str]
    leaning: frozenset[str]
    descent: frozenset[str]
    temporal: frozenset[str]
    scenes: Mapping[Use, frozenset[str]]
    deeming: frozenset[str]
    nameless: frozenset[str]
    serving: frozenset[str]
    anyone: frozenset[str]
    bearing: frozenset[str]
    guise: frozenset[str]
    courtly: frozenset[str]
    presiding: frozenset[str]
    advising: frozenset[str]
    unknown_armed: tuple[str, ...]
    harmers: frozenset[str]
    wares: frozenset[str]
    partisan: frozenset[str]
    held: frozenset[str]
    limbs: frozenset[str]
    loose: frozenset[str]
    bygone_office: frozenset[str]
    combatants: frozenset[str]
    leaders: frozenset[str]
    humans: Mapping[str, str | None]
    stately: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "DescriptorWords":
        """Take them from a lexicon."""
        nouns = {name: lexicon.noun_cue("reference", name) for name in NOUNS}
        abbreviations = lexicon.cue("grammar", "abbreviations")
        whole = {word: nouns for word, nouns in lexicon.roles.items() if word not in abbreviations}
        return cls(
            lexicon.roles,
            whole | {f"{word}.": nouns for word, nouns in lexicon.roles.items()},
            **nouns,
            **{name: lexicon.cue("reference", name) for name in WORDS},
            ministries=lexicon.ministries,
            leading=lexicon.verb_cue("reference", "leading"),
            copulas=lexicon.cue("grammar", "copulas"),
            naming=lexicon.verb_cue("reference", "naming"),
            given=lexicon.cue("place", "given"),
            kinds=lexicon.cue("place", "kinds"),
            collectives=lexicon.noun_cue("reference", "group"),
            plain=lexicon.cue("fields", "common", "school", "workforce", "private"),
            crowds=lexicon.cue("reference", "bare_crowd"),
            living=lexicon.verb_cue("reference", "living"),
            stately=lexicon.cue("reference", "ruling"),
            humans=_humans(*(lexicon.noun_cue("reference", name) for name in ("humans", "males", "females"))),
            units=lexicon.cue("quantity", "money_units"),
            temporal=lexicon.noun_cue("grammar", "temporal"),
            deeming=lexicon.verb_cue("reference", "deeming"),
            bearing=lexicon.verb_cue("reference", "bearing"),
            unknown_armed=tuple(lexicon.cues["reference"]["unknown_armed"]),
            held=lexicon.noun_cue("reference", "treaties", "gatherings"),
            scenes=_scenes(*(lexicon.noun_cue("reference", name) for name in ("befalling", "struck", "treaties", "gatherings"))),
        )

    def forces(self, whose: Referent) -> bool:
        """Whether somebody is an army or the like, whose things are of its sector."""
        return whose.kind == "body" and bool(whose.sectors) and self.serving.issuperset(whose.sectors)


def _humans(either: frozenset[str], males: frozenset[str], females: frozenset[str]) -> Mapping[str, str | None]:
    """Nouns for human beings with the gender that they tell."""
    return dict.fromkeys(either) | dict.fromkeys(males, "m") | dict.fromkeys(females, "f")


def _scenes(befalling: frozenset[str], *others: frozenset[str]) -> Mapping[Use, frozenset[str]]:
    """What is called by where it struck, was made or is held, after the uses of names that can say so."""
    towns = befalling.union(*others)
    return {"name": befalling, "capital": towns, "city": towns}
