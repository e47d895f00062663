"""Who a sentence names that is never parsed: names in their order, and those that a role beside them explains."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.identify.memory import Memory, Mention, Referent
from sayso.extract.identify.names import NameWords, Roles, country_of, reading
from sayso.extract.scan.hits import Hit
from sayso.extract.text.split import Sentence
from sayso.lexicon.entity import Name

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_BETWEEN = (" ", ", ")  # between a role and the name that it explains
_OWNER = re.compile(r"(?:['’]s?)? $")  # between a country and the role that belongs to it
_OF = re.compile(r" (?:of|for|from) (?:the )?$")
FEWEST, MOST = 2, 4  # words of a full name


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text with its characters."""

    text: str
    start: int
    end: int


def skim(text: str, sentence: Sentence, hits: Sequence[Hit], memory: Memory, names: NameWords) -> list[Mention]:
    """The listed names of a sentence as mentions, heads counted in their order; unlisted names with a role are bound."""
    if not hits:
        return []
    words = [_Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text, sentence.start, sentence.end)]
    hits = [hit for hit in hits if not _of_a_stranger(words, hit, memory, names)]
    for name, referent in _explained(text, words, hits, memory, names.roles):
        memory.bind(name, referent)
    found = (listed(hit.names, memory) for hit in hits)
    return [Mention(n, n, n, r, "name", subject=n == 0) for n, r in enumerate(filter(None, found))]


def _of_a_stranger(words: Sequence[_Word], hit: Hit, memory: Memory, names: NameWords) -> bool:
    """Whether another first name than that of a listed person stands before a surname, whose bearer is noted: "Keith D. *Johnson*"."""
    if hit.names[0].use != "short":
        return False
    first = next((w.text for w in reversed(words) if w.end <= hit.start and len(w.text) > 1), "")
    if first not in names.given:
        return False
    return any(memory.estrange(w.text, first, (n.entity.name for n in hit.names)) for w in words if w.start == hit.start)


def listed(names: Sequence[Name], memory: Memory) -> Referent | None:
    """The referent of a name; None for adjectives and places, who are nobody here."""
    name = names[0]
    entity, country = name.entity, country_of(name, memory)
    if name.use in ("adjective", "people", "city", "capital") or entity.kind == "place":
        return None
    if entity.kind == "person":
        referent = Referent(entity.name, "person", country, entity.on(memory.day), entity.id, entity.gender)
        memory.bind(entity.name, referent)
        return referent
    return Referent(entity.name, entity.kind, country, entity.sectors or ("GOV",), entity.id)


def _explained(text: str, words: Sequence[_Word], hits: Sequence[Hit], memory: Memory, roles: Roles) -> Iterator[tuple[str, Referent]]:
    """Unlisted full names beside a role of a named country: "the Indian minister, X, ...", "X, minister of India"."""
    lower = [word.text.lower() for word in words]
    for last, word in enumerate(words):
        noun = reading(roles[lower[last]], lower[:last]) if lower[last] in roles else None
        if noun is None or noun.kind != "person" or noun.plural:
            continue
        first = last - len(noun.before)
        hit = _owner(text, words[first].start, word.end, hits)
        if not hit:
            continue
        end = max(word.end, hit.end)
        after = _name(text, [w for w in words[last + 1 :] if w.start >= end], end, hits)
        name = after or _name_before(text, words[:first], words[first].start, hits)
        if name:
            role = frozenset((lower[last],))
            yield name, Referent(name, "person", country_of(hit.names[0], memory), noun.sectors, roles=role, unlisted=True)


def _owner(text: str, start: int, end: int, hits: Sequence[Hit]) -> Hit | None:
    """The country or body right before a role, or after its "of"."""
    for hit in hits:
        before = hit.end <= start and _OWNER.fullmatch(text[hit.end : start])
        after = hit.start >= end and _OF.fullmatch(text[end : hit.start])
        if (before or after) and hit.names[0].entity.kind in ("country", "organisation"):
            return hit
    return None


def _name(text: str, words: Sequence[_Word], end: int, hits: Sequence[Hit]) -> str | None:
    """The unlisted full name right after a role; None where there is none."""
    at, count = end, 0
    for word in words[: MOST + 1]:
        gap = text[at : word.start]
        if not word.text[0].isupper() or gap not in (_BETWEEN if count == 0 else (" ",)):
            break
        at, count = word.end, count + 1
    return _unlisted(text, words[0].start, at, hits) if FEWEST <= count <= MOST else None


def _name_before(text: str, words: Sequence[_Word], start: int, hits: Sequence[Hit]) -> str | None:
    """The unlisted full name before ", the Indian" and a role; None where there is none."""
    comma = text.rfind(", ", words[0].start if words else start, start)
    ends = [n for n, word in enumerate(words) if word.end == comma]
    first = ends[0] if ends else 0
    while ends and first > 0 and words[first - 1].text[0].isupper() and text[words[first - 1].end : words[first].start] == " ":
        first -= 1
    if not ends or not FEWEST <= ends[0] - first + 1 <= MOST or start - comma > MOST * 10:
        return None
    return _unlisted(text, words[first].start, comma, hits)


def _unlisted(text: str, start: int, end: int, hits: Sequence[Hit]) -> str | None:
    return None if any(h.start < end and start < h.end for h in hits) else text[start:end]
