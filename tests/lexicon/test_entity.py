"""Entities: who held which role when, and the names under which they are found."""

from typing import Any

import pytest

from sayso.lexicon.entity import Entity, Term, names, person, variants

TERMS = (
    Term("prime minister", ("GOV",), "1999-08-09", "2000-05-07"),
    Term("opposition leader", ("OPP",), "2004", "2006-06"),
    Term("president", ("GOV",), "2012-05-07", "9999-12-31"),
)


def entity(*terms: Term) -> Entity:
    return Entity("aaa-x", "X", "person", "AAA", ("ELI",), "m", terms)


@pytest.mark.parametrize(
    ("day", "sectors"),
    [
        ("1999-08-08", ("ELI",)),
        ("1999-08-09", ("GOV",)),
        ("2000-05-07", ("GOV",)),
        ("2000-05-08", ("ELI",)),
        # years and months as exact as known
        ("2004-01-01", ("OPP",)),
        ("2006-06-30", ("OPP",)),
        ("2006-07-01", ("ELI",)),
        ("2030-01-01", ("GOV",)),
        (None, ("GOV",)),
    ],
)
def test_sectors_on_a_day(day: str | None, sectors: tuple[str, ...]) -> None:
    assert entity(*TERMS).on(day) == sectors


def test_of_two_terms_on_a_day_the_later_one_counts() -> None:
    assert entity(Term("a", ("LEG",), "2000", "2010"), Term("b", ("GOV",), "2005", "2010")).on("2007-01-01") == ("GOV",)


def test_without_terms_an_entity_is_what_it_is() -> None:
    assert entity().on("2007-01-01") == entity().on(None) == ("ELI",)


@pytest.mark.parametrize(("day", "lived"), [("2000-01-01", 2), ("2009-01-01", 1), (None, 2)])
def test_who_is_in_office_owns_a_surname(day: str | None, lived: int) -> None:
    assert entity(*TERMS).lived(day) == lived


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("Ali", {"Ali"}),
        ("Erdoğan", {"Erdoğan", "Erdogan"}),
        ("Łódź", {"Łódź", "Lodz"}),
        ("al-Sisi", {"al-Sisi", "Al-Sisi", "al Sisi", "Al Sisi", "el-Sisi", "El-Sisi"}),
        ("Cote d'Ivoire", {"Cote d'Ivoire", "Cote dIvoire", "Cote d’Ivoire"}),
    ],
)
def test_spellings(text: str, spellings: set[str]) -> None:
    assert set(variants(text)) == spellings
    assert variants(text)[0] == text


def entry(**changes: Any) -> dict[str, Any]:
    term = {"role": "president", "sectors": ["GOV"], "from": "2012", "to": None, "country": None}
    told = {"id": "per-x", "name": "Ana Quispe", "also": [], "short": ["Quispe"], "country": "PER", "gender": "f", "terms": [term]}
    return {**told, **changes}


def test_a_term_without_end_lasts() -> None:
    assert person(entry()).on("2090-01-01") == ("GOV",)
    assert person(entry()).on("2011-12-31") == ("ELI",)


def test_names_of_all_kinds() -> None:
    land = {"code": "PER", "name": "Peru", "also": [], "adjectives": ["Peruvian"], "people": ["Peruvian", "Peruvians"], "capital": "Lima"}
    country = {**land, "capital_also": [], "metonyms": ["the Palace"], "lat": -10.0, "lon": -76.0}
    found = list(names({"countries": [country], "people": [entry()], "organisations": [], "regions": []}))
    assert [(n.text, n.use, n.entity.sectors) for n in found] == [
        ("Peru", "name", ()),
        ("Peruvian", "adjective", ()),
        ("Peruvians", "people", ()),
        ("Lima", "capital", ("GOV",)),
        ("Palace", "metonym", ("GOV",)),
        ("Ana Quispe", "name", ("ELI",)),
        ("Quispe", "short", ("ELI",)),
    ]
