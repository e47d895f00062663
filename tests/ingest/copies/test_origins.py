"""Which reports are one story."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ingest.copies import Credits, origins
from sayso.model import Report

Groups = Callable[..., dict[str, str]]
Make = Callable[..., Report]

WIRE = """LIMA, March 4 (Norvane) - Dock workers in Callao stopped loading copper on Wednesday
and blocked the northern gate, saying that the port's new owner had broken a promise to keep 300 jobs.

Police with shields stood by but did not intervene. The labour minister invited both sides to talks on Friday and named a former judge
as mediator.

"We signed in good faith, and all that is left of it is the ink," union leader Rosa Campos told reporters in front of the harbour office.

The port handles a third of the country's exports. Ships waited off the coast, and the owner
said that it was losing two million dollars a day."""
FIRST, SECOND, QUOTE, LAST = WIRE.split("\n\n")
OWN = f"""Smoke from burning tyres hung over the harbour when the day shift arrived. {QUOTE}

Her colleagues
have brought soup and blankets; nobody here expects to go home before the weekend. Across the road a bank lowered its shutters."""
OTHER = """Three students were elected to the council of the university in Arequipa on Wednesday, the first in eleven years.
The rector congratulated them and promised to open the archive of the old commission before the summer holidays begin in December."""


def test_reprints_cuts_and_briefs_are_one_story(report: Make, groups: Groups) -> None:
    ids = groups(
        report("wire", WIRE, publisher="Norvane News Agency"),
        report("reprint", f"Dockers strike\n\n{WIRE}\n\nFollow us.", 5),
        report("cut", f"{FIRST}\n\n{SECOND}", 4),
        report("middle", f"{SECOND} {LAST}", 6),
        report("respelled", WIRE.replace("labour", "labor").replace("Wednesday", "March 4").replace("harbour", "harbor"), 4),
    )
    assert len(set(ids.values())) == 1
    assert ids["wire"].startswith("norvane/")


def test_two_reporters_at_one_press_conference_are_two(report: Make, groups: Groups) -> None:
    ids = groups(report("wire", WIRE), report("own", OWN))
    assert ids["wire"] != ids["own"]


REWRITE = """Copper loading in Callao came to a halt on Wednesday as dock workers, who say a promise to keep 300 jobs was broken by the
new owner, blocked the port's northern gate. Officers with shields watched and did not intervene. A former judge was named mediator by the
labour minister, who invited both sides to Friday talks. Losses run to two million dollars a day, according to the owner, while ships waited
off the coast; a third of all exports are handled by the port."""


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("Daily Mirror", "Liverpool Echo", True),
        ("Xinhua", "China Daily", True),
        ("Liverpool Echo", "China Daily", False),
        ("Liverpool Echo", "Liverpool Echo", False),
        ("Harbour Post", "Quay Gazette", False),
    ],
)
def test_a_rewrite_that_keeps_no_phrases_is_a_copy_within_a_house(report: Make, groups: Groups, one: str, other: str, joined: bool) -> None:  # noqa: FBT001
    wire = f"{FIRST.partition(' - ')[2]} {SECOND} {LAST}"
    ids = groups(report("wire", wire, publisher=one), report("rewrite", REWRITE, publisher=other), report("own", OWN, publisher=other))
    assert (ids["wire"] == ids["rewrite"], ids["own"] in (ids["wire"], ids["rewrite"])) == (joined, False)


def test_a_roundup_does_not_join_what_it_gathers(report: Make, groups: Groups) -> None:
    other = report("other", OTHER + " " + "Lectures were suspended for the count, and a brass band played in the yard until midnight." * 2)
    ids = groups(report("wire", WIRE), report("brief", FIRST), other, report("roundup", f"{FIRST}\n\n{OTHER}"))
    assert ids["wire"] == ids["brief"] != ids["other"]


def test_the_next_bulletin_of_one_form_is_another_story(report: Make, groups: Groups) -> None:
    form = (
        "The coastguard brought {} migrants to the island in the night, in {} boats that had left the other shore. The reception"
        " centre now holds {} people, more than it was built for, and a ferry is to take {} of them to the mainland, the prefecture said."
    )
    ids = groups(report("one", form.format(212, 4, 640, 180), 4), report("two", form.format(97, 2, 560, 250), 5))
    assert ids["one"] != ids["two"]


def test_a_rewrite_that_credits_the_agency_is_the_agencys(report: Make, groups: Groups) -> None:
    rewrite = """Copper is not being loaded in Callao, where dock workers have blocked the northern gate. The port's owner promised to keep
300 jobs and broke that promise, they say. The labour minister named a former judge as mediator and invited the sides to talks on Friday.
Police did not intervene. Two million dollars a day are lost while ships wait off the coast.\n\n"""
    ids = groups(report("wire", WIRE), report("credited", f"{rewrite}Source: Norvane", 5), report("rival", f"{rewrite}Source: Castrel", 5))
    assert ids["wire"] == ids["credited"] != ids["rival"]


def test_a_rewrite_that_only_cites_the_agency_is_the_agencys_too(report: Make, groups: Groups) -> None:
    rewrite = """Dock workers in Callao have blocked the northern gate and stopped loading copper, the Norvane agency reported. The port's
owner broke a promise to keep 300 jobs, they say. The labour minister invited both sides to talks on Friday and named a former judge as
mediator. Ships wait off the coast, and two million dollars a day are lost; the port handles a third of the country's exports."""
    ids = groups(report("wire", WIRE), report("citing", rewrite, 5))
    assert ids["wire"] == ids["citing"]


def test_reasons_name_the_report_that_was_copied(report: Make, credit: Credits) -> None:
    told = [report("wire", WIRE), report("brief", FIRST, 5), report("other", OTHER)]
    reasons = [origin.reason for _, origin in origins(told, credit)]
    assert reasons == [
        "the first of 2 reports of one story; credits norvane",
        "100% of the wording is cut out of the longer report as in wire; credits norvane",
        "no other report tells it in these words",
    ]


def test_short_and_empty_texts_stand_alone(report: Make, groups: Groups) -> None:
    ids = groups(report("a", ""), report("b", "More soon."), report("c", "More later."), report("d", "…"))
    assert ids["b"] != ids["c"]


def test_no_reports(groups: Groups) -> None:
    assert groups() == {}


def test_nothing_stays_on_disk(report: Make, credit: Credits, tmp_path: Path) -> None:
    list(origins([report("wire", WIRE)], credit, folder=tmp_path))
    assert list(tmp_path.iterdir()) == []


@given(st.permutations(["wire", "brief", "own", "other", "roundup"]))
def test_the_order_of_arrival_does_not_matter(names: list[str]) -> None:
    texts = {"wire": WIRE, "brief": FIRST, "own": OWN, "other": OTHER, "roundup": f"{FIRST}\n\n{OTHER}"}
    credit = Credits(
        {}, frozenset(), {key: ["by"] for key in ("published", "from", "by", "staff", "signed", "agency", "cited_by", "cited_as")}
    )
    found = {r.id: o.id for r, o in origins([Report(name, texts[name]) for name in names], credit)}
    assert found["wire"] == found["brief"]
    assert len({found["wire"], found["own"], found["other"]}) == 3
