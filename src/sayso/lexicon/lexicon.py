"""The lexicon as the engine uses it: every list turned into the look-up that answers its question."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sayso.lexicon import entity as entities
from sayso.lexicon.entity import Entity
from sayso.lexicon.inflect import Forms, noun_forms, verb_forms
from sayso.lexicon.ministry import Portfolios, portfolios
from sayso.lexicon.names import Names
from sayso.lexicon.pattern import Classes, Pattern, Trigger, compiled
from sayso.lexicon.read import FOLDER, Data, cached, digest, read

Triggers = Mapping[str, tuple[Trigger, ...]]


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun for a person or body: the words before its head, its sectors, and whether the form is a plural.

    `capital`: it means one only with a capital letter.
    """

    before: tuple[str, ...]
    sectors: tuple[str, ...]
    kind: str
    plural: bool
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known; all look-ups are by surface form, in lower case unless said otherwise."""

    digest: str
    patterns: tuple[Pattern, ...]
    verbs: Triggers
    nouns: Triggers
    adjectives: Triggers
    contexts: Mapping[str, frozenset[str]]
    names: Names
    people: tuple[str, ...]  # the names of all persons
    countries: Mapping[str, Entity]
    alpha2: Mapping[str, str]
    capitals: Mapping[str, str]
    ambiguous: Mapping[str, tuple[str, ...]]
    presumed: Mapping[str, str]
    peoples: frozenset[str]  # those of the ambiguous that are people without a state
    roles: Mapping[str, tuple[RoleNoun, ...]]
    ministries: Portfolios
    cues: Mapping[str, Mapping[str, Any]] = field(repr=False)

    def verbs_for(self, quads: Container[int]) -> frozenset[str]:
        """All forms of verbs that can tell of acts of these classes (`model.quad`)."""
        return frozenset(form for form, triggers in self.verbs.items() if any(t.pattern.quad in quads for t in triggers))

    def role_nouns(self, kind: str) -> frozenset[str]:
        """The heads of role nouns that can mean somebody of a kind: "person", "body", "group"."""
        return frozenset(word for word, nouns in self.roles.items() if any(n.kind == kind for n in nouns))

    def cue(self, file: str, *names: str) -> frozenset[str]:
        """The words of one or more lists of a cue file, as written."""
        return frozenset(word for name in names for word in self.cues[file][name])

    def verb_cue(self, file: str, *names: str) -> frozenset[str]:
        """All verb forms of lists of a cue file; of verbs with a particle the first word changes ("went on")."""
        irregular = self.cues["grammar"]["irregular_verbs"]
        parted = (lemma.partition(" ") for name in names for lemma in self.cues[file][name])
        return frozenset(form + blank + rest for verb, blank, rest in parted for form in (verb, *verb_forms(verb, irregular)))

    def noun_cue(self, file: str, *names: str) -> frozenset[str]:
        """All noun forms of lists of a cue file."""
        irregular = self.cues["grammar"]["irregular_plurals"]
        return frozenset(form for name in names for lemma in self.cues[file][name] for form in noun_forms(lemma, irregular))


def load(folder: Path = FOLDER, cache: Path | None = None, knowledge: Sequence[Path] = ()) -> Lexicon:
    """Read a lexicon, lay folders of knowledge over it, and build its look-ups.

    Raises:
        LexiconError: an entry is malformed, or contradicts another.
    """
    stamp, data = gathered(folder, cache, knowledge)
    grammar = data["cues"]["grammar"]
    nouns = Forms(data["forms"]["nouns"], partial(noun_forms, irregular=grammar["irregular_plurals"])).__getitem__
    verbs = Forms(data["forms"]["verbs"], partial(verb_forms, irregular=grammar["irregular_verbs"])).__getitem__
    by_verb, by_noun, by_adjective = (defaultdict[str, list[Trigger]](list) for _ in range(3))
    patterns = []
    for kind in data["events"]:
        classes = Classes({**data["classes"], **kind["classes"]}, nouns)
        for entry in kind["patterns"]:
            pattern = compiled(kind, entry, classes, verbs)
            patterns.append(pattern)
            _add_verbs(by_verb, pattern, entry["verbs"])
            _add_nouns(by_noun, pattern, entry["nouns"], nouns)
            _add_adjectives(by_adjective, pattern, entry["adjectives"])
    return Lexicon(
        digest=stamp,
        patterns=tuple(patterns),
        verbs=_by_form(by_verb, verbs, {pattern.id: n for n, pattern in enumerate(patterns)}),
        nouns={form: tuple(found) for form, found in by_noun.items()},
        adjectives={form: tuple(found) for form, found in by_adjective.items()},
        contexts={c["name"]: frozenset(c["words"]) for c in data["contexts"]},
        names=Names(data),
        people=tuple({p["id"]: p["name"] for p in data["people"]}.values()),
        countries={c["code"]: entities.country(c) for c in data["countries"]},
        alpha2={c["code"]: c["alpha2"] for c in data["countries"]},
        capitals={c["code"]: c["capital"] for c in data["countries"] if c["capital"]},
        ambiguous={a["text"]: tuple(a["codes"]) for a in data["ambiguous"]},
        presumed={a["text"]: a["presumed"] for a in data["ambiguous"] if a["presumed"]},
        peoples=frozenset(a["text"] for a in data["ambiguous"] if a["people"]),
        roles=_roles(data["roles"], nouns),
        ministries=portfolios(data),
        cues=data["cues"],
    )


def gathered(folder: Path = FOLDER, cache: Path | None = None, knowledge: Sequence[Path] = ()) -> tuple[str, Data]:
    """The digest of a lexicon with folders of knowledge laid over it, and all its data.

    Raises:
        LexiconError: an entry is malformed, or contradicts another.
    """
    whole = stamp(folder, knowledge)
    if not knowledge:
        return whole, read(folder, cache, whole)
    from sayso.lexicon import knowledge as own

    return whole, cached(cache, whole, lambda: own.extended(read(folder, cache, digest(folder)), knowledge))


def stamp(folder: Path = FOLDER, knowledge: Sequence[Path] = ()) -> str:
    """The digest of a lexicon with folders of knowledge laid over it, without reading what they say.

    Raises:
        LexiconError: a folder of knowledge can't be read.
    """
    if not knowledge:
        return digest(folder)
    from sayso.lexicon import knowledge as own  # needs pydantic, which is heavy

    return own.digest(digest(folder), knowledge)


def _add_verbs(index: dict[str, list[Trigger]], pattern: Pattern, verbs: Iterable[str]) -> None:
    for verb in verbs:
        head, *rest = verb.split()
        index[head].append(Trigger(pattern, tuple(part for word in rest for part in tokens(word))))


def _by_form(by_lemma: Mapping[str, list[Trigger]], forms: Any, places: Mapping[str, int]) -> dict[str, tuple[Trigger, ...]]:
    """Triggers by all forms of their verbs, in the order of the patterns; the forms of a verb share theirs."""
    index: dict[str, tuple[Trigger, ...]] = {}
    for lemma, triggers in by_lemma.items():
        whole = tuple(triggers)
        for form in forms(lemma):
            both = form in index
            index[form] = tuple(sorted(index[form] + whole, key=lambda t: places[t.pattern.id])) if both else whole
    return index


def _add_nouns(index: dict[str, list[Trigger]], pattern: Pattern, nouns: Iterable[str], forms: Any) -> None:
    alone = Trigger(pattern, ())
    for noun in nouns:
        for form in dict.fromkeys(forms(noun)):
            if form.isalpha():
                index[form].append(alone)
            else:
                *before, head = tokens(form)
                index[head].append(Trigger(pattern, tuple(before)))


def _add_adjectives(index: dict[str, list[Trigger]], pattern: Pattern, adjectives: Iterable[str]) -> None:
    for adjective in adjectives:
        head, *rest = tokens(adjective)
        index[head].append(Trigger(pattern, tuple(rest)))


def tokens(words: str) -> list[str]:
    """Words as the parser's tokenizer cuts them: at blanks, at hyphens between letters, before a final apostrophe."""
    return [words] if words.isalpha() else re.findall(r"[^\s'-]+(?:'(?!s\b)[^\s'-]+)?|-|'s\b|'", words)


def _roles(entries: Iterable[Mapping[str, Any]], forms: Any) -> dict[str, tuple[RoleNoun, ...]]:
    """Role nouns by the form of their head, the longest first."""
    index: dict[str, list[RoleNoun]] = defaultdict(list)
    for entry in entries:
        for noun in entry["nouns"]:
            for place, form in enumerate(dict.fromkeys(forms(noun))):
                *before, head = tokens(form)
                plural = place > 0 or entry["kind"] == "group"
                index[head].append(RoleNoun(tuple(before), tuple(entry["sectors"]), entry["kind"], plural, entry.get("capital", False)))
    return {head: tuple(sorted(found, key=lambda r: -len(r.before))) for head, found in index.items()}
