"""Step 8, explain: what was coded in a sentence and by which pattern, or why nothing was."""

from collections.abc import Callable

import pytest

from sayso.extract.explain.step import explain
from sayso.extract.parse.tree import Tree
from sayso.extract.text.split import Sentence
from sayso.extract.text.surround import Kind
from sayso.model import AnnotatedReport

SPEC = "Kenya/NNP/nsubj/dropped dropped/VBD/ROOT charges/NNS/dobj/dropped"


@pytest.mark.parametrize(
    ("kind", "parsed", "triggers", "missed", "dropped", "reasons"),
    [
        ("caption", False, (), {}, (), ("not read: a caption or credit",)),
        ("byline", False, (), {}, (), ("not read: a byline",)),
        ("boilerplate", False, ("follow",), {}, (), ("not read: boilerplate around the report",)),
        ("copy", False, (), {}, (), ("not read: repeats an earlier line",)),
        ("text", False, (), {}, (), ("no word in it is a trigger",)),
        ("text", False, ("rain", "drop"), {}, (), ("trigger “drop”, “rain”, but nobody to do it",)),
        ("text", True, ("dropped",), {1: "a/-/b: a preposition is missing"}, (), ("trigger “dropped”: a/-/b: a preposition is missing",)),
        ("text", True, ("dropped",), {}, ("x dropped",), ("x dropped",)),
        ("text", True, ("dropped",), {1: "why"}, ("x",), ("trigger “dropped”: why", "x")),
        ("text", True, ("dropped",), {}, (), ("trigger “dropped” used in another way",)),
    ],
)
def test_reasons(
    tree: Callable[[str], Tree],
    kind: Kind,
    parsed: bool,  # noqa: FBT001 a column of the table
    triggers: tuple[str, ...],
    missed: dict[int, str],
    dropped: tuple[str, ...],
    reasons: tuple[str, ...],
) -> None:
    sentence = Sentence(0, 10, kind, 0, quoted=False)
    assert explain(sentence, [], tree(SPEC) if parsed else None, triggers, missed, dropped) == reasons


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Russia attacked Ukraine.", "coded assault/"),
        ("The sky is blue.", "no word in it is a trigger"),
        ("Photo: Russia attacked Ukraine", "not read: a caption or credit"),
        ("Kenya attacked the idea of a holiday.", "trigger “attacked”"),
        ("Some general attacked some idea.", "nobody"),
    ],
)
def test_sentences(annotate: Callable[..., AnnotatedReport], text: str, reason: str) -> None:
    (note,) = annotate(text).sentences
    assert note.text == text
    assert any(reason in why for why in note.reasons) or (reason == "nobody" and not note.events)


@pytest.mark.model
def test_every_sentence_says_why(annotate: Callable[..., AnnotatedReport]) -> None:
    text = "Army attacks town\nBy Ana Quispe\nKYIV (AP) -- Russia attacked Ukraine. It rained; it snowed. Follow us on the web."
    found = annotate(text)
    assert all(note.reasons for note in found.sentences)
    assert {i for note in found.sentences for i in note.events} == {event.id for event in found.events}
    assert all(note.text == text[note.start : note.end] for note in found.sentences)
