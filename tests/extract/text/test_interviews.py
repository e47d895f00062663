"""Interviews: who answers, and in which paragraphs."""

from collections.abc import Callable, Sequence

import pytest

from sayso.extract.text.interviews import Asking, interview
from sayso.extract.text.split import Sentence
from sayso.model import Event

ASKING = Asking(("- ",), frozenset({"nurse", "the"}), frozenset({"in", "of"}))
TALK = "Nurse Ana Diaz left the port of San Juan.\n\nWho came?\n\n{0}Soldiers came.\n\nWhat did they do?\n\n{0}They left.\n\nShe went home."


def paragraphs(text: str) -> list[Sentence]:
    """One sentence a paragraph."""
    starts = [0, *(i + 2 for i in range(len(text)) if text.startswith("\n\n", i))]
    return [Sentence(s, (text + "\n\n").index("\n\n", s), "text", n, quoted=False) for n, s in enumerate(starts)]


@pytest.mark.parametrize(
    ("text", "answers", "name"),
    [
        (TALK.format("- "), {2, 4}, "Ana Diaz"),
        (TALK.format("- ").replace("They left.", "They left. Would you stay?"), {2, 4}, "Ana Diaz"),  # an answer that asks back
        (TALK.format(""), set(), None),  # two questions without marks behind them ask the reader
        ("The rebels came.\n\nWho?\n\nSoldiers.\n\nWhen?\n\nIn May.\n\nWhy?\n\nFor oil.\n\nAnd now?\n\nNothing.", {2, 4, 6, 8}, None),
        ("In San Juan rebels came.\n\n- Soldiers fled.\n\n- Nobody knows.", set(), None),  # a list
    ],
)
def test_who_answers(text: str, answers: set[int], name: str | None) -> None:
    found = interview(text, paragraphs(text), (), ASKING)
    assert found.answers == answers
    assert (found.name and text[slice(*found.name)]) == name


@pytest.mark.model
def test_answers_rest_on_who_answers(code: Callable[..., Sequence[Event]]) -> None:
    asked = "Ana Diaz, 40, left Gao.\n\nWho came?\n\n- Mali attacked Niger.\n\nDid Chad attack Togo?\n\n"
    text = asked + "- The mayor says that Chad attacked Togo."
    chains = {tuple(s.name for s in e.says) for e in code(text) if e.type == "ASSAULT"}
    assert chains >= {("Ana Diaz",), ("Ana Diaz", "The mayor")}


@pytest.mark.model
def test_we_are_those_for_whom_somebody_answers(code: Callable[..., Sequence[Event]]) -> None:
    asked = "Luis Paz's colleague, the Malian minister Ana Diaz, met us.\n\nA truce?\n\n- Later.\n\nWho came?\n\n- Niger attacked us.\n\n"
    (event,) = (e for e in code(asked) if e.type == "ASSAULT")
    assert ([r.country for r in event.recipients], [(s.name, s.country) for s in event.says]) == (["MLI"], [("Ana Diaz", "MLI")])
