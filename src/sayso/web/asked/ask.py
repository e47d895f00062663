"""What an address asks for: its query string as a filter, and back again, so that every view is a link."""

from functools import cached_property, lru_cache
from typing import Annotated, Any, Self
from urllib.parse import parse_qs, quote_plus

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from sayso.model.event import Status
from sayso.store import Filter
from sayso.store.asked.countries import coded

LONGEST = 300
Words = Annotated[str, StringConstraints(max_length=LONGEST, pattern=r"^[^\x00]*$")]
Whoever = Annotated[Words, AfterValidator(coded)]
Some = Annotated[list[Words], Field(max_length=50)]
Day = Annotated[str, StringConstraints(max_length=10)]
Then = Annotated[str, StringConstraints(pattern=r"^v\d{1,18}$")]
AS_IT_WAS = "As it was at a snapshot, which a citation names: v42."


class AsItWas(BaseModel):
    """What every view can be asked: to show what it showed at a snapshot."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    snapshot: Then | None = Field(None, description=AS_IT_WAS)


class Asked(AsItWas):
    """Which events are wanted: the filters of `sayso query`, by the same names.

    A field given several times asks for any of its values. Views that take more are given a child of this class.
    """

    text: Words | None = Field(None, description='Words of the evidence; "words in quotes" in that order, the end* left open.')
    actor: Some = Field([], description="Who acts: RUS or Russia, RUS:MIL, :MIL, rus-putin, or words of a name.")
    recipient: Some = Field([], description="To whom, in the same way.")
    party: Some = Field([], description="Who, in either role.")
    type: Some = Field([], description="Event types.")
    mode: Some = Field([], description="Modes of the types.")
    quad: list[Annotated[int, Field(ge=1, le=4)]] = Field([], max_length=4, description="Quad classes.")
    status: list[Status] = Field([], max_length=4, description="Whether it is said to have happened.")
    says: Some = Field([], description="On whose say-so; - is the report's own voice.")
    context: Some = Field([], description="What the passage is about.")
    publisher: Some = Field([], description="Who put the report out.")
    place: Some = Field([], description="Where: a country, or words of a place's name.")
    since: Day | None = Field(None, description="From this day, month or year of the event on.")
    until: Day | None = Field(None, description="Up to and with it.")
    published_since: Day | None = Field(None, description="Of reports from this day on.")
    published_until: Day | None = Field(None, description="Of reports up to this day.")
    min_origins: int | None = Field(None, ge=0, le=1_000_000, description="Told by so many independent origins.")
    min_confidence: float | None = Field(None, ge=0, le=1, description="Coded with at least this confidence.")
    report: Some = Field([], description="Ids of reports.")
    incident: Some = Field([], description="Ids of incidents.")
    state: Some = Field([], description="What became of it by hand: coded, accepted, corrected, added, kept.")

    @classmethod
    def read(cls, query: str, **more: Any) -> Self:
        """What a query string asks for, and more.

        Raises:
            ValidationError: it asks for what does not exist.
        """
        lists = {name for name, known in cls.model_fields.items() if isinstance(known.default, list)}
        given = {name: value if name in lists else value[-1] for name, value in parse_qs(query.lstrip("?")).items()}
        return cls(**{**given, **more})

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, given: Any) -> Any:
        """Fields that a form left empty ask for nothing."""
        return {name: kept for name, value in given.items() if (kept := _filled(value)) not in (None, "", [])}

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        self.wanted  # noqa: B018 - days that are none are told here
        return self

    @property
    def wanted(self) -> Filter:
        """The filter."""
        return self._wanted

    def query(self, **changes: Any) -> str:
        """The query string that asks for the same, but for some changes (None takes a field away); `?...`, or nothing."""
        return written({**self.changed, **changes})

    def carried(self, **changes: Any) -> str:
        """The query string of the filter alone, for a link to another view."""
        return written({**self._filters, **changes})

    def conditions(self) -> list[tuple[str, str, str]]:
        """What is asked for, condition by condition: its field, its value, and the query without it."""
        found = []
        for name, value in self._given((*FILTERS, "snapshot")).items():
            for one in value if isinstance(value, list) else [value]:
                rest = [other for other in value if other != one] if isinstance(value, list) else None
                found.append((name, str(one), self.query(**{name: rest, "after": None}) or "?"))
        return found

    def _given(self, names: tuple[str, ...]) -> dict[str, Any]:
        return {name: value for name, value in self.changed.items() if name in names}

    @cached_property
    def _wanted(self) -> Filter:
        return Filter.of(**{name: tuple(value) if isinstance(value, list) else value for name, value in self._filters.items()})

    @cached_property
    def _filters(self) -> dict[str, Any]:
        """The fields of the filter that were asked for; links in every row of a table tell them again."""
        return self._given(FILTERS)

    @cached_property
    def changed(self) -> dict[str, Any]:
        """All fields that were asked for."""
        return {name: value for name, field in type(self).model_fields.items() if (value := getattr(self, name)) != field.default}


FILTERS = tuple(name for name in Asked.model_fields if name != "snapshot")


class Paged(Asked):
    """Which events, and which page of them."""

    after: Annotated[str, StringConstraints(max_length=40, pattern=r"^[0-9-]{0,10}_\d{1,18}$")] | None = Field(
        None, description="Where the page before ended; its `after`."
    )
    limit: int = Field(50, ge=1, le=500, description="At most so many.")


LABELS = {
    "text": "words",
    "actor": "who",
    "recipient": "to whom",
    "party": "who or to whom",
    "type": "what",
    "mode": "mode",
    "quad": "quad",
    "status": "whether",
    "says": "says",
    "context": "about",
    "publisher": "publisher",
    "place": "where",
    "since": "from",
    "until": "up to",
    "published_since": "published from",
    "published_until": "published up to",
    "min_origins": "origins at least",
    "min_confidence": "confidence at least",
    "report": "report",
    "incident": "incident",
    "state": "by hand",
    "snapshot": "snapshot",
}

# The fields of an incident as pages call them.
FIELDS = {
    "type": "what",
    "status": "whether",
    "actors": "who",
    "recipients": "to whom",
    "time": "when",
    "place": "where",
    "says": "on whose say-so",
}


def _filled(value: Any) -> Any:
    return [one for one in value if one != ""] if isinstance(value, list) else value


def written(given: dict[str, Any]) -> str:
    """A query string, `?...`; nothing where nothing is given."""
    pairs = [
        _pair(name, str(one))
        for name, value in given.items()
        if value is not None
        for one in (value if isinstance(value, list | tuple) else (value,))
    ]
    return "?" + "&".join(pairs) if pairs else ""


def _pair(name: str, value: str) -> str:
    return f"{quoted(name)}={quoted(value)}"


@lru_cache(maxsize=4096)
def quoted(value: str) -> str:
    """A value as it stands in a query string; names of a filter and its values stand in each link of a page."""
    return quote_plus(value)
