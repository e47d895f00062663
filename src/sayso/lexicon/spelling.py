"""How one name is spelled otherwise: diacritics, articles, transliterations, the order of its parts."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice, product
from typing import Any

MOST = 40  # spellings that rules make of one name: beyond that they are combinations that nobody writes
_ARTICLE = re.compile(r"\b(?:[ae]l-|[AE]l-)(?=\w)")
_PLAIN = {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "ə": "e", "Ə": "E"}
_PARTICLE = re.compile(r"\b(?:de|del|van|von|bin)(?= [A-Z])")


def variants(text: str) -> list[str]:
    """Spellings of any name that news uses side by side: without diacritics, `al-`/`Al-`/`al `/`el-`, `de`/`De`, kinds of apostrophe."""
    found = {text: None, _unaccented(text): None}
    found |= {_PARTICLE.sub(lambda particle: particle[0].title(), form): None for form in list(found)}
    for form in list(found):
        if _ARTICLE.search(form):
            found |= {_ARTICLE.sub(other, form): None for other in ("al-", "Al-", "al ", "Al ", "el-", "El-")}
    for form in list(found):
        if "'" in form:
            found |= {form.replace("'", ""): None, form.replace("'", "’"): None}
    return list(found)


def _unaccented(text: str) -> str:
    """The text without diacritics, Latin script only."""
    if text.isascii():
        return text
    letters = (_PLAIN.get(c, c) for c in unicodedata.normalize("NFD", text))
    return "".join(c for c in letters if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Spelling:
    """The rules of `cues/spelling.yaml`; countries are ISO alpha-3."""

    families: Mapping[str, tuple[str, ...]]
    endings: tuple[tuple[frozenset[str], re.Pattern[str], tuple[str, ...]], ...]
    w_for_v: frozenset[str]
    family_first: frozenset[str]
    family_last: frozenset[str]
    hyphens: frozenset[str]
    particles: frozenset[str]

    @classmethod
    def of(cls, rules: Mapping[str, Any]) -> "Spelling":
        """Take them from the file."""
        families = {word: tuple(family) for family in rules["interchangeable"] for word in family}
        sets = (frozenset(rules[key]) for key in ("w_for_v", "family_first", "family_last", "hyphens", "particles"))
        return cls(families, tuple(_ending(rule) for rule in rules["endings"]), *sets)

    def person(self, text: str, country: str | None) -> Iterator[str]:
        """Other spellings of a person's full name, its own among them or not; at most forty."""
        found = dict.fromkeys([text, *self._interchanged(text), *self._reordered(text, country), *self._shortened(text, country)])
        found |= dict.fromkeys(other for form in list(found) for other in self._ended(form, country))
        found |= dict.fromkeys(_without_article(form) for form in list(found))
        yield from islice((form for form in found if form.strip()), MOST)

    def surname(self, text: str, country: str | None) -> Iterator[str]:
        """Other spellings of a surname that stands alone."""
        yield from dict.fromkeys(self._ended(text, country))

    def _interchanged(self, text: str) -> Iterator[str]:
        """With other spellings of one word or of two."""
        words = text.split()
        others = {i: found for i, word in enumerate(words) if (found := self._others(word))}
        for i, word in ((i, word) for i, found in others.items() for word in found):
            yield " ".join([*words[:i], word, *words[i + 1 :]])
        for (i, ones), (j, twos) in combinations(others.items(), 2):
            for one, two in product(ones, twos):
                yield " ".join([*words[:i], one, *words[i + 1 : j], two, *words[j + 1 :]])

    def _others(self, word: str) -> list[str]:
        """Other spellings of a word, also after an article: al-Maleki for al-Maliki."""
        found = _ARTICLE.match(word)
        article = found.group() if found else ""
        return [article + other for other in self.families.get(word[len(article) :], ()) if article + other != word]

    def _reordered(self, text: str, country: str | None) -> Iterator[str]:
        words = text.split()
        if country in self.hyphens and "-" in text:
            first, *rest = text.split("-")
            capitals = [part[:1].upper() + part[1:] for part in rest]
            yield from ("-".join([first, *capitals]), " ".join([first, *capitals]), first + "".join(rest))
        if len(words) in (2, 3) and country in self.family_first:
            yield " ".join([*words[1:], words[0]])
        if len(words) == 2 and country in self.family_last:
            yield " ".join([words[1], words[0]])

    def _shortened(self, text: str, country: str | None) -> Iterator[str]:
        """Without the middle one of three names, or with its initial."""
        words = text.split()
        if len(words) != 3 or country in self.family_first or any(w.lower().strip("-'") in self.particles for w in words):
            return
        first, middle, last = words
        if all(w[0].isupper() and "-" not in w for w in words):
            yield f"{first} {last}"
            if len(middle) > 2:
                yield from (f"{first} {middle[0]}. {last}", f"{first} {middle[0]} {last}")

    def _ended(self, text: str, country: str | None) -> Iterator[str]:
        """With the last letters of its words in every transliteration, at most five of one word."""
        rules = [rule for rule in self.endings if country in rule[0]]
        if not rules:
            return
        words = [self._endings(word, rules) for word in text.split()]
        yield from (" ".join(parts) for parts in product(*words))
        if country in self.w_for_v and ("v" in text or "V" in text):
            with_w = text.replace("v", "w").replace("V", "W")
            yield from (with_w, re.sub(r"(?<=[^aeiouy\W])y\b", "yj", with_w), re.sub(r"(?<=[^aeiouy\W])y\b", "ij", with_w))

    def _endings(self, word: str, rules: Iterable[tuple[frozenset[str], re.Pattern[str], tuple[str, ...]]]) -> list[str]:
        for _, ending, letters in rules:
            if found := ending.search(word):
                return list(dict.fromkeys([word, *(word[: found.start()] + other for other in letters)]))
        return [word]


def _ending(rule: Mapping[str, Any]) -> tuple[frozenset[str], re.Pattern[str], tuple[str, ...]]:
    before = "[^aeiouyAEIOUY\\W]" if rule["after"] == "consonant" else "[aeo]"
    letters = "|".join(sorted(rule["letters"], key=len, reverse=True))
    return frozenset(rule["countries"]), re.compile(f"(?<=[a-z])(?<={before})(?:{letters})$"), tuple(rule["letters"])


def _without_article(text: str) -> str:
    """`Bashar al-Assad` as `Bashar Assad`; empty where no two words would be left."""
    bare = _ARTICLE.sub("", text)
    return bare if bare != text and len(bare.split()) > 1 else ""


def initialled(text: str, surname: str) -> str:
    """`V. Putin` for `Vladimir Putin`; empty where the surname doesn't end the name."""
    first, _, rest = text.partition(" ")
    return f"{first[0]}. {surname}" if rest and text.endswith(f" {surname}") and first[0].isupper() else ""
