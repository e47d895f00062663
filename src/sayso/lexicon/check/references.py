"""Entries that point at nothing: countries, CAMEO codes, contexts; entries that stand twice; definitions that are empty."""

from collections import Counter
from collections.abc import Iterable, Iterator

from sayso.lexicon.check.problem import Problem
from sayso.lexicon.check.shape import Data, Files

STATE = "state"  # an outlet's owner that stands for the state of its country
IDENTITY = {"events": "type", "contexts": "name", "countries": "code", "people": "id", "organisations": "id", "ambiguous": "text"}


def reference_problems(files: Files) -> Iterator[Problem]:
    """All of them."""
    yield from _twins(files)
    yield from _countries(files)
    yield from _families(files)
    yield from _ministries(files)
    yield from _disputed(files)
    yield from _codes(files)
    yield from _definitions(files)
    yield from _roles(files.entries["roles"])


def _twins(files: Files) -> Iterator[Problem]:
    """Entries of one kind under one identity."""
    for kind, key in IDENTITY.items():
        for name in _repeated(entry[key] for entry in files.entries[kind]):
            yield Problem("twin", (name,), f"{kind} has {key} {name!r} twice")


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _countries(files: Files) -> Iterator[Problem]:
    known = {entry["code"] for entry in files.entries["countries"]}
    for kind in ("people", "organisations", "regions", "ambiguous"):
        for entry in files.entries[kind]:
            name = entry.get("id") or entry.get("name") or entry["text"]
            for code in sorted(_mentioned(entry) - known):
                yield Problem("country", (name, code), f"{name}: no country {code} in entities/countries.yaml")


def _families(files: Files) -> Iterator[Problem]:
    """Houses and owners that nobody knows, and domains of two outlets."""
    bodies = files.entries["organisations"]
    known = {entry["id"] for entry in bodies}
    for entry in bodies:
        for tie in ("family", "owner"):
            if entry[tie] and entry[tie] not in known | {STATE}:
                yield Problem(tie, (entry["id"], entry[tie]), f"{entry['id']}: no organisation {entry[tie]!r} to be its {tie}")
        if entry["owner"] == STATE and not entry["country"]:
            yield Problem("owner", (entry["id"], STATE), f"{entry['id']}: a state owns it, but it has no country")
    for domain in _repeated(domain for entry in bodies for domain in entry["domains"]):
        yield Problem("domain", (domain,), f"two organisations publish at {domain}")


def _ministries(files: Files) -> Iterator[Problem]:
    """Ministries of which two portfolios have the same noun, and entries of their own that there are none of."""
    known = {entry["id"] for entry in files.entries["organisations"]}
    for noun in _repeated(noun for entry in files.entries["ministries"] for noun in entry["nouns"]):
        yield Problem("ministry", (noun,), f"entities/ministries.yaml lists {noun!r} twice")
    for entry in files.entries["ministries"]:
        for who in entry["own"].values():
            if who not in known:
                yield Problem("ministry", (entry["portfolio"], who), f"ministry {entry['portfolio']}: no organisation {who!r}")


def _disputed(files: Files) -> Iterator[Problem]:
    """Disputed territories that are coded otherwise than the policy says, or not known at all."""
    coded = {entry["name"]: entry["country"] for entry in files.entries["regions"]}
    coded |= {entry["name"]: entry["code"] for entry in files.entries["countries"]}
    for entry in files.disputed:
        name = entry["name"]
        if name not in coded:
            yield Problem("disputed", (name,), f"ontology/disputed.yaml: no country or region {name!r}")
        elif coded[name] != entry["coded"]:
            yield Problem("disputed", (name,), f"{name} is coded {coded[name]}, but ontology/disputed.yaml says {entry['coded']}")


def _mentioned(entry: Data) -> set[str]:
    """The countries that an entry names."""
    terms = {term["country"] for term in entry.get("terms", ())}
    codes = {entry.get("country"), *terms, *entry.get("members", ()), *entry.get("codes", ())}
    return {code for code in codes if code}


def _codes(files: Files) -> Iterator[Problem]:
    """CAMEO codes and contexts of event types and patterns."""
    contexts = {entry["name"] for entry in files.entries["contexts"]}
    for kind in files.entries["events"]:
        yield from _code(files, kind["type"], kind["cameo"])
        for pattern in kind["patterns"]:
            name = f"{kind['type']}/{pattern['name']}"
            if pattern["cameo"]:
                yield from _code(files, name, pattern["cameo"])
            for context in pattern["contexts"]:
                if context not in contexts:
                    yield Problem("context", (name, context), f"{name}: no context {context!r} in events/contexts.yaml")


def _code(files: Files, name: str, code: str) -> Iterator[Problem]:
    if code not in files.cameo:
        yield Problem("cameo", (name, code), f"{name}: no code {code!r} in ontology/cameo.yaml")


def _definitions(files: Files) -> Iterator[Problem]:
    for kind in files.entries["events"]:
        if not kind["definition"].strip():
            yield Problem("definition", (kind["type"],), f"{kind['type']} has no definition")
        for name, mode in kind["modes"].items():
            if not mode["definition"].strip():
                yield Problem("definition", (kind["type"], name), f"{kind['type']}: mode {name!r} has no definition")
    for context in files.entries["contexts"]:
        if not context["definition"].strip():
            yield Problem("definition", (context["name"],), f"context {context['name']!r} has no definition")


def _roles(roles: Iterable[Data]) -> Iterator[Problem]:
    """Role nouns that stand twice: the second sectors would never be read."""
    for noun in _repeated(noun for entry in roles for noun in entry["nouns"]):
        yield Problem("role", (noun,), f"entities/roles.yaml lists {noun!r} twice")
