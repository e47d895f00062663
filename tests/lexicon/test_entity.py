"""Entities: who held which role when, and the names under which they are found."""

from typing import Any

import pytest

from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity, Name, Term, fit, names, person, respelled
from sayso.lexicon.spelling import Spelling

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
    ("start", "end", "day", "lived"),
    [
        ("0000", "9999-12-31", "2020-01-01", 1),
        ("0000", "2021-08-15", "2020-01-01", 1),
        ("0000", "2021-08-15", "2022-01-01", 0),
        ("2021-08-15", "9999-12-31", "2020-01-01", 0),
        ("2021-08-15", "9999-12-31", "2022-01-01", 1),
        ("0000", "2021-08-15", None, 2),
        ("2021-08-15", "9999-12-31", None, 2),
    ],
)
def test_a_body_of_another_time_goes_behind(start: str, end: str, day: str | None, lived: int) -> None:
    assert Entity("aaa-x", "X", "organisation", "AAA", ("REB",), start=start, end=end).lived(day) == lived


def test_the_taliban_change_sides(lexicon: Lexicon) -> None:
    def meant(day: str) -> tuple[str, ...]:
        return max(lexicon.names["Taliban"], key=lambda n: fit(n, day, {})).entity.sectors

    assert meant("2020-01-01") == ("REB",)
    assert meant("2022-01-01") == ("GOV",)


def test_a_term_in_another_country() -> None:
    who = entity(Term("prime minister", ("GOV",), "1995", "2002", "PRT"), Term("secretary-general", ("IGO",), "2017", "9999-12-31"))
    assert [who.country_on(day) for day in ("2000-01-01", "2010-01-01", "2020-01-01")] == ["PRT", "AAA", "AAA"]


@pytest.mark.parametrize(
    ("asof", "day", "doubtful"),
    [
        ("2024-06", "2025-01-01", False),
        ("2024-06", "2028-05-31", False),
        ("2024-06", "2028-06-01", True),
        ("2024", "2028-12-31", True),
        ("2024-06", None, False),
        ("2024-06", "2001-01-01", False),  # out of office: nothing that could have ended
    ],
)
def test_an_open_term_is_doubtful_after_four_years(asof: str, day: str | None, doubtful: bool) -> None:  # noqa: FBT001
    told = {"id": "per-x", "name": "X", "country": "PER", "gender": "f", "asof": asof}
    terms = [{"role": "president", "sectors": ["GOV"], "from": "2012", "to": None, "country": None}]
    assert person({**told, "terms": terms}).doubtful(day) is doubtful


def test_a_closed_term_is_never_doubtful() -> None:
    assert not Entity("x", "X", "person", None, terms=(Term("a", ("GOV",), "2000", "2040"),), asof="2001").doubtful("2039-01-01")


def named(text: str, who: str, use: Any = "name", country: str = "RUS") -> Name:
    return Name(text, Entity(who, "Dmitry Petrov", "person", country), use)


def spelling(**changes: Any) -> Spelling:
    rules: dict[str, Any] = {"interchangeable": [], "endings": [{"countries": ["RUS"], "after": "consonant", "letters": ["y", "iy"]}]}
    return Spelling.of({**rules, **{key: [] for key in ("w_for_v", "family_first", "family_last", "hyphens", "particles")}, **changes})


def test_what_rules_make_yields_to_what_is_listed() -> None:
    listed = [named("Dmitry Petrov", "rus-a"), named("Dmitriy Petrov", "rus-b")]
    assert list(respelled(listed, spelling())) == []


def test_what_rules_make_for_two_is_neithers() -> None:
    rules = spelling(interchangeable=[["Ivan", "Evan"], ["Iwan", "Evan"]])
    assert list(respelled([named("Ivan X", "rus-a"), named("Iwan X", "rus-b")], rules)) == []
    assert [n.text for n in respelled([named("Ivan X", "rus-a")], rules)] == ["Evan X"]


def test_a_listed_surname_takes_an_initial() -> None:
    assert [n.text for n in respelled([named("Petrov", "rus-a", "short")], spelling())] == ["D. Petrov"]
    assert list(respelled([named("Petrov", "rus-a", "short")], spelling(family_first=["RUS"]))) == []


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Zelenskiy", "ukr-zelensky"),
        ("Dmitriy Medvedev", "rus-medvedev"),
        ("Bashar Assad", "syr-assad"),
        ("Muhammad bin Salman", "sau-mbs"),
        ("Abe Shinzo", "jpn-abe"),
        ("V. Putin", "rus-putin"),
    ],
)
def test_leaders_under_spellings_that_rules_make(lexicon: Lexicon, text: str, entity: str) -> None:
    assert [n.entity.id for n in lexicon.names[text]] == [entity]


def entry(**changes: Any) -> dict[str, Any]:
    term = {"role": "president", "sectors": ["GOV"], "from": "2012", "to": None, "country": None}
    told = {"id": "per-x", "name": "Ana Quispe", "also": [], "short": ["Quispe"], "country": "PER", "gender": "f", "terms": [term]}
    return {**told, "asof": "2025-06", **changes}


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
