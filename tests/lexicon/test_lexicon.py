"""The look-ups of the lexicon: words by what they tell of."""

from collections.abc import Callable

import pytest

from sayso.lexicon import Lexicon
from sayso.model.quad import FORCE, HARSH, HELP, SPOKEN, TALK


@pytest.mark.parametrize(
    ("word", "quads", "told"),
    [
        ("accused", SPOKEN, True),
        ("accused", (FORCE,), False),
        ("accused", (HARSH,), True),
        ("bombed", (FORCE,), True),
        ("bombed", SPOKEN, False),
        ("accused", (TALK, HELP), False),
    ],
)
def test_verbs_by_the_class_of_their_acts(lexicon: Lexicon, word: str, quads: tuple[int, ...], *, told: bool) -> None:
    assert (word in lexicon.verbs_for(quads)) is told


@pytest.mark.parametrize(
    ("word", "kind", "meant"),
    [
        ("minister", "person", True),
        ("minister", "body", False),
        ("parliament", "body", True),
        ("rebels", "group", True),
        ("door", "body", False),
    ],
)
def test_role_nouns_by_who_is_meant(lexicon: Lexicon, word: str, kind: str, *, meant: bool) -> None:
    assert (word in lexicon.role_nouns(kind)) is meant


def test_words_of_cues_in_all_forms(lexicon: Lexicon) -> None:
    assert {"said", "says", "saying"} <= lexicon.verb_cue("speech", "verbs")
    assert {"claim", "claims"} <= lexicon.noun_cue("speech", "claims")
    assert "claims" not in lexicon.cue("speech", "claims")


@pytest.mark.parametrize("of", [Lexicon.cue, Lexicon.verb_cue, Lexicon.noun_cue])
def test_several_lists_are_one(lexicon: Lexicon, of: Callable[..., frozenset[str]]) -> None:
    first, second = of(lexicon, "speech", "accusing"), of(lexicon, "speech", "denying")
    assert of(lexicon, "speech", "accusing", "denying") == first | second
    assert first - second
    assert second - first
