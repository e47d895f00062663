"""Other people's code systems: our countries, sectors, bodies and event types in the terms of the layouts that we write."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from sayso.errors import LexiconError
from sayso.lexicon.read import FOLDER, Data, cached, digest, plain, read
from sayso.lexicon.schema import Code, Entry

KEEP = "keep"
Cameo = Annotated[str, Field(pattern=r"^\d{2,4}$")]


class Codes(Entry):
    """A country in every system; None where a system has no code for it."""

    code: Code
    numeric: int | None
    fips: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None
    cameo: Code | None
    plover: Code
    cow: int | None
    gw: int | None


class Sector(Entry):
    """A sector in every system; `domain` is what PLOVER writes in the place of a country."""

    cameo: Code
    religion: bool = False
    plover: Code | None
    domain: Code | None = None
    icews: str
    acled: str
    side: Annotated[str, Field(pattern="^(state|armed|civilian)$")]


class Group(Entry):
    """A body that has a code of its own."""

    cameo: Code
    plover: Code | None


class Quads(Entry):
    """The class of a root of CAMEO's, as coders that use its codes have it."""

    gdelt: Annotated[int, Field(ge=1, le=4)]
    phoenix: Annotated[int, Field(ge=0, le=4)]


class Folding(Entry):
    """What a planned act is told as."""

    type: str
    cameo: dict[str, str]
    modes: dict[str, str]


class AcledKind(Entry):
    """What an event is called in ACLED's terms; `civilians` asks whether its recipient is unarmed, `crowd` is its sort of actor."""

    type: str
    mode: str | None
    civilians: bool | None = None
    disorder: str
    event: str
    sub: str
    crowd: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """An event type: its group of four, its score and those of its modes, its CAMEO code."""

    quad: int
    score: float
    cameo: str
    modes: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Foreign:
    """All tables, by our own codes; `joint` holds the patterns of acts in which all parties do the same."""

    columns: Mapping[str, tuple[str, ...]]
    countries: Mapping[str, Codes]
    names: Mapping[str, str]
    alpha2: Mapping[str, str]
    sectors: Mapping[str, Sector]
    groups: Mapping[str, Group]
    goldstein: Mapping[str, float]
    quads: Mapping[str, Quads]
    labels: Mapping[str, str]
    plover: Mapping[str, str | None]
    folding: Mapping[int, Folding]
    acled: tuple[AcledKind, ...]
    kinds: Mapping[str, Kind]
    joint: frozenset[str]


SHAPES: dict[str, Any] = {
    "columns": dict[str, list[str]],
    "countries": list[Codes],
    "sectors": dict[str, Sector],
    "groups": dict[str, Group],
    "goldstein": dict[Cameo, Annotated[float, Field(ge=-10, le=10)]],
    "quads": dict[Cameo, Quads],
    "folding": dict[int, Folding],
    "acled": list[AcledKind],
}


def load(folder: Path = FOLDER, cache: Path | None = None) -> Foreign:
    """The tables of a lexicon, checked.

    Raises:
        LexiconError: a file is malformed, or names a country, type, mode or code that the lexicon does not know.
    """
    key = digest(folder)
    return _built(folder, cached(cache, f"{key}-layouts", lambda: _told(folder, read(folder, cache, key))))


def tables(folder: Path, data: Data) -> Foreign:
    """Read the tables, and check that all that they point at exists in a lexicon's data.

    Raises:
        LexiconError: a file is malformed, or names a country, type, mode or code that the lexicon does not know.
    """
    return _built(folder, _told(folder, data))


def _told(folder: Path, data: Data) -> Data:
    """The tables as they are written, and what they are checked against; kept by itself, as the whole lexicon takes longer to read."""
    return {
        "tables": {name: _written(folder / "layouts" / f"{name}.yaml") for name in SHAPES},
        "cameo": plain(folder / "ontology" / "cameo.yaml"),
        "countries": [{key: entry[key] for key in ("code", "name", "alpha2")} for entry in data["countries"]],
        "bodies": [entry["id"] for entry in data["organisations"]],
        "kinds": {kind["type"]: [kind["quad"], kind["score"], kind["cameo"], _scores(kind)] for kind in data["events"]},
        "joint": [_pattern(kind, entry) for kind in data["events"] for entry in kind["patterns"] if entry["joint"]],
    }


