"""Who goes by a name on a day, and why not the others."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.lexicon.knowledge import extended
from sayso.lexicon.knowledge.show import who
from sayso.lexicon.read import Data

Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("text", "day", "ids", "why"),
    [
        ("Putin", "2010-06-01", ["rus-putin"], [""]),
        ("Taliban", "2020-01-01", ["afg-taliban", "afg-taliban-government"], ["", "did not exist that day"]),
        ("Taliban", "2022-01-01", ["afg-taliban-government", "afg-taliban"], ["", "did not exist that day"]),
        ("Bush", "1990-01-01", ["usa-ghwbush", "usa-bush"], ["", "out of office that day"]),
        ("ZELENSKY", None, ["ukr-zelensky"], [""]),
    ],
)
def test_who_is_meant_and_why_not_the_others(data: Data, text: str, day: str | None, ids: list[str], why: list[str]) -> None:
    owners = who(text, day, data).owners
    assert [o.name.entity.id for o in owners] == ids
    assert [o.why for o in owners] == why


def test_file_and_line(data: Data) -> None:
    (owner,) = who("Volodymyr Zelenskiy", "2024-01-01", data).owners
    assert owner.path
    assert owner.path.name == "europe.yaml"
    assert "id: ukr-zelensky," in owner.path.read_text().splitlines()[(owner.line or 0) - 1]


@pytest.mark.parametrize("name", ["Kremlin", "Swiss", "Donbas"])
def test_places_are_found_too(data: Data, name: str) -> None:
    owners = who(name, None, data).owners
    assert all(owner.path and owner.line for owner in owners)
    assert owners


@pytest.mark.parametrize(
    ("text", "ministry"),
    [
        ("Kenyan Defence Ministry", ("ken-ministry-defence", "Ministry of Defence of KEN")),
        ("Ministry of Defence of Kenya", ("ken-ministry-defence", "Ministry of Defence of KEN")),
        ("Kenya's home affairs ministry", ("ken-ministry-interior", "Ministry of the Interior of KEN")),
        ("Ministry of Magic of Kenya", None),
    ],
)
def test_ministries_are_made_from_templates(data: Data, text: str, ministry: tuple[str, str] | None) -> None:
    assert who(text, None, data).ministry == ministry


def test_what_names_nobody(data: Data) -> None:
    assert who("Korean", None, data).countries == ("KOR", "PRK")
    assert who("police", None, data).sectors == ("COP",)
    assert "Vladimir Putin" in who("Vladimir Puttin", None, data).near
    assert who("Qwrtz Zxcvb", None, data).near == ()


def test_the_last_folder_is_where_it_stands(data: Data, folder: Write) -> None:
    entry = "- {id: rus-putin, name: Vladimir Putin, short: [Putin], country: RUS, terms: [], asof: 2024}"
    one, two = folder("one", a__yaml=entry), folder("two", a__yaml=f"# mine\n{entry}")
    (owner,) = who("Putin", "2024-01-01", extended(data, [one, two]), [one, two]).owners
    assert (owner.path, owner.line) == (two / "a.yaml", 2)
    assert owner.name.entity.on("2024-01-01") == ("ELI",)
