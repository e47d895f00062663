"""The words of a sentence as the model was taught to see them: spaCy's way of cutting, by the rules that the model's files hold."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

Token = tuple[str, str, bool]  # a word, its normal form where an exception gives it one, and whether a blank follows

ORTH, NORM = 65, 67  # spaCy's numbers for the text of a part of an exception, and for its normal form
KEPT = 100_000  # chunks whose words are kept
_CHUNK = re.compile(r"(\s+|\S+)( ?)")


class Tokenizer:
    """Cuts at blanks, then off what stands before and after a word, then inside it; exceptions are cut as they say.

    Words that together are an exception are joined or cut anew, wherever they stand. Letters alone are never cut but by an exception.
    """

    def __init__(self, rules: Mapping[str, Any]) -> None:
        """Take the rules as the model's file has them."""
        self._rules = rules
        self._exceptions = {
            text: [(part[ORTH], part.get(NORM, ""), False) for part in parts] for text, parts in rules["exceptions"].items()
        }
        self._chunks: dict[tuple[str, str], list[Token]] = {}

    def __call__(self, text: str) -> list[Token]:
        """The words of a text."""
        if len(self._chunks) > KEPT:
            self._chunks = {}
        found: list[Token] = []
        for chunk in _CHUNK.findall(text):
            known = self._chunks.get(chunk)
            if known is None:
                known = self._chunks[chunk] = _spaced(self._cut(chunk[0], self._exceptions), blank=bool(chunk[1]))
            found += known
        return self._rejoined(found)

    def _cut(self, chunk: str, exceptions: Mapping[str, list[Token]]) -> list[Token]:
        """The words of a stretch without blanks, or of blanks."""
        if chunk in exceptions:
            return exceptions[chunk]
        before, middle, after = ([], chunk, []) if _plain(chunk) else self._peeled(chunk, exceptions)
        if middle in exceptions:
            inside = exceptions[middle]
        else:
            whole = _plain(middle) or self._address.match(middle)
            inside = _words([middle] if whole else self._parted(middle))
        return [*_words(before), *inside, *_words(reversed(after))]

    def _peeled(self, chunk: str, exceptions: Mapping[str, list[Token]]) -> tuple[list[str], str, list[str]]:
        """What is cut off before and after, from without inwards, and what is left between."""
        before, after = list[str](), list[str]()
        left = None
        while chunk and len(chunk) != left and chunk not in exceptions:
            left = len(chunk)
            head = _length(self._before.search(chunk))
            if head and chunk[head:] in exceptions:
                return [*before, chunk[:head]], chunk[head:], after
            end = left - _length(self._after.search(chunk[head:]))
            if end < left and chunk[:end] in exceptions:
                return before, chunk[:end], [*after, chunk[end:]]
            before += [chunk[:head]] if head else []
            after += [chunk[end:]] if end < left else []
            chunk = chunk[head:end]
        return before, chunk, after

    def _parted(self, text: str) -> Iterator[str]:
        """A stretch cut at what may stand inside a word, which is a word too."""
        start = 0
        for match in self._between.finditer(text):
            if match.start():
                yield from (part for part in (text[start : match.start()], match.group()) if part)
                start = match.end()
        if start < len(text):
            yield text[start:]

    def _rejoined(self, tokens: list[Token]) -> list[Token]:
        """The words, and where some together are an exception those that it says: the longest first, then the first, each word once."""
        texts = [text for text, _, _ in tokens]
        led = [(i, parts) for i, text in enumerate(texts) if text in self._led for parts in self._led[text]]
        spans = [(i, i + len(parts)) for i, parts in led if texts[i : i + len(parts)] == parts]
        if not spans:
            return tokens
        taken, ends = set[int](), dict[int, int]()
        for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
            if start not in taken and end - 1 not in taken:
                ends[start] = end
            taken.update(range(start, end))
        found: list[Token] = []
        at = 0
        while at < len(tokens):
            start, at = at, ends.get(at, at + 1)
            written = "".join(text + " " * blank for text, _, blank in tokens[start : at - 1]) + texts[at - 1]
            told = self._exceptions.get(written) if start in ends else None
            found += tokens[start:at] if told is None else _spaced(told, blank=tokens[at - 1][2])
        return found

    @cached_property
    def _led(self) -> Mapping[str, list[list[str]]]:
        """The exceptions that the rules alone would cut, or off other words, as they would, by their first words."""
        found = defaultdict[str, list[list[str]]](list)
        for text in self._exceptions:
            if " " in text or any(rule.search(text) for rule in (self._before, self._after, self._between)):
                parts = [part for part, _, _ in self._cut(text, {})]
                found[parts[0]].append(parts)
        return dict(found)

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return re.compile(self._rules["prefix_search"])

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(self._rules["suffix_search"])

    @cached_property
    def _between(self) -> re.Pattern[str]:
        return re.compile(self._rules["infix_finditer"])

    @cached_property
    def _address(self) -> re.Pattern[str]:
        return re.compile(self._rules["url_match"])


def _plain(text: str) -> bool:
    """Whether it is letters only, of those that no rule cuts."""
    return text.isascii() and text.isalpha()


def _words(texts: Iterable[str]) -> list[Token]:
    return [(text, "", False) for text in texts]


def _length(match: re.Match[str] | None) -> int:
    return match.end() - match.start() if match else 0


def _spaced(tokens: list[Token], *, blank: bool) -> list[Token]:
    """Words with a blank after the last, or none."""
    text, norm, _ = tokens[-1]
    return [*tokens[:-1], (text, norm, blank)]
