"""What names and words say about which country a report is about."""

from dataclasses import replace

import pytest

from sayso.extract.identify.theatre import CITY, HOME, MEMBER, NAMED, PLACED, Signs
from sayso.extract.scan.hits import Scanner
from sayso.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Rebels marched in Peru.", PLACED),
        ("Rebels marched through Peru.", PLACED),
        ("Ministers met in Peru.", MEMBER),  # who come from elsewhere
        ("Rebels praised Peru.", NAMED),
        ("Peru: Miners ended a strike.", PLACED),
        ("Peruvian police shot a man.", HOME),
        ("Peru's high court freed a man.", HOME),
        ("Peruvian soldiers shot a man.", MEMBER),  # who may have been sent abroad
        ("The Peruvian embassy was shut.", MEMBER),
        ("Reuters reported shots.", 0),  # from anywhere
        ("Amnesty International Ghana wept.", MEMBER),
    ],
)
def test_names_say_how_much_a_report_is_about_their_country(lexicon: Lexicon, text: str, weight: int) -> None:
    hit = Scanner(lexicon).scan(text).hits[0]
    assert Signs.of(lexicon).weight(text, hit) == weight
    assert MEMBER < NAMED < CITY <= HOME < PLACED


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("A convoy reached Damascus.", CITY),
        ("A ship bound for Damascus sank.", NAMED),
        ("Shots fell, a firm in London said.", 0),  # which tells of what happened elsewhere
        ("Shots fell, police in London said.", PLACED),
        ("A mob burned an embassy in Damascus.", NAMED),
        ("The ambassador in Damascus left.", MEMBER),
    ],
)
def test_places_say_less_where_nothing_may_have_happened(lexicon: Lexicon, text: str, weight: int) -> None:
    signs = Signs.of(lexicon)
    hit = Scanner(lexicon).scan(text).hits[0]
    hit = replace(hit, names=tuple(replace(name, use="city") for name in hit.names))
    assert signs.weight(text, hit) == weight
    assert signs.ground(text, hit, weight) is (weight >= HOME or "embassy" in text)


@pytest.mark.parametrize(
    ("text", "guest"),
    [
        ("Bandits shot a Peruvian nurse.", True),
        ("Bandits shot two Peruvians.", True),
        ("Peruvian students marched.", False),  # who may be at home
        ("Thousands of Peruvians marched.", False),
        ("Bandits shot a Peruvian soldier.", False),
        ("The Peruvian embassy was shut.", True),
        ("A Peruvian-flagged ship sank.", True),
        ("Peru wept.", False),
    ],
)
def test_guests_are_told_of_abroad(lexicon: Lexicon, text: str, guest: bool) -> None:  # noqa: FBT001
    assert Signs.of(lexicon).guest(text, Scanner(lexicon).scan(text).hits[0]) is guest


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Envoys met in Peru.", True),
        ("Envoys were in Peru for talks.", True),
        ("Miners marched in Peru.", False),
        ("A crowd stormed the Danish embassy in Peru.", False),
        ("Envoys met Peruvian miners.", False),
    ],
)
def test_places_where_people_from_elsewhere_meet(lexicon: Lexicon, text: str, venue: bool) -> None:  # noqa: FBT001
    assert Signs.of(lexicon).venue(text, Scanner(lexicon).scan(text).hits[-1]) is venue


@pytest.mark.parametrize(
    ("text", "private"),
    [("Peruvian tourists left.", True), ("The Peruvian firm left.", True), ("Peruvians left.", True), ("Peruvian police left.", False)],
)
def test_private_people_are_anywhere(lexicon: Lexicon, text: str, private: bool) -> None:  # noqa: FBT001
    assert Signs.of(lexicon).private(text, Scanner(lexicon).scan(text).hits[0]) is private


@pytest.mark.parametrize(
    ("text", "lands"),
    [("He got 40 million naira.", ["NGA"]), ("It paid 300 soles.", ["PER"]), ("It paid 300 dollars.", []), ("The won fell.", [])],
)
def test_money_tells_where_it_is_paid(lexicon: Lexicon, text: str, lands: list[str]) -> None:
    assert list(Signs.of(lexicon).paid(text, 0, len(text))) == lands
