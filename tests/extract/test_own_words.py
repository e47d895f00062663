"""The lexicon's own verbs and nouns in sentences that nobody would write: coding ends, and quotes what is there. `make fuzz` tries more."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.lexicon import Lexicon
from sayso.model import Report
from sayso.run.coder import Coder

Spans = Callable[[Any], Iterator[dict[str, Any]]]

DAY = date(2025, 12, 4)
WHO = [
    "Russia",
    "the Kenyan army",
    "Ivan Petrov",
    "they",
    "Putin",
    "rebels in Mali",
    "which",
    "it",
    "two ministers",
    "counter-protesters",
    "",
]
FRAMES = [
    *("{a} {v} {b}.", "{b} was {v} by {a}.", "{b}, {v} by {a}, {w} {c}.", "{a}, which {v} {b}, {w} {c}.", "{a} {v} and {w} {b}."),
    *("{v} {b}, {a} {w} {c}.", "{a} said it {v} {b} after {c} {w} it.", "The {n} of {b} by {a} {v} {c}.", "{a}'s {n} on {b} {w} the {m}."),
    *("{a} has not {v} {b} to {w} {c}", "{a}: {n} {v} {b} - {m} {w} {c}", '"{a} {v} {b}," {c} {w}.', "If {a} {v} {b}, the {n} will {w}."),
]


@dataclass(frozen=True, slots=True)
class Told:
    """All verbs of the lexicon, in each form and with the words that follow them, and all nouns with those before them."""

    verbs: st.SearchStrategy[str] = field(repr=False)
    nouns: st.SearchStrategy[str] = field(repr=False)


@st.composite
def sentences(draw: st.DrawFn, known: Told) -> str:
    """One to three sentences of such words."""
    who, acts, things = st.sampled_from(WHO), known.verbs, known.nouns
    by_letter = {"a": who, "b": who, "c": who, "v": acts, "w": acts, "n": things, "m": things}
    frames = draw(st.lists(st.sampled_from(FRAMES), min_size=1, max_size=3))
    told = [frame.format(**{letter: draw(words) for letter, words in by_letter.items()}) for frame in frames]
    return " ".join(text[:1].upper() + text[1:] for text in told)


@pytest.fixture(scope="session")
def known(lexicon: Lexicon) -> Told:
    """What the lexicon's words are drawn from."""
    verbs = {" ".join((form, *t.words)) for form, triggers in lexicon.verbs.items() for t in triggers}
    nouns = {" ".join((*t.words, form)) for form, triggers in lexicon.nouns.items() for t in triggers}
    return Told(st.sampled_from(sorted(verbs)), st.sampled_from(sorted(nouns)))


@pytest.mark.model
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.data())
def test_what_the_lexicon_knows_is_coded_in_any_frame(coder: Coder, known: Told, spans: Spans, data: st.DataObject) -> None:
    text = data.draw(sentences(known))
    (found,) = coder.annotate_many([Report("r", text, DAY)])
    for span in spans(found.to_dict()):
        assert text[span["start"] : span["end"]] == span["text"]
    for event in found.events:
        assert event.evidence.start <= event.trigger.start < event.trigger.end <= event.evidence.end
