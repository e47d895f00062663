"""The shape of each YAML file; unknown keys are refused. `docs/lexicon.md` explains every key."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

SECTORS = Literal[
    "GOV", "MIL", "COP", "LEG", "JUD", "SPY", "PTY", "OPP", "REB", "UAF", "CVL", "BUS",
    "MED", "EDU", "REL", "HLH", "LAB", "REF", "CRM", "IGO", "NGO", "ELI",
]  # fmt: skip
Code = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Wikidata = Annotated[str, Field(pattern=r"^Q\d+$")] | None
Lemma = Annotated[str, Field(pattern=r"^[^A-Z]+$")]
Complement = Literal["to", "that", "whether", "ing", "else"]


def _day(value: Any) -> Any:
    """YAML reads `2012-05-07` as a date and `2012` as a number; both become text."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else value


def _in_calendar(value: str) -> str:
    try:
        date.fromisoformat(f"{value}-01-01"[:10] if len(value) == 4 else f"{value}-01"[:10])
    except ValueError as error:
        raise ValueError(f"{value!r} is no day of the calendar ({error})") from error
    return value


Day = Annotated[str, BeforeValidator(_day), Field(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$"), AfterValidator(_in_calendar)]


def _slots(value: Any) -> Any:
    """A list of prepositions means: with anything after them."""
    return dict.fromkeys(value, "any") if isinstance(value, list) else value


Slots = Annotated[dict[str, list[str] | Literal["any"]], BeforeValidator(_slots)]


class Entry(BaseModel):
    """What all entries share: frozen, and no key that the schema does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Mode(Entry):
    """A finer kind of an event type, with its conflict-cooperation score."""

    score: float | None = None
    definition: str


class Example(Entry):
    """A sentence in which a pattern fires, and words to be found in its roles."""

    text: str
    actors: list[str] = []
    recipients: list[str] = []
    status: Literal["occurred", "planned", "possible", "denied"] | None = None


class PatternEntry(Entry):
    """One sense: triggers that take the same things in the same roles."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    mode: str | None = None
    cameo: Annotated[str, Field(pattern=r"^\d{2,4}$")] | None = None
    contexts: list[str] = []
    verbs: list[Lemma] = []
    nouns: list[Lemma] = []
    adjectives: list[Lemma] = []
    object: list[str] | None = None
    unless_object: list[str] = []
    subject: list[str] | None = None
    unless_subject: list[str] = []
    with_: Slots = Field(default={}, alias="with")
    unless_with: Slots = {}
    complement: list[Complement] = []
    modal: list[Lemma] = []
    clause_verb: list[Lemma] = []
    unless_clause: list[Lemma] = []
    clause_subject: list[str] | None = None
    clause_others: bool = False
    clause_object: list[str] | None = None
    unless: list[str] = []
    actor: list[str] = ["subject"]
    recipient: list[str] = ["object", "inside", "on", "against", "to", "with"]
    of: Literal["actor", "recipient"] | None = None
    owner: Literal["actor", "recipient"] = "actor"
    joint: bool = False
    several: bool = False
    mutual: bool = False
    received: bool = False
    national: bool = False
    foreign: bool = False
    others: bool = False
    finite: bool = False
    political: bool = False
    content: Literal["code", "consume"] | None = None
    status: Literal["denied", "planned", "possible", "occurred"] | None = None
    bare: bool = True
    examples: Annotated[list[str | Example], Field(min_length=2)]
    counterexamples: Annotated[list[str], Field(min_length=1)]

    @model_validator(mode="after")
    def _has_trigger(self) -> "PatternEntry":
        if not (self.verbs or self.nouns or self.adjectives):
            raise ValueError(f"pattern {self.name!r} has no verbs, nouns or adjectives")
        return self


class EventType(Entry):
    """One file of `events/`."""

    type: Annotated[str, Field(pattern=r"^[A-Z]+$")]
    label: str
    definition: str
    quad: Literal[1, 2, 3, 4]
    score: float
    cameo: Annotated[str, Field(pattern=r"^\d{2,4}$")]
    content: Literal["code", "consume"] = "code"
    place_receives: bool = False
    ground: bool = False
    refused: str | None = None
    threatened: str | None = None
    ordered: str | None = None
    modes: dict[str, Mode] = {}
    classes: dict[str, list[str]] = {}
    patterns: list[PatternEntry]

    @model_validator(mode="after")
    def _modes_exist(self) -> "EventType":
        for pattern in self.patterns:
            if pattern.mode and pattern.mode not in self.modes:
                raise ValueError(f"pattern {pattern.name!r}: {self.type} has no mode {pattern.mode!r}")
        return self


class Context(Entry):
    """A PLOVER context and the words that indicate it."""

    name: str
    definition: str
    words: list[str]


class Named(Entry):
    """What has names; `marked` are those that are meant although they are common words, or somebody else's too."""

    marked: list[str] = []


class Country(Named):
    """A country, its names and those of its people and government."""

    code: Code
    alpha2: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    name: str
    also: list[str] = []
    adjectives: list[str] = []
    people: list[str] = []
    capital: str | None = None
    capital_also: list[str] = []
    metonyms: list[str] = []
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]


class Ambiguous(Entry):
    """A word that more than one country owns; `presumed` is the one that is meant where nothing tells which.

    One for a `people` without a state is no government, be it of one country alone: "two *Tuaregs*", "*Masalit* villagers".
    """

    text: str
    codes: list[Code]
    presumed: Code | None = None
    people: bool = False


class Region(Named):
    """A place that is neither a country nor a city; most of it lies within `radius` kilometres of its point."""

    name: str
    also: list[str] = []
    adjectives: list[str] = []
    country: Code | None
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    radius: Annotated[int, Field(gt=0, le=10_000)] | None = None
    kind: str


def ordered(start: str | None, end: str | None) -> bool:
    """Whether a period doesn't end before it begins, as far as both days are known."""
    exact = min(len(start or ""), len(end or ""))
    return (start or "")[:exact] <= (end or "")[:exact]


class Term(Entry):
    """A stretch of time in which a person held a role."""

    role: str
    sectors: list[SECTORS]
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    country: Code | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "Term":
        if not ordered(self.from_, self.to):
            raise ValueError(f"term {self.role!r} ends ({self.to}) before it begins ({self.from_})")
        return self


class Person(Named):
    """A person with the roles they held."""

    id: Annotated[str, Field(pattern=r"^[a-z]{3}-[a-z0-9-]+$")]
    name: str
    also: list[str] = []
    short: list[str] = []
    country: Code | None
    gender: Literal["m", "f"] | None = None
    terms: list[Term] = []
    asof: Day
    wikidata: Wikidata = None


class Organisation(Named):
    """A body with a name of its own."""

    id: Annotated[str, Field(pattern=r"^[a-z]{3}-[a-z0-9-]+$")]
    name: str
    also: list[str] = []
    country: Code | None
    sectors: list[SECTORS]
    kind: Literal[
        "igo", "party", "armed-group", "parliament", "court", "force", "agency", "ministry", "central-bank", "ngo",
        "union", "media", "news-agency", "company", "religious",
    ]  # fmt: skip
    members: list[Code] = []
    domains: list[Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]] = []
    family: str | None = None
    owner: str | None = None
    metonyms: list[str] = []
    people: list[str] = []
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    wikidata: Wikidata = None

    @model_validator(mode="after")
    def _ordered(self) -> "Organisation":
        if not ordered(self.from_, self.to):
            raise ValueError(f"it ends ({self.to}) before it begins ({self.from_})")
        return self


