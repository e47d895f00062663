"""The lexicon's forms: each gives the values of its examples."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from sayso.errors import LexiconError
from sayso.extract.times import TimeFinder
from sayso.extract.times.forms import Form
from sayso.lexicon import Lexicon, load
from sayso.settings import Settings

THURSDAY = date(2025, 12, 4)


def examples() -> Iterator[tuple[str, list[str]]]:
    for form in load(cache=Settings().cache).cues["time"]["forms"]:
        yield from (form.get("examples") or {}).items()


@pytest.fixture(scope="module")
def times(lexicon: Lexicon) -> TimeFinder:
    return TimeFinder(lexicon)


@pytest.mark.parametrize(("text", "values"), list(examples()))
def test_examples(times: TimeFinder, text: str, values: list[str]) -> None:
    assert [found.value for found in times.find(text, THURSDAY)] == values


@pytest.mark.parametrize(
    ("form", "openings", "needs"),
    [
        ("[the] <day> of <month>", {"the", "<day>"}, {"day", "month"}),
        ("(at|by) {<moment>}", {"at", "by"}, {"moment"}),
        ("at present", {"at"}, {"=at", "=present"}),
        ("<year> !(<counted>|km) [<era>]", {"<year>"}, {"year"}),
        ("{<day>} $to {<day2> <month>}", {"<day>"}, {"day", "month"}),
    ],
)
def test_where_a_form_could_begin_and_what_it_needs(form: str, openings: set[str], needs: set[str]) -> None:
    made = Form.of({"read": "day", "form": form}, {"to": "(-|to)"}, 0)
    assert {p for p in made.openings() if p != ")"} == openings
    assert made.needs() == needs


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"read": "day", "form": "<dya> of <month>"}, "no word has the class 'dya'"),
        ({"read": "dya", "form": "<day> of <month>"}, "no way to read is called 'dya'"),
        ({"read": "day", "form": "$nothing <day>"}, "no macro is called 'nothing'"),
    ],
)
def test_a_malformed_form_is_refused(lexicon: Lexicon, entry: dict[str, str], told: str) -> None:
    cues = {**lexicon.cues, "time": {**lexicon.cues["time"], "forms": [entry]}}
    with pytest.raises(LexiconError, match=told):
        TimeFinder(replace(lexicon, cues=cues))
