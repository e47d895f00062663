"""What surrounds a report says which country its unnamed bodies are of: title, publisher, and the datelines of its parts."""

from datetime import date

import pytest

from sayso.model import Party, Report
from sayso.run.coder import Coder

pytestmark = pytest.mark.model
ARRESTED = "Police arrested two students. Peruvian singers sang."
ROUNDUP = "{0}Lima — Peru's army shelled a camp.\n\n{1}Accra — Police arrested two students. They condemned the arrests."


def of(coder: Coder, text: str, **told: str) -> list[str | None]:
    """The countries of those who act in a report."""

    def country(parties: tuple[Party, ...]) -> list[str | None]:
        return [p.country for p in parties][:1]

    found = next(iter(coder.annotate_many([Report("text", text, date(2025, 12, 4), **told)])))
    return [c for event in found.events for c in country(event.actors)]


@pytest.mark.parametrize(
    ("text", "told", "countries"),
    [
        # the title counts, but not twice
        (ARRESTED, {"title": "Nairobi wakes to arrests"}, ["KEN"]),
        (ARRESTED, {}, ["PER"]),  # by what comes later
        ("Nairobi wakes to arrests\n\n" + ARRESTED, {"title": "Nairobi wakes to arrests"}, ["KEN"]),
        # where the publisher is, if nothing else says anything
        ("Police arrested two students.", {"publisher": "The Accra Lantern"}, ["GHA"]),
        ("Police arrested two students.", {"publisher": "The Lantern"}, [None]),
        ("In Lima, police arrested two students.", {"publisher": "The Accra Lantern"}, ["PER"]),
        # what it calls its own
        ("Peru has asked for help. Our government condemned the Peruvian army.", {"publisher": "The Accra Lantern"}, ["PER", "GHA"]),
        ("Our government condemned the Peruvian army.", {}, ["PER"]),
    ],
)
def test_the_country_of_a_report(coder: Coder, text: str, told: dict[str, str], countries: list[str | None]) -> None:
    assert of(coder, text, **told) == countries


@pytest.mark.parametrize("marks", [("06:15 ", "07:30 "), ("06:15 GMT: ", "[07:30] "), ("", ""), ("7.45am ", "8.20 p.m. ")])
def test_items_of_a_round_up_stand_for_themselves(coder: Coder, marks: tuple[str, str]) -> None:
    countries = of(coder, ROUNDUP.format(*marks))
    assert countries[0] == "PER"
    assert set(countries[1:]) == {"GHA"}


def test_an_act_on_its_own_town_is_of_the_country_of_the_item(coder: Coder) -> None:
    text = "7.10am Chad: the army left.\n\n8.31am Peru: the authorities imposed a curfew on Lima."
    assert of(coder, text)[-1] == "PER"


def test_a_clock_is_no_part_of_what_is_told(coder: Coder) -> None:
    assert of(coder, "Kenya was calm.\n\n10:20 Police arrested two students.") == ["KEN"]


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        (
            "09:10 Accra — The government dropped a tax.\n\n09:40 Lima — Germany condemned Peru. Peru expelled a German envoy.",
            ["Accra", None, "Lima"],
        ),
        ("09:10 Accra\nThe government dropped a tax.\n\n09:40\nPolice arrested two students.", ["Accra", None]),
    ],
)
def test_an_item_lies_in_the_town_that_opens_it(coder: Coder, text: str, towns: list[str | None]) -> None:
    found = next(iter(coder.annotate_many([Report("text", text, date(2025, 12, 4))])))
    assert [event.place and event.place.name for event in found.events] == towns


def test_labels_part_the_items_of_a_round_up(coder: Coder) -> None:
    text = "CHAD-SUDAN. Chad's army shelled a camp.\n\nPERU. The parliament condemned the shelling."
    assert of(coder, text) == ["TCD", "PER"]
