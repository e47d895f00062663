"""Patterns as the engine uses them: word sets instead of word lists, ready to be tested."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

SUBJUNCTIVE = "subjunctive"  # the "modal" of a clause that has none and says in its bare verb what is to be done
ELSE = "else"  # the complement of an order with what follows on disobedience: "must leave or be shot"
PREDICATE = "predicate"  # the slot of what somebody is called: "called the vote *a farce*", "said that it was *a farce*"

DATIVE = "dative"  # the slot of to whom something is given without a preposition: "gave *Chad* jets"

Forms = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class Words:
    """What may stand in a slot: forms of nouns, its own and those of lexical classes, computed classes (`@person`), or nothing at all."""

    own: frozenset[str]
    computed: frozenset[str]
    empty: bool = False
    classes: tuple["Words", ...] = ()

    @cached_property
    def forms(self) -> frozenset[str]:
        """All forms of nouns; put together when first asked for, as few patterns are ever tried on a short text."""
        return self.own.union(*(each.forms for each in self.classes))


@dataclass(frozen=True, slots=True)
class Pattern:
    """One sense of its triggers; `docs/lexicon.md` explains the fields."""

    id: str
    type: str
    mode: str | None
    cameo: str
    quad: int
    score: float
    contexts: tuple[str, ...]
    object: Words | None
    unless_object: Words | None
    subject: Words | None
    unless_subject: Words | None
    with_: Mapping[str, Words | None]
    unless_with: Mapping[str, Words | None]
    complement: frozenset[str]
    modal: frozenset[str]
    clause_verb: frozenset[str]
    unless_clause: frozenset[str]
    clause_subject: Words | None
    clause_others: bool
    clause_object: Words | None
    unless: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    of: str
    owner: str
    place_receives: bool
    ground: bool
    refused: str | None
    threatened: str | None
    ordered: str | None
    joint: bool
    several: bool
    mutual: bool
    received: bool
    national: bool
    foreign: bool
    others: bool
    finite: bool
    political: bool
    consumes: bool
    status: str | None
    bare: bool

    @property
    def conditions(self) -> int:
        """How many conditions it states: the more of them, the more special the sense."""
        return sum(bool(c) for c in (self.object, self.subject, self.with_, self.complement, self.several, self.national, self.foreign))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A way to say a pattern: fixed words that follow a verb, or precede a noun's head."""

    pattern: Pattern
    words: tuple[str, ...]


class Classes:
    """Word classes by name, flattened, in all their forms."""

    def __init__(self, lists: Mapping[str, list[str]], forms: Forms) -> None:
        """Take the classes as the files give them and a function from a lemma to its forms."""
        self._lists, self._forms = lists, forms
        self._known: dict[str, Words] = {}

    def words(self, items: Iterable[str]) -> Words:
        """The words of a list of lemmas and `@classes`."""
        own: set[str] = set()
        classes: list[Words] = []
        computed: set[str] = set()
        for item in items:
            if item.startswith("@") and item[1:] in self._lists:
                if item not in self._known:
                    self._known[item] = self.words(self._lists[item[1:]])
                classes.append(self._known[item])
                computed |= classes[-1].computed
            elif item.startswith("@"):
                computed.add(item[1:])
            else:
                own.update(self._forms(item))
        empty = "none" in own or any(each.empty for each in classes)
        return Words(frozenset(own - {"none"}), frozenset(computed), empty, tuple(classes))


COMPUTED = frozenset({"person", "actor", "tied", "country", "place", "money", "number", "event", "name", "thing"})  # and any sector: "@MIL"


SLOTS = ("object", "unless_object", "subject", "unless_subject", "clause_subject", "clause_object")  # which words fill
AS_WRITTEN = (
    "clause_others",
    "owner",
    "joint",
    "several",
    "mutual",
    "received",
    "national",
    "foreign",
    "others",
    "finite",
    "political",
    "status",
    "bare",
)


def _of_clauses(lemmas: Iterable[str], verbs: Forms) -> frozenset[str]:
    """The forms of verbs of a clause, which may be denied ones ("not attend")."""
    parted = (lemma.rpartition(" ") for lemma in lemmas)
    return frozenset(f"{before} {form}".strip() for before, _, head in parted for form in verbs(head))


def as_they_are(lemma: str) -> Iterable[str]:
    """No forms but the word itself."""
    return (lemma,)


def compiled(kind: Mapping[str, Any], entry: Mapping[str, Any], classes: Classes, verbs: Forms = as_they_are) -> Pattern:
    """A pattern of an event type's file, its word lists resolved."""

    def words(key: str) -> Words | None:
        return classes.words(entry[key]) if entry[key] else None

    def slots(key: str) -> dict[str, Words | None]:
        return {prep: None if value == "any" else classes.words(value) for prep, value in entry[key].items()}

    told: dict[str, Any] = {slot: words(slot) for slot in SLOTS} | {key: entry[key] for key in AS_WRITTEN}
    mode = entry["mode"]
    score = kind["modes"][mode]["score"] if mode else None
    return Pattern(
        id=f"{kind['type'].lower()}/{mode or '-'}/{entry['name']}",
        type=kind["type"],
        mode=mode,
        cameo=entry["cameo"] or kind["cameo"],
        quad=kind["quad"],
        score=kind["score"] if score is None else score,
        contexts=tuple(entry["contexts"]),
        **told,
        with_=slots("with"),
        unless_with=slots("unless_with"),
        complement=frozenset(entry["complement"]),
        modal=frozenset(entry["modal"]),
        clause_verb=_of_clauses(entry["clause_verb"], verbs),
        unless_clause=_of_clauses(entry["unless_clause"], verbs),
        unless=tuple(entry["unless"]),
        actor=tuple(entry["actor"]),
        recipient=tuple(entry["recipient"]),
        of=entry["of"] or ("recipient" if "object" in entry["recipient"] else "actor"),
        place_receives=kind["place_receives"],
        ground=kind["ground"] or (kind["place_receives"] and told["object"] is not None and "place" in told["object"].computed),
        refused=kind["refused"],
        threatened=kind["threatened"],
        ordered=kind["ordered"],
        consumes=(entry["content"] or kind["content"]) == "consume",
    )
