"""The form that asks, and data within pages: what others wrote stays text."""

from typing import Any

import pytest

from sayso.web.asked.ask import Asked
from sayso.web.draw.asking import choice, hidden, search
from sayso.web.draw.render import embedded
from sayso.web.shown.rows import Named

HOSTILE = "\"><script>'&"
QUOTED = "&#34;&gt;&lt;script&gt;&#39;&amp;"


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ({}, ['name="text" value=""', "<details>", '<label>Who acts<input name="actor" placeholder="RUS, RUS:MIL, a name"></label>']),
        ({"actor": ["RUS", HOSTILE]}, ["<details data-used>", f'<input name="actor" value="{QUOTED}" aria-label="Who acts: another">']),
        ({"text": HOSTILE}, [f'name="text" value="{QUOTED}"', "<details>"]),
        ({"min_confidence": 0.8}, ['<input name="min_confidence" type="number" value="0.8" placeholder="0.8" step="any">']),
        ({"quad": [4]}, ['value="4" checked> material conflict', 'value="1"> verbal cooperation']),
        ({"status": ["denied"]}, ['value="denied" checked> denied', 'value="occurred"> occurred']),
        ({"report": [HOSTILE]}, [f'<input type="hidden" name="report" value="{QUOTED}">']),
    ],
)
def test_the_form_has_what_was_asked(given: dict[str, Any], parts: list[str]) -> None:
    form = search(Asked(**given), "/events", "Show")
    assert [part for part in parts if part not in form] == []
    assert "<script" not in form


def test_conditions_can_be_taken_away_one_by_one() -> None:
    assert choice(Asked()) == ""
    shown = choice(Asked(actor=["RUS", HOSTILE], since="2025"))
    assert shown.count("<li>") == 4  # and all
    assert f"<bdi>{QUOTED}</bdi>" in shown
    assert 'href="?actor=RUS&amp;actor=%22%3E%3Cscript%3E%27%26"' in shown


def test_other_forms_pass_on_what_was_asked() -> None:
    asked = Asked(actor=["RUS", HOSTILE], since="2025")
    assert hidden(asked, ("since",)) == f'<input type="hidden" name="actor" value="RUS"><input type="hidden" name="actor" value="{QUOTED}">'
    assert 'name="since" value="2025"' in search(asked, "/says", "Show", ("since",))


def test_data_within_a_page_end_no_script() -> None:
    assert embedded({"one": Named(name="</script>&'é"), "more": [1.5, None, True]}) == (
        '{"one":{"name":"\\u003c/script\\u003e\\u0026\\u0027é","entity":null,"country":null,"sectors":[]},"more":[1.5,null,true]}'
    )
