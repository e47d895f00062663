"""Names laid over tokens, and the readings of role nouns."""

import pytest

from sayso.extract.identify.names import reading
from sayso.lexicon import Lexicon


@pytest.mark.parametrize(
    ("before", "found"),
    [
        (["the", "prime"], ("prime",)),
        (["the"], ()),
        ([], ()),
    ],
)
def test_the_words_before_a_role_noun_choose_its_reading(lexicon: Lexicon, before: list[str], found: tuple[str, ...]) -> None:
    noun = reading(lexicon.roles["minister"], before)
    assert noun is not None
    assert noun.before == found


def test_a_role_noun_that_needs_words_before_it_is_none_without_them(lexicon: Lexicon) -> None:
    needing = next(nouns for nouns in lexicon.roles.values() if all(noun.before for noun in nouns))
    assert reading(needing, ["the"]) is None
    assert reading(needing, ["the", *needing[0].before]) is needing[0]
