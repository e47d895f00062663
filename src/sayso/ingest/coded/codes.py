"""Others' codes in our terms: the code tables read backwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party, Place, Span, Version, When

Row = Mapping[str, str]
NOTHING = Span(0, 0, "")
UNSURE = 0.0


@dataclass(frozen=True, slots=True)
class Codes:
    """Look-ups from others' codes to ours."""

    foreign: Foreign
    cameo: Mapping[str, str]
    plover: Mapping[str, str]
    fips: Mapping[str, str]
    names: Mapping[str, str]
    roles: Mapping[str, str]
    sectors: Mapping[str, str]
    groups: Mapping[str, str]
    roots: Mapping[str, str]

    def kind(self, cameo: str) -> str | None:
        """Our type for a code: PLOVER's, else the type of ours whose own code has the same root; None for no code and for statements."""
        return (self.foreign.plover[cameo] or self.roots.get(cameo[:2])) if cameo in self.foreign.plover else None

    @classmethod
    def of(cls, foreign: Foreign) -> Self:
        """The look-ups of some tables."""
        countries = foreign.countries.values()
        return cls(
            foreign=foreign,
            cameo={c.cameo: c.code for c in countries if c.cameo},
            plover={c.plover: c.code for c in countries},
            fips={c.fips: c.code for c in countries if c.fips},
            names={name: code for code, name in foreign.names.items()},
            roles={entry.cameo: sector for sector, entry in foreign.sectors.items()},
            sectors={entry.plover: sector for sector, entry in foreign.sectors.items() if entry.plover},
            groups={entry.cameo: name for name, entry in foreign.groups.items()},
            roots={kind.cameo[:2]: name for name, kind in foreign.kinds.items()},
        )


def number(text: str) -> float | None:
    """A number; None where there is none."""
    try:
        return float(text)
    except ValueError:
        return None


def day(text: str) -> str | None:
    """`20251204` or `2025-12-04` as ISO; None where it is no day."""
    digits = text.replace("-", "")[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 and digits.isdigit() else None


def party(name: str, country: str | None, sectors: tuple[str, ...], group: str | None = None) -> tuple[Party, ...]:
    """A party as others have it; nobody where they name neither name nor country nor sector."""
    if not (name or country or sectors):
        return ()
    return (Party(group, name or country or sectors[0], country, sectors, 0, 0, "", "text"),)


def imported(
    form: str,
    identifier: str,
    *,
    report: dict[str, str | None],
    kind: str,
    mode: str | None,
    contexts: tuple[str, ...],
    cameo: str,
    codes: Codes,
    actors: tuple[Party, ...],
    recipients: tuple[Party, ...],
    on: str | None,
    place: Place | None,
) -> Event:
    """An event that rests on others' word: its spans are empty, its pattern says whence it comes, its confidence is 0."""
    known = codes.foreign.kinds[kind]
    score = known.modes.get(mode) if mode else None
    return Event(
        id=f"{form}-{identifier}",
        report=report,
        type=kind,
        mode=mode if mode in known.modes else None,
        contexts=contexts,
        cameo=cameo or known.cameo,
        quad=known.quad,
        score=known.score if score is None else score,
        trigger=NOTHING,
        evidence=NOTHING,
        actors=actors,
        recipients=recipients,
        status="occurred",
        says=(),
        time=When(on, on, None, "unknown") if on else None,
        place=place,
        quantities=(),
        pattern=f"imported/-/{form}",
        confidence=UNSURE,
        version=Version(form, ""),
    )
