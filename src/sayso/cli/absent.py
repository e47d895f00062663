"""Why an answer is empty: what was asked for that no event has, even by itself, and what may have been meant."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.store import Filter, View

LISTED = ("type", "mode", "context", "publisher")  # fields whose values are few enough to be told
SHOWN = 16
NEAR = {"place": "place", "says": "says"}  # fields whose values are too many to be told, and what counts them
WHO = ("actor", "recipient", "party", "says")
MANY = 2000  # values among which one is sought that was misspelt
ALIKE, ALIKE_CODES = 0.8, 0.65  # two of three letters may stand in each other's place
CODE = 3  # letters of a country's code


def absent(view: "View", wanted: "Filter") -> Iterator[str]:
    """A line for each value that no event has."""
    from sayso.store import Filter

    given = wanted.given()
    for name, value in given.items():
        alone = [one for one in (value if isinstance(value, tuple) else (value,)) if not view.count(Filter.of(**{name: one}))]
        if alone:
            option = "--" + name.replace("_", "-")
            yield f"no event here has {option} {', '.join(map(str, alone))}{_meant(view, name, str(alone[0]))}"
    for first, last in (("since", "until"), ("published_since", "published_until")):
        since, until = str(given.get(first, "")), str(given.get(last, ""))
        if until and since[: len(until)] > until:  # a month is not later than its year
            yield f"--{first.replace('_', '-')} {since} is later than --{last.replace('_', '-')} {until}"


def _meant(view: "View", name: str, value: str) -> str:
    """What is spelt much like it, else the values that there are, the commonest first."""
    listed = view.facets(names=(NEAR.get(name, name),), top=MANY)[NEAR.get(name, name)] if name in (*LISTED, *NEAR) else []
    there = [str(one) for one, _ in listed if one]
    near = _near(value, {one: one for one in there}) or (
        _near(value, _countries("code" if len(value) == CODE else "name")) if name in WHO else ""
    )
    if near:
        return f"; did you mean {near}?"
    return f"; the commonest are {', '.join(there[:SHOWN])}" if there and name in LISTED else ""


def _near(value: str, known: dict[str, str]) -> str:
    """Which of the known names are spelt much like a value."""
    lower = {name.lower(): told for name, told in known.items()}
    alike = get_close_matches(value.lower(), lower, n=3, cutoff=ALIKE_CODES if len(value) == CODE else ALIKE)
    return " or ".join(dict.fromkeys(lower[one] for one in alike))


def _countries(key: str) -> dict[str, str]:
    """Countries by name or by code, as they are asked for."""
    from sayso.lexicon.read import FOLDER, plain

    listed = plain(FOLDER / "entities" / "countries.yaml")
    return {one[key]: f"{one['code']} ({one['name']})" for one in listed}
