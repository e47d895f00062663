"""What names and words say about which country a report is about."""

import pytest

from sayso.extract.identify.theatre import CITY, HOME, MEMBER, NAMED, PLACED, Signs
from sayso.extract.scan.hits import Scanner
from sayso.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Rebels marched in Peru.", PLACED),
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
