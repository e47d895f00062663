"""Step 4, parse: lines in title case made readable, and trees with the offsets of the text."""

import os

import pytest

from sayso.extract.parse.headlines import Headlines
from sayso.extract.parse.step import SpacyParser, _one_thread, parse, readable
from sayso.lexicon import Lexicon


@pytest.mark.parametrize(
    ("words", "names", "better"),
    [
        ("Kenya Attacks Uganda After Talks", ["Kenya", "Uganda"], "Kenya attacks Uganda after talks"),
        ("KENYA ATTACKS UGANDA AFTER TALKS", [], "Kenya attacks uganda after talks"),
        ("The army attacked the town", [], "The army attacked the town"),
        ("Kenya attacked Uganda", ["Kenya", "Uganda"], "Kenya attacked Uganda"),
        ("United Nations And European Union", ["United Nations", "European Union"], "United Nations And European Union"),
        ("", [], ""),
    ],
)
def test_titles(words: str, names: list[str], better: str) -> None:
    spans = [(words.index(name), words.index(name) + len(name)) for name in names]
    assert readable(words, spans) == better


@pytest.mark.parametrize("words", ["İzmir Attacks Ankara After Talks", "ŉ Attacks Of The İ Army Ǆ Come", "ﬁ Attacks On The Town Hall"])
def test_no_length_changes(words: str) -> None:
    assert len(readable(words, [])) == len(words)


@pytest.mark.model
def test_offsets_are_those_of_the_text(lexicon: Lexicon) -> None:
    text = "It rained.  The army's men didn't attack 👩‍👩‍👧 Kharkiv."
    first, second = parse(SpacyParser(), [(0, text[:10], []), (12, text[12:], [])], Headlines.of(lexicon))
    for made in (first, second):
        assert [text[a:b] for a, b in zip(made.starts, made.ends, strict=True)] == list(made.words)
        assert all(0 <= head < len(made) for head in made.heads)
    assert not any(word.isspace() for word in second.words)


def test_products_are_made_in_one_thread_unless_the_user_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    with _one_thread():
        assert (os.environ["OMP_NUM_THREADS"], os.environ["OPENBLAS_NUM_THREADS"]) == ("3", "1")
    assert os.environ["OMP_NUM_THREADS"] == "3"
    assert "OPENBLAS_NUM_THREADS" not in os.environ


@pytest.mark.model
def test_a_hyphen_that_parts_an_aside_is_read_as_a_dash(lexicon: Lexicon) -> None:
    text = "The Iraqi army - backed by American jets - launched an offensive in Mosul."
    (tree,) = parse(SpacyParser(), [(0, text, None)], Headlines.of(lexicon))
    assert tree.words[tree.heads[tree.lower.index("army")]] == "launched"
    assert [text[a:b] for a, b in zip(tree.starts, tree.ends, strict=True)] == list(tree.words)
