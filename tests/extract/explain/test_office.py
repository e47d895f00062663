"""Who held which office when something happened."""

from datetime import date

import pytest

from sayso.model import Report
from sayso.run.coder import Coder


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("In 2019 Donald Trump imposed sanctions on Turkey.", ("GOV",)),
        ("In 1978 Anwar Sadat visited Israel.", ("GOV",)),
        ("Barack Obama criticised Russia in 2020.", ("ELI",)),  # out of office by then
        ("Barack Obama criticised Russia.", ("ELI",)),  # no day is told
        ("Irakli Kobakhidze has frozen accession talks with the EU since 2024.", ("GOV",)),  # of two offices that year it may be either
    ],
)
def test_who_governed_then_acts_as_one_who_governs(coder: Coder, text: str, sectors: tuple[str, ...]) -> None:
    found = next(iter(coder.annotate_many([Report("text", text, date(2024, 5, 15))]))).events
    assert found[0].actors[0].sectors == sectors