class Ministry(Entry):
    """A ministry that every state has, by its portfolio."""

    portfolio: Annotated[str, Field(pattern=r"^[a-z]+$")]
    name: str
    nouns: Annotated[list[Lemma], Field(min_length=1)]
    own: dict[Code, str] = {}


class Role(Entry):
    """Nouns for people and bodies of one sector; `capital`: with a capital letter only, as a name is written ("the Forest Agency")."""

    sectors: list[SECTORS]
    capital: bool = False
    kind: Literal["person", "group", "body"]
    nouns: list[Lemma]


class Family(Entry):
    """Event types that may tell of one happening, and spans of time in days."""

    name: Annotated[str, Field(pattern=r"^[a-z-]+$")]
    types: Annotated[list[Annotated[str, Field(pattern=r"^[A-Z]+$")]], Field(min_length=1)]
    lag: Annotated[int, Field(ge=0, le=30)]
    ahead: Annotated[int, Field(ge=0, le=60)]
    spread: Annotated[int, Field(ge=0, le=3)]
    shift: Annotated[int, Field(ge=0, le=366)] = 0
    either_way: bool = False
    topic: bool = False


class Points(Entry):
    """What each likeness and difference of two events is worth."""

    same_entity: float
    same_party: float
    vaguer_party: float
    kindred_party: float
    other_body: float
    other_party: float
    other_side: float
    same_pair: float
    part_of_pair: float
    same_day: float
    day_apart: float
    plan_apart: float
    days_meet: float
    published_together: float
    same_place: float
    wider_place: float
    other_place: float
    same_number: float
    near_number: float
    other_number: float
    same_mode: float
    other_mode: float
    modes_apart: float
    same_trigger: float
    one_sentence: float
    wording: float
    topic: float


class Likeness(Entry):
    """The file `incidents/likeness.yaml`."""

    enough: float
    against: float
    points: Points
    usual_wording: Annotated[float, Field(ge=0, le=1)]
    usual_topic: Annotated[float, Field(ge=0, le=1)]
    near: Annotated[float, Field(gt=0)]
    number_ratio: Annotated[float, Field(gt=1)]
    kindred: list[list[SECTORS]]
    modes_apart: list[Annotated[list[str], Field(min_length=2)]]
    idle: list[Lemma]