def _built(folder: Path, told: Data) -> Foreign:
    given = {name: _shaped(folder / "layouts" / f"{name}.yaml", told["tables"][name], shape) for name, shape in SHAPES.items()}
    foreign = Foreign(
        columns={name: tuple(columns) for name, columns in given["columns"].items()},
        countries={entry.code: entry for entry in given["countries"]},
        names={entry["code"]: entry["name"] for entry in told["countries"]},
        alpha2={entry["code"]: entry["alpha2"] for entry in told["countries"]},
        sectors=given["sectors"],
        groups=given["groups"],
        goldstein=given["goldstein"],
        quads=given["quads"],
        labels={code: entry["label"] for code, entry in told["cameo"].items()},
        plover={code: entry["plover"] for code, entry in told["cameo"].items()},
        folding=given["folding"],
        acled=tuple(given["acled"]),
        kinds={kind: Kind(*fields) for kind, fields in told["kinds"].items()},
        joint=frozenset(told["joint"]),
    )
    if found := "; ".join(_problems(foreign, set(told["bodies"]))):
        raise LexiconError(f"{folder / 'layouts'}: {found}")
    return foreign


def _written(path: Path) -> Any:
    try:
        return plain(path)
    except OSError as error:
        raise LexiconError(f"{path}: can't be read: {error.strerror or error}") from error


def _shaped(path: Path, written: Any, shape: Any) -> Any:
    try:
        return TypeAdapter(shape).validate_python(written)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise LexiconError(f"{path}: {where}: {first['msg']} (got {first.get('input')!r:.80})") from error


def _scores(kind: Mapping[str, Any]) -> dict[str, float]:
    return {name: mode["score"] for name, mode in kind["modes"].items()}


def _pattern(kind: Mapping[str, Any], entry: Mapping[str, Any]) -> str:
    """The name by which events refer to a pattern."""
    return f"{kind['type'].lower()}/{entry['mode'] or '-'}/{entry['name']}"


def _problems(foreign: Foreign, bodies: set[str]) -> Iterable[str]:
    """What the tables point at and nobody knows."""
    yield from _sides("countries.yaml", set(foreign.countries), set(foreign.names))
    yield from _sides("goldstein.yaml", set(foreign.goldstein), set(foreign.labels))
    yield from _sides("quads.yaml", set(foreign.quads), {code[:2] for code in foreign.labels})
    yield from (f"groups.yaml: no organisation {name!r}" for name in sorted(set(foreign.groups) - bodies))
    for name, columns in foreign.columns.items():
        if len(set(columns)) < len(columns):
            yield f"columns.yaml: {name} has a column twice"
    yield from (f"acled.yaml: no type {entry.type!r} with mode {entry.mode!r}" for entry in foreign.acled if not _known(foreign, entry))
    for fold in foreign.folding.values():
        yield from _unfolded(foreign, fold)


def _sides(file: str, ours: set[str], theirs: set[str]) -> Iterable[str]:
    """What stands on one side only."""
    yield from (f"{file}: {code!r} is unknown to the lexicon" for code in sorted(ours - theirs))
    yield from (f"{file}: {code!r} is missing" for code in sorted(theirs - ours))


def _known(foreign: Foreign, entry: AcledKind) -> bool:
    kind = foreign.kinds.get(entry.type)
    return kind is not None and (entry.mode is None or entry.mode in kind.modes)


def _unfolded(foreign: Foreign, fold: Folding) -> Iterable[str]:
    if fold.type not in foreign.kinds:
        yield f"folding.yaml: no type {fold.type!r}"
        return
    yield from (f"folding.yaml: no code {code!r}" for code in fold.cameo.values() if code != KEEP and code not in foreign.goldstein)
    for act, mode in fold.modes.items():
        if act.partition("/")[0] not in foreign.kinds or mode not in foreign.kinds[fold.type].modes:
            yield f"folding.yaml: {act}: no such act, or no mode {mode!r} of {fold.type}"
