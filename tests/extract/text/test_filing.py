"""The day of a report that comes without one."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from sayso.extract.text.filing import filed
from sayso.extract.text.split import Abbreviations, split
from sayso.extract.text.surround import Surround
from sayso.extract.times import TimeFinder
from sayso.lexicon import Lexicon
from sayso.model import Event, Report
from sayso.run.coder import Coder


@pytest.fixture(scope="module")
def times(lexicon: Lexicon) -> TimeFinder:
    return TimeFinder(lexicon)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("NAIROBI, March 12, 2024 (Reuters) - Kenya attacked Uganda on Monday.", "2024-03-12"),
        ("NAIROBI, 12 March 2024 (AFP) - Kenya attacked Uganda on Monday.", "2024-03-12"),
        ("Kenya attacks Uganda\nPublished: 12 March 2024\nKenya attacked Uganda on Monday.", "2024-03-12"),
        ("Kenya attacks Uganda\n12/03/2024 - 09:40\nKenya attacked Uganda on Monday.", "2024-03-12"),
        ("Kenya attacks Uganda\nUpdated on Tuesday, March 12, 2024 at 5 pm\nKenya attacked Uganda on Monday.", "2024-03-12"),
        ("Kenya attacks Uganda\nThe Nairobi Ledger, Tuesday 12 March 2024\nKenya attacked Uganda on Monday.", "2024-03-12"),
        ("Kenya attacks Uganda\nNairobi, 12 March 2024\nKenya attacked Uganda on Monday.", "2024-03-12"),
        ("Kenya attacks Uganda\nBy Ann Otieno | 12.03.2024, 16:42. Translation: automatic\nKenya attacked Uganda on Monday.", "2024-03-12"),
        ("Kenya attacks Uganda\nLakes Today - Nairobi - Tuesday, March 12, 2024 (from Swahili)\nKenya attacked Uganda.", "2024-03-12"),
        ("The war, 12 March 2024: what we know\nKenya attacked Uganda on Monday.", None),
        ("After the siege, 12 March 2024\nKenya attacked Uganda on Monday.", None),
        ("On 12 March 2024, Kenya attacked Uganda.", None),
        ("NAIROBI, March 12 (Reuters) - Kenya attacked Uganda on Monday.", None),
        ("The war of 12 March 2024\nKenya attacked Uganda on Monday.", None),
        ("They met on 12 March 2024.\nKenya attacked Uganda on Monday.", None),
        ("", None),
    ],
)
def test_the_day_of_filing(lexicon: Lexicon, times: TimeFinder, text: str, day: str | None) -> None:
    layout = split(text, Surround.of(lexicon.cues["layout"]), Abbreviations.of(lexicon.cues["grammar"]))
    found = filed(text, layout, times, lexicon.cue("time", "filed"))
    assert (found and found.value) == day


@pytest.mark.model
def test_times_are_read_from_it_and_undated_acts_stand_under_it(code: Callable[..., Sequence[Event]]) -> None:
    events = code("NAIROBI, March 12, 2024 (Reuters) - Kenya attacked Uganda on Monday. Kenya condemned Sudan.", None)
    assert [(e.type, e.time.start, e.time.basis, e.time.text) for e in events if e.time] == [
        ("ASSAULT", "2024-03-11", "relative", "Monday"),
        ("ACCUSE", "2024-03-12", "published", "March 12, 2024"),
    ]
    assert {e.report["published"] for e in events} == {"2024-03-12"}


@pytest.mark.model
def test_it_is_the_day_of_publication_where_none_is_given() -> None:
    (found,) = Coder().annotate_many([Report("a", "Nairobi, 12 March 2024\n\nKenya condemned Sudan.")])
    assert (found.report.published, found.report.published_basis) == (date(2024, 3, 12), "dateline")


@pytest.mark.model
def test_a_line_of_the_text_is_believed_before_the_properties_of_a_file() -> None:
    text = "Nairobi, 12 March 2024\n\nKenya attacked Uganda on Monday. Kenya condemned Sudan."
    for basis, days in (("file", ["2024-03-11", "2024-03-12"]), ("stated", ["2026-11-16", "2026-11-22"])):
        events = Coder().code(Report("a", text, published=date(2026, 11, 22), published_basis=basis))
        assert [e.time.start for e in events if e.time] == days
