"""Inflected forms of lemmas: the table that takes the place of a lemmatizer."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

_VOWELS = "aeiou"
_BRITISH = ("ial", "uel")  # ends after which Britons double the l: "initialled", "fuelled"


class Forms(dict[str, Sequence[str]]):
    """Forms by lemma: those that were kept, and others as they are asked for."""

    def __init__(self, known: Mapping[str, Sequence[str]], make: Callable[[str], Sequence[str]]) -> None:
        """Take those that are known, and what makes others."""
        super().__init__(known)
        self._make = make

    def __missing__(self, lemma: str) -> Sequence[str]:
        """The forms of a lemma that was not kept."""
        found = self[lemma] = self._make(lemma)
        return found


def inflected(data: Mapping[str, Any]) -> dict[str, dict[str, Sequence[str]]]:
    """All forms of verbs and nouns of patterns, classes and roles, to be kept: making them takes longer than reading them."""
    grammar = data["cues"]["grammar"]
    patterns = [pattern for kind in data["events"] for pattern in kind["patterns"]]
    classes = chain(data["classes"].values(), *(kind["classes"].values() for kind in data["events"]))
    slots = (value for pattern in patterns for value in _lists(pattern))
    nouns = chain(*classes, *slots, *(pattern["nouns"] for pattern in patterns), *(role["nouns"] for role in data["roles"]))
    clauses = (verb.split()[-1] for pattern in patterns for key in ("clause_verb", "unless_clause") for verb in pattern[key])
    verbs = chain((verb.split()[0] for pattern in patterns for verb in pattern["verbs"]), clauses)
    return {
        "nouns": {noun: noun_forms(noun, grammar["irregular_plurals"]) for noun in nouns if not noun.startswith("@")},
        "verbs": {verb: verb_forms(verb, grammar["irregular_verbs"]) for verb in verbs},
    }


def _lists(pattern: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    """The lists of words of a pattern's slots."""
    yield from (pattern[key] or () for key in ("object", "unless_object", "subject", "unless_subject", "clause_subject"))
    for key in ("with", "unless_with"):
        yield from (words for words in pattern[key].values() if words != "any")


def noun_forms(lemma: str, irregular: Mapping[str, str]) -> tuple[str, ...]:
    """Singular and plural of a noun; of several words the last is inflected, and that before "of", unless the whole is irregular."""
    if lemma in irregular:
        return (lemma, irregular[lemma])
    first, of, rest = lemma.partition(" of ")
    if of:
        others = [f"{first}{of}{rest}" for rest in noun_forms(rest, irregular)[1:]]
        return (lemma, *(f"{plural}{of}{rest}" for plural in noun_forms(first, irregular)[1:]), *others)
    before, _, head = lemma.rpartition(" ")
    plural = irregular.get(head) or _of_compound(head, irregular) or _plural(head)
    return (lemma, f"{before} {plural}".strip())


def verb_forms(lemma: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """All forms of a verb, both spellings where final consonants may double (`travelled`, `traveled`)."""
    forms = {lemma, third(lemma), *_ing(lemma)}
    lead, stem = _prefixed(lemma, irregular)
    if stem in irregular:
        forms |= {lead + form for form in irregular[stem]}
        if lemma == "be":
            forms |= {"am", "is", "are", "were", "been", "being"}
    if stem not in irregular or lemma in {"burn", "learn", "spill", "light", "prove", "show", "broadcast", "plead", "hang"}:
        forms |= _past(lemma)
    return tuple(sorted(forms))


def past(lemma: str, irregular: Mapping[str, Sequence[str]]) -> str:
    """The past tense of a verb, one of them where there are several."""
    lead, stem = _prefixed(lemma, irregular)
    return lead + irregular[stem][0] if stem in irregular else min(_past(lemma))


def _of_compound(head: str, irregular: Mapping[str, str]) -> str | None:
    """The plural of a word that ends in an irregular one: `fisherman`, `schoolchild`."""
    for end in ("man", "woman", "child", "wife"):
        if head.endswith(end) and len(head) > len(end) + 1 and not head.endswith(("human", "german", "roman", "shaman", "ottoman")):
            return head.removesuffix(end) + irregular[end]
    return None


def _plural(noun: str) -> str:
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def _prefixed(verb: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, str]:
    """A verb parted into prefix and stem where the stem is irregular: `re-open`, `retake`, `overfly`."""
    before, hyphen, after = verb.rpartition("-")
    if hyphen:
        return before + hyphen, after
    for prefix in ("re", "over", "out", "under", "up", "mis", "un", "fore", "with"):
        if verb not in irregular and verb.startswith(prefix) and verb.removeprefix(prefix) in irregular and len(verb) - len(prefix) > 2:
            return prefix, verb.removeprefix(prefix)
    return "", verb


def third(verb: str) -> str:
    """The form of "he" and "she"."""
    if verb == "have":
        return "has"
    return verb + "es" if verb.endswith("o") else _plural(verb)


def _suffixed(verb: str, suffix: str) -> set[str]:
    """A verb with a suffix that begins with a vowel: the last consonant doubles in one syllable, and may in more."""
    if not _doubles(verb):
        return {verb + suffix}
    doubled = verb + verb[-1] + suffix
    one = len(re.findall(f"[{_VOWELS}y]+", verb)) == 1 and not verb.endswith(_BRITISH)
    return {doubled} if one else {verb + suffix, doubled}


def _doubles(verb: str) -> bool:
    """Whether the last consonant may double: one vowel before it, and not w, x, y."""
    return (
        len(verb) > 2
        and verb[-1] not in _VOWELS + "wxyh"
        and verb[-2] in _VOWELS
        and (verb[-3] not in _VOWELS or verb[-3:-1] == "ui" or verb.endswith(_BRITISH))
    )


def _ing(verb: str) -> set[str]:
    if verb.endswith("ie"):
        return {verb[:-2] + "ying"}
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) and verb != "be":
        return {verb[:-1] + "ing"}
    return {verb + "king"} if verb.endswith("ic") else _suffixed(verb, "ing")


def _past(verb: str) -> set[str]:
    if verb.endswith("e"):
        return {verb + "d"}
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return {verb[:-1] + "ied"}
    if verb.endswith("ic"):
        return {verb + "ked"}
    return _suffixed(verb, "ed")
