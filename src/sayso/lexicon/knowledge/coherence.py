"""Whether entries of the user's own agree with the rest: countries that exist, names that are nobody else's and no common word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.lexicon.check.owners import clash, listed_names, owner
from sayso.lexicon.check.references import STATE
from sayso.lexicon.entity import Name
from sayso.lexicon.knowledge.fault import Fault, Located
from sayso.lexicon.read import Data
from sayso.lexicon.spelling import variants

Own = Mapping[tuple[str, str], Located]
RULES = frozenset({"spelling"})  # cue files whose words are names
NAMED = {"people": "id", "organisations": "id", "countries": "code", "regions": "name"}


def coherence_faults(data: Data, own: Own) -> Iterator[Fault]:
    """What is wrong with the user's own entries, beyond the shape of each."""
    if not own:
        return
    yield from _unknown_countries(data, own)
    yield from _unknown_houses(data, own)
    yield from _common_names(data, own)
    yield from _clashes(data, own)


def _entries(data: Data, own: Own) -> Iterator[tuple[dict[str, Any], Located]]:
    for kind, key in NAMED.items():
        for entry in data[kind]:
            if found := own.get((kind, entry[key])):
                yield entry, found


def _unknown_countries(data: Data, own: Own) -> Iterator[Fault]:
    known = {entry["code"] for entry in data["countries"]}
    for entry, found in _entries(data, own):
        terms = [term["country"] for term in entry.get("terms", ())]
        for code in dict.fromkeys([entry.get("country"), *terms, *entry.get("members", ())]):
            if code and code not in known:
                yield found.fault(f"no country {code!r}; countries are ISO 3166-1 alpha-3 codes, such as IND (Kosovo: XKX)")


def _unknown_houses(data: Data, own: Own) -> Iterator[Fault]:
    known = {entry["id"] for entry in data["organisations"]}
    for entry, found in _entries(data, own):
        for tie in ("family", "owner"):
            body = entry.get(tie)
            if body and body not in known | {STATE}:
                yield found.fault(f"no organisation {body!r} to be the {tie}; add it, or write the id of one that the lexicon has")


def _common_names(data: Data, own: Own) -> Iterator[Fault]:
    common = common_words(data)
    for entry, found in _entries(data, own):
        names = [entry["name"], *entry.get("also", ()), *entry.get("short", ()), *entry.get("metonyms", ())]
        for name in dict.fromkeys(names):
            if name.lower() in common and name not in entry["marked"]:
                yield found.fault(f"{name!r} is a common word, found everywhere; write a longer name, or marked: [{name}] to insist")


def common_words(data: Data) -> frozenset[str]:
    """Words in lower case that are no names: triggers, role nouns, word classes, cues and a list of common words."""
    patterns = [pattern for kind in data["events"] for pattern in kind["patterns"]]
    triggers = (word for p in patterns for part in ("verbs", "nouns", "adjectives") for word in p[part])
    nouns = (noun for role in data["roles"] for noun in role["nouns"])
    cues = (word for name, lists in data["cues"].items() if name not in RULES for word in _words(lists))
    return frozenset(word.lower() for words in (triggers, nouns, _words(data["classes"]), cues) for word in words)


def _words(lists: Any) -> Iterator[str]:
    """All texts of nested lists and mappings."""
    if isinstance(lists, str):
        yield lists
    elif isinstance(lists, dict):
        yield from (word for part in lists.values() for word in _words(part))
    elif isinstance(lists, list):
        yield from (word for part in lists for word in _words(part))


def _clashes(data: Data, own: Own) -> Iterator[Fault]:
    """Names that one of the user's own entries shares with another entity on one day."""
    where = {owner_key: found for owner_key, (_, found) in _owners(data, own)}
    marked = {owner_key: {v for m in entry["marked"] for v in variants(m)} for owner_key, (entry, _) in _owners(data, own)}
    settled = {entry["text"] for entry in data["ambiguous"]}
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for text, names in listed_names(data).items():
        if text in settled or not any(owner(name.entity) in where for name in names):
            continue
        for mine, other in _pairs(names, where):
            if text not in marked[owner(mine.entity)]:
                shared[owner(mine.entity), owner(other.entity)].append(text)
    for (mine_key, other_key), texts in shared.items():
        told = ", ".join(map(repr, dict.fromkeys(texts)))
        yield where[mine_key].fault(
            f"{mine_key} and {other_key} both own {told} on one day; leave it out, give days that don't overlap, "
            f"override {other_key}, or write marked: [{texts[0]}] to insist"
        )


def _owners(data: Data, own: Own) -> Iterator[tuple[str, tuple[dict[str, Any], Located]]]:
    for entry, found in _entries(data, own):
        key = entry.get("id") or entry.get("code") or f"{entry['name']} ({entry['kind']}, {entry['country'] or 'no country'})"
        yield key, (entry, found)


def _pairs(names: Iterable[Name], where: Mapping[str, Located]) -> Iterator[tuple[Name, Name]]:
    """Each name of the user's own with each of others that nothing tells it apart from; two of their own once."""
    seen: list[Name] = []
    for name in names:
        for other in seen:
            if owner(name.entity) != owner(other.entity) and clash(name, other):
                if owner(other.entity) in where:
                    yield other, name
                elif owner(name.entity) in where:
                    yield name, other
        seen.append(name)
