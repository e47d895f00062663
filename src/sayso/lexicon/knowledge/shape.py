"""From an entry as written to a checked one: what kind it is of, and what is wrong with it in words that say what to do."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from sayso.lexicon import schema
from sayso.lexicon.knowledge.fault import Fault, Located
from sayso.lexicon.read import Data

KINDS: Mapping[str, type[schema.Entry]] = {
    "people": schema.Person,
    "organisations": schema.Organisation,
    "countries": schema.Country,
    "regions": schema.Region,
    "ambiguous": schema.Ambiguous,
    "roles": schema.Role,
}
IDENTITY = {"people": "id", "organisations": "id", "countries": "code", "regions": "name", "ambiguous": "text", "roles": "nouns"}
TOLD_BY = {"nouns": "roles", "codes": "ambiguous", "code": "countries", "terms": "people", "asof": "people", "gender": "people"}
UNCLEAR = (
    "can't tell what this is: a person has `terms` and `asof`, a body `sectors` and `kind`, a country `code`, a place `lat` and `lon`, "
    "a word of several countries `codes`, a role `nouns`"
)
REMEDIES = {
    "missing": "`{where}` is missing",
    "string_pattern_mismatch": "{where}: {got!r} is not of the shape that is wanted here ({pattern})",
    "literal_error": "{where}: {got!r} is none of {expected}",
}


def checked(found: Located) -> tuple[str, Data] | list[Fault]:
    """The kind and the checked entry, all defaults filled in; or its faults."""
    kind = _kind(found.entry)
    if kind is None:
        return [found.fault(f"{label(found.entry)}: {UNCLEAR}")]
    try:
        model = KINDS[kind].model_validate(found.entry)
    except ValidationError as error:
        told = (_told(problem, KINDS[kind]) for problem in error.errors())
        return [found.fault(f"{label(found.entry)}: {text}") for text in told]
    return kind, model.model_dump(mode="json", by_alias=True)


def label(entry: Mapping[str, Any]) -> str:
    """How an entry is called in messages."""
    return next((f"{key} {entry[key]!r}" for key in ("id", "code", "text", "name") if entry.get(key)), "entry")


def _kind(entry: Mapping[str, Any]) -> str | None:
    told = next((kind for key, kind in TOLD_BY.items() if key in entry), None)
    if told or "lat" not in entry:
        return told or ("organisations" if {"sectors", "kind"} & entry.keys() else None)
    return "regions"


def _told(problem: Any, model: type[schema.Entry]) -> str:
    where = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        keys = [field.alias or name for name, field in model.model_fields.items()]
        near = get_close_matches(str(problem["loc"][-1]), keys, 1)
        return f"unknown key `{where}`; " + (f"did you mean `{near[0]}`?" if near else f"there are {', '.join(keys)}")
    if problem["type"] == "value_error":
        return str(problem["msg"]).removeprefix("Value error, ")
    remedy = REMEDIES.get(problem["type"])
    if remedy is None:
        return f"{where}: {problem['msg']} (got {problem.get('input')!r:.60})"
    return remedy.format(where=where, got=problem.get("input"), **problem.get("ctx", {}))
