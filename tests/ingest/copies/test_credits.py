"""Whom a report credits."""

import pytest

from sayso.ingest.copies import Credits
from sayso.model import Report


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("LAGOS, March 4 (Reuters) - Police arrested two men.", "gbr-reuters"),
        ("LAGOS (AP) — Police arrested two men.", "usa-ap"),
        ("LIMA, March 4 (Norvane) - Police arrested two men.", "norvane"),
        ("Police arrested two men.\n\nBy Ann Doe, Reuters\n\nThey are held in Lima.", "gbr-reuters"),
        ("Police arrested two men in Lima.\n\n(AFP)", "fra-afp"),
        ("Police arrested two men in Lima.\n\nSource: Norvane", "norvane"),
        ("Police arrested two men. This story was first published by the Harbour Post.", "harbour-post"),
        ("Police arrested two men, the interior ministry told Reuters on Monday.", None),
        ("A Reuters photographer was among the wounded.", None),
        ("Police arrested two men (one of them armed) - the third escaped.", None),
        ("The United Nations (UN) - which has 193 members - met.", None),
    ],
)
def test_credit(credit: Credits, text: str, voice: str | None) -> None:
    assert credit.voice(Report("r", text)) == voice


@pytest.mark.parametrize(
    ("publisher", "voice"), [("Reuters", "gbr-reuters"), ("Norvane News Agency", "norvane"), ("Harbour Post", None), (None, None)]
)
def test_an_agency_publishes_its_own(credit: Credits, publisher: str | None, voice: str | None) -> None:
    assert credit.voice(Report("r", "Police arrested two men.", publisher=publisher)) == voice


@pytest.mark.parametrize(
    ("publisher", "url", "writer", "voice"),
    [
        (None, "https://www.reuters.com/world/1", "gbr-reuters", "gbr-reuters"),
        (None, "https://news.bbc.co.uk/1", "gbr-bbc", None),
        (None, "https://reuters.com.harbour.example/1", None, None),
        (None, "https://harbour.example/1", None, None),
        (None, "http://[", None, None),
        (None, None, None, None),
        ("apnews.com", None, "usa-ap", "usa-ap"),
        ("Harbour Post", "https://www.reuters.com/world/1", "harbour-post", None),
        ("RIA Novosti", None, "rus-rossiya-segodnya", "rus-rossiya-segodnya"),
        ("CNBC", None, "usa-nbc", None),
    ],
)
def test_who_publishes_is_told_by_name_or_by_domain_and_by_house(
    credit: Credits, publisher: str | None, url: str | None, writer: str | None, voice: str | None
) -> None:
    report = Report("r", "Police arrested two men.", publisher=publisher, url=url)
    assert (credit.writer(report), credit.voice(report)) == (writer, voice)


@pytest.mark.parametrize(
    ("publisher", "house"),
    [
        ("Liverpool Echo", "gbr-reach"),
        ("China Daily", "chn-state"),
        ("Brisbane Times", "aus-nine"),
        ("Al-Manar", "lbn-hezbollah"),
        ("Nikkei", "jpn-nikkei"),
        ("CNBC", "usa-comcast"),
        ("Economic Times", "ind-times-group"),
        ("BBC", None),
        ("Harbour Post", None),
        (None, None),
    ],
)
def test_to_whom_an_outlet_belongs(credit: Credits, publisher: str | None, house: str | None) -> None:
    assert credit.outlet(Report("r", "Police arrested two men.", publisher=publisher))[1] == house


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Seventeen died, a doctor told Reuters.", {"gbr-reuters"}),
        ("Seventeen died, the Norvane news agency reports.", {"norvane"}),
        ("According to the AFP news agency, seventeen died.", {"fra-afp"}),
        ("Seventeen died, the Central Intelligence Agency said.", set()),
        ("A Reuters photographer was among the wounded.", set()),
    ],
)
def test_who_is_cited(credit: Credits, text: str, cited: set[str]) -> None:
    assert credit.cited(Report("r", text)) == cited
